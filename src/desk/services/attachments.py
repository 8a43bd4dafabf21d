"""Files that belong to a case: taken in under our own rules, given out byte by byte, each look on record."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desk.domain.archiving import permit_change
from desk.domain.errors import DeskError
from desk.domain.system_words import reason_of
from desk.domain.viewer import Viewer
from desk.paper.blacking import Area, blacked
from desk.services.changes import Changes
from desk.services.rights import require
from desk.store import attachments, audit, cases
from desk.store.attachments import Attachment

if TYPE_CHECKING:
    from desk.services.office import Office


def attach(office: "Office", viewer: Viewer, number: str, file: Path, *, note: str = "") -> Changes:
    """Keep a copy of ``file`` with the case. Raises ``DeskError`` for what is too large, empty or could run."""
    viewer = office.in_role_at(viewer, number)
    require(viewer, "handle", "添加附件")
    try:
        data = file.read_bytes()
    except OSError as error:
        raise DeskError(
            "no_file", f"打不开文件“{file}”：{reason_of(error)}", "请检查文件名和权限", "file"
        ) from error
    return attach_made(office, viewer, number, file.name, data, note=note)


def attach_made(
    office: "Office", viewer: Viewer, number: str, name: str, data: bytes, *, note: str = ""
) -> Changes:
    """The same for what never was a file: a picture from the clipboard."""
    viewer = office.in_role_at(viewer, number)
    require(viewer, "handle", "添加附件")
    with office.store.writing() as tx:
        case = cases.get(tx, number, viewer)
        permit_change(office.rulebook_of(case), case)
        made = attachments.add(tx, case.id, name, data, by=viewer.user, note=note)
        audit.append(tx, audit.Act(act="attach", by=viewer.user, case_id=case.id, about=f"{number} {made}"))
    return Changes(frozenset({case.id}), frozenset({"cases"}))


def blacken(office: "Office", viewer: Viewer, attachment_id: int, areas: Sequence[Area]) -> Changes:
    """A new picture beside the old one, with these areas black for good. Raises ``DeskError`` for what is no picture."""
    with office.store.reading() as tx:
        viewer = office.in_role_at(viewer, attachments.case_of(tx, attachment_id) or 0)
    require(viewer, "handle", "涂黑附件")
    if not areas:
        raise DeskError("no_areas", "还没有选定要涂黑的地方", "请先在图片上拖出要涂黑的部分", "areas")
    with office.store.writing() as tx:
        data = attachments.data(tx, attachment_id, viewer)
        case = cases.get(tx, attachments.case_of(tx, attachment_id) or 0, viewer)
        permit_change(office.rulebook_of(case), case)
        [old] = [one for one in attachments.of_case(tx, case.id, viewer) if one.id == attachment_id]
        name, note = f"{Path(old.name).stem}（涂黑）.png", f"由附件 {attachment_id} 涂黑 {len(areas)} 处"
        made = attachments.add(tx, case.id, name, _blacked(old, data, areas), by=viewer.user, note=note)
        about = f"{attachment_id} {made}"
        audit.append(tx, audit.Act(act="attachment_black", by=viewer.user, case_id=case.id, about=about))
    return Changes(frozenset({case.id}), frozenset({"cases"}))


def _blacked(file: Attachment, data: bytes, areas: Sequence[Area]) -> bytes:
    try:
        return blacked(data, areas)
    except ValueError as error:
        hint = "请先存成 JPG 或 PNG 图片；PDF 请打印后扫描"
        raise DeskError("no_picture", f"附件“{file.name}”不是能涂黑的图片", hint, "file") from error


def attached(office: "Office", viewer: Viewer, number: str) -> tuple[Attachment, ...]:
    """The case's files, the oldest first, as far as the viewer may know of them."""
    with office.store.reading() as tx:
        return attachments.of_case(tx, cases.known(tx, number, viewer), viewer)


def contents(office: "Office", viewer: Viewer, attachment_id: int) -> bytes:
    """The very bytes of a file; that somebody fetched them is put on record."""
    with office.store.writing() as tx:
        data = attachments.data(tx, attachment_id, viewer)
        case_id = attachments.case_of(tx, attachment_id)
        about = str(attachment_id)
        audit.append(tx, audit.Act(act="attachment_look", by=viewer.user, case_id=case_id, about=about))
    return data
