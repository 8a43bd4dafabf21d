"""F8 does what the bar says for as long as the bar is there."""

from PySide6.QtCore import Qt
from tests.gui.test_intake_page import GOOD
from tests.gui.test_today_page import desk_under  # noqa: F401

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


def test_the_next_paper_is_under_f8_once_the_first_is_out(desk_under) -> None:  # noqa: F811
    desk, _ = desk_under("R15", lambda office: "", "counter")
    walk_in = {
        "complainant.name": "欧阳修文", "complainant.phone": "13800005678", "respondent.name": "鑫鑫便利店",
        "subject": "牛奶过期", "narrative": "买到过期牛奶", "demand": "退款",
    }  # fmt: skip
    desk.window.go(desk.window.intake)
    desk.window.intake.start_new()  # the clock was set after the form was opened
    desk.intake.registered(walk_in)
    offered = desk.bar_buttons()
    papers = []
    for _ in range(2):
        desk.press(Qt.Key.Key_F8)
        desk.preview.wait_pages()
        papers.append(desk.window.preview.title.text().partition("　")[0])
        desk.press(Qt.Key.Key_F8)
        desk.wait_bar("已存为 PDF")
        desk.quiet()

    assert offered[:2] == ["打印投诉登记表　F8", "收件回执"]
    assert papers == ["投诉登记表", "收件回执"]
    assert "收件回执" in desk.bar()
    assert desk.bar_buttons() == []


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
