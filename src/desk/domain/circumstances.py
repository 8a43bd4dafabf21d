"""All that criteria may ask about a case: its facts in comparable form and what the program works out itself."""

from collections import Counter
from collections.abc import Mapping, Set
from datetime import datetime
from decimal import Decimal
from typing import Any

from desk.domain.calendar import Calendar
from desk.domain.case import Case
from desk.domain.deciding import authorities
from desk.domain.draft import Draft, Value, is_named
from desk.domain.endings import ended_at
from desk.domain.materials import told_apart
from desk.domain.moments import OFFICE_ZONE, office_time
from desk.rulebook.facts import FACTS, FieldType
from desk.rulebook.flow import Effect
from desk.rulebook.kept import kept
from desk.rulebook.model import Rulebook

Circumstances = Mapping[str, Any]

LEVEL = "level"
"""The key under which an entry of the timeline keeps the levels that the case then stood on."""


def of_draft(rulebook: Rulebook, draft: Draft, calendar: Calendar | None = None) -> dict[str, Any]:
    """What is known while the matter is still being typed."""
    return {
        **comparable(rulebook, draft.values),
        "kind": draft.kind,
        "channel": draft.channel or None,
        "category": draft.category or None,
        "anonymous": not is_named(draft.values),
        "age_days": 0,
        "reopened": 0,
        "returned": 0,
        "ended_days": None,
        "escalated": False,
        "escalated_levels": (),
        "reopened_levels": (),
        "received_on": draft.received_at.date(),
        "lacking_materials": _lacking(rulebook, draft.values.get("materials")),
        "after_hours": None if calendar is None else is_after_hours(draft.received_at, calendar),
        **_switches(rulebook),
    }


@kept
def _switches(rulebook: Rulebook) -> dict[str, Any]:
    return {f"switch.{switch.id}": switch.chosen or switch.default for switch in rulebook.switches}


def of_case(
    rulebook: Rulebook,
    case: Case,
    now: datetime,
    counts: Mapping[str, int] | None = None,
    calendar: Calendar | None = None,
) -> dict[str, Any]:
    """What is known of a case at ``now``; ``counts`` are the store's ``same_person``, ``same_object`` and so on.

    A case ages until it ends (002:263 counts the days in which it was not handled).
    """
    draft = Draft(
        kind=case.kind,
        channel=case.channel,
        category=case.category,
        received_at=case.received_at,
        values=case.values,
    )
    taken = Counter(entry.step for entry in case.timeline if not entry.undone)
    ended = ended_at(rulebook, case)
    reopened, escalated = _levels_at(rulebook, case, "reopen"), _levels_at(rulebook, case, "escalate")
    returning = _steps_with(rulebook, "return")
    facts = {
        **of_draft(rulebook, draft, calendar),
        **(counts or {}),
        "state": case.state,
        "age_days": ((ended or now) - case.received_at).days,
        "reopened": len(reopened),
        "returned": sum(taken[step] for step in returning),
        "ended_days": (now.date() - ended.date()).days if ended else None,
        "reopened_levels": tuple(level for levels in reopened for level in levels),
        "escalated": bool(escalated),
        "escalated_levels": tuple(level for levels in escalated for level in levels),
        **{f"level.{scale}": level for scale, level in case.levels.items()},
        **{f"did.{step.id}": step.id in taken for step in rulebook.steps},
    }
    return {**facts, **authorities(rulebook, facts)}


def with_answers(rulebook: Rulebook, facts: Circumstances, given: Mapping[str, Value]) -> dict[str, Any]:
    """What is known with these answers laid over it, and who decides then."""
    known = {**facts, **comparable(rulebook, given)}
    return {**known, **authorities(rulebook, known)}


def _lacking(rulebook: Rulebook, materials: Value | None) -> int | None:
    """How many of the listed materials have not been handed in (CAP-34); None where there is no list."""
    held, lacking = told_apart(rulebook, materials) if materials else ((), ())
    return len(lacking) if held or lacking else None


def is_after_hours(moment: datetime, calendar: Calendar) -> bool:
    """Whether the office was closed at ``moment``."""
    local = office_time(moment, calendar.zone)
    return not any(opens <= local.time() <= closes for opens, closes in calendar.hours(local.date()))


@kept
def _steps_with(rulebook: Rulebook, effect: Effect) -> frozenset[str]:
    return frozenset(step.id for step in rulebook.steps if effect in step.effects)


def _levels_at(rulebook: Rulebook, case: Case, effect: Effect) -> list[tuple[str, ...]]:
    """The levels on which the case stood each time that a step with ``effect`` was taken."""
    steps = _steps_with(rulebook, effect)
    found = []
    for entry in case.timeline:
        if entry.step in steps and not entry.undone:
            levels = entry.values.get(LEVEL, ())
            found.append(tuple(str(level) for level in levels) if isinstance(levels, tuple) else ())
    return found


def comparable(rulebook: Rulebook, values: Mapping[str, Value]) -> dict[str, Any]:
    """Facts as criteria compare them: money in yuan, moments on the office's clock, everything else as it is."""
    money = _money(rulebook)

    def compared(id_: str, value: Value) -> Any:
        if isinstance(value, datetime):
            return office_time(value, OFFICE_ZONE)
        return Decimal(int(str(value))) / 100 if id_ in money else value

    return {id_: compared(id_, value) for id_, value in values.items()}


@kept
def _money(rulebook: Rulebook) -> frozenset[str]:
    """The facts that are amounts."""
    return facts_of_type(rulebook, frozenset({"money"}))


def facts_of_type(rulebook: Rulebook, wanted: Set[FieldType]) -> frozenset[str]:
    """The facts of these types; what the rulebook says of a fact goes before what the program knows."""
    types = {id_: fact.type for id_, fact in FACTS.items()} | {f.id: f.kind_of_value for f in rulebook.fields}
    return frozenset(id_ for id_, type_ in types.items() if type_ in wanted)
