"""Everything of one store into another, empty one: from a file to a server, back, or into a backup of a server."""

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Any

from sqlalchemy import Table, func, insert, select, update

from desk.domain.errors import StoreError
from desk.store import identities, schema, search_index
from desk.store.cipher import Cipher
from desk.store.encoding import facts
from desk.store.engine import Store
from desk.store.transaction import Transaction

_AT_ONCE = 200
Row = Mapping[str, Any]
SEALED: dict[str, tuple[str, Callable[[Row], str]]] = {
    "identity": ("value", lambda row: f"{row['case_id']}:{row['fact']}"),
    "happening": ("details", lambda row: f"happening:{row['case_id']}"),
    "paper_content": ("content", lambda row: f"paper:{row['paper_id']}"),
    "paper_bytes": ("data", lambda row: f"bytes:{row['paper_id']}"),
    "draft": ("content", lambda row: f"draft:{row['id']}"),
    "reception": ("content", lambda row: f"reception:{row['id']}"),
    "attachment": ("name", lambda row: f"attachment:{row['case_id']}"),
    "conflict": ("reason", lambda row: f"conflict:{row['case_id']}"),
    "attachment_bytes": ("data", lambda row: f"attachment bytes:{row['attachment_id']}"),
    "daybook": ("content data", lambda row: f"daybook:{row['kind']}:{row['about']}"),
    "seal_image": ("data", lambda row: f"seal image:{row['name']}"),
}
"""The columns of each table that are encrypted on a server, and what the encryption is bound to."""

_MADE_ANEW = frozenset({"search_text", "audit_head", "kept_count"})


def transfer(source: Store, target: Store) -> None:
    """Copies all rows as they are, audit chain included, and builds the search index anew; all or nothing.

    Both stores are opened with the same key. Raises ``StoreError`` if the target holds anything.
    """
    with source.reading() as old, target.writing() as new:
        if any(_count(new, table) for table in (schema.complaint, schema.audit, schema.office)):
            raise StoreError(
                "not_empty", "目标资料库里已有内容，不能迁入。", "请换一个空的资料库，再迁移一次。", "store"
            )
        for table in schema.metadata.sorted_tables:
            if table.name not in _MADE_ANEW:
                _copy(old, new, table)
        _copy_head(old, new)
        _index(new)
        _continue_ids(new)


def _count(tx: Transaction, table: Table) -> int:
    return int(tx.connection.execute(select(func.count()).select_from(table)).scalar_one())


def _copy(old: Transaction, new: Transaction, table: Table) -> None:
    query = select(table).order_by(*table.primary_key.columns)
    rows = iter(old.connection.execution_options(yield_per=_AT_ONCE).execute(query).mappings())
    while chunk := [
        _resealed(table.name, dict(row), old.cipher, new.cipher) for row in islice(rows, _AT_ONCE)
    ]:
        new.connection.execute(insert(table), chunk)


def _resealed(table: str, row: dict[str, Any], old: Cipher, new: Cipher) -> dict[str, Any]:
    if table in SEALED:
        columns, bound_to = SEALED[table]
        for column in columns.split():
            row[column] = new.seal(old.open(bytes(row[column]), bound_to(row)), bound_to(row))
    return row


def _copy_head(old: Transaction, new: Transaction) -> None:
    head = schema.audit_head
    row = old.connection.execute(select(head)).mappings().one()
    if row["count"]:
        new.connection.execute(update(head).where(head.c.id == 1).values(**row))


def _index(tx: Transaction) -> None:
    for case_id, text in texts(tx):
        search_index.add(tx, case_id, text)
        if len(tx.texts) >= _AT_ONCE:
            search_index.write(tx)
    search_index.write(tx)


def texts(tx: Transaction) -> Iterator[tuple[int, search_index.Searched]]:
    """What the search index must say of each case that has not been erased."""
    c, content = schema.complaint.c, schema.content.c
    query = (
        select(c.id, c.number, c.sealed, content.facts)
        .join(schema.content, content.case_id == c.id)
        .where(c.id.not_in(select(schema.erasure.c.case_id)))
        .order_by(c.id)
    )
    last = 0
    while chunk := tx.connection.execute(query.where(c.id > last).limit(_AT_ONCE)).all():
        ids = [row.id for row in chunk]
        last = ids[-1]
        hidden, papers = identities.read(tx, ids), search_index.paper_numbers(tx, ids)
        for case_id, number, sealed, opened in chunk:
            yield (
                case_id,
                search_index.searched(
                    number, facts(opened), hidden[case_id], sealed=bool(sealed), papers=papers[case_id]
                ),
            )


def _continue_ids(tx: Transaction) -> None:
    """Lets a server count on from the highest id that was copied."""
    if tx.on_sqlite:
        return
    for table in schema.metadata.sorted_tables:
        column = table.primary_key.columns.values()[0]
        if column.name == "id" and column.autoincrement is not False and column.type.python_type is int:
            highest = select(func.greatest(func.max(column), 1)).scalar_subquery()
            tx.connection.execute(select(func.setval(func.pg_get_serial_sequence(table.name, "id"), highest)))
