"""Where an electronic seal stands: upright, over name and date, both a little below its middle (GB/T 9704-2012, 7.3.5.1)."""

import pypdfium2 as pdfium
import pytest
from tests.paper.test_archive import broken
from tests.paper.test_catalogue import filled
from tests.services.test_seal_images import scan

from desk.domain.document import SealPicture
from desk.domain.notice import compose
from desk.paper.drawing import draw_many
from desk.paper.letter import lay_out
from desk.paper.marks import Image, Run, Stroke
from desk.paper.seal_scan import prepared
from desk.paths import resource
from desk.rulebook.loading import load
from desk.services.seal_images import Pressing, pressed

MM = 72 / 25.4
VALUES = {
    "office.name": "示范区市场监督管理局", "paper.date": "2026年11月20日", "complainant.name": "王小明",
    "addressee": "王小明", "paper.number": "示市监受〔2026〕1号",
}  # fmt: skip


def sealed_papers():
    for id_ in ("R04", "R15", "R17"):
        book = load(resource("rulebooks", id_))
        for paper in book.papers:
            if paper.seal:
                yield pytest.param(book, paper, id=f"{id_} {paper.id}")


def boxes(page):
    """The picture's box and the boxes of single characters, from the lower edge, in points."""
    images = [o.get_bounds() for o in page.get_objects() if o.type == pdfium.raw.FPDF_PAGEOBJ_IMAGE]
    text = page.get_textpage()
    return images, text


@pytest.mark.parametrize(("book", "paper"), list(sealed_papers()))
def test_every_paper_that_bears_a_seal_has_its_place_for_it(book, paper):
    seal = prepared(scan(), 42)
    document = compose(book.layouts[paper.layout], VALUES)

    drawn = draw_many(pressed([document], Pressing(paper.seal, seal)))

    with pdfium.PdfDocument(drawn.data) as file:
        found = [box for page in file for box in boxes(page)[0]]
    assert len(found) == 1
    left, bottom, right, _ = found[0]
    assert abs((right - left) - 42 * MM) < 0.5
    assert min(left, bottom) >= 0
    assert broken(drawn.data) == set()


def test_name_and_date_stand_about_the_seals_middle_a_little_below_it():
    book = load(resource("rulebooks", "R15"))
    paper = next(one for one in book.papers if one.id == "acceptance")
    document = compose(book.layouts[paper.layout], VALUES)
    drawn = draw_many(pressed([document], Pressing(paper.seal, prepared(scan(), 42))))

    with pdfium.PdfDocument(drawn.data) as file:
        for page in file:
            images, text = boxes(page)
            if images:
                break
        left, bottom, right, top = images[0]
        date = [text.get_charbox(n) for n in _place(text, "2026年11月20日")]
        middle = (date[0][0] + date[-1][2]) / 2
        assert abs(middle - (left + right) / 2) < 1.5
        assert bottom < date[0][1] < (bottom + top) / 2 < top


@pytest.mark.parametrize(("book", "paper"), list(sealed_papers()))
def test_the_seals_head_stands_within_a_line_of_the_text_and_on_none_of_it(book, paper):
    """GB/T 9704-2012, 7.3.5.1: 印章顶端应当上距正文（或附件说明）一行之内; a seal of 42 mm, a line of 225 mm / 22."""
    layout = book.layouts[paper.layout]
    if layout.profile != "state":
        return  # an official form says itself where its signature stands
    (document,) = pressed([compose(layout, filled(layout))], Pressing(paper.seal, prepared(scan(), 42)))

    page = next(page for page in lay_out(document) if any(isinstance(mark, Image) for mark in page.marks))
    place, seal = next((n, mark) for n, mark in enumerate(page.marks) if isinstance(mark, Image))
    # Organ and date are the last words before the picture; what stands above them is text or a form's rules.
    signed = {
        mark.y for mark in page.marks[:place] if isinstance(mark, Run) and mark.y > seal.y + seal.height / 3
    }
    above = [mark.y for mark in page.marks[:place] if isinstance(mark, Run) and mark.y not in signed]
    ruled = [mark.to_y for mark in page.marks[:place] if isinstance(mark, Stroke)]
    gap = (seal.y - max(above + ruled)) / MM
    assert 1 <= gap <= 3 + 225 / 22  # from the baseline; 3 mm of the text's own line lie below that


def _place(text, words):
    """The places of the last time that these words stand on the page."""
    whole = text.get_text_range()
    start = whole.rindex(words)
    return range(start, start + len(words))


def test_the_same_paper_with_the_same_seal_makes_the_same_bytes():
    book = load(resource("rulebooks", "R15"))
    paper = next(one for one in book.papers if one.id == "acceptance")

    def made():
        document = compose(book.layouts[paper.layout], VALUES)
        return draw_many(pressed([document], Pressing(paper.seal, prepared(scan(), 42)))).data

    assert made() == made()


def test_a_paper_without_a_signature_takes_no_seal():
    from desk.domain.errors import DeskError

    book = load(resource("rulebooks", "R15"))
    document = next(
        made
        for made in (compose(layout, VALUES) for layout in book.layouts.values())
        if not any(type(block).__name__ == "Signature" for block in made.blocks)
    )

    with pytest.raises(DeskError) as refusal:
        pressed([document], Pressing("公章", SealPicture(data=b"", width=42, height=42)))

    assert refusal.value.code == "no_place"
