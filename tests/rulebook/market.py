"""Complaints and reports under the market regulator's rulebook, at the points from which tests begin."""

from datetime import date
from typing import Any

from tests.rulebook.walking import begun, walk

from desk.domain.case import Case
from desk.rulebook.loading import read_manual
from desk.rulebook.model import Rulebook

MANUAL = read_manual("R15")
WHOLE = {
    "complainant.name": "张三",
    "complainant.phone": "13800000000",
    "complainant.address": "某路1号",
    "respondent.name": "某商店",
    "respondent.address": "某街2号",
    "subject": "购买的冰箱不制冷",
    "narrative": "2026年10月1日购买，使用三日后不制冷",
    "demand": "退货",
}
APPROVED = {"approver": "周局", "approved_on": date(2026, 11, 24)}
MEDIATOR = {
    "mediation.way": "phone",
    "mediator.name": "赵六",
    "complainant_agrees": True,
    "respondent_agrees": True,
}


def complaint(book: Rulebook, received: str = "2026-11-23 09:00", **values: Any) -> Case:
    """A complaint that meets article 10, as it stands after registering."""
    return begun(book, "complaint", received, {**WHOLE, **values})


def report(book: Rulebook, received: str = "2026-11-23 09:00", **values: Any) -> Case:
    """A report without a name, as it stands after registering."""
    return begun(
        book, "report", received, {"subject": "销售过期食品", "narrative": "货架上有过期食品", **values}
    )


def accepted(book: Rulebook, day: str = "2026-11-24") -> Case:
    """A complaint accepted on this day."""
    return walk(book, complaint(book), "officer", ("accept", f"{day} 10:00", APPROVED))


def mediating(book: Rulebook, day: str = "2026-11-24") -> Case:
    """A complaint in mediation since this day."""
    return walk(book, accepted(book, day), "officer", ("mediate", f"{day} 11:00", MEDIATOR))
