"""The register of a period: the same lines as table, figures, PDF and Excel."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QWidget

from desk.domain.assessment import may_see
from desk.domain.behind import CasesBehind
from desk.gui.export_bar import ExportBar, WaitBar
from desk.gui.forms.ui_report import Ui_ReportPage
from desk.gui.report.assessments import AssessmentsPart
from desk.gui.report.charts import Behind, ChartsPart
from desk.gui.report.counts import Count, show_counts
from desk.gui.report.figures import FiguresPart, SignsPart
from desk.gui.report.lines_table import SeenLines
from desk.gui.report.papers import PapersPart
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
        for id_, name in registers_of().listed(session.office):
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
        self.this_month()
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
        self.start.dateChanged.connect(self.ask)
        self.end.dateChanged.connect(self.ask)
        self.today.clicked.connect(lambda: self.between(self._today(), self._today()))
        self.month.clicked.connect(lambda: (self.this_month(), self.ask()))
        self.last_month.clicked.connect(self._last_month)
        self.year.clicked.connect(lambda: self.between(QDate(self._today().year(), 1, 1), self._today()))
        self.week.clicked.connect(
            lambda: self.between(self._today().addDays(1 - self._today().dayOfWeek()), self._today())
        )
        self.half_year.clicked.connect(self._half_year)
        self.filter.textChanged.connect(self._filter)
        self.template_book.clicked.connect(self.fill_template)
        self.csv.clicked.connect(lambda: self.save_as(".csv"))
        self.pdf.clicked.connect(lambda: self.save_as(".pdf"))
        self.xlsx.clicked.connect(lambda: self.save_as(".xlsx"))
        self.session.signals.changed.connect(self._listen)

    def take_focus(self) -> None:
        """Put the cursor on what is shown: the lines, the first picture, the figures."""
        view: Any = self.views.currentWidget()
        (view if view is self.table else view.first()).setFocus()

    # --- the period ---

    def between(self, first: QDate, last: QDate) -> None:
        """Show these days."""
        for edit, day in ((self.start, first), (self.end, last)):
            edit.blockSignals(True)
            edit.setDate(day)
            edit.blockSignals(False)
        self.ask()

    def this_month(self) -> None:
        """The days of this month up to today."""
        today = self._today()
        for edit, day in ((self.start, QDate(today.year(), today.month(), 1)), (self.end, today)):
            edit.blockSignals(True)
            edit.setDate(day)
            edit.blockSignals(False)

    def _last_month(self) -> None:
        first = QDate(self._today().year(), self._today().month(), 1).addMonths(-1)
        self.between(first, first.addMonths(1).addDays(-1))

    def _half_year(self) -> None:
        today = self._today()
        self.between(QDate(today.year(), 1 if today.month() <= 6 else 7, 1), today)

    def _filter(self, words: str) -> None:
        for shown in (self.shown, *(part.shown for part in self.parts)):
            shown.filter_by(words)

    def _today(self) -> QDate:
        now = self.session.office.now()
        return QDate(now.year, now.month, now.day)

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
        first, last = _day(self.start), _day(self.end)
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
        first, last = _day(self.start), _day(self.end)
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
        first, last = _day(self.start), _day(self.end)
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
        self.heading.setText(self.tr("{first} 至 {last}").format(first=_day(self.start), last=_day(self.end)))

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
        office, viewer = self.session.office, self.session.viewer
        first, last = _day(self.start), _day(self.end)
        read = partial(registers_of().behind, office, viewer, first, last, count.by, count.names)
        words = self.tr("{name}：{count} 件").format(name=count.title, count=count.n)
        self.behind.show()
        self.behind.show_cases(words, CasesBehind(count.n, read))
        self.behind.list.setFocus()

    def _listen(self, changes: Any) -> None:
        if "cases" in changes.what:
            self._stale = True
            if self.isVisible():
                self.ask()

    # --- files ---

    def save_as(self, suffix: str) -> None:
        """Save what is in sight as PDF, Excel or CSV where the clerk says: as it is filtered and sorted."""
        view = self.views.currentWidget()
        if view is self.charts:
            self._save_pictures(suffix)
        elif view is self.papers and self.papers:
            first, last = _day(self.start), _day(self.end)
            self.exporting.save(
                f"{self.papers.title()}_{first}_{last}", self.papers.make(first, last), (".pdf",)
            )
        elif (lines := self._seen(view)) is not None:
            title = f"{lines.title}_{_day(self.start)}_{_day(self.end)}"
            self.exporting.save(title, self._made(lines, with_pictures=view is self.indicators), (suffix,))

    def _made(self, lines: Any, *, with_pictures: bool) -> Any:
        """A function that writes these lines; the figures of a period are a report and have its pictures behind them."""
        office, viewer = self.session.office, self.session.viewer
        first, last = _day(self.start), _day(self.end)

        def make(suffix: str, _tell: Any) -> Any:
            from desk.services import pictures

            if not with_pictures:
                return registers_of().written(office, viewer, lines, suffix)
            drawn = pictures.pictures(office, viewer, first, last)
            return pictures.written(office, viewer, lines, drawn, suffix)

        return make

    def _seen(self, view: Any) -> Any:
        """The lines in sight; None while there are none."""
        if view is self.table:
            return self.shown.seen(self.table) if self.lines is not None else None
        return view.shown.seen(view.table) if view.lines is not None else None

    def _save_pictures(self, suffix: str) -> None:
        from desk.services import pictures

        drawn = self.charts.pictures
        if not drawn:
            return
        office, viewer = self.session.office, self.session.viewer
        first, last = _day(self.start), _day(self.end)

        def make(chosen: str, _tell: Any) -> Any:
            lines = pictures.lines(office, drawn, first, last, hours=chosen == ".csv")
            return pictures.written(office, viewer, lines, drawn, chosen)

        self.exporting.save(self.tr("统计报告") + f"_{first}_{last}", make, (suffix,))

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

    def fill_template(self) -> None:
        """Put the register in sight into an office's own workbook."""
        lines = self._seen(self.table)
        if lines is None or self.views.currentWidget() is not self.table:
            self.session.say(self.tr("请先打开要填的登记簿"), "warning")
            return
        template = self.session.dialogs.file_to_open(self, self.tr("选择模板"), Path.home(), "Excel (*.xlsx)")
        if template is None:
            return
        office, viewer = self.session.office, self.session.viewer

        def make(_chosen: str, _tell: Any) -> Any:
            return registers_of().in_template(office, viewer, lines, template.read_bytes(), template.name)

        self.exporting.save(f"{lines.title}_{_day(self.start)}_{_day(self.end)}", make, (".xlsx",))


def registers_of() -> Any:
    """The services of registers, which the window loads only when it needs them."""
    from desk.services import registers

    return registers


def _day(edit: Any) -> Any:
    return edit.date().toPython()
