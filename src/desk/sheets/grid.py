"""What any old file is read into first: cells in rows, which of them are merged, and what is to be told about them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

Cell = str | int | float | bool | date | datetime | time | None
"""A value as the file had it: words, a number, a day, a moment, a time of day; None is empty."""

MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 300_000, 1_200, 6_000_000
"""What is taken in at once; a register of thirty years is smaller."""

EXACT_DIGITS = 15
"""Digits a sheet keeps of a number (IEEE 754 doubles, as every office program has them)."""

_BLANK = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\u200b\u200c\u200d\u2060\ufeff"
)
"""Every space, and the signs that have no width."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something people must know about what was read; ``row`` and ``column`` as the file's program counts them."""

    message: str
    row: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Merge:
    """Merged cells; rows and columns count from 0, the last ones belong to it."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet as it stands in its file, its rows packed. ``merges`` have their value in the first cell."""

    name: str
    rows: Sequence[tuple[Cell, ...]]
    merges: tuple[Merge, ...] = ()
    notes: tuple[Note, ...] = ()


def cleaned(value: object) -> Cell:
    """A cell's value without what only looks like content: spaces around, signs without width, 3.0 for 3."""
    if isinstance(value, str):
        text = value.strip(_BLANK)
        return (text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text) or None
    if isinstance(value, bool):
        return value
    if isinstance(value, (int, float)):
        return _number(value)
    if isinstance(value, timedelta):
        return str(value)
    return value if isinstance(value, (date, time)) else None


def words(value: Cell) -> str:
    """A cell as text: a telephone number that became a number is its digits again."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S}" if value.time() != time(0) else value.date().isoformat()
    return str(value)


def column_name(index: int) -> str:
    """A, B, … Z, AA for columns counted from 0."""
    name = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def lost_digits(value: Cell) -> bool:
    """Whether a number is so long that its last digits are no longer the ones that were typed."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) >= 10**EXACT_DIGITS


def _number(value: float) -> int | float | None:
    if not math.isfinite(value):
        return None
    if value == int(value):
        return int(value)
    return float(f"{value:.{EXACT_DIGITS}g}")
