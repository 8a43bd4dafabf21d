"""When a case came to its end."""

from datetime import datetime

from desk.domain.case import FILED, FOLLOWED, Case
from desk.domain.frame import Frame
from desk.rulebook.kept import kept
from desk.rulebook.model import Rulebook

ENDED = ("closed", "refused")
"""The phases in which nothing more is due."""


@kept
def is_ended(rulebook: Rulebook, state: str) -> bool:
    """Whether nothing more is due in this state."""
    return rulebook.state(state).phase in ENDED


@kept
def ending(rulebook: Rulebook, states: frozenset[str]) -> frozenset[str]:
    """The entries of a timeline that bring a case to one of these states of its end."""
    return frozenset({FOLLOWED, FILED, *(step.id for step in rulebook.steps if step.to in states)})


@kept
def ends_of(rulebook: Rulebook, state: str) -> frozenset[str]:
    """The entries that bring a case to this state, where it is one of its ends."""
    return ending(rulebook, frozenset({state})) if is_ended(rulebook, state) else frozenset()


def ending_at_all(rulebook: Rulebook) -> frozenset[str]:
    """The same for any end."""
    return ending(rulebook, frozenset(state.id for state in rulebook.states if state.phase in ENDED))


def ended_at(rulebook: Rulebook, case: Case | Frame) -> datetime | None:
    """The moment at which the case came to its present end, or None while it is open; a merged one ends with its lead."""
    ends = ends_of(rulebook, case.state)
    return max((entry.at for entry in case.timeline if entry.step in ends and not entry.undone), default=None)
