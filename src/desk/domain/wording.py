"""Texts of the same wording, without comparing each with each: those that can resemble share one of their rarest pairs.

Two texts resemble where of the fewer pairs of neighbouring characters so many per cent stand in the other, too. If
``n`` of ``m`` pairs must be shared, one of any ``m - n + 1`` is (prefix filtering, as in joins over similar sets): the
rarest ones are looked up, which few other texts have. What is found so is then compared whole; nothing is missed.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from desk.domain.grams import fold

Pairs = frozenset[str]

_SHORTEST = 4
"""Texts shorter than so many characters say too little to be alike."""


def pairs_of(text: str) -> Pairs:
    """The pairs of neighbouring characters, without spaces, points and width; none of a text that is too short."""
    plain = "".join(filter(str.isalnum, fold(text)))
    return frozenset(map("".join, pairwise(plain)) if len(plain) >= _SHORTEST else ())


def resembles(one: Pairs, other: Pairs, percent: int) -> bool:
    """Whether of the fewer pairs so many per cent stand in the other, too."""
    return len(one & other) * 100 >= min(len(one), len(other)) * percent


class Groups:
    """Each text joins the first group whose first text it resembles, or begins one; ``every`` are all texts to come."""

    def __init__(self, every: Iterable[Pairs], percent: int) -> None:
        self._percent = percent
        self._common = Counter(pair for pairs in every for pair in pairs)
        self._firsts: list[Pairs] = []
        self._known: dict[Pairs, int] = {}
        self._all: dict[str, list[int]] = {}
        self._rare: dict[str, list[int]] = {}

    def join(self, pairs: Pairs) -> int:
        """The place of the group, counted from nought; a text like an earlier one goes where that went."""
        place = self._known.get(pairs)
        if place is None:
            found = (
                place for place in self._near(pairs) if resembles(self._firsts[place], pairs, self._percent)
            )
            place = self._known[pairs] = next(found, len(self._firsts))
            if place == len(self._firsts):
                self._begin(pairs, place)
        return place

    def _near(self, pairs: Pairs) -> Sequence[int]:
        """The groups that can be meant, the earliest first.

        A longer first text has one of this one's rare pairs; a shorter one has one of its own rare pairs in this.
        """
        longer = (place for pair in self._rarest(pairs) for place in self._all.get(pair, ()))
        shorter = (place for pair in pairs for place in self._rare.get(pair, ()))
        return sorted({*longer, *shorter})

    def _rarest(self, pairs: Pairs) -> Sequence[str]:
        needed = -(-len(pairs) * self._percent // 100)
        ordered = sorted(pairs, key=lambda pair: (self._common[pair], pair))
        return ordered[: max(len(pairs) - max(needed, 1) + 1, 1)]

    def _begin(self, pairs: Pairs, place: int) -> None:
        self._firsts.append(pairs)
        for pair in pairs:
            self._all.setdefault(pair, []).append(place)
        for pair in self._rarest(pairs):
            self._rare.setdefault(pair, []).append(place)
