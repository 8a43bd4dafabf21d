"""A matter from the counter to the register, by keyboard alone."""

import time

import pypdfium2
import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

BUDGET = 25
"""Key presses for one registration besides what is typed (reliability table, keyboard-only)."""


class Presses(QObject):
    """Counts the keys that are no letters, and clicks of the mouse."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.keys = self.clicks = 0
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched.isWidgetType() and event.type() == QEvent.Type.MouseButtonPress:
            self.clicks += 1
        return False


def test_a_matter_goes_from_the_counter_to_the_register_by_keyboard_alone(desk, qapp) -> None:
    presses = Presses(qapp)
    window, key = desk.window, Qt.Key

    # register
    count = type_registration(desk)
    number = desk.wait_bar("已登记").split()[1]
    desk.quiet()

    # receipt
    desk.press(key.Key_F8)
    assert desk.preview.wait_pages() >= 1
    desk.press(key.Key_F8)
    assert "收件回执" in desk.wait_bar("已存为 PDF")

    # accept
    desk.press(key.Key_2, Qt.KeyboardModifier.ControlModifier)
    desk.wait(lambda: desk.page() == "案件" and window.cases.list.model.rowCount() == 1)
    desk.cases.rows()
    desk.press(key.Key_Down)
    desk.wait(lambda: window.cases.panel.view is not None)
    desk.press(key.Key_Return)
    press_button_by_tab(desk, "受理")
    desk.wait(lambda: window.cases.panel.step_form is not None)
    desk.press(key.Key_F12)
    desk.wait(lambda: desk.cases.state().startswith("已受理"))

    # notice
    desk.quiet()
    desk.press(key.Key_F8)
    desk.wait(lambda: desk.page() == "文书")
    desk.preview.wait_pages()
    desk.press(key.Key_F8)
    assert "受理通知书" in desk.wait_bar("受理通知书")

    # register of the month
    desk.press(key.Key_3, Qt.KeyboardModifier.ControlModifier)
    desk.wait(lambda: desk.page() == "报表" and window.report.lines is not None)
    desk.quiet()

    assert [number in row for row in desk.report.rows()] == [True]
    assert (count <= BUDGET, presses.clicks) == (True, 0)
    papers = sorted(path.name.partition("_")[0] for path in (window.session.office.home / "待打印").iterdir())
    assert papers == ["受理通知书", "收件回执"]


def test_the_name_stands_on_the_printed_receipt(desk) -> None:
    type_registration(desk)
    desk.wait_bar("已登记")
    desk.quiet()
    desk.press(Qt.Key.Key_F8)
    desk.preview.wait_pages()
    desk.press(Qt.Key.Key_F8)
    desk.wait_bar("已存为 PDF")

    file = next((desk.session.office.home / "待打印").glob("收件回执*.pdf"))
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(file))

    assert "欧阳修文" in text


@pytest.mark.slow
def test_save_to_paper_takes_at_most_a_second(desk) -> None:
    """Warm, as at the counter: the second case of the day."""
    spent = 0.0
    for _ in range(2):
        type_registration(desk, save=False)
        desk.quiet()
        began = time.perf_counter()
        desk.press(Qt.Key.Key_F12)
        desk.wait_bar("已登记")
        desk.press(Qt.Key.Key_F8)
        desk.preview.wait_pages()
        spent = time.perf_counter() - began
        desk.press(Qt.Key.Key_Escape)

    assert spent <= 1.0


def type_registration(desk, *, save: bool = True) -> int:
    """Type one application as a clerk does; how many keys were needed besides the text."""
    counted = 0

    def enter(times: int = 1) -> None:
        nonlocal counted
        counted += times
        desk.press(Qt.Key.Key_Return, times=times)

    assert desk.intake.focused() == "category"
    desk.type("sp")
    enter()
    while desk.intake.focused() != "complainant.name":
        enter()
    for text in ("欧阳修文", "13800005678", "食品经营许可证延续", "申请书"):
        desk.type(text)
        enter()
    while desk.intake.focused() == "materials":
        enter()
    while desk.intake.focused() != "complete":
        enter()
    desk.type("y")
    while desk.intake.focused():
        enter()
    assert desk.focus() is desk.window.intake.save_button
    if save:
        enter()
    return counted


def press_button_by_tab(desk, words: str) -> None:
    """Tab to a button and press it."""
    for _ in range(40):
        if getattr(desk.focus(), "text", lambda: "")() == words:
            desk.press(Qt.Key.Key_Return)
            return
        desk.press(Qt.Key.Key_Tab)
    raise AssertionError(f"no way to “{words}” by Tab")
