"""What an identity card reader types when it pretends to be a keyboard.

Makers differ in order, separators and labels, so the parts are known by what they look like. A garbled name is left
out rather than kept wrong.
"""

import re
import unicodedata
from dataclasses import dataclass

from desk.domain.identity_numbers import check_resident

_NUMBER = re.compile(r"(?<![0-9A-Za-z])\d{17}[0-9Xx](?![0-9A-Za-z])")
_LABELS = re.compile(
    r"(?:姓名|性别|民族|出生(?:日期)?|住址|地址|公民身份号码|身份证号码?|证件号码|签发机关|有效期限?)[:：]?"
)
_ADDRESS = re.compile(r"[省市区县旗州]|街道|[镇乡村路街]")
_HAN_NAME = re.compile(r"[㐀-䶿一-鿿\U00020000-\U000323af]{2,8}|[㐀-鿿]{1,20}(?:·[㐀-鿿]{1,20})+")

_NATIONS = """
汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜
土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春
赫哲 门巴 珞巴 基诺
"""
NATIONS = frozenset(_NATIONS.split())
"""The fifty-six peoples as a card names them (GB/T 3304)."""


@dataclass(frozen=True, slots=True)
class Card:
    """What was read from a card; what was not there or not legible is empty. ``number`` always has 18 places."""

    number: str
    name: str = ""
    sex: str = ""
    nation: str = ""
    address: str = ""


def parse_card(typed: str) -> Card | None:
    """The card in a line that came in one burst; None where there is no card number with a right check digit in it."""
    line = unicodedata.normalize("NFKC", typed)
    number = next(
        (found[0].upper() for found in _NUMBER.finditer(line) if check_resident(found[0]).is_usable), ""
    )
    if not number:
        return None
    parts = [part for part in re.split(r"[\s,;|^~]+", _LABELS.sub(" ", _NUMBER.sub(" ", line))) if part]
    nation = next((part for part in parts if part.removesuffix("族") in NATIONS), "")
    address = max((part for part in parts if _is_address(part)), key=len, default="")
    return Card(
        number=number,
        name=next((part for part in parts if _is_name(part, nation)), ""),
        sex=next((part for part in parts if part in ("男", "女")), "男" if int(number[16]) % 2 else "女"),
        nation=nation.removesuffix("族"),
        address=address,
    )


def _is_name(part: str, nation: str) -> bool:
    return bool(_HAN_NAME.fullmatch(part)) and part != nation and not _is_address(part) and "局" not in part


def _is_address(part: str) -> bool:
    return len(part) >= 6 and len(_ADDRESS.findall(part)) >= 2 and "公安" not in part
