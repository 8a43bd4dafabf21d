"""What each key of a rulebook file means, in the handbook's own words (docs/rulebook.md, its tables)."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from desk.paths import resource

Key = tuple[str, str]
"""A table (``channel``; empty for the lines at the top) and a key of it."""

_HEAD = re.compile(r"^#{2,3} (.+)$")
_TOP = "开头几行"
"""The heading under which the handbook explains the lines before the first table."""
_TABLE = re.compile(r"\[{1,2}(\w+)\]{1,2}")
_NAMED = re.compile(r"`([a-z_]+)`")


@cache
def key_words() -> Mapping[Key, str]:
    """The meaning of each key that a table of the handbook explains; nothing where the handbook is not at hand."""
    handbook = resource("..", "docs", "rulebook.md")
    handbook = handbook if handbook.is_file() else resource("docs", "rulebook.md")
    return dict(_read(handbook.read_text(encoding="utf-8"))) if handbook.is_file() else {}


def _read(text: str) -> Iterator[tuple[Key, str]]:
    """Row by row: the table is named in the row, in a row above, in the heading, or by the example under it."""
    table: str | None = None
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.split("|")[1:-1]]
        if head := _HEAD.match(line):
            table = "" if head[1] == _TOP else next(iter(_NAMED.findall(head[1])), None)
        elif named := _TABLE.match(line) or (len(cells) == 3 and _TABLE.search(cells[0])):
            table = named[1] if cells or table is None else table
        if len(cells) in (2, 3) and table is not None:
            yield from (((table, key), _plain(cells[-1])) for key in _NAMED.findall(cells[-2]))


def _plain(words: str) -> str:
    """Without the marks of the page: bold, code, and links to other places of it."""
    return re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", words).replace("`", "").replace("**", "")
