"""Criteria: a line of a manual as a small expression over facts, answered yes, no or *open*.

``people >= 10``, ``lawsuit or media``, ``channel in ("phone", "web")``, ``not injury``, ``known(amount)``,
``yes(frozen)`` (was answered with yes: what nobody has answered counts as no),
``count(materials) > 2``, ``years(known_on) >= 3`` (three years were over on the day of receipt; ``months`` and
``days`` alike). A fact that is not
known leaves its part open; an open part never counts as no, and the order of the parts does not matter (Kleene's
logic). Money is compared in yuan.
"""

import ast
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from operator import eq, ge, gt, le, lt, ne
from typing import Any, TypeVar

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


_YES, _NO = Answer(True), Answer(False)
_T = TypeVar("_T")
_Reads = Callable[[Mapping[str, Any]], _T]


class BadCriterion(ValueError):
    """The text is no criterion; the message says in Chinese what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion that has been read: its text, the facts it names, and its tree.

    ``answer`` says yes, no or open for some facts; one that is missing or None is not known.
    """

    text: str
    facts: frozenset[str]
    tree: ast.expr
    answer: _Reads[Answer]


@lru_cache(maxsize=4096)
def parse(text: str) -> Criterion:
    """Read a criterion. Raises ``BadCriterion``."""
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError) as error:
        raise BadCriterion(f"判断条件“{text}”写法不对，请检查括号、引号和比较符号") from error
    names: set[str] = set()
    _check(tree, text, names)
    return Criterion(text, frozenset(names), tree, _truth(tree))


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


def _truth(node: ast.expr) -> _Reads[Answer]:
    """What answers the part: read once, since every list asks the same of thousands of cases."""
    match node:
        case ast.BoolOp(op=op, values=parts):
            return _joined(tuple(map(_truth, parts)), deciding=isinstance(op, ast.Or))
        case ast.UnaryOp(operand=part):
            return _not(_truth(part))
        case ast.Compare(left=left, ops=ops, comparators=others):
            pairs = zip((left, *others), ops, others, strict=False)
            return _joined(tuple(_compared(a, op, b) for a, op, b in pairs), deciding=False)
        case ast.Call(func=ast.Name(id="known"), args=[part]):
            fact = _path(part, "")
            return lambda facts: _NO if facts.get(fact) is None else _YES
        case ast.Call(func=ast.Name(id="yes"), args=[part]):
            fact = _path(part, "")
            return lambda facts: _YES if facts.get(fact) is True else _NO
    return _said(
        _value(node),
        Answer(None, frozenset() if isinstance(node, ast.Constant) else frozenset({_named(node)})),
    )


def _said(value: _Reads[Any], unknown: Answer) -> _Reads[Answer]:
    """A value that stands alone."""

    def answer(facts: Mapping[str, Any]) -> Answer:
        said = value(facts)
        return unknown if said is None else _YES if said else _NO

    return answer


def _not(part: _Reads[Answer]) -> _Reads[Answer]:
    def answer(facts: Mapping[str, Any]) -> Answer:
        inner = part(facts)
        return inner if inner.verdict is None else _NO if inner.verdict else _YES

    return answer


def _joined(parts: Sequence[_Reads[Answer]], *, deciding: bool) -> _Reads[Answer]:
    """``or`` is decided by one yes, ``and`` by one no; else any open part leaves the whole open."""
    if len(parts) == 1:
        return parts[0]
    decided, undecided = (_YES, _NO) if deciding else (_NO, _YES)

    def answer(facts: Mapping[str, Any]) -> Answer:
        opened: list[Answer] = []
        for part in parts:
            one = part(facts)
            if one.verdict is deciding:
                return decided
            if one.verdict is None:
                opened.append(one)
        return Answer(None, frozenset[str]().union(*(one.open for one in opened))) if opened else undecided

    return answer


def _compared(left: ast.expr, sign: ast.cmpop, right: ast.expr) -> _Reads[Answer]:
    read_left, read_right, compare = _value(left), _value(right), _COMPARE[type(sign)]
    names = [None if isinstance(node, ast.Constant | ast.Tuple) else _named(node) for node in (left, right)]
    not_comparable = Answer(None, frozenset(name for name in names if name))

    def answer(facts: Mapping[str, Any]) -> Answer:
        a, b = read_left(facts), read_right(facts)
        if a is None or b is None:
            return Answer(None, frozenset(n for n, v in zip(names, (a, b), strict=True) if n and v is None))
        try:
            return _YES if compare(a, b) else _NO
        except TypeError:
            return not_comparable

    return answer


def _named(node: ast.expr) -> str:
    return _path(node.args[0], "") if isinstance(node, ast.Call) else _path(node, "")


def _value(node: ast.expr) -> _Reads[Any]:
    match node:
        case ast.Constant(value=value):
            return lambda _: value
        case ast.Tuple(elts=parts):
            values = tuple(part.value for part in parts if isinstance(part, ast.Constant))
            return lambda _: values
        case ast.Call(func=ast.Name(id="count"), args=[part]):
            fact = _path(part, "")
            return lambda facts: None if (rows := facts.get(fact)) is None else len(rows)
        case ast.Call(func=ast.Name(id=unit), args=[part]):
            fact = _path(part, "")
            return lambda facts: _time_over(unit, facts.get(fact), facts.get("received_on"))
    fact = _path(node, "")
    return lambda facts: facts.get(fact)


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
