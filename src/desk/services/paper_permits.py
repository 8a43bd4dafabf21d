"""May this paper be issued now, on this case, by this person?"""

from collections.abc import Set

from desk.domain.archiving import permit_change
from desk.domain.case import Case
from desk.domain.errors import DeskError
from desk.domain.viewer import Viewer
from desk.rulebook.criteria import holds
from desk.rulebook.documents import Paper
from desk.rulebook.model import Rulebook
from desk.services.cases import CaseView
from desk.services.offers import ALWAYS, fits, lacking, told_once


def permit(
    viewer: Viewer, rulebook: Rulebook, paper: Paper, view: CaseView, given: Set[str], reason: str
) -> None:
    """Raises ``DeskError`` where the paper is not right now, or lacks what neither the case has nor is ``given`` with it.

    A ``reason`` is what a second one of a paper that is issued once is issued for.
    """
    _permit_now(paper, view)
    _permit_complete(rulebook, paper, view, given)
    _permit_archived(rulebook, paper, view.case)
    _permit_again(viewer, paper, view, reason)


def _permit_now(paper: Paper, view: CaseView) -> None:
    taken = {entry.step for entry in view.case.timeline if not entry.undone} | {"register"}
    facts = view.facts
    if (
        not fits(paper, view)
        or (paper.after and not taken & set(paper.after))
        or not holds(paper.when, facts)
    ):
        state = view.words["case.state"]
        raise DeskError("not_now", f"现在（{state}）不能出《{paper.name}》", "请看现在可以出的文书", "paper")


def _permit_complete(rulebook: Rulebook, paper: Paper, view: CaseView, given: Set[str]) -> None:
    missing = tuple(lacking(rulebook, paper, view, given))
    if missing:
        raise DeskError("missing", f"《{paper.name}》还缺：{'、'.join(missing)}", "请先补齐再出文书", "paper")


def _permit_archived(rulebook: Rulebook, paper: Paper, case: Case) -> None:
    """An archived case brings no new decision, notice or sheet, but for what archiving itself calls for."""
    archiving = {step.id for step in rulebook.steps if "archive" in step.effects}
    if paper.nature not in ALWAYS and not archiving & set(paper.after):
        permit_change(rulebook, case)


def _permit_again(viewer: Viewer, paper: Paper, view: CaseView, reason: str) -> None:
    """What goes out in the office's name is told once: another with the same force needs its reason (CAP-33)."""
    stands = told_once(paper, view)
    if stands and not (reason.strip() and viewer.may("decide")):
        words = f"只出一次，已经出过{stands.number}" if paper.once else f"已经出过{stands.number}，现行有效"
        hint = "可以补打；写错的请先作废再重出；确需再出的，由有决定权的人员写明理由"
        raise DeskError("only_once", f"《{paper.name}》{words}", hint, "paper")
