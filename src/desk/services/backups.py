"""Backups that are tried before they are called good, the way back, and moving an office to a server."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from desk.domain.errors import DeskError, StoreError
from desk.domain.progress import Told
from desk.domain.viewer import Viewer
from desk.domain.workdays import months_on
from desk.services import settings
from desk.services.office import ADDRESS_FILE, MARK_FILE, STORE_FILE, Office, open_office, system_clock
from desk.services.rights import require
from desk.store import audit, backup, erasing, keys
from desk.store.backup import Contents
from desk.store.engine import open_store
from desk.store.transfer import transfer


def back_up(office: Office, viewer: Viewer, target: Path, told: Told | None = None) -> Contents:
    """Write a backup while work goes on; it is opened and checked before it gets its name. Raises ``Stopped``."""
    require(viewer, "configure", "备份")
    key = keys.unlock(office.home)
    wrapped = (office.home / keys.KEY_FILE).read_bytes()
    contents = backup.back_up(office.store, key, target, wrapped_keys=wrapped, told=told)
    with office.store.writing() as tx:
        audit.append(
            tx, audit.Act(act="backup", by=viewer.user, about=f"{contents.audit_rows}-{contents.audit_head}")
        )
    return contents


_MANY = 10_000
"""Backups that are listed: several a day for as long as an office may keep them (``settings.LONGEST_BACKUP``)."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup that was made: when, by whom, its audit head, until when to keep it, how many cases were destroyed since,
    and whether its time ``is_over``.

    Where the file went is not known here; the office deletes it when its time is over.
    """

    at: datetime
    by: str
    head: str
    kept_until: date
    destroyed_since: int
    is_over: bool


def listed(office: Office, viewer: Viewer) -> tuple[Kept, ...]:
    """The backups made, the newest first; a backup still holds what was destroyed after it, until it is deleted."""
    if not (viewer.may("approve") or viewer.may("configure")):
        require(viewer, "configure", "查看备份记录")
    months = int(settings.said(office.settings, [settings.BACKUPS])[settings.BACKUPS])
    today = office.now().date()
    with office.store.reading() as tx:
        made, erased = audit.records(tx, acts=("backup",), limit=_MANY), erasing.moments(tx)
    return tuple(
        Kept(
            row.at, office.user_name(row.by), row.about, months_on(row.at.date(), months),
            sum(at > row.at for at in erased), months_on(row.at.date(), months) < today,
        )
        for row in made
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Restored:
    """What the backup held, and the numbers of the cases that were destroyed since it was made: they are there again."""

    contents: Contents
    undestroyed: tuple[str, ...]


def restore(
    home: Path,
    source: Path,
    *,
    password: str | None = None,
    recovery: str | None = None,
    now: datetime | None = None,
    told: Told | None = None,
) -> Restored:
    """Put the store of a backup in place of the office's; numbers printed since then are jumped over and void.

    In an empty folder the backup brings its keys along: they open by password or recovery key. Raises ``DeskError``;
    a restore that fails leaves nothing of itself.
    """
    said, wrapped = backup.contents_of(source)
    if (home / ADDRESS_FILE).exists():
        raise DeskError(
            "on_server",
            "这个单位的资料在服务器上，不能直接恢复到这里",
            "请先恢复到一个空目录，再迁移到服务器",
            "home",
        )
    with _brought(home, wrapped):
        key = keys.unlock(home, password=password, recovery=recovery)
        undestroyed = _destroyed(home, key, datetime.fromisoformat(said.made_at))
        contents = backup.restore(source, key, home / STORE_FILE, now or system_clock(), told)
        keys.bind_machine(home, key)
    return Restored(contents, undestroyed)


def _destroyed(home: Path, key: bytes, since: datetime) -> tuple[str, ...]:
    """The cases destroyed after this moment by the store that lies here; none where there is none that can be read."""
    if not (home / STORE_FILE).exists():
        return ()
    try:
        url = f"sqlite:///{home / STORE_FILE}"
        with (
            closing(open_store(url, key, now=system_clock, mark=home / MARK_FILE, upgrade=False)) as held,
            held.reading() as tx,
        ):
            return erasing.numbers(tx, since)
    except StoreError:
        return ()


@contextmanager
def _brought(home: Path, wrapped: bytes) -> Iterator[None]:
    """The folder with the backup's keys where it has none; both are gone again where the restore fails."""
    made = next((folder for folder in reversed((home, *home.parents)) if not folder.exists()), None)
    has_keys = (home / keys.KEY_FILE).exists()
    home.mkdir(parents=True, exist_ok=True)
    if not has_keys:
        (home / keys.KEY_FILE).write_bytes(wrapped)
    try:
        yield
    except BaseException:
        if made is not None:
            shutil.rmtree(made, ignore_errors=True)
        elif not has_keys:
            (home / keys.KEY_FILE).unlink(missing_ok=True)
        raise


def move(office: Office, viewer: Viewer, url: str) -> Office:
    """Move the whole office into the empty database at ``url`` and open it there; the file stays beside as it was."""
    require(viewer, "configure", "迁移资料库")
    key = keys.unlock(office.home)
    target = open_store(url, key, now=office.now, mark=office.home / MARK_FILE)
    try:
        transfer(office.store, target)
        with target.writing() as tx:
            audit.append(tx, audit.Act(act="move", by=viewer.user, about=url.rpartition("@")[2]))
    finally:
        target.close()
    (office.home / ADDRESS_FILE).write_text(url, encoding="utf-8")
    home = office.home
    office.close()
    return open_office(home)
