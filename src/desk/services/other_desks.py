"""What other desks of the same office changed: told to the windows here, and taken into what the office keeps in mind."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from desk.services.changes import Changes, What
from desk.services.office_calendar import calendar_of
from desk.store import office as office_settings
from desk.store.audit import Record
from desk.store.news import News

if TYPE_CHECKING:
    from desk.services.office import Office

NOTHING = Changes()
EVERYTHING = Changes(what=frozenset({"cases", "papers", "calendar", "users", "settings"}))
_ABOUT: dict[str, What] = {
    "calendar": "calendar", "user": "users", "settings": "settings", "duty": "settings", "import": "cases",
    "reception": "receptions", "seal": "settings", "freeze": "daybook", "incident": "daybook", "handover": "daybook",
    "destruction": "daybook",
}  # fmt: skip
"""By the first word of an act that is about no case what it changes."""


class OtherDesks:
    """Hears of other desks. To be made and asked beside the windows, on one thread; closed with the window."""

    def __init__(self, office: "Office") -> None:
        self._office = office
        self._news = News(office.store)

    def changes(self) -> Changes:
        """What other desks changed since the last question. Raises ``StoreError`` where the store does not answer."""
        acts = self._news.acts()
        found = EVERYTHING if acts is None else _changes(acts)
        if found.what & {"calendar", "users", "settings"}:
            self._learn()
        return found

    def close(self) -> None:
        """Stop listening."""
        self._news.close()

    def _learn(self) -> None:
        """The office's own words, days and people, as they are now."""
        office = self._office
        with office.store.reading() as tx:
            office.settings = {**office_settings.read(tx)}
            office.calendar = calendar_of(tx)
        office.forget_users()


def _changes(acts: Iterable[Record]) -> Changes:
    found = NOTHING
    for act in acts:
        what: set[What] = {_ABOUT[word]} if (word := act.act.partition("_")[0]) in _ABOUT else set()
        what |= {"cases"} if act.case_id is not None else set()
        what |= {"papers"} if act.paper_id is not None else set()
        touched = frozenset() if act.case_id is None else frozenset({act.case_id})
        found = found.and_also(Changes(touched, frozenset(what)))
    return found
