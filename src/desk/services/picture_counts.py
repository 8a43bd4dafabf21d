"""How the pictures of a stretch of days are counted, and how the cases behind their numbers are found."""

from collections import Counter
from collections.abc import Sequence
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
from desk.services.period_days import received_in
from desk.store import outlines
from desk.store.case_filter import CaseFilter
from desk.store.encoding import micros
from desk.store.plain_cases import Mark, Way, alike

if TYPE_CHECKING:
    from desk.services.office import Office

KEPT_AS = "pictures"
"""The name of what is kept of pictures."""


class PictureSheets:
    """Counts what a stretch of days adds to the pictures, as it is kept."""

    def __init__(self, office: "Office", viewer: Viewer) -> None:
        self._office, self._viewer = office, viewer

    def __call__(self, one: Stretch) -> str:
        """The sheet of the stretch, written down."""
        office, viewer, book = self._office, self._viewer, self._office.rulebook
        came, steps = _received(office, one), frozenset(drawn.main_steps(book))
        categories, reached = Counter[str](), Counter[str]()
        with office.store.reading() as tx:
            for frame, _, n in alike(tx, viewer, came, frozenset(), steps, lambda *_: True):
                categories[frame.category] += n
                reached.update({taken.step: n for taken in frame.timeline})
            hours = outlines.hours(tx, viewer, came, office.zone)
            ended = _ended(office, one)
            went = alike(tx, viewer, ended, frozenset(), ended.with_steps, _ending_in(book, one))
            return picture_sums.written(
                PictureSheet(
                    sum(categories.values()),
                    sum(n for *_, n in went),
                    dict(categories),
                    dict(hours),
                    dict(reached),
                )
            )


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


def _ending_in(book: Rulebook, one: Stretch) -> Mark:
    """Leaves out what did not come to its present end in the stretch."""
    since, until = micros(one.since), micros(one.until)

    def mark(_id: int, _version: str, state: str, way: Way) -> bool | None:
        steps = ending(book, frozenset({state})) if state in drawn.ends(book) else frozenset[str]()
        at = max((at for step, at in way if step in steps), default=None)
        return True if at is not None and since <= at < until else None

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
