"""What happened, told once to everybody: each part of the window listens and decides whether it concerns it."""

from PySide6.QtCore import QObject, Signal


class Signals(QObject):
    """The news of one opened office."""

    changed = Signal(object)
    """Something in the store changed: ``desk.services.changes.Changes``."""

    left = Signal()
    """The clerk goes from the desk."""

    said = Signal(str, str)
    """A line for the bar below: its words and its tone (good, warning, error, plain)."""

    mentioned = Signal(str)
    """A line that nobody waits for: it comes when the bar is free."""
