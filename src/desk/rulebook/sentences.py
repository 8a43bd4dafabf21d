"""Sentences with places in braces, and nothing else special in them:

``{complainant.name}``     the value; a line to write on where there is none
``{subject:12}``           the same, the line twelve characters long; ``{facts:*}`` to the end of the line
``{received_on:date}``     without a value ``__年__月__日`` with lines; ``open`` the same without lines; ``moment`` to the hour
``{case.number:~}``        without a value nothing, in a cell that people write into; ``~3`` a gap of three characters
``{:3}`` ``{~2.5}``        always a line of three characters; always a gap of two and a half; ``{~-0.4}`` set closer by so much
``{_身份证明材料}``         words with a line under them
``{consent?是}``           a box before the word 是, ticked where the value is 是 (or lists it)
"""

import re
from functools import cache
from typing import Literal

import msgspec


class Place(msgspec.Struct, frozen=True):
    """A place for a value: its field path, the length of its line in characters (0: to the end of the line), its form."""

    path: str
    width: float = 4
    form: Literal["words", "date", "open", "moment", "gap"] = "words"


class Tick(msgspec.Struct, frozen=True):
    """A box before a word, ticked where the field's value is this option."""

    path: str
    option: str


class Stressed(msgspec.Struct, frozen=True):
    """Words that the form itself underlines."""

    text: str


Piece = str | Place | Tick | Stressed

_PLACE = re.compile(r"\{([^{}]*)\}")
_BODY = re.compile(r"(?P<path>[\w.]*)(?::(?P<form>\*|~|date|open|moment)?(?P<width>-?\d+(?:\.\d+)?)?)?")
_FORM_WIDTH = {"date": 2, "open": 1.5, "moment": 2}


def _place(body: str) -> Place | Tick | Stressed:
    if body.startswith("_"):
        return Stressed(body[1:])
    if body.startswith("~"):
        body = f":{body}"
    path, asks, option = body.partition("?")
    if asks:
        return Tick(path, option)
    match = _BODY.fullmatch(body)
    if match is None or not body:
        raise ValueError(f"花括号中的写法“{{{body}}}”看不懂")
    form, width = match["form"], match["width"]
    if form in ("*", "~"):
        return Place(match["path"], float(width or 0), "words" if form == "*" else "gap")
    return Place(match["path"], float(width or _FORM_WIDTH.get(form or "", 4)), form or "words")  # type: ignore[arg-type]


@cache
def parse(text: str) -> tuple[Piece, ...]:
    """A layout's text as words, places and boxes in order. Raises ValueError (in Chinese) where braces make no sense."""
    parts: list[Piece] = []
    end = 0
    for match in _PLACE.finditer(text):
        parts += [text[end : match.start()], _place(match[1])]
        end = match.end()
    parts.append(text[end:])
    if any("{" in part or "}" in part for part in parts if isinstance(part, str)):
        raise ValueError("花括号不成对")
    return tuple(part for part in parts if part != "")
