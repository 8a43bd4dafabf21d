"""Where the manual contradicts itself or is silent: the readings to choose from, and what another one would change."""

from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidgetItem, QRadioButton, QWidget

from desk.domain.errors import DeskError
from desk.gui.forms.ui_manual_switches import Ui_SwitchesPart
from desk.gui.manual.proposal_box import ProposalBox
from desk.gui.session import Session
from desk.gui.task import Newest

_BESIDE, _ABOVE = 24, 12


class SwitchesPart(QWidget, Ui_SwitchesPart):
    """The switches at the left, one of them at the right; several may be turned before they are adopted together."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setupUi(self)
        self.session = session
        self.turned: dict[str, str] = {}
        self._newest = Newest()
        self._buttons: list[QRadioButton] = []
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit)
        self._all = tuple(session.rulebook.switches)
        self.box = ProposalBox(session)
        self.proposal_layout.addWidget(self.box)
        for _ in self._all:
            self.switches.addItem(QListWidgetItem())
        self._name_all()
        self.switches.currentRowChanged.connect(self._show)
        self.switches.setCurrentRow(0)
        self._ask()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._later.start()

    def _fit(self) -> None:
        """Rows as high as their words need; Qt's own reckoning forgets the room that the style sheet leaves beside them."""
        metrics, flags = self.fontMetrics(), Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
        width = self.switches.viewport().width() - _BESIDE
        for row in range(self.switches.count()):
            item = self.switches.item(row)
            height = metrics.boundingRect(0, 0, max(width, 40), 10_000, flags, item.text()).height()
            item.setSizeHint(QSize(0, height + _ABOVE))

    def choose(self, switch: str, option: str) -> None:
        """Turn a switch; what it would change is shown."""
        entry = next(one for one in self._all if one.id == switch)
        if option == _held(entry):
            self.turned.pop(switch, None)
        else:
            self.turned[switch] = option
        self._name_all()
        self._ask()

    def _name_all(self) -> None:
        for row, switch in enumerate(self._all):
            option = self.turned.get(switch.id, _held(switch))
            mark = self.tr("（未采用）") if switch.id in self.turned else ""
            self.switches.item(row).setText(f"{switch.name}\n{option_words(switch, option)}{mark}")
        self._later.start()

    def _show(self, row: int) -> None:
        for button in self._buttons:
            self.options_layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        if not 0 <= row < len(self._all):
            return
        switch = self._all[row]
        self.name.setText(switch.name)
        self.description.setText(self.tr("手册：{about}").format(about=switch.about))
        self.description.setVisible(bool(switch.about))
        self.reason.setText(self.tr("理由：{reason}").format(reason=switch.reason))
        self.origin.setText(self.tr("出处：{source}").format(source=switch.source))
        self.origin.setVisible(bool(switch.source))
        before: QWidget = self.switches
        for option in switch.options:
            self._buttons.append(self._button(switch, option))
            self.setTabOrder(before, self._buttons[-1])
            before = self._buttons[-1]
        self.setTabOrder(before, self.box.table)

    def _button(self, switch: Any, option: str) -> QRadioButton:
        words = option_words(switch, option)
        usual = self.tr("　手册预设") if option == switch.default else ""
        button = QRadioButton(words + usual, self.card)
        button.setAccessibleName(f"{switch.name}：{words}")
        button.setChecked(option == self.turned.get(switch.id, _held(switch)))
        button.setEnabled(self.session.viewer.may("configure"))
        button.toggled.connect(partial(self._toggled, switch.id, option))
        self.options_layout.addWidget(button)
        return button

    def _toggled(self, switch: str, option: str, on: bool) -> None:
        if on:
            self.choose(switch, option)

    def _ask(self) -> None:
        from desk.services import proposals

        if not self.turned:
            self._newest.forget()
            self.box.clear(self.tr("选另一种读法，这里会列出它改变什么、涉及多少件未办结的案件。"))
            if not self.box.may:
                self.box.who.show()
            return
        office, viewer, turned = self.session.office, self.session.viewer, dict(self.turned)
        self.box.clear(self.tr("正在比较…"))
        self.session.report(
            lambda: proposals.of_switches(office, viewer, turned),
            self._newest.only(self.box.show_proposal),
            self._failed,
        )

    def _failed(self, error: Exception) -> None:
        self.box.clear((error.hint or error.message) if isinstance(error, DeskError) else "")
        self.session.fail(error)


def option_words(switch: Any, option: str) -> str:
    """An option as people read it."""
    said: dict[str, str] = dict(zip(switch.options, switch.words, strict=False))
    return said.get(option, option)


def _held(switch: Any) -> str:
    return str(switch.chosen or switch.default)
