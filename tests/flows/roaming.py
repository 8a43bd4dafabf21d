"""Walking at random through a manual's flow: who comes, what they fill in, and what must hold wherever they end up.

The judge (``broken``) reads the tables of the rulebook by itself and asks nothing of the flow that it judges.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from tests.small_office import CALENDAR

from desk.domain import grading
from desk.domain.case import Case
from desk.domain.circumstances import of_case
from desk.domain.clocks import ClockState, clocks_of
from desk.domain.draft import Value
from desk.domain.errors import DeskError, Forbidden
from desk.domain.flow import open_steps, take
from desk.domain.step_form import OpenStep
from desk.domain.viewer import Viewer
from desk.domain.words import choices_of
from desk.rulebook.flow import Step
from desk.rulebook.intake import Column, Field
from desk.rulebook.kept import kept
from desk.rulebook.model import Rulebook

EVENTUALLY = {"missing", "not_accepted", "warned", "only_once", "score_range"}
"""Codes of what a walker may leave out or answer so that it is not accepted: the case then stays as it is."""
_ENDED = ("closed", "refused")
PHONES = tuple(f"138{number:08}" for number in range(40))
"""As many people come; some of them come again."""


@dataclass
class Walk:
    """One matter on its way, and how often each thing happened to it."""

    book: Rulebook
    case: Case
    now: datetime
    rng: Random
    taken: int = 0
    refused: int = 0

    def facts(self) -> dict[str, object]:
        return of_case(self.book, self.case, self.now, calendar=CALENDAR)

    def go_on(self) -> str:
        """One attempt by somebody in a random role; what is wrong afterwards, empty where nothing is."""
        self.now += timedelta(minutes=self.rng.choice((0, 1, 20, 90, 600, 1440, 4320)))
        who = viewer_of(self.book, self.rng, self.case.state)
        before, facts = self.case, self.facts()
        offered = open_steps(self.book, before, facts, who)
        if wrong := self._offers_wrong(offered, who):
            return wrong
        if not offered or self.rng.random() < 0.1:
            return self._forbidden(offered, who, facts)
        chosen = self.rng.choice(offered)
        given = answers(self.book, chosen, self.rng, self.now)
        try:
            after = take(
                self.book, chosen.step.id, before, facts, who, given, self.now, self.rng.choice(("", "说明"))
            )
        except DeskError as error:
            self.refused += 1
            return "" if error.code in EVENTUALLY else f"{chosen.step.id}: {error.code} {error.message}"
        self.case = replace(after, levels={**after.levels, **self._graded(after)})
        self.taken += 1
        return broken(self.book, before, self.case, chosen.step, who, self.now)

    def _graded(self, after: Case) -> Mapping[str, str]:
        return grading.levels(
            grading.grade(self.book, of_case(self.book, after, self.now, calendar=CALENDAR))
        )

    def _offers_wrong(self, offered: Sequence[OpenStep], who: Viewer) -> str:
        wrong = [one.step.id for one in offered if not _may(self.book, self.case, one.step, who)]
        return f"offered to {who.role} in {self.case.state}: {wrong}" if wrong else ""

    def _forbidden(self, offered: Sequence[OpenStep], who: Viewer, facts: Mapping[str, object]) -> str:
        """A step that was not offered must be refused with a reason."""
        open_ = {one.step.id for one in offered}
        closed = [step for step in self.book.steps if step.id not in open_]
        if not closed:
            return ""
        step = self.rng.choice(closed)
        try:
            take(self.book, step.id, self.case, facts, who, {}, self.now)
        except Forbidden as error:
            self.refused += 1
            return "" if error.message and error.hint else f"{step.id} is refused without a reason"
        except DeskError as error:
            return f"{step.id} was not offered and is refused for {error.code}"
        return f"{step.id} was not offered to {who.role} in {self.case.state} and was taken"

    def clocks(self) -> tuple[ClockState, ...]:
        return clocks_of(self.book, self.case, self.facts(), CALENDAR, self.now)


def viewer_of(book: Rulebook, rng: Random, state: str = "") -> Viewer:
    """Somebody in one of the manual's roles; mostly one that has something to do in ``state``."""
    busy = _busy(book, state)
    id_ = rng.choice(busy) if busy and rng.random() < 0.8 else rng.choice(book.roles).id
    role = book.role(id_)
    return Viewer(role.id, role.name, role.id, frozenset(role.rights))


@kept
def _busy(book: Rulebook, state: str) -> list[str]:
    return [role for step in book.steps if state in step.starting for role in step.by]


# --- what is filled in ---


def answers(book: Rulebook, open_: OpenStep, rng: Random, now: datetime) -> dict[str, Value]:
    """Answers to what is missing, mostly, and to some of the rest."""
    missing = {field.id: field for field in open_.missing}
    asked = {field.id: field for field in open_.fields} | missing
    wanted = [f for f in asked.values() if (f.id in missing and rng.random() < 0.97) or rng.random() < 0.3]
    return {field.id: answer(book, field, rng, now) for field in wanted}


def answer(book: Rulebook, field: Field, rng: Random, now: datetime) -> Value:
    """A value of the field's type that could be meant."""
    choices = [choice.id for choice in choices_of(book, field)] or ["x"]
    day = now.date() + timedelta(days=rng.randint(-20, 20))
    match field.kind_of_value:
        case "choice":  # a number of the other kinds is another number
            return "resident" if "resident" in choices else rng.choice(choices)
        case "choices":
            return tuple(dict.fromkeys(rng.choices(choices, k=2)))
        case "date":
            return day
        case "moment":
            return now + timedelta(hours=rng.randint(-100, 100))
        case "count":
            return rng.randint(0, 12)
        case "money":
            return rng.choice((0, 100, 999_999, 1_000_000, 20_000_000))
        case "yes_no":
            return rng.random() < 0.5
        case "phone":
            return rng.choice(PHONES)
        case "id_number":
            return "11010519491231002X"
        case "credit_code":
            return "91350100M000100Y43"
        case "people" | "items" | "materials":
            return (row(field.columns),)
    return rng.choice(("某事", "又一件事"))


def row(columns: Sequence[Column]) -> dict[str, str]:
    """One row with all its columns."""
    usual = {"date": "2026-11-20", "count": "1", "money": "10", "yes_no": "是", "phone": "13800138000"}
    return {
        column.id: str(column.total) if column.total else usual.get(str(column.type), "甲")
        for column in columns
        if column.required or column.type not in ("id_number", "credit_code")
    }


# --- the judge ---


def broken(book: Rulebook, before: Case, after: Case, step: Step, who: Viewer, now: datetime) -> str:
    """What does not hold after the step; empty where all does."""
    return next(_faults(book, before, after, step, who, now), "")


def _faults(
    book: Rulebook, before: Case, after: Case, step: Step, who: Viewer, now: datetime
) -> Iterator[str]:
    if not _may(book, before, step, who):
        yield f"{step.id} must not be taken by {who.role} in {before.state}"
    if after.state != (step.to or before.state) or after.state not in {state.id for state in book.states}:
        yield f"{step.id} led from {before.state} to {after.state}"
    if len(after.timeline) != len(before.timeline) + 1 or after.timeline[:-1] != before.timeline:
        yield f"{step.id} left {len(after.timeline)} entries behind {len(before.timeline)}"
        return
    last = after.timeline[-1]
    if (last.step, last.at, last.by) != (step.id, now, who.user):
        yield f"{step.id} stands as {last.step} at {last.at} by {last.by}"
    kept = ("id", "number", "kind", "received_at", "registered_at", "first_receiver", "rulebook")
    for name in kept:
        if getattr(before, name) != getattr(after, name):
            yield f"{step.id} changed {name}"
    facts = of_case(book, after, now, calendar=CALENDAR)
    yield from counter_faults(book, after, facts)
    yield from clock_faults(book, after, clocks_of(book, after, facts, CALENDAR, now), now)


def _may(book: Rulebook, case: Case, step: Step, who: Viewer) -> bool:
    """Whether the manual lets this role take the step from here, by its plain words."""
    phase = book.state(case.state).phase
    here = case.state in step.starting if step.starting else phase not in _ENDED
    right = who.role in step.by if step.by else step.right in who.rights
    done = {entry.step for entry in case.timeline if not entry.undone}
    return here and right and (not step.kinds or case.kind in step.kinds) and set(step.after) <= done


def counter_faults(book: Rulebook, case: Case, facts: Mapping[str, object]) -> Iterator[str]:
    """Counts of returns, reopenings and escalations that are not those of the timeline."""
    had = {step.id: step.effects for step in book.steps}
    entries = (entry for entry in case.timeline if not entry.undone)
    effects = Counter(effect for entry in entries for effect in had.get(entry.step, ()))
    for fact, effect in (("returned", "return"), ("reopened", "reopen")):
        if facts[fact] != effects[effect]:
            yield f"{fact} is {facts[fact]}, happened {effects[effect]} times"
    if facts["escalated"] != bool(effects["escalate"]):
        yield f"escalated is {facts['escalated']}"


def clock_faults(book: Rulebook, case: Case, states: Sequence[ClockState], now: datetime) -> Iterator[str]:
    """Clocks that stand otherwise than what happened says."""
    rules = {clock.id: clock for clock in book.clocks}
    for state in states:
        rule = rules.get(state.id)
        if rule is None:  # the day of an order's reply is its own rule
            continue
        entries = [entry for entry in case.timeline if not entry.undone]
        if state.done_at and not any(e.step in rule.done and e.at == state.done_at for e in entries):
            yield f"{state.id} is done at {state.done_at} by nothing"
        if state.done_at and state.done_at < state.starts:
            yield f"{state.id} was done before it began"
        if not state.done_at and _is_done(entries, rule.done, rule.reopens, state.starts):
            yield f"{state.id} is not done, though something did it"
        late = state.due is not None and (state.done_at or now) > state.due
        expected = ("late_done", "overdue") if late else ("done", "running", "unset")
        if state.standing != "paused" and state.standing not in expected:
            yield f"{state.id} is {state.standing}, due {state.due}, done {state.done_at}"
        if bool(state.done_at) != (state.standing in ("done", "late_done")):
            yield f"{state.id} is {state.standing} and done at {state.done_at}"


def _is_done(entries: Sequence[object], done: Sequence[str], reopens: Sequence[str], since: datetime) -> bool:
    last = [e.step in done for e in entries if e.at >= since and e.step in (*done, *reopens)]  # type: ignore[attr-defined]
    return bool(last) and last[-1]
