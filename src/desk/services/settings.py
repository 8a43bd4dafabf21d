"""What the office says about itself: its words on papers, and how they are printed."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from desk.domain.errors import DeskError
from desk.domain.masking import Strength
from desk.domain.viewer import Viewer
from desk.services.changes import Changes
from desk.services.overwriting import Matter, altered
from desk.services.rights import require
from desk.store import audit
from desk.store import office as office_settings
from desk.store.masks import SETTING as MASKS

if TYPE_CHECKING:
    from desk.services.office import Office

OWN_WORDS = ("office.", "contact.", "paper.", "mask.", "backup.")
"""The settings that an office may write; the others are the program's."""
BACKUPS, LONGEST_BACKUP = "backup.months", 120
"""How many months a backup is kept before the office deletes it."""


TITLES = {
    "office.name": "单位全称", "office.short_name": "单位简称", "office.code": "发文代字", "office.phone": "联系电话",
    "office.address": "办公地址", "contact.name": "联系人", "contact.phone": "联系人电话",
    "office.reconsideration_organ": "行政复议机关", "office.court": "管辖法院", "office.complaint_channel": "投诉监督渠道",
    "paper.notes": "官方表单上的注", MASKS: "遮盖程度",
    BACKUPS: "备份保存月数",
}  # fmt: skip
"""What the settings are called that every office has."""
_UNSAID = {"paper.notes": "yes", MASKS: "normal", BACKUPS: "12"}
"""What holds while the office has said nothing."""
_WORDS = {
    ("paper.notes", "yes"): "打印", ("paper.notes", "no"): "不打印",
    (MASKS, "light"): "轻", (MASKS, "normal"): "中", (MASKS, "strong"): "重",
}  # fmt: skip
_MATTER = Matter(
    title=lambda key: TITLES.get(key, key),
    words=lambda key, value: _WORDS.get((key, value), value),
    acts=("settings",),
    wrote=lambda row, key: key in row.fields,
)


def said(settings: Mapping[str, str], keys: Iterable[str]) -> dict[str, str]:
    """What holds by ``settings`` under each of these keys."""
    return {key: settings.get(key) or _UNSAID.get(key, "") for key in keys}


def change(
    office: "Office", viewer: Viewer, settings: Mapping[str, str], *, seen: Mapping[str, str] | None = None
) -> Changes:
    """Write these settings; the others stay. Raises ``DeskError`` for an empty name or a key of the program's own.

    ``seen`` are those that stood there before they were altered: where somebody else altered one meanwhile, ``Conflict``.
    """
    require(viewer, "configure", "修改单位资料")
    written = {key: words.strip() for key, words in settings.items()}
    _refuse(written)
    with office.store.writing() as tx:
        office_settings.hold(tx)
        now = said(office_settings.read(tx), written)
        before = None if seen is None else said(seen, written)
        changed = altered(office, tx, _MATTER, seen=before, now=now, wanted=written)
        office_settings.write(tx, changed)
        audit.append(tx, audit.Act(act="settings", by=viewer.user, fields=tuple(changed)))
    office.settings = {**office.settings, **now, **changed}
    return Changes(what=frozenset({"settings"}))


def _refuse(written: Mapping[str, str]) -> None:
    if foreign := [key for key in written if not key.startswith(OWN_WORDS)]:
        raise DeskError(
            "bad_setting", f"没有设置项“{foreign[0]}”", "可用：" + "、".join(OWN_WORDS), foreign[0]
        )
    if written.get("office.name") == "":
        raise DeskError("missing", "单位名称不能为空", "它印在回执和文书上，请填写全称", "office.name")
    if written.get(MASKS, "normal") not in set(Strength):
        raise DeskError(
            "bad_setting", f"没有这种遮盖程度“{written[MASKS]}”", "可用：light、normal、strong", MASKS
        )
    if not (months := written.get(BACKUPS, "12")).isdecimal() or not 1 <= int(months) <= LONGEST_BACKUP:
        raise DeskError(
            "bad_setting", f"备份保存月数“{months}”不对", f"请写 1 到 {LONGEST_BACKUP} 的整数", BACKUPS
        )
