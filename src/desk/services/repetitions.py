"""What came before a matter: repetitions as the manual counts them, and marks on the complainant's earlier matters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desk.domain import grading
from desk.domain.case import Case
from desk.domain.circumstances import Circumstances
from desk.domain.endings import ended_at
from desk.domain.repeat_words import rule_words
from desk.domain.viewer import Viewer
from desk.rulebook.criteria import parse
from desk.rulebook.flow import Level
from desk.rulebook.intake import Repeat
from desk.rulebook.model import Rulebook
from desk.store import cases, conflicts, repeated
from desk.store.case_list import CaseRow
from desk.store.transaction import Transaction

if TYPE_CHECKING:
    from desk.services.office import Office

SHOWN = 12
"""Of so many earlier cases it is told what became of them."""
_OF_OBJECTS = ("same_object", "same_matter")
_CAME_OF_IT = ("result", "ground", "validity")


@dataclass(frozen=True, slots=True)
class Repetition:
    """One way in which the manual counts repetitions (二次投诉): the ``count``-th with this case; ``reached`` from
    the manual's ``times`` on. ``earlier`` are the cases that count with it, as far as the viewer may know of them.

    ``rule`` is the manual's rule in words; ``leads_to`` the name of the level on which the manual puts a matter for it.
    ``by_person``: told by who complains, not by what about.
    """

    id: str
    name: str
    count: int
    times: int
    reached: bool
    earlier: tuple[CaseRow, ...] = ()
    rule: str = ""
    leads_to: str = ""
    by_person: bool = False


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier case as the viewer may see it: where it stands and what came of it, in the words of its own manual."""

    row: CaseRow
    state: str
    outcome: str
    ended_at: datetime | None


def repetitions_of(
    tx: Transaction, viewer: Viewer, rulebook: Rulebook, case: Case, facts: Circumstances | None = None
) -> tuple[Repetition, ...]:
    """The repetitions that the case is part of; those that it is the first of are left out.

    With ``facts`` it is told to which level they lead.
    """
    return tuple(
        Repetition(
            found.repeat.id,
            found.repeat.name,
            found.count,
            found.repeat.times,
            found.reached,
            repeated.listed(tx, viewer, found.earlier),
            rule_words(rulebook, found.repeat),
            _leads_to(rulebook, facts, found.repeat) if facts is not None else "",
            found.repeat.fact not in _OF_OBJECTS,
        )
        for found in repeated.recurrences(tx, rulebook, case, conflicts.kept_from(tx, viewer))
        if found.count > 1
    )


def _leads_to(rulebook: Rulebook, facts: Circumstances, repeat: Repeat) -> str:
    """The highest level whose line names the repetition and holds once it is reached; empty where none does."""
    count = max(int(facts.get(repeat.fact) or 0), repeat.times)
    reached = {**facts, repeat.fact: count}
    found: list[Level] = []
    for grade in grading.grade(rulebook, reached):
        levels = {
            level.id: level for scale in rulebook.scales if scale.id == grade.scale for level in scale.levels
        }
        found += [levels[line.level] for line in grade.matched if repeat.fact in parse(line.when).facts]
    return max(found, key=lambda level: level.rank).name if found else ""


def earlier_of(
    tx: Transaction, office: "Office", viewer: Viewer, rows: Sequence[CaseRow]
) -> tuple[Earlier, ...]:
    """The newest of these cases with what became of them."""
    return tuple(_earlier(tx, office, viewer, row) for row in rows[:SHOWN])


def _earlier(tx: Transaction, office: "Office", viewer: Viewer, row: CaseRow) -> Earlier:
    seen = cases.get(tx, row.number, viewer)
    rulebook = office.rulebook_of(seen)
    ended = ended_at(rulebook, seen)
    words = office.words_of(rulebook, seen)
    told = (str(words.get(place) or "") for place in _CAME_OF_IT) if ended else ()
    return Earlier(row, str(words.get("case.state", "")), next((word for word in told if word), ""), ended)


def marks_of(tx: Transaction, rulebook: Rulebook, rows: Sequence[CaseRow]) -> Mapping[str, str]:
    """By case number what marks were put on these cases (the steps with the effect ``mark``), with their reason."""
    steps = {step.id: step.name for step in rulebook.steps if "mark" in step.effects}
    if not steps:
        return {}
    marked = {}
    for row in rows:
        told = [
            f"{steps[entry.step]}：{entry.note or entry.values.get('reason', '')}"
            for entry in cases.whole(tx, row.id).timeline
            if entry.step in steps and not entry.undone
        ]
        if told:
            marked[row.number] = "；".join(told)
    return marked
