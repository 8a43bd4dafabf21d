"""The high-water mark: a small file outside the database that remembers the last number taken and the audit head.

A restored copy of the database forgets numbers that stand on paper already. The mark does not: it is written and
forced to the disk before each commit that takes a number, so it is never too low; a mark too high makes a number void.

The file: a random line that names it, then lines ``mac json``, then zeros made beforehand, because forcing a file to
the disk is quick only while it does not grow. Writers come one at a time: each holds the audit head.
"""

import hmac
import json
import os
import secrets
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from desk.store.transaction import Series

_MAC_DIGITS = 32
_NAME_BYTES = 33
_ROOM = 1 << 16
_COMPACT_AT = 1 << 18
_READ_WRITE = os.O_RDWR | getattr(os, "O_BINARY", 0)


@dataclass(slots=True)
class HighWater:
    """The marks of one office. The highest number said for a series holds; torn or forged lines are passed over.

    ``settled`` are marks whose commit this process has seen succeed. ``bad_lines`` counts lines with a wrong MAC,
    which only a hand or a power cut makes.
    """

    path: Path
    key: bytes = field(repr=False)
    last: dict[Series, int] = field(default_factory=dict)
    settled: dict[Series, int] = field(default_factory=dict)
    head: tuple[int, str] = (0, "")
    bad_lines: int = 0
    _name: bytes = b""
    _end: int = 0
    _lock: Lock = field(default_factory=Lock)

    def of(self, series: Series) -> int:
        """The highest number of ``series`` that may stand on paper, 0 if none is known."""
        self.refresh()
        return self.last.get(series, 0)

    def refresh(self) -> None:
        """Reads what this or another process has written since the last look."""
        with self._lock:
            try:
                handle = os.open(self.path, _READ_WRITE)
            except FileNotFoundError:
                return
            try:
                self._catch_up(handle)
            finally:
                os.close(handle)

    def raise_to(self, taken: Mapping[Series, int], head: tuple[int, str]) -> None:
        """Writes the marks down; waits until they are on the disk if a number was taken."""
        line = self._line(taken, head)
        with self._lock:
            if not self.path.exists():
                self._make(b"")
            handle = os.open(self.path, _READ_WRITE)
            try:
                self._catch_up(handle)
                self._write(handle, line, force=bool(taken))
            finally:
                os.close(handle)
            self._take_in(line.rstrip(b"\n"))

    def settle(self, taken: Mapping[Series, int]) -> None:
        """Notes that the numbers are committed, so that they need not be looked for again."""
        self.settled.update(taken)

    def compact(self) -> None:
        """One line in place of many once there are a thousand or so; the old file stays until the new one is whole."""
        self.refresh()
        with self._lock:
            if self._end > _COMPACT_AT:
                with suppress(
                    PermissionError
                ):  # Windows: another desk is just reading it; the next time will do
                    self._make(self._line(self.last, self.head))

    def _write(self, handle: int, line: bytes, *, force: bool) -> None:
        if self._end + len(line) >= os.fstat(handle).st_size:
            os.lseek(handle, self._end, os.SEEK_SET)
            os.write(handle, bytes(_ROOM))
            os.fsync(handle)
        os.lseek(handle, self._end, os.SEEK_SET)
        os.write(handle, line)
        if force:
            _to_disk(handle)
        self._end += len(line)

    def _catch_up(self, handle: int) -> None:
        os.lseek(handle, 0, os.SEEK_SET)
        name = os.read(handle, _NAME_BYTES)
        if name != self._name:  # made anew by another process
            self._name, self._end = name, len(name)
        os.lseek(handle, self._end, os.SEEK_SET)
        data = b""
        while chunk := os.read(handle, 4096):
            data += chunk
            if b"\0" in chunk:
                break
        data = data.partition(b"\0")[0]
        whole = data[: data.rfind(b"\n") + 1]  # a torn line is written over
        for line in whole.splitlines():
            self._take_in(line)
        self._end += len(whole)

    def _make(self, content: bytes) -> None:
        fresh = self.path.with_name(self.path.name + ".new")
        with fresh.open("wb") as file:
            name = secrets.token_hex(16).encode() + b"\n"
            file.write(name + content + bytes(_ROOM))
            file.flush()
            os.fsync(file.fileno())
        fresh.chmod(0o600)
        fresh.replace(self.path)
        sync_folder(self.path.parent)
        self._name, self._end = name, len(name) + len(content)

    def _line(self, taken: Mapping[Series, int], head: tuple[int, str]) -> bytes:
        content = {"taken": [[*series, n] for series, n in taken.items()], "head": head}
        body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
        return self._mac(body) + b" " + body + b"\n"

    def _mac(self, body: bytes) -> bytes:
        return hmac.digest(self.key, body, "sha256").hex()[:_MAC_DIGITS].encode()

    def _take_in(self, line: bytes) -> None:
        mac, _, body = line.partition(b" ")
        if not hmac.compare_digest(mac, self._mac(body)):
            self.bad_lines += 1
            return
        content = json.loads(body)
        for rulebook, series, period, n in content["taken"]:
            key = (rulebook, series, period)
            self.last[key] = max(n, self.last.get(key, 0))
        count, digest = content["head"]
        self.head = (count, digest)


def _to_disk(handle: int) -> None:
    if sys.platform == "linux":
        os.fdatasync(handle)
    else:
        os.fsync(handle)


def sync_folder(folder: Path) -> None:
    """Makes a new or renamed file's name durable where the system knows how (not on Windows, which needs no help)."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
