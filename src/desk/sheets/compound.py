"""Looks through an old binary workbook (.xls) before it is read: damage in it makes the reader ask for more memory than there is, which ends the program.

The container is a small file system ([MS-CFB]), the workbook in it a run of records ([MS-XLS] 2.1.4).
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

from desk.domain.errors import DeskError
from desk.sheets.archive import too_large
from desk.sheets.grid import MOST_CELLS

_LAST = 0xFFFFFFFA  # sector numbers from here on are marks, not sectors
_ENTRY = 128
_WORKBOOKS = ("Workbook", "Book")
_PASSWORD_STREAMS = {"EncryptedPackage", "EncryptionInfo"}

_DIMENSIONS, _SHEET, _STRINGS, _PASSWORD, _BEGIN, _END = 0x0200, 0x0085, 0x00FC, 0x002F, 0x0809, 0x000A
_CELLS = {0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E}
_MOST_SHEET_ROWS, _MOST_SHEET_COLUMNS = 65_536, 256  # [MS-XLS] 2.2.1


@dataclass(frozen=True, slots=True)
class _Stream:
    name: str
    start: int
    size: int


def check_compound(data: bytes, name: str) -> None:
    """Refuses with DeskError what is damaged, locked by a password, or lays its cells too far apart."""
    try:
        streams = {stream.name: stream for stream in _Container(data).streams()}
        if streams.keys() & _PASSWORD_STREAMS:
            raise locked(name)
        found = next((streams[title] for title in _WORKBOOKS if title in streams), None)
        if found is None:
            _damaged(name)
        _check_book(_Container(data).read(found), name)
    except (struct.error, IndexError, ValueError) as problem:
        _damaged(name, problem)


def locked(name: str) -> DeskError:
    """The refusal of a file with a password."""
    return DeskError(
        "locked_file", f"“{name}”有打开密码。", "请先在 Excel 或 WPS 里去掉密码，再导入。", field=name
    )


def _damaged(name: str, problem: Exception | None = None) -> NoReturn:
    hint = "请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。"
    raise DeskError("damaged_file", f"“{name}”已损坏，或不是 Excel 表格。", hint, field=name) from problem


def _check_book(book: bytes, name: str) -> None:
    """Checks the part that lists the sheets, and each sheet at the place that the list names."""
    places = []
    for kind, start, _ in _records(book, 0):
        if kind == _PASSWORD:
            raise locked(name)
        if kind == _SHEET:
            places.append(struct.unpack_from("<I", book, start)[0])
        elif kind == _STRINGS and struct.unpack_from("<4xI", book, start)[0] > len(book):
            _damaged(name)
    for place in places:
        _check_sheet(book, place, name)


def _check_sheet(book: bytes, place: int, name: str) -> None:
    height = width = 0
    for kind, start, length in _records(book, place):
        if kind == _DIMENSIONS and not _are_dimensions(book, start, length):
            _damaged(name)
        if kind in _CELLS:
            row, column = struct.unpack_from("<HH", book, start)
            height, width = max(height, row + 1), max(width, column + 1)
    if width > _MOST_SHEET_COLUMNS:
        _damaged(name)
    if height * width > MOST_CELLS:
        raise too_large(name)


def _records(book: bytes, place: int) -> Iterator[tuple[int, int, int]]:
    """Kind, place and length of the content of each record from a part's beginning to its end."""
    depth = 0
    while place + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, place)
        yield kind, place + 4, length
        depth += (kind == _BEGIN) - (kind == _END)
        if not depth:
            return
        place += 4 + length


def _are_dimensions(book: bytes, start: int, length: int) -> bool:
    first_row, rows, first_column, columns = struct.unpack_from(
        "<IIHH" if length >= 14 else "<HHHH", book, start
    )
    return bool(first_row <= rows <= _MOST_SHEET_ROWS and first_column <= columns <= _MOST_SHEET_COLUMNS)


class _Container:
    """The container's sectors and which follows which. Raises ValueError, IndexError or struct.error on damage."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        shift, short_shift = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or short_shift != 6:
            raise ValueError("sectors of a size that does not exist")
        self.size = 1 << shift
        (self.directory,) = struct.unpack_from("<I", data, 48)
        (self.cutoff, self.short_start, _, more, _) = struct.unpack_from("<IIIII", data, 56)
        self.next = self._table(self._table_sectors(more))
        self.short_next = self._table(self._chain(self.short_start, self.next))

    def streams(self) -> list[_Stream]:
        """The files in the container; the first is the root, which holds the short ones."""
        entries = self._join(self._chain(self.directory, self.next))
        return [
            _stream(entries[place : place + _ENTRY]) for place in range(0, len(entries) - _ENTRY + 1, _ENTRY)
        ]

    def read(self, stream: _Stream) -> bytes:
        """A stream's bytes."""
        if stream.size >= self.cutoff:
            return self._join(self._chain(stream.start, self.next))[: stream.size]
        short = self._join(self._chain(self.streams()[0].start, self.next))
        places = [number << 6 for number in self._chain(stream.start, self.short_next)]
        return b"".join(short[place : place + 64] for place in places)[: stream.size]

    def _table_sectors(self, more: int) -> list[int]:
        sectors = [number for number in struct.unpack_from("<109I", self.data, 76) if number < _LAST]
        seen = 0
        while more < _LAST:
            *numbers, more = struct.unpack(f"<{self.size // 4}I", self._sector(more))
            sectors += [number for number in numbers if number < _LAST]
            seen += 1
            if seen > len(self.data) // self.size:
                raise ValueError("sectors in a circle")
        return sectors

    def _table(self, sectors: list[int]) -> tuple[int, ...]:
        joined = self._join(sectors)
        return struct.unpack(f"<{len(joined) // 4}I", joined)

    def _chain(self, start: int, follows: tuple[int, ...]) -> list[int]:
        chain: list[int] = []
        while start < _LAST:
            chain.append(start)
            if len(chain) > len(follows):
                raise ValueError("sectors in a circle")
            start = follows[start]
        return chain

    def _join(self, sectors: list[int]) -> bytes:
        return b"".join(map(self._sector, sectors))

    def _sector(self, number: int) -> bytes:
        place = (number + 1) * self.size
        found = self.data[place : place + self.size]
        if not found:
            raise ValueError("a sector beyond the end")
        return found.ljust(self.size, b"\0")


def _stream(entry: bytes) -> _Stream:
    (length,) = struct.unpack_from("<H", entry, 64)
    start, size = struct.unpack_from("<II", entry, 116)
    return _Stream(entry[: max(length - 2, 0)].decode("utf-16-le", "replace"), start, size)
