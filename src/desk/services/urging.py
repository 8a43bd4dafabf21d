"""Answers to orders to get on with a matter, and which orders still wait for one (CAP-78)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from desk.domain.archiving import permit_change
from desk.domain.case import URGING_ANSWERED, Case, Happening
from desk.domain.clocks import ORDER
from desk.domain.errors import DeskError
from desk.domain.urging import NUMBER, REPLY, WORDS, UrgingOrder, orders_of
from desk.domain.viewer import Viewer
from desk.rulebook.model import Rulebook
from desk.services.approvals import tell
from desk.services.cases import CaseView, show_within
from desk.services.rights import require
from desk.store import audit, case_list, cases
from desk.store.case_filter import CaseFilter
from desk.store.clocks import with_clock

if TYPE_CHECKING:
    from desk.services.office import Office


@dataclass(frozen=True, slots=True)
class Waiting:
    """An order without an answer: the case, the order's number and words, whose matter it is, and by when."""

    case: str
    number: str
    words: str
    department: str
    at: datetime
    reply_by: date | None
    overdue: bool


def answer(office: "Office", viewer: Viewer, number: str, reply: str, *, order: str = "") -> CaseView:
    """Put on record what came back on an order; without ``order`` the only one that waits. Raises ``DeskError``."""
    require(viewer, "handle", "答复催办、督办")
    if not reply.strip():
        raise DeskError("missing", "请写明答复内容", "例：已约定后天上门，当日报结果", "reply")
    with office.store.writing() as tx:
        case = cases.whole(tx, cases.get(tx, number, viewer).id)
        rulebook = office.rulebook_of(case)
        permit_change(rulebook, case)
        chosen = _chosen(rulebook, case, order)
        values = {NUMBER: chosen.number, REPLY: reply.strip()}
        note = f"{chosen.number}：{reply.strip()}"
        entry = Happening(step=URGING_ANSWERED, at=office.now(), by=viewer.user, note=note, values=values)
        tell(office, tx, case, entry)
        about = f"{number} {chosen.number}"
        audit.append(tx, audit.Act(act="answer_urging", by=viewer.user, case_id=case.id, about=about))
        return show_within(office, viewer, tx, number)


def _chosen(rulebook: Rulebook, case: Case, order: str) -> UrgingOrder:
    open_ = unanswered(rulebook, case)
    fitting = [one for one in open_ if order in ("", one.number)]
    if not fitting:
        raise DeskError("no_order", "没有待答复的催办、督办" if not open_ else f"没有待答复的“{order}”",
                        "、".join(one.number for one in open_) or "已答复的不用再答复", "order")  # fmt: skip
    if len(fitting) > 1:
        names = "、".join(one.number for one in fitting)
        raise DeskError("which_order", "有几份催办、督办待答复，请写明是哪一份", names, "order")
    return fitting[0]


def unanswered(rulebook: Rulebook, case: Case) -> tuple[UrgingOrder, ...]:
    """The orders of the case that nobody has answered yet."""
    return tuple(one for one in orders_of(rulebook, case) if one.replied_at is None and one.number)


def waiting(office: "Office", viewer: Viewer) -> tuple[Waiting, ...]:
    """The orders with a day of reply that wait for an answer, the earliest day first, as far as the viewer may know."""
    found: list[Waiting] = []
    with office.store.reading() as tx:
        ids = with_clock(tx, ORDER)
        rows = case_list.page(tx, viewer, CaseFilter(ids=ids), limit=len(ids)) if ids else ()
        for row in rows:  # an order names nobody: number, department and days are told of sealed matters, too
            case = cases.whole(tx, row.id)
            found += [_waiting(office, case, one) for one in unanswered(office.rulebook_of(case), case)]
    return tuple(sorted(found, key=lambda one: (one.reply_by or date.max, one.number)))


def _waiting(office: "Office", case: Case, one: UrgingOrder) -> Waiting:
    names = {entry.id: entry.name for entry in office.rulebook_of(case).departments}
    late = one.reply_by is not None and office.calendar.closing(one.reply_by) < office.now()
    whose = names.get(one.department, one.department)
    return Waiting(case.number, one.number, WORDS[one.effect], whose, one.at, one.reply_by, late)
