"""The counts above a register: each number opens the list of its cases."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desk.gui.flow_layout import FlowLayout
from desk.gui.parts import caption

_ENDED = frozenset({"closed", "refused"})
_MOST = 5


class Count(NamedTuple):
    """A number with its name, what ``registers.behind`` has to be asked for its cases, and what it counts exactly."""

    title: str
    n: int
    by: str
    names: frozenset[str] = frozenset()
    told: str = ""


def show_counts(layout: QHBoxLayout, counts: Any, opened: Callable[[Count], None]) -> None:
    """Put the counts of a period in place of those that stood there; ``opened`` is told which one somebody chose."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
    for one in _figures(counts):
        layout.addWidget(_figure(one, opened))
    for by, found in (("kind", counts.by_kind), ("channel", counts.by_channel)):
        layout.addWidget(_beside(list(_most(by, found)), opened), 1)


def _most(by: str, found: Mapping[str, int]) -> Iterator[Count]:
    """The names with most cases, and the rest together, so that they add up to all."""
    for name, n in list(found.items())[:_MOST]:
        yield Count(name, n, by, frozenset({name}))
    if rest := dict(list(found.items())[_MOST:]):
        told = "、".join(f"{name} {n}" for name, n in rest.items())
        yield Count(_tr("其余"), sum(rest.values()), by, frozenset(rest), told)


def _figures(counts: Any) -> Iterator[Count]:
    phases = counts.by_phase
    ended = sum(phases.get(phase, 0) for phase in _ENDED)
    yield Count(_tr("登记"), counts.total, "total")
    yield Count(_tr("已办结"), ended, "phase", _ENDED)
    yield Count(_tr("办理中"), counts.total - ended, "phase", frozenset(phases) - _ENDED)
    late = _tr("未办结、期限已过的件，与“今日”和案件列表里的“已逾期”同一口径")
    yield Count(_tr("逾期"), counts.overdue, "overdue", told=late)
    if counts.left:
        left = _tr("已经办结，但办结以后的事（告知、归档等）过了期限还没有办的件；不算在“逾期”里")
        yield Count(_tr("办结后逾期"), counts.left, "left", told=left)


def _figure(one: Count, opened: Callable[[Count], None]) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(_button(one, str(one.n), opened, big=True))
    name = caption(one.title, muted=True)
    name.setWordWrap(False)
    name.setSizePolicy(name.sizePolicy().Policy.Minimum, name.sizePolicy().Policy.Minimum)
    name.setIndent(5)
    name.setToolTip(one.told)
    column.addWidget(name)
    return box


def _beside(counts: Sequence[Count], opened: Callable[[Count], None]) -> QWidget:
    box = QWidget()
    flow = FlowLayout(box)
    for one in counts:
        flow.addWidget(_button(one, f"{one.title} {one.n}", opened))
    return box


def _button(one: Count, words: str, opened: Callable[[Count], None], *, big: bool = False) -> QPushButton:
    button = QPushButton(words.replace("&", "&&"))
    button.setProperty("link", True)
    button.setProperty("big", big)
    button.setAutoDefault(True)  # Enter opens it as well as the space bar
    button.setAccessibleName(_tr("{name}：{count} 件，列出案件").format(name=one.title, count=one.n))
    button.setToolTip(one.told)
    button.setAccessibleDescription(one.told)
    button.clicked.connect(partial(_opened, opened, one))
    return button


def _opened(opened: Callable[[Count], None], one: Count, _checked: bool = False) -> None:
    opened(one)


def _tr(words: str) -> str:
    return QCoreApplication.translate("ReportPage", words)
