"""Merged cases end where their lead ends, and are open again with it: no list or count takes them for open meanwhile."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from desk.domain import grading
from desk.domain.archiving import archived_at
from desk.domain.case import FILED, FOLLOWED, Before, Case, Happening
from desk.domain.clocks import clocks_of
from desk.domain.endings import ENDED
from desk.rulebook.model import Rulebook
from desk.store import audit, cases, changes, links, repeated
from desk.store.transaction import Transaction

if TYPE_CHECKING:
    from desk.services.office import Office


def align(office: "Office", tx: Transaction, lead: Case, by: str) -> None:
    """Bring every case that is dealt with under ``lead`` to where the lead stands after an act of the user ``by``."""
    for link in links.all_of(tx, lead.id):
        if (link.kind, link.other_id) == ("merged_into", lead.id):
            _align(office, tx, cases.whole(tx, link.case_id), lead, by)


def is_ended(rulebook: Rulebook, case: Case) -> bool:
    """Whether nothing more is due in the state in which the case is."""
    return rulebook.state(case.state).phase in ENDED


def released(own: Case) -> Case:
    """The case as it stood before it followed anywhere: its entries of following undone."""
    for entry in reversed(tuple(_followings(own))):
        own = _undone(own, entry)
    return own


def _followings(own: Case) -> Iterator[Happening]:
    return (entry for entry in own.timeline if entry.step in (FOLLOWED, FILED) and not entry.undone)


def _undone(own: Case, entry: Happening) -> Case:
    timeline = tuple(replace(one, undone=True) if one is entry else one for one in own.timeline)
    return replace(own, state=entry.before.state if entry.before else own.state, timeline=timeline)


def _align(office: "Office", tx: Transaction, own: Case, lead: Case, by: str) -> None:
    above, book = office.rulebook_of(lead), office.rulebook_of(own)
    after = own if is_ended(above, lead) else released(own)
    filed = next((entry for entry in _followings(after) if entry.step == FILED), None)
    if filed and not archived_at(above, lead):
        after = _undone(after, filed)
    if is_ended(above, lead):
        after = _followed(office, after, lead, _state_like(above, book, lead.state), by)
    if after != own:
        save(office, tx, own, after, by)


def _followed(office: "Office", own: Case, lead: Case, state: str, by: str) -> Case:
    files = archived_at(office.rulebook_of(lead), lead) and not archived_at(office.rulebook_of(own), own)
    if own.state == state and not files:
        return own
    before = Before(state=own.state, levels=own.levels, handed_on_at=own.handed_on_at, values={})
    said = f"随 {lead.number} {'归档' if files else '办结'}"
    entry = Happening(step=FILED if files else FOLLOWED, at=office.now(), by=by, note=said, before=before)
    return replace(own, state=state, timeline=(*own.timeline, entry))


def _state_like(above: Rulebook, book: Rulebook, state: str) -> str:
    """The lead's state; where the other's own manual does not know it, its first state of the same phase."""
    if any(one.id == state for one in book.states):
        return state
    phase = above.state(state).phase
    return next((one.id for one in book.states if one.phase == phase), state)


def save(office: "Office", tx: Transaction, own: Case, after: Case, by: str) -> None:
    """Save where a case followed to, or that it follows no more."""
    rulebook = office.rulebook_of(own)
    standing = list(_followings(after))
    undone = [entry.step for entry in _followings(own) if entry not in standing]
    fresh = [entry for entry in standing if entry not in own.timeline]
    facts = office.facts(rulebook, after, repeated.counts(tx, rulebook, after))
    clocks = clocks_of(rulebook, after, facts, office.calendar, office.now())
    changes.follow(tx, after, fresh, undone, clocks, rank=grading.rank(rulebook, after.levels))
    for act in (*(f"undo:{step}" for step in undone), *(entry.step for entry in fresh)):
        audit.append(tx, audit.Act(act=act, by=by, case_id=own.id, about=own.number))
