"""Who put which seal on a paper, and when: on record, as seals are kept under a register (CAP-89)."""

from dataclasses import dataclass
from datetime import datetime

from desk.domain.case import Case, Happening
from desk.domain.draft import Value
from desk.domain.errors import DeskError
from desk.domain.viewer import Viewer
from desk.rulebook.model import Rulebook
from desk.services.approvals import tell
from desk.services.cases import CaseView
from desk.services.changes import Changes
from desk.services.office import Office
from desk.services.rights import require
from desk.store import audit, cases, papers
from desk.store.papers import PaperRow

SEALED = "sealed:"
"""How the entry of a case's timeline begins that tells of a seal; the paper's id follows."""


@dataclass(frozen=True, slots=True)
class Sealing:
    """One sealing: the seal, who put it on record, when it was pressed, and by whom where that was somebody else."""

    seal: str
    by: str
    at: datetime
    person: str = ""


def put_seal(
    office: Office, viewer: Viewer, paper_id: int, *, person: str = "", at: datetime | None = None
) -> Changes:
    """Record that the paper was sealed with the seal that the rulebook names: by ``person`` at ``at``, else by the viewer now.

    Raises ``DeskError`` for a void paper, one that bears no seal, one whose seal is on record already, or a moment
    before the issue or to come.
    """
    require(office.in_role_at_paper(viewer, paper_id), "issue", "用印")
    with office.store.writing() as tx:
        row = papers.get(tx, viewer, paper_id)
        if row.state == "void" or row.case_id is None:
            raise DeskError("void", "这份文书已经作废，不能用印", "请对重出的那一份用印", "paper")
        case = cases.whole(tx, row.case_id)
        seal = _seal_of(office.rulebook_of(case), row)
        if sealings(case, paper_id):
            raise DeskError("only_once", f"这份文书已经盖过{seal}", "重出的文书另行用印", "paper")
        moment = office.zone_of(at or office.now())
        _check_moment(office, row, moment)
        values: dict[str, Value] = {"seal.at": moment}
        if person.strip():
            values["seal.person"] = person.strip()
        step, note = f"{SEALED}{row.id}", f"{seal}　{row.number}".strip()
        tell(
            office, tx, case, Happening(step=step, at=office.now(), by=viewer.user, note=note, values=values)
        )
        act = audit.Act(
            act="seal", by=viewer.user, case_id=case.id, paper_id=row.id, about=f"{row.number} {seal}"
        )
        audit.append(tx, act)
        papers.done(tx, row.id, "seal")
    return Changes(frozenset({case.id}), frozenset({"papers", "cases"}))


def _check_moment(office: Office, row: PaperRow, moment: datetime) -> None:
    if moment > office.now():
        raise DeskError("future", "用印时间晚于现在", "请改为实际用印的时间", "at")
    if moment.date() < row.at.astimezone(office.zone).date():
        raise DeskError("too_early", "用印时间早于文书签发日期", "请改为实际用印的时间", "at")


def waiting(rulebook: Rulebook, view: CaseView) -> tuple[PaperRow, ...]:
    """The issued papers of a case that bear a seal by the rulebook and whose sealing is not on record (待用印)."""
    bearing = {paper.id for paper in rulebook.papers if paper.seal}
    issued = (row for row in view.papers if row.state == "issued" and row.kind in bearing)
    return tuple(row for row in issued if not sealings(view.case, row.id))


def _seal_of(rulebook: Rulebook, row: PaperRow) -> str:
    paper = next((paper for paper in rulebook.papers if paper.id == row.kind), None)
    if paper is None or not paper.seal:
        raise DeskError("no_seal", "这种文书按规则簿不用印", "需要用印的，请在规则簿里写明印章", "paper")
    return paper.seal


def sealings(case: Case, paper_id: int) -> tuple[Sealing, ...]:
    """The sealings of one paper of the case, the oldest first."""
    entries = (entry for entry in case.timeline if entry.step == f"{SEALED}{paper_id}" and not entry.undone)
    return tuple(_read(entry) for entry in entries)


def _read(entry: Happening) -> Sealing:
    at = entry.values.get("seal.at")
    return Sealing(
        seal=entry.note.partition("　")[0],
        by=entry.by,
        at=at if isinstance(at, datetime) else entry.at,
        person=str(entry.values.get("seal.person", "")),
    )
