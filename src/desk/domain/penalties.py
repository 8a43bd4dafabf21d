"""Fines and bonuses as the manual computes them: proposals, line by line, each citing its rule; people decide (CAP-99)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from desk.domain.figures import Judged
from desk.domain.workdays import days_late
from desk.rulebook.accounts import Band, Penalty, Reward
from desk.rulebook.base import is_unset
from desk.rulebook.criteria import holds
from desk.rulebook.ranges import read_range


@dataclass(frozen=True, slots=True)
class Line:
    """One fine or bonus that the rule ``rule`` gives for a case or a department.

    ``amount`` is whole yuan, None where the manual leaves it to people (``words`` then says what it says).
    """

    rule: str
    name: str
    about: str
    who: str
    amount: int | None
    words: str
    source: str


def penalties(rules: Sequence[Penalty], judged: Sequence[Judged], now: datetime) -> tuple[Line, ...]:
    """Every fine that a missed clock or a step that was taken brings. Rules with neither are people's and give no line."""
    return tuple(line for one in judged for rule in rules if rule.on for line in _fine(rule, one, now))


def _fine(rule: Penalty, one: Judged, now: datetime) -> Iterator[Line]:
    if not holds(rule.when, one.facts):
        return
    clock = next((clock for clock in one.clocks if clock.id == rule.on), None)
    if clock is None:
        if any(entry.step == rule.on and not entry.undone for entry in one.case.timeline):
            yield _line(rule, one, _amount(rule.amount), amount_words(rule.amount))
        return
    late = days_late(clock.done_at or now, clock.due) if clock.due else 0
    if not late:
        return
    band = _holding(rule.bands, late)
    if rule.bands and band is None:
        return
    sum_ = fine(rule, late)
    if band and band.amount:
        amount, words = sum_, f"逾期{late}天：{sum_}元"
    else:
        amount, words = _amount(rule.amount), amount_words(rule.amount)
    yield _line(rule, one, amount, words)


def _line(rule: Penalty, one: Judged, amount: int | None, words: str) -> Line:
    return Line(rule.id, rule.name, one.case.number, rule.who, amount, words, rule.source)


def fine(rule: Penalty, late: int) -> int | None:
    """The amount in yuan for so many days late; None where no band holds (what follows is a decision of people).

    ``progressive``: each day by the band it falls in; ``flat``: all days by the last day's band (D-12).
    """
    band = _holding(rule.bands, late)
    if band is None:
        return None
    if band.each != "day":
        return _amount(band.amount)
    if rule.bracket == "flat":
        return late * (_amount(band.amount) or 0)
    bands = (_holding(rule.bands, day) for day in range(1, late + 1))
    return sum(_amount(found.amount) or 0 for found in bands if found)


def reward(rule: Reward, scores: dict[str, Fraction]) -> tuple[Fraction, int | None]:
    """The weighted score out of 100 from the parts' scores, and the bonus in yuan (None: no band holds)."""
    whole = sum((scores[part.id] * part.weight for part in rule.parts), Fraction(0)) / 100
    band = _holding(rule.bands, whole)
    return whole, _amount(band.amount) if band else None


def _holding(bands: Sequence[Band], value: int | Fraction) -> Band | None:
    return next((band for band in bands if within(band.range, value)), None)


def within(text: str, value: int | Fraction) -> bool:
    """Whether ``value`` lies in a range written ``[90,95)``; an empty side is open. Raises ``ValueError``."""
    return value in read_range(text)


def between(text: str) -> tuple[int, int] | None:
    """The least and the most in yuan where people decide between two amounts (``500..1500``)."""
    least, dots, most = text.partition("..")
    return (int(least), int(most)) if dots and least.isdigit() and most.isdigit() else None


def amount_words(text: str) -> str:
    """An amount of a rule as people read it."""
    if ends := between(text):
        return f"{ends[0]}至{ends[1]}元，由人决定"
    if is_unset(text):
        return "未设定，由人决定"
    return f"{text}元" if text.isdigit() else text


def _amount(text: str) -> int | None:
    return int(text) if text.isdigit() else None
