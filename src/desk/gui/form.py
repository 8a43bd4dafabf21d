"""Fields in two columns: label, input, and under it what is wrong or what helps. Enter goes through them in order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QSizePolicy, QWidget

from desk.domain.draft import Problem
from desk.gui.inputs.making import Input

LABEL_LETTERS = 9


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing a form asks: its id, title and input; ``help`` stands below while nothing is wrong."""

    id: str
    title: str
    input: Input
    required: bool = False
    help: str = ""
    wide: bool = False


class Form(QWidget):
    """A group of fields. It knows nothing of rules: problems come from outside and are shown at their field."""

    edited = Signal(str)
    left = Signal(str)
    finished = Signal()
    """Enter in the last field."""
    went_before = Signal()
    """Back from the first field."""

    def __init__(self, columns: int = 2) -> None:
        super().__init__()
        self._columns = columns
        self._asked: dict[str, Asked] = {}
        self._labels: dict[str, QLabel] = {}
        self._notes: dict[str, QLabel] = {}
        self._problems: dict[str, Problem] = {}
        self._hidden: set[str] = set()
        self._tones: dict[str, str] = {}
        self._after: tuple[QWidget, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(0)
        for column in range(columns):
            self._grid.setColumnStretch(column * 2 + 1, 1)

    # --- building ---

    def ask(self, asked: Iterable[Asked], hidden: Iterable[str] = ()) -> None:
        """Ask these things instead of what was asked before; what stands in the fields is given up."""
        for widget in (
            *self._labels.values(),
            *self._notes.values(),
            *(a.input for a in self._asked.values()),
        ):
            widget.hide()
            widget.deleteLater()
        self._asked = {one.id: one for one in asked}
        self._labels, self._notes, self._problems, self._hidden = {}, {}, {}, set(hidden)
        self._tones = {}
        for one in self._asked.values():
            self._make(one)
        self._place()
        self._order()

    def _make(self, one: Asked) -> None:
        # All belong to the form from the start: shown without a parent they would be windows of their own for a moment.
        one.input.setParent(self)
        label = QLabel(one.title + ("＊" if one.required else ""), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        label.setWordWrap(True)
        label.setFixedWidth(self.fontMetrics().horizontalAdvance("字") * LABEL_LETTERS)
        label.setContentsMargins(0, self._above_first_line(one.input), 0, 0)
        label.setBuddy(one.input)
        note = QLabel(self)
        note.setTextFormat(Qt.TextFormat.PlainText)
        note.setWordWrap(True)
        note.setContentsMargins(2, 1, 0, 2)
        note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        one.input.setAccessibleName(one.title)
        one.input.setAccessibleDescription(one.help)
        one.input.edited.connect(lambda: self.edited.emit(one.id))
        one.input.left.connect(lambda: self.left.emit(one.id))
        one.input.advanced.connect(lambda: self._move(one.id, 1))
        one.input.retreated.connect(lambda: self._move(one.id, -1))
        self._labels[one.id], self._notes[one.id] = label, note

    def _above_first_line(self, input_: Input) -> int:
        """How far a label stands below the top of its input (pixels): its first line beside the input's."""
        if input_.wide:
            return 8
        return max(0, (input_.sizeHint().height() - self.fontMetrics().height()) // 2)

    def _place(self) -> None:
        """Put the visible fields into the grid: two narrow ones side by side, a wide one over the whole width."""
        row, column = 0, 0
        shown = [one for one in self._asked.values() if one.id not in self._hidden]
        before_wide = {
            a.id
            for a, b in zip(shown, [*shown[1:], None], strict=False)
            if b is None or b.wide or b.input.wide
        }
        for one in self._asked.values():
            widgets = (self._labels[one.id], one.input, self._notes[one.id])
            for widget in widgets:
                self._grid.removeWidget(widget)
                widget.setVisible(one.id not in self._hidden)
            if one.id in self._hidden:
                continue
            alone = column == 0 and one.id in before_wide and one.input.type_ == "text"
            wide = one.wide or one.input.wide or alone or self._columns == 1
            if wide and column:
                row, column = row + 2, 0
            if self._columns == 1 and one.input.wide:
                row = self._put_below(widgets, row)
            else:
                span = self._columns * 2 - 1 if wide else 1
                self._grid.addWidget(widgets[0], row, column * 2, Qt.AlignmentFlag.AlignTop)
                at_top = Qt.AlignmentFlag(0) if one.input.wide else Qt.AlignmentFlag.AlignTop
                self._grid.addWidget(widgets[1], row, column * 2 + 1, 1, span, at_top)
                self._grid.addWidget(widgets[2], row + 1, column * 2 + 1, 1, span)
            self._grid.setRowMinimumHeight(row + 1, 6)
            column = 0 if wide or column else 1
            row += 0 if column else 2
            self._show_note(one.id)

    def _put_below(self, widgets: tuple[QLabel, Input, QLabel], row: int) -> int:
        """In one column a wide field stands below its label; the row of its input."""
        widgets[0].setAlignment(Qt.AlignmentFlag.AlignLeft)
        widgets[0].setMaximumWidth(16777215)
        for number, widget in enumerate(widgets):
            self._grid.addWidget(widget, row + number, 0, 1, 2)
        return row + 1

    def _order(self) -> None:
        chain([*self.inputs, *self._after])

    @property
    def inputs(self) -> list[Input]:
        """Where something can be typed, in order."""
        return [one.input for one in self._asked.values()]

    def order(self, *after: QWidget) -> None:
        """What Tab comes to behind the last field. What is made later stands last in a window's order, before its head."""
        self._after = after
        self._order()

    # --- values ---

    @property
    def ids(self) -> tuple[str, ...]:
        """What is asked, in order."""
        return tuple(self._asked)

    def input(self, id_: str) -> Input:
        """The input of a field."""
        return self._asked[id_].input

    def title(self, id_: str) -> str:
        """What the field is called."""
        return self._asked[id_].title

    def values(self) -> dict[str, Any]:
        """What stands in the visible fields, understood where it can be."""
        found = {id_: one.input.value() for id_, one in self._asked.items() if id_ not in self._hidden}
        return {id_: value for id_, value in found.items() if value is not None}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show these; a field that is not among them stays as it is."""
        for id_, value in values.items():
            if id_ in self._asked:
                self._asked[id_].input.set_value(value)

    def typed(self) -> dict[str, Any]:
        """What stands in all fields, as typed."""
        found = {id_: one.input.typed() for id_, one in self._asked.items()}
        return {id_: typed for id_, typed in found.items() if typed not in (None, "", [])}

    def set_typed(self, typed: Mapping[str, Any]) -> None:
        """Put back what was typed."""
        for id_, text in typed.items():
            if id_ in self._asked:
                self._asked[id_].input.set_typed(text)

    def clear(self) -> None:
        """Empty every field."""
        for one in self._asked.values():
            one.input.set_value(None)
        self.show_problems(())

    def tidy(self) -> None:
        """Finish what is being typed in every field."""
        for one in self._asked.values():
            one.input.tidy()

    def show_only(self, hidden: set[str]) -> None:
        """Leave these fields out of sight; their text stays."""
        hidden = hidden & set(self._asked)
        if hidden != self._hidden:
            self._hidden = hidden
            self._place()

    # --- problems ---

    def problem(self, id_: str) -> Problem | None:
        """What is shown at a field."""
        return self._problems.get(id_)

    def show_problem(self, id_: str, problem: Problem | None) -> None:
        """Show what is wrong with one field, or that nothing is."""
        if self._problems.get(id_) == problem:
            return
        self._problems.pop(id_, None)
        if problem:
            self._problems[id_] = problem
        self._show_note(id_)

    def show_problems(self, problems: Sequence[Problem]) -> list[Problem]:
        """Show the first problem of each field; those of fields that are not here come back."""
        first: dict[str, Problem] = {}
        for problem in sorted(problems, key=lambda problem: problem.warning):
            first.setdefault(problem.field, problem)
        for id_ in self._asked:
            self.show_problem(id_, first.get(id_))
        return [problem for problem in problems if problem.field not in self._asked]

    def _show_note(self, id_: str) -> None:
        one, note, problem = self._asked[id_], self._notes[id_], self._problems.get(id_)
        tone = "hint" if problem is None else "warning" if problem.warning else "error"
        mark = {"hint": "", "warning": "▲ ", "error": "✕ "}[tone]
        words = (
            one.help
            if problem is None
            else f"{mark}{problem.message}" + (f"　{problem.hint}" if problem.hint else "")
        )
        note.setText(words)
        note.setVisible(bool(words) and id_ not in self._hidden)
        one.input.setAccessibleDescription(words)
        if self._tones.get(id_, "") == tone:
            return
        for widget in (note, one.input):
            widget.setProperty("problem", tone if widget is note or problem else "")
            if id_ in self._tones or problem:  # what is new gets its look when it is shown
                widget.style().unpolish(widget)
                widget.style().polish(widget)
        self._tones[id_] = tone

    # --- moving ---

    def focus(self, id_: str, *, again: bool = False) -> None:
        """Put the cursor into a field; ``again``: where it was in it, and nothing selected that a key would replace."""
        target = self._asked[id_].input
        reason = Qt.FocusReason.ActiveWindowFocusReason if again else Qt.FocusReason.OtherFocusReason
        target.setFocus(reason)
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(target, 0, 80)

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        if visible := self.visible():
            self.focus(visible[0])

    def focus_last(self) -> None:
        """Put the cursor into the last field."""
        if visible := self.visible():
            self.focus(visible[-1])

    def focused(self) -> str:
        """The field with the cursor, if it is here."""
        return next(
            (id_ for id_, one in self._asked.items() if one.input.hasFocus() or _inside(one.input)), ""
        )

    def visible(self) -> list[str]:
        """The fields in sight, in order."""
        return [id_ for id_ in self._asked if id_ not in self._hidden]

    def _move(self, id_: str, step: int) -> None:
        visible = [
            i
            for i in self.visible()
            if i == id_ or self._asked[i].input.focusPolicy() != Qt.FocusPolicy.NoFocus
        ]
        place = visible.index(id_) + step
        if place < 0:
            self.went_before.emit()
        elif place >= len(visible):
            self.finished.emit()
        else:
            self.focus(visible[place])


def chain(widgets: Sequence[QWidget]) -> None:
    """Tab goes through these one after the other; one that takes no focus would break the order off."""
    for earlier, later in pairwise(one for one in widgets if one.focusPolicy() != Qt.FocusPolicy.NoFocus):
        QWidget.setTabOrder(earlier, later)


def _inside(widget: QWidget) -> bool:
    focus = widget.window().focusWidget() if widget.window() else None
    return focus is not None and widget.isAncestorOf(focus)
