"""What can go wrong in a way that people can act on; everything else is our defect and carries no Chinese text."""


class DeskError(Exception):
    """A refusal in the office's words: what happened and why (``message``), what to do next (``hint``).

    ``code`` is a short English word for programs, ``field`` the fact or file it is about, if one.
    """

    def __init__(self, code: str, message: str, hint: str = "", field: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.field = field

    def document(self) -> dict[str, dict[str, str]]:
        """The error as the command line prints it: ``{"error": {"code", "field", "message", "hint"}}``."""
        return {"error": {"code": self.code, "field": self.field, "message": self.message, "hint": self.hint}}


class NotFound(DeskError):
    """What was asked for does not exist, or must not exist for this viewer; the two are told alike."""


class Forbidden(DeskError):
    """The viewer lacks the right."""


class Conflict(DeskError):
    """Somebody else changed the same fields in the meantime; ``fields`` names them."""

    def __init__(self, code: str, message: str, hint: str = "", fields: tuple[str, ...] = ()) -> None:
        super().__init__(code, message, hint, fields[0] if fields else "")
        self.fields = fields


class StoreError(DeskError):
    """The place where cases are kept could not do what was asked; nothing was changed."""
