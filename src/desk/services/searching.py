"""Finding cases again: any run of characters, part of a phone, pinyin initials."""

from dataclasses import dataclass
from typing import Literal

from desk.domain.viewer import Viewer
from desk.rulebook.model import Rulebook
from desk.services.office import Office
from desk.store import case_list, search
from desk.store.case_filter import CaseFilter
from desk.store.case_list import CaseRow


@dataclass(frozen=True, slots=True)
class Found:
    """How many were found (exactly, or at least), and the newest of them, masked for the viewer."""

    total: int
    exact: bool
    rows: tuple[CaseRow, ...]


def find(
    office: Office,
    viewer: Viewer,
    text: str,
    *,
    limit: int = 100,
    field: search.Field | Literal["code"] | None = None,
) -> Found:
    """The cases in which ``text`` occurs, newest first; never an error, whatever was typed.

    With ``field`` "code" it is a category's code, and the cases are those of the category and of what lies below it.
    """
    with office.store.reading() as tx:
        if field == "code":
            coded = CaseFilter(
                rulebooks=frozenset({office.rulebook.id}), categories=_coded(office.rulebook, text)
            )
            if not coded.categories:
                return Found(0, exact=True, rows=())
            total = case_list.count(tx, viewer, coded)
            return Found(total.n, total.exact, case_list.page(tx, viewer, coded, limit=limit))
        hits = search.find(tx, viewer, text, limit=limit, field=field)
        return Found(
            hits.total,
            hits.exact,
            case_list.page(tx, viewer, CaseFilter(ids=frozenset(hits.ids)), limit=limit) if hits.ids else (),
        )


def _coded(rulebook: Rulebook, code: str) -> frozenset[str]:
    """The categories with this code, and those below them."""
    found = {entry.id for entry in rulebook.categories if code.strip() and entry.code == code.strip()}
    for _ in rulebook.categories:  # a tree is no deeper than its nodes are many
        found |= {entry.id for entry in rulebook.categories if entry.parent in found}
    return frozenset(found)
