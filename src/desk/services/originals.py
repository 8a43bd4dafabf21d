"""代管的原件: taken in and given back on record, listed for the hand-over; a case that ends reminds of them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.domain.case import ORIGINAL_KEPT, Happening
from desk.domain.draft import Value
from desk.domain.errors import DeskError, NotFound
from desk.domain.originals import RETURNED, Original, held
from desk.domain.viewer import Viewer
from desk.services.approvals import tell
from desk.services.changes import Changes
from desk.services.rights import require
from desk.store import audit, case_list, cases
from desk.store.case_filter import CaseFilter

if TYPE_CHECKING:
    from desk.services.office import Office

_KEEPING = CaseFilter(with_steps=frozenset({ORIGINAL_KEPT}))


@dataclass(frozen=True, slots=True)
class Lying:
    """An original that lies with the office, and the number of its case."""

    number: str
    original: Original


def keep(office: "Office", viewer: Viewer, number: str, what: str, *, brought_by: str = "") -> Changes:
    """Put on record that originals stay with the office: what and how many, and who brought them. Raises ``DeskError``."""
    viewer = _permitted(office, viewer, number)
    if not what.strip():
        raise DeskError("missing", "请写明收存了什么", "例：购车发票原件 1 张", "what")
    return _tell(office, viewer, number, ORIGINAL_KEPT, what.strip(), brought_by)


def give_back(
    office: "Office", viewer: Viewer, number: str, n: int, *, to: str = "", note: str = ""
) -> Changes:
    """Put on record that the ``n``-th lot went back, to whom and how. Raises ``NotFound`` where it does not lie here."""
    viewer = _permitted(office, viewer, number)
    with office.store.reading() as tx:
        lying = held(cases.whole(tx, cases.get(tx, number, viewer).id))
    found = next((one for one in lying if one.n == n), None)
    if found is None:
        listed = "、".join(f"{one.n}（{one.what}）" for one in lying)
        raise NotFound(
            "no_original", "没有这一份代管的原件", f"现有：{listed}" if listed else "都已退还", "original"
        )
    said = "，".join(filter(None, (found.what, note.strip())))
    return _tell(office, viewer, number, f"{RETURNED}{n}", said, to)


def lying(office: "Office", viewer: Viewer) -> tuple[Lying, ...]:
    """Every original that lies with the office, the oldest case first; of a sealed case without what it is."""
    with office.store.reading() as tx:
        seen = case_list.lines(tx, viewer, _KEEPING)
        found = [Lying(case.number, one) for case in seen for one in held(case)]
    return tuple(sorted(found, key=lambda one: (one.original.since, one.number)))


def _permitted(office: "Office", viewer: Viewer, number: str) -> Viewer:
    viewer = office.in_role_at(viewer, number)
    if not viewer.may("register"):
        require(viewer, "handle", "收存、退还原件")
    return viewer


def _tell(office: "Office", viewer: Viewer, number: str, step: str, note: str, person: str) -> Changes:
    with office.store.writing() as tx:
        case = cases.whole(tx, cases.get(tx, number, viewer).id)
        values: dict[str, Value] = {"told_to": person.strip()} if person.strip() else {}
        tell(
            office, tx, case, Happening(step=step, at=office.now(), by=viewer.user, note=note, values=values)
        )
        act = "original" if step == ORIGINAL_KEPT else "original_back"
        audit.append(tx, audit.Act(act=act, by=viewer.user, case_id=case.id, about=case.number))
    return Changes(frozenset({case.id}), frozenset({"cases"}))
