"""The mark outside the store is never too low, whatever is torn, forged, compacted or written by another process."""

from pathlib import Path

import pytest
from tests.store.builders import register

from desk.store import sqlite
from desk.store.engine import Store
from desk.store.failures import StoreBusy
from desk.store.highwater import HighWater

SERIES = ("R", "case", "2026")
OTHER = ("R", "receipt", "")


@pytest.fixture
def mark(tmp_path: Path) -> HighWater:
    return HighWater(tmp_path / "desk.mark", b"k" * 32)


def again(mark: HighWater) -> HighWater:
    return HighWater(mark.path, mark.key)


def test_a_mark_is_known_after_a_restart(mark: HighWater) -> None:
    mark.raise_to({SERIES: 7, OTHER: 2}, (9, "ab"))
    mark.raise_to({SERIES: 8}, (10, "cd"))

    fresh = again(mark)

    assert (fresh.of(SERIES), fresh.of(OTHER), fresh.of(("R", "x", "")), fresh.head) == (8, 2, 0, (10, "cd"))


def test_a_mark_never_sinks(mark: HighWater) -> None:
    mark.raise_to({SERIES: 7}, (1, ""))
    mark.raise_to({SERIES: 3}, (2, ""))

    assert again(mark).of(SERIES) == 7


def test_another_process_s_marks_are_seen_at_the_next_look(mark: HighWater) -> None:
    other = again(mark)
    mark.raise_to({SERIES: 1}, (1, ""))
    seen = other.of(SERIES)
    other.raise_to({SERIES: 2}, (2, ""))

    assert (seen, mark.of(SERIES)) == (1, 2)


def test_a_torn_last_line_is_passed_over_and_written_over(mark: HighWater) -> None:
    for n in range(1, 4):
        mark.raise_to({SERIES: n}, (n, ""))
    data = mark.path.read_bytes()
    end = data.index(b"\0")
    mark.path.write_bytes(data[: end - 30] + bytes(len(data) - end + 30))

    torn = again(mark)
    before = torn.of(SERIES)
    torn.raise_to({SERIES: 9}, (4, ""))

    assert (before, again(mark).of(SERIES), again(mark).bad_lines) == (2, 9, 0)


def test_a_forged_line_does_not_count_and_is_noticed(mark: HighWater) -> None:
    mark.raise_to({SERIES: 3}, (1, ""))
    mark.path.write_bytes(mark.path.read_bytes().replace(b'2026",3]', b'2026",1]'))

    forged = again(mark)

    assert (forged.of(SERIES), forged.bad_lines) == (0, 1)


def test_many_marks_are_written_as_one_and_nothing_is_forgotten(
    mark: HighWater, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desk.store.highwater._COMPACT_AT", 2000)
    other = again(mark)
    for n in range(1, 60):
        mark.raise_to({SERIES: n, OTHER: 60 - n}, (n, "ab"))
    other.refresh()
    before = mark.path.read_bytes().index(b"\0")

    mark.compact()
    mark.raise_to({SERIES: 60}, (60, "cd"))

    assert mark.path.read_bytes().index(b"\0") < before / 5
    for one in (again(mark), other):
        assert (one.of(SERIES), one.of(OTHER), one.head) == (60, 59, (60, "cd"))


def test_marks_outgrow_the_room_made_for_them(mark: HighWater, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desk.store.highwater._ROOM", 512)
    for n in range(1, 40):
        mark.raise_to({SERIES: n}, (n, ""))

    assert again(mark).of(SERIES) == 39


def test_a_write_within_a_write_is_given_up_and_does_not_hang(
    sqlite_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "WAIT_SECONDS", 0.05)

    with pytest.raises(StoreBusy), sqlite_store.writing():
        register(sqlite_store)

    assert register(sqlite_store).id == 1
