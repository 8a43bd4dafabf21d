"""A layout file while somebody writes it: drawn as it stands, or its fault with the line, in words for who writes rulebooks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import sleep

from desk.domain.notice import compose
from desk.rulebook.checking import layout_faults
from desk.rulebook.layout import LayoutError, line_of, read_layout
from desk.rulebook.loading import BadRulebook, file_text
from desk.services.office import Office


@dataclass(frozen=True, slots=True)
class Sketch:
    """What became of the file: its pages as PDF, or ``fault`` in words with ``line`` (0: it cannot be told)."""

    data: bytes = b""
    pages: int = 0
    fault: str = ""
    line: int = 0


def sketch(office: Office, file: Path) -> Sketch:
    """The form as the file has it now, empty, in the rulebook's own house style."""
    from desk.paper.drawing import draw

    try:
        text = file_text(file)
    except BadRulebook as error:
        fault = error.faults[0]
        return Sketch(fault=f"{file.name}：{fault.message}；{fault.hint}")
    try:
        layout = read_layout(text, file.name, office.rulebook.profile)
    except LayoutError as error:
        return _faulty(file, text, error.key, f"{error.problem}；{error.remedy}", error.line)
    for found in layout_faults(office.rulebook, {file.name: layout}):
        return _faulty(file, text, found.key, f"{found.message}；{found.hint}")
    drawn = draw(compose(layout, {}, notes=True, practice=office.practice))
    return Sketch(drawn.data, drawn.pages)


def _faulty(file: Path, text: str, key: str, words: str, line: int = 0) -> Sketch:
    """What is wrong, and from which line on: where the key begins, else where its field is first named."""
    line = line or line_of(text, key) or _line_of_field(text, key)
    where = f"第 {line} 行起，" if line and key else ""
    return Sketch(fault=f"{file.name}：{where}{key}　{words}" if key else f"{file.name}：{words}", line=line)


def _line_of_field(text: str, field: str) -> int:
    found = re.search(rf"(?<![\w.]){re.escape(field)}(?![\w.])", text)
    return text.count("\n", 0, found.start()) + 1 if found else 0


def saved(file: Path) -> int:
    """When the file was last saved, in nanoseconds; 0 while it is not there, as editors leave it for a moment."""
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0


def watched(office: Office, file: Path, *, breath: float = 0.3, once: bool = False) -> Iterator[Sketch]:
    """A sketch now, and another whenever the file was saved; ``breath`` seconds between two looks."""
    before = -1
    while True:
        now = saved(file)
        if now != before:
            before = now
            yield sketch(office, file)
        if once:
            return
        sleep(breath)
