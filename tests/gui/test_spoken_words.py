"""What the office says at a step: it follows the class, is altered by the clerk, and is kept with the contact (CAP-30)."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from tests.capabilities.counter import act, set_time, take_in
from tests.fixtures_office import NOON, make_office

# 000:150 of the manual: what is said to each class of complainant
APOLOGY = "非常抱歉给您带来不便"
FACTS = "事实是这样的"


@pytest.fixture
def desk_with(open_desk, tmp_path: Path):
    """A desk under the property manager's manual, looking at a case that ``before`` has made."""

    def opened(before):
        office = make_office(tmp_path / "office", "R02")
        number = before(office)
        office.close()
        desk = open_desk(tmp_path / "office", "specialist")
        set_time(desk.session.office, NOON)
        desk.cases.choose(number)
        return desk

    return opened


def taken_in(office) -> str:
    return take_in(office, "specialist").case.number


def classified(office) -> str:
    number = taken_in(office)
    act(office, "specialist", number, "classify", validity="valid")
    return number


def form(desk):
    return desk.cases.page.panel.step_form.form


def shown(desk) -> str:
    labels = desk.cases.page.panel.step_form.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def choose_class(desk, name: str) -> None:
    form(desk).set_typed({"validity": name})
    form(desk).input("validity").edited.emit()


def test_choosing_a_class_shows_its_words_and_another_class_shows_others(desk_with) -> None:
    desk = desk_with(taken_in)
    desk.cases.page.panel.open_step("classify")
    before = shown(desk)

    choose_class(desk, "有效投诉")
    desk.wait(lambda: APOLOGY in shown(desk))
    choose_class(desk, "无效投诉")
    desk.wait(lambda: FACTS in shown(desk))

    assert APOLOGY not in before
    assert APOLOGY not in shown(desk)


def test_the_words_stand_in_the_step_are_altered_and_kept_with_the_contact(desk_with) -> None:
    desk = desk_with(classified)
    desk.cases.page.panel.open_step("reply")
    desk.quiet()
    proposed = form(desk).values()["note"]

    form(desk).set_typed({"note": "已当面致歉，约定今天维修", "told_by": "电话"})
    form(desk).input("told_by").edited.emit()
    desk.quiet()
    desk.cases.page.save()
    desk.wait(lambda: desk.cases.page.panel.step_form is None)
    desk.quiet()

    last = desk.cases.page.panel.view.case.timeline[-1]
    assert APOLOGY in proposed
    assert (last.step, last.note) == ("reply", "已当面致歉，约定今天维修")
    assert "已当面致歉，约定今天维修" in desk.cases.text()


def test_a_step_that_tells_nobody_and_settles_no_class_brings_no_words(desk_with) -> None:
    """A control: only what is said to the complainant is proposed."""
    desk = desk_with(classified)
    others = [
        one.step.id
        for one in desk.cases.page.panel.view.steps
        if "tell" not in one.step.effects and "set_validity" not in one.step.effects
    ]
    desk.cases.page.panel.open_step(others[0])
    desk.quiet()

    assert "note" not in form(desk).values() or not form(desk).values()["note"]
    assert APOLOGY not in shown(desk)
