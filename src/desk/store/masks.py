"""Which mask belongs to which identity fact. The masks themselves are the domain's."""

from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy import bindparam, select

from desk.domain.draft import Value
from desk.domain.masking import HIDDEN, Strength, mask
from desk.store import schema
from desk.store.statement import Statement
from desk.store.transaction import Transaction

SETTING = "mask.strength"
_o = schema.office.c
_SAID = Statement(select(_o.value).where(_o.key == bindparam("key_")))


def strength(tx: Transaction) -> Strength:
    """How much masks hide in this office: its setting ``mask.strength``."""
    said = (_SAID.row(tx.connection, {"key_": SETTING}) or ("",))[0]
    return Strength(said) if said in set(Strength) else Strength.NORMAL


def masked(fact: str, value: Value, strength: Strength = Strength.NORMAL) -> Value:
    """``value`` with what identifies hidden, by the last word of the fact's id; rows of people cell by cell."""
    if isinstance(value, tuple):
        people = [entry for entry in value if isinstance(entry, Mapping)]
        return tuple(_person(person, strength) for person in people) if people else (HIDDEN,) * len(value)
    return mask(fact.rpartition(".")[2], value, strength) if isinstance(value, str) else HIDDEN


def _person(person: Mapping[str, str], strength: Strength) -> Mapping[str, str]:
    return MappingProxyType({key: mask(key, text, strength) for key, text in person.items()})
