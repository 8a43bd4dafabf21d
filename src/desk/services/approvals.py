"""Who approved a paper, and when: on record before it is issued where the rulebook asks for it."""

from dataclasses import dataclass, replace
from datetime import date

from desk.domain import grading
from desk.domain.case import Case, Happening
from desk.domain.clocks import clocks_of
from desk.domain.draft import Value
from desk.domain.errors import DeskError
from desk.domain.viewer import Viewer
from desk.rulebook.documents import Paper
from desk.services.offers import ALWAYS, paper_named
from desk.services.office import Office
from desk.services.rights import require
from desk.store import audit, cases, changes, repeated
from desk.store.transaction import Transaction

APPROVED = "approved:"
"""How the entry of a case's timeline begins that approves one of its papers; the paper's kind follows."""


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved a paper, and on which day."""

    approver: str
    on: date


def approve(
    office: Office,
    viewer: Viewer,
    number: str,
    paper_id: str,
    *,
    approver: str = "",
    approved_on: date | None = None,
) -> Approval:
    """Record that a paper may be issued: by the viewer, or as the 审批表 on paper says who and when.

    Raises ``DeskError`` where the viewer may not approve and names nobody, or the day is missing or has not come.
    """
    viewer = office.in_role_at(viewer, number)
    if not may_approve(viewer):
        require(viewer, "issue", "记录批准")
        if not approver.strip():
            hint = "请写明审批表上的批准人和日期，或请有审批权限的人员办理"
            raise DeskError("missing", f"{viewer.name}的岗位不能批准文书", hint, "approver")
    given = _given(office, viewer, approver.strip(), approved_on)
    with office.store.writing() as tx:
        case = cases.judged(tx, number, viewer)
        paper = paper_named(office.rulebook_of(case), paper_id)
        _record(office, viewer, tx, case, paper, given)
    return given


def _given(office: Office, viewer: Viewer, approver: str, on: date | None) -> Approval:
    today = office.now().date()
    if approver and on is None:
        raise DeskError("missing", "请写明批准日期", "按审批表上的日期填写，例：2026-11-20", "approved_on")
    if on and on > today:
        raise DeskError("future", "批准日期晚于今天", "请按审批表上的日期填写", "approved_on")
    return Approval(approver or viewer.name, on or today)


def settle(office: Office, viewer: Viewer, tx: Transaction, case: Case, paper: Paper) -> Approval | None:
    """The approval under which ``paper`` is issued; whoever may approve does so by issuing it.

    None where it needs none. Raises ``DeskError`` where it needs one and has none.
    """
    if not asks(paper):
        return None
    found = of(case, paper)
    if found:
        return found
    if not may_approve(viewer):
        hint = "请先记下审批表上的批准人和日期，或请有审批权限的人员出具"
        raise DeskError("not_approved", f"《{paper.name}》还没有批准，不能出", hint, "approver")
    own = Approval(viewer.name, office.now().date())
    _record(office, viewer, tx, cases.whole(tx, case.id), paper, own)
    return own


def asks(paper: Paper) -> bool:
    """Whether the paper may only be issued once somebody approved it; working papers go to print to be signed."""
    return paper.approval and paper.nature not in ALWAYS


def of(case: Case, paper: Paper) -> Approval | None:
    """The newest approval on record: of this paper, or of the step that calls for it, where the step names who approved."""
    steps = {f"{APPROVED}{paper.id}", *paper.after}
    found = (_read(entry) for entry in reversed(case.timeline) if entry.step in steps and not entry.undone)
    return next((approval for approval in found if approval), None)


def _read(entry: Happening) -> Approval | None:
    """A step without a day of its own for the approval counts from the day on which it was taken."""
    approver, on = entry.values.get("approver"), entry.values.get("approved_on", entry.at.date())
    return Approval(approver, on) if isinstance(approver, str) and approver and isinstance(on, date) else None


def may_approve(viewer: Viewer) -> bool:
    """Whether issuing a paper is this viewer's own approval of it."""
    return viewer.may("decide") or viewer.may("approve")


def _record(
    office: Office, viewer: Viewer, tx: Transaction, case: Case, paper: Paper, given: Approval
) -> None:
    values: dict[str, Value] = {"approver": given.approver, "approved_on": given.on}
    tell(
        office,
        tx,
        case,
        Happening(step=f"{APPROVED}{paper.id}", at=office.now(), by=viewer.user, values=values),
    )
    act = audit.Act(act=f"approve:{paper.id}", by=viewer.user, case_id=case.id, about=case.number)
    audit.append(tx, act)


def tell(office: Office, tx: Transaction, case: Case, entry: Happening) -> None:
    """Add an entry about a paper to the timeline of ``case`` (with all its facts, which stay as they are)."""
    rulebook = office.rulebook_of(case)
    after = replace(case, timeline=(*case.timeline, entry))
    facts = office.facts(rulebook, after, repeated.counts(tx, rulebook, after))
    clocks = clocks_of(rulebook, after, facts, office.calendar, office.now())
    changes.tell(tx, after, (entry,), clocks, rank=grading.rank(rulebook, after.levels))
