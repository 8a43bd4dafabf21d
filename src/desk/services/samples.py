"""A sample for an inspection: cases drawn by chance from a period, and what each file still lacks.

The same seed draws the same cases from the same period, so that an inspector can draw again and compare.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from desk.domain.errors import DeskError, Forbidden
from desk.domain.viewer import Viewer
from desk.rulebook.criteria import holds
from desk.services import seals
from desk.services.cases import CaseView, show_within
from desk.store import case_list
from desk.store.case_filter import CaseFilter

if TYPE_CHECKING:
    from desk.services.office import Office

MOST = 200
"""No inspection reads more files at once."""


@dataclass(frozen=True, slots=True)
class Sampled:
    """A drawn case, where it stands, and what its file lacks in words: papers never issued, not printed, not sealed."""

    number: str
    state: str
    lacks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """What was drawn: out of how many, with which seed, the cases by their numbers."""

    seed: int
    of: int
    cases: tuple[Sampled, ...]


def draw(
    office: "Office", viewer: Viewer, first: date, last: date, *, count: int = 10, seed: int | None = None
) -> Sample:
    """``count`` cases registered from ``first`` to ``last``; without a seed that of today. Raises ``DeskError``.

    Out of the cases of those manuals under which this person may inspect.
    """
    mine = frozenset(book.id for book, person in office.under_each(viewer) if _may_draw(person))
    if not mine:
        raise Forbidden("forbidden", f"{viewer.name}的岗位不能抽查案卷", "请由督办、审批或审计人员抽取")
    if last < first:
        raise DeskError("bad_period", "结束日期早于开始日期", "请调换两个日期", "to")
    if not 1 <= count <= MOST:
        raise DeskError("bad_count", f"抽查件数应在1到{MOST}之间", "例：10", "count")
    chosen = int(f"{office.now():%Y%m%d}") if seed is None else seed
    since = datetime.combine(first, time(0, 0), office.zone)
    until = datetime.combine(last + timedelta(days=1), time(0, 0), office.zone)
    which = CaseFilter(rulebooks=mine, registered_from=since, registered_to=until)
    with office.store.reading() as tx:
        numbers = case_list.numbers(tx, viewer, which)
        # Not for secrets: the same seed must draw the same cases.
        drawn = random.Random(chosen).sample(numbers, min(count, len(numbers)))  # noqa: S311
        views = [show_within(office, viewer, tx, number) for number in sorted(drawn)]
    found = (
        Sampled(one.number, str(one.words.get("case.state", "")), tuple(_lacks(office, one))) for one in views
    )
    return Sample(chosen, len(numbers), tuple(found))


def _may_draw(viewer: Viewer) -> bool:
    return viewer.may("supervise") or viewer.may("approve") or viewer.may("audit")


def _lacks(office: "Office", view: CaseView) -> Iterator[str]:
    rulebook = office.rulebook_of(view.case)
    names = {paper.id: paper.name for paper in rulebook.papers}
    issued = [row for row in view.papers if row.state == "issued"]
    steps = {step.id: step for step in rulebook.steps}
    taken = [entry.step for entry in view.case.timeline if entry.step in steps and not entry.undone]
    called_for = dict.fromkeys(paper for step in taken for paper in steps[step].papers)
    due = {paper.id for paper in rulebook.papers if holds(paper.when, view.facts)}
    for paper in called_for:
        if paper in due and paper not in {row.kind for row in issued}:
            yield f"未出具：{names.get(paper, paper)}"
    for row in issued:
        if not row.printed:
            yield f"未打印：{names.get(row.kind, row.kind)}"
    for row in seals.waiting(rulebook, view):
        yield f"未用印：{names.get(row.kind, row.kind)}"
