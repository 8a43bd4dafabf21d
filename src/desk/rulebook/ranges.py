"""Ranges of numbers as manuals write them in bands: ``[90,95)`` with closed and open ends, an empty side without end."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

_WRITTEN = re.compile(r"([\[(])\s*(\d+(?:\.\d+)?)?\s*,\s*(\d+(?:\.\d+)?)?\s*([\])])")


@dataclass(frozen=True, slots=True)
class Range:
    """From ``low`` to ``high`` (none: without end), with or without the ends themselves."""

    low: Fraction | None
    high: Fraction | None
    with_low: bool
    with_high: bool

    def __contains__(self, value: int | Fraction) -> bool:
        above = self.low is None or value > self.low or (self.with_low and value == self.low)
        below = self.high is None or value < self.high or (self.with_high and value == self.high)
        return above and below

    @property
    def is_empty(self) -> bool:
        """Whether no number lies in it (``[95,90]``)."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and not (self.with_low and self.with_high))


def read_range(text: str) -> Range:
    """A range as it is written. Raises ``ValueError``."""
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"区间“{text}”写法不对，应写成 [90,95)")
    opening, low, high, closing = found.groups()
    return Range(
        Fraction(low) if low else None, Fraction(high) if high else None, opening == "[", closing == "]"
    )


def overlapping(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The pairs of ranges in which some number lies twice. Raises ``ValueError``."""
    for one, other in combinations(texts, 2):
        if _meet(read_range(one), read_range(other)):
            yield one, other


def _meet(one: Range, other: Range) -> bool:
    if one.is_empty or other.is_empty:
        return False
    return not (_ends_before(one, other) or _ends_before(other, one))


def _ends_before(one: Range, other: Range) -> bool:
    if one.high is None or other.low is None:
        return False
    return one.high < other.low or (one.high == other.low and not (one.with_high and other.with_low))
