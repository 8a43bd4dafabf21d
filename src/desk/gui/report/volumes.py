"""How much business there was, in the report tab: a button, and in its place the form in which somebody enters it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desk.domain.volumes import EVERY
from desk.gui.form import Asked
from desk.gui.inputs.choice import Choice, Item
from desk.gui.inputs.line import Line
from desk.gui.parts import line
from desk.gui.session import Session
from desk.gui.small_form import SmallForm


class VolumesPart(QWidget):
    """What has been entered for the days that are shown; ``entered`` says that another number holds."""

    entered = Signal()
    opened = Signal(bool)
    """The form stands open and wants the room below it, or no more."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.form: SmallForm | None = None
        self._next: Any = None
        self.known = line("", muted=True)
        self.known.setWordWrap(True)
        self.button = QPushButton(self.tr("填业务量…"))
        self.button.clicked.connect(self.open_form)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.known)
        self.column.addWidget(self.button)
        self.button.setVisible(session.viewer.may("supervise"))

    def show_known(self, found: Sequence[Any]) -> None:
        """Show what stands there for the days; what is lacking is said, not counted as nought."""
        self.known.setText(
            "\n".join(
                f"{one.words}{one.volume.name}：{one.amount or self.tr('未填')} {one.volume.unit}".rstrip()
                for one in found
            )
        )
        self._next = next((one for one in found if not one.amount), found[-1] if found else None)

    def open_form(self) -> None:
        """Ask which number, of which period, and how much."""
        from desk.services import volumes

        session = self.session

        def work(given: dict[str, Any]) -> Any:
            which, period, amount = (str(given.get(id_, "")) for id_ in ("volume", "period", "amount"))
            return volumes.put(session.office, session.viewer, which, period, amount)

        known = session.rulebook.volumes
        items = [
            Item(one.id, f"{one.name}（{one.unit or self.tr('数')}，每{EVERY[one.every]}）") for one in known
        ]
        asked = [
            Asked("volume", self.tr("业务量"), Choice(items), required=True),
            Asked(
                "period",
                self.tr("期间"),
                Line(),
                required=True,
                help=self.tr("例：2026-10，或期间里的任一天"),
            ),
            Asked("amount", self.tr("数"), Line(), required=True),
        ]
        form = SmallForm(session, self.tr("填业务量"), self.tr("记录"), asked, work)
        if self._next:
            form.form.set_values({"volume": self._next.volume.id, "period": f"{self._next.first}"})
        self.close_form()
        self.form = form
        self.column.addWidget(form)
        self.button.setEnabled(False)
        self.opened.emit(True)
        form.closed.connect(self.close_form)
        form.done.connect(self._done)
        form.focus_first()

    def _done(self, _answer: Any) -> None:
        self.close_form()
        self.session.say(self.tr("已记录"), "good")
        self.entered.emit()

    def close_form(self) -> None:
        """Give up what was begun."""
        self.button.setEnabled(True)
        if self.form is not None:
            self.opened.emit(False)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
