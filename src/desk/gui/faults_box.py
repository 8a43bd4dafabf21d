"""What is wrong with a rulebook that cannot be used: every fault with file, place and remedy, to read and to copy."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.gui.parts import line
from desk.gui.wrapping_table import WrappingTable


class FaultsBox(QWidget):
    """A line that sums up, and a table of faults; hidden while there are none."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.heading = line("", problem="error")
        self.table = WrappingTable(self.tr("规则簿的问题"))
        column.addWidget(self.heading)
        column.addWidget(self.table, 1)
        self.hide()

    def show_faults(self, error: Any) -> None:
        """Tell the faults of a refused manual (``BadManual``)."""
        self.heading.setText(
            self.tr("这本规则簿还不能用，有 {n} 处要改。改好保存后再选一次。").format(n=len(error.faults))
        )
        columns = (
            (self.tr("文件"), 3), (self.tr("位置"), 4), (self.tr("问题"), 5), (self.tr("怎样改"), 5),
        )  # fmt: skip
        rows = [(fault.file, fault.key, fault.message, fault.hint) for fault in error.faults]
        self.table.show_rows(columns, rows)
        self.show()

    def words(self) -> str:
        """All that is told."""
        return "\n".join([self.heading.text(), *("\t".join(row) for row in self.table.words())])
