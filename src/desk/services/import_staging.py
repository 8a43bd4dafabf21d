"""The lines of an old register as cases that the store takes, made without a transaction."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from desk.domain import grading
from desk.domain.case import Case
from desk.domain.circumstances import of_draft
from desk.domain.clocks import ClockState, clocks_of
from desk.domain.draft import Draft
from desk.domain.old_register import OLD, OldMatter
from desk.domain.viewer import Viewer
from desk.store import batches
from desk.store.batches import Staged
from desk.store.encoding import dump
from desk.store.registration import NewCase

if TYPE_CHECKING:
    from desk.services.office import Office


class Staging:
    """Makes the cases of one batch ready and counts them into its digest."""

    def __init__(self, office: "Office", viewer: Viewer, batch: int) -> None:
        self._office, self._viewer, self._batch = office, viewer, batch
        self._identity = office.rulebook.identity_fields
        self._digest = hashlib.sha256()

    @property
    def digest(self) -> str:
        """The digest of all that was made ready so far."""
        return self._digest.hexdigest()

    def ready(self, fit: Iterable[OldMatter]) -> Iterator[batches.Ready]:
        """The cases as the store takes them."""
        keys, in_file = self._office.store.cipher, self._office.store.path is not None
        for n, matter in enumerate(fit, 1):
            number = OLD + matter.number if matter.number else f"{OLD}批{self._batch}-{n}"
            made = batches.ready(keys, Staged(self._case(matter), number), in_file=in_file)
            self._digest.update(_line(made))
            yield made

    def _case(self, matter: OldMatter) -> NewCase:
        """The matter on its level; the clocks of one that has ended are reckoned when they are looked at."""
        rulebook, draft, batch = self._office.rulebook, matter.draft, self._batch
        levels = self._levels(draft)
        kind = rulebook.kind(draft.kind)
        return NewCase(
            key=f"import:{batch}:{matter.row}", rulebook=rulebook.id, rulebook_version=rulebook.version,
            kind=draft.kind, channel=draft.channel, category=draft.category, station=draft.station,
            state=matter.state, levels=levels, level_rank=grading.rank(rulebook, levels) if levels else 0,
            received_at=draft.received_at, registered_at=draft.received_at, first_receiver=self._viewer.user,
            values=draft.values, identity=self._identity,
            sealed=kind.anonymity == "hide" or kind.id in rulebook.secrecy.sealed_kinds,
            anonymous="complainant.name" not in draft.values, timeline=matter.timeline,
            clocks=() if matter.ended else self._clocks(matter, levels), batch=batch,
        )  # fmt: skip

    def _levels(self, draft: Draft) -> dict[str, str]:
        rulebook = self._office.rulebook
        if not any(not scale.kinds or draft.kind in scale.kinds for scale in rulebook.scales):
            return {}
        return dict(grading.levels(grading.grade(rulebook, of_draft(rulebook, draft, self._office.calendar))))

    def _clocks(self, matter: OldMatter, levels: dict[str, str]) -> tuple[ClockState, ...]:
        office, draft = self._office, matter.draft
        rulebook = office.rulebook
        case = Case(
            id=0, number="", rulebook=rulebook.id, rulebook_version=rulebook.version, kind=draft.kind,
            channel=draft.channel, category=draft.category, station=draft.station, state=matter.state, levels=levels,
            received_at=draft.received_at, registered_at=draft.received_at, handed_on_at=None,
            first_receiver=self._viewer.user, values=draft.values, timeline=matter.timeline,
        )  # fmt: skip
        return clocks_of(rulebook, case, office.facts(rulebook, case), office.calendar, office.now())


def _line(made: batches.Ready) -> bytes:
    """A case as the batch's digest counts it: its frame, its facts, its people, in the words in which they are kept."""
    one, case = made.one, made.one.case
    frame = [one.number, case.kind, case.channel, case.category, case.state, case.received_at.isoformat()]
    return b"\n".join((dump(frame).encode(), made.facts, *dict(made.hidden).values(), b""))
