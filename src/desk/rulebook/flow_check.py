"""Can every case get through? What nobody reaches and what nobody leaves are faults of a rulebook."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk.rulebook.flow import Step
    from desk.rulebook.intake import Kind
    from desk.rulebook.model import Rulebook
    from desk.rulebook.references import Found

END = ("closed", "refused")


def flow_faults(book: "Rulebook") -> Iterator["Found"]:
    """Faults as (key, message, hint): states and steps out of reach, and rounds without a way out."""
    reach = {kind.id: _closure({kind.starts}, _steps_of(kind, book), book) for kind in book.kinds}
    for kind in book.kinds:
        for state in sorted(reach[kind.id]):
            if not _closure({state}, _steps_of(kind, book), book) & _ends(book):
                yield (
                    f"state({state})",
                    f"{kind.name}从这里走不到办结",
                    "请补一个通往办结或不予受理状态的步骤",
                )
    for state_ in book.states:
        if not any(state_.id in reached for reached in reach.values()):
            yield f"state({state_.id})", "没有任何步骤能到达这个状态", "请补步骤，或删去这个状态"
    for step in book.steps:
        kinds = step.kinds or tuple(reach)
        if step.starting and not any(set(step.starting) & reach.get(kind_id, set()) for kind_id in kinds):
            yield f"step({step.id}).from", "没有哪一类事项能走到这一步", "请核对 from 和 kinds"

    yield from _rounds_of_steps(book)


def _rounds_of_steps(book: "Rulebook") -> Iterator["Found"]:
    """Steps that wait for one another (``after``) would never be taken."""
    before = {step.id: step.after for step in book.steps}
    told: set[str] = set()
    for start in before:
        way = _way_back(start, before)
        if way and start not in told:
            told |= set(way)
            yield (
                f"step({start}).after",
                f"先做的步骤绕了一圈：{' → '.join(way)}",
                "请去掉其中一个 after，否则哪一步都做不了",
            )


def _way_back(start: str, before: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The shortest way of waiting from a step to itself; empty where there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    while ways:
        way = ways.pop(0)
        for step in before.get(way[-1], ()):
            if step == start:
                return (*way, start)
            if step not in seen:
                seen.add(step)
                ways.append((*way, step))
    return ()


def _steps_of(kind: "Kind", book: "Rulebook") -> list["Step"]:
    return [step for step in book.steps if not step.kinds or kind.id in step.kinds]


def _ends(book: "Rulebook") -> set[str]:
    return {state.id for state in book.states if state.phase in END}


def _closure(start: set[str], steps: list["Step"], book: "Rulebook") -> set[str]:
    """Every state that can be reached from ``start`` by these steps."""
    reached, grown = set(start), True
    while grown:
        found = {step.to for step in steps if step.to and _open_from(step, reached, book)}
        grown = not found <= reached
        reached |= found
    return reached


def _open_from(step: "Step", states: set[str], book: "Rulebook") -> bool:
    if step.starting:
        return bool(set(step.starting) & states)
    return any(state.id in states and state.phase not in END for state in book.states)
