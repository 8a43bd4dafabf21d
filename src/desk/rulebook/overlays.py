"""What an agreement or a house style lays over a manual: entries that come besides, and entries that read otherwise."""

from collections.abc import Iterator, Mapping, Set
from typing import Any

import msgspec

from desk.rulebook.base import UNSET, Entry, Named
from desk.rulebook.references import Found
from desk.rulebook.switches import Rules, entry_at

_WHOLE = ("representation",)
"""Lists that a manual makes as a whole: where it has one, a spare one is left out."""
_HEAD = ("format", "id", "version", "name", "about", "source", "note", "change", "spares")


class OverlayChange(Entry, frozen=True, kw_only=True):
    """What reads otherwise under an overlay: the keys in ``set`` of the entry ``of`` (empty: of the manual as a whole).

    A key set to ``unset`` leaves what the manual says: a blank that nobody filled in changes nothing. ``optional``: a
    manual without that entry is no fault.
    """

    of: str = ""
    set: Mapping[str, Any]
    optional: bool = False


class Overlay(Named, frozen=True, kw_only=True):
    """An agreement or a house style that lies over the manual; its own tables have become the manual's.

    ``spares``: entries that the manual has already are left out; they are only for manuals that lack them.
    """

    version: str
    about: str = ""
    spares: bool = False
    changes: tuple[OverlayChange, ...] = msgspec.field(name="change", default=())


def add(rules: Rules, overlay: Rules, tables: Set[str]) -> Iterator[Found]:
    """Put the overlay's entries behind the manual's own, and its number behind the manual's version. Yields faults."""
    for table, entries in overlay.items():
        if table in _HEAD:
            continue
        if table not in tables or not isinstance(entries, list):
            yield table, f"附加内容里不能写“{table}”", "附加的写成 [[表名]]，改写手册原有内容的用 [[change]]"
            continue
        own = rules.get(table, [])
        if overlay.get("spares"):
            more = _lacking(table, own, entries)
        else:
            more = entries
            yield from _twice(table, own, more)
        rules[table] = [*own, *more]
    if overlay.get("format") != rules.get("format"):
        yield "format", "写法的版本与手册不同", f"请写 format = {rules.get('format')}"
    head = {key: value for key, value in overlay.items() if key in _HEAD and key != "format"}
    rules["overlay"] = [*rules.get("overlay", []), head]
    rules["version"] = f"{rules.get('version')}+{head.get('id')}.{head.get('version')}"


def _lacking(table: str, own: list[Rules], spare: list[Rules]) -> list[Rules]:
    """The spare entries that the manual has not in its own way: by id, as a whole list, or as a clock to the same date."""
    if own and table in _WHOLE:
        return []
    known = {entry.get("id") for entry in own}
    dates = {entry.get("limit") for entry in own} if table == "clock" else set()
    return [one for one in spare if one.get("id") not in known and one.get("limit") not in dates - {None}]


def _twice(table: str, own: list[Rules], entries: list[Rules]) -> Iterator[Found]:
    """A field may be asked again elsewhere; any other entry exists once, and is altered by a change."""
    known = {entry.get("id") for entry in own}
    for entry in entries:
        if table != "field" and entry.get("id") in known:
            yield f"{table}({entry.get('id')})", "手册里已经有这一条", "请换一个编号，或用 [[change]] 改写"


def alter(rules: Rules) -> Iterator[tuple[str, Found]]:
    """Let the changes of every overlay hold; each fault comes with the overlay's id."""
    done: dict[tuple[str, str], str] = {}
    for overlay in rules.get("overlay", []):
        for change in overlay.get("change", []):
            for fault in _altered(rules, overlay, change, done):
                yield str(overlay.get("id")), fault


def _altered(
    rules: Rules, overlay: Rules, change: Rules, done: dict[tuple[str, str], str]
) -> Iterator[Found]:
    """One change; ``done`` remembers who altered what, since two overlays must not contend."""
    of = str(change.get("of", ""))
    given = {key: value for key, value in change["set"].items() if value != UNSET}
    place = entry_at(rules, of) if of else rules
    if place is None:
        if not change.get("optional"):
            yield "change", f"手册里没有“{of}”", "例：clock.first_reply；可有可无的写 optional = true"
        return
    for key in given:
        if (of, key) in done:
            yield "change", f"“{of}”的 {key} 已被“{done[of, key]}”改过", "请只保留一处"
        done[of, key] = str(overlay.get("name"))
    if given and of:
        place.update(_cited(place, given, change, overlay))
    place.update(given)


def _cited(place: Rules, given: Rules, change: Rules, overlay: Rules) -> Rules:
    """Where the entry now comes from, and in its note what it said before."""
    before = "，".join(f"{key} = {place[key]}" for key in given if isinstance(place.get(key), str | int))
    was = f"；手册原为 {before}" if before else ""
    note = f"依“{overlay.get('name')}”{was}" + (f"。{place['note']}" if place.get("note") else "")
    sources = (change.get("source") or overlay.get("source"), place.get("source"))
    return {"source": "；手册 ".join(filter(None, sources)), "note": note}
