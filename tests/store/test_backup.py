"""A backup opens again with its key, holds everything, and a number on paper never comes twice after a restore."""

import shutil
import threading
import zipfile
from pathlib import Path

import pytest
from tests.fixtures_store import KEY, MORNING, Server, StoreMaker
from tests.store.builders import CALLER, CLERK, register
from tests.store.test_verification import worked

from desk.domain.errors import DeskError
from desk.store import backup, cases, counters, search, verification
from desk.store.backup import BadBackup
from desk.store.engine import Store, open_store
from desk.store.transfer import transfer


def everything(store: Store) -> dict[str, object]:
    """What people see of a store."""
    with store.reading() as tx:
        ids = range(1, 4)
        return {
            "cases": [cases.whole(tx, case_id) for case_id in ids],
            "found": [
                search.find(tx, CLERK, text, 9).ids for text in ("曾建国", "5678", "退款", "zjg", "摘要")
            ],
            "faults": [
                finding for finding in verification.verify_all(tx) if not finding.code.startswith("mark")
            ],
        }


@pytest.fixture
def busy(any_store: Store) -> Store:
    worked(any_store)
    register(any_store)
    return any_store


def test_a_restored_backup_holds_everything(busy: Store, tmp_path: Path) -> None:
    said = backup.back_up(busy, KEY, tmp_path / "b.backup", wrapped_keys=b"wraps")

    backup.restore(tmp_path / "b.backup", KEY, tmp_path / "again.db", MORNING)

    again = open_store(f"sqlite:///{tmp_path / 'again.db'}", KEY, now=lambda: MORNING)
    assert everything(again) == everything(busy)
    assert said.cases == 3
    assert backup.contents_of(tmp_path / "b.backup") == (said, b"wraps")
    again.close()


def test_numbers_taken_after_the_backup_never_come_again(
    sqlite_store: Store, tmp_path: Path, reopened: StoreMaker
) -> None:
    register(sqlite_store)
    backup.back_up(sqlite_store, KEY, tmp_path / "b.backup")
    printed = {register(sqlite_store).number for _ in range(3)}
    sqlite_store.close()
    assert sqlite_store.path is not None

    backup.restore(tmp_path / "b.backup", KEY, sqlite_store.path, MORNING)
    restored = reopened(sqlite_store)
    made = register(restored)

    assert made.number not in printed
    assert made.number == "投诉〔2026〕5号"
    with restored.reading() as tx:
        assert counters.gaps(tx) == ()
        assert verification.verify_all(tx) == ()


def test_a_backup_made_while_others_register_is_whole(sqlite_store: Store, tmp_path: Path) -> None:
    stop = threading.Event()

    def work() -> None:
        while not stop.is_set():
            register(sqlite_store)

    desk = threading.Thread(target=work)
    desk.start()
    for i in range(3):
        backup.back_up(sqlite_store, KEY, tmp_path / f"{i}.backup")  # opens and checks it by itself
    stop.set()
    desk.join()

    assert all(backup.contents_of(tmp_path / f"{i}.backup")[0].cases >= 0 for i in range(3))


def test_no_name_can_be_read_in_a_backup(busy: Store, tmp_path: Path) -> None:
    backup.back_up(busy, KEY, tmp_path / "b.backup")

    data = (tmp_path / "b.backup").read_bytes()

    canaries = [str(value) for value in CALLER.values()]
    assert not [c for c in canaries for code in ("utf-8", "utf-16-le", "gb18030") if c.encode(code) in data]


def test_a_wrong_key_a_cut_and_a_changed_byte_are_refused(sqlite_store: Store, tmp_path: Path) -> None:
    register(sqlite_store)
    good = tmp_path / "b.backup"
    backup.back_up(sqlite_store, KEY, good)
    cut, changed = tmp_path / "cut.backup", tmp_path / "changed.backup"
    cut.write_bytes(good.read_bytes()[:-5000])
    data = bytearray(good.read_bytes())
    data[len(data) // 2] ^= 1
    changed.write_bytes(data)

    with pytest.raises(DeskError):
        backup.restore(good, b"x" * 32, tmp_path / "x.db", MORNING)
    for broken in (cut, changed):
        with pytest.raises(BadBackup):
            backup.restore(broken, KEY, tmp_path / "x.db", MORNING)
    assert not (tmp_path / "x.db").exists()


def test_a_backup_that_cannot_be_written_leaves_the_earlier_one(
    sqlite_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    register(sqlite_store)
    target = tmp_path / "b.backup"
    backup.back_up(sqlite_store, KEY, target)
    before = target.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(zipfile.ZipFile, "write", full)
    with pytest.raises(OSError, match="No space"):
        backup.back_up(sqlite_store, KEY, target)

    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if "backup" in path.name] == ["b.backup"]


@pytest.mark.postgres
def test_an_office_moves_to_a_server_and_back(
    sqlite_store: Store, postgres_server: Server, tmp_path: Path
) -> None:
    worked(sqlite_store)
    register(sqlite_store)
    server = open_store(postgres_server.database(), KEY, now=lambda: MORNING)
    file = open_store(f"sqlite:///{tmp_path / 'back.db'}", KEY, now=lambda: MORNING)

    transfer(sqlite_store, server)
    transfer(server, file)

    assert everything(sqlite_store) == everything(server) == everything(file)
    assert register(server).id == 4
    with pytest.raises(DeskError, match="已有内容"):
        transfer(sqlite_store, server)
    server.close()
    file.close()
    shutil.rmtree(tmp_path, ignore_errors=True)
