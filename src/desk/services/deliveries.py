"""How an issued paper reached its addressee: means, moment and person on record, and the 送达回证 on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desk.domain.case import Case, Happening
from desk.domain.draft import Value
from desk.domain.errors import DeskError
from desk.domain.moments import date_words, moment_words
from desk.domain.viewer import Viewer
from desk.domain.words import Words
from desk.rulebook.documents import Paper
from desk.rulebook.model import Rulebook
from desk.services.approvals import tell
from desk.services.cases import CaseView, show_within
from desk.services.changes import Changes
from desk.services.drawn_papers import Printed
from desk.services.office import Office
from desk.services.paper_words import may_read
from desk.services.rights import require
from desk.services.shared_forms import draw_form, shared_layout
from desk.store import audit, cases, papers
from desk.store.papers import PaperRow
from desk.store.transaction import Transaction

DELIVERED = "delivered:"
"""How the entry of a case's timeline begins that tells of a delivery; the paper's id follows."""

MEANS = ("直接送达", "留置送达", "委托送达", "邮寄送达", "电子送达", "转交送达", "公告送达", "当场交付")
"""How a paper gets to its addressee (民事诉讼法第八十七条至第九十五条; handing it over at the counter besides)."""

_UNSIGNED = ("邮寄送达", "电子送达", "公告送达")
"""Means by which nobody signs in person."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One delivery of one paper. ``person`` is who took it; empty where nobody signed or the viewer may not know."""

    means: str
    at: datetime
    person: str
    note: str
    by: str


def deliver(
    office: Office,
    viewer: Viewer,
    paper_id: int,
    means: str,
    *,
    at: datetime | None = None,
    person: str = "",
    note: str = "",
) -> Changes:
    """Record that an issued paper reached its addressee: how, when, and who took it.

    Raises ``DeskError`` for unknown means, a moment to come or before the issue, a void paper, or where somebody must
    have signed and nobody is named.
    """
    require(office.in_role_at_paper(viewer, paper_id), "issue", "记录送达")
    with office.store.writing() as tx:
        row = papers.get(tx, viewer, paper_id)
        moment = at or office.now()
        case = cases.whole(tx, _case_of(row))
        _check(office, row, means, moment, person.strip())
        values: dict[str, Value] = {"delivery.means": means, "delivery.at": moment}
        if person.strip():
            values["delivery.person"] = person.strip()
        said = "　".join(filter(None, (_title(office.rulebook_of(case), row), note.strip())))
        step = f"{DELIVERED}{row.id}"
        tell(
            office, tx, case, Happening(step=step, at=office.now(), by=viewer.user, note=said, values=values)
        )
        about = f"{row.number} {means}".strip()
        audit.append(
            tx, audit.Act(act="deliver", by=viewer.user, case_id=case.id, paper_id=row.id, about=about)
        )
        papers.done(tx, row.id, "deliver")
    return Changes(frozenset({case.id}), frozenset({"papers", "cases"}))


def _case_of(row: PaperRow) -> int:
    if row.case_id is None:
        raise DeskError("no_case", "这份文书不属于哪一件案件，不记送达", "请直接发出", "paper")
    return row.case_id


def _check(office: Office, row: PaperRow, means: str, moment: datetime, person: str) -> None:
    if means not in MEANS:
        raise DeskError("unknown", f"没有“{means}”这种送达方式", f"可用：{'、'.join(MEANS)}", "means")
    if row.state == "void":
        raise DeskError("void", "这份文书已经作废，不能再送达", "请送达重出的那一份", "paper")
    if moment > office.now():
        raise DeskError("future", "送达时间晚于现在", "请改为实际送达的时间", "at")
    if moment.astimezone(office.zone).date() < row.at.astimezone(office.zone).date():
        raise DeskError("too_early", "送达时间早于文书签发日期", "请改为实际送达的时间", "at")
    if means not in _UNSIGNED and not person:
        raise DeskError("missing", f"{means}要写明由谁签收", "留置送达的，写见证人", "person")


def deliveries(case: Case, paper_id: int) -> tuple[Delivery, ...]:
    """The deliveries of one paper of the case, the oldest first."""
    entries = [
        entry for entry in case.timeline if entry.step == f"{DELIVERED}{paper_id}" and not entry.undone
    ]
    return tuple(_read(entry) for entry in entries)


def _read(entry: Happening) -> Delivery:
    at = entry.values.get("delivery.at")
    return Delivery(
        means=str(entry.values.get("delivery.means", "")),
        at=at if isinstance(at, datetime) else entry.at,
        person=str(entry.values.get("delivery.person", "")),
        note=entry.note,
        by=entry.by,
    )


def undelivered(view: CaseView) -> tuple[PaperRow, ...]:
    """The papers of a case that were issued and whose delivery is not on record."""
    return tuple(row for row in view.papers if row.state == "issued" and not deliveries(view.case, row.id))


def receipt(office: Office, viewer: Viewer, paper_id: int) -> Printed:
    """The 送达回证 of an issued paper, with room where the delivery is still to be written down by hand."""
    with office.store.reading() as tx:
        row = papers.get(tx, viewer, paper_id)
        case_id = _case_of(row)
        view = show_within(office, viewer, tx, cases.number_of(tx, case_id, viewer))
        words = _words(office, viewer, tx, view, row)
    return draw_form(office, shared_layout("delivery_receipt"), words)


def _words(
    office: Office, viewer: Viewer, tx: Transaction, view: CaseView, row: PaperRow
) -> dict[str, Words]:
    """What the 送达回证 says: the paper, its addressee and where to find them, and the latest delivery."""
    rulebook = office.rulebook_of(view.case)
    paper = next((paper for paper in rulebook.papers if paper.id == row.kind), None)
    case = cases.whole(tx, view.id) if may_read(office, viewer, tx, view.case, paper) else view.case
    words = {**office.words, **office.words_of(rulebook, case, view.clocks)}
    who = "respondent" if paper and paper.to == "respondent" else "complainant"
    person = _person(paper, words, who)
    return {
        **words,
        "addressee": person,
        "delivery.paper": _title(rulebook, row),
        "delivery.copies": str(row.copies),
        "delivery.address": words.get(f"{who}.address", "") if person else "",
        "paper.date": date_words(row.at.astimezone(office.zone)),
        **_delivered(office, deliveries(case, row.id)),
    }


def _person(paper: Paper | None, words: dict[str, Words], who: str) -> Words:
    """The one addressee; nobody where the paper goes to both sides or to a department, each with a receipt of its own."""
    return "" if paper and paper.to not in ("complainant", "respondent") else words.get(f"{who}.name", "")


def _delivered(office: Office, found: Sequence[Delivery]) -> dict[str, Words]:
    if not found:
        return {}
    last = found[-1]
    return {
        "delivery.means": last.means,
        "delivery.at": moment_words(last.at, office.zone),
        "delivery.person": last.person,
        "clerk.name": office.user_name(last.by),
    }


def _title(rulebook: Rulebook, row: PaperRow) -> str:
    name = next((paper.name for paper in rulebook.papers if paper.id == row.kind), row.kind)
    return f"《{name}》{row.number}"
