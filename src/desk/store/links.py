"""Cases that belong together: repeated, split, merged, or about the same event."""

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import delete, insert, or_, select

from desk.domain.errors import DeskError
from desk.domain.viewer import Viewer
from desk.store import conflicts, kept_counts, schema
from desk.store.encoding import micros
from desk.store.transaction import Transaction

LinkKind = Literal["repeats", "split_from", "merged_into", "same_event"]
"""What the first case is to the other."""
_l = schema.link


@dataclass(frozen=True, slots=True)
class Link:
    """``case_id`` stands in this relation to ``other_id``."""

    case_id: int
    other_id: int
    kind: LinkKind
    by: str
    note: str


def join(tx: Transaction, case_id: int, other_id: int, kind: LinkKind, *, by: str, note: str = "") -> None:
    """Links two cases; doing it again changes nothing."""
    if case_id == other_id:
        raise DeskError("same_case", "不能把一件投诉与它自己关联。", "请另选一件。", "number")
    part(tx, case_id, other_id, kind)
    row = {
        "case_id": case_id,
        "other_id": other_id,
        "kind": kind,
        "at": micros(tx.now()),
        "by": by,
        "note": note,
    }
    tx.connection.execute(insert(_l), row)


def part(tx: Transaction, case_id: int, other_id: int, kind: LinkKind) -> None:
    """Takes a link away."""
    kept_counts.touch(tx, case_id)
    same = (_l.c.case_id == case_id, _l.c.other_id == other_id, _l.c.kind == kind)
    tx.connection.execute(delete(_l).where(*same))


def merged(tx: Transaction) -> frozenset[int]:
    """The cases that are dealt with under another one."""
    query = select(_l.c.case_id).where(_l.c.kind == "merged_into")
    return frozenset(tx.connection.execute(query).scalars())


def of_case(tx: Transaction, case_id: int, viewer: Viewer) -> tuple[Link, ...]:
    """Links from and to the case, the oldest first; none to a case that is kept from the viewer."""
    found = all_of(tx, case_id)
    kept = conflicts.kept_from(tx, viewer)
    return tuple(link for link in found if not {link.case_id, link.other_id} & kept)


def all_of(tx: Transaction, case_id: int) -> tuple[Link, ...]:
    """The same for rules, whoever asks."""
    query = select(_l).where(or_(_l.c.case_id == case_id, _l.c.other_id == case_id)).order_by(_l.c.at)
    rows = tx.connection.execute(query)
    return tuple(Link(row.case_id, row.other_id, row.kind, row.by, row.note) for row in rows)
