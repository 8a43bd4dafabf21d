"""Several manuals in one office: which there are, under which one a desk takes matters in, and who is what under each."""

from typing import TYPE_CHECKING, NamedTuple

from desk.domain.errors import Forbidden, NotFound
from desk.domain.viewer import Viewer
from desk.services.changes import Changes
from desk.store import rulebooks

if TYPE_CHECKING:
    from desk.services.office import Office


class Book(NamedTuple):
    """A manual under which the office takes matters in, as it was adopted last."""

    id: str
    version: str
    name: str


def books(office: "Office") -> tuple[Book, ...]:
    """The office's manuals, each once: its own first, then the one adopted last."""
    with office.store.reading() as tx:
        adopted = rulebooks.versions(tx)
    latest = dict(reversed(adopted))
    latest[office.settings["rulebook"]] = office.settings["rulebook_version"]
    found = (Book(id_, version, office.manual(id_, version).name) for id_, version in latest.items())
    return tuple(sorted(found, key=lambda book: book.id != office.settings["rulebook"]))


def work_under(office: "Office", viewer: Viewer, id_: str) -> Changes:
    """Take matters in under another of the office's manuals from now on, at this desk only.

    Raises ``NotFound`` for one that was not adopted, ``Forbidden`` where the user is nobody under it.
    """
    chosen = next((book for book in books(office) if book.id == id_), None)
    if chosen is None:
        raise NotFound("no_rulebook", f"没有采用过规则簿“{id_}”", "可用的见规则簿页“比较和更换”", "rulebook")
    book = office.manual(chosen.id, chosen.version)
    if not any(user.id == viewer.user and office.role_under(book, user) for user in office.users()):
        raise Forbidden(
            "no_role",
            f"{viewer.name}在《{book.name}》里还没有岗位",
            "请换一位经办人（Ctrl+L），或请管理员在那本规则簿下给这位用户指定岗位",
            "rulebook",
        )
    office.take_up(book)
    return Changes(what=frozenset({"rulebook"}))
