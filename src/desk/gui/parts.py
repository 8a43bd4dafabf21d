"""What panels and pages are put together from: words, titles, rows of labels and values, words with deeds behind."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desk.gui.flow_layout import FlowLayout

_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse
_LONGEST = 20_000
_BESIDE = 3
"""So many deeds leave room for the words beside them."""
_APART = 10


def line(text: str, **marks: str | bool) -> QLabel:
    """Plain words that can be selected; marks are the properties the style sheet knows."""
    return _worded(_Line(), text, marks)


def caption(text: str, **marks: str | bool) -> QLabel:
    """What is only read, the name of a value or a title: drawn in a fraction of the time of words that can be selected."""
    return _worded(QLabel(), text, marks)


class _Line(QLabel):
    """Can be selected once the mouse is on it: ready for that from the start, each takes three times as long to show."""

    def enterEvent(self, event: QEnterEvent) -> None:
        self.setTextInteractionFlags(_SELECTABLE)
        super().enterEvent(event)


def _worded(label: QLabel, text: str, marks: Mapping[str, str | bool]) -> QLabel:
    label.setText(text[:_LONGEST])
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    for name, value in marks.items():
        label.setProperty(name, value)
    return label


def part(title: str, *widgets: QWidget) -> QWidget:
    """A part with its title."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(caption(title, title=True))
    rule = QFrame()
    rule.setProperty("rule", True)
    column.addWidget(rule)
    for widget in widgets:
        column.addWidget(widget)
    return box


def pairs(rows: Iterable[tuple[str, str]], letters: int = 8) -> QWidget:
    """Labels and values below each other."""
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(1, 1)
    for number, (name, words) in enumerate(rows):
        label = caption(name, muted=True)
        label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        label.setFixedWidth(label.fontMetrics().horizontalAdvance("字") * letters)
        grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(line(words), number, 1, Qt.AlignmentFlag.AlignTop)
    return box


def row(words: str, deeds: Sequence[tuple[str, Callable[[], None]]], called: str = "") -> QWidget:
    """Words with what can be done about them behind, below where that is much.

    ``called`` is how the deeds are read out, usually the words themselves.
    """
    box, links = QWidget(), QHBoxLayout()
    below = len(deeds) > _BESIDE
    whole = QVBoxLayout(box) if below else QHBoxLayout(box)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(2 if below else _APART)
    links.setSpacing(_APART)
    whole.addWidget(line(words), 0 if below else 1)
    whole.addLayout(links)
    links.addStretch(1 if below else 0)
    for name, deed in deeds:
        links.addWidget(_link(name, deed, f"{name}：{called or words[:40]}"))
    return box


def buttons(deeds: Sequence[tuple[str, Callable[[], None]]]) -> QWidget:
    """Some deeds beside each other."""
    box = QWidget()
    flow = FlowLayout(box)
    for name, deed in deeds:
        flow.addWidget(_link(name, deed, name))
    return box


def _link(name: str, deed: Callable[[], None], accessible: str) -> QPushButton:
    button = QPushButton(name)
    button.setProperty("link", True)
    button.setAccessibleName(accessible)
    button.clicked.connect(lambda _=False: deed())
    return button
