"""Search tokens: any run of characters is found by an index of short pieces, and each hit is looked at again.

Han and other letters that stand close are cut into pieces of two, digits and alphabets into pieces of four; at the
end of a run the shorter rest is kept, so that a shorter query finds every place as the beginning of a piece. What is
asked for is always a superset of what is meant; ``Query.matches`` decides.

Folding works letter by letter, so that whatever is part of a text stays part of it when both are folded.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from operator import add

WIDE = 2
"""Length of a piece of Han (any script without letter case), in code points."""
NARROW = 4
"""Length of a piece of digits and letters."""

_MOST_TOKENS = 32
"""A longer query is cut short: so many pieces find few enough cases to look at."""

_OPENING = "([{<〔【〖〘〚「『《〈﹝⟨⟪⟮"
_CLOSING = ")]}>〕】〗〙〛」』》〉﹞⟩⟫⟯"
_DROPPED_CATEGORIES = {"Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Pd"}


class _Folding(dict[int, str]):
    """Code point to folded letters, worked out on first use."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = "".join(
            _kept(letter) for letter in unicodedata.normalize("NFKD", chr(code)).casefold()
        )
        return folded


def _kept(letter: str) -> str:
    if letter in _OPENING:
        return "("
    if letter in _CLOSING:
        return ")"
    if letter in "•・‧∙⋅●":
        return "·"
    if (
        "\u0300" <= letter <= "\u036f"
        or "\ufe00" <= letter <= "\ufe0f"
        or "\U000e0100" <= letter <= "\U000e01ef"
    ):
        return ""
    return "" if unicodedata.category(letter) in _DROPPED_CATEGORIES or letter == "−" else letter


_FOLDING = _Folding()


def fold(text: str) -> str:
    """``text`` as it is compared: width, case, accents, spaces, dashes and the shape of brackets make no difference."""
    return text.translate(_FOLDING)


def _loose(folded: str) -> str:
    """Folded text without 第 before and 号 after a number: 〔2026〕第12号 and [2026]12 are one document.

    Never brings two numbers together, so that the pieces of a text stay the same.
    """
    without = re.sub(r"(?<=[0-9])号(.?)", lambda m: m[0] if _is_narrow(m[1]) else m[1], folded)
    return re.sub(r"(.?)第(?=[0-9])", lambda m: m[0] if _is_narrow(m[1]) else m[1], without)


@dataclass(frozen=True, slots=True)
class Query:
    """What to ask an index for, and how to look at what it gives.

    A text can only match if it has every one of ``tokens`` among its grams, and for each of ``prefixes`` a gram that
    begins so. ``needle`` is the folded query.
    """

    tokens: tuple[str, ...]
    prefixes: tuple[str, ...]
    needle: str

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked."""
        return not self.needle

    @property
    def needs_scan(self) -> bool:
        """Whether the index cannot help (punctuation alone) and every text must be looked at."""
        return bool(self.needle) and not self.tokens and not self.prefixes

    def matches(self, text: str) -> bool:
        """Whether ``text`` holds what was asked, 第 and 号 around a number set aside if need be."""
        folded = fold(text)
        return self.needle in folded or _loose(self.needle) in _loose(folded)


def grams(text: str) -> list[str]:
    """The pieces of ``text`` for the index, each once: letters and digits only, no quotes, no spaces."""
    return folded_grams(fold(text))


def folded_grams(folded: str) -> list[str]:
    """The same of a text that is folded already; a line end parts two fields."""
    # All letters with their neighbours at once, and then away with what is no piece: twice as quick as run by run.
    if _COMMON.fullmatch(folded):
        wide, narrow = _NOT_WIDE.sub(" ", folded) + " ", _LATIN.findall(folded)
    else:
        wide, narrow = folded.translate(_WIDE_ALONE) + " ", folded.translate(_NARROW_ALONE).split()
    pairs = dict.fromkeys(map(add, wide, wide[1:]))
    found = [pair if pair[1] != " " else pair[0] for pair in pairs if pair[0] != " "]
    return [*found, *dict.fromkeys(run[i : i + NARROW] for run in narrow for i in range(len(run)))]


def short_grams(text: str) -> list[str]:
    """The pieces shorter than a gram, each once: for an index that cannot search by prefix.

    Every one of ``Query.prefixes`` that is part of ``text`` is among them.
    """
    return folded_short_grams(fold(text))


def folded_short_grams(folded: str) -> list[str]:
    """The same of a text that is folded already."""
    return list(
        dict.fromkeys(
            run[i : i + length]
            for run, width in _runs(folded)
            for i in range(len(run))
            for length in range(1, width)
        )
    )


def query_grams(text: str) -> Query:
    """What to ask for so that every text holding ``text`` is found."""
    needle = fold(text)
    tokens: dict[str, None] = {}
    prefixes: dict[str, None] = {}
    for run, width in _runs(needle):
        if len(run) < width:
            prefixes[run] = None
        else:
            tokens.update(dict.fromkeys(run[i : i + width] for i in range(len(run) - width + 1)))
    return Query(tuple(tokens)[:_MOST_TOKENS], tuple(prefixes)[:_MOST_TOKENS], needle)


def _runs(folded: str) -> Iterator[tuple[str, int]]:
    """Runs of one kind with the length of their pieces. 第 and 号 part runs, because they may be left out."""
    kinds = folded.translate(_KINDS)
    for run in _RUN.finditer(kinds):
        yield folded[run.start() : run.end()], WIDE if run[0][0] == "w" else NARROW


_RUN = re.compile("w+|n+")


class _Kinds(dict[int, str]):
    """Code point to w for a wide letter, n for a narrow one, a space for what parts them."""

    def __missing__(self, code: int) -> str:
        self[code] = kind = _kind(chr(code))
        return kind


def _kind(letter: str) -> str:
    if letter in "第号":
        return " "
    if letter.isascii():
        return "n" if letter.isalnum() else " "
    # Co and Cn too: rare names stand in private use areas, and in planes newer than Python's own tables.
    if unicodedata.category(letter) in ("Lo", "Lm", "Co", "Cn") or letter == "〇":
        return "w"
    return "n" if letter.isalnum() else " "


_KINDS = _Kinds()


class _Alone(dict[int, str]):
    """Code point to the letter if it is of one kind, else to a space."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def __missing__(self, code: int) -> str:
        self[code] = found = chr(code) if _KINDS[code] == self.kind else " "
        return found


_COMMON = re.compile("[\x00-\x7f、。·‘-”\u3400-\u4dbf\u4e00-\u9fff]*")
"""Texts of these signs alone need no table, letter by letter: nearly all that people tell."""
_NOT_WIDE = re.compile("[^\u3400-\u4dbf\u4e00-\u9fff]+|[第号]+")
_LATIN = re.compile("[0-9A-Za-z]+")
_WIDE_ALONE, _NARROW_ALONE = _Alone("w"), _Alone("n")


def _is_narrow(letter: str) -> bool:
    return letter != "" and _KINDS[ord(letter)] == "n"
