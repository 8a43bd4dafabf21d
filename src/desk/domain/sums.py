"""What a stretch of days adds to each figure: sums that add up, so that a year is the sum of its months."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

import msgspec

from desk.domain.figures import Counting, Judged, Sum, counts_of, many, tallied
from desk.rulebook.accounts import Indicator
from desk.rulebook.model import Rulebook

Groups = dict[str, Sum]


class Sheet(msgspec.Struct, frozen=True):
    """Of each indicator the sum over all its cases (``wholes``) and, ``groups``, by grouping and group; groups in which
    nothing counts are there with nought. ``words``: under which word how many of the ``received`` fall, by tally.
    """

    wholes: dict[str, Sum]
    groups: dict[str, dict[str, Groups]]
    received: int
    words: dict[str, dict[str, int]]


def sheet(
    book: Rulebook, chosen: Mapping[str, Sequence[Judged]], received: Sequence[Judged],
    by: Mapping[str, Sequence[str]], grouping: Callable[[str], Callable[[Judged], str]],
) -> Sheet:  # fmt: skip
    """The sums over the cases ``chosen`` for each indicator, grouped ``by`` what stands beside its id."""
    wholes: dict[str, Sum] = {}
    groups: dict[str, dict[str, Groups]] = {}
    for indicator in book.indicators:
        counting, cases = Counting(indicator), chosen[indicator.id]
        wholes[indicator.id] = counting.sum(cases)
        groups[indicator.id] = {
            one: {name: counting.sum(members) for name, members in counts_of(cases, grouping(one)).items()}
            for one in by[indicator.id]
        }
    words = {
        name: {word: many(cases) for word, cases in found.items()} for name, found in tallied(book, received)
    }
    return Sheet(wholes, groups, many(received), words)


def together(book: Rulebook, inside: Sequence[Sheet], outside: Sequence[Sheet]) -> Sheet:
    """One sheet of many: those ``outside`` the period add to the indicators that look at all there is (``any``)."""
    wholes: dict[str, Sum] = {}
    groups: dict[str, dict[str, Groups]] = {}
    for indicator in book.indicators:
        sheets = (*outside, *inside) if indicator.period == "any" else inside
        wholes[indicator.id] = _total(one.wholes[indicator.id] for one in sheets)
        groups[indicator.id] = _by(indicator, sheets)
    words: dict[str, dict[str, int]] = {}
    for one in inside:
        for name, found in one.words.items():
            known = words.setdefault(name, {})
            for word, n in found.items():
                known[word] = known.get(word, 0) + n
    return Sheet(wholes, groups, sum(one.received for one in inside), words)


def _by(indicator: Indicator, sheets: Iterable[Sheet]) -> dict[str, Groups]:
    found: dict[str, Groups] = {}
    for one in sheets:
        for by, groups in one.groups[indicator.id].items():
            known = found.setdefault(by, {})
            for name, more in groups.items():
                known[name] = known[name].plus(more) if name in known else more
    return found


def _total(sums: Iterable[Sum]) -> Sum:
    whole = Sum()
    for one in sums:
        whole = whole.plus(one)
    return whole


def written(one: Sheet) -> str:
    """The sheet as it is kept."""
    return msgspec.json.encode(one, enc_hook=str).decode()


def read(text: str) -> Sheet:
    """A sheet that ``written`` wrote."""
    return _READER.decode(text)


def _fraction(_: type, value: Any) -> Fraction:
    return Fraction(value)


_READER = msgspec.json.Decoder(Sheet, dec_hook=_fraction)
