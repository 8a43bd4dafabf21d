"""The high-water mark: a small file outside the database that remembers the last number taken and the audit head.

A restored copy of the database forgets numbers that stand on paper already. The mark does not: it is written and
fsynced before each commit, so it is never too low; a mark too high only makes one number void.
"""

import hmac
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

from desk.store.transaction import Series

_MAC_DIGITS = 32
_COMPACT_AT = 1 << 20
_BINARY = getattr(os, "O_BINARY", 0)


@dataclass(slots=True)
class HighWater:
    """Lines ``mac json`` appended to one file; the last line for a series holds. Torn or forged lines are passed over.

    ``bad_lines`` counts lines whose MAC is wrong, which only a hand or a power cut makes.
    """

    path: Path
    key: bytes
    last: dict[Series, int] = field(default_factory=dict)
    head: tuple[int, str] = (0, "")
    bad_lines: int = 0
    _read_to: int = 0
    _lock: Lock = field(default_factory=Lock)

    def of(self, series: Series) -> int:
        """The highest number of ``series`` that may stand on paper, 0 if none is known."""
        with self._lock:
            self._catch_up()
            return self.last.get(series, 0)

    def audit_head(self) -> tuple[int, str]:
        """Count and hash of the last audit row that was about to be committed."""
        with self._lock:
            self._catch_up()
            return self.head

    def raise_to(self, taken: Mapping[Series, int], head: tuple[int, str]) -> None:
        """Appends the marks and waits until they are on the disk."""
        line = self._line(taken, head)
        with self._lock:
            self._append(line)
            self.last.update({series: max(n, self.last.get(series, 0)) for series, n in taken.items()})
            self.head = head

    def _line(self, taken: Mapping[Series, int], head: tuple[int, str]) -> bytes:
        content = {"taken": [[*series, n] for series, n in taken.items()], "head": head}
        body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
        return self._mac(body) + b" " + body + b"\n"

    def _mac(self, body: bytes) -> bytes:
        return hmac.digest(self.key, body, "sha256").hex()[:_MAC_DIGITS].encode()

    def _append(self, line: bytes) -> None:
        new = not self.path.exists()
        handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | _BINARY, 0o600)
        try:
            os.write(handle, line)
            _to_disk(handle)
        finally:
            os.close(handle)
        if new:
            sync_folder(self.path.parent)

    def _catch_up(self) -> None:
        """Reads what this or another process has appended since the last look."""
        try:
            size = self.path.stat().st_size
        except FileNotFoundError:
            return
        if size == self._read_to:
            return
        if size < self._read_to:  # another process has made the file shorter by compacting it
            self._read_to = 0
        with self.path.open("rb") as file:
            file.seek(self._read_to)
            data = file.read()
        whole = data[: data.rfind(b"\n") + 1]
        for line in whole.splitlines():
            self._take_in(line)
        self._read_to += len(whole)

    def _take_in(self, line: bytes) -> None:
        mac, _, body = line.partition(b" ")
        if not hmac.compare_digest(mac, self._mac(body)):
            self.bad_lines += 1
            return
        content: dict[str, Any] = json.loads(body)
        for rulebook, series, period, n in content["taken"]:
            key = (rulebook, series, period)
            self.last[key] = max(n, self.last.get(key, 0))
        count, digest = content["head"]
        self.head = (count, digest)

    def compact(self) -> None:
        """Writes one line in place of many once the file has grown past a megabyte; the old file stays until then."""
        with self._lock:
            self._catch_up()
            if self._read_to < _COMPACT_AT:
                return
            fresh = self.path.with_suffix(self.path.suffix + ".new")
            with fresh.open("wb") as file:
                file.write(self._line(self.last, self.head))
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self.path)
            sync_folder(self.path.parent)
            self._read_to = self.path.stat().st_size


def _to_disk(handle: int) -> None:
    # fdatasync also writes the new length of the file, which is all the metadata that reading needs.
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
