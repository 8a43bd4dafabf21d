"""Finding cases by any run of characters, part of a phone or pinyin initials; newest first, each hit looked at again."""

import heapq
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import Any, Literal

from sqlalchemy import ColumnElement, Select, literal_column, or_, select, true

from desk.domain.grams import Query, query_grams
from desk.domain.names import InitialsQuery, query_initials
from desk.domain.viewer import Viewer
from desk.store import batches, conflicts, identities, rulebooks, schema, search_index
from desk.store.transaction import Transaction

Field = Literal["number", "subject", "matter", "name", "people", "phone"]
"""Where to look: the case's or the platform's number; the subject; all its other words; names;
addresses and the like; phones and document numbers."""

_COLUMN: dict[Field, str] = {
    "number": "number", "subject": "subject", "matter": "matter",
    "name": "names", "people": "people", "phone": "phones",
}  # fmt: skip
_PEOPLE = ("names", "people", "phones")
_HIDDEN = frozenset(_PEOPLE)
_AT_ONCE = 200
_t, _k = schema.search_text.c, schema.complaint.c
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
    columns = [_COLUMN[field]] if field else list(_COLUMN.values())
    open_columns = [column for column in columns if column not in _HIDDEN]
    named = _manuals(tx, viewer)
    found: Iterator[int]
    if len(set(named.values())) > 1:
        streams = (
            _of_manuals(
                tx, _hits(tx, text, which, before), {one for one, sees in named.items() if sees is wanted}
            )
            for which, wanted in ((columns, True), (open_columns, False))
        )
        found = heapq.merge(*streams, reverse=True)
    else:
        found = _hits(tx, text, columns if any(named.values()) else open_columns, before)
    hits = _once(found, conflicts.kept_from(tx, viewer))
    return _there(tx, hits) if batches.visible(tx) else hits


def _hits(tx: Transaction, text: str, columns: Sequence[str], before: int | None) -> Iterator[int]:
    """What holds the text in one of these columns, the newest first; twice what holds it twice."""
    spelt = query_initials(text) if "names" in columns else None
    asked = _Asked(query_grams(text), spelt, tuple(columns), before)
    if asked.query.is_empty:
        return iter(())
    return _file_hits(tx, asked) if tx.on_sqlite else _server_hits(tx, asked)


def _manuals(tx: Transaction, viewer: Viewer) -> dict[tuple[str, str], bool]:
    """The office's manuals, and whether the viewer sees identities under each."""
    found = {one: viewer.under(*one).may("see_identity") for one in rulebooks.versions(tx)}
    return found or {("", ""): viewer.may("see_identity")}


def _of_manuals(tx: Transaction, hits: Iterator[int], manuals: Set[tuple[str, str]]) -> Iterator[int]:
    """The hits that were taken in under one of these manuals."""
    query = select(_k.id, _k.rulebook, _k.rulebook_version)
    while chunk := list(islice(hits, _AT_ONCE)):
        rows = tx.connection.execute(query.where(_k.id.in_(chunk)))
        kept = {id_ for id_, *manual in rows if tuple(manual) in manuals}
        yield from (id_ for id_ in chunk if id_ in kept)


def _there(tx: Transaction, hits: Iterator[int]) -> Iterator[int]:
    """The hits without those of batches that are not to be seen."""
    while chunk := list(islice(hits, _AT_ONCE)):
        yield from batches.seen_among(tx, chunk)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question: the run of characters, the same as initials of a name if it can be, where to look, below which id."""

    query: Query
    spelt: InitialsQuery | None
    columns: tuple[str, ...]
    before: int | None

    def part(self, *, hidden: bool) -> "_Asked":
        """The question put to the open or to the hidden columns alone."""
        columns = tuple(column for column in self.columns if (column in _HIDDEN) == hidden)
        return replace(self, columns=columns, spelt=self.spelt if hidden else None)

    def is_met_by(self, texts: Sequence[str]) -> bool:
        """Whether the folded texts, one for each column, hold what is asked."""
        needle = self.query.needle
        if any(needle in text for text in texts) or any(_holds_loosely(self.query, text) for text in texts):
            return True
        if self.spelt is None:
            return False
        return any(map(self.spelt.matches, texts[self.columns.index("names")].split(search_index.SEPARATOR)))


def _once(ids: Iterator[int], left_out: frozenset[int]) -> Iterator[int]:
    last = None
    for case_id in ids:
        if case_id != last and case_id not in left_out:
            yield case_id
        last = case_id


def _file_hits(tx: Transaction, asked: _Asked) -> Iterator[int]:
    if asked.query.needs_scan:
        return _looked_at(asked, _texts(tx, asked, true()))
    fts = search_index.FTS.c
    words = " OR ".join(f"({_fts_words(query)})" for query in (asked.query, asked.spelt) if query)
    found = (
        select(fts.rowid).where(literal_column("search_pieces").op("MATCH")(words)).order_by(fts.rowid.desc())
    )
    if asked.before is not None:
        found = found.where(fts.rowid < asked.before)
    if _is_exact(asked, len(_COLUMN)):
        return (case_id for (case_id,) in _streamed(tx, found))
    # The outer join keeps SQLite to the order of the index; every indexed case has its texts.
    joined = search_index.FTS.outerjoin(schema.search_text, _t.case_id == fts.rowid)
    return _looked_at(
        asked, _streamed(tx, found.add_columns(*(_t[name] for name in asked.columns)).select_from(joined))
    )


def _fts_words(query: Query) -> str:
    """The question in FTS5's language; grams hold letters and digits only, quoting makes sure."""
    exact = [f'"{token}"' for token in query.tokens]
    return " AND ".join([*exact, *(f'"{prefix}" *' for prefix in query.prefixes)])


def _is_exact(asked: _Asked, columns: int) -> bool:
    """Whether the index alone answers: one piece, or the beginning of one, asked of all its ``columns``."""
    return _all_pieces(asked.query) == [asked.query.needle] and len(asked.columns) == columns


def _server_hits(tx: Transaction, asked: _Asked) -> Iterator[int]:
    opened, hidden = asked.part(hidden=False), asked.part(hidden=True)
    streams = []
    if opened.columns:
        has_pieces = _server.open_grams.op("@>")(_all_pieces(asked.query))
        streams.append(_server_part(tx, opened, has_pieces, _looked_at, len(_COLUMN) - len(_PEOPLE)))
    if hidden.columns:
        queries = [query for query in (hidden.query, hidden.spelt) if query]
        has_any = or_(
            *(_server.people_grams.op("@>")(search_index.digests(tx.cipher, _all_pieces(q))) for q in queries)
        )
        decrypted = partial(_decrypted, tx)
        streams.append(_server_part(tx, hidden, has_any, decrypted, len(_PEOPLE)))
    return heapq.merge(*streams, reverse=True)


def _server_part(
    tx: Transaction, asked: _Asked, condition: ColumnElement[bool], look: Callable[[_Asked, Iterator[Any]], Iterator[int]],
    columns: int,
) -> Iterator[int]:  # fmt: skip
    if _is_exact(asked, columns):
        return (row[0] for row in _texts(tx, replace(asked, columns=()), condition))
    return look(asked, _texts(tx, asked, condition))


def _all_pieces(query: Query) -> list[str]:
    return [*query.tokens, *query.prefixes]


def _texts(tx: Transaction, asked: _Asked, condition: ColumnElement[bool]) -> Iterator[Any]:
    rows = select(_server.case_id, *(_server[name] for name in asked.columns)).order_by(
        _server.case_id.desc()
    )
    if not asked.query.needs_scan:
        rows = rows.where(condition)
    return _streamed(tx, rows if asked.before is None else rows.where(_server.case_id < asked.before))


def _streamed(tx: Transaction, query: Select[Any]) -> Iterator[Any]:
    return iter(tx.connection.execution_options(yield_per=_AT_ONCE).execute(query))


def _looked_at(asked: _Asked, rows: Iterator[Any]) -> Iterator[int]:
    for case_id, *texts in rows:
        if asked.is_met_by(texts):
            yield case_id


def _decrypted(tx: Transaction, asked: _Asked, rows: Iterator[Any]) -> Iterator[int]:
    where = [_PEOPLE.index(column) for column in asked.columns]
    while chunk := [row[0] for row in islice(rows, _AT_ONCE)]:
        known = identities.read(tx, chunk)
        for case_id in chunk:
            people = search_index.people_texts(known[case_id])
            if asked.is_met_by([people[i] for i in where]):
                yield case_id


def _holds_loosely(query: Query, text: str) -> bool:
    """Whether a field of a folded column holds what was asked once 第 and 号 around numbers are set aside."""
    marked = "号" in text or "第" in text or "号" in query.needle or "第" in query.needle
    return marked and any(map(query.matches, text.split(search_index.SEPARATOR)))
