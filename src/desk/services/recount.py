"""Is what is kept of months that are over still what counting again finds? What is not is thrown away and named."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from desk.domain import picture_sums, sums
from desk.domain.progress import Told, go_on
from desk.domain.viewer import Viewer
from desk.services import picture_counts
from desk.services.figures import Sheets
from desk.services.kept_counts import Count, Stretch, made_from
from desk.services.picture_counts import PictureSheets
from desk.store import kept_counts
from desk.store.findings import Finding

if TYPE_CHECKING:
    from desk.services.office import Office

CHECK = "统计与逐件重数一致"
_NOBODY = Viewer(user="", name="", role="")
"""Whom no case is kept from and to whom none is opened: what is kept is what everybody sees."""


def recounted(office: "Office", told: Told | None = None) -> tuple[Finding, ...]:
    """Every kept count that counting again contradicts; it is counted anew when it is next asked for.

    Raises ``Stopped`` where ``told`` says so.
    """
    with office.store.reading() as tx:
        every = [one for one in kept_counts.every(tx) if one[0].made_from == made_from(office)]
    wrong = []
    for done, (about, counts) in enumerate(every):
        go_on(told, "重数各月统计", done, len(every))
        if not _holds(office, about, counts):
            wrong.append(about)
    if wrong:
        with office.store.writing() as tx:
            kept_counts.forget_all(tx)
    return tuple(_told(wrong))


def _holds(office: "Office", about: kept_counts.Counted, counts: str) -> bool:
    what, *by = about.what.split(",")
    if about.rulebook != office.rulebook.id:
        return True
    read: Callable[[str], object] = picture_sums.read if what == picture_counts.KEPT_AS else sums.read
    is_picture = what == picture_counts.KEPT_AS
    count: Count = PictureSheets(office, _NOBODY) if is_picture else Sheets(office, _NOBODY, by)
    try:
        held = read(counts)
    except ValueError:
        return False
    [[counted]] = count([Stretch(about.since, about.until, over=True)])
    return held == read(counted)


def _told(wrong: list[kept_counts.Counted]) -> Iterator[Finding]:
    for month in dict.fromkeys(f"{about.since:%Y年%m月}" for about in wrong):
        words = f"{month}的统计与逐件重数不一致，存下的统计已经作废，下次统计时重新计数"
        yield Finding("figures", words, month)
