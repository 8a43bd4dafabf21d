"""Lines of Chinese text: what may stand where a line ends, what is never torn apart, what may hang over the edge.

Blanks, boxes and underlines travel within the text as noncharacters (U+FDD0 and after), which no text from people
can hold: they are taken out of it first. So one string and one rule serve words and blanks alike.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

RULED, RULED_TENTH, GAP, GAP_TENTH, REST, EMPTY, TICKED, ON, OFF, CLOSER = (
    chr(0xFDD0 + n) for n in range(10)
)
"""A ruled blank of one character and of a tenth, a gap of both, a blank to the end of the line, boxes, underline on, off, and
half a character closer between two marks."""

OWN = frozenset((RULED, RULED_TENTH, GAP, GAP_TENTH, REST, EMPTY, TICKED, ON, OFF, CLOSER))
OWN_ADVANCE = {
    RULED: 1.0,
    RULED_TENTH: 0.1,
    GAP: 1.0,
    GAP_TENTH: 0.1,
    REST: 0.0,
    EMPTY: 1.0,
    TICKED: 1.0,
    ON: 0.0,
    OFF: 0.0,
    CLOSER: -0.5,
}

_CLOSING = frozenset(OFF + CLOSER + "，。、；：？！）》】〉」』〕〗｝〞﹞”’％‰℃°…—～·,.;:!?)]}%")
_OPENING = frozenset(ON + "（《【〈「『〔〖｛〝﹝“‘([{￥＄$£€№")
_HANGING = frozenset("，。、；：》）〉」』】〕”’")
_LEAST_BLANK = 2.0

# The order matters: what is written in one go (dates, document numbers, grouped digits) before plain runs.
_ATOM = re.compile(
    r"\n"
    r"|[〔﹝\[（(]\d{4}[〕﹞\]）)]第?\d{1,8}号"
    r"|\d{2,4}年\d{1,2}月(?:\d{1,2}日)?(?:\d{1,2}[时:：]\d{1,2}分?)?|\d{1,4}[年月日时分](?=[^\d]|$)"
    r"|[+(（]?\d[\d()（）+\-/. ]{2,30}\d(?:[A-Za-z]|转\d{1,6})?|\d+转\d{1,6}"
    r"|[!-~]+"
    r"|[ \t]+|…+|—+"
    rf"|[{EMPTY}{TICKED}][^\s\n]?"
    rf"|(?<![{RULED}{RULED_TENTH}]){RULED}{{0,3}}{RULED_TENTH}{{0,9}}(?![{RULED}{RULED_TENTH}])(?<=[{RULED}{RULED_TENTH}])"
    r"|.",
    re.DOTALL,
)
# Invisible or undrawable: controls, direction and zero-width marks, variation selectors, surrogates, noncharacters.
_UNDRAWN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"
    "\ud800-\udfff\ufdd0-\ufdef\U000e0000-\U000e0fff]"
)


# Two full-width marks in a row share the empty halves between them (as in the official forms: （签字）：).
_PAIR = re.compile(
    "([，。、；：）》〉」』】〕”’])(?=[，。、；：）》〉」』】〕”’（《〈「『【〔“‘])|([（《〈「『【〔“‘])(?=[（《〈「『【〔“‘])"
)


def closed_up(text: str) -> str:
    """``text`` with neighbouring marks drawn together."""
    return _PAIR.sub(lambda pair: pair[0] + CLOSER, text)


def plain(text: str) -> str:
    """Text from people as it can be drawn: line ends made one, what cannot be seen taken out, tabs as two spaces."""
    if "\r" in text or "\v" in text or "\f" in text or "\u2028" in text or "\u2029" in text:
        text = re.sub("\r\n?|[\v\f\u2028\u2029]", "\n", text)
    return _UNDRAWN.sub("", text).replace("\t", "  ").replace("\xa0", " ")


def blank(width: float, pitch: float, size: float, *, ruled: bool = True) -> str:
    """A blank of ``width`` characters of ``pitch``, as text; each whole character is a place where a line may end."""
    whole = int(width)
    tenths = (
        round((width - whole) * pitch / (0.1 * size + pitch - size)) if pitch else round((width - whole) * 10)
    )
    one, tenth = (RULED, RULED_TENTH) if ruled else (GAP, GAP_TENTH)
    return one * whole + tenth * tenths


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


# For what is longer than a line: numbers stay whole with the word that counts them, all else may part.
_PIECE = re.compile(r"\d+[年月日时分号]?|[A-Za-z]+|.", re.DOTALL)


def _atoms(text: str, pattern: re.Pattern[str] = _ATOM) -> Iterator[tuple[str, int]]:
    """What must stay on one line, with its end in the source: a mark that may not begin or end a line is glued on."""
    held, end = "", 0
    for match in pattern.finditer(text):
        piece = match[0]
        if held and (piece == "\n" or not _glued(held, piece, text[match.end() : match.end() + 1])):
            yield held, end
            held = ""
        end = match.end()
        if piece == "\n":
            yield piece, end
        else:
            held += piece
    if held:
        yield held, end


def _glued(held: str, piece: str, after: str) -> bool:
    """Whether ``piece`` stays with what is held; a space beside a mark does not part it from its words."""
    if piece[0] in _CLOSING or held[-1] in _OPENING:
        return True
    if piece[0] == " ":
        return after in _CLOSING
    return held[-1] == " " and held.rstrip(" ")[-1:] in _OPENING


def broken(text: str, setting: Setting) -> list[Line]:
    """``text`` broken into lines. Nothing is lost: the lines' ends cover the source without gaps."""
    breaker = _Breaker(setting)
    for atom, end in _atoms(text):
        if atom == "\n":
            breaker.finish(end, last=True)
        else:
            breaker.add(atom, end)
    if breaker.parts or not breaker.lines or text.endswith("\n"):
        breaker.finish(len(text), last=True)
    return breaker.lines


class _Breaker:
    """Fills lines one after the other."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.lines: list[Line] = []
        self.parts: list[str] = []
        self.at = self.indent = setting.first
        self.end = 0
        self.rest = 0.0
        self.hung = self.torn = False

    def finish(self, end: int, *, last: bool) -> None:
        """Close the line; ``last`` ends the paragraph, and the next line starts as a first one."""
        text = "".join(self.parts)
        kept = text.rstrip(" " + CLOSER)
        width = (
            self.at - self.indent - (self.setting.measure(text[len(kept) :]) if len(kept) < len(text) else 0)
        )
        if self.hung:
            width -= self.setting.measure(kept[-1])
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
            or atom[-1] not in _HANGING
            or (not self.parts and len(atom) == 1)
        ):
            return False
        self.hung = self.at + width - self.setting.measure(atom[-1]) <= self.setting.width + 0.01
        return self.hung

    def _add_rest(self, atom: str, end: int) -> None:
        setting = self.setting
        width = setting.measure(atom) - setting.tracking
        if self.parts and setting.width - self.at - width < _LEAST_BLANK * setting.size:
            self.finish(self.end, last=False)
        self.rest = max(setting.width - self.at - width, 0)
        self._put(atom, setting.width - self.at, end)

    def _part(self, atom: str, end: int) -> None:
        """An atom longer than a line: in smaller pieces, and what is still too long character by character."""
        start = end - len(atom)
        pieces = list(_atoms(atom, _PIECE))
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
