"""Registers on paper: every row on some page, the headings on each, nothing lost."""

from tests.paper.papers import glyphs, pages_of, text_of

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
