"""What people type is kept, understood where it can be, and left to the rules of intake where it cannot."""

import re
from datetime import date, datetime

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel

from desk.domain.moments import OFFICE_ZONE
from desk.gui.form import Asked, Form
from desk.gui.inputs.choice import Choice, Choices, Item
from desk.gui.inputs.line import LONGEST, Line, read_code, read_count, read_date, read_moment, read_money
from desk.gui.inputs.note import Note
from desk.gui.inputs.rows import Heading, Rows
from desk.gui.inputs.yes_no import YesNo

CITIES = (Item("bj", "北京"), Item("cq", "重庆"), Item("cd", "成都"), Item("nj", "南京", "华东"))


@pytest.mark.parametrize(
    ("reader", "typed", "value"),
    [
        (read_code, " １３８　0000 5678 ", "138 0000 5678"),
        (read_count, "１，２００", 1200),
        (read_count, "三个", "三个"),
        (read_money, "1,200.5", 120050),
        (read_date, "2026.1.5", date(2026, 1, 5)),
        (read_date, "二月三十", "二月三十"),
        (read_moment, "2026-1-5 9:30", datetime(2026, 1, 5, 9, 30, tzinfo=OFFICE_ZONE)),
        (read_moment, "随便", "随便"),
    ],
)
def test_a_line_reads_what_is_meant_and_keeps_what_it_cannot_read(qtbot, reader, typed, value) -> None:
    line = shown(qtbot, Line(reader))
    line.setText(typed)

    line.tidy()

    assert line.value() == value


def test_chinese_punctuation_in_words_stays_as_it_was_typed(qtbot) -> None:
    line = shown(qtbot, Line())
    line.setText("某店（东门），２０２６年　Ａ座")

    line.tidy()

    assert line.text() == "某店（东门），2026年 A座"


@pytest.mark.parametrize("make", [Line, Note])
def test_enter_while_the_input_method_composes_moves_nowhere(qtbot, make) -> None:
    field = shown(qtbot, make())
    moves: list[str] = []
    field.advanced.connect(lambda: moves.append("on"))

    for _ in range(100):
        compose(field, "zhang")
        qtbot.keyClick(field, Qt.Key.Key_Return)
        qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        commit(field, "张")

    assert moves == []
    assert field.typed() == "张" * 100


def test_enter_after_composing_moves_on(qtbot) -> None:
    line = shown(qtbot, Line())
    compose(line, "zhang")
    commit(line, "张")

    with qtbot.waitSignal(line.advanced):
        qtbot.keyClick(line, Qt.Key.Key_Return)


def test_enter_in_a_long_text_is_a_line_and_control_enter_moves_on(qtbot) -> None:
    note = shown(qtbot, Note())
    qtbot.keyClicks(note, "a")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    qtbot.keyClicks(note, "b")

    with qtbot.waitSignal(note.advanced):
        qtbot.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert note.value() == "a\nb"


def test_a_line_cuts_nothing(qtbot) -> None:
    line = shown(qtbot, Line())
    line.setText("长" * 100_000)

    assert (len(line.text()), line.maxLength(), line.validator(), line.inputMask()) == (
        100_000,
        LONGEST,
        None,
        "",
    )


def test_qt_by_itself_would_cut_a_line(qtbot) -> None:
    from PySide6.QtWidgets import QLineEdit

    line = shown(qtbot, QLineEdit())
    line.setText("长" * 100_000)

    assert len(line.text()) == 32_767


def test_a_million_characters_can_be_pasted_into_a_long_text(qtbot) -> None:
    note = shown(qtbot, Note())
    QApplication.clipboard().setText("投诉内容。\n" * 166_667)

    note.paste()

    assert len(note.toPlainText()) >= 1_000_000


def test_a_paste_into_a_long_text_is_plain_text(qtbot) -> None:
    note = shown(qtbot, Note())
    rich = QMimeData()
    rich.setHtml("<b>粗</b>")
    rich.setText("<b>粗</b>")

    note.insertFromMimeData(rich)

    assert note.toPlainText() == "<b>粗</b>"


# --- choosing ---


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("京", ["北京", "南京"]),
        ("bj", ["北京"]),
        ("cq", ["重庆"]),
        ("3", ["成都"]),
        ("华东", ["南京"]),
        ("nowhere", []),
    ],
)
def test_a_choice_is_found_by_words_initials_or_place(qtbot, typed, offered) -> None:
    choice = shown(qtbot, Choice(CITIES))

    type_(qtbot, choice, typed)

    assert choice.offered() == offered


def test_enter_takes_the_first_offer_and_moves_on(qtbot) -> None:
    choice = shown(qtbot, Choice(CITIES))
    qtbot.keyClicks(choice, "cd")

    with qtbot.waitSignals([choice.chosen, choice.advanced]):
        qtbot.keyClick(choice, Qt.Key.Key_Return)

    assert (choice.value(), choice.text(), choice.is_open()) == ("cd", "成都", False)


def test_words_that_fit_nothing_stay_and_are_handed_on(qtbot) -> None:
    choice = shown(qtbot, Choice(CITIES))
    type_(qtbot, choice, "东京湾")

    choice.tidy()

    assert (choice.chosen_id(), choice.value()) == ("", "东京湾")


def test_f4_lists_everything_with_the_present_choice_marked(qtbot) -> None:
    choice = shown(qtbot, Choice(CITIES))
    choice.set_value("cq")

    qtbot.keyClick(choice, Qt.Key.Key_F4)
    qtbot.keyClick(choice, Qt.Key.Key_Return)

    assert choice.value() == "cq"


def test_the_list_of_a_choice_never_takes_the_focus(qtbot) -> None:
    choice = shown(qtbot, Choice(CITIES))
    choice.setFocus()

    qtbot.keyClicks(choice, "c")

    assert choice.is_open()
    assert choice.window().focusWidget() is choice


def test_several_choices_are_added_and_taken_away(qtbot) -> None:
    choices = shown(qtbot, Choices(CITIES))
    for typed in ("bj", "、cq", "、bj"):
        choices.end(False)
        type_(qtbot, choices, typed)
        qtbot.keyClick(choices, Qt.Key.Key_Return)

    assert choices.value() == ("cq",)


# --- yes, no, open ---


@pytest.mark.parametrize(("keys", "value"), [("y", True), ("n", False), ("yn", False), ("", None)])
def test_yes_and_no_are_typed_and_nothing_is_ticked_beforehand(qtbot, keys, value) -> None:
    switch = shown(qtbot, YesNo())

    qtbot.keyClicks(switch, keys)

    assert switch.value() is value


def test_backspace_makes_an_answer_open_again(qtbot) -> None:
    switch = shown(qtbot, YesNo())
    qtbot.keyClicks(switch, "y")

    qtbot.keyClick(switch, Qt.Key.Key_Backspace)

    assert switch.value() is None


# --- rows ---


@pytest.mark.parametrize(
    ("copied", "names"),
    [
        ("王建国\t13800000001\n李敏\t13800000002\n", ["王建国", "李敏"]),
        ("王建国\n李敏\n张强", ["王建国", "李敏", "张强"]),
        ("王建国", ["王建国"]),  # one cell goes into the text under the cursor
    ],
)
def test_a_list_of_names_pasted_while_a_cell_is_open_fills_a_row_for_each(qtbot, copied, names) -> None:
    rows = shown(qtbot, Rows([Heading("name", "姓名"), Heading("phone", "电话", "phone")], "people"))
    rows.setFocus()
    rows.setCurrentCell(0, 0)
    rows.edit(rows.currentIndex())
    QApplication.clipboard().setText(copied)

    qtbot.keyClick(rows.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(rows.focusWidget(), Qt.Key.Key_Return)

    assert [row["name"] for row in rows.value()] == names
    assert rows.rowCount() == len(names) + 1


def test_rows_copied_from_a_sheet_are_pasted_cell_by_cell(qtbot) -> None:
    rows = shown(qtbot, Rows([Heading("name", "姓名"), Heading("phone", "电话", "phone")], "people"))
    QApplication.clipboard().setText("张三\t13800000001\n李四\t13800000002\n")
    rows.setCurrentCell(0, 0)

    qtbot.keyClick(rows, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert rows.value() == (
        {"name": "张三", "phone": "13800000001"},
        {"name": "李四", "phone": "13800000002"},
    )


def test_the_last_row_is_always_empty(qtbot) -> None:
    rows = shown(qtbot, Rows([Heading("name", "姓名")], "people"))

    rows.set_value([{"name": "张三"}])

    assert rows.rowCount() == 2


def test_enter_goes_from_cell_to_cell_and_out_of_the_sheet(qtbot) -> None:
    rows = shown(qtbot, Rows([Heading("name", "姓名"), Heading("copies", "份数", "count")], "materials"))
    rows.setFocus()
    rows.setCurrentCell(0, 0)
    rows.edit(rows.currentIndex())
    for text in ("申请书", "2"):
        editor = rows.focusWidget()
        type_(qtbot, editor, text)
        qtbot.keyClick(editor, Qt.Key.Key_Return)

    with qtbot.waitSignal(rows.advanced):
        qtbot.keyClick(rows.focusWidget(), Qt.Key.Key_Return)

    assert rows.value() == ({"name": "申请书", "copies": "2"},)


# --- small steps ---


def shown(qtbot, widget):
    qtbot.addWidget(widget)
    widget.resize(400, max(widget.sizeHint().height(), 120))
    widget.show()
    widget.setFocus()
    return widget


def compose(widget, letters: str) -> None:
    QApplication.sendEvent(widget, QInputMethodEvent(letters, []))


def commit(widget, text: str) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def type_(qtbot, widget, text: str) -> None:
    """Plain letters come from the keyboard, all else from the input method."""
    for run in re.findall(r"[ -~]+|[^ -~]+", text):
        qtbot.keyClicks(widget, run) if run.isascii() else commit(widget, run)


def test_labels_stand_on_the_line_of_their_inputs_however_long_the_label_beside_is(qtbot) -> None:
    form = Form()
    form.ask(
        (Asked("by", "由谁递交", Line(read_code)), Asked("whole", "材料齐全并符合形式审查要求的", YesNo()))
    )
    shown(qtbot, form)
    form.resize(700, 120)
    label = next(one for one in form.findChildren(QLabel) if one.text() == "由谁递交")
    line = form.findChild(Line)

    first_line = label.y() + label.contentsMargins().top() + label.fontMetrics().height() / 2

    assert abs(first_line - (line.y() + line.height() / 2)) <= 2
