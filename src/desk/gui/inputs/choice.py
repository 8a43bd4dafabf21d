"""Choosing from a list by typing: a word of the name, its pinyin initials, or its place in the list."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from PySide6.QtCore import QModelIndex, QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView

from desk.gui.inputs.line import Line, tidy_code

_ROWS = 10
_TAKES = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Item(NamedTuple):
    """Something that can be chosen: its id, its name, and the heading it stands under."""

    id: str
    name: str
    under: str = ""

    @property
    def words(self) -> str:
        """Name with its heading, as the list shows it."""
        return f"{self.name}　（{self.under}）" if self.under else self.name


@lru_cache(maxsize=4096)
def readings_of(name: str) -> tuple[str, ...]:
    """The pinyin initials of a name: the usual ones whole, then pieces in every other reading."""
    from desk.domain.names import initial_grams, initials

    return (initials(name), *initial_grams(name))


class Choice(Line):
    """One of a list. Nothing is forced: words that fit no entry stay and are told under the field."""

    type_ = "choice"
    chosen = Signal(str)

    def __init__(self, items: Sequence[Item] = ()) -> None:
        super().__init__(type_="choice")
        self._items = tuple(items)
        self._shown: list[Item] = []
        self._popup: QListView | None = None
        self._last = ""
        self.setPlaceholderText(self.tr("拼音首字母或文字，F4 全部"))
        self.textEdited.connect(self._offer)

    @property
    def items(self) -> tuple[Item, ...]:
        """What can be chosen."""
        return self._items

    def set_items(self, items: Sequence[Item]) -> None:
        """Offer another list; a choice that is not in it goes, words that never were a choice stay."""
        kept = self.chosen_id()
        self._items = tuple(items)
        if kept:
            self.set_value(kept)

    def value(self) -> Any:
        """The id chosen, the words where they fit no entry, or None."""
        return self.chosen_id() or self.text().strip() or None

    def chosen_id(self) -> str:
        """The id chosen, or nothing."""
        return next((item.id for item in self._items if item.name == self.text().strip()), "")

    def set_value(self, value: Any) -> None:
        """Choose by id."""
        self.setText(next((item.name for item in self._items if item.id == value), ""))
        self.setCursorPosition(0)
        self._last = str(value or "")

    def tidy(self) -> None:
        """Take the one entry that is meant, if only one can be."""
        typed = self.text().strip()
        if typed and not self.chosen_id():
            found = self.matching(typed)
            if len(found) == 1:
                self._take(found[0])
        self._tell_if_new()

    def matching(self, typed: str) -> list[Item]:
        """The entries that ``typed`` may mean, the likeliest first."""
        sought = tidy_code(typed).lower()
        if not sought:
            return list(self._items)
        if (
            sought.isdigit()
            and 0 < int(sought) <= len(self._items)
            and not any(sought in item.name for item in self._items)
        ):
            return [self._items[int(sought) - 1]]
        by_name = [
            item for item in self._items if sought in item.name.lower() or sought in item.under.lower()
        ]
        by_name.sort(key=lambda item: not item.name.lower().startswith(sought))
        if sought.isascii() and sought.isalpha():
            by_name += [
                i for i in self._items if i not in by_name and readings_of(i.name)[0].startswith(sought)
            ]
            by_name += [
                i for i in self._items if i not in by_name and any(sought in r for r in readings_of(i.name))
            ]
        return by_name

    def show_all(self) -> None:
        """F4: the whole list, the present choice marked."""
        self._show(list(self._items))
        current = next((n for n, item in enumerate(self._shown) if item.id == self.chosen_id()), 0)
        self._mark(current)

    def is_open(self) -> bool:
        """Whether the list stands under the field."""
        return self._popup is not None and self._popup.isVisible()

    def offered(self) -> list[str]:
        """The names in the open list."""
        return [item.name for item in self._shown] if self.is_open() else []

    def close_list(self) -> None:
        """Put the list away."""
        if self._popup is not None:
            self._popup.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        key = event.key()
        if key in (Qt.Key.Key_F4, Qt.Key.Key_Down) and not self.is_open():
            self.show_all()
        elif self.is_open() and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._mark(self._marked() + (1 if key == Qt.Key.Key_Down else -1))
        elif self.is_open() and key == Qt.Key.Key_Escape:
            self.close_list()
        elif self.is_open() and key in _TAKES and not self.is_composing and self._marked() >= 0:
            self._pick(self._shown[self._marked()])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        super().mousePressEvent(event)
        if not self.isReadOnly():
            self.close_list() if self.is_open() else self.show_all()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        self.close_list()
        super().focusOutEvent(event)

    def _offer(self, typed: str) -> None:
        found = self.matching(typed) if typed.strip() else []
        if found:
            self._show(found)
            self._mark(0)
        else:
            self.close_list()

    def _show(self, items: list[Item]) -> None:
        self._shown = items
        popup = self._list()
        popup.setModel(QStringListModel([item.words for item in items], popup))
        row = popup.sizeHintForRow(0) if items else 24
        room = self.window().rect()
        below = self.mapTo(self.window(), QPoint(0, self.height() + 1))
        height = min(len(items), _ROWS) * row + 8
        if below.y() + height > room.bottom():
            above = self.mapTo(self.window(), QPoint(0, -height - 1))
            below = above if above.y() >= 0 else below
        width = max(self.width(), min(popup.sizeHintForColumn(0) + 40, room.width() - below.x() - 8))
        popup.setGeometry(below.x(), below.y(), width, min(height, room.bottom() - below.y()))
        popup.raise_()
        popup.show()

    def _list(self) -> QListView:
        # A child of the window, not a window of its own: it never takes the focus from the input method.
        if self._popup is None or self._popup.parent() is not self.window():
            self._popup = QListView(self.window())
            self._popup.setObjectName("offers")
            self._popup.setAccessibleName(self.tr("可选项"))
            self._popup.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._popup.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
            self._popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._popup.setUniformItemSizes(True)
            self._popup.clicked.connect(self._clicked)
        return self._popup

    def _clicked(self, index: QModelIndex) -> None:
        self._pick(self._shown[index.row()])

    def _marked(self) -> int:
        return self._popup.currentIndex().row() if self._popup else -1

    def _mark(self, row: int) -> None:
        if self._popup and self._shown:
            self._popup.setCurrentIndex(self._popup.model().index(row % len(self._shown), 0))

    def _pick(self, item: Item) -> None:
        self._take(item)
        self.close_list()
        self._tell_if_new()
        self.advanced.emit()

    def _take(self, item: Item) -> None:
        self.setText(item.name)
        self.edited.emit()

    def _tell_if_new(self) -> None:
        now = self.chosen_id()
        if now != self._last:
            self._last = now
            self.chosen.emit(now)


class Choices(Choice):
    """Several of a list: choosing an entry adds it, choosing it again takes it away. Shown with 、 between."""

    type_ = "choices"

    def value(self) -> Any:
        """The ids chosen, or None."""
        ids = {item.name: item.id for item in self.items}
        return tuple(ids.get(name, name) for name in self._names()) or None

    def set_value(self, value: Any) -> None:
        """Choose by ids."""
        names = {item.id: item.name for item in self.items}
        self.setText("、".join(names[one] for one in value or () if one in names))

    def matching(self, typed: str) -> list[Item]:
        """The entries that the words after the last mark may mean."""
        return super().matching(typed.replace(",", "、").replace("，", "、").rpartition("、")[2])

    def tidy(self) -> None:
        """What is meant by the last words, if only one entry can be."""
        known = {item.name for item in self.items}
        if any(name not in known for name in self._names()):
            found = self.matching(self.text())
            if len(found) == 1:
                self._take(found[0])

    def _names(self) -> list[str]:
        return [
            name.strip()
            for name in self.text().replace(",", "、").replace("，", "、").split("、")
            if name.strip()
        ]

    def _pick(self, item: Item) -> None:
        self._take(item)
        self.close_list()

    def _take(self, item: Item) -> None:
        known = {one.name for one in self.items}
        names = [name for name in self._names() if name in known]
        names.remove(item.name) if item.name in names else names.append(item.name)
        self.setText("、".join(names))
        self.edited.emit()
