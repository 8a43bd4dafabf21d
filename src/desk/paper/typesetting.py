"""Setting type: a paragraph's words as lines, and a line as marks at their places."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from desk.domain.document import Blank, Box, Paragraph, Span, Words
from desk.paper import atoms
from desk.paper.breaking import Line, Setting, balanced, broken
from desk.paper.fonts import Typeface, typeface
from desk.paper.marks import MM, Mark, Run, Stroke
from desk.rulebook.styles import Style

ASCENT = 0.88
"""How far above its baseline a Han character's square reaches, in ems."""


def encoded(spans: Iterable[Span], style: Style) -> str:
    """Spans as one text for breaking: blanks and boxes become our own characters, people's text loses what is unseen."""
    return atoms.closed_up("".join(_encoded(span, style) for span in spans))


def _encoded(span: Span, style: Style) -> str:
    match span:
        case Words(text, _, underlined):
            text = atoms.plain(text)
            return f"{atoms.ON}{text}{atoms.OFF}" if underlined else text
        case Blank(width, _, ruled):
            return (
                atoms.blank(width, style.pitch, style.size, ruled=ruled) if width or not ruled else atoms.REST
            )
        case Box(ticked):
            return atoms.TICKED if ticked else atoms.EMPTY


def setting_of(style: Style, width: float, *, hang: bool = True) -> Setting:
    """How ``style`` sets text in a line of ``width`` points."""
    tracking = style.pitch - style.size if style.pitch else 0.0
    em = style.pitch or style.size
    tighten = 0.012 if style.align == "justify" else 0.0
    return Setting(
        advance_of(style), style.size, tracking, width, style.indent * em, style.hanging * em, hang, tighten
    )


def advance_of(style: Style) -> dict[str, float]:
    """The advances of a style's characters in ems, our own characters among them."""
    advance = typeface(style.font).advance
    if atoms.RULED not in advance:
        advance.update(atoms.OWN_ADVANCE)
    return advance


def lines_of(paragraph: Paragraph, width: float, *, hang: bool = True) -> list[Line]:
    """The lines of a paragraph between its own margins within ``width`` points; centred ones are made about equal."""
    style = paragraph.style
    held = setting_of(style, width - (paragraph.left + paragraph.right) * MM, hang=hang)
    return (balanced if style.align == "center" else broken)(encoded(paragraph.spans, style), held)


def baseline(style: Style) -> float:
    """From the top of a line's slot to its baseline."""
    return (style.leading - style.size) / 2 + ASCENT * style.size


def draw_line(line: Line, style: Style, x: float, y: float, width: float) -> Iterator[Mark]:
    """The marks of one line whose slot begins at ``x`` and is ``width`` wide, on the baseline ``y``."""
    tracking = style.pitch - style.size if style.pitch else 0.0
    seen = len(line.text) - line.hung - line.text.count(atoms.ON) - line.text.count(atoms.OFF)
    space, start = tracking, x + line.indent
    slack = width - line.indent - line.width
    if style.align == "right":
        start += slack
    elif style.align == "center":
        start += (slack + tracking) / 2
    elif style.align == "justify" and seen > 1 and not line.rest and (slack < 0 or not line.last):
        space += _stretch(line, slack + tracking, style.size) / (seen - 1)
    marks = list(_set(line, style, start, y, space))
    if (
        style.align == "justify"
        and not line.last
        and line.text[-1:] == atoms.RULED
        and isinstance(marks[-1], Stroke)
    ):
        marks[-1] = marks[-1]._replace(to_x=x + width)
    yield from marks


def _stretch(line: Line, slack: float, size: float) -> float:
    """How much wider a justified line is set. The ink of a hanging mark fills the left half of its square."""
    if line.text[-1] in (atoms.RULED, atoms.RULED_TENTH):
        return 0.0  # the blank itself goes to the edge
    if line.hung:
        slack = max(slack - size / 2, 0.0)
    # Beyond a third of a character between two, a line is better left ragged than torn apart.
    return slack if slack < (len(line.text) - 1) * size / 3 else 0.0


def _set(line: Line, style: Style, x: float, y: float, space: float) -> Iterator[Mark]:
    face_of, advance, size = typeface(style.font), advance_of(style), style.size
    if not atoms.OWN.intersection(line.text) and len({face_of.face[char] for char in line.text}) == 1:
        face = face_of.face[line.text[0]]
        if face:
            yield Run(x, y, face, size, line.text, space, style.grey)
        else:
            yield from _rooms(x, y, size, len(line.text), space)
        return
    ruled_from: float | None = None
    underlined = False
    for kind, text in _runs(line.text, face_of):
        width = sum(map(advance.__getitem__, text)) * size + len(text) * space
        if kind == atoms.REST:
            width = line.rest
        if kind in (atoms.ON, atoms.OFF):
            underlined, width = kind == atoms.ON, 0.0
        ruled = underlined or kind in (atoms.RULED, atoms.REST)
        if ruled and ruled_from is None:
            ruled_from = x
        elif not ruled and ruled_from is not None:
            yield _underline(ruled_from, x, y, size)
            ruled_from = None
        if kind in (atoms.EMPTY, atoms.TICKED):
            yield from _boxes(x, y, size, len(text), space, ticked=kind == atoms.TICKED)
        elif not kind:
            yield from _rooms(x, y, size, len(text), space)
        elif kind not in atoms.OWN:
            yield Run(x, y, kind, size, text, space, style.grey)
        x += width
    if ruled_from is not None:
        yield _underline(ruled_from, x - space, y, size)


def _runs(text: str, face_of: Typeface) -> Iterator[tuple[str, str]]:
    """Stretches of one face, or of one of our own characters (a tenth of a blank counts as the blank)."""
    kind, run = "", ""
    for char in text:
        now = _KINDS.get(char) or face_of.face[char]
        if run and now != kind:
            yield kind, run
            run = ""
        kind = now
        run += char
    if run:
        yield kind, run


_KINDS = {char: char for char in atoms.OWN} | {
    atoms.RULED_TENTH: atoms.RULED,
    atoms.GAP_TENTH: atoms.GAP,
}


def _underline(start: float, end: float, y: float, size: float) -> Stroke:
    return Stroke(start, y + 0.16 * size, end, y + 0.16 * size, 0.5)


def _rooms(x: float, y: float, size: float, count: int, space: float) -> Iterator[Stroke]:
    """A character's own square, framed: room to write by hand what no font has."""
    for number in range(count):
        left, bottom = x + number * (size + space) + 0.03 * size, y + 0.1 * size
        right, top = left + 0.94 * size, bottom - 0.94 * size
        corners = ((left, bottom), (right, bottom), (right, top), (left, top), (left, bottom))
        yield from (Stroke(*one, *other, 0.4, dashed=True) for one, other in pairwise(corners))


def _boxes(x: float, y: float, size: float, count: int, space: float, *, ticked: bool) -> Iterator[Stroke]:
    side = 0.64 * size
    for number in range(count):
        left = x + number * (size + space) + 0.18 * size
        bottom = y + 0.06 * size
        top, right = bottom - side, left + side
        yield Stroke(left, bottom, right, bottom, 0.6)
        yield Stroke(right, bottom, right, top, 0.6)
        yield Stroke(right, top, left, top, 0.6)
        yield Stroke(left, top, left, bottom, 0.6)
        if ticked:
            yield Stroke(
                left + 0.16 * side, bottom - 0.5 * side, left + 0.42 * side, bottom - 0.16 * side, 1.1
            )
            yield Stroke(
                left + 0.42 * side, bottom - 0.16 * side, left + 0.88 * side, bottom - 0.86 * side, 1.1
            )


def words(text: str, style: Style, x: float, y: float, align: str = "left") -> Iterator[Mark]:
    """One line of plain words at, before or about ``x``."""
    line = _plain_line(text, style)
    shift = {"left": 0.0, "center": line.width / 2, "right": line.width}[align]
    yield from _set(line, style, x - shift, y, style.pitch - style.size if style.pitch else 0.0)


def width(text: str, style: Style) -> float:
    """How wide plain words stand on one line, in points."""
    return _plain_line(text, style).width


def _plain_line(text: str, style: Style) -> Line:
    return broken(atoms.plain(text), setting_of(style, 1e6, hang=False))[0]


def downwards(text: str, style: Style, middle: float, y: float) -> Iterator[Mark]:
    """Words running down about the line ``middle``, the first on the baseline ``y``."""
    for number, char in enumerate(text):
        yield from words(char, style, middle, y + number * style.leading, "center")
