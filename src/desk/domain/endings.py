"""When a case came to its end."""

from datetime import datetime

from desk.domain.case import Case
from desk.rulebook.model import Rulebook

ENDED = ("closed", "refused")
"""The phases in which nothing more is due."""


def ended_at(rulebook: Rulebook, case: Case) -> datetime | None:
    """The moment at which the case came to its present end, or None while it is open."""
    if rulebook.state(case.state).phase not in ENDED:
        return None
    ends = {step.id for step in rulebook.steps if step.to == case.state}
    return max((entry.at for entry in case.timeline if entry.step in ends and not entry.undone), default=None)
