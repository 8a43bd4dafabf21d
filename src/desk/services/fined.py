"""What the rules fine: only the cases that a rule can be about are read whole, however many a period has (CAP-99)."""

from typing import TYPE_CHECKING

from desk.domain.penalties import Line, penalties
from desk.domain.viewer import Viewer
from desk.rulebook.model import Rulebook
from desk.services.counted import whole_of
from desk.store.case_filter import CaseFilter
from desk.store.plain_cases import fineable

if TYPE_CHECKING:
    from desk.services.office import Office


def fined(office: "Office", viewer: Viewer, which: CaseFilter) -> tuple[Line, ...]:
    """A line for each rule and case of the filter, the oldest case first.

    What came in ended from an old register is not fined: its way was gone elsewhere, and its register tells two of its days.
    """
    rules = office.rulebook.penalties
    on = frozenset(rule.on for rule in rules if rule.on)
    if not on:
        return ()
    steps = frozenset(name for name in on if any(not _is_clock(book, name) for book in office.versions()))
    with office.store.reading() as tx:
        ids = fineable(tx, viewer, which, on, steps)
    return penalties(rules, tuple(whole_of(office, viewer, ids)), office.now())


def _is_clock(book: Rulebook, name: str) -> bool:
    return any(clock.id == name for clock in book.clocks)
