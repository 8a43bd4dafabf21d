"""The way of a case: states, the steps between them, who may take them, and the scales that grade it."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from desk.rulebook.base import Entry, Named

Phase = Literal["open", "waiting", "closed", "refused"]
Effect = Literal[
    "reopen",
    "return",
    "archive",
    "hand_on",
    "assign",
    "sign_receipt",
    "sign_record",
    "escalate",
    "urge",
    "supervise",
    "accept",
    "extend",
    "set_level",
    "set_validity",
    "withdraw",
    "tell",
    "visit",
    "correct",
    "seal",
    "split",
    "mark",
    "countersign",
    "report",
]
"""What a step does besides moving the case; each word is one behaviour of the program.

accept is the decision to deal with the matter, whose day registers and papers name ·
reopen counts a new handling · return counts a sending back · archive locks the case and gives the file its number · hand_on sets the third date ·
assign sets lead and assisting departments · sign_receipt records who took a sheet · sign_record ends the waiting of an
oral record for its signature · escalate marks bad handling ·
urge and supervise make an order with a number and a day of reply, counted against the department · extend moves a clock · set_level and set_validity record a decision ·
withdraw ends at the complainant's wish · tell records means, time and person of a notice · visit is a return visit: it asks the survey and may lead back ·
correct is a one-time request for supplements · seal hides the identity · split takes a part of the matter in as a
case of its own kind, with a number of its own, and keeps the two linked · mark puts on record that a complaint was
made up or malicious, for a reason, and shows it beside later matters of the same person · countersign is one
department's signature on what another has proposed · report counts as having told those to whom the level is reported.
"""
Right = Literal[
    "register",
    "handle",
    "decide",
    "issue",
    "see_identity",
    "see_sealed",
    "supervise",
    "approve",
    "export",
    "configure",
    "audit",
]
"""What a role may do: take cases in, work on them, decide on acceptance, issue papers, see ordinary identities,
ask for sealed ones, supervise, approve, export unmasked registers, change settings, read the audit."""


class Role(Named, frozen=True, kw_only=True):
    """A role of the office with what it may do."""

    rights: tuple[Right, ...] = ()
    department: str = ""


class State(Named, frozen=True, kw_only=True):
    """A state of a case; ``phase`` is what statistics and colours go by.

    ``told`` is what may be told to the complainant who asks how the matter stands; without it the usual words of its phase.
    """

    phase: Phase = "open"
    told: str = ""


class Step(Named, frozen=True, kw_only=True):
    """One act on a case. ``starting`` lists the states it may be taken from (none: from every open state).

    An empty ``to`` leaves the state as it is. ``by`` lists roles (none: every role with ``right``). ``needs`` are
    facts that must be known by then; ``after`` steps that must have happened; ``when`` is a criterion that must hold.
    ``completes`` names steps (``register``) whose fields may be filled in or corrected here, none of them required.
    ``sets`` are facts that the act itself settles (accepting sets the validity); an empty text makes a fact unknown
    again (what was confirmed before the case was dealt with anew).
    ``side`` names the task beside the main line to which the step belongs; its last step ends the task.
    ``signed`` names a fact with departments, all of which must have countersigned before the step may be taken.
    ``once``: a second time only with a reason by someone with the right to decide.
    ``series`` gives the order or the file that the step makes its number.
    """

    starting: tuple[str, ...] = msgspec.field(name="from", default=())
    to: str = ""
    by: tuple[str, ...] = ()
    right: Right = "handle"
    kinds: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    completes: tuple[str, ...] = ()
    sets: Mapping[str, str | bool] = {}
    after: tuple[str, ...] = ()
    when: str = ""
    refused: str = ""
    papers: tuple[str, ...] = ()
    effects: tuple[Effect, ...] = ()
    pauses: str = ""
    resumes: str = ""
    extends: str = ""
    side: str = ""
    signed: str = ""
    once: bool = False
    series: str = ""
    primary: bool = False
    harmless: bool = False

    @property
    def empties(self) -> frozenset[str]:
        """The facts that nobody knows any more after this step."""
        return frozenset(fact for fact, value in self.sets.items() if value == "")


class Level(Named, frozen=True, kw_only=True):
    """A degree of a scale; the higher ``rank`` wins. Persons named here are role ids, one role for each.

    ``report_to`` lists to whom a case of this level is reported; ``report`` is the manual's wording of it.
    """

    rank: int
    report_to: tuple[str, ...] = ()
    report: str = ""
    extension_by: str = ""
    organiser: str = ""


class Criterion(Entry, frozen=True, kw_only=True):
    """One line of the manual that puts a case on ``level``. ``text`` is the manual's wording, ``when`` the criterion."""

    id: str
    level: str
    text: str
    when: str
    by_hand: bool = False


class Scale(Named, frozen=True, kw_only=True):
    """A severity scale. Without a matching line the case is on ``otherwise`` (empty: on no level)."""

    levels: tuple[Level, ...]
    criteria: tuple[Criterion, ...] = ()
    otherwise: str = ""
    kinds: tuple[str, ...] = ()
    may_set: tuple[str, ...] = ()


class Pause(Named, frozen=True, kw_only=True):
    """A stretch that clocks do not count. It begins and ends with the steps that name it."""
