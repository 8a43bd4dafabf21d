"""A complainant's new phone or address, and what a relative brings later: by an act with its reason; the old stays on record."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from desk.domain import grading
from desk.domain.archiving import permit_change
from desk.domain.case import CONTACT_CHANGED, Before, Case, Happening
from desk.domain.clocks import clocks_of
from desk.domain.draft import NOTHING, Value
from desk.domain.errors import Conflict, DeskError, Forbidden
from desk.domain.intake import read_values
from desk.domain.masking import is_masked
from desk.domain.place_titles import title_of_place
from desk.domain.viewer import Viewer
from desk.rulebook.intake import Field
from desk.rulebook.model import Rulebook
from desk.services import clashes
from desk.services.cases import CaseView, show_within
from desk.store import audit, cases, changes, identities, masks, repeated

if TYPE_CHECKING:
    from desk.services.office import Office

FACTS = ("complainant.phone", "complainant.address", "complainant.email", "complainant.postcode")
"""What may become another one after registration by this act."""
WITHHELD = "（保密）"


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """What stood on record until ``at``: which fact, as the viewer may see it, why it changed and who changed it."""

    at: datetime
    title: str
    old: str
    reason: str
    by: str


def change(
    office: "Office", viewer: Viewer, number: str, given: Mapping[str, object] = NOTHING, *,
    reason: str, brought: str = "", brought_by: str = "", seen_version: int | None = None,
) -> CaseView:  # fmt: skip
    """Put a new phone or address on record, or what somebody brought (``brought``, by whom). Raises ``DeskError``.

    The old value stays with the entry of the timeline. Where somebody else changed the same one since ``seen_version``
    it is a ``Conflict`` with both.
    """
    if not (viewer.may("register") or viewer.may("handle")):
        raise Forbidden("forbidden", f"{viewer.name}的岗位不能变更联系方式", "请由登记或承办人员办理")
    if not reason.strip():
        raise DeskError("missing", "请写明理由", "例：本人来电说换了号码", "reason")
    with office.store.writing() as tx:
        before = cases.judged(tx, number, viewer)
        rulebook = office.rulebook_of(before)
        permit_change(rulebook, before)
        fresh = _fresh(office, rulebook, before, given)
        if not fresh and not brought.strip():
            raise DeskError("unchanged", "没有写新的联系方式，也没有写补充了什么", "请至少填写一项", FACTS[0])
        after = _changed(office, viewer, before, fresh, reason.strip(), brought.strip(), brought_by.strip())
        facts = office.facts(rulebook, after, repeated.counts(tx, rulebook, after))
        clocks = clocks_of(rulebook, after, facts, office.calendar, office.now())
        named = rulebook.identity_fields
        rank = grading.rank(rulebook, after.levels)
        seen = seen_version or before.version
        try:
            changes.save(tx, after, frozenset(fresh), seen, clocks, by=viewer.user, rank=rank, named=named)
        except Conflict as conflict:
            raise clashes.told(office, tx, viewer, conflict, number, after) from None
        act = audit.Act(
            act="contact_change", by=viewer.user, case_id=before.id, about=before.number, fields=tuple(sorted(fresh))
        )  # fmt: skip
        audit.append(tx, act)
        return show_within(office, viewer, tx, before.number)


def _fresh(office: "Office", rulebook: Rulebook, case: Case, given: Mapping[str, object]) -> dict[str, Value]:
    """What is different from what stands in the case. Raises ``DeskError`` at the field; a mask is never saved back."""
    wanted = {fact: value for fact, value in given.items() if value not in (None, "")}
    for fact, value in wanted.items():
        if fact not in FACTS:
            raise DeskError("unknown", f"这里不能改“{fact}”", "请用规则簿里的步骤修改", fact)
        if is_masked(str(value)):
            raise DeskError("masked", "这是遮盖过的内容，不能保存", "请填写完整的新内容", fact)
    own = {field.id: field for field in rulebook.fields if not field.kinds or case.kind in field.kinds}
    fields = tuple(own.get(fact) or Field(id=fact) for fact in wanted)
    values, problems = read_values(rulebook, fields, wanted, office.now())
    for problem in problems:
        if not problem.warning:
            raise DeskError(problem.code, problem.message, problem.hint, problem.field)
    return {fact: value for fact, value in values.items() if case.values.get(fact) != value}


def _changed(
    office: "Office", viewer: Viewer, case: Case, fresh: Mapping[str, Value], reason: str, brought: str, brought_by: str
) -> Case:  # fmt: skip
    kept = Before(
        state=case.state, levels=case.levels, handed_on_at=case.handed_on_at,
        values={fact: case.values[fact] for fact in fresh if fact in case.values},
        absent=tuple(sorted(fresh.keys() - case.values.keys())),
    )  # fmt: skip
    told: dict[str, Value] = {**fresh, **({"told_to": brought_by} if brought_by else {})}
    note = "；".join(filter(None, (f"补充：{brought}" if brought else "", reason)))
    entry = Happening(
        step=CONTACT_CHANGED, at=office.now(), by=viewer.user, note=note, values=told, before=kept
    )
    return replace(case, values={**case.values, **fresh}, timeline=(*case.timeline, entry))


def former(office: "Office", viewer: Viewer, number: str) -> tuple[Former, ...]:
    """What stood on record before, the newest first, masked by the viewer's right."""
    with office.store.reading() as tx:
        if not cases.has_step(tx, cases.known(tx, number, viewer), CONTACT_CHANGED):
            return ()
        seen, whole = cases.seen_and_whole(tx, number, viewer)
        sealed = cases.is_sealed(tx, seen.id)
        opened = identities.sees(tx, viewer, seen.id, sealed=sealed)
    book, found = office.rulebook_of(whole), []
    for entry, plain in zip(seen.timeline, whole.timeline, strict=True):
        if plain.step != CONTACT_CHANGED or plain.before is None:
            continue
        for fact, value in plain.before.values.items():
            old = value if opened else WITHHELD if sealed else masks.masked(fact, value)
            title, by = title_of_place(book, fact, whole.kind), office.user_name(plain.by)
            found.append(Former(at=plain.at, title=title, old=str(old), reason=entry.note, by=by))
    return tuple(reversed(found))
