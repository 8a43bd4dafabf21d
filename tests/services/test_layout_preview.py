"""A layout file while somebody writes it: each save is drawn, each fault names its line."""

import shutil
from pathlib import Path

import pytest
from tests.fixtures_office import make_office
from tests.paper.papers import text_of

from desk.paths import resource
from desk.rulebook.layout import line_of
from desk.services import layout_preview


@pytest.fixture
def office(tmp_path):
    opened = make_office(tmp_path / "office", "R10")
    yield opened
    opened.close()


@pytest.fixture
def file(tmp_path) -> Path:
    return Path(shutil.copy(resource("rulebooks", "R10", "forms", "opinion_book.toml"), tmp_path / "表.toml"))


def test_each_save_is_drawn_anew(office, file):
    sketches = layout_preview.watched(office, file, breath=0.01)

    assert "客户意见簿" in text_of(next(sketches).data)
    file.write_text(file.read_text("utf-8").replace('"地点"', '"航班号"'), "utf-8")
    assert "航班号" in text_of(next(sketches).data)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("row = 3, col = 2, cols = 3", "row = 3, col = 2, cols = 9", "超出了表格"),
        ('style = "small"', 'style = "tiny"', "没有样式“tiny”"),
        ('title = "客户意见簿"', "title = 客户意见簿", "不是合格的 TOML：第 3 行"),
    ],
)
def test_a_fault_is_told_in_chinese_with_its_line_and_mended_by_the_next_save(
    office, file, before, after, words
):
    good = file.read_text("utf-8")
    file.write_text(good.replace(before, after, 1), "utf-8")

    found = layout_preview.sketch(office, file)

    assert words in found.fault
    assert not found.data
    if found.line:
        block = good.rindex("[[block]]", 0, good.index(before)) if "style" in before else good.index(before)
        assert found.line == good.count("\n", 0, block) + 1
    file.write_text(good, "utf-8")
    assert layout_preview.sketch(office, file).data


def test_a_key_that_names_no_block_has_no_line():
    assert line_of("id = 1", "block[3]") == 0
    assert line_of("id = 1", "title") == 0
    assert line_of("\n[[block]]\n", "block[0].style") == 2
