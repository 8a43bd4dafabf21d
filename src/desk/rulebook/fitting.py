"""What may stand at a place of a file: the keys of its table, or the values of its list of words."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from typing import Any, cast

from msgspec import inspect

_SHOWN = 50


def fitting(kind: type[Any], path: str, wrong: str) -> str:
    """What may be written at ``path`` (``$.state[2].phase``) of a file of this kind: the likeliest first, else all.

    Empty where anything of the right type may.
    """
    named = sorted({name for type_ in _at(kind, path) for name in _names(type_)})
    if near := get_close_matches(wrong, named, n=1):
        return f"是不是“{near[0]}”？"
    return "可用：" + "、".join(named[:_SHOWN]) if named else ""


@cache
def _whole(kind: Any) -> inspect.Type:
    return inspect.type_info(kind)


def _at(kind: type[Any], path: str) -> list[inspect.Type]:
    """The types that may stand at a path; several where a block is one of several kinds."""
    types = [_whole(cast("Any", kind))]
    for part in re.findall(r"[^.\[\]$]+|\[[^\]]*\]", path):
        types = [inner for type_ in types for inner in _inside(type_, part)]
    return [inner for type_ in types for inner in _choices(type_)]


def _inside(type_: inspect.Type, part: str) -> Iterator[inspect.Type]:
    for one in _choices(type_):
        match one:
            case inspect.StructType():
                yield from (field.type for field in one.fields if field.encode_name == part)
                if part == one.tag_field:
                    yield inspect.LiteralType((one.tag,))
            case inspect.VarTupleType():
                yield one.item_type
            case inspect.DictType():
                yield one.value_type


def _choices(type_: inspect.Type) -> Iterator[inspect.Type]:
    if isinstance(type_, inspect.UnionType):
        for one in type_.types:
            yield from _choices(one)
    else:
        yield type_


def _names(type_: inspect.Type) -> Iterator[str]:
    match type_:
        case inspect.StructType():
            yield from (field.encode_name for field in type_.fields)
        case inspect.LiteralType():
            yield from (str(value) for value in type_.values)
