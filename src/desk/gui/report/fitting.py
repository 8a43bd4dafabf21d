"""Columns of a report's table made to fit in its width: words go over two lines, days and numbers do not, a tip says what is cut."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QTableView

from desk.domain.unbroken import stays_whole

_LEAST = 84
"""So narrow may a column of words become, in pixels; a table that would want less goes on sideways, nothing cut."""

_LOOKED_AT = 60
"""Rows in which numbers of cases and telephones are looked for."""

_WIDEST = 280
_BESIDE, _AROUND = 8, 12


class Fitting(QObject):
    """Keeps the columns of ``table`` within its width, also when the window changes; a width set by hand stays until then."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._whole: list[int] = []
        """What the columns would want with nothing cut; ``_wishes`` are what they get where it is too much."""
        self._wishes: list[int] = []
        self._firm: list[bool] = []
        table.setWordWrap(True)
        table.viewport().installEventFilter(self)

    def fit(self, lines: Any) -> None:
        """Other lines stand in the table."""
        table = self._table
        table.resizeColumnsToContents()
        self._whole = [table.columnWidth(place) + _BESIDE for place in range(len(lines.columns))]
        self._wishes = [min(width, _WIDEST) for width in self._whole]
        self._firm = [_is_firm(lines, place) for place in range(len(lines.columns))]
        self._apply()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() == QEvent.Type.Resize and self._wishes:
            self._apply()
        return super().eventFilter(watched, event)

    def _apply(self) -> None:
        room = self._table.viewport().width()
        widths = widened(squeezed(self._wishes, self._firm, room), self._whole, room)
        for place, width in enumerate(widths):
            self._table.setColumnWidth(place, width)
        two = any(width < wish for width, wish in zip(widths, self._wishes, strict=True))
        spacing = self._table.fontMetrics().lineSpacing()
        self._table.verticalHeader().setDefaultSectionSize((2 if two else 1) * spacing + _AROUND)


def _is_firm(lines: Any, place: int) -> bool:
    """Whether a column holds nothing that could go over two lines."""
    if lines.columns[place].kind not in ("text", "figure"):
        return True
    words = [row[place] for row in lines.words[:_LOOKED_AT] if row[place]]
    return bool(words) and all(map(stays_whole, words))


def squeezed(wishes: Sequence[int], firm: Sequence[bool], room: int) -> list[int]:
    """The widths within ``room``: the widest columns of words are made narrower first. As wished where that is in vain."""
    if sum(wishes) <= room or sum(_limited(wishes, firm, _LEAST)) > room:
        return list(wishes)
    limit = max(wishes)
    while sum(_limited(wishes, firm, limit)) > room:
        limit -= 1
    return _limited(wishes, firm, limit)


def widened(widths: Sequence[int], whole: Sequence[int], room: int) -> list[int]:
    """The widths with what is left of ``room`` given to the columns that show less than the ``whole``, from the left."""
    left, found = room - sum(widths), []
    for width, wanted in zip(widths, whole, strict=True):
        more = max(min(wanted - width, left), 0)
        found.append(width + more)
        left -= more
    return found


def _limited(wishes: Sequence[int], firm: Sequence[bool], limit: int) -> list[int]:
    return [wish if stays else min(wish, limit) for wish, stays in zip(wishes, firm, strict=True)]
