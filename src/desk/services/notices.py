"""Papers of a case: see them before, issue them with their number, print the same bytes again, make one void."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desk.domain.archiving import permit_change
from desk.domain.case import Case
from desk.domain.document import Document
from desk.domain.draft import NOTHING
from desk.domain.errors import DeskError, Forbidden, NotFound
from desk.domain.notice import compose
from desk.domain.numbering import period
from desk.domain.place_titles import title_of_place
from desk.domain.viewer import Viewer
from desk.rulebook.criteria import holds
from desk.rulebook.documents import Paper
from desk.rulebook.model import Rulebook, find
from desk.services import approvals, joined, office_gaps, seal_images
from desk.services.approvals import Approval
from desk.services.cases import CaseView
from desk.services.changes import Changes
from desk.services.numbers import number_of
from desk.services.offers import Offer, fits, lacking, may_issue, offers_of, paper_named
from desk.services.office import Office
from desk.services.paper_words import documents, filled, may_read
from desk.services.rights import require
from desk.services.seal_images import Pressing
from desk.store import audit, cases, counters, papers
from desk.store.papers import PaperRow, Pending
from desk.store.transaction import Transaction

if TYPE_CHECKING:
    from desk.paper.pictures import Picture


NO_CHANGES = Changes()
OUTWARD = ("decision", "notice")
"""Papers that have to reach their addressee."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A character that no font can print, and the field it stands in, by its path and as people call it."""

    field: str
    char: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A paper as bytes. ``paper_id`` is 0 while it was only looked at; ``copies`` are named as on the paper.

    ``warning`` is what to say beside it: what the office has not said about itself. ``seal`` is the electronic seal that
    the viewer may press when it is issued.
    """

    paper_id: int
    number: str
    name: str
    data: bytes
    pages: int
    sha256: str
    missing: tuple[Missing, ...] = ()
    copies: tuple[str, ...] = ()
    warning: str = ""
    seal: str = ""
    changes: Changes = NO_CHANGES


def offers(office: Office, viewer: Viewer, number: str, after: str = "") -> tuple[Offer, ...]:
    """The papers that are right for the case at this moment."""
    with office.store.reading() as tx:
        return offers_of(office, joined.view_within(office, viewer, tx, number), after)


def preview(
    office: Office, viewer: Viewer, number: str, paper_id: str, values: Mapping[str, object] = NOTHING
) -> Printed:
    """The paper as it would be, without a number of its own and without issuing it."""
    viewer = office.in_role_at(viewer, number)
    with office.store.reading() as tx:
        view = joined.view_within(office, viewer, tx, number)
        rulebook = office.rulebook_of(view.case)
        paper = paper_named(rulebook, paper_id)
        composed = documents(office, viewer, tx, view, paper, values, "")
        seal = seal_images.usable(tx, viewer, paper)
    warned = office_gaps.warning(office, rulebook, paper)
    return replace(_drawn(rulebook, paper, composed), warning=warned, seal=seal)


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
    only once needs a ``reason``, by somebody who may decide, the second time (CAP-33). With ``seal_password``, that of one
    of the seal's keepers, it bears the electronic seal.
    """
    viewer = office.in_role_at(viewer, number)
    if not viewer.may("register"):
        require(viewer, "issue", "出文书")
    pressing = _taken_out(office, viewer, number, paper_id, seal_password)
    expected, drawn = _drawn_before(office, viewer, number, paper_id, values, pressing)
    with office.store.writing() as tx:
        view = joined.view_within(office, viewer, tx, number)
        rulebook = office.rulebook_of(view.case)
        paper = paper_named(rulebook, paper_id)
        _permit(
            rulebook, paper, view, {place for place, said in filled(office, rulebook, values).items() if said}
        )
        _permit_archived(rulebook, paper, view.case)
        _permit_again(viewer, paper, view, reason)
        office_gaps.permit(office, rulebook, paper)
        approval = approvals.settle(office, viewer, tx, view.case, paper)
        text = _number(office, viewer, tx, view.case, rulebook, paper)
        composed = seal_images.pressed(documents(office, viewer, tx, view, paper, values, text), pressing)
        printed = drawn if composed == expected else _drawn(rulebook, paper, composed, text)
        stored = _stored(office, viewer, tx, view, paper, printed, composed, approval)
        if pressing:
            papers.done(tx, stored, "seal")
            seal_images.record(office, tx, view.id, papers.get(tx, viewer, stored), pressing)
        about = f"{text} {reason}".strip()
        act = audit.Act(
            act=f"issue:{paper.id}", by=viewer.user, case_id=view.id, paper_id=stored, about=about
        )
        audit.append(tx, act)
    changes = Changes(frozenset({view.id}), frozenset({"papers", "cases"}))
    warned = office_gaps.warning(office, rulebook, paper)
    return replace(printed, paper_id=stored, changes=changes, warning=warned)


def _taken_out(
    office: Office, viewer: Viewer, number: str, paper_id: str, password: str | None
) -> Pressing | None:
    """The electronic seal for this paper, where it is wanted."""
    if password is None:
        return None
    with office.store.reading() as tx:
        view = joined.view_within(office, viewer, tx, number)
    return seal_images.take_out(
        office, viewer, paper_named(office.rulebook_of(view.case), paper_id), password
    )


def _drawn_before(
    office: Office,
    viewer: Viewer,
    number: str,
    paper_id: str,
    values: Mapping[str, object],
    pressing: Pressing | None,
) -> tuple[tuple[Document, ...], Printed]:
    """The paper with the number that it will most likely get, drawn while nobody has to wait for it.

    Drawing takes longer than all the rest, and other desks wait while a number is being given out. Where another desk
    was first the paper is drawn once more with its real number.
    """
    with office.store.reading() as tx:
        view = joined.view_within(office, viewer, tx, number)
        rulebook = office.rulebook_of(view.case)
        paper = paper_named(rulebook, paper_id)
        if not may_issue(viewer, paper):
            require(viewer, "issue", "出文书")
        text = _expected_number(office, tx, view.case, rulebook, paper)
        composed = seal_images.pressed(documents(office, viewer, tx, view, paper, values, text), pressing)
    return composed, _drawn(rulebook, paper, composed, text)


def _stored(
    office: Office,
    viewer: Viewer,
    tx: Transaction,
    view: CaseView,
    paper: Paper,
    printed: Printed,
    composed: tuple[Document, ...],
    approval: Approval | None,
) -> int:
    """Put the paper on record with its words, and under whose approval it was issued."""
    approved = {"approver": approval.approver, "on": approval.on.isoformat()} if approval else None
    return papers.issue(
        tx,
        case_id=view.id,
        kind=paper.id,
        number=printed.number,
        by=viewer.user,
        at=office.now(),
        data=printed.data,
        content={
            "text": "\n".join(document.text for document in composed),
            "names": may_read(office, viewer, tx, view.case, paper),
            "approval": approved,
        },
        pages=printed.pages,
        copies=len(composed),
        pending=_pending(paper),
    )


def _pending(paper: Paper) -> frozenset[Pending]:
    """What the paper waits for once it is issued. A receipt, a form and a sheet go from hand to hand, on no record."""
    waits: set[Pending] = {"print"}
    if paper.seal:
        waits.add("seal")
    if paper.nature in OUTWARD:
        waits.add("deliver")
    return frozenset(waits)


def reprint(office: Office, viewer: Viewer, paper_id: int) -> Printed:
    """The very same bytes again; the mark 补打 is laid over when printing, never into them.

    They name people in full: of a sealed case they are given out only while the identity is open. Raises ``Forbidden``.
    """
    with office.store.reading() as tx:
        row = papers.get(tx, viewer, paper_id)
        data = papers.data(tx, paper_id)
        _require_reading(office, viewer, tx, row)
    return Printed(
        paper_id=row.id, number=row.number, name=row.kind, data=data, pages=row.pages, sha256=row.sha256
    )


def _require_reading(office: Office, viewer: Viewer, tx: Transaction, row: PaperRow) -> None:
    if row.case_id is None:
        return
    case = cases.get(tx, row.case_id, viewer)
    paper = next((paper for paper in office.rulebook_of(case).papers if paper.id == row.kind), None)
    names_people = papers.content(tx, row.id).get("names", True)
    if names_people and not may_read(office, viewer, tx, case, paper):
        raise Forbidden(
            "not_granted",
            "这份文书写有身份信息，没有对您开放",
            "确有需要的，请写明理由申请查看身份信息",
            "paper",
        )


def latest(office: Office, viewer: Viewer, number: str, kind: str) -> PaperRow:
    """The newest paper of this kind on the case that is not void. Raises ``NotFound``."""
    with office.store.reading() as tx:
        view = joined.view_within(office, viewer, tx, number)
    issued = [row for row in view.papers if row.kind == kind and row.state != "void"]
    if not issued:
        raise NotFound("no_paper", "这件案件还没有出过这种文书", "请先出文书，再补打或作废", "paper")
    return issued[-1]


def void(office: Office, viewer: Viewer, paper_id: int, reason: str) -> Changes:
    """Make an issued paper void, with the reason. Its number is never used again."""
    require(office.in_role_at_paper(viewer, paper_id), "issue", "作废文书")
    if not reason.strip():
        raise DeskError("missing", "请写明作废的理由", "例：收件人姓名写错，已重出", "reason")
    with office.store.writing() as tx:
        row = papers.get(tx, viewer, paper_id)
        papers.void(tx, paper_id, reason=reason.strip(), by=viewer.user, at=office.now())
        audit.append(
            tx,
            audit.Act(act="void", by=viewer.user, case_id=row.case_id, paper_id=paper_id, about=row.number),
        )
    return Changes(frozenset({row.case_id} if row.case_id else ()), frozenset({"papers"}))


def log_print(
    office: Office, viewer: Viewer, paper_id: int, printer: str, copies: int, *, reprinted: bool
) -> None:
    """Put on record that the paper came out of a printer, how often, and whether it was a 补打."""
    with office.store.writing() as tx:
        row = papers.get(tx, viewer, paper_id)
        if row.by != viewer.user:
            _require_reading(office, viewer, tx, row)
        papers.log_print(
            tx, paper_id, at=office.now(), by=viewer.user, copies=copies, reprint=reprinted, note=printer
        )
        audit.append(tx, audit.Act(act="print", by=viewer.user, paper_id=paper_id, about=printer))


def unprinted(office: Office, viewer: Viewer) -> tuple[PaperRow, ...]:
    """Papers that were issued and never printed."""
    with office.store.reading() as tx:
        return papers.waiting(tx, viewer, "print")


def blank(office: Office, paper_id: str) -> Printed:
    """The empty form, with lines to write on."""
    paper = paper_named(office.rulebook, paper_id)
    document = compose(office.rulebook.layouts[paper.layout], {}, practice=office.practice)
    return _drawn(office.rulebook, paper, (document,))


def pictures(data: bytes, dpi: float = 96) -> "Iterator[Picture]":
    """The pages of a paper as pixels, for the preview."""
    from desk.paper.pictures import pictures as drawn

    return drawn(data, dpi)


def bands(data: bytes, page: int, dpi: float) -> "Iterator[Picture]":
    """One page as stripes of grey at the printer's resolution."""
    from desk.paper.pictures import bands as drawn

    return drawn(data, page, dpi)


def _permit(rulebook: Rulebook, paper: Paper, view: CaseView, given: Set[str]) -> None:
    taken = {entry.step for entry in view.case.timeline if not entry.undone} | {"register"}
    facts = view.facts
    if (
        not fits(paper, view)
        or (paper.after and not taken & set(paper.after))
        or not holds(paper.when, facts)
    ):
        state = view.words["case.state"]
        raise DeskError("not_now", f"现在（{state}）不能出《{paper.name}》", "请看现在可以出的文书", "paper")
    missing = tuple(lacking(rulebook, paper, view, given))
    if missing:
        raise DeskError("missing", f"《{paper.name}》还缺：{'、'.join(missing)}", "请先补齐再出文书", "paper")


def _permit_archived(rulebook: Rulebook, paper: Paper, case: Case) -> None:
    """An archived case brings no new decision, notice or sheet, but for what archiving itself calls for."""
    archiving = {step.id for step in rulebook.steps if "archive" in step.effects}
    if paper.nature not in ("receipt", "form") and not archiving & set(paper.after):
        permit_change(rulebook, case)


def _permit_again(viewer: Viewer, paper: Paper, view: CaseView, reason: str) -> None:
    if not paper.once or not any(row.kind == paper.id and row.state == "issued" for row in view.papers):
        return
    if not reason.strip() or not viewer.may("decide"):
        hint = "可以补打；写错的请先作废再重出；确需再出的，由有决定权的人员写明理由"
        raise DeskError("only_once", f"《{paper.name}》只出一次，已经出过", hint, "paper")


def _number(
    office: Office, viewer: Viewer, tx: Transaction, case: Case, rulebook: Rulebook, paper: Paper
) -> str:
    """The paper's own number, taken for it; a working form printed again keeps the one it has."""
    kept = _kept_number(tx, case, paper)
    if kept is not None:
        return kept
    series, day = find(rulebook.series, paper.series), office.now().date()
    _, text = counters.take(
        tx,
        rulebook.id,
        f"paper:{series.id}",
        period(series, day),
        number_of(office, rulebook, series, day),
        by=viewer.user,
        at=office.now(),
        ref=counters.Reference(case.id, paper.id),
    )
    return text


def _expected_number(office: Office, tx: Transaction, case: Case, rulebook: Rulebook, paper: Paper) -> str:
    kept = _kept_number(tx, case, paper)
    if kept is not None:
        return kept
    series, day = find(rulebook.series, paper.series), office.now().date()
    serial = counters.following(tx, rulebook.id, f"paper:{series.id}", period(series, day))
    return number_of(office, rulebook, series, day)(serial)


def _kept_number(tx: Transaction, case: Case, paper: Paper) -> str | None:
    """The number that needs not be taken: none for a paper without a series, the old one for a working paper."""
    if not paper.series:
        return ""
    issued = [row for row in papers.of_case(tx, case.id) if row.kind == paper.id and row.state == "issued"]
    return issued[-1].number if issued and paper.nature in ("receipt", "form") else None


def _drawn(rulebook: Rulebook, paper: Paper, composed: tuple[Document, ...], number: str = "") -> Printed:
    from desk.paper.drawing import draw_many

    drawn = draw_many(composed)
    missing = tuple(
        Missing(gap.field, gap.char, title_of_place(rulebook, gap.field)) for gap in drawn.missing
    )
    copies = tuple(f"{copy.name} {copy.holder}" for copy in paper.sheets)
    return Printed(
        paper_id=0,
        number=number,
        name=paper.name,
        data=drawn.data,
        pages=drawn.pages,
        sha256=drawn.sha256,
        missing=missing,
        copies=copies,
    )
