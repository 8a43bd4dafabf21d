"""Earlier cases that look related: of the same person or about the same object, and how many there are."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, and_, func, select

from desk.domain.case import Case
from desk.domain.draft import Values
from desk.domain.moments import months_before
from desk.domain.viewer import Viewer
from desk.rulebook.limits import parse_limit
from desk.rulebook.model import Rulebook
from desk.store import case_list, repeats, schema
from desk.store.case_filter import CaseFilter
from desk.store.case_list import CaseRow
from desk.store.encoding import micros
from desk.store.transaction import Transaction

SHOWN = 20
_r = schema.repeat_key.c
_c = schema.complaint.c


def rows(tx: Transaction, viewer: Viewer, values: Values) -> tuple[CaseRow, ...]:
    """The newest cases that share a person or an object with ``values``, as far as the viewer may know of them.

    Sealed cases are left out: that somebody has reported before is itself a secret.
    """
    digests = _digests(tx, values, objects=False) + _digests(tx, values, objects=True)
    if not digests:
        return ()
    related = (
        select(_r.case_id).join(schema.complaint, _c.id == _r.case_id)
        .where(_r.digest.in_(digests), ~_c.sealed).distinct().order_by(_r.case_id.desc()).limit(SHOWN)
    )  # fmt: skip
    ids = frozenset(tx.connection.execute(related).scalars())
    return case_list.page(tx, viewer, CaseFilter(ids=ids), limit=SHOWN) if ids else ()


def counts(tx: Transaction, rulebook: Rulebook, case: Case) -> Mapping[str, int]:
    """How often what the rulebook counts (``repeat``) came before and with this case, as far back as it says.

    The same matter is the same object and category by different people; the same event the same person and object.
    """
    if not rulebook.repeats:
        return {}
    people, objects = _digests(tx, case.values, objects=False), _digests(tx, case.values, objects=True)
    by_person, of_object = _c.id.in_(_holding(people)), _c.id.in_(_holding(objects))
    conditions: dict[str, tuple[bool, ColumnElement[bool]]] = {
        "same_person": (bool(people), by_person),
        "same_object": (bool(objects), of_object),
        "same_matter": (bool(objects), and_(of_object, _c.category == case.category, ~by_person)),
        "same_event": (bool(people and objects), and_(by_person, of_object)),
    }
    found: dict[str, int] = {}
    for repeat in rulebook.repeats:
        known, condition = conditions[repeat.fact]
        if known:
            others = _number(tx, case, condition, _since(repeat.within, case.received_at))
            found[repeat.fact] = others + (repeat.fact == "same_matter")
    return found


def _number(tx: Transaction, case: Case, condition: ColumnElement[bool], since: datetime | None) -> int:
    query = select(func.count()).select_from(schema.complaint).where(condition)
    query = query.where(_c.received_at <= micros(case.received_at))
    if since is not None:
        query = query.where(_c.received_at >= micros(since))
    return int(tx.connection.execute(query).scalar_one())


def _digests(tx: Transaction, values: Values, *, objects: bool) -> list[bytes]:
    """What the store knows a case again by: its people, or its objects."""
    found = dict.fromkeys(repeats.keys(values))
    return [tx.cipher.digest(what, text) for what, text in found if text and (what == "object") == objects]


def _holding(digests: list[bytes]) -> Select[tuple[int]]:
    return select(_r.case_id).where(_r.digest.in_(digests))


def _since(within: str, received: datetime) -> datetime | None:
    """The moment from which earlier matters count; None for all time."""
    limit = parse_limit(within)
    match limit.unit:
        case "mo":
            return months_before(received, limit.amount)
        case "y":
            return months_before(received, 12 * limit.amount)
        case "w":
            return received - timedelta(weeks=limit.amount)
        case "d":
            return received - timedelta(days=limit.amount)
    return None
