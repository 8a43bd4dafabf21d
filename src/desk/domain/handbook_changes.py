"""Two versions of a rulebook side by side: what one says otherwise than the other, and how that is told."""

from dataclasses import dataclass

from desk.domain.handbook import chapters
from desk.domain.handbook_words import Cells
from desk.rulebook.model import Rulebook

NONE = "—"
_AHEAD = 3
"""How many of the cells that stayed and stand before the changed one say which entry it is."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that one version has otherwise than the other: ``before`` or ``after`` is empty where it is new or gone.

    ``titles`` are those of the chapter's columns; the first cell of a row is its id and has none.
    """

    chapter: str
    before: Cells
    after: Cells
    titles: tuple[str, ...] = ()

    @property
    def told(self) -> tuple[str, str, str, str]:
        """Chapter, entry, before, after; of an altered entry only the cells that differ."""
        before, after = self.before, self.after
        name = next((cell for cell in (after or before)[1:] if cell), self.chapter)
        if not before or not after:
            return self.chapter, name, self._whole(before), self._whole(after)
        changed = [n for n in range(1, min(len(before), len(after))) if before[n] != after[n]]
        ahead = [cell for cell in after[1 : min(changed, default=2)] if cell]
        return (
            self.chapter,
            "　".join(ahead[:_AHEAD]) or name,
            self._cells(before, changed),
            self._cells(after, changed),
        )

    def _whole(self, cells: Cells) -> str:
        """Every cell with the title of its column: a row that is new has no other one beside it to be read by."""
        said = [self._titled(cells, n) for n in range(2, len(cells)) if cells[n]]
        return "；".join(said) or "有" if cells else NONE

    def _cells(self, cells: Cells, places: list[int]) -> str:
        """The cells that differ: one by itself, several each with its title."""
        if len(places) == 1:
            return cells[places[0]] or NONE
        return "；".join(self._titled(cells, n) for n in places)

    def _titled(self, cells: Cells, place: int) -> str:
        title = self.titles[place - 1] if place - 1 < len(self.titles) else ""
        return (f"{title}：" if title else "") + (cells[place] or NONE)


def differences(before: Rulebook, after: Rulebook) -> tuple[Difference, ...]:
    """What reads otherwise in ``after``, chapter by chapter and row by row."""
    old = {chapter.id: chapter for chapter in chapters(before)}
    new = {chapter.id: chapter for chapter in chapters(after)}
    found: list[Difference] = []
    for id_ in dict.fromkeys((*old, *new)):
        chapter = new.get(id_) or old[id_]
        titles = tuple(title for title, _ in chapter.columns)
        was = {row[0]: row for row in (old[id_].rows if id_ in old else ())}
        now = {row[0]: row for row in (new[id_].rows if id_ in new else ())}
        found += [
            Difference(chapter.title, was.get(key, ()), now.get(key, ()), titles)
            for key in dict.fromkeys((*was, *now))
            if was.get(key) != now.get(key)
        ]
    return tuple(found)
