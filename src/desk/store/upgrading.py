"""Bringing a store's tables to the newest revision, and refusing those that a newer release has written."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from desk.domain.errors import StoreError
from desk.store.failures import NewerSchema
from desk.store.schema import REVISION

MIGRATIONS = Path(__file__).resolve().parent / "migrations"


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


def upgrade(connection: Connection) -> None:
    """Runs the missing revisions inside the transaction of ``connection``."""
    # Alembic costs a quarter of a second to import; an up-to-date store never needs it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def refuse_to_upgrade(connection: Connection) -> None:
    """For a desk that is not the administrator: says that somebody else must upgrade first."""
    if needs_upgrade(connection):
        raise StoreError(
            "older_schema",
            "资料库还是旧版本的结构，本窗口不能使用。",
            "请管理员先用新版本程序升级资料库，再重新打开。",
        )
