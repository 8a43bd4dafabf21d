"""An encrypted file as the store: connections to it with every setting that durability rests on."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from desk.domain.errors import StoreError
from desk.store.failures import DAMAGED, StoreDamaged

OLDEST = (3, 51, 3)
"""Up to 3.51.2 two connections in WAL mode can corrupt the file or lose commits (sqlite.org, release 3.51.3)."""

WAIT_SECONDS = 10
SETTINGS = (
    "PRAGMA cipher_log_level=NONE",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    # Checkpoints of this size stall one save by tens of milliseconds; the desk makes them when it is idle.
    "PRAGMA wal_autocheckpoint=4000",
    "PRAGMA cache_size=-65536",
)

IN_USE = (
    "in_use",
    "这个单位的资料正在使用，现在恢复会丢掉别人刚登记的内容。",
    "请先关闭所有打开这个单位的窗口和命令，再恢复。",
    "home",
)

Driver = Any
"""A connection of the driver, which has no types of its own."""


def check_version(version: tuple[int, ...]) -> None:
    """Refuses a SQLite that can lose commits."""
    if version < OLDEST:
        found = ".".join(map(str, version))
        raise StoreError(
            "old_sqlite", f"数据库组件版本过旧（{found}），可能丢失已保存的登记。", "请安装最新版本的程序。"
        )


def connect(path: Path, file_key: bytes, *, read_only: bool = False) -> Driver:
    """One connection with key and settings, in this order; transactions are begun by us alone."""
    from sqlcipher3 import dbapi2

    check_version(dbapi2.sqlite_version_info)
    connection = dbapi2.connect(
        str(path), timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute(f"PRAGMA key = \"x'{file_key.hex()}'\"")
        for setting in SETTINGS:
            connection.execute(setting)
        if read_only:
            connection.execute("PRAGMA query_only=ON")
    except dbapi2.DatabaseError as error:
        connection.close()
        if "not a database" in str(error):
            raise StoreDamaged(DAMAGED.code, DAMAGED.message, DAMAGED.hint) from error
        raise
    return connection


def fold(path: Path, file_key: bytes) -> None:
    """Puts the log of a file that is about to be replaced into it. Raises ``in_use`` while anybody has it open:

    what is registered in a file that has been put aside would be lost. One too damaged to be open is left as it is.
    """
    from sqlcipher3 import dbapi2

    try:
        with closing(connect(path, file_key)) as alone:
            alone.execute("PRAGMA busy_timeout=0")
            alone.execute("PRAGMA journal_mode=DELETE")
    except dbapi2.OperationalError as error:
        raise StoreError(*IN_USE) from error
    except (dbapi2.DatabaseError, StoreDamaged):
        return


def engine(path: Path, file_key: bytes, *, begin: str, lanes: int) -> Engine:
    """A pool of at most ``lanes`` connections whose every transaction starts with ``begin``."""
    from sqlcipher3 import dbapi2

    read_only = begin == "BEGIN"
    made = create_engine(
        "sqlite://",
        creator=lambda: connect(path, file_key, read_only=read_only),
        module=dbapi2,
        poolclass=QueuePool,
        pool_size=lanes,
        max_overflow=0 if not read_only else 8,
        pool_reset_on_return="rollback",
        hide_parameters=True,
    )
    event.listen(made, "begin", _beginner(begin))
    return made


def _beginner(words: str) -> Callable[[Any], None]:
    # BEGIN IMMEDIATE: a transaction that reads first and writes later would fail as busy beside another desk.
    def begin(connection: Any) -> None:
        connection.exec_driver_sql(words)

    return begin
