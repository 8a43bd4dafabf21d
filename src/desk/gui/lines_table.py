"""The lines of a register or of figures as a table on the screen."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

_TOP = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
Index = QModelIndex | QPersistentModelIndex


class LinesTable(QAbstractTableModel):
    """The lines of a register as they will be printed."""

    def __init__(self, lines: Any = None) -> None:
        super().__init__()
        self._lines = lines

    def rowCount(self, parent: Index = _TOP) -> int:  # noqa: D102
        return 0 if parent.isValid() or self._lines is None else len(self._lines.words)

    def columnCount(self, parent: Index = _TOP) -> int:  # noqa: D102
        return 0 if parent.isValid() or self._lines is None else len(self._lines.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: D102
        if not index.isValid():
            return None
        if role == _DISPLAY:
            return self._lines.words[index.row()][index.column()].replace("\n", " ")[:200]
        if role == _ALIGN and self._lines.columns[index.column()].kind in ("count", "money"):
            return _RIGHT
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:  # noqa: D102
        if role != _DISPLAY or orientation != Qt.Orientation.Horizontal:
            return None
        column = self._lines.columns[section]
        return f"{column.group}·{column.title}" if column.group else column.title
