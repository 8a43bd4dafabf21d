"""Being called to account: indicators, penalties, rewards, the survey, confidentiality and retention."""

from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from desk.rulebook.base import Entry, Named


class Indicator(Named, frozen=True, kw_only=True):
    """A figure: the share of ``base`` cases that also fulfil ``hits`` (criteria), or a ``mean`` of a fact.

    With ``over``, a volume of business, it is how many cases there are for ``per`` of it (每万人次 …). Without ``hits`` and ``mean`` it is how many ``base`` cases there are, ``per_day`` that number by the days of the
    period. Without a formula in the manual ``base`` is ``unset``. Of cases dealt with as one, ``joined`` counts ``each``
    or the lead alone (``once``); ``usual``: mere numbers count each, shares and means once.
    """

    base: str
    hits: str = ""
    mean: str = ""
    percent: bool = True
    per_day: bool = False
    over: str = ""
    per: int = 1
    by: tuple[str, ...] = ()
    period: Literal["received", "closed", "any"] = "received"
    target: str = ""
    joined: Literal["usual", "each", "once"] = "usual"

    @property
    def counts_each(self) -> bool:
        """Whether a case that is dealt with under another one counts by itself."""
        return self.joined == "each" or (self.joined == "usual" and not (self.hits or self.mean))


class Volume(Named, frozen=True, kw_only=True):
    """How much business there was (业务量: passengers carried, patients seen): no case says it, people enter it for each period.

    ``unit`` is what is counted (万人次).
    """

    every: Literal["day", "week", "month", "quarter", "half_year", "year"] = "month"
    unit: str = ""


class Band(Entry, frozen=True, kw_only=True):
    """An amount for a range; ``least`` and ``most`` with ``(``, ``[``, ``)``, ``]`` for open and closed bounds, as ``[90,95)``.

    An empty ``amount`` is the rule's own, which may leave it to people (``500..1500``).
    """

    range: str
    amount: str
    each: Literal["once", "day"] = "once"


class Penalty(Named, frozen=True, kw_only=True):
    """A fine or other consequence. ``on`` names a clock that was missed or a step that was taken (once a case, without
    ``bands``; an id that is both is the clock), or stands empty where people decide.

    ``amount`` is in yuan, ``500..1500`` where people decide between two amounts, else the manual's own words.
    """

    who: str = ""
    on: str = ""
    when: str = ""
    amount: str = ""
    bands: tuple[Band, ...] = ()
    bracket: Literal["progressive", "flat"] = "progressive"


class ScorePart(Named, frozen=True, kw_only=True):
    """A part of a score out of 100, with its weight in percent.

    Either the mean of these survey ``questions``, brought to 100, or points that the role ``by`` gives.
    """

    weight: int
    questions: tuple[str, ...] = ()
    by: str = ""


class Reward(Named, frozen=True, kw_only=True):
    """A bonus by score: the weighted mean of its ``parts``."""

    parts: tuple[ScorePart, ...]
    bands: tuple[Band, ...]
    who: str = ""
    excluded: tuple[str, ...] = ()


class Sign(Named, frozen=True, kw_only=True):
    """Something in the matters of a period that people should look at (苗头): counted, with its cases, never guessed.

    ``form``: a category that grows by ``percent`` over the equally long time before; ``least`` matters about one
    respondent; of one complainant; with the same wording (``percent`` of the shorter subject's pairs of characters);
    a department whose matters miss a limit, ``least`` of them and ``percent`` of its matters.
    """

    form: Literal["growth", "respondent", "repeat", "wording", "late"]
    least: int = 3
    percent: int = 0


class Question(Named, frozen=True, kw_only=True):
    """A question of the return visit; scores run from 0 to ``most``; one below ``reason_below`` needs a reason."""

    type: Literal["yes_no", "score", "text"] = "score"
    most: int = 10
    reason_below: int = 0


class Survey(Entry, frozen=True, kw_only=True):
    """The return visit (回访): its questions, and the step that follows when the complainant is not satisfied.

    ``dissatisfied_when`` is the criterion for that; where it holds after the visit the step is taken with it. Without
    one people decide.
    """

    questions: tuple[Question, ...] = ()
    dissatisfied: str = ""
    dissatisfied_when: str = ""


class Secrecy(Entry, frozen=True, kw_only=True):
    """Confidentiality and retention. ``sealed_kinds``: identities open only by request and second person.

    ``public_fields`` are all that a public register may show; none of them is identity.
    """

    sealed_kinds: tuple[str, ...] = ()
    public_fields: tuple[str, ...] = ()
    retention_years: str = "unset"
    text: str = ""


class Change(Entry, frozen=True, kw_only=True):
    """What reads otherwise while a switch stands on ``option``: the keys in ``set`` of the entry ``of``.

    ``of`` is the way to the entry by its ids: ``clock.response``, ``scale.severity.criteria.collective``.
    """

    option: str
    of: str
    set: Mapping[str, Any]


class Switch(Named, frozen=True, kw_only=True):
    """Where the manual contradicts itself or is silent: the options, the one that holds, and why.

    ``words`` says each option for people. What an option alters stands in ``change``, or in entries with a ``variant``.
    ``chosen`` is filled by loading with the option that holds.
    """

    options: tuple[str, ...]
    default: str
    reason: str
    about: str = ""
    words: tuple[str, ...] = ()
    changes: tuple[Change, ...] = msgspec.field(name="change", default=())
    chosen: str = ""


class Principle(Named, frozen=True, kw_only=True):
    """A sentence of the manual that guides people and that the program shows but does not compute.

    ``about`` says what sort it is: a term's definition, the scope, how to proceed, a department's duty, or a principle.
    """

    text: str
    about: Literal["principle", "term", "scope", "duty", "procedure"] = "principle"
    departments: tuple[str, ...] = ()


class Control(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The document-control block of the manual: who made, reviewed, checked and approved it, and since when it holds."""

    source: str = ""
    prepared: str = "unset"
    reviewed: str = "unset"
    checked: str = "unset"
    approved: str = "unset"
    effective: str = "unset"
    number: str = ""
