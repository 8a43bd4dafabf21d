"""Facts, moments and sort keys as the database keeps them, and back without loss."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from json.encoder import encode_basestring
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from desk.domain.draft import NOTHING, Value, Values

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_quoted: Callable[[Any], str] = encode_basestring
_NUMBER = re.compile(r"\d+")


def micros(moment: datetime) -> int:
    """Microseconds since 1970 in UTC; ``moment`` must carry its zone."""
    return (moment - _EPOCH) // _MICROSECOND


def moment(at: int, zone: tzinfo = UTC) -> datetime:
    """The moment that ``at`` microseconds stand for, in ``zone``."""
    return (_EPOCH + timedelta(microseconds=at)).astimezone(zone)


def zone_name(zone: tzinfo | None) -> str:
    """A name that ``zone_of`` understands again: of the time zone database, or an offset such as ``+08:00``."""
    if isinstance(zone, ZoneInfo) and zone.key:
        return zone.key
    offset = zone.utcoffset(None) if zone else None
    minutes = int(offset.total_seconds()) // 60 if offset else 0
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


@lru_cache(maxsize=64)
def zone_of(name: str) -> tzinfo:
    """The zone of a name written by ``zone_name``."""
    if name[:1] not in {"+", "-"}:
        return ZoneInfo(name)
    hours, _, minutes = name[1:].partition(":")
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-offset if name[0] == "-" else offset)


def document(values: Mapping[str, Value]) -> bytes:
    """Facts as one JSON document in UTF-8, types kept. Raises ``UnicodeEncodeError`` for half characters."""
    if all(type(value) is str for value in values.values()):  # nearly always, and a third of the time
        said = ",".join([f"{_quoted(name)}:{_quoted(value)}" for name, value in values.items()])
        return f"{{{said}}}".encode()
    plain = {name: value if type(value) is str else _plain(value) for name, value in values.items()}
    return dump(plain).encode()


def facts(data: bytes | memoryview) -> Values:
    """The facts of a document written by ``document``."""
    if not data:
        return NOTHING
    loaded = json.loads(bytes(data).decode())
    return MappingProxyType({name: _value(value) for name, value in loaded.items()})


def dump(value: Any) -> str:
    """Compact JSON with Chinese as it is."""
    return _COMPACT.encode(value)


def _plain(value: Value) -> Any:
    match value:
        case datetime():
            return {"moment": value.replace(tzinfo=None).isoformat(), "zone": zone_name(value.tzinfo)}
        case date():
            return {"day": value.isoformat()}
        case tuple():
            return [dict(entry) if isinstance(entry, Mapping) else entry for entry in value]
    return value


def _value(plain: Any) -> Value:
    if isinstance(plain, list):
        return tuple(MappingProxyType(entry) if isinstance(entry, dict) else entry for entry in plain)
    if isinstance(plain, dict):
        if "day" in plain:
            return date.fromisoformat(plain["day"])
        return datetime.fromisoformat(plain["moment"]).replace(tzinfo=zone_of(plain["zone"]))
    known: Value = plain
    return known


def number_key(number: str) -> str:
    """A key that sorts numbers of papers and cases as people do: runs of digits by their size."""
    return _NUMBER.sub(lambda run: run[0].lstrip("0").rjust(12, "0"), number)


def text(value: object) -> str:
    """Text that both databases keep: NUL, which PostgreSQL refuses, is dropped."""
    return value.replace("\0", "") if isinstance(value, str) else ""
