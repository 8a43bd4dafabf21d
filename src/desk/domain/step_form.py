"""What a step asks: its fields, what still lacks, and what the rulebook proposes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desk.domain.case import Case
from desk.domain.circumstances import Circumstances, with_answers
from desk.domain.draft import NOTHING, Values
from desk.domain.masking import is_masked
from desk.domain.viewer import Viewer
from desk.rulebook.criteria import holds
from desk.rulebook.flow import Effect, Step
from desk.rulebook.intake import Choice, Field, Ground, Route, Script
from desk.rulebook.model import Rulebook

NO_ANSWER = (None, "", ())
LEVEL_OF = "level."
"""Before a scale's id: the field with which a person sets the level by hand."""


_OF_EFFECTS: Mapping[Effect, tuple[str, ...]] = {
    "urge": ("urge.number", "urge.reply_by"),
    "supervise": ("urge.number", "urge.reply_by"),
    "archive": ("archive.number", "archive.holder", "archive.box"),
}
ANEW = frozenset({"urge.number", "urge.reply_by", "signs_for", "signed_by"})
"""Facts that are asked anew each time: an order has its own number and day, a signature is somebody's own."""
_HINTS: Mapping[str, str] = {
    "urge.number": "空着自动编号",
    "urge.reply_by": "例：明天、3天后、12-5",
    "archive.number": "空着用登记编号",
}


@dataclass(frozen=True, slots=True)
class OpenStep:
    """A step that this viewer may take now: its fields, what still lacks, and what the rulebook proposes for them.

    ``hints`` are grounds that the facts speak for (the person decides), ``scripts`` words to say or write here,
    ``route`` says whose it is by the facts (CAP-65).
    """

    step: Step
    fields: tuple[Field, ...]
    missing: tuple[Field, ...]
    proposed: Values = field(default_factory=lambda: NOTHING)
    hints: tuple[Ground, ...] = ()
    scripts: tuple[Script, ...] = ()
    route: Route | None = None


def fields_of(rulebook: Rulebook, step: Step, case: Case, viewer: Viewer) -> tuple[Field, ...]:
    """The fields of the step for this case, and what its effects ask for besides: levels, numbers, days."""
    own = rulebook.fields_at(step.id, case.kind, case.channel)
    known = {field.id for field in own}
    asked = (*own, *(field for field in _of_effects(step) if field.id not in known))
    if "set_level" not in step.effects:
        return asked
    scales = (
        scale
        for scale in rulebook.scales
        if (not scale.kinds or case.kind in scale.kinds)
        and (not scale.may_set or viewer.role in scale.may_set)
    )
    known = {field.id for field in asked}
    levels = (
        Field(
            id=LEVEL_OF + scale.id,
            label=scale.name,
            type="choice",
            at=(step.id,),
            choices=tuple(Choice(id=level.id, name=level.name) for level in scale.levels),
        )
        for scale in scales
    )
    return (*asked, *(field for field in levels if field.id not in known))


def _of_effects(step: Step) -> tuple[Field, ...]:
    """What orders and files are asked for where the manual does not ask by itself."""
    facts = dict.fromkeys(fact for effect in step.effects for fact in _OF_EFFECTS.get(effect, ()))
    return tuple(Field(id=fact, at=(step.id,), hint=_HINTS.get(fact, "")) for fact in facts)


def missing(
    rulebook: Rulebook, step: Step, case: Case, given: Values, facts: Circumstances, asked: tuple[Field, ...]
) -> tuple[Field, ...]:
    """What still lacks: required fields must be given anew at this step, other needs may stand in the case already."""
    now_known = with_answers(rulebook, facts, given)
    known = {**case.values, **given}
    lacking = {
        field.id: field
        for field in asked
        if given.get(field.id) in NO_ANSWER
        and (field.required or (field.required_when and holds(field.required_when, now_known)))
    }
    ground = next((entry for entry in rulebook.grounds if entry.id == known.get("ground")), None)
    for need in (*step.needs, *(ground.needs if ground and ground.step in ("", step.id) else ())):
        if known.get(need) in NO_ANSWER:
            lacking[need] = field_named(rulebook, need)
    return tuple(lacking.values())


def proposed(rulebook: Rulebook, step: str, case: Case, facts: Circumstances) -> Values:
    """What the rulebook proposes at the step: the first route that holds, else the category's departments (CAP-14, 65)."""
    route = route_of(rulebook, step, facts)
    if route and route.department:
        return {"department": route.department}
    category = next((entry for entry in rulebook.categories if entry.id == case.category), None)
    if category is None or category.choose_lead or not category.lead:
        return NOTHING
    return {"department": category.lead, **({"assisting": category.assist} if category.assist else {})}


def own_name(fields: Sequence[Field], viewer: Viewer) -> Values:
    """Whoever may approve and takes the step is proposed as who approved; an 审批表 on paper may name somebody else."""
    approves = viewer.may("approve") or viewer.may("decide")
    asked = any(field.id == "approver" for field in fields)
    return {"approver": viewer.name} if asked and approves else NOTHING


def route_of(rulebook: Rulebook, step: str, facts: Circumstances) -> Route | None:
    """The first route of the step that holds: whose it is by the facts, which binds nobody."""
    return next((r for r in rulebook.routes if r.step == step and holds(r.when, facts)), None)


def begun(fields: Sequence[Field], values: Values) -> Values:
    """Words to start from, where a field takes them from other facts; ``values`` are those that the viewer may see."""
    texts = {field.id: [str(values[fact]) for fact in field.begins if fact in values] for field in fields}
    return {
        fact: "\n".join(told)
        for fact, told in texts.items()
        if told and fact not in values and not any(map(is_masked, told))
    }


def hints_of(
    rulebook: Rulebook, step: Step, asked: tuple[Field, ...], facts: Circumstances
) -> tuple[Ground, ...]:
    """The grounds for this step, or for the class that it sets, that the facts speak for (CAP-25)."""
    if not any(field.id == "ground" for field in asked):
        return ()
    fitting = (
        ground
        for ground in rulebook.grounds
        if step.id == ground.step or (ground.validity and ground.validity == step.sets.get("validity"))
    )
    return tuple(ground for ground in fitting if ground.hint_when and holds(ground.hint_when, facts))


def scripts_of(rulebook: Rulebook, step: Step, facts: Circumstances) -> tuple[Script, ...]:
    """The office's words for speaking to the complainant as matters stand, the class of the matter first (CAP-30).

    Where the class is only being settled, the words of the class are shown; those that fit besides come when it is told.
    """
    tells = "tell" in step.effects
    if not tells and "set_validity" not in step.effects:
        return ()
    validity = step.sets.get("validity") or facts.get("validity")
    own = next((entry.script for entry in rulebook.validities if entry.id == validity), "")
    fitting = [
        script
        for script in rulebook.scripts
        if script.id == own or (tells and script.when and holds(script.when, facts))
    ]
    return tuple(sorted(fitting, key=lambda script: script.id != own))


def further_scripts(rulebook: Rulebook, step: Step) -> tuple[Script, ...]:
    """Words that fit at any time, to be chosen where somebody is told something."""
    return tuple(one for one in rulebook.scripts if not one.when) if "tell" in step.effects else ()


def field_named(rulebook: Rulebook, fact: str) -> Field:
    """The rulebook's field of this id, or the known fact's own."""
    return next((field for field in rulebook.fields if field.id == fact), None) or Field(id=fact)
