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
        case = cases.judged(tx, number, viewer)
        last = _last(office, viewer, tx, case)
    return f"撤销：{last.step.name}" if isinstance(last, _Last) else ""


def undo(office: "Office", viewer: Viewer, number: str) -> CaseView:
    """Undo the last step exactly: state, facts, levels and clocks are as before; both acts stay in the record.

    Only a harmless step, by the one who took it, within 30 seconds, and not once a number, a paper, a notification or
    another act followed. Raises ``Forbidden`` with the reason.
    """
    with office.store.writing() as tx:
        case = cases.judged(tx, number, viewer)
        last = _last(office, viewer, tx, case)
        if isinstance(last, str):
            raise Forbidden(
                "nothing_to_undo",
                f"现在没有可以撤销的操作：{last}",
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


def _last(office: "Office", viewer: Viewer, tx: Transaction, case: Case) -> _Last | str:
    """What may be undone now, or why nothing may."""
    entry = next((one for one in reversed(case.timeline) if not one.undone), None)
    if entry is None or case.is_merged:
        return "案件已并入另一件" if case.is_merged else "还没有办过"
    if entry.by != viewer.user:
        return f"最近一次是{office.user_name(entry.by)}办的，只能由本人撤销"
    step = next((one for one in office.rulebook_of(case).steps if one.id == entry.step), None)
    if step is None:
        return "已出具文书" if entry.step.startswith("issued:") else "最近一次不是步骤"
    if reason := _fixed(step):
        return reason
    if entry.before is None or not allowed(step, viewer):
        return f"“{step.name}”不能由您撤销"
    if office.now() - entry.at > LASTS:
        return f"“{step.name}”已过 {int(LASTS.total_seconds())} 秒"
    return _followed(office, tx, case, step) or _Last(step, entry, entry.before)


def _fixed(step: Step) -> str:
    """Why the step is one that is never undone; empty where it is harmless."""
    if step.series:
        return f"“{step.name}”已取了文号"
    if "tell" in step.effects:
        return f"“{step.name}”已告知投诉人"
    return "" if step.harmless else f"“{step.name}”改变了案件的办理结果"


def _followed(office: "Office", tx: Transaction, case: Case, step: Step) -> str:
    """What came after the step; empty where it is the last act on record: papers, numbers and other desks' acts are rows too."""
    rows = (row for row in audit.records(tx, case_id=case.id, limit=50) if row.act not in _LOOKING)
    last = next(rows, None)
    if last is None or last.act == f"step:{step.id}":
        return ""
    done = "出具或处理了文书" if last.paper_id else "又办了别的"
    return f"“{step.name}”之后，{office.user_name(last.by)}{done}"


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
    named = rulebook.identity_fields
    rank = grading.rank(rulebook, before.levels)
    changes.restore(tx, before, back, step.id, told, clocks, by=viewer.user, rank=rank, named=named)
    following.align(office, tx, before, viewer.user)
