"""The figures of a period counted case by case, with the cases behind every number."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from desk.domain.endings import ended_at
from desk.domain.errors import DeskError
from desk.domain.figures import Figure, Judged, by_group, figure, places, tallies
from desk.domain.viewer import Viewer
from desk.rulebook.accounts import Indicator
from desk.rulebook.base import is_unset
from desk.rulebook.model import Rulebook
from desk.services.counted import counts_ends, endings
from desk.services.counted import judged as judged_of
from desk.services.groupings import grouping, groupings
from desk.services.one_pass import filters
from desk.services.period_days import moments_of
from desk.store.case_filter import CaseFilter

if TYPE_CHECKING:
    from desk.services.office import Office


@dataclass(frozen=True, slots=True)
class Ranking:
    """An indicator, or the mere count, by one grouping: the figures, the best first, and the place of each.

    ``blank``: the manual gives no formula; there are groups, but nothing to show for any of them.
    """

    indicator: str
    by: str
    figures: tuple[Figure, ...]
    places: tuple[int | None, ...]
    blank: bool = False


class Found(NamedTuple):
    """The figures of the rulebook's indicators, and their rankings."""

    indicators: tuple[Figure, ...]
    rankings: tuple[Ranking, ...]


def by_case(office: "Office", viewer: Viewer, first: date, last: date, by: Sequence[str] = ()) -> Found:
    """The indicators over the cases that each one's period names, ranked ``by`` this besides. Raises ``DeskError``."""
    check(office, first, last, by)
    book, days = office.rulebook, (last - first).days + 1
    since, until = moments_of(office, first, last)
    judged = tuple(judged_of(office, viewer, _filters(office, since, until), by))
    chosen = _chosen(office, judged, since, until)
    return Found(
        tuple(figure(indicator, chosen[indicator.id], days) for indicator in book.indicators),
        tuple(
            ranking(indicator, group, by_group(indicator, chosen[indicator.id], days, grouping(office, group)))
            for indicator in book.indicators
            for group in groups_of(indicator, by)
        ) + spread_of(tallies(book, _received(judged, since, until))),
    )  # fmt: skip


def check(office: "Office", first: date, last: date, by: Sequence[str]) -> None:
    """Refuses days in the wrong order and unknown groupings. Raises ``DeskError``."""
    if last < first:
        raise DeskError("bad_period", "结束日期早于开始日期", "请调换两个日期", "to")
    known = groupings(office.rulebook)
    if unknown := [one for one in by if one not in known]:
        names = "、".join(f"{id_}（{name}）" for id_, name in known.items())
        raise DeskError("no_grouping", f"不能按“{unknown[0]}”分组", f"可用：{names}", "by")


def groups_of(indicator: Indicator, by: Sequence[str]) -> tuple[str, ...]:
    """What an indicator is ranked by; of the business done nobody knows more than the whole."""
    asked = () if is_unset(indicator.base) or indicator.over else by
    return tuple(dict.fromkeys((*indicator.by, *asked)))


def looks_at_all(book: Rulebook) -> bool:
    """Whether any indicator counts the cases of all time."""
    return any(indicator.period == "any" for indicator in book.indicators)


def spread_of(found: Iterable[tuple[Figure, ...]]) -> tuple[Ranking, ...]:
    """How the matters received spread over categories and grounds; what is merely counted has no place."""
    return tuple(Ranking(one[0].name, "count", one, (None,) * len(one)) for one in found if one)


def _chosen(
    office: "Office", judged: Sequence[Judged], since: datetime, until: datetime
) -> dict[str, Sequence[Judged]]:
    """The cases that each indicator looks at, by its id."""
    before = [one for one in judged if one.case.received_at < until]
    of_period: dict[str, Sequence[Judged]] = {"any": before, "received": _received(judged, since, until)}
    if counts_ends(office.rulebook):
        of_period["closed"] = [one for one in judged if (at := _ended(office, one)) and since <= at < until]
    return {indicator.id: of_period[indicator.period] for indicator in office.rulebook.indicators}


def _received(judged: Iterable[Judged], since: datetime, until: datetime) -> Sequence[Judged]:
    return [one for one in judged if since <= one.case.received_at < until]


def _ended(office: "Office", one: Judged) -> datetime | None:
    return ended_at(office.manual(one.case.rulebook, one.case.rulebook_version), one.case)


def ranking(indicator: Indicator, by: str, found: tuple[Figure, ...]) -> Ranking:
    """The figures of an indicator by one grouping, the best first."""
    return Ranking(indicator.name, by, found, places(found), is_unset(indicator.base))


def _filters(office: "Office", since: datetime, until: datetime) -> Iterator[CaseFilter]:
    """The cases received in the days, and the others that may have ended in them; all up to then where one counts all."""
    ends = endings(office) if counts_ends(office.rulebook) else frozenset[str]()
    received, *ended = filters(office.rulebook.id, ends, since, until)
    if not looks_at_all(office.rulebook):
        return iter((received, *ended))
    return iter((replace(received, received_from=None), *ended[:1]))
