"""New cases for tests: only the facts that the test is about."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from tests.fixtures_store import MORNING

from desk.domain.viewer import RIGHTS, Viewer
from desk.store import conflicts, registration
from desk.store.audit import Act, append
from desk.store.engine import Store
from desk.store.registration import NewCase, Numbering, Registered

HEAD = Viewer("head", "负责人", "head", RIGHTS)
CLERK = Viewer("clerk", "窗口", "clerk", frozenset({"register", "see_identity"}))
STRANGER = Viewer("other", "旁人", "handler", frozenset({"handle"}))

NUMBERING = Numbering("case", "2026", lambda n: f"投诉〔2026〕{n}号")
CALLER = {
    "complainant.name": "曾建国", "complainant.phone": "13812345678", "complainant.id_number": "11010519491231002X",
    "complainant.address": "人民路12号3单元", "subject": "预付卡退款", "narrative": "办卡后商家关门，余额无法退还。",
    "respondent.name": "鑫源健身中心", "amount": 120050,
}  # fmt: skip


def new_case(at: datetime = MORNING, **changes: Any) -> NewCase:
    """A complaint as the intake service hands it over; ``values`` replaces all facts, ``facts`` adds to them."""
    facts = {**CALLER, **changes.pop("facts", {})}
    given: dict[str, Any] = {
        "key": uuid4().hex, "rulebook": "R", "rulebook_version": "1", "kind": "complaint", "channel": "visit",
        "category": "service", "station": "", "state": "registered", "levels": {"severity": "ordinary"},
        "received_at": at, "registered_at": at, "first_receiver": "clerk",
        "values": {fact: value for fact, value in facts.items() if value is not None},
    }  # fmt: skip
    return NewCase(**{**given, **changes})


def register(
    store: Store, new: NewCase | None = None, numbering: Numbering = NUMBERING, **changes: Any
) -> Registered:
    """Registers a case as a service would: one transaction with one act on record."""
    new = new or new_case(**changes)
    with store.writing() as tx:
        made = registration.insert(tx, new, numbering)
        append(tx, Act(act="register", by=new.first_receiver, case_id=made.id, fields=tuple(new.values)))
    return made


def kept_from(store: Store, *ids: int) -> Viewer:
    """A clerk like ``CLERK`` for whom these cases must not exist."""
    with store.writing() as tx:
        for case_id in ids:
            conflicts.keep(tx, case_id, "partial", by="head", reason="同名")
    return Viewer("partial", "窗口", "clerk", CLERK.rights)
