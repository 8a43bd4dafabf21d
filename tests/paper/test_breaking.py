"""Where lines of Chinese text may end. Widths here are simple: a Han character 1 em, the rest half of it."""

import random
import re
import time
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.paper.atoms import CLOSER, OWN_ADVANCE, RULED, blank, closed_up, plain
from desk.paper.breaking import Setting, balanced, broken

CLOSING = set("，。、；：？！）》】〉」』〕”’%")
OPENING = set("（《【〈「『〔“‘")


class _Widths(defaultdict):
    def __missing__(self, char):
        return 0.5 if char < "\u2000" else 1.0


WIDTHS = _Widths()
WIDTHS.update(OWN_ADVANCE)


def lines(text, characters=28, **more):
    """The lines of ``text`` on a measure of so many characters of 10 pt."""
    return broken(text, Setting(WIDTHS, 10, 0, characters * 10, **more))


def texts(text, characters=28, **more):
    """The same as words only."""
    return [line.text for line in lines(text, characters, **more)]


def test_a_closing_mark_does_not_begin_a_line():
    assert texts("一二三四五，六", 5, hang=False) == ["一二三四", "五，六"]


def test_a_closing_mark_may_hang_over_the_edge():
    assert texts("一二三四五，六", 5) == ["一二三四五，", "六"]


def test_an_opening_mark_does_not_end_a_line():
    assert texts("一二三四（五）", 5, hang=False) == ["一二三四", "（五）"]


def test_without_the_rule_the_same_text_would_break_it():
    naive = [text[start : start + 5] for text in ["一二三四（五）"] for start in range(0, len(text), 5)]

    assert naive[0][-1] in OPENING


@pytest.mark.parametrize(
    "whole",
    [
        "2025年12月31日", "2026年1月5日16时40分", "11010519491231002X", "13912345678", "0971-8234567", "128.50",
        "029-87654321转12", "138 0013 8000", "〔2026〕0123号", "〔2026〕第12号", "90.32%", "+86-13912345678", "(029)8765432",
    ],
)  # fmt: skip
def test_numbers_dates_and_document_numbers_are_never_torn(whole):
    for lead in range(28):
        text = "字" * lead + whole + "字" * 30
        assert any(whole in line for line in texts(text)), (lead, texts(text))


def test_what_is_longer_than_a_line_is_cut_and_said_to_be_torn():
    found = lines("A" * 100, 10)

    assert "".join(line.text for line in found) == "A" * 100
    assert all(line.torn for line in found)
    assert not any(line.torn for line in lines("字" * 100, 10))


def test_a_long_date_in_a_narrow_column_parts_between_its_words():
    assert texts("2026年4月14日", 4) == ["2026年", "4月14日"]


def test_the_first_line_of_each_paragraph_is_indented():
    found = lines("一二三四五六\n七八", 5, first=20)

    assert [(line.text, line.indent, line.last) for line in found] == [
        ("一二三", 20, False), ("四五六", 0, True), ("七八", 20, True),
    ]  # fmt: skip


def test_spaces_fall_away_at_a_lines_end_and_stay_elsewhere():
    assert texts("abcd efgh ijkl", 5, hang=False) == ["abcd efgh", "ijkl"]


def test_two_marks_in_a_row_share_their_empty_halves():
    assert closed_up("（签字）：") == f"（签字）{CLOSER}："
    assert closed_up("“联系人”“电话”") == f"“联系人”{CLOSER}“电话”"
    assert closed_up("甲，乙") == "甲，乙"


def test_a_short_blank_stays_whole_and_a_long_one_may_run_on():
    assert texts("一二三四" + blank(2, 0, 10) + "年", 5) == ["一二三四", RULED * 2 + "年"]
    assert texts("一二三" + blank(6, 0, 10) + "。", 5, hang=False) == ["一二三" + RULED * 2, RULED * 4 + "。"]


def test_a_title_of_two_lines_is_balanced_and_stays_at_two():
    title = "关于某某商贸有限公司某某路超市销售变质牛奶一案投诉处理结果的告知书"
    plainly = texts(title, 22)
    evenly = [line.text for line in balanced(title, Setting(WIDTHS, 10, 0, 220))]

    assert len(plainly) == len(evenly) == 2
    assert len(plainly[0]) - len(plainly[1]) > 8
    assert abs(len(evenly[0]) - len(evenly[1])) <= 2
    assert "".join(evenly) == title


def test_what_cannot_be_seen_is_taken_out_and_nothing_else():
    assert plain("a\u202egpj.exe\x00\u200b\ufeff\ufdd0") == "agpj.exe"
    assert plain("行一\r\n行二\u2028行三\t完") == "行一\n行二\n行三  完"
    assert plain("𠮷𬭎 é〇々①㎡") == "𠮷𬭎 é〇々①㎡"


def _random_text(seed):
    source = random.Random(seed)
    pieces = [
        "，",
        "。",
        "（",
        "）",
        "《",
        "》",
        "“",
        "”",
        "、",
        "：",
        "；",
        "？",
        "！",
        "2026年1月5日",
        "13912345678",
        "ABC",
        " ",
    ]
    return "".join(
        source.choice(pieces) if source.random() < 0.25 else chr(source.randint(0x4E00, 0x9FA5))
        for _ in range(400)
    )


@pytest.mark.parametrize("seed", range(40))
def test_random_text_keeps_every_rule_and_loses_nothing(seed):
    text = _random_text(seed)
    found = lines(text, 23, first=20)
    end = 0

    for line in found:
        kept = text[end : line.end]
        assert line.text == kept.rstrip(" ") or line.text == kept.strip(" ")
        end = line.end
        assert line.indent + line.width <= 230.01 or line.torn
        assert line.text[:1] not in CLOSING or line is found[0]
        assert line.text[-1:] not in OPENING or line.end == len(text)
    assert end == len(text)


@given(st.text(max_size=200), st.integers(1, 40))
def test_any_text_on_any_measure_is_covered_without_gaps(text, characters):
    text = plain(text)
    found = lines(text, characters)

    assert [line.end for line in found] == sorted(line.end for line in found)
    assert found[-1].end == len(text)
    assert re.sub(r"\s", "", "".join(line.text for line in found)) == re.sub(r"\s", "", text)


@pytest.mark.parametrize(
    "text",
    ["字" * 200_000, "abc def " * 25_000, "！" * 200_000, "1" * 200_000, "《" * 200_000, "a" * 200_000],
)
def test_two_hundred_thousand_characters_break_in_time_that_grows_with_their_number(text):
    start = time.process_time()
    found = lines(text)

    assert time.process_time() - start < 5
    assert found[-1].end == len(text)


def test_a_gap_below_zero_sets_the_words_after_it_closer():
    setting = Setting(advance=dict.fromkeys("照《市", 1.0) | OWN_ADVANCE, size=10, tracking=0, width=100)

    apart, closer = (broken(f"照{gap}《市", setting)[0] for gap in ("", blank(-0.4, 0, 10)))

    assert apart.width - closer.width == pytest.approx(4)
