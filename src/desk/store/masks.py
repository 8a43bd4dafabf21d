"""Which mask belongs to which identity fact. The masks themselves are the domain's."""

from collections.abc import Mapping
from types import MappingProxyType

from desk.domain.draft import Value
from desk.domain.masking import HIDDEN, mask


def masked(fact: str, value: Value) -> Value:
    """``value`` with what identifies hidden, by the last word of the fact's id; rows of people cell by cell."""
    if isinstance(value, tuple):
        people = [entry for entry in value if isinstance(entry, Mapping)]
        return tuple(_person(person) for person in people) if people else (HIDDEN,) * len(value)
    return mask(fact.rpartition(".")[2], value) if isinstance(value, str) else HIDDEN


def _person(person: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType({key: mask(key, text) for key, text in person.items()})
