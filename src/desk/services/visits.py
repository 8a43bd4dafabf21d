"""Return visits that did not come about: who was tried, when, how and what happened (CAP-98)."""

from typing import TYPE_CHECKING

from desk.domain.archiving import permit_change
from desk.domain.case import VISIT_TRIED, Case, Happening
from desk.domain.errors import DeskError
from desk.domain.viewer import Viewer
from desk.rulebook.model import Rulebook
from desk.services.approvals import tell
from desk.services.cases import CaseView, show_within
from desk.services.rights import require
from desk.store import audit, cases

if TYPE_CHECKING:
    from desk.services.office import Office


def tried(office: "Office", viewer: Viewer, number: str, means: str, note: str = "") -> CaseView:
    """Put on record that nobody was reached for the return visit. Raises ``DeskError`` where none is due."""
    viewer = office.in_role_at(viewer, number)
    require(viewer, "handle", "记回访情况")
    if not means.strip():
        raise DeskError("missing", "请写明用什么方式联系", "例：电话", "means")
    with office.store.writing() as tx:
        case = cases.judged(tx, number, viewer)
        rulebook = office.rulebook_of(case)
        permit_change(rulebook, case)
        if not is_due(rulebook, case):
            raise DeskError("not_now", f"{number}现在不用回访", "请看“下一步”里现在可以做的事", "number")
        said = "　".join(filter(None, (means.strip(), note.strip())))
        tell(office, tx, case, Happening(step=VISIT_TRIED, at=office.now(), by=viewer.user, note=said))
        audit.append(tx, audit.Act(act="visit_tried", by=viewer.user, case_id=case.id, about=number))
        return show_within(office, viewer, tx, number)


def is_due(rulebook: Rulebook, case: Case) -> bool:
    """Whether the manual has a return visit from the state in which the case stands."""
    visits = (step for step in rulebook.steps if "visit" in step.effects)
    return any(case.state in step.starting and (not step.kinds or case.kind in step.kinds) for step in visits)
