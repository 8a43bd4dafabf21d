"""What people wrote, made fit for a cell: every text stays the same text, and a loss is never silent."""

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape

CELL_LIMIT = 32_767
"""Characters a cell holds, counted in UTF-16 units (ECMA-376 part 1, 18.3.1.4 and Excel's specifications)."""

CUT_MARK = "…（全文见系统）"
"""Stands at the end of a text that a cell cannot hold whole."""

_BREAKS = re.compile("\r\n|[\r\x0b\x0c]")  # a word processor's soft line break is \x0b
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_ESCAPE_LIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_NEEDS_CARE = re.compile("[&<>\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")


def cell_text(text: str) -> str:
    """``text`` without what no cell can hold: control characters go, half a character becomes �, too long is cut.

    The cut is told by ``CUT_MARK`` at the end. Line breaks of all kinds become one kind.
    """
    if _NEEDS_CARE.search(text):
        text = _SURROGATES.sub("\ufffd", _FORBIDDEN.sub("", _BREAKS.sub("\n", text)))
    return _cut(text) if len(text) > CELL_LIMIT // 2 else text


def stored_text(text: str) -> str:
    """``text`` as a workbook stores it, before XML: what looks like the format's own escape is written so that it stays text."""
    return _ESCAPE_LIKE.sub("_x005F_", cell_text(text))


def stand_as_they_are(values: Sequence[object]) -> bool:
    """Whether these are texts or nothing, and each surely stands between the tags of a sheet as it is, spaces and all."""
    try:
        joined = f"|{'|'.join(['' if value is None else value for value in values])}|"  # type: ignore[misc]
    except TypeError:  # a number among them
        return False
    return (
        joined.isprintable()
        and "&" not in joined and "<" not in joined and ">" not in joined and "_x" not in joined
        and "| " not in joined and " |" not in joined
        and max(map(len, joined.split("|"))) <= CELL_LIMIT // 2
    )  # fmt: skip


def xml_text(text: str) -> str:
    """``text`` as it stands between the tags of a sheet."""
    if len(text) <= CELL_LIMIT // 2 and not _NEEDS_CARE.search(text):
        return text
    return escape(stored_text(text))


def _cut(text: str) -> str:
    if _units(text) <= CELL_LIMIT:
        return text
    kept = text.encode("utf-16-le")[: 2 * (CELL_LIMIT - len(CUT_MARK))].decode("utf-16-le", "ignore")
    return kept + CUT_MARK


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
