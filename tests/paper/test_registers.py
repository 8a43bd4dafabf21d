"""Registers on paper: every row on some page, the headings on each, nothing lost."""

import pytest
from tests.paper.papers import glyphs, pages_of, rules, text_of

from desk.domain.document import Table, TableColumn
from desk.paper.drawing import Missing
from desk.paper.registers import draw_table


def register(count: int, **more: object) -> Table:
    """A register of so many rows."""
    rows = tuple(
        (str(n), f"投诉〔2026〕{n:04d}号", "张某", f"第{n}件的主要内容", "已办结")
        for n in range(1, count + 1)
    )
    columns = (
        TableColumn("序号", 4, "center"), TableColumn("登记编号", 10), TableColumn("投诉人", 6, "center"),
        TableColumn("主要内容", 30, group="办理情况"), TableColumn("结果", 8, group="办理情况"),
    )  # fmt: skip
    values = {
        "title": "投诉登记簿",
        "columns": columns,
        "rows": rows,
        "unit": "某某局",
        "period": "2026年4月",
    }
    return Table(**{**values, **more})


def test_every_row_and_every_heading_is_there():
    drawn = draw_table(register(90, foot=("单位负责人：", "填报人："), audit_head="3f9a22bc01de77aa/90"))
    pages = pages_of(drawn.data)

    assert drawn.pages == len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert f"第{number}页共{drawn.pages}页" in page
        assert "审计校验3f9a22bc01de77aa/90" in page
        assert all(title in page for title in ("序号", "登记编号", "办理情况", "主要内容"))
    assert all(f"第{n}件的主要内容" in "".join(pages) for n in range(1, 91))
    assert "单位负责人：" in pages[-1]
    assert "填报单位：某某局" in pages[0]


def test_a_cell_longer_than_a_page_is_cut_between_lines():
    story = "".join(f"〈{n}〉" for n in range(2500))
    table = register(1)
    drawn = draw_table(register(2, rows=((*table.rows[0][:3], story, "完"), ("2", "乙", "丙", "丁", "戊"))))
    text = text_of(drawn.data)

    assert drawn.pages > 1
    assert all(f"〈{n}〉" in text for n in range(2500))
    assert "戊" in text


def test_a_long_shared_heading_wraps_above_its_columns():
    title = "由承办部门在办结之后的三个工作日之内填写并且经过科长签字"
    narrow = (TableColumn("内容", 60), TableColumn("甲", 4, group=title), TableColumn("乙", 4, group=title))

    drawn = draw_table(register(1, columns=narrow, rows=(("一", "二", "三"),)))

    assert title in text_of(drawn.data)


@pytest.mark.parametrize("total", [(), ("合计", "", "", "", "9")])
def test_nobody_signs_a_sheet_without_a_case(total):
    """However many cases there are, the last of them stands above the sums and the signatures."""
    for count in range(15, 45):
        last = pages_of(draw_table(register(count, foot=("单位负责人：", "填报人："), total=total)).data)[-1]

        assert f"第{count}件的主要内容" in last
        assert "单位负责人：" in last
        assert not total or last.index("合计") > last.index(f"第{count}件的主要内容")


def test_a_last_case_longer_than_a_page_ends_above_the_signatures():
    story = "".join(f"〈{n}〉" for n in range(2500))
    for length in range(len(story) - 900, len(story), 60):
        drawn = draw_table(
            register(1, rows=(("1", "甲", "丙", story[:length] + "完", "戊"),), foot=("填报人：",))
        )

        assert "完" in pages_of(drawn.data)[-1]
        assert "填报人：" in pages_of(drawn.data)[-1]


def test_numbers_stand_at_the_right_and_places_in_the_list_in_the_middle():
    columns = (TableColumn("序号", 10, "center"), TableColumn("件数", 10, "right"), TableColumn("事项", 10))
    drawn = draw_table(Table(title="表", columns=columns, rows=(("7", "8", "9"),)))
    x = {one.char: one.x for one in glyphs(drawn.data) if one.char in "789"}

    assert 15 + 89 / 2 - 2 < x["7"] < 15 + 89 / 2  # each column is 89 mm wide
    assert 15 + 2 * 89 - 4 < x["8"] < 15 + 2 * 89
    assert 15 + 2 * 89 < x["9"] < 15 + 2 * 89 + 3


def test_an_empty_register_is_a_sheet_with_headings():
    drawn = draw_table(register(0))

    assert drawn.pages == 1
    assert "登记编号" in text_of(drawn.data)


def test_a_missing_character_names_its_column():
    drawn = draw_table(register(1, rows=(("1", "甲", "张\U00031350", "乙", "丙"),)))

    assert drawn.missing == (Missing("投诉人", "\U00031350"),)


def test_the_same_register_gives_the_same_bytes():
    assert draw_table(register(30)).sha256 == draw_table(register(30)).sha256


def test_the_practice_mark_lies_on_nothing_at_the_foot_of_a_register():
    remark = "编号不连续处：作废的见作废登记，须回避的由上级另行保管"
    drawn = draw_table(register(1, remark=remark, audit_head="128-3f9a22bc01de77aa", stamp="演　示"))
    foot = [one for one in glyphs(drawn.data) if one.y > 190 and one.char.strip()]
    mark = [one for one in foot if one.char in "演示"]
    side = 20 * 25.4 / 72  # the mark's type size
    bottom, right = mark[0].y, max(one.x for one in mark) + side

    assert set("演示编号第页审计校验") <= {one.char for one in foot}
    others = [one for one in foot if one not in mark]
    assert all(one.y < bottom - 0.86 * side or one.x > right for one in others)


def lines_in(data: bytes, word: str) -> int:
    """How many lines above the foot the characters of ``word`` stand in, which occur nowhere else there."""
    return len({round(one.y) for one in glyphs(data) if one.char in word and one.y < 180})


def test_days_and_numbers_are_not_torn_where_the_weights_leave_them_too_little_room():
    columns = (TableColumn("ID", 4), TableColumn("on", 4), TableColumn("what", 60), TableColumn("more", 60))
    drawn = draw_table(Table(title="表", columns=columns, rows=(("13579135791", "2026-08-26", "甲", "乙"),)))

    assert lines_in(drawn.data, "13579") == 1
    assert lines_in(drawn.data, "2-") == 1


def test_too_many_numbers_leave_the_words_their_room():
    columns = (*(TableColumn("ID", 1) for _ in range(12)), TableColumn("what", 20))
    story = "甲乙丙丁戊己庚辛" * 6
    drawn = draw_table(
        Table(title="表", columns=columns, rows=(*((("1234567890123456",) * 12 + (story,)),),))
    )

    widest = [one.x for one in glyphs(drawn.data) if one.char in story]
    assert max(widest) - min(widest) > 0.85 * 267 * 20 / 32 * 0.8


def test_a_moment_without_room_has_its_day_above_its_time():
    columns = (*(TableColumn("at", 1, "center") for _ in range(3)), TableColumn("what", 20))
    drawn = draw_table(Table(title="表", columns=columns, rows=((*("2026-08-26 17:45",) * 3, "甲" * 90),)))

    above = {round(one.y) for one in glyphs(drawn.data) if one.char in "86-" and one.y < 180}
    below = {round(one.y) for one in glyphs(drawn.data) if one.char in ":75" and one.y < 180}
    assert len(above) == len(below) == 1
    assert min(below) > max(above)


def test_headings_at_the_left_share_their_columns_and_a_group_has_no_lines_within():
    columns = (TableColumn("件数", 12), TableColumn("", 11), TableColumn("1", 17))
    rows = (("受理日期", "", "甲"), ("交货", "日期", "乙"), ("", "数量", "丙"), ("结案编号", "", "丁"))
    drawn = draw_table(Table(title="表", columns=columns, rows=rows, labelled=True))

    assert all(word in text_of(drawn.data) for word in ("受理日期", "交货", "数量", "结案编号"))
    assert drawn.pages == 1


def test_the_heading_at_the_left_has_the_room_of_both_columns():
    """件数 of F-07 (manual 000:233) stands over the names of headings and of their groups, no empty box beside it."""
    columns = (TableColumn("件数", 12), TableColumn("", 11), TableColumn("1", 17))
    rows = (("受理日期", "", "甲"), ("交货", "日期", "乙"))
    drawn = draw_table(Table(title="表", columns=columns, rows=rows, labelled=True))

    places = {one.char: one.x for one in glyphs(drawn.data) if one.char in "受件"}
    head = next(one.y for one in glyphs(drawn.data) if one.char == "件")
    through_the_head = {
        round(x) for way, low, high, x in rules(drawn.data) if way == "|" and low < head < high
    }
    assert len(through_the_head) == 3  # left edge, between headings and the case, right edge
    assert places["件"] > places["受"]  # in the middle of both
