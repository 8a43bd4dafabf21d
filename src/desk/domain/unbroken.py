"""What must stay in one line of a cell: a day, a number, a telephone number; torn in two nobody reads it right."""

import re

_WHOLE = re.compile(r"[^\s，。；、：！？]*\d{3}[^\s，。；、：！？]*(?<!,)")
_TIME = re.compile(r"\d{1,2}:\d{2}")
_MOST = 22
_CODE, _OF_NUMBERS = 0.6, "〔〕第号"
"""A number has words about it (投, 〔2026〕…号), but it is mostly digits and Latin letters; a name with a number in it is not."""


def stays_whole(text: str) -> bool:
    """Whether ``text`` is a day, a moment or a number; everything else may be broken anywhere."""
    if not 3 <= len(text) <= _MOST or sum(map(_is_code, text)) < len(text) * _CODE:
        return False
    return all(_WHOLE.fullmatch(part) or _TIME.fullmatch(part) for part in text.split())


def _is_code(char: str) -> bool:
    return char.isascii() or char in _OF_NUMBERS
