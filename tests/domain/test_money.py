import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.money import parse_yuan, yuan_words


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("1200", 120000), ("1,000.50元", 100050), ("￥300", 30000), ("¥ 1,234,567.8", 123456780), ("1.5万元", 1500000),
        ("２００块", 20000), ("0", 0), ("0.01", 1), ("人民币500元整", 50000), ("3亿", 30_000_000_000), ("1.50万", 1500000),
        ("1，000", 100000), ("10.00", 1000), ("1.000", 100),
    ],
)  # fmt: skip
def test_an_amount_is_read_as_people_type_it(typed, fen):
    assert parse_yuan(typed) == fen


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "元",
        "-5",
        "1,00",
        "12,34,567",
        "1.234",
        "1.2.3",
        "约500",
        "五百元",
        "1e5",
        "9" * 20,
        "1,2345",
        "0,5",
    ],
)
def test_what_is_no_amount_is_not_guessed(typed):
    assert parse_yuan(typed) is None


@given(st.integers(0, 10**14))
def test_what_is_written_can_be_read(fen):
    assert parse_yuan(yuan_words(fen)) == fen


def test_yuan_have_two_decimals_and_groups_of_three():
    assert yuan_words(120050) == "1,200.50"
    assert yuan_words(5) == "0.05"
    assert yuan_words(-120050) == "-1,200.50"
