"""The forms of these manuals: each fits its page, prints empty with all its headings, and loses no word of a long story."""

import re

import pytest
from tests.paper.papers import WORDS, pages_of, text_of

from desk.domain.notice import compose
from desk.paper.drawing import draw
from desk.rulebook.layout import Cell, Grid, Layout
from desk.rulebook.loading import load

FORMS = [
    ("R03", "transfer"), ("R03", "analysis"), ("R06", "record"), ("R06", "transfer"), ("R06", "reply"),
    ("R07", "application"), ("R07", "supplement"), ("R09", "record"), ("R09", "register_form"), ("R11a", "order"),
    ("R11b", "sheet"), ("R11b", "petition"), ("R11c", "feedback"), ("R13b", "table"), ("R13c", "order"),
    ("R13c", "rectification"),
]  # fmt: skip
LONG = "机器半夜仍有异响，已经报修，至今没有人来看。" * 120
TELLING = [
    ("R03", "transfer"), ("R06", "record"), ("R07", "application"), ("R09", "record"), ("R09", "register_form"),
    ("R11a", "order"), ("R11b", "sheet"), ("R11c", "feedback"), ("R13b", "table"), ("R13c", "order"),
]  # fmt: skip


def headings(layout: Layout) -> list[str]:
    """The words of the cells that name what stands beside them."""
    cells: list[Cell] = [cell for block in layout.blocks if isinstance(block, Grid) for cell in block.cells]
    return [cell.text for cell in cells if cell.text and "{" not in cell.text]


@pytest.mark.parametrize(("id_", "name"), FORMS)
def test_a_form_takes_one_page_and_names_all_its_cells(id_: str, name: str) -> None:
    layout = load(id_).layouts[name]
    pages = pages_of(draw(compose(layout, WORDS)).data)

    assert len(pages) == 1
    assert [words for words in headings(layout) if re.sub(r"\s", "", words) not in pages[0]] == []


@pytest.mark.parametrize(("id_", "name"), TELLING)
def test_a_story_of_a_hundred_and_twenty_lines_is_printed_whole(id_: str, name: str) -> None:
    printed = text_of(draw(compose(load(id_).layouts[name], {**WORDS, "narrative": LONG})).data)

    assert [word for word in "器夜异响修至" if printed.count(word) != 120] == []


@pytest.mark.parametrize(("id_", "name"), FORMS)
def test_a_form_that_the_manual_only_names_says_so(id_: str, name: str) -> None:
    layout = load(id_).layouts[name]

    assert layout.derived
    assert layout.source
