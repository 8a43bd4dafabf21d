"""Money in whole fen: read from what people type, written for registers."""

import re
import unicodedata
from decimal import Decimal

_AMOUNT = re.compile(r"(?:人民币|RMB|CNY|¥)?(\d+(?:\.\d+)?)(万|亿)?(?:元|块|圆)?(?:整|正)?(?:人民币)?")
_MANY = {None: 1, "万": 10**4, "亿": 10**8}
_LARGEST = 10**15
"""More than any case is about, and less than a database's integer holds."""


def parse_yuan(text: str) -> int | None:
    """The fen meant by 1200, 1,000.50元, ￥300, 1.5万元; None for anything else, parts of a fen and debts included."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).upper()
    if re.search(r"\d,", plain) and not re.search(r"(?<![\d,])\d{1,3}(,\d{3})+(?![\d,])", plain):
        return None
    found = _AMOUNT.fullmatch(plain.replace(",", ""))
    if not found:
        return None
    fen = Decimal(found[1]) * 100 * _MANY[found[2]]
    return int(fen) if fen == fen.to_integral_value() and fen < _LARGEST else None


def yuan_words(fen: int) -> str:
    """1,200.50: yuan with two decimals, as a register shows them."""
    return f"{'-' if fen < 0 else ''}{abs(fen) // 100:,}.{abs(fen) % 100:02d}"
