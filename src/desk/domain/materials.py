"""The list of materials: what was handed in, and what is still to come."""

from collections.abc import Mapping

from desk.domain.draft import Value
from desk.domain.entry import yes_or_no
from desk.rulebook.intake import Column, Field
from desk.rulebook.model import Rulebook

Rows = tuple[Mapping[str, str], ...]


def told_apart(rulebook: Rulebook, materials: Value | None) -> tuple[Rows, Rows]:
    """The rows that are held and those that lack.

    Where the manual asks whether each one is held, only yes is held and a blank stands for what the column says (nothing:
    it lacks, R04 000:344-345); where it asks nothing, what is listed was handed in.
    """
    rows = materials if isinstance(materials, tuple) else ()
    listed = tuple(row for row in rows if isinstance(row, Mapping))
    asked = _asked(rulebook)
    held = tuple(row for row in listed if asked is None or yes_or_no(row.get("held") or asked.blank))
    return held, tuple(row for row in listed if row not in held)


def _asked(rulebook: Rulebook) -> Column | None:
    field = next((field for field in rulebook.fields if field.id == "materials"), Field(id="materials"))
    return next((column for column in field.columns if column.id == "held"), None)
