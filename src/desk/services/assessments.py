"""Fines and bonuses decided by people: the rules propose line by line, somebody approves or waives each (CAP-99).

Nothing of it is shown to who neither supervises nor approves: a counter sees no fines.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from desk.domain import assessment
from desk.domain.assessment import Assessed, Outcome, Ruling, period_key
from desk.domain.errors import Clash, Conflict, DeskError, Forbidden, NotFound
from desk.domain.figures import Judged
from desk.domain.moments import date_words
from desk.domain.penalties import between
from desk.domain.register import Datum, LineColumn, Lines, spoken
from desk.domain.viewer import Viewer
from desk.rulebook.accounts import Penalty, Reward
from desk.services.changes import Changes
from desk.services.counted import judged
from desk.services.fined import fined
from desk.services.office import Office
from desk.services.period_days import received_in
from desk.services.rights import require
from desk.store import assessments, audit, cases
from desk.store.case_filter import CaseFilter
from desk.store.transaction import Transaction

_MOST_POINTS = 100


def listed(office: Office, viewer: Viewer, first: date, last: date) -> tuple[Assessed, ...]:
    """The fines of cases received in the days and the bonuses of the period, each with what was decided. Raises ``Forbidden``."""
    if not assessment.may_see(viewer):
        raise Forbidden("forbidden", f"{viewer.name}的岗位不能查看考核", "请由督办或审批岗位的人员查看")
    which, book = received_in(office, first, last), office.rulebook
    lines = fined(office, viewer, which)
    with office.store.reading() as tx:
        decided = assessments.of_cases(tx, viewer, which, office.zone)
        given = assessments.of(tx, (entry.name for entry in book.departments), office.zone)
    scored = _scored(office, viewer, which) if book.rewards else ()
    return (
        *assessment.fines(book.penalties, lines, decided),
        *assessment.bonuses(book, scored, given, period_key(first, last)),
    )


def _scored(office: Office, viewer: Viewer, which: CaseFilter) -> Iterator[Judged]:
    """The cases with their department and what was answered on the return visit."""
    questions = frozenset(
        question for reward in office.rulebook.rewards for part in reward.parts for question in part.questions
    )
    return judged(office, viewer, (which,), names=questions | {"department"})


def rule_on_fine(
    office: Office, viewer: Viewer, rule: str, number: str, outcome: Outcome, amount: int | None = None,
    reason: str = "", *, seen_version: int | None = None,
) -> Changes:  # fmt: skip
    """Approve a fine, with its computed amount or another for a reason, or waive it for a reason. Raises ``DeskError``.

    Where somebody else has decided since ``seen_version`` (``Assessed.version``) it is a ``Conflict`` with both decisions.
    """
    require(viewer, "approve", "核定考核")
    penalty = _penalty(office, rule)
    with office.store.writing() as tx:
        case = cases.get(tx, number, viewer)
        if case.rulebook != office.rulebook.id:
            other = office.rulebook_of(case).name
            raise DeskError(
                "other_manual",
                f"{case.number}按《{other}》办理",
                "请先换到那一本规则簿（Ctrl+B）再核定",
                "number",
            )
        proposed = _proposed(office, viewer, penalty, case.id)
        earlier = [one for one in assessments.of(tx, [case.number], office.zone) if one.rule == rule]
        ruling = Ruling(
            rule=rule, about=case.number, outcome=outcome, by=viewer.user, at=office.now(), reason=reason.strip(),
            amount="" if outcome == "waived" else str(_fine_amount(penalty, proposed, amount)),
        )  # fmt: skip
        _refuse_unseen(office, penalty.name, earlier, ruling, seen_version)
        differs = proposed is not None and ruling.amount != str(proposed)
        if outcome == "waived" or earlier or differs:
            _need_reason(ruling)
        _put(tx, ruling, case.id)
    return Changes(frozenset({case.id}), frozenset({"cases"}))


def rule_on_bonus(
    office: Office, viewer: Viewer, rule: str, about: str, first: date, last: date, outcome: Outcome,
    reason: str = "", *, seen_version: int | None = None,
) -> Changes:  # fmt: skip
    """Approve the bonus of a department for a period, or waive it for a reason; two people are asked as with fines."""
    require(viewer, "approve", "核定奖励")
    _reward(office, rule)
    about = _department(office, about)
    found = next(
        (
            one
            for one in listed(office, viewer, first, last)
            if (one.line.rule, one.line.about, bool(one.period)) == (rule, about, True)
        ),
        None,
    )
    if found is None:
        raise NotFound("no_line", f"这段时间没有“{about}”的奖励", "请核对部门名称和起止日期", "about")
    if outcome == "approved" and found.line.amount is None:
        why = f"{about}没有可以核定的奖励：{found.line.words}"
        raise DeskError("no_amount", why, "请先补上所缺的数据，再核定", "amount")
    ruling = Ruling(
        rule=rule, about=about, outcome=outcome, by=viewer.user, at=office.now(), reason=reason.strip(),
        period=found.period, amount=str(found.line.amount) if outcome == "approved" else "",
    )  # fmt: skip
    decided = [found.ruling] if found.ruling else []
    _refuse_unseen(office, found.line.name, decided, ruling, seen_version)
    if outcome == "waived" or found.ruling:
        _need_reason(ruling)
    with office.store.writing() as tx:
        _put(tx, ruling)
    return Changes(what=frozenset({"cases"}))


def give_points(
    office: Office, viewer: Viewer, rule: str, part: str, about: str, first: date, last: date, points: str
) -> Changes:
    """Points (0 to 100) that the role named in the manual gives a department for a part of a bonus. Raises ``DeskError``."""
    asked = next((one for one in _reward(office, rule).parts if one.id == part and one.by), None)
    if asked is None:
        names = "、".join(f"{one.id}（{one.name}）" for one in _reward(office, rule).parts if one.by)
        raise NotFound("no_part", f"没有由人评分的项目“{part}”", f"可用：{names or '无'}", "part")
    if viewer.role != asked.by:
        require(viewer, "approve", asked.name)
    about = _department(office, about)
    ruling = Ruling(
        rule=rule, about=about, outcome="points", part=part, by=viewer.user, at=office.now(),
        period=period_key(first, last), amount=str(_points(points)),
    )  # fmt: skip
    with office.store.writing() as tx:
        _put(tx, ruling)
    return Changes(what=frozenset({"cases"}))


def _department(office: Office, named: str) -> str:
    """The name of a department that was given by id or name."""
    names = {entry.id: entry.name for entry in office.rulebook.departments}
    found = names.get(named, named)
    if found not in names.values():
        raise NotFound("no_department", f"没有部门“{named}”", f"可用：{'、'.join(names.values())}", "about")
    return found


def lines(office: Office, found: Sequence[Assessed], first: date, last: date) -> Lines:
    """The assessments as a register, for paper and workbook."""
    columns = (
        LineColumn("条款", "", 9, "text"), LineColumn("事由", "", 24, "text"), LineColumn("对象", "", 12, "text"),
        LineColumn("受罚（奖）人", "", 14, "text"), LineColumn("按规则", "", 20, "text"),
        LineColumn("核定（元）", "", 9, "money", sum=True), LineColumn("核定", "", 18, "text"),
        LineColumn("核定人", "", 9, "text"), LineColumn("核定日期", "", 11, "date"), LineColumn("出处", "", 12, "text"),
    )  # fmt: skip
    data = tuple(_row(office, one) for one in found)
    return Lines(
        title="考核奖惩表", period=f"{date_words(first)}至{date_words(last)}", unit=office.name, columns=columns,
        words=spoken(data), data=data,
    )  # fmt: skip


def _row(office: Office, one: Assessed) -> tuple[Datum, ...]:
    line, ruling = one.line, one.ruling
    amount = float(ruling.amount) if ruling and ruling.amount else None
    by, on = (office.user_name(ruling.by), ruling.at.date()) if ruling else (None, None)
    return (
        line.rule, line.name, line.about, line.who, line.words, amount, one.standing, by, on, line.source,
    )  # fmt: skip


def _proposed(office: Office, viewer: Viewer, rule: Penalty, case_id: int) -> int | None:
    """What the rule makes of the case now, None where that is for people. Raises where the rule does not hold."""
    if not rule.on:
        return None
    lines = fined(office, viewer, CaseFilter(ids=frozenset({case_id})))
    found = [line for line in lines if line.rule == rule.id]
    if not found:
        raise DeskError("no_line", f"这件投诉按“{rule.name}”没有考核", "请核对条款和编号", "rule")
    return found[0].amount


def _fine_amount(rule: Penalty, proposed: int | None, amount: int | None) -> int:
    chosen = proposed if amount is None else amount
    if chosen is None:
        raise DeskError("missing", "请写明金额（元）", f"手册的规定：{rule.amount}", "amount")
    ends = between(rule.amount) if proposed is None else None
    if chosen < 0 or (ends and not ends[0] <= chosen <= ends[1]):
        hint = f"手册规定在{ends[0]}至{ends[1]}元之间" if ends else "金额不能小于0"
        raise DeskError("bad_amount", f"金额{chosen}元不能核定", hint, "amount")
    return chosen


def _refuse_unseen(
    office: Office, title: str, decided: Sequence[Ruling], mine: Ruling, seen_version: int | None
) -> None:
    """Raise ``Conflict`` where the newest decision is one that this person has not seen."""
    latest = decided[-1] if decided else None
    version = assessment.version_of(latest)
    if latest is None or seen_version is None or seen_version == version:
        return
    clash = Clash(
        "outcome", title, assessment.standing_of(latest), assessment.standing_of(mine), office.user_name(latest.by),
        latest.at.astimezone(office.zone), latest.outcome,
    )  # fmt: skip
    refusal = Conflict("changed_meanwhile", "别人刚刚核定了同一条", "请核对后再决定", ("outcome",))
    raise refusal.told((clash,), version)


def _need_reason(ruling: Ruling) -> None:
    if not ruling.reason:
        raise DeskError("missing", "请写明理由", "免予、改动金额或改变已有的核定，都要写明理由", "reason")


def _put(tx: Transaction, ruling: Ruling, case_id: int | None = None) -> None:
    assessments.add(tx, ruling)
    about = " ".join(filter(None, (ruling.rule, ruling.part, ruling.about, ruling.period, ruling.amount)))
    audit.append(tx, audit.Act(act=f"assess:{ruling.outcome}", by=ruling.by, case_id=case_id, about=about))


def _points(typed: str) -> Decimal:
    try:
        points = Decimal(typed.strip())
    except InvalidOperation:
        points = Decimal(-1)
    if not points.is_finite() or not 0 <= points <= _MOST_POINTS:
        raise DeskError("bad_points", f"评分“{typed}”不对", "请写0到100之间的数，例：95", "amount")
    return points


def _penalty(office: Office, id_: str) -> Penalty:
    found: Penalty = _named(office.rulebook.penalties, id_)
    return found


def _reward(office: Office, id_: str) -> Reward:
    found: Reward = _named(office.rulebook.rewards, id_)
    return found


def _named(rules: Sequence[Any], id_: str) -> Any:
    found = next((rule for rule in rules if rule.id == id_), None)
    if found is None:
        names = "、".join(f"{rule.id}（{rule.name}）" for rule in rules)
        raise NotFound("no_rule", f"规则簿里没有考核条款“{id_}”", f"可用：{names or '无'}", "rule")
    return found
