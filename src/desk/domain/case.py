"""A registered matter and what has happened to it: values that services read and hand back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from desk.domain.draft import NOTHING, Values

RECOUNTED, REGRADED, RETIMED, RECLASSIFIED = "recounted", "regraded", "retimed", "reclassified"
ENQUIRED = "enquired"
UNDONE, MERGED, TOOK_IN, PARTED = "undone", "merged", "took_in", "parted"
FOLLOWED, FILED = "followed", "filed"
URGING_ANSWERED, VISIT_TRIED = "urging_answered", "visit_tried"
CONTACTED = "contacted"
CONTACT_CHANGED = "contact_changed"
ORIGINAL_KEPT, BOXED = "original_kept", "boxed"
OF_ITSELF: Mapping[str, str] = {
    "register": "登记",
    RECOUNTED: "时限重新计算",
    REGRADED: "等级变化",
    RETIMED: "时间更正",
    RECLASSIFIED: "改类型、类别",
    UNDONE: "撤销",
    ENQUIRED: "状态查询",
    MERGED: "并入另一件",
    TOOK_IN: "并入本件",
    PARTED: "取消合并",
    FOLLOWED: "随主件办结",
    FILED: "随主件归档",
    URGING_ANSWERED: "答复催办、督办",
    VISIT_TRIED: "回访未联系上",
    CONTACTED: "联系投诉人",
    CONTACT_CHANGED: "联系方式变更、补充",
    ORIGINAL_KEPT: "收存原件",
    BOXED: "装盒",
}
"""Entries of a timeline that are no step of a rulebook's flow, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What a step found, so that it can be undone exactly: the state, and the facts that it changed as they were.

    ``absent`` names the facts that nobody had given before.
    """

    state: str
    levels: Mapping[str, str]
    handed_on_at: datetime | None
    values: Values
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One entry of a case's timeline: a step of the flow, or one of the built-in moments.

    ``step`` is the rulebook's step id or ``received``, ``registered``, ``handed_on``, ``issued:<paper>``.
    ``values`` are the facts that this act set, as far as the viewer may see them. ``before`` is kept of steps that may
    be undone and read by rules alone.
    """

    step: str
    at: datetime
    by: str
    note: str = ""
    values: Values = field(default_factory=lambda: NOTHING)
    undone: bool = False
    before: Before | None = None


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

    @property
    def is_merged(self) -> bool:
        """Whether the case is dealt with under another one for the time being."""
        return any(entry.step == MERGED and not entry.undone for entry in self.timeline)

    def when(self, step: str) -> tuple[datetime, ...]:
        """The moments at which ``step`` happened and was not undone, oldest first."""
        return tuple(entry.at for entry in self.timeline if entry.step == step and not entry.undone)
