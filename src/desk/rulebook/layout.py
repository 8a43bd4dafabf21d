"""Reading layout files and profiles: the look of one paper as readable data (TOML), its faults in words.

A layout names its blocks in order (``desk.rulebook.blocks``); their texts are sentences with places (``desk.rulebook.sentences``).
"""

import re
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from desk.paths import resource
from desk.rulebook.blocks import (
    Block,
    Cell,
    CellLine,
    Grid,
    Items,
    Layout,
    ListColumn,
    Listing,
    Only,
    Profile,
    Rule,
    Signature,
    Text,
    fields,
    texts,
)
from desk.rulebook.file_words import toml_line, toml_words, type_words
from desk.rulebook.layout_check import problems
from desk.rulebook.sentences import Place, Tick, parse

__all__ = [
    "Block", "Cell", "CellLine", "Grid", "Items", "Layout", "LayoutError", "ListColumn", "Listing", "Only", "Place", "Profile",
    "Rule", "Signature", "Text", "Tick", "fields", "line_of", "load_layout", "load_profile", "parse", "problems", "read_layout", "texts",
]  # fmt: skip


class LayoutError(ValueError):
    """A layout file that cannot be used; says which file, which key, what is wrong and what to do."""

    def __init__(
        self,
        file: str,
        key: str,
        problem: str,
        remedy: str = "请对照 docs/rulebook.md 改正",
        line: int = 0,
    ) -> None:
        self.file, self.key, self.problem, self.remedy, self.line = file, key, problem, remedy, line
        super().__init__(f"版式文件 {file} 的 {key}：{problem}" if key else f"版式文件 {file}：{problem}")


_T = TypeVar("_T")


def _decode(text: str, file: str, kind: type[_T]) -> _T:
    try:
        return msgspec.toml.decode(text, type=kind)
    except msgspec.ValidationError as error:
        key = str(error).partition(" - at ")[2].strip("`").removeprefix("$.").replace("[...]", "")
        raise LayoutError(file, key or "顶层", *type_words(str(error), kind)) from error
    except msgspec.DecodeError as error:
        raise LayoutError(file, "", *toml_words(str(error)), line=toml_line(str(error))) from error
    except RecursionError:
        raise LayoutError(file, "", "括号套得太深", "请检查方括号和花括号") from None


@cache
def load_profile(name: str) -> Profile:
    """A shipped profile by its id. Raises LayoutError."""
    path = resource("layouts", "profiles", f"{name}.toml")
    if not path.is_file():
        raise LayoutError(
            path.name, "profile", f"没有“{name}”这个体例，可用的在 resources/layouts/profiles 里"
        )
    return _decode(path.read_text("utf-8"), path.name, Profile)


def read_layout(text: str, file: str, profile: str = "state") -> Layout:
    """A layout from its text; ``file`` is what messages call it, ``profile`` the rulebook's. Raises LayoutError."""
    layout = _decode(text, file, Layout)
    layout = layout if layout.profile else msgspec.structs.replace(layout, profile=profile)
    for key, problem in problems(layout, load_profile(layout.profile)):
        raise LayoutError(file, key, problem)
    return layout


_KEY = re.compile(r"block\[(\d+)\](?:\.cells\[(\d+)\])?")
_BLOCK, _CELL = re.compile(r"(?m)^\s*\[\[block\]\]"), re.compile(r"\{\s*row\s*=")


def line_of(text: str, key: str) -> int:
    """The line of a layout's text where the block, the cell, the table or the key named by ``key`` begins; 0 where it cannot
    be told.
    """
    named = _KEY.match(key)
    start = _start_of_block(text, int(named[1]), named[2]) if named else _start_of_key(text, key)
    return text.count("\n", 0, start) + 1 if start >= 0 else 0


def _start_of_block(text: str, number: int, cell: str | None) -> int:
    blocks = [found.end() for found in _BLOCK.finditer(text)]
    if number >= len(blocks):
        return -1
    cells = [found.start() for found in _CELL.finditer(text, blocks[number])] if cell else []
    return cells[int(cell or 0)] if int(cell or 0) < len(cells) else blocks[number]


def _start_of_key(text: str, key: str) -> int:
    """A style has a line of its own; else the table or the key at the top."""
    table, _, name = key.partition(".")
    for pattern in (rf"^\s*{re.escape(name)}\s*=" if name else "", rf"^\s*\[?{re.escape(table)}\b"):
        if pattern and (found := re.search(pattern, text, re.MULTILINE)):
            return found.end() - len(found[0].lstrip())
    return -1


def load_layout(path: Path) -> Layout:
    """A layout from its file. Raises LayoutError naming file and key."""
    try:
        return read_layout(path.read_text("utf-8-sig"), path.name)
    except (OSError, UnicodeDecodeError) as error:
        raise LayoutError(path.name, "", "读不出来", "请检查文件还在不在、是不是 UTF-8 编码") from error
