"""Fines and bonuses in the report tab: what the rules propose, and beside it the form in which somebody decides."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from desk.gui.form import Asked
from desk.gui.inputs.choice import Choice, Item
from desk.gui.inputs.line import Line, read_count
from desk.gui.inputs.note import Note
from desk.gui.report.figures import CasesTable
from desk.gui.session import Session
from desk.gui.small_form import SmallForm


class AssessmentsPart(CasesTable):
    """A row for each line; who may approve decides on it beside the table."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, self.tr("考核"))
        self.session = session
        self.form: SmallForm | None = None
        self._found: Sequence[Any] = ()
        self._days: tuple[Any, Any] = (None, None)
        self.decide = QPushButton(self.tr("核定所选…"))
        self.decide.clicked.connect(self.open_form)
        self.by_hand = QPushButton(self.tr("另立一条…"))
        self.by_hand.setToolTip(self.tr("时限算不出、须由人认定的条款"))
        self.by_hand.clicked.connect(self.open_by_hand)
        self.points = QPushButton(self.tr("评分…"))
        self.points.clicked.connect(self.open_points)
        row = QHBoxLayout()
        for button in (self.decide, self.by_hand, self.points):
            row.addWidget(button)
        self.beside.insertLayout(0, row)
        may = session.viewer.may("approve")
        self.decide.setEnabled(may)
        self.by_hand.setVisible(may and bool(_by_hand(session)))
        self.points.setVisible(bool(_parts(session)))

    def read(self, office: Any, viewer: Any, first: Any, last: Any, _told: Any) -> Any:
        """Ask the store, beside the window."""
        from desk.services import assessments

        found = assessments.listed(office, viewer, first, last)
        return found, assessments.lines(office, found, first, last), (first, last)

    def show_answer(self, answer: tuple[Any, Any, Any]) -> None:
        """Show these lines; a form that stands open stays."""
        self._found, lines, self._days = answer
        self.show_lines(lines)

    def cases(self, row: int, _column: int) -> Sequence[str]:
        """The case of a fine; a bonus is about a department."""
        one = self._found[row]
        return () if one.period else (one.line.about,)

    # --- deciding ---

    def open_form(self) -> None:
        """Ask for the decision on the line with the mark."""
        index = self.table.currentIndex()
        if not index.isValid():
            self.session.say(self.tr("请先选一条"), "warning")
            return
        self._show_form(self._form_of(index))

    def _form_of(self, index: QModelIndex) -> SmallForm:
        one, session, days = self._found[self.shown.mapToSource(index).row()], self.session, self._days
        amount = [] if one.period else [Asked("amount", self.tr("金额（元）"), Line(read_count, "count"))]
        outcomes = [Item("approved", self.tr("核定")), Item("waived", self.tr("免予"))]
        asked = [
            Asked("outcome", self.tr("决定"), Choice(outcomes), required=True),
            *amount,
            Asked("reason", self.tr("理由"), Note(2), help=self.tr("免予、改动金额或改变已有的核定须写")),
        ]
        title = f"{one.line.rule}　{one.line.about}　{one.line.words}"

        def work(given: dict[str, Any]) -> Any:
            return _decide(session, one, days, given, form.seen_version)

        form = SmallForm(session, title, self.tr("核定"), asked, work)
        form.seen_version = one.version
        form.form.set_values({"outcome": "approved", "amount": one.line.amount})
        return form

    def open_by_hand(self) -> None:
        """Ask for a fine that no clock finds: which rule, which case, how much."""
        from desk.services import assessments

        session = self.session

        def work(given: dict[str, Any]) -> Any:
            rule, number, reason = (str(given.get(id_, "")) for id_ in ("rule", "number", "reason"))
            return assessments.rule_on_fine(
                session.office, session.viewer, rule, number.strip(), "approved", given.get("amount"), reason
            )

        items = [Item(rule.id, f"{rule.id} {rule.name}") for rule in _by_hand(session)]
        asked = [
            Asked("rule", self.tr("条款"), Choice(items), required=True),
            Asked("number", self.tr("投诉编号"), Line(), required=True),
            Asked("amount", self.tr("金额（元）"), Line(read_count, "count"), required=True),
            Asked("reason", self.tr("理由"), Note(2)),
        ]
        self._show_form(SmallForm(session, self.tr("另立一条考核"), self.tr("核定"), asked, work))

    def open_points(self) -> None:
        """Ask for the points of a department for a part of a bonus that people give."""
        from desk.services import assessments

        session, days = self.session, self._days

        def work(given: dict[str, Any]) -> Any:
            reward, _, part = str(given.get("part", "")).partition("/")
            about, points = str(given.get("about", "")), str(given.get("points", ""))
            return assessments.give_points(session.office, session.viewer, reward, part, about, *days, points)

        departments = [Item(one.name, one.name) for one in session.rulebook.departments]
        asked = [
            Asked("part", self.tr("评分项目"), Choice(_parts(session)), required=True),
            Asked("about", self.tr("部门"), Choice(departments), required=True),
            Asked("points", self.tr("评分（0至100）"), Line(), required=True),
        ]
        form = SmallForm(session, self.tr("评分"), self.tr("记录"), asked, work)
        form.form.set_values({"part": _parts(session)[0].id})
        self._show_form(form)

    def _show_form(self, form: SmallForm) -> None:
        self.close_form()
        self.form = form
        self.behind.hide()  # the form wants its room
        self.beside.insertWidget(1, form)
        self.beside.insertStretch(2, 1)
        form.closed.connect(self.close_form)
        form.done.connect(self._done)
        form.focus_first()

    def _done(self, _answer: Any) -> None:
        self.close_form()
        self.session.say(self.tr("已记录"), "good")
        self.table.setFocus()

    def close_form(self) -> None:
        """Give up what was begun."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
            self.beside.takeAt(2)  # the room below it
            self.behind.show()


def _decide(session: Session, one: Any, days: tuple[Any, Any], given: dict[str, Any], seen: int) -> Any:
    """What was decided on a line: a bonus is about a department in these days, a fine about a case."""
    from desk.services import assessments

    office, viewer, rule, about = session.office, session.viewer, one.line.rule, one.line.about
    outcome: Any = str(given.get("outcome", ""))
    reason = str(given.get("reason", ""))
    if one.period:
        return assessments.rule_on_bonus(
            office, viewer, rule, about, *days, outcome, reason, seen_version=seen
        )
    amount = given.get("amount")
    return assessments.rule_on_fine(office, viewer, rule, about, outcome, amount, reason, seen_version=seen)


def _by_hand(session: Session) -> list[Any]:
    """The rules under which only people find a fine."""
    return [rule for rule in session.rulebook.penalties if not rule.on]


def _parts(session: Session) -> list[Item]:
    """The parts of bonuses for which this clerk may give points."""
    viewer = session.viewer
    return [
        Item(f"{reward.id}/{part.id}", part.name)
        for reward in session.rulebook.rewards
        for part in reward.parts
        if part.by and (viewer.role == part.by or viewer.may("approve"))
    ]
