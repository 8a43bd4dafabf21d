"""The papers of a case that is dealt with under another: each complainant gets their own of what was decided there."""

from typing import TYPE_CHECKING

from desk.domain.case import Case
from desk.domain.errors import NotFound
from desk.domain.joining import decided_under
from desk.domain.viewer import Viewer
from desk.services.cases import CaseView, show_within, shown
from desk.store import cases, links
from desk.store.transaction import Transaction

if TYPE_CHECKING:
    from desk.services.office import Office


def view_within(office: "Office", viewer: Viewer, tx: Transaction, number: str) -> CaseView:
    """The case as its papers tell it. Of one that stands by itself, or whose lead this viewer may not know: as it is."""
    view = show_within(office, viewer, tx, number)
    lead = _lead(tx, view.case)
    if lead is None:
        return view
    try:
        seen = decided_under(office.rulebook_of(view.case), view.case, cases.get(tx, lead, viewer))
    except NotFound:
        return view
    return shown(office, office.in_role(viewer, view.case), tx, seen, whole(office, tx, view.id))


def whole(office: "Office", tx: Transaction, case_id: int) -> Case:
    """The case with all its facts, as its papers tell it."""
    own = cases.whole(tx, case_id)
    lead = _lead(tx, own)
    return own if lead is None else decided_under(office.rulebook_of(own), own, cases.whole(tx, lead))


def _lead(tx: Transaction, case: Case) -> int | None:
    """The case under which this one is dealt with, where both were taken in under the same manual."""
    if not case.is_merged:
        return None
    found = links.all_of(tx, case.id)
    lead = next(
        (link.other_id for link in found if (link.case_id, link.kind) == (case.id, "merged_into")), None
    )
    if lead is None:
        return None
    other = cases.whole(tx, lead)
    same = (other.rulebook, other.rulebook_version) == (case.rulebook, case.rulebook_version)
    return lead if same else None
