"""安全事件: somebody was angry or dangerous. Kept beside the case, in none of its words, papers, searches or exports."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desk.domain.errors import DeskError, Forbidden
from desk.domain.viewer import Viewer
from desk.services.changes import Changes
from desk.store import audit, cases, daybook, identities

if TYPE_CHECKING:
    from desk.services.office import Office
    from desk.store.transaction import Transaction

CALLED = ("没有呼叫", "保安", "110", "保安和110", "120")
"""Who was called."""
WITHHELD = "（身份信息没有开放，内容不显示）"


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One incident: when, who was called, the number of the recording, what happened, who put it on record. ``number`` is empty without a case."""

    number: str
    at: datetime
    called: str
    recording: str
    note: str
    by: str

    @property
    def words(self) -> str:
        """The incident in one line."""
        recorded = f"录像编号 {self.recording}" if self.recording else ""
        return "　".join(
            filter(None, (f"{self.at:%Y-%m-%d %H:%M}", self.called, recorded, self.note, self.by))
        )


def may_know(viewer: Viewer) -> bool:
    """Whether incidents are this viewer's business: whoever deals with people at the desk, and their superiors."""
    return any(viewer.may(right) for right in ("register", "handle", "supervise", "approve"))


def record(
    office: "Office", viewer: Viewer, note: str, *, number: str = "", at: datetime | None = None, called: str = "", recording: str = ""
) -> Changes:  # fmt: skip
    """Put an incident on record, with the case it belongs to or without. Raises ``DeskError``."""
    _require(viewer)
    if not note.strip():
        raise DeskError("missing", "请写明发生了什么", "例：来访人拍打柜台、辱骂，劝阻后离开", "note")
    moment = office.zone_of(at) if at else office.now()
    if moment > office.now():
        raise DeskError("future", "发生时间晚于现在", "请改为实际发生的时间", "at")
    content = {
        "at": moment.isoformat(), "called": called.strip() or CALLED[0], "recording": recording.strip(), "note": note.strip(),
    }  # fmt: skip
    with office.store.writing() as tx:
        case_id = cases.known(tx, number, viewer) if number else None
        daybook.put(tx, "incident", f"{moment:%Y-%m-%d}", content, by=viewer.user, case_id=case_id)
        audit.append(tx, audit.Act(act="incident", by=viewer.user, case_id=case_id, about=number))
    return Changes(frozenset({case_id} if case_id else ()), frozenset({"cases"} if case_id else {"daybook"}))


def of_case(office: "Office", viewer: Viewer, number: str) -> tuple[Incident, ...]:
    """The incidents of a case, the newest first; none for whom they are no business of."""
    if not may_know(viewer):
        return ()
    with office.store.reading() as tx:
        case_id = cases.known(tx, number, viewer)
        return tuple(
            _seen(office, tx, viewer, page, number) for page in daybook.of_case(tx, "incident", case_id)
        )


def listed(office: "Office", viewer: Viewer) -> tuple[Incident, ...]:
    """All incidents, the newest first; none of a case that is kept from the viewer. Raises ``Forbidden``."""
    _require(viewer)
    with office.store.reading() as tx:
        found = daybook.pages(tx, "incident")
        known = {
            case.id: case.number for case in cases.all_of(tx, {page.case_id or 0 for page in found}, viewer)
        }
        return tuple(
            _seen(office, tx, viewer, page, known.get(page.case_id or 0, ""))
            for page in found
            if page.case_id is None or page.case_id in known
        )


def _require(viewer: Viewer) -> None:
    if not may_know(viewer):
        raise Forbidden("forbidden", f"{viewer.name}的岗位不办理安全事件", "请由窗口、承办或督办人员办理")


def _seen(office: "Office", tx: "Transaction", viewer: Viewer, page: daybook.Page, number: str) -> Incident:
    said = page.content
    sealed = page.case_id is not None and cases.is_sealed(tx, page.case_id)
    shut = sealed and not identities.sees(tx, viewer, page.case_id or 0, sealed=True)
    return Incident(
        number=number, at=datetime.fromisoformat(said["at"]), called=said["called"], recording="" if shut else said["recording"],
        note=WITHHELD if shut else said["note"], by=office.user_name(page.by),
    )  # fmt: skip
