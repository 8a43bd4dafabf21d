"""From an office's files to a rulebook: read, put together, check, or say exactly what is wrong where."""

import hashlib
import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec

from desk.paths import resource
from desk.rulebook.checking import Fault, check
from desk.rulebook.model import Rulebook

RULES = "rules.toml"
_ENGLISH = (
    (r"Object missing required field `(.+?)`", r"缺少必填项“\1”"),
    (r"Object contains unknown field `(.+?)`", r"多出了不认识的项“\1”，请删去或检查拼写"),
    (r"Expected `(.+?)`, got `(.+?)`", r"应当是 \1，写成了 \2"),
    (r"Invalid enum value '?(.+?)'?", r"“\1”不在允许的取值之内"),
)


@dataclass(frozen=True)
class Manual:
    """A rulebook's own text: file names with their content. This is what a store keeps for its cases."""

    files: Mapping[str, str]

    @property
    def sha256(self) -> str:
        """The digest by which the store tells whether the text is what was adopted."""
        text = json.dumps(dict(sorted(self.files.items())), ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


class BadRulebook(ValueError):
    """A rulebook that cannot be used; ``faults`` name file, key and what to write instead."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


def shipped() -> tuple[str, ...]:
    """The ids of the rulebooks that ship with the program."""
    return tuple(sorted(path.parent.name for path in resource("rulebooks").glob(f"*/{RULES}")))


def read_manual(where: str | Path) -> Manual:
    """The files of a rulebook: a shipped id, a folder, or a single file. Raises ``BadRulebook``."""
    path = resource("rulebooks", where) if isinstance(where, str) and re.fullmatch(r"\w+", where) else Path(where)
    if path.is_file():
        return Manual({RULES: path.read_text(encoding="utf-8")})
    if not (path / RULES).is_file():
        raise BadRulebook((Fault(str(path / RULES), "", "文件不存在", "请检查规则簿编号或文件夹"),))
    files = {file.relative_to(path).as_posix(): file.read_text(encoding="utf-8") for file in sorted(path.rglob("*.toml"))}
    shared = sorted(resource("layouts").glob("*.toml"))
    return Manual({f"layouts/{file.name}": file.read_text(encoding="utf-8") for file in shared} | files)


def load(manual: Manual | str | Path, options: Mapping[str, str] | None = None) -> Rulebook:
    """The checked rulebook of a manual. ``options`` set its switches otherwise than by default.

    Raises ``BadRulebook`` with every fault found.
    """
    files = manual.files if isinstance(manual, Manual) else read_manual(manual).files
    rulebook = _converted(_merged(files, options or {}))
    faults = check(rulebook)
    if faults:
        raise BadRulebook(faults)
    return rulebook


def _merged(files: Mapping[str, str], options: Mapping[str, str]) -> dict[str, Any]:
    rules = _toml(RULES, files[RULES])
    layouts = {
        PurePosixPath(name).stem: _toml(name, text) for name, text in files.items() if name != RULES
    }
    chosen = {switch.get("id"): switch.get("default") for switch in rules.get("switch", [])} | dict(options)
    held = {key: _held(entry, chosen) for key, entry in rules.items()}
    for switch in held.get("switch", []):
        switch["chosen"] = chosen.get(switch.get("id"), "")
        for change in switch.get("change", []):
            if change.get("option") == switch["chosen"]:
                _changed(held, change, str(switch.get("id")))
    return {**held, "layouts": layouts}


def _changed(rules: dict[str, Any], change: Mapping[str, Any], switch: str) -> None:
    """Put the keys of a switch's change into the entry that it names by ids."""
    place: Any = rules
    for part in str(change.get("of", "")).split("."):
        found = place.get(part) if isinstance(place, dict) else None
        if isinstance(place, list):
            found = next((entry for entry in place if entry.get("id") == part), None)
        if not isinstance(found, (dict, list)):
            fault = Fault(RULES, f"switch({switch}).change", f"“{change.get('of')}”不存在", "例：clock.response")
            raise BadRulebook((fault,))
        place = found
    if isinstance(place, dict):
        place.update(change.get("set", {}))


def _held(entry: Any, chosen: Mapping[Any, Any]) -> Any:
    """Without the entries whose ``variant`` is not the option that holds, at every depth."""
    if isinstance(entry, dict):
        return {key: _held(value, chosen) for key, value in entry.items()}
    if not isinstance(entry, list):
        return entry
    return [_held(item, chosen) for item in entry if not (isinstance(item, dict) and _other_variant(item, chosen))]


def _other_variant(item: Mapping[str, Any], chosen: Mapping[Any, Any]) -> bool:
    pairs = (part.partition("=") for part in str(item.get("variant", "")).split(",") if part)
    return any(chosen.get(switch.strip()) != option.strip() for switch, _, option in pairs)


def _toml(name: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadRulebook((Fault(name, "", f"不是合格的 TOML：{error}", "请检查引号、括号和等号"),)) from error


def _converted(merged: dict[str, Any]) -> Rulebook:
    try:
        return msgspec.convert(merged, Rulebook)
    except msgspec.ValidationError as error:
        raise BadRulebook((_fault(str(error), merged),)) from error


def _fault(english: str, merged: dict[str, Any]) -> Fault:
    """msgspec's message in Chinese, with the key's path and the id of the entry it lies in."""
    what, _, path = english.partition(" - at ")
    for pattern, chinese in _ENGLISH:
        what = re.sub(pattern, chinese, what)
    key = path.strip("`").removeprefix("$").removeprefix(".")
    layout = re.match(r"layouts\[(?:\.\.\.|'?(.+?)'?)\]", key)
    return Fault("forms/*.toml" if layout else RULES, _with_ids(key, merged), what, "请对照 docs/rulebook.md 改正")


def _with_ids(key: str, merged: Any) -> str:
    """``step[3].to`` becomes ``step[3](refuse).to``: people find an entry by its id, not by its place."""
    out = ""
    for part in re.findall(r"[^.\[\]]+|\[\d+\]", key):
        if part.startswith("["):
            merged = merged[int(part[1:-1])] if isinstance(merged, list) else None
            id = merged.get("id") if isinstance(merged, dict) else None
            out += part + (f"({id})" if id else "")
        else:
            merged = merged.get(part) if isinstance(merged, dict) else None
            out += ("." if out else "") + part
    return out
