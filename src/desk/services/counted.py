"""What figures count: cases judged as far as the indicators ask, without reading people, notes and clocks where none does."""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from desk.domain.case import Case
from desk.domain.circumstances import Circumstances, comparable
from desk.domain.endings import ending_at_all, is_ended
from desk.domain.figures import Judged
from desk.domain.frame import Frame
from desk.domain.viewer import Viewer
from desk.domain.words import category_title, fact_words, level_words, name_of
from desk.rulebook.accounts import Indicator
from desk.rulebook.base import is_unset
from desk.rulebook.criteria import parse
from desk.rulebook.facts import FACTS
from desk.rulebook.model import Rulebook
from desk.services.judging import standings
from desk.store import identities, links
from desk.store.case_filter import CaseFilter
from desk.store.plain_cases import plain, versions

if TYPE_CHECKING:
    from desk.services.office import Office

_FRAME = ("kind", "channel", "category", "state", "received_on")
_GROUND = "ground"
"""Asked by the tallies, whatever the indicators ask."""
_AT_ONCE = 500
_OF_FRAME: dict[str, tuple[Callable[[Case | Frame], Hashable], Callable[[Rulebook, Case | Frame], str]]] = {
    "kind": (lambda case: case.kind, lambda book, case: name_of(book.kinds, case.kind)),
    "channel": (lambda case: case.channel, lambda book, case: name_of(book.channels, case.channel)),
    "station": (lambda case: case.station, lambda book, case: name_of(book.stations, case.station)),
    "category": (lambda case: case.category, lambda book, case: category_title(book, case.category)),
    "level": (lambda case: tuple(case.levels.items()), lambda book, case: level_words(book, case.levels)),
    "department": (
        lambda case: str(case.values.get("department", "")),
        lambda book, case: name_of(book.departments, str(case.values.get("department", ""))),
    ),
}
"""The groupings that need nothing but a case's frame: what tells cases apart, and the name that they have by it."""


def judged(
    office: "Office", viewer: Viewer, filters: Iterable[CaseFilter], by: Sequence[str] = (),
    names: frozenset[str] = frozenset(),
) -> Iterator[Judged]:  # fmt: skip
    """Every case of the filters, judged as of now, as far as the rulebook's indicators, groupings ``by`` and ``names`` ask."""
    book = office.rulebook
    brief = is_brief(book) and all(_is_briefly_named(book, one) for one in by)
    brief = brief and all(_is_plain(book, one) for one in names)
    for which in filters:
        yield from _briefly(office, viewer, which, by, names) if brief else whole(office, viewer, which)


def is_brief(book: Rulebook) -> bool:
    """Whether the frames and the facts that people gave are all that the rulebook's indicators ask."""
    groups = (by for indicator in book.indicators for by in indicator.by)
    asked = _asked(book.indicators)
    return all(_is_plain(book, name) for name in asked) and all(_is_briefly_named(book, by) for by in groups)


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
    current = office.rulebook
    asked = _asked(current.indicators) | names
    groups = {one for indicator in current.indicators for one in indicator.by} | set(by)
    of_facts = frozenset(name for name in asked | groups if _is_fact(current, name))
    ground = {_GROUND} if current.grounds else set[str]()
    with office.store.reading() as tx:
        granted = identities.granted(tx, viewer)
        books = [office.manual(current.id, version) for version in versions(tx, viewer, which)]
        found = plain(tx, viewer, which, of_facts | ground | {"department"}, _steps(current, books, asked))
        merged = links.merged(tx)
    facts_of = _Facts(asked | ground)
    for case, sealed in found:
        if sealed and case.id in granted:
            yield from whole(office, viewer, CaseFilter(ids=frozenset({case.id})))
            continue
        book = office.manual(case.rulebook, case.rulebook_version)
        yield Judged(case, facts_of(book, case), (), is_ended(book, case.state), case.id in merged)


def _steps(current: Rulebook, books: Iterable[Rulebook], asked: Iterable[str]) -> frozenset[str]:
    """The steps that are asked for, and where an indicator counts what ended, those that end a case."""
    named = frozenset(name.removeprefix("did.") for name in asked if name.startswith("did."))
    if all(one.period != "closed" for one in current.indicators):
        return named
    return named.union(*(ending_at_all(book) for book in books))


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
    return (head == "level" and any(scale.id == rest for scale in book.scales)) or _is_fact(book, name)


def _is_fact(book: Rulebook, name: str) -> bool:
    """Whether it is a fact that people give and that is nobody's identity."""
    if name in FACTS:
        return not FACTS[name].identity
    return any(field.id == name and not field.is_identity for field in book.fields)


def groupings(book: Rulebook) -> dict[str, str]:
    """What figures can be told by, with its name: the frame of a case, and the fields whose choices people make."""
    frame = {
        "department": "部门", "category": "类别", "channel": "渠道", "kind": "类型", "level": "等级",
        "station": "窗口", "clerk": "经办人", "month": "月份",
    }  # fmt: skip
    own = {field.id: field.label for field in book.fields if field.kind_of_value == "choice" and field.label}
    return {**own, **frame}


def grouping(office: "Office", by: str) -> Callable[[Judged], str]:
    """How a case is called in a ranking by ``by``; each name is made once."""
    place = by.removeprefix("case.")
    if by == "month":
        return lambda one: f"{one.case.received_at:%Y-%m}"
    if place == "clerk":
        return _once(
            lambda case: case.first_receiver, lambda _, case: office.user_name(case.first_receiver), office
        )
    if place in _OF_FRAME:
        return _once(*_OF_FRAME[place], office)
    if _is_fact(office.rulebook, by):
        return _once(lambda case: str(case.values.get(by)), lambda book, case: _fact(book, by, case), office)
    return lambda one: _said(office, by, one)


def _once(
    told_apart: Callable[[Case | Frame], Hashable],
    name: Callable[[Rulebook, Case | Frame], str],
    office: "Office",
) -> Callable[[Judged], str]:
    known: dict[Hashable, str] = {}

    def named(one: Judged) -> str:
        case = one.case
        key = (case.rulebook_version, told_apart(case))
        if key not in known:
            known[key] = name(office.manual(case.rulebook, case.rulebook_version), case)
        return known[key]

    return named


def _said(office: "Office", by: str, one: Judged) -> str:
    """What only the whole case tells."""
    if isinstance(one.case, Frame):
        return ""
    return str(office.words_of(office.rulebook_of(one.case), one.case, one.clocks).get(by, ""))


def _is_briefly_named(book: Rulebook, by: str) -> bool:
    """Whether a grouping needs nothing that is only read with the whole case."""
    place = by.removeprefix("case.")
    return place in (*_OF_FRAME, "month", "clerk") or _is_fact(book, by)


def _fact(book: Rulebook, by: str, case: Case | Frame) -> str:
    value = case.values.get(by)
    said = fact_words(book, {by: value}).get(by, "") if value is not None else ""
    return str(said)
