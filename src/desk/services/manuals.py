"""The office's manual: what it says, what another version would change and for which cases, and taking one into use."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.domain.endings import ENDED
from desk.domain.handbook import Chapter, chapters, handbook_layout, handbook_values
from desk.domain.handbook_changes import Difference, differences
from desk.domain.notice import compose
from desk.domain.viewer import Viewer
from desk.rulebook.loading import Manual, adopted, with_choices
from desk.rulebook.model import Rulebook
from desk.services.changes import Changes
from desk.services.manual_files import checked
from desk.services.numbers import clashing_marks
from desk.services.rights import require
from desk.store import audit, case_list, rulebooks, users
from desk.store import office as office_settings
from desk.store.case_filter import CaseFilter
from desk.store.transaction import Transaction
from desk.store.users import User

if TYPE_CHECKING:
    from desk.services.office import Office


@dataclass(frozen=True, slots=True)
class Comparison:
    """What another version says otherwise, and how many open cases stay under the one they were taken in under."""

    differences: tuple[Difference, ...]
    open_cases: int


def contents(book: Rulebook) -> tuple[Chapter, ...]:
    """The manual as tables."""
    return chapters(book)


def handbook(book: Rulebook) -> bytes:
    """The manual printed back, for the office to sign."""
    from desk.paper.drawing import draw

    return draw(compose(handbook_layout(book), handbook_values(book))).data


def compare(office: "Office", viewer: Viewer, other: Rulebook) -> Comparison:
    """What ``other`` would change. Open cases keep the version that they were taken in under (CAP-03)."""
    open_states = frozenset(state.id for state in office.rulebook.states if state.phase not in ENDED)
    which = CaseFilter(rulebooks=frozenset({office.rulebook.id}), states=open_states)
    with office.store.reading() as tx:
        still_open = case_list.count(tx, viewer, which).n
    return Comparison(differences(office.rulebook, other), still_open)


def adopt(
    office: "Office", viewer: Viewer, source: str | Manual, options: Mapping[str, str] | None = None
) -> Changes:
    """Take a manual into use for new cases: a shipped id, a file or folder, or a text. ``options`` set its switches.

    The same version with another text or other options becomes a version of its own. Raises ``DeskError``.
    """
    require(viewer, "configure", "采用规则簿")
    book, manual = checked(source, options)
    with office.store.writing() as tx:
        version = rulebooks.free_version(tx, book, with_choices(manual, options or {}))
        kept = with_choices(manual, options or {}, "" if version == book.version else version)
        rulebooks.adopt(tx, adopted(kept), kept, at=office.now())
        settings = {
            "rulebook": book.id,
            "rulebook_version": version,
            **clashing_marks(book, _others(tx, book)),
        }
        office_settings.write(tx, settings)
        _staff(tx, book)
        audit.append(tx, audit.Act(act="adopt", by=viewer.user, about=f"{book.id} {version}"))
    office.rulebook = adopted(kept)
    office.settings = {**office.settings, **settings}
    office.forget_users()
    return Changes(what=frozenset({"rulebook"}))


def _others(tx: Transaction, book: Rulebook) -> tuple[Rulebook, ...]:
    """The other manuals under which this office takes matters in."""
    ids = sorted({id_ for id_, _ in rulebooks.versions(tx)} - {book.id})
    return tuple(adopted(rulebooks.current(tx, id_)) for id_ in ids)


def _staff(tx: Transaction, book: Rulebook) -> None:
    """Somebody for every role of the manual that nobody has yet, as when an office is set up."""
    everyone = users.everyone(tx)
    held, taken = {user.role for user in everyone}, {user.id for user in everyone}
    for role in book.roles:
        if role.id not in held | taken:
            users.add(
                tx, User(id=role.id, name=role.name, initials="", role=role.id, department=role.department)
            )
