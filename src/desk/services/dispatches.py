"""What was sent to which department, who signed, and whose work lies with somebody who has left (CAP-62, 64, 65)."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from desk.domain.dispatch import Sheet, asking, dispatching_steps, sheets_of
from desk.domain.passing import how_held
from desk.domain.viewer import Viewer
from desk.services.day_cases import books, open_states
from desk.store import case_list, cases, hands
from desk.store.case_filter import CaseFilter
from desk.store.case_list import CaseRow, Order
from desk.store.transaction import Transaction
from desk.store.users import User

if TYPE_CHECKING:
    from desk.domain.case import Case
    from desk.services.office import Office

_AT_ONCE = 100
_OLDEST = Order("newest", descending=False)


@dataclass(frozen=True, slots=True)
class Dispatched:
    """One sheet with the case it belongs to, as the viewer may see it; ``name`` is what the department is called."""

    case: CaseRow
    sheet: Sheet
    name: str


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """An open case that lies with a user who works here no more, and how: as handler, first receiver, taker, or last to act."""

    case: CaseRow
    user: User
    how: tuple[str, ...]


def sheets(
    office: "Office", viewer: Viewer, *, department: str = "", unsigned: bool = False, at_most: int = 0
) -> tuple[Dispatched, ...]:
    """The sheets that are out, the oldest case first: of one department (id or name), or only those nobody signed for.

    ``at_most``: the sheets of further cases are left out once so many are found (0: none is).
    """
    found: list[Dispatched] = []
    for row, case in _read(office, viewer, _unsigned(office, viewer) if unsigned else _sent(office, viewer)):
        if at_most and len(found) >= at_most:
            break
        rulebook = office.rulebook_of(case)
        names = {entry.id: entry.name for entry in rulebook.departments}
        for sheet in sheets_of(rulebook, case):
            name = names.get(sheet.department, sheet.department)
            of_it = not department or department in (sheet.department, name)
            if of_it and (sheet.is_unsigned or not unsigned):
                found.append(Dispatched(row, sheet, name))
    return tuple(found)


def left_behind(office: "Office", viewer: Viewer, at_most: int = 0) -> tuple[LeftBehind, ...]:
    """Open cases that lie with somebody whose account rests, the oldest first; no more than ``at_most`` (0: all)."""
    gone = {user.id: user for user in office.users() if not user.active}
    if not gone:
        return ()
    found = (
        LeftBehind(row, user, how)
        for row, case in _read(office, viewer, _in_hands_of(office, viewer, gone.values()))
        for user in gone.values()
        if (how := how_held(case, user.id, user.name))
    )
    return tuple(islice(found, at_most or None))


def _sent(office: "Office", viewer: Viewer) -> list[int]:
    """Open cases that were ever sent to a department, the oldest first."""
    steps = frozenset[str]().union(*(dispatching_steps(book) for book in books(office)))
    if not steps:
        return []
    which = CaseFilter(states=open_states(office), with_steps=steps)
    with office.store.reading() as tx:
        return case_list.ids(tx, viewer, which)


def _unsigned(office: "Office", viewer: Viewer) -> list[int]:
    """Open cases that may have a sheet nobody signed for: none signed since it was sent, or more than one to sign."""
    ways = {(book.id, way) for book in books(office) for way in asking(book)}
    found: set[hands.Place] = set()
    with office.store.reading() as tx:
        for book, way in ways:
            which = CaseFilter(rulebooks=frozenset({book}), states=open_states(office))
            found |= hands.sent_on(tx, viewer, which, way.sending, way.signing)
            if way.each:
                sent = replace(which, with_steps=way.sending)
                found |= hands.mentioning(tx, viewer, sent, ("assisting",))
    return [case_id for _, case_id in sorted(found)]


def _in_hands_of(office: "Office", viewer: Viewer, users: Collection[User]) -> list[int]:
    with office.store.reading() as tx:
        return in_hands_within(office, viewer, tx, users)


def in_hands_within(office: "Office", viewer: Viewer, tx: Transaction, users: Collection[User]) -> list[int]:
    """Open cases that one of these users took in, took over, did the last thing in, or is named in, the oldest first."""
    which = CaseFilter(states=open_states(office))
    ids = {user.id for user in users}
    found = hands.received_by(tx, viewer, which, ids) | hands.last_done_by(tx, viewer, which, ids)
    found |= hands.passed_to(tx, viewer, which, ids)
    found |= hands.mentioning(tx, viewer, which, ids | {user.name for user in users})
    return [case_id for _, case_id in sorted(found)]


def _read(office: "Office", viewer: Viewer, ids: Sequence[int]) -> Iterator[tuple[CaseRow, "Case"]]:
    """These cases: the line as the viewer may see it, and the whole case to judge by."""
    still_open = CaseFilter(states=open_states(office))
    for some in (ids[at : at + _AT_ONCE] for at in range(0, len(ids), _AT_ONCE)):
        with office.store.reading() as tx:
            which = replace(still_open, ids=frozenset(some))
            rows = case_list.page(tx, viewer, which, order=_OLDEST, limit=len(some))
            whole = cases.all_whole(tx, [row.id for row in rows])
        yield from zip(rows, whole, strict=True)
