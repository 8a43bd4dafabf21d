"""The months of the last year counted before somebody asks, so that figures and pictures of a year are there at once."""

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from desk.domain.pictures import trend_months
from desk.domain.viewer import Viewer
from desk.services import figures, picture_counts
from desk.services.counted import is_brief
from desk.services.figures import Sheets
from desk.services.kept_counts import Count, Kept, Stretch, stretches
from desk.services.picture_counts import PictureSheets

if TYPE_CHECKING:
    from desk.services.office import Office

_USUAL = "department"
"""What figures are grouped by most."""


class Ahead:
    """Counts a month at a time; what is kept already costs nothing."""

    def __init__(self, office: "Office", viewer: Viewer) -> None:
        self._office, self._viewer = office, viewer

    def months(self) -> tuple[Stretch, ...]:
        """The months of the last year that are over and in which anything happened, the latest first."""
        office, now = self._office, self._office.now()
        begin = date.fromisoformat(f"{trend_months(now.date())[0]}-01")
        found = stretches(office, datetime.combine(begin, time(0, 0), office.zone), now)
        return tuple(one for one in reversed(found) if one.over)

    def keep(self, one: Stretch) -> None:
        """Counts what figures, those by department, and pictures need of the month."""
        office, viewer = self._office, self._viewer
        counts: dict[str, Count] = {picture_counts.KEPT_AS: PictureSheets(office, viewer)}
        for by in ((), (_USUAL,)) if is_brief(office.rulebook) else ():
            counts[",".join((figures.KEPT_AS, *by))] = Sheets(office, viewer, by)
        for what, count in counts.items():
            Kept(office, viewer, what).of((one,), count)
