"""Who is looking or acting. Queries mask and filter for this value; services check its rights."""

from dataclasses import dataclass, field
from typing import Literal, get_args

Right = Literal[
    "register", "handle", "decide", "issue", "see_identity", "see_sealed", "supervise",
    "approve", "export", "configure", "audit",
]
"""What a role may do: take cases in, work on them, decide on acceptance, issue papers, see ordinary identities,
ask for sealed ones, supervise, approve, export unmasked registers, change settings, read the audit."""

RIGHTS: frozenset[Right] = frozenset(get_args(Right))


@dataclass(frozen=True, slots=True)
class Viewer:
    """A user with what the rulebook's role allows. ``conflicts`` are case ids that must not exist for them."""

    user: str
    name: str
    role: str
    rights: frozenset[Right] = frozenset()
    department: str = ""
    conflicts: frozenset[int] = field(default_factory=frozenset)

    def may(self, right: Right) -> bool:
        """Whether this user holds ``right``."""
        return right in self.rights
