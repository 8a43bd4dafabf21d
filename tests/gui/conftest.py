"""Windows on a real office: a fresh one for each test, with dialogs that only give the answers they were given."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from tests.capabilities.counter import set_time
from tests.fixtures_office import NOON, make_office, store_url  # noqa: F401
from tests.fixtures_store import postgres_server  # noqa: F401
from tests.gui.pages import DeskPage, ScriptedDialogs

from desk.gui import look
from desk.gui.collecting import Collecting
from desk.gui.main_window import MainWindow
from desk.gui.starting import Starting


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    """The look the clerk sees, and garbage collected where it is in the program."""
    Collecting(qapp)
    look.speak_chinese(qapp)
    look.dress(qapp, scheme="light", families=look.load_fonts())


@pytest.fixture(scope="session")
def fresh_office(tmp_path_factory) -> Path:
    """A practice office under the licence window's rulebook, set up once."""
    from desk.services.setting_up import init_office

    folder = tmp_path_factory.mktemp("fresh") / "office"
    init_office(folder, rulebook="R04", name="某省行政受理大厅", practice=True).close()
    return folder


@pytest.fixture
def home(tmp_path: Path, fresh_office: Path) -> Path:
    """A folder with an office in which nothing has happened yet."""
    return Path(shutil.copytree(fresh_office, tmp_path / "office"))


@pytest.fixture
def dialogs() -> Iterator[ScriptedDialogs]:
    """Answers to give; one that was not asked for, or a dialog without an answer, fails the test."""
    scripted = ScriptedDialogs()
    yield scripted
    assert scripted.answers == [], "these answers were never asked for"
    assert scripted.unanswered == [], "these dialogs had no answer"


@pytest.fixture
def open_desk(qtbot, dialogs):
    """Opens a desk on a folder; every desk is closed at the end."""
    opened: list[DeskPage] = []

    def open_(folder: Path, role: str = "") -> DeskPage:
        desk = DeskPage.open(qtbot, folder, dialogs, role)
        opened.append(desk)
        return desk

    yield open_
    for desk in opened:
        desk.close()


@pytest.fixture
def desk(open_desk, home) -> DeskPage:
    """A clerk at work in a fresh office."""
    return open_desk(home)


@pytest.fixture
def start(qtbot, dialogs):
    """Starts the program's window on a folder."""
    begun: list[Starting] = []

    def start_(home: Path) -> Starting:
        home.mkdir(exist_ok=True)
        starting = Starting(MainWindow(), home, dialogs, [])
        begun.append(starting)
        starting.window.show()
        starting.begin()
        return starting

    yield start_
    for starting in begun:
        starting.window.close()
        starting.close()


@pytest.fixture
def desk_of(open_desk, tmp_path: Path):
    """A desk at noon of Friday, 20 November 2026, under a shipped manual, for one of its users."""

    def open_(rulebook: str, user: str) -> DeskPage:
        home = tmp_path / rulebook
        if not home.exists():
            make_office(home, rulebook).close()
        desk = open_desk(home, user)
        desk.session.office.clock = lambda: NOON
        return desk

    return open_


@pytest.fixture
def desk_at(open_desk, tmp_path):
    """A desk under the developer's manual, looking at a case that ``before`` has made."""

    def opened(before, user: str):
        office = make_office(tmp_path / "developer", "R01")
        number = before(office)
        office.close()
        desk = open_desk(tmp_path / "developer", user)
        set_time(desk.session.office, NOON)
        desk.cases.choose(number)
        return desk, number

    return opened
