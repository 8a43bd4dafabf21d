"""Bringing a store's tables to the newest revision, and refusing those that a newer release has written.

A file is never changed in place: an encrypted copy is upgraded and checked, then takes the file's name.
"""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, inspect, text

from desk.domain.errors import StoreError
from desk.domain.progress import Stopped, Told, go_on
from desk.store import sqlite
from desk.store.failures import NewerSchema
from desk.store.highwater import sync_folder
from desk.store.schema import REVISION

MIGRATIONS = Path(__file__).resolve().parent / "migrations"
_PAGES = 4096
"""So many pages of a file are copied between two words on how far it is."""


def revision(connection: Connection) -> str:
    """The store's revision, empty for a store without tables."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none() or "")


def needs_upgrade(connection: Connection) -> bool:
    """Whether the tables are older than this release. Raises ``NewerSchema`` if they are newer."""
    found = revision(connection)
    if found > REVISION:
        raise NewerSchema(
            "newer_schema", f"这个资料库由更新版本的程序写过（{found}，本程序只认识到 {REVISION}），不能打开。",
            "请在这台电脑上安装最新版本的程序；资料没有改动。",
        )  # fmt: skip
    return found < REVISION


def owns_tables(connection: Connection) -> bool:
    """Whether this is who owns the tables: on a server the administrator, not a desk with a login of its own."""
    if connection.dialect.name == "sqlite":
        return True
    asked = "SELECT pg_has_role(current_user, tableowner, 'USAGE') FROM pg_tables WHERE tablename = 'audit'"
    return connection.exec_driver_sql(asked).scalar() is not False


def refuse_to_upgrade(connection: Connection) -> None:
    """For a desk that is not the administrator: says that somebody else must upgrade first."""
    if needs_upgrade(connection):
        raise StoreError(
            "older_schema",
            "资料库还是旧版本的结构，本窗口不能使用。",
            "请管理员先用新版本程序升级资料库，再重新打开。",
        )


def upgrade(connection: Connection, told: Told | None = None) -> None:
    """Runs the missing revisions inside the transaction of ``connection``. Raises ``Stopped`` where ``told`` says so."""
    # Alembic costs a quarter of a second to import; an up-to-date store never needs it.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    every = [one.revision for one in ScriptDirectory.from_config(config).walk_revisions()]
    found = revision(connection)
    missing = every.index(found) if found in every else len(every)
    done = 0

    def applied(**_: Any) -> None:
        nonlocal done
        done += 1
        go_on(told, "升级资料库：改写表格", done, missing)

    config.attributes["applied"] = applied
    go_on(told, "升级资料库：改写表格", done, missing)
    command.upgrade(config, "head")


def upgrade_file(path: Path, file_key: bytes, told: Told | None = None) -> None:
    """Upgrades the file ``path`` by way of a copy; the old one stays beside it as ``….r<revision>``.

    Until the copy is whole and checked the file is as it was; then one renaming makes it new. The program that upgrades
    must be the only one; whoever else would write while the copy is made waits, as beside another desk. ``told`` hears
    how far it is. Raises ``Stopped`` where it says so; the file is as it was.
    """
    copy = path.with_name(path.name + ".upgrade")
    for leftover in (copy, *_logs(copy)):
        leftover.unlink(missing_ok=True)
    held = sqlite.connect(path, file_key)
    try:
        held.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        held.execute("BEGIN IMMEDIATE")
        before = held.execute("SELECT version_num FROM alembic_version").fetchone()[0]
        _copy(path, file_key, copy, "升级资料库：抄写一份", told)
        _upgrade_copy(copy, file_key, told)
        kept = path.with_name(f"{path.name}.r{before}")
        kept.unlink(missing_ok=True)
        _copy(path, file_key, kept, "升级资料库：留存原来的一份", told)
    except Stopped:
        copy.unlink(missing_ok=True)
        raise
    finally:
        held.close()
    copy.replace(path)
    for log in _logs(path):
        log.unlink(missing_ok=True)
    sync_folder(path.parent)


def _logs(path: Path) -> tuple[Path, Path]:
    return path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")


def _copy(path: Path, file_key: bytes, target: Path, what: str, told: Told | None) -> None:
    source, copy = sqlite.connect(path, file_key, read_only=True), sqlite.connect(target, file_key)
    try:
        source.backup(
            copy,
            pages=_PAGES,
            progress=lambda _, left, total: go_on(told, what, total - left, total),
            sleep=0,
        )
        copy.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        source.close()
        copy.close()


def _upgrade_copy(copy: Path, file_key: bytes, told: Told | None) -> None:
    made: Engine = sqlite.engine(copy, file_key, begin="BEGIN IMMEDIATE", lanes=1)
    try:
        with made.connect() as connection, connection.begin():
            upgrade(connection, told)
        go_on(told, "升级资料库：检查", 0, 1)
        with made.connect() as connection:
            faults = [row[0] for row in connection.execute(text("PRAGMA integrity_check")) if row[0] != "ok"]
            faults += [str(row) for row in connection.execute(text("PRAGMA foreign_key_check"))]
            connection.rollback()
            connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        made.dispose()
    if faults:
        raise StoreError(
            "upgrade", f"升级后的资料库没有通过检查（{faults[0]}），原来的资料库没有改动。",
            "请把这段话告诉维护人员；可以继续使用旧版本程序。",
        )  # fmt: skip
