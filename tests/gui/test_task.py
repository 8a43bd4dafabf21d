"""Work beside the windows: answers arrive on the windows' thread, once, and only while somebody waits."""

import threading

import pytest
from PySide6.QtWidgets import QLabel
from shiboken6 import delete

from desk.gui.task import Lanes, Newest, Task


@pytest.fixture
def lanes():
    found = Lanes()
    yield found
    found.close()


def test_an_answer_arrives_on_the_thread_of_the_windows(lanes, qtbot) -> None:
    threads: list[str] = []
    task = Task(lambda: threading.current_thread().name)
    task.succeeded.connect(lambda name: threads.extend([name, threading.current_thread().name]))

    with qtbot.waitSignal(task.succeeded):
        task.start(lanes.readers)

    assert threads[0].startswith("desk-read")
    assert threads[1] == threading.main_thread().name


def test_writes_keep_their_order(lanes, qtbot) -> None:
    done: list[int] = []
    tasks = [Task(lambda n=n: done.append(n)).start(lanes.writer) for n in range(50)]

    qtbot.waitUntil(lambda: len(done) == len(tasks))

    assert done == list(range(50))


def test_what_goes_wrong_is_handed_over_not_lost(lanes, qtbot) -> None:
    task = Task(lambda: 1 // 0)

    with qtbot.waitSignal(task.failed) as found:
        task.start(lanes.readers)

    assert isinstance(found.args[0], ZeroDivisionError)


def test_a_dropped_task_says_nothing(lanes, qtbot) -> None:
    said: list[object] = []
    gate = threading.Event()
    task = Task(gate.wait)
    task.succeeded.connect(said.append)
    task.start(lanes.readers)

    task.drop()
    gate.set()
    qtbot.wait(50)

    assert said == []


def test_only_the_answer_to_the_newest_question_counts() -> None:
    newest, told = Newest(), []
    first, second = newest.only(told.append), newest.only(told.append)

    second("new")
    first("old")

    assert told == ["new"]


class Asking(QLabel):
    """A part of the window that asks and shows the answer."""

    def show_answer(self, words: str) -> None:
        self.setText(words)


def test_an_answer_that_comes_after_its_part_of_the_window_is_gone_is_not_told(qapp) -> None:
    here, gone = Asking(), Asking()
    answers = [Newest().only(one.show_answer) for one in (here, gone)]
    delete(gone)

    for answer in answers:
        answer("到了")

    assert here.text() == "到了"
    with pytest.raises(RuntimeError):  # the control: so it would end without the question
        gone.show_answer("到了")
