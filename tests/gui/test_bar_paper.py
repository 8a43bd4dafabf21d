"""F8 does what the bar says for as long as the bar is there."""

from PySide6.QtCore import Qt
from tests.gui.test_intake_page import GOOD

from desk.services import paper_codes


def test_f8_prints_what_the_bar_says_also_after_the_case_was_chosen_again(desk) -> None:
    number = desk.intake.registered(GOOD | {"complete": True})
    desk.cases.choose(number)
    desk.cases.take("accept", {})
    desk.wait(lambda: "打印受理通知书　F8" in desk.bar_buttons())
    desk.quiet()
    desk.cases.choose(number)

    desk.press(Qt.Key.Key_F8)
    desk.preview.wait_pages()

    assert desk.window.preview.title.text().startswith("受理通知书")


def test_f8_goes_by_the_case_again_once_the_bar_is_gone(desk) -> None:
    first = desk.intake.registered(GOOD | {"complete": True})
    second = desk.intake.registered(GOOD | {"complete": True})
    desk.cases.choose(first)
    asked = []
    desk.cases.page.panel.paper_asked.connect(lambda number, _offer: asked.append(number))

    desk.window.acts.do("print")
    during = list(asked)
    desk.window.acts.do("back")
    desk.window.bar.hide()
    desk.window.acts.do("print")

    assert desk.window.saved.number == second
    assert (during, asked) == ([], [first])


def test_a_code_scanned_into_the_search_field_opens_its_case_and_tells_of_the_paper(desk) -> None:
    number = desk.intake.registered(GOOD)
    desk.intake.registered(GOOD)
    with desk.session.office.store.reading() as tx:
        code = paper_codes.code_of(tx, number)

    desk.window.sought.setText("".join(char for char in code if char.isascii()))
    desk.window.sought.returnPressed.emit()

    desk.wait_bar("是本单位的登记表")
    desk.quiet()
    assert desk.cases.page.panel.view.number == number
    assert desk.window.sought.text() == ""
