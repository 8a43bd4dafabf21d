"""The whole file of a case: contents, papers as they were issued, attachments as pages, each page with its place."""

import io

import pypdfium2
import pytest
from PIL import Image
from tests.fixtures_office import make_office
from tests.services.rights_scene import ANYBODY, matter, person
from tests.services.test_belongings import acts, report

from desk.domain.errors import Forbidden
from desk.services import attachments, case_file, intake, issued_papers, looks, notices


@pytest.fixture
def office(tmp_path):
    opened = make_office(tmp_path / "office", "R15")
    yield opened
    opened.close()


def taken_in(office) -> str:
    return intake.register(office, ANYBODY, matter(office, "complaint", *person())).case.number


def picture(kind: str = "PNG", size=(40, 20), more: int = 0) -> bytes:
    made = io.BytesIO()
    pages = [Image.new("RGB", size, (200, 0, 0)) for _ in range(more)]
    Image.new("RGB", size, (0, 0, 200)).save(
        made, kind, **({"save_all": True, "append_images": pages} if more else {})
    )
    return made.getvalue()


def words(data: bytes) -> list[str]:
    pdf = pypdfium2.PdfDocument(data)
    said = [page.get_textpage().get_text_range() for page in pdf]
    pdf.close()
    return said


def turned(data: bytes, by: int) -> bytes:
    pdf, made = pypdfium2.PdfDocument(data), io.BytesIO()
    pdf[0].set_rotation(by)
    pdf.save(made)
    pdf.close()
    return made.getvalue()


def test_papers_come_before_attachments_each_with_its_pages(office) -> None:
    number = taken_in(office)
    receipt = notices.issue(office, ANYBODY, number, "receipt")
    notices.issue(office, ANYBODY, number, "complaint_form")
    attachments.attach_made(office, ANYBODY, number, "现场.png", picture())
    attachments.attach_made(office, ANYBODY, number, "扫描.tif", picture("TIFF", more=2))
    attachments.attach_made(office, ANYBODY, number, "合同.pdf", receipt.data)

    made = case_file.bound(office, ANYBODY, number)

    assert [(one.name, one.place, one.remark) for one in made.pieces] == [
        ("收件回执", "1-2", ""), ("投诉登记表", "3", ""), ("现场.png", "4", ""), ("扫描.tif", "5-7", ""), ("合同.pdf", "8-9", ""),
    ]  # fmt: skip
    assert (made.pages, made.printed.pages) == (9, 11)
    assert made.pieces[0].number == receipt.number
    said = words(made.printed.data)
    assert "卷内目录" in said[0]
    assert receipt.number.replace("﹝", "").replace("﹞", "")[-3:] in said[0]
    assert "收件回执" in said[1]
    assert "本卷共 5 件 9 页" in said[-1].replace("\r\n", "")


def test_each_page_but_contents_and_note_bears_its_place(office) -> None:
    number = taken_in(office)
    for _ in range(3):
        attachments.attach_made(office, ANYBODY, number, "现场.png", picture())

    said = words(case_file.bound(office, ANYBODY, number).printed.data)

    assert [page.strip() for page in said[1:-1]] == ["1", "2", "3"]


@pytest.mark.parametrize("by", [0, 90, 180, 270])
def test_the_place_stands_upright_in_the_upper_right_corner_however_a_scan_is_turned(office, by) -> None:
    number = taken_in(office)
    blank = pypdfium2.PdfDocument.new()
    blank.new_page(595, 842)
    made = io.BytesIO()
    blank.save(made)
    attachments.attach_made(office, ANYBODY, number, "扫描.pdf", turned(made.getvalue(), by))

    pdf = pypdfium2.PdfDocument(case_file.bound(office, ANYBODY, number).printed.data)
    seen = pdf[1].render(scale=1).to_pil().convert("L").point(lambda grey: 255 if grey < 128 else 0)
    left, top, right, bottom = seen.getbbox()

    assert left > seen.width - 68
    assert bottom < 25
    assert right < seen.width
    assert bottom - top > right - left  # a 1 is higher than wide


def test_what_cannot_be_pages_is_named_and_a_broken_or_huge_file_spoils_nothing(office) -> None:
    number = taken_in(office)
    attachments.attach_made(office, ANYBODY, number, "说明.txt", "聊天记录".encode(), note="微信")
    attachments.attach_made(office, ANYBODY, number, "坏.pdf", b"%PDF-1.4 nothing")
    attachments.attach_made(office, ANYBODY, number, "坏.jpg", b"\xff\xd8\xff nothing")
    attachments.attach_made(office, ANYBODY, number, "大.png", picture(size=(900, 900)))
    attachments.attach_made(office, ANYBODY, number, "小.png", picture())

    made = case_file.bound(office, ANYBODY, number, most=1500)

    assert [(one.name, one.place, one.remark) for one in made.pieces] == [
        ("说明.txt（微信）", "", "另附（txt）"), ("坏.pdf", "", "另附（打不开）"), ("坏.jpg", "", "另附（打不开）"),
        ("大.png", "", "另附（过大）"), ("小.png", "1", ""),
    ]  # fmt: skip


def test_the_issued_bytes_themselves_stand_in_the_file_and_a_void_paper_does_not(office) -> None:
    number = taken_in(office)
    first = notices.issue(office, ANYBODY, number, "receipt")
    issued_papers.void(office, ANYBODY, first.paper_id, "写错")
    notices.issue(office, ANYBODY, number, "receipt")

    made = case_file.bound(office, ANYBODY, number)

    assert [one.name for one in made.pieces] == ["收件回执"]
    assert "作废文书 1 份" in words(made.printed.data)[-1].replace("\r\n", "")


def test_a_sealed_file_opens_with_its_identity_and_the_taking_is_on_record(office) -> None:
    number = intake.register(office, office.viewer("counter"), report(office)).case.number
    officer, head = office.viewer("officer"), office.viewer("head")
    with pytest.raises(Forbidden, match="没有对您开放"):
        case_file.bound(office, officer, number)

    looks.decide(office, head, looks.ask(office, officer, number, "调查"), granted=True)

    assert case_file.bound(office, officer, number).pieces == ()
    assert "file_look" in acts(office)
    assert "调取整卷" in {one.words for one in looks.record(office, head)}
