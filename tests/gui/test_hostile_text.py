"""Whatever people type is text: never markup, never a reason to stop."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QTextEdit, QWidget
from tests.gui.test_intake_page import GOOD

PAYLOAD = '<img src="file:///etc/passwd"><b>粗</b><a href="x">链接</a>'
HOSTILE = GOOD | {"complainant.name": f"张三{PAYLOAD}", "subject": f"{PAYLOAD}=1+1"}


def test_no_widget_takes_what_people_typed_for_markup(desk, dialogs) -> None:
    number = desk.intake.registered(HOSTILE | {"complete": True})
    desk.intake.fill(HOSTILE)
    desk.intake.form.left.emit("complainant.name")
    desk.cases.choose(number)
    desk.cases.page.panel.open_step("refuse")
    desk.window.acts.do("help")
    desk.window.say(PAYLOAD, "error")
    desk.report.open()

    assert markup_readers(desk.window) == []
    assert PAYLOAD in desk.cases.text()


def test_a_label_left_as_qt_makes_it_is_noticed(desk) -> None:
    QLabel(PAYLOAD, desk.window)

    assert len(markup_readers(desk.window)) == 1


def test_tool_tips_are_not_made_from_what_people_typed(desk) -> None:
    desk.cases.choose(desk.intake.registered(HOSTILE))

    tips = [widget.toolTip() for widget in desk.window.findChildren(QWidget)]

    assert not any(GuiQt.mightBeRichText(tip) for tip in tips)


@pytest.mark.parametrize(
    "text",
    [
        "\x00\x07空",
        "e\u0301\u202e反",
        "𠮷野家𬭎",
        "'; DROP TABLE complaint; --",
        'NEAR(* ^"',
        "👨‍👩‍👧",
        "=HYPERLINK(1)",
        "\u3000" * 5 + "字",
    ],
)
def test_strange_characters_are_registered_and_found_again(desk, text) -> None:
    number = desk.intake.registered(GOOD | {"subject": f"事项{text}"})

    desk.cases.choose(number)

    assert "事项" in desk.cases.text()
    desk.window.sought.setText(text)
    desk.window.sought.returnPressed.emit()
    desk.quiet()


def test_a_form_full_of_a_million_characters_is_told_not_swallowed(desk) -> None:
    """Every line of the form gets its share; nothing is cut, the rules of intake say what is too long."""
    form = desk.intake.form
    lines = [
        id_
        for group in (form.first, form.more)
        for id_ in group.visible()
        if group.input(id_).type_ == "text"
    ]
    share = 1_000_000 // len(lines)
    desk.intake.fill(GOOD)
    began = time.perf_counter()

    for id_ in lines:
        desk.intake.form.focus(id_)
        QApplication.clipboard().setText("长" * share)
        desk.focus().selectAll()
        desk.focus().paste()
    desk.intake.save()

    assert all(len(str(desk.intake.typed()[id_])) == share for id_ in lines)
    assert desk.intake.problems() != []
    assert time.perf_counter() - began < 60


def markup_readers(window: QWidget) -> list[str]:
    """The widgets that would read markup in their text."""
    found = []
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
            found.append(f"{widget.objectName()}: {widget.text()[:30]}")
        if isinstance(widget, QTextEdit) and widget.acceptRichText():
            found.append(f"{widget.objectName()}: rich")
        if isinstance(widget, QMessageBox) and widget.textFormat() != Qt.TextFormat.PlainText:
            found.append("message box")
    return found


def test_qt_would_read_the_payload_as_markup() -> None:
    assert GuiQt.mightBeRichText(PAYLOAD)
