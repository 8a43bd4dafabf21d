"""The window answers within 100 ms whatever runs (design: binding)."""

import threading
import time

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tests.gui.test_intake_page import GOOD

from desk.gui.starting import read_ahead

LIMIT = 0.1
"""Seconds."""


class Watchdog:
    """How long the thread of the windows was ever away from its loop (``longest``), and how long it worked meanwhile
    (``busiest``), by a beat every 5 ms. Other programs on the computer make it wait, but not work.
    """

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._beat)
        self.begin()
        self._timer.start()

    def begin(self) -> None:
        QApplication.processEvents()
        self.longest = self.busiest = 0.0
        self._last, self._worked = time.perf_counter(), time.thread_time()

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, now - self._last)
        self.busiest = max(self.busiest, worked - self._worked)
        self._last, self._worked = now, worked


@pytest.mark.slow
def test_the_window_is_never_away_for_long_while_a_matter_is_registered_and_printed(desk, qtbot) -> None:
    read_ahead()
    desk.intake.registered(GOOD)
    dog = Watchdog()
    longest = {}

    def during(what: str, act) -> None:
        dog.begin()
        act()
        desk.quiet()
        qtbot.wait(30)
        longest[what] = dog.busiest

    during("register", lambda: desk.intake.registered(GOOD | {"subject": "第二件"}))
    during("preview", lambda: (desk.window.acts.do("print"), desk.preview.wait_pages()))
    during("print", desk.window.preview.print_out)
    during("list", lambda: desk.window.acts.do("cases"))
    during("report", lambda: desk.window.acts.do("report"))

    assert {what: round(spent, 3) for what, spent in longest.items() if spent > LIMIT} == {}


def test_a_thread_that_waits_or_works_too_long_is_noticed(qtbot) -> None:
    dog = Watchdog()
    QTimer.singleShot(10, lambda: time.sleep(0.15))
    qtbot.wait(250)
    waited = dog.longest
    QTimer.singleShot(10, work_for_a_while)
    qtbot.wait(400)

    assert (waited > LIMIT, dog.busiest > LIMIT) == (True, True)


def work_for_a_while() -> None:
    end = time.thread_time() + 0.15
    while time.thread_time() < end:
        pass


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

    assert longest < 1.0
