"""What a command says: one JSON document for programs, or lines for people; refusals in one form."""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec

from desk.domain.behind import CasesBehind
from desk.domain.errors import Conflict, DeskError


@dataclass(frozen=True, slots=True)
class Answer:
    """A command's outcome: the document for ``--json`` and the lines for people."""

    document: Any
    text: str = ""


def say(answer: Answer, *, as_json: bool) -> None:
    """Print the answer: exactly one JSON document, or the text."""
    if as_json:
        print(json.dumps(plain(answer.document), ensure_ascii=False, indent=1))
    elif answer.text:
        print(answer.text)


def refuse(error: DeskError, *, as_json: bool) -> None:
    """Print a refusal: the document on standard output for programs, message and hint on standard error for people."""
    if as_json:
        print(json.dumps(error.document(), ensure_ascii=False))
        return
    print(error.message, file=sys.stderr)
    if error.hint:
        print(f"→ {error.hint}", file=sys.stderr)
    if isinstance(error, Conflict) and error.version:
        print(f"→ 仍用您写的，请加 --seen {error.version} 再执行；用别人写的，就不必再办", file=sys.stderr)


def written(printed: Any, target: str | None) -> Answer:
    """A paper that was drawn: kept as a file where one is named, with what could not be drawn and what is still to be said."""
    from desk.services.saving import save

    path = save(printed.data, Path(target)).path if target else None
    document = {
        "document_number": printed.number,
        "copies": printed.copies,
        "pages": printed.pages,
        "sha256": printed.sha256,
        "missing_glyphs": [
            {"field": gap.field, "title": gap.title, "character": gap.char} for gap in printed.missing
        ],
        "warning": getattr(printed, "warning", ""),
        "file": str(path) if path else None,
    }
    told = f"\n{document['warning']}" if document["warning"] else ""
    if printed.missing:
        named = "、".join(f"{gap.title or gap.field}“{gap.char}”" for gap in printed.missing)
        told = f"\n没有字体能打印：{named}。文书上留了方格，请手写补上{told}"
    saved = f"，已存为 {path}" if path else ""
    return Answer(document, f"{printed.number or printed.name or '表单'}：{printed.pages} 页{saved}{told}")


def plain(value: Any) -> Any:
    """Values of the program as JSON has them: moments in ISO form, values as objects, sets sorted."""
    match value:
        case datetime():
            return value.isoformat(timespec="minutes")
        case date():
            return value.isoformat()
        case Fraction():
            return float(value)
        case Enum():
            return value.value
        case Path():
            return str(value)
        case Mapping():
            return {str(key): plain(item) for key, item in value.items()}
        case set() | frozenset():
            return sorted(plain(item) for item in value)
        case list() | tuple() | CasesBehind():
            return [plain(item) for item in value]
        case msgspec.Struct():
            return {key: plain(item) for key, item in msgspec.structs.asdict(value).items()}
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return value


class Steps:
    """Progress of what nobody asked for: a line for each step, seen or kept in a log; how far, where somebody looks."""

    def __init__(self) -> None:
        self._what = ""

    def tell(self, what: str, done: int, total: int) -> bool:
        """A step goes on; a new one is named."""
        if what != self._what:
            print(f"{what}…", file=sys.stderr)
            self._what = what
        return tell(what, done, total)


def tell(what: str, done: int, total: int) -> bool:
    """Progress on the screen, where somebody looks."""
    if sys.stderr.isatty():
        print(
            f"\r\x1b[K{what} {done}/{total}", end="\n" if done == total else "", file=sys.stderr, flush=True
        )
    return True
