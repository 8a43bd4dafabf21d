"""A disk that remembers every write and every forced write, and the disks that could be left after a power cut.

Files live in memory behind a file system of SQLite's own kind. What was forced to the disk stays; of what was only
written, each sector of 512 bytes may be there or not.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

import apsw

SECTOR = 512


@dataclass
class Disk:
    """Files as the programs see them (``now``), and as they are surely on the disk (``sure``)."""

    now: dict[str, bytearray] = field(default_factory=dict)
    sure: dict[str, bytearray] = field(default_factory=dict)

    def after_power_cut(self, pick: random.Random) -> dict[str, bytes]:
        """One of the disks that could be found."""
        return {name: self._torn(name, pick) for name in self.now}

    def _torn(self, name: str, pick: random.Random) -> bytes:
        now, left = self.now[name], bytearray(self.sure.get(name, b""))
        if len(left) > len(now) and pick.random() < 0.5:
            del left[len(now) :]
        share = pick.choice((0.0, 0.1, 0.5, 0.9, 1.0))
        for start in range(0, len(now), SECTOR):
            if pick.random() < share:
                end = min(start + SECTOR, len(now))
                left.extend(bytes(max(end - len(left), 0)))
                left[start:end] = now[start:end]
        return bytes(left)


class _File:
    """One open file on the disk."""

    def __init__(self, disk: Disk, name: str) -> None:
        self.disk, self.name = disk, name
        disk.now.setdefault(name, bytearray())

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802 - the names are SQLite's
        data = bytes(self.disk.now[self.name][offset : offset + amount])
        return data + bytes(amount - len(data))

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        content = self.disk.now[self.name]
        content.extend(bytes(max(offset + len(data) - len(content), 0)))
        content[offset : offset + len(data)] = data

    def xSync(self, flags: int) -> None:  # noqa: N802
        self.disk.sure[self.name] = bytearray(self.disk.now[self.name])

    def xTruncate(self, size: int) -> None:  # noqa: N802
        del self.disk.now[self.name][size:]

    def xFileSize(self) -> int:  # noqa: N802
        return len(self.disk.now[self.name])

    def xClose(self) -> None:  # noqa: N802
        pass

    def xLock(self, level: int) -> None:  # noqa: N802
        pass

    def xUnlock(self, level: int) -> None:  # noqa: N802
        pass

    def xCheckReservedLock(self) -> bool:  # noqa: N802
        return False

    def xFileControl(self, operation: int, pointer: int) -> bool:  # noqa: N802
        return False

    def xSectorSize(self) -> int:  # noqa: N802
        return SECTOR

    def xDeviceCharacteristics(self) -> int:  # noqa: N802
        return 0


class FileSystem(apsw.VFS):
    """SQLite's way to the disk, for one connection that locks exclusively (which keeps the WAL's index in memory)."""

    def __init__(self, disk: Disk, name: str) -> None:
        self.disk = disk
        super().__init__(name, "")

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> _File:  # type: ignore[override]  # noqa: N802
        path = name.filename() if isinstance(name, apsw.URIFilename) else str(name)
        flags[1] = flags[0]
        return _File(self.disk, path)

    def xDelete(self, name: str, sync: bool) -> None:  # noqa: N802
        self.disk.now.pop(name, None)
        self.disk.sure.pop(name, None)

    def xAccess(self, name: str, flags: int) -> bool:  # noqa: N802
        return name in self.disk.now

    def xFullPathname(self, name: str) -> str:  # noqa: N802
        return name


def cut(disk: Disk, pick: random.Random, check: Callable[[apsw.Connection], None]) -> None:
    """Finds one possible disk after the cut, opens the database on it, and checks it."""
    found = Disk({name: bytearray(data) for name, data in disk.after_power_cut(pick).items()})
    name = f"found{pick.random()}"
    system = FileSystem(found, name)
    connection = apsw.Connection("/desk.db", vfs=name)
    try:
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        check(connection)
    finally:
        connection.close()
        system.unregister()
