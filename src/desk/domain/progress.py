"""Long work tells how far it is, and stops when it is told to."""

from collections.abc import Callable

from desk.domain.errors import DeskError

Told = Callable[[str, int, int], bool]
"""Told what is being done, how far and of how much; the answer False stops it."""


class Stopped(DeskError):
    """Somebody stopped the work; nothing of it stays."""

    def __init__(self) -> None:
        super().__init__("cancelled", "已按要求停下，没有留下任何东西。", "需要时请重新开始。")


def go_on(told: Told | None, what: str, done: int, total: int) -> None:
    """Tells whoever listens. Raises ``Stopped``."""
    if told and not told(what, done, total):
        raise Stopped
