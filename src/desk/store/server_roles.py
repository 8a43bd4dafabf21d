"""Rights on a server: one login for each user, and the database itself refuses what the user may not do.

The owner of the tables (the administrator) sets up two groups for the database: ``<database>_desk`` may work,
``<database>_identity`` may read identities besides. Who may only work sees no identity row, whatever program asks.
"""

import re

from sqlalchemy import text

from desk.domain.errors import DeskError, StoreError
from desk.store import schema
from desk.store.transaction import Transaction

_ONCE = ("rulebook_text", "serial", "serial_void", "paper_void", "print_log", "audit", "erasure", "paper_bytes",
         "attachment_bytes", "assessment", "reception", "daybook")  # fmt: skip
"""Rows that are only ever added."""
_REPLACED = ("office", "calendar_day", "draft", "clock", "link", "paper_pending", "seal_image", "kept_count")
"""Settings, drafts and the like, which are written anew, and what papers no longer wait for."""
_ERASABLE = ("content", "identity", "value_key", "repeat_key", "paper_content", "paper_bytes", "attachment",
             "attachment_bytes", "search_text", "daybook")  # fmt: skip
"""Personal content: may go, by those who may see it, where the trigger finds an erasure."""
_LOGIN = re.compile(r"[a-z][a-z0-9_]{0,40}")


def set_up(tx: Transaction) -> None:
    """Makes the groups and their rights; may be repeated after an upgrade. Needs the right to create roles."""
    desk, identity = _groups(tx)
    for group in (desk, identity):
        if not tx.connection.execute(
            text("SELECT 1 FROM pg_roles WHERE rolname = :name"), {"name": group}
        ).first():
            _say(tx, f"CREATE ROLE {group} NOLOGIN")
    _say(tx, f"GRANT {desk} TO {identity}")
    _say(tx, f"GRANT SELECT ON alembic_version TO {desk}")
    _say(tx, f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {desk}")
    for table in schema.metadata.sorted_tables:
        name = table.name
        rights = ["SELECT", "INSERT"]
        rights += ["UPDATE"] if name not in _ONCE else []
        rights += ["DELETE"] if name in _REPLACED else []
        _say(tx, f"REVOKE ALL ON {name} FROM {desk}")
        _say(tx, f"GRANT {', '.join(rights)} ON {name} TO {desk}")
        if name in _ERASABLE:
            _say(tx, f"GRANT DELETE ON {name} TO {identity}")
    _protect_identities(tx, desk, identity)


def _protect_identities(tx: Transaction, desk: str, identity: str) -> None:
    _say(tx, "ALTER TABLE identity ENABLE ROW LEVEL SECURITY")
    for policy in ("identity_read", "identity_write", "identity_change", "identity_erase"):
        _say(tx, f"DROP POLICY IF EXISTS {policy} ON identity")
    _say(tx, f"CREATE POLICY identity_read ON identity FOR SELECT TO {identity} USING (true)")
    _say(tx, f"CREATE POLICY identity_write ON identity FOR INSERT TO {desk} WITH CHECK (true)")
    _say(tx, f"CREATE POLICY identity_change ON identity FOR UPDATE TO {identity} USING (true)")
    _say(tx, f"CREATE POLICY identity_erase ON identity FOR DELETE TO {identity} USING (true)")


def add_login(tx: Transaction, login: str, password: str, *, sees_identity: bool) -> None:
    """Makes a login of its own for one user, stored as SCRAM; an existing one gets this password and these rights."""
    if not _LOGIN.fullmatch(login):
        raise DeskError(
            "bad_login", f"登录名“{login}”不能用。", "请用小写字母开头，只含小写字母、数字和下划线。", "login"
        )
    desk, identity = _groups(tx)
    known = tx.connection.execute(
        text("SELECT 1 FROM pg_roles WHERE rolname = :name"), {"name": login}
    ).first()
    _say(tx, "SET LOCAL password_encryption = 'scram-sha-256'")
    quoted = tx.connection.execute(
        text("SELECT quote_literal(:password)"), {"password": password}
    ).scalar_one()
    _say(tx, f"{'ALTER' if known else 'CREATE'} ROLE {login} LOGIN PASSWORD {quoted}")
    if not sees_identity:
        _say(tx, f"REVOKE {identity} FROM {login}")
    _say(tx, f"GRANT {identity if sees_identity else desk} TO {login}")


def remove_login(tx: Transaction, login: str) -> None:
    """Takes a user's login away; what the user did stays on record."""
    desk, identity = _groups(tx)
    if _LOGIN.fullmatch(login):
        _say(tx, f"REVOKE {desk}, {identity} FROM {login}")
        _say(tx, f"DROP ROLE IF EXISTS {login}")


def _groups(tx: Transaction) -> tuple[str, str]:
    if tx.on_sqlite:
        raise StoreError(
            "no_server", "单机资料库没有服务器账号。", "几台电脑合用时，请先迁到 PostgreSQL。", "store"
        )
    database = str(tx.connection.execute(text("SELECT current_database()")).scalar_one())
    if not _LOGIN.fullmatch(database):
        raise DeskError(
            "bad_database", f"数据库名“{database}”不能用。", "请用小写字母、数字和下划线命名数据库。", "store"
        )
    return f"{database}_desk", f"{database}_identity"


def _say(tx: Transaction, words: str) -> None:
    """Statements about rights take no parameters; every name in them has been checked or quoted."""
    tx.connection.exec_driver_sql(words.replace("%", "%%"))
