"""Who stands behind a sealed case: asked for with a reason, granted by another, open while a countdown runs, then shut."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.gui.case.case_parts import value_words
from desk.gui.copied import Copied
from desk.gui.parts import buttons, line, pairs, part, row
from desk.gui.session import Session
from desk.gui.shielding import Shield

_SECOND = 1000


class IdentityPart(QWidget):
    """One part of the panel; ``standing`` is what this clerk last asked, ``requests`` wait for this clerk's decision."""

    changed = Signal()
    """Something was decided, or the time is over: the case is to be read again."""

    def __init__(self, session: Session, view: Any, standing: Any, requests: Sequence[Any]) -> None:
        super().__init__()
        self.session, self.view, self.standing = session, view, standing
        self._shield = Shield(self)
        self._timer = QTimer(self, interval=_SECOND)
        self._timer.timeout.connect(self._tick)
        self.left = line("", problem="hint")
        self._seen = QWidget()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        about = _tr("本件身份信息保密：申请并经另一人批准后，限时可看，每次查看都有记录。")
        rows = [line(about, muted=True), *(self._request(one) for one in requests), *self._mine(), self._seen]
        box.addWidget(part(_tr("身份信息"), *rows))
        if self.is_open():
            self._timer.start()
            self._tick()
            self._shield.up()
            self._guard()

    def _guard(self) -> None:
        """The panel shows who it is for as long as this lasts: that is a look, and nothing of it stays on the clipboard."""
        Copied.of(self.session).guard(str(value) for value in self.view.case.values.values())
        if self.standing.id not in self.session.looked_at:
            self.session.looked_at.add(self.standing.id)
            self.see()

    def is_open(self) -> bool:
        """Whether the identity is open to this clerk at this moment."""
        return self.standing is not None and bool(self.standing.is_live(self.session.office.now()))

    def _request(self, request: Any) -> QWidget:
        who = self.session.office.user_name(request.clerk)
        deeds: list[tuple[str, Callable[[], None]]] = [
            (_tr("批准"), partial(self.decide, request, True)),
            (_tr("不批准"), partial(self.decide, request, False)),
        ]
        return row(_tr("{who} 申请查看：{reason}").format(who=who, reason=request.reason), deeds)

    def _mine(self) -> list[QWidget]:
        """Where the clerk's own request stands, and what can be done about it."""
        ask, see = (_tr("申请查看…"), self.ask_to_see), (_tr("查看身份"), self.see)
        if self.is_open():
            return [self.left, buttons([see, (_tr("结束查看"), self.shut)])]
        if self.standing is not None and self.standing.decided_by is None:
            told = _tr("{time} 已提出申请，等待批准。").format(time=f"{self.standing.asked_at:%m-%d %H:%M}")
            return [line(told, muted=True)]
        told = self._refused()
        return [*([line(told, muted=True)] if told else []), buttons([ask, see])]

    def _refused(self) -> str:
        if self.standing is None or self.standing.granted:
            return ""
        by = self.session.office.user_name(self.standing.decided_by)
        return _tr("上次申请没有批准（{by}）{note}").format(by=by, note=self.standing.note).strip()

    def _tick(self) -> None:
        """Tell how long it is still open; at the end everything is masked again, with the window open."""
        left = int((self.standing.until - self.session.office.now()).total_seconds())
        if left > 0:
            self.left.setText(_tr("已开放，还可查看 {m} 分 {s:02d} 秒").format(m=left // 60, s=left % 60))
            return
        self._timer.stop()
        self._hide()
        self._tell_everybody()

    def _hide(self) -> None:
        Copied.of(self.session).forget()
        self._shield.down()
        self._show(QWidget())

    def _tell_everybody(self) -> None:
        from desk.services.changes import Changes

        self.session.signals.changed.emit(Changes(frozenset({self.view.id}), frozenset({"cases"})))
        self.changed.emit()

    def ask_to_see(self) -> None:
        """Ask with a reason."""
        from desk.services import looks

        reason = self.session.dialogs.reason(self, _tr("申请查看身份信息"), _tr("请写明理由："))
        if reason:
            work = partial(looks.ask, self.session.office, self.session.viewer, self.view.number, reason)
            self.session.write(work, self._asked)

    def _asked(self, _request: Any) -> None:
        alone = sum(user.active for user in self.session.office.users()) == 1
        waits = _tr("已提出申请，等待批准")
        self.session.say(_tr("已开放 15 分钟，留待以后复核") if alone else waits, "good")
        self.changed.emit()

    def decide(self, request: Any, granted: bool) -> None:
        """Grant or refuse somebody else's request."""
        from desk.services import looks

        work = partial(looks.decide, self.session.office, self.session.viewer, request.id, granted=granted)
        self.session.write(work, lambda _: self.changed.emit())

    def see(self) -> None:
        """Show the identity while the grant lasts; the look is put on record."""
        from desk.services import looks

        self.session.write(
            partial(looks.look, self.session.office, self.session.viewer, self.view.number), self._found
        )

    def shut(self) -> None:
        """No need to see more."""
        from desk.services import looks

        self._timer.stop()
        work = partial(looks.close, self.session.office, self.session.viewer, self.view.number)
        self.session.write(work, lambda _: (self._hide(), self.changed.emit()))

    def _found(self, values: Any) -> None:
        rows = [value_words(self.session.book_of(self.view), fact, value) for fact, value in values.items()]
        Copied.of(self.session).guard(words for _, words in rows)
        self._show(pairs(rows))

    def _show(self, widget: QWidget) -> None:
        self._seen.parentWidget().layout().replaceWidget(self._seen, widget)
        self._seen.hide()
        self._seen.deleteLater()
        self._seen = widget


def _tr(words: str) -> str:
    return QCoreApplication.translate("Belongings", words)
