"""What stands on a page, in points from its upper left corner, before any of it is PDF."""

from dataclasses import dataclass, field
from typing import NamedTuple

MM = 72 / 25.4


class Run(NamedTuple):
    """Text in one face from ``x`` on the baseline ``y``; ``space`` is added after each character."""

    x: float
    y: float
    face: str
    size: float
    text: str
    space: float = 0.0
    grey: float = 0.0


class Stroke(NamedTuple):
    """A straight line."""

    x: float
    y: float
    to_x: float
    to_y: float
    width: float = 0.5
    dashed: bool = False
    grey: float = 0.0


class Square(NamedTuple):
    """The square code of a number, on its own white ground."""

    x: float
    y: float
    side: float
    text: str


class Fill(NamedTuple):
    """A filled rectangle: a bar or cell of a picture. ``grey`` goes from black (0) to white (1)."""

    x: float
    y: float
    width: float
    height: float
    grey: float


class Image(NamedTuple):
    """A picture (PNG without transparency) under everything else, from its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    data: bytes


Mark = Run | Stroke | Square | Fill | Image


@dataclass(slots=True)
class Page:
    """The marks of one page, in the order in which they are drawn."""

    width: float
    height: float
    marks: list[Mark] = field(default_factory=list)
