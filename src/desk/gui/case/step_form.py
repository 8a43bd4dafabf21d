"""One step of a case's flow: its fields in place, its problems in place."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QFrame

from desk.domain import originals
from desk.domain.draft import Problem
from desk.domain.errors import Conflict, DeskError, Lacking
from desk.domain.masking import is_masked
from desk.domain.step_form import ANEW, begun
from desk.gui.asking import asked_fields
from desk.gui.case.clash_box import ClashBox
from desk.gui.case.spoken_words import NOTE, SpokenWords
from desk.gui.form import Asked, Form
from desk.gui.forms.ui_step_form import Ui_StepForm
from desk.gui.inputs.note import Note
from desk.gui.parts import line
from desk.gui.session import Session
from desk.rulebook.criteria import holds, parse
from desk.rulebook.intake import Field


def reasons(fields: Sequence[Field]) -> dict[str, str]:
    """The long texts that are asked for by another answer of the same form alone, each with the criterion of the manual."""
    asked = {field.id for field in fields}
    return {
        field.id: field.required_when
        for field in fields
        if field.kind_of_value == "note" and field.required_when and parse(field.required_when).facts <= asked
    }


class StepForm(QFrame, Ui_StepForm):
    """Opens under the buttons of the case; closes when the step is done or the clerk goes back."""

    acted = Signal(object)
    closed = Signal()

    def __init__(self, session: Session, view: Any, open_step: Any, chosen: Sequence[str] = ()) -> None:
        super().__init__()
        self.setupUi(self)
        self.session, self.view, self.step = session, view, open_step.step
        self._open = open_step
        self._chosen = [view.number, *(one for one in chosen if one != view.number)]
        self.form = Form(columns=1)
        self.clash_box = ClashBox()
        self.clash_box.decided.connect(self._decide)
        self.form_layout.addWidget(self.clash_box)
        self.form_layout.addWidget(self.form)
        self.seen_version = view.case.version
        self._theirs: dict[str, Any] = {}
        self._mine: dict[str, Any] = {}
        self._left_out: set[str] = set()
        self.title.setText(self.step.name)
        self.do.setText(self.tr("{step}　F12").format(step=self.step.name))
        self.form.ask(self._asked())
        values = view.case.values
        known = {id_: values[id_] for id_ in self.form.ids if id_ in values and id_ not in ANEW}
        # A masked value is not the value: it is neither shown for editing nor ever saved back.
        self.form.set_values({id_: value for id_, value in known.items() if not is_masked(str(value))})
        self._before = self.form.values()
        proposed = {**begun(self.fields(), view.case.values), **open_step.proposed}
        if "approver" in proposed:
            proposed["approved_on"] = session.office.now().date()
        self.form.set_values({id_: v for id_, v in proposed.items() if id_ not in self._before})
        self._show_advice()
        self.together = self._together()
        self.form.order(self.do, self.cancel)
        self.form.finished.connect(self.do.setFocus)
        self.form.edited.connect(self._edited)
        self._asked_for = reasons(self.fields())
        self._show_reasons()
        self.do.clicked.connect(self.save)
        self.cancel.clicked.connect(self.back)

    def _edited(self, id_: str) -> None:
        self.form.show_problem(id_, None)
        if self._asked_for:
            self._show_reasons()

    def _show_reasons(self) -> None:
        """A reason that an answer calls for (why fewer than six points) is asked once that answer is given."""
        known = {**self.view.facts, **self.form.values()}
        typed = self.form.typed()
        unasked = {
            id_ for id_, when in self._asked_for.items() if id_ not in typed and not holds(when, known)
        }
        self.form.show_only(unasked)

    def _together(self) -> QCheckBox | None:
        """Where several rows are chosen in the list: take the step on all of them at once."""
        if len(self._chosen) < 2:
            return None
        box = QCheckBox(
            self.tr("所选 {count} 件一起办理，都照这里填（不勾选只办这一件）").format(count=len(self._chosen))
        )
        box.setToolTip(self.tr("全部办成或全部不办；各件都记上这里填的内容"))
        self.form_layout.insertWidget(
            0, box
        )  # above the fields: at the end of a long form nobody would see it
        return box

    def _show_advice(self) -> None:
        """Grounds that the facts speak for, and words to say or write here; the clerk decides."""
        told = [
            self.tr("已填内容可能符合（由您判断）：{ground}").format(ground=g.text) for g in self._open.hints
        ]
        if route := self._open.route:
            names = {one.id: one.name for one in self.session.rulebook.departments}
            whose = names.get(route.department, route.name)
            told.append(
                self.tr("建议由{whose}办理：{text}").format(whose=whose, text=route.text or route.name)
            )
        if left := originals.warning(self.session.book_of(self.view), self.step.id, self.view.case):
            told.append(f"{left.message}（{left.hint}）")
        for place, words in enumerate(told):
            self.form_layout.insertWidget(place, line(words, muted=True))
        if self._tells or "set_validity" in self.step.effects:
            spoken = SpokenWords(self.session, self.view.number, self.step.id, self.form, is_kept=self._tells)
            spoken.show_words(self._open.scripts)
            self.form_layout.addWidget(spoken)

    @property
    def _tells(self) -> bool:
        """Whether the complainant is told something at this step: what is said is kept with it."""
        return "tell" in self.step.effects

    def fields(self) -> tuple[Field, ...]:
        """The step's own fields, then those of its needs that are not known yet."""
        own = {field.id for field in self._open.fields}
        return (*self._open.fields, *(field for field in self._open.missing if field.id not in own))

    def _asked(self) -> list[Asked]:
        missing = {field.id for field in self._open.missing}
        asked = asked_fields(
            self.session.book_of(self.view), self.fields(), self.view.case.kind, step=self.step.id
        )
        marked = [Asked(a.id, a.title, a.input, a.required or a.id in missing, a.help) for a in asked]
        if self._tells:
            return [*marked, Asked(NOTE, self.tr("告知的话，存入联系记录"), Note(3))]
        return [*marked, Asked(NOTE, self.tr("说明（可不填）"), Note(2))]

    def focus_first(self) -> None:
        """Put the cursor where typing begins."""
        self.form.focus_first()

    def save(self) -> None:
        """Take the step."""
        from desk.services import stepping

        if not self.do.isEnabled():
            return
        if waiting := self.clash_box.undecided():
            hint = self.tr("用方向键或鼠标选定一项")
            self.show_problems([Problem(waiting[0], "undecided", self.tr("请先选定保留哪一个版本"), hint)])
            return
        QGuiApplication.inputMethod().commit()
        self.form.tidy()
        values = self.changed()
        note = str(values.pop(NOTE, ""))
        self.show_problems(())
        self.do.setEnabled(False)
        office, viewer, step = self.session.office, self.session.viewer, self.step.id
        if self.together is not None and self.together.isChecked():
            several = partial(stepping.act_all, office, viewer, self._chosen, step, values, note=note)
            self.session.write(several, self._all_done, self._refused)
            return
        work = partial(
            stepping.act, self.session.office, self.session.viewer, self.view.number, self.step.id, values,
            note=note, seen_version=self.seen_version,
        )  # fmt: skip
        self.session.write(work, self._done, self._refused)

    def changed(self) -> dict[str, Any]:
        """What the step is given: what it requires, and what differs from what was known before."""
        asked = {field.id for field in self.fields() if field.required} | {
            field.id for field in self._open.missing
        }
        values = self.form.values()
        emptied = {id_: "" for id_ in self._before if id_ not in values}
        given = emptied | {id_: v for id_, v in values.items() if id_ in asked or self._before.get(id_) != v}
        return {id_: value for id_, value in given.items() if id_ not in self._left_out}

    def back(self) -> None:
        """Leave without taking the step."""
        self.closed.emit()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Each at its field, the others below."""
        rest = self.form.show_problems(problems)
        self.trouble.setText("　".join(f"✕ {one.message}　{one.hint}".strip() for one in rest))
        self.trouble.setProperty("problem", "error")
        self.trouble.style().polish(self.trouble)
        self.trouble.setVisible(bool(rest))

    def _all_done(self, acted: Sequence[Any]) -> None:
        """Each has its own entry; what the shown case calls for next is told as always."""
        self._done(next(one for one in acted if one.case.number == self.view.number))
        self.session.say(self.tr("{count} 件都已办理").format(count=len(acted)), "good")

    def _done(self, acted: Any) -> None:
        self.acted.emit(acted)

    def _refused(self, error: Exception) -> None:
        self.do.setEnabled(True)
        if not isinstance(error, DeskError):
            self.session.fail(error)
            return
        if isinstance(error, Conflict) and error.clashes:
            self._ask_which(error)
            return
        if isinstance(error, Lacking):
            words = self.tr("请填写{field}")
            self.show_problems(
                [Problem(id_, error.code, words.format(field=title), "") for id_, title in error.fields]
            )
        else:
            self.show_problems([Problem(error.field, error.code, error.message, error.hint)])
        if error.field in self.form.ids:
            self.form.focus(error.field)

    def _ask_which(self, conflict: Conflict) -> None:
        """Somebody else changed the same fields: both versions side by side; what was typed stays where it is."""
        self.seen_version = conflict.version
        self._theirs = {one.field: one.value for one in conflict.clashes}
        self._mine = self.form.values()
        self.show_problems(())
        self.clash_box.show_clashes(conflict.clashes)

    def _decide(self, field: str, theirs: bool) -> None:
        """Take one version into the form; one that may not be seen simply stays as it is in the case."""
        self.show_problems(())
        value = self._theirs[field] if theirs else self._mine.get(field)
        self._left_out.discard(field)
        if theirs and value is None:
            self._left_out.add(field)
        else:
            self.form.set_values({field: value})
