"""Keeping the complainant informed: every contact on record, and who has heard nothing for how long (CAP-77)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desk.domain.case import CONTACTED, Happening
from desk.domain.contacts import Contact, contacts_of, speaking_steps
from desk.domain.draft import Value
from desk.domain.errors import DeskError
from desk.domain.viewer import Viewer
from desk.rulebook.limits import parse_limit
from desk.services.approvals import tell
from desk.services.changes import Changes
from desk.services.day_cases import books, open_states
from desk.services.rights import require
from desk.store import audit, case_list, cases, contacts
from desk.store.case_filter import CaseFilter
from desk.store.case_list import CaseRow

if TYPE_CHECKING:
    from desk.services.office import Office

SHOWN = 200
"""The list shows so many cases, the longest silence first."""


@dataclass(frozen=True, slots=True)
class Silent:
    """A case whose complainant has heard nothing since ``since``, ``days`` days ago."""

    case: CaseRow
    since: datetime
    days: int


def log(
    office: "Office",
    viewer: Viewer,
    number: str,
    *,
    means: str,
    content: str,
    person: str = "",
    at: datetime | None = None,
) -> Changes:
    """Put a contact with the complainant on record: when, how, with whom, and what was said.

    Raises ``DeskError`` without means or content, for a moment to come or before the receipt.
    """
    viewer = office.in_role_at(viewer, number)
    if not viewer.may("register"):
        require(viewer, "handle", "登记联系")
    with office.store.writing() as tx:
        case = cases.judged(tx, number, viewer)
        moment = office.zone_of(at) if at else office.now()
        _check(office, case.received_at, moment, means.strip(), content.strip())
        values: dict[str, Value] = {"told_by": means.strip()}
        if person.strip():
            values["told_to"] = person.strip()
        entry = Happening(step=CONTACTED, at=moment, by=viewer.user, note=content.strip(), values=values)
        tell(office, tx, case, entry)
        audit.append(tx, audit.Act(act="contact", by=viewer.user, case_id=case.id, about=case.number))
    return Changes(frozenset({case.id}), frozenset({"cases"}))


def _check(office: "Office", received: datetime, at: datetime, means: str, content: str) -> None:
    if not means:
        raise DeskError("missing", "请写明怎样联系的", "例：电话、当面、微信", "means")
    if not content:
        raise DeskError("missing", "请写明说了什么", "例：告知方案已报审，周五前答复", "content")
    if at > office.now():
        raise DeskError("future", "联系时间晚于现在", "请改为实际联系的时间", "at")
    if at < received:
        raise DeskError("too_early", "联系时间早于收到时间", "请改为实际联系的时间", "at")


def of_case(office: "Office", viewer: Viewer, number: str) -> tuple[Contact, ...]:
    """The contacts of one case, the oldest first, as far as the viewer may know of them."""
    with office.store.reading() as tx:
        case = cases.get(tx, number, viewer)
    return contacts_of(office.rulebook_of(case), case)


def silent(office: "Office", viewer: Viewer, days: int) -> tuple[Silent, ...]:
    """Open cases whose complainant has heard nothing for ``days`` days or more, the longest silence first.

    The receipt counts as heard; who stayed unnamed cannot be told anything and is left out.
    """
    if days < 1:
        raise DeskError("bad_days", "天数要写 1 或更大的数", "例：--days 7", "days")
    return _silent_since(office, viewer, office.now() - timedelta(days=days))


def overdue_updates(office: "Office", viewer: Viewer) -> tuple[Silent, ...]:
    """The same as the manual itself says how often to tell (``update_every``); nothing where it does not say."""
    limit = parse_limit(office.rulebook.update_every or "unset")
    if limit.unit != "d":
        return ()
    return _silent_since(office, viewer, office.now() - timedelta(days=limit.amount))


def _silent_since(office: "Office", viewer: Viewer, before: datetime) -> tuple[Silent, ...]:
    steps = {CONTACTED}.union(*(speaking_steps(book) for book in books(office)))
    which = CaseFilter(states=open_states(office), anonymous=False)
    # Exactly so many days ago is long enough.
    until = before + timedelta(microseconds=1)
    with office.store.reading() as tx:
        found = dict(contacts.silent(tx, viewer, which, steps, until, limit=SHOWN))
        listed = CaseFilter(ids=frozenset(found))
        rows = {row.id: row for row in case_list.page(tx, viewer, listed, limit=SHOWN)} if found else {}
    now = office.now()
    return tuple(Silent(rows[id_], since, (now - since).days) for id_, since in found.items() if id_ in rows)
