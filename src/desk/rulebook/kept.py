"""What is worked out of a rulebook once and asked a hundred thousand times, as when an old register comes in."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

_MOST = 2000
_B = TypeVar("_B")
_P = ParamSpec("_P")
_T = TypeVar("_T")


def kept(work: Callable[Concatenate[_B, _P], _T]) -> Callable[Concatenate[_B, _P], _T]:
    """``work`` with its answers kept for the very rulebook they came of; what else it is asked must be words.

    A rulebook has no cheap hash and never changes, so that it is known by its identity and held with the answer.
    """
    held: dict[tuple[object, ...], tuple[_B, _T]] = {}

    @wraps(work)
    def answer(rulebook: _B, /, *more: _P.args, **named: _P.kwargs) -> _T:
        key = (id(rulebook), *more, *named.values())
        found = held.get(key)
        if found is None or found[0] is not rulebook:
            if len(held) >= _MOST:
                held.clear()
            found = held[key] = (rulebook, work(rulebook, *more, **named))
        return found[1]

    return answer
