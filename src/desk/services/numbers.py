"""The numbers of an office: those of one manual never read like those of another in the same store (CAP-05)."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from desk.domain.numbering import number
from desk.rulebook.documents import Series
from desk.rulebook.model import Rulebook

if TYPE_CHECKING:
    from desk.services.office import Office

MARK = "number.mark."
"""Settings that say what stands before the numbers of a series: ``number.mark.<rulebook>.<series>``."""

_FIGURES = re.compile(r"(\{(?!code)[^}]*\}|[0-9])+")


def number_of(office: "Office", rulebook: Rulebook, series: Series, day: date) -> Callable[[int], str]:
    """How a serial of the series is written on ``day``."""
    mark = office.settings.get(f"{MARK}{rulebook.id}.{series.id}", "")
    return lambda n: mark + number(series, day, n, office.code)


def clashing_marks(book: Rulebook, others: Iterable[Rulebook]) -> Mapping[str, str]:
    """Marks for those series of ``book`` whose numbers could read like another manual's: its id before them.

    Series that differ in more than figures cannot meet; figures may, since a serial widens.
    """
    taken = {_shape(series) for other in others for series in other.series}
    return {
        f"{MARK}{book.id}.{series.id}": f"{book.id}-" for series in book.series if _shape(series) in taken
    }


def _shape(series: Series) -> str:
    return _FIGURES.sub("#", series.pattern)
