"""The cases behind a number that is known before they are."""

from collections.abc import Callable, Iterator, Sequence
from typing import overload


class CasesBehind(Sequence[str]):
    """So many case numbers, read only when somebody looks at them; what was written since may then be seen, too."""

    __slots__ = ("_cases", "_count", "_read")

    def __init__(self, count: int, read: Callable[[], Sequence[str]]) -> None:
        self._count, self._read = count, read
        self._cases: Sequence[str] | None = None

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        return self._all()[at]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"CasesBehind({self._count})"

    @property
    def is_read(self) -> bool:
        """Whether they are there already, or none are to be read."""
        return self._cases is not None or not self._count

    def _all(self) -> Sequence[str]:
        if self._cases is None:
            self._cases = tuple(self._read()) if self._count else ()
        return self._cases


def all_of(lists: Sequence[Sequence[str]]) -> Sequence[str]:
    """The cases of several numbers behind one."""
    return CasesBehind(sum(map(len, lists)), lambda: tuple(number for cases in lists for number in cases))
