"""Which of the office's manuals this desk takes matters in under: its name in the head, the others a key away."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from desk.gui.forms.ui_manual import Ui_ManualPage
from desk.gui.session import Session

if TYPE_CHECKING:
    from desk.gui.main_window import MainWindow

_ROOM = 12
"""Characters of a manual's name that the head has room for in the smallest window."""


class BookMenu(QObject):
    """Nothing is to be seen of it in an office with one manual."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._books: Sequence[Any] = ()
        self._menu = QMenu(window.book)
        window.book.clicked.connect(self.open_menu)

    def begin(self, session: Session) -> None:
        """Ask which manuals there are."""
        self._show(())
        session.report(partial(_books, session.office), self._show)

    def open_menu(self) -> None:
        """Let the menu down, the cursor on the manual in use; say so where there is only one."""
        session = self._window.session
        if session is None:
            return
        if len(self._books) < 2:
            session.say(self.tr("本单位只有一本规则簿；在“规则簿—比较和更换”里可以再采用一本"))
            return
        self._menu.popup(self._window.book.mapToGlobal(self._window.book.rect().bottomLeft()))
        now = next((one for one in self._menu.actions() if one.isChecked()), None)
        if now is not None:
            self._menu.setActiveAction(now)

    def choose(self, id_: str) -> None:
        """Work under this manual: what is being typed is put aside first and waits under its own."""
        session = self._window.session
        if session is None or id_ == session.rulebook.id:
            return
        from desk.services import desk_books

        self._window.intake.start_another()
        session.write(partial(desk_books.work_under, session.office, session.viewer, id_))

    def renew(self, session: Session) -> None:
        """Another manual holds at this desk: the pages are made anew, the clerk goes on where that was chosen."""
        window = self._window
        was_manual = isinstance(window.pages.currentWidget(), Ui_ManualPage)
        window.intake.close_page()
        window.disconnect_head()
        session.signals.changed.disconnect()
        session.signals.said.disconnect()
        session.signals.mentioned.disconnect()
        session.viewer = session.office.viewer(session.viewer.user)
        place = window.saveGeometry()
        window.attach(session)
        window.restoreGeometry(place)
        if was_manual:
            window.show_aside("manual")
            return
        window.go(window.intake)
        window.say(self.tr("现在按《{name}》登记").format(name=session.rulebook.name), "good")

    def _show(self, books: Sequence[Any]) -> None:
        session, self._books = self._window.session, books
        self._window.book.setVisible(len(books) > 1)
        self._menu.clear()
        for book in books:
            action = self._menu.addAction(self.tr("{name}（{id}）").format(name=book.name, id=book.id))
            action.setCheckable(True)
            action.setChecked(session is not None and book.id == session.rulebook.id)
            action.triggered.connect(partial(self._chosen, book.id))
        if session is not None:
            self._window.book.setText(self.tr("《{name}》▾").format(name=_short(session.rulebook.name)))
            self._window.book.setToolTip(
                self.tr("《{name}》：换一本规则簿登记（Ctrl+B）").format(name=session.rulebook.name)
            )

    def _chosen(self, id_: str, _checked: bool = False) -> None:
        self.choose(id_)


def _short(name: str) -> str:
    """The name as far as the head has room for it."""
    return name if len(name) <= _ROOM else f"{name[: _ROOM - 1]}…"


def _books(office: Any) -> Any:
    from desk.services import desk_books

    return desk_books.books(office)
