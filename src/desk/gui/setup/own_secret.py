"""One's own password and PIN: what only the clerk at the desk sets, under the password in use."""

from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desk.domain.errors import DeskError
from desk.gui.form import Asked
from desk.gui.inputs.line import Line, Reading
from desk.gui.parts import buttons, line
from desk.gui.session import Session
from desk.gui.small_form import SmallForm


class OwnSecretPage(QScrollArea):
    """A form that empties itself when it is done."""

    def __init__(self, session: Session) -> None:
        super().__init__(widgetResizable=True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.session = session
        self.form: SmallForm | None = None
        self._ask()

    def take_focus(self) -> None:
        """Put the cursor where typing begins."""
        if self.form is not None:
            self.form.focus_first()

    def save(self) -> None:
        """F12."""
        if self.form is not None:
            self.form.save()

    def _ask(self) -> None:
        me = next(one for one in self.session.office.users() if one.id == self.session.viewer.user)
        now = [Asked("password", _tr("现在的口令"), _secret(), required=True)] if me.has_password else []
        asked = [
            *now,
            Asked(
                "new", _tr("新口令"), _secret(), help=_tr("空着就不改；八位以上的口令换电脑时也能打开资料库")
            ),
            Asked("again", _tr("新口令再输一次"), _secret()),
            Asked(
                "pin", _tr("新 PIN 码"), _secret(), help=_tr("4 到 8 位数字，换人坐下时代替口令；空着就不改")
            ),
            Asked("pin_again", _tr("新 PIN 码再输一次"), _secret()),
        ]
        self.form = SmallForm(self.session, _tr("我的口令和 PIN 码"), _tr("保存"), asked, self._work)
        self.form.setMaximumWidth(640)
        self.form.cancel.hide()
        self.form.done.connect(self._done)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(24, 16, 24, 16)
        column.addWidget(line(_standing(me.has_password, me.has_pin), muted=True))
        column.addWidget(self.form)
        if me.has_pin:
            column.addWidget(buttons([(_tr("不再用 PIN 码"), self._drop)]))
        column.addStretch()
        self.setWidget(box)

    def _work(self, given: dict[str, Any]) -> Any:
        from desk.services import pins, users

        office, viewer = self.session.office, self.session.viewer
        old, new, pin = (str(given.get(id_) or "") for id_ in ("password", "new", "pin"))
        if not new and not pin:
            raise DeskError("unchanged", _tr("新口令和新 PIN 码都没有填"), _tr("请至少填一项"), "new")
        for again, typed in (("again", new), ("pin_again", pin)):
            if typed and typed != str(given.get(again) or ""):
                raise DeskError("differs", _tr("两次输入的不一样"), _tr("请重新输入"), again)
        done = users.change_own_password(office, viewer, old=old, new=new) if new else None
        return pins.set_pin(office, viewer, pin, password=new or old) if pin else done

    def _drop(self) -> None:
        from desk.services import pins

        work = partial(pins.drop_pin, self.session.office, self.session.viewer)
        self.session.write(work, self._done)

    def _done(self, _changes: Any) -> None:
        self._ask()
        self.take_focus()
        self.session.say(_tr("已保存"), "good")


def _standing(password: bool, pin: bool) -> str:
    words = [
        _tr("有口令") if password else _tr("还没有口令"),
        _tr("有 PIN 码") if pin else _tr("还没有 PIN 码"),
    ]
    return (
        "，".join(words)
        + "。"
        + _tr("PIN 码只在窗口已经打开时换人用；开机第一次登录、用印、签交接班仍用口令。")
    )


def _secret() -> Line:
    field = Line(lambda text: Reading(text or None, text))
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field


def _tr(words: str) -> str:
    return QCoreApplication.translate("OwnSecret", words)
