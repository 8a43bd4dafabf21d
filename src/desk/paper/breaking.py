"""Lines of Chinese text: filled one after the other, with what may hang over the edge and what is cut as a last resort."""

from collections.abc import Mapping
from typing import NamedTuple

from desk.paper.atoms import CLOSER, HANGING, NEARER, OFF, ON, PIECE, REST, atoms

LEAST_BLANK = 2.0
"""Ems that a blank to the end of the line takes at least."""


class Line(NamedTuple):
    """One line: its text, where the next begins in the source, and its natural width without the hanging mark.

    ``indent`` is where it starts, ``rest`` the width that its blank to the end takes, ``last`` whether a paragraph ends,
    ``torn`` whether something that belongs on one line was too long for any.
    """

    text: str
    end: int
    width: float
    indent: float
    last: bool
    rest: float = 0.0
    hung: bool = False
    torn: bool = False


class Setting(NamedTuple):
    """How text is set: advances in ems, size and tracking in pt, widths of line and indents in pt.

    ``hang``: a closing mark may stand over the edge. ``tighten``: the share by which a line may be set closer to take in
    one thing more, not seen by the eye.
    """

    advance: Mapping[str, float]
    size: float
    tracking: float
    width: float
    first: float = 0.0
    other: float = 0.0
    hang: bool = True
    tighten: float = 0.0

    def measure(self, text: str) -> float:
        """The natural width of ``text`` in pt."""
        return sum(map(self.advance.__getitem__, text)) * self.size + len(text) * self.tracking


def broken(text: str, setting: Setting) -> list[Line]:
    """``text`` broken into lines. Nothing is lost: the lines' ends cover the source without gaps."""
    if "\n" not in text and REST not in text and text[-1:] not in (" ", CLOSER, NEARER):
        width = setting.measure(text)
        if setting.first + width <= setting.width:
            return [Line(text, len(text), width, setting.first, last=True)]
    breaker = _Breaker(setting)
    for atom, end in atoms(text):
        if atom == "\n":
            breaker.finish(end, last=True)
        else:
            breaker.add(atom, end)
    if breaker.parts or not breaker.lines or text.endswith("\n"):
        breaker.finish(len(text), last=True)
    return breaker.lines


def balanced(text: str, setting: Setting) -> list[Line]:
    """The same lines, none much shorter than the others: for titles (GB/T 9704-2012, 7.3.1: 排列应当使用梯形或者菱形)."""
    lines = broken(text, setting)
    narrow, wide = setting.width / 2, setting.width
    while len(lines) > 1 and wide - narrow > setting.size / 4:
        middle = (narrow + wide) / 2
        tried = broken(text, setting._replace(width=middle))
        if len(tried) == len(lines):
            lines, wide = tried, middle
        else:
            narrow = middle
    return lines


class _Breaker:
    """Fills lines one after the other."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.lines: list[Line] = []
        self.parts: list[str] = []
        self.at = self.indent = setting.first
        self.end = 0
        self.rest = 0.0
        self.hung = self.torn = self.underlined = False

    def finish(self, end: int, *, last: bool) -> None:
        """Close the line; ``last`` ends the paragraph, and the next line starts as a first one."""
        text = (ON if self.underlined else "") + "".join(self.parts)
        self.underlined = text.rfind(ON) > text.rfind(OFF)
        kept = text.rstrip(" " + CLOSER + NEARER)
        width = (
            self.at - self.indent - (self.setting.measure(text[len(kept) :]) if len(kept) < len(text) else 0)
        )
        if self.hung:
            width -= self.setting.measure(kept[-1])
        if self.underlined:
            kept += OFF
        self.lines.append(Line(kept, end, width, self.indent, last, self.rest, self.hung, self.torn))
        self.parts, self.rest, self.hung, self.torn, self.end = [], 0.0, False, False, end
        self.at = self.indent = self.setting.first if last else self.setting.other

    def add(self, atom: str, end: int) -> None:
        """Put the atom on this line, or on the next; one longer than any line is cut."""
        if REST in atom:
            self._add_rest(atom, end)
            return
        width, limit = self.setting.measure(atom), self._limit()
        if self.at + width <= limit or self._hangs(atom, width):
            self._put(atom, width, end)
        elif self.parts and atom.isspace():
            self.end = end  # blanks between words fall away where a line ends
            self.finish(end, last=False)
        elif self.parts:
            self.finish(self.end, last=False)
            self.add(atom.lstrip(" "), end)
        elif len(atom) == 1:
            self._put(atom, width, end)
        else:
            self._part(atom, end)

    def _limit(self) -> float:
        return self.setting.width + 0.01 + (self.setting.width - self.indent) * self.setting.tighten

    def _put(self, atom: str, width: float, end: int) -> None:
        self.parts.append(atom)
        self.at += width
        self.end = end

    def _hangs(self, atom: str, width: float) -> bool:
        """Whether only a closing mark, whose ink lies in its left half, would stand over the edge."""
        if (
            self.hung
            or not self.setting.hang
            or atom[-1] not in HANGING
            or (not self.parts and len(atom) == 1)
        ):
            return False
        self.hung = self.at + width - self.setting.measure(atom[-1]) <= self.setting.width + 0.01
        return self.hung

    def _add_rest(self, atom: str, end: int) -> None:
        setting = self.setting
        width = setting.measure(atom) - setting.tracking
        if self.parts and setting.width - self.at - width < LEAST_BLANK * setting.size:
            self.finish(self.end, last=False)
        self.rest = max(setting.width - self.at - width, 0)
        self._put(atom, setting.width - self.at, end)

    def _part(self, atom: str, end: int) -> None:
        """An atom longer than a line: in smaller pieces, and what is still too long character by character."""
        start = end - len(atom)
        pieces = list(atoms(atom, PIECE))
        for piece, piece_end in pieces:
            self.torn = True
            if len(pieces) > 1:
                self.add(piece, start + piece_end)
            else:
                self._cut(piece, start)

    def _cut(self, piece: str, start: int) -> None:
        for number, char in enumerate(piece, 1):
            width = self.setting.measure(char)
            self.torn = True
            if self.parts and self.at + width > self.setting.width + 0.01:
                self.finish(start + number - 1, last=False)
            self._put(char, width, start + number)
