"""What came before a matter: repetitions as the manual counts them, and marks on the complainant's earlier matters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desk.domain.case import Case
from desk.domain.viewer import Viewer
from desk.rulebook.model import Rulebook
from desk.store import cases, repeated
from desk.store.case_list import CaseRow
from desk.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Repetition:
    """One way in which the manual counts repetitions (二次投诉): the ``count``-th with this case; ``reached`` from
    the manual's ``times`` on. ``earlier`` are the cases that count with it, as far as the viewer may know of them.
    """

    id: str
    name: str
    count: int
    times: int
    reached: bool
    earlier: tuple[CaseRow, ...] = ()


def repetitions_of(tx: Transaction, viewer: Viewer, rulebook: Rulebook, case: Case) -> tuple[Repetition, ...]:
    """The repetitions that the case is part of; those that it is the first of are left out."""
    return tuple(
        Repetition(
            found.repeat.id,
            found.repeat.name,
            found.count,
            found.repeat.times,
            found.reached,
            repeated.listed(tx, viewer, found.earlier),
        )
        for found in repeated.recurrences(tx, rulebook, case)
        if found.count > 1
    )


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
