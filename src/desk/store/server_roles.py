"""Rights on a server: each desk has a login of its own, which may work and add, and takes nothing away.

The owner of the tables (the administrator) sets up the group ``<database>_desk``; a desk's login belongs to it and to
nothing else. Serials, audit and issued papers grow only, whatever program asks; the guards are the owner's to alter, and only the owner destroys.
What is said of people is sealed by the office's key and is no word to whoever has a login alone (``cipher``).
"""

import re
from secrets import token_urlsafe

from sqlalchemy import make_url, text
from sqlalchemy.exc import ProgrammingError

from desk.domain.errors import DeskError, StoreError
from desk.store import schema
from desk.store.transaction import Transaction

_ONCE = ("rulebook_text", "serial", "serial_void", "paper_void", "print_log", "audit", "erasure", "paper_bytes",
         "attachment_bytes", "assessment", "reception", "daybook")  # fmt: skip
"""Rows that are only ever added."""
_REPLACED = ("office", "calendar_day", "draft", "clock", "link", "paper_pending", "seal_image", "kept_count")
"""Settings, drafts and the like, which are written anew, and what papers no longer wait for."""
_LOGIN = re.compile(r"[a-z][a-z0-9_]{0,40}")


def set_up(tx: Transaction) -> None:
    """Makes the group and its rights; may be repeated after an upgrade. Needs the right to create roles."""
    desk = _group(tx)
    if not _known(tx, desk):
        _say(tx, f"CREATE ROLE {desk} NOLOGIN")
    _say(tx, f"GRANT SELECT ON alembic_version TO {desk}")
    _say(tx, f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {desk}")
    for table in schema.metadata.sorted_tables:
        name = table.name
        rights = ["SELECT", "INSERT"]
        rights += ["UPDATE"] if name not in _ONCE else []
        rights += ["DELETE"] if name in _REPLACED else []
        _say(tx, f"REVOKE ALL ON {name} FROM {desk}")
        _say(tx, f"GRANT {', '.join(rights)} ON {name} TO {desk}")


def renew(tx: Transaction) -> None:
    """After an upgrade: the desks get their rights to what is new, where a server has logins of desks at all."""
    if not tx.on_sqlite and _known(tx, _group(tx)):
        set_up(tx)


def logins(tx: Transaction) -> tuple[str, ...]:
    """The desks' logins by name; none before ``set_up``."""
    members = text(
        "SELECT m.rolname FROM pg_auth_members a JOIN pg_roles g ON g.oid = a.roleid JOIN pg_roles m ON m.oid = a.member"
        " WHERE g.rolname = :group AND m.rolcanlogin ORDER BY m.rolname"
    )
    return tuple(tx.connection.execute(members, {"group": _group(tx)}).scalars())


def add_login(tx: Transaction, login: str, password: str = "") -> str:
    """Makes a login of its own for one desk, stored as SCRAM; its password, made up where none is given.

    One that belongs to the desks already gets this password. Raises ``DeskError`` for a name that is no name or another's.
    """
    if not _LOGIN.fullmatch(login):
        raise DeskError(
            "bad_login", f"登录名“{login}”不能用", "请用小写字母开头，只含小写字母、数字和下划线", "login"
        )
    known = _known(tx, login)
    if known and login not in logins(tx):
        raise DeskError("foreign_login", f"服务器上已有登录“{login}”，不是这里设的", "请换一个名字", "login")
    password = password or token_urlsafe(24)
    _say(tx, "SET LOCAL password_encryption = 'scram-sha-256'")
    quoted = tx.connection.execute(
        text("SELECT quote_literal(:password)"), {"password": password}
    ).scalar_one()
    _say(tx, f"{'ALTER' if known else 'CREATE'} ROLE {login} LOGIN PASSWORD {quoted}")
    _say(tx, f"GRANT {_group(tx)} TO {login}")
    return password


def remove_login(tx: Transaction, login: str) -> None:
    """Takes a desk's login away; what was done with it stays on record. Raises ``DeskError`` for one that is no desk's."""
    if login not in logins(tx):
        raise DeskError("no_login", f"没有登录“{login}”", f"现有：{'、'.join(logins(tx)) or '无'}", "login")
    _say(tx, f"REVOKE {_group(tx)} FROM {login}")
    _say(tx, f"DROP ROLE IF EXISTS {login}")


def address(url: str, login: str, password: str) -> str:
    """The address of the store for a desk: the owner's, with the login and password of its own."""
    return make_url(url).set(username=login, password=password).render_as_string(hide_password=False)


def _group(tx: Transaction) -> str:
    if tx.on_sqlite:
        raise StoreError(
            "no_server",
            "单机资料库没有服务器登录",
            "几台电脑合用时，请先用 desk move 迁到 PostgreSQL",
            "store",
        )
    database = str(tx.connection.execute(text("SELECT current_database()")).scalar_one())
    if not _LOGIN.fullmatch(database):
        raise DeskError(
            "bad_database", f"数据库名“{database}”不能用", "请用小写字母、数字和下划线命名数据库", "store"
        )
    return f"{database}_desk"


def _known(tx: Transaction, role: str) -> bool:
    asked = text("SELECT 1 FROM pg_roles WHERE rolname = :name")
    return tx.connection.execute(asked, {"name": role}).first() is not None


def _say(tx: Transaction, words: str) -> None:
    """Statements about rights take no parameters; every name in them has been checked or quoted."""
    try:
        tx.connection.exec_driver_sql(words.replace("%", "%%"))
    except ProgrammingError as error:  # its words may hold the password
        raise StoreError(
            "not_owner",
            "服务器不允许设登录",
            "请用数据库所有者的地址打开，并让它有建角色的权限（CREATEROLE）",
            "store",
        ) from error
