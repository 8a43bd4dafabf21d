"""Backups: one encrypted file that opens with the recovery key alone, tried before it is called good, and the way back.

A backup is a zip without compression: the store as an encrypted file, the wrapped keys, and a page that says what is
inside. A restored store is an older one; the numbers that it has forgotten are jumped over and void (``counters``).
"""

import hashlib
import json
import os
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import func, select

from desk.domain.errors import StoreError
from desk.domain.progress import Told, go_on
from desk.domain.system_words import reason_of
from desk.store import audit, schema, sqlite, verification
from desk.store.cipher import cipher
from desk.store.engine import Store, open_store
from desk.store.findings import Finding
from desk.store.highwater import sync_folder
from desk.store.transfer import transfer

_DATA, _KEYS, _PAGE = "desk.db", "desk.key", "backup.json"
_CHUNK = 1 << 20
_PAGES = 4096
"""So many are copied between two looks at whether to go on."""


class BadBackup(StoreError):
    """The file is no backup, is cut off, or was changed."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup holds: how many cases and audit rows, the audit's head, the digest of its data, and when it was made."""

    made_at: str
    cases: int
    audit_rows: int
    audit_head: str
    sha256: str
    revision: str = schema.REVISION


def back_up(
    store: Store, key: bytes, target: Path, *, wrapped_keys: bytes = b"", told: Told | None = None
) -> Contents:
    """Writes a backup while work goes on, opens it again with the key and checks all of it before it gets its name.

    ``wrapped_keys`` is the office's key file, so that password or recovery key open the backup on another machine.
    Raises ``Stopped`` where ``told`` says so.
    """
    beside = target.with_name(target.name + ".new")
    with TemporaryDirectory(dir=target.parent, prefix=".backup-") as folder:
        copy = Path(folder) / _DATA
        _copy(store, key, copy, told)
        contents = _checked(copy, key, store.clock(), told)
        _pack(beside, copy, contents, wrapped_keys)
    beside.replace(target)
    sync_folder(target.parent)
    return contents


def _copy(store: Store, key: bytes, copy: Path, told: Told | None) -> None:
    """The whole store as one encrypted file, as it was at one moment."""
    go_on(told, "复制", 0, 1)
    if store.path is None:
        with _opened(copy, key, store.clock()) as file:
            transfer(store, file)
        return
    source = sqlite.connect(store.path, store.cipher.file_key, read_only=True)
    target = sqlite.connect(copy, store.cipher.file_key)
    try:
        # A snapshot is held meanwhile: else the copy would begin anew each time that a desk writes.
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        source.backup(
            target,
            pages=_PAGES,
            progress=lambda _, left, total: go_on(told, "复制", total - left, total),
            sleep=0,
        )
    finally:
        source.close()
        target.close()


@contextmanager
def _opened(path: Path, key: bytes, now: datetime) -> Iterator[Store]:
    store = open_store(f"sqlite:///{path}", key, now=lambda: now)
    try:
        yield store
    finally:
        store.close()


def _checked(copy: Path, key: bytes, now: datetime, told: Told | None = None) -> Contents:
    """Opens the copy as a restore would; refuses it if anything is wrong with it."""
    with _opened(copy, key, now) as store:
        with store.reading() as tx:
            findings = tuple(
                finding
                for finding in verification.verify_all(tx, told=told)
                if not finding.code.startswith("mark")
            )
            head = audit.head(tx)
            cases = int(
                tx.connection.execute(select(func.count()).select_from(schema.complaint)).scalar_one()
            )
        store.checkpoint()
    if findings:
        raise _faulty(findings)
    return Contents(now.isoformat(), cases, head.count, head.hash16, _digest(copy))


def _faulty(findings: tuple[Finding, ...]) -> BadBackup:
    first = findings[0].message
    return BadBackup(
        "bad_backup",
        f"备份没有通过检查：{first}（共 {len(findings)} 处）。",
        "请先运行数据体检，或另选一份备份。",
        "file",
    )


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _pack(target: Path, copy: Path, contents: Contents, wrapped_keys: bytes) -> None:
    try:
        with target.open("wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
                archive.writestr(_PAGE, json.dumps(asdict(contents), ensure_ascii=False))
                archive.writestr(_KEYS, wrapped_keys)
                archive.write(copy, _DATA)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def contents_of(backup: Path) -> tuple[Contents, bytes]:
    """What a backup says about itself, and the wrapped keys to open it with. Raises ``BadBackup``."""
    try:
        with zipfile.ZipFile(backup) as archive:
            return Contents(**json.loads(archive.read(_PAGE))), archive.read(_KEYS)
    except OSError as error:
        raise BadBackup(
            "no_file",
            f"打不开备份文件“{backup}”：{reason_of(error)}。",
            "请检查文件名，或另选一份备份文件。",
            "file",
        ) from error
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, EOFError) as error:
        raise BadBackup(
            "not_a_backup", f"“{backup.name}”不是备份文件，或不完整。", "请另选一份备份文件。", "file"
        ) from error


def restore(backup: Path, key: bytes, target: Path, now: datetime, told: Told | None = None) -> Contents:
    """Puts the store of a backup in place of the file ``target``, which is kept beside as ``….before-restore``.

    A store that somebody has open is refused (``in_use``). The high-water mark stays: numbers that it knows and the backup does not become void when
    the next one is taken.
    """
    said, _ = contents_of(backup)
    with TemporaryDirectory(dir=target.parent, prefix=".restore-") as folder:
        copy = Path(folder) / _DATA
        _unpack(backup, copy)
        if _digest(copy) != said.sha256:
            raise BadBackup("changed_backup", "备份文件被改动过或不完整。", "请另选一份备份文件。", "file")
        _checked(copy, key, now, told)
        if target.exists():
            sqlite.fold(target, cipher(key, seals=False).file_key)
            _set_aside(target)
        copy.replace(target)
        sync_folder(target.parent)
    return said


def _set_aside(target: Path) -> None:
    """The old file and, where it could not be opened, its log, both under another name."""
    for ending in ("", "-wal"):
        file = target.with_name(target.name + ending)
        if file.exists():
            file.replace(target.with_name(f"{target.name}.before-restore{ending}"))
    target.with_name(target.name + "-shm").unlink(missing_ok=True)


def _unpack(backup: Path, copy: Path) -> None:
    try:
        with zipfile.ZipFile(backup) as archive, archive.open(_DATA) as packed, copy.open("wb") as file:
            shutil.copyfileobj(packed, file, _CHUNK)
            file.flush()
            os.fsync(file.fileno())
    except (zipfile.BadZipFile, KeyError, EOFError) as error:
        raise BadBackup("cut_backup", "备份文件不完整。", "请另选一份备份文件。", "file") from error
