"""What stands on a page, in points from its upper left corner; and the one place where it becomes PDF."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from desk.domain.document import Blank, Box, Paragraph, Span, Words
from desk.paper import breaking
from desk.paper.breaking import Line, Setting
from desk.paper.fonts import GETA, SONG, Typeface, typeface
from desk.rulebook.layout import Style

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MM = 72 / 25.4
ASCENT = 0.88
"""How far above its baseline a Han character's square reaches, in ems."""


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


Mark = Run | Stroke | Square


@dataclass(slots=True)
class Page:
    """The marks of one page, in the order in which they are drawn."""

    width: float
    height: float
    marks: list[Mark] = field(default_factory=list)


def encoded(spans: Iterable[Span], style: Style) -> str:
    """Spans as one text for breaking: blanks and boxes become our own characters, people's text loses what is unseen."""
    return breaking.closed_up("".join(_encoded(span, style) for span in spans))


def _encoded(span: Span, style: Style) -> str:
    match span:
        case Words(text, _, underlined):
            text = breaking.plain(text)
            return f"{breaking.ON}{text}{breaking.OFF}" if underlined else text
        case Blank(width, _, ruled):
            return (
                breaking.blank(width, style.pitch, style.size, ruled=ruled)
                if width or not ruled
                else breaking.REST
            )
        case Box(ticked):
            return breaking.TICKED if ticked else breaking.EMPTY


def setting(style: Style, width: float, *, hang: bool = True) -> Setting:
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
    if breaking.RULED not in advance:
        advance.update(breaking.OWN_ADVANCE)
    return advance


def lines_of(paragraph: Paragraph, width: float, *, hang: bool = True) -> list[Line]:
    """The lines of a paragraph between its own margins within ``width`` points."""
    inner = width - (paragraph.left + paragraph.right) * MM
    return breaking.broken(
        encoded(paragraph.spans, paragraph.style), setting(paragraph.style, inner, hang=hang)
    )


def baseline(style: Style) -> float:
    """From the top of a line's slot to its baseline."""
    return (style.leading - style.size) / 2 + ASCENT * style.size


def draw_line(line: Line, style: Style, x: float, y: float, width: float) -> Iterator[Mark]:
    """The marks of one line whose slot begins at ``x`` and is ``width`` wide, on the baseline ``y``."""
    tracking = style.pitch - style.size if style.pitch else 0.0
    seen = len(line.text) - line.hung
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
        and line.text[-1:] == breaking.RULED
        and isinstance(marks[-1], Stroke)
    ):
        marks[-1] = marks[-1]._replace(to_x=x + width)
    yield from marks


def _stretch(line: Line, slack: float, size: float) -> float:
    """How much wider a justified line is set. The ink of a hanging mark fills the left half of its square."""
    if line.text[-1] in (breaking.RULED, breaking.RULED_TENTH):
        return 0.0  # the blank itself goes to the edge
    if line.hung:
        slack = max(slack - size / 2, 0.0)
    # Beyond a third of a character between two, a line is better left ragged than torn apart.
    return slack if slack < (len(line.text) - 1) * size / 3 else 0.0


def _set(line: Line, style: Style, x: float, y: float, space: float) -> Iterator[Mark]:
    face_of, advance, size = typeface(style.font), advance_of(style), style.size
    if not breaking.OWN.intersection(line.text) and len({face_of.face[char] for char in line.text}) == 1:
        face = face_of.face[line.text[0]]
        yield Run(x, y, face or SONG, size, line.text if face else GETA * len(line.text), space, style.grey)
        return
    ruled_from: float | None = None
    underlined = False
    for kind, text in _runs(line.text, face_of):
        width = sum(map(advance.__getitem__, text)) * size + len(text) * space
        if kind == breaking.REST:
            width = line.rest
        if kind in (breaking.ON, breaking.OFF):
            underlined, width = kind == breaking.ON, 0.0
        ruled = underlined or kind in (breaking.RULED, breaking.REST)
        if ruled and ruled_from is None:
            ruled_from = x
        elif not ruled and ruled_from is not None:
            yield _underline(ruled_from, x, y, size)
            ruled_from = None
        if kind in (breaking.EMPTY, breaking.TICKED):
            yield from _boxes(x, y, size, len(text), space, ticked=kind == breaking.TICKED)
        elif kind not in breaking.OWN:
            yield Run(x, y, kind or SONG, size, text if kind else GETA * len(text), space, style.grey)
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


_KINDS = {char: char for char in breaking.OWN} | {
    breaking.RULED_TENTH: breaking.RULED,
    breaking.GAP_TENTH: breaking.GAP,
}


def _underline(start: float, end: float, y: float, size: float) -> Stroke:
    return Stroke(start, y + 0.16 * size, end, y + 0.16 * size, 0.5)


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
    line = breaking.broken(breaking.plain(text), setting(style, 1e6, hang=False))[0]
    shift = {"left": 0.0, "center": line.width / 2, "right": line.width}[align]
    yield from _set(line, style, x - shift, y, style.pitch - style.size if style.pitch else 0.0)


def downwards(text: str, style: Style, middle: float, y: float) -> Iterator[Mark]:
    """Words running down about the line ``middle``, the first on the baseline ``y``."""
    for number, char in enumerate(text):
        yield from words(char, style, middle, y + number * style.leading, "center")


def paint(page: Page, canvas: "Canvas") -> None:
    """Put a page's marks on the canvas and turn the page."""
    canvas.setPageSize((page.width, page.height))
    _paint_strokes(
        dict.fromkeys(mark for mark in page.marks if isinstance(mark, Stroke)), page.height, canvas
    )
    _paint_runs([mark for mark in page.marks if isinstance(mark, Run)], page.height, canvas)
    for mark in page.marks:
        if isinstance(mark, Square):
            _paint_square(mark, page.height, canvas)
    canvas.showPage()


def _paint_strokes(strokes: Iterable[Stroke], height: float, canvas: "Canvas") -> None:
    """Cells that share a rule name it twice; it is drawn once."""
    kinds: dict[tuple[float, bool, float], list[tuple[float, float, float, float]]] = {}
    for x, y, to_x, to_y, width, dashed, grey in strokes:
        kinds.setdefault((width, dashed, grey), []).append((x, height - y, to_x, height - to_y))
    for (width, dashed, grey), lines in kinds.items():
        canvas.setLineWidth(width)
        canvas.setStrokeGray(grey)
        canvas.setDash(*((2, 2) if dashed else ()))
        canvas.lines(lines)


def _paint_runs(runs: list[Run], height: float, canvas: "Canvas") -> None:
    text = canvas.beginText()
    face, size, space, grey = "", 0.0, 0.0, 0.0
    for run in runs:
        if (run.face, run.size) != (face, size):
            face, size = run.face, run.size
            text.setFont(face, size)
        if abs(run.space - space) > 1e-4:
            space = run.space
            text.setCharSpace(space)
        if run.grey != grey:
            grey = run.grey
            text.setFillGray(grey)
        text.setTextOrigin(run.x, height - run.y)
        text.textOut(run.text)
    canvas.drawText(text)


def _paint_square(square: Square, height: float, canvas: "Canvas") -> None:
    dark, count = _modules(square.text)
    bottom = height - square.y - square.side
    module = square.side / (count + 2 * _QUIET)
    canvas.saveState()
    canvas.setFillGray(1)
    canvas.rect(square.x, bottom, square.side, square.side, stroke=0, fill=1)
    canvas.setFillGray(0)
    path = canvas.beginPath()
    for row, column, length in dark:
        path.rect(
            square.x + (_QUIET + column) * module,
            bottom + square.side - (_QUIET + row + 1) * module,
            length * module,
            module,
        )
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()


_QUIET = 4
"""Modules of white on each side of a square code (ISO/IEC 18004, 5.3.8)."""


@lru_cache(256)
def _modules(text: str) -> tuple[tuple[tuple[int, int, int], ...], int]:
    """The dark stretches (row, column, length) of the square code of ``text``, and its side in modules."""
    from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QR8bitByte(text.encode("utf-8")))
    code.make()
    count = code.getModuleCount()  # type: ignore[no-untyped-call]
    stretches = []
    for row in range(count):
        column = 0
        for dark, group in groupby(map(partial(code.isDark, row), range(count))):
            length = sum(1 for _ in group)
            if dark:
                stretches.append((row, column, length))
            column += length
    return tuple(stretches), count
