"""The audit: one row for each act, chained by SHA-256, its head held by a keyed MAC.

A row says who did what to which case or paper and names the fields; of values it keeps salted, keyed digests only.
Anyone can check the chain: ``hash = SHA256(hash of the row before, canonical)``, where ``canonical`` is the compact
JSON array ``[n, at, by, act, case_id, paper_id, about, [fields], salt, {field: digest}]`` in UTF-8 and the hash before
the first row is 32 zero bytes. ``at`` is in microseconds since 1970 UTC.
"""

import hashlib
import hmac
import json
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from desk.store import schema
from desk.store.cipher import Cipher
from desk.store.encoding import dump, micros, moment
from desk.store.findings import Finding
from desk.store.statement import Statement, inserting
from desk.store.transaction import Transaction

START = bytes(32)
_ROWS_AT_ONCE = 1000
_CLOCK_SLACK = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something that a user did. ``values`` are the changed facts in words; only their digests are kept."""

    act: str
    by: str
    case_id: int | None = None
    paper_id: int | None = None
    about: str = ""
    fields: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Head:
    """How many rows there are and the first 16 hexadecimal digits of the last one's hash: printed on the register."""

    count: int
    hash16: str


@dataclass(frozen=True, slots=True)
class Record:
    """One row of the audit as people read it."""

    n: int
    at: datetime
    by: str
    act: str
    case_id: int | None
    paper_id: int | None
    about: str
    fields: tuple[str, ...]


_h = schema.audit_head.c
_head_select = select(_h.count, _h.hash, _h.mac).where(_h.id == 1)
_READ_HEAD = Statement(_head_select)
_LOCK_HEAD = Statement(_head_select.with_for_update())
_INSERT = inserting(schema.audit)
_MOVE_HEAD = Statement(
    update(schema.audit_head).where(schema.audit_head.c.id == 1)
    .values(count=bindparam("count_"), hash=bindparam("hash_"), mac=bindparam("mac_"))
)  # fmt: skip


def append(tx: Transaction, act: Act) -> None:
    """Puts ``act`` on record in this transaction; the row is written as the last thing before the mark and the commit."""
    tx.acts.append(act)


def begin(tx: Transaction) -> None:
    """Makes the head of an empty chain, once for each store."""
    start = {"id": 1, "count": 0, "hash": START, "mac": tx.cipher.mac(START, 0)}
    tx.connection.execute(insert(schema.audit_head), start)


def write(tx: Transaction) -> tuple[int, str]:
    """Writes the transaction's acts and moves the head, which every desk locks last. The store calls it."""
    count, digest, _ = _head(tx, _READ_HEAD if tx.on_sqlite else _LOCK_HEAD)
    if not tx.acts:
        return count, digest.hex()
    rows = []
    at = micros(tx.now())
    for act in tx.acts:
        count += 1
        row = _row(tx.cipher, count, at, act)
        digest = row["hash"] = _chained(digest, row)
        rows.append(row)
    _INSERT.run_many(tx.connection, rows)
    moved = {"count_": count, "hash_": digest, "mac_": tx.cipher.mac(digest, count)}
    _MOVE_HEAD.run(tx.connection, moved)
    tx.acts.clear()
    return count, digest.hex()


def head(tx: Transaction) -> Head:
    """The head as printed on the daily register."""
    count, digest, _ = _head(tx, _READ_HEAD)
    return Head(count, digest.hex()[:16])


def _head(tx: Transaction, how: Statement) -> tuple[int, bytes, bytes]:
    row = how.row(tx.connection, {})
    if row is None:
        raise LookupError("the chain has no head")
    count, digest, mac = row
    return count, bytes(digest), bytes(mac)


def records(
    tx: Transaction,
    *,
    case_id: int | None = None,
    acts: Collection[str] = (),
    before: int | None = None,
    limit: int = 200,
) -> tuple[Record, ...]:
    """The newest rows first, of one case or of all; ``before`` is the last row's ``n`` of the page before.

    With ``acts`` only these.
    """
    c = schema.audit.c
    query = (
        select(c.n, c.at, c.by, c.act, c.case_id, c.paper_id, c.about, c.fields)
        .order_by(c.n.desc())
        .limit(limit)
    )
    if case_id is not None:
        query = query.where(c.case_id == case_id)
    if acts:
        query = query.where(c.act.in_(sorted(acts)))
    if before is not None:
        query = query.where(c.n < before)
    zone = tx.now().tzinfo
    return tuple(
        Record(n, moment(at).astimezone(zone), by, act, case, paper, about, tuple(json.loads(fields)))
        for n, at, by, act, case, paper, about, fields in tx.connection.execute(query)
    )


def since(tx: Transaction, n: int, limit: int) -> tuple[Record, ...]:
    """The rows after the ``n``-th, the oldest first."""
    c = schema.audit.c
    query = select(c.n, c.at, c.by, c.act, c.case_id, c.paper_id, c.about).where(c.n > n).order_by(c.n)
    rows = tx.connection.execute(query.limit(limit))
    return tuple(
        Record(row.n, moment(row.at), row.by, row.act, row.case_id, row.paper_id, row.about, ())
        for row in rows
    )


def ahead_of_clock(tx: Transaction) -> datetime | None:
    """The moment of the last act, where the clock is more than five minutes behind it: one of the two was wrong."""
    last = tx.connection.execute(
        select(schema.audit.c.at).order_by(schema.audit.c.n.desc()).limit(1)
    ).scalar()
    if last is None or tx.now() >= moment(last) - _CLOCK_SLACK:
        return None
    return moment(last).astimezone(tx.now().tzinfo)


def verify(tx: Transaction, paper: Head | None = None) -> tuple[Finding, ...]:
    """Walks the whole chain; names the first bad row. ``paper`` is a head copied from a signed register."""
    found: list[Finding] = []
    expected, digest, at_paper = 0, START, None
    for expected, row in enumerate(_all(tx), 1):
        if row["n"] != expected or not hmac.compare_digest(_chained(digest, row), bytes(row["hash"])):
            found.append(_finding("chain", f"审计第 {expected} 行缺失或被改动过", str(expected)))
            break
        digest = bytes(row["hash"])
        if paper and expected == paper.count:
            at_paper = digest.hex()[:16]
    else:
        found += _check_head(tx, expected, digest)
    if paper and not found and at_paper != paper.hash16:
        words = f"纸上记的是第 {paper.count} 行 {paper.hash16}，库里{'是 ' + at_paper if at_paper else '没有这一行'}"
        found.append(_finding("anchor", f"审计与签字的登记簿不符：{words}", str(paper.count)))
    return tuple(found)


def _check_head(tx: Transaction, rows: int, digest: bytes) -> list[Finding]:
    count, stored, mac = _head(tx, _READ_HEAD)
    if (count, stored) != (rows, digest):
        return [
            _finding(
                "head", f"审计应有 {count} 行，实有 {rows} 行：末尾被删除或添加过", str(min(count, rows) + 1)
            )
        ]
    if not hmac.compare_digest(mac, tx.cipher.mac(digest, rows)):
        return [_finding("mac", f"审计的校验码不对：第 {rows} 行及以前曾被整体改写", str(rows))]
    return []


def _all(tx: Transaction) -> Any:
    query = select(schema.audit).order_by(schema.audit.c.n)
    return tx.connection.execution_options(yield_per=_ROWS_AT_ONCE).execute(query).mappings()


def _finding(code: str, message: str, where: str) -> Finding:
    return Finding(f"audit_{code}", message, where)


def _row(keys: Cipher, n: int, at: int, act: Act) -> dict[str, Any]:
    salt = secrets.token_hex(8) if act.values else ""
    digests = {name: keys.digest(salt + name, value).hex() for name, value in act.values.items()}
    return {
        "n": n, "at": at, "by": act.by, "act": act.act, "case_id": act.case_id, "paper_id": act.paper_id,
        "about": act.about, "fields": dump(act.fields), "salt": salt, "digests": dump(digests),
    }  # fmt: skip


def _chained(before: bytes, row: Mapping[str, Any]) -> bytes:
    # The two JSON columns go into the canonical array as they stand, so that checking needs no second reading.
    plain = dump([row["n"], row["at"], row["by"], row["act"], row["case_id"], row["paper_id"], row["about"]])
    canonical = f"{plain[:-1]},{row['fields']},{dump(row['salt'])},{row['digests']}]"
    return hashlib.sha256(before + canonical.encode()).digest()
