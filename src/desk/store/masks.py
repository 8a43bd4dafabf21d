"""Which mask belongs to which fact. The masks themselves are the domain's."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from desk.domain.draft import Value

HIDDEN = "＊＊＊"


def _name(text: str) -> str:
    return text[:1] + "*" * max(len(text) - 1, 1)


def _phone(text: str) -> str:
    return text[:3] + "****" + text[-4:] if len(text) >= 11 else "****"


def _id(text: str) -> str:
    return text[:6] + "*" * 8 + text[-4:] if len(text) >= 15 else "****"


_MASKS: dict[str, Callable[[str], str]] = {"name": _name, "phone": _phone, "id_number": _id}


def masked(fact: str, value: Value) -> Value:
    """``value`` with what identifies hidden, by the last word of the fact's id."""
    if isinstance(value, tuple):
        people = [entry for entry in value if isinstance(entry, Mapping)]
        return tuple(_person(person) for person in people) if people else (HIDDEN,) * len(value)
    mask = _MASKS.get(fact.rpartition(".")[2])
    return mask(value) if mask and isinstance(value, str) else HIDDEN


def _person(person: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType({key: str(masked(key, text)) for key, text in person.items()})
