"""What can go wrong in a way that people can act on; everything else is our defect and carries no Chinese text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any


class DeskError(Exception):
    """A refusal in the office's words: what happened and why (``message``), what to do next (``hint``).

    ``code`` is a short English word for programs, ``field`` the fact or file it is about, if one. Where several fields
    are wrong at once, ``problems`` tells each (``entry.Problem``).
    """

    problems: tuple[Any, ...] = ()

    def __init__(self, code: str, message: str, hint: str = "", field: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.field = field

    def document(self) -> dict[str, Any]:
        """The error as the command line prints it: ``{"error": {"code", "field", "message", "hint"}}``."""
        return {"error": {"code": self.code, "field": self.field, "message": self.message, "hint": self.hint}}


def code_of(error: Exception) -> str:
    """The code of a refusal; nothing for a defect of ours."""
    return error.code if isinstance(error, DeskError) else ""


class Lacking(DeskError):
    """A step without what it needs: ``fields`` are ids and titles, so that each is told at its own place."""

    def __init__(self, step: str, fields: Sequence[tuple[str, str]]) -> None:
        names = "、".join(title for _, title in fields)
        super().__init__("missing", f"“{step}”还缺：{names}", f"请填写{names}后再办理", fields[0][0])
        self.fields = tuple(fields)

    def document(self) -> dict[str, Any]:
        """The refusal with every field that is wanted."""
        listed = [
            {"field": id_, "code": self.code, "message": f"请填写{title}"} for id_, title in self.fields
        ]
        return {**super().document(), "problems": listed}


class NotFound(DeskError):
    """What was asked for does not exist, or must not exist for this viewer; the two are told alike."""


class Forbidden(DeskError):
    """The viewer lacks the right."""


@dataclass(frozen=True, slots=True)
class Clash:
    """One field that two people changed: what stands there now (``theirs``), who wrote it and when, and what was to be written.

    ``value`` is theirs as it can be taken over; None where the one who is told may not see it.
    """

    field: str
    title: str
    theirs: str
    mine: str
    by: str
    at: datetime
    value: Any = None


class Conflict(DeskError):
    """Somebody else changed the same fields in the meantime; ``fields`` names them.

    ``clashes`` shows both versions, and ``version`` is the one to be seen before deciding which to keep.
    """

    clashes: tuple[Clash, ...] = ()
    version: int = 0

    def __init__(self, code: str, message: str, hint: str = "", fields: tuple[str, ...] = ()) -> None:
        super().__init__(code, message, hint, fields[0] if fields else "")
        self.fields = fields

    def told(self, clashes: tuple[Clash, ...], version: int) -> "Conflict":
        """The same with both versions of each field."""
        self.clashes, self.version = clashes, version
        self.hint = "；".join(
            f"{one.title}：{one.by} {one.at:%m-%d %H:%M} 写的是“{one.theirs}”，您写的是“{one.mine}”"
            for one in clashes
        )
        return self

    def document(self) -> dict[str, Any]:
        """The refusal with both versions of each field and the version of the case to name when deciding."""
        listed = [
            {
                "field": one.field, "title": one.title, "theirs": one.theirs, "mine": one.mine, "by": one.by,
                "at": one.at.isoformat(timespec="minutes"),
            }
            for one in self.clashes
        ]  # fmt: skip
        return {**super().document(), "clashes": listed, "version": self.version}


class StoreError(DeskError):
    """The place where cases are kept could not do what was asked; nothing was changed."""
