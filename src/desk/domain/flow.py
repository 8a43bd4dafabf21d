"""What may be done with a case now, by whom, what is still missing, and what a step makes of it."""

from dataclasses import dataclass, replace
from datetime import datetime

from desk.domain.case import Case, Happening
from desk.domain.circumstances import Circumstances
from desk.domain.draft import Values
from desk.domain.errors import DeskError, Forbidden
from desk.domain.viewer import Viewer
from desk.rulebook.criteria import parse
from desk.rulebook.flow import Step
from desk.rulebook.intake import Field
from desk.rulebook.model import Rulebook

ENDED = ("closed", "refused")


@dataclass(frozen=True, slots=True)
class OpenStep:
    """A step that this viewer may take now: its fields, and those of its needs that are not known yet."""

    step: Step
    fields: tuple[Field, ...]
    missing: tuple[Field, ...]


def open_steps(rulebook: Rulebook, case: Case, facts: Circumstances, viewer: Viewer) -> tuple[OpenStep, ...]:
    """The steps open to ``viewer`` now, in the rulebook's order; a forbidden step is not among them."""
    steps = (step for step in rulebook.steps if not hindrance(rulebook, step, case, facts, viewer))
    return tuple(OpenStep(step, _asked(rulebook, step, case), missing(rulebook, step, case, {})) for step in steps)


def hindrance(rulebook: Rulebook, step: Step, case: Case, facts: Circumstances, viewer: Viewer) -> str:
    """Why the step may not be taken now, in the office's words; empty where nothing stands against it."""
    if step.kinds and case.kind not in step.kinds:
        return f"“{step.name}”不适用于{rulebook.kind(case.kind).name}"
    state = rulebook.state(case.state)
    if (case.state not in step.starting) if step.starting else state.phase in ENDED:
        return step.refused or f"当前状态“{state.name}”不能“{step.name}”"
    if not allowed(rulebook, step, viewer):
        names = "、".join(rulebook.role(role).name for role in step.by)
        return f"“{step.name}”须由{names}办理"
    undone = [earlier for earlier in step.after if not case.when(earlier)]
    if undone:
        return f"须先完成“{rulebook.step(undone[0]).name}”才能“{step.name}”"
    if step.when and parse(step.when).answer(facts).verdict is not True:
        return step.refused or f"尚不具备“{step.name}”的条件"
    return ""


def allowed(rulebook: Rulebook, step: Step, viewer: Viewer) -> bool:
    """Whether the viewer's role may take the step; without named roles everyone who handles cases may."""
    return viewer.role in step.by if step.by else viewer.may("handle")


def missing(rulebook: Rulebook, step: Step, case: Case, given: Values) -> tuple[Field, ...]:
    """The facts that the step needs and that neither the case nor ``given`` has."""
    asked = _asked(rulebook, step, case)
    required = {field.id: field for field in asked if field.required}
    required |= {id_: _field(rulebook, id_) for id_ in step.needs}
    return tuple(
        field
        for id_, field in required.items()
        if given.get(id_) in (None, "", ()) and (id_ in {f.id for f in asked} or case.values.get(id_) in (None, "", ()))
    )


def _asked(rulebook: Rulebook, step: Step, case: Case) -> tuple[Field, ...]:
    return rulebook.fields_at(step.id, case.kind, case.channel)


def _field(rulebook: Rulebook, id_: str) -> Field:
    return next((field for field in rulebook.fields if field.id == id_), None) or Field(id=id_)


def take(
    rulebook: Rulebook, step_id: str, case: Case, facts: Circumstances, viewer: Viewer,
    given: Values, at: datetime, note: str = "",
) -> Case:
    """The case after the step. Raises ``Forbidden`` or ``DeskError`` with the reason; the case given stays as it is."""
    step = next((step for step in rulebook.steps if step.id == step_id), None)
    if step is None:
        raise DeskError("unknown_step", f"规则簿里没有步骤“{step_id}”", "可用的步骤见“下一步”", "step")
    if reason := hindrance(rulebook, step, case, facts, viewer):
        raise Forbidden("step_not_open", reason, "请看“下一步”里现在可以做的事", "step")
    if step.once and case.when(step.id) and not note:
        raise DeskError("only_once", f"“{step.name}”只能办理一次", "确需再次办理，请写明理由", "note")
    if lacking := missing(rulebook, step, case, given):
        names = "、".join(field.title for field in lacking)
        raise DeskError("missing", f"“{step.name}”还缺：{names}", f"请填写{names}后再办理", lacking[0].id)
    entry = Happening(step=step.id, at=at, by=viewer.user, note=note, values=given)
    return replace(
        case, state=step.to or case.state, values=_kept(case.values, given), timeline=(*case.timeline, entry),
        handed_on_at=case.handed_on_at or (at if "hand_on" in step.effects else None),
    )


def _kept(before: Values, given: Values) -> Values:
    return {**before, **given}
