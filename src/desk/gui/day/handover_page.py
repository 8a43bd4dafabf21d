"""交接班: what the program proposes in fields to alter, the taker signs below; the last ones beside, to be printed."""

from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desk.gui.form import Asked
from desk.gui.inputs.line import Line, Reading
from desk.gui.inputs.note import Note
from desk.gui.session import Session
from desk.gui.small_form import SmallForm

_ID = int(Qt.ItemDataRole.UserRole)
_MOST_LINES = 8


class HandoverPage(QWidget):
    """Proposed anew whenever the page comes in sight and nothing has been typed."""

    paper_asked = Signal(str, object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.form: SmallForm | None = None
        self._proposed: dict[str, Any] = {}
        self._first: dict[str, Any] = {}
        self._kept: dict[str, Any] = {}
        """What the clerk had typed before somebody else sat down, until the form is there to take it."""
        self._area = QScrollArea(widgetResizable=True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self.earlier = QListWidget()
        self.earlier.setAccessibleName(_tr("以前的交接和留言"))
        self.earlier.setWordWrap(True)
        self.earlier.itemActivated.connect(self._open)
        side = QVBoxLayout()
        side.addWidget(QLabel(_tr("以前的交接和留言（Enter 打印）")))
        side.addWidget(self.earlier)
        row = QHBoxLayout(self)
        row.addWidget(self._area, 3)
        row.addLayout(side, 2)

    def take_focus(self) -> None:
        """Come in sight: propose, unless something has been typed."""
        from desk.services import handover_proposal, handovers

        office, viewer = self.session.office, self.session.viewer
        self.session.read(partial(handovers.listed, office, viewer), self._show_earlier)
        if self.form is None or self.form.form.values() == self._proposed:
            self.session.read(partial(handover_proposal.proposed, office, viewer), self._propose)
        else:
            self.form.focus_first()

    def half_typed(self) -> dict[str, Any]:
        """What was typed beside what is proposed; the password of whoever takes over is given anew."""
        if self.form is None:
            return self._kept
        typed = {id_: self.form.form.typed().get(id_, "") for id_ in self.form.form.ids if id_ != "password"}
        return {id_: words for id_, words in typed.items() if words != self._first.get(id_, "")}

    def type_again(self, typed: dict[str, Any]) -> None:
        """Put back what was typed, as soon as the form is there."""
        self._kept = typed

    def save(self) -> None:
        """Sign."""
        if self.form is not None:
            self.form.save()

    def _propose(self, found: dict[str, str]) -> None:
        from desk.services import handovers

        secret = Line(lambda text: Reading(text or None, text))
        secret.setEchoMode(QLineEdit.EchoMode.Password)
        asked = [
            *(
                Asked(id_, title, Note(_lines(found.get(id_, ""))), wide=True)
                for id_, title in handovers.SECTIONS.items()
            ),
            Asked("taker", _tr("接班人"), Line(), help=_tr("姓名首字母；空着只留言")),
            Asked("password", _tr("接班人的口令"), secret, help=_tr("接班人自己输入")),
        ]
        self.form = SmallForm(self.session, _tr("交接班"), _tr("双方签字"), asked, self._work)
        self.form.form.set_values(dict(found))
        self._proposed = self.form.form.values()
        self._first = self.form.form.typed()
        self.form.form.set_typed(self._kept)
        self._kept = {}
        self.form.cancel.hide()
        self.form.done.connect(self._done)
        self._area.setWidget(self.form)
        self.form.focus_first()

    def _work(self, given: dict[str, Any]) -> Any:
        from desk.services import handovers

        office, viewer = self.session.office, self.session.viewer
        taker = str(given.get("taker") or "")
        said = {id_: str(given.get(id_) or "") for id_ in handovers.SECTIONS}
        if not taker:
            return handovers.leave_note(office, viewer, said["note"])
        return handovers.hand_over(
            office, viewer, said, taker=taker, password=str(given.get("password") or "")
        )

    def _done(self, made: Any) -> None:
        self.form = None
        self.session.say(_tr("已记下：{words}").format(words=made.words), "good")
        self.take_focus()
        if made.taker:
            self._print(made.id)

    def _show_earlier(self, found: Any) -> None:
        self.earlier.clear()
        for one in found:
            item = QListWidgetItem(one.words)
            item.setData(_ID, one.id if one.taker else 0)
            self.earlier.addItem(item)

    def _open(self, item: QListWidgetItem) -> None:
        if item.data(_ID):
            self._print(item.data(_ID))

    def _print(self, id_: int) -> None:
        from desk.services import handovers

        office, viewer = self.session.office, self.session.viewer
        self.paper_asked.emit(_tr("交接班记录"), lambda: handovers.paper(office, viewer, id_).data)


def _lines(proposed: str) -> int:
    """How high a field is, so that what is proposed can be read without turning a tiny wheel."""
    return max(2, min(len(proposed.splitlines()) + 1, _MOST_LINES))


def _tr(words: str) -> str:
    return QCoreApplication.translate("HandoverPage", words)
