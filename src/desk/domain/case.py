"""A registered matter and what has happened to it: values that services read and hand back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from desk.domain.draft import NOTHING, Values

RECOUNTED, REGRADED, RETIMED, RECLASSIFIED = "recounted", "regraded", "retimed", "reclassified"
OF_ITSELF: Mapping[str, str] = {
    "register": "登记",
    RECOUNTED: "时限重新计算",
    REGRADED: "等级变化",
    RETIMED: "时间更正",
    RECLASSIFIED: "改类型、类别",
}
"""Entries of a timeline that are no step of a rulebook's flow, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One entry of a case's timeline: a step of the flow, or one of the built-in moments.

    ``step`` is the rulebook's step id or ``received``, ``registered``, ``handed_on``, ``issued:<paper>``.
    ``values`` are the facts that this act set, as far as the viewer may see them.
    """

    step: str
    at: datetime
    by: str
    note: str = ""
    values: Values = field(default_factory=lambda: NOTHING)
    undone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case as the rules see it. ``version`` rises with every saved change; a save names the one it saw."""

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
    registered_at: datetime
    handed_on_at: datetime | None
    first_receiver: str
    values: Values
    timeline: tuple[Happening, ...] = ()
    version: int = 1

    def when(self, step: str) -> tuple[datetime, ...]:
        """The moments at which ``step`` happened and was not undone, oldest first."""
        return tuple(entry.at for entry in self.timeline if entry.step == step and not entry.undone)
