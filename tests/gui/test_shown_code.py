"""A reporter's enquiry code is read out from the bar and then stands nowhere on the screen."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from tests.fixtures_office import make_office
from tests.services.rights_scene import matter, person

from desk.services import intake


@pytest.fixture
def desk(open_desk, tmp_path: Path):
    make_office(tmp_path / "R15", "R15").close()
    opened = open_desk(tmp_path / "R15", "counter")
    opened.window.go(opened.window.intake)
    return opened


@pytest.fixture
def done(desk):
    """A report that has just been registered, told in the bar."""
    office = desk.session.office
    registered = intake.register(office, desk.session.viewer, matter(office, "report", *person()))
    desk.window.telling.registered(registered)
    assert registered.code in desk.bar()
    return registered


def on_screen(desk) -> str:
    return "\n".join(
        [desk.window.windowTitle(), *(label.text() for label in desk.window.findChildren(QLabel))]
    )


def test_the_next_keystroke_takes_it_away_and_the_papers_stay(desk, done) -> None:
    desk.intake.form.focus_first_empty()
    desk.type("张")

    assert done.code not in on_screen(desk)
    assert done.case.number in desk.bar()
    assert any("F8" in words for words in desk.bar_buttons())


def test_another_page_takes_it_away(desk, done) -> None:
    desk.window.go(desk.window.cases)

    assert done.code not in on_screen(desk)


def test_a_minute_takes_it_away(desk, done) -> None:
    assert desk.window.telling._code_goes.interval() == 60_000

    desk.window.telling._code_goes.timeout.emit()

    assert done.code not in on_screen(desk)
    assert desk.window.bar.isVisible()


def test_the_clerk_who_goes_takes_it_along(desk, done) -> None:
    desk.window.detach()

    assert done.code not in on_screen(desk)


def test_it_is_never_in_the_title(desk, done) -> None:
    assert done.code not in desk.window.windowTitle()
