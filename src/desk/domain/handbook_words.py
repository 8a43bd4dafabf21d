"""Words that the handbook's chapters share: a table of rows, ids said as names, what the manual leaves blank."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from desk.domain.criterion_words import criterion_words
from desk.domain.words import NO, YES
from desk.rulebook.base import UNSET, Named
from desk.rulebook.model import Rulebook

BLANK = "未设定"
Cells = tuple[str, ...]
Say = Callable[..., str]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A table of the handbook. ``columns`` are headings with their weight; the first cell of each row is its id."""

    id: str
    title: str
    columns: tuple[tuple[str, int], ...]
    rows: tuple[Cells, ...]


def said(text: object) -> str:
    """A word of the manual; what it leaves blank is said so. Braces would be places and become brackets."""
    return BLANK if text == UNSET else str(text or "").replace("{", "（").replace("}", "）")


def when_words(book: Rulebook, criterion: str) -> str:
    """A criterion in words; what the manual leaves blank is said so."""
    return BLANK if criterion == UNSET else said(criterion_words(book, criterion))


def yes(value: bool) -> str:
    """Yes or no."""
    return YES if value else NO


def saying(*tables: Iterable[Named]) -> Say:
    """Says ids of these tables as people read them; an id of two tables means the first."""
    known = {
        "received": "收到",
        "registered": "登记",
        "register": "登记",
        "handed_on": "交承办",
        "complainant": "投诉人",
    }
    known |= {entry.id: entry.name for entries in reversed(tables) for entry in entries}
    return lambda *ids: "、".join(said(known.get(id_, id_)) for id_ in ids if id_)
