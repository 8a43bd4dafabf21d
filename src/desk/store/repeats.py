"""Repeated complaints, found by keyed digests: the same person, the same object, without storing who they are."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal

from sqlalchemy import bindparam, select

from desk.domain.draft import Value
from desk.domain.grams import fold
from desk.store import schema
from desk.store.cipher import Cipher
from desk.store.statement import Statement, inserting
from desk.store.transaction import Transaction

What = Literal["phone", "id", "object"]

_TELLING = frozenset(
    {"complainant.phone", "complainant.id_number", "respondent.name", "object", "complainants"}
)
_PHONE = re.compile(r"[0-9]{7,}")
_INSERT = inserting(schema.repeat_key)
_r = schema.repeat_key.c
_OF_CASE = Statement(select(_r.digest).where(_r.case_id == bindparam("case_")))


def keys(values: Mapping[str, Value]) -> Iterator[tuple[What, str]]:
    """What a case is recognised by: each phone and document number of a complainant, the name of the object."""
    for fact, value in values.items():
        if fact not in _TELLING:
            continue
        match fact, value:
            case "complainant.phone", str():
                yield from _phones(value)
            case "complainant.id_number", str():
                yield "id", fold(value)
            case (("respondent.name" | "object"), str()):
                yield "object", fold(value)
            case "complainants", tuple():
                for person in value:
                    if isinstance(person, Mapping):
                        yield from _phones(person.get("phone", ""))
                        if number := person.get("id_number"):
                            yield "id", fold(number)


def _phones(written: str) -> Iterator[tuple[What, str]]:
    for digits in _PHONE.findall(fold(written)):
        yield "phone", digits.removeprefix("86") if len(digits) == 13 else digits


def write(tx: Transaction, case_id: int, values: Mapping[str, Value]) -> None:
    """Stores the digests of a new case."""
    _INSERT.run_many(tx.connection, rows(tx, case_id, values))


def rows(tx: Transaction, case_id: int, values: Mapping[str, Value]) -> list[dict[str, Any]]:
    """The digests of a new case as they are stored."""
    return [{"case_id": case_id, **row} for row in digests(tx.cipher, values)]


def digests(cipher: Cipher, values: Mapping[str, Value]) -> list[dict[str, Any]]:
    """By what a case is found again, each once."""
    return [
        {"digest": cipher.digest(what, text), "what": what}
        for what, text in dict.fromkeys(keys(values))
        if text
    ]


def add(tx: Transaction, case_id: int, values: Mapping[str, Value]) -> None:
    """Stores the digests that a changed case has beyond those it had; the old ones stay true of its past."""
    wanted = {tx.cipher.digest(what, text): what for what, text in dict.fromkeys(keys(values)) if text}
    have = {bytes(digest) for (digest,) in _OF_CASE.rows(tx.connection, {"case_": case_id})}
    new = [{"digest": d, "case_id": case_id, "what": w} for d, w in wanted.items() if d not in have]
    _INSERT.run_many(tx.connection, new)
