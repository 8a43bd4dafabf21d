"""Finding cases by any run of characters, part of a phone or pinyin initials; newest first, each hit looked at again."""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal

from sqlalchemy import ColumnElement, Select, literal_column, select, true

from desk.domain.grams import Query, query_grams
from desk.domain.names import InitialsQuery, query_initials
from desk.domain.viewer import Viewer
from desk.store import identities, schema, search_index
from desk.store.transaction import Transaction

Field = Literal["number", "subject", "matter", "name", "people", "phone"]
"""Where to look: the case's or the platform's number; the subject; all its other words; names;
addresses and the like; phones and document numbers."""

_COLUMN: dict[Field, str] = {
    "number": "number", "subject": "subject", "matter": "matter",
    "name": "names", "people": "people", "phone": "phones",
}  # fmt: skip
_HIDDEN = frozenset({"names", "people", "phones"})
_ALL = {"search_open": 3, "search_people": 3}
"""How many columns each index covers."""
_AT_ONCE = 200
_t = schema.search_text.c
_server = search_index.server_table.c
COUNT_TO = 1000
"""Further hits are not counted one by one; the total is then at least this."""


@dataclass(frozen=True, slots=True)
class Hits:
    """Case ids, newest first, and how many there are: exactly, or at least, if ``exact`` is false."""

    ids: tuple[int, ...]
    total: int
    exact: bool


def find(tx: Transaction, viewer: Viewer, text: str, limit: int, field: Field | None = None) -> Hits:
    """The newest ``limit`` cases that hold ``text`` and that this viewer may find. Any text is a valid question."""
    hits = matching(tx, viewer, text, field)
    ids = tuple(islice(hits, limit))
    if len(ids) < limit:
        return Hits(ids, len(ids), exact=True)
    more = sum(1 for _ in islice(hits, max(COUNT_TO - limit, 1)))
    total = len(ids) + more
    return Hits(ids, total, exact=total < max(COUNT_TO, limit + 1))


def matching(
    tx: Transaction, viewer: Viewer, text: str, field: Field | None = None, before: int | None = None
) -> Iterator[int]:
    """All of them, lazily; ``before`` goes on below a case id."""
    text = text.encode(
        errors="ignore"
    ).decode()  # half characters are in no stored text, and no driver takes them
    query = query_grams(text)
    if query.is_empty:
        return iter(())
    columns = [_COLUMN[field]] if field else list(_COLUMN.values())
    if not viewer.may("see_identity"):
        columns = [column for column in columns if column not in _HIDDEN]
    streams = []
    if opened := [column for column in columns if column not in _HIDDEN]:
        streams.append(_open_hits(tx, query, opened, before))
    if hidden := [column for column in columns if column in _HIDDEN]:
        streams.append(_hidden_hits(tx, query, hidden, before))
    if "names" in hidden and (spelt := query_initials(text)):
        streams.append(_hidden_hits(tx, spelt, ["names"], before))
    return _once(heapq.merge(*streams, reverse=True), viewer.conflicts)


def _once(ids: Iterator[int], left_out: frozenset[int]) -> Iterator[int]:
    last = None
    for case_id in ids:
        if case_id != last and case_id not in left_out:
            yield case_id
        last = case_id


def _open_hits(tx: Transaction, query: Query, columns: list[str], before: int | None) -> Iterator[int]:
    if tx.on_sqlite:
        return _file_hits(tx, query, "search_open", columns, before)
    has_pieces = _server.open_grams.contains([*query.tokens, *query.prefixes])
    return _looked_at(query, _texts(tx, query, has_pieces, columns, before))


def _hidden_hits(tx: Transaction, query: Query, columns: list[str], before: int | None) -> Iterator[int]:
    if tx.on_sqlite:
        return _file_hits(tx, query, "search_people", columns, before)
    has_pieces = _server.people_grams.contains(search_index.digests(tx, [*query.tokens, *query.prefixes]))
    rows = _texts(tx, query, has_pieces, [], before)
    return _decrypted(tx, query, columns, (case_id for case_id, *_ in rows))


def _fts_words(query: Query) -> str:
    """The question in FTS5's language; grams hold letters and digits only, quoting makes sure."""
    exact = [f'"{token}"' for token in query.tokens]
    return " AND ".join([*exact, *(f'"{prefix}" *' for prefix in query.prefixes)])


def _file_hits(
    tx: Transaction, query: Query, index: str, columns: list[str], before: int | None
) -> Iterator[int]:
    fts = search_index.FTS[index]
    if query.needs_scan:
        return _looked_at(query, _texts(tx, query, true(), columns, before))
    found = select(fts.c.rowid).where(literal_column(index).op("MATCH")(_fts_words(query)))
    if before is not None:
        found = found.where(fts.c.rowid < before)
    found = found.order_by(fts.c.rowid.desc())
    if _is_exact(query) and len(columns) == _ALL[index]:
        return (case_id for (case_id,) in _streamed(tx, found))
    # The left join keeps SQLite to the order of the index; every indexed case has its texts.
    with_texts = found.add_columns(*(_t[name] for name in columns))
    joined = with_texts.select_from(fts.outerjoin(schema.search_text, _t.case_id == fts.c.rowid))
    return _looked_at(query, _streamed(tx, joined))


def _texts(
    tx: Transaction, query: Query, condition: ColumnElement[bool], columns: list[str], before: int | None
) -> Iterator[Any]:
    asked = select(_server.case_id, *(_server[name] for name in columns)).order_by(_server.case_id.desc())
    if not query.needs_scan:
        asked = asked.where(condition)
    return _streamed(tx, asked if before is None else asked.where(_server.case_id < before))


def _streamed(tx: Transaction, query: Select[Any]) -> Iterator[Any]:
    return iter(tx.connection.execution_options(yield_per=_AT_ONCE).execute(query))


def _looked_at(query: Query, rows: Iterator[Any]) -> Iterator[int]:
    for case_id, *texts in rows:
        if any(_holds(query, text) for text in texts):
            yield case_id


def _decrypted(tx: Transaction, query: Query, columns: list[str], ids: Iterator[int]) -> Iterator[int]:
    while chunk := list(islice(ids, _AT_ONCE)):
        known = identities.read(tx, chunk)
        for case_id in chunk:
            texts = dict(
                zip(("names", "people", "phones"), search_index.people_texts(known[case_id]), strict=True)
            )
            if any(_holds(query, texts[column]) for column in columns):
                yield case_id


def _holds(query: Query, text: str) -> bool:
    """Whether one of the fields of a folded column holds what was asked."""
    if isinstance(query, InitialsQuery):
        return any(query.matches(name) for name in text.split(search_index.SEPARATOR))
    if query.needle in text:
        return True
    loose = any(mark in words for mark in "第号" for words in (text, query.needle))
    return loose and any(query.matches(field) for field in text.split(search_index.SEPARATOR))


def _is_exact(query: Query) -> bool:
    """Whether the index alone answers: what is asked is one piece, or the beginning of one."""
    return [*query.tokens, *query.prefixes] == [query.needle]
