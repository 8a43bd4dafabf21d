"""Two versions of the same field side by side, and which of them stays; nothing is chosen for the clerk."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QRadioButton, QScrollArea

from desk.gui.parts import line


class ClashBox(QFrame):
    """One row for each field: what somebody else wrote, what this clerk wrote."""

    decided = Signal(str, bool)
    """A field, and whether theirs stays."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._groups: dict[str, QButtonGroup] = {}
        self.hide()

    def show_clashes(self, clashes: Sequence[Any], about: str = "") -> None:
        """Show these, nothing chosen yet; ``about`` where it is no case that they are about."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._groups.clear()
        told = _tr("您打开之后，别人改了同一处。请逐项选定保留哪一个，再按 F12；两个版本都留在办理过程里。")
        self._grid.addWidget(line(about or told, problem="warning"), 0, 0, 1, 2)
        for row, one in enumerate(clashes):
            top = 3 * row + 1
            self._grid.addWidget(line(one.title, title=True), top, 0, 1, 2)
            theirs = QRadioButton(
                _tr("{by} {at} 写的").format(by=one.by or _tr("别人"), at=f"{one.at:%m-%d %H:%M}")
            )
            mine = QRadioButton(_tr("我写的"))
            for column, words in enumerate((one.theirs, one.mine)):
                self._grid.addWidget(line(words or _tr("（空）")), top + 2, column)
            group = QButtonGroup(self)
            for column, button in enumerate((theirs, mine)):
                button.setAccessibleName(f"{one.title}　{button.text()}：{(one.theirs, one.mine)[column]}")
                group.addButton(button, column + 1)
                self._grid.addWidget(button, top + 1, column)
            group.idClicked.connect(lambda column, field=one.field: self.decided.emit(field, column == 1))
            self._groups[one.field] = group
        self.setVisible(bool(clashes))
        if clashes:
            first = next(iter(self._groups.values()))
            first.buttons()[0].setFocus()
            QTimer.singleShot(0, self._come_in_sight)

    def _come_in_sight(self) -> None:
        """The form may be long and the clerk at its end."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(self)

    def undecided(self) -> list[str]:
        """The fields for which nothing was chosen yet."""
        return [field for field, group in self._groups.items() if group.checkedId() < 0]

    def choose(self, field: str, *, theirs: bool) -> None:
        """Choose as a click does."""
        self._groups[field].button(1 if theirs else 2).click()


def _tr(words: str) -> str:
    return QCoreApplication.translate("StepForm", words)
