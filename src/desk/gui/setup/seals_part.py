"""Electronic seals in the settings: a picture for each seal of the rulebook, and who may press it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem, QWidget

from desk.gui.forms.ui_setup_seals import Ui_SealsPart
from desk.gui.session import Session


class SealsPart(QWidget, Ui_SealsPart):
    """One seal at a time; F12 keeps its new picture, or its keepers alone where no picture was chosen."""

    def __init__(self, session: Session) -> None:
        from desk.services import seal_images

        super().__init__()
        self.setupUi(self)
        self.session = session
        self._kept: dict[str, Any] = {}
        self._file: Path | None = None
        self.seals.addItems(list(seal_images.named(session.rulebook)))
        self._offer_keepers()
        self.seals.currentIndexChanged.connect(lambda _: self._show())
        self.choose.clicked.connect(self._choose)
        self.remove.clicked.connect(self._remove)
        for widget in (self.seals, self.choose, self.breadth, self.keepers, self.remove):
            widget.setEnabled(session.viewer.may("configure") and self.seals.count() > 0)
        if not self.seals.count():
            self.state.setText(self.tr("规则簿里没有写明用印的文书"))
        self._read()

    def show_file(self, file: Path) -> None:
        """Take this picture when it is saved."""
        self._file = file
        self.file.setText(file.name)

    def choose_keepers(self, *words: str) -> None:
        """Tick those whose line begins so, and nobody else."""
        for item in self._keepers():
            ticked = item.text().startswith(words) if words else False
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def save(self, done: Callable[[str], None], refused: Callable[[Exception], None]) -> str:
        """Keep it; the words of what is wrong, or nothing."""
        name = self.seals.currentText()
        if not name:
            return self.state.text()
        if name not in self._kept and self._file is None:
            return self.tr("请先选择“{seal}”的图片。").format(seal=name)
        if not (users := self._ticked("user")) + (roles := self._ticked("role")):
            return self.tr("请勾选至少一位保管人。")

        def then(_: Any) -> None:
            self._file = None
            self.file.setText("")
            self._read()
            done(self.tr("已保存“{seal}”的电子印章").format(seal=name))

        self.session.write(self._work(name, users, roles), then, refused)
        return ""

    def _work(self, name: str, users: list[str], roles: list[str]) -> Callable[[], Any]:
        from desk.services import seal_images

        office, viewer = self.session.office, self.session.viewer
        if self._file is None:
            return partial(seal_images.entrust, office, viewer, name, keepers=users, roles=roles)
        file, width = self._file, self.breadth.value()
        return lambda: seal_images.add(
            office, viewer, name, file.read_bytes(), width=width, keepers=users, roles=roles
        )

    def _remove(self) -> None:
        from desk.services import seal_images

        name = self.seals.currentText()
        question = self.tr("“{seal}”的图片会从资料库里删去，已经加盖的文书不变。").format(seal=name)
        if self.session.dialogs.confirm(self, self.tr("电子印章"), question, self.tr("删去")):
            office, viewer = self.session.office, self.session.viewer
            self.session.write(partial(seal_images.remove, office, viewer, name), lambda _: self._read())

    def _choose(self) -> None:
        title, kinds = self.tr("选择印章图片"), "PNG, JPEG (*.png *.jpg *.jpeg)"
        file = self.session.dialogs.file_to_open(self, title, Path.home(), kinds)
        if file is not None:
            self.show_file(file)

    def _read(self) -> None:
        from desk.services import seal_images

        def found(kept: Any) -> None:
            self._kept = {one.name: one for one in kept}
            self._show()

        self.session.read(partial(seal_images.listed, self.session.office, self.session.viewer), found)

    def _show(self) -> None:
        one = self._kept.get(self.seals.currentText())
        self.remove.setVisible(one is not None)
        if self.seals.count():
            self.state.setText(self._words(one))
        if one is not None:
            self.breadth.setValue(one.width)
        for item in self._keepers():
            kind, id_ = item.data(Qt.ItemDataRole.UserRole)
            ticked = one is not None and id_ in (one.users if kind == "user" else one.roles)
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def _words(self, one: Any) -> str:
        if one is None:
            return self.tr("没有存图片：文书出具后盖实物印章")
        return self.tr("已存：{width:g}×{height:g} 毫米，{day:%Y-%m-%d} {who}存入").format(
            width=one.width, height=one.height, day=one.at, who=self.session.office.user_name(one.by)
        )

    def _offer_keepers(self) -> None:
        for user in self.session.office.users():
            if user.active:
                self._offer(("user", user.id), user.name)
        for role in self.session.rulebook.roles:
            self._offer(("role", role.id), self.tr("岗位：{name}").format(name=role.name))

    def _offer(self, who: tuple[str, str], words: str) -> None:
        item = QListWidgetItem(words)
        item.setData(Qt.ItemDataRole.UserRole, who)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked)
        self.keepers.addItem(item)

    def _keepers(self) -> list[QListWidgetItem]:
        return [self.keepers.item(row) for row in range(self.keepers.count())]

    def _ticked(self, kind: str) -> list[str]:
        chosen = (item for item in self._keepers() if item.checkState() == Qt.CheckState.Checked)
        return [id_ for of, id_ in (item.data(Qt.ItemDataRole.UserRole) for item in chosen) if of == kind]
