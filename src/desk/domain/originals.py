"""代管的原件: which originals of a case lie with the office, since when, and when they went back."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from desk.domain.archiving import archived_at
from desk.domain.case import ORIGINAL_KEPT, Case, Happening
from desk.domain.draft import Problem
from desk.domain.endings import ENDED
from desk.domain.moments import date_words
from desk.rulebook.model import Rulebook

RETURNED = "original_returned:"
"""How the entry begins by which an original went back: its place among those that the case kept, from 1."""
WITHHELD = "（保密）"


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """One lot of originals: the how manieth of its case, what it is, who brought it, who took it in and when.

    Once it went back, also when, by whom, to whom and how. ``brought_by`` and ``taken_by`` are empty for the complainant.
    """

    n: int
    what: str
    since: datetime
    by: str
    brought_by: str = ""
    returned_at: datetime | None = None
    returned_by: str = ""
    taken_by: str = ""
    how: str = ""

    @property
    def words(self) -> str:
        """The lot in one line."""
        back = f"，{date_words(self.returned_at)}退还" if self.returned_at else ""
        return f"{self.what or WITHHELD}（{date_words(self.since)}收存{back}）"


def originals_of(case: Case) -> tuple[Original, ...]:
    """All lots that were ever kept, the oldest first; without its words where the viewer of ``case`` may not read them."""
    return tuple(_originals(case))


def held(case: Case) -> tuple[Original, ...]:
    """The lots that still lie with the office."""
    return tuple(one for one in _originals(case) if one.returned_at is None)


def _originals(case: Case) -> Iterator[Original]:
    back = {
        entry.step.removeprefix(RETURNED): entry for entry in case.timeline if entry.step.startswith(RETURNED)
    }
    kept = (entry for entry in case.timeline if entry.step == ORIGINAL_KEPT)
    for n, entry in enumerate(kept, 1):
        lot = Original(n=n, what=entry.note, since=entry.at, by=entry.by, brought_by=_person(entry))
        yield _returned(lot, back[str(n)]) if str(n) in back else lot


def _returned(lot: Original, back: Happening) -> Original:
    """The lot as it went back; how it went stands in the entry behind what it is."""
    how = back.note.removeprefix(lot.what).lstrip("，") if lot.what else ""
    return replace(lot, returned_at=back.at, returned_by=back.by, taken_by=_person(back), how=how)


def _person(entry: Happening) -> str:
    return str(entry.values.get("told_to", ""))


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
