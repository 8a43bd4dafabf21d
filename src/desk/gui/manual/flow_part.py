"""The flow's page: the picture, and beside it what the manual says about the chosen step."""

from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from desk.gui.forms.ui_manual_flow import Ui_FlowPart
from desk.gui.manual.flow_picture import FlowPicture
from desk.gui.manual.flow_ways import facts_of
from desk.gui.parts import line
from desk.gui.session import Session


class FlowPart(QWidget, Ui_FlowPart):
    """A picture that can be scrolled, and a card with who, what is needed, and which papers."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setupUi(self)
        self._book = session.rulebook
        self.picture = FlowPicture(self._book)
        self.area.setWidget(self.picture)
        self.kind.addItem(self.tr("全部"), "")
        for kind in self._book.kinds:
            self.kind.addItem(kind.name, kind.id)
        several = len(self._book.kinds) > 1
        self.kind.setVisible(several)
        self.kind_label.setVisible(several)
        self.picture.chosen.connect(self._show)
        self.area.verticalScrollBar().valueChanged.connect(lambda _: self.picture.update())
        self.picture.wanted.connect(self._bring)
        self.kind.currentIndexChanged.connect(lambda _: self.picture.show_kind(str(self.kind.currentData())))
        self._show(self.picture.current)

    def take_focus(self) -> None:
        """Put the cursor on the picture."""
        self.picture.setFocus()

    def words(self) -> list[tuple[str, str]]:
        """What the card says about the chosen step."""
        return list(facts_of(self._book, self.picture.current)) if self.picture.current else []

    def _show(self, step: Any) -> None:
        while (item := self.facts.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.step.setText(step.name if step else "")
        for title, words in facts_of(self._book, step) if step else ():
            self.facts.addWidget(line(title, muted=True))
            self.facts.addWidget(line(words))
        self.facts.addStretch(1)

    def _bring(self, box: QRect) -> None:
        bar = self.area.verticalScrollBar()
        if box.top() < bar.value():
            bar.setValue(box.top())
        elif box.bottom() > bar.value() + self.area.viewport().height():
            bar.setValue(box.bottom() - self.area.viewport().height())
