"""Files that belong to a case: taken in under our own rules, given out byte by byte, each look on record."""

from pathlib import Path
from typing import TYPE_CHECKING

from desk.domain.archiving import permit_change
from desk.domain.errors import DeskError
from desk.domain.system_words import reason_of
from desk.domain.viewer import Viewer
from desk.services.changes import Changes
from desk.services.rights import require
from desk.store import attachments, audit, cases
from desk.store.attachments import Attachment

if TYPE_CHECKING:
    from desk.services.office import Office


def attach(office: "Office", viewer: Viewer, number: str, file: Path, *, note: str = "") -> Changes:
    """Keep a copy of ``file`` with the case. Raises ``DeskError`` for what is too large, empty or could run."""
    require(viewer, "handle", "添加附件")
    try:
        data = file.read_bytes()
    except OSError as error:
        raise DeskError(
            "no_file", f"打不开文件“{file}”：{reason_of(error)}", "请检查文件名和权限", "file"
        ) from error
    with office.store.writing() as tx:
        case = cases.get(tx, number, viewer)
        case_id = case.id
        permit_change(office.rulebook_of(case), case)
        made = attachments.add(tx, case_id, file.name, data, by=viewer.user, note=note)
        audit.append(tx, audit.Act(act="attach", by=viewer.user, case_id=case_id, about=f"{number} {made}"))
    return Changes(frozenset({case_id}), frozenset({"cases"}))


def attached(office: "Office", viewer: Viewer, number: str) -> tuple[Attachment, ...]:
    """The case's files, the oldest first, as far as the viewer may know of them."""
    with office.store.reading() as tx:
        return attachments.of_case(tx, cases.get(tx, number, viewer).id, viewer)


def contents(office: "Office", viewer: Viewer, attachment_id: int) -> bytes:
    """The very bytes of a file; that somebody fetched them is put on record."""
    with office.store.writing() as tx:
        data = attachments.data(tx, attachment_id, viewer)
        case_id = attachments.case_of(tx, attachment_id)
        about = str(attachment_id)
        audit.append(tx, audit.Act(act="attachment_look", by=viewer.user, case_id=case_id, about=about))
    return data
