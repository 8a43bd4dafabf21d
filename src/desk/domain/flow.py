"""What may be done with a case now, by whom, why not, and what a step makes of it."""

from dataclasses import replace
from datetime import datetime

from desk.domain.archiving import locked
from desk.domain.case import Case, Happening
from desk.domain.circumstances import LEVEL, Circumstances, with_answers
from desk.domain.deciding import refuse_answers, unsigned
from desk.domain.draft import Values
from desk.domain.endings import ENDED
from desk.domain.errors import DeskError, Forbidden, Lacking
from desk.domain.extending import extension
from desk.domain.grading import governing_level, grade
from desk.domain.signing import HINT, refusal
from desk.domain.step_form import (
    LEVEL_OF,
    OpenStep,
    fields_of,
    hints_of,
    missing,
    own_name,
    proposed,
    route_of,
    scripts_of,
)
from desk.domain.survey import check_scores
from desk.domain.urging import DEPARTMENT, NUMBER, effect_of, next_number, orders_of
from desk.domain.viewer import Viewer
from desk.rulebook.base import UNSET
from desk.rulebook.criteria import parse
from desk.rulebook.flow import Step
from desk.rulebook.kept import kept
from desk.rulebook.model import Rulebook

ARCHIVE_NUMBER = "archive.number"
UNDECIDED = "无法判定，按手册规定归类"


def open_steps(rulebook: Rulebook, case: Case, facts: Circumstances, viewer: Viewer) -> tuple[OpenStep, ...]:
    """The steps open to ``viewer`` now, in the rulebook's order; a forbidden step is not among them."""
    return tuple(
        _opened(rulebook, step, case, facts, viewer)
        for step in _leading_on(rulebook, case.state, case.kind)
        if allowed(step, viewer) and not hindrance(rulebook, step, case, facts, viewer)
    )


@kept
def _leading_on(rulebook: Rulebook, state: str, kind: str) -> tuple[Step, ...]:
    """The steps that the manual has for this kind from this state: the few that need be looked at closely."""
    is_open = rulebook.state(state).phase not in ENDED
    return tuple(
        step
        for step in rulebook.steps
        if (state in step.starting if step.starting else is_open) and (not step.kinds or kind in step.kinds)
    )


def _opened(rulebook: Rulebook, step: Step, case: Case, facts: Circumstances, viewer: Viewer) -> OpenStep:
    asked = fields_of(rulebook, step, case, viewer)
    proposals = proposed(rulebook, step.id, case, facts) if any(f.id == "department" for f in asked) else {}
    return OpenStep(
        step,
        asked,
        missing(rulebook, step, case, {}, facts, asked),
        {**proposals, **own_name(asked, viewer)},
        hints_of(rulebook, step, asked, facts),
        scripts_of(rulebook, step, facts),
        route_of(rulebook, step.id, facts),
    )


def hindrance(rulebook: Rulebook, step: Step, case: Case, facts: Circumstances, viewer: Viewer) -> str:
    """Why the step may not be taken now, in the office's words; empty where nothing stands against it."""
    if case.is_merged:
        return "这件已并入另一件，请在那一件上办理，或先取消合并"
    if reason := locked(rulebook, case, step):
        return reason
    if step.kinds and case.kind not in step.kinds:
        return f"“{step.name}”不适用于{rulebook.kind(case.kind).name}"
    state = rulebook.state(case.state)
    if (case.state not in step.starting) if step.starting else state.phase in ENDED:
        return f"当前状态“{state.name}”不能“{step.name}”"
    if not allowed(step, viewer):
        roles = [
            role for role in rulebook.roles if (role.id in step.by if step.by else step.right in role.rights)
        ]
        names = "、".join(role.name for role in roles)
        return f"“{step.name}”须由{names}办理"
    undone = [earlier for earlier in step.after if not case.when(earlier)]
    if undone:
        return f"须先完成“{rulebook.step(undone[0]).name}”才能“{step.name}”"
    if step.when and parse(step.when).answer(facts).verdict is not True:
        return step.refused or f"尚不具备“{step.name}”的条件"
    if waiting := unsigned(rulebook, step, case):
        called = {entry.id: entry.name for entry in rulebook.departments}
        return "还没有会签：" + "、".join(called.get(one, one) for one in waiting)
    return refusal(rulebook, step, case, facts) or _extension_hindrance(rulebook, step, case, viewer)


def closed_steps(
    rulebook: Rulebook, case: Case, facts: Circumstances, viewer: Viewer
) -> tuple[tuple[Step, str], ...]:
    """Steps that this viewer takes from the state in which the case is, but not yet: each with the reason."""
    fitting = (
        step
        for step in rulebook.steps
        if case.state in step.starting
        and allowed(step, viewer)
        and (not step.kinds or case.kind in step.kinds)
    )
    found = ((step, hindrance(rulebook, step, case, facts, viewer)) for step in fitting)
    return tuple((step, reason) for step, reason in found if reason)


def permit(rulebook: Rulebook, step: Step, case: Case, facts: Circumstances, viewer: Viewer) -> None:
    """Raise ``Forbidden`` with the reason where the step may not be taken now."""
    if reason := hindrance(rulebook, step, case, facts, viewer):
        unsigned_yet = reason == refusal(rulebook, step, case, facts)
        hint = HINT if unsigned_yet else "请看“下一步”里现在可以做的事"
        raise Forbidden("step_not_open", reason, hint, "step")


def allowed(step: Step, viewer: Viewer) -> bool:
    """Whether the viewer's role may take the step; without named roles everyone with its right may."""
    return viewer.role in step.by if step.by else viewer.may(step.right)


def _extension_hindrance(rulebook: Rulebook, step: Step, case: Case, viewer: Viewer) -> str:
    """A clock is extended only so often, and where the manual says so only by the level's own approver (CAP-54)."""
    clock = next((clock for clock in rulebook.clocks if clock.id == step.extends), None)
    if clock is None or not clock.extensions:
        return ""
    extending = [one.id for one in rulebook.steps if one.extends == clock.id]
    granted, most = (
        sum(len(case.when(id_)) for id_ in extending),
        sum(rule.times for rule in clock.extensions),
    )
    rule = extension(clock, granted)
    if rule is None or granted >= most:
        return f"“{clock.name}”最多延期 {most} 次，已经用完"
    if (
        rule.approver != "level"
        and len(clock.extensions) > 1
        and rule.approver not in ("", UNSET, viewer.role)
    ):
        return f"“{clock.name}”第 {granted + 1} 次延期须由{rulebook.role(rule.approver).name}批准"
    level = governing_level(rulebook, case.levels, clock.scale)
    if rule.approver == "level" and level and level.extension_by and viewer.role != level.extension_by:
        return f"{level.name}的延期须由{rulebook.role(level.extension_by).name}批准"
    return ""


def take(
    rulebook: Rulebook,
    step_id: str,
    case: Case,
    facts: Circumstances,
    viewer: Viewer,
    given: Values,
    at: datetime,
    note: str = "",
) -> Case:
    """The case after the step. Raises ``Forbidden`` or ``DeskError`` with the reason; the case given stays as it is."""
    step = next((step for step in rulebook.steps if step.id == step_id), None)
    if step is None:
        raise DeskError("unknown_step", f"规则簿里没有步骤“{step_id}”", "可用的步骤见“下一步”", "step")
    permit(rulebook, step, case, facts, viewer)
    if step.once and case.when(step.id) and not note:
        raise DeskError("only_once", f"“{step.name}”只能办理一次", "确需再次办理，请写明理由", "note")
    asked = fields_of(rulebook, step, case, viewer)
    if lacking := missing(rulebook, step, case, given, facts, asked):
        raise Lacking(step.name, [(field.id, field.title) for field in lacking])
    refuse_answers(rulebook, step, with_answers(rulebook, facts, given), {**case.values, **given})
    _want_reason(step, given, note)
    check_scores(rulebook, step, given)
    settled = {
        **_by_hand(rulebook, given, facts),
        **_settled(rulebook, step, given),
        **_numbered(rulebook, step, case, given),
    }
    return _after(step, case, viewer, settled, at, note)


def _want_reason(step: Step, given: Values, note: str) -> None:
    """A level set by hand is set for a reason (CAP-40), and so is a mark on somebody (CAP-26)."""
    if "mark" in step.effects and not (note or given.get("reason")):
        raise DeskError("missing", f"“{step.name}”须写明理由和依据", "请写明根据什么认定", "note")
    if any(fact.startswith(LEVEL_OF) for fact in given) and not (note or given.get("reason")):
        raise DeskError("missing", f"“{step.name}”改了等级，须写明理由", "请写明为什么改判", "note")


def _by_hand(rulebook: Rulebook, given: Values, facts: Circumstances) -> Values:
    """Levels that a person set, kept with the lines that matched at that moment: only a new line may raise them."""
    matched = {found.scale: tuple(line.id for line in found.matched) for found in grade(rulebook, facts)}
    kept = {fact: value for fact, value in given.items() if not fact.startswith(LEVEL_OF)}
    for fact in given.keys() - kept.keys():
        kept |= {f"{fact}.set": given[fact], f"{fact}.lines": matched.get(fact.removeprefix(LEVEL_OF), ())}
    return kept


def _settled(rulebook: Rulebook, step: Step, given: Values) -> Values:
    """What the act itself settles: its ``sets``, and the class of what could not be decided (CAP-29)."""
    settled: dict[str, str | bool] = {
        fact: value for fact, value in step.sets.items() if fact not in step.empties
    }
    if "set_validity" in step.effects and "validity" not in {**given, **settled}:
        undecidable = next((entry for entry in rulebook.validities if entry.when_undecidable), None)
        if undecidable:
            settled |= {"validity": undecidable.id, "reason": str(given.get("reason") or UNDECIDED)}
    return settled


def numbered_fact(step: Step, case: Case) -> str:
    """The fact that holds the number which the step makes; empty where it makes none, or the file has its number."""
    if effect_of(step):
        return NUMBER
    is_new = "archive" in step.effects and not case.values.get(ARCHIVE_NUMBER)
    return ARCHIVE_NUMBER if is_new else ""


def _numbered(rulebook: Rulebook, step: Step, case: Case, given: Values) -> Values:
    """The number of the order or of the file, where neither a series nor the clerk has given one (CAP-78, 100)."""
    effect = effect_of(step)
    if effect and given.get(NUMBER) in (None, "", *(order.number for order in orders_of(rulebook, case))):
        return {NUMBER: next_number(rulebook, case, effect)}
    if numbered_fact(step, case) and not given.get(ARCHIVE_NUMBER):
        return {ARCHIVE_NUMBER: case.number}
    return {}


def _after(step: Step, case: Case, viewer: Viewer, given: Values, at: datetime, note: str) -> Case:
    marks = {"reopen", "escalate"} & set(step.effects)
    told = {**given, **({LEVEL: tuple(case.levels.values())} if marks else {})}
    if effect_of(step) and (department := case.values.get("department")):
        told[DEPARTMENT] = department
    entry = Happening(step=step.id, at=at, by=viewer.user, note=note, values=told)
    kept = {fact: value for fact, value in case.values.items() if fact not in step.empties}
    return replace(
        case,
        state=step.to or case.state,
        values={**kept, **given},
        timeline=(*case.timeline, entry),
        handed_on_at=case.handed_on_at or (at if "hand_on" in step.effects else None),
    )
