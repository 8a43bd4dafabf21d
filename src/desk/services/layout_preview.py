"""A layout file while somebody writes it: drawn as it stands, or its fault with the line, in words for who writes rulebooks."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import sleep

from desk.domain.notice import compose
from desk.rulebook.layout import LayoutError, line_of, read_layout
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
        text = file.read_text("utf-8")
        layout = read_layout(text, file.name, office.rulebook.profile)
        drawn = draw(compose(layout, {}, notes=True, practice=office.practice))
    except LayoutError as error:
        line = line_of(text, error.key)
        where = f"第 {line} 行起，" if line else ""
        return Sketch(fault=f"{file.name}：{where}{error.key}　{error.problem}；{error.remedy}", line=line)
    except (OSError, UnicodeDecodeError) as error:
        return Sketch(fault=f"{file.name} 读不出来：{error}")
    return Sketch(drawn.data, drawn.pages)


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
