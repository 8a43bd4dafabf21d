"""What a stretch of days adds to each figure: sums that add up, so that a year is the sum of its months."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

import msgspec

from desk.domain.figures import NOT_SAID, Counting, Judged, Sum, many, tallied
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


Named = Callable[[Judged], str]
"""How a case is called in a grouping."""


def sheets(
    book: Rulebook, received: Sequence[Judged], ended: Sequence[Judged], bys: Sequence[Mapping[str, Sequence[str]]],
    grouping: Callable[[str], Named],
) -> Iterator[Sheet]:  # fmt: skip
    """The sums over the cases, once for each of ``bys``, which has the groupings of each indicator beside its id."""
    wholes: dict[str, Sum] = {}
    groups: dict[str, dict[str, Groups]] = {}
    called = {by: grouping(by) for one in bys for groupings in one.values() for by in groupings}
    names = {id(cases): _names(cases, called) for cases in (received, ended)}
    for indicator in book.indicators:
        cases = ended if indicator.period == "closed" else received
        counting = Counting(indicator)
        base = counting.base(cases)
        hits = counting.hits(base)
        wholes[indicator.id] = counting.of(base, hits)
        asked = dict.fromkeys(by for one in bys for by in one[indicator.id])
        groups[indicator.id] = {by: _grouped(counting, base, hits, names[id(cases)][by]) for by in asked}
    words = {
        name: {word: many(cases) for word, cases in found.items()} for name, found in tallied(book, received)
    }
    for one in bys:
        chosen = {id_: {by: groups[id_][by] for by in groupings} for id_, groupings in one.items()}
        yield Sheet(wholes, chosen, many(received), words)


def _names(cases: Sequence[Judged], called: Mapping[str, Named]) -> dict[str, dict[int, str]]:
    """By grouping what each of the cases is called in it."""
    return {by: {id(one): name(one) or NOT_SAID for one in cases} for by, name in called.items()}


def _grouped(
    counting: Counting, base: Sequence[Judged], hits: Sequence[Judged], names: Mapping[int, str]
) -> Groups:
    of_base: dict[str, list[Judged]] = {name: [] for name in names.values()}
    of_hits: dict[str, list[Judged]] = {name: [] for name in of_base}
    for one in base:
        of_base[names[id(one)]].append(one)
    for one in hits:
        of_hits[names[id(one)]].append(one)
    return {name: counting.of(members, of_hits[name]) for name, members in of_base.items()}


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
