"""Figures that people trust: each is a count of cases over a count of cases, and both lists can be opened (CAP-97)."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from desk.domain.case import Case
from desk.domain.circumstances import Circumstances
from desk.domain.clocks import ClockState
from desk.domain.frame import Frame
from desk.domain.words import category_title
from desk.rulebook.accounts import Indicator
from desk.rulebook.base import is_unset
from desk.rulebook.criteria import holds
from desk.rulebook.model import Rulebook

NOT_SAID = "未填"
NOTHING_COUNTED = "—"
"""What a figure says when nothing was there to be counted, or the manual gives no formula."""


class Judged(NamedTuple):
    """A case with what criteria may ask about it and its clocks, as they stood when the figures were made.

    ``joined``: it is dealt with under another one.
    """

    case: Case | Frame
    facts: Circumstances
    clocks: tuple[ClockState, ...]
    closed: bool
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """An indicator's outcome. ``value`` is None where nothing was counted; ``hits`` and ``base`` are case numbers.

    ``group`` is empty for the whole, else the name of the department, project, month … that it is about.
    """

    indicator: str
    name: str
    group: str
    value: Fraction | None
    words: str
    hits: tuple[str, ...]
    base: tuple[str, ...]
    target: str = ""


def figure(indicator: Indicator, judged: Iterable[Judged], days: int, group: str = "") -> Figure:
    """The indicator over these cases; ``days`` is the length of the period."""
    return _figure(indicator, _base(indicator, tuple(judged)), days, group, _Holding(indicator.hits))


def _base(indicator: Indicator, judged: Sequence[Judged]) -> list[Judged]:
    """The cases that are counted."""
    if is_unset(indicator.base):
        return []
    counted = _counting(indicator)
    return [one for one in judged if counted(one)]


def _counting(indicator: Indicator) -> Callable[[Judged], bool]:
    """Whether a case is counted at all."""
    fulfils, each = _Holding(indicator.base), indicator.counts_each
    return lambda one: (each or not one.joined) and fulfils(one)


def _figure(
    indicator: Indicator, base: Sequence[Judged], days: int, group: str, fulfils: "_Holding"
) -> Figure:
    hits = base
    if indicator.mean:
        value = _mean(indicator, base)
    elif indicator.hits:
        hits = [one for one in base if fulfils(one)]
        value = Fraction(len(hits), len(base)) if base else None
    else:
        value = None if is_unset(indicator.base) else Fraction(len(base), days if indicator.per_day else 1)
    numbers = tuple(one.case.number for one in base)
    return Figure(
        indicator.id, indicator.name, group, value, _words(indicator, value),
        numbers if hits is base else tuple(one.case.number for one in hits), numbers, indicator.target,
    )  # fmt: skip


class _Holding:
    """Whether a criterion holds for a case; of cases that share their facts it is judged once."""

    def __init__(self, line: str) -> None:
        self._line = line
        self._known: dict[int, tuple[Circumstances, bool]] = {}

    def __call__(self, one: Judged) -> bool:
        found = self._known.get(id(one.facts))
        if found is None:  # the facts are held with the answer, so that no others can take their place
            found = self._known[id(one.facts)] = (one.facts, holds(self._line, one.facts))
        return found[1]


def by_group(
    indicator: Indicator, judged: Sequence[Judged], days: int, group_of: Callable[[Judged], str]
) -> tuple[Figure, ...]:
    """The indicator for each group that occurs, the best first; groups alike in value share a place in ``places``."""
    counted, fulfils = _counting(indicator), _Holding(indicator.hits)
    blank = is_unset(indicator.base)
    groups: dict[str, list[Judged]] = {}
    for one in judged:
        members = groups.setdefault(group_of(one) or NOT_SAID, [])
        if not blank and counted(one):
            members.append(one)
    found = [_figure(indicator, members, days, name, fulfils) for name, members in groups.items()]
    return tuple(sorted(found, key=lambda one: (one.value is None, -(one.value or 0), one.group)))


def places(figures: Sequence[Figure]) -> tuple[int | None, ...]:
    """The place of each figure in a ranking: equal values share one, the next place is skipped; none without a value."""
    falling = sorted(-one.value for one in figures if one.value is not None)
    return tuple(None if one.value is None else 1 + bisect_left(falling, -one.value) for one in figures)


def tally(name: str, received: Sequence[Judged], said: Callable[[Judged], str]) -> tuple[Figure, ...]:
    """How many of the matters fall under each word that ``said`` gives them, and their share; the most first."""
    base = tuple(one.case.number for one in received)
    groups: dict[str, list[str]] = {}
    for one in received:
        if word := said(one):
            groups.setdefault(word, []).append(one.case.number)
    return tuple(
        Figure("", name, word, share := Fraction(len(hits), len(base)), f"{decimals(share * 100)}%", tuple(hits), base)
        for word, hits in sorted(groups.items(), key=lambda pair: -len(pair[1]))
    )  # fmt: skip


def tallies(book: Rulebook, received: Sequence[Judged]) -> tuple[tuple[Figure, ...], ...]:
    """The matters by category, by the top of the tree where it has levels, and by ground (CAP-13, 28)."""
    names = {entry.id: category_title(book, entry.id) for entry in book.categories}
    grounds = {entry.id: f"{entry.code} {entry.text}".strip() for entry in book.grounds}
    tops = top_categories(book)
    found = [tally("类别", received, lambda one: names.get(one.case.category, NOT_SAID))] if names else []
    if any(entry.parent for entry in book.categories):
        groups = tally("上级类别", received, lambda one: names.get(tops.get(one.case.category, ""), NOT_SAID))
        found.insert(0, groups)
    return (*found, tally("理由", received, lambda one: grounds.get(str(one.facts.get("ground")), "")))


def top_categories(book: Rulebook) -> Mapping[str, str]:
    """Each category's id to that of the one at the top of the tree above it."""
    parents = {entry.id: entry.parent for entry in book.categories}

    def top(category: str) -> str:
        seen = set[str]()
        while parents.get(category) and category not in seen:
            seen.add(category)
            category = parents[category]
        return category

    return {category: top(category) for category in parents}


def _mean(indicator: Indicator, base: Sequence[Judged]) -> Fraction | None:
    """The mean of what is known; amounts of money are yuan with their cents."""
    scores = [
        Fraction(score) for one in base if isinstance(score := one.facts.get(indicator.mean), int | Decimal)
    ]
    return sum(scores, Fraction(0)) / len(scores) if scores else None


def _words(indicator: Indicator, value: Fraction | None) -> str:
    if value is None:
        return NOTHING_COUNTED
    if indicator.hits and indicator.percent:
        return f"{decimals(value * 100)}%"
    return decimals(value) if indicator.mean or indicator.per_day else str(value)


def decimals(value: Fraction) -> str:
    """Two decimals, a half rounded up as offices do, not to the even neighbour."""
    hundredths = (value * 100 + Fraction(1, 2)).__floor__()
    return f"{hundredths // 100}.{hundredths % 100:02d}"
