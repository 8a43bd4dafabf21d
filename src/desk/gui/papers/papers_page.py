"""Papers beside the cases: those that were issued and never printed, one after the other; and every form empty."""

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QWidget

from desk.gui.forms.ui_papers import Ui_PapersPage
from desk.gui.inputs.choice import readings_of
from desk.gui.papers import paper_run, printer_setup, printing
from desk.gui.session import Session
from desk.gui.small_form import SmallForm
from desk.gui.task import Newest

_OF = int(Qt.ItemDataRole.UserRole)
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PapersPage(QWidget, Ui_PapersPage):
    """Checked papers are printed in their order; one that the printer refuses is kept as PDF and the rest go on."""

    blank_asked = Signal(str, object)
    """A form to preview: its name and what draws it."""
    paper_asked = Signal(str, object)
    """A paper to look at: the number of its case and the paper."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setupUi(self)
        self.session = session
        self.asked: SmallForm | None = None
        self._newest = Newest()
        self._printers: list[str] = []
        self._left: list[Any] = []
        self._done: list[paper_run.Done] = []
        self._all = 0
        self._names = {paper.id: paper.name for paper in session.rulebook.papers}
        self.print.clicked.connect(self.print_checked)
        self.check_all.clicked.connect(self._check_all)
        self.stop.clicked.connect(self._stop)
        self.waiting.itemActivated.connect(self._look)
        self.blanks.itemActivated.connect(self._show_blank)
        self.sought.textChanged.connect(self._narrow)
        self.sought.installEventFilter(self)
        session.signals.changed.connect(self._listen)
        self._narrow("")

    def take_focus(self) -> None:
        """Put the cursor into the list of what waits."""
        self.waiting.setFocus()
        self.ask()

    # --- what waits ---

    def ask(self) -> None:
        """Read what was never printed, and which printers there are."""
        from desk.services import issued_papers

        office, viewer = self.session.office, self.session.viewer

        def work() -> tuple[Any, list[str]]:
            return issued_papers.unprinted(office, viewer), printing.printers()

        self.session.read(work, self._newest.only(self._show))

    def _listen(self, changes: Any) -> None:
        if "papers" in changes.what and self.isVisible() and not self._left:
            self.ask()

    def _show(self, answer: tuple[Any, list[str]]) -> None:
        rows, self._printers = answer
        checked = {row.id for row in self.checked()}
        self.waiting.clear()
        for row in rows:
            zone = self.session.office.zone
            at = f"{row.at.astimezone(zone):%m-%d %H:%M}"
            numbers = dict.fromkeys(filter(None, (row.case_number, row.number)))
            words = "　".join((at, self._name(row), *numbers))
            item = QListWidgetItem(words)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if row.id in checked else Qt.CheckState.Unchecked)
            item.setData(_OF, row)
            self.waiting.addItem(item)
        if self.waiting.count():
            self.waiting.setCurrentRow(0)
        elif not self._done:
            self.progress.setText(self.tr("没有等着打印的文书"))
        self.print.setEnabled(bool(rows))
        self.check_all.setEnabled(bool(rows))

    def _name(self, row: Any) -> str:
        return self._names.get(row.kind, row.kind)

    def checked(self) -> list[Any]:
        """The papers that are ticked, in the order of the list."""
        items = (self.waiting.item(place) for place in range(self.waiting.count()))
        return [item.data(_OF) for item in items if item.checkState() == Qt.CheckState.Checked]

    def _check_all(self) -> None:
        every = len(self.checked()) == self.waiting.count()
        for place in range(self.waiting.count()):
            self.waiting.item(place).setCheckState(
                Qt.CheckState.Unchecked if every else Qt.CheckState.Checked
            )

    def _look(self, item: QListWidgetItem) -> None:
        self.paper_asked.emit("", item.data(_OF))

    # --- printing ---

    def print_checked(self) -> None:
        """F8: the ticked ones, one after the other; a kind of paper without a printer is asked about first."""
        chosen = self.checked()
        if self._left or not self.print.isEnabled():
            return
        if not chosen:
            self.session.say(self.tr("请先勾选要打印的文书"), "warning")
            return
        unknown = next((row for row in chosen if self._target(row) is None), None)
        if unknown is not None:
            self._ask_for_printer(unknown)
            return
        self._left, self._done, self._all = chosen, [], len(chosen)
        self.stop.show()
        self._print_next()

    def _target(self, row: Any) -> printing.Target | None:
        return printer_setup.target(self.session, row.kind, self._printers)

    def _ask_for_printer(self, row: Any) -> None:
        self.back()
        form = printer_setup.setup_form(
            self.session, row.kind, self._name(row), self._printers, self.tr("打印")
        )

        def keep(chosen: printing.Target) -> None:
            printer_setup.keep(self.session.remembered, row.kind, chosen)
            self.back()
            self.print_checked()

        form.done.connect(keep)
        form.closed.connect(self.back)
        self.asked = form
        self.place.addWidget(form)
        form.focus_first()

    def _print_next(self) -> None:
        if not self._left:
            self._finish()
            return
        row, target = self._left[0], self._target(self._left[0])
        words = self.tr("正在打印 {n} / {all}：{name}")
        self.progress.setText(words.format(n=len(self._done) + 1, all=self._all, name=self._name(row)))
        if target is not None:
            self.session.write(partial(self._print_one, row, target), self._was_printed, self._failed)

    def _print_one(self, row: Any, target: printing.Target) -> paper_run.Done:
        from desk.services import issued_papers

        printed = issued_papers.reprint(self.session.office, self.session.viewer, row.id)
        return paper_run.run(self.session, printed, row.number, target, reprint=False)

    def _was_printed(self, done: paper_run.Done) -> None:
        self._done.append(done)
        self._left = self._left[1:]
        self._print_next()

    def _failed(self, error: Exception) -> None:
        self._stop()
        self._finish()
        self.session.fail(error)

    def _stop(self) -> None:
        """What the printer has already stays there; the rest waits on."""
        self._left = self._left[:1] if self._left and len(self._done) < self._all else []
        self._all = len(self._done) + len(self._left)

    def _finish(self) -> None:
        self._left = []
        self.stop.hide()
        kept = [done for done in self._done if done.outcome.file is not None]
        words = self.tr("已打印 {n} 份").format(n=len(self._done) - len(kept))
        if kept:
            words += self.tr("；{n} 份没有打印，已存为 PDF：{folder}").format(
                n=len(kept), folder=printer_setup.folder(self.session)
            )
        self.progress.setText(words)
        self.session.say(words, "warning" if kept else "good")
        self.ask()

    def save(self) -> None:
        """F12: answer the questions about the printer."""
        if self.asked is not None:
            self.asked.save()

    def back(self) -> bool:
        """Put the questions about the printer away; whether there were any."""
        if self.asked is None:
            return False
        self.asked.hide()
        self.asked.deleteLater()
        self.asked = None
        self.waiting.setFocus()
        return True

    # --- empty forms ---

    def _narrow(self, text: str) -> None:
        from desk.services import blank_forms

        sought = text.strip().lower()
        self.blanks.clear()
        for form in blank_forms.offered(self.session.rulebook):
            if sought in form.name.lower() or any(sought in reading for reading in readings_of(form.name)):
                words = form.name + (self.tr("　（补拟）") if form.derived else "")
                item = QListWidgetItem(words)
                item.setData(_OF, form)
                self.blanks.addItem(item)
        self.blanks.setCurrentRow(0)

    def _show_blank(self, item: QListWidgetItem) -> None:
        from desk.services import blank_forms

        form, office = item.data(_OF), self.session.office
        self.blank_asked.emit(form.name, lambda: blank_forms.blank(office, form.id).data)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _TAKES and self.blanks.currentItem() is not None:
                self._show_blank(self.blanks.currentItem())
                return True
            if event.key() == Qt.Key.Key_Down:
                self.blanks.setFocus()
                return True
        return super().eventFilter(watched, event)
