"""Everything of a register's sheet but its rows: title, headings, widths, how it prints. Dressed by openpyxl."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.domain.register import ALIGNMENT, Datum, Lines, Share
from desk.sheets.heights import LINE, PADDING, lines_of
from desk.sheets.plan import (
    CASES_ON_A_PAGE,
    HEAD_ROW,
    TITLE_ROW,
    UNIT_ROW,
    Plan,
    Span,
    area,
    headings,
    letters,
    segments,
)
from desk.sheets.text import stored_text

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

BODY_FORMATS = {
    "text": "@",
    "ordinal": "0",
    "count": "0",
    "figure": "@",
    "share": "0.00%",
    "decimal": "0.00",
    "money": "#,##0.00",
    "date": "yyyy-mm-dd",
    "moment": "yyyy-mm-dd hh:mm",
    "label": "@",
}
"""Number format of each kind of body cell; 'label' is a heading at the left of a transposed register.

A column of figures has shares, decimals, counts and words in it, line by line (``kind_of``).
"""

REMARK_FONT, SMALL_FONT, BODY_FONT, TITLE_FONT = 8, 10, 11, 16
GREY = "FFEDEDED"
SHEET_NAME_LIMIT = 31
A4 = 9
TURNED_SCALE = 72
"""Per cent at which seven cases of a transposed register go on a page."""

PAGE_OF_PAGES = "第 &P 页 共 &N 页"


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks."""

    size: int = BODY_FONT
    bold: bool = False
    boxed: bool = False
    filled: bool = False
    across: str = "left"


TITLE = Look(size=TITLE_FONT, bold=True, across="center")
HEADING = Look(bold=True, boxed=True, filled=True, across="center")
BODY = {kind: Look(boxed=True, across=across) for kind, across in ALIGNMENT.items()} | {
    "label": HEADING, "share": Look(boxed=True, across="right"), "decimal": Look(boxed=True, across="right"),
}  # fmt: skip

MOST_PAGES = 32_767
"""The highest that the format knows. 0 means "as many as needed", too, but LibreOffice then loses a last row that would
stand alone on its page."""


def kind_of(kind: str, value: Datum) -> str:
    """The kind of a cell in a column of this kind: in a column of figures each has its own."""
    if kind != "figure" or not isinstance(value, int | float):
        return kind
    return "share" if isinstance(value, Share) else "decimal" if isinstance(value, float) else "count"


def frame(lines: Lines, at: Plan) -> "Workbook":
    """The sheet without its cases. Row ``at.pattern_row`` holds one cell for each kind of ``BODY_FORMATS``, in that order."""
    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator = stored_text(lines.unit)
    book.properties.title = stored_text(lines.title)
    sheet = book.worksheets[0]
    sheet.title = sheet_name(lines.title)
    _write_words(sheet, lines, at)
    _patterns(sheet, at)
    _widths(sheet, lines, at)
    _reading(sheet, at)
    _printing(sheet, lines, at)
    return book


def sheet_name(title: str) -> str:
    """``title`` without the signs a sheet's name may not have, at most 31 UTF-16 units, never empty."""
    cleaned = "".join(sign for sign in stored_text(title) if sign not in "[]:*?/\\\n\t").strip(" '")
    units = cleaned.encode("utf-16-le")[: 2 * SHEET_NAME_LIMIT]
    return units.decode("utf-16-le", "ignore").rstrip(" '") or "登记簿"


def _write_words(sheet: "Worksheet", lines: Lines, at: Plan) -> None:
    _put(sheet, Span(TITLE_ROW, 1, TITLE_ROW, at.page_columns, lines.title), TITLE)
    sheet.row_dimensions[TITLE_ROW].height = 2 * TITLE_FONT
    unit = [f"填报单位：{lines.unit}" if lines.unit else "", lines.period]
    needed = 1
    for index, span in enumerate(segments(unit, UNIT_ROW, at.page_columns)):
        _put(sheet, span, Look(across="right" if index else "left"))
        needed = max(needed, lines_of(span.text, sum(at.widths[span.first_column - 1 : span.last_column])))
    sheet.row_dimensions[UNIT_ROW].height = needed * LINE + PADDING
    for span in headings(lines, at):
        _put(sheet, span, HEADING)
    for row, height in heading_heights(lines, at).items():
        sheet.row_dimensions[row].height = height
    if lines.foot:
        sheet.row_dimensions[at.foot_row].height = 2 * BODY_FONT
        foot = [text if text.endswith(("：", ":")) else f"{text}：" for text in lines.foot]
        for span in segments(foot, at.foot_row, at.page_columns):
            _put(sheet, span, Look())


def heading_heights(lines: Lines, at: Plan) -> dict[int, float]:
    """The height of each row of headings above, in points: merged cells find no height by themselves."""
    lines_in = dict.fromkeys(range(HEAD_ROW, HEAD_ROW + at.head), 1)
    for span in sorted(headings(lines, at) if at.head else (), key=lambda one: one.last_row - one.first_row):
        needed = lines_of(span.text, sum(at.widths[span.first_column - 1 : span.last_column]))
        above = sum(lines_in[row] for row in range(span.first_row, span.last_row))
        lines_in[span.last_row] = max(lines_in[span.last_row], needed - above)
    return {row: count * LINE + PADDING for row, count in lines_in.items()}


def _put(sheet: "Worksheet", span: Span, look: Look) -> None:
    cell = sheet.cell(span.first_row, span.first_column)
    _dress(cell, look)
    cell.value = stored_text(span.text)
    cell.data_type = "s"  # text that begins with = stays text
    if not span.is_one_cell:
        sheet.merge_cells(None, span.first_row, span.first_column, span.last_row, span.last_column)


def _patterns(sheet: "Worksheet", at: Plan) -> None:
    for column, (kind, number_format) in enumerate(BODY_FORMATS.items(), start=1):
        cell = sheet.cell(at.pattern_row, column)
        _dress(cell, BODY[kind])
        cell.number_format = number_format
        cell.quotePrefix = number_format == "@"


def _dress(cell: "Cell | MergedCell", look: Look) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    cell.font = Font(name="宋体", size=look.size, bold=look.bold)
    cell.alignment = Alignment(horizontal=look.across, vertical="center", wrap_text=True)
    if look.boxed:
        line = Side(style="thin")
        cell.border = Border(left=line, right=line, top=line, bottom=line)
    if look.filled:
        cell.fill = PatternFill("solid", fgColor=GREY)


def _widths(sheet: "Worksheet", lines: Lines, at: Plan) -> None:
    if not lines.transposed:
        sheet.sheet_format.defaultRowHeight, sheet.sheet_format.customHeight = LINE + PADDING, True
    for letter, width in zip(letters(at.columns), at.widths, strict=True):
        sheet.column_dimensions[letter].width = width


def _reading(sheet: "Worksheet", at: Plan) -> None:
    top = at.body if at.head else at.body + 1  # of a transposed one the first line tells the cases apart
    sheet.freeze_panes = sheet.cell(top, at.labels + 1).coordinate
    if at.head:
        sheet.auto_filter.ref = area(at.body - 1, max(at.last_case, at.body - 1), at.columns)


def _printing(sheet: "Worksheet", lines: Lines, at: Plan) -> None:
    from openpyxl.worksheet.pagebreak import Break, ColBreak

    a4_across(sheet, lines.remark)
    if lines.transposed:
        sheet.page_setup.scale = TURNED_SCALE
        sheet.col_breaks = ColBreak()
        for column in range(at.page_columns, at.columns, CASES_ON_A_PAGE):
            sheet.col_breaks.append(Break(id=column))
    else:
        as_wide_as_a_page(sheet)
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW + max(at.head, 1) - 1}"
    if lines.transposed:
        sheet.print_title_cols = f"A:{letters(at.labels)[-1]}"
    sheet.print_area = at.area


def a4_across(sheet: "Worksheet", remark: str = "") -> None:
    """A4 across with the page's number below, and at its left what is remarked on every page."""
    from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart

    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.print_options.horizontalCentered = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.6
    sheet.page_margins.footer = 0.3
    left = _HeaderFooterPart(stored_text(remark).replace("&", "&&"), size=REMARK_FONT) if remark else None
    number = _HeaderFooterPart(PAGE_OF_PAGES, size=SMALL_FONT)
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(left=left, center=number)


def as_wide_as_a_page(sheet: "Worksheet") -> None:
    """Made smaller until all columns go on one page, over as many pages as there are rows."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, MOST_PAGES
