"""Things in the matters of a period that people should look at (苗头): plain counts over thresholds, with their cases."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from desk.domain.progress import Told, go_on
from desk.domain.wording import Groups, pairs_of
from desk.domain.words import category_title
from desk.rulebook.accounts import Sign
from desk.rulebook.model import Rulebook

USUAL = (
    Sign(id="growth", name="类别增长", form="growth", least=5, percent=50),
    Sign(id="respondent", name="同一被投诉人多件", form="respondent", least=3),
    Sign(id="repeat", name="同一投诉人多件", form="repeat", least=3),
    Sign(id="wording", name="事由雷同", form="wording", least=3, percent=70),
    Sign(id="late", name="部门常逾期", form="late", least=3, percent=30),
)
"""What is looked for where the rulebook says nothing else; an entry of the rulebook takes the place of its form."""

_TOLD_EVERY = 500
"""Subjects between two words about how far the comparison is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A case as far as it is needed here: nobody's name. ``persons`` are keyed digests of phones and documents.

    A sealed case has neither respondent, nor subject, nor persons.
    """

    number: str
    category: str
    department: str
    respondent: str
    subject: str
    persons: frozenset[bytes] = frozenset()
    late: bool = False


@dataclass(frozen=True, slots=True)
class Noticed:
    """One thing noticed: by which rule, about what, the numbers in words, and the cases, the oldest first."""

    sign: str
    name: str
    about: str
    words: str
    cases: tuple[str, ...]
    source: str


def noticed(
    book: Rulebook, now: Sequence[Matter], before: Mapping[str, int], told: Told | None = None
) -> tuple[Noticed, ...]:
    """What the rules notice in the matters of a period; ``before``: how many of each category came in the equally long time before.

    Raises ``Stopped`` where ``told`` says so.
    """
    ways: Mapping[str, Callable[[Sign], Iterator[tuple[str, str, Sequence[Matter]]]]] = {
        "growth": lambda rule: _growing(book, rule, now, before),
        "respondent": lambda rule: _many(rule, _by(now, lambda one: one.respondent)),
        "repeat": lambda rule: _many(rule, _by_person(now), "同一投诉人"),
        "wording": lambda rule: _alike(rule, now, told),
        "late": lambda rule: _late(book, rule, now),
    }
    return tuple(
        Noticed(rule.id, rule.name, about, words, tuple(one.number for one in cases), rule.source)
        for rule in rules(book)
        for about, words, cases in ways[rule.form](rule)
    )


def rules(book: Rulebook) -> tuple[Sign, ...]:
    """The rulebook's signs, and of the forms that it does not name the usual ones."""
    own = {rule.form for rule in book.signs}
    return (*book.signs, *(rule for rule in USUAL if rule.form not in own))


def _growing(
    book: Rulebook, rule: Sign, now: Sequence[Matter], before: Mapping[str, int]
) -> Iterator[tuple[str, str, Sequence[Matter]]]:
    if not before:  # the office has no matters from then: nothing to compare with
        return
    for category, cases in _most_first(_by(now, lambda one: one.category)):
        was, grown = before.get(category, 0), len(cases)
        if grown >= rule.least and grown * 100 >= was * (100 + rule.percent) and grown > was:
            share = f"增长{(grown - was) * 100 // was}%" if was else "上期没有"
            yield category_title(book, category), f"本期{grown}件，上期{was}件，{share}", cases


def _many(
    rule: Sign, groups: Mapping[str, list[Matter]], called: str = ""
) -> Iterator[tuple[str, str, Sequence[Matter]]]:
    for about, cases in _most_first(groups):
        if len(cases) >= rule.least:
            yield called or about, f"{len(cases)}件", cases


def _late(book: Rulebook, rule: Sign, now: Sequence[Matter]) -> Iterator[tuple[str, str, Sequence[Matter]]]:
    names = {entry.id: entry.name for entry in book.departments}
    groups = _by(now, lambda one: one.department)
    late = {id_: [one for one in cases if one.late] for id_, cases in groups.items()}
    for id_, cases in _most_first(late):
        whole = len(groups[id_])
        if len(cases) >= rule.least and len(cases) * 100 >= whole * rule.percent:
            share = len(cases) * 100 // whole
            yield names.get(id_, id_), f"{whole}件中{len(cases)}件逾期，{share}%", cases


def _alike(
    rule: Sign, now: Sequence[Matter], told: Told | None
) -> Iterator[tuple[str, str, Sequence[Matter]]]:
    """Each matter joins the first group whose first subject it resembles; what is counted is said in ``Sign``."""
    known = {subject: pairs_of(subject) for subject in {one.subject for one in now}}
    told_of = [(one, pairs) for one in now if (pairs := known[one.subject])]
    groups, members = Groups((pairs for _, pairs in told_of), rule.percent), dict[int, list[Matter]]()
    for done, (one, pairs) in enumerate(told_of):
        if done % _TOLD_EVERY == 0:
            go_on(told, "比较事由", done, len(told_of))
        members.setdefault(groups.join(pairs), []).append(one)
    for cases in sorted(members.values(), key=lambda group: -len(group)):
        if len(cases) >= rule.least:
            yield cases[0].subject, f"{len(cases)}件事由相同或相近", cases


def _by(matters: Iterable[Matter], group: Callable[[Matter], str]) -> dict[str, list[Matter]]:
    found: dict[str, list[Matter]] = {}
    for one in matters:
        if name := group(one):
            found.setdefault(name, []).append(one)
    return found


def _by_person(matters: Iterable[Matter]) -> dict[str, list[Matter]]:
    """The matters of one person: phone and document lead to the same cases more than once, which is told once."""
    found: dict[bytes, list[Matter]] = {}
    for one in matters:
        for person in sorted(one.persons):
            found.setdefault(person, []).append(one)
    return {"\n".join(one.number for one in cases): cases for cases in found.values()}


def _most_first(groups: Mapping[str, list[Matter]]) -> list[tuple[str, list[Matter]]]:
    return sorted(groups.items(), key=lambda pair: -len(pair[1]))
