import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.texts import BrokenText, Cleaned, clean_text, tidy_name, tidy_number


@pytest.mark.parametrize(
    ("text", "clean", "removed"),
    [
        ("张三\0李四", "张三李四", "\0"),
        ("付款\u202e元001", "付款元001", "\u202e"),
        ("\ufeff开头\u200b有\u2066零宽\u2069", "开头有零宽", "\ufeff\u200b\u2066\u2069"),
        ("退\u00ad款\x07\x1b", "退款", "\u00ad\x07\x1b"),
        ("两行\n\t缩进", "两行\n\t缩进", ""),
        ("旧\r\n式\r行\u2028尾\u0085。", "旧\n式\n行\n尾\n。", ""),
        ("葛\U000e0100 𠮷 ·é ，。？！👍🏻", "葛\U000e0100 𠮷 ·é ，。？！👍🏻", ""),
    ],
)
def test_what_cannot_be_seen_is_taken_out_and_told(text, clean, removed):
    assert clean_text(text) == Cleaned(clean, removed)


@pytest.mark.parametrize("text", ["半\ud842个", "\udfb7"])
def test_half_a_character_is_refused_with_what_to_do(text):
    with pytest.raises(BrokenText) as refused:
        clean_text(text)

    assert refused.value.hint


@given(st.text())
def test_cleaned_text_can_be_stored_and_stays_clean(text):
    cleaned = clean_text(text)

    assert cleaned.text.encode().decode() == cleaned.text
    assert clean_text(cleaned.text) == Cleaned(cleaned.text, "")
    assert "\0" not in cleaned.text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" 张三 ", "张三"), ("张　三", "张三"), ("张 三", "张三"), ("买买提 • 吐尔逊", "买买提·吐尔逊"),
        ("买买提・吐尔逊", "买买提·吐尔逊"), ("Ｊｏｈｎ  Smith", "John Smith"), ("𠮷 野", "𠮷野"), ("豈", "豈"),
        ("华新（中国）有限公司", "华新（中国）有限公司"), ("华新(中国) 有限公司", "华新（中国）有限公司"),
        ("Ford （China） Ltd", "Ford (China) Ltd"),
    ],
)  # fmt: skip
def test_a_name_is_kept_in_one_way_of_writing(typed, kept):
    assert tidy_name(typed) == kept


def test_a_number_loses_what_only_helps_the_eye():
    assert tidy_number(" 330102－1990 0101．12３×") == "33010219900101123X"
