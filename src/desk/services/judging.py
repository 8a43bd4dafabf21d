"""Cases as they stand now, each judged under the manual that it was taken in under: for registers and figures alike."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.domain.case import Case
from desk.domain.circumstances import Circumstances
from desk.domain.clocks import ClockState, clocks_of
from desk.domain.viewer import Viewer
from desk.rulebook.model import Rulebook
from desk.store import case_list, repeated
from desk.store.case_filter import CaseFilter

if TYPE_CHECKING:
    from desk.services.office import Office


@dataclass(frozen=True, slots=True)
class Standing:
    """A case, as far as the viewer may see it, with its manual, what criteria may ask about it, and its clocks."""

    rulebook: Rulebook
    case: Case
    facts: Circumstances
    clocks: tuple[ClockState, ...]


def standings(office: "Office", viewer: Viewer, which: CaseFilter) -> Iterator[Standing]:
    """Every case of the filter, the oldest first."""
    now = office.now()
    with office.store.reading() as tx:
        for case in case_list.lines(tx, viewer, which):
            book = office.rulebook_of(case)
            facts = office.facts(book, case, repeated.counts(tx, book, case))
            yield Standing(book, case, facts, clocks_of(book, case, facts, office.calendar, now))
