"""What a layout file may hold: its blocks in order, their measures, and the profile (house style) that it follows."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from desk.rulebook.sentences import Place, Tick, parse
from desk.rulebook.styles import (
    Align,
    Breadth,
    Characters,
    Count,
    Millimetres,
    Page,
    Part,
    Points,
    Style,
    StyleChange,
)

Only = Literal["", "specimen", "notes", "blank", "main", "stub"]
"""When a block appears: always; in specimen mode (文书式样五); with the explanatory 注; on a form printed empty;
on every copy but the stub; on the stub alone."""


class Profile(Part, frozen=True, kw_only=True):
    """A house style that many papers follow: page, styles by name, how a paper is signed."""

    id: str
    name: str
    source: str = ""
    page: Page = msgspec.field(default_factory=Page)
    styles: Mapping[str, Style] = {}


class _Block(Part, frozen=True, kw_only=True, tag_field="kind"):
    """What all blocks share.

    ``at``: the first baseline (a grid's top rule) stands this many mm below the paper's edge, or lower if what is
    above needs the room. ``before``: mm of room above, on top of the line pitch; ``skip``: so many of the page's lines are left empty
    above as well. ``when``: a criterion. ``needs``: fields
    without which the block is left out; ``unless``: fields with which it is. A form printed empty leaves out both sorts,
    but keeps the first where it says ``empty_too``.
    """

    at: Millimetres | None = None
    before: Annotated[float, Meta(ge=-20, le=300)] = 0
    skip: Annotated[float, Meta(ge=0, le=20)] = 0
    when: str = ""
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    empty_too: bool = False
    only: Only = ""


class Text(_Block, frozen=True, kw_only=True, tag="text"):
    """A title, a number, an addressee, a paragraph, a note: words in a style. ``blank`` replaces ``text`` while none of
    its fields is known. ``left`` and ``right`` are mm taken off the type area; ``keep`` holds it to the next block.
    ``beside``: it stands on the last line of the text before it, where both find room there (印发日期 right of 印发机关).
    """

    text: str
    blank: str = ""
    style: str = "body"
    align: Align | None = None
    indent: Characters | None = None
    hanging: Characters | None = None
    left: Millimetres = 0
    right: Millimetres = 0
    keep: bool = False
    beside: bool = False


class Items(_Block, frozen=True, kw_only=True, tag="items"):
    """A numbered paragraph for each row of ``field``; ``{n}`` is its number. ``lines`` to write on where there is none.

    ``lead`` stands before the first (附件：), the others begin below its end (GB/T 9704-2012, 7.3.4).
    """

    field: str
    lead: str = ""
    text: str = "{n}. {name}"
    lines: Annotated[int, Meta(ge=0, le=99)] = 3
    style: str = "body"


class CellLine(Part, frozen=True, kw_only=True):
    """One paragraph within a cell; ``left`` and ``right`` in mm from the cell's rules."""

    text: str
    blank: str = ""
    align: Align = "left"
    left: Millimetres = 0
    right: Millimetres = 0
    leading: Points = 0


class Cell(Part, frozen=True, kw_only=True):
    """A cell by row and column, counted from one. ``vertical`` words run downwards, each line of the text a column, ``down``
    mm below the middle.

    ``continues`` is its heading on a continuation page. ``fit``: words too many for the cell are set smaller, down to 9 pt,
    before the row grows.
    """

    row: Count
    col: Count
    rows: Count = 1
    cols: Count = 1
    text: str = ""
    lines: tuple[CellLine, ...] = ()
    style: str = "cell"
    align: Align = "center"
    valign: Literal["top", "middle", "bottom"] = "middle"
    vertical: bool = False
    down: float = 0
    fit: bool = True
    continues: str = ""
    padding: Millimetres | None = None


class Grid(_Block, frozen=True, kw_only=True, tag="grid"):
    """A ruled form: columns and least row heights in mm, ``left`` its left rule from the paper's edge (none: type area).

    ``rule`` is the width of rules in pt, 0 for none; ``padding`` the mm between rule and words.
    """

    columns: tuple[Breadth, ...]
    rows: tuple[Breadth, ...]
    cells: tuple[Cell, ...]
    left: Millimetres | None = None
    rule: Annotated[float, Meta(ge=0, le=10)] = 0.5
    padding: Millimetres = 1.2


class ListColumn(Part, frozen=True, kw_only=True):
    """A column of a list: heading, width in mm, and the text of a row's cell (``{n}`` is the row's number)."""

    title: str
    width: Breadth
    text: str
    align: Align = "center"


class Listing(_Block, frozen=True, kw_only=True, tag="list"):
    """A ruled list with one row for each row of ``field``; heading repeated on every page, at least ``least`` rows."""

    field: str
    columns: tuple[ListColumn, ...]
    least: Annotated[int, Meta(ge=0, le=99)] = 3
    height: Breadth = 8
    style: str = "cell"


class Signature(_Block, frozen=True, kw_only=True, tag="signature"):
    """Who signs, and the date. Room for the seal is kept and nothing printed in it.

    ``right``: characters between the date and the right edge; ``center``: mm from the paper's edge about which both are
    centred instead; ``gap``: mm between the two baselines (0: line pitch). ``seal`` names the seal's kind (shown small and
    grey outside the type area).
    """

    organ: str
    date: str
    organ_blank: str = ""
    date_blank: str = ""
    style: str = "signature"
    sealed: bool = True
    right: Characters = 4
    center: Millimetres | None = None
    gap: Millimetres = 0
    room: Millimetres = 20
    seal: str = ""


class Rule(_Block, frozen=True, kw_only=True, tag="rule"):
    """A horizontal line over the type area; ``width`` in pt, ``dashed`` for the line where a stub is torn off.

    It takes ``height`` mm of the page with the line in their middle (0: a line of text). ``foot``: it begins what ends at
    the foot of the last page's type area (版记); where no room is left for that, it is the next page.
    """

    width: Annotated[float, Meta(ge=0, le=10)] = 0.5
    height: Millimetres = 0
    foot: bool = False
    dashed: bool = False
    text: str = ""


Block = Text | Items | Grid | Listing | Signature | Rule


class Layout(Part, frozen=True, kw_only=True):
    """One paper. ``source`` says where the form is given, ``derived`` that the office's manual only names it.

    Without a ``profile`` of its own it follows the rulebook's.
    ``specimen_page`` is the page number printed with the official specimen; ``continued`` stands at the foot of
    continuation pages, ``foot`` at that of every page, as it is; ``underline`` keeps the line under a value that was filled in.
    """

    id: str
    title: str
    profile: str = ""
    source: str = ""
    derived: bool = False
    page: Page | None = None
    styles: Mapping[str, StyleChange] = {}
    blocks: tuple[Block, ...] = msgspec.field(name="block")
    continued: str = ""
    specimen_page: int = 0
    foot: str = ""
    underline: bool = False
    code: bool = True


def texts(block: Block) -> Iterator[str]:
    """All texts of a block that hold places of the case itself (not of a list's rows)."""
    match block:
        case Text():
            yield from (block.text, block.blank)
        case Signature():
            yield from (block.organ, block.organ_blank, block.date, block.date_blank)
        case Grid():
            for cell in block.cells:
                yield cell.text
                for line in cell.lines:
                    yield from (line.text, line.blank)
        case Items() | Listing():
            yield f"{{{block.field}}}"
        case Rule():
            yield block.text


def row_texts(block: Block) -> tuple[str, ...]:
    """The texts of a block that hold places of a list's rows."""
    match block:
        case Items():
            return (block.text,)
        case Listing():
            return tuple(column.text for column in block.columns)
        case _:
            return ()


def fields(layout: Layout) -> frozenset[str]:
    """The field paths that a layout asks for."""
    found = {path for block in layout.blocks for path in (*block.needs, *block.unless)}
    for text in (text for block in layout.blocks for text in texts(block)):
        found |= {part.path for part in parse(text) if isinstance(part, Place | Tick)}
    return frozenset(found - {""})
