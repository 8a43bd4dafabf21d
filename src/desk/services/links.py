"""Cases that belong together: related, the same event, or a mixed matter split into two (R15 art. 9)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import uuid4

from desk.domain.draft import Draft
from desk.domain.errors import Forbidden
from desk.domain.viewer import Viewer
from desk.services import intake
from desk.services.changes import Changes
from desk.services.intake import Registered
from desk.services.rights import require
from desk.store import audit, cases, identities, links
from desk.store.links import LinkKind
from desk.store.transaction import Transaction

if TYPE_CHECKING:
    from desk.services.office import Office

KINDS: Mapping[LinkKind, str] = {
    "repeats": "重复反映", "same_event": "同一事件", "split_from": "分自", "merged_into": "并入",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Related:
    """Another case and what it is to the one asked about; ``inward`` where that one is the first of the two."""

    number: str
    kind: LinkKind
    words: str
    note: str
    inward: bool = False


def link(
    office: "Office", viewer: Viewer, number: str, other: str, kind: LinkKind, *, note: str = ""
) -> Changes:
    """Say that two cases belong together."""
    viewer = office.in_role_at(viewer, number)
    require(viewer, "handle", "关联案件")
    with office.store.writing() as tx:
        return _joined(viewer, tx, number, other, kind, note)


def _joined(
    viewer: Viewer, tx: Transaction, number: str, other: str, kind: LinkKind, note: str = ""
) -> Changes:
    one, two = cases.known(tx, number, viewer), cases.known(tx, other, viewer)
    links.join(tx, one, two, kind, by=viewer.user, note=note)
    audit.append(tx, audit.Act(act=f"link:{kind}", by=viewer.user, case_id=one, about=f"{number} {other}"))
    return Changes(frozenset({one, two}), frozenset({"cases"}))


def unlink(office: "Office", viewer: Viewer, number: str, other: str, kind: LinkKind) -> Changes:
    """Take a link away again; that it was there stays in the audit."""
    viewer = office.in_role_at(viewer, number)
    require(viewer, "handle", "取消关联")
    with office.store.writing() as tx:
        one, two = cases.known(tx, number, viewer), cases.known(tx, other, viewer)
        links.part(tx, one, two, kind)
        audit.append(
            tx, audit.Act(act=f"unlink:{kind}", by=viewer.user, case_id=one, about=f"{number} {other}")
        )
    return Changes(frozenset({one, two}), frozenset({"cases"}))


def related(office: "Office", viewer: Viewer, number: str) -> tuple[Related, ...]:
    """The cases that were linked with this one, as far as the viewer may know of them."""
    with office.store.reading() as tx:
        case_id = cases.known(tx, number, viewer)
        found = links.of_case(tx, case_id, viewer)
        return tuple(
            Related(
                cases.number_of(tx, one.other_id if one.case_id == case_id else one.case_id, viewer),
                one.kind, KINDS[one.kind] if one.case_id == case_id else f"{KINDS[one.kind]}（对方）",
                one.note if all(_open(tx, viewer, end) for end in (one.case_id, one.other_id)) else "",
                inward=one.case_id != case_id,
            )
            for one in found
        )  # fmt: skip


def _open(tx: Transaction, viewer: Viewer, case_id: int) -> bool:
    """Whether free words about the case may be shown."""
    return not cases.is_sealed(tx, case_id) or case_id in identities.granted(tx, viewer)


def split(
    office: "Office",
    viewer: Viewer,
    number: str,
    kind: str,
    changed: Mapping[str, object],
    *,
    category: str = "",
) -> Registered:
    """Take a part of the matter in as a case of its own kind, with its own number, linked to the first.

    ``changed`` are the facts that differ; what the other kind does not ask is left behind. Raises ``BadDraft``.
    """
    for role in (viewer, office.in_role_at(viewer, number)):  # the new matter's manual and that of the first
        require(role, "register", "分出另一件")
    with office.store.reading() as tx:
        seen = cases.get(tx, number, viewer)
        if cases.is_sealed(tx, seen.id) and seen.id not in identities.granted(tx, viewer):
            raise Forbidden(
                "not_granted", "密封的案件没有对您开放，不能由您分案", "请写明理由申请查看身份信息", "number"
            )
        first = cases.whole(tx, seen.id)
    asked = {field.id for field in office.rulebook.fields_at("register", kind, first.channel)}
    kept = {fact: value for fact, value in first.values.items() if fact in asked}
    draft = Draft(
        kind=kind, channel=first.channel, category=category, station=first.station, received_at=first.received_at,
        values={**kept, **changed},  # type: ignore[dict-item]
    )  # fmt: skip
    with office.store.writing() as tx:
        [done] = intake.register_within(office, viewer, tx, [(draft, uuid4())])
        changes = _joined(viewer, tx, done.case.number, number, "split_from")
    return replace(done, changes=done.changes.and_also(changes))
