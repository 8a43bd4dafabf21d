"""A matter that was taken in as something else: its kind before acceptance, its category while it is open."""

import re
from collections.abc import Iterator
from dataclasses import replace

from desk.domain import grading
from desk.domain.case import RECLASSIFIED, Case, Happening
from desk.domain.clocks import clocks_of
from desk.domain.endings import ENDED
from desk.domain.errors import Conflict, DeskError, Forbidden
from desk.domain.step_form import proposed
from desk.domain.viewer import Viewer
from desk.domain.words import category_words
from desk.rulebook.model import Rulebook
from desk.services import clashes
from desk.services.cases import CaseView, show_within
from desk.services.office import Office
from desk.store import audit, cases, changes, repeated

_NAMED = 30
"""So many categories are named to somebody who wrote one that there is not."""


def reclassify(
    office: Office, viewer: Viewer, number: str, *, kind: str = "", category: str = "", note: str = "",
    seen_version: int | None = None,
) -> CaseView:  # fmt: skip
    """Make the case another kind of matter or put it in another category; level, clocks and proposals follow (CAP-09).

    The number stays. Raises ``DeskError`` for what does not fit, or where the case has gone too far, and ``Conflict``
    with both versions where somebody else did the same since ``seen_version``.
    """
    viewer = office.in_role_at(viewer, number)
    if not (viewer.may("register") or viewer.may("handle")):
        raise Forbidden("forbidden", f"{viewer.name}的岗位不能改类型、类别", "请由登记或承办人员办理")
    with office.store.writing() as tx:
        before = cases.judged(tx, number, viewer)
        rulebook = office.rulebook_of(before)
        _check(rulebook, before, kind or before.kind, category or before.category)
        after = _reclassified(office, rulebook, before, kind or before.kind, category or before.category)
        counts = repeated.counts(tx, rulebook, after)
        levels = grading.levels(grading.grade(rulebook, office.facts(rulebook, after, counts)))
        after = replace(after, levels={**_kept(rulebook, after), **levels})
        entry = Happening(
            step=RECLASSIFIED, at=office.now(), by=viewer.user, note=_told(rulebook, before, after, note)
        )
        facts = office.facts(rulebook, after, counts)
        clocks = clocks_of(rulebook, after, facts, office.calendar, office.now())
        changed = frozenset(fact for fact, value in after.values.items() if before.values.get(fact) != value)
        after = replace(after, timeline=(*after.timeline, entry))
        try:
            changes.reclassify(
                tx, after, changed, seen_version or before.version, clocks, by=viewer.user, moved=_moved(before, after),
                rank=grading.rank(rulebook, after.levels), named=rulebook.identity_fields,
            )  # fmt: skip
        except Conflict as conflict:
            raise clashes.told(office, tx, viewer, conflict, number, after) from None
        audit.append(tx, audit.Act(act="reclassify", by=viewer.user, case_id=before.id, about=before.number))
        return show_within(office, viewer, tx, before.number)


def _moved(before: Case, after: Case) -> frozenset[str]:
    """Which of the two is another one."""
    pairs = ((changes.KIND, before.kind, after.kind), (changes.CATEGORY, before.category, after.category))
    return frozenset(field for field, old, new in pairs if old != new)


def _check(rulebook: Rulebook, case: Case, kind: str, category: str) -> None:
    if (kind, category) == (case.kind, case.category):
        raise DeskError("unchanged", "类型、类别都没有变", "请选另一个类型或类别", "kind")
    found = next((entry for entry in rulebook.kinds if entry.id == kind), None)
    if found is None:
        names = "、".join(entry.name for entry in rulebook.kinds)
        raise DeskError("unknown", f"没有“{kind}”这个类型", f"可选：{names}", "kind")
    into = next((entry for entry in rulebook.categories if entry.id == category), None)
    if category and into is None:
        fitting = [one for one in rulebook.categories if one.enabled and (not one.kinds or kind in one.kinds)]
        names = "、".join(f"{one.id}（{one.name}）" for one in fitting[:_NAMED])
        more = "……" if len(fitting) > _NAMED else ""
        raise DeskError("unknown", f"没有“{category}”这个类别", f"可选：{names}{more}", "category")
    if into and into.kinds and kind not in into.kinds:
        raise DeskError("not_for_kind", f"“{into.name}”不是{found.name}的类别", "请改选类别", "category")
    if into and not into.enabled and category != case.category:
        raise DeskError("not_in_use", f"类别“{into.name}”已停用", "请改选其他类别", "category")
    if found.channels and case.channel not in found.channels:
        raise DeskError("not_for_kind", f"{found.name}不能从这个渠道提出", "请改选类型", "kind")
    state = rulebook.state(case.state)
    if state.phase in ENDED:
        raise DeskError("ended", f"案件已是“{state.name}”，不能再改类型、类别", "请先重新办理", "number")
    if kind != case.kind and case.state != rulebook.kind(case.kind).starts:
        message = f"案件已是“{state.name}”，受理以后不能再改类型"
        raise DeskError("too_late", message, "请办结本件，另行登记", "kind")
    if rulebook.seals(kind) != rulebook.seals(case.kind):
        raise DeskError(
            "sealed", f"{found.name}的身份密封方式不同，不能直接改", "请撤回本件，另行登记", "kind"
        )


def _reclassified(office: Office, rulebook: Rulebook, case: Case, kind: str, category: str) -> Case:
    """The case as the other kind or in the other category; a department that was only proposed is proposed anew."""
    facts = office.facts(rulebook, case)
    old = proposed(rulebook, "register", case, facts)
    state = rulebook.kind(kind).starts if kind != case.kind else case.state
    after = replace(case, kind=kind, category=category, state=state)
    new = proposed(rulebook, "register", after, office.facts(rulebook, after))
    values = {fact: value for fact, value in case.values.items() if old.get(fact) != value}
    cleared = {fact: "" if isinstance(value, str) else () for fact, value in old.items() if fact not in new}
    if any(case.values.get(fact) != value for fact, value in old.items()):
        return after  # somebody has already decided on the department
    return replace(after, values={**values, **cleared, **new})


def _kept(rulebook: Rulebook, case: Case) -> dict[str, str]:
    """The levels on scales that hold for the kind as it is now."""
    holding = {scale.id for scale in rulebook.scales if not scale.kinds or case.kind in scale.kinds}
    return {scale: level for scale, level in case.levels.items() if scale in holding}


_CHANGE = re.compile(r"(类型|类别)：(.*) → (.*)")


def read_note(note: str) -> Iterator[tuple[str, str, str, str]]:
    """What such a change says: what is another one now, as it stood, as it is, and why."""
    parts = note.split("；")
    told = [found for part in parts if (found := _CHANGE.fullmatch(part))]
    reason = "；".join(part for part in parts if not _CHANGE.fullmatch(part))
    for found in told:
        yield found[1], found[2], found[3], reason


def _told(rulebook: Rulebook, before: Case, after: Case, note: str) -> str:
    told = []
    if before.kind != after.kind:
        told.append(f"类型：{rulebook.kind(before.kind).name} → {rulebook.kind(after.kind).name}")
    if before.category != after.category:
        was, now = (category_words(rulebook, case.category) or "未选" for case in (before, after))
        told.append(f"类别：{was} → {now}")
    return "；".join((*told, *filter(None, (note,))))
