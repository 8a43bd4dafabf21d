"""Figures that people trust: each is a count of cases over a count of cases, and both lists can be opened (CAP-97)."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

import msgspec

from desk.domain.case import Case
from desk.domain.circumstances import Circumstances
from desk.domain.clocks import ClockState
from desk.domain.frame import Frame
from desk.domain.volumes import Against
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

    ``joined``: it is dealt with under another one. ``n``: so many cases that are alike in all that is asked.
    """

    case: Case | Frame
    facts: Circumstances
    clocks: tuple[ClockState, ...]
    closed: bool
    joined: bool = False
    n: int = 1


class Sum(msgspec.Struct, frozen=True, array_like=True):
    """Of so many cases that count (``base``) so many fulfil the indicator; of the ``known`` values ``total`` is the sum."""

    base: int = 0
    hits: int = 0
    known: int = 0
    total: Fraction = Fraction(0)

    def plus(self, more: "Sum") -> "Sum":
        """Both together."""
        return Sum(
            self.base + more.base, self.hits + more.hits, self.known + more.known, self.total + more.total
        )


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
    hits: Sequence[str]
    base: Sequence[str]
    target: str = ""


def figure(indicator: Indicator, judged: Iterable[Judged], days: int, group: str = "") -> Figure:
    """The indicator over these cases; ``days`` is the length of the period."""
    return _figure(indicator, Counting(indicator), tuple(judged), days, group)


def _figure(
    indicator: Indicator, counting: "Counting", judged: Sequence[Judged], days: int, group: str
) -> Figure:
    base = counting.base(judged)
    hits = counting.hits(base)
    numbers = _numbers(base)
    of_hits = numbers if hits is base else _numbers(hits)
    return figure_of(indicator, counting.of(base, hits), days, group, of_hits, numbers)


def figure_of(
    indicator: Indicator, found: Sum, days: int, group: str, hits: Sequence[str], base: Sequence[str]
) -> Figure:
    """The indicator by its sums, with the cases behind them."""
    value = _value(indicator, found, days)
    return Figure(
        indicator.id, indicator.name, group, value, _words(indicator, value), hits, base, indicator.target
    )


def set_over(indicator: Indicator, counted: Figure, against: Against) -> Figure:
    """How many cases for so much business; where that is not known, what is lacking."""
    if is_unset(indicator.base):
        return counted
    if against.amount is None:
        return replace(counted, value=None, words=against.lacks)
    value = len(counted.hits) * indicator.per / against.amount
    return replace(counted, value=value, words=decimals(value))


def _value(indicator: Indicator, found: Sum, days: int) -> Fraction | None:
    if indicator.mean:
        return found.total / found.known if found.known else None
    if indicator.hits:
        return Fraction(found.hits, found.base) if found.base else None
    return None if is_unset(indicator.base) else Fraction(found.base, days if indicator.per_day else 1)


class Counting:
    """How an indicator counts; of cases that share their facts each criterion is judged once."""

    def __init__(self, indicator: Indicator) -> None:
        self._indicator = indicator
        self._counted, self._fulfils = _Holding(indicator.base), _Holding(indicator.hits)

    def base(self, judged: Iterable[Judged]) -> Sequence[Judged]:
        """Those that are counted at all."""
        if is_unset(self._indicator.base):
            return ()
        each, counted = self._indicator.counts_each, self._counted
        return [one for one in judged if (each or not one.joined) and counted(one)]

    def hits(self, base: Sequence[Judged]) -> Sequence[Judged]:
        """Those of the counted that fulfil it; all where nothing besides is asked."""
        if self._indicator.mean or not self._indicator.hits:
            return base
        return [one for one in base if self._fulfils(one)]

    def of(self, base: Sequence[Judged], hits: Sequence[Judged]) -> Sum:
        """The sums over the counted cases; amounts of money are yuan with their cents."""
        mean = self._indicator.mean
        values = ((one.facts.get(mean), one.n) for one in base) if mean else ()
        known = [(Fraction(value) * n, n) for value, n in values if isinstance(value, int | Decimal)]
        total = sum((value for value, _ in known), Fraction(0))
        return Sum(many(base), many(hits), sum(n for _, n in known), total)

    def sum(self, judged: Iterable[Judged]) -> Sum:
        """The sums over all cases."""
        base = self.base(judged)
        return self.of(base, self.hits(base))


def many(judged: Iterable[Judged]) -> int:
    """How many cases these are."""
    return sum(one.n for one in judged)


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
    counting = Counting(indicator)
    groups = counts_of(judged, group_of)
    return ranked(_figure(indicator, counting, members, days, name) for name, members in groups.items())


def counts_of(judged: Iterable[Judged], group_of: Callable[[Judged], str]) -> dict[str, list[Judged]]:
    """The cases by the name of their group."""
    groups: dict[str, list[Judged]] = {}
    for one in judged:
        groups.setdefault(group_of(one) or NOT_SAID, []).append(one)
    return groups


def ranked(found: Iterable[Figure]) -> tuple[Figure, ...]:
    """The figures of the groups of an indicator, the best first, then by name."""
    return tuple(sorted(found, key=lambda one: (one.value is None, -(one.value or 0), one.group)))


def places(figures: Sequence[Figure]) -> tuple[int | None, ...]:
    """The place of each figure in a ranking: equal values share one, the next place is skipped; none without a value."""
    falling = sorted(-one.value for one in figures if one.value is not None)
    return tuple(None if one.value is None else 1 + bisect_left(falling, -one.value) for one in figures)


def tallies(book: Rulebook, received: Sequence[Judged]) -> tuple[tuple[Figure, ...], ...]:
    """The matters by category, by the top of the tree where it has levels, and by ground (CAP-13, 28)."""
    base = _numbers(received)
    return tuple(
        spread(name, {word: (len(cases), _numbers(cases)) for word, cases in found.items()}, len(base), base)
        for name, found in tallied(book, received)
    )


def spread(
    name: str, found: Mapping[str, tuple[int, Sequence[str]]], received: int, base: Sequence[str]
) -> tuple[Figure, ...]:
    """How many of the matters fall under each word, with their share; the most first, then by the word."""
    return tuple(
        Figure("", name, word, share := Fraction(count, received), f"{decimals(share * 100)}%", hits, base)
        for word, (count, hits) in sorted(found.items(), key=lambda pair: (-pair[1][0], pair[0]))
    )


def _numbers(judged: Iterable[Judged]) -> tuple[str, ...]:
    return tuple(one.case.number for one in judged)


def tallied(book: Rulebook, received: Sequence[Judged]) -> Iterator[tuple[str, dict[str, list[Judged]]]]:
    """The name of each tally, and by its words the matters that fall under them."""
    names = {entry.id: category_title(book, entry.id) for entry in book.categories}
    grounds = {entry.id: f"{entry.code} {entry.text}".strip() for entry in book.grounds}
    tops = top_categories(book)
    if any(entry.parent for entry in book.categories):
        yield "上级类别", _tally(received, lambda one: names.get(tops.get(one.case.category, ""), NOT_SAID))
    if names:
        yield "类别", _tally(received, lambda one: names.get(one.case.category, NOT_SAID))
    yield "理由", _tally(received, lambda one: grounds.get(str(one.facts.get("ground")), ""))


def _tally(received: Sequence[Judged], said: Callable[[Judged], str]) -> dict[str, list[Judged]]:
    groups: dict[str, list[Judged]] = {}
    for one in received:
        if word := said(one):
            groups.setdefault(word, []).append(one)
    return groups


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
