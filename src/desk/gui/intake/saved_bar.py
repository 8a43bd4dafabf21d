"""After saving: the papers that are right now as buttons in the bar, the first one under F8."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton

from desk.gui.forms.ui_main_window import Ui_MainWindow


class SavedBar(QObject):
    """The buttons of the bar below the pages."""

    paper_chosen = Signal(str, object)
    case_chosen = Signal(str)

    def __init__(self, place: Ui_MainWindow) -> None:
        super().__init__()
        self._place = place
        self.number = ""
        self._offers: Sequence[Any] = ()
        self._buttons: list[QPushButton] = []

    def show_offers(self, number: str, offers: Sequence[Any]) -> None:
        """Offer these papers for the case, and the case itself."""
        self.clear()
        self.number, self._offers = number, [offer for offer in offers if not offer.stands]
        for place, offer in enumerate(self._offers[:4]):
            words = self.tr("打印{paper}　F8").format(paper=offer.name) if place == 0 else offer.name
            self._add(words, partial(self._chose_paper, offer), primary=place == 0)
        self._add(self.tr("查看案件"), partial(self.case_chosen.emit, number))

    def offer_undo(self, words: str, undo: Any) -> None:
        """Offer to take back what was just done, while the bar stands."""
        self._add(words, undo)

    def clear(self) -> None:
        """Take the buttons away."""
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons, self._offers = [], ()

    def offers(self) -> Sequence[Any]:
        """The papers that are offered."""
        return self._offers

    def without(self, number: str, printed: Any) -> list[Any]:
        """What is still offered once this paper of this case is printed; nothing where it was not offered here."""
        if number != self.number or printed not in self._offers:
            return []
        return [offer for offer in self._offers if offer != printed]

    def first_paper(self) -> Any:
        """The paper under F8, or None."""
        return self._offers[0] if self._offers else None

    def print_first(self) -> None:
        """F8."""
        if self._offers:
            self._chose_paper(self._offers[0])

    def texts(self) -> list[str]:
        """What stands on the buttons."""
        return [button.text() for button in self._buttons]

    def _chose_paper(self, offer: Any, *_: object) -> None:
        self.paper_chosen.emit(self.number, offer)

    def _add(self, words: str, act: Any, *, primary: bool = False) -> None:
        button = QPushButton(words)
        button.setProperty("primary", primary)
        button.clicked.connect(lambda _=False: act())
        self._place.bar_buttons.addWidget(button)
        self._buttons.append(button)
