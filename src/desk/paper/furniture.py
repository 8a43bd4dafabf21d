"""What stands outside a paper's frame: page numbers, the line at the foot, which copy it is, the square code, 演示, the specimen's page mark."""

import msgspec

from desk.domain.document import Document
from desk.paper import typesetting
from desk.paper.marks import MM, Page, Square
from desk.rulebook.styles import Style

_CODE_SIDE = 17 * MM
_NUMBER = Style(font="song", size=14, leading=14)
_SMALL = Style(font="song", size=9, leading=9)
_COPY = Style(font="song", size=9, leading=11)
_STAMP = Style(font="hei", size=20, leading=20, grey=0.45)


def furnish(pages: list[Page], document: Document) -> None:
    """Add to each page what belongs outside the frame."""
    for number, page in enumerate(pages, 1):
        _page_number(page, document, number, len(pages))
        if document.foot:
            _foot(page, document)
        if document.copy:
            _copy(page, document)
        if document.stamp:
            stamp(page, document.stamp)
        if document.code and number == 1:
            left = document.page.left * MM
            page.marks.append(
                Square(left, document.page.top * MM - _CODE_SIDE - 6 * MM, _CODE_SIDE, document.code)
            )
        if document.specimen_page:
            _dashed(page, document, document.specimen_page, 272.5 * MM)


def _page_number(page: Page, document: Document, number: int, count: int) -> None:
    kind = document.page.numbers
    below = (document.page.top + document.page.height + 7) * MM
    if kind == "dash":
        # Seven millimetres below the type area, odd pages right, even ones left, one character in (GB/T 9704 7.5).
        _dashed(page, document, number, below + 4 * MM)
    elif kind == "of" or (kind == "more" and count > 1):
        middle = (document.page.left + document.page.width / 2) * MM
        page.marks.extend(
            typesetting.words(f"第 {number} 页 共 {count} 页", _SMALL, middle, below + 2 * MM, "center")
        )


def _dashed(page: Page, document: Document, number: int, y: float) -> None:
    left, right = document.page.left * MM, (document.page.left + document.page.width) * MM
    if number % 2:
        page.marks.extend(typesetting.words(f"— {number} —", _NUMBER, right - _NUMBER.size, y, "right"))
    else:
        page.marks.extend(typesetting.words(f"— {number} —", _NUMBER, left + _NUMBER.size, y))


def _foot(page: Page, document: Document) -> None:
    """A line below the page number, smaller where it would be wider than the type area."""
    wide = typesetting.width(document.foot, _SMALL)
    size = _SMALL.size * min(1.0, document.page.width * MM / wide)
    style = msgspec.structs.replace(_SMALL, size=size)
    middle = (document.page.left + document.page.width / 2) * MM
    below = (document.page.top + document.page.height + 14) * MM
    page.marks.extend(typesetting.words(document.foot, style, middle, below, "center"))


def _copy(page: Page, document: Document) -> None:
    """The copy and its holder, upright in the right margin from the top of the type area on."""
    x = (document.page.left + document.page.width + 9.5) * MM
    page.marks.extend(typesetting.downwards(document.copy, _COPY, x, (document.page.top + 30) * MM))


def stamp(page: Page, text: str) -> None:
    """演示 at the top and the foot, outside every frame, so that a practice paper serves nobody."""
    page.marks.extend(typesetting.words(text, _STAMP, page.width / 2, 12 * MM, "center"))
    page.marks.extend(typesetting.words(text, _STAMP, 30 * MM, page.height - 8 * MM, "center"))
