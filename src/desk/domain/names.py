"""Names by pinyin: initials in every reading for searching, and the order of a Chinese list.

pypinyin is loaded on first use. It reads 单田芳 as dan and 曾国藩 as ceng: a name's first characters are read as
surnames, and a search knows every reading of each character.
"""

from functools import lru_cache
from itertools import chain, product
from operator import contains

from desk.domain.grams import NARROW, Query
from desk.domain.surnames import surname_readings

_UNLISTED = {"𠮷": "ji2"}
"""Characters of names that the dictionary of readings lacks."""


_FIRST_HAN = "\u2e80"


class InitialsQuery(Query):
    """Initials as typed, and how to look at a name that the index gave."""

    __slots__ = ()

    def matches(self, text: str) -> bool:
        """Whether the typed initials stand side by side somewhere in the name ``text``, in whatever readings."""
        letters = _letters(text)
        spans = (letters[i : i + len(self.needle)] for i in range(len(letters) - len(self.needle) + 1))
        return any(all(map(contains, span, self.needle)) for span in spans)


def initials(name: str) -> str:
    """The usual initials of a person's name: 曾国藩 is zgf. Letters and digits stand for themselves."""
    usual = (reading[:1] for reading in _readings(name, person=True) if reading.isascii())
    return "".join(letter for letter in usual if letter.isalnum())


def initial_grams(name: str) -> list[str]:
    """Pieces of at most four initials for a prefix index, in every reading of each character, each once.

    From every character on, so that 建国 is found in 王建国 by jg.
    """
    letters = _letters(name)
    pieces = ("".join(piece) for i in range(len(letters)) for piece in product(*letters[i : i + NARROW]))
    return list(dict.fromkeys(pieces))


def query_initials(typed: str) -> InitialsQuery | None:
    """What to ask an index of ``initial_grams`` for; None if what was typed cannot be initials."""
    needle = typed.strip().lower()
    if not (needle.isascii() and needle.isalnum() and any(letter.isalpha() for letter in needle)):
        return None
    if len(needle) <= NARROW:
        return InitialsQuery((), (needle,), needle)
    tokens = dict.fromkeys(needle[i : i + NARROW] for i in range(len(needle) - NARROW + 1))
    return InitialsQuery(tuple(tokens), (), needle)


@lru_cache(maxsize=65536)
def sort_key(name: str, *, person: bool = True) -> str:
    """A key that puts names in the order of a Chinese list when compared byte by byte.

    Character by character: reading, tone, then the character itself, so that one surname stays together. ``person``
    reads the beginning as a surname; leave it off for places and departments.
    """
    return " ".join(
        f"{reading} {ord(letter):x}" if letter >= _FIRST_HAN else reading
        for letter, reading in zip(name, _readings(name, person=person), strict=True)
    )


def _readings(name: str, *, person: bool) -> tuple[str, ...]:
    """One reading with tone for each character; what has no reading stands for itself, in lower case."""
    from pypinyin import Style, lazy_pinyin

    read: list[str] = lazy_pinyin(name, style=Style.TONE3, errors=_others)  # type: ignore[arg-type] # may be a list
    surname = surname_readings(name) if person else ()
    return (*surname, *read[len(surname) :])


def _others(unread: str) -> list[str]:
    """What stands for a run of characters without a reading; Han among them go behind z."""
    return [
        _UNLISTED.get(letter) or ("~" if letter >= _FIRST_HAN else letter.lower()[:1]) for letter in unread
    ]


def _letters(name: str) -> list[str]:
    """The possible initials of each character; dots and spaces are left out."""
    return [letters for letters in map(_initials_of, name) if letters]


@lru_cache(maxsize=16384)
def _initials_of(letter: str) -> str:
    from pypinyin import Style, pinyin

    if letter.isascii():
        return letter.lower() if letter.isalnum() else ""
    readings = pinyin(
        letter, style=Style.TONE3, heteronym=True, errors=lambda unread: _UNLISTED.get(unread, "")
    )
    return "".join(dict.fromkeys(_plain(reading) for reading in chain.from_iterable(readings) if reading))


def _plain(reading: str) -> str:
    return "e" if reading[0] == "ê" else reading[0]
