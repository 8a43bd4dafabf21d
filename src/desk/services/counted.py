"""What figures count: cases judged as far as the indicators ask, without reading people, notes and clocks where none does."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from desk.domain.circumstances import Circumstances, comparable
from desk.domain.endings import ended_at, ending_at_all, ends_of, is_ended
from desk.domain.figures import Judged
from desk.domain.frame import Frame
from desk.domain.viewer import Viewer
from desk.rulebook.accounts import Indicator
from desk.rulebook.base import is_unset
from desk.rulebook.criteria import parse
from desk.rulebook.model import Rulebook
from desk.services.groupings import is_briefly_named, is_fact
from desk.services.judging import standings
from desk.services.kept_counts import Stretch
from desk.services.one_pass import Run, filters
from desk.store import identities, links
from desk.store.case_filter import CaseFilter
from desk.store.encoding import micros
from desk.store.plain_cases import Mark, Way, alike, plain

if TYPE_CHECKING:
    from desk.services.office import Office

_FRAME = ("kind", "channel", "category", "state", "received_on")
_GROUND = "ground"
"""Asked by the tallies, whatever the indicators ask."""
_AT_ONCE = 500


def judged(
    office: "Office", viewer: Viewer, filters: Iterable[CaseFilter], by: Sequence[str] = (),
    names: frozenset[str] = frozenset(),
) -> Iterator[Judged]:  # fmt: skip
    """Every case of the filters, judged as of now, as far as the rulebook's indicators, groupings ``by`` and ``names`` ask."""
    book = office.rulebook
    brief = is_brief(book, by) and all(_is_plain(book, one) for one in names)
    for which in filters:
        yield from _briefly(office, viewer, which, by, names) if brief else whole(office, viewer, which)


def is_brief(book: Rulebook, by: Sequence[str] = ()) -> bool:
    """Whether the frames and the facts that people gave are all that the rulebook's indicators and ``by`` ask."""
    groups = chain(by, *(indicator.by for indicator in book.indicators))
    asked = _asked(book.indicators)
    return all(_is_plain(book, name) for name in asked) and all(is_briefly_named(book, one) for one in groups)


def whole(office: "Office", viewer: Viewer, which: CaseFilter) -> Iterator[Judged]:
    """Every case of the filter with all its facts and clocks."""
    for one in standings(office, viewer, which):
        ended = is_ended(one.rulebook, one.case.state)
        yield Judged(one.case, one.facts, one.clocks, ended, one.case.is_merged)


def whole_of(office: "Office", viewer: Viewer, ids: Iterable[int]) -> Iterator[Judged]:
    """The same of cases by their ids, in that order."""
    wanted = list(ids)
    for start in range(0, len(wanted), _AT_ONCE):
        chunk = wanted[start : start + _AT_ONCE]
        found = {one.case.id: one for one in whole(office, viewer, CaseFilter(ids=frozenset(chunk)))}
        yield from (found[id_] for id_ in chunk if id_ in found)


def _briefly(
    office: "Office", viewer: Viewer, which: CaseFilter, by: Sequence[str], names: frozenset[str]
) -> Iterator[Judged]:
    """The same answers from the frames alone. Of a sealed case that is opened to the viewer everything is read."""
    asks = _Asks(office.rulebook, by, names)
    steps = asks.steps | (endings(office) if counts_ends(office.rulebook) else frozenset())
    with office.store.reading() as tx:
        granted = identities.granted(tx, viewer)
        found = plain(tx, viewer, which, asks.of_cases, steps)
        merged = links.merged(tx)
    facts_of = _Facts(asks.facts)
    for case, sealed in found:
        if sealed and case.id in granted:
            yield from whole(office, viewer, CaseFilter(ids=frozenset({case.id})))
            continue
        book = office.manual(case.rulebook, case.rulebook_version)
        yield Judged(case, facts_of(book, case), (), is_ended(book, case.state), case.id in merged)


class Both(NamedTuple):
    """The cases received in some days, and those that came to their present end in them, whenever they were received."""

    came: list[Judged]
    went: list[Judged]


class Heaps:
    """Cases for counting alone: those that are alike in what is asked stand there once, with how many they are.

    Only where ``is_brief`` says so. Stretches must follow upon each other, each within one month.
    """

    def __init__(self, office: "Office", viewer: Viewer, by: Sequence[str] = ()) -> None:
        self._office, self._viewer, self._by = office, viewer, by
        self._asks = _Asks(office.rulebook, by, frozenset())
        self._ends = endings(office) if counts_ends(office.rulebook) else frozenset[str]()

    def of(self, spans: Sequence[Stretch]) -> list[Both]:
        """What came in and what ended in each stretch."""
        found, run = [Both([], []) for _ in spans], Run(spans)
        which = filters(self._office.rulebook.id, self._ends, run.since, run.until)
        if self._asks.tells_alike:
            self._together(found, run, list(which))
        else:
            for one in which:
                self._singly(found, run, _briefly(self._office, self._viewer, one, self._by, frozenset()))
        return found

    def _together(self, found: Sequence[Both], run: Run, which: Sequence[CaseFilter]) -> None:
        office, asks = self._office, self._asks
        facts_of = _Facts(asks.facts)
        with office.store.reading() as tx:
            granted = identities.granted(tx, self._viewer)
            mark = _mark(office, granted, links.merged(tx), run, ends=bool(self._ends))
            for case, told, n in alike(tx, self._viewer, which, asks.of_cases, asks.steps | self._ends, mark):
                place, has_ended, joined = told
                found[place][has_ended].append(_judged(office, facts_of, case, joined, n))
        if granted:
            for one in which:
                self._singly(found, run, whole(office, self._viewer, replace(one, ids=granted)))

    def _singly(self, found: Sequence[Both], run: Run, judged: Iterable[Judged]) -> None:
        for one in judged:
            received = run.place(micros(one.case.received_at))
            if received is not None:
                found[received].came.append(one)
            book = self._office.manual(one.case.rulebook, one.case.rulebook_version)
            at = ended_at(book, one.case) if self._ends else None
            ended = None if at is None else run.place(micros(at))
            if ended is not None:
                found[ended].went.append(one)


def _mark(
    office: "Office", granted: frozenset[int], merged: frozenset[int], run: Run, *, ends: bool
) -> Mark[tuple[int, int, bool]]:
    """The stretch in which a case came in or ended, which of the two, and whether it is dealt with under another one.

    Those that are opened to the viewer are read by themselves.
    """
    book = office.rulebook.id
    ends_by: dict[tuple[str, str], frozenset[str]] = {}

    def ending(version: str, state: str) -> frozenset[str]:
        if (version, state) not in ends_by:
            ends_by[version, state] = frozenset(ends_of(office.manual(book, version), state))
        return ends_by[version, state]

    def mark(id_: int, version: str, state: str, received: int, way: Way) -> Iterator[tuple[int, int, bool]]:
        if id_ in granted:
            return
        place = run.place(received)
        if place is not None:
            yield place, 0, id_ in merged
        place = run.ended(way, ending(version, state)) if ends and way else None
        if place is not None:
            yield place, 1, id_ in merged

    return mark


def _judged(office: "Office", facts_of: "_Facts", case: Frame, joined: bool, n: int) -> Judged:
    book = office.manual(case.rulebook, case.rulebook_version)
    return Judged(case, facts_of(book, case), (), is_ended(book, case.state), joined, n)


class _Asks:
    """What the indicators, groupings and ``names`` ask of a case."""

    def __init__(self, book: Rulebook, by: Iterable[str], names: frozenset[str]) -> None:
        asked = _asked(book.indicators) | names
        groups = {one for indicator in book.indicators for one in indicator.by} | set(by)
        of_facts = frozenset(name for name in asked | groups if is_fact(book, name))
        ground = frozenset({_GROUND}) if book.grounds else frozenset[str]()
        self.facts = asked | ground
        self.of_cases = of_facts | ground | {"department"}
        self.steps = frozenset(name.removeprefix("did.") for name in asked if name.startswith("did."))
        self.tells_alike = "received_on" not in asked | groups


def endings(office: "Office") -> frozenset[str]:
    """The entries that end a case under one of the versions of the manual that were ever adopted."""
    return frozenset[str]().union(*map(ending_at_all, office.versions()))


def counts_ends(book: Rulebook) -> bool:
    """Whether any indicator looks at what ended in its period."""
    return any(one.period == "closed" for one in book.indicators)


class _Facts:
    """The facts that are asked, as ``of_case`` gives them: cases that are alike in them share one and the same mapping."""

    def __init__(self, asked: frozenset[str]) -> None:
        self._asked = asked
        self._day = "received_on" in asked
        self._levels = any(name.startswith("level.") for name in asked)
        self._steps = frozenset(name.removeprefix("did.") for name in asked if name.startswith("did."))
        self._own = tuple(name for name in _FRAME if name in asked and name != "received_on")
        self._known: dict[object, Circumstances] = {}

    def __call__(self, book: Rulebook, case: Frame) -> Circumstances:
        taken = {entry.step for entry in case.timeline} & self._steps if self._steps else self._steps
        key = (
            book.version, id(case.values), *[getattr(case, name) for name in self._own],
            id(case.levels) if self._levels else 0, case.received_at.date() if self._day else None,
            frozenset(taken),
        )  # fmt: skip
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._made(book, case, taken)
        return known

    def _made(self, book: Rulebook, case: Frame, taken: Collection[str]) -> Circumstances:
        steps = {step.id for step in book.steps} & self._steps
        known: dict[str, Any] = {
            **comparable(book, case.values), "kind": case.kind, "channel": case.channel or None,
            "category": case.category or None, "state": case.state, "received_on": case.received_at.date(),
            **{f"level.{scale}": level for scale, level in case.levels.items()},
            **{f"did.{step}": step in taken for step in steps},
        }  # fmt: skip
        return {name: known[name] for name in self._asked if name in known}


def _asked(indicators: Iterable[Indicator]) -> frozenset[str]:
    """Every fact that an indicator names."""
    counted = [one for one in indicators if not is_unset(one.base)]
    lines = [line for one in counted for line in (one.base, one.hits) if line]
    means = {one.mean for one in counted if one.mean}
    return frozenset(means).union(*(parse(line).facts for line in lines))


def _is_plain(book: Rulebook, name: str) -> bool:
    """Whether a fact is the same for every viewer and needs neither clocks nor a count over other cases."""
    if name in _FRAME:
        return True
    head, _, rest = name.partition(".")
    if head == "did":
        return any(step.id == rest for step in book.steps)
    return (head == "level" and any(scale.id == rest for scale in book.scales)) or is_fact(book, name)
