"""Numbers and dates that people write where words are kept: ``retention_years = 10``, ``effective = 2026-01-01``."""

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from msgspec import inspect


def worded(value: Any, kind: type[Any]) -> Any:
    """The value of a file with its numbers and dates as words, wherever ``kind`` keeps words."""
    return _worded(value, inspect.type_info(cast("Any", kind)))


def _worded(value: Any, type_: inspect.Type) -> Any:
    match type_:
        case inspect.StrType() if isinstance(value, int | float | date) and not isinstance(value, bool):
            return str(value)
        case inspect.StructType() if isinstance(value, Mapping):
            types = {field.encode_name: field.type for field in type_.fields}
            return {key: _worded(one, types[key]) if key in types else one for key, one in value.items()}
        case inspect.VarTupleType() if isinstance(value, list):
            return [_worded(one, type_.item_type) for one in value]
        case inspect.DictType() if isinstance(value, Mapping):
            return {key: _worded(one, type_.value_type) for key, one in value.items()}
    return value
