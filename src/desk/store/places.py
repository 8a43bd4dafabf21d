"""Where the file of a store may lie: on a disk of this machine, in no folder that something else keeps in step."""

import os
import sys
from pathlib import Path, PurePath, PureWindowsPath

from desk.domain.errors import StoreError

_HINT = "请改放到本机硬盘的普通文件夹；几台电脑合用时，请改用 PostgreSQL。"
_SYNCED = (
    "onedrive", "坚果云", "nutstore", "百度网盘", "baidunetdisk", "baidusyncdisk", "baiduyun", "微云", "weiyun",
    "dropbox", "icloud", "google drive", "googledrive", "wpsdrive", "wps云盘", "阿里云盘", "天翼云盘", "夸克网盘",
    "nextcloud", "seafile", "synologydrive",
)  # fmt: skip
_REMOTE_TYPES = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "ncpfs", "fuse.davfs"}
_DRIVE_REMOTE = 4  # GetDriveType: DRIVE_REMOTE


def _refused(why: str) -> StoreError:
    return StoreError("place", f"资料库不能放在这里：{why}。", _HINT, field="path")


def synced_folder(path: PurePath) -> str:
    """The folder on the way to ``path`` that a cloud service keeps in step, or nothing."""
    for part in path.parts:
        if part.lower().startswith(_SYNCED):
            return part
    return ""


def is_unc(path: str) -> bool:
    """Whether the words name a share of another machine, with two strokes or backslashes in front."""
    return path.startswith(("\\\\", "//")) and not path.startswith(("\\\\?\\", "\\\\.\\"))


def _mounted_type(path: Path) -> str:
    """The file system's type on Linux; nothing elsewhere."""
    table = Path("/proc/mounts")
    if not table.exists():
        return ""
    found, kind = "", ""
    for line in table.read_text(encoding="utf-8", errors="replace").splitlines():
        _, place, this, *_ = line.split(" ")
        if path.is_relative_to(place) and len(place) > len(found):
            found, kind = place, this
    return kind


def _on_remote_drive(path: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        return ctypes.windll.kernel32.GetDriveTypeW(PureWindowsPath(path).anchor) == _DRIVE_REMOTE
    return _mounted_type(path) in _REMOTE_TYPES


def check(path: Path) -> Path:
    """The absolute path, or a refusal that says why: WAL and locks are safe on local disks only.

    Source: sqlite.org "How To Corrupt An SQLite Database File", 2.1 and 2.2.
    """
    if is_unc(str(path)):
        raise _refused("这是网络上另一台电脑的共享文件夹")
    whole = path.absolute()
    if folder := synced_folder(whole):
        raise _refused(f"“{folder}”是网盘同步文件夹")
    if _on_remote_drive(whole):
        raise _refused("这是网络驱动器")
    if not whole.parent.is_dir():
        raise StoreError(
            "no_folder", f"文件夹“{whole.parent}”不存在。", "请先建立这个文件夹，或另选位置。", "path"
        )
    for place in (whole.parent, whole):
        if place.exists() and not os.access(place, os.W_OK):
            raise StoreError(
                "read_only",
                f"“{place}”不允许写入，资料库打不开。",
                "请检查文件夹的权限或磁盘的写保护，或另选位置。",
                "path",
            )
    return whole
