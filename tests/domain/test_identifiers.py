import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desk.domain.card_reader import Card, parse_card
from desk.domain.identifiers import check
from desk.domain.phones import normal_phone

# GB 11643-1999, annex: the two worked examples of the standard.
STANDARD = ("11010519491231002X", "440524188001010014")


def codes(checked) -> list[str]:
    return [finding.code for finding in checked.findings]


def digit_of_the_standard(first: str) -> str:
    """GB 11643-1999: weights by place, remainder modulo 11 to check character."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return "10X98765432"[sum(int(digit) * weight for digit, weight in zip(first, weights, strict=True)) % 11]


# --- residents --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", STANDARD)
def test_the_examples_of_the_standard_are_right(number):
    assert check("id_number", number, "resident").findings == ()


@pytest.mark.parametrize(
    "typed",
    [
        "11010519491231002x",
        " 110105 19491231 002X ",
        "１１０１０５１９４９１２３１００２Ｘ",
        "11010519491231002×",
        "110105-19491231-002X",
    ],
)
def test_a_number_is_normalised_before_it_is_checked(typed):
    assert check("id_number", typed, "居民身份证").value == "11010519491231002X"
    assert check("id_number", typed).findings == ()


@pytest.mark.parametrize("place", ["110113", "440306", "310115", "500118", "999999", "132825"])
def test_the_place_is_never_judged(place):
    first = f"{place}19900307123"[:17]

    assert check("id_number", first + digit_of_the_standard(first), "resident").is_usable


@pytest.mark.parametrize(
    ("typed", "code", "says"),
    [
        ("110105194912310021", "id_check_digit", "第18位应为X，现在是1"),
        ("1101051949123100", "id_length", "应为18位，现在是16位"),
        ("110105194913310021", "id_date", "19491331"),
        ("110105190002290021", "id_date", "19000229"),
        ("1101O519491231002X", "wrong_character", "第5位不能是“O”，可能是0"),
        ("1101051949123100XX", "wrong_character", "第17位不能是“X”"),
    ],
)
def test_a_wrong_number_is_refused_with_the_place_to_look_at(typed, code, says):
    checked = check("id_number", typed, "resident")

    assert codes(checked) == [code]
    assert says in checked.findings[0].message
    assert checked.findings[0].hint
    assert not checked.is_usable


@given(st.integers(0, 16), st.integers(0, 9))
def test_one_wrong_digit_never_passes(place, digit):
    number = STANDARD[0]
    assume(number[place] != str(digit))

    assert not check("id_number", number[:place] + str(digit) + number[place + 1 :], "resident").is_usable


@given(st.integers(0, 15))
def test_two_neighbours_exchanged_never_pass(place):
    number = STANDARD[0]
    assume(number[place] != number[place + 1])
    exchanged = number[:place] + number[place + 1] + number[place] + number[place + 2 :]

    assert not check("id_number", exchanged, "resident").is_usable


def test_a_first_generation_number_is_only_doubted():
    assert codes(check("id_number", "110105491231002", "resident")) == ["id_old"]
    assert check("id_number", "110105491231002", "resident").is_usable
    assert codes(check("id_number", "110105491331002", "resident")) == ["id_date"]


def test_a_foreigners_number_given_as_a_residents_is_only_doubted():
    first = "91115619900307123"

    assert codes(check("id_number", first + digit_of_the_standard(first), "resident")) == ["id_is_foreign"]


# --- other papers -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", ["810000199408230021", "830000199201300022"])
def test_a_residence_permit_is_checked_like_a_residents_number(number):
    assert check("id_number", number, "hmt_residence").findings == ()
    assert codes(check("id_number", number, "resident")) == ["id_is_residence"]
    assert not check("id_number", number[:-1] + "9", "hmt_residence").is_usable


def test_a_residents_number_on_a_residence_permit_is_doubted():
    assert codes(check("id_number", STANDARD[0], "hmt_residence")) == ["id_not_hmt"]


def test_a_foreigners_card_has_eighteen_digits_or_the_old_fifteen_places():
    first = "91115619900307123"
    new = first + digit_of_the_standard(first)

    assert check("id_number", new, "foreign_residence").findings == ()
    assert check("id_number", new).findings == ()
    assert check("id_number", "USA110077122501", "foreign_residence").findings == ()
    assert codes(check("id_number", "12345", "foreign_residence")) == ["foreign_shape"]
    assert check("id_number", first + "0", "foreign_residence").is_usable


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("passport", "E12345678"), ("passport", "EA1234567"), ("hmt_pass", "H12345678"), ("hmt_pass", "M1234567890"),
        ("taiwan_pass", "12345678"), ("officer", "军字第1234567号"), ("other", "随便什么"), ("某单位自定", "123"), ("", "E12345678"),
    ],
)  # fmt: skip
def test_other_papers_of_usual_shape_pass_without_a_word(kind, number):
    assert check("id_number", number, kind).findings == ()


@pytest.mark.parametrize(
    ("kind", "number"), [("passport", "12"), ("hmt_pass", "X1234"), ("taiwan_pass", "123")]
)
def test_other_papers_of_odd_shape_are_doubted_not_refused(kind, number):
    checked = check("id_number", number, kind)

    assert codes(checked) == ["id_shape"]
    assert checked.is_usable


def test_without_a_kind_what_looks_like_a_residents_number_is_held_to_be_one():
    assert codes(check("id_number", "11010519491231002")) == ["id_length"]


# --- firms ------------------------------------------------------------------------------------------------------


# GB 32100-2015, annex: its worked example; a farmers' organisation may begin with a letter.
@pytest.mark.parametrize("typed", ["91350100M000100Y43", "91350100m000100y43", " 9135 0100 M000 100Y 43"])
def test_the_example_of_the_credit_code_standard_is_right(typed):
    assert check("credit_code", typed) == check("credit_code", "91350100M000100Y43")
    assert check("credit_code", typed).findings == ()


@pytest.mark.parametrize(
    ("typed", "code", "says"),
    [
        ("91350100M000100Y44", "code_check_digit", "第18位应为3，现在是4"),
        ("91350100MO00100Y43", "wrong_character", "第10位不能是“O”，可能是0"),
        ("9135A100M000100Y43", "wrong_character", "第5位不能是“A”"),
        ("91350100M000100Y4", "code_length", "现在是17位"),
    ],
)
def test_a_wrong_credit_code_is_refused_with_the_place_to_look_at(typed, code, says):
    checked = check("credit_code", typed)

    assert codes(checked) == [code]
    assert says in checked.findings[0].message


def test_an_old_registration_number_is_only_doubted():
    assert codes(check("credit_code", "330100000012345")) == ["old_registration"]
    assert check("credit_code", "330100000012345").is_usable


# --- telephones -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("13800138000", "13800138000"), ("138 0013 8000", "13800138000"), ("138-0013-8000", "13800138000"),
        ("１３８００１３８０００", "13800138000"), ("+86 13800138000", "13800138000"), ("86-13800138000", "13800138000"),
        ("0571 88881234", "0571-88881234"), ("(0571)8888-1234", "0571-88881234"), ("010-65521234", "010-65521234"),
        ("+86 10 6552 1234", "010-65521234"), ("0876-2121234", "0876-2121234"),
        ("0755 83990000 转 8001", "0755-83990000转8001"), ("021-62791234 ext. 12", "021-62791234转12"),
        ("400 800 8888", "400-800-8888"), ("95588", "95588"), ("12315", "12315"), ("12345", "12345"), ("110", "110"),
        ("+852 9123 4567", "+85291234567"), ("852-91234567", "+85291234567"), ("+1 (212) 555-0100", "+12125550100"),
        ("13800138000、13900139000", "13800138000、13900139000"), ("13800138000/0571-88881234", "13800138000、0571-88881234"),
        ("13800138000 13900139000", "13800138000、13900139000"), ("0571 88881234 13800138000", "0571-88881234、13800138000"),
        ("13800138000；13800138000", "13800138000"), ("13800138000或13900139000", "13800138000、13900139000"),
    ],
)  # fmt: skip
def test_a_telephone_number_is_kept_in_one_way_of_writing(typed, kept):
    checked = check("phone", typed)

    assert (checked.value, checked.findings) == (kept, ())


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("88881234", "phone_area"), ("1380013800", "phone_mobile"), ("138001380001", "phone_mobile"),
        ("12800138000", "phone_mobile"), ("021-6279xxxx", "phone_shape"), ("无", "phone_shape"),
        ("13800138000（妻子）", "phone_shape"), ("010-12345678", "phone_shape"),
    ],
)  # fmt: skip
def test_an_odd_number_is_doubted_and_kept(typed, code):
    checked = check("phone", typed)

    assert codes(checked) == [code]
    assert checked.is_usable
    assert checked.value


def test_one_odd_number_among_several_is_named():
    checked = check("phone", "13800138000、1380013800")

    assert checked.value == "13800138000、1380013800"
    assert "1380013800" in checked.findings[0].message


@given(st.text(max_size=30))
def test_no_text_upsets_the_check_and_what_is_kept_stays_as_it_is(typed):
    kept = check("phone", typed).value

    assert check("phone", kept).value == kept
    assert all(normal_phone(part) in ("", part) for part in kept.split("、"))
    check("id_number", typed)
    check("credit_code", typed)


# --- the card reader --------------------------------------------------------------------------------------------

ZHANG = Card("11010519491231002X", "张三", "男", "汉", "北京市朝阳区建国路1号")


@pytest.mark.parametrize(
    "typed",
    [
        "张三 男 汉 19491231 北京市朝阳区建国路1号 11010519491231002X",
        "张三,男,汉族,1949年12月31日,北京市朝阳区建国路1号,11010519491231002X,北京市公安局朝阳分局,20100101-20300101\n",
        "姓名:张三|性别:男|民族:汉|出生:19491231|住址:北京市朝阳区建国路1号|公民身份号码:11010519491231002x|签发机关:北京市公安局",
        "11010519491231002X\t张三\t男\t汉\t北京市朝阳区建国路1号",
    ],
)
def test_a_card_is_read_whatever_the_makers_order(typed):
    assert parse_card(typed) == ZHANG


def test_a_name_of_another_people_and_the_people_itself_are_kept_apart():
    card = parse_card("买买提·吐尔逊,男,维吾尔,新疆维吾尔自治区乌鲁木齐市天山区解放路2号,11010519491231002X")

    assert (card.name, card.nation) == ("买买提·吐尔逊", "维吾尔")


def test_a_garbled_name_is_left_out():
    assert parse_card("??,男,11010519491231002X") == Card("11010519491231002X", sex="男")
    assert parse_card("ÕÅÈý 11010519491231002X").name == ""


def test_the_number_alone_says_the_sex():
    # GB 11643-1999: the 17th place is odd for men, even for women.
    assert parse_card("11010519491231002X") == Card("11010519491231002X", sex="女")


@pytest.mark.parametrize("typed", ["", "张三", "110105194912310021", "911010519491231002X", "13800138000"])
def test_what_holds_no_right_number_is_no_card(typed):
    assert parse_card(typed) is None
