"""Stretches of days that follow upon each other: the cases that came in or ended in any of them, each read once."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from desk.services.kept_counts import Stretch
from desk.store.case_filter import CaseFilter
from desk.store.encoding import micros
from desk.store.plain_cases import Way


def filters(rulebook: str, ends: frozenset[str], since: datetime, until: datetime) -> Iterator[CaseFilter]:
    """The cases received in the days, then those received before or after of which a step in ``ends`` was taken in them.

    A case ends by a step, so whatever ended in the days has something that happened in them; moments that were put
    right may stand in any order. No case is in two of the filters.
    """
    every = CaseFilter(rulebooks=frozenset({rulebook}))
    yield replace(every, received_from=since, received_to=until)
    if ends:
        ended = replace(every, with_steps=ends, stepped_from=since, stepped_to=until)
        yield replace(ended, received_from=until)
        yield replace(ended, received_to=since)


class Run:
    """Where moments (microseconds) fall among stretches that follow upon each other."""

    def __init__(self, spans: Sequence[Stretch]) -> None:
        self.since, self.until = spans[0].since, spans[-1].until
        self._begins, self._end = [micros(one.since) for one in spans], micros(self.until)

    def place(self, at: int) -> int | None:
        """The place of the stretch in which the moment lies; None where it lies in none."""
        return bisect_right(self._begins, at) - 1 if self._begins[0] <= at < self._end else None

    def ended(self, way: Way, steps: Iterable[str]) -> int | None:
        """The place of the stretch in which the last of these steps was taken."""
        at = max((at for step, at in way if step in steps), default=None)
        return None if at is None else self.place(at)
