"""What every entry of a rulebook has: an id to refer to, words for people, and the manual's line it comes from."""

from typing import Final

import msgspec

UNSET: Final = "unset"
"""The manual leaves it blank: shown as 未设定, printed as a line, never computed with."""


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The ground of all entries. ``source`` is ``file:line`` or an article; ``note`` explains a choice that was made.

    ``variant`` is ``switch=option``: the entry holds only while that switch stands on that option; several with commas
    must all hold.
    """

    source: str = ""
    note: str = ""
    variant: str = ""


class Named(Entry, frozen=True, kw_only=True):
    """An entry that other entries refer to by ``id`` and people read by ``name``."""

    id: str
    name: str


def is_unset(value: object) -> bool:
    """Whether the manual says nothing here."""
    return value == UNSET
