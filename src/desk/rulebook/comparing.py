"""Does a criterion compare what can be compared? A choice with its choices, a number with a number, yes or no with true.

``harm == "deth"`` would never be true and nobody would notice; it is a fault of the rulebook.
"""

import ast
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from desk.rulebook.criteria import parse
from desk.rulebook.facts import COMPUTED, FACTS, FieldType

if TYPE_CHECKING:
    from desk.rulebook.model import Rulebook

_NUMBERS = ("count", "money")
_WORDS = ("text", "note", "phone", "id_number", "credit_code")
_SHOWN = 30


class Comparable:
    """What each fact of a rulebook may be compared with."""

    def __init__(self, book: "Rulebook") -> None:
        self._types: dict[str, FieldType] = {id_: fact.type for id_, fact in (FACTS | COMPUTED).items()}
        self._choices: dict[str, set[str]] = dict(_tables(book))
        for field in book.fields:
            if field.type:
                self._types[field.id] = field.type
            if field.choices:
                self._choices.setdefault(field.id, set()).update(choice.id for choice in field.choices)

    def faults(self, text: str) -> Iterator[tuple[str, str]]:
        """What is compared wrongly in a criterion, as fault and remedy."""
        for path, values in _comparisons(text):
            for value in values:
                yield from self._fault(path, value)

    def _fault(self, path: str, value: Any) -> Iterator[tuple[str, str]]:
        choices = self._choices.get(path)
        kind: FieldType | None = "choice" if choices is not None else self._types.get(path)
        if kind in _NUMBERS and not _is_number(value):
            yield f"“{path}”是个数，不能和“{value}”比较", f"例：{path} >= 10"
        elif kind == "yes_no" and not isinstance(value, bool):
            yield f"“{path}”只有是和否，不能和“{value}”比较", f"例：{path}，或 not {path}"
        elif kind in ("choice", "choices") and not isinstance(value, str):
            yield f"“{path}”是选项，不能和“{value}”比较", f'选项加引号，例：{path} == "{_first(choices)}"'
        elif kind in ("choice", "choices") and choices and value not in choices:
            yield f"“{path}”没有“{value}”这个选项", "可用：" + "、".join(sorted(choices)[:_SHOWN])
        elif kind in _WORDS and not isinstance(value, str):
            yield f"“{path}”是文字，不能和 {value} 比较", "文字加引号"
        elif kind in ("date", "moment"):
            yield f"“{path}”是日期，不能直接和“{value}”比较", f"例：days({path}) < 10，或 known({path})"


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _first(choices: set[str] | None) -> str:
    return min(choices, default="…") if choices else "…"


def _tables(book: "Rulebook") -> Iterator[tuple[str, set[str]]]:
    """The choices that stand in tables of their own."""
    named: Mapping[str, Any] = {
        "kind": book.kinds, "channel": book.channels, "category": book.categories, "state": book.states,
        "validity": book.validities, "ground": book.grounds, "stage": book.stages, "speaker": book.representations,
        "department": book.departments, "assisting": book.departments,
    }  # fmt: skip
    yield from ((path, {entry.id for entry in entries}) for path, entries in named.items() if entries)
    every = {level.id for scale in book.scales for level in scale.levels}
    yield from ((path, every) for path in ("level", "reopened_levels", "escalated_levels"))
    yield from ((f"level.{scale.id}", {level.id for level in scale.levels}) for scale in book.scales)
    yield from ((f"switch.{switch.id}", set(switch.options)) for switch in book.switches)


@lru_cache(maxsize=4096)
def _comparisons(text: str) -> tuple[tuple[str, tuple[Any, ...]], ...]:
    """Every comparison of a fact, or of a number made from one, with values that are written out."""
    found = []
    for node in ast.walk(parse(text).tree):
        if isinstance(node, ast.Compare):
            sides = (node.left, *node.comparators)
            for one, other in pairwise(sides):
                found += [
                    (path, values)
                    for path, values in (_pair(one, other), _pair(other, one))
                    if path and values
                ]
    return tuple(found)


def _pair(fact: ast.expr, side: ast.expr) -> tuple[str, tuple[Any, ...]]:
    if not isinstance(fact, ast.Name | ast.Attribute):
        return "", ()
    match side:
        case ast.Constant(value=value):
            return ast.unparse(fact), (value,)
        case ast.Tuple(elts=parts):
            return ast.unparse(fact), tuple(part.value for part in parts if isinstance(part, ast.Constant))
    return "", ()
