"""代管的原件: which originals of a case lie with the office, since when, and when they went back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from desk.domain.archiving import archived_at
from desk.domain.case import ORIGINAL_KEPT, Case
from desk.domain.draft import Problem
from desk.domain.endings import ENDED
from desk.domain.moments import date_words
from desk.rulebook.model import Rulebook

RETURNED = "original_returned:"
"""How the entry begins by which an original went back: its place among those that the case kept, from 1."""
WITHHELD = "（保密）"


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """One lot of originals: the how manieth of its case, what it is, who took it in and when, and when it went back."""

    n: int
    what: str
    since: datetime
    by: str
    returned_at: datetime | None = None

    @property
    def words(self) -> str:
        """The lot in one line."""
        return f"{self.what or WITHHELD}（{date_words(self.since)}收存）"


def originals_of(case: Case) -> tuple[Original, ...]:
    """All lots that were ever kept, the oldest first; without its words where the viewer of ``case`` may not read them."""
    return tuple(_originals(case))


def held(case: Case) -> tuple[Original, ...]:
    """The lots that still lie with the office."""
    return tuple(one for one in _originals(case) if one.returned_at is None)


def _originals(case: Case) -> Iterator[Original]:
    back = {
        entry.step.removeprefix(RETURNED): entry.at
        for entry in case.timeline
        if entry.step.startswith(RETURNED)
    }
    kept = (entry for entry in case.timeline if entry.step == ORIGINAL_KEPT)
    for n, entry in enumerate(kept, 1):
        yield Original(n=n, what=entry.note, since=entry.at, by=entry.by, returned_at=back.get(str(n)))


def warning(rulebook: Rulebook, step: str, case: Case) -> Problem | None:
    """What to think of when a step ends or archives a case whose originals have not gone back."""
    entry = next((one for one in rulebook.steps if one.id == step), None)
    lying = held(case)
    if entry is None or not lying:
        return None
    ends = bool(entry.to) and rulebook.state(entry.to).phase in ENDED
    if not (ends or "archive" in entry.effects or archived_at(rulebook, case)):
        return None
    listed = "、".join(one.what or WITHHELD for one in lying)
    return Problem("", "originals", f"还有原件没有退还：{listed}", "案件办理里登记退还", warning=True)
