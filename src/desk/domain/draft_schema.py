"""The JSON Schema of a draft under a rulebook, for other programs that hand in cases."""

from typing import Any

from desk.domain.words import choices_of
from desk.rulebook.intake import Field
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
    """The schema: kind, channel, category, station, received_at, and ``values`` by field id."""
    fields = rulebook.fields_at("register", kind)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{rulebook.name}：登记",
        "type": "object",
        "required": ["kind", "channel", "values"],
        "additionalProperties": False,
        "properties": {
            "kind": _one_of(
                "类型", [(entry.id, entry.name) for entry in rulebook.kinds if kind in ("", entry.id)]
            ),
            "channel": _one_of("渠道", [(entry.id, entry.name) for entry in rulebook.channels]),
            "category": _one_of("类别", [(entry.id, entry.name) for entry in rulebook.categories]),
            "station": _one_of("窗口", [(entry.id, entry.name) for entry in rulebook.stations]),
            "received_at": {"type": "string", "format": "date-time", "title": "收到时间"},
            "key": {"type": "string", "format": "uuid", "title": "防重复登记的键"},
            "values": {
                "type": "object",
                "additionalProperties": False,
                "required": [field.id for field in fields if field.required and not field.personal],
                "properties": {field.id: _property(rulebook, field) for field in fields},
            },
        },
    }


def _one_of(title: str, entries: list[tuple[str, str]]) -> dict[str, Any]:
    return {"title": title, "oneOf": [{"const": id_, "title": name} for id_, name in entries]}


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
            columns = {column.id: {"title": column.name, "type": "string"} for column in field.columns}
            return {"title": field.title, "type": "array", "items": {"type": "object", "properties": columns}}
        case other:
            return {"title": field.title, **_SHAPES.get(other, {"type": "string"})}
