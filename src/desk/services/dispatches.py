"""What was sent to which department, who signed, and whose work lies with somebody who has left (CAP-62, 64, 65)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.domain.dispatch import Sheet, dispatching_steps, sheets_of
from desk.domain.passing import how_held
from desk.domain.viewer import Viewer
from desk.services.day_cases import books, open_states
from desk.store import case_list, cases
from desk.store.case_filter import CaseFilter
from desk.store.case_list import CaseRow, Order
from desk.store.users import User

if TYPE_CHECKING:
    from desk.domain.case import Case
    from desk.services.office import Office

_AT_ONCE = 500
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

    ``at_most``: look through so many cases only, the oldest first (0: all).
    """
    steps = frozenset[str]().union(*(dispatching_steps(book) for book in books(office)))
    if not steps:
        return ()
    which = CaseFilter(states=open_states(office), with_steps=steps)
    found = []
    for row, case in _read(office, viewer, which, at_most):
        rulebook = office.rulebook_of(case)
        names = {entry.id: entry.name for entry in rulebook.departments}
        for sheet in sheets_of(rulebook, case):
            name = names.get(sheet.department, sheet.department)
            of_it = not department or department in (sheet.department, name)
            if of_it and (sheet.is_unsigned or not unsigned):
                found.append(Dispatched(row, sheet, name))
    return tuple(found)


def left_behind(office: "Office", viewer: Viewer, at_most: int = 0) -> tuple[LeftBehind, ...]:
    """Open cases that lie with somebody whose account rests, the oldest first."""
    gone = {user.id: user for user in office.users() if not user.active}
    if not gone:
        return ()
    which = CaseFilter(states=open_states(office))
    return tuple(
        LeftBehind(row, user, how)
        for row, case in _read(office, viewer, which, at_most)
        for user in gone.values()
        if (how := how_held(case, user.id, user.name))
    )


def _read(
    office: "Office", viewer: Viewer, which: CaseFilter, at_most: int
) -> Iterator[tuple[CaseRow, "Case"]]:
    """The cases of a filter: the line as the viewer may see it, and the whole case to judge by."""
    after: int | None = None
    read = 0
    while True:
        with office.store.reading() as tx:
            rows = case_list.page(tx, viewer, which, order=_OLDEST, after=after, limit=_AT_ONCE)
            whole = cases.all_whole(tx, [row.id for row in rows])
        yield from zip(rows, whole, strict=True)
        read += len(rows)
        if len(rows) < _AT_ONCE or (at_most and read >= at_most):
            return
        after = rows[-1].id
