"""What a fact or place is called where people read it: the titles of fields, of the program's places and of steps."""

from collections.abc import Iterable

from desk.domain.case import Case
from desk.rulebook.facts import FACTS
from desk.rulebook.intake import Field
from desk.rulebook.model import Rulebook
from desk.rulebook.places import PLACES


def title_of_place(rulebook: Rulebook, place: str, kind: str = "") -> str:
    """The Chinese title of a fact or place; empty for what only papers use (one column of a list, names for boxes).

    The same fact may be called differently for another ``kind`` of matter.
    """
    if place == "case.department_names":  # the department again, for boxes to tick
        return ""
    if field := _field(rulebook, place, kind):
        return field.title
    if place in PLACES:
        return PLACES[place]
    what, _, id_ = place.partition(".")
    if what == "at":
        return next((f"{step.name}时间" for step in rulebook.steps if step.id == id_), "")
    if what == "number":
        return next((f"{paper.name}文号" for paper in rulebook.papers if paper.id == id_), "")
    return _sum(rulebook, place, kind) if place.endswith(".sum") else ""


def titles_on(rulebook: Rulebook, places: Iterable[str], case: Case) -> dict[str, str]:
    """The titles under which the case got them: 终止调解情形 is no 不予受理情形, though both are a ground."""
    found: dict[str, str] = {}
    for step in dict.fromkeys(entry.step for entry in reversed(case.timeline) if not entry.undone):
        for field in rulebook.fields_at(step, case.kind, case.channel):
            found.setdefault(field.id, field.title)
    return {place: found.get(place) or title_of_place(rulebook, place, case.kind) for place in places}


def _field(rulebook: Rulebook, place: str, kind: str) -> Field | None:
    named = [field for field in rulebook.fields if field.id == place]
    fitting = [field for field in named if not field.kinds or kind in field.kinds]
    found = next(iter((*fitting, *named)), None)
    return found or (Field(id=place) if place in FACTS else None)


def _sum(rulebook: Rulebook, place: str, kind: str) -> str:
    """A column's total: 涉案商品的交易额合计."""
    list_, column = place.removesuffix(".sum").rpartition(".")[::2]
    field = _field(rulebook, list_, kind)
    names = [one.name for one in field.columns if one.id == column] if field else []
    return f"{field.title}的{names[0]}合计" if field and names else ""
