"""What each act of ``keys`` does: in the window itself, or on the page in sight."""

from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desk.gui.inputs.choice import Choice

if TYPE_CHECKING:
    from desk.gui.main_window import MainWindow

_PADS = 20
"""So many pads are printed at a time."""
_ON_CASE = "case_"
"""How the ids of acts on the case in the panel begin."""


class WindowActs:
    """One method for each id; an act that means nothing on the page in sight does nothing."""

    def __init__(self, window: "MainWindow") -> None:
        self.window = window

    def do(self, id_: str) -> None:
        """Do one act: here, or on the page in sight."""
        if id_ != "quit" and (self.window.session is None or self.window.is_locked()):
            return
        if id_.startswith(_ON_CASE):
            self._on_case(id_.removeprefix(_ON_CASE))
            return
        act: Callable[[], None] | None = getattr(self, f"_do_{id_}", None)
        if act is not None:
            act()

    def offer_on_case(self, offered: Collection[str]) -> None:
        """Only what may be done with the case in the panel can be chosen from menu and palette."""
        for id_, action in self.window.actions_by_id.items():
            if id_.startswith(_ON_CASE):
                act = id_.removeprefix(_ON_CASE)
                action.setEnabled(bool(offered) if act == "menu" else act in offered)

    def _on_case(self, act: str) -> None:
        panel = self.window.cases.panel
        if self.window.pages.currentWidget() is not self.window.cases:
            self.window.go(self.window.cases)
        if act == "menu":
            panel.case_acts.open_menu()
        else:
            panel.case_acts.open(act)

    def _do_help(self) -> None:
        if self.window.help.isVisible():  # F1 once more
            self._do_handbook()
            return
        self.window.remember_focus()
        self.window.help.open()

    def _do_handbook(self) -> None:
        self.window.help.hide()
        self.window.show_aside("handbook")

    def _do_palette(self) -> None:
        self.window.remember_focus()
        self.window.palette_box.open()

    def _do_new(self) -> None:
        QGuiApplication.inputMethod().commit()
        if self.window.pages.currentWidget() is self.window.intake:
            self.window.intake.start_another()
        else:
            self.window.go(self.window.intake)
            if not self.window.intake.form.has_content():
                self.window.intake.start_new()

    def _do_find(self) -> None:
        self.window.sought.setFocus()
        self.window.sought.selectAll()

    def _do_choose(self) -> None:
        focus = self.window.focusWidget()
        if isinstance(focus, Choice):
            focus.show_all()

    def _do_save(self) -> None:
        page = self.window.pages.currentWidget()
        if self.window.in_sight == "preview":  # there ``save`` is the button for a file
            page = self.window.preview.asked
        save = getattr(page, "save", None)
        if callable(save):
            save()

    def _do_print(self) -> None:
        page = self.window.pages.currentWidget()
        if self.window.in_sight == "preview":
            self.window.preview.print_out()
        elif callable(print_checked := getattr(page, "print_checked", None)):
            print_checked()
        elif self.window.bar.isVisible() and self.window.saved.first_paper():
            self.window.saved.print_first()  # what the bar says comes before what is chosen in the list
        elif page is self.window.cases:
            self.window.cases.print_current()
        else:
            self.window.say(self.window.tr("现在没有要打印的文书"))

    def _do_repeat(self) -> None:
        if self.window.pages.currentWidget() is self.window.intake:
            self.window.intake.repeat()

    def _do_back(self) -> None:
        focus, page = self.window.focusWidget(), self.window.pages.currentWidget()
        if getattr(focus, "is_composing", False):
            return  # Esc belongs to the input method
        if isinstance(focus, Choice) and focus.is_open():
            focus.close_list()
        elif self.window.help.isVisible() or self.window.palette_box.isVisible():
            self.window.help.hide()
            self.window.palette_box.close_palette()
        elif self.window.in_sight == "preview":
            self.window.preview.back()
        elif self.window.sought.hasFocus():
            self.window.go(page)
        elif self._back_within(page):
            return
        elif page is not self.window.intake:
            self.window.go(self.window.looked_from or self.window.intake)
        elif self.window.bar.isVisible():
            self.window.close_bar.click()

    def _back_within(self, page: QWidget) -> bool:
        """Esc within a page: out of a step or into the list; not where somebody only looked from the form."""
        cases = self.window.cases
        if page is cases:
            return cases.panel.close_step() if self.window.looked_from else cases.back()
        back = getattr(page, "back", None)
        return bool(back and back())

    def _do_beside(self) -> None:
        page = self.window.pages.currentWidget()
        if page is self.window.intake:
            self.window.intake.go_beside()
        elif page is self.window.cases:
            self._on_case("menu")

    def _do_today(self) -> None:
        self.window.go(self.window.day.page)

    def _do_intake(self) -> None:
        self.window.go(self.window.intake)

    def _do_cases(self) -> None:
        self.window.go(self.window.cases)

    def _do_report(self) -> None:
        self.window.go(self.window.report)

    def _do_manual(self) -> None:
        self.window.show_aside("manual")

    def _do_settings(self) -> None:
        self.window.show_aside("settings")

    def _do_papers(self) -> None:
        self.window.show_aside("papers")

    def _do_book(self) -> None:
        self.window.books.open_menu()

    def _do_reception(self) -> None:
        self.window.show_aside("reception")

    def _do_pads(self) -> None:
        """The numbers are taken once, beside the window; then the pads are looked at and printed."""
        from desk.services import pads

        window = self.window
        session = window.session
        if session is not None:
            name = window.tr("补录登记单")
            work = partial(pads.printed, session.office, session.viewer, _PADS)
            session.write(work, lambda made: window.previewing.show_made(name, lambda: made.data))

    def _do_import(self) -> None:
        self.window.show_aside("import")

    def _do_looks(self) -> None:
        self.window.show_aside("looks")

    def _do_freezing(self) -> None:
        self.window.show_aside("freezing")

    def _do_incidents(self) -> None:
        self.window.show_aside("incidents")

    def _do_handover(self) -> None:
        self.window.show_aside("handover")

    def _do_sample(self) -> None:
        self.window.show_aside("sample")

    def _do_destruction(self) -> None:
        self.window.show_aside("destruction")

    def _do_destroyed(self) -> None:
        self.window.show_aside("destroyed")

    def _do_backups(self) -> None:
        self.window.show_aside("backups")

    def _do_tab_waiting(self) -> None:
        self.window.show_list("waiting")

    def _do_tab_soon(self) -> None:
        self.window.show_list("soon")

    def _do_tab_overdue(self) -> None:
        self.window.show_list("overdue")

    def _do_refresh(self) -> None:
        self.window.cases.list.refresh()
        self.window.day.page.ask()
        if self.window.in_sight == "report":
            self.window.report.ask()

    def _do_light(self) -> None:
        self.window.on_look("light")

    def _do_dark(self) -> None:
        self.window.on_look("dark")

    def _do_system(self) -> None:
        self.window.on_look("system")

    def _do_larger(self) -> None:
        self.window.on_look("larger")

    def _do_smaller(self) -> None:
        self.window.on_look("smaller")

    def _do_language(self) -> None:
        self.window.on_look("language")
        self.window.say(
            self.window.tr("重新打开程序后换成所选语言（Chinese / English after the next start）")
        )

    def _do_own(self) -> None:
        self.window.show_aside("own")

    def _do_switch(self) -> None:
        self.window.on_switch()

    def _do_quit(self) -> None:
        self.window.close()
