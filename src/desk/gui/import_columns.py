"""The first rows of an old register, and above each column a chooser: which fact it is."""

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QTableWidget, QTableWidgetItem

from desk.rulebook.facts import FACTS
from desk.rulebook.model import Rulebook
from desk.sheets.grid import words
from desk.sheets.naming import KNOWN

SHOWN_ROWS = 6
"""So many first rows stand under the choosers."""

_WIDEST, _NARROWEST, _BESIDE = 260, 10, 28
"""Pixels of a column, letters of a chooser, pixels for the bar beside its list."""

_PARTIES = {"complainant": "投诉人", "respondent": "被投诉方", "proxy": "代理人"}
_FRAME = {
    "received_at": "收到时间", "channel": "渠道", "kind": "类型", "category": "类别", "level": "等级",
    "case.accepted_on": "受理日期", "case.closed_on": "办结日期", "case.state": "状态",
    "outside.number": "原编号",
}  # fmt: skip


class Columns(QObject):
    """Fills ``preview`` and says what was chosen; ``changed`` when somebody chooses otherwise."""

    changed = Signal()

    def __init__(self, preview: QTableWidget, rulebook: Rulebook) -> None:
        super().__init__(preview)
        self.preview, self.rulebook = preview, rulebook
        self._header: tuple[str, ...] = ()

    def show_rows(self, table: Any, proposals: Any) -> None:
        """Show the first rows under what each column probably is."""
        preview, shown = self.preview, table.rows[:SHOWN_ROWS]
        self._header = tuple(table.header)
        preview.clear()
        preview.setColumnCount(len(self._header))
        preview.setRowCount(1 + len(shown))
        preview.setHorizontalHeaderLabels(list(self._header))
        for column, proposal in enumerate(proposals):
            preview.setCellWidget(0, column, self._made(proposal))
            for place, row in enumerate(shown, 1):
                text = words(row.values[column]).replace("\n", " ")[:80]
                preview.setItem(place, column, QTableWidgetItem(text))
        fit(preview)

    def _made(self, proposal: Any) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("“{column}”列是").format(column=proposal.header))
        box.setToolTip(proposal.reason)
        box.addItem(self.tr("不导入"), "")
        for fact, label in self._facts():
            box.addItem(label, fact)
        box.setCurrentIndex(max(box.findData(proposal.fact), 0))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._make_room(box)
        box.view().setMinimumWidth(box.view().sizeHintForColumn(0) + _BESIDE)
        box.currentIndexChanged.connect(lambda: self._chosen_otherwise(box))
        box.currentIndexChanged.connect(self.changed)
        return box

    def _make_room(self, box: QComboBox) -> None:
        """A letter of ours is twice as wide as the ones that Qt counts with."""
        box.setMinimumContentsLength(max(2 * len(box.currentText()), _NARROWEST))

    def _chosen_otherwise(self, box: QComboBox) -> None:
        self._make_room(box)
        fit(self.preview)

    def _facts(self) -> list[tuple[str, str]]:
        own = {field.id: field.title for field in self.rulebook.fields if field.id not in FACTS}
        known = {fact: fact_words(fact) for fact in KNOWN}
        return sorted({**known, **own}.items(), key=lambda pair: (pair[0] not in _FRAME, pair[0]))

    def chooser(self, column: str) -> QComboBox:
        """The chooser above the column of this heading."""
        box: Any = self.preview.cellWidget(0, self._header.index(column))
        return box

    def chosen(self) -> dict[str, str]:
        """The fact of each heading, empty where the column is not taken in."""
        return {header: self.chooser(header).currentData() for header in self._header}

    def twice(self) -> str:
        """A fact that two columns have, in words; empty where there is none."""
        facts = [fact for fact in self.chosen().values() if fact]
        return next((fact_words(fact) for fact in facts if facts.count(fact) > 1), "")


def fact_words(fact: str) -> str:
    """What people call a fact, with whose it is."""
    if fact in _FRAME:
        return _FRAME[fact]
    party, _, _ = fact.partition(".")
    label = FACTS[fact].label if fact in FACTS else fact
    said = _PARTIES.get(party, "") if "." in fact else ""
    return label if not said or label.startswith(said) else f"{said}{label}"


def fit(table: QTableWidget) -> None:
    """Columns as wide as their words and choosers, within reason."""
    table.resizeColumnsToContents()
    for column in range(table.columnCount()):
        box = table.cellWidget(0, column)
        wide = max(table.columnWidth(column), box.sizeHint().width() if box else 0)
        table.setColumnWidth(column, min(wide + 8, _WIDEST))
    table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
