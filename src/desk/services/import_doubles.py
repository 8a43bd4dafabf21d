"""Lines of an old register that are there already: earlier in the same file, or as a case of the store."""

from dataclasses import dataclass
from typing import Any

from desk.domain.old_register import OLD, OldMatter, likeness
from desk.domain.viewer import Viewer
from desk.store import likeness as known
from desk.store.transaction import Transaction

OTHERWISE = "；不是同一件的，请把编号列改为“不导入”"
"""Registers that begin with 1 each year: their numbers tell nothing."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A line that is there already: in ``row`` of the file, or as case ``number``."""

    row: int
    number: str
    of_row: int
    reason: str


class Seen:
    """The lines of a file as far as they were looked at, by number and by likeness, and those that came before."""

    def __init__(self) -> None:
        self._by_number: dict[str, int] = {}
        self._by_likeness: dict[Any, int] = {}
        self._found: dict[int, Duplicate] = {}

    def look(self, matter: OldMatter) -> None:
        """A line that may come in: the file has it already, or it is the first of its kind."""
        like = likeness(matter)
        first = self._by_number.get(matter.number) if matter.number else None
        reason = f"编号相同{OTHERWISE}" if first else "人、事由、日期相同"
        if first is None and like is not None and not matter.number:
            first = self._by_likeness.get(like)
        if first is not None:
            self._found[matter.row] = Duplicate(matter.row, "", first, f"与第 {first} 行{reason}")
            return
        if matter.number:
            self._by_number[matter.number] = matter.row
        if like is not None:
            self._by_likeness.setdefault(like, matter.row)

    def there_already(self, tx: Transaction, viewer: Viewer) -> dict[int, Duplicate]:
        """Lines that are in the file twice, by their first; then those that the store has."""
        numbers = known.numbers(tx, viewer, self._by_number, OLD)
        alike = known.same_matters(tx, viewer, self._by_likeness)
        for like, number in alike.items():
            row = self._by_likeness[like]
            self._found[row] = Duplicate(row, number, 0, f"与 {number} 人、事由、日期相同")
        for old, number in numbers.items():
            row = self._by_number[old]
            self._found[row] = Duplicate(row, number, 0, f"与 {number} 编号相同{OTHERWISE}")
        return self._found
