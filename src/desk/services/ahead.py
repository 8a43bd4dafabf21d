"""The months of the last year counted before somebody asks, so that figures and pictures of a year are there at once."""

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from desk.domain.pictures import trend_months
from desk.domain.viewer import Viewer
from desk.services import picture_counts
from desk.services.counted import is_brief
from desk.services.figures import Sheets, kept_as
from desk.services.groupings import USUAL
from desk.services.kept_counts import Kept, Stretch, stretches
from desk.services.picture_counts import PictureSheets

if TYPE_CHECKING:
    from desk.services.office import Office

_BYS: tuple[tuple[str, ...], ...] = ((), *((name,) for name in USUAL))


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
        """Counts what figures, those by every usual grouping, and pictures need of the month: its cases are read twice."""
        office, viewer = self._office, self._viewer
        Kept(office, viewer, picture_counts.KEPT_AS).of((one,), PictureSheets(office, viewer))
        if is_brief(office.rulebook):
            self._keep_figures(one)

    def _keep_figures(self, one: Stretch) -> None:
        """All groupings at once; what of them is kept already is counted again only where another is lacking."""
        for by in _BYS:
            others = tuple(other for other in _BYS if other != by)
            names = map(kept_as, others)
            kept = Kept(self._office, self._viewer, kept_as(by), *names)
            kept.of((one,), Sheets(self._office, self._viewer, by, *others))
