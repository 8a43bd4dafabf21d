"""The way of a case as rows: each state with the steps that may be taken in it, in the order a case meets them."""

from collections.abc import Iterable
from dataclasses import dataclass

from desk.domain.criterion_words import criterion_words
from desk.rulebook.facts import FACTS
from desk.rulebook.flow import State, Step
from desk.rulebook.model import Rulebook


@dataclass(frozen=True, slots=True)
class Stop:
    """A state with its number in the picture; ``state`` is None for what may be done in every open state."""

    number: int
    state: State | None
    steps: tuple[Step, ...]


def stops(book: Rulebook, kind: str = "") -> tuple[Stop, ...]:
    """The states a matter of ``kind`` (empty: of any kind) can come into, the first one first; last what is always open."""
    steps = tuple(step for step in book.steps if not kind or not step.kinds or kind in step.kinds)
    begins = [entry.starts for entry in book.kinds if not kind or entry.id == kind]
    found = tuple(
        Stop(number, book.state(id_), _leaving(steps, id_))
        for number, id_ in enumerate(_reached(begins, steps), 1)
    )
    always = tuple(step for step in steps if not step.starting)
    return (*found, Stop(0, None, always)) if always else found


def _reached(begins: Iterable[str], steps: tuple[Step, ...]) -> list[str]:
    """The states in the order of a walk that finishes with each way before it takes the next one aside."""
    order = list(dict.fromkeys(begins))
    for id_ in order:  # grows while it is walked: nearest states first
        order += [
            to for to in dict.fromkeys(step.to for step in _leaving(steps, id_)) if to and to not in order
        ]
    free = (step.to for step in steps if not step.starting and step.to)
    for id_ in free:
        if id_ not in order:
            order.append(id_)
    return order


def _leaving(steps: tuple[Step, ...], state: str) -> tuple[Step, ...]:
    """The steps of a state, those that move the case first."""
    here = [step for step in steps if state in step.starting]
    return tuple(sorted(here, key=lambda step: not _moves(step, state)))


def _moves(step: Step, state: str) -> bool:
    return bool(step.to) and step.to != state


def by_words(book: Rulebook, step: Step) -> str:
    """Who may take the step."""
    return "、".join(book.role(role).name for role in step.by) if step.by else "能办理案件的人员"


def facts_of(book: Rulebook, step: Step) -> tuple[tuple[str, str], ...]:
    """What the manual says about a step, as (title, words); what it does not say is left out."""
    steps = {one.id: one.name for one in book.steps}
    asked = [field.title + ("（必填）" if field.required else "") for field in book.fields_at(step.id)]
    starts = [clock.name for clock in book.clocks if step.id in clock.starts]
    done = [clock.name for clock in book.clocks if step.id in clock.done]
    papers = [paper.name for paper in book.papers if paper.id in step.papers or step.id in paper.after]
    rows = (
        ("由谁办", [by_words(book, step)]),
        ("从", [book.state(id_).name for id_ in step.starting] or ["办理中各状态"]),
        ("到", [book.state(step.to).name] if step.to else ["状态不变"]),
        ("须已知道", [_fact(book, need) for need in step.needs]),
        ("这一步填写", asked),
        ("须先办", [steps.get(id_, id_) for id_ in step.after]),
        ("文书和表单", papers),
        ("起算的时限", starts),
        ("完成的时限", done),
        ("适用类型", [book.kind(id_).name for id_ in step.kinds]),
        ("条件", [criterion_words(book, step.when)] if step.when else []),
        ("不能办时", [step.refused] if step.refused else []),
        ("只办一次", ["再办须写明理由"] if step.once else []),
        ("说明", [step.note] if step.note else []),
        ("出处", [step.source] if step.source else []),
    )
    return tuple((title, "、".join(words)) for title, words in rows if words)


def _fact(book: Rulebook, id_: str) -> str:
    title = next((field.title for field in book.fields if field.id == id_), "")
    return title or (FACTS[id_].label if id_ in FACTS else id_)
