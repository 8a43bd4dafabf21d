"""Pages that are made when they are first asked for: rulebook, settings, old registers, papers, lists, reception book."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desk.gui.session import Session

if TYPE_CHECKING:
    from desk.gui.main_window import MainWindow


def _manual(window: "MainWindow", session: Session) -> QWidget:
    from desk.gui.manual.page import ManualPage

    page = ManualPage(session)
    page.handbook_asked.connect(window.previewing.show_made)
    return page


def _settings(_window: "MainWindow", session: Session) -> QWidget:
    from desk.gui.setup.settings_page import SettingsPage

    return SettingsPage(session)


def _import(_window: "MainWindow", session: Session) -> QWidget:
    from desk.gui.import_page import ImportPage

    return ImportPage(session)


def _papers(window: "MainWindow", session: Session) -> QWidget:
    from desk.gui.papers.papers_page import PapersPage

    page = PapersPage(session)
    page.blank_asked.connect(window.previewing.show_made)
    page.paper_asked.connect(window.previewing.show_issued)
    return page


def _reception(window: "MainWindow", session: Session) -> QWidget:
    from desk.gui.day.reception_page import ReceptionPage

    page = ReceptionPage(session)
    page.slip_asked.connect(window.previewing.show_made)
    return page


def _handover(window: "MainWindow", session: Session) -> QWidget:
    from desk.gui.day.handover_page import HandoverPage

    page = HandoverPage(session)
    page.paper_asked.connect(window.previewing.show_made)
    return page


def _incidents(window: "MainWindow", session: Session) -> QWidget:
    from desk.gui.day.incidents_page import IncidentsPage

    page = IncidentsPage(session)
    page.case_asked.connect(window.show_case)
    return page


def _own(_window: "MainWindow", session: Session) -> QWidget:
    from desk.gui.setup.own_secret import OwnSecretPage

    return OwnSecretPage(session)


def _handbook(_window: "MainWindow", _session: Session) -> QWidget:
    from desk.gui.handbook_page import HandbookPage

    return HandbookPage()


def _record(name: str, window: "MainWindow", session: Session) -> QWidget:
    from desk.gui.record_listings import RECORDS

    page = RECORDS[name](session)
    page.case_asked.connect(window.show_case)
    page.paper_asked.connect(window.previewing.show_made)
    return page


_RECORDS = ("looks", "destruction", "destroyed", "backups", "sample", "freezing")
PAGES: Mapping[str, Callable[["MainWindow", Session], QWidget]] = {
    "manual": _manual,
    "settings": _settings,
    "import": _import,
    "papers": _papers,
    "handbook": _handbook,
    "handover": _handover,
    "reception": _reception,
    "own": _own,
    "incidents": _incidents,
    **{name: partial(_record, name) for name in _RECORDS},
}
"""All pages of this kind by their names."""


def make(name: str, window: "MainWindow", session: Session) -> QWidget:
    """The page of that name."""
    return PAGES[name](window, session)
