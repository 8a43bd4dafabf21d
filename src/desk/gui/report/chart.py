"""One picture of the report painted by us: one hue from light to dark, each number written, every number reachable."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desk.domain.pictures import HOURS, Picture, Point
from desk.domain.scene import SIZE, Box, Label, Scene, scene
from desk.gui.look import current_look

_TURNS = 0.72
"""From this shade on words on a box take the light colour."""

_HEIGHTS = {"columns": 190, "heat": 190, "rows": 210, "funnel": 210}
_ALIGN = {"left": 0.0, "center": 0.5, "right": 1.0}


class Chart(QWidget):
    """Arrow keys go from number to number, Enter or a click asks for the cases behind it."""

    opened = Signal(str, object)
    """What the number says, and the case numbers behind it."""

    def __init__(self, picture: Picture) -> None:
        super().__init__()
        self.picture = picture
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(picture.title)
        self._tell()

    @property
    def current(self) -> Point | None:
        """The number that the keys stand on."""
        return self.picture.points[self._at] if self.picture.points else None

    def words(self, point: Point) -> str:
        """What a number says: 2026-11 收到：3 件."""
        said = " ".join(filter(None, (point.series, point.label)))
        return self.tr("{name}：{count} 件").format(name=said, count=point.value)

    def go(self, index: int) -> None:
        """Stand on another number; beyond the ends nothing happens."""
        if 0 <= index < len(self.picture.points):
            self._at = index
            self._tell()
            self.update()

    def open_current(self) -> None:
        """Ask for the cases behind the number."""
        if (point := self.current) is not None:
            self.opened.emit(f"{self.picture.title}　{self.words(point)}", point.cases)

    def _tell(self) -> None:
        self.setAccessibleDescription(self.words(self.current) if self.current else "")

    # --- sizes ---

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(round(300 * self._zoom()), round(_HEIGHTS[self.picture.shape] * self._zoom()))

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return QSize(round(220 * self._zoom()), round(_HEIGHTS[self.picture.shape] * self._zoom()))

    def _zoom(self) -> float:
        """How much larger the window's letters are than the picture's."""
        return self.fontInfo().pixelSize() * 0.92 / SIZE

    def _scene(self) -> Scene:
        zoom = self._zoom()
        return scene(self.picture, self.width() / zoom, self.height() / zoom)

    # --- keys and mouse ---

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        down = len(HOURS) if self.picture.shape == "heat" else 1
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -down, Qt.Key.Key_Down: down}
        key = Qt.Key(event.key())
        if key in steps:
            self.go(self._at + steps[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go(0 if key == Qt.Key.Key_Home else len(self.picture.points) - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open_current()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        index = self.point_at(event.position())
        if index >= 0:
            self.go(index)
            self.open_current()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusInEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:  # noqa: D102
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.point_at(QPointF(event.pos()))
            words = self.words(self.picture.points[index]) if index >= 0 else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def point_at(self, place: QPointF) -> int:
        """The index of the number drawn at ``place``, -1 beside them all."""
        x, y = place.x() / self._zoom(), place.y() / self._zoom()
        for box in self._scene().boxes:
            slack = 4.0 if min(box.width, box.height) < 4 else 0.0
            across = box.x - slack <= x <= box.x + box.width + slack
            if box.point >= 0 and across and box.y - slack <= y <= box.y + box.height + slack:
                return box.point
        return -1

    # --- painting ---

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._zoom(), self._zoom())
        drawn = self._scene()
        for box in drawn.boxes:
            self._box(painter, box)
        for label in drawn.labels:
            self._label(painter, label)
        painter.end()

    def _box(self, painter: QPainter, box: Box) -> None:
        look = current_look()
        frame = QRectF(box.x, box.y, box.width, box.height)
        painter.fillRect(frame, _shade(box.shade))
        if box.point == self._at and self.hasFocus():
            painter.setPen(QPen(QColor(look.text), 1.6))
            painter.drawRect(frame.adjusted(-1.5, -1.5, 1.5, 1.5))

    def _label(self, painter: QPainter, label: Label) -> None:
        look = current_look()
        font = QFont(self.font())
        font.setPixelSize(max(round(label.size), 1))
        font.setBold(label.size > SIZE)
        painter.setFont(font)
        painter.setPen(QColor(look.on_accent if label.over > _TURNS else look.text))
        width = painter.fontMetrics().horizontalAdvance(label.text)
        painter.drawText(QPointF(label.x - width * _ALIGN[label.align], label.y), label.text)


def _shade(shade: float) -> QColor:
    """Between the ground and the accent colour."""
    ground, dark = QColor(current_look().base), QColor(current_look().accent)
    parts = (
        round(a + (b - a) * shade)
        for a, b in zip(ground.getRgb()[:3], dark.getRgb()[:3], strict=True)  # type: ignore[index]
    )
    return QColor(*parts)
