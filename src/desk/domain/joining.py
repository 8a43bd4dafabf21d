"""Several cases dealt with as one: what was decided on the one that leads, said of each of the others."""

from dataclasses import replace

from desk.domain.case import FILED, FOLLOWED, MERGED, Case
from desk.rulebook.facts import FACTS
from desk.rulebook.model import Rulebook

_OF_JOINING = (MERGED, FOLLOWED, FILED)


def decided_under(rulebook: Rulebook, own: Case, lead: Case) -> Case:
    """The case as the papers of its own complainant tell it: who complained of what is its own, the rest is the lead's.

    Whatever was asked when the matter was taken in stays as this complainant said it.
    """
    asked = {field.id for field in rulebook.fields_at("register", own.kind, own.channel)}
    identity = {field.id for field in rulebook.fields if field.is_identity} | {
        fact for fact, known in FACTS.items() if known.identity
    }
    decided = {fact: value for fact, value in lead.values.items() if fact not in asked | identity}
    before = tuple(entry for entry in own.timeline if entry.step not in _OF_JOINING)
    return replace(
        own,
        state=lead.state,
        levels=lead.levels,
        handed_on_at=lead.handed_on_at,
        values={**own.values, **decided},
        timeline=tuple(sorted((*before, *lead.timeline), key=lambda entry: entry.at)),
    )
