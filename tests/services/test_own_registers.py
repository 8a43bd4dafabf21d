"""Registers that every office has: 用印登记 and 移交清单, as lines, paper and workbook."""

import io
from datetime import date, timedelta

import msgspec
import openpyxl
import pypdfium2
import pytest
from tests.capabilities.counter import act
from tests.fixtures_office import NOON, make_office
from tests.services.rights_scene import ANYBODY, ENDED_WITH, ENDING, REFUSED, matter, person
from tests.services.test_belongings import report

from desk.services import intake, notices, registers, seals, stepping
from desk.services.office import Office

DAY = NOON.date()


@pytest.fixture
def office(tmp_path):
    opened = make_office(tmp_path / "office", "R15")
    yield opened
    opened.close()


def taken_in(office: Office) -> str:
    return intake.register(office, ANYBODY, matter(office, "complaint", *person())).case.number


def words(data: bytes) -> str:
    pdf = pypdfium2.PdfDocument(data)
    said = "".join(page.get_textpage().get_text_range() for page in pdf)
    pdf.close()
    return said


def test_the_seal_register_names_paper_number_copies_who_approved_and_who_sealed(office) -> None:
    number = taken_in(office)
    act(office, "head", number, "refuse", **REFUSED)
    issued = notices.issue(office, office.viewer("head"), number, "refusal")
    seals.put_seal(office, office.viewer("head"), issued.paper_id, person="印章保管员周平", at=NOON)

    book = registers.book(office, office.viewer("supervisor"), "seals", DAY, DAY)
    before = registers.book(
        office, office.viewer("supervisor"), "seals", DAY - timedelta(days=9), DAY - timedelta(days=1)
    )

    [row] = book.words
    assert row[3:5] == (issued.number, number)
    assert row[5] == str(len(issued.copies) or 1)
    assert row[7:9] == ("周局", "印章保管员周平")
    assert before.words == ()
    assert "用印登记" in words(registers.written(office, ANYBODY, book, ".pdf").data)
    sheet = openpyxl.load_workbook(io.BytesIO(registers.written(office, ANYBODY, book, ".xlsx").data)).active
    assert any(issued.number in str(cell) for line in sheet.iter_rows(values_only=True) for cell in line)


def archived(office: Office, kind: str = "complaint", **given: str) -> str:
    """A case whose ending is its archiving, as a manual might have it."""
    draft = report(office) if kind == "report" else matter(office, kind, *person())
    number = intake.register(office, ANYBODY, draft).case.number
    stepping.act(
        office,
        ANYBODY,
        number,
        ENDING[kind],
        {**ENDED_WITH[kind], **{k.replace("__", "."): v for k, v in given.items()}},
    )
    return number


def test_the_list_for_the_archive_goes_by_archive_number_with_box_and_a_note_to_sign(office) -> None:
    book = office.rulebook
    steps = tuple(
        msgspec.structs.replace(one, effects=(*one.effects, "archive")) if one.id in ENDING.values() else one for one in book.steps
    )  # fmt: skip
    office.rulebook = msgspec.structs.replace(book, steps=steps)
    second = archived(office, archive__number="2026-002", archive__box="2")
    first = archived(office, archive__number="2026-001", archive__box="1")
    unnamed = archived(office, "report")
    taken_in(office)

    found = registers.book(
        office, office.viewer("supervisor"), "transfer", date(2026, 1, 1), date(2026, 12, 31)
    )
    last_year = registers.book(
        office, office.viewer("supervisor"), "transfer", date(2025, 1, 1), date(2025, 12, 31)
    )
    paper = words(registers.written(office, ANYBODY, found, ".pdf").data).replace("\r\n", "")

    assert [row[1:4] for row in found.words] == [
        ("2026-001", "1", first), ("2026-002", "2", second), (unnamed, "", unnamed),
    ]  # fmt: skip
    assert [row[4] for row in found.words][2] == "（保密）"
    assert last_year.words == ()
    assert "本清单共 3 件，装 2 盒" in paper
    assert unnamed in found.note
    assert "监交人" in paper


def test_an_office_asks_for_its_own_registers_by_name_and_is_told_them(office) -> None:
    with pytest.raises(Exception, match="没有台账") as refused:
        registers.book(office, ANYBODY, "无此台账", DAY, DAY)
    assert "seals（用印登记）" in refused.value.hint
    assert ("transfer", "移交清单") in registers.listed(office)
