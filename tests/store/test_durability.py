"""Power cuts, full disks, write protection, servers that go away: nothing acknowledged is lost, and it is said in words."""

import contextlib
import errno
import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest
from sqlalchemy import text
from tests.fixtures_store import KEY, MORNING, OfficeClock, Server, StoreMaker, is_root
from tests.store.builders import CALLER, CLERK, new_case, register
from tests.store.power_cut import Disk, FileSystem, cut

from desk.domain.errors import DeskError, StoreError
from desk.store import audit, cases, counters, places, schema, sqlite
from desk.store.engine import Store, open_store
from desk.store.failures import DiskFull, NewerSchema, StoreBusy, StoreDamaged, StoreGone

# ------------------------------------------------------------------------------------------------ power


def lost_by_power_cuts(cuts: int, synchronous: str) -> int:
    """Registers with the store's own settings on a disk whose power is cut; how many acknowledged cases were ever lost.

    Whatever else is wrong (a damaged file, a counter that differs from the rows) is an error at once.
    """
    pick, lost = random.Random(7), 0
    for _ in range(cuts):
        disk = Disk()
        system = FileSystem(disk, "desk")
        acknowledged = _registered(disk, pick, synchronous)
        missing: list[int] = []

        def check(
            connection: apsw.Connection, acknowledged: int = acknowledged, missing: list[int] = missing
        ) -> None:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            rows = connection.execute("SELECT count(*) FROM cases").fetchall()[0][0]
            assert connection.execute("SELECT last FROM counter").fetchall()[0][0] == rows
            missing.append(max(acknowledged - rows, 0))

        cut(disk, pick, check)
        lost += missing[0] > 0
        system.unregister()
    return lost


def _registered(disk: Disk, pick: random.Random, synchronous: str) -> int:
    connection = apsw.Connection("/desk.db", vfs="desk")
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    for setting in sqlite.SETTINGS:
        connection.execute(setting)
    connection.execute("CREATE TABLE counter(last INTEGER); INSERT INTO counter VALUES(0)")
    connection.execute("CREATE TABLE cases(n INTEGER PRIMARY KEY, words TEXT)")
    connection.execute(f"PRAGMA synchronous={synchronous}")
    acknowledged = pick.randint(0, 12)
    for n in range(1, acknowledged + 1):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE counter SET last = last + 1")
        connection.execute("INSERT INTO cases VALUES(?, ?)", (n, "长" * pick.randint(1, 3000)))
        connection.execute("COMMIT")
        if pick.random() < 0.1:
            connection.execute("PRAGMA wal_checkpoint")
    connection.execute(
        "BEGIN IMMEDIATE; UPDATE counter SET last = last + 1"
    )  # the power goes in the middle of this
    frozen = (
        {name: bytearray(data) for name, data in disk.now.items()},
        {n: bytearray(d) for n, d in disk.sure.items()},
    )
    connection.execute("ROLLBACK")
    connection.close()
    disk.now, disk.sure = frozen
    return acknowledged


def test_no_power_cut_loses_a_case_that_was_acknowledged() -> None:
    assert "PRAGMA synchronous=FULL" in sqlite.SETTINGS
    assert lost_by_power_cuts(1000, "FULL") == 0


def test_control_without_forcing_every_commit_cases_are_lost() -> None:
    assert lost_by_power_cuts(60, "NORMAL") > 0


# ------------------------------------------------------------------------------------------------ disk


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of four megabytes."""
    place = tmp_path / "small"
    place.mkdir()
    mounted = is_root() and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", place], check=False
    )
    if not mounted or mounted.returncode:
        pytest.skip("a small disk can only be made as root")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def test_a_full_disk_is_told_and_loses_nothing(small_disk: Path) -> None:
    store = open_store(f"sqlite:///{small_disk / 'desk.db'}", KEY, now=lambda: MORNING)
    made: list[str] = []

    def register_for_ever() -> None:
        while True:
            made.append(register(store, facts={"narrative": "长" * 20_000}).number)

    with pytest.raises(DiskFull, match="磁盘已满") as told:
        register_for_ever()

    store.close()
    shutil.copytree(small_disk, small_disk.parent / "larger")
    again = open_store(f"sqlite:///{small_disk.parent / 'larger' / 'desk.db'}", KEY, now=lambda: MORNING)
    assert told.value.hint
    assert str(small_disk) in told.value.message
    assert made
    with again.reading() as tx:
        assert [cases.get(tx, number, CLERK).number for number in made] == made
        assert counters.gaps(tx) == ()
        assert audit.verify(tx) == ()
    again.close()


def test_a_mark_that_cannot_be_written_keeps_the_number_from_being_given(
    sqlite_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as failing:
        failing.setattr("desk.store.highwater._to_disk", full)
        with pytest.raises(DiskFull, match="磁盘已满"):
            register(sqlite_store)

    with sqlite_store.reading() as tx:
        assert tx.connection.execute(text("SELECT count(*) FROM complaint")).scalar_one() == 0
    register(sqlite_store)
    with sqlite_store.reading() as tx:
        assert counters.gaps(tx) == ()


def test_a_clock_far_behind_the_last_act_is_noticed(sqlite_store: Store, clock: OfficeClock) -> None:
    register(sqlite_store)
    last = clock()
    clock.forward(minutes=-4)
    with sqlite_store.reading() as tx:
        assert audit.ahead_of_clock(tx) is None

    clock.forward(days=-1)

    with sqlite_store.reading() as tx:
        assert audit.ahead_of_clock(tx) == last


def test_a_write_protected_disk_is_named(small_disk: Path) -> None:
    path = small_disk / "desk.db"
    open_store(f"sqlite:///{path}", KEY, now=lambda: MORNING).close()
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)

    with pytest.raises(StoreError, match="不允许写入") as told:
        open_store(f"sqlite:///{path}", KEY, now=lambda: MORNING)

    assert str(small_disk) in told.value.message


def test_a_store_that_may_not_be_written_says_so(sqlite_store: Store, reopened: StoreMaker) -> None:
    register(sqlite_store)
    with sqlite_store.writer.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only=ON")
        connection.rollback()

    with pytest.raises(StoreError, match="不允许写入"):
        register(sqlite_store)


def test_a_store_that_another_program_holds_is_given_up_in_words(
    sqlite_store: Store, reopened: StoreMaker
) -> None:
    other = reopened(sqlite_store)
    raw = sqlite_store.writer.raw_connection()
    raw.cursor().execute("PRAGMA busy_timeout=50")
    raw.close()

    with other.writing(), pytest.raises(StoreBusy, match="正在保存"):
        register(sqlite_store)

    assert register(sqlite_store).number == "投诉〔2026〕1号"


def test_reading_goes_on_while_another_desk_writes(any_store: Store, reopened: StoreMaker) -> None:
    made = register(any_store)
    other = reopened(any_store)

    with other.writing() as tx:
        tx.connection.execute(text("UPDATE complaint SET state = 'x'"))
        with any_store.reading() as seen:
            assert cases.get(seen, made.id, CLERK).state == "registered"


def test_a_reader_sees_one_moment_however_long_it_reads(any_store: Store) -> None:
    register(any_store)

    with any_store.reading() as tx:
        first = tx.connection.execute(text("SELECT count(*) FROM complaint")).scalar_one()
        register(any_store)
        assert tx.connection.execute(text("SELECT count(*) FROM complaint")).scalar_one() == first


# ------------------------------------------------------------------------------------------------ keys, places, versions


def test_another_key_does_not_open_the_file(sqlite_store: Store) -> None:
    register(sqlite_store)
    sqlite_store.close()

    with pytest.raises(StoreDamaged, match="密钥"):
        open_store(sqlite_store.url, b"x" * 32, now=lambda: MORNING)


@pytest.mark.parametrize("key", [None, b"", b"short"])
def test_without_a_whole_key_nothing_opens(tmp_path: Path, key: bytes | None) -> None:
    with pytest.raises(StoreError, match="密钥"):
        open_store(f"sqlite:///{tmp_path / 'desk.db'}", key, now=lambda: MORNING)


def test_nothing_personal_stands_on_the_disk(sqlite_store: Store) -> None:
    register(sqlite_store)
    assert sqlite_store.path is not None
    before = b"".join(path.read_bytes() for path in sqlite_store.path.parent.iterdir())
    sqlite_store.checkpoint()

    data = before + b"".join(path.read_bytes() for path in sqlite_store.path.parent.iterdir())

    words = [str(value) for fact, value in CALLER.items() if fact != "amount"]
    assert not [w for w in words for code in ("utf-8", "utf-16-le", "gb18030") if w.encode(code) in data]


def test_a_server_holds_no_name_number_or_address_in_plain_words(postgres_store: Store) -> None:
    register(postgres_store)
    with postgres_store.reading() as tx:
        names = (
            tx.connection.execute(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
            .scalars()
            .all()
        )
        everything = "".join(
            str(tx.connection.execute(text(f"SELECT * FROM {name}")).all()) for name in names
        )

    people = [str(value) for fact, value in CALLER.items() if fact.startswith("complainant.")]
    assert not [word for word in [*people, "曾建", "zjg", "1381"] if word in everything]


@pytest.mark.parametrize(
    ("path", "why"),
    [("//server/share/desk.db", "共享文件夹"), (r"\\server\share\desk.db", "共享文件夹"),
     ("/home/a/OneDrive - 单位/desk.db", "网盘"), ("/home/a/坚果云/desk.db", "网盘"), ("/home/a/Nutstore Files/x.db", "网盘"),
     ("/home/a/BaiduSyncdisk/desk.db", "网盘")],
)  # fmt: skip
def test_a_place_where_files_break_is_refused_with_the_reason(path: str, why: str) -> None:
    with pytest.raises(StoreError, match=why) as told:
        places.check(Path(path))

    assert "PostgreSQL" in told.value.hint


def test_a_network_drive_is_known_by_its_file_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_mounted_type", lambda path: "cifs")

    with pytest.raises(StoreError, match="网络驱动器"):
        places.check(tmp_path / "desk.db")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="不存在"):
        places.check(tmp_path / "none" / "desk.db")


def test_a_sqlite_that_can_lose_commits_is_refused() -> None:
    sqlite.check_version((3, 51, 3))
    with pytest.raises(StoreError, match="版本过旧"):
        sqlite.check_version((3, 51, 2))


def test_a_store_written_by_a_newer_release_is_refused(any_store: Store, reopened: StoreMaker) -> None:
    with any_store.writing() as tx:
        tx.connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(NewerSchema, match="更新版本"):
        reopened(any_store)


def test_a_desk_that_may_not_upgrade_refuses_an_older_store(postgres_server: Server) -> None:
    with pytest.raises(StoreError, match="旧版本的结构") as told:
        open_store(postgres_server.database(), KEY, now=lambda: MORNING, upgrade=False)

    assert "管理员" in told.value.hint


# ------------------------------------------------------------------------------------------------ server


def test_a_server_that_goes_away_is_told_and_a_retry_registers_once(
    postgres_server: Server, tmp_path: Path
) -> None:
    store = open_store(postgres_server.database(), KEY, now=lambda: MORNING, mark=tmp_path / "mark")
    register(store)
    new = new_case()

    postgres_server.stop()
    with pytest.raises(StoreGone, match="连接不上"):
        register(store, new)
    postgres_server.start()

    first, second = register(store, new), register(store, new)
    assert (first.id, second.earlier) == (second.id, True)
    with store.reading() as tx:
        assert counters.gaps(tx) == ()
    store.close()


def test_a_desk_that_hangs_in_a_transaction_does_not_stop_the_others_for_long(
    postgres_store: Store, reopened: StoreMaker
) -> None:
    other = reopened(postgres_store)
    with contextlib.suppress(DeskError), other.writing() as tx:
        tx.connection.execute(text("UPDATE audit_head SET count = count + 1"))
        with postgres_store.writing() as waiting:
            waiting.connection.execute(text("SET LOCAL lock_timeout = '50ms'"))
            with pytest.raises(Exception, match="lock timeout"):
                waiting.connection.execute(text("UPDATE audit_head SET count = count + 1"))

    with postgres_store.reading() as tx:
        settings = tx.connection.execute(text("SELECT current_setting('lock_timeout'), "
                                              "current_setting('idle_in_transaction_session_timeout')")).one()  # fmt: skip
    assert tuple(settings) == ("5s", "30s")


def test_the_revision_that_the_program_knows_is_the_newest_there_is() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    from desk.store.upgrading import MIGRATIONS

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))

    assert ScriptDirectory.from_config(config).get_current_head() == schema.REVISION
