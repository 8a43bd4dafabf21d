"""The rulebook as a page: its chapters as tables, what it leaves blank, its choices, the flow, and who approved it."""

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from desk.domain.handbook import BLANK, Chapter
from desk.gui.forms.ui_manual import Ui_ManualPage
from desk.gui.manual.proposal_box import version_words
from desk.gui.session import Session
from desk.gui.wrapping_table import Cells, WrappingTable
from desk.rulebook.summary import unset_values

_ROLE = int(Qt.ItemDataRole.UserRole)
_OF_KEY = {
    "clock": "clocks", "category": "categories", "scale": "levels", "indicator": "accounts", "penalty": "accounts",
    "reward": "accounts", "control": "about",
}  # fmt: skip


class Leaf(NamedTuple):
    """An entry of the list at the left: a chapter's table, or a part of the page made when it is first looked at."""

    id: str
    title: str
    columns: tuple[tuple[str, int], ...] = ()
    rows: tuple[Cells, ...] = ()
    make: Callable[[], QWidget] | None = None


class ManualPage(QWidget, Ui_ManualPage):
    """Read it, print it, compare it, choose among its readings."""

    handbook_asked = Signal(str, object)
    """A paper to preview: its name and what draws it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setupUi(self)
        self.session = session
        book = session.rulebook
        self.title.setText(version_words(book))
        self.about.setText(book.about)
        self.table = WrappingTable(self.tr("规则簿的内容"))
        self.parts.addWidget(self.table)
        self._made: dict[str, QWidget] = {}
        self._leaves = self._all_leaves()
        self.chapters.ensurePolished()  # else the rows are reckoned without the look's room around words
        for leaf in self._leaves:
            item = QListWidgetItem()
            item.setData(_ROLE, leaf.id)
            self.chapters.addItem(item)
        self._count()
        self.chapters.currentRowChanged.connect(lambda _: self._show())
        self.find_rows.textChanged.connect(lambda _: self._filter())
        self.find_rows.returnPressed.connect(self.table.setFocus)
        self.table.activated.connect(self._follow)
        self.print_book.clicked.connect(self.print_handbook)
        self.chapters.setCurrentRow(0)

    def take_focus(self) -> None:
        """Put the cursor on the list of chapters."""
        self.chapters.setFocus()

    def open(self, leaf: str) -> None:
        """Show an entry by its id: ``unset``, ``switches``, ``flow``, ``compare``, ``layout``, ``about`` or a chapter's."""
        ids = [one.id for one in self._leaves]
        self.chapters.setCurrentRow(ids.index(leaf) if leaf in ids else 0)

    def part(self) -> QWidget | None:
        """What is shown at the right."""
        return self.parts.currentWidget()

    def print_handbook(self) -> None:
        """The manual printed back: shown first, printed or saved from there."""
        from desk.services import manuals

        book = self.session.rulebook
        self.handbook_asked.emit(version_words(book), lambda: manuals.handbook(book))

    # --- what there is ---

    def _all_leaves(self) -> tuple[Leaf, ...]:
        from desk.services import manuals

        book = self.session.rulebook
        blank = tuple((words, key) for key, words in unset_values(book))
        head = [
            Leaf(
                "unset",
                self.tr("未设定的内容"),
                ((self.tr("手册没有写明"), 6), (self.tr("在规则簿里的位置"), 4)),
                blank,
            )
        ]
        if book.switches:
            head.append(Leaf("switches", self.tr("手册的选择"), make=self._switches))
        tables = [_leaf(chapter) for chapter in manuals.contents(book) if chapter.id != "switches"]
        tail = [
            Leaf("flow", self.tr("流程图"), make=self._flow), Leaf("compare", self.tr("比较和更换"), make=self._compare),
            Leaf("layout", self.tr("版式预览"), make=self._layout), Leaf("about", self.tr("关于本规则簿"), make=self._about),
        ]  # fmt: skip
        return (*head, *tables, *tail)

    def _switches(self) -> QWidget:
        from desk.gui.manual.switches import SwitchesPart

        return SwitchesPart(self.session)

    def _flow(self) -> QWidget:
        from desk.gui.manual.flow_part import FlowPart

        return FlowPart(self.session)

    def _compare(self) -> QWidget:
        from desk.gui.manual.compare import ComparePart

        return ComparePart(self.session)

    def _layout(self) -> QWidget:
        from desk.gui.manual.layout import LayoutPart

        return LayoutPart(self.session)

    def _about(self) -> QWidget:
        from desk.gui.manual.about import AboutPart

        return AboutPart(self.session)

    # --- showing ---

    def _show(self) -> None:
        leaf = self._leaf()
        if leaf.make is None:
            self._filter()
            self.parts.setCurrentWidget(self.table)
            return
        if leaf.id not in self._made:
            self._made[leaf.id] = leaf.make()
            self.parts.addWidget(self._made[leaf.id])
        self.parts.setCurrentWidget(self._made[leaf.id])

    def _leaf(self) -> Leaf:
        return self._leaves[max(self.chapters.currentRow(), 0)]

    def _filter(self) -> None:
        self._count()
        leaf = self._leaf()
        if leaf.make is None:
            found = self._matching(leaf)
            self.table.show_rows(
                leaf.columns, found or [(self.tr("（没有）"), *[""] * (len(leaf.columns) - 1))]
            )

    def _matching(self, leaf: Leaf) -> list[Cells]:
        sought = self.find_rows.text().strip().lower()
        return [row for row in leaf.rows if sought in "\t".join(row).lower()]

    def _count(self) -> None:
        """How many rows each chapter has, and how many fit the filter."""
        filtered = bool(self.find_rows.text().strip())
        for row, leaf in enumerate(self._leaves):
            number = str(len(leaf.rows)) if leaf.make is None else ""
            if filtered and number:
                number = f"{len(self._matching(leaf))} / {number}"
            mark = "⚠ " if leaf.id == "unset" and leaf.rows else ""
            self.chapters.item(row).setText(f"{mark}{leaf.title}　{number}".rstrip())

    def _follow(self, index: Any) -> None:
        """From a blank value to the chapter it stands in."""
        leaf = self._leaf()
        if leaf.id == "unset" and leaf.rows:
            key = self.table.rows.rows[index.row()][1]
            self.open(_OF_KEY.get(key.partition("(")[0].partition(".")[0], "unset"))


def _leaf(chapter: Chapter) -> Leaf:
    """A chapter's table: the rows with something blank come first, the ids are left out."""
    rows = sorted((row[1:] for row in chapter.rows), key=lambda row: not any(BLANK in cell for cell in row))
    return Leaf(chapter.id, chapter.title, chapter.columns, tuple(rows))
