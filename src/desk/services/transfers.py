"""移交清单: the cases that went to the archive in some days, by archive number and box, to be handed to the archive."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desk.domain.archiving import archived_at, kept_until
from desk.domain.endings import ended_at
from desk.domain.viewer import Viewer
from desk.services.day_cases import books
from desk.store import case_list, cases, papers
from desk.store.case_filter import CaseFilter

if TYPE_CHECKING:
    from desk.services.office import Office

WITHHELD = "（保密）"


@dataclass(frozen=True, slots=True, kw_only=True)
class Transferred:
    """One file: where it lies, what it is about, since when it is closed and archived, until when it is kept, its papers."""

    archive: str
    box: str
    number: str
    subject: str
    closed: date | None
    archived: date
    kept_until: date | None
    papers: int
    pages: int
    holder: str


def transferred(office: "Office", viewer: Viewer, first: date, last: date) -> tuple[Transferred, ...]:
    """The files archived from ``first`` to ``last``, by archive number; a sealed case without what it is about."""
    archiving = frozenset(
        step.id for book in books(office) for step in book.steps if "archive" in step.effects
    )
    found = []
    with office.store.reading() as tx:
        for seen in case_list.lines(tx, viewer, CaseFilter(with_steps=archiving)) if archiving else ():
            book, whole = office.rulebook_of(seen), cases.whole(tx, seen.id)
            at = archived_at(book, whole)
            if at is None or not first <= at.astimezone(office.zone).date() <= last:
                continue
            rows = [row for row in papers.of_case(tx, seen.id) if row.state == "issued"]
            ended = ended_at(book, whole)
            found.append(Transferred(
                archive=_said(whole.values, "archive.number") or seen.number, box=_said(whole.values, "archive.box"),
                number=seen.number, closed=ended.astimezone(office.zone).date() if ended else None,
                subject=WITHHELD if cases.is_sealed(tx, seen.id) else _said(seen.values, "subject"),
                archived=at.astimezone(office.zone).date(), kept_until=kept_until(book, whole, office.rulebook), papers=len(rows),
                pages=sum(row.pages for row in rows), holder=_said(whole.values, "archive.holder"),
            ))  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.archive, one.number)))


def note(found: tuple[Transferred, ...]) -> str:
    """What the 备考表 behind the list says by itself."""
    boxes = {one.box for one in found if one.box}
    told = [
        f"本清单共 {len(found)} 件，装 {len(boxes)} 盒，文书 {sum(one.papers for one in found)} 份 {sum(one.pages for one in found)} 页。"
    ]
    unboxed = [one.number for one in found if not one.box]
    if unboxed:
        told.append(
            f"没有写盒号的 {len(unboxed)} 件：{'、'.join(unboxed[:20])}{'等' if len(unboxed) > 20 else ''}。"
        )
    return "\n".join(told)


def _said(values: Mapping[str, object], fact: str) -> str:
    value = values.get(fact)
    return value if isinstance(value, str) else ""
