"""Answers to orders to get on with a matter, and which orders still wait for one (CAP-78)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from desk.domain.archiving import permit_change
from desk.domain.case import URGING_ANSWERED, Case, Happening
from desk.domain.clocks import ORDER
from desk.domain.errors import DeskError
from desk.domain.figures import Figure
from desk.domain.moments import date_words, moment_words
from desk.domain.urging import NUMBER, REPLY, WORDS, UrgingOrder, effect_of, orders_of
from desk.domain.viewer import Viewer
from desk.domain.words import Words, fact_words, name_of
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


@dataclass(frozen=True, slots=True)
class Ordered:
    """One order with its case; ``reply`` is as the viewer may see it, ``late`` whether the answer is or was too late."""

    case: str
    order: UrgingOrder
    department: str
    reply: str
    late: bool

    @property
    def lateness(self) -> str:
        """逾期答复, 逾期未答复, or nothing."""
        if not self.late:
            return ""
        return "逾期答复" if self.order.replied_at else "逾期未答复"


_HIDDEN = "***"


def answer(office: "Office", viewer: Viewer, number: str, reply: str, *, order: str = "") -> CaseView:
    """Put on record what came back on an order; without ``order`` the only one that waits. Raises ``DeskError``."""
    viewer = office.in_role_at(viewer, number)
    require(viewer, "handle", "答复催办、督办")
    if not reply.strip():
        raise DeskError("missing", "请写明答复内容", "例：已约定后天上门，当日报结果", "reply")
    with office.store.writing() as tx:
        case = cases.judged(tx, number, viewer)
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
            open_ = unanswered(office.rulebook_of(case), case)
            found += [_waiting(office, case, one) for one in open_ if one.reply_by]
    return tuple(sorted(found, key=lambda one: (one.reply_by or date.max, one.number)))


def _waiting(office: "Office", case: Case, one: UrgingOrder) -> Waiting:
    whose = name_of(office.rulebook_of(case).departments, one.department)
    return Waiting(
        case.number, one.number, WORDS[one.effect], whose, one.at, one.reply_by, _late(office, one)
    )


def _late(office: "Office", one: UrgingOrder) -> bool:
    answered = one.replied_at or office.now()
    return one.reply_by is not None and office.calendar.closing(one.reply_by) < answered


# --- all of a period ---


def ordered(office: "Office", viewer: Viewer, first: date, last: date) -> tuple[Ordered, ...]:
    """The orders of the days ``first`` to ``last``, the oldest first, answered or not."""
    steps = frozenset(step.id for step in office.rulebook.steps if effect_of(step))
    if not steps:
        return ()
    which = CaseFilter(
        rulebooks=frozenset({office.rulebook.id}), with_steps=steps,
        stepped_from=datetime.combine(first, time(0, 0), office.zone),
        stepped_to=datetime.combine(last + timedelta(days=1), time(0, 0), office.zone),
    )  # fmt: skip
    found: list[Ordered] = []
    with office.store.reading() as tx:
        for seen in case_list.lines(tx, viewer, which):
            found += _of_case(office, cases.whole(tx, seen.id), seen)
    within = (one for one in found if first <= one.order.at.date() <= last)
    return tuple(sorted(within, key=lambda one: (one.order.at, one.order.number)))


def _of_case(office: "Office", case: Case, seen: Case) -> Iterator[Ordered]:
    """An order names nobody; what was answered may, and is told as far as the viewer sees it."""
    book = office.rulebook_of(case)
    shown = {one.number: one.reply for one in orders_of(book, seen) if one.reply}
    for one in orders_of(book, case):
        reply = shown.get(one.number, _HIDDEN) if one.reply else ""
        whose = name_of(book.departments, one.department)
        yield Ordered(case.number, one, whose, reply, _late(office, one))


def by_department(office: "Office", viewer: Viewer, first: date, last: date) -> tuple[Figure, ...]:
    """How often each department was urged and supervised, and how many answers were late; the most first."""
    groups: dict[str, list[Ordered]] = {}
    for one in ordered(office, viewer, first, last):
        groups.setdefault(one.department or "未填", []).append(one)
    return tuple(
        Figure(
            "", "催办、督办", department, Fraction(len(found)), _counted(found),
            tuple(dict.fromkeys(one.case for one in found)), (),
        )
        for department, found in sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    )  # fmt: skip


def _counted(found: list[Ordered]) -> str:
    parts = [
        f"{words}{n}"
        for effect, words in WORDS.items()
        if (n := sum(one.order.effect == effect for one in found))
    ]
    late = sum(one.late for one in found)
    return "，".join((*parts, *([f"逾期{late}"] if late else [])))


# --- on paper ---


def has_own_paper(rulebook: Rulebook, order: UrgingOrder) -> bool:
    """Whether the manual itself names a paper for such an order."""
    steps = {step.id for step in rulebook.steps if effect_of(step) == order.effect}
    return any(steps & set(paper.after) for paper in rulebook.papers)


def order_words(office: "Office", rulebook: Rulebook, case: Case, number: str = "") -> dict[str, Words]:
    """What the paper of an order says of it: the latest, or the one with this number; empty where there is none."""
    found = [one for one in orders_of(rulebook, case) if number in ("", one.number)]
    if not found:
        return {}
    one = found[-1]
    return {
        "order.words": WORDS[one.effect], "order.number": one.number,
        "order.department": name_of(rulebook.departments, one.department), "order.at": moment_words(one.at),
        "order.by": office.user_name(one.by), "order.reply_by": date_words(one.reply_by) if one.reply_by else "",
        "order.about": _about(rulebook, case, one), "order.reply": one.reply,
    }  # fmt: skip


def _about(rulebook: Rulebook, case: Case, one: UrgingOrder) -> str:
    """What was written with the order: the answers of its step, and the note."""
    entry = next(entry for entry in case.timeline if entry.at == one.at and _made(rulebook, entry, one))
    own = {fact: value for fact, value in entry.values.items() if not fact.startswith("urge.")}
    titles = {field.id: field.title for field in rulebook.fields}
    said = [
        f"{titles[fact]}：{words}"
        for fact, words in fact_words(rulebook, own).items()
        if fact in titles and isinstance(words, str) and words
    ]
    return "；".join((*said, *([entry.note] if entry.note else [])))


def _made(rulebook: Rulebook, entry: Happening, one: UrgingOrder) -> bool:
    step = next((step for step in rulebook.steps if step.id == entry.step), None)
    made = str(entry.values.get(NUMBER, ""))
    return step is not None and effect_of(step) == one.effect and made == one.number and not entry.undone
