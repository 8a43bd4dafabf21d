"""Moving a case on: one step of its flow, on one case or on several, and what follows from it in the same act."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from desk.domain import grading, originals
from desk.domain.case import Before, Case
from desk.domain.circumstances import Circumstances
from desk.domain.clocks import clocks_of
from desk.domain.draft import NOTHING, Problem
from desk.domain.errors import Conflict, DeskError
from desk.domain.flow import hindrance, numbered_fact, permit, take
from desk.domain.intake import read_values
from desk.domain.numbering import period
from desk.domain.step_form import field_named, fields_of, missing
from desk.domain.survey import leads_back, led_back_words, reason_of
from desk.domain.viewer import Viewer
from desk.rulebook.intake import Field
from desk.rulebook.model import Rulebook, find
from desk.services import clashes, following, pads
from desk.services.cases import CaseView, show, show_within
from desk.services.changes import Changes
from desk.services.numbers import number_of
from desk.services.offers import Offer, at_hand
from desk.services.office import Office
from desk.store import audit, cases, changes, counters, repeated
from desk.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Acted:
    """The case after a step, the papers that the step calls for, what changed, and what was doubtful in the answers."""

    case: CaseView
    offers: tuple[Offer, ...]
    changes: Changes
    warnings: tuple[Problem, ...] = ()
    led_back: str = ""
    """Why the step led the case back in the same act (回访4分，低于6分：重新办理); empty where it did not."""


def act(
    office: Office,
    viewer: Viewer,
    number: str,
    step: str,
    values: Mapping[str, object] = NOTHING,
    *,
    note: str = "",
    seen_version: int | None = None,
) -> Acted:
    """Take one step of the flow. ``values`` are the step's fields as typed. Raises ``DeskError`` with reason and field.

    Where somebody else changed other fields since ``seen_version`` the changes merge; the same field is a ``Conflict``.
    """
    with office.store.writing() as tx:
        known = act_within(office, viewer, tx, number, step, values, note=note, seen_version=seen_version)
    view = show(office, viewer, known)  # other desks no longer wait while this one looks at what it has
    return _acted(office, viewer, view, step, warnings_of(office, viewer, view.case, step, values))


def warnings_of(
    office: Office, viewer: Viewer, case: Case, step: str, values: Mapping[str, object]
) -> tuple[Problem, ...]:
    """What is doubtful about the answers to a step, though it may be taken."""
    rulebook, viewer = office.rulebook_of(case), office.in_role(viewer, case)
    _, problems = read_values(rulebook, _fields(rulebook, step, case, viewer), values, office.now())
    left = originals.warning(rulebook, step, case)
    return (*(problem for problem in problems if problem.warning), *((left,) if left else ()))


def act_all(
    office: Office,
    viewer: Viewer,
    numbers: Sequence[str],
    step: str,
    values: Mapping[str, object] = NOTHING,
    *,
    note: str = "",
) -> tuple[Acted, ...]:
    """One step on several cases, each with its own entry: all of them, or none and the refusal names the case."""
    known = []
    with office.store.writing() as tx:
        for number in dict.fromkeys(numbers):
            try:
                known.append(act_within(office, viewer, tx, number, step, values, note=note))
            except DeskError as error:
                error.message = f"{number}：{error.message.rstrip('。')}。这一批都没有办理"
                error.args = (error.message,)
                raise
    with office.store.reading() as tx:
        views = [show_within(office, viewer, tx, number) for number in known]
    return tuple(
        _acted(office, viewer, view, step, warnings_of(office, viewer, view.case, step, values))
        for view in views
    )


def _acted(
    office: Office, viewer: Viewer, view: CaseView, step: str, warnings: tuple[Problem, ...] = ()
) -> Acted:
    touched = Changes(frozenset({view.id}), frozenset({"cases"}))
    last, survey = view.case.timeline[-1], office.rulebook_of(view.case).survey
    led_back = last.note if last.step == survey.dissatisfied and last.step != step else ""
    return Acted(view, at_hand(office, view, viewer, step), touched, warnings, led_back)


def act_within(
    office: Office,
    viewer: Viewer,
    tx: Transaction,
    number: str,
    step: str,
    values: Mapping[str, object] = NOTHING,
    *,
    note: str = "",
    seen_version: int | None = None,
) -> str:
    """One step within a transaction that is already open; the case's number, nothing is looked up to be shown."""
    before = cases.judged(tx, number, viewer)
    rulebook = office.rulebook_of(before)
    counts = repeated.counts(tx, rulebook, before)
    after = _stepped(office, viewer, tx, before, counts, step, values, note)
    # Not only what was typed: the step itself settles facts, too, and empties them.
    known = before.values.keys() | after.values.keys()
    changed = frozenset(fact for fact in known if before.values.get(fact) != after.values.get(fact))
    given = {fact: after.values[fact] for fact in changed if fact in after.values}
    if problem := pads.taken(tx, viewer, given):
        raise DeskError(problem.code, problem.message, problem.hint, problem.field)
    if any(entry.id == step and entry.harmless for entry in rulebook.steps):
        after = _remembering(before, after, changed)
    if repeated.tells(before, after):
        counts = repeated.counts(tx, rulebook, after)
    facts = office.facts(rulebook, after, counts)
    try:
        _save(office, tx, after, facts, changed, seen_version or before.version, viewer)
    except Conflict as conflict:
        raise clashes.told(office, tx, viewer, conflict, number, after) from None
    audit.append(tx, _act_of(viewer, before, step, changed))
    if following.is_ended(rulebook, before) or following.is_ended(rulebook, after):
        following.align(office, tx, after, viewer.user)
    _lead_back(office, viewer, tx, after, facts, step)
    return before.number


def _lead_back(
    office: Office, viewer: Viewer, tx: Transaction, case: Case, facts: Circumstances, step: str
) -> None:
    """After a visit that the complainant is not satisfied with the case goes back in the same act (CAP-79).

    Where this person may not take that step, or it asks for more than a reason, it stays open for whoever may.
    """
    rulebook = office.rulebook_of(case)
    back = leads_back(rulebook, rulebook.step(step), facts)
    if not back or hindrance(rulebook, rulebook.step(back), case, facts, viewer):
        return
    reason = reason_of(rulebook, case.values)
    asked = fields_of(rulebook, rulebook.step(back), case, viewer)
    given = (
        {"reason": f"回访不满意：{reason}" if reason else "回访不满意"}
        if any(field.id == "reason" for field in asked)
        else {}
    )
    if not missing(rulebook, rulebook.step(back), case, given, facts, asked):
        told = led_back_words(rulebook, rulebook.step(back), facts)
        note = f"{told}。原因：{reason}" if reason else told
        act_within(office, viewer, tx, case.number, back, given, note=note)


def _remembering(before: Case, after: Case, changed: frozenset[str]) -> Case:
    """The case after a harmless step, whose entry keeps what was before, so that the step can be undone."""
    kept = Before(
        state=before.state,
        levels=before.levels,
        handed_on_at=before.handed_on_at,
        values={fact: before.values[fact] for fact in changed if fact in before.values},
        absent=tuple(sorted(changed - before.values.keys())),
    )
    return replace(after, timeline=(*after.timeline[:-1], replace(after.timeline[-1], before=kept)))


def _save(
    office: Office, tx: Transaction, after: Case, facts: Circumstances, changed: frozenset[str], seen_version: int,
    viewer: Viewer,
) -> None:  # fmt: skip
    rulebook = office.rulebook_of(after)
    clocks = clocks_of(rulebook, after, facts, office.calendar, office.now())
    rank, named = grading.rank(rulebook, after.levels), rulebook.identity_fields
    changes.save(tx, after, changed, seen_version, clocks, by=viewer.user, rank=rank, named=named)


def _act_of(viewer: Viewer, case: Case, step: str, changed: frozenset[str]) -> audit.Act:
    return audit.Act(
        act=f"step:{step}", by=viewer.user, case_id=case.id, about=case.number, fields=tuple(sorted(changed))
    )


def _fields(rulebook: Rulebook, step: str, case: Case, viewer: Viewer) -> tuple[Field, ...]:
    """The step's own fields, and the facts that it needs and that may be given with it."""
    entry = next((entry for entry in rulebook.steps if entry.id == step), None)
    if entry is None:
        return ()
    asked = fields_of(rulebook, entry, case, viewer)
    known = {field.id for field in asked}
    return (*asked, *(field_named(rulebook, need) for need in entry.needs if need not in known))


def _stepped(
    office: Office,
    viewer: Viewer,
    tx: Transaction,
    case: Case,
    counts: Mapping[str, int],
    step: str,
    values: Mapping[str, object],
    note: str,
) -> Case:
    """The case after the step, graded anew."""
    rulebook, now = office.rulebook_of(case), office.now()
    viewer = office.in_role(viewer, case)
    facts = office.facts(rulebook, case, counts)
    if entry := next((entry for entry in rulebook.steps if entry.id == step), None):
        permit(rulebook, entry, case, facts, viewer)  # before complaining about what was filled in
    given, problems = read_values(rulebook, _fields(rulebook, step, case, viewer), values, now)
    wrong = [problem for problem in problems if not problem.warning]
    if wrong:
        raise DeskError(wrong[0].code, wrong[0].message, wrong[0].hint, wrong[0].field)
    if entry and entry.series and (fact := numbered_fact(entry, case)) and not given.get(fact):
        given = {**given, fact: _number(office, viewer, tx, case, entry.series)}
    after = take(rulebook, step, case, facts, viewer, given, now, note)
    graded = grading.levels(grading.grade(rulebook, office.facts(rulebook, after, counts)))
    return replace(after, levels={**case.levels, **graded})


def _number(office: Office, viewer: Viewer, tx: Transaction, case: Case, series: str) -> str:
    """The next number of the series that the manual gives to what the step makes (an order, a file)."""
    rulebook, now = office.rulebook_of(case), office.now()
    found = find(rulebook.series, series)
    key, text_of = period(found, now.date()), number_of(office, rulebook, found, now.date())
    ref = counters.Reference(case.id)
    _, text = counters.take(tx, rulebook.id, f"step:{series}", key, text_of, by=viewer.user, at=now, ref=ref)
    return text
