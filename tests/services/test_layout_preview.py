"""A layout file while somebody writes it: each save is drawn, each fault names its line."""

import re
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.fixtures_office import make_office
from tests.paper.papers import text_of

from desk.paths import resource
from desk.rulebook.layout import line_of
from desk.rulebook.loading import load
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


def test_a_key_that_stands_nowhere_has_no_line():
    assert line_of("id = 1", "block[3]") == 0
    assert line_of("id = 1", "title") == 0
    assert line_of("\n[[block]]\n", "block[0].style") == 2
    assert line_of('id = "x"\ntitle = 5', "title") == 2
    assert line_of("[styles]\nbody = {}\nbig = { size = 1 }", "styles.big") == 3


FORM = 'id = "x"\ntitle = "催告函"\n\n[[block]]\nkind = "text"\ntext = "正文{complainant.name}"\n'
GRID = (
    '[[block]]\nkind = "grid"\ncolumns = [50, 50]\nrows = [10]\ncells = [{ row = 1, col = 1, text = "x" }]\n'
)
STYLED = FORM.replace("\n[[block]]", "\n[styles]\nbig = { %s }\n\n[[block]]", 1)
FAULTS = [
    (FORM + 'text = "没有收\n', "文字的引号没有收尾", 7),
    (FORM + "align = “right”\n", "要加英文引号", 7),
    (FORM + 'style = "C:\\desk"\n', "文字里的“\\”写法不对", 7),
    (FORM + "[page]\nwidth = 150\n[page]\nwidth = 160\n", "表 page 前面已经写过", 9),
    (FORM + "at = 2026-01-01\n", "写成了日期", 4),
    (FORM + "at = inf\n", "最大是 420", 4),
    (FORM + "before = nan\n", "最小是 -20", 4),
    (FORM + "bold = true\n", "多出了不认识的项“bold”", 4),
    (FORM + 'when = "kind =="\n', "判断条件“kind ==”写法不对", 4),
    (FORM + 'when = "nofact == 3"\n', "不存在的字段“nofact”", 4),
    (FORM.replace("complainant.name", "complainant.nam"), "不存在的字段“complainant.nam”", 6),
    (FORM.replace("name}", "name"), "花括号不成对", 4),
    (FORM.replace("title", 'profile = "stat"\ntitle'), "没有“stat”这个体例", 2),
    (FORM.replace("\n[[block]]", "\n[page]\nwidth = 200\n\n[[block]]", 1), "版心超出纸面", 4),
    (STYLED % "size = 20", "是新样式，请写明照着哪一个", 5),
    (STYLED % 'like = "bodyy"', "没有样式“bodyy”可以照着", 5),
    (STYLED % 'like = "body", size = 0', "最小是 4", 4),
    (FORM + GRID.replace("row = 1", "row = 0"), "最小是 1", 11),
    (FORM + GRID.replace("[50, 50]", "[-50, 50]"), "最小是 0.5", 7),
    (FORM + GRID.replace("[50, 50]", "[150, 50]"), "超出纸面", 7),
    (FORM + '[[block]]\nkind = "items"\nfield = "materials"\ntext = "{n}. {nam"\n', "花括号不成对", 7),
    ("", "缺少必填项“id”", 0),
]


@pytest.mark.parametrize(("text", "words", "line"), FAULTS, ids=[words for _, words, _ in FAULTS])
def test_a_form_that_an_office_writes_wrongly_is_answered_in_chinese(text, words, line, tmp_path):
    (tmp_path / "催告函.toml").write_text(text, "utf-8")
    office = SimpleNamespace(rulebook=load("R17"), practice=False)

    found = layout_preview.sketch(office, tmp_path / "催告函.toml")

    assert words in found.fault
    assert found.line == line
    assert not re.search("[A-Za-z]{3,} [a-z]{2,} ", found.fault)


def test_a_file_in_another_encoding_and_one_that_is_gone_are_told_in_chinese(tmp_path):
    office = SimpleNamespace(rulebook=load("R17"), practice=False)
    (tmp_path / "国标.toml").write_bytes(FORM.encode("gb18030"))

    assert "国标.toml：不是 UTF-8 编码" in layout_preview.sketch(office, tmp_path / "国标.toml").fault
    assert "打不开这个文件" in layout_preview.sketch(office, tmp_path / "没有.toml").fault


def test_the_mark_that_some_editors_put_before_utf_8_does_no_harm(tmp_path):
    office = SimpleNamespace(rulebook=load("R17"), practice=False)
    (tmp_path / "记事本.toml").write_text(FORM, "utf-8-sig")

    assert "正文" in text_of(layout_preview.sketch(office, tmp_path / "记事本.toml").data)
