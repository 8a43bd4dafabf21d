"""Reading layout files: what they may say, and what is said to the person who wrote one wrongly."""

import pytest

from desk.paths import resource
from desk.rulebook.layout import (
    LayoutError,
    Place,
    Tick,
    fields,
    load_layout,
    load_profile,
    parse,
    read_layout,
)

HEAD = 'id = "t"\ntitle = "通知书"\nprofile = "state"\n'


def test_places_boxes_and_gaps_are_told_apart():
    parts = parse("于{received_on:date}关于{subject:9.5}{~2}{:3}{facts:*}{consent?是}")

    assert parts == (
        "于", Place("received_on", 2, "date"), "关于", Place("subject", 9.5), Place("", 2, "gap"), Place("", 3),
        Place("facts", 0), Tick("consent", "是"),
    )  # fmt: skip


@pytest.mark.parametrize("text", ["{", "甲}", "{a:b:c}", "{a b}", "{}"])
def test_braces_that_make_no_sense_are_refused(text):
    with pytest.raises(ValueError, match="花括号"):
        parse(text)


@pytest.mark.parametrize(
    ("blocks", "key", "problem"),
    [
        ('[[block]]\nkind = "text"', "block[0]", "缺少必填项“text”"),
        ('[[block]]\nkind = "text"\ntext = "甲"\ncolour = "red"', "block[0]", "不认识的项“colour”"),
        ('[[block]]\nkind = "text"\ntext = 5', "block[0].text", "应当是文字（加引号），写成了整数"),
        ('[[block]]\nkind = "picture"', "block[0].kind", "“picture”不在允许的取值之内"),
        ('[[block]]\nkind = "text"\ntext = "甲"\nstyle = "pretty"', "block[0].style", "没有样式“pretty”"),
        ('[[block]]\nkind = "text"\ntext = "甲{"', "block[0]", "花括号不成对"),
        (
            '[[block]]\nkind = "grid"\ncolumns = [90, 95]\nrows = [9]\ncells = []',
            "block[0].columns",
            "超出纸面",
        ),
        (
            '[[block]]\nkind = "grid"\ncolumns = [9]\nrows = [9]\ncells = [{row = 1, col = 2}]',
            "block[0].cells[0]",
            "超出了表格",
        ),
        (
            (
                '[[block]]\nkind = "grid"\ncolumns = [9, 9]\nrows = [9]\n'
                "cells = [{row = 1, col = 1, cols = 2}, {row = 1, col = 2}]"
            ),
            "block[0].cells[1]",
            "重叠",
        ),
    ],
)
def test_a_wrong_layout_is_named_by_file_and_key_in_chinese(blocks, key, problem):
    with pytest.raises(LayoutError) as caught:
        read_layout(f"{HEAD}\n{blocks}", "坏的.toml")

    assert caught.value.key == key
    assert problem in caught.value.problem
    assert str(caught.value).startswith("版式文件 坏的.toml 的 ")


def test_what_is_not_toml_at_all_is_said_so(tmp_path):
    (tmp_path / "坏.toml").write_text("id = ", "utf-8")

    with pytest.raises(LayoutError, match="不是合格的 TOML：文件末尾，"):
        load_layout(tmp_path / "坏.toml")
    with pytest.raises(LayoutError, match="读不出来"):
        load_layout(tmp_path / "没有.toml")


def test_an_unknown_profile_is_refused():
    with pytest.raises(LayoutError, match="没有“fancy”这个体例"):
        read_layout('id = "t"\ntitle = "甲"\nprofile = "fancy"\nblock = []', "t.toml")


def test_all_shipped_layouts_can_be_read():
    paths = [*resource("rulebooks").glob("*/forms/*.toml"), *resource("layouts").glob("*.toml")]

    assert len(paths) >= 18
    for path in paths:
        assert load_layout(path).id == path.stem


def test_the_fields_of_a_layout_are_known():
    layout = load_layout(resource("rulebooks", "R15", "forms", "acceptance.toml"))

    assert fields(layout) == {
        "paper.number", "complainant.name", "case.received_on", "subject", "contact.name", "contact.phone",
        "office.name", "paper.date",
    }  # fmt: skip


def test_the_state_profile_is_the_national_standard():
    # GB/T 9704-2012: 天头 37 mm, 订口 28 mm, 版心 156 x 225 mm, 22 lines of 28 characters, 3号 body (16 pt), 2号 title.
    state = load_profile("state")

    page, body = state.page, state.styles["body"]
    assert (page.top, page.left, page.width, page.height) == (37, 28, 156, 225)
    assert round(page.leading * 22 / 72 * 25.4) == 225
    assert round(body.pitch * 28 / 72 * 25.4) == 156
    assert (body.size, body.font, body.indent, state.styles["title"].size) == (16, "fangsong", 2, 22)


def test_the_group_office_profile_is_the_manuals_own():
    # 002:607: title 小2号黑体 (18 pt), number 5号宋体 (10.5 pt), body 小3号仿宋 (15 pt), first line 2 characters in.
    styles = load_profile("group-office").styles

    assert (styles["title"].size, styles["title"].font) == (18, "hei")
    assert (styles["number"].size, styles["number"].font) == (10.5, "song")
    assert (styles["body"].size, styles["body"].font, styles["body"].indent) == (15, "fangsong", 2)
