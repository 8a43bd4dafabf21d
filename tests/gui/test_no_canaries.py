"""What is hidden comes out at no edge of the window: titles, clipboard, tooltips, temporary files, crash report."""

import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from tests.gui.acting import see
from tests.services.rights_scene import ANYBODY
from tests.services.test_canaries import canary, found, report

from desk.defects import LOG, record
from desk.gui.aside import PAGES
from desk.gui.keys import ACTS
from desk.gui.record_listings import RECORDS
from desk.services import intake, looks
from desk.services.setting_up import init_office

ROLES = ("counter", "mediator", "head", "administrator")
SEALED = 12
ROOT = QModelIndex()


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    """An office with reports by people of whom nobody may know."""
    folder = tmp_path_factory.mktemp("canaries") / "market"
    office = init_office(folder, rulebook="R15", name="某区市场监督管理局", practice=True)
    for n in range(SEALED):
        intake.register(office, ANYBODY, report(office, n))
    office.close()
    return folder


@pytest.fixture
def temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temp"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def edges(desk) -> list[str]:
    """All words that a window carries anywhere: shown, hinted, read aloud, in its title, and what lies on the clipboard."""
    told = [QGuiApplication.clipboard().text(), desk.window.windowTitle()]
    for widget in [*desk.window.findChildren(QWidget), *QApplication.topLevelWidgets()]:
        told += [
            widget.toolTip(),
            widget.accessibleName(),
            widget.accessibleDescription(),
            widget.windowTitle(),
        ]
        for name in ("text", "toPlainText", "placeholderText"):
            read = getattr(widget, name, None)
            told += [read()] if callable(read) else []
    return told


def work(desk, number: str) -> list[str]:
    """A day at the window with one hidden case: list, panel, searches, copying."""
    see(desk, number)
    told = edges(desk)
    for asked in (canary(3)[0], canary(3)[1], "金丝雀", "jsq"):
        desk.window.cases.list.seek(asked)
        desk.quiet()
        count = desk.window.cases.list.model.rowCount()
        told += [word.replace(asked, "") for word in edges(desk)] + ["found" if count else ""]
    desk.window.cases.list.seek("")
    desk.quiet()
    desk.window.cases.list.table.selectAll()
    desk.window.cases.list.copy_rows()
    told += edges(desk)
    return told


@pytest.mark.parametrize("role", ROLES)
def test_no_canary_shows_at_any_edge_of_a_window(open_desk, home, temp, role) -> None:
    desk = open_desk(home, role)
    office = desk.session.office
    from desk.services import cases

    number = cases.page(office, desk.session.viewer)[0].number

    told = work(desk, number)
    desk.close()

    assert len(told) > 200
    assert [one for one in told if found(one)] == []
    assert [one for one in told if one == "found"] == []
    files = [path for path in (*temp.rglob("*"), *home.rglob("*")) if path.is_file()]
    assert [path.name for path in files if found(path.read_bytes())] == []


WITHOUT_A_PAGE = {"book", "pads", "refresh"}
"""Acts that go nowhere: another manual is taken up by a menu, forms are printed, what is in sight is read anew."""


@pytest.mark.parametrize("role", ["counter", "administrator"])
def test_no_page_that_there_is_shows_a_canary(open_desk, home, temp, role) -> None:
    """Every act that leads to a page is done; a new page that none of them reaches fails the test."""
    desk = open_desk(home, role)
    told: list[str] = []

    for act in ACTS:
        if act.group == "go" and act.id not in WITHOUT_A_PAGE:
            desk.window.acts.do(act.id)
            desk.quiet()
            told += edges(desk) + cells(desk)
    for name in set(PAGES) - set(desk.window.asides):
        desk.window.show_aside(name)
        desk.quiet()
        told += edges(desk) + cells(desk)
    if role == "administrator":
        settings = desk.window.asides["settings"]
        for row in range(settings.sections.count()):
            settings.sections.setCurrentRow(row)
            desk.quiet()
            told += edges(desk)

    assert set(PAGES) == set(desk.window.asides)
    assert set(RECORDS) <= set(PAGES)
    assert len(told) > 2000
    assert [one for one in told if found(one)] == []


def cells(desk) -> list[str]:
    """What stands in tables, lists and trees, which are no widgets of their own."""
    told = []
    for view in desk.window.findChildren(QAbstractItemView):
        model = view.model()
        wide = 1 if isinstance(model, QAbstractListModel) else model.columnCount(ROOT) if model else 0
        for row in range(model.rowCount(ROOT) if model else 0):
            told += [str(model.index(row, column, ROOT).data()) for column in range(wide)]
    return told


def test_control_whom_it_was_opened_to_sees_it_in_the_window(open_desk, home) -> None:
    desk = open_desk(home, "officer")
    office = desk.session.office
    from desk.services import cases

    number = cases.page(office, desk.session.viewer)[0].number
    request = looks.ask(office, desk.session.viewer, number, "核实")
    looks.decide(office, office.viewer("head"), request, granted=True)

    see(desk, number)

    assert any(found(one) for one in edges(desk))


def test_a_crash_report_names_nobody(open_desk, home, tmp_path) -> None:
    """A defect whose locals, arguments and causes are full of canaries leaves a log without one."""
    desk = open_desk(home, "head")

    def broken(name: str) -> None:
        person = {"name": name, "phone": canary(2)[1]}
        try:
            int(person["name"])
        except ValueError as error:
            raise RuntimeError(f"{name} {person}") from error

    with pytest.raises(RuntimeError, match=canary(2)[0]) as told:
        broken(canary(2)[0])
    mark = record(tmp_path / LOG, told.value)
    log = (tmp_path / LOG / "defects.txt").read_text("utf-8")

    assert str(mark) in log
    assert found(log) == []
    assert not found(" ".join(edges(desk)))
