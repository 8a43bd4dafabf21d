"""In whose hands cases are, as far as their timelines and open facts tell: few ids, so that nobody reads every open case.

Each finds all cases that are meant and may find some more: the rules judge them one by one.
"""

import json
from collections.abc import Collection

from sqlalchemy import exists, or_, select, tuple_

from desk.domain.passing import PASSED
from desk.domain.viewer import Viewer
from desk.store import schema
from desk.store.case_filter import CaseFilter, wanted
from desk.store.transaction import Transaction

Place = tuple[int, int]
"""When a case was registered, and its id: sorted, the oldest comes first."""

_c = schema.complaint.c
_PLACE = select(_c.registered_at, _c.id)


def meant(tx: Transaction, viewer: Viewer, which: CaseFilter) -> set[Place]:
    """The filter's cases themselves."""
    return {(at, case_id) for at, case_id in tx.connection.execute(wanted(tx, viewer, which, _PLACE))}


def sent_on(
    tx: Transaction, viewer: Viewer, which: CaseFilter, sending: Collection[str], signing: str
) -> set[Place]:
    """The filter's cases that were sent out by one of these steps, with no ``signing`` since."""
    sent, signed, again = (schema.happening.alias(name) for name in ("sent", "signed", "again"))
    sent_again = exists().where(
        again.c.case_id == signed.c.case_id, again.c.step.in_(sorted(sending)), ~again.c.undone,
        tuple_(again.c.at, again.c.id) > tuple_(signed.c.at, signed.c.id),
    )  # fmt: skip
    is_sent = exists().where(sent.c.case_id == _c.id, sent.c.step.in_(sorted(sending)), ~sent.c.undone)
    is_signed = exists().where(
        signed.c.case_id == _c.id, signed.c.step == signing, ~signed.c.undone, ~sent_again
    )
    query = wanted(tx, viewer, which, _PLACE).where(is_sent, ~is_signed)
    return {(at, case_id) for at, case_id in tx.connection.execute(query)}


def last_done_by(tx: Transaction, viewer: Viewer, which: CaseFilter, users: Collection[str]) -> set[Place]:
    """The filter's cases in which one of these users did the last thing."""
    last, later = (schema.happening.alias(name) for name in ("last", "later"))
    is_last = ~exists().where(
        later.c.case_id == last.c.case_id, ~later.c.undone,
        tuple_(later.c.at, later.c.id) > tuple_(last.c.at, last.c.id),
    )  # fmt: skip
    by_them = exists().where(
        last.c.case_id == _c.id, last.c.by.in_(sorted(users)), ~last.c.undone, is_last
    )  # fmt: skip
    query = wanted(tx, viewer, which, _PLACE).where(by_them)
    return {(at, case_id) for at, case_id in tx.connection.execute(query)}


def received_by(tx: Transaction, viewer: Viewer, which: CaseFilter, users: Collection[str]) -> set[Place]:
    """The filter's cases that one of these users took in."""
    query = wanted(tx, viewer, which, _PLACE).where(_c.first_receiver.in_(sorted(users)))
    return {(at, case_id) for at, case_id in tx.connection.execute(query)}


def passed_to(tx: Transaction, viewer: Viewer, which: CaseFilter, users: Collection[str]) -> set[Place]:
    """The filter's cases that were ever handed on to one of these users."""
    h = schema.happening.c
    taken = or_(*(h.step.endswith(f":{user}", autoescape=True) for user in sorted(users)))
    passed = exists().where(h.case_id == _c.id, h.step.startswith(PASSED, autoescape=True), taken)
    query = wanted(tx, viewer, which, _PLACE).where(passed)
    return {(at, case_id) for at, case_id in tx.connection.execute(query)}


def mentioning(tx: Transaction, viewer: Viewer, which: CaseFilter, words: Collection[str]) -> set[Place]:
    """The filter's cases in whose open facts one of these words stands, as the name of a fact or as its value."""
    content = schema.content.c
    written = [json.dumps(word, ensure_ascii=False).encode() for word in words]
    joined = select(_c.registered_at, _c.id, content.facts).join(schema.content, content.case_id == _c.id)
    rows = tx.connection.execute(wanted(tx, viewer, which, joined))
    return {(at, case_id) for at, case_id, facts in rows if any(word in bytes(facts) for word in written)}
