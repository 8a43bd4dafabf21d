"""Putting a new case on record: all its rows, and its number as late as possible, in the caller's transaction."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy import text as sql

from desk.domain.case import Happening
from desk.domain.clocks import ClockState
from desk.domain.draft import NOTHING, Value, Values
from desk.rulebook.facts import FACTS
from desk.store import counters, happenings, identities, repeats, schema, search_index
from desk.store.encoding import document, dump, micros, number_key, text, zone_name
from desk.store.statement import Statement, inserting
from desk.store.transaction import Transaction

NEVER = 2**62
"""The due moment of a case with no running clock: sorts after every real one."""

_LONGEST_KEY = 200


@dataclass(frozen=True, slots=True)
class Numbering:
    """Which series gives the number, in which period, and how a serial is written."""

    series: str
    period: str
    text_of: counters.TextOf


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCase:
    """A matter ready to be registered. ``key`` makes the act idempotent: the same key is the same case.

    ``levels`` maps scales to levels, the governing scale first; ``level_rank`` is that level's place in its scale.
    ``identity`` names the rulebook's own fields that are identity besides the known ones.
    ``batch`` is the import that it came with.
    """

    key: str
    rulebook: str
    rulebook_version: str
    kind: str
    channel: str
    category: str = ""
    station: str = ""
    state: str
    levels: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    level_rank: int = 0
    received_at: datetime
    registered_at: datetime
    handed_on_at: datetime | None = None
    first_receiver: str
    values: Values = field(default_factory=lambda: NOTHING)
    identity: frozenset[str] = frozenset()
    sealed: bool = False
    anonymous: bool = False
    timeline: tuple[Happening, ...] = ()
    clocks: tuple[ClockState, ...] = ()
    batch: int | None = None


@dataclass(frozen=True, slots=True)
class Registered:
    """The case's id and number. ``earlier`` is true where the key had been registered before: nothing was done then."""

    id: int
    number: str
    earlier: bool = False


PAD = "pad_number"
"""The number printed on the pad on which a matter was written first: no two cases have the same."""

_c = schema.complaint.c
_BY_KEY = Statement(select(_c.id, _c.number).where(_c.key == bindparam("key_")))
_LAST_ID = Statement(select(func.coalesce(func.max(_c.id), 0)))
_INSERT = inserting(schema.complaint)
_INSERT_CONTENT = inserting(schema.content)
_INSERT_KEYS = inserting(schema.value_key)
_INSERT_HAPPENINGS = inserting(schema.happening, counted=True)
_INSERT_CLOCK = inserting(schema.clock)


def insert(tx: Transaction, new: NewCase, numbering: Numbering) -> Registered:
    """Registers ``new`` and takes its number. The same key again returns the earlier case and changes nothing."""
    if not tx.on_sqlite:
        # Two desks that send the same key at once: the second waits here and then finds the first one's case.
        tx.connection.execute(
            sql("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))"), {"key": new.key}
        )
    if earlier := _BY_KEY.row(tx.connection, {"key_": new.key}):
        return Registered(earlier[0], earlier[1], earlier=True)
    case_id = _next_id(tx)
    opened, hidden = identities.split(new.values, sealed=new.sealed, named=new.identity)
    series = (new.rulebook, numbering.series, numbering.period)
    who: dict[str, Any] = {"by": new.first_receiver, "at": new.registered_at}
    if not tx.on_sqlite:  # other desks wait for the counter: all that can be written before it is
        _write_parts(tx, case_id, new, opened, hidden)
    n, number = counters.move(tx, series, numbering.text_of, **who)
    _INSERT.run(tx.connection, case_row(case_id, number, new, opened))
    if (
        tx.on_sqlite
    ):  # a parent that comes after its children makes SQLite look through every table that refers to it
        _write_parts(tx, case_id, new, opened, hidden)
    tx.moments.update((micros(new.received_at), *(micros(entry.at) for entry in new.timeline)))
    counters.record(tx, series, n, number, **who, ref=counters.Reference(case_id=case_id))
    search_index.add(tx, case_id, search_index.searched(number, opened, hidden, sealed=new.sealed))
    return Registered(case_id, number)


def _next_id(tx: Transaction) -> int:
    if tx.on_sqlite:  # the writer is alone, and cases are never deleted
        return _LAST_ID.number(tx.connection, {}) + 1
    following = sql("SELECT nextval(pg_get_serial_sequence('complaint', 'id'))")
    return int(tx.connection.execute(following).scalar_one())


def _write_parts(
    tx: Transaction, case_id: int, new: NewCase, opened: Mapping[str, Value], hidden: Mapping[str, Value]
) -> None:
    connection = tx.connection
    _INSERT_CONTENT.run(connection, {"case_id": case_id, "facts": document(opened)})
    identities.write(tx, case_id, hidden)
    _INSERT_KEYS.run_many(connection, value_keys(case_id, opened))
    repeats.write(tx, case_id, {**opened, **hidden})
    _INSERT_HAPPENINGS.run_many(connection, (happening_row(tx, case_id, entry) for entry in new.timeline))
    _INSERT_CLOCK.run_many(connection, (clock_row(case_id, state) for state in new.clocks))


def case_row(case_id: int, number: str, new: NewCase, opened: Mapping[str, Value]) -> dict[str, Any]:
    """The case's own row."""
    received = new.received_at
    return {
        "id": case_id, "key": new.key, "number": number, "number_key": number_key(number),
        "rulebook": new.rulebook, "rulebook_version": new.rulebook_version, "kind": new.kind,
        "channel": new.channel, "category": new.category, "station": new.station, "state": new.state,
        **level_columns(new.levels, new.level_rank),
        "received_at": micros(received), "registered_at": micros(new.registered_at),
        "handed_on_at": micros(new.handed_on_at) if new.handed_on_at else None,
        "zone": zone_name(received.tzinfo), "received_month": received.year * 100 + received.month,
        "first_receiver": new.first_receiver, **due_columns(new.clocks), **fact_columns(opened),
        "anonymous": new.anonymous, "sealed": new.sealed, "version": 1, "batch": new.batch,
    }  # fmt: skip


def level_columns(levels: Mapping[str, str], rank: int) -> dict[str, Any]:
    """The governing level, its rank for sorting, and all levels."""
    return {"levels": dump(dict(levels)), "level": next(iter(levels.values()), ""), "level_rank": rank}


def fact_columns(opened: Mapping[str, Value]) -> dict[str, Any]:
    """The open facts that lists show and sort by."""
    amount = opened.get("amount")
    subject = opened.get("subject") or opened.get(identities.SUMMARY)
    return {
        "subject": text(subject), "respondent": text(opened.get("respondent.name")),
        "department": text(opened.get("department")), "outside_number": text(opened.get("outside.number")),
        "amount": amount if isinstance(amount, int) else None,
    }  # fmt: skip


def due_columns(clocks: tuple[ClockState, ...]) -> dict[str, Any]:
    """When the case is due next and by which clock."""
    # A paused clock is not due: its date moves on for as long as it stands still.
    counted = (state for state in clocks if state.is_running and state.standing != "paused")
    running = [(micros(state.due), state.id) for state in counted if state.due]
    due, name = min(running, default=(NEVER, ""))
    return {"next_due_at": due, "next_clock": name}


def value_keys(case_id: int, opened: Mapping[str, Value]) -> list[dict[str, Any]]:
    """Typed keys of the rulebook's own fields, by which lists are searched and sorted, and of the pad number."""
    rows = []
    for fact, value in opened.items():
        if fact in FACTS and fact != PAD:
            continue
        row: dict[str, Any] = {"case_id": case_id, "fact": fact, "text": None, "number": None, "day": None}
        match value:
            case bool() | int():
                row["number"] = int(value)
            case date():
                row["day"] = value.isoformat()[:10]
            case str():
                row["text"] = text(value)[:_LONGEST_KEY]
            case _:
                continue
        rows.append(row)
    return rows


def happening_row(
    tx: Transaction, case_id: int, entry: Happening, plain: bytes | None = None
) -> dict[str, Any]:
    """One entry of the timeline; its note and facts (``plain``) are sealed, since they may name people."""
    details = happenings.told(entry) if plain is None else plain
    return {
        "case_id": case_id, "step": entry.step, "at": micros(entry.at), "by": entry.by, "undone": entry.undone,
        "details": tx.cipher.seal(details, f"happening:{case_id}"),
    }  # fmt: skip


def clock_row(case_id: int, state: ClockState) -> dict[str, Any]:
    """One clock as it stands."""
    return {
        "case_id": case_id, "clock": state.id, "starts_at": micros(state.starts),
        "due_at": micros(state.due) if state.due else None,
        "target_at": micros(state.target) if state.target else None,
        "done_at": micros(state.done_at) if state.done_at else None,
        "provisional": state.provisional, "steps": dump(state.steps),
    }  # fmt: skip
