"""All that criteria may ask about a case: its facts in comparable form and what the program works out itself."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from desk.domain.case import Case
from desk.domain.draft import Draft, Value
from desk.rulebook.facts import FACTS
from desk.rulebook.model import Rulebook

Circumstances = Mapping[str, Any]


def of_draft(rulebook: Rulebook, draft: Draft) -> dict[str, Any]:
    """What is known while the matter is still being typed."""
    named = bool(draft.values.get("complainant.name"))
    return {
        **comparable(rulebook, draft.values),
        "kind": draft.kind, "channel": draft.channel or None, "category": draft.category or None,
        "anonymous": not named, "age_days": 0, "reopened": 0, "escalated": False,
        **{f"switch.{switch.id}": switch.default for switch in rulebook.switches},
    }


def of_case(rulebook: Rulebook, case: Case, now: datetime, counts: Mapping[str, int] | None = None) -> dict[str, Any]:
    """What is known of a case at ``now``; ``counts`` are the store's ``same_person``, ``same_object``, ``same_matter``."""
    draft = Draft(
        kind=case.kind, channel=case.channel, category=case.category, received_at=case.received_at, values=case.values
    )
    taken = Counter(entry.step for entry in case.timeline if not entry.undone)
    effects = {step.id: step.effects for step in rulebook.steps}
    return {
        **of_draft(rulebook, draft),
        **(counts or {}),
        "state": case.state,
        "age_days": (now - case.received_at).days,
        "reopened": sum(n for step, n in taken.items() if "reopen" in effects.get(step, ())),
        "escalated": any("escalate" in effects.get(step, ()) for step in taken),
        **{f"level.{scale}": level for scale, level in case.levels.items()},
        **{f"did.{step.id}": step.id in taken for step in rulebook.steps},
    }


def comparable(rulebook: Rulebook, values: Mapping[str, Value]) -> dict[str, Any]:
    """Facts as criteria compare them: money in yuan, everything else as it is."""
    own = {field.id: field.kind_of_value for field in rulebook.fields}

    def is_money(id_: str) -> bool:
        return own.get(id_, FACTS[id_].type if id_ in FACTS else "text") == "money"

    return {id_: Decimal(int(str(value))) / 100 if is_money(id_) else value for id_, value in values.items()}
