"""Papers that were issued: the same bytes again, what was printed and what never was, and made void."""

from desk.domain.errors import DeskError, Forbidden, NotFound
from desk.domain.viewer import Viewer
from desk.services import joined
from desk.services.changes import Changes
from desk.services.drawn_papers import Printed
from desk.services.office import Office
from desk.services.paper_words import may_read
from desk.services.rights import require
from desk.store import audit, cases, papers
from desk.store.papers import PaperRow
from desk.store.transaction import Transaction


def reprint(office: Office, viewer: Viewer, paper_id: int) -> Printed:
    """The very same bytes again; the mark 补打 is laid over when printing, never into them.

    They name people in full: of a sealed case they are given out only while the identity is open. Raises ``Forbidden``.
    """
    with office.store.reading() as tx:
        row = papers.get(tx, viewer, paper_id)
        data = papers.data(tx, paper_id)
        _require_reading(office, viewer, tx, row)
        sealed = row.case_id is not None and cases.is_sealed(tx, row.case_id)
    return Printed(
        paper_id=row.id, number=row.number, name=row.kind, data=data, pages=row.pages, sha256=row.sha256,
        sealed=sealed,
    )  # fmt: skip


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
