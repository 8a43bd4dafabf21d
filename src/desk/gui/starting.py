"""From the first pixel to a clerk who can type: open the office, or set one up, and let the clerk in."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QApplication

from desk.domain.errors import DeskError, code_of
from desk.domain.viewer import Viewer
from desk.gui import look
from desk.gui.dialogs import Dialogs
from desk.gui.locking import Lock
from desk.gui.login_page import LoginPage
from desk.gui.main_window import MainWindow
from desk.gui.remember import Remembered
from desk.gui.seats import Seat, put_back, seat_of
from desk.gui.session import Session
from desk.gui.task import Lanes, Task
from desk.gui.typed_ahead import TypedAhead

if TYPE_CHECKING:
    from desk.gui.setup.founding import Wish


class Starting(QObject):
    """Leads the window from opening to work; the store is opened beside it, never on the windows' thread."""

    ready = Signal()
    _progressed = Signal(str, int, int)

    def __init__(self, window: MainWindow, home: Path, dialogs: Dialogs, families: list[str]) -> None:
        super().__init__()
        self.window, self.home, self.dialogs, self.families = window, home, dialogs, families
        self.lanes = Lanes()
        self.office: Any = None
        self.page: Any = None
        self.lock: Lock | None = None
        self.remembered = Remembered(home)
        self.sitting: Viewer | None = None
        """Who sits here, or sat last, since somebody opened this window by password: from then on a PIN will do."""
        self._seats: dict[str, Seat] = {}
        self.typed = TypedAhead(window)
        window.on_switch = self.switch
        window.on_look = self.change_look
        self._progressed.connect(self._show_progress)

    def begin(self) -> None:
        """Open the office of the home folder; what is typed meanwhile is kept."""
        self.typed.begin()
        self._task(self._open, self._opened, self._not_opened)

    def _open(self) -> tuple[Any, Any]:
        # What the pages will ask for is read in here, not when the first of them asks.
        from desk.services import cases, drafts, intake, notices  # noqa: F401
        from desk.services.office import open_office

        office = open_office(self.home, told=self._tell)
        return office, office.users()

    def _tell(self, what: str, done: int, total: int) -> bool:
        """Called beside the window: how far the upgrade of an older store is. It is not broken off."""
        self._progressed.emit(what, done, total)
        return True

    def _show_progress(self, what: str, done: int, total: int) -> None:
        words = self.tr("{what} {done}/{total}\n\n资料多的要十几分钟，请不要关机。")
        self.window.show_word(words.format(what=what, done=done, total=total))

    def _opened(self, answer: tuple[Any, Any]) -> None:
        self.office, users = answer
        active = [user for user in users if user.active]
        if len(active) == 1 and not active[0].has_password:
            self._task(partial(self.office.viewer, active[0].id), self._let_in, self._not_opened)
            return
        self.page = LoginPage(self.office, active, self.lanes, self.remembered.get("user", ""), self.sitting)
        self.page.signed_in.connect(self._signed_in)
        self.window.show_alone(self.page)
        self.page.start()
        self.typed.hand_over()

    def _signed_in(self, viewer: Viewer) -> None:
        if self.page.is_by_secret():
            self.sitting = viewer
        self._let_in(viewer)

    def _let_in(self, viewer: Viewer) -> None:
        self.remembered.keep("user", viewer.user)
        session = Session(self.office, viewer, self.dialogs, self.lanes)
        self.window.attach(session)
        if seat := self._seats.pop(viewer.user, None):
            put_back(self.window, seat)
        if viewer.may("configure") and not self.office.practice and self.office.recovery_key_file.exists():
            session.say(
                self.tr("恢复密钥还在这台电脑上。请在“单位设置—恢复密钥”里打印保存后删除。"), "warning"
            )
        if self.office.clock_trouble:
            session.say(self.office.clock_trouble, "error")
        if self.lock is None:
            self.lock = Lock(self.window, self._is_typing, self._other_sits_down, lambda: self.sitting)
            self.window.is_locked = lambda: self.lock is not None and self.lock.is_locked
            self.lock.watch()
        self.typed.hand_over()
        self.ready.emit()
        session.report(read_ahead, lambda _: None)
        session.read(partial(_broken_off, session), lambda found: _tell_broken_off(session, found))

    def _is_typing(self) -> bool:
        window = self.window
        return window.session is None or window.intake.form.has_content() or window.cases.panel.is_typing()

    def _other_sits_down(self, viewer: Viewer) -> None:
        self.sitting = viewer
        self._get_up()
        self._let_in(viewer)

    def _get_up(self) -> None:
        """The clerk goes, and comes back to where everything stands now."""
        if self.window.session is not None:
            self._seats[self.window.session.viewer.user] = seat_of(self.window)
        session = self.window.detach()
        if session is not None:
            session.leave()

    def _not_opened(self, error: Exception) -> None:
        self.typed.forget()
        if code_of(error) == "no_office":
            self._first_start()
        elif code_of(error) == "locked":
            self._unlock()
        elif isinstance(error, DeskError):
            self.window.show_word(f"{error.message}\n\n{error.hint}")
        else:
            self.window.show_word(self.tr("打不开。原因已记入日志，请告诉管理员。"))
            raise error

    def _unlock(self) -> None:
        from desk.gui.unlock_page import UnlockPage

        self.page = UnlockPage(self.home, self.lanes, self._not_opened)
        self.page.opened.connect(self.begin)
        self.page.left.connect(self.window.close)
        self.window.show_alone(self.page)
        self.page.start()

    # --- first start ---

    def _first_start(self) -> None:
        from desk.gui.first_start import FirstStart
        from desk.gui.setup.book_choice import shipped_books, shipped_overlays

        self.page = FirstStart()
        self.page.choice.folder_wanted.connect(self._ask_for_folder)
        self.page.chosen.connect(self._found)
        self.page.left.connect(self.window.close)
        self.window.show_alone(self.page)
        self._task(lambda: (shipped_books(), shipped_overlays()), self.page.show_books, self._not_opened)

    def _ask_for_folder(self) -> None:
        """A rulebook of one's own, looked through before it is offered."""
        from desk.gui.setup.book_choice import own_book

        folder = self.dialogs.folder(self.window, self.tr("规则簿文件夹"), Path.home())
        if folder is not None:
            choice = self.page.choice
            self._task(partial(own_book, str(folder)), choice.add, choice.refuse)

    def _found(self, wish: "Wish") -> None:
        self._task(partial(set_up, self.home, wish), self._founded, self._not_set_up)

    def _founded(self, new: "Founded") -> None:
        """The recovery key comes first; a practice office has nothing to lose."""
        if new.wish.station:
            self.remembered.keep("usual/station", new.wish.station)
        self.office = new.office
        if new.wish.practice:
            self._go_to_work(new)
            return
        from desk.gui.setup.recovery_part import RecoveryPart

        self.page = RecoveryPart(new.office, new.recovery_key, self.dialogs, self.lanes)
        self.page.left.connect(partial(self._go_to_work, new))
        self.window.show_alone(self.page)
        self.page.take_focus()

    def _go_to_work(self, new: "Founded") -> None:
        if new.clerk is not None:
            self._let_in(new.clerk)
        else:
            self._opened((new.office, new.office.users()))

    def _not_set_up(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            self.page.tell(self.tr("没有建成。原因已记入日志，请告诉管理员。"))
            raise error
        self.page.tell(f"{error.message}。{error.hint}")

    # --- another clerk, another look ---

    def switch(self) -> None:
        """Let another clerk sit down: drafts are kept, the window begins anew."""
        if self.window.session is None:
            return
        panel = self.window.cases.panel
        if panel.is_typing() and panel.kept_form() is None:
            words = self.tr("案件里还有填了一半的内容：按 F12 保存，或按 Esc 放弃，再换人")
            self.window.session.say(words, "warning")
            return
        self._get_up()
        self._task(lambda: (self.office, self.office.users()), self._opened, self._not_opened)

    def change_look(self, id_: str) -> None:
        """Light, dark, larger, smaller; kept for the next start."""
        scale = self.remembered.get("look/scale", 100)
        if id_ in ("larger", "smaller"):
            place = look.SCALES.index(scale) if scale in look.SCALES else 0
            place = max(0, min(place + (1 if id_ == "larger" else -1), len(look.SCALES) - 1))
            self.remembered.keep("look/scale", look.SCALES[place])
        elif id_ == "language":
            self.remembered.keep(
                "look/language", "zh" if self.remembered.get("look/language", "zh") == "en" else "en"
            )
        else:
            self.remembered.keep("look/scheme", "" if id_ == "system" else id_)
        self.dress()

    def dress(self) -> None:
        """Put the kept look on."""
        app = QApplication.instance()
        scheme, scale = self.remembered.get("look/scheme", "light"), self.remembered.get("look/scale", 100)
        look.dress(app, scheme=scheme, scale=scale, families=self.families)

    def close(self) -> None:
        """End what is still open when no clerk came in."""
        if self.window.session is None:
            self.lanes.close()
            if self.office is not None:
                self.office.close()

    def _task(
        self, work: Callable[[], Any], then: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        task = Task(work, self)
        task.succeeded.connect(then)
        task.failed.connect(failed)
        task.start(self.lanes.writer)


def read_ahead() -> None:
    """Bring in what the clerk will need next, while the first words are being typed."""
    from desk.gui.papers import preview_page  # noqa: F401
    from desk.gui.report import page as report_page  # noqa: F401
    from desk.services import deliveries, first_paper, links, looks, registers, saving, undo  # noqa: F401

    first_paper.prepare()


@dataclass(frozen=True, slots=True)
class Founded:
    """A new office with its recovery key, and the clerk who goes straight to work, if one was named."""

    office: Any
    wish: "Wish"
    recovery_key: str = field(repr=False)
    clerk: Viewer | None


def set_up(home: Path, wish: "Wish") -> Founded:
    """A new office as wished; runs beside the windows."""
    from desk.gui.setup.founding import first_at_the_desk, found
    from desk.services import recovery

    office = found(home, wish)
    return Founded(office, wish, recovery.key(office), first_at_the_desk(office, wish))


def _broken_off(session: Session) -> Any:
    """Old registers of this user that did not come in whole: the power went, or the program was killed."""
    from desk.services import import_batches

    return import_batches.broken_off(session.office, session.viewer)


def _tell_broken_off(session: Session, found: Any) -> None:
    if found:
        words = QCoreApplication.translate(
            "Starting", "旧登记簿“{name}”上次没有导完，没有一件可见。请到“导入旧登记簿”里继续或放弃。"
        )
        session.say(words.format(name=found[0].name), "warning")
