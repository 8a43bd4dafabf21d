"""Months that are over are counted once: figures and pictures of a year add up what is kept of its months.

What is not whole or not over is counted anew, and so is every month in which something happened to a case that this
viewer sees otherwise than everybody: one that is kept from the viewer, or a sealed one that is opened to them.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from desk.domain.progress import Told, go_on
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


Count = Callable[[Sequence[Stretch]], Sequence[tuple[str, ...]]]
"""What each stretch adds, once for each name under which it is kept."""

_MOST_TOGETHER = 12


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


def runs(spans: Sequence[Stretch]) -> Iterator[Sequence[Stretch]]:
    """Stretches that follow upon each other, so many together that their cases can be read at once: a year's."""
    some: list[Stretch] = []
    for one in spans:
        if some and (one.since != some[-1].until or len(some) == _MOST_TOGETHER):
            yield some
            some = []
        some.append(one)
    if some:
        yield some


class Kept:
    """What is kept as ``what``, as far as this viewer sees it as everybody does; ``besides`` is counted and kept with it."""

    def __init__(self, office: "Office", viewer: Viewer, what: str, *besides: str) -> None:
        self._office, self._names = office, (what, *besides)
        self._made_from = made_from(office)
        with office.store.reading() as tx:
            self._held = kept_counts.kept(tx, office.rulebook.id, what, self._made_from)
            apart = conflicts.kept_from(tx, viewer) | identities.granted(tx, viewer)
            self._apart = kept_counts.moments(tx, sorted(apart))

    def of(self, spans: Iterable[Stretch], count: Count, told: Told | None = None) -> tuple[str, ...]:
        """What ``count`` says of each stretch, read where it is kept, and kept where it may be.

        Raises ``Stopped`` where ``told`` says so; what was counted until then stays kept.
        """
        every = tuple(spans)
        missing = [one for one in every if not self._lasts(one) or one.since not in self._held]
        found: dict[Stretch, tuple[str, ...]] = {}
        for some in runs(missing):
            go_on(told, "统计", len(found), len(missing))
            found.update(self._counted(some, count))
        return tuple(found[one][0] if one in found else self._held[one.since] for one in every)

    def _lasts(self, one: Stretch) -> bool:
        return one.over and not any(one.since <= at < one.until for at in self._apart)

    def _counted(self, some: Sequence[Stretch], count: Count) -> Iterator[tuple[Stretch, tuple[str, ...]]]:
        """Counts, and keeps it; a desk that writes just now for long is not waited for a second time."""
        claims = self._claimed([one for one in some if self._lasts(one)])
        found = list(zip(some, count(some), strict=True))
        if claims:
            with suppress(StoreBusy), self._office.store.writing() as tx:
                for one, texts in found:
                    for claim, text in zip(claims.get(one, ()), texts, strict=False):
                        kept_counts.keep(tx, claim, text)
        yield from found

    def _claimed(self, lasting: Sequence[Stretch]) -> dict[Stretch, tuple[str, ...]]:
        """The claims of each stretch, one for each name; none where the store is busy."""
        if not lasting:
            return {}
        try:
            with self._office.store.writing() as tx:
                return {
                    one: tuple(kept_counts.claim(tx, about) for about in self._about(one)) for one in lasting
                }
        except StoreBusy:
            return {}

    def _about(self, one: Stretch) -> Iterator[Counted]:
        book = self._office.rulebook.id
        return (Counted(book, name, one.since, one.until, self._made_from) for name in self._names)


def made_from(office: "Office") -> str:
    """What counts depend on besides the cases: the manual's words, and what the clerks are called."""
    names = "\n".join(f"{user.id}\t{user.name}" for user in sorted(office.users(), key=lambda one: one.id))
    told = f"{_FORMAT}\n{_digest(office.rulebook)}\n{names}"
    return hashlib.sha256(told.encode()).hexdigest()[:32]


@kept
def _digest(book: Rulebook) -> str:
    return hashlib.sha256(msgspec.json.encode(msgspec.structs.replace(book, layouts={}))).hexdigest()
