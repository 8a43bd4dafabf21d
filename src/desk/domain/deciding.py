"""Who decides, who has yet to sign, and which answers the manual does not accept together (CAP-68, 70, 71, 74)."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from desk.domain.case import Case
from desk.domain.draft import Values
from desk.domain.errors import DeskError
from desk.rulebook.base import is_unset
from desk.rulebook.criteria import holds
from desk.rulebook.deciding import Authority, AuthorityLine
from desk.rulebook.flow import Step
from desk.rulebook.model import Rulebook
from desk.rulebook.ranges import read_range

SIGNS_FOR = "signs_for"
"""The fact with which somebody says for which department the signature stands."""


def authorities(rulebook: Rulebook, facts: Mapping[str, Any]) -> dict[str, str]:
    """Who decides, by the fact ``authority.<id>``: the id of the line; left out where nobody has been determined."""
    found = {f"authority.{one.id}": _line_of(one, facts) for one in rulebook.authorities}
    return {fact: line for fact, line in found.items() if line}


def _line_of(authority: Authority, facts: Mapping[str, Any]) -> str:
    amount = facts.get(authority.amount) if authority.amount else None
    for line in authority.lines:
        if _fits(line, amount, facts):
            return line.id
    return str(facts.get(authority.by_hand) or "") if authority.by_hand else ""


def _fits(line: AuthorityLine, amount: Any, facts: Mapping[str, Any]) -> bool:
    if line.when:
        return holds(line.when, facts)
    return amount is not None and not is_unset(line.range) and Fraction(amount) in read_range(line.range)


def refuse_answers(rulebook: Rulebook, step: Step, facts: Mapping[str, Any], known: Values) -> None:
    """Raise ``DeskError`` at the field where the answers are such as the manual does not accept together.

    ``facts`` are the case's with the answers laid over them; ``known`` the same as values.
    """
    for check in rulebook.checks:
        if step.id not in check.at or not holds(check.when, facts):
            continue
        if not check.unless:
            raise DeskError("not_accepted", check.text, check.hint or "请核对后改正", check.field)
        if not known.get(check.unless):
            title = rulebook.field(check.unless).title
            hint = check.hint or f"确需这样办理的，请填写“{title}”"
            raise DeskError("warned", check.text, hint, check.field)


def unsigned(rulebook: Rulebook, step: Step, case: Case) -> tuple[str, ...]:
    """The departments that have yet to sign before ``step`` may be taken, as ids; none where nobody must.

    Only signatures on what now lies before them count: those since the case last came into a state from which the
    step is taken (CAP-71).
    """
    asked = case.values.get(step.signed, ()) if step.signed else ()
    wanted = asked if isinstance(asked, tuple) else (str(asked),)
    if not wanted:
        return ()
    signing = {entry.id for entry in rulebook.steps if "countersign" in entry.effects}
    bringing = {entry.id for entry in rulebook.steps if entry.to and entry.to in step.starting}
    signed: set[str] = set()
    for entry in case.timeline:
        if entry.undone:
            continue
        if entry.step in bringing:
            signed.clear()
        if entry.step in signing:
            signed.add(str(entry.values.get(SIGNS_FOR, "")))
    return tuple(str(one) for one in wanted if one not in signed)
