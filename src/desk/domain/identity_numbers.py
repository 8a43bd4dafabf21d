"""Numbers on identity papers and business licences: normalised, and checked as far as a rule is published.

The place in a resident's number is never judged: it may be a code that was cancelled long ago.
"""

import re
from collections.abc import Sequence
from datetime import date

from desk.domain.checked import Checked, doubted, refused
from desk.domain.texts import tidy_number

_TAKEN_FOR = {"O": "0", "I": "1", "L": "1", "Z": "2", "S": "5", "B": "8", "V": "U"}
"""Letters that are read or typed for a digit or another letter."""

_DIGITS = "0123456789"
_CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"

_COMPARE = "请对照证件逐位核对。"


def check_resident(typed: str) -> Checked:
    """An 18-digit citizen identity number (GB 11643-1999): a real date and the right check digit."""
    number = tidy_number(typed)
    if re.fullmatch(r"\d{15}", number):
        return _first_generation(number)
    if fault := _resident_fault(number):
        return fault
    if number[:2] in ("81", "82", "83"):
        return doubted(number, "id_is_residence", "这是港澳台居民居住证的号码。", "如证件种类选错，请改选。")
    if number[0] == "9":
        return doubted(
            number, "id_is_foreign", "以9开头的是外国人永久居留身份证号码。", "如证件种类选错，请改选。"
        )
    return Checked(number)


def _resident_fault(number: str) -> Checked | None:
    if len(number) != 18:
        return refused(
            number, "id_length", f"身份证号码应为18位，现在是{len(number)}位。", "请核对是否漏输或多输。"
        )
    if wrong := _wrong_place(number, (*[_DIGITS] * 17, _DIGITS + "X"), "身份证号码", "证件"):
        return wrong
    if _birth(number[6:14]) is None:
        message = f"身份证号码第7至14位“{number[6:14]}”不是真实的出生日期。"
        return refused(number, "id_date", message, _COMPARE)
    if number[-1] != check_digit(number):
        message = f"身份证号码有误：按前17位推算，第18位应为{check_digit(number)}，现在是{number[-1]}。"
        return refused(number, "id_check_digit", message, _COMPARE)
    return None


def _first_generation(number: str) -> Checked:
    if _birth("19" + number[6:12]) is None:
        return refused(
            number, "id_date", f"15位身份证号码第7至12位“{number[6:12]}”不是真实的出生日期。", _COMPARE
        )
    return doubted(
        number, "id_old", "15位的一代身份证已于2013年1月1日停止使用。", "请查看二代身份证，登记18位号码。"
    )


def check_hmt_residence(typed: str) -> Checked:
    """港澳台居民居住证: as a resident's number, beginning with 81, 82 or 83."""
    checked = check_resident(typed)
    if not checked.is_usable:
        return checked
    if checked.value[:2] not in ("81", "82", "83"):
        return doubted(
            checked.value, "id_not_hmt", "港澳台居民居住证号码以81、82或83开头。", "请核对证件种类。"
        )
    return Checked(checked.value)


def check_foreign_residence(typed: str) -> Checked:
    """外国人永久居留身份证: 18 digits beginning with 9 (since December 2023), or three letters and 12 digits."""
    number = tidy_number(typed)
    if re.fullmatch(r"[A-Z]{3}\d{12}", number):
        return Checked(number)
    message = "外国人永久居留身份证号码应为9开头的18位数字，或3个字母加12位数字（旧版）。"
    if not re.fullmatch(r"9\d{16}[\dX]", number):
        return doubted(number, "foreign_shape", message, _COMPARE)
    if number[-1] != check_digit(number):
        return doubted(
            number, "foreign_check_digit", f"按前17位推算，末位应为{check_digit(number)}。", _COMPARE
        )
    return Checked(number)


def check_credit_code(typed: str) -> Checked:
    """统一社会信用代码 (GB 32100-2015): 18 of the digits and letters without I, O, S, V, Z, with a check character."""
    code = tidy_number(typed)
    if re.fullmatch(r"\d{15}", code):
        return doubted(
            code,
            "old_registration",
            "这是15位的旧注册号，不是统一社会信用代码。",
            "营业执照已换发的，请登记18位代码。",
        )
    if len(code) != 18:
        return refused(
            code, "code_length", f"统一社会信用代码应为18位，现在是{len(code)}位。", "请核对是否漏输或多输。"
        )
    if wrong := _wrong_place(
        code, (*[_CREDIT] * 2, *[_DIGITS] * 6, *[_CREDIT] * 10), "统一社会信用代码", "营业执照"
    ):
        return wrong
    expected = credit_check(code)
    if code[-1] != expected:
        message = f"统一社会信用代码有误：按前17位推算，第18位应为{expected}，现在是{code[-1]}。"
        return refused(code, "code_check_digit", message, "请对照营业执照逐位核对。")
    return Checked(code)


def check_digit(number: str) -> str:
    """The 18th digit that the first 17 ask for (GB 11643-1999, ISO 7064 MOD 11-2)."""
    from stdnum.cn import ric

    return str(ric.calc_check_digit(number[:17] + "0"))


def credit_check(code: str) -> str:
    """The 18th character that the first 17 of a credit code ask for (GB 32100-2015)."""
    from stdnum.cn import uscc

    return str(uscc.calc_check_digit(code[:17]))


def _wrong_place(number: str, allowed: Sequence[str], what: str, paper: str) -> Checked | None:
    """The first character that cannot stand where it stands, with what it was perhaps taken for."""
    for place, (letter, letters) in enumerate(zip(number, allowed, strict=True), start=1):
        if letter not in letters:
            likely = _TAKEN_FOR.get(letter, "")
            guess = f"，可能是{likely}" if likely and likely in letters else ""
            message = f"{what}第{place}位不能是“{letter}”{guess}。"
            return refused(number, "wrong_character", message, f"请对照{paper}改正这一位。")
    return None


def _birth(digits: str) -> date | None:
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None
    return day if day.year >= 1850 else None
