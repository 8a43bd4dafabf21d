"""The windows as a clerk uses them: what is typed, pressed and seen. Tests speak through these."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from shiboken6 import isValid

from desk.gui.dialogs import Dialogs
from desk.gui.main_window import MainWindow
from desk.gui.session import Session

PATIENCE = 15_000


class ScriptedDialogs(Dialogs):
    """Dialogs with answers given beforehand, in order: (kind, answer)."""

    def __init__(self) -> None:
        self.answers: list[tuple[str, Any]] = []
        self.asked: list[str] = []
        self.unanswered: list[str] = []

    def answer(self, kind: str, value: Any) -> None:
        """The next dialog of this kind gets this answer."""
        self.answers.append((kind, value))

    def _take(self, kind: str, otherwise: Any) -> Any:
        self.asked.append(kind)
        if not self.answers or self.answers[0][0] != kind:
            self.unanswered.append(kind)
            return otherwise
        return self.answers.pop(0)[1]

    def file_to_save(self, parent: QWidget, title: str, proposed: Path, kinds: str) -> Path | None:
        return self._take("file", None)

    def file_to_open(self, parent: QWidget, title: str, start: Path, kinds: str) -> Path | None:
        return self._take("open", None)

    def folder(self, parent: QWidget, title: str, start: Path) -> Path | None:
        return self._take("folder", None)

    def reason(self, parent: QWidget, title: str, question: str) -> str:
        return self._take("reason", "")

    def confirm(self, parent: QWidget, title: str, question: str, deed: str) -> bool:
        return self._take("confirm", False)

    def tell(self, parent: QWidget | None, title: str, words: str) -> None:
        self._take("tell", None)

    def run(self, dialog: Any) -> bool:
        return self._take("run", False)


class DeskPage:
    """One desk: its window and its pages."""

    def __init__(self, qtbot, window: MainWindow, session: Session) -> None:
        self.qtbot, self.window, self.session = qtbot, window, session
        self.intake = IntakePage(self)
        self.cases = CasesPage(self)
        self.report = ReportPage(self)
        self.preview = PreviewPage(self)

    @classmethod
    def open(cls, qtbot, folder: Path, dialogs: Dialogs, role: str = "") -> "DeskPage":
        from desk.services.office import open_office

        office = open_office(folder)
        viewer = office.viewer(role or first_clerk(office))
        window = MainWindow()
        session = Session(office, viewer, dialogs)
        window.attach(session)
        window.resize(1366, 768)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return cls(qtbot, window, session)

    def close(self) -> None:
        """Close the window, once."""
        if isValid(self.window):
            self.window.close()
            self.window.deleteLater()

    # --- keys ---

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
    ) -> None:
        for _ in range(times):
            self.qtbot.keyClick(self.focus(), key, modifier)
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """As an input method hands it over, or key by key where it is plain."""
        if text.isascii():
            self.qtbot.keyClicks(self.focus(), text)
        else:
            from PySide6.QtGui import QInputMethodEvent

            event = QInputMethodEvent("", [])
            event.setCommitString(text)
            QApplication.sendEvent(self.focus(), event)

    def focus(self) -> QWidget:
        return self.window.focusWidget() or self.window

    # --- seeing ---

    def bar(self) -> str:
        return self.window.words.text() if self.window.bar.isVisible() else ""

    def bar_buttons(self) -> list[str]:
        return self.window.saved.texts()

    def page(self) -> str:
        return {"intake": "登记", "cases": "案件", "report": "报表", "preview": "文书"}.get(
            self.window.in_sight, ""
        )

    def wait(self, condition) -> None:
        self.qtbot.waitUntil(condition, timeout=PATIENCE)

    def wait_bar(self, words: str) -> str:
        self.wait(lambda: words in self.bar())
        return self.bar()

    def quiet(self) -> None:
        """Wait until nothing is under way any more."""
        from desk.gui import task

        self.wait(lambda: not task.under_way())
        for _ in range(3):  # what was laid out anew is shown with the next round
            QApplication.processEvents()


class IntakePage:
    """The form of the first page."""

    def __init__(self, desk: DeskPage) -> None:
        self.desk = desk

    @property
    def form(self) -> Any:
        return self.desk.window.intake.form

    def fill(self, values: Mapping[str, Any]) -> None:
        """Put values into fields by id, as typed."""
        frame = {key: value for key, value in values.items() if key in self.form.frame.ids}
        self.form.set_typed(
            {**frame, "values": {key: value for key, value in values.items() if key not in frame}}
        )
        self.desk.window.intake.drafting.touch()

    def save(self) -> None:
        self.desk.window.intake.save()

    def problems(self) -> list[str]:
        """The titles of the fields with something wrong, in order."""
        found = ((id_, self.form.problem(id_)) for id_ in self.form.ids)
        return [self.form.name_of(id_) for id_, problem in found if problem and not problem.warning]

    def messages(self) -> list[str]:
        """What stands under the fields."""
        return [problem.message for id_ in self.form.ids if (problem := self.form.problem(id_))]

    def focused(self) -> str:
        return self.form.focused()

    def typed(self) -> dict[str, Any]:
        return self.form.typed()["values"]

    def registered(self, values: Mapping[str, Any]) -> str:
        """Register and give the number."""
        self.desk.window.bar.hide()
        self.fill(values)
        self.save()
        words = self.desk.wait_bar("已登记")
        self.desk.quiet()
        return words.split()[1]

    def waiting(self) -> list[str]:
        return self.desk.window.intake.waiting.words()

    def similar(self) -> list[str]:
        """The earlier cases beside the form: the complainant's own, those of a cluster, the others."""
        return [words for box in self.desk.window.intake.outlook.lists() for words in box.words()]

    def told(self) -> list[str]:
        """What is warned about beside the form."""
        return self.desk.window.intake.outlook.told()


class CasesPage:
    """List and case."""

    def __init__(self, desk: DeskPage) -> None:
        self.desk = desk

    @property
    def page(self) -> Any:
        return self.desk.window.cases

    def rows(self) -> list[str]:
        """The numbers in the list, once they are there."""
        model = self.page.list.model
        self.desk.quiet()
        for row in range(model.rowCount()):
            model.data(model.index(row, 0))
        self.desk.quiet()
        return [model.data(model.index(row, 0)) for row in range(model.rowCount())]

    def choose(self, number: str) -> None:
        self.desk.window.go(self.page)
        self.page.list.choose(self.rows().index(number))
        self.desk.wait(lambda: self.page.panel.view is not None and self.page.panel.view.number == number)
        self.desk.quiet()

    def take(self, step: str, values: Mapping[str, Any]) -> None:
        """Open a step by its id, fill it, do it."""
        self.page.panel.open_step(step)
        self.page.panel.step_form.form.set_typed(values)
        self.page.save()

    def step_problems(self) -> list[str]:
        form = self.page.panel.step_form
        return [problem.message for id_ in form.form.ids if (problem := form.form.problem(id_))] + (
            [form.trouble.text()] if form.trouble.text() else []
        )

    def state(self) -> str:
        return self.page.panel.state.text()

    def buttons(self, words: str) -> list[QPushButton]:
        """The buttons of the case with these words."""
        panel = self.page.panel
        return [b for b in panel.findChildren(QPushButton) if b.isVisibleTo(panel) and b.text() == words]

    def press(self, words: str) -> None:
        """Press a button of the case by its words, once it is there."""
        self.desk.wait(lambda: bool(self.buttons(words)))
        self.desk.qtbot.mouseClick(self.buttons(words)[0], Qt.MouseButton.LeftButton)

    def text(self) -> str:
        """Everything the panel says."""
        from PySide6.QtWidgets import QLabel

        return "\n".join(label.text() for label in self.page.panel.findChildren(QLabel))


class ReportPage:
    """The register of a period."""

    def __init__(self, desk: DeskPage) -> None:
        self.desk = desk

    @property
    def page(self) -> Any:
        return self.desk.window.report

    def open(self) -> None:
        self.desk.window.go(self.page)
        self.desk.quiet()

    def rows(self) -> list[tuple[str, ...]]:
        return list(self.page.lines.words)


class PreviewPage:
    """A paper before it is printed."""

    def __init__(self, desk: DeskPage) -> None:
        self.desk = desk

    @property
    def page(self) -> Any:
        return self.desk.window.preview

    def wait_pages(self) -> int:
        self.desk.wait(lambda: self.page.pages() > 0)
        return self.page.pages()


def first_clerk(office: Any) -> str:
    """A user who may register."""
    users = [user for user in office.users() if user.active]
    return next(user.id for user in users if office.viewer(user.id).may("register"))
