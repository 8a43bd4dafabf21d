"""What the clerk has typed before it is a case: a frozen value handed from the form to the services."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType

Value = str | int | bool | date | datetime | tuple[str, ...] | tuple[Mapping[str, str], ...]
"""A fact's value: words, a count, fen, yes or no, a day, a moment, several choices, or rows of words.

Money is a whole number of fen. Moments carry the office's zone. Rows serve people, items and materials.
"""

Values = Mapping[str, Value]
NOTHING: Values = MappingProxyType({})


def is_named(values: Values) -> bool:
    """Whether somebody stands behind the matter by name, alone or with others."""
    return bool(values.get("complainant.name") or values.get("complainants"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One matter as taken in. ``values`` holds facts by id; a fact that is not there is not known."""

    kind: str
    channel: str
    category: str = ""
    station: str = ""
    received_at: datetime
    values: Values = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about one field that keeps a draft or a step from being done, in the office's words."""

    field: str
    code: str
    message: str
    hint: str = ""
    warning: bool = False
