"""Cases as they stand now, each judged under the manual that it was taken in under: for registers and figures alike."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from desk.domain.case import Case
from desk.domain.circumstances import Circumstances, of_case
from desk.domain.clocks import ClockState, clocks_of
from desk.domain.viewer import Viewer
from desk.rulebook.base import is_unset
from desk.rulebook.criteria import parse
from desk.rulebook.kept import kept
from desk.rulebook.model import Rulebook
from desk.store import case_list, repeated
from desk.store.case_filter import CaseFilter

OTHERS = frozenset({"same_person", "same_object", "same_matter", "same_event"})
"""What only a look at other cases tells."""

if TYPE_CHECKING:
    from desk.services.office import Office


@dataclass(frozen=True)
class Standing:
    """A case, as far as the viewer may see it, with its manual; what is asked about it is worked out when it is asked.

    ``others`` is how many other cases are like it, ``now`` the moment of which everything is said.
    """

    office: "Office"
    rulebook: Rulebook
    case: Case
    others: Mapping[str, int]
    now: datetime

    @cached_property
    def facts(self) -> Circumstances:
        """What criteria may ask about it."""
        return of_case(self.rulebook, self.case, self.now, self.others, self.office.calendar)

    @cached_property
    def clocks(self) -> tuple[ClockState, ...]:
        """Every clock of it that has started."""
        return clocks_of(self.rulebook, self.case, self.facts, self.office.calendar, self.now)

    @cached_property
    def undone(self) -> tuple[ClockState, ...]:
        """The clocks of which something is still to be done."""
        return clocks_of(self.rulebook, self.case, self.facts, self.office.calendar, self.now, done=False)


def standings(office: "Office", viewer: Viewer, which: CaseFilter) -> Iterator[Standing]:
    """Every case of the filter, the oldest first."""
    now = office.now()
    with office.store.reading() as tx:
        for case in case_list.lines(tx, viewer, which):
            book = office.rulebook_of(case)
            counts = repeated.counts(tx, book, case) if _asks_others(book) else {}
            yield Standing(office, book, case, counts, now)


@kept
def _asks_others(book: Rulebook) -> bool:
    """Whether anything that is judged here depends on how many other cases are like this one; finding out takes long."""
    lines = [clock.when for clock in book.clocks] + [register.where for register in book.registers]
    lines += [penalty.when for penalty in book.penalties]
    lines += [line for one in book.indicators if not is_unset(one.base) for line in (one.base, one.hits)]
    asked = {one.mean for one in book.indicators}.union(*(parse(line).facts for line in lines if line))
    return bool(asked & OTHERS)
