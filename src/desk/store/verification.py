"""Is everything as it was written? Checks of the whole store, each fault named in Chinese."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from cryptography.exceptions import InvalidTag
from sqlalchemy import func, literal_column, select
from sqlalchemy import text as sql

from desk.domain.progress import Told, go_on
from desk.store import audit, counters, failures, identities, schema, search_index
from desk.store.encoding import facts
from desk.store.findings import Finding
from desk.store.transaction import Transaction

CHECKS = (
    "数据文件完整", "加密页完整", "审计链连续", "编号无缺号无重号", "每件投诉有编号", "文书与存档一致", "附件与存档一致",
    "电子印章与存入时一致", "身份信息可解密", "检索索引一致", "号码高位标记相符",
)  # fmt: skip
"""What ``verify_all`` looks at, in words."""

_MOST = 50
"""So many faults of one kind are named; more say the same."""
_AT_ONCE = 500
_PIECES_AT_ONCE = 100
"""FTS5 takes no question deeper than 256."""

_c, _s = schema.complaint.c, schema.serial.c


def verify_all(
    tx: Transaction, paper: audit.Head | None = None, told: Told | None = None
) -> tuple[Finding, ...]:
    """Every fault that can be found; nothing in an office that is in order. ``paper`` is a head from a signed register.

    Raises ``Stopped`` where ``told`` says so.
    """
    checks: tuple[tuple[str, Callable[[Transaction], Iterable[Finding]]], ...] = (
        ("核对数据文件", _file), ("核对审计链", lambda tx: audit.verify(tx, paper)), ("核对编号", _chain_gaps),
        ("核对编号", _numbers), ("核对文书", _papers), ("核对附件", _attachments), ("核对电子印章", _seal_images),
        ("核对内容与检索", lambda tx: _contents(tx, told)), ("核对号码高位标记", _mark),
    )  # fmt: skip
    found: list[Finding] = []
    for done, (words, check) in enumerate(checks):
        go_on(told, words, done, len(checks))
        found += islice(_going_on(tx, check), _MOST)
    return tuple(found)


def _going_on(tx: Transaction, check: Callable[[Transaction], Iterable[Finding]]) -> Iterator[Finding]:
    """What a check finds; that it cannot be finished in a damaged file is a finding as well."""
    try:
        yield from check(tx)
    except Exception as error:  # the driver's own classes differ from one database to the other
        known = failures.explain(error)
        if known is None:
            raise
        yield Finding("unreadable", f"有一部分读不出来：{known.message}{known.hint}", str(known.code))


def _file(tx: Transaction) -> Iterator[Finding]:
    """SQLite's own checks of pages, of their encryption, and of references between tables."""
    if not tx.on_sqlite:
        return
    for (words,) in tx.connection.execute(sql("PRAGMA integrity_check(20)")):
        if words != "ok":
            yield Finding("file", f"数据文件损坏：{words}。请用最近一次备份恢复", str(words))
    for (words,) in tx.connection.execute(sql("PRAGMA cipher_integrity_check")):
        yield Finding("cipher", f"加密页被改动或损坏：{words}。请用最近一次备份恢复", str(words))
    for table, row, *_ in tx.connection.execute(sql("PRAGMA foreign_key_check")):
        yield Finding("reference", f"表 {table} 第 {row} 行指向不存在的记录", f"{table}:{row}")


def _chain_gaps(tx: Transaction) -> Iterator[Finding]:
    for gap in counters.gaps(tx):
        numbers = f"{gap.first} 号" if gap.first >= gap.last else f"{gap.first} 至 {gap.last} 号"
        yield Finding("gap", f"序列“{'/'.join(gap.series)}”缺 {numbers}，没有作废记录", str(gap.first))


def _numbers(tx: Transaction) -> Iterator[Finding]:
    """Every case has its number in the register of numbers, and only one."""
    taken = (
        select(func.count())
        .where(_s.case_id == _c.id, _s.text == _c.number, _s.paper_ref.is_(None))
        .scalar_subquery()
    )
    for number, times in tx.connection.execute(select(_c.number, taken).where(taken != 1)):
        words = "在编号登记里没有" if not times else f"在编号登记里有 {times} 次"
        yield Finding("number", f"投诉 {number} 的编号{words}", number)


def _papers(tx: Transaction) -> Iterator[Finding]:
    """The stored bytes of every issued paper are those whose digest was put on record."""
    p, b = schema.paper.c, schema.paper_bytes.c
    rows = select(p.id, p.number, p.sha256, b.data).join(schema.paper_bytes, b.paper_id == p.id, isouter=True)
    erased = select(schema.erasure.c.case_id)
    kept = rows.where(p.case_id.is_(None) | p.case_id.not_in(erased)).order_by(p.id)
    for paper_id, number, digest, data in tx.connection.execution_options(yield_per=20).execute(kept):
        if data is None:
            yield Finding("paper_missing", f"文书 {number} 的存档内容不见了", str(paper_id))
        elif _digest(tx, f"bytes:{paper_id}", bytes(data)) != digest:
            yield Finding("paper", f"文书 {number} 的存档内容与当时的摘要不符", str(paper_id))


def _attachments(tx: Transaction) -> Iterator[Finding]:
    """The same of every attachment."""
    a, b = schema.attachment.c, schema.attachment_bytes.c
    query = select(a.id, a.sha256, b.data).join(
        schema.attachment_bytes, b.attachment_id == a.id, isouter=True
    )
    for attachment_id, digest, data in tx.connection.execution_options(yield_per=1).execute(
        query.order_by(a.id)
    ):
        if data is None or _digest(tx, f"attachment bytes:{attachment_id}", bytes(data)) != digest:
            yield Finding(
                "attachment", f"第 {attachment_id} 号附件的内容不见了或与当时的摘要不符", str(attachment_id)
            )


def _seal_images(tx: Transaction) -> Iterator[Finding]:
    """The same of every seal that is kept as a picture: what is pressed on papers is what was put in."""
    c = schema.seal_image.c
    for name, digest, data in tx.connection.execute(select(c.name, c.sha256, c.data).order_by(c.name)):
        if _digest(tx, f"seal image:{name}", bytes(data)) != digest:
            words = f"电子印章“{name}”的图样与存入时的摘要不符，请停用，由管理员删去后重新存入"
            yield Finding("seal_image", words, name)


def _digest(tx: Transaction, bound_to: str, sealed: bytes) -> str:
    try:
        return hashlib.sha256(tx.cipher.open(sealed, bound_to)).hexdigest()
    except InvalidTag:
        return ""


def _contents(tx: Transaction, told: Told | None) -> Iterator[Finding]:
    """The facts of every case can be read, and the search index says what they say."""
    total = int(tx.connection.execute(select(func.count()).select_from(schema.complaint)).scalar_one())
    done, last = 0, 0
    following = select(_c.id).order_by(_c.id).limit(_AT_ONCE)
    while chunk := list(tx.connection.execute(following.where(_c.id > last)).scalars()):
        yield from _chunk(tx, chunk)
        done, last = done + len(chunk), chunk[-1]
        go_on(told, "核对内容与检索", done, total)


def _chunk(tx: Transaction, ids: list[int]) -> Iterator[Finding]:
    content, text = schema.content.c, schema.search_text.c
    listed = tx.connection.execute(select(_c.id, _c.number, _c.sealed).where(_c.id.in_(ids)))
    cases = {case_id: (number, bool(sealed)) for case_id, number, sealed in listed}
    opened = dict(
        tx.connection.execute(select(content.case_id, content.facts).where(content.case_id.in_(ids))).all()
    )
    stored = {
        row.case_id: row
        for row in tx.connection.execute(select(schema.search_text).where(text.case_id.in_(ids)))
    }
    erased = set(
        tx.connection.execute(
            select(schema.erasure.c.case_id).where(schema.erasure.c.case_id.in_(ids))
        ).scalars()
    )
    papers = search_index.paper_numbers(tx, ids)
    for case_id in ids:
        number, sealed = cases[case_id]
        if case_id in erased:
            continue
        try:
            hidden = identities.read(tx, [case_id])[case_id]
        except InvalidTag:
            yield Finding("identity", f"投诉 {number} 的身份信息被改动过，无法解密", number)
            continue
        if case_id not in opened:
            yield Finding("content", f"投诉 {number} 的内容不见了", number)
            continue
        expected = search_index.searched(
            number, facts(opened[case_id]), hidden, sealed=sealed, papers=papers[case_id]
        )
        if not _is_indexed(tx, case_id, expected, stored.get(case_id)):
            yield Finding("index", f"投诉 {number} 的检索内容与登记内容不一致，请重建索引", number)


def _is_indexed(tx: Transaction, case_id: int, expected: search_index.Searched, stored: Any) -> bool:
    if stored is None:
        return False
    columns = search_index.Searched.__slots__ if tx.on_sqlite else ("number", "subject", "matter")
    if any(_fields(getattr(stored, name)) != _fields(getattr(expected, name)) for name in columns):
        return False
    if not tx.on_sqlite:
        return True
    pieces = [*search_index.pieces(expected.open), *search_index.hidden_pieces(expected)]
    return all(
        _has(tx, case_id, pieces[i : i + _PIECES_AT_ONCE]) for i in range(0, len(pieces), _PIECES_AT_ONCE)
    )


def _fields(column: str) -> list[str]:
    """The fields of a folded column; facts come back in another order than they were given."""
    return sorted(column.split(search_index.SEPARATOR))


def _has(tx: Transaction, case_id: int, pieces: list[str]) -> bool:
    fts = search_index.FTS.c
    words = " AND ".join(f'"{piece}"' for piece in pieces)
    query = select(fts.rowid).where(literal_column("search_pieces").op("MATCH")(words), fts.rowid == case_id)
    return tx.connection.execute(query).first() is not None


def _mark(tx: Transaction) -> Iterator[Finding]:
    """Nothing that may stand on paper is unknown to the store: else it is an older copy."""
    if tx.highwater is None:
        return
    tx.highwater.refresh()
    c = schema.series_counter.c
    last = {
        tuple(row[:3]): row[3]
        for row in tx.connection.execute(select(c.rulebook, c.series, c.period, c.last))
    }
    for series, n in tx.highwater.last.items():
        if n > last.get(series, 0):
            words = f"序列“{'/'.join(series)}”曾用到 {n} 号，库里只到 {last.get(series, 0)} 号"
            yield Finding("mark", f"{words}：资料库可能是较早的备份；下次取号会跳过并作废中间的号", str(n))
    head = audit.head(tx)
    if tx.highwater.head[0] > head.count + 1:
        yield Finding(
            "mark_audit",
            f"审计曾写到第 {tx.highwater.head[0]} 行，库里只有 {head.count} 行：资料库是较早的备份",
            str(head.count),
        )
