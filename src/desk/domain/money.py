"""Money in whole fen: read from what people type, written for paper."""

import re
import unicodedata
from decimal import Decimal

_AMOUNT = re.compile(r"(?:人民币|RMB|CNY|¥)?(\d+(?:\.\d+)?)(万|亿)?(?:元|块|圆)?(?:整|正)?(?:人民币)?")
_MANY = {None: 1, "万": 10**4, "亿": 10**8}
_LARGEST = 10**15
"""More than any case is about, and less than a database's integer holds."""

_DIGITS = "零壹贰叁肆伍陆柒捌玖"


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


def capital_words(fen: int) -> str:
    """壹仟贰佰元伍角: an amount in capital numerals (中国人民银行《支付结算办法》附一). Raises ValueError below 0.

    Ends in 整 after 元 only; between 元 and 角 no 零 is written, which the rules leave open.
    """
    if fen < 0:
        raise ValueError("capital numerals have no sign")
    yuan, jiao, last = fen // 100, fen // 10 % 10, fen % 10
    words = f"{_integer_words(yuan)}元" if yuan else ""
    if not jiao and not last:
        return (words or "零元") + "整"
    gap = "零" if words and not jiao else ""
    return words + (f"{_DIGITS[jiao]}角" if jiao else gap) + (f"{_DIGITS[last]}分" if last else "")


def _integer_words(number: int) -> str:
    """Groups of four digits by 亿 and 万; one 零 wherever zeros stand between two digits."""
    for size, unit in ((10**8, "亿"), (10**4, "万")):
        if number >= size:
            high, low = divmod(number, size)
            # 零 where the group below begins with a zero, or the one above ends with one.
            gap = "零" if low and (low < size // 10 or high % 10 == 0) else ""
            return _integer_words(high) + unit + gap + (_integer_words(low) if low else "")
    words = ""
    for digit, unit in zip(f"{number:04d}", ("仟", "佰", "拾", ""), strict=True):
        words += _DIGITS[int(digit)] + unit if digit != "0" else "零"
    return re.sub("零+", "零", words).strip("零")
