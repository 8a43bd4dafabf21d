"""Filling sentences: a place takes its value's words, or stays a line to write on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeGuard

from desk.domain.document import Blank, Box, Paragraph, Span, Words
from desk.rulebook.base import UNSET
from desk.rulebook.sentences import Piece, Place, Stressed, Tick, parse
from desk.rulebook.styles import Style

Value = str | bool | Sequence[Mapping[str, str]]
Values = Mapping[str, Value]
"""A case's facts as finished Chinese words by field path; rows for lists; yes and no as bool or 是 and 否."""

_YES, _NO = "是", "否"


@dataclass(frozen=True, slots=True)
class Filling:
    """What places are filled from, and how."""

    values: Values
    underline: bool

    def of(self, path: str) -> str:
        """The value's words; empty while it is unknown or unset."""
        value = self.values.get(path, "")
        if isinstance(value, bool):
            return _YES if value else _NO
        if isinstance(value, str):
            return "" if value == UNSET else value
        return "；".join(next(iter(row.values()), "") for row in value)

    def ticked(self, tick: Tick) -> bool:
        """Whether the option is the value, or one of the values joined by 、."""
        return tick.option in self.of(tick.path).split("、")

    def knows(self, path: str) -> bool:
        """Whether there is a value at all; no is one too."""
        return isinstance(self.values.get(path), bool) or bool(self.of(path))

    def rows(self, path: str) -> Sequence[Mapping[str, str]]:
        """The rows of a list; none where the value is not a list."""
        value = self.values.get(path, ())
        return value if _is_rows(value) else ()


def paragraph(text: str, words: Filling, style: Style, blank: str = "") -> Paragraph:
    """A sentence with its places filled; ``blank`` instead while none of its values is known."""
    parts = parse(text)
    if blank and not any(words.of(part.path) for part in parts if isinstance(part, Place)):
        parts = parse(blank)
    beside = zip(("", *parts), parts, (*parts[1:], ""), strict=False)
    spans = (span for before, part, after in beside for span in _beside(_spans(part, words), before, after))
    return Paragraph(spans=tuple(spans), style=style)


_ENDS = ("，", "。", "；", "、")
"""Marks with which a sentence goes on after a place: what people wrote there then ends without one of its own."""


def _beside(spans: tuple[Span, ...], before: Piece, after: Piece) -> tuple[Span, ...]:
    """A value without the marks that its sentence sets: no 。， at its end, no second 《 》 around it."""
    if len(spans) != 1 or not isinstance(spans[0], Words) or not spans[0].field:
        return spans
    text = spans[0].text
    if isinstance(after, str) and after.startswith(_ENDS):
        text = text.rstrip().rstrip("".join(_ENDS)) or text
    if (
        isinstance(before, str)
        and isinstance(after, str)
        and before.endswith("《")
        and after.startswith("》")
    ):
        text = text.removeprefix("《").removesuffix("》") or text
    return (replace(spans[0], text=text),)


def _spans(part: Piece, words: Filling) -> tuple[Span, ...]:
    if isinstance(part, str):
        return (Words(part),)
    if isinstance(part, Stressed):
        return (Words(part.text, underlined=True),)
    if isinstance(part, Tick):
        return Box(words.ticked(part), part.path), Words(part.option)
    value = words.of(part.path)
    return (Words(value, part.path, words.underline),) if value else _blank(part)


@cache
def _blank(place: Place) -> tuple[Span, ...]:
    """Lines to write on; a date keeps its 年, 月 and 日."""
    units = {"date": "年月日", "open": "年月日", "moment": "年月日时"}.get(place.form, "")
    if not units:
        return (Blank(place.width, place.path, ruled=place.form != "gap"),)
    gaps = (Blank(place.width, place.path, ruled=place.form != "open") for _ in units)
    return tuple(span for gap, unit in zip(gaps, units, strict=True) for span in (gap, Words(unit)))


def _is_rows(value: Value) -> TypeGuard[Sequence[Mapping[str, str]]]:
    return not isinstance(value, (str, bool))


def row_text(text: str, row: Mapping[str, str], number: int) -> str:
    """A row's words; what the row lacks is left out, not drawn as a line."""
    cells = {**row, "n": str(number)}
    parts = (cells.get(part.path, "") if isinstance(part, Place) else part for part in parse(text))
    return "".join(part for part in parts if isinstance(part, str))
