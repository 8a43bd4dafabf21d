"""用印登记: which paper was sealed when, in how many copies, who had approved it, who pressed the seal."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desk.domain.viewer import Viewer
from desk.services import approvals
from desk.services.seals import SEALED, sealings
from desk.store import cases, happenings_since, papers

if TYPE_CHECKING:
    from desk.services.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """One line: the moment, the paper and its case, the copies, the seal, who approved and who pressed."""

    at: datetime
    paper: str
    paper_number: str
    number: str
    copies: int
    seal: str
    approver: str
    person: str
    void: bool


def sealed(office: "Office", viewer: Viewer, since: datetime, until: datetime) -> tuple[Sealed, ...]:
    """Every sealing from ``since`` until before ``until``, the oldest first; none of a case that is kept from the viewer."""
    found: list[Sealed] = []
    with office.store.reading() as tx:
        touched = happenings_since.cases_with(tx, SEALED, since)
        for seen in cases.all_of(tx, touched, viewer):
            book, case = office.rulebook_of(seen), cases.whole(tx, seen.id)
            kinds = {paper.id: paper for paper in book.papers}
            for row in papers.of_case(tx, seen.id):
                kind = kinds.get(row.kind)
                approval = approvals.of(case, kind) if kind else None
                found += [
                    Sealed(
                        at=one.at.astimezone(office.zone), paper=kind.name if kind else row.kind, paper_number=row.number,
                        number=seen.number, copies=row.copies, seal=one.seal, approver=approval.approver if approval else "",
                        person=one.person or office.user_name(one.by), void=row.state == "void",
                    )
                    for one in sealings(case, row.id)
                    if since <= one.at < until
                ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.at, one.number)))
