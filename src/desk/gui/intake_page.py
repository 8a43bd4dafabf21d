"""Taking a matter in: the form, its problems, its draft, and the earlier cases beside it."""

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desk.domain.draft import Draft, Problem
from desk.domain.errors import DeskError
from desk.gui.case_parts import line, repetition_words
from desk.gui.drafting import Drafting
from desk.gui.forms.ui_intake import Ui_IntakePage
from desk.gui.intake_form import IntakeForm, title_of
from desk.gui.names import Names
from desk.gui.session import Session
from desk.gui.side_list import Row, SideList
from desk.gui.task import Newest

_TELLS_WHO = {"complainant.name", "complainant.phone", "complainant.id_number", "respondent.name"}


class IntakePage(QWidget, Ui_IntakePage):
    """The clerk's main screen."""

    registered = Signal(object)
    case_chosen = Signal(object)
    draft_kept = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setupUi(self)
        self.session = session
        self.names = Names(session.rulebook)
        self.form = IntakeForm(self, session.rulebook, session.remembered)
        self.similar = SideList(
            self.tr("以前的来件"), self.tr("填写姓名、电话或被投诉方后，这里列出以前的来件。")
        )
        self.waiting = SideList(
            self.tr("未完成的登记"), self.tr("按 F2 暂存的登记列在这里，随时可以接着填。")
        )
        self.outlook = line("", problem="warning")
        self.outlook.hide()
        self.side_layout.addWidget(self.outlook)
        self.side_layout.addWidget(self.similar)
        self.side_layout.addWidget(self.waiting)
        self.side_layout.addStretch()
        self.drafting = Drafting(session, self.form.typed, self.form.has_content)
        self._newest = Newest()
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
        self.similar.chosen.connect(self.case_chosen)
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
        self.form.start(self.session.office.now())
        self.similar.show_rows(())
        self.outlook.hide()
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
        self.start_another()
        self.form.set_typed(parked.content)
        self.drafting.resume(UUID(str(parked.id)), parked.content)
        self.form.focus_first_empty()
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
        problem = self.form.problem(id_)
        if problem is not None and problem.code == "missing":
            self.form.show_problem(id_, None)

    def _left(self, id_: str) -> None:
        """Judge a field when it is left. What is only missing is not nagged about before saving."""
        self.form.split_burst(id_)
        problem = next((p for p in self.check() if p.field == id_ and p.code != "missing"), None)
        self.form.show_problem(id_, problem)
        if id_ in _TELLS_WHO and self.form.has_value(id_):
            self._look_for_similar()

    def _look_for_similar(self) -> None:
        from desk.services import intake

        work = partial(intake.outlook, self.session.office, self.session.viewer, self.draft())
        self.session.read(work, self._newest.only(self._show_outlook), lambda _error: None)

    def _show_outlook(self, outlook: Any) -> None:
        """What the office has of the same person or matter, what it counts for, and the level it would be on."""
        counted = [f"{one.name}：{repetition_words(one)}" for one in outlook.repetitions]
        levels = [self.names.level(grade.level) for grade in outlook.grades if grade.level]
        marks = [
            self.tr("{number} 曾记录：{mark}").format(number=number, mark=mark)
            for number, mark in outlook.marks.items()
        ]
        told = [
            *counted,
            *([self.tr("按已填内容：{levels}").format(levels="、".join(levels))] if levels else []),
            *marks,
        ]
        self.outlook.setText("\n".join(told))
        self.outlook.setVisible(bool(told))
        self._show_similar(outlook.similar)

    def _show_similar(self, rows: Sequence[Any]) -> None:
        self.similar.show_rows(
            Row(
                f"{row.received_at:%Y-%m-%d}　{self.names.state(row.state)}　{row.number}\n"
                f"{row.complainant or ''}　{row.subject or ''}".strip(),
                row.number,
            )
            for row in rows[:12]
        )

    def _list_waiting(self, parked: Sequence[Any]) -> None:
        others = [one for one in parked if str(one.id) != str(self.drafting.id)]
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
