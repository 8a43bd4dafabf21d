"""Which limit of the manual holds for a clock of a case."""

from dataclasses import replace

from desk.domain.case import Case
from desk.rulebook.limits import Limit, parse_limit
from desk.rulebook.model import Rulebook
from desk.rulebook.timing import Cell, Clock


def limit_of(rulebook: Rulebook, clock: Clock, case: Case) -> Limit:
    """The limit that holds for the case: the first cell of the table that fits, else the clock's own.

    Where the amount was agreed in the case itself, it is that; unset while nobody has agreed on it.
    """
    cell = next((cell for cell in clock.cells if _fits(rulebook, clock, cell, case)), None)
    limit = parse_limit(cell.limit if cell else clock.limit or "unset")
    if not limit.fact or limit.unit == "fact":
        return limit
    agreed = case.values.get(limit.fact)
    return replace(limit, amount=agreed, fact="") if isinstance(agreed, int) and agreed else Limit("unset")


def _fits(rulebook: Rulebook, clock: Clock, cell: Cell, case: Case) -> bool:
    scale = clock.scale or next((scale.id for scale in rulebook.scales), "")
    category = next((entry for entry in rulebook.categories if entry.id == case.category), None)
    pairs = (
        (cell.levels, case.levels.get(scale, "")),
        (cell.classes, category.clock_class if category else ""),
        (cell.categories, case.category),
        (cell.kinds, case.kind),
        (cell.channels, case.channel),
    )
    return all(not allowed or value in allowed for allowed, value in pairs)
