"""A file is saved whole or not at all; failing is made real where the system lets us, else at the system's own calls."""

import errno
import os
import sys
from datetime import datetime
from pathlib import Path

import pytest

from desk.domain.errors import DeskError
from desk.domain.moments import OFFICE_ZONE
from desk.services import saving
from desk.services.saving import save

OLD, NEW = b"old register", b"new register" * 100


@pytest.fixture
def target(tmp_path) -> Path:
    file = tmp_path / "登记簿.xlsx"
    file.write_bytes(OLD)
    return file


def test_a_file_is_saved_and_nothing_else_is_left_in_the_folder(target):
    saved = save(NEW, target)

    assert (saved.path, saved.notice) == (target, "")
    assert target.read_bytes() == NEW
    assert names(target.parent) == ["登记簿.xlsx"]


# --- a full disk, made real by a limit on the size of files ---

limits = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")


@limits
@pytest.mark.parametrize("room", [0, 1, 7, 512, 1199])
def test_a_disk_that_fills_up_at_any_byte_leaves_the_old_file_and_no_half_one(target, room):
    with pytest.raises(DeskError) as told, room_for(room):
        save(NEW, target)

    assert told.value.code == "file_too_large"
    assert target.read_bytes() == OLD
    assert names(target.parent) == ["登记簿.xlsx"]


@limits
def test_writing_into_the_file_itself_would_have_lost_the_old_one(target):
    with pytest.raises(OSError, match="too large"), room_for(7):
        target.write_bytes(NEW)

    assert target.read_bytes() != OLD


class room_for:  # noqa: N801 - reads as a word in the tests
    """Files may not grow beyond so many bytes."""

    def __init__(self, size: int) -> None:
        self.size = size

    def __enter__(self) -> None:
        import resource

        self.before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (self.size, self.before[1]))

    def __exit__(self, *problem: object) -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, self.before)


# --- any single call to the system failing ---

CALLS = ["open", "fsync", "replace"]


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES, errno.ENOENT])
def test_any_call_that_fails_leaves_the_old_file_and_says_place_reason_and_next_step(
    target, monkeypatch, call, number
):
    with monkeypatch.context() as broken:
        fail(broken, call, number)
        with pytest.raises(DeskError) as told:
            save(NEW, target)

    assert target.read_bytes() == OLD
    assert names(target.parent) == ["登记簿.xlsx"]
    assert str(target.parent) in told.value.message
    assert "原来的文件没有改动" in told.value.message
    assert told.value.hint.startswith("请")


def test_a_full_disk_is_told_with_the_room_that_is_left(target, monkeypatch):
    fail(monkeypatch, "fsync", errno.ENOSPC)

    with pytest.raises(DeskError, match=r"磁盘已满（剩余 \d+ MB）"):
        save(NEW, target)


def test_an_interrupted_save_leaves_no_half_file(target, monkeypatch):
    def interrupted(_handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)

    with pytest.raises(KeyboardInterrupt):
        save(NEW, target)
    assert (names(target.parent), target.read_bytes()) == (["登记簿.xlsx"], OLD)


def test_a_folder_that_is_gone_is_told(tmp_path):
    with pytest.raises(DeskError) as told:
        save(NEW, tmp_path / "U盘" / "登记簿.xlsx")

    assert told.value.code == "no_folder"


def test_a_folder_of_the_same_name_is_told(tmp_path):
    (tmp_path / "登记簿.xlsx").mkdir()

    with pytest.raises(DeskError) as told:
        save(NEW, tmp_path / "登记簿.xlsx")

    assert told.value.code == "name_taken"


@pytest.mark.parametrize("name", ["长" * 200 + ".xlsx", "a\0b.xlsx", "\ud800.xlsx"])
def test_a_name_that_cannot_be_is_told(tmp_path, name):
    with pytest.raises(DeskError) as told:
        save(NEW, tmp_path / name)

    assert told.value.code == "bad_name"


# --- another program has the file open (Windows codes) ---


@pytest.mark.parametrize("code", [5, 32, 33])
@pytest.mark.parametrize("times", [1, 3])
def test_a_file_held_for_a_moment_is_saved_in_its_place(target, monkeypatch, code, times):
    hold(monkeypatch, target, code, times)

    saved = save(NEW, target)

    assert (saved.path, saved.notice, target.read_bytes()) == (target, "", NEW)


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_file_held_for_long_is_saved_beside_and_the_answer_says_which(target, monkeypatch, code):
    hold(monkeypatch, target, code, 10_000)

    saved = save(NEW, target, patience=0.2)

    assert saved.path == target.with_name("登记簿_副本.xlsx")
    assert "登记簿_副本.xlsx" in saved.notice
    assert saved.path.read_bytes() == NEW
    assert target.read_bytes() == OLD
    assert names(target.parent) == ["登记簿.xlsx", "登记簿_副本.xlsx"]


def test_a_copy_that_is_there_already_is_not_overwritten(target, monkeypatch):
    hold(monkeypatch, target, 32, 10_000)
    at = {"patience": 0.0, "now": lambda: datetime(2026, 3, 1, 9, 30, tzinfo=OFFICE_ZONE)}

    written = [save(bytes([number]), target, **at).path for number in (1, 2, 3)]

    assert [path.name for path in written] == [
        "登记簿_副本.xlsx", "登记簿_副本_20260301_093000.xlsx", "登记簿_副本_20260301_093000_2.xlsx",
    ]  # fmt: skip
    assert [path.read_bytes() for path in written] == [b"\1", b"\2", b"\3"]


def test_trying_again_ends_after_two_and_a_half_seconds(target, monkeypatch):
    waited = []
    monkeypatch.setattr(saving.time, "sleep", waited.append)
    monkeypatch.setattr(saving.time, "monotonic", lambda: sum(waited))
    hold(monkeypatch, target, 32, 10_000)

    save(NEW, target)

    assert 2.5 <= sum(waited) <= 2.7


def test_a_real_denial_is_not_taken_for_a_held_file(target, monkeypatch):
    hold(monkeypatch, target, 5, 10_000)
    monkeypatch.setattr(os, "access", lambda path, mode: False)

    with pytest.raises(DeskError) as told:
        save(NEW, target)

    assert told.value.code == "not_allowed"
    assert names(target.parent) == ["登记簿.xlsx"]


# --- planting failures ---


def fail(monkeypatch, call: str, number: int) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise OSError(number, os.strerror(number))

    place = os if call == "fsync" else Path
    monkeypatch.setattr(place, call, refuse)


def hold(monkeypatch, target: Path, code: int, times: int) -> None:
    """Makes replacing ``target`` fail so many times as it does on Windows while another program has it open."""
    replace, left = Path.replace, [times]

    def held(self: Path, other: Path) -> Path:
        if other != target or not left[0]:
            return replace(self, other)
        left[0] -= 1
        problem = PermissionError(errno.EACCES, "used by another process")
        problem.winerror = code
        raise problem

    monkeypatch.setattr(Path, "replace", held)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())
