"""The files that came in: when, who, how many, how they stand; each taken back as a whole, or gone on with."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk.gui.session import Session

_FILE = 3
"""The column of the file's name."""


class ImportBatches(QWidget):
    """The batch under the cursor may be taken back; where it may not, the reason stands beside the button."""

    going_on = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._batches: tuple[Any, ...] = ()
        self.listed = QTableWidget(0, 7)
        self.listed.setAccessibleName(self.tr("导入过的批次"))
        self.listed.setHorizontalHeaderLabels(
            [
                self.tr("批"), self.tr("时间"), self.tr("导入人"), self.tr("文件"), self.tr("行"),
                self.tr("件"), self.tr("状态"),
            ]
        )  # fmt: skip
        self.listed.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.listed.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.listed.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.listed.setTabKeyNavigation(False)
        self.listed.verticalHeader().setVisible(False)
        header = self.listed.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_FILE, QHeaderView.ResizeMode.Stretch)
        self.listed.currentCellChanged.connect(self._ask_about)
        self.undo = QPushButton(self.tr("撤销这一批"))
        self.undo.clicked.connect(self.take_back)
        self.go_on = QPushButton(self.tr("继续导入…"))
        self.go_on.clicked.connect(lambda: self.going_on.emit(self.chosen()))
        self.why = QLabel()
        self.why.setWordWrap(True)
        row = QHBoxLayout()
        for widget in (self.go_on, self.undo):
            row.addWidget(widget)
        row.addWidget(self.why, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self.listed, 1)
        column.addLayout(row)
        self._show_standing(None, "")

    def ask(self, then: Callable[[bool], Any] | None = None) -> None:
        """Read the batches anew; ``then`` hears whether one broke off."""
        from desk.services import import_batches

        office = self.session.office

        def show(found: Any) -> None:
            self._show(found)
            if then:
                then(any(one.state == "staged" for one in found))

        self.session.read(lambda: import_batches.history(office), show)

    def chosen(self) -> Any:
        """The batch under the cursor, if any."""
        row = self.listed.currentRow()
        return self._batches[row] if 0 <= row < len(self._batches) else None

    def _show(self, found: tuple[Any, ...]) -> None:
        before, newer = self.chosen(), found[:1] and found[0].id not in {one.id for one in self._batches}
        self._batches = found
        self.listed.blockSignals(True)
        self.listed.setRowCount(len(found))
        for row, batch in enumerate(found):
            for column, text in enumerate(self._words(batch)):
                self.listed.setItem(row, column, QTableWidgetItem(text))
        place = (
            0 if newer else next((row for row, one in enumerate(found) if before and one.id == before.id), 0)
        )
        self.listed.setCurrentCell(place, 0)
        self.listed.blockSignals(False)
        self._ask_about()

    def _words(self, batch: Any) -> tuple[str, ...]:
        office = self.session.office
        return (
            str(batch.id), f"{office.zone_of(batch.at):%Y-%m-%d %H:%M}", office.user_name(batch.by), batch.name,
            f"{batch.offered:,}", f"{batch.imported:,}", self._state(batch.state),
        )  # fmt: skip

    def _state(self, state: str) -> str:
        return {"staged": self.tr("没有导完"), "visible": self.tr("已导入")}.get(state, self.tr("已撤销"))

    def _ask_about(self, *_place: int) -> None:
        """Whether the batch under the cursor may be taken back."""
        from desk.services import import_batches

        office, viewer, batch = self.session.office, self.session.viewer, self.chosen()
        self._show_standing(batch, "")
        self.undo.setEnabled(False)
        if batch is not None:
            self.session.read(
                lambda: import_batches.refusal(office, viewer, batch.id),
                lambda why: self._show_standing(batch, why),
            )

    def _show_standing(self, batch: Any, why: str) -> None:
        if batch is not self.chosen():
            return  # the cursor has moved on
        broken_off = batch is not None and batch.state == "staged"
        self.undo.setText(self.tr("放弃这一批") if broken_off else self.tr("撤销这一批"))
        self.undo.setEnabled(batch is not None and not why)
        self.go_on.setVisible(broken_off)
        self.go_on.setEnabled(not why)
        said = self.tr("没有导完，已存的 {count} 件谁也看不见：继续，或放弃。")
        self.why.setText(why or (said.format(count=batch.imported) if broken_off else ""))

    def take_back(self) -> None:
        """Take the batch under the cursor back, after asking."""
        from desk.services import import_batches

        batch, office, viewer = self.chosen(), self.session.office, self.session.viewer
        if batch is None:
            return
        asked = self.tr("第 {batch} 批的案件将不再显示，编号作废，不能恢复。").format(batch=batch.id)
        if self.session.dialogs.confirm(self, self.undo.text(), asked, self.tr("撤销")):
            self.undo.setEnabled(False)
            self.session.write(
                lambda: import_batches.undo(office, viewer, batch.id), self._taken_back, self._refused
            )

    def _taken_back(self, done: Any) -> None:
        said = self.tr("第 {batch} 批 {count} 件已撤销").format(batch=done.batch, count=done.count)
        self.session.say(said, "good")
        self.ask()

    def _refused(self, error: Exception) -> None:
        self.session.fail(error)
        self.ask()
