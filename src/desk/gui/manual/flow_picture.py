"""The way of a case drawn: states at the left, their steps in the middle, where each leads at the right."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.gui.look import current_look
from desk.gui.manual.flow_ways import Stop, by_words, stops
from desk.rulebook.flow import State, Step
from desk.rulebook.model import Rulebook

_PAD, _GAP, _BETWEEN = 8, 6, 22
_RADIUS = 6
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Placed:
    """A step where it stands in the picture; ``target`` is the box of the state it leads to, if it leads to another."""

    stop: Stop
    step: Step
    box: QRect
    target: QRect | None
    to: State | None


class FlowPicture(QWidget):
    """Everything is drawn from the rulebook; arrows choose a step, Enter follows it, a click on a state goes there."""

    chosen = Signal(object)
    wanted = Signal(QRect)
    """A part of the picture that should come into sight."""

    def __init__(self, book: Rulebook) -> None:
        super().__init__()
        self._book = book
        self._stops: tuple[Stop, ...] = ()
        self._places: list[Placed] = []
        self._heads: list[tuple[Stop, QRect]] = []
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("流程图"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_kind("")

    def show_kind(self, kind: str) -> None:
        """Draw the way of matters of this kind; empty draws them all."""
        self._stops = stops(self._book, kind)
        self._at = 0
        self._arrange()
        self._tell()

    @property
    def current(self) -> Step | None:
        """The step chosen."""
        return self._places[self._at].step if self._places else None

    def choose(self, step: str) -> None:
        """Choose a step by id."""
        self._go(next((n for n, place in enumerate(self._places) if place.step.id == step), self._at))

    def step_names(self) -> list[str]:
        """The steps in the order in which the arrow keys visit them."""
        return [place.step.name for place in self._places]

    def box_of(self, step: str) -> QRect:
        """Where a step stands."""
        return next(place.box for place in self._places if place.step.id == step)

    # --- arranging ---

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(640, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        line = self.fontMetrics().lineSpacing()
        width, height = max(self.width(), 520), 2 * line + 2 * _PAD
        state_w, arrow = width * 24 // 100, width * 5 // 100
        step_x = state_w + arrow
        step_w = width - step_x - arrow - state_w - 2
        boxes = {stop.state.id: stop.state for stop in self._stops if stop.state}
        self._places, self._heads, y = [], [], 2
        for stop in self._stops:
            top = y
            for step in stop.steps:
                box = QRect(step_x, y, step_w, height)
                to = (
                    boxes.get(step.to)
                    if step.to and (stop.state is None or step.to != stop.state.id)
                    else None
                )
                target = QRect(width - state_w - 2, y, state_w, height) if to else None
                self._places.append(Placed(stop, step, box, target, to))
                y += height + _GAP
            y = max(y, top + height + _GAP)
            self._heads.append((stop, QRect(2, top, state_w, height)))
            y += _BETWEEN - _GAP
        self.setFixedHeight(y)
        self.update()

    # --- keys and mouse ---

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        moves = {
            Qt.Key.Key_Down: self._at + 1, Qt.Key.Key_Up: self._at - 1,
            Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self._places) - 1,
        }  # fmt: skip
        if event.key() in moves:
            self._go(moves[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right) and self._places:
            self._follow(self._places[self._at])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        point = event.position().toPoint()
        for number, place in enumerate(self._places):
            if place.box.contains(point):
                self._go(number)
                return
            if place.target is not None and place.target.contains(point):
                self._follow(place)
                return

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusInEvent(event)
        self.update()

    def _go(self, number: int) -> None:
        if self._places:
            self._at = max(0, min(number, len(self._places) - 1))
            self.wanted.emit(self._places[self._at].box.adjusted(0, -_BETWEEN, 0, _BETWEEN))
            self._tell()

    def _follow(self, place: Placed) -> None:
        """To the first step of the state that this one leads to; a state without steps comes into sight."""
        if place.to is None:
            return
        for number, other in enumerate(self._places):
            if other.stop.state is place.to:
                self._go(number)
                return
        self.wanted.emit(next(box for stop, box in self._heads if stop.state is place.to))

    def _tell(self) -> None:
        step = self.current
        if step is not None:
            self.setAccessibleDescription(f"{step.name}，{by_words(self._book, step)}")
        self.update()
        self.chosen.emit(step)

    # --- drawing ---

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = event.rect().adjusted(0, -80, 0, 80)
        top = self.visibleRegion().boundingRect().top()
        for stop, box in self._heads:
            last = max(
                (place.box.bottom() for place in self._places if place.stop is stop), default=box.bottom()
            )
            if box.top() <= seen.bottom() and last >= seen.top():
                self._draw_lines(painter, stop, box)
                stays = max(
                    box.top(), min(top + 2, last - box.height())
                )  # a long state's name stays in sight
                self._draw_state(painter, stop, QRect(box.left(), stays, box.width(), box.height()))
        for number, place in enumerate(self._places):
            if place.box.intersects(seen):
                self._draw_step(painter, place, chosen=number == self._at)
        painter.end()

    def _draw_lines(self, painter: QPainter, stop: Stop, head: QRect) -> None:
        painter.setPen(QPen(QColor(current_look().line), 1.5))
        mine = [place for place in self._places if place.stop is stop]
        for place in mine:
            middle, bend = place.box.center().y() + 0.5, (head.right() + place.box.left()) / 2
            painter.drawLine(QPointF(bend, middle), QPointF(place.box.left(), middle))
            if place.target is not None:
                painter.drawLine(QPointF(place.box.right(), middle), QPointF(place.target.left(), middle))
                _arrow(painter, QPointF(place.target.left(), middle))
        if mine:
            bend, middle = (head.right() + mine[0].box.left()) / 2, head.center().y() + 0.5
            painter.drawLine(QPointF(bend, middle), QPointF(bend, mine[-1].box.center().y() + 0.5))
            painter.drawLine(QPointF(head.right(), middle), QPointF(bend, middle))

    def _draw_state(self, painter: QPainter, stop: Stop, box: QRect) -> None:
        if stop.state is None:
            self._box(painter, box, current_look().raised, dashed=True)
            self._two_lines(painter, box, self.tr("办理中随时可以办"), "")
            return
        _, soft = _colours(stop.state)
        self._box(painter, box, soft)
        self._stripe(painter, box, stop.state)
        end = "" if stop.steps else self.tr("　不再往下办")
        self._two_lines(
            painter, box, f"{stop.number} {stop.state.name}", phase_words(stop.state) + end, wraps=True
        )

    def _draw_step(self, painter: QPainter, place: Placed, *, chosen: bool) -> None:
        look = current_look()
        width = 3 if chosen and self.hasFocus() else 2 if chosen else 1
        self._box(
            painter,
            place.box,
            look.accent_soft if chosen else look.base,
            edge=look.accent if chosen else look.line,
            width=width,
        )
        still = "" if place.target is not None else self.tr("　状态不变")
        self._two_lines(painter, place.box, place.step.name + still, by_words(self._book, place.step))
        if place.target is not None and place.to is not None:
            self._box(painter, place.target, _colours(place.to)[1])
            self._stripe(painter, place.target, place.to)
            number = next((stop.number for stop in self._stops if stop.state is place.to), 0)
            self._two_lines(
                painter, place.target, f"→ {number} {place.to.name}", phase_words(place.to), wraps=True
            )

    def _box(
        self,
        painter: QPainter,
        box: QRect,
        ground: str,
        *,
        edge: str = "",
        width: float = 1,
        dashed: bool = False,
    ) -> None:
        pen = QPen(QColor(edge or current_look().line), width)
        if dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        inset = width / 2
        painter.drawRoundedRect(QRectF(box).adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)

    def _stripe(self, painter: QPainter, box: QRect, state: State) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(_colours(state)[0]))
        painter.drawRoundedRect(QRectF(box.left(), box.top(), 5, box.height()), 2, 2)

    def _two_lines(
        self, painter: QPainter, box: QRect, first: str, second: str, *, wraps: bool = False
    ) -> None:
        """``wraps``: a first line that is too long takes the room of the second one."""
        inner = box.adjusted(_PAD + 6, _PAD - 2, -_PAD, -_PAD + 2)
        bold = QFont(self.font())
        bold.setBold(True)
        if wraps and QFontMetrics(bold).horizontalAdvance(first) > inner.width():
            painter.setFont(bold)
            painter.setPen(QColor(current_look().text))
            painter.drawText(inner, _MIDDLE | Qt.TextFlag.TextWrapAnywhere, first)
            return
        half = inner.height() // 2 if second else inner.height()
        line = partial(self._line, painter, inner)
        line(0, half, first, bold, current_look().text)
        if second:
            line(half, inner.height() - half, second, self.font(), current_look().muted)

    def _line(
        self, painter: QPainter, inner: QRect, top: int, height: int, words: str, font: QFont, colour: str
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(QRect(inner.left(), inner.top() + top, inner.width(), height), _MIDDLE, short)


def phase_words(state: State) -> str:
    """What a state means for the office, in a word."""
    return {"open": "办理中", "waiting": "等待中", "closed": "已办结", "refused": "不办"}[state.phase]


def _colours(state: State) -> tuple[str, str]:
    """Strong and soft colour of a state's phase."""
    look = current_look()
    return {
        "open": (look.accent, look.accent_soft), "waiting": (look.warn, look.warn_soft),
        "closed": (look.good, look.good_soft), "refused": (look.muted, look.raised),
    }[state.phase]  # fmt: skip


def _arrow(painter: QPainter, tip: QPointF) -> None:
    painter.save()
    painter.setBrush(painter.pen().color())
    painter.drawPolygon(QPolygonF([tip, tip + QPointF(-7, -4), tip + QPointF(-7, 4)]))
    painter.restore()
