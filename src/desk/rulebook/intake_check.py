"""Does the taking-in part of a rulebook hold together: kinds, categories, fields, grounds, and who speaks?"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING

from desk.rulebook.facts import FACTS
from desk.rulebook.places import PLACES
from desk.rulebook.references import Found, Names

if TYPE_CHECKING:
    from desk.rulebook.intake import Field
    from desk.rulebook.model import Rulebook

FIRST_SCREEN = 10
"""Kind, channel and category are asked besides; a clerk's first screen holds no more fields than this."""

_TABLES = ("speaker", "ground", "validity", "stage", "department", "assisting", "cosigners", "signs_for")
"""Choices that stand in a table of their own."""


def intake_faults(book: "Rulebook", names: Names) -> Iterator[Found]:
    """Every fault of the intake tables, in their order."""
    for part in (_kinds, _categories, _fields, _asked_twice, _first_screen, _grounds, _speakers, _routes):
        yield from part(book, names)


def _kinds(book: "Rulebook", names: Names) -> Iterator[Found]:
    for kind in book.kinds:
        yield from names.refer(f"kind({kind.id}).starts", names.states, kind.starts)
        yield from names.refer(f"kind({kind.id}).series", names.series, kind.series)
        yield from names.refer(f"kind({kind.id}).channels", names.channels, *kind.channels)
    for channel in book.channels:
        yield from names.refer(f"channel({channel.id}).asks", names.facts, *channel.asks)
    yield from names.refer("secrecy.sealed_kinds", names.kinds, *book.secrecy.sealed_kinds)


def _categories(book: "Rulebook", names: Names) -> Iterator[Found]:
    for category in book.categories:
        key = f"category({category.id})"
        yield from names.refer(f"{key}.parent", names.categories, category.parent)
        yield from names.refer(f"{key}.kinds", names.kinds, *category.kinds)
        yield from names.refer(f"{key}.lead", names.departments, category.lead)
        yield from names.refer(f"{key}.assist", names.departments, *category.assist)
        yield from names.refer(f"{key}.stages", names.stages, *category.stages)
        yield from names.refer(f"{key}.clock_class", names.classes, category.clock_class)
    yield from _rounds({category.id: category.parent for category in book.categories})


def _rounds(parents: Mapping[str, str]) -> Iterator[Found]:
    """A category above itself would hang the tree; it is told once for each round."""
    told: set[str] = set()
    for start in parents:
        way = [start]
        while (above := parents.get(way[-1], "")) and above not in way:
            way.append(above)
        if above == start and not told & set(way):
            told |= set(way)
            yield (
                f"category({start}).parent",
                f"上级绕了一圈：{' → '.join([*way, start])}",
                "最上一级的类别不写 parent",
            )


def _fields(book: "Rulebook", names: Names) -> Iterator[Found]:
    for field in book.fields:
        key = f"field({field.id})"
        if field.id not in FACTS and not (field.label and field.type):
            yield key, f"“{field.id}”不是程序已知的字段", "自定义字段必须写 label 和 type"
            continue
        if field.id in PLACES:
            yield key, f"“{field.id}”由程序填写，不能作字段", "请换一个编号"
        yield from names.refer(f"{key}.at", names.steps, *field.at)
        yield from names.refer(f"{key}.kinds", names.kinds, *field.kinds)
        yield from names.refer(f"{key}.channels", names.channels, *field.channels)
        yield from names.refer(f"{key}.begins", names.facts, *field.begins)
        yield from names.criterion(f"{key}.required_when", field.required_when)
        yield from _choices(field, key)


def _choices(field: "Field", key: str) -> Iterator[Found]:
    known = [choice.id for choice in field.choices]
    if field.kind_of_value in ("choice", "choices") and not known and field.id not in _TABLES:
        yield f"{key}.choices", f"“{field.title}”没有选项", '请写 choices = [{ id = "…", name = "…" }]'
    if field.default and known and field.default not in known:
        yield f"{key}.default", f"默认值“{field.default}”不在选项之内", "可用：" + "、".join(known)


def _asked_twice(book: "Rulebook", _names: Names) -> Iterator[Found]:
    """A fact may be asked in several entries (under another name for another kind) where they never meet."""
    entries: dict[str, list[Field]] = defaultdict(list)
    for field in book.fields:
        entries[field.id].append(field)
    for id, fields in entries.items():
        if len({field.kind_of_value for field in fields}) > 1:
            yield f"field({id}).type", f"“{id}”在各处的类型不一样", "同一个字段只能有一种类型"
        for one, other in combinations(fields, 2):
            if (
                set(one.at) & set(other.at)
                and _meet(one.kinds, other.kinds)
                and _meet(one.channels, other.channels)
            ):
                yield (
                    f"field({id})",
                    f"“{id}”在同一步骤、同一类型下问了两次",
                    "请合并，或用 at、kinds、channels 分开",
                )


def _meet(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return not one or not other or bool(set(one) & set(other))


def _first_screen(book: "Rulebook", _names: Names) -> Iterator[Found]:
    for kind in book.kinds:
        first = [field.id for field in book.fields_at("register", kind.id) if field.first]
        if len(first) > FIRST_SCREEN:
            yield (
                f"kind({kind.id})",
                f"首屏有 {len(first)} 个字段",
                f"首屏最多 {FIRST_SCREEN} 个，其余去掉 first",
            )


def _grounds(book: "Rulebook", names: Names) -> Iterator[Found]:
    for ground in book.grounds:
        yield from names.refer(f"ground({ground.id}).step", names.steps, ground.step)
        yield from names.refer(f"ground({ground.id}).validity", names.validities, ground.validity)
        yield from names.refer(f"ground({ground.id}).kinds", names.kinds, *ground.kinds)
        yield from names.criterion(f"ground({ground.id}).hint_when", ground.hint_when)
        yield from names.refer(f"ground({ground.id}).needs", names.facts, *ground.needs)


def _speakers(book: "Rulebook", names: Names) -> Iterator[Found]:
    for speaker in book.representations:
        yield from names.refer(f"representation({speaker.id}).needs", names.facts, *speaker.needs)
    for script in book.scripts:
        yield from names.criterion(f"script({script.id}).when", script.when)


def _routes(book: "Rulebook", names: Names) -> Iterator[Found]:
    for route in book.routes:
        key = f"route({route.id})"
        yield from names.criterion(f"{key}.when", route.when)
        yield from names.refer(f"{key}.step", names.steps, route.step)
        yield from names.refer(f"{key}.department", names.departments, route.department)
        yield from names.refer(f"{key}.role", names.roles, route.role)
    for repeat in book.repeats:
        yield from names.limit(f"repeat({repeat.id}).within", repeat.within)
