"""Drafts: what was being typed, kept every few seconds, parked when somebody interrupts, back after a crash."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from desk.domain.viewer import Viewer
from desk.services.changes import Changes
from desk.store import drafts
from desk.store.drafts import DraftRow

if TYPE_CHECKING:
    from desk.services.office import Office

CHANGED = Changes(what=frozenset({"drafts"}))


def keep(
    office: "Office", viewer: Viewer, id_: UUID, content: Mapping[str, Any], *, parked: bool = False
) -> Changes:
    """Keep what has been typed so far; only its own user gets it back."""
    with office.store.writing() as tx:
        drafts.put(tx, str(id_), viewer.user, content, parked=parked, at=office.now())
    return CHANGED


def kept(office: "Office", viewer: Viewer) -> tuple[DraftRow, ...]:
    """The user's drafts, the newest first."""
    with office.store.reading() as tx:
        return drafts.of_clerk(tx, viewer.user)


def drop(office: "Office", viewer: Viewer, id_: UUID) -> Changes:
    """Forget a draft, after it was registered or thrown away."""
    with office.store.writing() as tx:
        drafts.drop(tx, str(id_), viewer.user)
    return CHANGED
