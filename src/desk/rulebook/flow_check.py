"""Can every case get through? States that nobody reaches and states that nobody leaves are faults of a rulebook."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk.rulebook.flow import Step
    from desk.rulebook.model import Rulebook

END = ("closed", "refused")


def flow_faults(book: "Rulebook") -> Iterator[tuple[str, str, str]]:
    """Faults as (key, message, hint): unreachable states, unreachable steps, and rounds without a way out."""
    reached_by_any: set[str] = set()
    for kind in book.kinds:
        steps = [step for step in book.steps if not step.kinds or kind.id in step.kinds]
        reached = _closure({kind.starts}, steps, book)
        reached_by_any |= reached
        for state in sorted(reached):
            if not _closure({state}, steps, book) & _ends(book):
                yield f"state({state})", f"{kind.name}从这里走不到办结", "请补一个通往办结或不予受理状态的步骤"
    for state_ in book.states:
        if state_.id not in reached_by_any:
            yield f"state({state_.id})", "没有任何步骤能到达这个状态", "请补步骤，或删去这个状态"


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
