"""A file to the disk, whole or not at all: registers, papers and exports are all saved this way.

The old file stays as it was until the new one lies complete beside it. Where another program holds the old one
open, the new one is saved beside it under another name, and the answer says which.
"""

import errno
import os
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, count
from pathlib import Path

from desk.domain.errors import DeskError
from desk.domain.moments import OFFICE_ZONE

PATIENCE = 2.5
"""Seconds for which a file held by another program is tried again: a virus scanner lets go sooner, a person does not."""

_PAUSE = 0.1
_PIECE = 1 << 20
_HELD = {5, 32, 33}  # ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION


@dataclass(frozen=True, slots=True)
class Saved:
    """Where a file was saved. ``notice`` says in Chinese why that is not where it was asked to be, or is empty."""

    path: Path
    notice: str = ""


def _now() -> datetime:
    return datetime.now(OFFICE_ZONE)


def save(
    data: bytes, target: Path, *, patience: float = PATIENCE, now: Callable[[], datetime] = _now
) -> Saved:
    """Saves ``data`` as ``target``, or beside it when another program holds ``target`` for longer than ``patience``.

    Raises DeskError naming place, reason and next step; what was there before is then unchanged.
    """
    with _told(target):
        beside = target.with_name(f".~{secrets.token_hex(8)}.tmp")
        try:
            _write(data, beside)
            return _put_in_place(beside, target, patience, now)
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def copy_names(target: Path, moment: datetime) -> Iterator[Path]:
    """Names for a copy: 登记簿_副本.xlsx, then with the time, 登记簿_副本_20260301_093000.xlsx, then numbered."""
    stamped = f"_副本_{moment:%Y%m%d_%H%M%S}"
    endings = chain(("_副本", stamped), (f"{stamped}_{number}" for number in count(2)))
    return (target.with_name(f"{target.stem}{ending}{target.suffix}") for ending in endings)


def _write(data: bytes, path: Path) -> None:
    left = memoryview(data)
    with path.open("xb", buffering=0) as file:
        while left:
            left = left[file.write(left[:_PIECE]) :]
        os.fsync(file.fileno())


def _put_in_place(beside: Path, target: Path, patience: float, now: Callable[[], datetime]) -> Saved:
    if _replaced(beside, target, patience):
        _settle(target.parent)
        return Saved(target)
    copy = next(name for name in copy_names(target, now()) if not name.exists())
    beside.replace(copy)
    _settle(target.parent)
    notice = (
        f"“{target.name}”正被其他程序打开（例如 Excel 或 WPS），这次另存为“{copy.name}”，放在同一文件夹。"
    )
    return Saved(copy, notice)


def _replaced(beside: Path, target: Path, patience: float) -> bool:
    """Whether ``beside`` took the place of ``target``; False when another program holds it all the time."""
    until = time.monotonic() + patience
    while True:
        try:
            beside.replace(target)
        except OSError as problem:
            if not _held(problem, target):
                raise
            if time.monotonic() >= until:
                return False
            time.sleep(_PAUSE)
        else:
            return True


def _held(problem: OSError, target: Path) -> bool:
    """Whether another program holds the file. Windows says 'access denied' for that too, and for a real denial."""
    denied = target.is_dir() or not os.access(target, os.W_OK)
    return getattr(problem, "winerror", None) in _HELD and not denied


def _settle(folder: Path) -> None:
    """Makes the new name outlast a power cut where the system can be asked to (Windows cannot)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _told(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        code, reason, hint = _REASONS.get(problem.errno or 0, _UNKNOWN)
        raise _refusal(target, code, reason + _free(code, target), hint) from problem
    except ValueError as problem:  # a name that no system can hold
        raise _refusal(target, *_NAME) from problem


def _refusal(target: Path, code: str, reason: str, hint: str) -> DeskError:
    place = f"“{target.name}”没有保存到“{target.parent}”"
    return DeskError(code, f"{place}：{reason}。原来的文件没有改动。", hint, field=str(target))


def _free(code: str, target: Path) -> str:
    if code != "disk_full":
        return ""
    with suppress(OSError):
        return f"（剩余 {shutil.disk_usage(target.parent).free >> 20} MB）"
    return ""


_FULL = ("disk_full", "磁盘已满", "请删去不用的文件，或换一个磁盘保存，然后再试一次。")
_DENIED = ("not_allowed", "这个文件夹或文件不允许写入", "请换一个文件夹保存，或请管理员开放写入权限。")
_GONE = (
    "no_folder",
    "文件夹不存在，或磁盘、网络位置已断开",
    "请检查磁盘或网络位置是否接好，或换一个文件夹保存。",
)
_NAME = ("bad_name", "文件名太长，或含有不能用的字符", '请把文件名改短，不用 \\ / : * ? " < > | 这些字符。')
_TAKEN = ("name_taken", "已有同名的文件夹", "请换一个文件名保存。")
_LARGE = ("file_too_large", "这个磁盘放不下这么大的文件", "请换一个磁盘保存。")
_BROKEN = ("disk_broken", "磁盘读写出错", "请换一个磁盘保存，并请管理员检查原磁盘。")
_UNKNOWN = ("not_saved", "系统没有写成", "请换一个位置再试；仍不行时请把这段话告诉管理员。")
_REASONS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.EROFS: _DENIED,
    errno.ENOENT: _GONE,
    errno.ENOTDIR: _GONE,
    errno.ENODEV: _GONE,
    errno.ENAMETOOLONG: _NAME,
    errno.EINVAL: _NAME,
    errno.EISDIR: _TAKEN,
    errno.EFBIG: _LARGE,
    errno.EIO: _BROKEN,
}
