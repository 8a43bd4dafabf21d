"""The JSON Schema of a rulebook's files, for editors that help with writing them; made from the model itself."""

import json
import re
from typing import Any

import msgspec

from desk.rulebook.key_words import key_words
from desk.rulebook.layout import Layout
from desk.rulebook.model import Rulebook
from desk.rulebook.overlays import Overlay

Schema = dict[str, Any]

_FILES: dict[str, tuple[type[Any], str]] = {
    "rules": (Rulebook, "规则簿 rules.toml"),
    "overlay": (Overlay, "附加内容 overlay.toml"),
    "layout": (Layout, "文书版式 forms/*.toml"),
}
FILES = tuple(_FILES)
_BY_LOADING = {"Rulebook": ("layouts", "overlay"), "Switch": ("chosen",)}
"""Keys that loading fills: nobody writes them."""

_EVERYWHERE = {
    "id": "编号：小写英文字母、数字和下划线，同一张表里不重复",
    "name": "给人看的名称",
    "source": "出处：手册的第几条、第几行",
    "note": "为什么这样录；手册没有、自己补的，写明“推定”",
    "variant": "开关=选项：只在那个选项下有这一条",
}


def schema(file: str) -> Schema:
    """The schema of one sort of file: ``rules``, ``overlay`` or ``layout``."""
    kind, title = _FILES[file]
    (reference,), parts = msgspec.json.schema_components((kind,), ref_template="#/$defs/{name}")
    if file == "overlay":
        _with_tables(parts)
    for struct, keys in _BY_LOADING.items():
        for key in keys:
            parts.get(struct, {}).get("properties", {}).pop(key, None)
    parts = _named_in(reference, parts)
    _explain(parts)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    return {**head, **reference, "$defs": parts}


def _with_tables(parts: dict[str, Schema]) -> None:
    """An overlay may bring entries of every table of a manual besides."""
    _, rules = msgspec.json.schema_components((Rulebook,), ref_template="#/$defs/{name}")
    own = parts["Overlay"]["properties"]
    tables = {k: v for k, v in rules["Rulebook"]["properties"].items() if v.get("type") == "array"}
    parts["Overlay"]["properties"] = {**tables, **own, "format": {"type": "integer"}}
    parts["Overlay"]["required"] = ["format", *parts["Overlay"]["required"]]
    del parts["Overlay"]["properties"]["overlay"]
    parts.update({name: part for name, part in rules.items() if name not in ("Rulebook", "Overlay")})


def _named_in(root: Schema, parts: dict[str, Schema]) -> dict[str, Schema]:
    """Only the parts to which something leads."""
    kept: dict[str, Schema] = {}
    waiting = [root]
    while waiting:
        for name in re.findall(r'"#/\$defs/([^"]+)"', json.dumps(waiting.pop())):
            if name not in kept:
                kept[name] = parts[name]
                waiting.append(parts[name])
    return kept


def _explain(parts: dict[str, Schema]) -> None:
    """The handbook's words for each key; the program's own notes are for programmers and go."""
    words = key_words()
    tables = {"Rulebook": "", **{name: table for table, name in _structs(parts)}}
    for name, part in parts.items():
        part.pop("description", None)
        for key, value in part.get("properties", {}).items():
            value.pop("default", None)
            table = tables.get(name, name)
            told = words.get((table, key)) or (not table and words.get((key, "name"))) or _EVERYWHERE.get(key)
            if told:
                part["properties"][key] = {**value, "description": told}


def _structs(parts: dict[str, Schema]) -> list[tuple[str, str]]:
    """Which struct an entry of which table is, as (``channel``, ``Channel``)."""
    whole = {
        **parts.get("Rulebook", {}).get("properties", {}),
        **parts.get("Overlay", {}).get("properties", {}),
    }
    named = ((key, value.get("items", value).get("$ref", "")) for key, value in whole.items())
    return [(key, reference.rpartition("/")[2]) for key, reference in named if reference]
