"""Registers as comma-separated text, and such text back in. For other programs: people are better served by a workbook.

Excel runs what begins with = + - @ or a tab, so such a text gets an apostrophe before it; reading takes it away again.
"""

import csv
import re
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO, StringIO, TextIOWrapper
from typing import Any

from desk.domain.errors import DeskError
from desk.domain.formulas import guarded, unguarded
from desk.domain.moments import office_time
from desk.domain.packed import Packed
from desk.domain.register import Datum, Lines, Share
from desk.sheets.grid import Cell, Grid, Note
from desk.sheets.plan import heading_words

BOM = "\ufeff"
_SEPARATORS = ",\t;|，"
_LOOKED_AT = 20
_LONGEST_FIELD = 1_000_000
_READ_AHEAD, _PIECE = 100_000, 1 << 20


def write_comma(lines: Lines) -> bytes:
    """The register as UTF-8 with byte order mark, one line of headings, one line for each case."""
    written = StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([guarded(words) for words in heading_words(lines)])
    writer.writerows([_field(value) for value in row] for row in lines.data)
    return (BOM + written.getvalue()).encode("utf-8", "replace")


def read_comma(data: bytes, name: str, each: Callable[[str], Cell] = str) -> Grid:
    """The text's cells, all as text; ``each`` makes a cell of what stood there. Raises DeskError for what is no text or has an open quotation mark."""
    text = Text(data, encoding_of(data, name), each)
    csv.field_size_limit(_LONGEST_FIELD)
    notes: tuple[Note, ...] = ()
    try:
        rows = text.rows(strict=True)
    except csv.Error as problem:
        rows, notes = _read_leniently(text, name, problem)
    return Grid(name, rows, notes=(*notes, *_torn(data, rows)))


@dataclass(frozen=True, slots=True)
class Text:
    """Text that is read piece by piece: a register of a hundred thousand lines is never there as a whole."""

    data: bytes
    encoding: str
    each: Callable[[str], Cell]

    def rows(self, *, strict: bool) -> Packed[tuple[Cell, ...]]:
        """The cells of each line."""
        each, reader = self.each, self._reader(strict=strict)
        return Packed(tuple([each(unguarded(field)) for field in row]) for row in reader)

    def line_of_trouble(self) -> int:
        """The line from which on it cannot be read."""
        reader, started = self._reader(strict=True), 1
        try:
            for _ in reader:
                started = reader.line_num + 1
        except csv.Error:
            pass
        return started

    def _reader(self, *, strict: bool) -> Any:
        stream = TextIOWrapper(BytesIO(self.data), self.encoding, newline="")
        separator, skipped = _separator(stream.read(_READ_AHEAD))
        stream.seek(0)
        if skipped:
            stream.readline()
        return csv.reader(stream, delimiter=separator, strict=strict)


def _torn(data: bytes, rows: Sequence[tuple[Cell, ...]]) -> Iterator[Note]:
    """What is told of a file whose last line just stops: it was perhaps not copied whole."""
    if (
        len(rows) > 1
        and not data.endswith((b"\n", b"\r", b"\n\0", b"\r\0"))
        and len(rows[-1]) < len(rows[-2])
    ):
        yield Note("最后一行没有写完，文件可能不完整，请与原件核对。", len(rows))


def decoded(data: bytes, name: str) -> str:
    """``data`` as text: by its byte order mark, else UTF-8, else GB 18030 (which includes GBK and GB 2312)."""
    return data.decode(encoding_of(data, name))


def encoding_of(data: bytes, name: str) -> str:
    """What ``decoded`` reads ``data`` as. Raises DeskError for what is no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _checked(data, "utf-16", name)
    try:
        _go_through(data, "utf-8-sig")
    except UnicodeDecodeError:
        return _checked(data, "gb18030", name)
    return "utf-8-sig"


def _go_through(data: bytes, encoding: str) -> None:
    decoder, whole = getincrementaldecoder(encoding)(), memoryview(data)
    for start in range(0, len(data), _PIECE):
        decoder.decode(whole[start : start + _PIECE])
    decoder.decode(b"", final=True)


def _checked(data: bytes, encoding: str, name: str) -> str:
    try:
        _go_through(data, encoding)
    except UnicodeDecodeError:
        pass
    else:
        return encoding
    try:
        data.decode(encoding)
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        raise DeskError(
            "unknown_encoding",
            f"“{name}”第 {line} 行有读不出的字：不是 UTF-8，也不是 GB18030（GBK）编码。",
            "请用 Excel 或 WPS 打开原文件，另存为 .xlsx 后再导入。",
            field=name,
        ) from problem
    return encoding


def _read_leniently(
    text: Text, name: str, problem: csv.Error
) -> tuple[Packed[tuple[Cell, ...]], tuple[Note, ...]]:
    """A quotation mark inside a field is forgiven and told; one that is never closed is not."""
    if "end of data" not in str(problem):
        try:
            rows = text.rows(strict=False)
        except csv.Error as still:
            problem = still
        else:
            return rows, (Note("有的格子里引号不成对，已按原样读入，请核对。"),)
    line = text.line_of_trouble()
    raise DeskError(
        "broken_comma",
        f"“{name}”第 {line} 行起读不下去：引号没有成对，或一格的内容过长。",
        "请在原文件里改好这一行，或另存为 .xlsx 后再导入。",
        field=name,
    ) from problem


def _separator(beginning: str) -> tuple[str, bool]:
    """The sign between fields, and whether the first line only says it (``sep=;``, Excel's own way)."""
    first, _, _ = beginning.partition("\n")
    if (said := first.strip().strip('"')).startswith("sep=") and len(said) == len("sep=") + 1:
        return said[-1], True
    lines = [line for line in re.sub(r'"[^"]*"', "", beginning).splitlines() if line.strip()][:_LOOKED_AT]
    return max(_SEPARATORS, key=lambda sign: _regularity(lines, sign)), False


def _regularity(lines: list[str], sign: str) -> tuple[int, int]:
    """How many lines have the sign equally often, and how often that is."""
    counts = [line.count(sign) for line in lines]
    usual = max(set(counts), key=counts.count, default=0)
    return (counts.count(usual), usual) if usual else (0, 0)


def _field(value: Datum) -> str:
    if isinstance(value, datetime):
        return f"{office_time(value) if value.tzinfo else value:%Y-%m-%d %H:%M:%S}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Share):
        return f"{value:.2%}"
    if isinstance(value, float):
        return f"{value:.2f}"
    return guarded(value) if isinstance(value, str) else "" if value is None else str(value)
