"""Putting on record that a case was reported to those whom its level calls for (CAP-42)."""

from datetime import datetime

from desk.domain.case import Case, Happening
from desk.domain.draft import Value
from desk.domain.errors import DeskError
from desk.domain.reporting import MEANS, REPORTED, Report, reports
from desk.domain.viewer import Viewer
from desk.services.approvals import tell
from desk.services.cases import CaseView, show_within
from desk.services.office import Office
from desk.services.rights import require
from desk.store import audit, cases


def report(
    office: Office,
    viewer: Viewer,
    number: str,
    role: str,
    means: str,
    *,
    at: datetime | None = None,
    note: str = "",
) -> CaseView:
    """Somebody told ``role`` of the case: how, at ``at`` (now), with a word about it. Raises ``DeskError`` at its field."""
    viewer = office.in_role_at(viewer, number)
    require(viewer, "handle", "记录上报")
    with office.store.writing() as tx:
        case = cases.judged(tx, number, viewer)
        told = _meant(reports(office.rulebook_of(case), case), role)
        moment = office.zone_of(at or office.now())
        _check(office, case, means, moment)
        values: dict[str, Value] = {"report.means": means, "report.at": moment}
        step = f"{REPORTED}{told.role}"
        entry = Happening(step=step, at=office.now(), by=viewer.user, note=note.strip(), values=values)
        tell(office, tx, case, entry)
        act = audit.Act(act="report", by=viewer.user, case_id=case.id, about=f"{case.number} {told.name}")
        audit.append(tx, act)
        return show_within(office, viewer, tx, case.number)


def _meant(found: tuple[Report, ...], role: str) -> Report:
    told = next((one for one in found if role in (one.role, one.name)), None)
    if told is None:
        listed = "、".join(f"{one.role}（{one.name}）" for one in found)
        hint = f"须报告：{listed}" if found else "按手册，这个等级不须上报"
        raise DeskError("nobody", f"本件不须报告给“{role}”", hint, "role")
    return told


def _check(office: Office, case: Case, means: str, moment: datetime) -> None:
    if means not in MEANS:
        raise DeskError("bad_means", "请选择上报方式", f"可用：{'、'.join(MEANS)}", "means")
    if moment > office.now():
        raise DeskError("future", "上报时间晚于现在", "请改为实际上报的时间", "at")
    if moment < case.received_at:
        raise DeskError("too_early", "上报时间早于收到时间", "请改为实际上报的时间", "at")
