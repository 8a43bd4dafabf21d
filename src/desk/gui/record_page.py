"""A list that superiors go through, with one deed for a line: who looked at identities, and what is to be destroyed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidgetItem, QWidget

from desk.domain.errors import DeskError
from desk.gui.forms.ui_record import Ui_RecordPage
from desk.gui.session import Session


class Listing(NamedTuple):
    """What a page lists: ``read`` gives lines, ``words`` one line's cells, ``work`` (None: nothing) what the deed does.

    ``question`` asks for words before the deed; empty where none are needed. ``paper`` is what a line has on paper, name
    and bytes: where it has one, the deed is to look at it.
    """

    title: str
    about: str
    columns: Sequence[str]
    read: Callable[[], Sequence[Any]]
    words: Callable[[Any], Sequence[str]]
    deed: str
    work: Callable[[Any, str], Callable[[], Any] | None]
    question: str = ""
    empty: str = ""
    paper: Callable[[Any], tuple[str, Callable[[], bytes]] | None] = lambda _one: None
    other: "Other | None" = None
    told: Callable[[Any], str] = lambda _answer: ""
    """What the bar says afterwards."""
    several: bool = False
    """Whether more than one line may be chosen; ``work`` then gets all that are."""
    look: str = ""
    """What the deed is called for a line that has a paper."""
    sure: Callable[[Any], str] = lambda _one: ""
    """What is asked before a deed that cannot be taken back; empty where nothing is."""


class Other(NamedTuple):
    """A second deed for a line, which asks for words first."""

    deed: str
    question: str
    work: Callable[[Any, str], Callable[[], Any] | None]


class RecordPage(QWidget, Ui_RecordPage):
    """Reads its lines when it comes in sight and whenever cases change."""

    case_asked = Signal(str)
    paper_asked = Signal(str, object)

    def __init__(self, session: Session, listing: Listing) -> None:
        super().__init__()
        self.setupUi(self)
        self.session, self.listing = session, listing
        self._lines: Sequence[Any] = ()
        self.title.setText(listing.title)
        self.about.setText(listing.about)
        self.do.setText(listing.deed)
        self.do.setVisible(bool(listing.deed))
        self.trouble.hide()
        self.table.setAccessibleName(listing.title)
        self.table.setColumnCount(len(listing.columns))
        self.table.setHorizontalHeaderLabels(list(listing.columns))
        self.table.verticalHeader().hide()
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setStretchLastSection(True)
        if listing.several:
            self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.other.setVisible(listing.other is not None)
        if listing.other is not None:
            self.other.setText(listing.other.deed)
            self.other.clicked.connect(self.act_otherwise)
        self.table.itemSelectionChanged.connect(self._offer)
        self.do.clicked.connect(self.act)
        self.show_case.clicked.connect(lambda: self._chosen() and self.case_asked.emit(self._chosen().number))
        session.signals.changed.connect(lambda _: self.refresh() if self.isVisible() else None)
        self._offer()

    def take_focus(self) -> None:
        """Come in sight: read anew, the cursor in the list."""
        self.table.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Read the lines anew."""
        self.session.read(self.listing.read, self._show, self._refused)

    def _show(self, lines: Sequence[Any]) -> None:
        self._lines = lines
        self._tell("" if lines else self.listing.empty, "hint")
        self.table.setRowCount(len(lines))
        for row, one in enumerate(lines):
            for column, words in enumerate(self.listing.words(one)):
                self.table.setItem(row, column, QTableWidgetItem(words))
        if lines and not self.table.selectedItems():
            self.table.selectRow(0)
        self._offer()

    def _chosen(self) -> Any:
        rows = self.table.selectionModel().selectedRows()
        return self._lines[rows[0].row()] if rows and rows[0].row() < len(self._lines) else None

    def _meant(self) -> Any:
        """The chosen line, or all that are chosen where there may be several."""
        one = self._chosen()
        if one is None or not self.listing.several:
            return one
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self._lines[row] for row in rows)

    def _offer(self) -> None:
        one, other = self._chosen(), self.listing.other
        self.show_case.setEnabled(one is not None)
        self.show_case.setVisible(not self._lines or hasattr(self._lines[0], "number"))
        meant = self._meant()
        looks = one is not None and self.listing.look and self.listing.paper(one) is not None
        self.do.setText(self.listing.look if looks else self.listing.deed)
        can = one is not None and (self.listing.paper(one) or self.listing.work(meant, "")) is not None
        self.do.setEnabled(can)
        self.other.setEnabled(one is not None and other is not None and other.work(one, "") is not None)

    def act(self) -> None:
        """Do the deed with the chosen line, after asking for words where it needs some."""
        one = self._chosen()
        if one is not None and (paper := self.listing.paper(one)):
            self.paper_asked.emit(*paper)
        elif one is not None and self._is_sure(one):
            self._do(self._meant(), self.listing.deed, self.listing.question, self.listing.work)

    def _is_sure(self, one: Any) -> bool:
        question = self.listing.sure(one)
        deed = self.listing.deed.rstrip("…")
        return not question or self.session.dialogs.confirm(self, self.listing.title, question, deed)

    def act_otherwise(self) -> None:
        """Do the second deed with the chosen line."""
        one, other = self._chosen(), self.listing.other
        if one is not None and other is not None:
            self._do(one, *other)

    def _do(
        self, meant: Any, deed: str, question: str, work: Callable[[Any, str], Callable[[], Any] | None]
    ) -> None:
        words = self.session.dialogs.reason(self, deed, question) if question else ""
        if question and not words:
            return
        if (begun := work(meant, words)) is not None:
            self.session.write(begun, self._done, self._refused)

    def _done(self, answer: Any) -> None:
        if told := self.listing.told(answer):
            self.session.say(told, "good")
        self.refresh()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            self.session.fail(error)
            return
        self._tell(f"{error.message}　{error.hint}".strip(), "error")

    def _tell(self, words: str, tone: str) -> None:
        self.trouble.setText(words)
        self.trouble.setProperty("problem", tone)
        self.trouble.style().polish(self.trouble)
        self.trouble.setVisible(bool(words))


def looks_page(session: Session) -> RecordPage:
    """Who asked to see identities, who decided, who looked; what somebody decided alone is reviewed here."""
    from desk.services import looks

    office, viewer = session.office, session.viewer

    def state(one: Any) -> str:
        if one.to_review:
            return _tr("一人单位自行决定，待复核")
        return _tr("{who} 已复核").format(who=one.reviewed_by) if one.reviewed_by else ""

    def review(one: Any, _words: str) -> Callable[[], Any] | None:
        return (lambda: looks.review(office, viewer, one.request)) if one.to_review else None

    return RecordPage(session, Listing(
        _tr("身份查看记录"), _tr("谁申请、谁批准、谁看过保密身份和附件，新的在前。这里不显示任何人的身份。"),
        (_tr("时间"), _tr("经办人"), _tr("编号"), _tr("做了什么"), _tr("理由"), _tr("复核")),
        lambda: looks.record(office, viewer),
        lambda one: (f"{one.at:%Y-%m-%d %H:%M}", one.who, one.number, one.words, one.reason, state(one)),
        _tr("记为已复核"), review, empty=_tr("还没有人查看过。"),
    ))  # fmt: skip


def destruction_page(session: Session) -> RecordPage:
    """Cases whose time of keeping is over; somebody asks for their destruction, with its ground."""
    from desk.services import destruction, erasing

    office, viewer = session.office, session.viewer

    def ask(chosen: Any, words: str) -> Callable[[], Any]:
        return lambda: destruction.ask(office, viewer, [one.number for one in chosen], words)

    def told(made: Any) -> str:
        if not made.waits:
            return _tr("已销毁 {n} 件，清册在“销毁审批和清册”里").format(n=len(made.lines))
        return _tr("已申请销毁 {n} 件，请另一位审批人员在“销毁审批和清册”里决定").format(n=len(made.lines))

    return RecordPage(session, Listing(
        _tr("销毁清单"),
        _tr("保存年限已满的案件。选定几件（Ctrl+A 全选）申请销毁，由另一个人批准。销毁的是姓名、电话、经过、附件和文书内容，不能恢复；编号、办理结果和统计数字留下。"),
        (_tr("编号"), _tr("办结日期"), _tr("保存到")),
        lambda: erasing.ripe(office, viewer),
        lambda one: (one.number, f"{one.ended_on:%Y-%m-%d}", f"{one.kept_until:%Y-%m-%d}"),
        _tr("申请销毁…"), ask, question=_tr("请写明销毁的依据："), empty=_tr("没有到期的案件。"), told=told,
        several=True,
    ))  # fmt: skip


def destroyed_page(session: Session) -> RecordPage:
    """What was asked to be destroyed: a second person grants or refuses it here; afterwards its certificate."""
    from desk.services import destruction

    office, viewer = session.office, session.viewer

    def words(one: Any) -> Sequence[str]:
        numbers = "、".join(line.number for line in one.lines[:3]) + ("……" if len(one.lines) > 3 else "")
        decided = (
            f"{office.user_name(one.decided_by)} {one.decided_at:%Y-%m-%d %H:%M}" if one.decided_at else ""
        )
        about = _tr("{n} 件：{numbers}").format(n=len(one.lines), numbers=numbers)
        return (
            f"{one.at:%Y-%m-%d %H:%M}",
            office.user_name(one.by),
            about,
            one.reason,
            one.words,
            decided,
            one.note,
        )

    def decide(one: Any, granted: bool, note: str) -> Callable[[], Any] | None:
        return (
            (lambda: destruction.decide(office, viewer, one.id, granted=granted, note=note))
            if one.waits
            else None
        )

    def paper(one: Any) -> tuple[str, Callable[[], bytes]] | None:
        return (
            (destruction.NAME, lambda: destruction.certificate(office, viewer, one.id))
            if one.granted
            else None
        )

    def told(made: Any) -> str:
        return (
            _tr("已销毁 {n} 件，清册可以打印").format(n=len(made.lines))
            if made.granted
            else _tr("已记为未批准")
        )

    return RecordPage(session, Listing(
        _tr("销毁审批和清册"),
        _tr("批准以后立即销毁，不能恢复。每一次销毁都有清册：依据、各件的编号和份数、批准人，以及哪些备份还含有这些内容、保存到哪一天。"),
        (_tr("申请时间"), _tr("申请人"), _tr("案件"), _tr("依据"), _tr("状态"), _tr("批准人"), _tr("意见")),
        lambda: destruction.listed(office, viewer), words, _tr("批准并销毁 / 看清册"),
        lambda one, note: decide(one, True, note),
        question=_tr("批准后立即销毁，不能恢复。请写批准意见："), empty=_tr("还没有申请过销毁。"), paper=paper,
        other=Other(_tr("不批准…"), _tr("请写明不批准的理由："), lambda one, note: decide(one, False, note)), told=told,
    ))  # fmt: skip


def backups_page(session: Session) -> RecordPage:
    """The backups that were made, until when each is kept, and how many cases it still holds that were destroyed since."""
    from desk.services import backups

    office, viewer = session.office, session.viewer
    return RecordPage(session, Listing(
        _tr("备份记录"),
        _tr("每次备份的时间、审计摘要和保存期限。备份以后销毁的案件，那份备份里还有；到期请删除备份文件。保存月数由系统管理员设定。"),
        (_tr("时间"), _tr("经办人"), _tr("审计摘要"), _tr("保存到"), _tr("以后销毁的案件")),
        lambda: backups.listed(office, viewer),
        lambda one: (
            f"{one.at:%Y-%m-%d %H:%M}", one.by, one.head,
            f"{one.kept_until:%Y-%m-%d}" + (_tr("（已到期，请删除）") if one.is_over else ""), str(one.destroyed_since),
        ),
        "", lambda _one, _words: None, empty=_tr("还没有做过备份。"),
    ))  # fmt: skip


def sample_page(session: Session) -> RecordPage:
    """Files drawn by chance from last month for an inspection, with what each lacks; another draw by another seed."""
    from desk.services import samples

    office, viewer = session.office, session.viewer
    last = office.now().date().replace(day=1) - timedelta(days=1)
    seeds = [int(f"{office.now():%Y%m%d}")]
    about = _tr(
        "上月（{first} 至 {last}）登记的案件随机抽 10 件，列出案卷还缺什么。按【另抽一批】换一个种子重抽；同一个种子抽出的总是同样的几件。"
    )

    def again(_one: Any, _words: str) -> Callable[[], Any]:
        return lambda: seeds.append(seeds[-1] + 1)

    return RecordPage(session, Listing(
        _tr("检查抽样"), about.format(first=last.replace(day=1), last=last),
        (_tr("编号"), _tr("状态"), _tr("还缺什么"), _tr("种子")),
        lambda: samples.draw(office, viewer, last.replace(day=1), last, seed=seeds[-1]).cases,
        lambda one: (one.number, one.state, "；".join(one.lacks) or _tr("齐全"), str(seeds[-1])),
        _tr("另抽一批"), again, empty=_tr("这个期间没有登记的案件。"),
    ))  # fmt: skip


def freezing_page(session: Session) -> RecordPage:
    """The months whose registers are closed, to be looked at as they were, and those that may be closed now."""
    from desk.services import freezing

    office, viewer = session.office, session.viewer

    def words(one: Any) -> Sequence[str]:
        closed = one.frozen
        if closed is None:
            return one.month, _tr("未封存"), "", "", "", ""
        at = f"{closed.at:%Y-%m-%d %H:%M}"
        return one.month, _tr("已封存"), at, closed.by, str(closed.lines), str(closed.corrections)

    def paper(one: Any) -> tuple[str, Callable[[], bytes]] | None:
        name = _tr("{month} 封存的台账").format(month=one.month)
        return (name, lambda: freezing.paper(office, viewer, one.month).data) if one.frozen else None

    def sure(one: Any) -> str:
        words_ = _tr("封存 {month} 的台账？封存后不能取消，以后的更正列入下一期。")
        return words_.format(month=one.month)

    return RecordPage(session, Listing(
        _tr("台账封存"),
        _tr("月末封存后，当月台账照当时的样子保存，不再变化；以后的更正列在下一期的更正登记里，写明原为、改为、理由和更正人。"),
        (_tr("月份"), _tr("状态"), _tr("封存时间"), _tr("封存人"), _tr("行数"), _tr("更正")),
        lambda: freezing.months(office, viewer), words, _tr("封存…"),
        lambda one, _words: lambda: freezing.freeze(office, viewer, one.month), paper=paper,
        look=_tr("看封存的台账"), sure=sure,
    ))  # fmt: skip


def _tr(words: str) -> str:
    return QCoreApplication.translate("RecordPage", words)


RECORDS: Mapping[str, Callable[[Session], RecordPage]] = {
    "looks": looks_page,
    "destruction": destruction_page,
    "destroyed": destroyed_page,
    "backups": backups_page,
    "sample": sample_page,
    "freezing": freezing_page,
}
"""The pages of this kind by their names."""
