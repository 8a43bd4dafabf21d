"""What changes by itself: days pass and calendars are mended, so levels rise and dates move. Nothing happens unseen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desk.domain import grading
from desk.domain.case import RECOUNTED, REGRADED, Case, Happening
from desk.domain.clock_changes import moved
from desk.domain.clocks import ClockState, clocks_of
from desk.domain.endings import ENDED
from desk.domain.viewer import Viewer
from desk.rulebook.model import Rulebook
from desk.services.changes import Changes
from desk.services.day_cases import open_states
from desk.store import audit, case_list, cases, changes, repeated
from desk.store import office as office_settings
from desk.store.case_filter import CaseFilter
from desk.store.case_list import CaseRow
from desk.store.transaction import Transaction

if TYPE_CHECKING:
    from desk.services.office import Office

AT_ONCE = 200
EVERY = timedelta(hours=1)
"""How often cases are judged anew while windows are open, besides each new day."""

_BEGUN = "refresh.begun"
"""Where the office keeps when a desk last began."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the open cases judged anew: what changed, ``raised`` in words by case number, and the id to go on after.

    ``last`` is None where no case is left.
    """

    changes: Changes
    raised: Mapping[str, str]
    last: int | None


def refresh(office: "Office", viewer: Viewer) -> Changes:
    """Judge every open case anew: its level (CAP-41) and its dates; what changed stands in the case's timeline.

    Works through the cases in short transactions, so that the counter goes on registering.
    """
    done = part(office, viewer)
    changes = done.changes
    while done.last is not None:
        done = part(office, viewer, done.last)
        changes = changes.and_also(done.changes)
    return changes


def part(office: "Office", viewer: Viewer, after: int | None = None, at_once: int = AT_ONCE) -> Part:
    """The same for the next ``at_once`` cases. Only those that change are judged within a writing transaction."""
    which = CaseFilter(states=open_states(office))
    with office.store.reading() as tx:
        rows = case_list.page(tx, viewer, which, after=after, limit=at_once)
        ripe = [row for row in rows if _judged(office, tx, row.id)]
    raised = _write(office, viewer, ripe) if ripe else {}
    touched = frozenset(row.id for row in ripe if row.id in raised)
    changes = Changes(touched, frozenset({"cases"} if touched else ()))
    told = {row.number: raised[row.id] for row in ripe if raised.get(row.id)}
    return Part(changes, told, rows[-1].id if len(rows) == at_once else None)


def begin(office: "Office") -> bool:
    """Whether it is this desk's turn: an hour or midnight has passed since any desk began. Puts down that it begins."""
    with office.store.writing() as tx:
        now = office.now()
        begun = office_settings.read(tx).get(_BEGUN, "")
        before = datetime.fromisoformat(begun) if begun else None
        if before and before.date() == now.date() and abs(now - before) < EVERY:
            return False
        return office_settings.exchange(tx, _BEGUN, begun, now.isoformat())


@dataclass(frozen=True, slots=True)
class _Judged:
    """A case on the levels and with the clocks that it has now, and the entries that tell of the change."""

    rulebook: Rulebook
    case: Case
    clocks: tuple[ClockState, ...]
    raised: tuple[Happening, ...]
    moved: tuple[Happening, ...]


def _judged(office: "Office", tx: Transaction, case_id: int) -> _Judged | None:
    """None where nothing has changed."""
    case = cases.whole(tx, case_id)
    rulebook = office.rulebook_of(case)
    if rulebook.state(case.state).phase in ENDED:
        return None
    facts = office.facts(rulebook, case, repeated.counts(tx, rulebook, case))
    grades = grading.grade(rulebook, facts)
    graded = replace(case, levels={**case.levels, **grading.levels(grades)})
    clocks = clocks_of(rulebook, graded, facts, office.calendar, office.now())
    raised, moved = _raised(rulebook, case, graded, office), _moved(tx, case, clocks, office)
    return _Judged(rulebook, graded, clocks, raised, moved) if raised or moved else None


def _write(office: "Office", viewer: Viewer, ripe: Sequence[CaseRow]) -> dict[int, str]:
    """By the id of each case that changed what became of its level; another desk may have been quicker."""
    written = {}
    with office.store.writing() as tx:
        for row in sorted(
            ripe, key=lambda row: row.id
        ):  # every desk in the same order, or two would wait for each other
            changes.lock(tx, row.id)
            found = _judged(office, tx, row.id)
            if found is None:
                continue
            entries = (*found.raised, *found.moved)
            changes.tell(
                tx, found.case, entries, found.clocks, rank=grading.rank(found.rulebook, found.case.levels)
            )
            for entry in entries:
                audit.append(tx, audit.Act(act=entry.step, by=viewer.user, case_id=row.id, about=row.number))
            written[row.id] = "；".join(entry.note for entry in found.raised)
    return written


def _raised(rulebook: Rulebook, before: Case, after: Case, office: "Office") -> tuple[Happening, ...]:
    if dict(before.levels) == dict(after.levels):
        return ()
    names = {level.id: level.name for scale in rulebook.scales for level in scale.levels}
    told = "；".join(
        f"{names.get(before.levels.get(scale, ''), '无')} → {names[level]}"
        for scale, level in after.levels.items()
        if before.levels.get(scale) != level
    )
    return (Happening(step=REGRADED, at=office.now(), by="", note=f"等级变化：{told}"),)


def _moved(
    tx: Transaction, case: Case, clocks: tuple[ClockState, ...], office: "Office"
) -> tuple[Happening, ...]:
    told = moved({clock.id: clock.due for clock in cases.clocks(tx, case.id)}, clocks)
    return (Happening(step=RECOUNTED, at=office.now(), by="", note="；".join(told)),) if told else ()
