import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.masking import (
    HIDDEN,
    MASKS,
    Strength,
    is_masked,
    mask,
    mask_address,
    mask_email,
    mask_id,
    mask_name,
    mask_phone,
)


@pytest.mark.parametrize(
    ("name", "light", "normal"),
    [
        ("张三", "张*", "张*"),
        ("张小明", "张*明", "张**"),
        ("欧阳修", "欧阳*", "欧阳*"),
        ("欧阳娜娜", "欧阳*娜", "欧阳**"),
        ("欧阳", "欧*", "欧*"),
        ("买买提·吐尔逊", "买**·***", "买**·***"),
        ("𠮷野家", "𠮷*家", "𠮷**"),
        ("张", HIDDEN, HIDDEN),
    ],
)
def test_a_name_keeps_its_surname(name, light, normal):
    assert mask_name(name, Strength.LIGHT) == light
    assert mask_name(name) == normal
    assert mask_name(name, Strength.STRONG) == HIDDEN


@pytest.mark.parametrize(
    ("phone", "normal", "strong"),
    [
        ("13800138000", "138****8000", "*********00"),
        ("0571-88881234", "0571-******34", "***********34"),
        ("0571-88881234转8001", "0571-******34转*", "****************01"),
        ("13800138000、13900139001", "138****8000、139****9001", "*********00、*********01"),
    ],
)
def test_a_phone_keeps_three_and_four(phone, normal, strong):
    assert mask_phone(phone) == normal
    assert mask_phone(phone, Strength.STRONG) == strong


def test_an_identity_number_keeps_six_and_four():
    assert mask_id("11010519491231002X") == "110105********002X"
    assert mask_id("11010519491231002X", Strength.STRONG) == "****************2X"
    assert mask_id("E12345678") == "E******78"
    assert mask_id("110105491231002") == "110105*****1002"
    assert mask_id("123") == "***"
    assert mask_id("12345678", Strength.STRONG) == "******78"


def test_an_address_loses_its_last_part():
    address = "浙江省杭州市西湖区文三路1号2幢301室"

    assert mask_address(address, Strength.LIGHT) == "浙江省杭州市西湖区文三路1号****"
    assert mask_address(address) == "浙江省杭州市西湖区文三路****"
    assert mask_address(address, Strength.STRONG) == "浙江省杭州市****"
    assert mask_address("示范区人民路1号2单元301", Strength.STRONG) == "****"  # no city is written
    assert mask_address("幸福小院3幢301") == "幸福小院****"
    assert mask_address("幸福花园南苑紫竹轩3幢301") == "幸福花园南苑****"
    assert mask_address("省城文三路") == "省****"
    assert mask_address("") == ""


def test_an_email_keeps_its_first_letter_and_domain():
    assert mask_email("zhang@example.com") == "z***@example.com"
    assert mask_email("zhang@example.com", Strength.STRONG) == "***@example.com"
    assert mask_email("no address") == HIDDEN


def test_of_an_unknown_kind_nothing_is_shown():
    assert mask("postcode", "310000") == HIDDEN
    assert mask("postcode", "") == ""


@given(
    st.sampled_from([*MASKS, "else"]),
    st.text(st.characters(blacklist_characters="*＊"), min_size=1),
    st.sampled_from(Strength),
)
def test_a_masked_value_is_known_as_such_and_hides_something(kind, text, strength):
    shown = mask(kind, text, strength)

    assert is_masked(shown) or not text.strip("、,，;；/ ")
    assert text not in shown or not text.strip("、,，;；/ ")


@given(
    st.sampled_from(["name", "phone", "id_number"]),
    st.text("0123456789", min_size=4, max_size=20),
    st.sampled_from(Strength),
)
def test_at_least_a_third_of_a_number_is_hidden(kind, text, strength):
    assert sum(letter == "*" for letter in mask(kind, text, strength)) >= min(3, len(text) / 3)


@pytest.mark.parametrize("text", ["138****8000", "张＊", "*****"])
def test_other_systems_masks_are_known_too(text):
    assert is_masked(text)


@pytest.mark.parametrize("text", ["张三", "13800138000", "文三路1号", "买买提·吐尔逊", ""])
def test_a_true_value_is_not_taken_for_a_mask(text):
    assert not is_masked(text)
