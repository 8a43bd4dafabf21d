"""The people who work at the desk, their passwords and PINs (argon2id); after wrong ones passwords wait and PINs rest."""

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
    has_pin: bool = False


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
    columns = _t.c[
        "id", "name", "initials", "role", "department", "active", "job", "password_hash", "pin_hash"
    ]
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
            has_pin=bool(row.pin_hash),
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


def set_password(tx: Transaction, user: str, password: str, *, keep_pin: bool = False) -> None:
    """Give the user a new password, or none; wrong tries are forgotten, and the PIN goes unless ``keep_pin``."""
    values = {
        "password_hash": _hasher().hash(password) if password else "",
        "failures": 0,
        "locked_until": None,
        **({} if keep_pin and password else {"pin_hash": ""}),
    }
    tx.connection.execute(update(_t).where(_t.c.id == user).values(values))


def set_pin(tx: Transaction, user: str, pin: str) -> None:
    """Give the user a PIN, or none."""
    hashed = _hasher().hash(pin) if pin else ""
    tx.connection.execute(update(_t).where(_t.c.id == user).values(pin_hash=hashed))


def check_pin(tx: Transaction, user: str, pin: str) -> tuple[bool, int]:
    """Whether the PIN is right, and how many tries are left. Raises ``DeskError`` where none are, until a right password.

    Wrong passwords count, too: whoever guesses has three tries in all.
    """
    row = tx.connection.execute(select(_t).where(_t.c.id == user)).one()
    if not row.pin_hash:
        raise DeskError("no_pin", "还没有设 PIN 码", "请改用口令登录，再在“我的口令和 PIN 码”里设", "pin")
    if row.failures >= _FREE_TRIES:
        raise pin_rests()
    right = _is(row.pin_hash, pin)
    failures = 0 if right else row.failures + 1
    tx.connection.execute(update(_t).where(_t.c.id == user).values(failures=failures))
    return right, _FREE_TRIES - failures


def pin_rests() -> DeskError:
    """The refusal after too many wrong tries."""
    return DeskError(
        "pin_rests", f"连续输错 {_FREE_TRIES} 次，PIN 码暂停使用", "请改用口令登录，登录后 PIN 码恢复", "pin"
    )


def check_password(tx: Transaction, user: str, password: str) -> bool:
    """Whether the password is right. Raises ``DeskError`` while the account waits after wrong ones."""
    row = tx.connection.execute(select(_t).where(_t.c.id == user)).one()
    now = micros(tx.now())
    if row.locked_until and row.locked_until > now:
        seconds = (row.locked_until - now) // 1_000_000 + 1
        raise DeskError(
            "locked", f"口令连续输错，请等 {seconds} 秒再试", "忘记口令的请管理员重设", "password"
        )
    right = _is(row.password_hash, password)
    failures = 0 if right else row.failures + 1
    waits = min(timedelta(seconds=2 ** min(failures, 20)), _LONGEST_WAIT) if failures >= _FREE_TRIES else None
    until = micros(tx.now() + waits) if waits else None
    tx.connection.execute(update(_t).where(_t.c.id == user).values(failures=failures, locked_until=until))
    return right


def _is(hashed: str, secret: str) -> bool:
    from argon2.exceptions import Argon2Error, InvalidHashError

    try:
        return bool(hashed) and _hasher().verify(hashed, secret)
    except (Argon2Error, InvalidHashError):
        return False


@cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)
