"""How a page and its words look: type area, sizes, fonts. Layout files and profiles name these."""

from typing import Literal

import msgspec

Family = Literal["fangsong", "song", "hei", "kai", "title"]
"""仿宋, 宋体, 黑体, 楷体, 小标宋."""

Align = Literal["left", "center", "right", "justify"]


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The ground of everything in a layout file: fixed once read, and a mistyped key is an error."""


class Page(Part, frozen=True, kw_only=True):
    """A4 and its type area (版心), in mm from the paper's upper left corner; ``leading`` is the pitch of lines in pt.

    ``numbers``: ``dash`` — 1 — outside right or left by turns, ``of`` 第 1 页 共 2 页, ``more`` the same from two pages on.
    """

    top: float = 37
    left: float = 28
    width: float = 156
    height: float = 225
    landscape: bool = False
    leading: float = 28.99
    numbers: Literal["none", "dash", "of", "more"] = "none"


class Style(Part, frozen=True, kw_only=True):
    """How words look: size and leading in pt (leading 0: the page's), pitch the pt that one character takes (0: its own).

    ``indent`` and ``hanging`` are characters that the first and the following lines stand in.
    """

    font: Family = "fangsong"
    size: float = 16
    leading: float = 0
    pitch: float = 0
    align: Align = "justify"
    indent: float = 0
    hanging: float = 0
    grey: float = 0


class StyleChange(Part, frozen=True, kw_only=True):
    """What a layout changes in a style of its profile; a new style says which it is ``like``."""

    like: str = ""
    font: Family | None = None
    size: float | None = None
    leading: float | None = None
    pitch: float | None = None
    align: Align | None = None
    indent: float | None = None
    hanging: float | None = None
    grey: float | None = None
