"""Where a manual contradicts itself an office chooses: what an option removes from the rules, and what it alters."""

from collections.abc import Iterator, Mapping
from typing import Any

from desk.rulebook.references import Found

Rules = dict[str, Any]


def choose(rules: Rules, options: Mapping[str, str]) -> Rules:
    """The rules as they read under ``options``, by default under each switch's default. Alters ``rules`` in place.

    Raises ``KeyError`` with the switch and the place where a change names an entry that does not exist.
    """
    chosen = {str(switch.get("id")): switch.get("default") for switch in _switches(rules)} | dict(options)
    held = {key: _held(entry, chosen) for key, entry in rules.items()}
    for switch in _switches(held):
        switch["chosen"] = chosen.get(str(switch.get("id")), "")
        for change in _changes(switch):
            if change.get("option") == switch["chosen"]:
                _change(held, change, str(switch.get("id")))
    return held


def switch_faults(rules: Rules, options: Mapping[str, str]) -> Iterator[Found]:
    """Switches and options that are named but do not exist: an entry with such a variant would silently be missing."""
    known = {str(switch.get("id")): tuple(switch.get("options", ())) for switch in _switches(rules)}
    for switch, option in options.items():
        yield from _unknown(f"switch({switch})", switch, option, known)
    for key, variant in _variants(rules, ""):
        for pair in filter(None, variant.split(",")):
            switch, _, option = pair.partition("=")
            yield from _unknown(f"{key}.variant", switch.strip(), option.strip(), known)


def _unknown(key: str, switch: str, option: str, known: Mapping[str, tuple[str, ...]]) -> Iterator[Found]:
    if switch not in known:
        yield key, f"没有开关“{switch}”", "可用：" + "、".join(known) if known else "请先写 [[switch]]"
    elif option not in known[switch]:
        yield key, f"开关“{switch}”没有选项“{option}”", "可用：" + "、".join(known[switch])


def _switches(rules: Rules) -> list[Rules]:
    found = rules.get("switch", [])
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []


def _changes(switch: Rules) -> list[Rules]:
    found = switch.get("change", [])
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []


def _variants(entry: Any, key: str) -> Iterator[tuple[str, str]]:
    """Every ``variant`` at every depth, with the way to its entry."""
    match entry:
        case dict():
            if isinstance(variant := entry.get("variant"), str):
                yield key, variant
            for name, value in entry.items():
                yield from _variants(value, f"{key}.{name}" if key else name)
        case list():
            for place, value in enumerate(entry):
                id = value.get("id") if isinstance(value, dict) else None
                yield from _variants(value, f"{key}({id})" if id else f"{key}[{place}]")


def _held(entry: Any, chosen: Mapping[str, Any]) -> Any:
    """Without the entries whose ``variant`` is not what was chosen, at every depth."""
    if isinstance(entry, dict):
        return {key: _held(value, chosen) for key, value in entry.items()}
    if not isinstance(entry, list):
        return entry
    return [
        _held(item, chosen) for item in entry if not (isinstance(item, dict) and _other_variant(item, chosen))
    ]


def _other_variant(item: Mapping[str, Any], chosen: Mapping[str, Any]) -> bool:
    pairs = (part.partition("=") for part in str(item.get("variant", "")).split(",") if part)
    return any(chosen.get(switch.strip()) != option.strip() for switch, _, option in pairs)


def _change(rules: Rules, change: Mapping[str, Any], switch: str) -> None:
    """Put the keys of a switch's change into the entry that it names by ids."""
    place = entry_at(rules, str(change.get("of", "")))
    if place is None:
        raise KeyError(switch, str(change.get("of")))
    place.update(change.get("set", {}))


def entry_at(rules: Rules, way: str) -> Rules | None:
    """The entry that a way by ids leads to (``clock.reply``, ``scale.weight.criteria.hurt``); None where there is none."""
    place: Any = rules
    for part in way.split("."):
        if isinstance(place, list):
            place = next((entry for entry in place if entry.get("id") == part), None)
        else:
            place = place.get(part) if isinstance(place, dict) else None
    return place if isinstance(place, dict) else None
