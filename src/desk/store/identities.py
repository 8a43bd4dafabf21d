"""Who the people of a case are: kept apart from its other facts, and given out plain, masked or not at all."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from sqlalchemy import bindparam, select

from desk.domain.draft import Value, Values
from desk.domain.masking import Strength
from desk.domain.viewer import Viewer
from desk.rulebook.facts import FACTS
from desk.store import schema
from desk.store.encoding import document, facts, micros
from desk.store.masks import masked
from desk.store.statement import Among, Statement, inserting
from desk.store.transaction import Transaction

SUMMARY = "summary"
"""The written summary of a sealed case: all that others read of it."""

_SHOWN_WHEN_SEALED = frozenset({SUMMARY, "handler", "approver", "outside.source", "outside.number"})
_SPEAKING = frozenset({"text", "note", "phone", "id_number", "credit_code", "people", "items", "materials"})
"""Types whose values are free words: in a sealed case they may name the reporter, so they are identity too."""

_INSERT = inserting(schema.identity)
_c = schema.identity.c
_ALL = select(_c.case_id, _c.fact, _c.value)
_OF_CASES = Among(_ALL, _c.case_id)
_NAMED = _ALL.where(
    _c.case_id.in_(bindparam("ids", expanding=True)), _c.fact.in_(bindparam("facts", expanding=True))
)
_g = schema.identity_grant.c
_k = schema.complaint.c
_GRANTED = Statement(
    select(_g.case_id, _k.rulebook, _k.rulebook_version)
    .join_from(schema.identity_grant, schema.complaint, _k.id == _g.case_id)
    .where(_g.clerk == bindparam("clerk_"), _g.granted, _g.until > bindparam("now_"))
)
_MANUAL = Statement(select(_k.rulebook, _k.rulebook_version).where(_k.id == bindparam("id_")))


def is_identity(fact: str, value: Value, *, sealed: bool, named: frozenset[str]) -> bool:
    """Whether a fact lies with the identities: the known ones, those that a rulebook names, all words of a sealed case."""
    known = FACTS.get(fact)
    if (known and known.identity) or fact in named:
        return True
    if not sealed or fact in _SHOWN_WHEN_SEALED:
        return False
    return known.type in _SPEAKING if known else not isinstance(value, bool | int | date)


def split(
    values: Values, *, sealed: bool, named: frozenset[str]
) -> tuple[dict[str, Value], dict[str, Value]]:
    """The open facts and the identities of a case."""
    opened: dict[str, Value] = {}
    hidden: dict[str, Value] = {}
    for fact, value in values.items():
        (hidden if is_identity(fact, value, sealed=sealed, named=named) else opened)[fact] = value
    return opened, hidden


def write(tx: Transaction, case_id: int, hidden: Mapping[str, Value]) -> None:
    """Stores the identities of a new case."""
    _INSERT.run_many(tx.connection, (sealed_row(tx, case_id, fact, value) for fact, value in hidden.items()))


def sealed_row(tx: Transaction, case_id: int, fact: str, value: Value | None) -> dict[str, object]:
    """One row of the identity table; None is kept as an empty document, since rows go only by an erasure."""
    return closed_row(tx, case_id, fact, document({fact: value} if value is not None else {}))


def closed_row(tx: Transaction, case_id: int, fact: str, plain: bytes) -> dict[str, object]:
    """The same of a document that was made before."""
    return {"case_id": case_id, "fact": fact, "value": tx.cipher.seal(plain, f"{case_id}:{fact}")}


def read(tx: Transaction, case_ids: Sequence[int], only: Iterable[str] = ()) -> dict[int, dict[str, Value]]:
    """The plain identities of cases, by case: for use inside the store and for papers, never to be shown as they are."""
    found: dict[int, dict[str, Value]] = {case_id: {} for case_id in case_ids}
    if not case_ids:
        return found
    wanted = tuple(only)
    rows: Iterable[Sequence[Any]] = (
        tx.connection.execute(_NAMED, {"ids": list(case_ids), "facts": wanted})
        if wanted
        else _OF_CASES.rows(tx.connection, case_ids)
    )
    for case_id, fact, value in rows:
        found[case_id].update(facts(tx.cipher.open(bytes(value), f"{case_id}:{fact}")))
    return found


def granted(tx: Transaction, viewer: Viewer) -> frozenset[int]:
    """The sealed cases whose identity this viewer may see at this moment."""
    rows = _GRANTED.rows(tx.connection, {"clerk_": viewer.user, "now_": micros(tx.now())})
    return frozenset(case_id for case_id, *manual in rows if viewer.under(*manual).may("see_sealed"))


def sees(tx: Transaction, viewer: Viewer, case_id: int, *, sealed: bool) -> bool:
    """Whether this viewer may see the case's people as they are: by role, of a sealed case only while a grant lasts."""
    if sealed:
        return case_id in granted(tx, viewer)
    return any(
        viewer.under(*manual).may("see_identity") for manual in _MANUAL.rows(tx.connection, {"id_": case_id})
    )


def shown(
    hidden: Mapping[str, Value], viewer: Viewer, strength: Strength, *, sealed: bool, granted: bool
) -> Mapping[str, Value]:
    """What this viewer may see of a case's identities: plain, masked so strongly, or nothing of a sealed case."""
    if sealed:
        return hidden if granted else MappingProxyType({})
    if viewer.may("see_identity"):
        return hidden
    return {fact: masked(fact, value, strength) for fact, value in hidden.items()}
