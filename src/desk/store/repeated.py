"""Earlier cases that look related: of the same person or about the same object, and how many there are."""

from collections.abc import Mapping

from sqlalchemy import func, select

from desk.domain.draft import Value, Values
from desk.domain.viewer import Viewer
from desk.store import case_list, identities, repeats, schema
from desk.store.case_filter import CaseFilter
from desk.store.case_list import CaseRow
from desk.store.encoding import facts
from desk.store.transaction import Transaction

SHOWN = 20
_r = schema.repeat_key.c
_c = schema.complaint.c


def rows(tx: Transaction, viewer: Viewer, values: Values) -> tuple[CaseRow, ...]:
    """The newest cases that share a person or an object with ``values``, as far as the viewer may know of them.

    Sealed cases are left out: that somebody has reported before is itself a secret.
    """
    digests = _digests(tx, values)
    if not digests:
        return ()
    related = (
        select(_r.case_id).join(schema.complaint, _c.id == _r.case_id)
        .where(_r.digest.in_(digests), ~_c.sealed).distinct().order_by(_r.case_id.desc()).limit(SHOWN)
    )  # fmt: skip
    ids = frozenset(tx.connection.execute(related).scalars())
    return case_list.page(tx, viewer, CaseFilter(ids=ids), limit=SHOWN) if ids else ()


def counts(tx: Transaction, case_id: int) -> Mapping[str, int]:
    """How often the same person complained and the same object was complained of, this case included."""
    own = _digests(tx, _facts(tx, case_id))
    query = select(_r.what, func.count(_r.case_id.distinct())).where(_r.digest.in_(own)).group_by(_r.what)
    found = {what: int(n) for what, n in tx.connection.execute(query)}
    by_person = max(found.get("phone", 0), found.get("id", 0))
    return {
        **({"same_person": by_person} if by_person else {}),
        **({"same_object": found["object"]} if "object" in found else {}),
    }


def _digests(tx: Transaction, values: Mapping[str, Value]) -> list[bytes]:
    return [tx.cipher.digest(what, text) for what, text in dict.fromkeys(repeats.keys(values)) if text]


def _facts(tx: Transaction, case_id: int) -> dict[str, Value]:
    content = schema.content.c
    opened = tx.connection.execute(select(content.facts).where(content.case_id == case_id)).scalar()
    return {**facts(opened or b""), **identities.read(tx, [case_id])[case_id]}
