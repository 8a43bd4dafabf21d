"""The whole file of a case as one PDF: 卷内目录, every issued paper as it was issued, the attachments as pages, 备考表."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desk.domain import file_kinds
from desk.domain.errors import Forbidden, NotFound
from desk.domain.moments import date_words
from desk.domain.notice import compose
from desk.domain.viewer import Viewer
from desk.domain.words import Words
from desk.services.cases import CaseView, show_within
from desk.services.drawn_papers import Printed
from desk.services.office import Office
from desk.services.paper_words import may_read
from desk.services.shared_forms import shared_layout
from desk.store import attachments, audit, cases, identities, papers
from desk.store.attachments import Attachment
from desk.store.papers import PaperRow
from desk.store.transaction import Transaction

if TYPE_CHECKING:
    from desk.paper.binding import Binder

MOST = 100 * 1024 * 1024
"""So many bytes of attachments are bound into one PDF, the older first; what is beyond is named as lying beside the file."""

_BESIDE = "另附"
_PAGES = "pdf"


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of the 卷内目录. ``first`` and ``pages`` are 0 for what cannot be shown as pages; ``remark`` says why."""

    number: str
    name: str
    on: str
    first: int
    pages: int
    remark: str = ""

    @property
    def place(self) -> str:
        """Its pages in the file: 3 or 3-5."""
        if not self.pages:
            return ""
        last = self.first + self.pages - 1
        return str(self.first) if last == self.first else f"{self.first}-{last}"


@dataclass(frozen=True, slots=True)
class CaseFile:
    """The bound file with its list of contents, and how many numbered pages it has."""

    printed: Printed
    pieces: tuple[Piece, ...]
    pages: int


def bound(office: Office, viewer: Viewer, number: str, *, most: int = MOST) -> CaseFile:
    """The whole file of a case; that somebody took it is put on record.

    Papers and attachments cannot be masked: raises ``Forbidden`` where the people of the case are not open to the viewer.
    """
    from desk.paper.binding import Binder

    with office.store.reading() as tx, Binder() as binder:
        view = show_within(office, viewer, tx, number)
        _require_open(office, viewer, tx, view)
        pieces = tuple(_bind(office, viewer, tx, view, binder, most))
        case = cases.whole(tx, view.id)
        words = office.words_of(office.rulebook_of(case), case, view.clocks)
        printed = _finished(office, words, view, binder, pieces)
    with office.store.writing() as tx:
        audit.append(tx, audit.Act(act="file_look", by=viewer.user, case_id=view.id, about=view.number))
    return CaseFile(printed, pieces, sum(piece.pages for piece in pieces))


def is_open(office: Office, viewer: Viewer, view: CaseView) -> bool:
    """Whether the viewer may take the whole file of the case now."""
    with office.store.reading() as tx:
        return _is_open(office, viewer, tx, view)


def _is_open(office: Office, viewer: Viewer, tx: Transaction, view: CaseView) -> bool:
    sees = identities.sees(tx, viewer, view.id, sealed=view.sealed)
    return sees and may_read(office, viewer, tx, view.case, None)


def _require_open(office: Office, viewer: Viewer, tx: Transaction, view: CaseView) -> None:
    if not _is_open(office, viewer, tx, view):
        hint = "确有需要的，请写明理由申请查看身份信息" if view.sealed else "请由可以看到身份信息的人员调卷"
        raise Forbidden("not_granted", "案卷里写有身份信息，没有对您开放", hint, "number")


def _bind(
    office: Office, viewer: Viewer, tx: Transaction, view: CaseView, binder: "Binder", most: int
) -> Iterator[Piece]:
    """Everything in its order, one after the other in memory: papers as they were issued, then what people brought."""
    at, left = 1, most
    names = {paper.id: paper.name for paper in office.rulebook_of(view.case).papers}
    for row in view.papers:
        if row.state == "issued":
            piece = _paper(tx, row, names.get(row.kind, row.kind), binder, office)
            yield replace(piece, first=at if piece.pages else 0)
            at += piece.pages
    for file in attachments.of_case(tx, view.id, viewer):
        piece = _attachment(tx, viewer, file, binder, left)
        yield replace(piece, first=at if piece.pages else 0)
        at, left = at + piece.pages, left - (file.size if piece.pages else 0)


def _paper(tx: Transaction, row: PaperRow, name: str, binder: "Binder", office: Office) -> Piece:
    on = f"{row.at.astimezone(office.zone):%Y-%m-%d}"
    try:
        return Piece(row.number, name, on, 0, binder.add(papers.data(tx, row.id)))
    except NotFound:
        return Piece(row.number, name, on, 0, 0, "已销毁")


def _attachment(tx: Transaction, viewer: Viewer, file: Attachment, binder: "Binder", left: int) -> Piece:
    from desk.paper.binding import Unreadable

    piece = Piece(
        "", file.name if not file.note else f"{file.name}（{file.note}）", f"{file.at:%Y-%m-%d}", 0, 0
    )
    if file.size > left:
        return replace(piece, remark=f"{_BESIDE}（过大）")
    data = attachments.data(tx, file.id, viewer)
    kind = file_kinds.kind_of(data)
    try:
        if kind == _PAGES:
            return replace(piece, pages=binder.add(data, foreign=True))
        if kind in file_kinds.PICTURES:
            return replace(piece, pages=binder.add_picture(data))
    except Unreadable:
        return replace(piece, remark=f"{_BESIDE}（打不开）")
    return replace(piece, remark=f"{_BESIDE}（{kind or '文件'}）")


def _finished(
    office: Office, words: dict[str, Words], view: CaseView, binder: "Binder", pieces: tuple[Piece, ...]
) -> Printed:
    from desk.paper.drawing import draw

    rows = tuple(
        {"number": one.number, "name": one.name, "on": one.on, "pages": one.place, "remark": one.remark}
        for one in pieces
    )
    said: dict[str, Words] = {"contents": rows, "file.said": _said(office, view, pieces)}
    front, back = (
        draw(compose(shared_layout(form), {**office.words, **words, **said}, practice=office.practice))
        for form in ("case_file", "case_file_note")
    )
    bound_ = binder.bound(front.data, back.data)
    return Printed(
        paper_id=0, number="", name=f"{view.number} 案卷", data=bound_.data, pages=bound_.pages, sha256=bound_.sha256
    )  # fmt: skip


def _said(office: Office, view: CaseView, pieces: tuple[Piece, ...]) -> str:
    """What the 备考表 says of the file by itself: how much it holds, what lies beside it, what was made void."""
    pages = sum(one.pages for one in pieces)
    told = [f"本卷共 {len(pieces)} 件 {pages} 页，{date_words(office.now().date())}整理。"]
    beside = [one.name for one in pieces if not one.pages]
    if beside:
        told.append(f"不在页内、另附或者已销毁的 {len(beside)} 件：{'；'.join(beside)}。")
    void = sum(row.state == "void" for row in view.papers)
    if void:
        told.append(f"另有作废文书 {void} 份，没有装订，文号和理由在登记簿中。")
    return "\n".join(told)
