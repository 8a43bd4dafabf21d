"""Tasks beside the main line of a case (a complaint about staff is dealt with first): which there are, how far each is."""

from dataclasses import dataclass

from desk.domain.case import Case
from desk.domain.circumstances import Circumstances
from desk.rulebook.criteria import parse
from desk.rulebook.flow import Step
from desk.rulebook.model import Rulebook


@dataclass(frozen=True, slots=True)
class SideTask:
    """One task: its steps that were taken and those that are still to be taken, in the rulebook's order."""

    id: str
    taken: tuple[str, ...]
    left: tuple[str, ...]

    @property
    def is_done(self) -> bool:
        """Whether its last step was taken."""
        return not self.left


def side_tasks(rulebook: Rulebook, case: Case, facts: Circumstances) -> tuple[SideTask, ...]:
    """The tasks that the facts of the case call for, or that were begun (002:299)."""
    sides = dict.fromkeys(step.side for step in rulebook.steps if step.side)
    found = (_task(rulebook, side, case, facts) for side in sides)
    return tuple(task for task in found if task)


def _task(rulebook: Rulebook, side: str, case: Case, facts: Circumstances) -> SideTask | None:
    steps = [step for step in rulebook.steps if step.side == side and _is_for(step, case)]
    if not steps or not (_is_called_for(steps[0], facts) or any(case.when(step.id) for step in steps)):
        return None
    # Taking the last step ends the task, whatever was left out before it.
    last = max((place for place, step in enumerate(steps) if case.when(step.id)), default=-1)
    ended = last == len(steps) - 1
    taken = tuple(step.name for step in steps if case.when(step.id))
    return SideTask(
        side, taken, () if ended else tuple(step.name for step in steps if not case.when(step.id))
    )


def _is_for(step: Step, case: Case) -> bool:
    return not step.kinds or case.kind in step.kinds


def _is_called_for(step: Step, facts: Circumstances) -> bool:
    return bool(step.when) and parse(step.when).answer(facts).verdict is True
