"""Another version of the manual before it is taken into use: what it would change, and for how many open cases."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desk.domain.viewer import Viewer
from desk.rulebook.loading import CHOICES, Manual
from desk.rulebook.model import Rulebook
from desk.services import manuals, users
from desk.services.changes import Changes
from desk.services.manual_files import checked
from desk.services.manuals import Comparison
from desk.services.rights import require
from desk.store import rulebooks

if TYPE_CHECKING:
    from desk.services.office import Office


@dataclass(frozen=True, slots=True)
class Proposal:
    """A manual that may be adopted: its text, the options of its switches, and what it would change."""

    manual: Manual
    options: Mapping[str, str]
    rulebook: Rulebook
    comparison: Comparison


def of_switches(office: "Office", viewer: Viewer, options: Mapping[str, str]) -> Proposal:
    """The manual in use with these switches turned; the others stay as the office has set them."""
    book = office.rulebook
    with office.store.reading() as tx:
        kept = rulebooks.text(tx, book.id, book.version)
    manual = Manual({name: text for name, text in kept.files.items() if name != CHOICES})
    return _proposed(office, viewer, manual, {**chosen(book), **options})


def of_source(office: "Office", viewer: Viewer, source: str) -> Proposal:
    """A shipped manual by its id, or one from a file or folder. Raises ``DeskError`` that says what is wrong where."""
    _, manual = checked(source)
    return _proposed(office, viewer, manual, {})


def of_version(office: "Office", viewer: Viewer, rulebook: str, version: str) -> Proposal:
    """A version that the office has adopted before, with the options it had then."""
    with office.store.reading() as tx:
        manual = rulebooks.text(tx, rulebook, version)
    return _proposed(office, viewer, manual, {})


def take(office: "Office", viewer: Viewer, proposal: Proposal) -> Changes:
    """Take the proposal into use for new cases, as a version of its own. Every role of another manual gets a user.

    Who takes a manual into use that has no such role goes on in the role that may configure: nobody is locked out.
    """
    require(viewer, "configure", "采用规则簿")
    book = proposal.rulebook
    staffed = {user.role for user in office.users() if user.active}
    for role in book.roles:
        if role.id not in staffed:
            users.join(office, viewer, role)
    changes = manuals.adopt(office, viewer, proposal.manual, proposal.options)
    keeper = next((role.id for role in book.roles if "configure" in role.rights), "")
    if keeper and viewer.role not in {role.id for role in book.roles}:
        users.change(office, replace(viewer, role=keeper), viewer.user, role=keeper)
    office.users()
    return changes.and_also(Changes(what=frozenset({"users"})))


def versions(office: "Office") -> tuple[tuple[str, str], ...]:
    """Every version the office has adopted as (id, version), the latest first."""
    with office.store.reading() as tx:
        return rulebooks.versions(tx)


def chosen(book: Rulebook) -> dict[str, str]:
    """The option on which each switch stands."""
    return {switch.id: switch.chosen or switch.default for switch in book.switches}


def _proposed(office: "Office", viewer: Viewer, manual: Manual, options: Mapping[str, str]) -> Proposal:
    book, _ = checked(manual, options)
    return Proposal(manual, options, book, manuals.compare(office, viewer, book))
