"""The window answers within 100 ms whatever runs (design: binding)."""

import threading
import time

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tests.gui.test_intake_page import GOOD

LIMIT = 0.1
"""Seconds."""


class Watchdog:
    """How long the thread of the windows was ever away from its loop, by a beat every 5 ms."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now

    def begin(self) -> None:
        QApplication.processEvents()
        self.longest, self._last = 0.0, time.perf_counter()


@pytest.mark.slow
def test_the_window_is_never_away_for_long_while_a_matter_is_registered_and_printed(desk, qtbot) -> None:
    desk.intake.registered(GOOD)
    dog = Watchdog()
    longest = {}

    def during(what: str, act) -> None:
        dog.begin()
        act()
        desk.quiet()
        qtbot.wait(30)
        longest[what] = dog.longest

    during("register", lambda: desk.intake.registered(GOOD | {"subject": "第二件"}))
    during("preview", lambda: (desk.window.acts.do("print"), desk.preview.wait_pages()))
    during("print", desk.window.preview.print_out)
    during("list", lambda: desk.window.acts.do("cases"))
    during("report", lambda: desk.window.acts.do("report"))

    assert {what: round(spent, 3) for what, spent in longest.items() if spent > LIMIT} == {}


def test_a_thread_that_sleeps_is_noticed(qtbot) -> None:
    dog = Watchdog()
    dog.begin()
    QTimer.singleShot(10, lambda: time.sleep(0.15))

    qtbot.wait(250)

    assert dog.longest > LIMIT


def test_the_window_answers_while_another_desk_holds_the_store(desk, qtbot) -> None:
    """One transaction held for a second on the writing lane: the clerk types on meanwhile."""
    gate = threading.Event()
    dog = Watchdog()
    desk.session.write(lambda: gate.wait(5))
    desk.intake.fill(GOOD)
    desk.intake.save()
    QApplication.processEvents()
    dog.begin()

    desk.intake.form.focus("subject")
    for _ in range(20):
        desk.type("x")
        qtbot.wait(20)
    longest = dog.longest
    gate.set()
    desk.wait_bar("已登记")

    assert longest < 0.5
