"""The look of one paper as readable data: a layout file (TOML) and the profile that it follows.

A layout names its blocks in order; their texts are sentences with places (``desk.rulebook.sentences``).
"""

import re
from collections.abc import Iterator, Mapping, Set
from functools import cache
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from desk.paths import resource
from desk.rulebook.file_words import toml_words, type_words
from desk.rulebook.sentences import Place, Tick, parse
from desk.rulebook.styles import Align, Page, Part, Style, StyleChange

__all__ = [
    "Block", "Cell", "CellLine", "Grid", "Items", "Layout", "LayoutError", "ListColumn", "Listing", "Only", "Place", "Profile",
    "Rule", "Signature", "Text", "Tick", "fields", "line_of", "load_layout", "load_profile", "parse", "problems", "read_layout", "texts",
]  # fmt: skip

Only = Literal["", "specimen", "notes", "blank", "main", "stub"]
"""When a block appears: always; in specimen mode (文书式样五); with the explanatory 注; on a form printed empty;
on every copy but the stub; on the stub alone."""


class LayoutError(ValueError):
    """A layout file that cannot be used; says which file, which key, what is wrong and what to do."""

    def __init__(
        self, file: str, key: str, problem: str, remedy: str = "请对照 docs/rulebook.md 改正"
    ) -> None:
        self.file, self.key, self.problem, self.remedy = file, key, problem, remedy
        super().__init__(f"版式文件 {file} 的 {key}：{problem}" if key else f"版式文件 {file}：{problem}")


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

    at: float | None = None
    before: float = 0
    skip: float = 0
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
    indent: float | None = None
    hanging: float | None = None
    left: float = 0
    right: float = 0
    keep: bool = False
    beside: bool = False


class Items(_Block, frozen=True, kw_only=True, tag="items"):
    """A numbered paragraph for each row of ``field``; ``{n}`` is its number. ``lines`` to write on where there is none.

    ``lead`` stands before the first (附件：), the others begin below its end (GB/T 9704-2012, 7.3.4).
    """

    field: str
    lead: str = ""
    text: str = "{n}. {name}"
    lines: int = 3
    style: str = "body"


class CellLine(Part, frozen=True, kw_only=True):
    """One paragraph within a cell; ``left`` and ``right`` in mm from the cell's rules."""

    text: str
    blank: str = ""
    align: Align = "left"
    left: float = 0
    right: float = 0
    leading: float = 0


class Cell(Part, frozen=True, kw_only=True):
    """A cell by row and column, counted from one. ``vertical`` words run downwards, each line of the text a column, ``down``
    mm below the middle.

    ``continues`` is its heading on a continuation page. ``fit``: words too many for the cell are set smaller, down to 9 pt,
    before the row grows.
    """

    row: int
    col: int
    rows: int = 1
    cols: int = 1
    text: str = ""
    lines: tuple[CellLine, ...] = ()
    style: str = "cell"
    align: Align = "center"
    valign: Literal["top", "middle", "bottom"] = "middle"
    vertical: bool = False
    down: float = 0
    fit: bool = True
    continues: str = ""
    padding: float | None = None


class Grid(_Block, frozen=True, kw_only=True, tag="grid"):
    """A ruled form: columns and least row heights in mm, ``left`` its left rule from the paper's edge (none: type area).

    ``rule`` is the width of rules in pt, 0 for none; ``padding`` the mm between rule and words.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[Cell, ...]
    left: float | None = None
    rule: float = 0.5
    padding: float = 1.2


class ListColumn(Part, frozen=True, kw_only=True):
    """A column of a list: heading, width in mm, and the text of a row's cell (``{n}`` is the row's number)."""

    title: str
    width: float
    text: str
    align: Align = "center"


class Listing(_Block, frozen=True, kw_only=True, tag="list"):
    """A ruled list with one row for each row of ``field``; heading repeated on every page, at least ``least`` rows."""

    field: str
    columns: tuple[ListColumn, ...]
    least: int = 3
    height: float = 8
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
    right: float = 4
    center: float | None = None
    gap: float = 0
    room: float = 20
    seal: str = ""


class Rule(_Block, frozen=True, kw_only=True, tag="rule"):
    """A horizontal line over the type area; ``width`` in pt, ``dashed`` for the line where a stub is torn off.

    It takes ``height`` mm of the page with the line in their middle (0: a line of text). ``foot``: it begins what ends at
    the foot of the last page's type area (版记); where no room is left for that, it is the next page.
    """

    width: float = 0.5
    height: float = 0
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


# --- reading -------------------------------------------------------------------------------------------------------


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


def fields(layout: Layout) -> frozenset[str]:
    """The field paths that a layout asks for."""
    found = {path for block in layout.blocks for path in (*block.needs, *block.unless)}
    for text in (text for block in layout.blocks for text in texts(block)):
        found |= {part.path for part in parse(text) if isinstance(part, Place | Tick)}
    return frozenset(found - {""})


_T = TypeVar("_T")


def _decode(text: str, file: str, kind: type[_T]) -> _T:
    try:
        return msgspec.toml.decode(text, type=kind)
    except msgspec.ValidationError as error:
        key = str(error).partition(" - at ")[2].strip("`").removeprefix("$.")
        raise LayoutError(file, key or "顶层", *type_words(str(error), kind)) from error
    except msgspec.DecodeError as error:
        raise LayoutError(file, "", *toml_words(str(error))) from error


def problems(layout: Layout) -> Iterator[tuple[str, str]]:
    """What types alone cannot say, as (key, what is wrong): styles exist, cells lie in their grid, braces make sense."""
    known = load_profile(layout.profile).styles.keys() | layout.styles.keys()
    for number, block in enumerate(layout.blocks):
        key = f"block[{number}]"
        style = getattr(block, "style", "body")
        if style not in known:
            yield f"{key}.style", f"体例“{layout.profile}”里没有样式“{style}”"
        if isinstance(block, Grid):
            yield from _grid_problems(block, known, key)
        if isinstance(block, Grid | Listing):
            yield from _width_problems(block, layout.page or load_profile(layout.profile).page, key)
        for text in texts(block):
            try:
                parse(text)
            except ValueError as error:
                yield key, f"{error}：{text}"


def _width_problems(block: "Grid | Listing", page: Page, key: str) -> Iterator[tuple[str, str]]:
    widths = block.columns if isinstance(block, Grid) else tuple(column.width for column in block.columns)
    left = block.left if isinstance(block, Grid) and block.left is not None else page.left
    paper = 297 if page.landscape else 210
    if left + sum(widths) > paper - _MARGIN:
        yield (
            f"{key}.columns",
            f"各列加起来 {sum(widths):g} 毫米，超出纸面：从左边 {left:g} 毫米起最多 {paper - _MARGIN - left:g} 毫米",
        )


_MARGIN = 5
"""Millimetres at the edge that printers leave white."""


def _grid_problems(grid: Grid, known: Set[str], key: str) -> Iterator[tuple[str, str]]:
    taken: set[tuple[int, int]] = set()
    for number, cell in enumerate(grid.cells):
        where = f"{key}.cells[{number}]"
        if cell.row + cell.rows - 1 > len(grid.rows) or cell.col + cell.cols - 1 > len(grid.columns):
            yield where, "单元格超出了表格的行数或列数"
        places = {
            (cell.row + down, cell.col + across) for down in range(cell.rows) for across in range(cell.cols)
        }
        if places & taken:
            yield where, f"与别的单元格重叠（第 {cell.row} 行第 {cell.col} 列）"
        if cell.style not in known:
            yield where, f"没有样式“{cell.style}”"
        taken |= places


@cache
def load_profile(name: str) -> Profile:
    """A shipped profile by its id. Raises LayoutError."""
    path = resource("layouts", "profiles", f"{name}.toml")
    if not path.is_file():
        raise LayoutError(
            path.name, "profile", f"没有“{name}”这个体例，可用的在 resources/layouts/profiles 里"
        )
    return _decode(path.read_text("utf-8"), path.name, Profile)


def read_layout(text: str, file: str, profile: str = "state") -> Layout:
    """A layout from its text; ``file`` is what messages call it, ``profile`` the rulebook's. Raises LayoutError."""
    layout = _decode(text, file, Layout)
    layout = layout if layout.profile else msgspec.structs.replace(layout, profile=profile)
    for key, problem in problems(layout):
        raise LayoutError(file, key, problem)
    return layout


_KEY = re.compile(r"block\[(\d+)\](?:\.cells\[(\d+)\])?")
_BLOCK, _CELL = re.compile(r"(?m)^\s*\[\[block\]\]"), re.compile(r"\{\s*row\s*=")


def line_of(text: str, key: str) -> int:
    """The line of a layout's text where the block or the cell named by ``key`` begins; 0 where it cannot be told."""
    named = _KEY.match(key)
    blocks = [found.end() for found in _BLOCK.finditer(text)]
    if named is None or int(named[1]) >= len(blocks):
        return 0
    start = blocks[int(named[1])]
    if named[2]:
        cells = [found.start() for found in _CELL.finditer(text, start)]
        start = cells[int(named[2])] if int(named[2]) < len(cells) else start
    return text.count("\n", 0, start) + 1


def load_layout(path: Path) -> Layout:
    """A layout from its file. Raises LayoutError naming file and key."""
    try:
        return read_layout(path.read_text("utf-8"), path.name)
    except (OSError, UnicodeDecodeError) as error:
        raise LayoutError(path.name, "", f"读不出来：{error}") from error
