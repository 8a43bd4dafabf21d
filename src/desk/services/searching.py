"""Finding cases again: any run of characters, part of a phone, pinyin initials."""

from dataclasses import dataclass

from desk.domain.viewer import Viewer
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
    office: Office, viewer: Viewer, text: str, *, limit: int = 100, field: search.Field | None = None
) -> Found:
    """The cases in which ``text`` occurs, newest first; never an error, whatever was typed."""
    with office.store.reading() as tx:
        hits = search.find(tx, viewer, text, limit=limit, field=field)
        return Found(
            hits.total,
            hits.exact,
            case_list.page(tx, viewer, CaseFilter(ids=frozenset(hits.ids)), limit=limit) if hits.ids else (),
        )
