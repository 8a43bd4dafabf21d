"""Fines and bonuses with what people decided on them: approved with an amount, or waived for a reason (CAP-99)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from desk.domain.figures import Judged, decimals
from desk.domain.penalties import Line, amount_words, reward
from desk.domain.viewer import Viewer
from desk.rulebook.accounts import Penalty, Reward, ScorePart
from desk.rulebook.model import Rulebook

Outcome = Literal["approved", "waived", "points"]
LEADS_NOWHERE = "未达到奖励分数"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What somebody decided on a fine (``about`` a case's number) or a bonus (a department's name in a ``period``).

    ``amount`` is in whole yuan as text, or the points that were given for the ``part`` of a bonus; empty when waived.
    """

    rule: str
    about: str
    outcome: Outcome
    amount: str
    by: str
    at: datetime
    reason: str = ""
    period: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Assessed:
    """A line that the rules give, or that people made themselves, with the newest decision on it."""

    line: Line
    period: str = ""
    ruling: Ruling | None = None

    @property
    def standing(self) -> str:
        """待核定, 已核定 1300元, 已免予：理由; in words."""
        return standing_of(self.ruling)

    @property
    def version(self) -> int:
        """Which decision stands, to be named by who looked at it before deciding otherwise."""
        return version_of(self.ruling)


def standing_of(ruling: Ruling | None) -> str:
    """A decision in words."""
    if ruling is None:
        return "待核定"
    why = f"：{ruling.reason}" if ruling.reason else ""
    return f"已免予{why}" if ruling.outcome == "waived" else f"已核定 {ruling.amount}元{why}"


def version_of(ruling: Ruling | None) -> int:
    """A decision by its moment in microseconds since 1970; 0 where nobody has decided."""
    return (ruling.at - _EPOCH) // timedelta(microseconds=1) if ruling else 0


def may_see(viewer: Viewer) -> bool:
    """Whether fines are any business of this user: at a counter nobody sees them."""
    return viewer.may("supervise") or viewer.may("approve")


def fines(rules: Sequence[Penalty], lines: Iterable[Line], rulings: Sequence[Ruling]) -> tuple[Assessed, ...]:
    """The computed lines with what was decided, then what people decided under rules that compute nothing."""
    newest = {(one.rule, one.about): one for one in rulings if one.outcome != "points" and not one.period}
    found = [Assessed(line, ruling=newest.pop((line.rule, line.about), None)) for line in lines]
    names = {rule.id: rule for rule in rules}
    found += [
        Assessed(by_hand(names[one.rule], one.about), ruling=one)
        for one in newest.values()
        if one.rule in names
    ]
    return tuple(found)


def by_hand(rule: Penalty, about: str) -> Line:
    """The line of a fine that only people can find, before they say how much."""
    return Line(rule.id, rule.name, about, rule.who, None, amount_words(rule.amount), rule.source)


def bonuses(
    book: Rulebook, judged: Iterable[Judged], rulings: Sequence[Ruling], period: str
) -> tuple[Assessed, ...]:
    """A line for each bonus and each department that had cases or was given points: its score, or what is missing for one."""
    mine = [one for one in rulings if one.period == period]
    groups: dict[str, list[Judged]] = {}
    for one in judged:
        groups.setdefault(str(one.facts.get("department") or ""), []).append(one)
    rated = {one.about for one in mine}
    return tuple(
        _bonus(book, rule, entry.name, groups.get(entry.id, []), mine, period)
        for rule in book.rewards
        for entry in book.departments
        if entry.id not in rule.excluded and (entry.id in groups or entry.name in rated)
    )


def _bonus(
    book: Rulebook,
    rule: Reward,
    about: str,
    members: Sequence[Judged],
    rulings: Sequence[Ruling],
    period: str,
) -> Assessed:
    mine = [one for one in rulings if (one.rule, one.about) == (rule.id, about)]
    given = {one.part: Fraction(Decimal(one.amount)) for one in mine if one.outcome == "points"}
    scores = {part.id: _score(book, part, members, given) for part in rule.parts}
    lacking = [part.name for part in rule.parts if scores[part.id] is None]
    amount, words = (None, f"尚缺：{'、'.join(lacking)}") if lacking else _earned(rule, scores)
    line = Line(rule.id, rule.name, about, about, amount, words, rule.source)
    return Assessed(line, period, next((one for one in reversed(mine) if one.outcome != "points"), None))


def _earned(rule: Reward, scores: Mapping[str, Fraction | None]) -> tuple[int | None, str]:
    known = {id_: score for id_, score in scores.items() if score is not None}
    whole, amount = reward(rule, known)
    parts = "，".join(f"{part.name} {decimals(known[part.id])}×{part.weight}%" for part in rule.parts)
    return amount, f"{decimals(whole)}分（{parts}）：{f'{amount}元' if amount else LEADS_NOWHERE}"


def _score(
    book: Rulebook, part: ScorePart, members: Sequence[Judged], given: Mapping[str, Fraction]
) -> Fraction | None:
    """Points that were given, or the mean of the survey's answers brought to 100; None where there are none."""
    if not part.questions:
        return given.get(part.id)
    most = {question.id: question.most for question in book.survey.questions}
    answers = [
        Fraction(answer * 100, most[question])
        for one in members
        for question in part.questions
        if isinstance(answer := one.facts.get(question), int) and most.get(question)
    ]
    return sum(answers, Fraction(0)) / len(answers) if answers else None


def period_key(first: date, last: date) -> str:
    """How a period stands in a decision on a bonus."""
    return f"{first}..{last}"
