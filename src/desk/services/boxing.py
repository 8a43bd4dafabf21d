"""装盒: in which box an archived file lies; given when it was archived, or afterwards to many at once."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from desk.domain import grading
from desk.domain.archiving import archived_at
from desk.domain.case import BOXED, Happening
from desk.domain.clocks import clocks_of
from desk.domain.errors import Conflict, DeskError
from desk.domain.viewer import Viewer
from desk.services import clashes
from desk.services.changes import Changes
from desk.services.rights import require
from desk.store import audit, cases, changes, repeated
from desk.store.transaction import Transaction

if TYPE_CHECKING:
    from desk.services.office import Office

BOX = "archive.box"


def put_in_box(
    office: "Office", viewer: Viewer, numbers: Sequence[str], box: str, *, seen_version: int | None = None
) -> Changes:
    """Say in which box these archived files lie: all of them, or none and the refusal names the file.

    Nothing else of an archived case changes. Raises ``DeskError`` for one that is not archived.
    """
    if not box.strip():
        raise DeskError("missing", "请写明盒号", "例：2026-投诉-012", BOX)
    wanted = [number.strip() for number in dict.fromkeys(numbers) if number.strip()]
    if not wanted:
        raise DeskError("missing", "请写明哪几件", "编号，几件用逗号隔开", "number")
    with office.store.writing() as tx:
        touched = [_box(office, viewer, tx, number, box.strip(), seen_version) for number in wanted]
    return Changes(frozenset(touched), frozenset({"cases"}))


def _box(
    office: "Office", viewer: Viewer, tx: Transaction, number: str, box: str, seen_version: int | None
) -> int:
    case = cases.whole(tx, cases.get(tx, number, viewer).id)
    rulebook, here = office.rulebook_of(case), office.in_role(viewer, case)
    require(here, "handle", "装盒")
    if archived_at(rulebook, case) is None:
        raise DeskError("not_archived", f"{case.number}还没有归档", "归档以后再写盒号", "number")
    old = case.values.get(BOX)
    if old == box:
        raise DeskError("unchanged", f"{case.number}已在{box}号盒", "不用再写", BOX)
    note = f"盒号 {old} 改为 {box}" if old else f"盒号 {box}"
    entry = Happening(step=BOXED, at=office.now(), by=viewer.user, note=note, values={BOX: box})
    after = replace(case, values={**case.values, BOX: box}, timeline=(*case.timeline, entry))
    facts = office.facts(rulebook, after, repeated.counts(tx, rulebook, after))
    clocks = clocks_of(rulebook, after, facts, office.calendar, office.now())
    named = rulebook.identity_fields
    rank = grading.rank(rulebook, after.levels)
    seen = seen_version or case.version
    try:
        changes.save(tx, after, frozenset({BOX}), seen, clocks, by=viewer.user, rank=rank, named=named)
    except Conflict as conflict:
        raise clashes.told(office, tx, viewer, conflict, number, after) from None
    audit.append(
        tx, audit.Act(act="boxed", by=viewer.user, case_id=case.id, about=case.number, fields=(BOX,))
    )
    return case.id
