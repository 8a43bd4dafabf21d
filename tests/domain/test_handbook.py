"""The manual read back: chapters for the page, the print and the comparison of two versions."""

import pytest
from tests.small_office import RULES, small_rulebook

from desk.domain.handbook import chapters, handbook_layout, handbook_values
from desk.domain.handbook_changes import differences
from desk.domain.notice import compose
from desk.rulebook.layout import Text
from desk.rulebook.loading import Manual, load, shipped


def rows(book, id_):
    return next(chapter.rows for chapter in chapters(book) if chapter.id == id_)


def test_the_limits_are_said_cell_by_cell_and_blanks_are_said_to_be_blank():
    said = [(row[1], row[2], row[5]) for row in rows(small_rulebook(), "clocks")]

    assert said == [
        ("受理决定", "全部", "7个工作日"),
        ("办结时限", "危机、quick", "2个工作日；可延15个工作日 2 次（负责人批准）"),
        ("办结时限", "quick", "7–15日；可延15个工作日 2 次（负责人批准）"),
        ("办结时限", "其他", "60日；可延15个工作日 2 次（负责人批准）"),
        ("手册留白", "全部", "未设定"),
    ]


def test_who_answers_for_a_limit_is_named_as_people_know_them():
    # R15: the officer decides within seven working days, the complainant brings the proof of identity
    said = {row[0]: row[6] for row in rows(load("R15"), "clocks")}

    assert said["acceptance"] == "承办人员"
    assert "投诉人" in said.values()
    assert not any(words.isascii() and words for words in said.values())


def test_the_criteria_stand_in_the_manuals_words():
    assert [row[3] for row in rows(small_rulebook(), "levels")] == [
        "十人以上",
        "三人以上且媒体曝光或诉讼",
        "一万元以上",
    ]


def test_what_the_manual_says_to_people_is_read_back():
    # R08, page 000, line 296
    said = {row[2]: row[1:] for row in rows(load("R08"), "principles")}

    assert said["换位思考原则"] == (
        "原则", "换位思考原则", "站在投诉者的角度真心实意为投诉者解决问题", "000:296",
    )  # fmt: skip


def test_a_changed_limit_is_the_only_difference():
    later = load(Manual({"rules.toml": RULES.replace('limit = "7wd"', 'limit = "5wd"')}))

    [found] = differences(small_rulebook(), later)

    assert (found.chapter, found.before[5], found.after[5]) == ("时限", "7个工作日", "5个工作日")


def test_a_channel_that_is_new_has_no_before():
    later = load(Manual({"rules.toml": RULES + '\n[[channel]]\nid = "web"\nname = "网站"\n'}))

    [found] = differences(small_rulebook(), later)

    assert (found.chapter, found.before, found.after[1]) == ("渠道", (), "网站")


def test_a_version_is_no_different_from_itself():
    assert differences(small_rulebook(), small_rulebook()) == ()


@pytest.mark.parametrize("which", shipped())
def test_every_shipped_manual_can_be_printed_back(which):
    book = load(which)

    text = compose(handbook_layout(book), handbook_values(book)).text

    assert book.name in text
    assert all(channel.name in text for channel in book.channels)


def test_what_belongs_to_a_kind_stands_beside_it():
    said = {row[1]: row[2] for row in rows(load("R10"), "kinds")}

    assert said["对投诉处理的投诉"] == "因投诉处理工作本身造成客户表示不满意或提出索赔"  # 002:621


def test_the_manuals_own_words_on_counting_days_stand_over_the_limits():
    book = load("R17")
    texts = [block.text for block in handbook_layout(book).blocks if isinstance(block, Text)]

    assert texts[texts.index("时限") + 1] == "条例写“日”，不写工作日的按自然日；开始的当日不计入。"


def test_levels_say_to_whom_they_are_reported_and_who_lets_them_wait():
    """002:309-345 and 353-361: general and important by the department's head, major by the vice manager, crisis by the manager."""
    said = {row[2]: (row[3], row[5]) for row in rows(load("R01"), "degrees")}

    assert list(said) == ["危机投诉", "重大投诉", "重要投诉", "一般投诉"]
    assert said["危机投诉"] == ("总经理", "总经理")
    assert said["重大投诉"][1] == "分管副总"
    assert said["重要投诉"][1] == said["一般投诉"][1] == "部门负责人"
    assert "人力运营副总" in said["重大投诉"][0]


def test_repetitions_duties_validity_and_retention_stand_in_the_manual():
    """002:243 and 257: three times, without a period; 000:153: twice a day; 000:145-151; no years of retention."""
    repeats = {row[1]: row[2:5] for row in rows(load("R01"), "repeats")}

    assert repeats["同一投诉对象"] == ("同一对象", "第 3 次起", "不限")
    assert [row[2:4] for row in rows(load("R02"), "duties")] == [("每日", "2 次")]
    assert [row[1] for row in rows(load("R02"), "validity")] == ["有效投诉", "待改进投诉", "无效投诉"]
    assert ("保存年限", "未设定") in [row[1:3] for row in rows(load("R02"), "secrecy")]
    assert "二次投诉" in str(rows(load("R10"), "repeats"))
    assert "3个月" in str(rows(load("R10"), "repeats"))


def test_no_chapter_of_any_manual_shows_an_id():
    """Roles, departments, steps and scripts are said by their names."""
    for manual in shipped():
        book = load(manual)
        ids = {
            entry.id
            for entry in (*book.roles, *book.departments, *book.steps, *book.scripts)
            if "_" in entry.id
        }
        shown = {cell for chapter in chapters(book) for row in chapter.rows for cell in row[1:]}
        assert shown & ids == set(), manual
