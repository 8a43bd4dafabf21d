"""What the entries of a rulebook may name: ids of other entries, facts in criteria, moments, limits."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from desk.rulebook.base import UNSET
from desk.rulebook.comparing import Comparable
from desk.rulebook.criteria import BadCriterion, parse
from desk.rulebook.facts import COMPUTED, FACTS
from desk.rulebook.limits import parse_limit
from desk.rulebook.places import PLACES

if TYPE_CHECKING:
    from desk.rulebook.model import Rulebook

Found = tuple[str, str, str]
"""Something wrong: the key it stands at, what it is, and what to write instead."""


def dated(book: "Rulebook") -> frozenset[str]:
    """The facts of a rulebook that are a date or a moment."""
    known = {id_: fact.type for id_, fact in FACTS.items()}
    types = known | {
        field.id: field.kind_of_value for field in book.fields if field.type or field.id in FACTS
    }
    return frozenset(id_ for id_, type_ in types.items() if type_ in ("date", "moment"))


MOMENTS = ("received", "registered", "handed_on", "register")
REPORTED, OVER = "reported", "ended"
"""What ends a clock besides acts: everybody to whom the case's level is reported has been told; the case has ended."""
_SHOWN = 30


class Names:
    """The ids that entries may refer to, and the checks of one reference, criterion or limit."""

    def __init__(self, book: "Rulebook") -> None:
        def ids(entries: Iterable[Any]) -> set[str]:
            return {entry.id for entry in entries}

        self.states, self.roles, self.kinds = ids(book.states), ids(book.roles), ids(book.kinds)
        self.channels, self.series = ids(book.channels), ids(book.series)
        self.categories, self.departments = ids(book.categories), ids(book.departments)
        self.papers, self.clocks, self.stages = ids(book.papers), ids(book.clocks), ids(book.stages)
        self.volumes = ids(book.volumes)
        self.scales, self.pauses, self.validities = ids(book.scales), ids(book.pauses), ids(book.validities)
        self.levels = {level.id for scale in book.scales for level in scale.levels}
        self.steps = ids(book.steps) | {"register"}
        self.moments = self.steps | set(MOMENTS) | {f"issued:{paper}" for paper in self.papers}
        self.endings = self.moments | {REPORTED, OVER}
        self.beginnings = self.moments | {f"fact:{fact}" for fact in dated(book)}
        self.classes = ids(book.clock_classes) or {entry.clock_class for entry in book.categories} - {""}
        self.dates = set(dated(book))
        self.switches = {f"switch.{entry.id}" for entry in book.switches}
        self.facts = set(FACTS) | ids(book.fields)
        self.known = self._comparable_names(book)
        self.printable = self._printable_names(book)
        self.layouts = set(book.layouts)
        self.comparable = Comparable(book)

    def _comparable_names(self, book: "Rulebook") -> set[str]:
        """What a criterion may name."""
        return (
            self.facts
            | set(COMPUTED)
            | self.switches
            | {f"level.{scale}" for scale in self.scales}
            | {f"did.{step}" for step in self.steps}
            | {f"authority.{entry.id}" for entry in book.authorities}
        )

    def _printable_names(self, book: "Rulebook") -> set[str]:
        """What a layout may put on paper."""
        rows = {f"{field.id}.{column.id}" for field in book.fields for column in field.columns}
        rows |= {f"{row}.sum" for row in rows}
        moments = {f"at.{step}" for step in self.steps}
        figures = {f"figure.{indicator.id}" for indicator in book.indicators}
        numbers = {f"number.{paper}" for paper in self.papers}
        tables = {f"register.{register.id}" for register in book.registers}
        tables |= {f"ranking.{by}" for indicator in book.indicators for by in indicator.by}
        return self.facts | set(PLACES) | numbers | moments | figures | rows | tables

    def refer(self, key: str, allowed: set[str], *named: str) -> Iterator[Found]:
        """A fault for each name that is not among ``allowed``; an empty one and ``unset`` are no reference."""
        for name in named:
            if name and name not in allowed and name != UNSET:
                yield (
                    key,
                    f"“{name}”不存在",
                    "可用：" + "、".join(sorted(allowed)[:_SHOWN]) if allowed else "请先定义",
                )

    def criterion(self, key: str, text: str) -> Iterator[Found]:
        """Faults of a criterion: how it is written, and facts that nobody knows."""
        if not text or text == UNSET:
            return
        try:
            facts = parse(text).facts
        except BadCriterion as error:
            yield key, str(error), "例：people >= 10 and media"
            return
        for fact in sorted(facts - self.known):
            yield key, f"判断条件用了不存在的字段“{fact}”", "请在 [[field]] 中定义它，或改用已有字段"
        for message, hint in self.comparable.faults(text):
            yield key, f"判断条件里{message}", hint

    def limit(self, key: str, text: str) -> Iterator[Found]:
        """Faults of a limit, or of the date fact that it names."""
        try:
            limit = parse_limit(text)
        except ValueError as error:
            yield key, str(error), ""
            return
        if limit.fact and limit.unit == "fact":
            yield from self.refer(key, self.dates, limit.fact)
        elif limit.fact:
            yield from self.refer(key, self.facts, limit.fact)
