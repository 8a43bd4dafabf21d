"""Cases as a viewer may see them, and what is saved about them. New ones come by ``registration.insert``."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select, update

from desk.domain.case import Case, Happening
from desk.domain.clocks import ClockState
from desk.domain.errors import Forbidden, NotFound
from desk.domain.viewer import Viewer
from desk.store import batches, conflicts, schema
from desk.store.case_rows import COLUMNS, Eyes, Row, eyes, put_together, put_together_for
from desk.store.encoding import micros, moment, number_key, zone_of
from desk.store.registration import clock_row, due_columns, happening_row
from desk.store.statement import Statement, inserting
from desk.store.transaction import Transaction

Ref = int | str
"""A case by its id or by its number."""

NOBODY = Eyes(None)
_c = schema.complaint.c
_k = schema.clock.c
_BY_ID = select(*COLUMNS).where(_c.id == bindparam("id_"))
_BY_NUMBER = (
    select(*COLUMNS)
    .where(_c.number_key == bindparam("key_"), _c.number == bindparam("number_"))
    .order_by(_c.id.desc())
)
_ROWS = {
    (query is _BY_ID, hold): Statement(query.with_for_update() if hold else query)
    for query in (_BY_ID, _BY_NUMBER)
    for hold in (False, True)
}
_SEALED = Statement(select(_c.sealed).where(_c.id == bindparam("case_")))
_ERASED = Statement(select(schema.erasure.c.case_id).where(schema.erasure.c.case_id == bindparam("case_")))
_HAPPEN = Statement(
    insert(schema.happening).returning(schema.happening.c.id),
    [column.name for column in schema.happening.c if column.name != "id"],
)
_DROP_CLOCKS = Statement(delete(schema.clock).where(_k.case_id == bindparam("case_")))
_INSERT_CLOCKS = inserting(schema.clock)
_DUE = Statement(update(schema.complaint).where(_c.id == bindparam("case_")), ["next_due_at", "next_clock"])


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockRow:
    """A clock as it was last saved, for lists and registers that do not reckon again."""

    id: str
    starts: datetime
    due: datetime | None
    target: datetime | None
    done_at: datetime | None
    provisional: bool
    steps: tuple[str, ...]


def get(tx: Transaction, ref: Ref, viewer: Viewer) -> Case:
    """The case as ``viewer`` may see it. A case that is kept from the viewer is told like one that does not exist."""
    return put_together(tx, [_known(tx, ref, viewer)], eyes(tx, viewer))[0]


def seen_and_whole(tx: Transaction, ref: Ref, viewer: Viewer) -> tuple[Case, Case]:
    """The case as ``viewer`` may see it and as the rules judge it (``get`` and ``whole``), read once."""
    row = _known(tx, ref, viewer, hold=tx.writes)
    [(seen, whole)] = put_together_for(tx, [row], eyes(tx, viewer), NOBODY)
    return seen, whole


def known(tx: Transaction, ref: Ref, viewer: Viewer) -> int:
    """The id of a case that this viewer may know of. Raises ``NotFound``."""
    return int(_known(tx, ref, viewer).id)


def number_of(tx: Transaction, ref: Ref, viewer: Viewer) -> str:
    """The number of a case that this viewer may know of. Raises ``NotFound``."""
    return str(_known(tx, ref, viewer).number)


def exists(tx: Transaction, ref: Ref, viewer: Viewer) -> bool:
    """Whether there is such a case for this viewer."""
    by = _c.id == ref if isinstance(ref, int) else _c.number == ref
    found = tx.connection.execute(select(_c.id).where(by, *batches.visible(tx))).scalars()
    kept = conflicts.kept_from(tx, viewer)
    return any(case_id not in kept for case_id in found)


def whole(tx: Transaction, ref: Ref) -> Case:
    """The case with all identities in plain words: for rules and papers inside a service, never to be shown.

    While writing it is held for this desk until the commit, so that an act is judged by what the case then is.
    """
    return put_together(tx, [_row(tx, ref, hold=tx.writes)], NOBODY)[0]


def judged(tx: Transaction, ref: Ref, viewer: Viewer) -> Case:
    """The same of a case that this viewer may know of, found and read at once. Raises ``NotFound``."""
    return put_together(tx, [_known(tx, ref, viewer, hold=tx.writes)], NOBODY)[0]


def manual_of(tx: Transaction, ref: Ref) -> tuple[str, str] | None:
    """The manual (id, version) under which a case was taken in; None where there is no such case."""
    by = _c.id == ref if isinstance(ref, int) else _c.number == ref
    row = tx.connection.execute(
        select(_c.rulebook, _c.rulebook_version).where(by, *batches.visible(tx))
    ).first()
    return (row.rulebook, row.rulebook_version) if row else None


def is_sealed(tx: Transaction, case_id: int) -> bool:
    """Whether the case is sealed, so that its words are identity too."""
    return bool(_SEALED.number(tx.connection, {"case_": case_id}))


def is_erased(tx: Transaction, case_id: int) -> bool:
    """Whether the case's personal content has been destroyed."""
    return _ERASED.row(tx.connection, {"case_": case_id}) is not None


def refuse_erased(tx: Transaction, case_id: int) -> None:
    """Raise ``Forbidden`` where what the case said of people has been destroyed: nothing new is written to it.

    On a server this waits for a desk that destroys it just now, and lets none begin before what is written is there.
    """
    if not tx.on_sqlite:
        tx.connection.execute(
            select(_c.id).where(_c.id == case_id).with_for_update(key_share=True, read=True)
        ).all()
    if is_erased(tx, case_id):
        raise Forbidden("erased", "这件的个人内容已经销毁，只留编号和结果", "新的事请另行登记", "number")


def has_step(tx: Transaction, case_id: int, step: str) -> bool:
    """Whether this step ever stood in the case's timeline."""
    h = schema.happening.c
    query = select(h.id).where(h.case_id == case_id, h.step == step).limit(1)
    return tx.connection.execute(query).first() is not None


def happen(tx: Transaction, case_id: int, entry: Happening) -> int:
    """Adds an entry to the case's timeline and gives its id. Raises ``Forbidden`` for a case that was erased."""
    refuse_erased(tx, case_id)
    tx.moments.add(micros(entry.at))
    return _HAPPEN.number(tx.connection, happening_row(tx, case_id, entry))


def undo(tx: Transaction, case_id: int, step: str) -> None:
    """Marks the latest standing ``step`` of the case as undone; the entry stays. Raises ``NotFound`` if there is none."""
    h = schema.happening.c
    latest = (
        select(h.id).where(h.case_id == case_id, h.step == step, ~h.undone).order_by(h.at.desc(), h.id.desc())
    )
    found = tx.connection.execute(latest.limit(1)).scalar()
    if found is None:
        raise NotFound("no_step", "没有可以撤销的这一步。", "请刷新后查看办理过程。", "step")
    tx.connection.execute(update(schema.happening).where(h.id == found).values(undone=True))


def set_clocks(tx: Transaction, case_id: int, states: Sequence[ClockState]) -> None:
    """Saves the case's clocks as they now stand, and with them when it is due next."""
    _DROP_CLOCKS.run(tx.connection, {"case_": case_id})
    _INSERT_CLOCKS.run_many(tx.connection, (clock_row(case_id, state) for state in states))
    _DUE.run(tx.connection, {**due_columns(tuple(states)), "case_": case_id})


def clocks(tx: Transaction, case_id: int) -> tuple[ClockRow, ...]:
    """The saved clocks of a case, the earliest due first."""
    zone = zone_of(tx.connection.execute(select(_c.zone).where(_c.id == case_id)).scalar_one())
    rows = tx.connection.execute(
        select(schema.clock).where(_k.case_id == case_id).order_by(_k.due_at, _k.clock)
    )

    def at(micros: int | None) -> datetime | None:
        return None if micros is None else moment(micros, zone)

    return tuple(
        ClockRow(
            id=row.clock, starts=moment(row.starts_at, zone), due=at(row.due_at), target=at(row.target_at),
            done_at=at(row.done_at), provisional=bool(row.provisional), steps=tuple(json.loads(row.steps)),
        )
        for row in rows
    )  # fmt: skip


def all_of(tx: Transaction, ids: Iterable[int], viewer: Viewer) -> tuple[Case, ...]:
    """Several cases as ``viewer`` may see them, in the order of ``ids``; those kept from the viewer are left out."""
    kept = conflicts.kept_from(tx, viewer)
    wanted = [case_id for case_id in ids if case_id not in kept]
    rows = {
        row.id: row
        for row in tx.connection.execute(select(*COLUMNS).where(_c.id.in_(wanted), *batches.visible(tx)))
    }
    return tuple(put_together(tx, [rows[case_id] for case_id in wanted if case_id in rows], eyes(tx, viewer)))


def all_whole(tx: Transaction, ids: Sequence[int]) -> tuple[Case, ...]:
    """Several cases with all identities, in the order of ``ids``: for rules inside a service, never to be shown."""
    rows = {row.id: row for row in tx.connection.execute(select(*COLUMNS).where(_c.id.in_(ids)))}
    return tuple(put_together(tx, [rows[case_id] for case_id in ids], NOBODY))


def _known(tx: Transaction, ref: Ref, viewer: Viewer, *, hold: bool = False) -> Row:
    row = _row(tx, ref, hold=hold)
    if row.id in conflicts.kept_from(tx, viewer):
        raise _missing(ref)
    return row


def _row(tx: Transaction, ref: Ref, *, hold: bool = False) -> Row:
    """The newest visible case of this id or number; the sort key of a number is what has an index."""
    is_id = isinstance(ref, int)
    given = {"id_": ref} if is_id else {"number_": ref, "key_": number_key(str(ref))}
    hidden = batches.hidden(tx)
    for row in map(Row._make, _ROWS[is_id, hold].rows(tx.connection, given)):
        if row.batch is None or row.batch not in hidden:
            return row
    raise _missing(ref)


def _missing(ref: Ref) -> NotFound:
    return NotFound("no_case", f"没有找到“{ref}”这件投诉。", "请核对编号，或用姓名、电话查找。", "number")
