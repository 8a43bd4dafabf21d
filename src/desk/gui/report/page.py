"""The register of a period: the same lines as table, figures, PDF and Excel."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QWidget

from desk.domain.assessment import may_see
from desk.domain.behind import CasesBehind
from desk.gui.export_bar import ExportBar, WaitBar
from desk.gui.forms.ui_report import Ui_ReportPage
from desk.gui.report.assessments import AssessmentsPart
from desk.gui.report.charts import Behind, ChartsPart
from desk.gui.report.counts import Count, show_counts
from desk.gui.report.days import Days
from desk.gui.report.figures import FiguresPart, SignsPart
from desk.gui.report.lines_table import SeenLines
from desk.gui.report.papers import PapersPart
from desk.gui.report.taken_along import TakenAlong
from desk.gui.session import Session
from desk.gui.task import Newest


class ReportPage(QWidget, Ui_ReportPage):
    """Choose a register and days; see it, or the pictures of the days; take it along as a file."""

    case_asked = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setupUi(self)
        self.session = session
        self.lines: Any = None
        self.counts: Any = None
        self._newest = Newest()
        self._stale = True
        from desk.services import registers

        for id_, name in registers.listed(session.office):
            self.book.addItem(name, id_)
        self.shown = SeenLines(self.table, self)
        self.table.setModel(self.shown)
        self.table.horizontalHeader().setResizeContentsPrecision(60)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.verticalHeader().setVisible(False)
        self.table.setTabKeyNavigation(False)
        self._add_views()
        self.exporting = ExportBar(session)
        self.gathering = WaitBar(self.tr("汇总进度"), self.tr("停下"))
        for bar in (self.gathering, self.exporting):
            self.layout_1.addWidget(bar)
        self._asked = 0
        self.days = Days(self, session.office)
        self.along = TakenAlong(self)
        self._connect()

    def _add_views(self) -> None:
        """The register, the pictures, and a tab for each thing that is counted or written from them."""
        session = self.session
        self.charts = ChartsPart(session)
        self.charts.case_asked.connect(self.case_asked)
        self.views = QTabWidget()
        self.views.setDocumentMode(True)
        self.views.setAccessibleName(self.tr("报表"))
        self.views.tabBar().setAccessibleName(self.tr("报表"))
        self.behind = Behind(session)
        self.behind.case_asked.connect(self.case_asked)
        across = QWidget()
        self.layout_1.replaceWidget(self.table, across)
        row = QHBoxLayout(across)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.views, 1)
        row.addWidget(self.behind)
        self.views.addTab(self.table, self.tr("登记簿"))
        self.views.addTab(self.charts, self.tr("图表"))
        self.indicators, self.signs = FiguresPart(session), SignsPart(session)
        self.parts: dict[Any, str] = {self.indicators: self.tr("指标"), self.signs: self.tr("苗头")}
        self.assessments: AssessmentsPart | None = None
        if may_see(session.viewer) and (session.rulebook.penalties or session.rulebook.rewards):
            self.assessments = AssessmentsPart(session)
            self.parts[self.assessments] = self.tr("考核")
        self.indicators.changed.connect(self.ask)
        for part, name in self.parts.items():
            part.case_asked.connect(self.case_asked)
            self.views.addTab(part, name)
        self.papers: PapersPart | None = None
        if any(paper.period for paper in session.rulebook.papers):
            self.papers = PapersPart(session)
            self.views.addTab(self.papers, self.tr("期间文书"))

    def _connect(self) -> None:
        self.views.currentChanged.connect(self.ask)
        self.book.currentIndexChanged.connect(self.ask)
        self.days.chosen.connect(self.ask)
        self.filter.textChanged.connect(self._filter)
        self.template_book.clicked.connect(self.along.fill_template)
        self.csv.clicked.connect(lambda: self.along.save_as(".csv"))
        self.pdf.clicked.connect(lambda: self.along.save_as(".pdf"))
        self.xlsx.clicked.connect(lambda: self.along.save_as(".xlsx"))
        self.session.signals.changed.connect(self._listen)

    def take_focus(self) -> None:
        """Put the cursor on what is shown: the lines, the first picture, the figures."""
        view: Any = self.views.currentWidget()
        (view if view is self.table else view.first()).setFocus()

    def _filter(self, words: str) -> None:
        for shown in (self.shown, *(part.shown for part in self.parts)):
            shown.filter_by(words)

    # --- asking ---

    def showEvent(self, event: Any) -> None:  # noqa: D102
        super().showEvent(event)
        if self._stale:
            self.ask()

    def ask(self, *_: Any) -> None:
        """Read the register and its figures, or the pictures."""
        from desk.services import registers

        self._stale = False
        self._asked += 1  # what is still being gathered for an earlier question stops by itself
        self.gathering.hide()
        self.behind.hide()
        # the counts are the register's, of its days
        self.figures.setVisible(self.views.currentWidget() is self.table)
        if self.views.currentWidget() is self.charts:
            self._ask_pictures()
            return
        if self.papers is not None and self.views.currentWidget() is self.papers:
            self.papers.begin()
            self.empty.hide()
            self._say_days()
            return
        if self.views.currentWidget() in self.parts:
            self._ask_part(self.views.currentWidget())
            return
        register = self.book.currentData()
        if not register:
            self.empty.setText(self.tr("规则簿里没有登记簿。"))
            self.empty.show()
            return
        office, viewer = self.session.office, self.session.viewer
        first, last = self.days.first, self.days.last
        self.heading.setText(self.tr("正在汇总…"))
        told = self._gather()

        def work() -> tuple[Any, Any]:
            lines = registers.book(office, viewer, register, first, last, told)
            return lines, registers.counts(office, viewer, first, last)

        self.session.report(work, self._newest.only(self._show), self._unless_newer())

    def _unless_newer(self) -> Any:
        """What failed is told, but for an earlier question that a newer one stopped."""
        asked = self._asked
        return lambda error: self._failed(error) if asked == self._asked else None

    def _gather(self) -> Any:
        """Hears how far a register is, on the working thread; a newer question or the button stops it."""
        asked = self._asked
        self.gathering.prepare(self.tr("正在汇总…"))

        def told(_what: str, done: int, total: int) -> bool:
            return asked == self._asked and self.gathering.tell(done, total)

        return told

    def _ask_pictures(self) -> None:
        from desk.services import pictures

        office, viewer = self.session.office, self.session.viewer
        first, last = self.days.first, self.days.last
        self.empty.hide()
        self.session.report(
            lambda: pictures.pictures(office, viewer, first, last),
            self._newest.only(self._show_pictures),
            self._failed,
        )

    def _show_pictures(self, shown: Any) -> None:
        self.charts.show_pictures(shown)
        self._say_days()

    def _ask_part(self, part: Any) -> None:
        office, viewer = self.session.office, self.session.viewer
        first, last = self.days.first, self.days.last
        self.empty.hide()
        self.heading.setText(self.tr("正在汇总…"))
        told = self._gather()

        def show(answer: Any) -> None:
            self.gathering.hide()
            part.show_answer(answer)
            self._say_days()

        self.session.report(
            lambda: part.read(office, viewer, first, last, told),
            self._newest.only(show),
            self._unless_newer(),
        )

    def _say_days(self) -> None:
        self.heading.setText(self.tr("{first} 至 {last}").format(first=self.days.first, last=self.days.last))

    def _failed(self, error: Exception) -> None:
        self.gathering.hide()
        self.heading.setText("")
        self.session.fail(error)

    def _show(self, answer: tuple[Any, Any]) -> None:
        self.gathering.hide()
        self.lines, self.counts = answer
        self.shown.show_lines(self.lines)
        count = len(self.lines.words)
        self.heading.setText(
            self.tr("{title}　{period}　共 {count} 件").format(
                title=self.lines.title, period=self.lines.period, count=count
            )
        )
        self.empty.setText(self.tr("这段时间没有登记。"))
        self.empty.setVisible(not count)
        show_counts(self.figures_layout, self.counts, self.open_count)

    def open_count(self, count: Count) -> None:
        """List the cases behind a count beside the register."""
        from desk.services import registers

        office, viewer = self.session.office, self.session.viewer
        first, last = self.days.first, self.days.last
        read = partial(registers.behind, office, viewer, first, last, count.by, count.names)
        words = self.tr("{name}：{count} 件").format(name=count.title, count=count.n)
        self.behind.show()
        self.behind.show_cases(words, CasesBehind(count.n, read))
        self.behind.list.setFocus()

    def _listen(self, changes: Any) -> None:
        if "cases" in changes.what:
            self._stale = True
            if self.isVisible():
                self.ask()

    def save(self) -> None:
        """F12: the decision in whose form somebody writes."""
        if self.assessments is not None and self.assessments.form is not None:
            self.assessments.form.save()

    def back(self) -> bool:
        """Esc: close such a form or the list of cases behind a count; whether there was one."""
        if self.behind.isVisible():
            self.behind.hide()
            self.take_focus()
            return True
        if self.assessments is None or self.assessments.form is None:
            return False
        self.assessments.close_form()
        return True
