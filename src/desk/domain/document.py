"""A composed paper as a value: every word decided, nothing drawn yet.

Lengths are mm, type sizes pt, widths of blanks characters. What people wrote stands in ``Words`` as plain text.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from desk.rulebook.styles import Align, Page, Style


@dataclass(frozen=True, slots=True)
class Words:
    """Text; ``field`` names the value it came from, ``underlined`` keeps the form's line under it."""

    text: str
    field: str = ""
    underlined: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """A line to write on, so many characters long (0: to the end of the line); not ruled, it is only room."""

    width: float
    field: str = ""
    ruled: bool = True


@dataclass(frozen=True, slots=True)
class Box:
    """A box to tick, drawn by us since fonts lack ☑."""

    ticked: bool
    field: str = ""


Span = Words | Blank | Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Words in one style; ``at`` is the first baseline from the paper's upper edge, ``beside``: on the line before, if it may."""

    spans: tuple[Span, ...]
    style: Style
    left: float = 0
    right: float = 0
    at: float | None = None
    before: float = 0
    keep: bool = False
    beside: bool = False

    @property
    def text(self) -> str:
        """What a reader sees: blanks as underscores, boxes as □ and ☑."""
        return "".join(_seen(span) for span in self.spans)


def _seen(span: Span) -> str:
    match span:
        case Words():
            return span.text
        case Blank():
            return "____" if span.ruled else "  " if span.width else ""
        case Box():
            return "☑" if span.ticked else "□"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of a grid. ``continues`` is its heading on a continuation page."""

    row: int
    col: int
    rows: int
    cols: int
    paragraphs: tuple[Paragraph, ...]
    valign: Literal["top", "middle", "bottom"]
    vertical: bool
    down: float
    fit: bool
    continues: str
    padding: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A ruled form. ``at`` is its top rule, ``left`` its left rule, both from the paper's edges."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[Cell, ...]
    left: float | None
    rule: float
    at: float | None = None
    before: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list within a paper: headings, rows, widths in mm; an empty string is an empty cell."""

    titles: tuple[str, ...]
    widths: tuple[float, ...]
    aligns: tuple[Align, ...]
    rows: tuple[tuple[str, ...], ...]
    height: float
    style: Style
    at: float | None = None
    before: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SealPicture:
    """A seal scanned and made ready to be pressed: a PNG of red on white, cut to the seal's own edge, so many mm large."""

    data: bytes
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Organ and date; with ``sealed`` the room for a seal that presses on both is kept; ``picture`` is pressed there."""

    organ: Paragraph
    date: Paragraph
    sealed: bool
    right: float
    center: float | None
    gap: float
    room: float
    seal: str
    picture: SealPicture | None = None
    at: float | None = None
    before: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A horizontal line with an optional word in its middle; ``height`` is the room that it takes (0: a line), ``foot``: down to the foot."""

    width: float
    height: float
    foot: bool
    dashed: bool
    text: str
    style: Style
    at: float | None = None
    before: float = 0


Block = Paragraph | Grid | Listing | Signature | Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One paper, ready to be drawn. ``styles`` serve continuation pages; ``stamp`` stands outside the frame (演示).

    ``copy`` is the line that says which copy this is and who holds it; ``code`` the number in the square code;
    ``foot`` stands at the foot of every page.
    """

    title: str
    number: str
    page: Page
    styles: Mapping[str, Style]
    blocks: tuple[Block, ...]
    code: str = ""
    copy: str = ""
    stamp: str = ""
    continued: Paragraph | None = None
    specimen_page: int = 0
    foot: str = ""

    def words(self) -> Iterator[Words]:
        """All words in reading order, with the fields they came from."""
        for paragraph in self.paragraphs():
            yield from (span for span in paragraph.spans if isinstance(span, Words))
        for block in self.blocks:
            if isinstance(block, Listing):
                yield from (Words(text) for row in (block.titles, *block.rows) for text in row)
        if self.foot:
            yield Words(self.foot)

    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs in reading order, those within cells and signatures too."""
        for block in self.blocks:
            match block:
                case Paragraph():
                    yield block
                case Grid():
                    for cell in block.cells:
                        yield from cell.paragraphs
                case Signature():
                    yield from (block.organ, block.date)

    @property
    def blanks(self) -> tuple[str, ...]:
        """The fields that stay blank: lines for people to write on, in reading order."""
        found = (
            span.field
            for paragraph in self.paragraphs()
            for span in paragraph.spans
            if isinstance(span, Blank)
        )
        return tuple(dict.fromkeys(name for name in found if name))

    @property
    def text(self) -> str:
        """The whole paper as plain lines, for tests and for reading aloud."""
        lines = [paragraph.text for paragraph in self.paragraphs()]
        for block in self.blocks:
            if isinstance(block, Listing):
                lines += ["\t".join(row) for row in (block.titles, *block.rows)]
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a register: heading, weight of its width, alignment, and the heading shared with its neighbours."""

    title: str
    width: float = 10
    align: Align = "left"
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A register to print. ``foot`` are lines such as 单位负责人 and 填报人; ``audit_head`` ties the sheet to the audit.

    ``total`` is the row of sums under the rows, if there is one. ``labelled``: the first two columns are headings (a
    transposed register). ``remark`` stands in small type at the foot of every page.
    """

    title: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, ...], ...] = field(default=())
    total: tuple[str, ...] = ()
    labelled: bool = False
    unit: str = ""
    period: str = ""
    foot: tuple[str, ...] = ()
    audit_head: str = ""
    remark: str = ""
    stamp: str = ""
