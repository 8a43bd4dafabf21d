"""A register as a workbook: openpyxl dresses the sheet, its rows are streamed into the place between head and foot.

openpyxl alone takes many times as long for 100,000 cases, and rustpy-xlsxwriter can neither merge a heading over
two rows, nor head two columns with the same words, nor write sums and signatures below without formulas.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from desk.domain.register import Lines
from desk.sheets.frame import BODY_FORMATS, frame
from desk.sheets.plan import Plan, plan
from desk.sheets.rows import row_parts

_SHEET = "xl/worksheets/sheet1.xml"
_ROW = re.compile(r'<row r="(\d+)".*?</row>', re.DOTALL)
_STYLE = re.compile(r'<c r="[A-Z]+\d+" s="(\d+)"')
_DEFLATE_LEVEL = 4


def write_lines(lines: Lines) -> bytes:
    """The workbook of a register. Raises DeskError when there are more cases than a sheet holds."""
    at = plan(lines)
    dressed = BytesIO()
    frame(lines, at).save(dressed)
    try:
        return _archive(dressed, lines, at, large=False)
    except RuntimeError:  # a sheet of more than 2 GB; its archive is of a kind that not every program opens
        return _archive(dressed, lines, at, large=True)


def _archive(dressed: BytesIO, lines: Lines, at: Plan, *, large: bool) -> bytes:
    written = BytesIO()
    with (
        ZipFile(dressed) as source,
        ZipFile(written, "w", ZIP_DEFLATED, compresslevel=_DEFLATE_LEVEL) as target,
    ):
        for name in source.namelist():
            if name != _SHEET:
                target.writestr(name, source.read(name))
        parts = _sheet_parts(source.read(_SHEET).decode(), lines, at)
        with target.open(_SHEET, "w", force_zip64=large) as sheet:
            for part in parts:
                sheet.write(part.encode())
    return written.getvalue()


def _sheet_parts(dressed: str, lines: Lines, at: Plan) -> Iterator[str]:
    """The frame's sheet with the rows of cases in place of its pattern row and of headings at the left."""
    rows = {int(row[1]): row for row in _ROW.finditer(dressed)}
    above = max(number for number in rows if number < at.body)
    styles = [int(style) for style in _STYLE.findall(rows[at.pattern_row][0])]
    yield _sized(dressed[: rows[above].end()], at)
    yield from row_parts(lines, at, dict(zip(BODY_FORMATS, styles, strict=True)))
    if at.foot_row in rows:
        yield rows[at.foot_row][0]
    yield _without_warnings(dressed[rows[at.pattern_row].end() :], at)


def _sized(head: str, at: Plan) -> str:
    return re.sub(r'<dimension ref="[^"]*"', f'<dimension ref="{at.area}"', head, count=1)


def _without_warnings(tail: str, at: Plan) -> str:
    """No green corner on each telephone number: digits stored as text are meant so."""
    ignored = f'<ignoredErrors><ignoredError sqref="{at.area}" numberStoredAsText="1"/></ignoredErrors>'
    return tail.replace("</worksheet>", f"{ignored}</worksheet>")
