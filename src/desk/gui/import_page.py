"""Old registers in: choose a file, say which column is what above its first rows, look line by line, bring in."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QTableWidgetItem, QWidget

from desk.domain.import_problems import together
from desk.gui.export_bar import ExportBar
from desk.gui.forms.ui_import_page import Ui_ImportPage
from desk.gui.import_batches import ImportBatches
from desk.gui.import_columns import Columns, fact_words, fit
from desk.gui.session import Session
from desk.sheets.mapping import REMEMBERED

_MOST_PROBLEMS = 2000
_NOTES = 3
_FORMATS = "*.xls *.xlsx *.xlsm *.ods *.csv *.txt *.htm *.html"


class ImportPage(QWidget, Ui_ImportPage):
    """The counter goes on registering while a register comes in; nothing of it is seen before it is whole."""

    _progressed = Signal(str, int, int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setupUi(self)
        self.session = session
        self.opened: Any = None
        self.checked: Any = None
        self._data = b""
        self._stop = False
        for box, entries in ((self.kind, session.rulebook.kinds), (self.channel, session.rulebook.channels)):
            for entry in entries:
                box.addItem(entry.name, entry.id)
        for table in (self.preview, self.problems):
            table.verticalHeader().setVisible(False)
        self.pick.clicked.connect(self.choose)
        self.check.clicked.connect(self.look)
        self.bring.clicked.connect(self.bring_in)
        self.stop.clicked.connect(self._cancel)
        self.save_report.clicked.connect(self.keep_report)
        self._progressed.connect(self._show_progress)
        self.columns = Columns(self.preview, session.rulebook)
        self.columns.changed.connect(self._unlooked)
        self.sheet_label, self.sheet = QLabel(self.tr("工作表")), QComboBox()
        self.sheet.setAccessibleName(self.tr("工作表"))
        self.sheet_label.setBuddy(self.sheet)
        self.sheet.currentIndexChanged.connect(self._other_sheet)
        for place, widget in enumerate(
            (self.sheet_label, self.sheet), self.layout_2.indexOf(self.kind_label)
        ):
            self.layout_2.insertWidget(place, widget)
            widget.hide()
        self.batches = ImportBatches(session)
        self.batches.going_on.connect(self.go_on)
        self.parts.addTab(self.batches, self.tr("导入过的批次"))
        self.exporting = ExportBar(session)
        self.layout_1.addWidget(self.exporting)
        for box in (self.kind, self.channel):
            box.currentIndexChanged.connect(self._unlooked)
        self._busy(False)
        self.batches.ask()

    def take_focus(self) -> None:
        """Begin with the file; with the batches where one broke off."""
        self.pick.setFocus()
        self.batches.ask(self._show_broken_off)

    def _show_broken_off(self, found: bool) -> None:
        if found and self.opened is None:
            self.parts.setCurrentWidget(self.batches)

    # --- the file ---

    def choose(self) -> None:
        """Ask for a file and read it."""
        kinds = self.tr("旧登记簿") + f" ({_FORMATS})"
        path = self.session.dialogs.file_to_open(self, self.tr("选择旧登记簿"), Path.home(), kinds)
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Read this file and propose what its columns are."""
        from desk.services import import_files

        office = self.session.office
        before = self.file.text(), self.found.text()
        self.file.setText(path.name)
        self.found.setText(self.tr("正在读取…"))

        def work() -> tuple[bytes, Any]:
            data = import_files.read_file(path)
            return data, import_files.open_file(office, data, path.name)

        def not_opened(error: Exception) -> None:
            self.file.setText(before[0])
            self.found.setText(before[1])
            self._failed(error)

        self._busy(True)
        self.session.report(work, self._show_opened, not_opened)

    def _show_opened(self, answer: tuple[bytes, Any]) -> None:
        self._data, self.opened = answer
        table = self.opened.table
        said = self.tr("“{sheet}”：{rows} 行。请核对每一列是什么，再按“核对”。").format(
            sheet=table.name, rows=len(table.rows)
        )
        self.found.setText("".join((said, *self._told_of_columns(), _told_of_rows(table.notes))))
        self._fill_sheets()
        self.columns.show_rows(table, self.opened.proposals)
        self._set(self.kind, self.opened.habits.kind)
        self._set(self.channel, self.opened.habits.channel)
        self._busy(False)
        self._unlooked()

    def _told_of_columns(self) -> Iterator[str]:
        """What was not recognised, and what is as it was decided before."""
        if left := [one.header for one in self.opened.proposals if not one.fact]:
            yield self.tr("不导入的列：{columns}。").format(columns="、".join(left))
        if any(one.reason == REMEMBERED for one in self.opened.proposals):
            yield self.tr("有的列按上次的对应。")

    def chooser(self, column: str) -> QComboBox:
        """The chooser above the column of this heading."""
        return self.columns.chooser(column)

    def _fill_sheets(self) -> None:
        """The sheets of the file; which one is the register can be chosen where there are several."""
        self.sheet.blockSignals(True)
        self.sheet.clear()
        for name in (self.opened.table.name, *self.opened.others):
            self.sheet.addItem(name, name)
        self.sheet.blockSignals(False)
        for widget in (self.sheet_label, self.sheet):
            widget.setVisible(bool(self.opened.others))

    def _other_sheet(self) -> None:
        """Read another sheet of the same file."""
        from desk.services import import_files

        office, data, name, sheet = (
            self.session.office,
            self._data,
            self.opened.name,
            self.sheet.currentData(),
        )
        self._busy(True)
        self.session.report(
            lambda: (data, import_files.open_file(office, data, name, import_files.Matching(sheet=sheet))),
            self._show_opened,
            self._failed,
        )

    @staticmethod
    def _set(box: QComboBox, value: str) -> None:
        box.setCurrentIndex(max(box.findData(value), 0))

    # --- looking ---

    def look(self) -> None:
        """The dry run."""
        from desk.services import import_files, imports

        if self.opened is None:
            self.session.say(self.tr("请先选择旧登记簿"), "warning")
            return
        office, viewer, shown = self.session.office, self.session.viewer, self.opened
        matching = self._matching()
        if twice := self.columns.twice():
            said = self.tr("有两列都对应“{name}”，请留下一列").format(name=twice)
            self.session.say(said, "warning")
            return

        def work() -> tuple[Any, list[tuple[str, str, str]]]:
            opened = import_files.matched(office, shown, matching)
            checked = imports.check(office, viewer, opened, self._tell)
            return checked, _problem_rows(checked)  # a hundred thousand lines are not sorted in the window

        self._busy(True)
        self.session.report(work, self._show_checked, self._failed)

    def _matching(self) -> Any:
        from desk.services.import_files import Matching

        return Matching(
            self.columns.chosen(), self.kind.currentData(), self.channel.currentData(), self.opened.table.name
        )

    def _show_checked(self, answer: tuple[Any, list[tuple[str, str, str]]]) -> None:
        self.checked, rows = answer
        self.parts.setCurrentIndex(0)
        checked = self.checked
        fit, twice = len(checked.fit), len(checked.duplicates)
        out = len(checked.matters) - fit - twice
        self.outcome.setText(
            self.tr("共 {rows} 行：可导入 {fit} 行，重复 {twice} 行，不能导入 {out} 行").format(
                rows=len(checked.matters), fit=fit, twice=twice, out=out
            )
        )
        self._fill_problems(rows)
        self._busy(False)

    def _fill_problems(self, rows: list[tuple[str, str, str]]) -> None:
        heads = [self.tr("行"), self.tr("列"), self.tr("问题")]
        self.problems.clear()
        self.problems.setColumnCount(len(heads))
        self.problems.setRowCount(len(rows))
        self.problems.setHorizontalHeaderLabels(heads)
        for place, row in enumerate(rows):
            for column, text in enumerate(row):
                self.problems.setItem(place, column, QTableWidgetItem(text))
        fit(self.problems)
        self.problems.horizontalHeader().setStretchLastSection(True)

    def _unlooked(self) -> None:
        """What was looked at no longer holds."""
        self.checked = None
        self.problems.setRowCount(0)
        self.outcome.setText("")
        self.bring.setEnabled(False)
        self.save_report.setEnabled(False)

    def keep_report(self) -> None:
        """The row-by-row report as a file, put on record as an export."""
        office, viewer, checked = self.session.office, self.session.viewer, self.checked

        def make(suffix: str, _tell: Any) -> Any:
            from desk.services import imports, registers

            return registers.written(office, viewer, imports.report(office, checked), suffix)

        self.exporting.save(self.tr("导入报告"), make)

    # --- bringing in ---

    def bring_in(self) -> None:
        """Bring in what fits; the window goes on."""
        from desk.services import imports

        office, viewer, checked = self.session.office, self.session.viewer, self.checked
        self._busy(True)
        self.session.report(
            lambda: imports.bring_in(office, viewer, checked, self._tell), self._brought, self._failed
        )

    def _brought(self, done: Any) -> None:
        self._busy(False)
        self._unlooked()
        self.parts.setCurrentWidget(self.batches)
        self.outcome.setText(
            self.tr("已导入 {count} 件（第 {batch} 批）").format(count=done.imported, batch=done.batch)
        )
        self.session.say(self.outcome.text(), "good")
        self.session.signals.changed.emit(done.changes)
        self.batches.ask()

    def go_on(self, batch: Any) -> None:
        """Go on with a batch that broke off, from the file from which it came."""
        kinds = self.tr("旧登记簿") + f" ({_FORMATS})"
        title = self.tr("请选择上次的文件“{name}”").format(name=batch.name)
        path = self.session.dialogs.file_to_open(self, title, Path.home() / batch.name, kinds)
        if path is None:
            return
        from desk.services import import_batches, import_files, imports

        office, viewer = self.session.office, self.session.viewer

        def work() -> Any:
            opened = import_batches.reopened(office, viewer, batch.id, import_files.read_file(path))
            checked = imports.check(office, viewer, opened, self._tell)
            return imports.bring_in(office, viewer, checked, self._tell, batch=batch.id)

        self._busy(True)
        self.session.report(work, self._brought, self._failed)

    # --- progress ---

    def _tell(self, what: str, done: int, total: int) -> bool:
        """Called on the working thread; the answer says whether to go on."""
        self._progressed.emit(what, done, total)
        return not self._stop

    def _show_progress(self, what: str, done: int, total: int) -> None:
        self.progress.setMaximum(total)
        self.progress.setValue(done)
        self.outcome.setText(f"{what} {done:,} / {total:,}")

    def _cancel(self) -> None:
        self._stop = True

    def _busy(self, busy: bool) -> None:
        self._stop = False
        for widget in (self.pick, self.preview, self.sheet, self.kind, self.channel):
            widget.setEnabled(not busy)
        self.check.setEnabled(not busy and self.opened is not None)
        self.bring.setEnabled(not busy and self.checked is not None and bool(self.checked.fit))
        self.save_report.setEnabled(not busy and self.checked is not None)
        self.batches.setEnabled(not busy)
        self.stop.setEnabled(busy)
        self.progress.setRange(0, 0)  # it moves without saying how far, until that is known
        self.progress.setVisible(busy)

    def _failed(self, error: Exception) -> None:
        self._busy(False)
        self.outcome.setText("")
        self.session.fail(error)
        self.batches.ask()


def _told_of_rows(notes: Sequence[Any]) -> str:
    """The first things to know about what was read, and how many more there are."""
    more = len(notes) - _NOTES
    told = "；".join(note.message.rstrip("。") for note in notes[:_NOTES])
    return f"{told}；另有 {more} 条，见逐行报告" if more > 0 else told


def _problem_rows(checked: Any) -> list[tuple[str, str, str]]:
    """Rows, column and what is wrong, the worst first, like ones together, as many as are shown."""
    from desk.services import imports

    total = len(checked.matters)
    rows = [(str(one.row), "", one.reason) for one in checked.duplicates.values()]
    rows += [
        (one.where(total), one.column or fact_words(one.problem.field), one.words)
        for one in together(imports.problems(checked))
    ]
    return rows[:_MOST_PROBLEMS]
