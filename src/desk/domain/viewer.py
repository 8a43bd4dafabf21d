"""Who is looking or acting. Queries mask and filter for this value; services check its rights."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import get_args

from desk.rulebook.flow import Right

RIGHTS: frozenset[Right] = frozenset(get_args(Right))
"""All rights, for those who set an office up."""


IDENTITIES: frozenset[Right] = frozenset({"see_identity", "see_sealed"})
"""The rights to see who people are."""


def _nowhere(_rulebook: str, _version: str) -> "Viewer | None":
    return None


@dataclass(frozen=True, slots=True)
class Viewer:
    """A user with what the rulebook's role allows. Which cases must not exist for them the store knows (``conflicts``).

    ``elsewhere`` tells who the same person is under another of the office's manuals; None where that is no other.
    """

    user: str
    name: str
    role: str
    rights: frozenset[Right] = frozenset()
    department: str = ""
    elsewhere: Callable[[str, str], "Viewer | None"] = field(default=_nowhere, compare=False, repr=False)

    def may(self, right: Right) -> bool:
        """Whether this user holds ``right``."""
        return right in self.rights

    def under(self, rulebook: str, version: str) -> "Viewer":
        """The same person with the role under this manual: a case is seen and handled by the rights of its own (CAP-05)."""
        return self.elsewhere(rulebook, version) or self

    def carrying(self) -> "Viewer":
        """The same person as workbooks go out: without identities under each manual that does not let them be exported."""
        own = self if self.may("export") else replace(self, rights=self.rights - IDENTITIES)

        def there(rulebook: str, version: str) -> Viewer | None:
            found = self.elsewhere(rulebook, version)
            return found.carrying() if found else None

        return replace(own, elsewhere=there)

    def without(self, *rights: Right) -> "Viewer":
        """The same person without these rights, under whichever manual."""

        def there(rulebook: str, version: str) -> Viewer | None:
            found = self.elsewhere(rulebook, version)
            return found.without(*rights) if found else None

        return replace(self, rights=self.rights - set(rights), elsewhere=there)
