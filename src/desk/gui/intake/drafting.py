"""The draft on the screen: kept every five seconds, parked at a key, offered again after a crash."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from desk.gui.session import Session

EVERY = 5_000
"""Milliseconds between two savings; no more typing than this is ever lost."""


class Drafting(QObject):
    """Keeps what is typed under the draft's id until the case is registered. Only what changed is written."""

    kept = Signal()
    listed = Signal(object)

    def __init__(
        self, session: Session, content: Callable[[], Mapping[str, Any]], has_content: Callable[[], bool]
    ) -> None:
        super().__init__()
        self._session, self._content, self._has_content = session, content, has_content
        self.id: UUID = uuid4()
        self.key: UUID = uuid4()
        self._dirty = False
        self._stored = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.keep)
        self._timer.start()

    def touch(self) -> None:
        """Something was typed."""
        self._dirty = True

    @property
    def has_anything(self) -> bool:
        """Whether there would be something to lose."""
        return self._dirty or self._stored

    def keep(self, *, parked: bool = False) -> None:
        """Save what stands there, if it changed."""
        if not self._dirty and not (parked and self._stored):
            return
        if not self._stored and not self._has_content():
            return
        from desk.services import drafts

        self._dirty, self._stored = False, True
        office, viewer = self._session.office, self._session.viewer
        self._session.write(
            partial(drafts.keep, office, viewer, self.id, self.content(), parked=parked), self._was_kept
        )

    def content(self) -> dict[str, Any]:
        """What stands in the form, with what a draft needs to be taken up again."""
        return {**self._content(), "key": str(self.key), "rulebook": self._session.rulebook.id}

    def begin(self) -> None:
        """A fresh draft."""
        self.id, self.key = uuid4(), uuid4()
        self._dirty = self._stored = False

    def resume(self, id_: UUID, content: Mapping[str, Any]) -> None:
        """Go on with an earlier one; its key stays, so that nothing is registered twice."""
        self.id = id_
        self.key = UUID(str(content.get("key") or uuid4()))
        self._dirty, self._stored = False, True

    def end(self) -> None:
        """It has become a case, or is given up."""
        if self._stored:
            self.drop(self.id)
        self.begin()

    def drop(self, id_: UUID) -> None:
        """Throw a kept draft away."""
        from desk.services import drafts

        self._session.write(
            partial(drafts.drop, self._session.office, self._session.viewer, id_), self._was_kept
        )

    def list(self) -> None:
        """Ask for the drafts that are kept; ``listed`` brings them."""
        from desk.services import drafts

        self._session.read(partial(drafts.kept, self._session.office, self._session.viewer), self.listed.emit)

    def stop(self) -> None:
        """Save for the last time."""
        self._timer.stop()
        self.keep()

    def _was_kept(self, _answer: object) -> None:
        self.kept.emit()
        self.list()
