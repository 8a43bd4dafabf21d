"""The handbook's chapter of time limits: from when each runs, what ends it, how long it is and who may extend it."""

from collections.abc import Iterable

from desk.domain.handbook_words import Chapter, Say, saying, when_words
from desk.rulebook.facts import FACTS
from desk.rulebook.limits import parse_limit
from desk.rulebook.model import Rulebook
from desk.rulebook.timing import Clock, Extension


def clocks(book: Rulebook) -> Chapter:
    """From when, until what, how long, extended by whom: one row for each cell of a clock's table."""
    step = _moment(book)
    levels = tuple(level for scale in book.scales for level in scale.levels)
    owner = saying(book.roles, book.departments)
    case = saying(levels, book.clock_classes, book.categories, book.kinds, book.channels)
    rows = tuple(
        (
            key,
            clock.name,
            "；".join(filter(None, (where, when_words(book, clock.when)))),
            step(*clock.starts),
            step(*clock.done),
            limit + _extensions(clock, owner),
            owner(clock.owner),
            source,
        )
        for clock in book.clocks
        for key, where, limit, source in _cells(clock, case)
    )
    columns = (("时限", 5), ("适用", 5), ("起算", 3), ("完成", 4), ("期限", 3), ("责任", 3), ("出处", 3))
    return Chapter("clocks", "时限", columns, rows)


def _moment(book: Rulebook) -> Say:
    """Says from when a clock runs and what ends it: an act, a paper that was issued, a date of the case."""
    step, paper = saying(book.steps), saying(book.papers)
    titles = {field.id: field.title for field in book.fields}

    def one(name: str) -> str:
        word, _, rest = name.partition(":")
        match word:
            case "issued":
                return f"出{paper(rest)}"
            case "fact":
                return titles.get(rest, FACTS[rest].label if rest in FACTS else rest)
        return step(name)

    return lambda *names: "、".join(one(name) for name in names)


def _extensions(clock: Clock, who: Say) -> str:
    """By how much the clock may be extended, and who approves: 可延5个工作日（分管院长批准）."""
    return "".join(
        f"；可延{_limit(rule.by)}"
        + (f" {rule.times} 次" if rule.times > 1 else "")
        + ("（与投诉人商定）" if rule.agreed else f"（{_approver(rule, who)}批准）" if rule.approver else "")
        for rule in clock.extensions
    )


def _approver(rule: Extension, who: Say) -> str:
    return "等级规定的人" if rule.approver == "level" else who(rule.approver)


def _cells(clock: Clock, say: Say) -> Iterable[tuple[str, str, str, str]]:
    """Each cell of a clock's table as (id, for which cases, limit, where the manual says so)."""
    for place, cell in enumerate(clock.cells):
        yield (
            f"{clock.id}.{place}",
            say(*cell.levels, *cell.classes, *cell.categories, *cell.kinds, *cell.channels),
            _limit(cell.limit),
            cell.source or clock.source,
        )
    if clock.limit:
        yield clock.id, "其他" if clock.cells else "全部", _limit(clock.limit), clock.source


def _limit(text: str) -> str:
    return parse_limit(text).words
