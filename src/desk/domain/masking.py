"""Showing that something is known without showing what: masks for names, numbers and addresses.

There is no rule for where to cut; sources disagree, so the strength is the office's setting. A masked value carries
asterisks, which no name, number or address has, so that it is known again and never saved in place of the true one.
"""

import re
from collections.abc import Callable
from enum import StrEnum

from desk.domain.surnames import surname

HIDDEN = "***"
"""Stands for a value of which nothing is shown; its length tells nothing."""

_MASKS = re.compile("[*＊]")


class Strength(StrEnum):
    """How much a mask hides."""

    LIGHT = "light"
    NORMAL = "normal"
    STRONG = "strong"


def is_masked(text: str) -> bool:
    """Whether ``text`` is what a mask left, our own or another system's, and so must not be saved."""
    return _MASKS.search(text) is not None


def mask_name(name: str, strength: Strength = Strength.NORMAL) -> str:
    """张*, 欧阳**, 买**·***; light also shows the last character of three or more: 张*明; strong shows nothing."""
    if strength is Strength.STRONG or len(name.replace("·", "")) < 2:
        return name and HIDDEN
    if "·" in name:
        return name[0] + re.sub("[^·]", "*", name[1:])
    shown = len(surname(name)) or 1
    tail = name[-1] if strength is Strength.LIGHT and len(name) > shown + 1 else ""
    return name[:shown] + "*" * max(1, len(name) - shown - len(tail)) + tail


def mask_phone(phones: str, strength: Strength = Strength.NORMAL) -> str:
    """138****8000, 0571-******34; several numbers one by one; strong shows the last two digits."""
    return "、".join(_mask_one_phone(phone, strength) for phone in re.split("[、,，;；/ ]+", phones))


def _mask_one_phone(phone: str, strength: Strength) -> str:
    if strength is Strength.STRONG:
        return _middle(phone, 0, 2)
    if re.fullmatch(r"1\d{10}", phone):
        return _middle(phone, 3, 4)
    # The area says little of a person, the extension much.
    number, extended, _ = phone.partition("转")
    area, dash, rest = number.rpartition("-") if re.match(r"0\d{2,3}-", number) else ("", "", number)
    return area + dash + _middle(rest, 0, 2) + extended + "*" * len(extended)


def mask_id(number: str, strength: Strength = Strength.NORMAL) -> str:
    """330102********1234; a shorter number, as of a passport, shows its first and its last two; strong the last two."""
    if strength is Strength.STRONG:
        return _middle(number, 0, 2)
    return _middle(number, 6, 4) if len(number) >= 15 else _middle(number, 1, 2)


_PARTS = {
    Strength.LIGHT: "省市区县旗镇乡村路街道巷弄里号",
    Strength.NORMAL: "省市区县旗镇乡村路街道",
    Strength.STRONG: "省市",
}


def mask_address(address: str, strength: Strength = Strength.NORMAL) -> str:
    """Hides the last part: light what follows the house number, normal what follows the road, strong what follows the city.

    Where no such part is written, strong shows nothing, the others its beginning.
    """
    if not address:
        return ""
    last = max(address.rfind(part, 0, len(address) - 1) for part in _PARTS[strength])
    short = 0 if strength is Strength.STRONG else min(6, len(address) // 2)
    shown = address[: last + 1] or address[:short]
    return shown + "****"


def mask_email(address: str, strength: Strength = Strength.NORMAL) -> str:
    """z***@example.com; strong hides the first letter too."""
    local, at, domain = address.rpartition("@")
    if not local:
        return address and HIDDEN
    return ("" if strength is Strength.STRONG else local[0]) + "***" + at + domain


MASKS: dict[str, Callable[[str, Strength], str]] = {
    "name": mask_name,
    "phone": mask_phone,
    "id_number": mask_id,
    "address": mask_address,
    "email": mask_email,
}
"""Masks by what a value is; the last word of an identity fact's id."""


def mask(kind: str, text: str, strength: Strength = Strength.NORMAL) -> str:
    """``text`` masked as its ``kind`` asks; of an unknown kind nothing is shown."""
    if kind in MASKS:
        return MASKS[kind](text, strength)
    return text and HIDDEN


def _middle(text: str, head: int, tail: int) -> str:
    """``text`` with its middle hidden, as long as before; at least half of it goes."""
    if len(text) < 2 * (head + tail) and head + tail > len(text) - 4:
        head, tail = 0, min(tail, len(text) // 4)
    return text[:head] + "*" * (len(text) - head - tail) + (text[-tail:] if tail else "")
