"""Months that are over are counted once: figures and pictures of a year add up what is kept of its months.

What is not whole or not over is counted anew, and so is every month in which something happened to a case that this
viewer sees otherwise than everybody: one that is kept from the viewer, or a sealed one that is opened to them.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from desk.domain.viewer import Viewer
from desk.rulebook.kept import kept
from desk.rulebook.model import Rulebook
from desk.store import conflicts, identities, kept_counts
from desk.store.failures import StoreBusy
from desk.store.kept_counts import Counted
from desk.store.transaction import Transaction

if TYPE_CHECKING:
    from desk.services.office import Office

_FORMAT = "1"
"""Another one when what is counted, or how it is written down, changes: older counts are then made anew."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From ``since`` to before ``until``; ``over``: a whole month that has passed."""

    since: datetime
    until: datetime
    over: bool


Count = Callable[[Stretch], str]


def stretches(office: "Office", since: datetime, until: datetime) -> tuple[Stretch, ...]:
    """The months from ``since`` to before ``until`` in which anything happened; the first and last may be parts of one."""
    with office.store.reading() as tx:
        return tuple(_stretches(tx, since, until, office.now()))


def _stretches(tx: Transaction, since: datetime, until: datetime, now: datetime) -> Iterator[Stretch]:
    at = since
    while (found := kept_counts.next_moment(tx, at)) and found < until:
        begin = found.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        at, following = max(at, begin), (begin + timedelta(days=31)).replace(day=1)
        over = at == begin and following <= min(until, now)
        end = until if following > now else min(following, until)
        yield Stretch(at, end, over)
        at = end


class Kept:
    """What is kept of ``what``, as far as this viewer sees it as everybody does."""

    def __init__(self, office: "Office", viewer: Viewer, what: str) -> None:
        self._office, self._what = office, what
        self._made_from = made_from(office)
        with office.store.reading() as tx:
            self._held = kept_counts.kept(tx, office.rulebook.id, what, self._made_from)
            apart = conflicts.kept_from(tx, viewer) | identities.granted(tx, viewer)
            self._apart = kept_counts.moments(tx, sorted(apart))

    def of(self, spans: Iterable[Stretch], count: Count) -> tuple[str, ...]:
        """What ``count`` says of each stretch, read where it is kept, and kept where it may be."""
        return tuple(self._of(one, count) for one in spans)

    def _of(self, one: Stretch, count: Count) -> str:
        if not one.over or any(one.since <= at < one.until for at in self._apart):
            return count(one)
        return self._held.get(one.since) or self._keep(one, count)

    def _keep(self, one: Stretch, count: Count) -> str:
        """Counts, and keeps it; a desk that writes just now for long is not waited for a second time."""
        office = self._office
        about = Counted(office.rulebook.id, self._what, one.since, one.until, self._made_from)
        try:
            with office.store.writing() as tx:
                claimed = kept_counts.claim(tx, about)
        except StoreBusy:
            return count(one)
        found = count(one)
        with suppress(StoreBusy), office.store.writing() as tx:
            kept_counts.keep(tx, claimed, found)
        return found


def made_from(office: "Office") -> str:
    """What counts depend on besides the cases: the manual's words, and what the clerks are called."""
    names = "\n".join(f"{user.id}\t{user.name}" for user in sorted(office.users(), key=lambda one: one.id))
    told = f"{_FORMAT}\n{_digest(office.rulebook)}\n{names}"
    return hashlib.sha256(told.encode()).hexdigest()[:32]


@kept
def _digest(book: Rulebook) -> str:
    return hashlib.sha256(msgspec.json.encode(msgspec.structs.replace(book, layouts={}))).hexdigest()
