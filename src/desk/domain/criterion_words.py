"""A criterion as people read it: ``people >= 3 and (lawsuit or media)`` is 涉及人数不少于3，且（已提起诉讼或媒体曝光）."""

import ast
from collections.abc import Sequence

from desk.domain.words import choices_of
from desk.rulebook.base import Named
from desk.rulebook.criteria import parse
from desk.rulebook.facts import COMPUTED, FACTS
from desk.rulebook.model import Rulebook

_SIGNS: dict[type[ast.cmpop], str] = {
    ast.GtE: "不少于", ast.Gt: "多于", ast.LtE: "不超过", ast.Lt: "少于", ast.Eq: "为", ast.NotEq: "不为",
    ast.In: "为", ast.NotIn: "不为",
}  # fmt: skip

_SPANS = {"years": "整年", "months": "整月", "days": "整日"}


def criterion_words(book: Rulebook, text: str) -> str:
    """The criterion in the office's words; an empty one says nothing."""
    return _said(book, parse(text).tree) if text.strip() else ""


def _said(book: Rulebook, node: ast.expr) -> str:
    match node:
        case ast.BoolOp(op=op, values=parts):
            return ("，且" if isinstance(op, ast.And) else "或").join(_inner(book, part) for part in parts)
        case ast.UnaryOp(operand=ast.Call(func=ast.Name(id="yes"), args=[part])):
            return f"{_name(book, _path(part))}没有填“是”"
        case ast.Call(func=ast.Name(id="yes"), args=[part]):
            return f"{_name(book, _path(part))}填了“是”"
        case ast.UnaryOp(operand=ast.Call(args=[part])):
            return f"{_name(book, _path(part))}没有填写"
        case ast.UnaryOp(operand=ast.Name() | ast.Attribute() as part):
            name = _name(book, _path(part))
            return name.replace("已办", "没有办", 1) if _path(part).startswith("did.") else f"不是“{name}”"
        case ast.UnaryOp(operand=part):
            return f"不符合：{_inner(book, part)}"
        case ast.Compare(left=left, ops=ops, comparators=others):
            sides = (left, *others)
            pairs = zip(sides, ops, others, strict=False)
            return "，且".join(_compared(book, a, op, b) for a, op, b in pairs)
        case ast.Call(args=[part]):
            return f"{_name(book, _path(part))}已填写"
        case ast.Constant(value=value):
            return "总是" if value else "从不"
    return _name(book, _path(node))


def _inner(book: Rulebook, node: ast.expr) -> str:
    """A part of a longer criterion; what is joined itself stands in brackets."""
    words = _said(book, node)
    return f"（{words}）" if isinstance(node, ast.BoolOp) else words


def _compared(book: Rulebook, left: ast.expr, op: ast.cmpop, right: ast.expr) -> str:
    if isinstance(left, ast.Constant):
        return f"{_side(book, right)}{'不' if isinstance(op, ast.NotIn) else ''}包括{_value(book, right, left.value)}"
    return f"{_side(book, left)}{_SIGNS[type(op)]}{_values(book, left, right)}"


def _side(book: Rulebook, node: ast.expr) -> str:
    match node:
        case ast.Call(func=ast.Name(id="count"), args=[part]):
            return f"{_name(book, _path(part))}的件数"
        case ast.Call(func=ast.Name(id=unit), args=[part]):
            return f"{_name(book, _path(part))}至收到之日的{_SPANS[unit]}数"
    return _name(book, _path(node))


def _values(book: Rulebook, fact: ast.expr, node: ast.expr) -> str:
    match node:
        case ast.Tuple(elts=parts):
            return "或".join(
                _value(book, fact, part.value) for part in parts if isinstance(part, ast.Constant)
            )
        case ast.Constant(value=value):
            return _value(book, fact, value)
    return _side(book, node)


def _value(book: Rulebook, fact: ast.expr, value: object) -> str:
    """A value as the list of that fact names it."""
    if isinstance(value, bool):
        return "“是”" if value else "“否”"
    if not isinstance(value, str) or isinstance(fact, ast.Call):
        return str(value)
    return f"“{_options(book, _path(fact)).get(value, value)}”"


def _name(book: Rulebook, path: str) -> str:
    """What people call a fact."""
    first, _, rest = path.partition(".")
    match first:
        case "did":
            return f"已办“{next((step.name for step in book.steps if step.id == rest), rest)}”"
        case "level" if rest:
            return next((scale.name for scale in book.scales if scale.id == rest), rest)
        case "authority":
            return next((one.name for one in book.authorities if one.id == rest), rest)
        case "switch":
            return next((switch.name for switch in book.switches if switch.id == rest), rest)
    titles = {field.title for field in book.fields if field.id == path}
    known = FACTS.get(path) or COMPUTED.get(path)
    if len(titles) == 1 or not known:  # a fact that different steps call differently has its general name
        return next(iter(sorted(titles)), path)
    return known.label


def _options(book: Rulebook, path: str) -> dict[str, str]:
    """The names of what can be chosen for a fact."""
    first, _, rest = path.partition(".")
    if first in ("level", "escalated_levels", "reopened_levels"):
        return {level.id: level.name for scale in book.scales for level in scale.levels}
    if first == "authority":
        roles = {role.id: role.name for role in book.roles}
        lines = (line for one in book.authorities if one.id == rest for line in one.lines)
        return {line.id: roles.get(line.role, line.role) for line in lines}
    if first == "switch":
        switch = next((switch for switch in book.switches if switch.id == rest), None)
        return dict(zip(switch.options, switch.words, strict=False)) if switch else {}
    tables: dict[str, Sequence[Named]] = {
        "kind": book.kinds, "channel": book.channels, "category": book.categories, "state": book.states,
        "validity": book.validities, "department": book.departments,
    }  # fmt: skip
    names = {entry.id: entry.name for entry in tables.get(path, ())}
    if path == "ground":
        names = {ground.id: ground.text for ground in book.grounds}
    return names | {
        choice.id: choice.name
        for field in book.fields
        if field.id == path
        for choice in choices_of(book, field)
    }


def _path(node: ast.expr) -> str:
    return ast.unparse(node)
