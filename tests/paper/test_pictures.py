"""Pages as pixels, for the eye and for printers."""

import pytest
from tests.paper.papers import WORDS, form

from desk.domain.notice import compose
from desk.paper.drawing import draw, draw_many
from desk.paper.pictures import bands, page_count, picture, pictures, png


@pytest.fixture(scope="module")
def paper() -> bytes:
    return draw(compose(form("R15", "acceptance"), WORDS)).data


def test_a_page_has_the_size_that_its_resolution_asks_for(paper):
    page = picture(paper, 0, 144)

    assert (page.width, page.height) == (1191, 1684)
    assert len(page.pixels) == 1191 * 1684 * 3


def test_a_page_is_white_with_something_black_on_it(paper):
    page = picture(paper, 0, 96, grey=True)

    assert page.pixels[0] == 255
    assert min(page.pixels) < 60
    assert 0.9 < page.pixels.count(255) / len(page.pixels) < 0.995


def test_bands_laid_below_each_other_are_the_whole_page(paper):
    whole = picture(paper, 0, 150, grey=True)
    parts = list(bands(paper, 0, 150, height=200))

    assert [part.top for part in parts] == list(range(0, whole.height, 200))
    together = b"".join(part.pixels for part in parts)
    assert len(together) == len(whole.pixels)
    assert sum(a != b for a, b in zip(together, whole.pixels, strict=True)) / len(together) < 0.001


def test_pages_come_one_after_the_other():
    data = draw_many([compose(form("R15", "acceptance"), WORDS)] * 3).data

    assert page_count(data) == 3
    assert [page.width for page in pictures(data, 36)] == [298] * 3


def test_a_picture_can_be_kept_as_png(paper):
    assert png(picture(paper, 0, 36)).startswith(b"\x89PNG\r\n\x1a\n")
