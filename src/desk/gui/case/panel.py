"""One case whole: where it stands, until when, what can be done next, and everything that happened."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QMenu, QPushButton

from desk.domain.clocks import left_words
from desk.domain.endings import ENDED
from desk.domain.errors import NotFound
from desk.gui.case import (
    belongings,
    case_papers,
    case_parts,
    case_tasks,
    contact_change_form,
    incident_form,
    original_forms,
)
from desk.gui.case.acts import CaseActs, Read, read
from desk.gui.case.step_form import StepForm
from desk.gui.flow_layout import FlowLayout
from desk.gui.forms.ui_case_panel import Ui_CasePanel
from desk.gui.names import Names
from desk.gui.parts import line
from desk.gui.seats import KeptForm
from desk.gui.session import Session
from desk.gui.task import Newest

_MOST_BUTTONS = 5


class CasePanel(QFrame, Ui_CasePanel):
    """Shows the case it is told to show, and shows it again when it changed."""

    acted = Signal(object)
    paper_asked = Signal(str, object)
    """Preview an offer: the case's number and the offer."""
    reprint_asked = Signal(str, object)
    made_asked = Signal(str, object, bool)
    """Preview a form that is kept nowhere: its name, what draws it, and whether its case hides people."""
    acts_changed = Signal(object)
    """What may be done with the case besides its steps, by id."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setupUi(self)
        self.session = session
        self.view: Any = None
        self.offers: Sequence[Any] = ()
        self.step_form: Any = None
        self._opener = ("", "")
        self._typed_first: dict[str, Any] = {}
        self.acts: belongings.BelongingsActs | None = None
        self.outcome = ""
        self.chosen_numbers: Callable[[], Sequence[str]] = tuple
        """The cases that are chosen in the list beside: a step may be taken on all of them."""
        self.case_acts = CaseActs(self)
        self.setAcceptDrops(True)
        self.names = Names(session.rulebook)
        self.step_buttons = FlowLayout()
        self.steps.addLayout(self.step_buttons)
        self._newest = Newest()
        self._focus_when_shown = False
        self._when_shown: Callable[[], None] | None = None
        self.show_nothing()

    # --- showing ---

    def show_nothing(self) -> None:
        """No case is chosen."""
        self.view = None
        self.number.setText("")
        self.state.setText("")
        self.due.setText(self.tr("在列表中选一件案件，这里显示它的内容、时限和下一步。"))
        self._clear()
        self.acts_changed.emit(())

    def show_case(self, number: str, then: Callable[[], None] | None = None) -> None:
        """Show another case; ``then`` is called once it is there, unless yet another is asked for before."""
        self._when_shown = then
        if self.view is not None and self.view.number != number:
            self.close_step()
            self.outcome = ""
        self.ask(number)

    def listen(self, changes: Any) -> None:
        """News from the store: show the case again if it is ours."""
        if self.view is not None and (self.view.id in changes.cases or "calendar" in changes.what):
            self.ask(self.view.number)

    def focus_steps(self) -> None:
        """Put the cursor on the first step; as soon as the case is there, if it is still on its way."""
        item = self.step_buttons.itemAt(0)
        self._focus_when_shown = item is None
        if item is not None and item.widget() is not None:
            item.widget().setFocus()

    def ask(self, number: str) -> None:
        """Read the case and show it."""
        work = partial(read, self.session.office, self.session.viewer, number)
        self.session.read(work, self._newest.only(self._show), partial(self._gone, number))

    def _gone(self, number: str, error: Exception) -> None:
        """The case cannot be shown any more; one that does not exist for this clerk now goes from the screen."""
        if isinstance(error, NotFound) and self.view is not None and self.view.number == number:
            self.close_step()
            self.show_nothing()
        self.session.fail(error)

    def _show(self, found: Read) -> None:
        self.view, self.offers = found.view, found.offers
        self.names = Names(found.rulebook)
        if self.acts is not None:
            self.acts.deleteLater()
        self.acts = belongings.BelongingsActs(self.session, self.view, found.belongings, self)
        self.acts.case_asked.connect(self.show_case)
        self.acts.changed.connect(lambda: self.ask(self.view.number))
        self.acts.picture_fetched.connect(self._show_picture)
        now = self.session.office.now()
        self.number.setText(self.view.number)
        self.state.setText(self.view.standing)
        governing = None if self._has_ended() else self.view.next_due
        law = self.tr("　按法定时限，先于手册") if governing and self._is_law(governing, found) else ""
        self.due.setText(self._due_words(governing, now) + law)
        pressing = governing is not None and (
            governing.standing == "overdue" or self._is_law(governing, found)
        )
        self.due.setProperty("problem", "error" if pressing else "hint")
        self.due.style().polish(self.due)
        had_focus = self._focus_when_shown or self._button_has_focus()
        self.case_acts.show(found)
        self._show_parts(now)
        self._show_steps()
        self.acts_changed.emit(found.acts)
        if had_focus:
            self.focus_steps()
        then, self._when_shown = self._when_shown, None
        if then is not None:
            then()

    def _has_ended(self) -> bool:
        return self.names.phase(self.view.case.state) in ENDED

    @staticmethod
    def _is_law(governing: Any, found: Read) -> bool:
        """Whether a law's clock runs out before one of the manual that runs as well."""
        later = [
            clock
            for clock in found.view.clocks
            if clock.is_running and clock.due and clock.id != governing.id
        ]
        return bool(later) and any(c.id == governing.id and c.beside for c in found.rulebook.clocks)

    def _due_words(self, governing: Any, now: Any) -> str:
        """Which clock runs and how long; a case that has ended has no days left to tell, whatever was never told."""
        if self._has_ended():
            return self.tr("已办结")
        if governing is None:
            return self.tr("没有正在走的时限")
        return f"{governing.name}：{left_words(governing, now, self.session.office.calendar)}"

    def _button_has_focus(self) -> bool:
        items = (self.step_buttons.itemAt(place) for place in range(self.step_buttons.count()))
        return any(
            item is not None and item.widget() is not None and item.widget().hasFocus() for item in items
        )

    def _show_parts(self, now: Any) -> None:
        self._clear()
        session, view = self.session, self.view
        shown = (
            line(self.outcome, problem="hint") if self.outcome else None,
            incident_form.incidents_part(self.case_acts.found.incidents if self.case_acts.found else ()),
            case_parts.closed_part(view),
            case_papers.papers_part(session, view, self.offers, self.case_acts.on_paper),
            case_parts.clocks_part(session, view.clocks, now),
            case_tasks.reports_part(session, view, self.case_acts.on_task),
            case_tasks.orders_part(session, view, self.case_acts.on_task),
            case_tasks.tasks_part(session, view, self.case_acts.on_task),
            original_forms.originals_part(
                view, self.case_acts.on_task, may="original" in self.case_acts.offered()
            ),
            case_parts.facts_part(session, view),
            contact_change_form.former_part(self.case_acts.found.former if self.case_acts.found else ()),
            case_parts.levels_part(session, view),
            case_parts.repetitions_part(view),
            *(self.acts.parts() if self.acts is not None else ()),
            case_parts.timeline_part(session, view),
        )
        for widget in shown:
            if widget is not None:
                self.parts.addWidget(widget)

    def _clear(self) -> None:
        self.step_buttons.clear()
        while (item := self.parts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: D102
        if self.acts is not None and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: D102
        for url in event.mimeData().urls():
            if self.acts is not None and url.isLocalFile():
                self.acts.take_file(Path(url.toLocalFile()))

    # --- steps ---

    def _show_steps(self) -> None:
        steps = sorted(self.view.steps, key=lambda one: not one.step.primary)
        for open_step in steps[:_MOST_BUTTONS]:
            button = QPushButton(open_step.step.name)
            button.setProperty("primary", bool(open_step.step.primary))
            button.clicked.connect(partial(self.open_step, open_step.step.id))
            self.step_buttons.addWidget(button)
        if len(steps) > _MOST_BUTTONS:
            self.step_buttons.addWidget(self._more(steps[_MOST_BUTTONS:]))
        if menu := self.case_acts.button():
            self.step_buttons.addWidget(menu)

    def _more(self, steps: Sequence[Any]) -> QPushButton:
        button = QPushButton(self.tr("更多"))
        button.setAccessibleName(self.tr("更多下一步"))
        menu = QMenu(button)
        for open_step in steps:
            menu.addAction(open_step.step.name).triggered.connect(partial(self.open_step, open_step.step.id))
        button.setMenu(menu)
        return button

    def step_names(self) -> list[str]:
        """What can be done now."""
        return [one.step.name for one in self.view.steps] if self.view else []

    def open_step(self, id_: str, _checked: bool = False) -> None:
        """Open the form of a step under the buttons; one that parts the matter leads to the form that takes the part in."""
        open_step = next(one for one in self.view.steps if one.step.id == id_)
        if "split" in open_step.step.effects and "split" in self.case_acts.offered():
            self.case_acts.open("split")
            return
        chosen = self.chosen_numbers()  # a case that was reached from elsewhere has nothing to do with them
        form = StepForm(self.session, self.view, open_step, chosen if self.view.number in chosen else ())
        form.acted.connect(self._was_done)
        self.open_form(form, ("step", id_))

    def open_form(self, form: Any, opener: tuple[str, str] = ("", "")) -> None:
        """Put a form under the buttons, instead of the one that is there; ``opener`` says what opens it again."""
        self.close_step()
        self._opener = opener
        self._typed_first = _typed(form)
        self.outcome = ""
        self.step_form = form
        form.closed.connect(self.close_step)
        self.step_layout.addWidget(form)
        self.step_place.show()
        self.area.verticalScrollBar().setValue(0)
        form.focus_first()

    def is_typing(self) -> bool:
        """Whether something stands in an open form that has not been saved."""
        return self.step_form is not None and _typed(self.step_form) != self._typed_first

    def kept_form(self) -> KeptForm | None:
        """The open form with what was typed into it, so that it can be opened again; None where nothing was."""
        if not self.is_typing() or not self._opener[0]:
            return None
        typed, first = _typed(self.step_form), self._typed_first
        changed = {id_: words for id_, words in typed.items() if first.get(id_) != words}
        return KeptForm(self._opener, changed, self.step_form.seen_version, self.step_form.form.focused())

    def open_again(self, kept: KeptForm) -> bool:
        """Open a form as it was left; whether what it is for may still be done."""
        what, id_ = kept.opener
        if what == "step" and any(one.step.id == id_ for one in self.view.steps):
            self.open_step(id_)
        elif what == "act" and id_ in self.case_acts.offered():
            self.case_acts.open(id_)
        else:
            return False
        self.step_form.form.set_typed(kept.typed)
        self.step_form.seen_version = kept.seen
        if kept.cursor:
            self.step_form.form.focus(kept.cursor, again=True)
        return True

    def _show_picture(self, file: Any, data: bytes) -> None:
        from desk.gui.case.picture_form import PictureForm

        form = PictureForm(self.session, file, data)
        form.done.connect(lambda _: self.close_step())
        self.open_form(form)

    def close_step(self) -> bool:
        """Close the form of a step; whether there was one."""
        if self.step_form is None:
            return False
        self.step_form.hide()
        self.step_form.deleteLater()
        self.step_form = None
        self.step_place.hide()
        self.setFocus()
        return True

    def save(self) -> None:
        """F12: take the step whose form is open."""
        if self.step_form is not None:
            self.step_form.save()

    def _was_done(self, acted: Any) -> None:
        self.close_step()
        self.acted.emit(acted)


def _typed(form: Any) -> dict[str, Any]:
    """What stands in the fields of a form, as typed; some forms have none."""
    fields = getattr(form, "form", None)
    return fields.typed() if fields is not None else {}
