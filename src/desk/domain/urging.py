"""Orders to get on with a matter (催办, 督办): each with its number, the day of its reply, and the reply itself (CAP-78)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from desk.domain.case import URGING_ANSWERED, Case, Happening
from desk.domain.moments import date_words
from desk.rulebook.flow import Effect, Step
from desk.rulebook.kept import kept
from desk.rulebook.model import Rulebook

NUMBER, REPLY_BY, REPLY, DEPARTMENT = "urge.number", "urge.reply_by", "urge.reply", "urge.department"
WORDS: Mapping[Effect, str] = {"urge": "催办", "supervise": "督办"}


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgingOrder:
    """One order. ``department`` is whose matter it was then; ``reply_by`` is None where no day was set."""

    number: str
    effect: Effect
    at: datetime
    by: str
    department: str
    reply_by: date | None
    replied_at: datetime | None = None
    reply: str = ""


def effect_of(step: Step) -> Effect | None:
    """Whether the step urges or supervises; None for every other step."""
    return next((effect for effect in WORDS if effect in step.effects), None)


@kept
def _orders(rulebook: Rulebook) -> dict[str, Effect]:
    return {step.id: effect for step in rulebook.steps if (effect := effect_of(step))}


def orders_of(rulebook: Rulebook, case: Case) -> tuple[UrgingOrder, ...]:
    """The orders of the case that were not undone, the oldest first, each with its latest reply."""
    effects = _orders(rulebook)
    found: dict[str, UrgingOrder] = {}
    for place, entry in enumerate(case.timeline):
        number = str(entry.values.get(NUMBER, ""))
        if entry.undone:
            continue
        if entry.step in effects:
            found[number or str(place)] = _order(effects[entry.step], number, entry)
        elif entry.step == URGING_ANSWERED and number in found:
            found[number] = replace(
                found[number], replied_at=entry.at, reply=str(entry.values.get(REPLY, ""))
            )
    return tuple(found.values())


def _order(effect: Effect, number: str, entry: Happening) -> UrgingOrder:
    day = entry.values.get(REPLY_BY)
    return UrgingOrder(
        number=number, effect=effect, at=entry.at, by=entry.by,
        department=str(entry.values.get(DEPARTMENT, "")), reply_by=day if isinstance(day, date) else None,
    )  # fmt: skip


def next_number(rulebook: Rulebook, case: Case, effect: Effect) -> str:
    """The number of the next order where the manual has no series for it: 2026110001-催2.

    One that was undone keeps its number, so that no number stands for two orders.
    """
    steps = {step.id for step in rulebook.steps if effect_of(step) == effect}
    earlier = sum(entry.step in steps for entry in case.timeline)
    return f"{case.number}-{WORDS[effect][0]}{earlier + 1}"


def record(rulebook: Rulebook, case: Case) -> str:
    """The 督促记录 of registers: 2026年11月20日 催办 2026110001-催1；… (F-07, 000:233)."""
    return "；".join(
        f"{date_words(one.at.date())} {WORDS[one.effect]} {one.number}".rstrip()
        for one in orders_of(rulebook, case)
    )
