"""Taking a matter in: the form, its problems, its draft, and the earlier cases beside it."""

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desk.domain.draft import Draft, Problem
from desk.domain.errors import DeskError
from desk.gui.forms.ui_intake import Ui_IntakePage
from desk.gui.intake.drafting import Drafting
from desk.gui.intake.form import IntakeForm, title_of
from desk.gui.intake.outlook_box import OutlookBox
from desk.gui.intake.side_list import Row, SideList
from desk.gui.names import Names
from desk.gui.session import Session
from desk.gui.task import Newest

_PAUSE = 300
"""Milliseconds without a key after which the office is asked what it knows already."""


class IntakePage(QWidget, Ui_IntakePage):
    """The clerk's main screen."""

    registered = Signal(object)
    case_chosen = Signal(object)
    draft_kept = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setupUi(self)
        self.session = session
        self.form = IntakeForm(self, session.rulebook, session.remembered)
        self.outlook = OutlookBox(Names(session.rulebook), session.rulebook.word("投诉人"))
        self.waiting = SideList(
            self.tr("未完成的登记"), self.tr("按 F2 暂存的登记列在这里，随时可以接着填。")
        )
        self.side_layout.addWidget(self.outlook)
        self.side_layout.addWidget(self.waiting)
        self.side_layout.addStretch()
        self.drafting = Drafting(session, self._content, self.form.has_content)
        self._newest = Newest()
        self._asked: Draft | None = None
        self._place = ""
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._look)
        self._last: dict[str, Any] = {}
        self._saving = False
        self._offered_unfinished = False
        self._connect()
        self.start_new()
        self.drafting.list()

    def _connect(self) -> None:
        self.form.edited.connect(self._edited)
        self.form.left.connect(self._left)
        self.form.finished.connect(self.save_button.setFocus)
        self.save_button.clicked.connect(self.save)
        self.park_button.clicked.connect(self.start_another)
        self.repeat_button.clicked.connect(self.repeat_all)
        self.outlook.chosen.connect(self.case_chosen)
        self.session.signals.changed.connect(self._listen)
        self.waiting.chosen.connect(self.resume)
        self.drafting.listed.connect(self._list_waiting)
        self.drafting.kept.connect(self.draft_kept)

    # --- the draft ---

    def draft(self) -> Draft:
        """What stands in the form, as a value."""
        return self.form.draft(self.session.office.now())

    def check(self) -> tuple[Problem, ...]:
        """What is wrong with it, in the order of the form."""
        from desk.services import intake

        found = (*self.form.misread(), *intake.check(self.session.office, self.draft()))
        order = {id_: place for place, id_ in enumerate(self.form.ids)}
        return tuple(sorted(found, key=lambda problem: order.get(problem.field, 999)))

    def start_new(self) -> None:
        """An empty form with the usual values in it."""
        self._newest.forget()
        self._pause.stop()
        self._asked, self._place = None, ""
        self.form.start(self.session.office.now())
        self.outlook.forget()
        self.show_trouble(())
        self.form.focus_first_empty()

    def start_another(self) -> None:
        """F2: put this one aside and begin the next."""
        self.finish_typing()
        if self.drafting.has_anything and self.form.has_content():
            self.drafting.keep(parked=True)
            self.session.say(self.tr("已暂存：{title}").format(title=self.form.title().partition("\n")[0]))
        self.drafting.begin()
        self.start_new()

    def resume(self, parked: Any) -> None:
        """Go on with a parked draft; the one on the screen is put aside first."""
        if not self._is_ours(parked):
            self.session.say(self.tr("这份登记是按另一本规则簿填的，请先换到那一本（Ctrl+B）"), "warning")
            return
        self.start_another()
        self.form.set_typed(parked.content)
        self.drafting.resume(UUID(str(parked.id)), parked.content)
        self._go_to(str(parked.content.get("cursor", "")))
        self.drafting.list()
        self.session.say(self.tr("接着填写：{title}").format(title=self.form.title().partition("\n")[0]))

    # --- saving ---

    def save(self) -> None:
        """F12: register, or go to the first thing that is wrong."""
        if self._saving:
            return
        self.finish_typing()
        problems = self.check()
        self.form.show_problems(problems)
        blocking = [problem for problem in problems if not problem.warning]
        self.show_trouble(blocking)
        if blocking:
            self.form.focus(blocking[0].field)
            return
        self._set_saving(True)
        from desk.services import intake

        draft, key = self.draft(), self.drafting.key
        self.session.write(
            partial(intake.register, self.session.office, self.session.viewer, draft, key),
            self._was_registered,
            self._was_refused,
        )

    def finish_typing(self) -> None:
        """Take in what the input method still holds."""
        QGuiApplication.inputMethod().commit()
        self.form.tidy()

    def show_trouble(self, problems: Sequence[Problem]) -> None:
        """One line beside the button that sums up what is wrong."""
        names = list(
            dict.fromkeys(self.form.name_of(problem.field) or problem.message for problem in problems)
        )
        words = (
            self.tr("还有 {count} 处要改：{names}").format(count=len(names), names="、".join(names[:5]))
            if names
            else ""
        )
        self.trouble.setText(words)
        self.trouble.setProperty("problem", "error")
        self.trouble.style().polish(self.trouble)

    def _was_registered(self, registered: Any) -> None:
        self._last = self.form.typed()
        self.form.keep_usual()
        self.drafting.end()
        self._set_saving(False)
        self.start_new()
        self.registered.emit(registered)

    def _was_refused(self, error: Exception) -> None:
        self._set_saving(False)
        if isinstance(error, DeskError) and error.field in self.form.ids:
            problem = Problem(error.field, error.code, error.message, error.hint)
            self.form.show_problems([problem])
            self.show_trouble([problem])
            self.form.focus(error.field)
        else:
            self.session.fail(error)

    def _set_saving(self, saving: bool) -> None:
        self._saving = saving
        self.save_button.setEnabled(not saving)
        self.save_button.setText(self.tr("正在保存…") if saving else self.tr("保存登记　F12"))

    # --- repeating ---

    def repeat(self) -> None:
        """F9 in a field: what the last case had there; elsewhere everything that is usually repeated."""
        id_ = self.form.focused()
        if not self._last:
            self.session.say(self.tr("还没有上一件可以重复"), "warning")
        elif id_ and id_ in self._last.get("values", {}):
            self.form.set_typed({"values": {id_: self._last["values"][id_]}})
            self.form.move_on(id_)
            self._edited(id_)
        elif not id_:
            self.repeat_all()

    def repeat_all(self) -> None:
        """Everything of the last case into the fields that are still empty."""
        if not self._last:
            self.session.say(self.tr("还没有上一件可以重复"), "warning")
            return
        here = self.form.typed()
        values = {id_: typed for id_, typed in self._last["values"].items() if id_ not in here["values"]}
        self.form.set_typed(
            {**{k: v for k, v in self._last.items() if k not in ("values", "received_at")}, "values": values}
        )
        self.drafting.touch()
        self.form.focus_first_empty()

    # --- while typing ---

    def _edited(self, id_: str) -> None:
        self.drafting.touch()
        self._pause.start()
        problem = self.form.problem(id_)
        if problem is not None and problem.code == "missing":
            self.form.show_problem(id_, None)

    def _left(self, id_: str) -> None:
        """Judge a field when it is left. What is only missing is not nagged about before saving."""
        self._place = id_
        self.form.split_burst(id_)
        problem = next((p for p in self.check() if p.field == id_ and p.code != "missing"), None)
        self.form.show_problem(id_, problem)
        self._pause.start()

    def _look(self) -> None:
        """Ask what the office knows already, when something has changed since it was last asked."""
        draft = self.draft()
        if draft == self._asked or not self.form.has_content():
            return
        from desk.services import outlook

        self._asked = draft
        work = partial(outlook.of, self.session.office, self.session.viewer, draft)
        self.session.read(work, self._newest.only(self.outlook.show_outlook), lambda _error: None)

    def _listen(self, changes: Any) -> None:
        """What this or another desk did may concern the matter that is being typed."""
        if "cases" in changes.what and self._asked is not None:
            self._asked = None
            self._pause.start()

    # --- the cursor ---

    def go_beside(self) -> None:
        """From the form to what stands beside it, and back."""
        lists = [box.rows for box in (*self.outlook.lists(), self.waiting) if box.rows.count()]
        here = next((place for place, rows in enumerate(lists) if rows.hasFocus()), -1)
        if here + 1 < len(lists):
            rows = lists[here + 1]
            rows.setFocus()
            rows.setCurrentRow(max(rows.currentRow(), 0))
        elif here >= 0:
            self.take_focus()
        else:
            self.session.say(self.tr("旁边现在没有以前的来件"))

    def take_focus(self) -> None:
        """The cursor where it last was in the form."""
        self._go_to(self.form.focused() or self._place)

    def _content(self) -> dict[str, Any]:
        """What is typed, and where the cursor is."""
        return {**self.form.typed(), "cursor": self.form.focused() or self._place}

    def _go_to(self, place: str) -> None:
        """Back to where the cursor was; to the first empty field where that is not known."""
        if place in self.form.ids and self.form.has_content():
            self.form.focus(place, again=True)
        else:
            self.form.focus_first_empty()

    def back(self) -> bool:
        """Esc: from beside the form into it; whether the cursor was there."""
        beside = any(box.rows.hasFocus() for box in (*self.outlook.lists(), self.waiting))
        if beside:
            self.take_focus()
        return beside

    def _is_ours(self, parked: Any) -> bool:
        """Whether a draft was begun under the manual in use; others wait until the desk is under theirs."""
        return bool(parked.content.get("rulebook", self.session.rulebook.id) == self.session.rulebook.id)

    def _list_waiting(self, parked: Sequence[Any]) -> None:
        others = [one for one in parked if str(one.id) != str(self.drafting.id) and self._is_ours(one)]
        self.waiting.show_rows(Row(title_of(one.content), one) for one in others)
        unfinished = [one for one in others if not one.parked]
        if unfinished and not self._offered_unfinished:
            self.session.say(
                self.tr("有 {count} 份没有登记完的内容，已列在右边，点一下接着填").format(
                    count=len(unfinished)
                ),
                "warning",
            )
        self._offered_unfinished = True

    def close_page(self) -> None:
        """Keep what is typed before the window goes."""
        self.finish_typing()
        self.drafting.stop()
