"""Objects of windows are freed on the windows' thread, whatever the other threads do."""

import gc
import threading

from PySide6.QtCore import QObject

from desk.gui.collecting import collect


class Ring(QObject):
    """An object that only the collection of garbage can free; it tells in which thread it went."""

    def __init__(self, freed: list[threading.Thread]) -> None:
        super().__init__()
        self.itself = self
        self.freed = freed

    def __del__(self) -> None:
        self.freed.append(threading.current_thread())


def make_garbage() -> None:
    for _ in range(20_000):
        ring: list[object] = []
        ring.append(ring)


def test_another_thread_that_works_hard_frees_nothing_of_a_window(desk) -> None:
    freed: list[threading.Thread] = []
    Ring(freed)

    worker = threading.Thread(target=make_garbage)
    worker.start()
    worker.join()

    assert freed == []
    for _ in range(gc.get_threshold()[1] + 2):  # young, then older
        make_garbage()
        collect()
    assert set(freed) == {threading.main_thread()}
