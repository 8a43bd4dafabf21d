"""The schema for editors: every shipped rulebook fits it, what is broken does not, and its keys are explained."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desk.cli import main
from desk.paths import resource
from desk.rulebook.schema import FILES, schema

SHAPES = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "array": list,
    "object": dict,
}
FOUND = {
    "rules": sorted(resource("rulebooks").glob("*/rules.toml")),
    "overlay": sorted(resource("overlays").glob("*/overlay.toml")),
    "layout": [
        *sorted(resource("layouts").glob("*.toml")),
        *sorted(resource("rulebooks").glob("*/forms/*.toml")),
        *sorted(resource("overlays").glob("*/forms/*.toml")),
    ],
}


def strange(value: Any, rule: dict[str, Any], whole: dict[str, Any], at: str = "") -> Iterator[str]:
    """Where a value does not fit a schema, for the words of it that ours uses."""
    if "$ref" in rule:
        yield from strange(value, whole["$defs"][rule["$ref"].rpartition("/")[2]], whole, at)
        return
    if choices := rule.get("anyOf"):
        if all(any(True for _ in strange(value, one, whole, at)) for one in choices):
            yield at
        return
    shape = SHAPES.get(rule.get("type", ""), object)
    if not isinstance(value, shape) or (isinstance(value, bool) and shape not in (bool, object)):
        yield at
        return
    if "enum" in rule and value not in rule["enum"]:
        yield at
    if isinstance(value, dict):
        known, others = rule.get("properties", {}), rule.get("additionalProperties", True)
        yield from (f"{at}.{key}" for key in rule.get("required", ()) if key not in value)
        for key, inner in value.items():
            if key in known:
                yield from strange(inner, known[key], whole, f"{at}.{key}")
            elif others is False:
                yield f"{at}.{key}"
    if isinstance(value, list) and isinstance(rule.get("items"), dict):
        for place, inner in enumerate(value):
            yield from strange(inner, rule["items"], whole, f"{at}[{place}]")


@pytest.mark.parametrize("file", FILES)
def test_every_shipped_file_fits_its_schema(file: str) -> None:
    whole = schema(file)

    found = {
        f"{path.parent.name}/{path.name}{at}"
        for path in FOUND[file]
        for at in strange(tomllib.loads(path.read_text("utf-8")), whole, whole)
    }

    assert (len(FOUND[file]) > 1, found) == (True, set())


@pytest.mark.parametrize(
    ("piece", "other", "at"),
    [
        ('id = "R02"\n', "", ".id"),
        ("format = 1", 'format = "1"', ".format"),
        ("about =", "abuot =", ".abuot"),
        ('phase = "closed"', 'phase = "shut"', "phase"),
        ("[[channel]]", "[[chanel]]", ".chanel"),
    ],
)
def test_what_is_broken_does_not_fit(piece: str, other: str, at: str) -> None:
    text = resource("rulebooks", "R02", "rules.toml").read_text("utf-8")
    assert piece in text
    whole = schema("rules")

    found = list(strange(tomllib.loads(text.replace(piece, other, 1)), whole, whole))

    assert [place for place in found if place.endswith(at)] != []


def test_every_key_of_a_table_says_in_chinese_what_it_means() -> None:
    parts = schema("rules")["$defs"]
    tables = (
        "Channel",
        "Kind",
        "Category",
        "Field",
        "Step",
        "Clock",
        "Paper",
        "Register",
        "Penalty",
        "Switch",
    )

    untold = [f"{t}.{k}" for t in tables for k, v in parts[t]["properties"].items() if "description" not in v]

    assert untold == []
    assert parts["Channel"]["properties"]["on_site"]["description"] == "写 true：当面提出"
    assert "chosen" not in parts["Switch"]["properties"]
    assert {"layouts", "overlay"} & parts["Rulebook"]["properties"].keys() == set()


def test_it_is_saved_where_the_editor_looks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "rulebook.json"

    code = main(["rulebook", "schema", "-o", str(target)])

    assert code == 0
    assert "#:schema rulebook.json" in capsys.readouterr().out
    assert json.loads(target.read_text("utf-8"))["title"] == "规则簿 rules.toml"
