"""What changes by itself: days pass and calendars are mended, so levels rise and dates move. Nothing happens unseen."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from desk.domain import grading
from desk.domain.case import RECOUNTED, REGRADED, Case, Happening
from desk.domain.clocks import ClockState, clocks_of
from desk.domain.endings import ENDED
from desk.domain.moments import moment_words
from desk.domain.viewer import Viewer
from desk.rulebook.loading import adopted
from desk.rulebook.model import Rulebook
from desk.services.changes import Changes
from desk.store import audit, case_list, cases, changes, repeated, rulebooks
from desk.store.case_filter import CaseFilter
from desk.store.transaction import Transaction

if TYPE_CHECKING:
    from desk.services.office import Office

_AT_ONCE = 200


def refresh(office: "Office", viewer: Viewer) -> Changes:
    """Judge every open case anew: its level (CAP-41) and its dates; what changed stands in the case's timeline.

    Works through the cases in short transactions, so that the counter goes on registering.
    """
    which = CaseFilter(states=_open_states(office))
    touched: set[int] = set()
    after: int | None = None
    while True:
        with office.store.writing() as tx:
            rows = case_list.page(tx, viewer, which, after=after, limit=_AT_ONCE)
            touched |= {row.id for row in rows if _refreshed(office, viewer, tx, row.id)}
        if len(rows) < _AT_ONCE:
            return Changes(frozenset(touched), frozenset({"cases"} if touched else ()))
        after = rows[-1].id


def _open_states(office: "Office") -> frozenset[str]:
    """The states in which a case is open under one of the manuals that the office has ever used."""
    with office.store.reading() as tx:
        kept = {key: rulebooks.text(tx, *key) for key in rulebooks.versions(tx)}
    books = [adopted(manual) for manual in kept.values()]
    return frozenset(state.id for book in books for state in book.states if state.phase not in ENDED)


def _refreshed(office: "Office", viewer: Viewer, tx: Transaction, case_id: int) -> bool:
    case = cases.whole(tx, case_id)
    rulebook = office.rulebook_of(case)
    if rulebook.state(case.state).phase in ENDED:
        return False
    facts = office.facts(rulebook, case, repeated.counts(tx, rulebook, case))
    grades = grading.grade(rulebook, facts)
    graded = replace(case, levels={**case.levels, **grading.levels(grades)})
    clocks = clocks_of(rulebook, graded, facts, office.calendar, office.now())
    entries = (*_raised(rulebook, case, graded, office), *_moved(tx, case, clocks, office))
    if not entries:
        return False
    changes.tell(tx, graded, entries, clocks, rank=grading.rank(rulebook, graded.levels))
    for entry in entries:
        audit.append(tx, audit.Act(act=entry.step, by=viewer.user, case_id=case.id, about=case.number))
    return True


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
    kept = {clock.id: clock.due for clock in cases.clocks(tx, case.id)}
    told = [
        f"{clock.name}：原 {_words(kept[clock.id])}，现 {_words(clock.due)}"
        for clock in clocks
        if clock.id in kept and clock.is_running and kept[clock.id] != clock.due
    ]
    return (Happening(step=RECOUNTED, at=office.now(), by="", note="；".join(told)),) if told else ()


def _words(due: datetime | None) -> str:
    return moment_words(due) if due else "未设定"
