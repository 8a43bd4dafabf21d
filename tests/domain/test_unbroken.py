"""Which cells of a register must not be torn in two."""

import pytest

from desk.domain.unbroken import stays_whole


@pytest.mark.parametrize(
    "text",
    ["2026-10-22", "2026-10-22 10:43", "投202600094", "建20260034", "演市监〔2026〕第0001号", "199****7040", "91990101271615096B"],
)  # fmt: skip
def test_days_and_numbers_stay_whole(text):
    assert stays_whole(text)


@pytest.mark.parametrize(
    "text", ["", "12", "全国12315平台", "12315热线电话", "2026年10月6日在某店消费68元", "电话（含400）", "002:375-379, 569-575", "x" * 30 + "123"]
)  # fmt: skip
def test_words_and_names_with_a_number_in_them_may_be_broken(text):
    assert not stays_whole(text)
