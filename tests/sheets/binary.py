"""The smallest binary workbook (.xls) that office programs would know: one sheet of texts and numbers ([MS-CFB], [MS-XLS])."""

import struct
from collections.abc import Sequence

SECTOR = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_NAME = "台账"


def xls(
    rows: Sequence[Sequence[str | float]],
    *,
    extent: tuple[int, int, int, int] | None = None,
    column: int = 0,
    password: bool = False,
) -> bytes:
    """``extent`` overrules what the sheet says of its size, ``column`` is where the first column stands."""
    return compound(
        _book(rows, extent or (0, len(rows), 0, max(map(len, rows), default=0)), column, password)
    )


def record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _book(
    rows: Sequence[Sequence[str | float]], extent: tuple[int, int, int, int], column: int, password: bool
) -> bytes:
    begin = struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0)
    name = struct.pack("<BB", len(_NAME), 1) + _NAME.encode("utf-16-le")
    before = record(0x0809, begin) + (record(0x002F, bytes(6)) if password else b"")
    place = len(before) + 4 + 6 + len(name) + 4
    globals_ = before + record(0x0085, struct.pack("<IH", place, 0) + name) + record(0x000A)
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0)) + record(
        0x0200, struct.pack("<IIHHH", *extent, 0)
    )
    for number, row in enumerate(rows):
        for index, value in enumerate(row):
            sheet += _cell(number, index + column, value)
    return globals_ + sheet + record(0x000A)


def _cell(row: int, column: int, value: str | float) -> bytes:
    at = struct.pack("<HHH", row, column, 0)
    if isinstance(value, str):
        return record(
            0x0204,
            at + struct.pack("<HB", len(value.encode("utf-16-le")) // 2, 1) + value.encode("utf-16-le"),
        )
    return record(0x0203, at + struct.pack("<d", value))


def compound(book: bytes, stream: str = "Workbook") -> bytes:
    """The container with one long stream: sector 0 is the table, 1 the directory, the rest is the stream."""
    size = max(len(book), 4096)
    count = -(-size // SECTOR)
    chain = [*range(3, count + 2), _END]
    table = [_FAT, _END, *chain]
    header = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
        + bytes(6)
    )
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    sectors = struct.pack(f"<{len(table)}I", *table).ljust(SECTOR, b"\xff")
    directory = _entry("Root Entry", 5, 1, _END, 0) + _entry(stream, 2, _FREE, 2, size)
    return header + sectors + directory.ljust(SECTOR, b"\0") + book.ljust(count * SECTOR, b"\0")


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    words = (name + "\0").encode("utf-16-le")
    links = struct.pack("<III", _FREE, _FREE, child)
    return (
        words.ljust(64, b"\0")
        + struct.pack("<HBB", len(words), kind, 1)
        + links
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
