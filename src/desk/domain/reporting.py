"""To whom a case of its level is reported, and which of them have been told: when, how, by whom (CAP-42)."""

from dataclasses import dataclass
from datetime import datetime

from desk.domain.case import Case, Happening
from desk.domain.grading import governing_level
from desk.rulebook.model import Rulebook

REPORTED = "reported:"
"""How the entry of a case's timeline begins that tells of a report; the role's id follows."""

MEANS = ("当面", "电话", "书面", "会议", "短信、即时消息", "电子邮件")
"""How a report reaches somebody."""


@dataclass(frozen=True, slots=True)
class Report:
    """One to be told: the role and what it is called. ``at`` is None while nobody has told them."""

    role: str
    name: str
    at: datetime | None = None
    means: str = ""
    note: str = ""
    by: str = ""


def reports(rulebook: Rulebook, case: Case) -> tuple[Report, ...]:
    """Everybody to whom the levels of the case are reported, in the manual's order, each with the latest report."""
    held = (governing_level(rulebook, case.levels, scale.id) for scale in rulebook.scales)
    roles = dict.fromkeys(role for level in held if level for role in level.report_to)
    return tuple(_report(rulebook, case, role) for role in roles)


def reported_at(rulebook: Rulebook, case: Case) -> datetime | None:
    """When the last of them was told; None while somebody has not been, or nobody is to be."""
    found = [report.at for report in reports(rulebook, case)]
    return max(filter(None, found)) if found and all(found) else None


def _report(rulebook: Rulebook, case: Case, role: str) -> Report:
    name = rulebook.role(role).name
    steps = {step.id for step in rulebook.steps if "report" in step.effects}
    told = [
        entry
        for entry in case.timeline
        if not entry.undone and (entry.step == f"{REPORTED}{role}" or entry.step in steps)
    ]
    return _told(role, name, told[-1]) if told else Report(role, name)


def _told(role: str, name: str, entry: Happening) -> Report:
    at, means = entry.values.get("report.at", entry.at), str(entry.values.get("report.means", ""))
    return Report(role, name, at if isinstance(at, datetime) else entry.at, means, entry.note, entry.by)
