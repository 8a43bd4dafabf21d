"""A picture that belongs to a case, looked at and blacked out in parts; the original stays as it came."""

from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from desk.gui.parts import buttons, line
from desk.gui.session import Session

_HIGHEST = 420
_LEAST = 0.005
_STEP = 0.02


class Canvas(QWidget):
    """The picture with the areas that will be black. Drawn with the mouse, or with the keys: arrows move, with Shift they grow."""

    changed = Signal()

    def __init__(self, image: QImage) -> None:
        super().__init__()
        self.image = image
        self.areas: list[QRectF] = []
        self._begun: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_tr("图片：空格加一块黑，方向键移动，Shift 加方向键改大小，Delete 去掉"))
        self.setFixedHeight(_HIGHEST)

    def place(self) -> QRectF:
        """Where the picture lies in the widget."""
        size = self.image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF((self.width() - size.width()) / 2, 0, size.width(), size.height())

    def add(self, area: QRectF) -> None:
        """One more black area, in parts of the picture."""
        area = area.normalized().intersected(QRectF(0, 0, 1, 1))
        if area.width() > _LEAST and area.height() > _LEAST:
            self.areas.append(area)
            self.changed.emit()
            self.update()

    def take_back(self) -> None:
        """Without the latest area."""
        if self.areas:
            self.areas.pop()
            self.changed.emit()
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        place = self.place()
        painter.drawImage(place, self.image)
        for area in self.areas:
            painter.fillRect(self._on_screen(area), QColor("black"))
        if self.areas and self.hasFocus():
            painter.setPen(QPen(QColor("#d83b01"), 2))
            painter.drawRect(self._on_screen(self.areas[-1]))

    def _on_screen(self, area: QRectF) -> QRectF:
        place = self.place()
        return QRectF(
            place.x() + area.x() * place.width(), place.y() + area.y() * place.height(),
            area.width() * place.width(), area.height() * place.height(),
        )  # fmt: skip

    def _in_picture(self, point: QPointF) -> QPointF:
        place = self.place()
        return QPointF((point.x() - place.x()) / place.width(), (point.y() - place.y()) / place.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        self._begun = self._in_picture(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        if self._begun is not None:
            self.add(QRectF(self._begun, self._in_picture(event.position())))
            self._begun = None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        moves = {
            Qt.Key.Key_Left: (-_STEP, 0.0), Qt.Key.Key_Right: (_STEP, 0.0), Qt.Key.Key_Up: (0.0, -_STEP),
            Qt.Key.Key_Down: (0.0, _STEP),
        }  # fmt: skip
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space:
            self.add(QRectF(0.4, 0.4, 0.2, 0.1))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.take_back()
        elif key in moves and self.areas:
            self._change(moves[key], grow=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _change(self, by: tuple[float, float], *, grow: bool) -> None:
        area = self.areas.pop()
        if grow:
            area.setWidth(area.width() + by[0])
            area.setHeight(area.height() + by[1])
        else:
            area.translate(*by)
        self.areas.append(area.intersected(QRectF(0, 0, 1, 1)))
        self.update()


class PictureForm(QFrame):
    """In the place of a step's form: the picture, and what can be done with it."""

    done = Signal(object)
    closed = Signal()

    def __init__(self, session: Session, file: Any, data: bytes) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.session, self.file = session, file
        box = QVBoxLayout(self)
        box.addWidget(line(file.name, title=True))
        image = QImage.fromData(data)
        self.canvas = Canvas(image)
        self.trouble = line("", problem="error")
        self.trouble.hide()
        if image.isNull():
            box.addWidget(line(_tr("这张图片在这里打不开；可以另存副本后查看。"), problem="error"))
        else:
            about = _tr(
                "用鼠标拖出要涂黑的地方（键盘：空格加一块，方向键移动）。涂黑后另存为一件新附件，原件不变。"
            )
            box.addWidget(line(about, muted=True))
            box.addWidget(self.canvas)
        box.addWidget(self.trouble)
        deeds = [(_tr("存为涂黑件　F12"), self.save), (_tr("去掉最后一块"), self.canvas.take_back)]
        box.addWidget(buttons([*([] if image.isNull() else deeds), (_tr("关闭　Esc"), self.closed.emit)]))

    def focus_first(self) -> None:
        """Put the cursor on the picture."""
        self.canvas.setFocus()

    def save(self) -> None:
        """F12: keep a blacked copy."""
        from desk.paper.blacking import Area
        from desk.services import attachments

        areas = [Area(one.x(), one.y(), one.width(), one.height()) for one in self.canvas.areas]
        work = partial(attachments.blacken, self.session.office, self.session.viewer, self.file.id, areas)
        self.session.write(work, self.done.emit, self._refused)

    def _refused(self, error: Exception) -> None:
        from desk.domain.errors import DeskError

        if not isinstance(error, DeskError):
            self.session.fail(error)
            return
        self.trouble.setText(f"{error.message}　{error.hint}")
        self.trouble.show()


def _tr(words: str) -> str:
    return QCoreApplication.translate("Belongings", words)
