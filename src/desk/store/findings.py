"""What a check of the store has found wrong, in words for the office."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: a code for programs, a sentence in Chinese, and where (row, number or file)."""

    code: str
    message: str
    where: str = ""
