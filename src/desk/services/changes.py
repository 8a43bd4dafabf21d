"""What a service changed: every window listens once and decides whether it cares."""

from dataclasses import dataclass
from typing import Literal

What = Literal[
    "cases", "papers", "calendar", "drafts", "users", "settings", "rulebook", "receptions", "daybook"
]


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of the cases touched, and the kinds of things that are different now."""

    cases: frozenset[int] = frozenset()
    what: frozenset[What] = frozenset()

    def and_also(self, others: "Changes") -> "Changes":
        """These changes and the others together."""
        return Changes(self.cases | others.cases, self.what | others.what)
