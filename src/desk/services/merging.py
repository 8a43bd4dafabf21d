"""Several cases about the same thing dealt with under one: merged with full undo, each complainant's papers their own."""

from dataclasses import replace
from typing import TYPE_CHECKING

from desk.domain import grading
from desk.domain.case import MERGED, PARTED, TOOK_IN, Case, Happening
from desk.domain.clocks import clocks_of
from desk.domain.endings import ENDED
from desk.domain.errors import DeskError
from desk.domain.viewer import Viewer
from desk.services import following
from desk.services.changes import Changes
from desk.services.rights import require
from desk.store import audit, cases, changes, links, repeated
from desk.store.transaction import Transaction

if TYPE_CHECKING:
    from desk.services.office import Office


def merge(office: "Office", viewer: Viewer, number: str, other: str, *, note: str = "") -> Changes:
    """Deal with ``other`` under ``number``: its clocks stop, it leaves the due lists, no step is taken on it.

    It ends when ``number`` ends, is archived with it, and is open again with it (``following``).

    Both timelines say so. Papers of the other case can still be issued: each complainant gets their own. Only open
    cases of one kind are merged, and no chains are made. Raises ``DeskError``.
    """
    viewer = office.in_role_at(viewer, number)
    require(viewer, "handle", "合并案件")
    with office.store.writing() as tx:
        one, two = (cases.judged(tx, ref, viewer) for ref in (number, other))
        _permit(office, tx, one, two)
        links.join(tx, two.id, one.id, "merged_into", by=viewer.user, note=note)
        _tell(office, viewer, tx, two, MERGED, f"并入 {one.number}" + (f"：{note}" if note else ""))
        _tell(office, viewer, tx, one, TOOK_IN, f"{two.number} 并入本件")
        _record(viewer, tx, "merge", one, two)
    return _changed(one, two)


def unmerge(office: "Office", viewer: Viewer, number: str, other: str) -> Changes:
    """Part ``other`` from ``number`` again: it stands exactly as before, its clocks as if they had never stopped."""
    viewer = office.in_role_at(viewer, number)
    require(viewer, "handle", "取消合并")
    with office.store.writing() as tx:
        one, two = (cases.judged(tx, ref, viewer) for ref in (number, other))
        if not _is_under(tx, two, one):
            raise DeskError("not_merged", f"{two.number}没有并入{one.number}", "请核对两件的编号", "number")
        links.part(tx, two.id, one.id, "merged_into")
        following.save(office, tx, two, following.released(two), viewer.user)
        cases.undo(tx, two.id, MERGED)
        _tell(office, viewer, tx, cases.whole(tx, two.id), PARTED, f"不再并入 {one.number}")
        _tell(office, viewer, tx, one, PARTED, f"{two.number} 不再并入本件")
        _record(viewer, tx, "unmerge", one, two)
    return _changed(one, two)


def _permit(office: "Office", tx: Transaction, one: Case, two: Case) -> None:
    if one.id == two.id:
        raise DeskError("same_case", "不能把一件并入它自己", "请另选一件", "number")
    if one.kind != two.kind or cases.is_sealed(tx, one.id) != cases.is_sealed(tx, two.id):
        raise DeskError("other_kind", "类型不同的两件不能合并", "可以只作关联", "number")
    for case in (one, two):
        if office.rulebook_of(case).state(case.state).phase in ENDED:
            raise DeskError("ended", f"{case.number}已经办结，不能合并", "可以只作关联", "number")
        if case.is_merged:
            raise DeskError("merged", f"{case.number}已并入另一件", "请先取消那次合并", "number")
    if any(link.kind == "merged_into" and link.other_id == two.id for link in links.all_of(tx, two.id)):
        raise DeskError("takes_in", f"已有案件并入{two.number}", "请先取消，或把它们一并并入同一件", "number")


def _is_under(tx: Transaction, two: Case, one: Case) -> bool:
    found = links.all_of(tx, two.id)
    return any((link.kind, link.case_id, link.other_id) == ("merged_into", two.id, one.id) for link in found)


def _tell(office: "Office", viewer: Viewer, tx: Transaction, case: Case, step: str, note: str) -> None:
    """The entry in the case's timeline, and its clocks as they stand with it."""
    entry = Happening(step=step, at=office.now(), by=viewer.user, note=note)
    after, rulebook = replace(case, timeline=(*case.timeline, entry)), office.rulebook_of(case)
    facts = office.facts(rulebook, after, repeated.counts(tx, rulebook, after))
    clocks = clocks_of(rulebook, after, facts, office.calendar, office.now())
    changes.tell(tx, after, (entry,), clocks, rank=grading.rank(rulebook, after.levels))


def _record(viewer: Viewer, tx: Transaction, act: str, one: Case, two: Case) -> None:
    about = f"{two.number} {one.number}"
    audit.append(tx, audit.Act(act=act, by=viewer.user, case_id=two.id, about=about))


def _changed(one: Case, two: Case) -> Changes:
    return Changes(frozenset({one.id, two.id}), frozenset({"cases"}))
