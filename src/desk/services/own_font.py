"""仿宋 on this computer: papers want it, no font of ours is it. The machine's is used, or a file of the office's own.

The file lies beside the office's other files of this computer, since what a licence allows on one it may not on another.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desk.domain.errors import DeskError
from desk.domain.viewer import Viewer
from desk.services.changes import Changes
from desk.services.rights import require
from desk.store import audit

if TYPE_CHECKING:
    from desk.services.office import Office

SUBSTITUTE = "思源宋体"
_CHANGED = Changes(what=frozenset({"settings"}))


@dataclass(frozen=True, slots=True)
class FangSong:
    """What 仿宋 is set in: a ``file``, the office's ``own`` or the machine's; without one the substitute."""

    file: str = ""
    own: bool = False

    @property
    def words(self) -> str:
        """For whoever sets the office up."""
        if not self.file:
            return f"这台电脑没有仿宋字体，文书里的仿宋用{SUBSTITUTE}代替"
        return "仿宋用本单位的字体文件" if self.own else f"仿宋用这台电脑的字体 {self.file}"


def own_file(home: Path) -> Path:
    """Where the office's own font lies on this computer."""
    return home / "fonts" / "fangsong.ttf"


def take(home: Path) -> None:
    """Set papers in the office's own font, where there is one."""
    from desk.paper import fonts

    fonts.take_own(own_file(home))


def used(office: "Office") -> FangSong:
    """What 仿宋 is set in on this computer."""
    from desk.paper import fonts

    file = fonts.fangsong()
    return FangSong(file.name, own=file == own_file(office.home)) if file else FangSong()


def put(office: "Office", viewer: Viewer, file: Path) -> Changes:
    """Set papers in this font from now on, on this computer. Raises ``DeskError`` for a file that is no fitting font."""
    require(viewer, "configure", "指定仿宋字体文件")
    _examine(file)
    kept = own_file(office.home)
    with office.store.writing() as tx:
        audit.append(tx, audit.Act(act="font_put", by=viewer.user, about=file.name))
        kept.parent.mkdir(exist_ok=True)
        new = kept.with_suffix(".new")
        shutil.copyfile(file, new)
        new.replace(kept)
    take(office.home)
    return _CHANGED


def remove(office: "Office", viewer: Viewer) -> Changes:
    """Use the office's own font no longer; papers that are issued stay as they are."""
    require(viewer, "configure", "停用本单位的仿宋字体")
    with office.store.writing() as tx:
        audit.append(tx, audit.Act(act="font_remove", by=viewer.user))
        own_file(office.home).unlink(missing_ok=True)
    take(office.home)
    return _CHANGED


def _examine(file: Path) -> None:
    from desk.paper import fonts

    try:
        file.stat()
        fonts.examine(file)
    except OSError:
        raise DeskError("no_file", f"打不开“{file.name}”", "请核对文件还在不在，能不能读", "file") from None
    except fonts.Unusable:
        hint = "请选有中文、许可嵌入的 TrueType 字体（.ttf、.ttc），例如 Windows 的 simfang.ttf"
        raise DeskError("bad_font", f"“{file.name}”不能当仿宋用", hint, "file") from None
