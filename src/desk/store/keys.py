"""The store's key: random, never written down plainly, and wrapped so that losing one way in never loses the office.

The ways in: the key store of the operating system (or, without one, a key file that only its owner may read), each
clerk's password, and the recovery key that is printed once when the office is set up.
"""

import base64
import contextlib
import hashlib
import json
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desk.domain.errors import DeskError

KEY_FILE = "desk.key"
RECOVERY_FILE = "恢复密钥.txt"
_KEY_BYTES = 32
_SERVICE = "desk-complaint-office"
_RECOVERY_BYTES = 20
_GROUP = 4
SHORTEST_PASSWORD = 8
"""Characters of a password that opens the store: a shorter one is guessed by whoever has a copy of the key file."""

Wrap = dict[str, Any]


def create_keys(home: Path) -> bytes:
    """Make the office's key and its wraps in ``home``; the recovery key goes to ``RECOVERY_FILE``, to be printed and kept apart."""
    key = secrets.token_bytes(_KEY_BYTES)
    recovery = secrets.token_bytes(_RECOVERY_BYTES)
    wraps = [_machine_wrap(home, key), _sealed("recovery", "", recovery, key)]
    _write(home, wraps)
    write_private(
        home / RECOVERY_FILE,
        f"投诉前台恢复密钥（请打印后妥善保管，并从本机删除此文件）\n\n{_spelled(recovery)}\n".encode(),
    )
    return key


def add_password(home: Path, key: bytes, user: str, password: str) -> None:
    """Let ``user`` open the store by password, too; an earlier password of the user no longer does."""
    others = [wrap for wrap in _wraps(home) if (wrap["kind"], wrap.get("user")) != ("password", user)]
    _write(home, [*others, _sealed("password", user, password.encode(), key)])


def remove_password(home: Path, user: str) -> None:
    """The password of ``user`` no longer opens the store."""
    wraps = _wraps(home)
    others = [wrap for wrap in wraps if (wrap["kind"], wrap.get("user")) != ("password", user)]
    if others != wraps:
        _write(home, others)


def bind_machine(home: Path, key: bytes) -> None:
    """Let this machine open the office by itself from now on."""
    others = [wrap for wrap in _wraps(home) if wrap["kind"] not in {"system", "file"}]
    _write(home, [_machine_wrap(home, key), *others])


def give(home: Path, folder: Path) -> None:
    """What another computer begins with, in ``folder``: the key as passwords and the recovery key wrap it, not as this machine does."""
    _write(folder, [wrap for wrap in _wraps(home) if wrap["kind"] not in {"system", "file"}])


def unlock(home: Path, *, password: str | None = None, recovery: str | None = None) -> bytes:
    """The office's key, by the first way in that works. Raises ``DeskError`` where none does."""
    for wrap in _wraps(home):
        if key := _opened(home, wrap, password, recovery):
            return key
    raise DeskError(
        "locked",
        "打不开资料库：本机没有钥匙，口令或恢复密钥也不对",
        "请输入口令，或输入设立单位时打印的恢复密钥",
        "password",
    )


def is_machine_bound(home: Path) -> bool:
    """Whether the operating system keeps the key; else a key file does, and whoever reads that file can read the store."""
    return any(wrap["kind"] == "system" for wrap in _wraps(home))


def _opened(home: Path, wrap: Wrap, password: str | None, recovery: str | None) -> bytes | None:
    match wrap["kind"]:
        case "system":
            found = _keyring(lambda ring: ring.get_password(_SERVICE, wrap["name"]))
            return bytes.fromhex(found) if found else None
        case "file":
            with contextlib.suppress(OSError):
                return home.joinpath(str(wrap["name"])).read_bytes()
        case "password" if password:
            return _unsealed(wrap, password.encode())
        case "recovery" if recovery:
            return _unsealed(wrap, _read_spelled(recovery))
    return None


def _machine_wrap(home: Path, key: bytes) -> Wrap:
    name = secrets.token_hex(8)
    kept = _keyring(
        lambda ring: ring.set_password(_SERVICE, name, key.hex()) or ring.get_password(_SERVICE, name)
    )
    if kept == key.hex():
        return {"kind": "system", "name": name}
    write_private(home / "desk.keyfile", key)
    return {"kind": "file", "name": "desk.keyfile"}


def _keyring(ask: Callable[[Any], str | None]) -> str | None:
    """The answer of the operating system's key store, or None where there is none that works."""
    try:
        import keyring
        from keyring.backends import fail, null

        if isinstance(keyring.get_keyring(), fail.Keyring | null.Keyring):
            return None
        return ask(keyring)
    except Exception:  # noqa: BLE001 - backends raise whatever their system raises; there is another way in
        return None


def _sealed(kind: str, user: str, secret: bytes, key: bytes) -> Wrap:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    sealed = AESGCM(_stretched(secret, salt)).encrypt(nonce, key, kind.encode())
    return {"kind": kind, "user": user, "salt": salt.hex(), "nonce": nonce.hex(), "sealed": sealed.hex()}


def _unsealed(wrap: Wrap, secret: bytes) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce, sealed = (bytes.fromhex(wrap[name]) for name in ("salt", "nonce", "sealed"))
    try:
        key: bytes = AESGCM(_stretched(secret, salt)).decrypt(nonce, sealed, wrap["kind"].encode())
    except InvalidTag:
        return None
    return key


def _stretched(secret: bytes, salt: bytes) -> bytes:
    """Argon2id with 64 MiB and three passes: about half a second on an office PC."""
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        secret, salt, time_cost=3, memory_cost=64 * 1024, parallelism=1, hash_len=32, type=Type.ID
    )


def _spelled(recovery: bytes) -> str:
    """The recovery key in groups of four letters and digits; the last group checks the others."""
    text = base64.b32encode(recovery).decode() + _check(recovery)
    return "-".join(text[n : n + _GROUP] for n in range(0, len(text), _GROUP))


def _check(recovery: bytes) -> str:
    return base64.b32encode(hashlib.sha256(recovery).digest()).decode()[:_GROUP]


def _read_spelled(text: str) -> bytes:
    """The recovery key as it was typed, whatever the dashes. Raises ``DeskError`` where the check group does not fit."""
    letters = (
        "".join(char for char in text.upper() if char.isalnum())
        .replace("0", "O")
        .replace("1", "I")
        .replace("8", "B")
    )
    try:
        recovery = base64.b32decode(letters[:-_GROUP])
    except ValueError:
        recovery = b""
    if not recovery or letters[-_GROUP:] != _check(recovery):
        raise DeskError(
            "bad_recovery", "恢复密钥抄写有误", "请对照打印件逐组核对，注意字母与数字", "recovery"
        )
    return recovery


def _wraps(home: Path) -> list[Wrap]:
    try:
        wraps: list[Wrap] = json.loads((home / KEY_FILE).read_text(encoding="utf-8"))["wraps"]
    except (OSError, ValueError, KeyError) as error:
        raise DeskError(
            "no_key", f"“{home}”里的钥匙文件读不出来", "请从备份恢复 desk.key，或用恢复密钥", "home"
        ) from error
    return wraps


def _write(home: Path, wraps: list[Wrap]) -> None:
    text = json.dumps({"format": 1, "wraps": wraps}, indent=1)
    write_private(home / KEY_FILE, text.encode())


def write_private(path: Path, data: bytes) -> None:
    """A file that only its owner may read, from its first byte on; replaced as a whole."""
    beside = path.with_name(path.name + ".new")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
