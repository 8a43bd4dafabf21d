"""Which column of an old register is which fact: proposed from headings and contents, decided by a person, remembered."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from itertools import islice

from desk.rulebook.facts import FACTS
from desk.sheets.days import is_no_day, is_year_last, month_comes_first, read_day, share_of_days
from desk.sheets.grid import Cell, words
from desk.sheets.naming import LIMITS, NO_FACT, by_name, memory_key, plain
from desk.sheets.reading import Table

LOOKED_AT = 500
"""Rows of a column that are looked at to know its contents."""

REMEMBERED = "上次这样对应"
"""The reason of a proposal that somebody decided before."""

SURE = 0.8
"""Proposals at least this sure need no second look."""

_MOST = 0.7
_SHAPES = {
    "phone": re.compile(r"(\+?86)?1[3-9]\d{9}|0\d{2,3}-?[2-9]\d{6,7}(-\d{1,5})?|400-?\d{3}-?\d{4}"),
    "id_number": re.compile(r"[1-9]\d{5}(18|19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])\d{3}[\dx]"),
    "credit_code": re.compile(r"[0-9a-hj-npqrtuwxy]{2}\d{6}[0-9a-hj-npqrtuwxy]{10}"),
}
_BY_SHAPE = {
    "phone": "complainant.phone",
    "id_number": "complainant.id_number",
    "credit_code": "respondent.credit_code",
}
_BOTH_18 = {"id_number", "credit_code"}
_OTHER_PARTY = {"complainant.phone": "respondent.phone", "complainant.address": "respondent.address"}
_ACCEPTED = "case.accepted_on"
_NAMES_OF_SHAPES = {"phone": "电话号码", "id_number": "身份证号", "credit_code": "信用代码", "date": "日期"}
_LISTS = {"kind": "", "channel": "", "level": "", "case.state": "result"}
"""Facts of a short list, and what a column of that name is where its words are not of a list."""

_LISTED, _FEW = 0.4, 12
_DAYS = {"received_at", "case.closed_on", "case.accepted_on"}


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a column probably is. ``fact`` is empty where nothing fits; ``reason`` is for the person who decides."""

    column: int
    header: str
    fact: str
    confidence: float
    reason: str

    @property
    def sure(self) -> bool:
        """Whether it needs no second look."""
        return self.confidence >= SURE


def propose(table: Table, remembered: Mapping[str, str] | None = None) -> tuple[Proposal, ...]:
    """One proposal for each column, no fact twice. ``remembered`` (from ``remember``) goes before everything else."""
    known = remembered or {}
    found = [_proposal(table, column, known) for column in range(len(table.header))]
    taken: dict[str, int] = {}
    for proposal in sorted(found, key=lambda one: (-one.confidence, one.column)):
        fact = _free(proposal, taken, found)
        if fact != proposal.fact:
            found[proposal.column] = _moved(proposal, fact)
        if fact:
            taken[fact] = proposal.column
    return tuple(found)


def remember(table: Table, facts: Sequence[str]) -> dict[str, str]:
    """What was decided, by heading, ready to be kept as JSON; an empty fact means that the column is not taken in."""
    return {memory_key(header): fact for header, fact in zip(table.header, facts, strict=True)}


def entries(table: Table, facts: Sequence[str]) -> Iterator[tuple[int, dict[str, object]]]:
    """Each row's number and what it says of each fact, as intake reads it: days as days, all else as text.

    A day that cannot be read stays the text it was, so that intake can say what is wrong with it.
    """
    readers = [(index, fact, _is_day(fact)) for index, fact in enumerate(facts) if fact]

    @cache
    def month_first(index: int) -> bool:  # gone through only where a day may be read either way
        return month_comes_first(row.values[index] for row in table.rows)

    for row in table.rows:
        said: dict[str, object] = {}
        for index, fact, day in readers:
            cell = row.values[index]
            value = _day(cell, not is_year_last(cell) or month_first(index)) if day else words(cell)
            if value not in (None, ""):
                said[fact] = value
        yield row.number, said


def _proposal(table: Table, column: int, known: Mapping[str, str]) -> Proposal:
    header = table.header[column]
    if memory_key(header) in known:
        return Proposal(column, header, known[memory_key(header)], 1.0, REMEMBERED)
    if plain(header) in NO_FACT:
        return Proposal(column, header, "", 1.0, "只是行号")
    if plain(header) in LIMITS:
        return Proposal(column, header, "", 1.0, "办理期限由程序按规则簿计算")
    fact, confidence = by_name(header)
    shape = _shape(table, column)
    if not fact:
        return _by_shape(column, header, shape)
    if fact in _LISTS and _all_different(table, column):
        return Proposal(column, header, _LISTS[fact], _LISTED, "列名像选项，但内容各不相同")
    if _is_day(fact) and shape != "date" and any(value is not None for value in _some(table, column)):
        return Proposal(column, header, fact, confidence / 2, "列名相符，但内容不像日期")
    if shape in _BY_SHAPE and FACTS.get(fact) and FACTS[fact].type in ("phone", "id_number", "credit_code"):
        if {FACTS[fact].type, shape} == _BOTH_18 and confidence > _MOST:
            # Both have eighteen places: mistyped identity numbers look like codes, and a firm's paper is its code.
            return Proposal(column, header, fact, confidence, "列名相符")
        if FACTS[fact].type != shape:
            return Proposal(
                column, header, _BY_SHAPE[shape], 0.5, f"列名不符，但内容是{_NAMES_OF_SHAPES[shape]}"
            )
        return Proposal(
            column, header, fact, min(confidence + 0.1, 0.99), f"列名相符，内容是{_NAMES_OF_SHAPES[shape]}"
        )
    return Proposal(column, header, fact, confidence, "列名相符" if confidence > _MOST else "列名相近")


def _by_shape(column: int, header: str, shape: str) -> Proposal:
    if shape in _BY_SHAPE:
        return Proposal(column, header, _BY_SHAPE[shape], 0.5, f"内容是{_NAMES_OF_SHAPES[shape]}")
    return Proposal(column, header, "", 0.0, "没有认出，请选择或不导入")


def _free(proposal: Proposal, taken: Mapping[str, int], found: Sequence[Proposal]) -> str:
    """The proposed fact; where another column has it, the next that the heading may mean; else none."""
    fact = proposal.fact
    if fact not in taken:
        return fact
    if fact == "received_at" and "受理" in proposal.header:
        return _ACCEPTED if _ACCEPTED not in taken else ""
    other = _OTHER_PARTY.get(fact, "")
    party = next((one.column for one in found if one.fact == "respondent.name"), None)
    behind_party = party is not None and taken[fact] < party < proposal.column
    return other if other and other not in taken and behind_party else ""


def _moved(proposal: Proposal, fact: str) -> Proposal:
    reasons = {"": f"与另一列重复（{proposal.reason}）", _ACCEPTED: "已有收到时间，这一列当作受理日期"}
    reason = reasons.get(fact, "排在被投诉方之后，当作被投诉方的")
    return Proposal(proposal.column, proposal.header, fact, 0.7 if fact else 0.0, reason)


def _shape(table: Table, column: int) -> str:
    """What most of a column's values look like: a phone, an identity number, a credit code, a date, or nothing known."""
    values = [value for value in _some(table, column) if value is not None]
    if share_of_days(values) >= _MOST:
        return "date"
    texts = [unicodedata.normalize("NFKC", words(value)).lower().replace(" ", "") for value in values]
    for shape, pattern in _SHAPES.items():
        if texts and sum(bool(pattern.fullmatch(text)) for text in texts) >= _MOST * len(texts):
            return shape
    return ""


def _all_different(table: Table, column: int) -> bool:
    """Whether a column holds no list: more different words than a list has, and most of them once."""
    said = [words(value) for value in _some(table, column) if value is not None]
    return len(set(said)) > _FEW and len(set(said)) > len(said) / 2


def _some(table: Table, column: int) -> list[Cell]:
    return [row.values[column] for row in islice(table.rows, LOOKED_AT)]


def _is_day(fact: str) -> bool:
    return fact in _DAYS or (fact in FACTS and FACTS[fact].type in ("date", "moment"))


def _day(value: Cell, month_first: bool) -> date | datetime | str | None:
    found = read_day(value, month_first=month_first)
    if found is not None or isinstance(value, time) or is_no_day(value):
        return found
    return words(value)
