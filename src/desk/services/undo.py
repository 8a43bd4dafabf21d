"""Taking back what was just done: the last harmless step, by whoever took it, while nothing has followed from it."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from desk.domain import grading
from desk.domain.case import UNDONE, Before, Case, Happening
from desk.domain.clocks import clocks_of
from desk.domain.errors import Forbidden
from desk.domain.flow import allowed
from desk.domain.viewer import Viewer
from desk.rulebook.flow import Step
from desk.services import following
from desk.services.cases import CaseView, show_within
from desk.store import audit, cases, changes, repeated
from desk.store.transaction import Transaction

if TYPE_CHECKING:
    from desk.services.office import Office

LASTS = timedelta(seconds=30)
_LOOKING = frozenset({"look", "look_asked", "look_granted", "look_refused", "look_closed", "look_reviewed",
                      "attachment_look", "file_look"})  # fmt: skip
"""Acts on record that change nothing about the case."""


def offered(office: "Office", viewer: Viewer, number: str) -> str:
    """What undo would take back now, by its name (撤销：审查受理条件); empty where there is nothing."""
    with office.store.reading() as tx:
        case = cases.whole(tx, cases.get(tx, number, viewer).id)
        last = _last(office, viewer, tx, case)
    return f"撤销：{last.step.name}" if last else ""


def undo(office: "Office", viewer: Viewer, number: str) -> CaseView:
    """Undo the last step exactly: state, facts, levels and clocks are as before; both acts stay in the record.

    Only a harmless step, by the one who took it, within 30 seconds, and not once a number, a paper, a notification or
    another act followed. Raises ``Forbidden`` with the reason.
    """
    with office.store.writing() as tx:
        case = cases.whole(tx, cases.get(tx, number, viewer).id)
        last = _last(office, viewer, tx, case)
        if last is None:
            raise Forbidden(
                "nothing_to_undo",
                "现在没有可以撤销的操作：只能在30秒内撤销自己刚办的、没有出文书也没有告知的一步",
                "需要改正的，请用“补正登记内容”或“更正时间”",
                "number",
            )
        _restore(office, viewer, tx, case, last)
        act = audit.Act(act=f"undo:{last.step.id}", by=viewer.user, case_id=case.id, about=case.number)
        audit.append(tx, act)
        return show_within(office, viewer, tx, case.number)


@dataclass(frozen=True, slots=True)
class _Last:
    """The step that may be undone, its entry, and what was before."""

    step: Step
    entry: Happening
    back: Before


def _last(office: "Office", viewer: Viewer, tx: Transaction, case: Case) -> _Last | None:
    entry = next((one for one in reversed(case.timeline) if not one.undone), None)
    if entry is None or entry.before is None or entry.by != viewer.user or case.is_merged:
        return None
    step = next((one for one in office.rulebook_of(case).steps if one.id == entry.step), None)
    if (
        step is None
        or not step.harmless
        or step.series
        or "tell" in step.effects
        or not allowed(step, viewer)
    ):
        return None
    fresh = office.now() - entry.at <= LASTS
    return _Last(step, entry, entry.before) if fresh and _nothing_followed(tx, case, step) else None


def _nothing_followed(tx: Transaction, case: Case, step: Step) -> bool:
    """Whether the step is the last act on record about the case: papers, numbers and other desks' acts are rows too."""
    acts = (row.act for row in audit.records(tx, case_id=case.id, limit=50) if row.act not in _LOOKING)
    return next(acts, "") == f"step:{step.id}"


def _restore(office: "Office", viewer: Viewer, tx: Transaction, case: Case, last: _Last) -> None:
    step, entry, back = last.step, last.entry, last.back
    rulebook, now = office.rulebook_of(case), office.now()
    kept = {fact: value for fact, value in case.values.items() if fact not in back.absent}
    timeline = tuple(replace(one, undone=True) if one is entry else one for one in case.timeline)
    before = replace(
        case, state=back.state, levels=back.levels, handed_on_at=back.handed_on_at,
        values={**kept, **back.values}, timeline=timeline,
    )  # fmt: skip
    facts = office.facts(rulebook, before, repeated.counts(tx, rulebook, before))
    clocks = clocks_of(rulebook, before, facts, office.calendar, now)
    told = Happening(step=UNDONE, at=now, by=viewer.user, note=f"撤销“{step.name}”")
    named = frozenset(field.id for field in rulebook.fields if field.is_identity)
    rank = grading.rank(rulebook, before.levels)
    changes.restore(tx, before, back, step.id, told, clocks, by=viewer.user, rank=rank, named=named)
    following.align(office, tx, before, viewer.user)
