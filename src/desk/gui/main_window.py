"""The one main window: the day, intake, cases, reports; a bar that tells, a row of keys, nothing modal."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QMainWindow, QMenu, QWidget
from shiboken6 import isValid

from desk.gui import aside
from desk.gui.beside import Beside
from desk.gui.cases.finding import Finding
from desk.gui.cases.page import CasesPage
from desk.gui.day.part import TodayPart
from desk.gui.flow_layout import FlowLayout
from desk.gui.forms.ui_main_window import Ui_MainWindow
from desk.gui.intake.page import IntakePage
from desk.gui.intake.saved_bar import SavedBar
from desk.gui.keys import ACTS, key_buttons, make_actions
from desk.gui.manual.book_menu import BookMenu
from desk.gui.overlays import KeysOverlay, Palette
from desk.gui.papers.previewing import Previewing
from desk.gui.session import Session
from desk.gui.telling import Telling
from desk.gui.window_acts import WindowActs

if TYPE_CHECKING:
    from desk.gui.papers.preview_page import PreviewPage
    from desk.gui.report.page import ReportPage


class MainWindow(QMainWindow, Ui_MainWindow):
    """Holds the pages and sends each act to the page in sight."""

    def __init__(self) -> None:
        super().__init__()
        self.setupUi(self)
        self.setMinimumSize(1000, 620)
        self.resize(1366, 728)
        self.session: Session | None = None
        self.looked_from: QWidget | None = None
        self.reminder = ""
        self.on_switch: Any = lambda: None
        self.on_look: Any = lambda _id: None
        self.is_locked: Any = lambda: False
        self.saved = SavedBar(self)
        self.telling = Telling(self)
        self.acts = WindowActs(self)
        self.actions_by_id = make_actions(self, self.acts.do)
        row = FlowLayout(spacing=2)
        for button in key_buttons(self.actions_by_id):
            row.addWidget(button)
        self.keys.addLayout(row)
        self.help = KeysOverlay(self)
        self.palette_box = Palette(self, self.actions_by_id)
        self.help.hide()
        self.palette_box.hide()
        self.palette_box.closed.connect(self.focus_back)
        self.help.closed.connect(self.focus_back)
        self._focus_before: QWidget | None = None
        self.beside = Beside(self)
        self.books = BookMenu(self)
        self.finding = Finding(self)
        for signal in (self.telling.hide_later.timeout, self.close_bar.clicked):
            signal.connect(self.bar.hide)
            signal.connect(self.beside.tell_next)
        self._make_menu()
        self._show_frame(False)
        self.show_word(self.tr("正在打开…"))

    # --- pages ---

    def show_word(self, words: str) -> None:
        """A page with one word on it, while there is nothing to see yet."""
        label = QLabel(words)
        label.setProperty("muted", True)
        label.setAlignment(label.alignment().AlignCenter)
        self.show_alone(label)

    def show_alone(self, page: QWidget) -> None:
        """A page without head and keys: login, first start."""
        self._show_frame(False)
        self._put(page)

    def attach(self, session: Session) -> None:
        """Show an opened office to its clerk."""
        self.session = session
        session.signals.said.connect(self.say)
        session.signals.mentioned.connect(self.beside.say_later)
        self.office.setText(session.office.name)
        self.clerk.setText(session.viewer.name)
        self.demo.setVisible(bool(session.office.practice))
        self.reminder = ""
        self.show_title()
        self.intake = IntakePage(session)
        self.cases = CasesPage(session)
        self.previewing = Previewing(self, session)
        self.day = TodayPart(self, session)
        self._report: ReportPage | None = None
        self.asides: dict[str, QWidget] = {}
        self._clear_pages()
        for page in (self.day.page, self.intake, self.cases):
            self.pages.addWidget(page)
        session.signals.changed.connect(self._listen)
        self._connect()
        self._show_frame(True)
        self.go(self.day.page if self.day.is_first() else self.intake)
        self.day.page.ask()
        self._restore_place()
        self.beside.begin(session)
        self.books.begin(session)

    @property
    def report(self) -> "ReportPage":
        """The registers, made when they are first looked at."""
        if self._report is None:
            from desk.gui.report.page import ReportPage

            self._report = ReportPage(self._at_work())
            self._report.case_asked.connect(self.show_case)
            self.pages.addWidget(self._report)
        return self._report

    @property
    def preview(self) -> "PreviewPage":
        """Papers before they are printed, made when the first one is."""
        return self.previewing.page

    @property
    def in_sight(self) -> str:
        """Which page the clerk sees: today, intake, cases, report, preview, one of those aside, or nothing."""
        pages = {
            "today": self.day.page, "intake": self.intake, "cases": self.cases, "report": self._report, **self.asides,
        }  # fmt: skip
        current = self.pages.currentWidget()
        if self.previewing.is_in_sight():
            return "preview"
        return next((name for name, page in pages.items() if page is current), "")

    def _at_work(self) -> Session:
        if self.session is None:
            raise RuntimeError("no clerk is at the desk")
        return self.session

    def show_aside(self, name: str) -> Any:
        """Bring a page of ``aside`` in sight."""
        page = self.aside(name)
        self.go(page)
        return page

    def aside(self, name: str) -> Any:
        """A page of ``aside``, made when it is first asked for."""
        if name not in self.asides:
            self.asides[name] = page = aside.make(name, self, self._at_work())
            self.pages.addWidget(page)
        return self.asides[name]

    def show_title(self) -> None:
        """The office, and how many wait: never anything about a person."""
        name = self.session.office.name if self.session else ""
        words = self.tr("投诉前台　{office}").format(office=name)
        self.setWindowTitle(f"{words}　{self.reminder}".strip())

    def _listen(self, changes: Any) -> None:
        """The office's name may have changed; under another rulebook the pages are made anew."""
        session = self.session
        if session is None:
            return
        if "settings" in changes.what:
            self.office.setText(session.office.name)
            self.show_title()
        if "users" in changes.what:
            self.clerk.setText(session.office.user_name(session.viewer.user))
        if "rulebook" in changes.what:
            self.books.renew(session)

    def detach(self) -> Session | None:
        """Let the clerk go: what was typed is kept. The office and its lanes stay open."""
        session, self.session = self.session, None
        if session is not None:
            self.beside.stop()
            self.telling.forget_code()
            self.intake.close_page()
            self.bar.hide()
            self.disconnect_head()
            self.show_word(self.tr("正在换人…"))
        return session

    def disconnect_head(self) -> None:
        """The buttons of the head no longer belong to anybody's pages."""
        for button in (self.tab_today, self.tab_intake, self.tab_cases, self.tab_report):
            button.clicked.disconnect()
        self.sought.returnPressed.disconnect()
        self.sought.textEdited.disconnect()
        self.saved.paper_chosen.disconnect()
        self.saved.case_chosen.disconnect()

    def _connect(self) -> None:
        self.tab_today.clicked.connect(lambda: self.go(self.day.page))
        self.tab_intake.clicked.connect(lambda: self.go(self.intake))
        self.tab_cases.clicked.connect(lambda: self.go(self.cases))
        self.tab_report.clicked.connect(lambda: self.go(self.report))
        self.sought.returnPressed.connect(self.finding.find)
        self.sought.textEdited.connect(lambda text: None if text else self.cases.list.seek(""))
        self.intake.form.edited.connect(self.telling.forget_code)
        self.intake.registered.connect(self.telling.registered)
        self.intake.case_chosen.connect(self.look_at)
        self.intake.draft_kept.connect(self._draft_kept)
        self.cases.counted.connect(self._show_count)
        self.cases.panel.paper_asked.connect(self.previewing.show_offer)
        self.cases.panel.reprint_asked.connect(self.previewing.show_issued)
        self.cases.panel.made_asked.connect(self.previewing.show_made)
        self.cases.panel.acted.connect(self.telling.acted)
        self.cases.panel.acts_changed.connect(self.acts.offer_on_case)
        self.acts.offer_on_case(())
        self.saved.paper_chosen.connect(self.previewing.show_offer)
        self.saved.case_chosen.connect(self.show_case)

    def go(self, page: Any) -> None:
        """Bring a page in sight."""
        self.telling.forget_code()
        self.looked_from = None
        self.pages.setCurrentWidget(page)
        tabs = {
            self.day.page: self.tab_today, self.intake: self.tab_intake, self.cases: self.tab_cases,
            self._report: self.tab_report,
        }  # fmt: skip
        if page in tabs:
            tabs[page].setChecked(True)
        else:
            for tab in tabs.values():
                tab.setAutoExclusive(False)
                tab.setChecked(False)
                tab.setAutoExclusive(True)
        if page is self.intake:
            self.intake.take_focus()
        elif page is self.cases:
            self.cases.list.take_focus()
        elif page in (self._report, self.day.page, *self.asides.values()):
            page.take_focus()

    def show_case(self, number: str, then: Callable[[], None] | None = None) -> None:
        """Show a case with everything about it; ``then`` is called once it is there."""
        self.cases.list.mark_nothing()
        self.go(self.cases)
        self.cases.show_case(number, then)

    def show_list(self, tab: str) -> None:
        """The list of cases under one of its quick filters."""
        self.go(self.cases)
        self.cases.list.show_tab(tab)

    def look_at(self, number: str, then: Callable[[], None] | None = None) -> None:
        """A case seen from the form or the day: the next Esc leads back to the cursor there."""
        before = self.pages.currentWidget()
        self.show_case(number, then)
        self.looked_from = before

    def _put(self, page: QWidget) -> None:
        self._clear_pages()
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)

    def _clear_pages(self) -> None:
        while self.pages.count():
            old = self.pages.widget(0)
            self.pages.removeWidget(old)
            old.deleteLater()

    def _show_frame(self, shown: bool) -> None:
        for part in (self.head, self.foot):
            part.setVisible(shown)

    def do(self, id_: str) -> None:
        """Do one of the acts."""
        self.acts.do(id_)

    # --- telling ---

    def say(self, words: str, tone: str = "plain") -> None:
        """A line in the bar; it goes by itself unless it tells of a refusal."""
        self.telling.say(words, tone)

    def _draft_kept(self) -> None:
        now = self.session.office.now() if self.session else None
        self.state.setText(self.tr("草稿已保存 {time}").format(time=f"{now:%H:%M:%S}") if now else "")

    def _show_count(self, count: Any) -> None:
        words = self.tr("{n} 件") if count.exact else self.tr("至少 {n} 件")
        self.count.setText(words.format(n=f"{count.n:,}"))

    # --- small things ---

    def _make_menu(self) -> None:
        menu = QMenu(self.menu)
        group = ""
        for act in ACTS:
            if act.group != group:
                menu.addSeparator()
                group = act.group
            menu.addAction(self.actions_by_id[act.id])
        self.menu.setMenu(menu)

    def remember_focus(self) -> None:
        """Keep where the cursor is."""
        self._focus_before = self.focusWidget()

    def focus_back(self) -> None:
        """Put the cursor back where it was before something lay over the window."""
        before = self._focus_before
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()
        self._focus_before = None

    def _restore_place(self) -> None:
        kept = self.session.remembered.get("window/place", "") if self.session else ""
        if kept:
            self.restoreGeometry(
                QByteArray.fromBase64(kept.encode())
            )  # Qt sees to it that the place still exists

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        # Enter presses the button that has the focus, as clerks expect; Qt leaves that to the space bar.
        focus = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QAbstractButton):
            focus.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: D102
        if self.session is not None:
            self.beside.stop()
            self.intake.close_page()
            place = bytes(self.saveGeometry().toBase64().data()).decode()
            self.session.remembered.keep("window/place", place)
            session, self.session = self.session, None
            session.close()
        super().closeEvent(event)
