"""What a step found before it, inside the sealed details of its entry: enough to undo it exactly."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from desk.domain.case import Before, Happening
from desk.domain.draft import Value, Values
from desk.store.encoding import document

_STATE, _HANDED_ON, _ABSENT, _LEVEL, _FACT = "<state", "<handed_on", "<absent", "<level:", "<="


def told(entry: Happening) -> bytes:
    """What an entry tells besides its step and moment, as the document that is sealed."""
    values = {f"={fact}": value for fact, value in entry.values.items()}
    return document({"note": entry.note, **values, **before_document(entry.before)})


def before_document(before: Before | None) -> dict[str, Value]:
    """The parts of an entry's document that say what was before; nothing where it was not kept."""
    if before is None:
        return {}
    handed_on = {} if before.handed_on_at is None else {_HANDED_ON: before.handed_on_at}
    return {
        _STATE: before.state, _ABSENT: before.absent, **handed_on,
        **{f"{_LEVEL}{scale}": level for scale, level in before.levels.items()},
        **{f"{_FACT}{fact}": value for fact, value in before.values.items()},
    }  # fmt: skip


def before_of(plain: Values) -> Before | None:
    """What was before, from an entry's document."""
    if _STATE not in plain:
        return None
    handed_on, absent = plain.get(_HANDED_ON), plain.get(_ABSENT, ())
    return Before(
        state=str(plain[_STATE]),
        levels={scale: str(level) for scale, level in _under(plain, _LEVEL).items()},
        handed_on_at=handed_on if isinstance(handed_on, datetime) else None,
        values=_under(plain, _FACT),
        absent=tuple(str(fact) for fact in absent) if isinstance(absent, tuple) else (),
    )


def _under(plain: Values, prefix: str) -> Mapping[str, Value]:
    found = {name.removeprefix(prefix): value for name, value in plain.items() if name.startswith(prefix)}
    return MappingProxyType(found)
