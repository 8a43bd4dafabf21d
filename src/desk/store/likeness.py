"""Which lines of an old register the store has already: by their old number, or by person, subject and day."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import select

from desk.domain.grams import fold
from desk.domain.moments import OFFICE_ZONE
from desk.domain.viewer import Viewer
from desk.store import identities, schema
from desk.store.case_filter import ALL, CaseFilter, wanted
from desk.store.encoding import moment, number_key
from desk.store.transaction import Transaction

Likeness = tuple[str, str, date]
"""Folded person, folded subject, day of receipt."""

_c = schema.complaint.c
_AT_ONCE = 500
_PERSON = ("complainant.name", "complainant.phone")


def numbers(tx: Transaction, viewer: Viewer, asked: Collection[str], before: str) -> dict[str, str]:
    """Old number to the number of the case that has it: as it is, with ``before`` before it, or from outside."""
    found: dict[str, str] = {}
    olds = iter(asked)
    while chunk := list(islice(olds, _AT_ONCE // 2)):
        here = {f"{before}{old}": old for old in chunk} | {old: old for old in chunk}
        query = wanted(tx, viewer, ALL, select(_c.number)).where(_c.number_key.in_({*map(number_key, here)}))
        found |= {here[number]: number for number in tx.connection.execute(query).scalars() if number in here}
    outside = wanted(tx, viewer, CaseFilter(has_outside_number=True), select(_c.outside_number, _c.number))
    for old, number in tx.connection.execute(outside):
        if old in asked:
            found.setdefault(old, number)
    return found


def same_matters(tx: Transaction, viewer: Viewer, asked: Iterable[Likeness]) -> dict[Likeness, str]:
    """The likenesses that a case has already, with its number. Sealed cases are left out: they are a secret."""
    looked_for = set(asked)
    if not looked_for:
        return {}
    subjects = {(subject, day) for _, subject, day in looked_for}
    found: dict[Likeness, str] = {}
    rows = _near(tx, viewer, subjects)
    while chunk := list(islice(rows, _AT_ONCE)):
        people = identities.read(tx, [case_id for case_id, *_ in chunk], _PERSON)
        for case_id, number, subject, day in chunk:
            for person in people[case_id].values():
                like = (fold(str(person)), subject, day)
                if like in looked_for:
                    found[like] = number
    return found


def _near(
    tx: Transaction, viewer: Viewer, subjects: set[tuple[str, date]]
) -> Iterator[tuple[int, str, str, date]]:
    """The cases of the same days with the same subject."""
    days = [day for _, day in subjects]
    since, until = _midnight(min(days)), _midnight(max(days) + timedelta(days=1))
    which = CaseFilter(received_from=since, received_to=until, sealed=False)
    rows: Any = tx.connection.execute(
        wanted(tx, viewer, which, select(_c.id, _c.number, _c.subject, _c.received_at))
    )
    for case_id, number, subject, at in rows:
        key = (fold(subject), moment(at, OFFICE_ZONE).date())
        if key in subjects:
            yield case_id, number, *key


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=OFFICE_ZONE)
