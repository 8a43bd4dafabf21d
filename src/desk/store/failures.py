"""Failures of the database told in the office's words. What is not listed here is a defect of ours and stays as it is."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from desk.domain.errors import StoreError


class DiskFull(StoreError):
    """No room left on the disk."""


class StoreBusy(StoreError):
    """Another desk or program holds the store for too long."""


class StoreReadOnly(StoreError):
    """The file or folder may not be written."""


class StoreGone(StoreError):
    """The file or the server cannot be reached."""


class StoreDamaged(StoreError):
    """The file is damaged, or is not what the key belongs to."""


class NewerSchema(StoreError):
    """A newer release has already written to this store."""


class NumberTwice(StoreError):
    """The rulebook's pattern gives the same number in two periods."""


class BadText(StoreError):
    """A text holds characters that no database keeps."""


DISK_FULL = DiskFull(
    "disk_full",
    "磁盘已满，这一次没有保存；以前已保存的都在。",
    "请清理磁盘（至少腾出 500 MB）后再点保存，填写的内容还在窗口里。",
)
BUSY = StoreBusy("busy", "另一个窗口或程序正在保存，等待超时，这一次没有保存。", "请稍等片刻再点保存。")
READ_ONLY = StoreReadOnly(
    "read_only",
    "资料库所在的文件或文件夹不允许写入，这一次没有保存。",
    "请检查文件夹的权限或写保护，然后重试。",
)
GONE = StoreGone(
    "gone",
    "连接不上资料库：文件打不开，或服务器没有应答。",
    "请检查磁盘、U 盘或网络，恢复后再点一次保存，不会重复登记。",
)
DAMAGED = StoreDamaged(
    "damaged", "资料库打不开：密钥不对，或文件已损坏。", "请核对密钥；若密钥无误，请用最近一次备份恢复。"
)
BAD_TEXT = BadText(
    "bad_text",
    "文字里有无法保存的字符（不完整的编码），这一次没有保存。",
    "请删掉刚粘贴的文字，重新输入后再保存。",
)
NUMBER_TWICE = NumberTwice(
    "number_twice",
    "新编号与以前某一期的编号完全相同，这一次没有登记。",
    "请在规则簿的编号式样里加上年份（或月、日）后再登记。",
)

_BY_WORDS: tuple[tuple[str, StoreError], ...] = (
    ("database or disk is full", DISK_FULL),
    ("disk full", DISK_FULL),
    ("no space left", DISK_FULL),
    ("is locked", BUSY),
    ("lock timeout", BUSY),
    ("deadlock detected", BUSY),
    ("could not serialize", BUSY),
    ("readonly database", READ_ONLY),
    ("read-only", READ_ONLY),
    ("unable to open database", GONE),
    ("disk i/o error", GONE),
    ("not a database", DAMAGED),
    ("malformed", DAMAGED),
    ("corrupt", DAMAGED),
    ("vtable constructor failed", DAMAGED),
    ("connection", GONE),
    ("server closed", GONE),
    ("terminating", GONE),
    ("timeout expired", GONE),
)
_SAME_NUMBER = ("UNIQUE constraint failed: serial.text", "serial_text_rulebook_series_key")
_BY_STATE: dict[str, StoreError] = {
    "53100": DISK_FULL,
    "55P03": BUSY,
    "40P01": BUSY,
    "40001": BUSY,
    "25006": READ_ONLY,
}
"""PostgreSQL's SQLSTATE codes (Appendix A of its manual)."""


_BY_ERRNO: dict[int, StoreError] = {
    errno.ENOSPC: DISK_FULL, errno.EDQUOT: DISK_FULL, errno.EROFS: READ_ONLY, errno.EACCES: READ_ONLY, errno.EIO: GONE,
}  # fmt: skip


def explain(error: BaseException) -> StoreError | None:
    """The refusal that ``error`` of the driver stands for, or None if it is a defect of ours."""
    if isinstance(error, UnicodeEncodeError):
        return BAD_TEXT
    origin: object = error.orig if isinstance(error, DBAPIError) else error
    if any(name in str(origin) for name in _SAME_NUMBER):
        return NUMBER_TWICE
    state = getattr(origin, "sqlstate", None)
    if isinstance(state, str):
        return _BY_STATE.get(state) or (GONE if state[:2] in {"08", "57"} else None)
    if type(origin).__name__ not in {"OperationalError", "DatabaseError", "InterfaceError", "IOError"}:
        return None
    words = str(origin).lower()
    return next((known for part, known in _BY_WORDS if part in words), None)


def of_system(error: OSError) -> StoreError:
    """What keeps the high-water mark from being written; told like the same failure of the database."""
    known = _BY_ERRNO.get(error.errno or 0, GONE)
    return type(known)(known.code, known.message, known.hint)


@contextmanager
def told(place: Path | None = None) -> Iterator[None]:
    """Turns known failures of the database into refusals; everything else passes unchanged.

    A full disk is named by ``place``, the file that did not find room.
    """
    try:
        yield
    except Exception as error:  # the driver's own classes differ from one database to the other
        known = explain(error)
        if known is None:
            raise
        raise type(known)(known.code, _named(known, place), known.hint) from error


def _named(known: StoreError, place: Path | None) -> str:
    if place is None or not isinstance(known, DiskFull):
        return known.message
    free = shutil.disk_usage(place.parent).free >> 20
    return known.message.replace("磁盘已满", f"磁盘已满（{place.parent}，只剩 {free} MB）", 1)
