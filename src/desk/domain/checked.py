"""What checking an entry says: the value as it is kept, and what is wrong or odd about it."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to tell about an entry: ``message`` says what and why, ``hint`` what to do.

    An error keeps the entry from being saved; a warning is only shown.
    """

    code: str
    message: str
    hint: str
    severity: Literal["error", "warning"] = "error"


@dataclass(frozen=True, slots=True)
class Checked:
    """A normalised value and the findings about it."""

    value: str
    findings: tuple[Finding, ...] = ()

    @property
    def is_usable(self) -> bool:
        """Whether nothing keeps the value from being saved."""
        return all(finding.severity == "warning" for finding in self.findings)


def refused(value: str, code: str, message: str, hint: str) -> Checked:
    """A value that cannot be saved as it is."""
    return Checked(value, (Finding(code, message, hint),))


def doubted(value: str, code: str, message: str, hint: str) -> Checked:
    """A value that is odd and may be right."""
    return Checked(value, (Finding(code, message, hint, "warning"),))
