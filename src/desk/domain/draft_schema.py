"""The JSON Schema of a draft under a rulebook, for other programs that hand in cases."""

from collections.abc import Iterable
from typing import Any

from desk.domain.words import choices_of
from desk.rulebook.intake import Column, Field
from desk.rulebook.model import Rulebook

_SHAPES: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "note": {"type": "string"},
    "phone": {"type": "string"},
    "id_number": {"type": "string"},
    "credit_code": {"type": "string"},
    "date": {"type": "string", "format": "date"},
    "moment": {"type": "string", "format": "date-time"},
    "count": {"type": "integer", "minimum": 0},
    "yes_no": {"type": "boolean"},
    "money": {"type": ["number", "string"], "description": "元"},
}


def draft_schema(rulebook: Rulebook, kind: str = "") -> dict[str, Any]:
    """The schema: kind, channel, category, station, received_at, and ``values`` by field id.

    Without a ``kind`` it says for each kind what its values are (``allOf`` of if and then), as they differ.
    """
    kinds = [entry for entry in rulebook.kinds if kind in ("", entry.id)]
    tables: dict[str, tuple[str, list[tuple[str, ...]]]] = {
        "kind": ("类型", [(entry.id, entry.name, entry.brief) for entry in kinds]),
        "channel": ("渠道", [(entry.id, entry.name) for entry in rulebook.channels]),
        "category": ("类别", [(entry.id, entry.name) for entry in rulebook.categories]),
        "station": ("窗口", [(entry.id, entry.name) for entry in rulebook.stations]),
    }
    alone = len(kinds) == 1
    whole: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{rulebook.name}：登记",
        "type": "object",
        "required": ["kind", "channel", "values"],
        "additionalProperties": False,
        "properties": {
            **{name: _one_of(title, entries) for name, (title, entries) in tables.items() if entries},
            "received_at": {"type": "string", "format": "date-time", "title": "收到时间"},
            "key": {"type": "string", "format": "uuid", "title": "防重复登记的键"},
            "values": _values(rulebook, kinds[0].id) if alone else {"type": "object"},
        },
    }
    return whole if alone else {**whole, "allOf": [_of_kind(rulebook, entry.id) for entry in kinds]}


def _of_kind(rulebook: Rulebook, kind: str) -> dict[str, Any]:
    """What holds if the matter is of this kind."""
    return {
        "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
        "then": {"properties": {"values": _values(rulebook, kind)}},
    }


def _values(rulebook: Rulebook, kind: str) -> dict[str, Any]:
    """The facts that a kind asks for at registration; what only some ways in ask for is never required."""
    fields = rulebook.fields_at("register", kind)
    required = (field.id for field in fields if field.required and not field.personal and not field.channels)
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(dict.fromkeys(required)),
        "properties": {field.id: _property(rulebook, field) for field in fields},
    }


def _one_of(title: str, entries: Iterable[tuple[str, ...]]) -> dict[str, Any]:
    """One of these: each by id and name, and by what the manual says of it where it says anything."""
    keys = ("const", "title", "description")
    return {
        "title": title,
        "oneOf": [{key: said for key, said in zip(keys, entry, strict=False) if said} for entry in entries],
    }


def _property(rulebook: Rulebook, field: Field) -> dict[str, Any]:
    choices = [(choice.id, choice.name) for choice in choices_of(rulebook, field)]
    match field.kind_of_value:
        case "choice" if choices:
            return _one_of(field.title, choices)
        case "choices":
            return {
                "title": field.title,
                "type": "array",
                "items": _one_of(field.title, choices) if choices else {},
            }
        case "people" | "items" | "materials":
            columns = {column.id: _cell(column) for column in field.columns}
            required = [column.id for column in field.columns if column.required]
            row = {"type": "object", "required": required, "properties": columns}
            return {"title": field.title, "type": "array", "items": row}
        case other:
            return {"title": field.title, **_SHAPES.get(other, {"type": "string"})}


def _cell(column: Column) -> dict[str, Any]:
    """A cell of a row: yes or no as a boolean, everything else in words."""
    return {"title": column.name, "type": "boolean" if column.type == "yes_no" else "string"}
