"""How a page and its words look: type area, sizes, fonts. Layout files and profiles name these."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Family = Literal["fangsong", "song", "hei", "kai", "title"]
"""仿宋, 宋体, 黑体, 楷体, 小标宋."""

Align = Literal["left", "center", "right", "justify"]


Millimetres = Annotated[float, Meta(ge=0, le=420)]
"""On an A4 or A3 sheet."""

Breadth = Annotated[float, Meta(ge=0.5, le=420)]
"""Of a column or a row, in mm."""

Characters = Annotated[float, Meta(ge=0, le=40)]
Points = Annotated[float, Meta(ge=0, le=200)]
Size = Annotated[float, Meta(ge=4, le=100)]
"""Of type, in points: 八号 is 5, 初号 42."""

Count = Annotated[int, Meta(ge=1, le=200)]


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The ground of everything in a layout file: fixed once read, and a mistyped key is an error."""


class Page(Part, frozen=True, kw_only=True):
    """A4 and its type area (版心), in mm from the paper's upper left corner; ``leading`` is the pitch of lines in pt.

    ``numbers``: ``dash`` — 1 — outside right or left by turns, ``of`` 第 1 页 共 2 页, ``more`` the same from two pages on.
    """

    top: Millimetres = 37
    left: Millimetres = 28
    width: Breadth = 156
    height: Breadth = 225
    landscape: bool = False
    leading: Size = 28.99
    numbers: Literal["none", "dash", "of", "more"] = "none"


class Style(Part, frozen=True, kw_only=True):
    """How words look: size and leading in pt (leading 0: the page's), pitch the pt that one character takes (0: its own).

    ``indent`` and ``hanging`` are characters that the first and the following lines stand in.
    """

    font: Family = "fangsong"
    size: Size = 16
    leading: Points = 0
    pitch: Points = 0
    align: Align = "justify"
    indent: Characters = 0
    hanging: Characters = 0
    grey: Annotated[float, Meta(ge=0, le=1)] = 0


class StyleChange(Part, frozen=True, kw_only=True):
    """What a layout changes in a style of its profile; a new style says which it is ``like``."""

    like: str = ""
    font: Family | None = None
    size: Size | None = None
    leading: Points | None = None
    pitch: Points | None = None
    align: Align | None = None
    indent: Characters | None = None
    hanging: Characters | None = None
    grey: Annotated[float, Meta(ge=0, le=1)] | None = None
