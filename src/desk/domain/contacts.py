"""Who was spoken to, when, how, and what was said: the contacts of a case, whichever act they were part of (CAP-77)."""

from dataclasses import dataclass
from datetime import datetime

from desk.domain.case import CONTACTED, Case, Happening
from desk.domain.words import choices_of, say
from desk.rulebook.intake import Field
from desk.rulebook.model import Rulebook

MEANS = ("电话", "当面", "上门", "微信", "短信", "电子邮件", "书面")
"""How a complainant is reached; a rulebook's own steps have their own lists."""


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact. ``what`` is the act it was part of; ``person`` is empty where the viewer may not know."""

    at: datetime
    what: str
    means: str
    person: str
    content: str
    by: str


def speaking_steps(rulebook: Rulebook) -> frozenset[str]:
    """The steps by which the complainant hears something."""
    return frozenset(step.id for step in rulebook.steps if {"tell", "visit"} & set(step.effects))


def contacts_of(rulebook: Rulebook, case: Case) -> tuple[Contact, ...]:
    """The contacts of the case, the oldest first."""
    names = {step.id: step.name for step in rulebook.steps if step.id in speaking_steps(rulebook)}
    names[CONTACTED] = "联系投诉人"
    return tuple(
        _contact(rulebook, entry, names[entry.step])
        for entry in case.timeline
        if entry.step in names and not entry.undone
    )


def _contact(rulebook: Rulebook, entry: Happening, what: str) -> Contact:
    fields = [field for field in rulebook.fields if field.id == "told_by"]
    asked = next(
        (field for field in fields if entry.step in field.at), next(iter(fields), Field(id="told_by"))
    )
    said = entry.values.get("told_by", "")
    told = (entry.note, entry.values.get("result"), entry.values.get("reason"))
    return Contact(
        at=entry.at,
        what=what,
        means=str(say(said, "choice", choices_of(rulebook, asked))) if said else "",
        person=str(entry.values.get("told_to", "")),
        content="；".join(str(words) for words in told if words),
        by=entry.by,
    )
