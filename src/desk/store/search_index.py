"""What a search is compared with: one row of folded text for each case and its pieces in an index.

Whoever may not see identities is given only what the open columns hold. Of a sealed case only the number and the
written summary are indexed. On PostgreSQL the identities' pieces are keyed digests, their text stays encrypted.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ARRAY, bindparam, column, delete, insert, select, table, update
from sqlalchemy import text as text_clause
from sqlalchemy.sql.sqltypes import Text

from desk.domain.draft import Value
from desk.domain.grams import fold, folded_grams, folded_short_grams
from desk.domain.names import initial_grams
from desk.store import identities, schema
from desk.store.cipher import Cipher
from desk.store.encoding import facts
from desk.store.identities import SUMMARY
from desk.store.statement import Among, Statement, inserting
from desk.store.transaction import Transaction

SEPARATOR = "\n"
"""Between the fields of one column; folding leaves no line end in a text."""

_SUBJECT = ("subject", SUMMARY)
_NUMBERS = frozenset({"phone", "id_number", "postcode"})


@dataclass(frozen=True, slots=True)
class Searched:
    """The folded texts of one case by column; ``names``, ``people`` (addresses and the like) and ``phones`` are identity."""

    number: str
    subject: str
    matter: str
    names: str
    people: str
    phones: str

    @property
    def open(self) -> str:
        """What everybody may search."""
        return SEPARATOR.join((self.number, self.subject, self.matter))

    @property
    def hidden(self) -> str:
        """What only those may search who may see identities."""
        return SEPARATOR.join((self.names, self.people, self.phones))

    def says(self, other: "Searched") -> bool:
        """Whether both say the same; the fields of a column may stand in another order."""
        return all(
            sorted(getattr(self, column).split(SEPARATOR)) == sorted(getattr(other, column).split(SEPARATOR))
            for column in self.__slots__
        )


def searched(
    number: str,
    opened: Mapping[str, Value],
    hidden: Mapping[str, Value],
    *,
    sealed: bool,
    papers: Iterable[str] = (),
) -> Searched:
    """The texts of a case. ``opened`` and ``hidden`` are its facts as ``identities.split`` parts them.

    ``papers`` are the document numbers of its papers: a lost paper is traced by its own number.
    """
    outside = str(opened.get("outside.number") or "")
    subject = _folded(str(opened.get(fact) or "") for fact in _SUBJECT)
    matter = _folded(
        text for fact, value in opened.items() if fact not in _SUBJECT for _, text in _parts(fact, value)
    )
    return Searched(
        _folded([number, outside, *papers]), subject, matter, *people_texts({} if sealed else hidden)
    )


def people_texts(hidden: Mapping[str, Value]) -> tuple[str, str, str]:
    """Folded names; addresses and what else is known of people; phones and document numbers."""
    names: list[str] = []
    people: list[str] = []
    phones: list[str] = []
    for fact, value in hidden.items():
        for key, text in _parts(fact, value):
            kind = key.rpartition(".")[2]
            (names if kind == "name" else phones if kind in _NUMBERS else people).append(text)
    return _folded(names), _folded(people), _folded(phones)


def _parts(fact: str, value: Value) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield fact, value
    elif isinstance(value, tuple):
        for entry in value:
            if isinstance(entry, Mapping):
                yield from entry.items()
            else:
                yield fact, entry


def _folded(texts: Iterable[str]) -> str:
    return SEPARATOR.join(folded for text in texts if (folded := fold(text)))


def pieces(text: str, *, short: bool = False) -> list[str]:
    """The grams of every field of a column, each once; with the shorter ones where no prefix can be asked for."""
    found = folded_grams(text)
    return list(dict.fromkeys([*found, *folded_short_grams(text)])) if short else found


def hidden_pieces(text: Searched, *, short: bool = False) -> list[str]:
    """The pieces of a case's identities, with the pinyin initials of its names."""
    spelt = [gram for name in text.names.split(SEPARATOR) for gram in initial_grams(name)]
    if short:
        spelt = [gram[:length] for gram in spelt for length in range(1, len(gram) + 1)]
    return list(dict.fromkeys([*pieces(text.hidden, short=short), *spelt]))


def digests(keys: Cipher, found: Iterable[str]) -> list[str]:
    """Keyed digests of identity pieces, all that PostgreSQL sees of them."""
    return [keys.digest("gram", piece).hex()[:16] for piece in found]


FTS = table("search_pieces", column("rowid"), column("grams"))
_TEXT = inserting(schema.search_text)
_PIECES = Statement(insert(FTS).inline(), ["rowid", "grams"])
_DROP_PIECES = Statement(
    text_clause("INSERT INTO search_pieces(search_pieces, rowid, grams) VALUES('delete', :rowid, :grams)")
)
_t, _c = schema.search_text.c, schema.complaint.c
_STORED = Statement(
    select(*(_t[name] for name in Searched.__slots__)).where(_t.case_id == bindparam("case_"))
)
_CHANGE = Statement(
    update(schema.search_text).where(_t.case_id == bindparam("case_")), list(Searched.__slots__)
)
_OF_CASE = Statement(
    select(_c.number, _c.sealed, schema.content.c.facts)
    .join(schema.content, schema.content.c.case_id == _c.id)
    .where(_c.id == bindparam("case_"))
)
_p = schema.paper.c
_PAPERS = Among(select(_p.case_id, _p.number).where(_p.number != "").order_by(_p.id), _p.case_id)
server_table = table(
    "search_text", *(column(c.name, c.type) for c in schema.search_text.c),
    column("open_grams", ARRAY(Text)), column("people_grams", ARRAY(Text)),
)  # fmt: skip
"""``search_text`` as it is on PostgreSQL, with its pieces beside the texts."""
_SERVER = Statement(insert(server_table).inline(), server_table.columns.keys())


Ready = Mapping[str, Any]
"""A case's texts and pieces as the index takes them: costly to work out, so that many are made before a transaction."""


def ready(keys: Cipher, text: Searched, *, in_file: bool) -> Ready:
    """What ``add`` writes of a case, in a file or on a server."""
    return {**_columns(text), "grams": _words(text)} if in_file else _server_row(keys, text)


def add(tx: Transaction, case_id: int, text: Searched) -> None:
    """Indexes a new case before this transaction commits."""
    add_ready(tx, case_id, ready(tx.cipher, text, in_file=tx.on_sqlite))


def add_ready(tx: Transaction, case_id: int, made: Ready) -> None:
    """The same with what was made ready before."""
    tx.texts[case_id] = made


def write(tx: Transaction) -> None:
    """Writes the new cases of the transaction. The store calls it at the end.

    Not before: FTS5 writes its part of the index out whenever another statement opens a savepoint.
    """
    new = list(tx.texts.items())
    tx.texts.clear()
    if tx.on_sqlite:
        _TEXT.run_many(tx.connection, ({"case_id": case_id, **made} for case_id, made in new))
        _PIECES.run_many(tx.connection, ({"rowid": case_id, **made} for case_id, made in new))
    else:
        _SERVER.run_many(tx.connection, ({"case_id": case_id, **made} for case_id, made in new))


def _words(text: Searched) -> str:
    spelt = [gram for name in text.names.split(SEPARATOR) for gram in initial_grams(name)]
    return " ".join(dict.fromkeys([*pieces(f"{text.open}{SEPARATOR}{text.hidden}"), *spelt]))


def _pieces_row(case_id: int, text: Searched) -> dict[str, object]:
    return {"rowid": case_id, "grams": _words(text)}


def _columns(text: Searched) -> dict[str, str]:
    return {name: getattr(text, name) for name in Searched.__slots__}


def _server_row(keys: Cipher, text: Searched) -> dict[str, object]:
    return {
        "number": text.number, "subject": text.subject, "matter": text.matter,
        "names": "", "people": "", "phones": "", "open_grams": pieces(text.open, short=True),
        "people_grams": digests(keys, hidden_pieces(text, short=True)),
    }  # fmt: skip


def paper_numbers(tx: Transaction, ids: Sequence[int]) -> dict[int, list[str]]:
    """The document numbers of each case's papers, void ones too, in the order in which they were issued."""
    found: dict[int, list[str]] = {case_id: [] for case_id in ids}
    for case_id, number in _PAPERS.rows(tx.connection, ids):
        if number not in found[case_id]:
            found[case_id].append(number)
    return found


def renew(tx: Transaction, case_id: int) -> None:
    """Indexes a case anew from what is stored of it."""
    row = _OF_CASE.row(tx.connection, {"case_": case_id})
    if row is None:
        raise LookupError(case_id)
    number, sealed, opened = row
    hidden = identities.read(tx, [case_id])[case_id]
    numbers = paper_numbers(tx, [case_id])[case_id]
    change(tx, case_id, searched(number, facts(opened), hidden, sealed=bool(sealed), papers=numbers))


def change(tx: Transaction, case_id: int, text: Searched) -> None:
    """Indexes a case anew after a change; one whose words are what they were stays as it is."""
    if case_id in tx.texts:  # registered in this very transaction
        add(tx, case_id, text)
        return
    if not tx.on_sqlite:
        changed = (
            update(server_table)
            .where(server_table.c.case_id == case_id)
            .values(**_server_row(tx.cipher, text))
        )
        tx.connection.execute(changed)
        return
    stored = _stored(tx, case_id)
    if stored.says(text):
        return
    _DROP_PIECES.run(tx.connection, _pieces_row(case_id, stored))
    _CHANGE.run(tx.connection, {**_columns(text), "case_": case_id})
    _PIECES.run(tx.connection, _pieces_row(case_id, text))


def remove(tx: Transaction, case_id: int) -> None:
    """Takes an erased case out of the index."""
    if tx.on_sqlite:
        _DROP_PIECES.run(tx.connection, _pieces_row(case_id, _stored(tx, case_id)))
    tx.connection.execute(delete(schema.search_text).where(schema.search_text.c.case_id == case_id))


def _stored(tx: Transaction, case_id: int) -> Searched:
    """The texts whose pieces the index holds of a case: it forgets them only if they are said exactly."""
    row = _STORED.row(tx.connection, {"case_": case_id})
    if row is None:
        raise LookupError(case_id)
    return Searched(*row)
