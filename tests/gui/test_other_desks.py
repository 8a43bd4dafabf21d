"""Several desks on one store: each hears of the others within seconds, is told of its own acts once, and sleeps unseen."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.fixtures_office import SETTINGS
from tests.gui.pages import DeskPage

from desk.services import office_calendar, stepping
from desk.services.setting_up import init_office

GOOD = {"complainant.name": "欧阳修文", "complainant.phone": "13800005678", "subject": "食品经营许可证延续"}


@pytest.fixture
def shared(tmp_path: Path, home: Path, store_url: str | None) -> Path:
    """The folder of an office, whose store is a file or a server."""
    if store_url is None:
        return home
    folder = tmp_path / "server_office"
    init_office(
        folder, rulebook="R04", name="某省行政受理大厅", practice=True, store_url=store_url, settings=SETTINGS
    ).close()
    return folder


@pytest.fixture
def desks(open_desk, shared: Path) -> tuple[DeskPage, DeskPage]:
    """Two desks, each with an office, a session and a window of its own."""
    return open_desk(shared), open_desk(shared)


def listed(desk: DeskPage) -> int:
    return desk.cases.page.list.model.rowCount()


def heard(desk: DeskPage) -> list:
    """What the desk hears from now on."""
    found: list = []
    desk.session.signals.changed.connect(found.append)
    return found


def test_what_one_desk_registers_stands_in_the_others_list_and_counts(desks) -> None:
    here, there = desks
    here.window.go(here.cases.page)
    here.quiet()

    number = there.intake.registered(GOOD | {"complete": True})

    here.wait(lambda: listed(here) == 1)
    assert here.cases.rows() == [number]
    here.wait(lambda: "1" in here.cases.page.list.tabs["waiting"].text())


def test_a_step_of_one_desk_changes_the_case_that_the_other_looks_at(desks) -> None:
    here, there = desks
    number = there.intake.registered(GOOD | {"complete": True})
    here.wait(lambda: listed(here) == 1)
    here.cases.choose(number)
    before = here.cases.state()

    stepping.act(there.session.office, there.session.viewer, number, "accept")

    here.wait(lambda: here.cases.state() != before)
    assert here.cases.state().startswith("已受理")


def test_a_day_off_set_at_one_desk_counts_at_the_other(desks) -> None:
    from datetime import date

    here, there = desks
    day = date(2027, 3, 3)  # a Wednesday
    office_calendar.set_day(
        there.session.office, there.session.office.viewer("administrator"), day, works=False, name="停用"
    )

    here.wait(lambda: not here.session.office.calendar.is_workday(day))


def test_what_a_desk_did_itself_is_told_once(desk, qtbot) -> None:
    desk.quiet()
    told = heard(desk)

    desk.intake.registered(GOOD)
    qtbot.wait(2 * 2_000 + 500)  # two questions later

    assert sum("cases" in changes.what for changes in told) == 1


def test_a_window_that_nobody_sees_asks_nothing_and_hears_all_when_it_comes_back(
    open_desk, home, qtbot
) -> None:
    here, there = open_desk(home), open_desk(home)
    here.quiet()
    here.window.hide()
    told = heard(here)

    there.intake.registered(GOOD)
    qtbot.wait(2 * 2_000 + 500)
    unseen = list(told)
    here.window.show()

    here.wait(lambda: any("cases" in changes.what for changes in told))
    assert unseen == []


def test_a_locked_desk_asks_nothing(open_desk, home, qtbot) -> None:
    here, there = open_desk(home), open_desk(home)
    here.quiet()
    here.window.is_locked = lambda: True
    told = heard(here)

    there.intake.registered(GOOD)
    qtbot.wait(2 * 2_000 + 500)

    assert told == []


def test_another_program_on_the_same_file_is_heard(desk, tmp_path) -> None:
    """The command line beside the window."""
    desk.quiet()
    draft = tmp_path / "draft.json"
    values = {"kind": "enquiry", "channel": "window", "values": {"subject": "办证要带什么"}}
    draft.write_text(json.dumps(values), encoding="utf-8")
    user = desk.session.viewer.user
    command = [
        sys.executable, "-m", "desk", "register", str(draft), "--home", str(desk.session.office.home), "--as", user,
    ]  # fmt: skip

    done = subprocess.run(command, capture_output=True, env={**os.environ}, check=False)

    assert done.returncode == 0, done.stderr.decode()
    desk.wait(lambda: listed(desk) == 1)


def test_the_connection_is_given_back_when_the_window_closes(open_desk, home) -> None:
    desk = open_desk(home)
    desk.quiet()
    ear = desk.window.beside.listening

    desk.close()

    assert ear._desks is None
