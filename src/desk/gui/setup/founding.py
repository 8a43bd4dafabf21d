"""From what the clerk wished on the first pages to an office: runs on the writing lane."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from desk.domain.viewer import RIGHTS, Viewer
from desk.gui.setup.people import Person

if TYPE_CHECKING:
    from desk.services.office import Office

PRACTICE_CASES = 30
FOUNDER = Viewer("system", "", "", RIGHTS)
"""Who sets an office up: nobody works there yet."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the clerk chose; everything past the first three has a sensible default."""

    rulebook: str
    name: str
    practice: bool
    settings: dict[str, str] = field(default_factory=dict)
    week: tuple[str, ...] = ()
    station: str = ""
    people: tuple[Person, ...] = ()
    overlays: tuple[str, ...] = ()


def found(home: Path, wish: Wish) -> "Office":
    """A new office as wished; a practice office gets some cases to look at. Raises ``DeskError``."""
    from desk.services import office_calendar
    from desk.services.manual_files import checked
    from desk.services.setting_up import init_office

    settings = {key: words for key, words in wish.settings.items() if words and key != "office.name"}
    _, manual = checked(wish.rulebook, overlays=wish.overlays)
    office = init_office(home, rulebook=manual, name=wish.name, practice=wish.practice, settings=settings)
    if wish.week:
        office_calendar.set_hours(office, FOUNDER, wish.week)
    for person in wish.people:
        _employ(office, person)
    office.users()
    if wish.practice:
        from desk.services.demo import fill

        fill(office, PRACTICE_CASES)
    return office


def _employ(office: "Office", person: Person) -> None:
    """The person takes over the user that the role was given."""
    from desk.services import users

    id_ = next(user.id for user in office.users() if user.role == person.role)
    users.change(office, FOUNDER, id_, name=person.name)
    if person.password:
        users.set_password(office, FOUNDER, id_, person.password)


def first_at_the_desk(office: "Office", wish: Wish) -> Viewer | None:
    """Who goes on to work: the first who may register and needs no password; where people were named, one of them."""
    named = {person.role for person in wish.people if person.name}
    for user in office.users():
        if not user.has_password and (user.role in named or not named):
            viewer = office.viewer(user.id)
            if viewer.may("register"):
                return viewer
    return None
