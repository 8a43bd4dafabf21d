"""Days of a period as moments on the office's clock, and the cases received in them."""

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from desk.domain.errors import DeskError
from desk.store.case_filter import CaseFilter

if TYPE_CHECKING:
    from desk.services.office import Office


def moments_of(office: "Office", first: date, last: date) -> tuple[datetime, datetime]:
    """The moment at which the days begin, and the one at which they are over."""
    midnight = time(0, 0)
    return (
        datetime.combine(first, midnight, office.zone),
        datetime.combine(last + timedelta(days=1), midnight, office.zone),
    )


def received_in(office: "Office", first: date, last: date) -> CaseFilter:
    """The cases received in the days ``first`` to ``last``. Raises ``DeskError``."""
    if last < first:
        raise DeskError("bad_period", "结束日期早于开始日期", "请调换两个日期", "to")
    since, until = moments_of(office, first, last)
    return CaseFilter(rulebooks=frozenset({office.rulebook.id}), received_from=since, received_to=until)
