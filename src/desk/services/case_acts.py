"""What may be done with a case besides the manual's steps: by this viewer, as the case stands now."""

from typing import TYPE_CHECKING, Literal

from desk.domain.archiving import archived_at
from desk.domain.endings import ENDED
from desk.domain.originals import held
from desk.domain.viewer import Viewer
from desk.services import case_file, conflicts, incidents, links, seals, urging, visits
from desk.services.cases import CaseView

if TYPE_CHECKING:
    from desk.services.office import Office

CaseAct = Literal[
    "contact",
    "retime",
    "reclassify",
    "merge",
    "part",
    "split",
    "seal",
    "sign",
    "answer",
    "tried",
    "report",
    "enquiry",
    "contact_change",
    "original",
    "original_back",
    "box",
    "attach",
    "paste",
    "incident",
    "form",
    "file",
    "conflict",
]


def offered(office: "Office", viewer: Viewer, view: CaseView) -> tuple[CaseAct, ...]:
    """The acts that this viewer may do and that make sense now, in the order in which a menu lists them."""
    rulebook, viewer = office.rulebook_of(view.case), office.in_role(viewer, view.case)
    is_open = rulebook.state(view.case.state).phase not in ENDED
    handles, registers = viewer.may("handle"), viewer.may("register")
    is_archived = archived_at(rulebook, view.case) is not None
    stands_alone = is_open and not view.case.is_merged
    offers: dict[CaseAct, bool] = {
        "contact": handles or registers,
        "retime": handles and not is_archived,
        "reclassify": (handles or registers)
        and stands_alone
        and len(rulebook.kinds) + len(rulebook.categories) > 1,
        "merge": handles and stands_alone,
        "part": handles and _is_merged_with_another(office, viewer, view.number),
        "split": registers and stands_alone,
        "answer": handles and bool(urging.unanswered(rulebook, view.case)) and not is_archived,
        "tried": handles and visits.is_due(rulebook, view.case) and not is_archived,
        "report": handles and bool(view.reports) and not is_archived,
        "enquiry": handles or registers,
        "seal": viewer.may("issue") and bool(seals.waiting(rulebook, view)),
        "sign": handles and not is_archived and any(not one.is_given for one in view.signatures),
        "contact_change": (handles or registers) and not is_archived,
        "original": (handles or registers) and is_open,
        "original_back": (handles or registers) and bool(held(view.case)),
        "box": handles and is_archived,
        "attach": handles and not is_archived,
        "paste": handles and not is_archived,
        "incident": incidents.may_know(viewer),
        "form": handles or registers,
        "file": case_file.is_open(office, viewer, view),
        "conflict": conflicts.may_keep(viewer, view.case, viewer.user),
    }
    return tuple(act for act, is_offered in offers.items() if is_offered and not view.is_erased)


def _is_merged_with_another(office: "Office", viewer: Viewer, number: str) -> bool:
    """Whether a case is dealt with under this one, or this one under another."""
    return any(one.kind == "merged_into" for one in links.related(office, viewer, number))
