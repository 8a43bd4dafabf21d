"""What belongs to a case besides its flow: files, related cases, and who stands behind a sealed one."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QBuffer, QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desk.domain import file_kinds
from desk.gui.case.conflict_forms import kept_part
from desk.gui.case.identity_part import IdentityPart
from desk.gui.case.scans import Scans
from desk.gui.parts import buttons, part, row
from desk.gui.session import Session

_LARGE = 1_000_000


class Belongings(NamedTuple):
    """What was read beside the case; ``requests`` wait for this viewer's decision, ``kept`` may not know of the case.

    ``standing`` is what this viewer last asked about a sealed identity.
    """

    files: Sequence[Any] = ()
    related: Sequence[Any] = ()
    requests: Sequence[Any] = ()
    kept: Sequence[Any] = ()
    standing: Any = None


def read(office: Any, viewer: Any, view: Any) -> Belongings:
    """All of it; runs beside the windows."""
    from desk.services import attachments, conflicts, links, looks

    requests = looks.waiting(office, viewer) if viewer.may("approve") else ()
    return Belongings(
        attachments.attached(office, viewer, view.number), links.related(office, viewer, view.number),
        tuple(one for one in requests if one.case_id == view.id and one.clerk != viewer.user),
        conflicts.listed(office, viewer, view.number) if conflicts.is_superior(viewer) else (),
        looks.standing(office, viewer, view.number) if view.sealed else None,
    )  # fmt: skip


class BelongingsActs(QObject):
    """The parts of the panel for one case, and what their buttons do."""

    case_asked = Signal(str)
    changed = Signal()
    picture_fetched = Signal(object, object)

    def __init__(self, session: Session, view: Any, found: Belongings, window: QWidget) -> None:
        super().__init__(window)
        self.session, self.view, self.found, self.window = session, view, found, window
        self.scans = Scans.of(session)
        self.scans.came.connect(self.changed)

    def parts(self) -> list[QWidget]:
        """Files, related cases, and identity where it is sealed."""
        kept = kept_part(self.session, self.found.kept, self.changed.emit)
        shown = [self._files(), self._related(), *([kept] if kept else [])]
        if not self.view.sealed:
            return shown
        identity = IdentityPart(self.session, self.view, self.found.standing, self.found.requests)
        identity.changed.connect(self.changed)
        return [identity, *shown]

    # --- files ---

    def _files(self) -> QWidget:
        rows: list[QWidget] = []
        for file in self.found.files:
            shown = [(_tr("查看、涂黑"), partial(self.look_at, file))] if _is_picture(file.name) else []
            about = f"{file.name}　{_size(file.size)}　{file.at:%Y-%m-%d %H:%M}" + (
                f"\n{file.note}" if file.note else ""
            )
            rows.append(row(about, [*shown, (_tr("另存副本"), partial(self.save_file, file))]))
        rows += [
            row(_tr("扫描：{name}").format(name=one.name), [(_tr("加入"), partial(self.take_file, one))])
            for one in self.scans.fresh()
        ]
        paste, scans = (_tr("粘贴图片"), self.paste), (_tr("扫描文件夹…"), self.choose_scans)
        rows.append(buttons([(_tr("添加附件…"), self.add_file), paste, scans]))
        return part(_tr("附件"), *rows)

    def add_file(self) -> None:
        """Keep a copy of a file with the case."""
        file = self.session.dialogs.file_to_open(
            self.window, _tr("添加附件"), Path.home(), _tr("所有文件 (*)")
        )
        if file is not None:
            self.take_file(file)

    def take_file(self, file: Path) -> None:
        """The same for a file that was dropped here."""
        from desk.services import attachments

        work = partial(attachments.attach, self.session.office, self.session.viewer, self.view.number, file)
        self.scans.taken(file)
        self.session.write(
            work, lambda _: self.session.say(_tr("已添加附件：{name}").format(name=file.name), "good")
        )

    def paste(self) -> None:
        """Keep the picture that lies on the clipboard, or the files that were copied."""
        from desk.services import attachments

        found = QGuiApplication.clipboard().mimeData()  # None after something else has emptied it
        files = [Path(url.toLocalFile()) for url in (found.urls() if found else ()) if url.isLocalFile()]
        for file in files:
            self.take_file(file)
        if files:
            return
        image = QGuiApplication.clipboard().image()
        if image.isNull():
            self.session.say(_tr("剪贴板里没有图片或文件。请先截图或复制，再点“粘贴图片”。"), "warning")
            return
        data = QBuffer()
        data.open(QBuffer.OpenModeFlag.WriteOnly)
        image.save(data, "PNG")  # type: ignore[call-overload]
        name = _tr("粘贴 {time}.png").format(time=f"{self.session.office.now():%Y%m%d-%H%M%S}")
        office, viewer, png = self.session.office, self.session.viewer, bytes(data.data().data())
        work = partial(attachments.attach_made, office, viewer, self.view.number, name, png)
        self.session.write(
            work, lambda _: self.session.say(_tr("已添加附件：{name}").format(name=name), "good")
        )

    def choose_scans(self) -> None:
        """Where the scanner of this computer puts its files."""
        folder = self.session.dialogs.folder(self.window, _tr("扫描件存放的文件夹"), Path.home())
        if folder is not None:
            self.scans.watch(folder)
            self.changed.emit()

    def look_at(self, file: Any) -> None:
        """Show a picture in the panel; that it was fetched is on record."""
        from desk.services import attachments

        work = partial(attachments.contents, self.session.office, self.session.viewer, file.id)
        self.session.write(work, lambda data: self.picture_fetched.emit(file, data))

    def save_file(self, file: Any) -> None:
        """Save a copy where the clerk says; the file is never opened from here."""
        from desk.services import attachments, saving

        target = self.session.dialogs.file_to_save(
            self.window, _tr("另存副本"), Path.home() / Path(file.name).name, "*"
        )
        if target is None:
            return
        office, viewer = self.session.office, self.session.viewer
        self.session.write(
            lambda: saving.save(attachments.contents(office, viewer, file.id), target),
            lambda saved: self.session.say(_tr("已存为 {path}").format(path=saved.path), "good"),
        )

    # --- related cases ---

    def _related(self) -> QWidget:
        rows: list[QWidget] = [
            row(
                f"{one.words}　{one.number}" + (f"　{one.note}" if one.note else ""),
                [(_tr("查看"), partial(self.case_asked.emit, one.number))],
            )
            for one in self.found.related
        ]
        rows.append(
            buttons(
                [
                    (_tr("关联重复反映…"), partial(self.link, "repeats")),
                    (_tr("关联同一事件…"), partial(self.link, "same_event")),
                ]
            )
        )
        return part(_tr("相关案件"), *rows)

    def link(self, kind: str) -> None:
        """Say that another case belongs to this one."""
        from desk.services import links

        other = self.session.dialogs.reason(self.window, _tr("关联案件"), _tr("另一件的编号："))
        if other:
            work = partial(
                links.link, self.session.office, self.session.viewer, self.view.number, other, kind
            )
            self.session.write(work)


def _is_picture(name: str) -> bool:
    return name.lower().rpartition(".")[2] in {*file_kinds.PICTURES, "jpeg", "tiff"}


def _size(count: int) -> str:
    return f"{count / _LARGE:.1f} MB" if count >= _LARGE else f"{max(count // 1000, 1)} KB"


def _tr(words: str) -> str:
    return QCoreApplication.translate("Belongings", words)
