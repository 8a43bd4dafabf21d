"""What the types of a layout file cannot say: styles exist, cells lie in their grid, braces and criteria make sense."""

from collections.abc import Iterator, Set

from desk.rulebook.blocks import Block, Grid, Layout, Listing, Profile, row_texts, texts
from desk.rulebook.sentences import parse
from desk.rulebook.styles import Page

Problem = tuple[str, str]
"""The key, and what is wrong there."""


def problems(layout: Layout, profile: Profile) -> Iterator[Problem]:
    """What types alone cannot say, as (key, what is wrong)."""
    page = layout.page or profile.page
    yield from _page_problems(page)
    for name, change in layout.styles.items():
        if (change.like or name) not in profile.styles:
            words = (
                f"没有样式“{change.like}”可以照着" if change.like else "是新样式，请写明照着哪一个：like = …"
            )
            yield f"styles.{name}", f"{words}（可用：{'、'.join(sorted(profile.styles))}）"
    known = profile.styles.keys() | layout.styles.keys()
    for number, block in enumerate(layout.blocks):
        yield from _block_problems(block, f"block[{number}]", known, layout.profile, page)


def _block_problems(block: Block, key: str, known: Set[str], profile: str, page: Page) -> Iterator[Problem]:
    style = getattr(block, "style", "body")
    if style not in known:
        yield f"{key}.style", f"体例“{profile}”里没有样式“{style}”"
    if isinstance(block, Grid):
        yield from _grid_problems(block, known, key)
    if isinstance(block, Grid | Listing):
        yield from _width_problems(block, page, key)
    for text in (*texts(block), *row_texts(block)):
        try:
            parse(text)
        except ValueError as error:
            yield key, f"{error}：{text}"


def _page_problems(page: Page) -> Iterator[Problem]:
    wide, high = _PAPER[page.landscape]
    if page.left + page.width > wide - _MARGIN or page.top + page.height > high - _MARGIN:
        yield (
            "page",
            f"版心超出纸面：左边和宽合计最多 {wide - _MARGIN} 毫米，上边和高合计最多 {high - _MARGIN} 毫米",
        )


def _width_problems(block: "Grid | Listing", page: Page, key: str) -> Iterator[Problem]:
    widths = block.columns if isinstance(block, Grid) else tuple(column.width for column in block.columns)
    left = block.left if isinstance(block, Grid) and block.left is not None else page.left
    paper = _PAPER[page.landscape][0]
    if left + sum(widths) > paper - _MARGIN:
        yield (
            f"{key}.columns",
            f"各列加起来 {sum(widths):g} 毫米，超出纸面：从左边 {left:g} 毫米起最多 {paper - _MARGIN - left:g} 毫米",
        )


_PAPER = {False: (210, 297), True: (297, 210)}
"""A4 upright and across, in mm."""

_MARGIN = 5
"""Millimetres at the edge that printers leave white."""


def _grid_problems(grid: Grid, known: Set[str], key: str) -> Iterator[Problem]:
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
