"""When a case came to its end."""

from datetime import datetime

from desk.domain.case import FILED, FOLLOWED, Case
from desk.rulebook.model import Rulebook

ENDED = ("closed", "refused")
"""The phases in which nothing more is due."""


def ending(rulebook: Rulebook, states: frozenset[str]) -> frozenset[str]:
    """The entries of a timeline that bring a case to one of these states of its end."""
    return frozenset({FOLLOWED, FILED, *(step.id for step in rulebook.steps if step.to in states)})


def ended_at(rulebook: Rulebook, case: Case) -> datetime | None:
    """The moment at which the case came to its present end, or None while it is open; a merged one ends with its lead."""
    if rulebook.state(case.state).phase not in ENDED:
        return None
    ends = ending(rulebook, frozenset({case.state}))
    return max((entry.at for entry in case.timeline if entry.step in ends and not entry.undone), default=None)
