"""Several manuals in one office: the clerk sees under which one matters are taken in, and turns to the other by a key."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from tests.gui.pages import DeskPage

from desk.services.office import open_office
from desk.services.setting_up import init_office

WHO = {
    "complainant.name": "张三",
    "complainant.phone": "13800138000",
    "narrative": "漏了三天",
    "demand": "修好",
}


@pytest.fixture
def two_books(tmp_path: Path) -> Path:
    """An estate office (R02) that has taken in the manual of a property company (R01) as well."""
    from desk.services import desk_books, manuals, users

    home = tmp_path / "office"
    init_office(home, rulebook="R02", name="某物业管理处", practice=True).close()
    office = open_office(home)
    manuals.adopt(office, office.viewer("admin"), "R01")
    users.add(office, office.viewer("admin"), id_="wang", name="王芳", role="reception")
    desk_books.work_under(office, office.viewer("admin"), "R02")
    users.change(office, office.viewer("admin"), "wang", role="specialist")
    office.close()
    return home


def menu(desk: DeskPage) -> list[str]:
    return [action.text() for action in desk.window.books._menu.actions()]


def turn_to(desk: DeskPage, name: str) -> None:
    desk.press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    action = next(one for one in desk.window.books._menu.actions() if name in one.text())
    desk.window.books._menu.close()
    action.trigger()
    desk.quiet()


def test_an_office_with_one_manual_shows_no_choice(desk: DeskPage) -> None:
    desk.quiet()
    assert not desk.window.book.isVisible()

    desk.press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)

    assert "只有一本规则簿" in desk.bar()


def test_the_clerk_registers_under_one_manual_and_then_under_the_other(open_desk, two_books: Path) -> None:
    desk = open_desk(two_books, "wang")
    desk.quiet()
    assert desk.window.book.isVisible()
    assert desk.session.rulebook.id == "R01"
    assert desk.session.rulebook.name in desk.window.book.text()
    assert [words.partition("（")[2] for words in menu(desk)] == ["R01）", "R02）"]
    first = desk.intake.registered({**WHO, "subject": "楼道漏水", "channel": "电话（含400）"})
    channels = set(desk.intake.form.frame.input("channel").items)

    turn_to(desk, "R02")

    assert desk.page() == "登记"
    assert "登记" in desk.wait_bar("现在按《")
    assert set(desk.intake.form.frame.input("channel").items) != channels
    assert desk.session.rulebook.id == "R02"
    second = desk.intake.registered({**WHO, "subject": "电梯停运", "channel": "来电"})
    assert set(desk.cases.rows()) == {first, second}
    model = desk.window.cases.list.model
    states = {model.data(model.index(row, 2)) for row in range(2)}
    assert len(states) == 2  # each in its own manual's words


def test_what_is_being_typed_waits_under_its_own_manual(open_desk, two_books: Path) -> None:
    desk = open_desk(two_books, "admin")
    desk.quiet()
    first, other = desk.session.rulebook.id, "R02" if desk.session.rulebook.id == "R01" else "R01"
    desk.intake.fill({"subject": "楼道漏水"})
    desk.quiet()

    turn_to(desk, other)
    assert desk.intake.waiting() == []
    turn_to(desk, first)

    assert any("楼道漏水" in words for words in desk.intake.waiting())


def test_who_is_nobody_under_the_other_manual_is_told_so(open_desk, two_books: Path) -> None:
    desk = open_desk(two_books, "admin")
    desk.quiet()
    first = desk.session.rulebook.id
    nobody = next(role.id for role in desk.session.rulebook.roles if role.id != "admin")
    desk.close()
    desk = open_desk(two_books, nobody)
    desk.quiet()

    turn_to(desk, "R02" if first == "R01" else "R01")

    assert "还没有岗位" in desk.wait_bar("还没有岗位")
    assert desk.session.rulebook.id == first
