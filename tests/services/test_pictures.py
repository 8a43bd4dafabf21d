"""The pictures of a period come out of the store, on paper and in a workbook, with the same numbers."""

import io
from datetime import date

import openpyxl
import pypdfium2
from tests.services.test_imports import FIRST, SECOND, brought

from desk.domain.register import LineColumn, Lines
from desk.services import import_batches, pictures
from desk.services.office import Office

YEAR = (date(2025, 1, 1), date(2025, 12, 31))
ROWS = Lines(
    "统计指标", "2025年", "示范局", (LineColumn("指标", "", 20, "text"),), (("关闭率",),), (("关闭率",),)
)


def counted(office: Office) -> dict[tuple[str, str], tuple[str, ...]]:
    shown = pictures.pictures(office, office.viewer("head"), *YEAR)
    return {(p.id, q.label): q.cases for p in shown for q in p.points if q.cases}


def test_every_number_names_its_cases(market_office: Office) -> None:
    brought(market_office, FIRST, SECOND)

    found = counted(market_office)

    assert found["trend", "2025-04"] == ("旧2025-002",)
    assert found["ageing", "90天以上"] == ("旧2025-002",)
    assert found["heat", "9时"] == ("旧2025-001",)
    assert found["funnel", "登记"] == ("旧2025-001", "旧2025-002")


def test_an_undone_batch_is_in_no_picture(market_office: Office) -> None:
    done = brought(market_office, FIRST, SECOND)
    import_batches.undo(market_office, market_office.viewer("counter"), done.batch)

    assert counted(market_office) == {}


def test_paper_and_workbook_hold_the_pictures(market_office: Office) -> None:
    brought(market_office, FIRST, SECOND)
    viewer = market_office.viewer("head")
    shown = pictures.pictures(market_office, viewer, *YEAR)

    paper = pypdfium2.PdfDocument(pictures.written(market_office, viewer, ROWS, shown, ".pdf").data)
    book = openpyxl.load_workbook(
        io.BytesIO(pictures.written(market_office, viewer, ROWS, shown, ".xlsx").data)
    )

    words = "".join(page.get_textpage().get_text_range() for page in paper)
    assert all(picture.title.replace(" ", "") in words.replace(" ", "") for picture in shown)
    sheet = book["图表"]
    assert len(sheet._charts) == 4  # the hours are a shaded table
    cells = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert ["2025-03", 1, 1] in [row[:3] for row in cells]
