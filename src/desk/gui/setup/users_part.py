"""The office's users in the settings: who works here, in which role, with which password, and who has left."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from desk.gui.forms.ui_setup_users import Ui_UsersPart
from desk.gui.session import Session
from desk.gui.small_form import SmallForm

_RIGHTS = {
    "register": "登记", "handle": "办理", "decide": "决定是否受理", "issue": "出具文书", "see_identity": "看身份信息",
    "see_sealed": "申请看保密身份", "supervise": "督办", "approve": "审批", "export": "导出明文登记簿",
    "configure": "改设置", "audit": "看操作记录",
}  # fmt: skip


class UsersPart(QWidget, Ui_UsersPart):
    """The list at the left, one user at the right; F12 saves that one."""

    turned = Signal()
    """Another user is shown."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setupUi(self)
        self.session = session
        self._users: tuple[Any, ...] = ()
        self._chosen = ""
        self.seen: dict[str, Any] = {}
        """What somebody else made of the account, once this clerk was told; otherwise the list knows."""
        for role in session.rulebook.roles:
            self.role.addItem(role.name, role.id)
        self.users.currentRowChanged.connect(self._show)
        self.another.clicked.connect(self.begin_another)
        self.role.currentIndexChanged.connect(lambda _: self._tell_rights())
        self.no_password.toggled.connect(lambda on: self.password.setEnabled(not on))
        self.form: SmallForm | None = None
        self.hand_on.clicked.connect(self._open_hand_on)
        self.name.returnPressed.connect(self.focusNextChild)
        self.password.returnPressed.connect(self.focusNextChild)
        self.card.setEnabled(session.viewer.may("configure"))
        self.another.setEnabled(session.viewer.may("configure"))
        self.show_users(session.office.users())

    def take_focus(self) -> None:
        """Put the cursor on the list."""
        self.users.setFocus()

    def show_users(self, users: tuple[Any, ...], chosen: str = "") -> None:
        """Show these users and choose one of them."""
        self._users = users
        self.users.blockSignals(True)
        self.users.clear()
        for user in users:
            self.users.addItem(QListWidgetItem(self._words(user)))
        self.users.blockSignals(False)
        self.users.setCurrentRow(next((n for n, user in enumerate(users) if user.id == chosen), 0))
        self._show(self.users.currentRow())

    def choose(self, id_: str) -> None:
        """Show a user by id."""
        self.users.setCurrentRow(next(n for n, user in enumerate(self._users) if user.id == id_))

    def begin_another(self) -> None:
        """An empty card for somebody new."""
        self._chosen = ""
        self.turned.emit()
        self.heading.setText(self.tr("新用户"))
        self.name.clear()
        self.password.clear()
        self.no_password.setChecked(False)
        self.no_password.hide()
        self.active.setChecked(True)
        self.active.setEnabled(False)
        self.hand_on.hide()
        self.back()
        self.password.setPlaceholderText(self.tr("可以不设"))
        self.name.setFocus()

    def typed(self) -> dict[str, Any]:
        """What stands on the card."""
        return {
            "name": self.name.text().strip(),
            "role": self.role.currentData(),
            "active": self.active.isChecked(),
        }

    def take(self, field: str, value: Any) -> None:
        """Put a value on the card."""
        if field == "name":
            self.name.setText(value)
        elif field == "role":
            self.role.setCurrentIndex(self.role.findData(value))
        else:
            self.active.setChecked(value)

    def save(self, done: Callable[[str], None], refused: Callable[[Exception], None]) -> str:
        """Keep the shown user; the words of what is wrong, or nothing."""
        if self.form is not None:
            self.form.save()
            return ""
        name = self.name.text().strip()
        if not name:
            self.name.setFocus()
            return self.tr("请填写姓名，它显示在案件的经过里。")
        if self._chosen == self.session.viewer.user and not self.active.isChecked():
            return self.tr("不能停用自己。请让另一位管理员来做。")

        def then(id_: str) -> None:
            self.show_users(self.session.office.users(), id_)
            done(self.tr("已保存 {name}").format(name=name))

        self.session.write(self._work(name), then, refused)
        return ""

    def _open_hand_on(self) -> None:
        """Who goes on with the work of the shown user."""
        from desk.gui.day.hand_on_form import hand_on_form

        self.back()
        self.form = form = hand_on_form(self.session, self._chosen)
        form.closed.connect(self.back)
        form.done.connect(self._handed_on)
        self.form_place.addWidget(form)
        form.focus_first()

    def _handed_on(self, done: Any) -> None:
        self.back()
        self.session.say(done.words, "good")

    def back(self) -> bool:
        """Close the open form; whether there was one."""
        if self.form is None:
            return False
        self.form.hide()
        self.form.deleteLater()
        self.form = None
        return True

    def _work(self, name: str) -> Callable[[], str]:
        from desk.services import users

        office, viewer, chosen = self.session.office, self.session.viewer, self._chosen
        role, password = str(self.role.currentData()), self.password.text()
        active, without = self.active.isChecked(), self.no_password.isChecked()
        before = next((user for user in self._users if user.id == chosen), None)
        seen = replace(before, **self.seen) if before else None

        def work() -> str:
            id_ = chosen or users.free_id(office, role)
            if not chosen:
                users.add(office, viewer, id_=id_, name=name, role=role, password=password or None)
            else:
                users.change(office, viewer, id_, name=name, role=role, active=active, seen=seen)
                if password or without:
                    users.set_password(office, viewer, id_, "" if without else password)
            office.users()
            return id_

        return work

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._users):
            return
        user = self._users[row]
        self.back()
        self.hand_on.show()
        self._chosen = user.id
        self.seen = {}
        self.turned.emit()
        self.heading.setText(self.tr("{name}（编号 {id}）").format(name=user.name, id=user.id))
        self.name.setText(user.name)
        self.role.setCurrentIndex(self.role.findData(user.role))
        self.password.clear()
        self.password.setPlaceholderText(
            self.tr("空着就不改") if user.has_password else self.tr("现在没有口令，空着就不设")
        )
        self.no_password.setChecked(False)
        self.no_password.setVisible(user.has_password)
        self.active.setEnabled(True)
        self.active.setChecked(user.active)
        self._tell_rights()

    def _tell_rights(self) -> None:
        role = next(
            (role for role in self.session.rulebook.roles if role.id == self.role.currentData()), None
        )
        rights = "、".join(_RIGHTS[right] for right in role.rights) if role else ""
        self.rights.setText(self.tr("这个岗位可以：{rights}").format(rights=rights) if rights else "")

    def _words(self, user: Any) -> str:
        roles = {role.id: role.name for role in self.session.rulebook.roles}
        marks = [self.tr("已停用")] if not user.active else []
        marks += [self.tr("有口令")] if user.has_password else []
        role = roles.get(user.role, self.tr("现行规则簿里没有的岗位"))
        words = user.name if user.name == role else f"{user.name}　{role}"
        return words + (f"　（{'、'.join(marks)}）" if marks else "")
