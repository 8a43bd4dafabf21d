"""Looks through a zipped workbook before it is read, so that a small file cannot take all the memory.

The reader lays a sheet out as a full rectangle: two cells far apart are enough to end the program.
"""

import re
import zlib
from collections import deque
from collections.abc import Callable, Iterator
from io import BytesIO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from desk.domain.errors import DeskError
from desk.sheets.grid import MOST_CELLS, Merge
from desk.sheets.open_document import document_area, document_merges

MOST_UNPACKED = 1 << 30
"""Bytes of all parts together when unpacked."""

_PIECE = 1 << 20
_DOCUMENT = "content.xml"
_READ = ("xl/", _DOCUMENT)
_SAVE_ANEW = "请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。"
_FILLED = re.compile(rb'<c r="([A-Za-z]*)([0-9]*)"[^>]*(?<!/)>(?!</)')
_FILLED_ANYHOW = re.compile(
    rb"""<(?:\w{1,9}:)?c\s(?:[^>]*?\s)?r=["']([A-Za-z]*)([0-9]*)["'][^>]*(?<!/)>(?!</)"""
)
_CELL = re.compile(rb"<(?:\w{1,9}:)?c[\s>]")
_ROW = re.compile(rb"<(?:\w{1,9}:)?row(?=[\s>])")
_ROW_NUMBER = re.compile(rb"""<(?:\w{1,9}:)?row\s(?:[^>]*?\s)?r=["']([0-9]+)""")
_COUNTED = re.compile(
    rb"<(?:\w{1,9}:)?(?:sst|mergeCells|numFmts|fonts|fills|borders|cellXfs|cellStyleXfs|cellStyles|dxfs)\s([^>]*)"
)
_COUNT = re.compile(rb"""ount=["'](\d+)""")

_NO_VALUE = (b"</f><v/>", b"</f><v />", b"</f><v></v>", b"</f></c>")
"""A formula whose value was never reckoned."""

Area = Callable[[Iterator[bytes]], int]
"""How many cells the rectangle around all filled cells has, from the pieces of a sheet's XML."""


def check_archive(data: bytes, name: str) -> int:
    """Refuses with DeskError what is damaged, too large when unpacked, of a kind not read, or spread too far.

    Says how many formulas have no value: a program wrote the file that does not reckon.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _check(archive, name)
    except (
        BadZipFile,
        zlib.error,
        EOFError,
        expat.ExpatError,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
    ) as problem:
        raise DeskError("damaged_file", f"“{name}”已损坏，打不开。", _SAVE_ANEW, field=name) from problem


def _check(archive: ZipFile, name: str) -> int:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if not names & {"xl/workbook.xml", _DOCUMENT}:
        raise DeskError(
            "not_a_table",
            f"“{name}”不是能读的表格（可能是 Word 文件、压缩包或 xlsb 格式）。",
            _SAVE_ANEW,
            field=name,
        )
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise too_large(name)
    unreckoned: list[int] = []
    for part in parts:
        pieces = _pieces(archive, part)
        if part.filename.startswith("xl/worksheets/"):
            pieces = _watched(pieces, unreckoned)
        if area := _area_of(part.filename):
            if area(pieces) > MOST_CELLS:
                raise too_large(name)
        else:
            deque(pieces, maxlen=0)
    return sum(unreckoned)


def _watched(pieces: Iterator[bytes], unreckoned: list[int]) -> Iterator[bytes]:
    for piece in pieces:
        unreckoned.append(sum(map(piece.count, _NO_VALUE)) if b"</f>" in piece else 0)
        yield piece


def merges_of_document(data: bytes) -> dict[str, list[Merge]]:
    """The merged cells of an open document by table; nothing for other archives, whose reader tells them itself."""
    with ZipFile(BytesIO(data)) as archive:
        if _DOCUMENT not in archive.namelist():
            return {}
        return document_merges(_pieces(archive, archive.getinfo(_DOCUMENT)))


def too_large(name: str) -> DeskError:
    """The refusal of more cells than are taken in at once."""
    return DeskError(
        "too_large",
        f"“{name}”的表格太大，超过 {MOST_CELLS // 10_000} 万格，或在很远的格子里有内容。",
        "请删去表格以外的内容，或按年份拆成几份，再导入。",
        field=name,
    )


def _area_of(part: str) -> Area | None:
    if part.startswith("xl/worksheets/") and part.endswith(".xml"):
        return _sheet_area
    return document_area if part == _DOCUMENT else None


def _sheet_area(pieces: Iterator[bytes]) -> int:
    lowest = widest = rows = 0
    columns: set[bytes] = set()
    for piece in pieces:
        usual = _is_usual(piece)
        found = (_FILLED if usual else _FILLED_ANYHOW).findall(piece)
        columns.update(letters for letters, _ in found)
        lowest = max(lowest, max((int(number or 0) for _, number in found), default=0))
        if not usual:
            rows += len(_ROW.findall(piece))
            lowest = max(lowest, rows, max(map(int, _ROW_NUMBER.findall(piece)), default=0))
            widest = max(widest, *(len(_CELL.findall(row)) for row in _ROW.split(piece)))
    return lowest * max(widest, max(map(_column, columns), default=0))


def _is_usual(piece: bytes) -> bool:
    """Whether every cell says where it stands, in the way of nearly every program; it is quicker to look through."""
    return len(_CELL.findall(piece)) == piece.count(b'<c r="')


def _pieces(archive: ZipFile, part: ZipInfo) -> Iterator[bytes]:
    """The part's bytes in pieces that end before a tag and the one that follows it, as both are looked at together.

    Raises for a size that is not as said, and for XML that is not whole: the reader would look for its end for ever.
    """
    checked = (
        _checker() if part.filename.startswith(_READ) and part.filename.endswith((".xml", ".rels")) else None
    )
    left = b""
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE):
            if checked:
                checked.Parse(piece, False)
            left += piece
            end = max(left.rfind(b"<", 0, left.rfind(b"<")), 0)
            _check_counts(left[:end], part)
            yield left[:end]
            left = left[end:]
    if checked:
        checked.Parse(b"", True)
    _check_counts(left, part)
    yield left


def _check_counts(piece: bytes, part: ZipInfo) -> None:
    """The reader makes room for as many things as a part says it has; none has more than bytes."""
    said = [int(count) for tag in _COUNTED.findall(piece) for count in _COUNT.findall(tag)]
    if max(said, default=0) > part.file_size:
        raise ValueError("a part that says it has more than it can hold")


def _checker() -> expat.XMLParserType:
    """Takes UTF-8 without declarations of its own, as every office program writes it."""
    parser = expat.ParserCreate("utf-8")

    def refuse(*_said: object) -> None:
        raise ValueError("declarations in a workbook")

    parser.StartDoctypeDeclHandler = refuse
    return parser


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
