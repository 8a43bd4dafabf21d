"""What every case has for which a criterion is a plain yes, as far as an index knows of it: so that few are judged."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from desk.rulebook.criteria import parse
from desk.rulebook.facts import FACTS
from desk.rulebook.model import Rulebook

_DID = "did."


@dataclass(frozen=True, slots=True)
class Narrowing:
    """``step``, where there is one, was taken and stands; each fact in ``values`` has this value.

    ``categories``: the case is of one of these, where any are named.
    """

    step: str = ""
    values: tuple[tuple[str, str | bool], ...] = ()
    categories: frozenset[str] = frozenset()


def narrowing(rulebook: Rulebook, text: str) -> Narrowing:
    """Read from the parts that all must hold; what any other part says does not narrow."""
    parts = list(_parts(parse(text).tree)) if text else []
    steps = [name.removeprefix(_DID) for part in parts if (name := _name(part)).startswith(_DID)]
    kept = _kept(rulebook)
    values = tuple(found for part in parts if (found := _equal(part)) and found[0] in kept)
    categories = next(filter(None, map(_categories, parts)), frozenset())
    return Narrowing(steps[0] if steps else "", values, categories)


def _parts(tree: ast.expr) -> Iterator[ast.expr]:
    match tree:
        case ast.BoolOp(op=ast.And(), values=parts):
            for part in parts:
                yield from _parts(part)
        case _:
            yield tree


def _equal(part: ast.expr) -> tuple[str, str | bool] | None:
    match part:
        case ast.Compare(left=left, ops=[ast.Eq()], comparators=[ast.Constant(value=str(value))]):
            return _name(left), value
        case ast.Call(func=ast.Name(id="yes"), args=[fact]):
            return _name(fact), True
    return None


def _categories(part: ast.expr) -> frozenset[str]:
    match part:
        case ast.Compare(left=ast.Name(id="category"), ops=[ast.In()], comparators=[ast.Tuple(elts=named)]):
            return frozenset(str(one.value) for one in named if isinstance(one, ast.Constant))
    return frozenset()


def _name(part: ast.expr) -> str:
    return ast.unparse(part) if isinstance(part, ast.Name | ast.Attribute) else ""


def _kept(rulebook: Rulebook) -> frozenset[str]:
    """The manual's own choices that are nobody's identity: the store keeps them apart, to be looked up by."""
    own = (
        field
        for field in rulebook.fields
        if field.kind_of_value in ("choice", "yes_no") and field.id not in FACTS
    )
    return frozenset(field.id for field in own if not field.identity and not field.personal)
