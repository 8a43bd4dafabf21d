"""Limits and number patterns: the short words of a rulebook, read and said back."""

from datetime import date

import pytest

from desk.rulebook.limits import Limit, parse_limit
from desk.rulebook.patterns import BadPattern, read_pattern


@pytest.mark.parametrize(
    ("text", "limit", "words"),
    [
        ("7wd", Limit("wd", 7), "7个工作日"),
        ("15wd", Limit("wd", 15), "15个工作日"),
        ("60d", Limit("d", 60), "60日"),
        ("24h", Limit("h", 24), "24小时"),
        ("8wh", Limit("wh", 8), "8个工作小时"),
        ("30min", Limit("min", 30), "30分钟"),
        ("2w", Limit("w", 2), "2周"),
        ("3mo", Limit("mo", 3), "3个月"),
        ("1y", Limit("y", 1), "1年"),
        ("7d..15d", Limit("d", 15, target=7), "7–15日"),
        ("at_once..30min", Limit("min", 30, prompt=True), "立即，最迟30分钟"),
        ("same_day", Limit("same_day"), "当日"),
        ("next_day", Limit("next_day"), "次日"),
        ("next_wd", Limit("next_wd"), "次一工作日"),
        ("at_once", Limit("at_once"), "立即"),
        ("unset", Limit("unset"), "未设定"),
        ("fact:promised", Limit("fact", fact="promised"), "按约定日期"),
        ("fact:hearing_on-3d", Limit("fact", 3, fact="hearing_on", before="d"), "约定日期前3日"),
        ("fact:hearing_at-24h", Limit("fact", 24, fact="hearing_at", before="h"), "约定日期前24小时"),
        ("fact:hearing_on-7wd", Limit("fact", 7, fact="hearing_on", before="wd"), "约定日期前7个工作日"),
        ("{agreed_hours}h", Limit("h", fact="agreed_hours"), "按约定时间"),
        ("{agreed_days}wd", Limit("wd", fact="agreed_days"), "按约定时间"),
    ],
)
def test_a_limit_is_read_and_said_in_the_offices_words(text: str, limit: Limit, words: str) -> None:
    assert parse_limit(text) == limit
    assert parse_limit(text).words == words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "7",
        "wd",
        "7 wd",
        "7xx",
        "-7wd",
        "7d..15wd",
        "七个工作日",
        "7wd extra",
        "1.5h",
        "{hours}",
        "{}h",
        "fact:",
        "fact:x-3mo",
        "fact:x-",
    ],
)
def test_what_is_no_limit_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="请写成 7wd"):
        parse_limit(text)


@pytest.mark.parametrize(
    ("pattern", "serial", "number"),
    [
        ("投{yyyy}{serial:5}", 7, "投202600007"),
        ("{yyyy}{mm}{serial:4}", 12, "2026010012"),
        ("{yy}{mm}{dd}-{serial:3}", 1, "260105-001"),
        ("{code}投受﹝{yyyy}﹞第{serial}号", 3, "某市监投受﹝2026﹞第3号"),
        ("{serial:2}", 100, "100"),
    ],
)
def test_a_number_follows_its_pattern(pattern: str, serial: int, number: str) -> None:
    assert read_pattern(pattern).number(date(2026, 1, 5), serial, "某市监") == number


@pytest.mark.parametrize(
    ("pattern", "says"), [("{yyyy}年", "缺少流水号"), ("{year}{serial}", "“year”无法识别")]
)
def test_a_pattern_without_a_serial_or_with_an_unknown_part_is_refused(pattern: str, says: str) -> None:
    with pytest.raises(BadPattern, match=says):
        read_pattern(pattern)
