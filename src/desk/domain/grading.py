"""How serious a matter is: every scale of the rulebook, the lines that match, and the questions still open."""

from collections.abc import Mapping
from dataclasses import dataclass

from desk.domain.circumstances import Circumstances
from desk.rulebook.criteria import parse
from desk.rulebook.flow import Criterion, Level, Scale
from desk.rulebook.model import Rulebook

BY_HAND = "level."
"""Before a scale's id: the level that a person set, and with ``.lines`` after it the lines that matched then."""


@dataclass(frozen=True, slots=True)
class Grade:
    """The outcome on one scale: the level (empty where none holds), the lines that matched, and open facts.

    ``open`` are facts whose answer could still raise the level; they are questions, never a no. ``by_hand``: a person
    set the level, and no line has matched since that would raise it.
    """

    scale: str
    level: str
    matched: tuple[Criterion, ...] = ()
    open: tuple[str, ...] = ()
    by_hand: bool = False


def grade(rulebook: Rulebook, facts: Circumstances) -> tuple[Grade, ...]:
    """The grade on every scale that holds for this kind of matter; the highest level wins."""
    kind = facts.get("kind")
    return tuple(_on(scale, facts) for scale in rulebook.scales if not scale.kinds or kind in scale.kinds)


def levels(grades: tuple[Grade, ...]) -> Mapping[str, str]:
    """Scale to level, for the case."""
    return {found.scale: found.level for found in grades if found.level}


def governing_level(rulebook: Rulebook, held: Mapping[str, str], scale_id: str = "") -> Level | None:
    """The entry of the level held on ``scale_id``, or on the rulebook's first scale; None where there is none."""
    scale = next((scale for scale in rulebook.scales if scale_id in ("", scale.id)), None)
    if scale is None:
        return None
    return next((level for level in scale.levels if level.id == held.get(scale.id)), None)


def rank(rulebook: Rulebook, held: Mapping[str, str]) -> int:
    """The rank of the governing level, by which lists sort; 0 where the case is on no level."""
    level = governing_level(rulebook, held)
    return level.rank if level else 0


def _on(scale: Scale, facts: Circumstances) -> Grade:
    ranks = {level.id: level.rank for level in scale.levels}
    answers = [
        (line, parse(line.when).answer(facts)) for line in scale.criteria if line.when and not line.by_hand
    ]
    matched = tuple(line for line, answer in answers if answer.verdict is True)
    held = max((line.level for line in matched), key=lambda id_: ranks[id_], default=scale.otherwise)
    level = _by_hand(scale, matched, facts, ranks) or held
    could_raise = [
        fact
        for line, answer in answers
        if answer.verdict is None and ranks[line.level] > ranks.get(level, -1)
        for fact in sorted(answer.open)
    ]
    by_hand = bool(_by_hand(scale, matched, facts, ranks))
    return Grade(scale.id, level, matched, tuple(dict.fromkeys(could_raise)), by_hand)


def _by_hand(
    scale: Scale, matched: tuple[Criterion, ...], facts: Circumstances, ranks: Mapping[str, int]
) -> str:
    """The level set by a person, unless a line has matched since then that stands higher."""
    chosen = str(facts.get(BY_HAND + scale.id + ".set", ""))
    known = facts.get(BY_HAND + scale.id + ".lines", ())
    if chosen not in ranks:
        return ""
    newer = [ranks[line.level] for line in matched if line.id not in known]
    return "" if newer and max(newer) > ranks[chosen] else chosen
