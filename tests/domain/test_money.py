import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.money import capital_words, parse_yuan, yuan_words


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


@pytest.mark.parametrize(
    ("fen", "words"),
    [
        # The examples of 《支付结算办法》附一《正确填写票据和结算凭证的基本规定》二、三.
        (140950, "壹仟肆佰零玖元伍角"),
        (600714, "陆仟零柒元壹角肆分"),
        (168032, "壹仟陆佰捌拾元叁角贰分"),
        (10700053, "壹拾万零柒仟元伍角叁分"),
        (1640902, "壹万陆仟肆佰零玖元零贰分"),
        (32504, "叁佰贰拾伍元零肆分"),
        # Whole yuan end in 整 (the same, 二).
        (100, "壹元整"),
        (1000, "壹拾元整"),
        (100000000, "壹佰万元整"),
        (10001000000, "壹亿零壹万元整"),
        (1000000000000, "壹佰亿元整"),
        (12345678900, "壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元整"),
        (100000100, "壹佰万零壹元整"),
        (10, "壹角"),
        (5, "伍分"),
        (0, "零元整"),
    ],
)
def test_capital_numerals_follow_the_rules_for_bills(fen, words):
    assert capital_words(fen) == words


@given(st.integers(0, 10**13))
def test_capital_numerals_never_double_a_zero(fen):
    words = capital_words(fen)

    assert "零零" not in words
    assert fen == 0 or not words.startswith("零")


def test_a_debt_has_no_capital_numerals():
    with pytest.raises(ValueError, match="sign"):
        capital_words(-1)
