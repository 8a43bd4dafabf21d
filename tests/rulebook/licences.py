"""Applications under the licence window's rulebook, at the points from which tests begin."""

from typing import Any

from tests.rulebook.walking import begun
from tests.small_office import at

from desk.domain.case import Case
from desk.rulebook.loading import read_manual
from desk.rulebook.model import Rulebook

MANUAL = read_manual("R04")
LIST = ({"name": "申请书", "held": "是"}, {"name": "营业执照", "held": "否", "lack": "复印件未盖章"})
MONDAY = "2026-11-23"
SIGNED = {"handover.from": "王芳", "handover.to": "赵审", "department": "药品注册处"}
BACK = {"materials": LIST, "return.from": "赵审", "return.to": "王芳"}


def application(book: Rulebook, **values: Any) -> Case:
    """An application with one paper wanting, as it stands after registering."""
    return begun(
        book,
        "licence",
        f"{MONDAY} 09:00",
        {"complete": False, "needs_review": True, "materials": LIST, **values},
    )


def handed(day: str) -> dict[str, Any]:
    """What both sides fill in when papers are handed over."""
    return {**SIGNED, "handover.at": at(f"{day} 16:00").date()}


def returned(day: str) -> dict[str, Any]:
    """What both sides fill in when the correction notice comes back."""
    return {**BACK, "return.at": at(f"{day} 10:00").date()}
