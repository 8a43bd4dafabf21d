"""A visit that becomes no case: a question, somebody at the wrong door, somebody who left; one line (counter-day 6)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

VisitKind = Literal["question", "elsewhere", "unregistered"]

KINDS: dict[VisitKind, str] = {
    "question": "咨询",
    "elsewhere": "走错门，已指引",
    "unregistered": "来访未登记",
}
"""What became of a visit."""

LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One line of the reception book. ``who`` may stay empty; ``place`` and ``where`` say where a visitor was sent."""

    id: str
    at: datetime
    by: str
    kind: VisitKind
    about: str
    who: str = ""
    place: str = ""
    where: str = ""

    @property
    def kind_name(self) -> str:
        """What became of it, in words."""
        return KINDS[self.kind]
