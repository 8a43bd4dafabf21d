"""How the pictures of a stretch of days are counted, and how the cases behind their numbers are found."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from desk.domain import picture_sums
from desk.domain import pictures as drawn
from desk.domain.behind import CasesBehind
from desk.domain.endings import ending
from desk.domain.picture_sums import PictureSheet
from desk.domain.pictures import Outline, Picture
from desk.domain.viewer import Viewer
from desk.rulebook.model import Rulebook
from desk.services.kept_counts import Stretch
from desk.services.one_pass import Run, filters
from desk.services.period_days import received_in
from desk.store import outlines
from desk.store.case_filter import CaseFilter
from desk.store.plain_cases import Mark, Way, alike

if TYPE_CHECKING:
    from desk.services.office import Office

KEPT_AS = "pictures"
"""The name of what is kept of pictures."""


class PictureSheets:
    """Counts what stretches of days add to the pictures, as it is kept."""

    def __init__(self, office: "Office", viewer: Viewer) -> None:
        self._office, self._viewer = office, viewer
        book = office.rulebook
        self._main, self._ends = frozenset(drawn.main_steps(book)), ending(book, drawn.ends(book))

    def __call__(self, spans: Sequence[Stretch]) -> list[tuple[str]]:
        """The sheet of each stretch, written down."""
        office, viewer, run = self._office, self._viewer, Run(spans)
        which = filters(office.rulebook.id, self._ends, run.since, run.until)
        counts = [_Counts() for _ in spans]
        with office.store.reading() as tx:
            steps, mark = self._main | self._ends, _mark(office.rulebook, run)
            for frame, told, n in alike(tx, viewer, which, frozenset(), steps, mark):
                place, has_ended = told
                counts[place].ended += n if has_ended else 0
                if not has_ended:
                    counts[place].categories[frame.category] += n
                    taken = {entry.step for entry in frame.timeline} & self._main
                    counts[place].steps.update(dict.fromkeys(taken, n))
            hours = [outlines.hours(tx, viewer, _received(office, one), office.zone) for one in spans]
        return [(picture_sums.written(one.sheet(at)),) for one, at in zip(counts, hours, strict=True)]


class _Counts:
    """What is counted of one stretch."""

    def __init__(self) -> None:
        self.ended, self.categories, self.steps = 0, Counter[str](), Counter[str]()

    def sheet(self, hours: Counter[str]) -> PictureSheet:
        received = sum(self.categories.values())
        return PictureSheet(received, self.ended, dict(self.categories), dict(hours), dict(self.steps))


def _received(office: "Office", one: Stretch) -> CaseFilter:
    return CaseFilter(
        rulebooks=frozenset({office.rulebook.id}), received_from=one.since, received_to=one.until
    )


def _ended(office: "Office", one: Stretch) -> CaseFilter:
    """The cases in which a step that ends one was taken in the stretch."""
    book = office.rulebook
    return CaseFilter(
        rulebooks=frozenset({book.id}), with_steps=ending(book, drawn.ends(book)), stepped_from=one.since,
        stepped_to=one.until,
    )  # fmt: skip


def _mark(book: Rulebook, run: Run) -> Mark[tuple[int, bool]]:
    """The stretch in which a case came in or came to its present end, and which of the two."""
    ends = {state: ending(book, frozenset({state})) for state in drawn.ends(book)}

    def mark(_id: int, _version: str, state: str, received: int, way: Way) -> Iterator[tuple[int, bool]]:
        came, went = run.place(received), run.ended(way, ends.get(state, ()))
        if came is not None:
            yield came, False
        if went is not None:
            yield went, True

    return mark


class PictureCases:
    """The cases behind the numbers, read when somebody looks: the same pictures drawn from every case."""

    def __init__(self, office: "Office", viewer: Viewer, first: date, last: date) -> None:
        self._office, self._viewer, self._days = office, viewer, (first, last)
        self._period = received_in(office, first, last)
        self._drawn: dict[tuple[str, str, str], Sequence[str]] = {}
        self._lock = Lock()

    def received(self, span: Stretch) -> Sequence[str]:
        """The numbers of what came in."""
        return tuple(one.number for one in self._outlines(_received(self._office, span)))

    def ended(self, span: Stretch) -> Sequence[str]:
        """The numbers of what ended."""
        book = self._office.rulebook
        every = self._outlines(_ended(self._office, span))
        return tuple(
            one.number for one in every if (at := drawn.ended_on(book, one)) and span.since <= at < span.until
        )

    def ageing(self) -> Picture:
        """The open matters of the period, which are few."""
        book = self._office.rulebook
        states = frozenset(state.id for state in book.states) - drawn.ends(book)
        which = replace(self._period, states=states)
        return drawn.ageing(book, self._outlines(which), self._office.now().date())

    def in_picture(self, picture: Picture) -> Picture:
        """The picture with the cases behind its points."""
        points = (
            replace(point, cases=CasesBehind(point.value, partial(self._of, (picture.id, point.label, point.series))))
            for point in picture.points
        )  # fmt: skip
        return replace(picture, points=tuple(points))

    def _of(self, key: tuple[str, str, str]) -> Sequence[str]:
        with self._lock:
            if not self._drawn:
                found, office = self._outlines(self._period), self._office
                shown = drawn.pictures(office.rulebook, found, *self._days, office.now().date())
                self._drawn = {
                    (one.id, point.label, point.series): point.cases for one in shown for point in one.points
                }
        return self._drawn.get(key, ())

    def _outlines(self, which: CaseFilter) -> tuple[Outline, ...]:
        with self._office.store.reading() as tx:
            return outlines.outlines(tx, self._viewer, which, self._office.zone)
