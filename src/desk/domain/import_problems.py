"""What is wrong with the lines of an old register, told once for all lines that have it: nobody reads a thousand like lines."""

from collections.abc import Iterable
from dataclasses import dataclass

from desk.domain.draft import Problem

_NAMED = 5
"""So many lines are named; of more the first are."""


@dataclass(frozen=True, slots=True)
class Told:
    """The lines that have the same thing wrong with them in the same column. ``rows`` as the file's program counts."""

    rows: tuple[int, ...]
    column: str
    problem: Problem

    def where(self, total: int) -> str:
        """Which lines: 2; 2、5、9; 2、5、9 等 60 行; 全部 60 行 where all ``total`` have it."""
        if len(self.rows) == total > 1:
            return f"全部 {total} 行"
        named = "、".join(map(str, self.rows[:_NAMED]))
        return named if len(self.rows) <= _NAMED else f"{named} 等 {len(self.rows)} 行"

    @property
    def words(self) -> str:
        """What is wrong, and what can be done."""
        hint = self.problem.hint
        return f"{self.problem.message}。{hint}" if hint else self.problem.message


def together(problems: Iterable[tuple[int, str, Problem]]) -> tuple[Told, ...]:
    """Like problems together, what keeps lines out first, then what most lines have."""
    found: dict[tuple[str, Problem], list[int]] = {}
    for row, column, problem in problems:
        found.setdefault((column, problem), []).append(row)
    told = [Told(tuple(rows), column, problem) for (column, problem), rows in found.items()]
    return tuple(sorted(told, key=lambda one: (one.problem.warning, -len(one.rows), one.rows[0])))
