"""Registers as comma-separated text, and such text back in. For other programs: people are better served by a workbook.

Excel runs what begins with = + - @ or a tab, so such a text gets an apostrophe before it; reading takes it away again.
"""

import csv
import re
from collections.abc import Iterator
from datetime import date, datetime
from io import StringIO

from desk.domain.errors import DeskError
from desk.domain.formulas import guarded, unguarded
from desk.domain.moments import office_time
from desk.domain.register import Datum, Lines, Share
from desk.sheets.grid import Grid, Note
from desk.sheets.plan import heading_words

BOM = "\ufeff"
_SEPARATORS = ",\t;|，"
_LOOKED_AT = 20
_LONGEST_FIELD = 1_000_000


def write_comma(lines: Lines) -> bytes:
    """The register as UTF-8 with byte order mark, one line of headings, one line for each case."""
    written = StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([guarded(words) for words in heading_words(lines)])
    writer.writerows([_field(value) for value in row] for row in lines.data)
    return (BOM + written.getvalue()).encode("utf-8", "replace")


def read_comma(data: bytes, name: str) -> Grid:
    """The text's cells, all as text. Raises DeskError for what is no text or has an open quotation mark."""
    text = decoded(data, name)
    separator, text = _separator(text)
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        return Grid(name, tuple(_rows(text, separator, strict=True)))
    except csv.Error as problem:
        rows, notes = _read_leniently(text, separator, name, problem)
        return Grid(name, tuple(rows), notes=notes)


def decoded(data: bytes, name: str) -> str:
    """``data`` as text: by its byte order mark, else UTF-8, else GB 18030 (which includes GBK and GB 2312)."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(data, "utf-16", name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decoded(data, "gb18030", name)


def _decoded(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        raise DeskError(
            "unknown_encoding",
            f"“{name}”第 {line} 行有读不出的字：不是 UTF-8，也不是 GB18030（GBK）编码。",
            "请用 Excel 或 WPS 打开原文件，另存为 .xlsx 后再导入。",
            field=name,
        ) from problem


def _rows(text: str, separator: str, *, strict: bool) -> Iterator[tuple[str, ...]]:
    for row in csv.reader(StringIO(text, newline=""), delimiter=separator, strict=strict):
        yield tuple(unguarded(field) for field in row)


def _read_leniently(
    text: str, separator: str, name: str, problem: csv.Error
) -> tuple[list[tuple[str, ...]], tuple[Note, ...]]:
    """A quotation mark inside a field is forgiven and told; one that is never closed is not."""
    if "end of data" not in str(problem):
        try:
            rows = list(_rows(text, separator, strict=False))
        except csv.Error as still:
            problem = still
        else:
            return rows, (Note("有的格子里引号不成对，已按原样读入，请核对。"),)
    line = _line_of_trouble(text, separator)
    raise DeskError(
        "broken_comma",
        f"“{name}”第 {line} 行起读不下去：引号没有成对，或一格的内容过长。",
        "请在原文件里改好这一行，或另存为 .xlsx 后再导入。",
        field=name,
    ) from problem


def _line_of_trouble(text: str, separator: str) -> int:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    started = 1
    try:
        for _ in reader:
            started = reader.line_num + 1
    except csv.Error:
        pass
    return started


def _separator(text: str) -> tuple[str, str]:
    """The sign between fields and the text to read; a first line ``sep=;`` is Excel's own way to say it."""
    first, _, rest = text.partition("\n")
    if (said := first.strip().strip('"')).startswith("sep=") and len(said) == len("sep=") + 1:
        return said[-1], rest
    lines = [line for line in re.sub(r'"[^"]*"', "", text[:100_000]).splitlines() if line.strip()][
        :_LOOKED_AT
    ]
    return max(_SEPARATORS, key=lambda sign: _regularity(lines, sign)), text


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
