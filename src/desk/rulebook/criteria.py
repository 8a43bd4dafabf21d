"""Criteria: a line of a manual as a small expression over facts, answered yes, no or *open*.

``people >= 10``, ``lawsuit or media``, ``channel in ("phone", "web")``, ``not injury``, ``known(amount)``,
``yes(frozen)`` (was answered with yes: what nobody has answered counts as no),
``count(materials) > 2``, ``years(known_on) >= 3`` (three years were over on the day of receipt; ``months`` and
``days`` alike). A fact that is not
known leaves its part open; an open part never counts as no, and the order of the parts does not matter (Kleene's
logic). Money is compared in yuan.
"""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from operator import eq, ge, gt, le, lt, ne
from typing import Any

_COMPARE: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: eq,
    ast.NotEq: ne,
    ast.Lt: lt,
    ast.LtE: le,
    ast.Gt: gt,
    ast.GtE: ge,
    ast.In: lambda a, b: bool(set(a) & set(b)) if isinstance(a, tuple) else a in b,
    ast.NotIn: lambda a, b: not (set(a) & set(b)) if isinstance(a, tuple) else a not in b,
}
_NUMBERS = ("count", "years", "months", "days")
_ALLOWED = (
    "字段、数、加引号的文字、比较符号、and、or、not、in、known()、yes()、count()、years()、months()、days()"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """``verdict`` is True, False, or None while facts in ``open`` are not known and would matter."""

    verdict: bool | None
    open: frozenset[str] = frozenset()


class BadCriterion(ValueError):
    """The text is no criterion; the message says in Chinese what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion that has been read: its text, the facts it names, and its tree."""

    text: str
    facts: frozenset[str]
    tree: ast.expr

    def answer(self, facts: Mapping[str, Any]) -> Answer:
        """Yes, no or open for these facts; a fact that is missing or None is not known."""
        return _truth(self.tree, facts)


@lru_cache(maxsize=4096)
def parse(text: str) -> Criterion:
    """Read a criterion. Raises ``BadCriterion``."""
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError) as error:
        raise BadCriterion(f"判断条件“{text}”写法不对，请检查括号、引号和比较符号") from error
    names: set[str] = set()
    _check(tree, text, names)
    return Criterion(text, frozenset(names), tree)


def holds(text: str, facts: Mapping[str, Any]) -> bool:
    """Whether the criterion is a plain yes. An empty text always holds; an open one does not."""
    return not text or parse(text).answer(facts).verdict is True


def _check(node: ast.expr, text: str, names: set[str]) -> None:
    match node:
        case ast.BoolOp(values=parts):
            for part in parts:
                _check(part, text, names)
        case ast.UnaryOp(op=ast.Not(), operand=part):
            _check(part, text, names)
        case ast.Compare(left=left, ops=ops, comparators=others) if all(type(op) in _COMPARE for op in ops):
            for part in (left, *others):
                _check_side(part, text, names)
        case ast.Call(
            func=ast.Name(id="known" | "yes"), args=[ast.Name() | ast.Attribute() as part], keywords=[]
        ):
            names.add(_path(part, text))
        case _:
            _check_side(node, text, names)


def _check_side(node: ast.expr, text: str, names: set[str]) -> None:
    """What may stand beside a comparison sign: a fact, a value, several values, or a number made from a fact."""
    match node:
        case ast.Tuple(elts=parts) if all(isinstance(part, ast.Constant) for part in parts):
            for part in parts:
                _check_side(part, text, names)
        case ast.Call(func=ast.Name(id=call), args=[ast.Name() | ast.Attribute() as part], keywords=[]) if (
            call in _NUMBERS
        ):
            names.add(_path(part, text))
        case ast.Name() | ast.Attribute():
            names.add(_path(node, text))
        case ast.Constant(value=bool() | int() | float() | str()):
            pass
        case _:
            raise BadCriterion(f"判断条件“{text}”中的“{ast.unparse(node)}”不能使用，只能用{_ALLOWED}")


def _path(node: ast.expr, text: str) -> str:
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=attr):
            return f"{_path(value, text)}.{attr}"
    raise BadCriterion(f"判断条件“{text}”中的“{ast.unparse(node)}”不是字段名")


def _truth(node: ast.expr, facts: Mapping[str, Any]) -> Answer:
    match node:
        case ast.BoolOp(op=op, values=parts):
            return _joined([_truth(part, facts) for part in parts], deciding=isinstance(op, ast.Or))
        case ast.UnaryOp(operand=part):
            inner = _truth(part, facts)
            return Answer(None if inner.verdict is None else not inner.verdict, inner.open)
        case ast.Compare(left=left, ops=ops, comparators=others):
            sides = (left, *others)
            pairs = zip(sides, ops, others, strict=False)
            return _joined([_compared(a, op, b, facts) for a, op, b in pairs], deciding=False)
        case ast.Call(func=ast.Name(id="known"), args=[part]):
            return Answer(facts.get(_path(part, "")) is not None)
        case ast.Call(func=ast.Name(id="yes"), args=[part]):
            return Answer(facts.get(_path(part, "")) is True)
    value = _value(node, facts)
    return Answer(None, frozenset({_path(node, "")})) if value is None else Answer(bool(value))


def _joined(answers: list[Answer], *, deciding: bool) -> Answer:
    """``or`` is decided by one yes, ``and`` by one no; else any open part leaves the whole open."""
    if any(answer.verdict is deciding for answer in answers):
        return Answer(deciding)
    opened = frozenset[str]().union(*(answer.open for answer in answers if answer.verdict is None))
    return Answer(None, opened) if any(answer.verdict is None for answer in answers) else Answer(not deciding)


def _compared(left: ast.expr, op: ast.cmpop, right: ast.expr, facts: Mapping[str, Any]) -> Answer:
    a, b = _value(left, facts), _value(right, facts)
    if a is None or b is None:
        unknown = {_named(node) for node, value in ((left, a), (right, b)) if value is None}
        return Answer(None, frozenset(unknown))
    try:
        return Answer(_COMPARE[type(op)](a, b))
    except TypeError:
        return Answer(
            None, frozenset(_named(node) for node in (left, right) if not isinstance(node, ast.Constant))
        )


def _named(node: ast.expr) -> str:
    return _path(node.args[0], "") if isinstance(node, ast.Call) else _path(node, "")


def _value(node: ast.expr, facts: Mapping[str, Any]) -> Any:
    match node:
        case ast.Constant(value=value):
            return value
        case ast.Tuple(elts=parts):
            return tuple(_value(part, facts) for part in parts)
        case ast.Call(func=ast.Name(id="count"), args=[part]):
            rows = facts.get(_path(part, ""))
            return None if rows is None else len(rows)
        case ast.Call(func=ast.Name(id=unit), args=[part]):
            return _time_over(unit, facts.get(_path(part, "")), facts.get("received_on"))
    return facts.get(_path(node, ""))


def _time_over(unit: str, since: Any, until: Any) -> int | None:
    """How many days, months or years counted from ``since`` (that day not counted) were over before the day ``until``."""
    first, last = _day(since), _day(until)
    if first is None or last is None:
        return None
    if unit == "days":
        return (last - first).days - 1
    months = (last.year - first.year) * 12 + last.month - first.month
    months -= last.day <= first.day
    return months if unit == "months" else months // 12


def _day(value: Any) -> date | None:
    """The day of a date or moment."""
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None
