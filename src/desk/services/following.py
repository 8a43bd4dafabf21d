"""Merged cases end where their lead ends, and are open again with it: no list or count takes them for open meanwhile."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from desk.domain import grading
from desk.domain.archiving import archived_at
from desk.domain.case import FILED, FOLLOWED, Before, Case, Happening
from desk.domain.clocks import clocks_of
from desk.domain.endings import ENDED
from desk.domain.viewer import Viewer
from desk.rulebook.model import Rulebook
from desk.store import audit, cases, changes, links, repeated
from desk.store.transaction import Transaction

if TYPE_CHECKING:
    from desk.services.office import Office


def align(office: "Office", viewer: Viewer, tx: Transaction, lead: Case) -> None:
    """Bring every case that is dealt with under ``lead`` to where the lead stands now."""
    for link in links.all_of(tx, lead.id):
        if (link.kind, link.other_id) == ("merged_into", lead.id):
            _align(office, viewer, tx, cases.whole(tx, link.case_id), lead)


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


def _align(office: "Office", viewer: Viewer, tx: Transaction, own: Case, lead: Case) -> None:
    above, book = office.rulebook_of(lead), office.rulebook_of(own)
    after = own if is_ended(above, lead) else released(own)
    filed = next((entry for entry in _followings(after) if entry.step == FILED), None)
    if filed and not archived_at(above, lead):
        after = _undone(after, filed)
    if is_ended(above, lead):
        after = _followed(office, viewer, after, lead, _state_like(above, book, lead.state))
    if after != own:
        save(office, viewer, tx, own, after)


def _followed(office: "Office", viewer: Viewer, own: Case, lead: Case, state: str) -> Case:
    files = archived_at(office.rulebook_of(lead), lead) and not archived_at(office.rulebook_of(own), own)
    if own.state == state and not files:
        return own
    before = Before(state=own.state, levels=own.levels, handed_on_at=own.handed_on_at, values={})
    said = f"随 {lead.number} {'归档' if files else '办结'}"
    entry = Happening(
        step=FILED if files else FOLLOWED, at=office.now(), by=viewer.user, note=said, before=before
    )
    return replace(own, state=state, timeline=(*own.timeline, entry))


def _state_like(above: Rulebook, book: Rulebook, state: str) -> str:
    """The lead's state; where the other's own manual does not know it, its first state of the same phase."""
    if any(one.id == state for one in book.states):
        return state
    phase = above.state(state).phase
    return next((one.id for one in book.states if one.phase == phase), state)


def save(
    office: "Office",
    viewer: Viewer,
    tx: Transaction,
    own: Case,
    after: Case,
    told: tuple[Happening, ...] = (),
) -> None:
    """Save where a case followed to, or that it follows no more; ``told`` are entries besides."""
    rulebook = office.rulebook_of(own)
    standing = list(_followings(after))
    undone = [entry.step for entry in _followings(own) if entry not in standing]
    entries = (*(entry for entry in standing if entry not in own.timeline), *told)
    whole = replace(after, timeline=(*after.timeline, *told))
    facts = office.facts(rulebook, whole, repeated.counts(tx, rulebook, whole))
    clocks = clocks_of(rulebook, whole, facts, office.calendar, office.now())
    changes.follow(tx, whole, entries, undone, clocks, rank=grading.rank(rulebook, whole.levels))
    for step in (*undone, *(entry.step for entry in standing if entry in entries)):
        act = f"undo:{step}" if step in undone else step
        audit.append(tx, audit.Act(act=act, by=viewer.user, case_id=own.id, about=own.number))
