"""A long sequence that takes little memory: kept compressed, a block at a time, and unpacked as it is gone through."""

import copyreg
import pickle
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain, islice
from types import MappingProxyType
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")

_BLOCK = 256
"""Items of one block. Like values of neighbours are kept once."""

_LEVEL = 1
"""Of compression: rows shrink to a fifth; more takes more time than it saves."""


class Packed(Sequence[T], Generic[T]):
    """Unchangeable once made. Items next to each other are read quickly, one here and one there slowly.

    Items are pickled and never leave the process: nobody else's bytes are ever unpacked.
    """

    __slots__ = ("_at", "_blocks", "_items", "_length")

    def __init__(self, items: Iterable[T] = ()) -> None:
        self._blocks: list[bytes] = []
        self._length = 0
        self._at, self._items = -1, []  # type: int, list[T]
        rest = iter(items)
        while block := list(islice(rest, _BLOCK)):
            self._blocks.append(zlib.compress(pickle.dumps(block, pickle.HIGHEST_PROTOCOL), _LEVEL))
            self._length += len(block)

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[T]:
        return chain.from_iterable(map(_unpacked, self._blocks))

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        if isinstance(index, slice):
            return tuple(self[n] for n in range(*index.indices(self._length)))
        place = index + self._length if index < 0 else index
        if not 0 <= place < self._length:
            raise IndexError(index)
        block, item = divmod(place, _BLOCK)
        if block != self._at:
            self._items, self._at = _unpacked(self._blocks[block]), block
        return self._items[item]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(other) == len(self) and all(map(_same, self, other))

    __hash__ = None  # type: ignore[assignment]


class Without(Sequence[T], Generic[T]):
    """A sequence without the items that a key tells apart; ``left_out`` are keys of it, each of one item."""

    __slots__ = ("_key", "_left_out", "_whole")

    def __init__(self, whole: Sequence[T], left_out: Collection[Any], key: Callable[[T], Any]) -> None:
        self._whole, self._left_out, self._key = whole, left_out, key

    def __len__(self) -> int:
        return len(self._whole) - len(self._left_out)

    def __iter__(self) -> Iterator[T]:
        return (item for item in self._whole if self._key(item) not in self._left_out)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        places = range(len(self))[index]
        if isinstance(places, range):
            return tuple(islice(self, places.start, places.stop, places.step))
        return next(islice(self, places, None))


def _unpacked(block: bytes) -> list[Any]:
    items: list[Any] = pickle.loads(zlib.decompress(block))  # noqa: S301  # packed by ourselves, in this process
    return items


def _same(one: object, other: object) -> bool:
    return one == other


def _facts(values: dict[str, Any]) -> MappingProxyType[str, Any]:
    return MappingProxyType(values)


copyreg.pickle(MappingProxyType, lambda facts: (_facts, (dict(facts),)))
