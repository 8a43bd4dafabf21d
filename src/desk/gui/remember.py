"""What the window keeps between two starts: columns, printers, colours. Never anything about a case."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSettings

T = TypeVar("T", str, int, bool, list)


class Remembered:
    """A small file beside the office's store."""

    def __init__(self, home: Path) -> None:
        self._file = QSettings(str(home / "window.ini"), QSettings.Format.IniFormat)

    def get(self, key: str, otherwise: T) -> T:
        """What was kept under ``key``, of the type of ``otherwise``."""
        value = self._file.value(key, otherwise, type(otherwise))
        return value if isinstance(value, type(otherwise)) else otherwise

    def keep(self, key: str, value: str | int | bool | list[str]) -> None:
        """Keep it for the next start."""
        self._file.setValue(key, value)
