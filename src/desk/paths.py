"""Where the program's own files lie: rulebooks, fonts, calendars, icons."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """The path of a shipped file; the same in a checkout, in an installed wheel and in a frozen program."""
    shipped = _PACKAGE / "resources"
    root = shipped if shipped.is_dir() else _PACKAGE.parent.parent / "resources"
    return root.joinpath(*parts)
