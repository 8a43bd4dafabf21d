"""A day's work on one page: what is due, what papers wait for, what returns with the calendar, who asked for what."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from desk.domain.surnames import surname
from desk.domain.viewer import Viewer
from desk.services import contacts, destruction, dispatches, drafts, duties, handovers, looks, urging
from desk.services import signing as signing_
from desk.services.day_cases import CasePart, books, filters
from desk.services.duties import DutyState
from desk.store import case_list, papers
from desk.store.case_filter import CaseFilter
from desk.store.case_list import CaseRow, Count, Order
from desk.store.drafts import DraftRow
from desk.store.papers import PaperRow, Pending
from desk.store.transaction import Transaction

if TYPE_CHECKING:
    from desk.services.office import Office

PartId = (
    CasePart
    | Literal["seal", "deliver", "print", "sign", "dispatch", "order"]
    | Literal["silent", "left", "duty", "look", "destroy", "draft"]
)

TITLES: dict[PartId, str] = {
    "overdue": "已逾期", "today": "今日到期", "soon": "将到期", "approve": "待批", "outside": "未录平台",
    "receipt": "待签收", "record": "笔录未签字", "seal": "待用印", "print": "未打印", "deliver": "未送达、未告知",
    "sign": "待签", "dispatch": "派单未签收", "order": "待答复的催办、督办", "silent": "久未告知进展", "left": "离岗人员手上的件",
    "duty": "例行工作", "look": "待批的身份查看", "destroy": "待批的销毁", "draft": "没有登记完的草稿",
}  # fmt: skip
"""The parts in the order in which they are read."""

SHOWN = 50
"""A part shows the first so many lines; all are counted."""

MOST = 500
"""Of what no column tells so many are listed, the oldest cases first; that there are more is said."""

_COUNTED = 1000
_WAITING: dict[PartId, Pending] = {"seal": "seal", "print": "print", "deliver": "deliver"}
_SOONEST, _OLDEST = Order("due", descending=False), Order("newest", descending=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing to be done. What it stands for is in ``case``, ``paper``, ``duty`` or ``draft``.

    ``words`` say what it is about, ``whom`` who is waited for (or who asked), ``at`` the moment that matters: when it is
    due, when it was issued, asked or written.
    """

    number: str = ""
    words: str = ""
    whom: str = ""
    at: datetime | None = None
    case: CaseRow | None = None
    paper: PaperRow | None = None
    duty: DutyState | None = None
    draft: DraftRow | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the page: how many there are, and the first of them."""

    id: PartId
    count: Count
    lines: tuple[Line, ...]

    @property
    def title(self) -> str:
        """What the part is called."""
        return TITLES[self.id]


@dataclass(frozen=True, slots=True)
class Today:
    """The page. Parts of which the manual says nothing, or which are not the viewer's business, are not there.

    ``handed_over`` is the last hand-over or note of somebody, in one line.
    """

    at: datetime
    parts: tuple[Part, ...]
    handed_over: str = ""

    def part(self, id_: PartId) -> Part:
        """One part; an empty one where the page does not have it."""
        return next((part for part in self.parts if part.id == id_), Part(id_, Count(0), ()))


def today(office: "Office", viewer: Viewer) -> Today:
    """What waits at this moment, as far as the viewer may know of it."""
    which = filters(office, [(book, person.role) for book, person in office.under_each(viewer)])
    with office.store.reading() as tx:
        found = [_cases(office, viewer, tx, id_, only) for id_, only in which.items()]
        found += [_papers(office, viewer, tx, id_, what) for id_, what in _WAITING.items()]
    signing = frozenset[str]().union(*(one.states for one in which.get("receipt", ())))
    found += _others(office, viewer, signing)
    order = list(TITLES)
    last = next(iter(handovers.listed(office, viewer)), None)
    parts = tuple(sorted(found, key=lambda part: order.index(part.id)))
    return Today(office.now(), parts, last.words if last else "")


def _cases(
    office: "Office", viewer: Viewer, tx: Transaction, id_: CasePart, which: Sequence[CaseFilter]
) -> Part:
    """The cases of one filter, or of one for each manual, put together the oldest first."""
    order = _SOONEST if id_ in ("overdue", "today", "soon") else _OLDEST
    rows: dict[int, CaseRow] = {}
    counts = []
    for one in which:
        found = case_list.page(tx, viewer, one, order=order, limit=SHOWN)
        rows |= {row.id: row for row in found}
        full = len(found) == SHOWN
        counts.append(case_list.count(tx, viewer, one, at_most=_COUNTED) if full else Count(len(found)))
    shown = list(rows.values()) if len(which) == 1 else sorted(rows.values(), key=lambda row: row.id)
    count = Count(sum(one.n for one in counts), exact=all(one.exact for one in counts))
    return Part(id_, count, tuple(_case_line(office, row) for row in shown[:SHOWN]))


def _case_line(office: "Office", row: CaseRow) -> Line:
    return Line(number=row.number, words=row.subject, whom=_whom(office, row), at=row.next_due_at, case=row)


def _whom(office: "Office", row: CaseRow) -> str:
    """Who has to move: whoever the clock's line in the manual names, and the department that has the case."""
    book = office.manual(row.rulebook, row.rulebook_version)
    owner = next((clock.owner for clock in book.clocks if clock.id == row.due_clock), "")
    named = {entry.id: entry.name for table in (book.departments, book.roles) for entry in table}
    both = (named.get(owner, owner), named.get(row.department, row.department))
    return "，".join(dict.fromkeys(word for word in both if word))


def _papers(office: "Office", viewer: Viewer, tx: Transaction, id_: PartId, what: Pending) -> Part:
    rows = papers.waiting(tx, viewer, what, limit=SHOWN)
    count = papers.count_waiting(tx, viewer, what) if len(rows) == SHOWN else len(rows)
    named = _rows_of(viewer, tx, (row.case_id for row in rows))
    titles = (
        {paper.id: paper.name for book in reversed(books(office)) for paper in book.papers} if rows else {}
    )
    lines = (_paper_line(office, row, named[row.case_id], titles) for row in rows if row.case_id in named)
    return Part(id_, Count(count), tuple(lines))


def _rows_of(viewer: Viewer, tx: Transaction, ids: Iterable[int | None]) -> dict[int | None, CaseRow]:
    wanted = frozenset(id_ for id_ in ids if id_ is not None)
    found = case_list.page(tx, viewer, CaseFilter(ids=wanted), limit=len(wanted)) if wanted else ()
    return {row.id: row for row in found}


def _paper_line(office: "Office", row: PaperRow, case: CaseRow, titles: Mapping[str, str]) -> Line:
    words = " ".join(filter(None, (titles.get(row.kind, row.kind), row.number)))
    at = row.at.astimezone(office.zone)
    return Line(number=case.number, words=words, whom=office.user_name(row.by), at=at, case=case, paper=row)


def _others(office: "Office", viewer: Viewer, signing: frozenset[str]) -> list[Part]:
    kept = drafts.kept(office, viewer)
    found = [_part("draft", (_draft_line(office, row) for row in kept))]
    found += [part for part in _waiting_for_others(office, viewer, signing) if part.lines]
    if states := duties.listed(office):
        found.append(_part("duty", map(_duty_line, states)))
    if office.may_somewhere(viewer, "approve"):
        found.append(_part("look", _look_lines(office, viewer)))
    if (viewer.may("approve") or viewer.may("configure")) and (
        asked := tuple(_destroy_lines(office, viewer))
    ):
        found.append(_part("destroy", asked))
    return found


def _waiting_for_others(office: "Office", viewer: Viewer, signing: frozenset[str]) -> list[Part]:
    """Sheets that nobody signed for, complainants who heard nothing, work of those who have left.

    Cases in the states ``signing`` stand under 待签收 already.
    """
    unsigned = (
        Line(
            number=one.case.number, words=one.case.subject, whom=one.name, at=one.sheet.sent_at, case=one.case
        )
        for one in dispatches.sheets(office, viewer, unsigned=True, at_most=MOST)
        if one.case.state not in signing
    )
    silent = (
        Line(
            number=one.case.number, words=one.case.subject, whom=f"{one.days} 天", at=one.since, case=one.case
        )
        for one in contacts.overdue_updates(office, viewer)
    )
    to_sign = (
        Line(number=one.case.number, words=_lacking(one), whom=one.case.subject, case=one.case)
        for one in signing_.waiting(office, viewer, at_most=MOST)
    )
    left = (
        Line(number=one.case.number, words="、".join(one.how), whom=one.user.name, case=one.case)
        for one in dispatches.left_behind(office, viewer, at_most=MOST)
    )
    orders = (
        Line(
            number=one.case, words=f"{one.words}　{one.number}", whom=one.department, at=_closing(office, one)
        )
        for one in urging.waiting(office, viewer)
    )
    parts: dict[PartId, Iterable[Line]] = {
        "sign": to_sign,
        "dispatch": unsigned,
        "order": orders,
        "silent": silent,
        "left": left,
    }
    return [_part(id_, lines) for id_, lines in parts.items()]


def _closing(office: "Office", one: urging.Waiting) -> datetime | None:
    return office.calendar.closing(one.reply_by) if one.reply_by else None


def _lacking(one: signing_.ToSign) -> str:
    return "、".join(signature.words for signature in one.signatures)


def _part(id_: PartId, lines: Iterable[Line]) -> Part:
    """A part of few lines; what is done already is not counted."""
    all_ = tuple(lines)
    waiting = sum(line.duty is None or line.duty.standing == "due" for line in all_)
    return Part(id_, Count(waiting, exact=len(all_) < MOST), all_)


def _duty_line(state: DutyState) -> Line:
    last = state.marks[-1].at if state.marks else None
    words = "　".join(filter(None, (state.duty.name, state.progress, state.period, state.manual)))
    return Line(words=words, whom=state.duty.owner, at=last, duty=state)


def _draft_line(office: "Office", row: DraftRow) -> Line:
    """A draft by queue number and surname: who looks over the clerk's shoulder is not told the rest."""
    values = row.content.get("values", {})
    name = str(values.get("complainant.name", ""))
    queue = str(values.get("queue_number") or "")[:8]
    words = "　".join(
        filter(
            None,
            (f"{queue}号" if queue else "", surname(name) or name[:1], str(values.get("subject", ""))[:30]),
        )
    )
    return Line(words=words, at=row.at.astimezone(office.zone), draft=row)


def _destroy_lines(office: "Office", viewer: Viewer) -> Iterator[Line]:
    """Requests for destruction that somebody else has made; they are decided on a page of their own."""
    for one in destruction.listed(office, viewer):
        if one.waits and one.by != viewer.user:
            words = f"{len(one.lines)} 件　{one.reason}"
            yield Line(words=words, whom=office.user_name(one.by), at=one.at)


def _look_lines(office: "Office", viewer: Viewer) -> tuple[Line, ...]:
    requests = [
        one for one in looks.waiting(office, viewer) if one.clerk != viewer.user
    ]  # nobody grants their own
    with office.store.reading() as tx:
        named = _rows_of(viewer, tx, (one.case_id for one in requests))
    return tuple(
        Line(
            number=named[one.case_id].number,
            words=one.reason,
            whom=office.user_name(one.clerk),
            at=one.asked_at,
            case=named[one.case_id],
        )
        for one in requests
        if one.case_id in named
    )
