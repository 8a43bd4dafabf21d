"""People's words on their way into a sheet: what a sheet program would take for a formula is marked, and unmarked again."""

import re

_LIVE = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile("'+[=+\\-@\t\r\n＝＋－＠]")


def guarded(text: str) -> str:
    """``text`` such that no program takes it for a formula; ``unguarded`` gives it back."""
    return f"'{text}" if _LIVE.match(text) else text


def unguarded(text: str) -> str:
    """What ``guarded`` was given."""
    return text[1:] if _GUARDED.match(text) else text
