"""What the reader does not tell of open documents (.ods): how far their filled cells reach, and which cells are merged."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from desk.sheets.grid import Merge

MOST_REPEATED = 1 << 20
"""Rows of the largest sheet that any office program has."""

_TAG = re.compile(rb"<table:(table-row|table-cell|covered-table-cell|table)(?=[\s/>])([^>]*)>")
_COUNT = re.compile(rb'table:number-(?:rows|columns)-repeated="(\d+)"')
_SPAN = {
    "down": re.compile(rb'table:number-rows-spanned="(\d+)"'),
    "across": re.compile(rb'table:number-columns-spanned="(\d+)"'),
}
_NAME = re.compile(rb'table:name="([^"]*)"')


@dataclass(frozen=True, slots=True)
class _Spot:
    """One cell element: where it begins, how often it is repeated, and its attributes."""

    table: str
    row: int
    column: int
    times_down: int
    times_across: int
    said: bytes

    @property
    def filled(self) -> bool:
        return not self.said.endswith(b"/")


def document_area(pieces: Iterable[bytes]) -> int:
    """How many cells the largest rectangle around a table's filled cells has."""
    table, height, width, largest = "", 0, 0, 0
    for spot in _spots(pieces):
        if spot.table != table:
            table, height, width = spot.table, 0, 0
        if spot.filled:
            height = max(height, spot.row + spot.times_down)
            width = max(width, spot.column + spot.times_across)
            largest = max(largest, height * width)
    return largest


def document_merges(pieces: Iterable[bytes]) -> dict[str, list[Merge]]:
    """The merged cells of each table, by its name."""
    merges: dict[str, list[Merge]] = {}
    for spot in _spots(pieces):
        down, across = (_number(_SPAN[way], spot.said) for way in ("down", "across"))
        if down * across > 1:
            merge = Merge(spot.row, spot.column, spot.row + down - 1, spot.column + across - 1)
            merges.setdefault(spot.table, []).append(merge)
    return merges


def _spots(pieces: Iterable[bytes]) -> Iterator[_Spot]:
    name, row, column, times = "", 0, 0, 0
    for piece in pieces:
        for tag, said in _TAG.findall(piece):
            if tag == b"table":
                found = _NAME.search(said)
                name, row, times = unescape(found[1].decode("utf-8", "replace")) if found else "", 0, 0
            elif tag == b"table-row":
                row, column, times = row + times, 0, _number(_COUNT, said)
            else:
                repeated = _number(_COUNT, said)
                yield _Spot(name, row, column, times, repeated, said)
                column += repeated


def _number(pattern: re.Pattern[bytes], said: bytes) -> int:
    """A count that an element says, 1 if it says none. Raises ValueError for more than any sheet has."""
    found = pattern.search(said)
    count = int(found[1]) if found else 1
    if count > MOST_REPEATED:
        raise ValueError("more rows than a sheet has")
    return count
