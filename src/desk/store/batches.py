"""Old registers that came in as whole batches: staged unseen, made visible by one switch, undone as a whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, Integer, bindparam, exists, func, insert, literal, or_, select, update

from desk.domain.draft import Value
from desk.domain.errors import DeskError, NotFound
from desk.store import happenings, identities, kept_counts, registration, repeats, schema, search_index
from desk.store.cipher import Cipher
from desk.store.encoding import document, micros, moment
from desk.store.registration import NewCase
from desk.store.statement import Statement, inserting
from desk.store.transaction import Series, Transaction

State = Literal["staged", "visible", "undone"]

_b, _c, _s = schema.import_batch.c, schema.complaint.c, schema.serial.c
_HIDDEN = Statement(select(_b.id).where(_b.state != "visible"))
_STATE = Statement(select(_b.state).where(_b.id == bindparam("batch_")))
_LAST_ID = Statement(select(func.coalesce(func.max(_c.id), 0)))
_CASES, _CONTENT, _SERIALS = (inserting(t) for t in (schema.complaint, schema.content, schema.serial))
_IDENTITIES, _KEYS, _REPEATS = (inserting(t) for t in (schema.identity, schema.value_key, schema.repeat_key))
_HAPPENINGS, _CLOCKS = inserting(schema.happening, counted=True), inserting(schema.clock)
_IDS = select(func.nextval(func.pg_get_serial_sequence("complaint", "id"))).select_from(
    func.generate_series(1, bindparam("count", type_=Integer))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One file that was taken in. ``digest`` is keyed and covers every row that became a case."""

    id: int
    name: str
    sha256: str
    digest: str
    state: State
    offered: int
    imported: int
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Staged:
    """A case of a batch with the number that it bears."""

    case: NewCase
    number: str


@dataclass(frozen=True, slots=True)
class Ready:
    """A case as its tables take it, but for its id."""

    one: Staged
    opened: Mapping[str, Value]
    facts: bytes
    hidden: list[tuple[str, bytes]]
    repeats: list[dict[str, Any]]
    told: list[bytes]
    index: search_index.Ready


def begin(tx: Transaction, *, name: str, sha256: str, offered: int, by: str) -> int:
    """A new batch that nobody sees yet; its id."""
    row = {
        "name": name, "sha256": sha256, "digest": "", "state": "staged", "by": by, "offered": offered, "imported": 0,
        "at": micros(tx.now()),
    }  # fmt: skip
    return int(tx.connection.execute(insert(schema.import_batch).returning(_b.id), row).scalar_one())


def series_of(rulebook: str, batch: int) -> Series:
    """The series that the numbers of a batch belong to: old numbers never mix with the office's own."""
    return (rulebook, f"import:{batch}", "")


def ready(keys: Cipher, one: Staged, *, in_file: bool) -> Ready:
    """A case made ready to be staged, without a transaction: the counter does not wait for this."""
    case = one.case
    opened, hidden = identities.split(case.values, sealed=case.sealed, named=case.identity)
    text = search_index.searched(one.number, opened, hidden, sealed=case.sealed)
    return Ready(
        one, opened, document(opened), [(fact, document({fact: value})) for fact, value in hidden.items()],
        repeats.digests(keys, case.values), [happenings.told(entry) for entry in case.timeline],
        search_index.ready(keys, text, in_file=in_file),
    )  # fmt: skip


def stage(tx: Transaction, batch: int, taken: int, cases: Sequence[Ready]) -> None:
    """Writes cases with their numbers, unseen until ``show``; ``taken`` is how many the batch has already.

    Raises ``DeskError`` when the batch was given up meanwhile, or somebody else goes on with it.
    """
    if _STATE.row(tx.connection, {"batch_": batch}) != ("staged",):
        raise DeskError("not_open", f"第 {batch} 批已经放弃", "请重新导入", "batch")
    series = series_of(cases[0].one.case.rulebook, batch)
    whole = list(zip(_new_ids(tx, len(cases)), cases, strict=True))
    connection = tx.connection
    _CASES.run_many(
        connection, [registration.case_row(id_, r.one.number, r.one.case, r.opened) for id_, r in whole]
    )
    _CONTENT.run_many(connection, [{"case_id": id_, "facts": r.facts} for id_, r in whole])
    _write_parts(tx, whole)
    _move_counter(tx, series, taken, len(cases))
    _SERIALS.run_many(
        connection, [_serial(series, n, id_, r.one) for n, (id_, r) in enumerate(whole, taken + 1)]
    )
    for id_, r in whole:
        search_index.add_ready(tx, id_, r.index)


def _new_ids(tx: Transaction, count: int) -> list[int]:
    if tx.on_sqlite:
        last = _LAST_ID.number(tx.connection, {})
        return list(range(last + 1, last + count + 1))
    return [int(id_) for id_ in tx.connection.execute(_IDS, {"count": count}).scalars()]


def _write_parts(tx: Transaction, whole: Sequence[tuple[int, Ready]]) -> None:
    connection = tx.connection
    _IDENTITIES.run_many(
        connection,
        [identities.closed_row(tx, id_, fact, plain) for id_, r in whole for fact, plain in r.hidden],
    )
    _KEYS.run_many(connection, [row for id_, r in whole for row in registration.value_keys(id_, r.opened)])
    _REPEATS.run_many(connection, [{"case_id": id_, **row} for id_, r in whole for row in r.repeats])
    _HAPPENINGS.run_many(
        connection,
        [
            registration.happening_row(tx, id_, entry, plain)
            for id_, r in whole
            for entry, plain in zip(r.one.case.timeline, r.told, strict=True)
        ],
    )
    _CLOCKS.run_many(
        connection, [registration.clock_row(id_, clock) for id_, r in whole for clock in r.one.case.clocks]
    )


def _move_counter(tx: Transaction, series: Series, taken: int, count: int) -> None:
    c = schema.series_counter.c
    rulebook, name, period = series
    if taken:
        same = (c.rulebook == rulebook, c.series == name, c.period == period, c.last == taken)
        moved = tx.connection.execute(update(schema.series_counter).where(*same).values(last=taken + count))
        if not moved.rowcount:
            raise DeskError("not_alone", "别的窗口正在导入同一批", "请等它完成", "batch")
    else:
        row = {"rulebook": rulebook, "series": name, "period": period, "last": count}
        tx.connection.execute(insert(schema.series_counter), row)
    tx.taken[series] = taken + count


def _serial(series: Series, n: int, case_id: int, one: Staged) -> dict[str, Any]:
    rulebook, name, period = series
    return {
        "rulebook": rulebook, "series": name, "period": period, "n": n, "text": one.number, "case_id": case_id,
        "paper_ref": None, "at": micros(one.case.registered_at), "by": one.case.first_receiver,
    }  # fmt: skip


def show(tx: Transaction, batch: int, *, digest: str, imported: int) -> None:
    """The one switch: all cases of the batch are there for everybody from this commit on."""
    kept_counts.forget_all(tx)
    values = {"state": "visible", "digest": digest, "imported": imported}
    tx.connection.execute(update(schema.import_batch).where(_b.id == batch).values(**values))


def hide(tx: Transaction, batch: int, *, reason: str, by: str) -> int:
    """Takes the batch back for good; each of its numbers becomes void with the reason. How many there were."""
    kept_counts.forget_all(tx)
    void = schema.serial_void
    of_batch = select(
        _s.rulebook, _s.series, _s.period, _s.n, literal(reason), literal(micros(tx.now())), literal(by)
    ).where(_s.series == f"import:{batch}")
    tx.connection.execute(insert(void).from_select([column.name for column in void.c], of_batch))
    tx.connection.execute(update(schema.import_batch).where(_b.id == batch).values(state="undone"))
    return _so_far(tx, batch)


def acted_on(tx: Transaction, batch: int) -> str:
    """The number of a case of the batch on which something was done since, empty if there is none.

    Looking is no act. On a server a writer holds the cases, so that none is acted on meanwhile.
    """
    if tx.writes and not tx.on_sqlite:
        tx.connection.execute(select(_c.id).where(_c.batch == batch).with_for_update()).all()
    a, link, act = schema.audit.c, schema.link.c, schema.audit.c.act
    done = exists().where(a.case_id == _c.id, act.not_like("look%"), act.not_like("%!_look", escape="!"))
    linked = exists().where(or_(link.case_id == _c.id, link.other_id == _c.id))
    query = select(_c.number).where(_c.batch == batch, or_(_c.version > 1, done, linked)).limit(1)
    return str(tx.connection.execute(query).scalar() or "")


def visible(tx: Transaction) -> list[ColumnElement[bool]]:
    """What a query of cases must ask besides, so that staged and undone ones are not there; often nothing."""
    unseen = sorted(hidden(tx))
    return [or_(_c.batch.is_(None), _c.batch.not_in(unseen))] if unseen else []


def hidden(tx: Transaction) -> frozenset[int]:
    """The batches that are staged or were taken back; often none."""
    return frozenset(batch for (batch,) in _HIDDEN.rows(tx.connection, {}))


def seen_among(tx: Transaction, ids: Sequence[int]) -> list[int]:
    """Those of ``ids`` that are there, in their order."""
    conditions = visible(tx)
    if not conditions:
        return list(ids)
    found = set(tx.connection.execute(select(_c.id).where(_c.id.in_(ids), *conditions)).scalars())
    return [case_id for case_id in ids if case_id in found]


def of_id(tx: Transaction, batch: int) -> Batch:
    """One batch, held for this desk while writing. Raises ``NotFound``."""
    query = select(schema.import_batch).where(_b.id == batch)
    row = tx.connection.execute(query.with_for_update() if tx.writes else query).mappings().first()
    if row is None:
        raise NotFound("no_batch", f"没有第 {batch} 批导入。", "请核对批号。", "batch")
    return _batch(row)


def all_of(tx: Transaction) -> tuple[Batch, ...]:
    """All batches, the newest first; ``imported`` of a staged one is how many cases it has so far."""
    rows = tx.connection.execute(select(schema.import_batch).order_by(_b.id.desc())).mappings()
    found = [_batch(row) for row in rows]
    return tuple(
        replace(one, imported=_so_far(tx, one.id)) if one.state == "staged" else one for one in found
    )


def rows_of(tx: Transaction, batch: int) -> list[int]:
    """The rows of its file that a batch has, in the order in which they were written."""
    keys = tx.connection.execute(select(_c.key).where(_c.batch == batch).order_by(_c.id)).scalars()
    return [int(key.rpartition(":")[2]) for key in keys]


def _so_far(tx: Transaction, batch: int) -> int:
    counted = select(func.count()).select_from(schema.complaint).where(_c.batch == batch)
    return int(tx.connection.execute(counted).scalar_one())


def _batch(row: Any) -> Batch:
    return Batch(**{**row, "at": moment(row["at"])})
