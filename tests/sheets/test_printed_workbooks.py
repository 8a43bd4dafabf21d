"""Every register and report of every shipped manual as a workbook: LibreOffice opens and prints it, calamine reads its types."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2.raw import FPDF_PAGEOBJ_PATH
from python_calamine import CalamineWorkbook
from tests.fixtures_office import make_office
from tests.sheets.books import column, register
from tests.sheets.office_program import converted, needed
from tests.sheets.test_charts import charts_in
from tests.sheets.test_text import TWO_THOUSAND, expected

from desk.domain.register import Lines, totals
from desk.domain.viewer import Viewer
from desk.rulebook.loading import shipped
from desk.services import assessments, figures, pictures, registers, signs
from desk.services.demo import fill
from desk.services.office import Office
from desk.sheets.workbook import write_lines

A4_ACROSS = (842, 595)
"""Points: 297 × 210 mm."""

CASES = 30
Made = tuple[str, Lines, bytes, int]


@pytest.fixture(scope="module", params=shipped())
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Made]:
    """Name, lines, workbook and number of charts of each register and report of an office under this manual."""
    office = make_office(tmp_path_factory.mktemp("office") / "home", request.param)
    fill(office, CASES)
    found = list(everything(office))
    office.close()
    return found


def viewer_of(office: Office) -> Viewer:
    return max((office.viewer(user.id) for user in office.users()), key=lambda one: len(one.rights))


def everything(office: Office) -> Iterator[Made]:
    viewer, last = viewer_of(office), office.now().date()
    first = last - timedelta(days=120)
    for id_, _ in registers.listed(office):
        found = registers.book(office, viewer, id_, first, last)
        yield id_, found.outward or found, registers.written(office, viewer, found, ".xlsx").data, 0
    shown = pictures.pictures(office, viewer, first, last)
    charts = sum(one.shape != "heat" and bool(one.points) for one in shown)
    counted = figures.lines(office, figures.figures(office, viewer, first, last))
    drawn = pictures.lines(office, shown, first, last, hours=False)
    for name, found in (("report-figures", counted), ("report-pictures", drawn)):
        yield name, found, pictures.written(office, viewer, found, shown, ".xlsx").data, charts
    noticed = signs.lines(office, signs.signs(office, viewer, first, last))
    fined = assessments.lines(office, assessments.listed(office, viewer, first, last), first, last)
    for name, found in (("report-signs", noticed), ("report-assessments", fined)):
        yield name, found, registers.written(office, viewer, found, ".xlsx").data, 0


@needed
@pytest.mark.slow
def test_an_office_program_prints_every_register_and_report(made: list[Made], tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.xlsx" for name, *_ in made]
    for path, (_, _, data, _) in zip(paths, made, strict=True):
        path.write_bytes(data)

    printed = converted(paths, "pdf", tmp_path / "printed")

    for pdf, (name, found, data, charts) in zip(printed, made, strict=True):
        pages = list(pages_of(pdf))
        lists = [text for text in pages if plain(found.columns[0].title) in text]
        assert plain(found.title) in pages[0], name
        assert not any("###" in text for text in pages), name  # a day or a number too wide for its column
        assert all(f"第{number}页共{len(pages)}页" in text for number, text in enumerate(pages, 1)), name
        assert len(lists) >= len(pages) - charts, name  # headings on each page, but for the pages of charts
        assert charts_in(data) == charts, name
        every = "".join(pages)
        cut = cells_cut(pdf, found)
        assert not cut, (name, cut[:3])
        assert all(plain(cell) in every for cell in (*totals(found), *found.foot, found.period)), name


@pytest.mark.slow
def test_days_amounts_and_numbers_come_back_as_what_they_are(made: list[Made]) -> None:
    """Also a control that the values tell kinds apart: identity numbers and telephones are words to the last digit."""
    for name, found, data, _ in made:
        rows = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python()
        head = 2 + (2 if any(one.group for one in found.columns) else 1)
        if found.transposed:
            rows = [list(row) for row in zip(*rows[2 : 2 + len(found.columns)], strict=True)]
            head = 2 if any(one.group for one in found.columns) else 1
        for row, given in zip(rows[head:], found.data, strict=False):
            for cell, value in zip(row, given, strict=False):
                assert same(cell, value), (name, cell, value)


def same(cell: object, value: object) -> bool:
    """Whether the cell that was read is the value, and of its kind."""
    if value is None:
        return cell == ""
    if isinstance(value, str):
        return isinstance(cell, str) and cell == value
    if isinstance(value, date):
        plain_moment = (
            value.replace(tzinfo=None, second=0, microsecond=0) if hasattr(value, "hour") else value
        )
        read = cell.replace(second=0, microsecond=0) if hasattr(cell, "hour") else cell  # type: ignore[attr-defined]
        return read == plain_moment
    return isinstance(cell, (int, float)) and cell == pytest.approx(value)


@needed
@pytest.mark.slow
def test_an_office_program_shows_two_thousand_dangerous_texts_as_they_are(tmp_path: Path) -> None:
    texts = [text for text in map(expected, TWO_THOUSAND) if isinstance(text, str) and "\n" not in text]
    (tmp_path / "a.xlsx").write_bytes(
        write_lines(register([column("编号"), column("a")], [("x", text) for text in texts]))
    )

    (shown,) = converted([tmp_path / "a.xlsx"], "csv:Text - txt - csv (StarCalc):44,34,76", tmp_path / "out")

    told = shown.read_text(encoding="utf-8")
    missing = [text for text in texts if text.replace('"', '""').strip() not in told]
    assert not missing, missing[:5]
    assert not re.search(r"#(NAME|VALUE|REF|DIV)|Err:5", told.replace("".join(texts), ""))


@needed
@pytest.mark.slow
def test_a_row_too_low_for_its_words_would_be_seen(tmp_path: Path) -> None:
    """A control: words beyond the edges of their row are in the file, but nobody sees them."""
    rows = tuple((f"x{n}", f"第{n}件" + "几行文字" * 6) for n in range(9))
    found = replace(register([column("编号"), column("a")], rows), words=rows)
    data = write_lines(found)
    (tmp_path / "high.xlsx").write_bytes(data)
    (tmp_path / "low.xlsx").write_bytes(with_low_rows(data))

    high, low = converted([tmp_path / "high.xlsx", tmp_path / "low.xlsx"], "pdf", tmp_path / "out")

    assert cells_cut(high, found) == []
    assert cells_cut(low, found) == [words for _, words in rows]


def with_low_rows(data: bytes) -> bytes:
    """The workbook with no row higher than a line."""
    low, row = BytesIO(), re.compile(rb'(<row r="\d+") ht="[\d.]+">')
    with zipfile.ZipFile(BytesIO(data)) as whole, zipfile.ZipFile(low, "w") as copy:
        for name in whole.namelist():
            copy.writestr(name, row.sub(rb'\1 ht="20" customHeight="1">', whole.read(name)))
    return low.getvalue()


def cells_cut(pdf: Path, found: Lines) -> list[str]:
    """The cells that do not stand whole between the two lines of any row."""
    rows = list(rows_of(pdf))
    return [cell for row in found.words for cell in row if not any(plain(cell) in one for one in rows)]


def rows_of(pdf: Path) -> Iterator[str]:
    """The words of each row without spaces: what has its baseline between two lines across the page that follow each other."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        words = page.get_textpage()
        edges = [one.get_bounds() for one in page.get_objects([FPDF_PAGEOBJ_PATH])]
        across = sorted({round(low) for left, low, right, high in edges if high - low < 2 < right - left})
        for low, high in pairwise(across):
            yield plain(words.get_text_bounded(0, low, page.get_width(), high))
    document.close()


def pages_of(pdf: Path) -> Iterator[str]:
    """The words of each page without spaces; every page is A4 across."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        assert (round(page.get_width()), round(page.get_height())) == A4_ACROSS
        yield plain(page.get_textpage().get_text_bounded())
    document.close()


def plain(text: str) -> str:
    return re.sub(r"\s", "", text)
