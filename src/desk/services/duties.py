"""What the office does again and again (browse a site twice a day, a report each month): what is due, what was done."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from desk.domain.errors import DeskError, NotFound
from desk.domain.moments import date_words
from desk.domain.periods import period_of
from desk.domain.viewer import Viewer
from desk.rulebook.timing import Duty
from desk.services.changes import Changes
from desk.services.office import Office
from desk.services.rights import require
from desk.store import audit
from desk.store import office as office_settings
from desk.store.transaction import Transaction

Standing = Literal["due", "done"]
CHANGED = Changes(what=frozenset({"settings"}))


@dataclass(frozen=True, slots=True)
class Mark:
    """One time that a duty was done."""

    at: datetime
    by: str
    note: str


@dataclass(frozen=True, slots=True)
class DutyState:
    """A duty in the period that now runs: how often it was done, of how often it is to be, and until when."""

    duty: Duty
    first: date
    last: date
    marks: tuple[Mark, ...]

    @property
    def standing(self) -> Standing:
        """Whether all of this period is done."""
        return "done" if len(self.marks) >= self.duty.times else "due"

    @property
    def progress(self) -> str:
        """0/2, 1/2, 2/2."""
        return f"{len(self.marks)}/{self.duty.times}"

    @property
    def period(self) -> str:
        """The period in words."""
        first, last = date_words(self.first), date_words(self.last)
        return first if first == last else f"{first}至{last}"


def listed(office: Office, day: date | None = None) -> tuple[DutyState, ...]:
    """Every duty of the manual in the period of ``day`` (today), those still due first, then by the period's end."""
    with office.store.reading() as tx:
        settings = office_settings.read(tx)
    states = [_state(office, duty, settings, day or office.now().date()) for duty in office.rulebook.duties]
    return tuple(sorted(states, key=lambda state: (state.standing == "done", state.last)))


def mark_done(office: Office, viewer: Viewer, id_: str, note: str = "", day: date | None = None) -> Changes:
    """Put on record that the duty was done once, in the period of ``day`` (today). Raises ``DeskError``."""
    require(viewer, "handle", "登记例行工作")
    duty, now = _duty(office, id_), office.now()
    if day and day > now.date():
        raise DeskError("future", "不能先登记以后的例行工作", "请到期后再登记", "day")
    with office.store.writing() as tx:
        state = _state(office, duty, office_settings.read(tx), day or now.date())
        _keep(office, tx, state, (*state.marks, Mark(now, viewer.user, note)), viewer, "duty")
    return CHANGED


def take_back(office: Office, viewer: Viewer, id_: str, day: date | None = None) -> Changes:
    """Take the last mark of the period of ``day`` (today) back: one's own, or any as somebody who decides. Raises ``DeskError``."""
    require(viewer, "handle", "登记例行工作")
    duty = _duty(office, id_)
    with office.store.writing() as tx:
        state = _state(office, duty, office_settings.read(tx), day or office.now().date())
        if not state.marks:
            raise DeskError("not_done", f"“{duty.name}”{state.period}还没有登记过", "没有可撤回的", "duty")
        if state.marks[-1].by != viewer.user:
            require(viewer, "decide", "撤回别人登记的例行工作")
        _keep(office, tx, state, state.marks[:-1], viewer, "duty_back")
    return CHANGED


def _duty(office: Office, id_: str) -> Duty:
    duty = next((duty for duty in office.rulebook.duties if duty.id == id_), None)
    if duty is None:
        listed_ = "、".join(f"{duty.id}（{duty.name}）" for duty in office.rulebook.duties)
        raise NotFound("no_duty", f"规则簿里没有例行工作“{id_}”", f"可用：{listed_ or '没有'}", "duty")
    return duty


def _keep(
    office: Office, tx: Transaction, state: DutyState, marks: Sequence[Mark], viewer: Viewer, act: str
) -> None:
    rows = [{"at": mark.at.isoformat(), "by": mark.by, "note": mark.note} for mark in marks]
    office_settings.write(tx, {_key(office, state): json.dumps(rows, ensure_ascii=False)})
    about = f"{state.duty.id} {state.first} {len(marks)}/{state.duty.times}"
    audit.append(tx, audit.Act(act=act, by=viewer.user, about=about))


def _state(office: Office, duty: Duty, settings: Mapping[str, str], day: date) -> DutyState:
    first, last = period_of(duty.every, day)
    empty = DutyState(duty, first, last, ())
    rows = json.loads(settings.get(_key(office, empty), "[]"))
    marks = tuple(Mark(datetime.fromisoformat(row["at"]), row["by"], row["note"]) for row in rows)
    return DutyState(duty, first, last, marks)


def _key(office: Office, state: DutyState) -> str:
    return f"duty.{office.rulebook.id}.{state.duty.id}.{state.first}"
