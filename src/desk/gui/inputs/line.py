"""One line of text, and how lines of other kinds read what was typed."""

import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from desk.domain.moments import OFFICE_ZONE, parse_date, parse_time

LONGEST = 2**31 - 1
"""Qt would otherwise cut at 32,767 characters without a word."""

_WIDE = {
    wide: wide - 0xFEE0 for wide in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
_WIDE[0x3000] = 0x20
_MOVES = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Reading(NamedTuple):
    """What a line's text means, and how it is written afterwards. Text that cannot be understood stays a text."""

    value: Any
    text: str


Reader = Callable[[str], Reading]


def tidy_words(text: str) -> str:
    """Words as they were meant: full-width letters and digits made narrow, Chinese punctuation left as it is."""
    return text.translate(_WIDE).strip()


def tidy_code(text: str) -> str:
    """Numbers and codes as they were meant: every compatible form made plain."""
    return unicodedata.normalize("NFKC", text).strip()


def read_words(text: str) -> Reading:
    """Any words."""
    tidy = tidy_words(text)
    return Reading(tidy or None, tidy)


def read_code(text: str) -> Reading:
    """A phone, a document number, a code: judged by the rules of intake, not here."""
    tidy = tidy_code(text)
    return Reading(tidy or None, tidy)


def read_count(text: str) -> Reading:
    """A whole number."""
    tidy = tidy_code(text).replace(",", "").removesuffix("人")
    if tidy.isascii() and tidy.isdigit():
        return Reading(int(tidy), str(int(tidy)))
    return Reading(text.strip() or None, text.strip())


def read_money(text: str) -> Reading:
    """An amount in yuan; its value is fen."""
    from desk.domain.money import parse_yuan, yuan_words

    fen = parse_yuan(text) if text.strip() else None
    return Reading(text.strip() or None, text.strip()) if fen is None else Reading(fen, yuan_words(fen))


def read_date(text: str) -> Reading:
    """A day as people type it."""
    day = parse_date(text, datetime.now(OFFICE_ZONE).date()) if text.strip() else None
    return Reading(day, f"{day:%Y-%m-%d}") if day else Reading(text.strip() or None, text.strip())


def read_moment(text: str) -> Reading:
    """A day and a time; a day alone is its beginning, a time alone is today's."""
    plain = tidy_code(text)
    if not plain:
        return Reading(None, "")
    today = datetime.now(OFFICE_ZONE).date()
    head, _, tail = plain.rpartition(" ")
    day, clock = (parse_date(head, today), parse_time(tail)) if head else (None, None)
    if day is None or clock is None:
        whole = parse_time(plain) if ":" in plain or "点" in plain or "时" in plain else None
        day, clock = (today, whole) if whole else (parse_date(plain, today), time())
    if day is None or clock is None:
        return Reading(text.strip(), text.strip())
    moment = datetime.combine(day, clock, OFFICE_ZONE)
    return Reading(moment, write(moment))


def write(value: Any, type_: str = "") -> str:
    """A value as a line shows it."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value.astimezone(OFFICE_ZONE):%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    if type_ == "money":
        from desk.domain.money import yuan_words

        return yuan_words(int(value))
    return str(value)


class Line(QLineEdit):
    """A line that Enter leaves, that loses nothing of the input method, and that tidies itself when left."""

    edited = Signal()
    left = Signal()
    advanced = Signal()
    retreated = Signal()
    poured = Signal(str)
    """More than one line's worth came at once: a card reader, or rows from a sheet."""

    wide = False
    type_ = "text"

    def __init__(self, reader: Reader = read_words, type_: str = "text") -> None:
        super().__init__()
        self.type_ = type_
        self._reader = reader
        self._composing = ""
        self.setMaxLength(LONGEST)
        self.textEdited.connect(lambda _: self.edited.emit())

    @property
    def is_composing(self) -> bool:
        """Whether the input method holds letters that are not text yet."""
        return bool(self._composing)

    def value(self) -> Any:
        """The value meant; the text itself where it cannot be understood; None where nothing stands there."""
        return self._reader(self.text()).value

    def typed(self) -> Any:
        """What stands there, as typed."""
        return self.text()

    def set_typed(self, typed: Any) -> None:
        """Put back what was typed."""
        self.setText(str(typed or ""))

    def set_value(self, value: Any) -> None:
        """Show a value."""
        self.setText(write(value, self.type_))
        self.setCursorPosition(0)

    def tidy(self) -> None:
        """Write the value the way it was understood."""
        tidied = self._reader(self.text()).text
        if tidied != self.text():
            self.setText(tidied)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: D102
        self._composing = event.preeditString()
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() in _MOVES:
            if not self.is_composing:
                self.tidy()
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                (self.retreated if back else self.advanced).emit()
            event.accept()
        elif event.key() == Qt.Key.Key_Up and not self.is_composing:
            self.retreated.emit()
        elif event.key() == Qt.Key.Key_Down and not self.is_composing:
            self.advanced.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusInEvent(event)
        if event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.OtherFocusReason,
        ):
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._composing = ""
            self.tidy()
            self.left.emit()


def pasted_rows(text: str) -> list[list[str]]:
    """Rows and cells of a paste from a sheet."""
    return [line.split("\t") for line in text.splitlines() if line.strip()]
