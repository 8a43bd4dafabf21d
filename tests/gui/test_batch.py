"""One step on several cases that are chosen in the list (CAP-62): all of them, or none."""

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel
from tests.capabilities.counter import set_time, take_in
from tests.fixtures_office import NOON, make_office
from tests.gui.pages import DeskPage

from desk.services import cases, stepping


@pytest.fixture
def desk(open_desk, tmp_path: Path) -> DeskPage:
    """A desk under a manual that sends orders out, with three matters that have just come in."""
    office = make_office(tmp_path / "office", "R13c")
    for n in range(3):
        take_in(office, "dcrc", category="service", subject=f"第{n}件")
    office.close()
    desk = open_desk(tmp_path / "office", "dcrc")
    set_time(desk.session.office, NOON)
    desk.window.acts.do("refresh")
    desk.quiet()
    return desk


def numbers(desk: DeskPage) -> list[str]:
    return [row.number for row in cases.page(desk.session.office, desk.session.viewer)]


def choose(desk: DeskPage, rows: int) -> None:
    """Choose the first rows of the list, as with Shift and the arrow."""
    table = desk.cases.page.list.table
    desk.cases.choose(numbers(desk)[0])
    model = table.selectionModel()
    for row in range(rows):
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        model.select(table.model().index(row, 0), flags)


def states(desk: DeskPage) -> set[str]:
    return {
        cases.show(desk.session.office, desk.session.viewer, number).case.state for number in numbers(desk)
    }


def test_a_step_is_taken_on_all_chosen_cases_at_once(desk: DeskPage) -> None:
    choose(desk, 3)
    panel = desk.cases.page.panel

    panel.open_step("dispatch")
    panel.step_form.form.set_typed({"department": "服务部"})
    panel.step_form.together.setChecked(True)
    desk.cases.page.save()
    desk.quiet()

    assert states(desk) == {"dispatched"}
    assert "3 件都已办理" in desk.bar()


def test_what_one_of_them_does_not_allow_is_told_and_none_is_taken(desk: DeskPage) -> None:
    last = numbers(desk)[2]
    office = desk.session.office
    stepping.act(office, desk.session.viewer, last, "dispatch", {"department": "service"})
    desk.window.acts.do("refresh")
    desk.quiet()
    choose(desk, 3)
    panel = desk.cases.page.panel

    panel.open_step("dispatch")
    panel.step_form.form.set_typed({"department": "服务部"})
    panel.step_form.together.setChecked(True)
    desk.cases.page.save()
    desk.quiet()

    assert any(last in words and "这一批都没有办理" in words for words in desk.cases.step_problems())
    assert states(desk) == {"received", "dispatched"}


def test_a_single_case_is_asked_nothing_of_the_kind(desk: DeskPage) -> None:
    choose(desk, 1)

    desk.cases.page.panel.open_step("dispatch")

    assert desk.cases.page.panel.step_form.together is None
