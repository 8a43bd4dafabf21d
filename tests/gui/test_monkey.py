"""Two thousand things done at random: no defect, and the window answers all the while."""

import random
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from tests.gui.pages import DeskPage
from tests.gui.test_intake_page import GOOD

from desk.gui.dialogs import Dialogs
from desk.gui.keys import ACTS

KEYS = (
    Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down,
    Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F8, Qt.Key.Key_F9, Qt.Key.Key_F12,
    Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Home,
)  # fmt: skip
WORDS = ("张三", "sp", "y", "2026-1-5", "13800005678", "<b>粗", "长" * 300, "9", "", "\u202e", "昨天 9:30")
NOT_THESE = {"quit", "switch", "language"}


class Shrugs(Dialogs):
    """Thinks better of everything."""

    def file_to_save(self, *_: Any) -> Path | None:
        return None

    def file_to_open(self, *_: Any) -> Path | None:
        return None

    def folder(self, *_: Any) -> Path | None:
        return None

    def reason(self, *_: Any) -> str:
        return random.choice(["", "随便"])

    def confirm(self, *_: Any) -> bool:
        return random.choice([True, False])

    def tell(self, *_: Any) -> None:
        return None

    def run(self, *_: Any) -> bool:
        return False


@pytest.mark.parametrize(
    ("seed", "count"), [(1, 150), pytest.param(2, 2000, marks=[pytest.mark.slow, pytest.mark.timeout(600)])]
)
def test_whatever_is_done_nothing_breaks(qtbot, home, seed, count) -> None:
    random.seed(seed)
    desk = DeskPage.open(qtbot, home, Shrugs(), "hall_head")
    desk.intake.registered(GOOD | {"complete": True})

    for _ in range(count):
        do_something(desk)
        QApplication.processEvents()

    desk.quiet()
    assert desk.window.isVisible()
    desk.close()


def do_something(desk: DeskPage) -> None:
    """One act of somebody who does not look."""
    match random.randrange(5):
        case 0:
            desk.qtbot.keyClick(desk.focus(), random.choice(KEYS))
        case 1:
            desk.type(random.choice(WORDS))
        case 2:
            desk.window.acts.do(random.choice([act.id for act in ACTS if act.id not in NOT_THESE]))
        case 3:
            press_any(desk.window)
        case 4:
            desk.qtbot.keyClick(
                desk.focus(), random.choice((Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Down))
            )
    for menu in (
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QMenu) and widget.isVisible()
    ):
        menu.close()


def press_any(window: QWidget) -> None:
    buttons = [
        b for b in window.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled() and not has_menu(b)
    ]
    if buttons:
        random.choice(buttons).click()


def has_menu(button: QAbstractButton) -> bool:
    """A menu would wait for a person."""
    return getattr(button, "menu", lambda: None)() is not None or button.objectName() == "columns"
