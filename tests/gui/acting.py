"""What the tests of acts on a case share: opening one from the menu 案件办理, filling its form, finding what it changed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from tests.capabilities.counter import act
from tests.capabilities.developer import handled as handled_case
from tests.gui.pages import DeskPage

from desk.services.office import Office


def office(desk: DeskPage) -> Office:
    return desk.session.office


def handled(office_: Office) -> str:
    """A complaint that was urged, with a day for the answer, and waits for the return visit."""
    number = handled_case(office_)
    act(office_, "service", number, "urge", urge__reply_by="2026-11-24")
    return number


def see(desk: DeskPage, number: str) -> None:
    """Choose a case that another desk has just taken in."""
    desk.window.acts.do("refresh")
    desk.cases.choose(number)


def menu(desk: DeskPage) -> list[str]:
    """What stands in the menu 案件办理 of the case that is chosen."""
    panel = desk.cases.page.panel
    [button] = [
        b for b in panel.findChildren(QPushButton) if b.text() == "案件办理" and b.isVisibleTo(panel)
    ] or [None]
    return [action.text() for action in button.menu().actions()] if button else []


def do(desk: DeskPage, act_: str, values: dict[str, object]) -> None:
    """Open an act by its words from the menu, fill its form, press F12."""
    panel = desk.cases.page.panel
    [button] = [b for b in panel.findChildren(QPushButton) if b.text() == "案件办理" and b.isVisibleTo(panel)]
    next(action for action in button.menu().actions() if action.text() == f"{act_}…").trigger()
    panel.step_form.form.set_typed(values)
    panel.step_form.form.tidy()
    desk.press(Qt.Key.Key_F12)
    desk.quiet()


def clock(desk: DeskPage, id_: str):
    return next((one for one in desk.cases.page.panel.view.clocks if one.id == id_), None)
