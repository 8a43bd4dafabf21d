"""Telephone numbers as people give them: several in one field, with extensions, from China and abroad.

Nothing here is an error: a number that looks odd may still reach somebody.
"""

import re
import unicodedata
from collections.abc import Iterator

from desk.domain.checked import Checked, Finding

_SEPARATORS = re.compile(r"[,，、;；/|\n]+|或者?|以及|和")
_EXTENSION = re.compile(r"(?:转接?|分机号?:?|EXT\.?:?|#|X)(\d{1,6})$")

_KINDS: tuple[tuple[str, str], ...] = (
    (r"1[3-9]\d{9}", r"\g<0>"),
    (r"(010|02\d|0[3-9]\d\d)([2-9]\d{6,7})", r"\1-\2"),
    (r"([48]00)(\d{3})(\d{4})", r"\1-\2-\3"),
    # From abroad, without the zero of the area.
    (r"(?:\+|00)?86(10|2\d|[3-9]\d\d)([2-9]\d{6,7})", r"0\1-\2"),
    # 95588, 12315, 110, 10086, 10108888
    (r"9[56]\d{3,6}|1[0-2]\d{1,3}|1010\d{4}", r"\g<0>"),
    (r"\+(?!86)\d{7,15}", r"\g<0>"),
    # Hong Kong, Macao and Taiwan are often written without the plus.
    (r"(?:00)?(852|853|886)(\d{8,9})", r"+\1\2"),
    (r"00(?!86)([1-9]\d{7,13})", r"+\1"),
)
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_LOCAL = re.compile(r"[2-8]\d{6,7}")


def check_phones(typed: str) -> Checked:
    """Every number of a field in one way of writing, joined by 、; what looks wrong is a warning."""
    if _MOBILE.fullmatch(typed):
        return Checked(typed)
    numbers: list[str] = []
    findings: list[Finding] = []
    for part in _parts(typed):
        number = normal_phone(part)
        numbers.append(number or part)
        if not number:
            findings.append(_doubt(part))
    return Checked("、".join(dict.fromkeys(numbers)), tuple(dict.fromkeys(findings)))


def normal_phone(text: str) -> str:
    """One number as it is stored, 13800138000, 0571-88881234转8001, 400-800-8888, +85291234567; else nothing."""
    plain = _bare(text)
    if extension := _EXTENSION.search(plain):
        main = normal_phone(plain[: extension.start()])
        return main and f"{main}转{extension[1]}"
    plain = re.sub(r"^(?:\+|00)?86(?=1[3-9]\d{9}$|0\d{9,11}$)", "", plain)
    for shape, written in _KINDS:
        if found := re.fullmatch(shape, plain):
            return found.expand(written)
    return ""


def _parts(typed: str) -> Iterator[str]:
    """The numbers of a field. Spaces part numbers only where they do not stand within one."""
    for chunk in _SEPARATORS.split(unicodedata.normalize("NFKC", typed)):
        words = chunk.split()
        if words and words[0].startswith("+"):
            words = ["".join(words)]
        while words:
            length = next((n for n in range(1, len(words) + 1) if _is_whole(words, n)), len(words))
            yield " ".join(words[:length])
            words = words[length:]


def _is_whole(words: list[str], length: int) -> bool:
    """Whether the first words are one number, and no extension follows."""
    following = "".join(words[length : length + 1]).upper()
    return bool(normal_phone("".join(words[:length]))) and not re.match(r"转|分机|EXT|#", following)


def _bare(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).upper()
    return (
        re.sub(r"[\s\-‐-―−().·]", "", plain).removeprefix("电话:").removeprefix("手机:").removeprefix("TEL:")
    )


def _doubt(part: str) -> Finding:
    plain = _bare(part)
    if _LOCAL.fullmatch(plain):
        return Finding("phone_area", f"“{part}”没有区号。", "请补上区号，如 0571-88881234。", "warning")
    if plain.isdigit() and plain.startswith("1") and len(plain) in (9, 10, 11, 12, 13):
        told = f"是{len(plain)}位" if len(plain) != 11 else "不是现有号段"
        return Finding(
            "phone_mobile", f"“{part}”{told}，手机号应为1开头的11位数字。", "请向来访人复述核对。", "warning"
        )
    return Finding(
        "phone_shape", f"“{part}”不像电话号码。", "请核对；没有电话可以留空，说明写在备注里。", "warning"
    )
