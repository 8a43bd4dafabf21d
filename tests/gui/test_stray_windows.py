"""No part of a page is shown before it has its place: it would be a window of its own for a moment and take the keys."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from tests.fixtures_office import make_office
from tests.gui.test_intake_page import GOOD

from desk.gui.keys import ACTS

PAGES = [act.id for act in ACTS if act.group == "go" and act.id not in {"book", "pads"}]


class Strays(QObject):
    """Notes every window that is shown and is neither the program's own, a menu nor a list that drops down."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched, event) -> bool:  # noqa: N802
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if shown and watched.windowType() == Qt.WindowType.Window:
            self.seen.append(f"{type(watched).__name__} {getattr(watched, 'text', str)()}")
        return False


@pytest.fixture
def strays():
    watch = Strays()
    yield watch.seen
    QApplication.instance().removeEventFilter(watch)


@pytest.mark.parametrize(
    ("rulebook", "user"), [("R01", "service_head"), ("R15", "head"), ("R15", "administrator")]
)
def test_no_page_shows_a_part_outside_itself(open_desk, tmp_path, strays, rulebook: str, user: str) -> None:
    make_office(tmp_path / "office", rulebook).close()
    desk = open_desk(tmp_path / "office", user)
    strays.clear()

    for page in PAGES:
        desk.window.acts.do(page)
        desk.quiet()

    assert strays == []
    assert desk.window.isActiveWindow()


def test_a_case_and_its_forms_show_nothing_outside(desk, strays) -> None:
    desk.cases.choose(desk.intake.registered(GOOD))
    strays.clear()

    for step in [one.step.id for one in desk.cases.page.panel.view.steps]:
        desk.cases.page.panel.open_step(step)
        desk.quiet()

    assert strays == []


def test_a_button_that_is_shown_without_a_place_is_noticed(desk, strays) -> None:
    stray = QPushButton("填业务量…")
    stray.setVisible(True)
    stray.deleteLater()

    assert strays == ["QPushButton 填业务量…"]
