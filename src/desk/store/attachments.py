"""Files that belong to a case. They are stored and given back byte by byte, never opened or unpacked here."""

import hashlib
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select

from desk.domain import file_kinds
from desk.domain.errors import DeskError, NotFound
from desk.domain.viewer import Viewer
from desk.store import cases, identities, schema
from desk.store.encoding import micros, moment
from desk.store.transaction import Transaction

LARGEST = 50 * 1024 * 1024
_LONGEST_NAME = 200
_BLOCKED = frozenset(
    [
        ".exe",
        ".com",
        ".scr",
        ".bat",
        ".cmd",
        ".ps1",
        ".vbs",
        ".vbe",
        ".js",
        ".jse",
        ".wsf",
        ".wsh",
        ".msi",
        ".msp",
        ".hta",
        ".lnk",
        ".pif",
        ".reg",
        ".dll",
        ".cpl",
        ".iso",
        ".img",
        ".jar",
    ]
)
"""What would run or mount when it is opened on a clerk's machine."""
_a, _b = schema.attachment, schema.attachment_bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file of a case: the name it came with (only ever shown), size in bytes, digest, who added it."""

    id: int
    case_id: int
    name: str
    size: int
    sha256: str
    at: datetime
    by: str
    note: str


def add(tx: Transaction, case_id: int, name: str, data: bytes, *, by: str, note: str = "") -> int:
    """Stores a file with the case; its id. Raises ``DeskError`` for one that is too large, empty or could run."""
    cases.refuse_erased(tx, case_id)
    shown = shown_name(name)
    if len(data) > LARGEST:
        raise DeskError(
            "too_large", f"附件“{shown}”超过 50 MB，没有保存。", "请压缩图片或分成几个文件。", "file"
        )
    if not data:
        raise DeskError("empty_file", f"附件“{shown}”是空文件，没有保存。", "请重新选择文件。", "file")
    if why := file_kinds.refusal(data):
        raise DeskError(
            "blocked_file", f"附件“{shown}”{why}，没有保存。", "请改存为图片、PDF 或文字文件。", "file"
        )
    if endings := [part for part in _endings(shown) if part in _BLOCKED]:
        raise DeskError(
            "blocked_file",
            f"附件“{shown}”是可以运行的文件（{endings[0]}），不能保存。",
            "请改存为图片或 PDF。",
            "file",
        )
    digest = hashlib.sha256(data).hexdigest()
    row = {
        "case_id": case_id, "name": tx.cipher.seal(shown.encode(), f"attachment:{case_id}"), "size": len(data),
        "sha256": digest, "at": micros(tx.now()), "by": by, "note": note,
    }  # fmt: skip
    made = int(tx.connection.execute(insert(_a).returning(_a.c.id), row).scalar_one())
    sealed = tx.cipher.seal(data, f"attachment bytes:{made}")
    tx.connection.execute(insert(_b), {"attachment_id": made, "case_id": case_id, "data": sealed})
    return made


def of_case(tx: Transaction, case_id: int, viewer: Viewer) -> tuple[Attachment, ...]:
    """The case's files, the oldest first; none for who may not see identities, of a sealed case none without a grant.

    A file may show who the complainant is (a copy of an identity card), and nothing in it can be masked.
    """
    cases.known(tx, case_id, viewer)
    if not identities.sees(tx, viewer, case_id, sealed=cases.is_sealed(tx, case_id)):
        return ()
    rows = tx.connection.execute(select(_a).where(_a.c.case_id == case_id).order_by(_a.c.id))
    return tuple(_attachment(tx, row) for row in rows)


def count(tx: Transaction, case_id: int) -> int:
    """How many files are kept with a case."""
    counted = select(func.count()).where(schema.attachment.c.case_id == case_id)
    return int(tx.connection.execute(counted).scalar_one())


def data(tx: Transaction, attachment_id: int, viewer: Viewer) -> bytes:
    """The very bytes that were added. Raises ``NotFound``, also where the viewer may not know of the file."""
    owner = case_of(tx, attachment_id)
    if owner is None or attachment_id not in {one.id for one in of_case(tx, owner, viewer)}:
        raise NotFound("no_attachment", "没有找到这个附件。", "请刷新后再看。", "file")
    sealed = tx.connection.execute(select(_b.c.data).where(_b.c.attachment_id == attachment_id)).scalar_one()
    return tx.cipher.open(bytes(sealed), f"attachment bytes:{attachment_id}")


def case_of(tx: Transaction, attachment_id: int) -> int | None:
    """The case that a file belongs to."""
    found: int | None = tx.connection.execute(select(_a.c.case_id).where(_a.c.id == attachment_id)).scalar()
    return found


def shown_name(name: str) -> str:
    """The last part of a name with nothing in it that hides or leads elsewhere (marks of direction, controls, paths)."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(letter for letter in last if unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co"))
    return (kept.replace(":", "_").strip(" .") or "未命名")[-_LONGEST_NAME:]


def _endings(name: str) -> list[str]:
    return [f".{part.strip()}" for part in name.lower().split(".")[1:]]


def _attachment(tx: Transaction, row: Any) -> Attachment:
    name = tx.cipher.open(bytes(row.name), f"attachment:{row.case_id}").decode()
    at = moment(row.at).astimezone(tx.now().tzinfo)
    return Attachment(
        id=row.id,
        case_id=row.case_id,
        name=name,
        size=row.size,
        sha256=row.sha256,
        at=at,
        by=row.by,
        note=row.note,
    )
