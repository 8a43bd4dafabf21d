"""Checking what identifies people and firms, by the type of a field and the kind of paper."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from desk.domain.checked import Checked, Finding, doubted
from desk.domain.identity_numbers import (
    check_credit_code,
    check_foreign_residence,
    check_hmt_residence,
    check_resident,
)
from desk.domain.phones import check_phones
from desk.domain.texts import tidy_number

__all__ = ["ID_TYPES", "Checked", "Finding", "check"]

ID_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "resident": "居民身份证",
        "hmt_residence": "港澳台居民居住证",
        "foreign_residence": "外国人永久居留身份证",
        "passport": "护照",
        "hmt_pass": "港澳居民来往内地通行证",
        "taiwan_pass": "台湾居民来往大陆通行证",
        "officer": "军官证",
        "credit_code": "统一社会信用代码",
        "other": "其他",
    }
)
"""Kinds of identity paper with their names; a rulebook may offer others, which are not checked."""

_SHAPES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "passport": (r"[A-Z]{1,2}\d{7,8}|[A-Z0-9]{6,12}", "护照号码一般是1至2个字母加7至8位数字"),
        "hmt_pass": (r"[HM]\d{8}(\d{2})?", "港澳居民来往内地通行证号码是H或M加8位数字"),
        "taiwan_pass": (r"\d{8}(\d{2})?(\([A-Z0-9]\))?", "台湾居民来往大陆通行证号码是8位数字"),
    }
)


def check(kind: str, typed: str, id_type: str = "") -> Checked:
    """The value of a phone, id_number or credit_code field with its findings.

    ``id_type`` is a kind of ``ID_TYPES`` or its Chinese name; without one, a number is judged by its shape.
    """
    match kind:
        case "phone":
            return check_phones(typed)
        case "credit_code":
            return check_credit_code(typed)
        case "id_number":
            return check_id_number(typed, id_type)
    raise ValueError(f"no identifier: {kind}")


def check_id_number(typed: str, id_type: str = "") -> Checked:
    """The number of an identity paper of a certain kind."""
    kind = next((id_ for id_, name in ID_TYPES.items() if id_type in (id_, name)), id_type)
    if kind in _CHECKS:
        return _CHECKS[kind](typed)
    if kind in _SHAPES:
        return _check_shape(typed, *_SHAPES[kind])
    return _by_shape(typed) if not kind else Checked(tidy_number(typed))


_CHECKS: Mapping[str, Callable[[str], Checked]] = MappingProxyType(
    {
        "resident": check_resident,
        "hmt_residence": check_hmt_residence,
        "foreign_residence": check_foreign_residence,
        "credit_code": check_credit_code,
    }
)


def _check_shape(typed: str, shape: str, rule: str) -> Checked:
    number = tidy_number(typed)
    if re.fullmatch(shape, number):
        return Checked(number)
    return doubted(number, "id_shape", f"{rule}，现在是“{number}”。", "请对照证件核对；确实如此可以保存。")


def _by_shape(typed: str) -> Checked:
    """Without a kind, what looks like a resident's number is held to be one; anything else is let be."""
    number = tidy_number(typed)
    if re.fullmatch(r"9\d{16}[\dX]|[A-Z]{3}\d{12}", number):
        return check_foreign_residence(number)
    if re.fullmatch(r"\d{14,20}|\d{16,18}[A-Z]", number):
        return check_resident(number)
    return Checked(number)
