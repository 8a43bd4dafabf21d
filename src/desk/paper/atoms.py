"""What stays together on a line: marks with their words, dates, numbers, blanks; and text made ready for it.

Blanks, boxes and underlines travel within the text as noncharacters (U+FDD0 and after), which no text from people
can hold: they are taken out of it first. So one string and one rule serve words and blanks alike.
"""

import re
from collections.abc import Iterator
from unicodedata import normalize

RULED, RULED_TENTH, GAP, GAP_TENTH, REST, EMPTY, TICKED, ON, OFF, CLOSER, NEARER = (
    chr(0xFDD0 + n) for n in range(11)
)
"""A ruled blank of one character and of a tenth, a gap of both, a blank to the end of the line, boxes, underline on, off,
half a character closer between two marks, and a tenth closer."""

OWN = frozenset((RULED, RULED_TENTH, GAP, GAP_TENTH, REST, EMPTY, TICKED, ON, OFF, CLOSER, NEARER))
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
    NEARER: -0.1,
}

_CLOSING = frozenset(OFF + CLOSER + NEARER + "，。、；：？！）》】〉」』〕〗｝〞﹞”’％‰℃°…—～·,.;:!?)]}%")
_OPENING = frozenset(ON + "（《【〈「『〔〖｛〝﹝“‘([{￥＄$£€№")
HANGING = frozenset("，。、；：》）〉」』】〕”’")

# The order matters: what is written in one go (dates, document numbers, amounts, grouped digits) before plain runs. A number
# that stands right before a date without a space goes with it: where it ends nobody can tell, and the date stays whole.
_BLANKS = f"[{RULED}{RULED_TENTH}{GAP}{GAP_TENTH}]{{1,60}}"
_ATOM = re.compile(
    r"\n"
    rf"|{_BLANKS}年{_BLANKS}月(?:{_BLANKS}日)?"
    r"|[〔﹝\[（(]\d{4}[〕﹞\]）)]第?\d{1,8}号"
    r"|[\d.,]{0,20}\d{2,4}年\d{1,2}月(?:\d{1,2}日)?(?:\d{1,2}[时:：]\d{1,2}分?)?|\d{1,4}[年月日时分](?=[^\d]|$)"
    r"|\d[\d,]{0,20}(?:\.\d{1,4})?[十百千万亿]{0,3}元整?"
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
    if _MARKED.search(text):
        text = _MARKED.sub(lambda found: normalize("NFC", found[0]), text)
    return _UNDRAWN.sub("", text).replace("\t", "  ").replace("\xa0", " ")


# A letter with its accents typed apart: set as one, they stand above each other and are found again. Never more than these:
# NFC of whole texts would also change rare characters of names.
_MARKED = re.compile("[A-Za-z][\u0300-\u036f]+")


def blank(width: float, pitch: float, size: float, *, ruled: bool = True) -> str:
    """A blank of ``width`` characters of ``pitch``, as text; each whole character is a place where a line may end.

    Below zero, what follows is set so much closer.
    """
    if width < 0:
        return NEARER * round(-width * 10)
    whole = int(width)
    tenths = (
        round((width - whole) * pitch / (0.1 * size + pitch - size)) if pitch else round((width - whole) * 10)
    )
    one, tenth = (RULED, RULED_TENTH) if ruled else (GAP, GAP_TENTH)
    return one * whole + tenth * tenths


# For what is longer than a line: numbers stay whole with the word that counts them, all else may part.
PIECE = re.compile(r"\d+[年月日时分号]?|[A-Za-z]+|.", re.DOTALL)


def atoms(text: str, pattern: re.Pattern[str] = _ATOM) -> Iterator[tuple[str, int]]:
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
