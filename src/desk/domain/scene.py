"""Where everything of a picture stands: worked out once, painted by window and paper alike, so that they cannot differ.

Lengths are points; ``y`` counts downwards. Shades go from 0 (the ground) to 1 (the darkest), one hue or grey, and every
number is written beside its shape, so that nothing is told by colour alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from desk.domain.pictures import HOURS, Picture, Point

Align = Literal["left", "center", "right"]
SIZE = 9.0
_TITLE = 12.0
_TOP = 30.0
_PAD = 8.0
_SHADES = (0.85, 0.35)
_LINE = 11.0
_ROW = 30.0
_BAR = 22.0
_NOT_FIRST = "、，。；：！？）】》”’%"
"""Signs that begin no line."""


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle; ``point`` is the index of the number that it stands for, -1 for a sign of the legend."""

    x: float
    y: float
    width: float
    height: float
    shade: float
    point: int = -1


@dataclass(frozen=True, slots=True)
class Label:
    """A text on its baseline; ``over`` is the shade of what it stands on."""

    x: float
    y: float
    text: str
    align: Align = "left"
    size: float = SIZE
    over: float = 0.0


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture laid out in ``width`` by ``height``."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    labels: tuple[Label, ...]


def scene(picture: Picture, width: float, height: float) -> Scene:
    """The picture in a frame of this size."""
    lay = {"columns": _columns, "rows": _rows, "funnel": _rows, "heat": _heat}[picture.shape]
    boxes, labels = lay(picture, width, height)
    head = [Label(_PAD, 16, picture.title, size=_TITLE)]
    if picture.note:
        head.append(Label(width - _PAD, 16, picture.note, "right"))
    return Scene(width, height, tuple(boxes), (*head, *labels))


def text_width(text: str, size: float = SIZE) -> float:
    """About how wide a text is: Han characters are square, others a little more than half of that."""
    return sum(size if ord(char) > 0x2E7F else size * 0.58 for char in text)


def shortened(text: str, width: float, size: float = SIZE) -> str:
    """The text, cut with … where it is wider than ``width``."""
    if text_width(text, size) <= width:
        return text
    while text and text_width(text, size) + size > width:
        text = text[:-1]
    return text + "…"


def folded(text: str, width: float, lines: int, size: float = SIZE) -> list[str]:
    """The text over at most so many lines; what does not fit in them is cut with …."""
    found: list[str] = []
    while len(found) < lines - 1 and text_width(text, size) > width:
        end = max(sum(text_width(text[: n + 1], size) <= width for n in range(len(text))), 1)
        end -= end > 1 and text[end] in _NOT_FIRST
        found.append(text[:end])
        text = text[end:]
    return [*found, shortened(text, width, size)]


def _columns(picture: Picture, width: float, height: float) -> tuple[list[Box], list[Label]]:
    """Upright bars, those of one label beside each other, the darker series first."""
    boxes, labels = _legend(picture, width)
    names = list(dict.fromkeys(point.label for point in picture.points))
    series = max(len(picture.series), 1)
    step, floor = (width - 2 * _PAD) / max(len(names), 1), height - 20
    bar, room = step * 0.8 / series, floor - _TOP - 14
    for index, point in enumerate(picture.points):
        of_series = picture.series.index(point.series) if point.series in picture.series else 0
        tall = room * point.value / picture.highest
        x = _PAD + step * names.index(point.label) + step * 0.1 + bar * of_series
        boxes.append(Box(x, floor - tall, bar, max(tall, 0.6), _SHADES[of_series % 2], index))
        if point.value:
            labels.append(Label(x + bar / 2, floor - tall - 3, str(point.value), "center", 7.5))
    for place, name in enumerate(names):
        labels.append(Label(_PAD + step * (place + 0.5), floor + 12, _short(name, step), "center", 7.5))
    return boxes, labels


def _short(name: str, room: float) -> str:
    return (
        name
        if text_width(name, 7.5) <= room
        else shortened(name[2:] if name[:2] == "20" else name, room, 7.5)
    )


def _legend(picture: Picture, width: float) -> tuple[list[Box], list[Label]]:
    boxes, labels, x = [], [], width - _PAD
    for number in reversed(range(len(picture.series))):
        name = picture.series[number]
        x -= text_width(name)
        labels.append(Label(x, 16, name))
        x -= 12
        boxes.append(Box(x, 8, 9, 9, _SHADES[number % 2]))
        x -= 8
    return boxes, labels


def _rows(picture: Picture, width: float, height: float) -> tuple[list[Box], list[Label]]:
    """Bars to the right of their names; a funnel's stand in the middle."""
    points: Sequence[Point] = picture.points
    boxes, labels = [], []
    name_room = min(max((text_width(p.label) for p in points), default=0) + 6, width * 0.36)
    names = [folded(point.label, name_room - 5, len(point.label)) for point in points]
    wished = max(_ROW, max(map(len, names), default=0) * _LINE + 4)
    step = min((height - _TOP - 6) / max(len(points), 1), wished)
    bar, lines = min(step * 0.72, _BAR), max(int(step / _LINE), 1)
    room = width - name_room - 2 * _PAD - 34
    for index, point in enumerate(points):
        centre, long = _TOP + step * (index + 0.5), room * point.value / picture.highest
        left = _PAD + name_room + ((room - long) / 2 if picture.shape == "funnel" else 0)
        boxes.append(Box(left, centre - bar / 2, max(long, 0.6), bar, _SHADES[0], index))
        middle = centre + SIZE * 0.35
        name = folded(point.label, name_room - 5, lines)
        for place, words in enumerate(name, 1):
            below = (place - (len(name) + 1) / 2) * _LINE
            labels.append(Label(_PAD + name_room - 5, middle + below, words, "right"))
        labels.append(Label(left + max(long, 0.6) + 4, middle, str(point.value)))
    return boxes, labels


def _heat(picture: Picture, width: float, height: float) -> tuple[list[Box], list[Label]]:
    """A row for each day, a column for each hour; the more, the darker, and the number in the cell."""
    boxes, labels = [], []
    left, top = _PAD + 30, _TOP + 12
    wide, tall = (width - left - _PAD) / len(HOURS), (height - top - 6) / max(len(picture.series), 1)
    for index, point in enumerate(picture.points):
        row, column = divmod(index, len(HOURS))
        shade = 0.05 + 0.9 * point.value / picture.highest
        x, y = left + wide * column, top + tall * row
        boxes.append(Box(x, y, wide - 1, tall - 1, shade, index))
        if point.value:
            labels.append(Label(x + wide / 2, y + tall / 2 + 3, str(point.value), "center", 7.5, shade))
    labels += (
        Label(left - 5, top + tall * (row + 0.5) + 3, day, "right") for row, day in enumerate(picture.series)
    )
    labels += (Label(left + wide * (hour + 0.5), top - 4, str(hour), "center", 7.5) for hour in range(24))
    return boxes, labels
