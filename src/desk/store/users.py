"""The people who work at the desk, and their passwords (argon2id); wrong ones wait longer each time."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update

from desk.domain.errors import DeskError
from desk.store import schema
from desk.store.encoding import micros
from desk.store.transaction import Transaction

if TYPE_CHECKING:
    from argon2 import PasswordHasher

_t = schema.clerk
_FREE_TRIES = 3
_LONGEST_WAIT = timedelta(minutes=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """A user in one of the rulebook's roles. ``job`` marks an account for scheduled jobs, which opens no identities."""

    id: str
    name: str
    initials: str = ""
    role: str
    department: str = ""
    active: bool = True
    job: bool = False
    has_password: bool = False


def add(tx: Transaction, user: User, *, password: str | None = None) -> None:
    """Put a user on record; without a password nobody signs in under this name in a real office."""
    row = {
        "id": user.id, "name": user.name, "initials": user.initials, "role": user.role, "department": user.department,
        "password_hash": _hasher().hash(password) if password else "", "pin_hash": "", "active": user.active,
        "job": user.job, "failures": 0, "locked_until": None,
    }  # fmt: skip
    tx.connection.execute(insert(_t), row)


def everyone(tx: Transaction) -> tuple[User, ...]:
    """All users, the active ones first, in the order in which they came."""
    columns = _t.c["id", "name", "initials", "role", "department", "active", "job", "password_hash"]
    rows = list(tx.connection.execute(select(*columns)))
    users = [
        User(
            id=row.id,
            name=row.name,
            initials=row.initials,
            role=row.role,
            department=row.department,
            active=bool(row.active),
            job=bool(row.job),
            has_password=bool(row.password_hash),
        )
        for row in rows
    ]
    return tuple(sorted(users, key=lambda user: not user.active))


def change(tx: Transaction, user: User) -> None:
    """Put a user's name, role and whether the account is in use on record; the password stays."""
    values = {
        "name": user.name, "initials": user.initials, "role": user.role, "department": user.department,
        "active": user.active,
    }  # fmt: skip
    tx.connection.execute(update(_t).where(_t.c.id == user.id).values(values))


def set_password(tx: Transaction, user: str, password: str) -> None:
    """Give the user a new password, or none; wrong tries are forgotten."""
    values = {
        "password_hash": _hasher().hash(password) if password else "",
        "failures": 0,
        "locked_until": None,
    }
    tx.connection.execute(update(_t).where(_t.c.id == user).values(values))


def check_password(tx: Transaction, user: str, password: str) -> bool:
    """Whether the password is right. Raises ``DeskError`` while the account waits after wrong ones."""
    from argon2.exceptions import Argon2Error, InvalidHashError

    row = tx.connection.execute(select(_t).where(_t.c.id == user)).one()
    now = micros(tx.now())
    if row.locked_until and row.locked_until > now:
        seconds = (row.locked_until - now) // 1_000_000 + 1
        raise DeskError(
            "locked", f"口令连续输错，请等 {seconds} 秒再试", "忘记口令的请管理员重设", "password"
        )
    try:
        right = bool(row.password_hash) and _hasher().verify(row.password_hash, password)
    except (Argon2Error, InvalidHashError):
        right = False
    failures = 0 if right else row.failures + 1
    waits = min(timedelta(seconds=2 ** min(failures, 20)), _LONGEST_WAIT) if failures >= _FREE_TRIES else None
    until = micros(tx.now() + waits) if waits else None
    tx.connection.execute(update(_t).where(_t.c.id == user).values(failures=failures, locked_until=until))
    return right


@cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)
