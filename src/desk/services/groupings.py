"""What figures can be told by, and how a case is called in each grouping."""

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING

from desk.domain.case import Case
from desk.domain.figures import Judged
from desk.domain.frame import Frame
from desk.domain.words import category_title, fact_words, level_words, name_of
from desk.rulebook.facts import FACTS
from desk.rulebook.model import Rulebook

if TYPE_CHECKING:
    from desk.services.office import Office

_OF_FRAME: dict[str, tuple[Callable[[Case | Frame], Hashable], Callable[[Rulebook, Case | Frame], str]]] = {
    "kind": (lambda case: case.kind, lambda book, case: name_of(book.kinds, case.kind)),
    "channel": (lambda case: case.channel, lambda book, case: name_of(book.channels, case.channel)),
    "station": (lambda case: case.station, lambda book, case: name_of(book.stations, case.station)),
    "category": (lambda case: case.category, lambda book, case: category_title(book, case.category)),
    "level": (lambda case: tuple(case.levels.items()), lambda book, case: level_words(book, case.levels)),
    "department": (
        lambda case: str(case.values.get("department", "")),
        lambda book, case: name_of(book.departments, str(case.values.get("department", ""))),
    ),
}
"""The groupings that need nothing but a case's frame: what tells cases apart, and the name that they have by it."""


USUAL = {
    "department": "部门", "category": "类别", "channel": "渠道", "kind": "类型", "level": "等级",
    "station": "窗口", "clerk": "经办人", "month": "月份",
}  # fmt: skip
"""What figures can be told by under every manual, with its name: the frame of a case."""


def groupings(book: Rulebook) -> dict[str, str]:
    """What figures can be told by, with its name: the frame of a case, and the fields whose choices people make."""
    own = {field.id: field.label for field in book.fields if field.kind_of_value == "choice" and field.label}
    return {**own, **USUAL}


def grouping(office: "Office", by: str) -> Callable[[Judged], str]:
    """How a case is called in a ranking by ``by``; each name is made once."""
    place = by.removeprefix("case.")
    if by == "month":
        return lambda one: f"{one.case.received_at:%Y-%m}"
    if place == "clerk":
        return _once(
            lambda case: case.first_receiver, lambda _, case: office.user_name(case.first_receiver), office
        )
    if place in _OF_FRAME:
        return _once(*_OF_FRAME[place], office)
    if is_fact(office.rulebook, by):
        return _once(lambda case: str(case.values.get(by)), lambda book, case: _fact(book, by, case), office)
    return lambda one: _said(office, by, one)


def _once(
    told_apart: Callable[[Case | Frame], Hashable],
    name: Callable[[Rulebook, Case | Frame], str],
    office: "Office",
) -> Callable[[Judged], str]:
    known: dict[Hashable, str] = {}

    def named(one: Judged) -> str:
        case = one.case
        key = (case.rulebook_version, told_apart(case))
        if key not in known:
            known[key] = name(office.manual(case.rulebook, case.rulebook_version), case)
        return known[key]

    return named


def _said(office: "Office", by: str, one: Judged) -> str:
    """What only the whole case tells."""
    if isinstance(one.case, Frame):
        return ""
    return str(office.words_of(office.rulebook_of(one.case), one.case, one.clocks).get(by, ""))


def is_briefly_named(book: Rulebook, by: str) -> bool:
    """Whether a grouping needs nothing that is only read with the whole case."""
    place = by.removeprefix("case.")
    return place in (*_OF_FRAME, "month", "clerk") or is_fact(book, by)


def _fact(book: Rulebook, by: str, case: Case | Frame) -> str:
    value = case.values.get(by)
    said = fact_words(book, {by: value}).get(by, "") if value is not None else ""
    return str(said)


def is_fact(book: Rulebook, name: str) -> bool:
    """Whether it is a fact that people give and that is nobody's identity."""
    if name in FACTS:
        return not FACTS[name].identity
    return any(field.id == name and not field.is_identity for field in book.fields)
