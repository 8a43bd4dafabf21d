"""How serious a matter is: every scale of the rulebook, the lines that match, and the questions still open."""

from collections.abc import Mapping
from dataclasses import dataclass

from desk.domain.circumstances import Circumstances
from desk.rulebook.criteria import parse
from desk.rulebook.flow import Criterion, Level, Scale
from desk.rulebook.model import Rulebook


@dataclass(frozen=True, slots=True)
class Grade:
    """The outcome on one scale: the level (empty where none holds), the lines that matched, and open facts.

    ``open`` are facts whose answer could still raise the level; they are questions, never a no.
    """

    scale: str
    level: str
    matched: tuple[Criterion, ...] = ()
    open: tuple[str, ...] = ()


def grade(rulebook: Rulebook, facts: Circumstances) -> tuple[Grade, ...]:
    """The grade on every scale that holds for this kind of matter; the highest level wins."""
    kind = facts.get("kind")
    return tuple(_on(scale, facts) for scale in rulebook.scales if not scale.kinds or kind in scale.kinds)


def levels(grades: tuple[Grade, ...]) -> Mapping[str, str]:
    """Scale to level, for the case."""
    return {found.scale: found.level for found in grades if found.level}


def rank(rulebook: Rulebook, levels: Mapping[str, str]) -> int:
    """The rank of the governing level, by which lists sort; 0 where the case is on no level."""
    ranks = {(scale.id, level.id): level.rank for scale in rulebook.scales for level in scale.levels}
    return next((ranks[pair] for pair in levels.items()), 0)


def _on(scale: Scale, facts: Circumstances) -> Grade:
    ranks = {level.id: level.rank for level in scale.levels}
    answers = [(line, parse(line.when).answer(facts)) for line in scale.criteria if line.when and not line.by_hand]
    matched = tuple(line for line, answer in answers if answer.verdict is True)
    level = max((line.level for line in matched), key=lambda id_: ranks[id_], default=scale.otherwise)
    could_raise = [
        fact
        for line, answer in answers
        if answer.verdict is None and ranks[line.level] > ranks.get(level, -1)
        for fact in sorted(answer.open)
    ]
    return Grade(scale.id, level, matched, tuple(dict.fromkeys(could_raise)))


def level_of(rulebook: Rulebook, scale_id: str, level_id: str) -> Level | None:
    """The level's entry, or None where the scale has none such."""
    scale = next((scale for scale in rulebook.scales if scale.id == scale_id), None)
    return next((level for level in scale.levels if level.id == level_id), None) if scale else None
