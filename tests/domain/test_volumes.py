"""What complaints are set against: periods as they are written and called, and never a guess for one that is missing."""

from datetime import date
from fractions import Fraction

import pytest
from tests.small_office import case

from desk.domain.figures import Judged, figure, set_over
from desk.domain.volumes import Against, against, span_words, span_written
from desk.rulebook.accounts import Indicator, Volume

MONTHLY = Volume(id="passengers", name="客运量", unit="百万人次")
OCTOBER, NOVEMBER, DECEMBER = (date(2026, month, 1) for month in (10, 11, 12))


@pytest.mark.parametrize(
    ("every", "typed", "first", "words"),
    [
        ("month", "2026-10", OCTOBER, "2026年10月"),
        ("month", "2026年10月", OCTOBER, "2026年10月"),
        ("month", "2026-10-17", OCTOBER, "2026年10月"),
        ("month", "2026.1", date(2026, 1, 1), "2026年1月"),
        ("quarter", "2026-11", OCTOBER, "2026年第四季度"),
        ("half_year", "2026-3", date(2026, 1, 1), "2026年上半年"),
        ("half_year", "2026-12-31", date(2026, 7, 1), "2026年下半年"),
        ("year", "2026", date(2026, 1, 1), "2026年"),
        ("year", "2026年", date(2026, 1, 1), "2026年"),
        ("week", "2026-10-07", date(2026, 10, 5), "2026-10-05起一周"),  # a Wednesday
        ("day", "2026-10-07", date(2026, 10, 7), "2026-10-07"),
    ],
)
def test_a_period_is_read_and_called_as_people_do(every: str, typed: str, first: date, words: str) -> None:
    span = span_written(every, typed)  # type: ignore[arg-type]

    assert span is not None
    assert span[0] == first
    assert span_words(every, span[0]) == words  # type: ignore[arg-type]


@pytest.mark.parametrize("typed", ["", "十月", "2026-13", "2026-02-30", "10"])
def test_what_is_no_period_is_not_read(typed: str) -> None:
    assert span_written("month", typed) is None


@pytest.mark.parametrize(
    ("entered", "first", "last", "amount", "lacks"),
    [
        ({OCTOBER: 12}, OCTOBER, date(2026, 10, 31), Fraction(12), ""),
        ({OCTOBER: 12, NOVEMBER: 13, DECEMBER: 15}, OCTOBER, date(2026, 12, 31), Fraction(40), ""),
        ({OCTOBER: 12, DECEMBER: 15}, OCTOBER, date(2026, 12, 31), None, "缺2026年11月客运量"),
        ({OCTOBER: 12}, OCTOBER, date(2026, 10, 30), None, "客运量按月填写，请选整月"),
        ({OCTOBER: 12}, date(2026, 10, 2), date(2026, 10, 31), None, "客运量按月填写，请选整月"),
        ({OCTOBER: 0}, OCTOBER, date(2026, 10, 31), None, "客运量为零"),
    ],
)
def test_months_are_added_up_and_a_missing_one_is_named(
    entered: dict[date, int], first: date, last: date, amount: Fraction | None, lacks: str
) -> None:
    given = {day: Fraction(number) for day, number in entered.items()}

    assert against(MONTHLY, given, first, last) == Against(amount, lacks)


@pytest.mark.parametrize(
    ("per", "amount", "words"),
    [
        (1, Fraction("12.5"), "0.24"),  # 3 / 12.5
        (100000, Fraction(1_200_000), "0.25"),  # 3 × 100000 / 1200000
        (10000, Fraction(7), "4285.71"),
    ],
)
def test_a_rate_is_the_cases_for_so_much_business(per: int, amount: Fraction, words: str) -> None:
    rate = Indicator(id="r", name="率", base='kind == "complaint"', hits="valid", over="passengers", per=per)
    judged = [
        Judged(case(), {"kind": "complaint", "valid": valid}, (), closed=False)
        for valid in (True, True, True, False)
    ]

    found = set_over(rate, figure(rate, judged, 31), Against(amount))

    assert (found.words, len(found.hits), len(found.base)) == (words, 3, 4)


def test_a_rate_without_its_business_says_what_is_lacking() -> None:
    rate = Indicator(id="r", name="率", base='kind == "complaint"', over="passengers")
    judged = [Judged(case(), {"kind": "complaint"}, (), closed=False)]

    found = set_over(rate, figure(rate, judged, 31), Against(None, "缺2026年10月客运量"))

    assert (found.value, found.words, len(found.base)) == (None, "缺2026年10月客运量", 1)
