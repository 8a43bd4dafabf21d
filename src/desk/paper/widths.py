"""How wide the columns of a register are: by their weights, but no day and no number is torn in two for want of room."""

from collections.abc import Iterator, Sequence
from itertools import islice

from desk.domain.document import Table
from desk.domain.unbroken import stays_whole
from desk.paper import typesetting
from desk.rulebook.styles import Style

_LOOKED_AT = 2000
"""Rows that are looked at; a register has its like all the way down."""

_LEFT = 0.85
"""Columns of words keep this part of the room that their weights give them; then the longest numbers are torn all the same."""


def column_widths(table: Table, style: Style, room: float, beside: float) -> list[float]:
    """The width of each column in points, together ``room``; ``beside`` is left free beside the words of a cell."""
    weights = [column.width for column in table.columns]
    wishes = [_wishes(texts, style, beside) for texts in _texts(table)]
    while True:
        needs = [wish[0] if wish else 0.0 for wish in wishes]
        found, left = _shared(weights, needs, room)
        if left >= _LEFT:
            return found
        wishes[needs.index(max(needs))].pop(0)


def _wishes(texts: set[str], style: Style, beside: float) -> list[float]:
    """What a column wants, the most first: each number in one line; a moment at least its day and its time in one each."""
    whole = max((typesetting.width(text, style) for text in texts), default=0.0)
    parts = max((typesetting.width(part, style) for text in texts for part in text.split()), default=0.0)
    return [width + beside for width in sorted({whole, parts}, reverse=True) if width]


def _shared(weights: Sequence[float], needs: Sequence[float], room: float) -> tuple[list[float], float]:
    """By weight; whoever needs more gets what it needs. What the others keep of their share stands beside."""
    held: dict[int, float] = {}
    while (left := room - sum(held.values())) > 0:
        whole = sum(weight for place, weight in enumerate(weights) if place not in held)
        found = [
            held.get(place, weight / whole * left if whole else 0) for place, weight in enumerate(weights)
        ]
        short = {place: need for place, need in enumerate(needs) if place not in held and found[place] < need}
        if not short:
            return found, left / (whole / sum(weights) * room) if whole else 1.0
        held |= short
    return [], 0.0


def _texts(table: Table) -> Iterator[set[str]]:
    rows = [*islice(table.rows, _LOOKED_AT), *([table.total] if table.total else [])]
    for place in range(len(table.columns)):
        yield {row[place] for row in rows if stays_whole(row[place])}
