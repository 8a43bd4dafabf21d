"""Somebody asks how a matter stands: are they who they say, and what may they be told? (counter-day 11)"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desk.domain.case import Case
from desk.domain.clocks import ClockState
from desk.domain.draft import Value
from desk.domain.filling import row_text
from desk.domain.moments import date_words
from desk.rulebook.flow import Phase
from desk.rulebook.model import Rulebook

USUAL: Mapping[Phase, str] = {
    "open": "您反映的事项（编号{case.number}）已经登记，正在办理。",
    "waiting": "您反映的事项（编号{case.number}）正在办理，目前在等候有关材料或者结果。",
    "closed": "您反映的事项（编号{case.number}）已经办结，结果以送达的文书或者答复为准。",
    "refused": "您反映的事项（编号{case.number}）已经作出处理，理由和救济途径以送达的文书为准。",
}
"""What is told where the manual has no sentence of its own: nothing but where the matter stands."""

LAST = 4
"""So many last digits of a phone or card are enough, together with the name."""
_PEOPLE = ("complainant", "proxy")
_LISTS = ("complainants", "representatives")


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says about themselves; empty where they say nothing of it."""

    name: str = ""
    phone: str = ""
    id_number: str = ""

    @property
    def titles(self) -> tuple[str, ...]:
        """What was said, by its kind and never by its value."""
        named = (("姓名", self.name), ("电话", self.phone), ("证件号码", self.id_number))
        return tuple(title for title, value in named if value.strip())


def is_known(case: Case, said: Said) -> bool:
    """Whether one person of the case has this name and this phone or card, by their last digits at least."""
    if not said.name.strip() or not (said.phone.strip() or said.id_number.strip()):
        return False
    return any(
        _same(person.get("name"), said.name)
        and _ends(person.get("phone"), said.phone)
        and _ends(person.get("id_number"), said.id_number)
        for person in _people(case.values)
    )


def _people(values: Mapping[str, Value]) -> Iterable[Mapping[str, object]]:
    for who in _PEOPLE:
        yield {key: values.get(f"{who}.{key}") for key in ("name", "phone", "id_number")}
    for name in _LISTS:
        rows = values.get(name)
        yield from (row for row in rows if isinstance(row, Mapping)) if isinstance(rows, tuple) else ()


def _same(known: object, said: str) -> bool:
    return "".join(str(known or "").split()) == "".join(said.split())


def _ends(known: object, said: str) -> bool:
    """Nothing said contradicts nothing; what is said must be the end of what is known."""
    plain = "".join(sign for sign in said if sign.isalnum()).upper()
    if not plain:
        return True
    whole = "".join(sign for sign in str(known or "") if sign.isalnum()).upper()
    return len(plain) >= LAST and whole.endswith(plain)


def sentence(rulebook: Rulebook, case: Case, clocks: Iterable[ClockState]) -> str:
    """The approved words for the state of the case, and the day of the answer where it may be told and is firm."""
    state = rulebook.state(case.state)
    kind = rulebook.kind(case.kind).name
    words = {"case.number": case.number, "case.kind": kind, "case.state": state.name}
    text = row_text(state.told or USUAL[state.phase], words, 0)
    told = {clock.id for clock in rulebook.clocks if clock.told}
    firm = [
        clock.due
        for clock in clocks
        if clock.id in told and clock.is_running and clock.due and not clock.provisional
    ]
    return text + (f"按规定，将在{date_words(min(firm).date())}以前告知您。" if firm else "")
