"""A case as figures count it: its frame and what was done, without people, notes and clocks."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from desk.domain.draft import Values


class Taken(NamedTuple):
    """A step that stands, and when it was taken."""

    step: str
    at: datetime
    undone: bool = False


class Frame(NamedTuple):
    """What a case is called and where it stands, with those of its facts that were asked for.

    Frames that are alike in their facts or levels share them as one and the same mapping, so that what follows from
    them need be found once.
    """

    id: int
    number: str
    rulebook: str
    rulebook_version: str
    kind: str
    channel: str
    category: str
    station: str
    state: str
    levels: Mapping[str, str]
    received_at: datetime
    first_receiver: str
    values: Values
    timeline: tuple[Taken, ...] = ()
