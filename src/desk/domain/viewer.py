"""Who is looking or acting. Queries mask and filter for this value; services check its rights."""

from dataclasses import dataclass
from typing import get_args

from desk.rulebook.flow import Right

RIGHTS: frozenset[Right] = frozenset(get_args(Right))
"""All rights, for those who set an office up."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """A user with what the rulebook's role allows. Which cases must not exist for them the store knows (``conflicts``)."""

    user: str
    name: str
    role: str
    rights: frozenset[Right] = frozenset()
    department: str = ""

    def may(self, right: Right) -> bool:
        """Whether this user holds ``right``."""
        return right in self.rights
