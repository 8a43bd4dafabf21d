"""Beside the form while the visitor talks: what the office knows already of the person and the matter. Only tells."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desk.gui.intake.side_list import Row, SideList
from desk.gui.names import Names
from desk.gui.parts import line

_LONGEST = 40


class Told(NamedTuple):
    """One thing to be noticed, its tone, and in smaller words why."""

    words: str
    tone: str
    why: str = ""


class OutlookBox(QWidget):
    """Warnings as lines, earlier cases as lists: the complainant's own, those that count as a cluster, the others."""

    chosen = Signal(object)

    def __init__(self, names: Names, complainant: str) -> None:
        super().__init__()
        self._names = names
        self._lines: list[QLabel] = []
        self._card = QFrame()
        self._card.setProperty("card", True)
        self._told = QVBoxLayout(self._card)
        self._told.setContentsMargins(14, 10, 14, 10)
        self._told.setSpacing(2)
        self.own = SideList(
            self.tr("{who}以前的来件").format(who=complainant),
            self.tr("填写姓名、电话或被投诉方后，这里列出以前的来件。"),
        )
        self.cluster = SideList(self.tr("相同的来件"), "")
        self.others = SideList(self.tr("同一对象的其他来件"), "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._card)
        for box in self.lists():
            column.addWidget(box)
            box.chosen.connect(self.chosen)
        column.addStretch()  # wrapped lines ask for more height than they take
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.forget()

    def lists(self) -> tuple[SideList, ...]:
        """The lists, from top to bottom."""
        return self.own, self.cluster, self.others

    def forget(self) -> None:
        """Nothing is known."""
        self._say(())
        for box in self.lists():
            box.show_rows(())
        self.cluster.hide()
        self.others.hide()

    def show_outlook(self, outlook: Any) -> None:
        """What the office has of the same person or matter, what it counts for, and the level it would be on."""
        clusters = [one for one in outlook.repetitions if not one.by_person]
        counted = {one.row.id for group in clusters for one in outlook.counted.get(group.id, ())}
        in_cluster = {
            one.row.id: one for group in clusters for one in outlook.counted.get(group.id, ())
        }.values()
        self._say((*self._warnings(outlook), *(self._repeated(one) for one in outlook.repetitions)))
        self.own.show_rows(self._rows(outlook.own))
        self.cluster.show_rows(self._rows(in_cluster))
        self.others.show_rows(self._rows(one for one in outlook.others if one.row.id not in counted))
        self.cluster.setVisible(bool(in_cluster))
        self.others.setVisible(bool(self.others.words()))

    def told(self) -> list[str]:
        """The lines above the lists."""
        return [label.text() for label in self._lines]

    # --- words ---

    def _warnings(self, outlook: Any) -> Iterable[Told]:
        """Marks on the person, grounds that the facts speak for, and the level."""
        for number, mark in outlook.marks.items():
            yield Told(self.tr("{number} 曾记录：{mark}").format(number=number, mark=mark), "error")
        for ground in outlook.grounds:
            words = self.tr("可能属 {code}，由有权的人决定").format(code=ground.code)
            yield Told(words, "warning", ground.text)
        for grade in outlook.grades:
            if grade.level:
                why = "；".join(criterion.text for criterion in grade.matched)
                words = self.tr("按已填内容：{level}").format(level=self._names.level(grade.level))
                yield Told(words, "warning" if why else "hint", why)

    def _repeated(self, one: Any) -> Told:
        """二次投诉（第 2 次）, the level that follows, and the manual's rule."""
        words = self.tr("{name}（第 {count} 次）").format(name=one.name, count=one.count)
        if one.leads_to and one.reached:
            words += self.tr("，{level}").format(level=one.leads_to)
        elif one.leads_to:
            words += self.tr("，满 {times} 次为{level}").format(times=one.times, level=one.leads_to)
        rule = self.tr("手册：{rule}").format(rule=one.rule)
        return Told(words, "warning" if one.reached else "hint", rule)

    def _rows(self, earlier: Iterable[Any]) -> list[Row]:
        return [Row(self._row_words(one), one.row.number) for one in earlier]

    def _row_words(self, one: Any) -> str:
        row = one.row
        what = "　".join(part for part in (row.complainant, row.subject) if part)
        outcome = one.outcome.partition("\n")[0][:_LONGEST]
        said = self.tr("结果：{outcome}").format(outcome=outcome) if outcome else ""
        head = f"{row.received_at:%Y-%m-%d}　{one.state}　{row.number}"
        return "\n".join(part for part in (head, what, said) if part)

    def _say(self, told: Sequence[Told]) -> None:
        for label in self._lines:
            self._told.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._lines = []
        for one in told:
            self._lines.append(line(one.words, problem=one.tone))
            self._lines += [line(one.why, muted=True)] if one.why else []
        self._card.setVisible(bool(told))
        for label in self._lines:
            self._told.addWidget(label)
