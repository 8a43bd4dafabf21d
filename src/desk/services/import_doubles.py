"""Lines of an old register that are there already: earlier in the same file, or as a case of the store."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desk.domain.old_register import OLD, OldMatter, likeness
from desk.domain.viewer import Viewer
from desk.store import likeness as known
from desk.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A line that is there already: in ``row`` of the file, or as case ``number``."""

    row: int
    number: str
    of_row: int
    reason: str


def there_already(tx: Transaction, viewer: Viewer, matters: Sequence[OldMatter]) -> dict[int, Duplicate]:
    """Lines that are in the file twice, by their first; then those that the store has."""
    found: dict[int, Duplicate] = {}
    by_number: dict[str, OldMatter] = {}
    by_likeness: dict[Any, OldMatter] = {}
    for matter in matters:
        if matter.blocking:
            continue
        like = likeness(matter)
        first = by_number.get(matter.number) if matter.number else None
        reason = "编号相同" if first else "人、事由、日期相同"
        if first is None and like is not None and not matter.number:
            first = by_likeness.get(like)
        if first is not None:
            found[matter.row] = Duplicate(matter.row, "", first.row, f"与第 {first.row} 行{reason}")
            continue
        if matter.number:
            by_number[matter.number] = matter
        if like is not None:
            by_likeness.setdefault(like, matter)
    return {**found, **_in_store(tx, viewer, by_number, by_likeness)}


def _in_store(
    tx: Transaction, viewer: Viewer, by_number: Mapping[str, OldMatter], by_likeness: Mapping[Any, OldMatter]
) -> dict[int, Duplicate]:
    numbers = known.numbers(tx, viewer, {number: OLD + number for number in by_number})
    alike = known.same_matters(tx, viewer, by_likeness)
    found = {
        by_likeness[like].row: Duplicate(by_likeness[like].row, number, 0, f"与 {number} 人、事由、日期相同")
        for like, number in alike.items()
    }
    for old, number in numbers.items():
        row = by_number[old].row
        found[row] = Duplicate(row, number, 0, f"与 {number} 编号相同")
    return found
