"""The rulebook page, the first start and the settings as a clerk uses them."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton
from tests.gui.pages import PATIENCE, DeskPage

from desk.gui import task
from desk.gui.first_start import FirstStart
from desk.gui.main_window import MainWindow
from desk.gui.setup.recovery_part import RecoveryPart
from desk.gui.starting import Starting

FOUNDING = 60_000


class ManualDesk:
    """The rulebook's page of an opened desk."""

    def __init__(self, desk: DeskPage) -> None:
        self.desk = desk
        desk.window.do("manual")
        desk.quiet()

    @property
    def page(self) -> Any:
        return self.desk.window.asides["manual"]

    def chapters(self) -> list[str]:
        return [self.page.chapters.item(n).text() for n in range(self.page.chapters.count())]

    def open(self, leaf: str) -> Any:
        self.page.open(leaf)
        self.desk.quiet()
        return self.page.part()

    def rows(self) -> list[tuple[str, ...]]:
        return self.page.table.words()

    def filter(self, words: str) -> None:
        self.page.find_rows.setText(words)

    def options(self) -> list[str]:
        return [button.text() for button in self.page.part()._buttons]

    def turn(self, switch: str, words: str) -> None:
        """Choose another reading by its words."""
        part = self.open("switches")
        part.switches.setCurrentRow(next(n for n, one in enumerate(part._all) if one.id == switch))
        button: QRadioButton = next(one for one in part._buttons if words in one.text())
        button.click()
        self.desk.wait(lambda: part.box.isVisible() and "处不同" in part.box.heading.text())

    def changes(self) -> list[tuple[str, ...]]:
        return self.page.part().box.table.words()

    def box(self) -> Any:
        return self.page.part().box

    def adopt(self) -> None:
        """Type the word and press the button."""
        box = self.box()
        box.word.setFocus()
        self.desk.type("采用")
        self.desk.qtbot.mouseClick(box.adopt, Qt.MouseButton.LeftButton)
        self.desk.quiet()


class SettingsDesk:
    """The office's settings of an opened desk."""

    def __init__(self, desk: DeskPage) -> None:
        self.desk = desk
        desk.window.do("settings")
        desk.quiet()

    @property
    def page(self) -> Any:
        return self.desk.window.asides["settings"]

    def open(self, section: str) -> Any:
        return self.page.open(section)

    def save(self) -> str:
        """F12; what the bar or the line under the section says."""
        self.desk.window.do("save")
        self.desk.quiet()
        return self.page.trouble.text() if self.page.trouble.isVisible() else self.desk.bar()

    def day(self, day: date) -> str:
        """What the calendar says about a day."""
        words: str = self.page.open("calendar").picture.words(day)
        return words

    def click_day(self, day: date) -> None:
        picture = self.page.open("calendar").picture
        self.desk.qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=picture.place(day).center())

    def users(self) -> list[str]:
        part = self.page.open("users")
        return [part.users.item(n).text() for n in range(part.users.count())]


class FirstDesk:
    """A program started on an empty folder."""

    def __init__(self, qtbot: Any, home: Path, dialogs: Any) -> None:
        home.mkdir(parents=True, exist_ok=True)
        self.qtbot, self.home = qtbot, home
        self.starting = Starting(MainWindow(), home, dialogs, [])
        self.starting.window.resize(1366, 768)
        self.starting.window.show()
        self.starting.begin()
        self.wait(lambda: isinstance(self.page, FirstStart) and self.page.choice.books.count() > 0)

    @property
    def page(self) -> Any:
        return self.starting.page

    @property
    def window(self) -> MainWindow:
        return self.starting.window

    def wait(self, condition: Any, timeout: int = PATIENCE) -> None:
        self.qtbot.waitUntil(condition, timeout=timeout)

    def choose(self, book: str, name: str, *, practice: bool = False) -> None:
        """The first page: a rulebook by a word of its name, and the office's name."""
        rows = range(self.page.choice.books.count())
        self.page.choice.books.setCurrentRow(
            next(n for n in rows if book in self.page.choice.books.item(n).text())
        )
        self.page.name.setText(name)
        self.page.practice.setChecked(practice)

    def go_on(self) -> str:
        """The next page; its title."""
        self.qtbot.mouseClick(self.page.more, Qt.MouseButton.LeftButton)
        title: str = self.page.title.text()
        return title

    def write(self, words: Mapping[str, str]) -> None:
        for key, text in words.items():
            self.page.words.edit(key).setText(text)

    def begin(self) -> None:
        """Press 开始使用 and wait for the recovery key, the login or the form."""
        first = self.page
        self.qtbot.mouseClick(first.start, Qt.MouseButton.LeftButton)
        self.wait(lambda: self.page is not first or self.window.session is not None, FOUNDING)

    def put_key_away(self) -> None:
        page = self.page
        assert isinstance(page, RecoveryPart)
        page.copied.setChecked(True)
        self.qtbot.mouseClick(page.done, Qt.MouseButton.LeftButton)
        self.wait(lambda: self.page is not page or self.window.session is not None)

    def desk(self) -> DeskPage:
        """The opened desk, once a clerk is in."""
        self.wait(lambda: self.window.session is not None)
        self.wait(lambda: not task.under_way())
        assert self.window.session is not None
        return DeskPage(self.qtbot, self.window, self.window.session)

    def close(self) -> None:
        self.window.close()
        self.starting.close()
        self.window.deleteLater()


def keys(widget: Any, *pressed: Qt.Key) -> None:
    """Press keys where the cursor is."""
    for key in pressed:
        QTest.keyClick(widget, key)
        QApplication.processEvents()


class Pressed:
    """Keys pressed wherever the cursor is, and how many they were."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.count = window, 0
        window.activateWindow()

    def keys(self, *pressed: Qt.Key) -> None:
        for key in pressed:
            keys(self.window.focusWidget() or self.window, key)
            self.count += 1

    def words(self, words: str) -> None:
        """Letters are typed; a Chinese character comes from the input method."""
        for letter in words:
            where = self.window.focusWidget()
            if letter.isascii():
                QTest.keyClicks(where, letter)
            else:
                event = QInputMethodEvent("", [])
                event.setCommitString(letter)
                QApplication.sendEvent(where, event)
            QApplication.processEvents()
            self.count += 1
