"""Do the checks, the approval matrices and the countersignatures of a rulebook hold together?"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from desk.rulebook.base import is_unset
from desk.rulebook.limits import parse_limit
from desk.rulebook.ranges import overlapping, read_range
from desk.rulebook.references import Found, Names

if TYPE_CHECKING:
    from desk.rulebook.deciding import Authority
    from desk.rulebook.model import Rulebook

SIGNS_FOR = "signs_for"


def deciding_faults(book: "Rulebook", names: Names) -> Iterator[Found]:
    """Every fault of these tables."""
    yield from _update(book, names)
    yield from _checks(book, names)
    for authority in book.authorities:
        yield from _authority(authority, names)
    yield from _signatures(book, names)


def _update(book: "Rulebook", names: Names) -> Iterator[Found]:
    if not book.update_every:
        return
    faults = list(names.limit("update_every", book.update_every))
    yield from faults
    if not faults and parse_limit(book.update_every).unit not in ("d", "unset"):
        yield "update_every", f"“{book.update_every}”不是按天写的", "例：7d；手册没有规定时写 unset"


def _checks(book: "Rulebook", names: Names) -> Iterator[Found]:
    fields = {field.id for field in book.fields}
    for check in book.checks:
        key = f"check({check.id})"
        yield from names.refer(f"{key}.at", names.steps - {"register"}, *check.at)
        yield from names.criterion(f"{key}.when", check.when)
        yield from names.refer(f"{key}.field", names.facts, check.field)
        yield from names.refer(f"{key}.unless", fields, check.unless)
        asked = {step for field in book.fields if field.id == check.unless for step in field.at}
        for step in sorted(set(check.at) - asked) if check.unless in fields else ():
            yield f"{key}.unless", f"“{step}”这一步不问“{check.unless}”", "请在这个字段的 at 里加上这一步"


def _authority(authority: "Authority", names: Names) -> Iterator[Found]:
    key = f"authority({authority.id})"
    yield from names.refer(f"{key}.amount", names.facts, authority.amount)
    yield from names.refer(f"{key}.by_hand", names.facts, authority.by_hand)
    for line in authority.lines:
        yield from names.refer(f"{key}.lines({line.id}).role", names.roles, line.role)
        yield from names.criterion(f"{key}.lines({line.id}).when", line.when)
    set_ = [line.range for line in authority.lines if not is_unset(line.range)]
    try:
        empty = [text for text in set_ if read_range(text).is_empty]
        doubled = list(overlapping(set_))
    except ValueError as error:
        yield f"{key}.lines", str(error), "方括号含端点，圆括号不含"
        return
    if set_ and not authority.amount:
        yield f"{key}.amount", "写了区间，没有写是哪一项金额", "请写 amount"
    for text in empty:
        yield f"{key}.lines", f"区间“{text}”里一个数也没有", "小的写前面，例：[0,5000)"
    for one, other in doubled:
        yield f"{key}.lines", f"区间“{one}”和“{other}”重叠", "同一个数只能落在一档里"


def _signatures(book: "Rulebook", names: Names) -> Iterator[Found]:
    signing = [step for step in book.steps if "countersign" in step.effects]
    asked = {step for field in book.fields if field.id == SIGNS_FOR for step in field.at}
    for step in signing:
        if step.id not in asked:
            hint = f"请写一个 [[field]] id = “{SIGNS_FOR}”，at 里有“{step.id}”"
            yield f"step({step.id}).effects", "会签这一步没有问代表哪个部门", hint
    for step in book.steps:
        yield from names.refer(f"step({step.id}).signed", names.facts, step.signed)
        if step.signed and not signing:
            yield f"step({step.id}).signed", "没有会签的步骤", "请写一个 effects = [“countersign”] 的步骤"
