"""What the office says about itself: its words on papers, and how they are printed."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desk.domain.errors import DeskError
from desk.domain.masking import Strength
from desk.domain.viewer import Viewer
from desk.services.changes import Changes
from desk.services.rights import require
from desk.store import audit
from desk.store import office as office_settings
from desk.store.masks import SETTING as MASKS

if TYPE_CHECKING:
    from desk.services.office import Office

OWN_WORDS = ("office.", "contact.", "paper.", "mask.")
"""The settings that an office may write; the others are the program's."""


def change(office: "Office", viewer: Viewer, settings: Mapping[str, str]) -> Changes:
    """Write these settings; the others stay. Raises ``DeskError`` for an empty name or a key of the program's own."""
    require(viewer, "configure", "修改单位资料")
    if foreign := [key for key in settings if not key.startswith(OWN_WORDS)]:
        raise DeskError(
            "bad_setting", f"没有设置项“{foreign[0]}”", "可用：" + "、".join(OWN_WORDS), foreign[0]
        )
    written = {key: words.strip() for key, words in settings.items()}
    if written.get("office.name") == "":
        raise DeskError("missing", "单位名称不能为空", "它印在回执和文书上，请填写全称", "office.name")
    if written.get(MASKS, "normal") not in set(Strength):
        raise DeskError(
            "bad_setting", f"没有这种遮盖程度“{written[MASKS]}”", "可用：light、normal、strong", MASKS
        )
    changed = {key: words for key, words in written.items() if office.settings.get(key, "") != words}
    with office.store.writing() as tx:
        office_settings.write(tx, changed)
        audit.append(tx, audit.Act(act="settings", by=viewer.user, fields=tuple(changed)))
    office.settings = {**office.settings, **changed}
    return Changes(what=frozenset({"settings"}))
