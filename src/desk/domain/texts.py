"""Text from people, made safe to store and print without changing what they said."""

import re
import unicodedata
from dataclasses import dataclass

from desk.domain.errors import DeskError
from desk.domain.surnames import DOTS

_LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029\v\f]")
_UNSEEN = re.compile(
    "["
    "\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f"  # control characters
    "\u00ad\u200b-\u200f\u2060-\u2064\ufeff"  # soft hyphen, zero width, direction marks
    "\u061c\u202a-\u202e\u2066-\u206f"  # turning the direction of what follows
    "\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f"  # annotations, no characters, invisible tags
    "]"
)
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_ONLY_HAN = re.compile("[\u3400-\u9fff]*")
_WIDE_BRACKETS = str.maketrans("()", "（）")
_SURROGATE = re.compile("[\ud800-\udfff]")


class BrokenText(DeskError):
    """Text that is no text: half of a character, which neither the store nor a printer can take."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Text without what cannot be seen, and what was taken out, in its order."""

    text: str
    removed: str = ""


def clean_text(text: str) -> Cleaned:
    """``text`` without control, direction and zero-width characters; line ends become one kind.

    Newline and tab stay, and so do variation selectors, which tell one form of a rare character from another.
    Raises BrokenText for half a surrogate pair.
    """
    if text.isprintable():  # most texts: nothing in them is unseen, broken or a line end
        return Cleaned(text)
    if _SURROGATE.search(text):
        raise BrokenText(
            "broken_text",
            "内容里有损坏的字符（半个字），不能保存。",
            "请删掉该字重新输入，不要从乱码处粘贴。",
        )
    lines = _LINE_ENDS.sub("\n", text)
    return Cleaned(_UNSEEN.sub("", lines), "".join(_UNSEEN.findall(lines)))


def tidy_name(text: str) -> str:
    """A name as it is stored: one kind of middle dot, narrow letters, no spaces at the ends or between Han.

    The brackets of a Chinese firm's name are wide, as its licence and every paper have them.
    """
    if _ONLY_HAN.fullmatch(text):
        return text
    name = "".join(_tidy_letter(letter) for letter in text).strip()
    name = re.sub(r"\s+", " ", name)
    if _HAN.search(name):
        name = name.translate(_WIDE_BRACKETS)
    return re.sub(r"(?<=[^\x00-\u2e7f]) (?=[^\x00-\u2e7f])| ?(·) ?", r"\1", name)


def tidy_number(text: str) -> str:
    """A number or code as it is compared: narrow, upper case, without spaces, dashes and dots; × is X."""
    plain = unicodedata.normalize("NFKC", text).upper()
    return re.sub(r"[\s\-‐-―−·.。_]", "", plain).translate({0xD7: "X", 0x425: "X", 0x3A7: "X", 0x2715: "X"})


def _tidy_letter(letter: str) -> str:
    if letter in DOTS:
        return "·"
    return (
        unicodedata.normalize("NFKC", letter)
        if "\uff01" <= letter <= "\uff5e" or letter == "\u3000"
        else letter
    )
