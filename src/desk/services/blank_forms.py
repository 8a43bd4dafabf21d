"""Every form and register of the manual printed empty, with lines to write on, and the forms that any case may need."""

from dataclasses import dataclass

from desk.rulebook.model import Rulebook
from desk.services import notices, registers, shared_forms
from desk.services.drawn_papers import Printed
from desk.services.office import Office


@dataclass(frozen=True, slots=True)
class BlankForm:
    """A form that can be had empty; ``derived``: the manual only names it."""

    id: str
    name: str
    derived: bool


def offered(rulebook: Rulebook) -> tuple[BlankForm, ...]:
    """All there are: papers, registers, then the forms of any case. A register whose id a paper has is left to the paper."""
    papers = [BlankForm(one.id, one.name, one.derived) for one in rulebook.papers]
    books = [BlankForm(one.id, one.name, one.derived) for one in rulebook.registers]
    shared = [BlankForm(id_, name, derived=True) for id_, name in shared_forms.FORMS.items()]
    found: dict[str, BlankForm] = {}
    for one in (*papers, *books, *shared):
        found.setdefault(one.id, one)
    return tuple(found.values())


def blank(office: Office, form: str) -> Printed:
    """One of them as bytes. Raises ``NotFound`` naming the papers there are."""
    rulebook = office.rulebook
    if any(one.id == form for one in rulebook.papers):
        return notices.blank(office, form)
    if any(one.id == form for one in rulebook.registers):
        return registers.blank(office, form)
    if form in shared_forms.FORMS:
        return shared_forms.blank(office, form)
    return notices.blank(office, form)
