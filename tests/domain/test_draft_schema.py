"""The schema for other programs is a right JSON Schema, and it says for each kind what belongs to it."""

from collections.abc import Iterator
from typing import Any

import pytest

from desk.domain.draft_schema import draft_schema
from desk.rulebook.loading import load, shipped

GOOD = {
    "kind": "complaint",
    "channel": "window",
    "values": {
        "complainant.name": "王芳",
        "respondent.name": "鑫源电器商行",
        "subject": "冰箱不制冷",
        "narrative": "三天后不制冷。",
        "demand": "退货退款",
        "complainants": [{"name": "王芳", "agrees": True}],
    },
}
TYPES = {
    "object": dict, "array": list, "string": str, "boolean": bool, "integer": int, "number": (int, float),
}  # fmt: skip


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """The schema and every schema within."""
    if isinstance(schema, dict):
        yield schema
        for key, inner in schema.items():
            for one in (
                inner.values() if key == "properties" else inner if key in ("oneOf", "allOf") else (inner,)
            ):
                yield from parts(one)


def faults(schema: dict[str, Any], value: Any) -> list[str]:
    """What JSON Schema 2020-12 (validation, sections 6 and 10 of the core) finds wrong, for the words used here."""
    wanted = [schema["type"]] if isinstance(schema.get("type"), str) else schema.get("type", [])
    if wanted and not any(
        isinstance(value, TYPES[name]) and (name == "boolean" or not isinstance(value, bool))
        for name in wanted
    ):
        return [f"not {wanted}"]
    found = [] if "const" not in schema or schema["const"] == value else ["const"]
    if "oneOf" in schema and sum(not faults(one, value) for one in schema["oneOf"]) != 1:
        found.append("oneOf")
    if isinstance(value, dict):
        known = schema.get("properties", {})
        found += [f"lacks {name}" for name in schema.get("required", ()) if name not in value]
        found += [f"{n}: {f}" for n, v in value.items() if n in known for f in faults(known[n], v)]
        if schema.get("additionalProperties") is False:
            found += [f"unknown {name}" for name in value if name not in known]
    if isinstance(value, list):
        found += [fault for one in value for fault in faults(schema.get("items", {}), one)]
    for one in schema.get("allOf", ()):
        found += faults(one, value)
    if "if" in schema and not faults(schema["if"], value):
        found += faults(schema.get("then", {}), value)
    return found


@pytest.mark.parametrize("rulebook", shipped())
def test_every_schema_is_well_formed(rulebook):
    book = load(rulebook)
    for kind in ("", *(entry.id for entry in book.kinds)):
        for part in parts(draft_schema(book, kind)):
            required = part.get("required", [])
            assert len(required) == len(set(required))
            for word in ("oneOf", "allOf"):
                assert part.get(word, [{}]), f"{rulebook} {kind}: empty {word}"
            constants = [one["const"] for one in part.get("oneOf", ())]
            assert len(constants) == len(set(constants))


def test_a_good_draft_fits_with_and_without_a_kind():
    book = load("R15")

    assert faults(draft_schema(book), GOOD) == []
    assert faults(draft_schema(book, "complaint"), GOOD) == []


def test_what_belongs_to_another_kind_is_found_wrong():
    schema = draft_schema(load("R15"))

    as_report = faults(schema, {**GOOD, "kind": "report"})
    bare = faults(schema, {**GOOD, "values": {}})
    word = faults(
        schema, {**GOOD, "values": {**GOOD["values"], "complainants": [{"name": "王芳", "agrees": "是"}]}}
    )

    assert "values: unknown demand" in as_report
    assert "values: lacks demand" in bare
    assert word == ["values: complainants: agrees: not ['boolean']"]


def test_each_kind_says_what_belongs_to_it():
    offered = {one["const"]: one for one in draft_schema(load("R10"))["properties"]["kind"]["oneOf"]}

    # 002:621, 3.1
    assert offered["service"]["description"] == "服务质量没有达到期望，或造成损害，表示不满意或提出索赔"
    assert "description" not in draft_schema(load("R16"))["properties"]["kind"]["oneOf"][1]
