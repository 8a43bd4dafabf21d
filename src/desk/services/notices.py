"""A paper of a case becomes an official one: see it before, then issue it with its number, words and bytes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desk.domain.case import Happening
from desk.domain.document import Document
from desk.domain.draft import NOTHING
from desk.domain.notice import compose
from desk.domain.viewer import Viewer
from desk.rulebook.documents import Paper
from desk.rulebook.model import Rulebook
from desk.services import approvals, joined, office_gaps, paper_numbers, paper_permits, seal_images
from desk.services.approvals import Approval
from desk.services.cases import CaseView
from desk.services.changes import Changes
from desk.services.drawn_papers import Printed, drawn
from desk.services.offers import OUTWARD, Offer, may_issue, offers_of, paper_named, told_once
from desk.services.office import Office
from desk.services.paper_words import Again, documents, filled, lines_left, may_read
from desk.services.rights import require
from desk.services.seal_images import Pressing
from desk.store import audit, cases, papers
from desk.store.papers import PaperRow, Pending
from desk.store.transaction import Transaction

ISSUED = "issued:"
"""How the entry begins by which a paper was issued beside one that stands; the paper's kind follows."""


def offers(office: Office, viewer: Viewer, number: str, after: str = "") -> tuple[Offer, ...]:
    """The papers that are right for the case at this moment."""
    with office.store.reading() as tx:
        return offers_of(office, joined.view_within(office, viewer, tx, number), after)


def preview(
    office: Office, viewer: Viewer, number: str, paper_id: str, values: Mapping[str, object] = NOTHING, *, reason: str = "",
) -> Printed:  # fmt: skip
    """The paper as it would be, without a number of its own and without issuing it."""
    viewer = office.in_role_at(viewer, number)
    with office.store.reading() as tx:
        wanted = _wanted(office, viewer, tx, number, paper_id, values, reason)
        composed = wanted.composed(tx, "")
        seal = seal_images.usable(tx, viewer, wanted.paper)
    printed = drawn(wanted.rulebook, wanted.paper, composed)
    return replace(printed, warning=wanted.warning(composed), seal=seal, sealed=wanted.view.sealed)


def blank(office: Office, paper_id: str) -> Printed:
    """The empty form, with lines to write on."""
    paper = paper_named(office.rulebook, paper_id)
    document = compose(office.rulebook.layouts[paper.layout], {}, practice=office.practice)
    return drawn(office.rulebook, paper, (document,))


def issue(
    office: Office,
    viewer: Viewer,
    number: str,
    paper_id: str,
    values: Mapping[str, object] = NOTHING,
    *,
    reason: str = "",
    seal_password: str | None = None,
) -> Printed:
    """Issue the paper: its number, words and bytes are stored in one transaction; printing comes after.

    Raises ``DeskError`` where the paper is not right now, lacks something or awaits its approval. One that may be issued
    only once needs a ``reason``, by somebody who may decide, the second time (CAP-33): both stay, and the case says which
    one the second stands for. With ``seal_password``, that of one of the seal's keepers, it bears the electronic seal.
    """
    viewer = office.in_role_at(viewer, number)
    if not viewer.may("register"):
        require(viewer, "issue", "出文书")
    with office.store.reading() as tx:
        wanted = _wanted(office, viewer, tx, number, paper_id, values, reason)
    if not may_issue(viewer, wanted.paper):
        require(viewer, "issue", "出文书")
    if seal_password is not None:
        wanted = replace(wanted, pressing=seal_images.take_out(office, viewer, wanted.paper, seal_password))
    before = _drawn_before(wanted)
    with office.store.writing() as tx:
        wanted = _wanted(office, viewer, tx, number, paper_id, values, reason, wanted.pressing)
        printed = _issued(wanted, tx, before)
    return replace(printed, changes=_changed(wanted), warning=wanted.warning(before.composed))


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A paper that somebody wants of a case as it stands, with what was typed for it and the seal it shall bear."""

    office: Office
    viewer: Viewer
    view: CaseView
    rulebook: Rulebook
    paper: Paper
    values: Mapping[str, object]
    reason: str = ""
    pressing: Pressing | None = None

    def replaced(self) -> PaperRow | None:
        """The paper that this one is issued for once more, where somebody said why."""
        return told_once(self.paper, self.view) if self.reason.strip() else None

    def warning(self, composed: tuple[Document, ...]) -> str:
        """What to say beside it: what the office has not said about itself, and what a line was left for."""
        office = office_gaps.warning(self.office, self.rulebook, self.paper)
        return "　".join(
            filter(None, (office, lines_left(self.rulebook, self.paper, self.view.case, composed)))
        )

    def composed(self, tx: Transaction, number: str) -> tuple[Document, ...]:
        """What it says under this number, for each addressee and copy."""
        again = Again(self.replaced(), self.reason.strip())
        written = documents(self.office, self.viewer, tx, self.view, self.paper, self.values, number, again)
        return seal_images.pressed(written, self.pressing)


def _wanted(
    office: Office,
    viewer: Viewer,
    tx: Transaction,
    number: str,
    paper_id: str,
    values: Mapping[str, object],
    reason: str = "",
    pressing: Pressing | None = None,
) -> _Wanted:
    view = joined.view_within(office, viewer, tx, number)
    rulebook = office.rulebook_of(view.case)
    return _Wanted(office, viewer, view, rulebook, paper_named(rulebook, paper_id), values, reason, pressing)


@dataclass(frozen=True, slots=True)
class _Before:
    """A paper drawn before its number was taken."""

    composed: tuple[Document, ...]
    printed: Printed


def _drawn_before(wanted: _Wanted) -> _Before:
    """The paper with the number that it will most likely get, drawn while nobody has to wait for it.

    Drawing takes longer than all the rest, and other desks wait while a number is being given out. Where another desk
    was first the paper is drawn once more with its real number.
    """
    with wanted.office.store.reading() as tx:
        text = paper_numbers.expected(wanted.office, tx, wanted.view.case, wanted.rulebook, wanted.paper)
        composed = wanted.composed(tx, text)
    return _Before(composed, drawn(wanted.rulebook, wanted.paper, composed, text))


def _issued(wanted: _Wanted, tx: Transaction, before: _Before) -> Printed:
    """Judge, number, draw and store; all of it or nothing."""
    office, viewer, case, paper = wanted.office, wanted.viewer, wanted.view.case, wanted.paper
    given = {place for place, said in filled(office, wanted.rulebook, wanted.values).items() if said}
    paper_permits.permit(viewer, wanted.rulebook, paper, wanted.view, given, wanted.reason)
    office_gaps.permit(office, wanted.rulebook, paper)
    approval = approvals.settle(office, viewer, tx, case, paper)
    text = paper_numbers.take(office, tx, viewer.user, case, wanted.rulebook, paper)
    composed = wanted.composed(tx, text)
    same = composed == before.composed
    printed = before.printed if same else drawn(wanted.rulebook, paper, composed, text)
    stored = _stored(wanted, tx, printed, composed, approval)
    _on_record(wanted, tx, stored, f"{text} {wanted.reason}".strip())
    _tell_replaced(wanted, tx, text)
    return replace(printed, paper_id=stored)


def _stored(
    wanted: _Wanted,
    tx: Transaction,
    printed: Printed,
    composed: tuple[Document, ...],
    approval: Approval | None,
) -> int:
    """Put the paper on record with its words, and under whose approval it was issued."""
    approved = {"approver": approval.approver, "on": approval.on.isoformat()} if approval else None
    content = {
        "text": "\n".join(document.text for document in composed),
        "names": may_read(wanted.office, wanted.viewer, tx, wanted.view.case, wanted.paper),
        "approval": approved,
    }
    return papers.issue(
        tx,
        case_id=wanted.view.id,
        kind=wanted.paper.id,
        number=printed.number,
        by=wanted.viewer.user,
        at=wanted.office.now(),
        data=printed.data,
        content=content,
        pages=printed.pages,
        copies=len(composed),
        pending=_pending(wanted.paper),
    )


def _on_record(wanted: _Wanted, tx: Transaction, stored: int, about: str) -> None:
    """Who issued it, and who pressed the electronic seal on it."""
    case_id, viewer = wanted.view.id, wanted.viewer
    if wanted.pressing:
        papers.done(tx, stored, "seal")
        seal_images.record(wanted.office, tx, case_id, papers.get(tx, viewer, stored), wanted.pressing)
    act = audit.Act(
        act=f"issue:{wanted.paper.id}", by=viewer.user, case_id=case_id, paper_id=stored, about=about
    )
    audit.append(tx, act)


def _tell_replaced(wanted: _Wanted, tx: Transaction, text: str) -> None:
    """In the timeline: which paper that stays on record this one stands for, and why."""
    replaced = wanted.replaced()
    if replaced is None:
        return
    note = f"{text}，替代{replaced.number}：{wanted.reason.strip()}".lstrip("，")
    step = f"{ISSUED}{wanted.paper.id}"
    entry = Happening(step=step, at=wanted.office.now(), by=wanted.viewer.user, note=note)
    approvals.tell(wanted.office, tx, cases.whole(tx, wanted.view.id), entry)


def _pending(paper: Paper) -> frozenset[Pending]:
    """What the paper waits for once it is issued. A receipt, a form and a sheet go from hand to hand, on no record."""
    waits: set[Pending] = {"print"}
    if paper.seal:
        waits.add("seal")
    if paper.nature in OUTWARD:
        waits.add("deliver")
    return frozenset(waits)


def _changed(wanted: _Wanted) -> Changes:
    return Changes(frozenset({wanted.view.id}), frozenset({"papers", "cases"}))
