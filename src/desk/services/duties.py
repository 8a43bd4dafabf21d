"""What the office does again and again (browse a site twice a day, a report each month): what is due, what was done."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, NamedTuple

from desk.domain.errors import DeskError, NotFound
from desk.domain.moments import date_words
from desk.domain.periods import period_of
from desk.domain.viewer import Viewer
from desk.rulebook.model import Rulebook
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
    """A duty in the period that now runs: how often it was done, of how often it is to be, and until when.

    ``manual`` is the name of its manual, empty where the office has one; ``ref`` is how a command names the duty.
    """

    duty: Duty
    first: date
    last: date
    marks: tuple[Mark, ...]
    ref: str
    manual: str = ""

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


class _Of(NamedTuple):
    """A duty with the manual it stands in; ``several``: the office has more than one."""

    book: Rulebook
    duty: Duty
    ref: str
    several: bool


def listed(office: Office, day: date | None = None) -> tuple[DutyState, ...]:
    """Every duty of each of the office's manuals in the period of ``day`` (today), those still due first, then by its end."""
    found = _duties(office)
    with office.store.reading() as tx:
        settings = office_settings.read(tx)
    states = [_state(one, settings, day or office.now().date()) for one in found]
    return tuple(sorted(states, key=lambda state: (state.standing == "done", state.last)))


def mark_done(office: Office, viewer: Viewer, ref: str, note: str = "", day: date | None = None) -> Changes:
    """Put on record that the duty was done once, in the period of ``day`` (today). Raises ``DeskError``."""
    one, viewer = _permitted(office, viewer, ref)
    now = office.now()
    if day and day > now.date():
        raise DeskError("future", "不能先登记以后的例行工作", "请到期后再登记", "day")
    with office.store.writing() as tx:
        office_settings.hold(tx)
        state = _state(one, office_settings.read(tx), day or now.date())
        _keep(tx, one, state, (*state.marks, Mark(now, viewer.user, note)), viewer, "duty")
    return CHANGED


def take_back(office: Office, viewer: Viewer, ref: str, day: date | None = None) -> Changes:
    """Take the last mark of the period of ``day`` (today) back: one's own, or any as somebody who decides. Raises ``DeskError``."""
    one, viewer = _permitted(office, viewer, ref)
    with office.store.writing() as tx:
        office_settings.hold(tx)
        state = _state(one, office_settings.read(tx), day or office.now().date())
        if not state.marks:
            raise DeskError(
                "not_done", f"“{one.duty.name}”{state.period}还没有登记过", "没有可撤回的", "duty"
            )
        if state.marks[-1].by != viewer.user:
            require(viewer, "decide", "撤回别人登记的例行工作")
        _keep(tx, one, state, state.marks[:-1], viewer, "duty_back")
    return CHANGED


def _duties(office: Office) -> tuple[_Of, ...]:
    """Each duty, named by its id, behind the manual's where that is not the desk's own."""
    books = office.manuals()
    return tuple(
        _Of(book, duty, duty.id if book.id == office.rulebook.id else f"{book.id}:{duty.id}", len(books) > 1)
        for book in books
        for duty in book.duties
    )


def _permitted(office: Office, viewer: Viewer, ref: str) -> tuple[_Of, Viewer]:
    """The duty that is meant, and this person under its manual. Raises ``DeskError``."""
    found = _duties(office)
    one = next((one for one in found if ref in (one.ref, f"{one.book.id}:{one.duty.id}")), None)
    if one is None:
        require(viewer, "handle", "登记例行工作")
        known = "、".join(f"{one.ref}（{one.duty.name}）" for one in found)
        raise NotFound("no_duty", f"规则簿里没有例行工作“{ref}”", f"可用：{known or '没有'}", "duty")
    viewer = viewer.under(one.book.id, one.book.version)
    require(viewer, "handle", "登记例行工作")
    return one, viewer


def _keep(
    tx: Transaction, one: _Of, state: DutyState, marks: Sequence[Mark], viewer: Viewer, act: str
) -> None:
    rows = [{"at": mark.at.isoformat(), "by": mark.by, "note": mark.note} for mark in marks]
    office_settings.write(tx, {_key(one, state.first): json.dumps(rows, ensure_ascii=False)})
    about = f"{one.duty.id} {state.first} {len(marks)}/{one.duty.times}"
    audit.append(tx, audit.Act(act=act, by=viewer.user, about=about))


def _state(one: _Of, settings: Mapping[str, str], day: date) -> DutyState:
    first, last = period_of(one.duty.every, day)
    rows = json.loads(settings.get(_key(one, first), "[]"))
    marks = tuple(Mark(datetime.fromisoformat(row["at"]), row["by"], row["note"]) for row in rows)
    return DutyState(one.duty, first, last, marks, one.ref, one.book.name if one.several else "")


def _key(one: _Of, first: date) -> str:
    return f"duty.{one.book.id}.{one.duty.id}.{first}"
