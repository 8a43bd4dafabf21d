"""What figures count: cases judged as far as the indicators ask, without reading people, notes and clocks where none does."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from desk.domain.case import Case
from desk.domain.circumstances import comparable
from desk.domain.endings import ENDED
from desk.domain.figures import Judged
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
from desk.store.plain_cases import plain

if TYPE_CHECKING:
    from desk.services.office import Office

_FRAME = ("kind", "channel", "category", "state", "received_on")
_GROUND = "ground"
"""Asked by the tallies, whatever the indicators ask."""
_AT_ONCE = 500
_OF_FRAME: dict[str, Callable[[Rulebook, Case], str]] = {
    "kind": lambda book, case: name_of(book.kinds, case.kind),
    "channel": lambda book, case: name_of(book.channels, case.channel),
    "station": lambda book, case: name_of(book.stations, case.station),
    "level": lambda book, case: level_words(book, case.levels),
    "department": lambda book, case: name_of(book.departments, str(case.values.get("department", ""))),
}
"""The name that a case has by a grouping that needs nothing but its frame."""


def judged(
    office: "Office", viewer: Viewer, filters: Iterable[CaseFilter], by: Sequence[str] = ()
) -> Iterator[Judged]:
    """Every case of the filters, judged as of now, as far as the rulebook's indicators, and groupings ``by``, ask."""
    brief = is_brief(office.rulebook) and all(_is_briefly_named(office.rulebook, one) for one in by)
    for which in filters:
        yield from _briefly(office, viewer, which, by) if brief else whole(office, viewer, which)


def is_brief(book: Rulebook) -> bool:
    """Whether the frames and the facts that people gave are all that the rulebook's indicators ask."""
    groups = (by for indicator in book.indicators for by in indicator.by)
    asked = _asked(book.indicators)
    return all(_is_plain(book, name) for name in asked) and all(_is_briefly_named(book, by) for by in groups)


def whole(office: "Office", viewer: Viewer, which: CaseFilter) -> Iterator[Judged]:
    """Every case of the filter with all its facts and clocks."""
    for one in standings(office, viewer, which):
        ended = one.rulebook.state(one.case.state).phase in ENDED
        yield Judged(one.case, one.facts, one.clocks, ended, one.case.is_merged)


def whole_of(office: "Office", viewer: Viewer, ids: Iterable[int]) -> Iterator[Judged]:
    """The same of cases by their ids, in that order."""
    wanted = list(ids)
    for start in range(0, len(wanted), _AT_ONCE):
        chunk = wanted[start : start + _AT_ONCE]
        found = {one.case.id: one for one in whole(office, viewer, CaseFilter(ids=frozenset(chunk)))}
        yield from (found[id_] for id_ in chunk if id_ in found)


def _briefly(office: "Office", viewer: Viewer, which: CaseFilter, by: Sequence[str]) -> Iterator[Judged]:
    """The same answers from the frames alone. Of a sealed case that is opened to the viewer everything is read."""
    asked = _asked(office.rulebook.indicators)
    groups = {one for indicator in office.rulebook.indicators for one in indicator.by} | set(by)
    of_facts = frozenset(name for name in asked | groups if _is_fact(office.rulebook, name))
    with office.store.reading() as tx:
        granted = identities.granted(tx, viewer)
        needed = of_facts | {_GROUND, "department"}
        found = plain(tx, viewer, which, needed, steps=_asks_steps(office.rulebook))
        merged = links.merged(tx)
    for case, sealed in found:
        if sealed and case.id in granted:
            yield from whole(office, viewer, CaseFilter(ids=frozenset({case.id})))
            continue
        book = office.rulebook_of(case)
        ended = book.state(case.state).phase in ENDED
        yield Judged(case, _facts(book, case, asked), (), ended, case.id in merged)


def _asks_steps(book: Rulebook) -> bool:
    """Whether an indicator asks what was done, or when a case ended."""
    asked = _asked(book.indicators)
    return any(name.startswith("did.") for name in asked) or any(
        one.period == "closed" for one in book.indicators
    )


def _facts(book: Rulebook, case: Case, asked: frozenset[str]) -> dict[str, Any]:
    """The facts that are asked, as ``of_case`` gives them."""
    known: dict[str, Any] = {
        **comparable(book, case.values), "kind": case.kind, "channel": case.channel or None,
        "category": case.category or None, "state": case.state, "received_on": case.received_at.date(),
        **{f"level.{scale}": level for scale, level in case.levels.items()},
    }  # fmt: skip
    taken = {entry.step for entry in case.timeline}
    for name in asked:
        head, _, rest = name.partition(".")
        if head == "did" and any(step.id == rest for step in book.steps):
            known[name] = rest in taken
    return known


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
    known: dict[object, str] = {}
    place = by.removeprefix("case.")

    def named(one: Judged) -> str:
        book, case = office.rulebook_of(one.case), one.case
        if by == "month":
            return f"{case.received_at:%Y-%m}"
        if place == "category":
            return _kept(known, (book.version, case.category), lambda: category_title(book, case.category))
        if place == "clerk":
            return _kept(known, case.first_receiver, lambda: office.user_name(case.first_receiver))
        if place in _OF_FRAME:
            return _OF_FRAME[place](book, case)
        if _is_fact(book, by):
            value = case.values.get(by)
            return _kept(known, (book.version, str(value)), lambda: _fact(book, by, case))
        return str(office.words_of(book, case, one.clocks).get(by, ""))

    return named


def _is_briefly_named(book: Rulebook, by: str) -> bool:
    """Whether a grouping needs nothing that is only read with the whole case."""
    place = by.removeprefix("case.")
    return place in (*_OF_FRAME, "month", "category", "clerk") or _is_fact(book, by)


def _kept(known: dict[object, str], key: object, name: Callable[[], str]) -> str:
    if key not in known:
        known[key] = name()
    return known[key]


def _fact(book: Rulebook, by: str, case: Case) -> str:
    value = case.values.get(by)
    said = fact_words(book, {by: value}).get(by, "") if value is not None else ""
    return str(said)
