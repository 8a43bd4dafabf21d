"""Who put which seal on a paper, and when: on record, as seals are kept under a register (CAP-89)."""

from dataclasses import dataclass
from datetime import datetime

from desk.domain.case import Case, Happening
from desk.domain.errors import DeskError
from desk.domain.viewer import Viewer
from desk.rulebook.model import Rulebook
from desk.services.approvals import tell
from desk.services.changes import Changes
from desk.services.office import Office
from desk.services.rights import require
from desk.store import audit, cases, papers
from desk.store.papers import PaperRow

SEALED = "sealed:"
"""How the entry of a case's timeline begins that tells of a seal; the paper's id follows."""


@dataclass(frozen=True, slots=True)
class Sealing:
    """One sealing: the seal, who put it on, when."""

    seal: str
    by: str
    at: datetime


def put_seal(office: Office, viewer: Viewer, paper_id: int) -> Changes:
    """Record that the paper was sealed now, by the viewer, with the seal that the rulebook names.

    Raises ``DeskError`` for a void paper, one that bears no seal, or one whose seal is on record already.
    """
    require(viewer, "issue", "用印")
    with office.store.writing() as tx:
        row = papers.get(tx, viewer, paper_id)
        if row.state == "void" or row.case_id is None:
            raise DeskError("void", "这份文书已经作废，不能用印", "请对重出的那一份用印", "paper")
        case = cases.whole(tx, row.case_id)
        seal = _seal_of(office.rulebook_of(case), row)
        if sealings(case, paper_id):
            raise DeskError("only_once", f"这份文书已经盖过{seal}", "重出的文书另行用印", "paper")
        step, note = f"{SEALED}{row.id}", f"{seal}　{row.number}".strip()
        tell(office, tx, case, Happening(step=step, at=office.now(), by=viewer.user, note=note))
        act = audit.Act(
            act="seal", by=viewer.user, case_id=case.id, paper_id=row.id, about=f"{row.number} {seal}"
        )
        audit.append(tx, act)
    return Changes(frozenset({case.id}), frozenset({"papers", "cases"}))


def _seal_of(rulebook: Rulebook, row: PaperRow) -> str:
    paper = next((paper for paper in rulebook.papers if paper.id == row.kind), None)
    if paper is None or not paper.seal:
        raise DeskError("no_seal", "这种文书按规则簿不用印", "需要用印的，请在规则簿里写明印章", "paper")
    return paper.seal


def sealings(case: Case, paper_id: int) -> tuple[Sealing, ...]:
    """The sealings of one paper of the case, the oldest first."""
    entries = (entry for entry in case.timeline if entry.step == f"{SEALED}{paper_id}" and not entry.undone)
    return tuple(Sealing(entry.note.partition("　")[0], entry.by, entry.at) for entry in entries)
