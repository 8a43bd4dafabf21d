"""Saving what happened to a case: merged where different fields changed, refused where it is the same field."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Table, bindparam, insert, select, update

from desk.domain.case import Before, Case, Happening
from desk.domain.clocks import ClockState
from desk.domain.draft import Value
from desk.domain.errors import Conflict
from desk.rulebook.facts import FACTS
from desk.store import cases, identities, kept_counts, registration, repeats, schema, search_index
from desk.store.encoding import document, micros, moment
from desk.store.statement import Statement, inserting
from desk.store.transaction import Transaction

KIND, CATEGORY, TIME = "kind", "category", "time."
"""How changes that are no fact are recorded: what the case is, and ``time.<step>`` for the moment of a step or the receipt."""

_c, _x = schema.complaint.c, schema.case_change.c
_VERSION = Statement(select(_c.version).where(_c.id == bindparam("case_")).with_for_update())
_SINCE = Statement(select(_x.field).where(_x.case_id == bindparam("case_"), _x.version > bindparam("seen_")))
_CHANGED = Statement(
    insert(schema.case_change), [column.name for column in schema.case_change.c if column.name != "id"]
)
_FACTS = Statement(update(schema.content).where(schema.content.c.case_id == bindparam("case_")), ["facts"])
_ROW = Statement(
    update(schema.complaint).where(_c.id == bindparam("case_")),
    ["state", "version", "levels", "level", "level_rank", "handed_on_at", "subject", "respondent", "department",
     "outside_number", "amount"],
)  # fmt: skip


def _putting(table: Table) -> tuple[Statement, Statement]:
    """The change of the row of a case and fact, and its insertion."""
    same = (table.c.case_id == bindparam("case_"), table.c.fact == bindparam("fact_"))
    values = [column.name for column in table.c if column.name not in ("case_id", "fact")]
    return Statement(update(table).where(*same), values), inserting(table)


_PUT = {table.name: _putting(table) for table in (schema.identity, schema.value_key)}


def save(
    tx: Transaction, case: Case, changed: frozenset[str], seen_version: int, clocks: Sequence[ClockState],
    *, by: str, rank: int = 0, named: frozenset[str],
) -> int:  # fmt: skip
    """Save the case after an act, whose last timeline entry is new; its new version.

    ``changed`` are the facts that the act set; ``named`` the rulebook's own identity fields. Raises ``Conflict`` where
    somebody else set one of them since ``seen_version``.
    """
    cases.refuse_erased(tx, case.id)
    current = _locked(tx, case.id)
    _refuse_same_fields(tx, case.id, changed, seen_version)
    sealed = cases.is_sealed(tx, case.id)
    opened, hidden = identities.split(case.values, sealed=sealed, named=named)
    _write_facts(tx, case.id, opened, {fact: value for fact, value in hidden.items() if fact in changed})
    _empty(tx, case.id, changed - case.values.keys(), sealed=sealed, named=named)
    _write_row(tx, case, opened, current + 1, rank)
    if changed:
        _index(tx, case, opened, hidden, sealed=sealed)
        repeats.add(tx, case.id, {**opened, **hidden})
    _record(tx, case.id, current + 1, {*changed, f"{TIME}{case.timeline[-1].step}"}, by)
    cases.happen(tx, case.id, case.timeline[-1])
    cases.set_clocks(tx, case.id, clocks)
    return current + 1


def restore(
    tx: Transaction, case: Case, back: Before, step: str, entry: Happening, clocks: Sequence[ClockState],
    *, by: str, rank: int = 0, named: frozenset[str],
) -> None:  # fmt: skip
    """Save the case as it was before its latest ``step``: what ``back`` names is put back, the entry stays as undone."""
    current = _locked(tx, case.id)
    sealed = cases.is_sealed(tx, case.id)
    opened, hidden = identities.split(case.values, sealed=sealed, named=named)
    touched = {fact: value for fact, value in hidden.items() if fact in back.values}
    _write_facts(tx, case.id, opened, touched)
    _empty(tx, case.id, back.absent, sealed=sealed, named=named)
    _write_row(tx, case, opened, current + 1, rank)
    _index(tx, case, opened, hidden, sealed=sealed)
    _record(tx, case.id, current + 1, {*back.values, *back.absent, f"{TIME}{step}"}, by)
    cases.undo(tx, case.id, step)
    cases.happen(tx, case.id, entry)
    cases.set_clocks(tx, case.id, clocks)


def tell(
    tx: Transaction, case: Case, entries: Sequence[Happening], clocks: Sequence[ClockState], *, rank: int
) -> None:
    """Save what came about by itself: new levels and dates, with the entries that say so."""
    current = _locked(tx, case.id)
    levels = registration.level_columns(case.levels, rank)
    tx.connection.execute(
        update(schema.complaint).where(_c.id == case.id).values(version=current + 1, **levels)
    )
    for entry in entries:
        cases.happen(tx, case.id, entry)
    cases.set_clocks(tx, case.id, clocks)


def follow(
    tx: Transaction, case: Case, entries: Sequence[Happening], undone: Sequence[str], clocks: Sequence[ClockState],
    *, rank: int,
) -> None:  # fmt: skip
    """Save a case that goes where its lead went: its state, the latest of each of ``undone`` taken back, new entries."""
    tx.connection.execute(update(schema.complaint).where(_c.id == case.id).values(state=case.state))
    for step in undone:
        cases.undo(tx, case.id, step)
    tell(tx, case, entries, clocks, rank=rank)


def reclassify(
    tx: Transaction, case: Case, changed: frozenset[str], seen_version: int, clocks: Sequence[ClockState],
    *, by: str, moved: frozenset[str], rank: int, named: frozenset[str],
) -> None:  # fmt: skip
    """Save the case as another kind of matter or in another category (``moved``: which of them); its number stays.

    Raises ``Conflict`` where somebody else moved it in the same way since ``seen_version``.
    """
    version = _locked(tx, case.id)
    _refuse_same_fields(tx, case.id, moved, seen_version)
    row = {"kind": case.kind, "category": case.category}
    tx.connection.execute(update(schema.complaint).where(_c.id == case.id).values(**row))
    version = save(tx, case, changed, version, clocks, by=by, rank=rank, named=named)
    _record(tx, case.id, version, moved, by)


def retime(
    tx: Transaction,
    case: Case,
    step: str,
    entries: Sequence[Happening],
    clocks: Sequence[ClockState],
    *,
    field: str,
    seen_version: int,
    by: str,
    rank: int,
) -> None:
    """Save a corrected moment: the wrong entry of ``step`` (empty: the receipt) undone, the right ones beside it.

    Raises ``Conflict`` where somebody took the step again, or corrected it, since ``seen_version``.
    """
    version = _locked(tx, case.id)
    _refuse_same_fields(tx, case.id, frozenset({field}), seen_version)
    _record(tx, case.id, version + 1, {field}, by)
    if step:
        cases.undo(tx, case.id, step)
    received = case.received_at
    tx.moments.add(micros(received))
    moments = {
        "received_at": micros(received),
        "received_month": received.year * 100 + received.month,
        "handed_on_at": micros(case.handed_on_at) if case.handed_on_at else None,
    }
    tx.connection.execute(update(schema.complaint).where(_c.id == case.id).values(**moments))
    tell(tx, case, entries, clocks, rank=rank)


def lock(tx: Transaction, case_id: int) -> None:
    """Keep other desks from changing the case until this transaction ends; what is read now is the latest."""
    _locked(tx, case_id)


def _locked(tx: Transaction, case_id: int) -> int:
    """The version of a case that is about to change; on PostgreSQL other desks wait here."""
    version = _VERSION.number(tx.connection, {"case_": case_id})
    kept_counts.touch(tx, case_id)
    return version


def _record(tx: Transaction, case_id: int, version: int, fields: Collection[str], by: str) -> None:
    at = micros(tx.now())
    rows = [
        {"case_id": case_id, "version": version, "field": field, "by": by, "at": at}
        for field in sorted(fields)
    ]
    _CHANGED.run_many(tx.connection, rows)


def last_change(tx: Transaction, case_id: int, field: str) -> tuple[str, datetime] | None:
    """Who changed a field of the case last, and when; None where nobody has since it was taken in."""
    query = select(_x.by, _x.at).where(_x.case_id == case_id, _x.field == field).order_by(_x.version.desc())
    row = tx.connection.execute(query.limit(1)).first()
    return (row.by, moment(row.at).astimezone(tx.now().tzinfo)) if row else None


def _refuse_same_fields(tx: Transaction, case_id: int, changed: frozenset[str], seen_version: int) -> None:
    if not changed:
        return
    since = _SINCE.rows(tx.connection, {"case_": case_id, "seen_": seen_version})
    clashing = tuple(sorted({field for (field,) in since} & changed))
    if clashing:
        raise Conflict(
            "changed_meanwhile", "别人刚刚改了同一处内容", "请刷新后核对，再决定保留哪一个", clashing
        )


def _write_facts(
    tx: Transaction, case_id: int, opened: Mapping[str, Value], hidden: Mapping[str, Value]
) -> None:
    _FACTS.run(tx.connection, {"facts": document(opened), "case_": case_id})
    for fact, value in hidden.items():
        _put(tx, schema.identity, identities.sealed_row(tx, case_id, fact, value))
    for row in registration.value_keys(case_id, opened):
        _put(tx, schema.value_key, row)


def _empty(
    tx: Transaction, case_id: int, facts: Iterable[str], *, sealed: bool, named: frozenset[str]
) -> None:
    """What is not known any more: personal rows go by an erasure only, so they and the keys of lists become empty."""
    for fact in facts:
        if identities.is_identity(fact, "", sealed=sealed, named=named):
            _put(tx, schema.identity, identities.sealed_row(tx, case_id, fact, None))
        elif fact not in FACTS:
            empty = {"case_id": case_id, "fact": fact, "text": None, "number": None, "day": None}
            _put(tx, schema.value_key, empty)


def _put(tx: Transaction, table: Table, row: Mapping[str, object]) -> None:
    """Update the row of this case and fact, or insert it: personal rows are never deleted without an erasure."""
    changing, adding = _PUT[table.name]
    if not changing.touched(tx.connection, {**row, "case_": row["case_id"], "fact_": row["fact"]}):
        adding.run(tx.connection, row)


def _index(
    tx: Transaction, case: Case, opened: Mapping[str, Value], hidden: Mapping[str, Value], *, sealed: bool
) -> None:
    papers = search_index.paper_numbers(tx, [case.id])[case.id]
    text = search_index.searched(case.number, opened, hidden, sealed=sealed, papers=papers)
    search_index.change(tx, case.id, text)


def _write_row(tx: Transaction, case: Case, opened: Mapping[str, Value], version: int, rank: int) -> None:
    values = {
        "state": case.state, "version": version, **registration.level_columns(case.levels, rank),
        "handed_on_at": micros(case.handed_on_at) if case.handed_on_at else None, **registration.fact_columns(opened),
    }  # fmt: skip
    _ROW.run(tx.connection, {**values, "case_": case.id})
