"""Actual times: a step that was put on record at the wrong moment is corrected for a reason, and stays in the record."""

import re
from dataclasses import replace
from datetime import datetime

from desk.domain import grading
from desk.domain.archiving import permit_change
from desk.domain.case import RETIMED, Case, Happening
from desk.domain.clocks import clocks_of
from desk.domain.errors import Conflict, DeskError, NotFound
from desk.domain.moments import moment_words
from desk.domain.viewer import Viewer
from desk.rulebook.model import Rulebook
from desk.services import clashes
from desk.services.cases import CaseView, show_within
from desk.services.office import Office
from desk.services.rights import require
from desk.store import audit, cases, changes, repeated

RECEIVED = "received"


def correct(
    office: Office, viewer: Viewer, number: str, step: str, at: datetime, reason: str, *, seen_version: int | None = None
) -> CaseView:  # fmt: skip
    """Say when the latest ``step`` (or ``received``) really happened. On-time is reckoned anew (CAP-53).

    The wrong entry stays in the timeline as undone. Raises ``DeskError`` without a reason, or for a moment that
    cannot be: in the future, or before the matter came in; and ``Conflict`` with both moments where somebody else
    corrected it, or took the step again, since ``seen_version``.
    """
    viewer = office.in_role_at(viewer, number)
    require(viewer, "handle", "更正时间")
    if not reason.strip():
        raise DeskError("missing", "更正时间须写明理由", "例：当时停电，纸上记的是9时20分", "reason")
    with office.store.writing() as tx:
        case = cases.judged(tx, number, viewer)
        rulebook, now = office.rulebook_of(case), office.now()
        permit_change(rulebook, case)
        moment = office.zone_of(at)
        _check(rulebook, case, step, moment, now)
        after = _retimed(rulebook, case, step, moment)
        entries = _entries(rulebook, case, step, moment, now, viewer, reason.strip())
        facts = office.facts(rulebook, after, repeated.counts(tx, rulebook, after))
        levels = {**case.levels, **grading.levels(grading.grade(rulebook, facts))}
        after = replace(after, levels=levels)
        clocks = clocks_of(rulebook, after, facts, office.calendar, now)
        rank = grading.rank(rulebook, after.levels)
        try:
            changes.retime(
                tx, after, "" if step == RECEIVED else step, entries, clocks, field=f"{changes.TIME}{step}",
                seen_version=seen_version or case.version, by=viewer.user, rank=rank,
            )  # fmt: skip
        except Conflict as conflict:
            raise clashes.told(office, tx, viewer, conflict, number, after) from None
        about = f"{case.number} {step}"
        audit.append(tx, audit.Act(act="retime", by=viewer.user, case_id=case.id, about=about))
        return show_within(office, viewer, tx, case.number)


def _check(rulebook: Rulebook, case: Case, step: str, at: datetime, now: datetime) -> None:
    if at > now:
        raise DeskError("future", "更正后的时间晚于现在", "请改为实际发生的时间", "at")
    if step == RECEIVED:
        if at > case.registered_at:
            raise DeskError("too_late", "收到时间不能晚于登记时间", "请改为实际收到的时间", "at")
    elif not case.when(step) or step == "register" or step not in {one.id for one in rulebook.steps}:
        raise NotFound("no_step", f"这件案件没有办过“{step}”", "请看办理过程里的步骤", "step")
    elif at < case.received_at:
        raise DeskError("too_early", "更正后的时间早于收到时间", "请改为实际发生的时间", "at")


def _latest(case: Case, step: str) -> Happening:
    return next(entry for entry in reversed(case.timeline) if entry.step == step and not entry.undone)


def _retimed(rulebook: Rulebook, case: Case, step: str, at: datetime) -> Case:
    """The case as it stands with the right moment."""
    if step == RECEIVED:
        return replace(case, received_at=at)
    old = _latest(case, step)
    timeline = [replace(entry, undone=True) if entry is old else entry for entry in case.timeline]
    told = tuple(sorted([*timeline, replace(old, at=at)], key=lambda entry: entry.at))
    hands_on = any(entry.id == step and "hand_on" in entry.effects for entry in rulebook.steps)
    moved = hands_on and case.handed_on_at == old.at
    return replace(case, timeline=told, handed_on_at=at if moved else case.handed_on_at)


_NOTE = re.compile(r"“(?P<what>.*?)”原记 (?P<old>.*?)，改为 (?P<new>.*?)：(?P<reason>.*)", re.DOTALL)


def read_note(note: str) -> tuple[str, str, str, str]:
    """What such a correction says: what was wrong, as it stood, as it is, and why."""
    found = _NOTE.fullmatch(note)
    return (
        (f"{found['what']}时间", found["old"], found["new"], found["reason"])
        if found
        else ("时间更正", "", "", note)
    )


def _entries(
    rulebook: Rulebook, case: Case, step: str, at: datetime, now: datetime, viewer: Viewer, reason: str
) -> tuple[Happening, ...]:
    """The step at its right moment, and the correction itself with both moments and the reason."""
    before = case.received_at if step == RECEIVED else _latest(case, step).at
    name = "收到" if step == RECEIVED else rulebook.step(step).name
    note = f"“{name}”原记 {moment_words(before)}，改为 {moment_words(at)}：{reason}"
    told = Happening(step=RETIMED, at=now, by=viewer.user, note=note)
    return (told,) if step == RECEIVED else (replace(_latest(case, step), at=at), told)
