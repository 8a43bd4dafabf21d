"""The reception book: one line for each visit that becomes no case, in ten seconds, with a slip that names the right office."""

from functools import partial
from typing import Any
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHeaderView, QTreeWidgetItem, QWidget

from desk.domain.draft import Problem
from desk.domain.errors import DeskError
from desk.domain.reception import KINDS
from desk.gui.form import Asked, Form
from desk.gui.forms.ui_reception import Ui_ReceptionPage
from desk.gui.inputs.choice import Choice, Item
from desk.gui.inputs.line import Line
from desk.gui.session import Session
from desk.gui.task import Newest

_VISIT = int(Qt.ItemDataRole.UserRole)
_USUAL = next(iter(KINDS))


class ReceptionPage(QWidget, Ui_ReceptionPage):
    """Above the line that is being written, below those of the day."""

    slip_asked = Signal(str, object)
    """A slip to preview: its name and what draws it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setupUi(self)
        self.session = session
        self._newest = Newest()
        self._key = uuid4()
        self.form = Form(columns=2)
        self.form_layout.insertWidget(0, self.form)
        self._ask_for()
        self._set_list()
        self.form.edited.connect(self._edited)
        self.form.finished.connect(self.keep.setFocus)
        self.keep.clicked.connect(self.save)
        self.slip.clicked.connect(self.show_slip)
        session.signals.changed.connect(self._listen)
        self.start_new()

    def _ask_for(self) -> None:
        from desk.services import receptions

        places = Choice([Item(guide.name, guide.name, guide.when) for guide in receptions.guides()])
        asked = [
            Asked(
                "kind",
                self.tr("什么情况"),
                Choice([Item(id_, name) for id_, name in KINDS.items()]),
                required=True,
            ),
            Asked("who", self.tr("来访人"), Line(), help=self.tr("可以不填")),
            Asked("about", self.tr("问什么、说什么"), Line(), required=True, wide=True),
            Asked("place", self.tr("指引到"), places),
            Asked("other", self.tr("其他去处"), Line(), help=self.tr("左边没有的，写在这里")),
            Asked(
                "where", self.tr("那里的地址、电话"), Line(), wide=True, help=self.tr("记一次，下次自动带出")
            ),
        ]
        self.form.ask(asked)

    def _set_list(self) -> None:
        self.lines.setHeaderLabels(
            [
                self.tr("时间"),
                self.tr("什么情况"),
                self.tr("来访人"),
                self.tr("问什么、说什么"),
                self.tr("指引到"),
            ]
        )
        letter = self.fontMetrics().horizontalAdvance("字")
        for column, letters in ((0, 6), (1, 9), (2, 8), (4, 14)):
            self.lines.setColumnWidth(column, letter * letters)
        header = self.lines.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.lines.currentItemChanged.connect(self._chose)
        self.lines.itemActivated.connect(lambda _item: self.show_slip())

    # --- writing ---

    def start_new(self) -> None:
        """An empty line; most visits are questions."""
        self._key = uuid4()
        self.form.clear()
        self.form.set_values({"kind": _USUAL})
        self._hide_places()
        self.trouble.setText("")
        self._first = self.form.typed()
        self.form.focus("about")

    def half_typed(self) -> dict[str, Any]:
        """What was typed of a line that is not written down."""
        typed = self.form.typed()
        return typed if typed != self._first else {}

    def type_again(self, typed: dict[str, Any]) -> None:
        """Put it back."""
        self.form.set_typed(typed)
        self._hide_places()

    def _edited(self, id_: str) -> None:
        self.form.show_problem(id_, None)
        if id_ == "kind":
            self._hide_places()
        elif id_ in ("place", "other"):
            self._propose_where()

    def _hide_places(self) -> None:
        """Where to is asked of nobody but those who came to the wrong door."""
        shown = self.form.values().get("kind") == "elsewhere"
        self.form.show_only(set() if shown else {"place", "other", "where"})

    def _propose_where(self) -> None:
        from desk.services import receptions

        place = self._place()
        if place and not self.form.values().get("where"):
            work = partial(receptions.where_before, self.session.office, self.session.viewer, place)
            self.session.read(work, self._newest.only(self._put_where))

    def _put_where(self, where: str) -> None:
        if where and not self.form.values().get("where"):
            self.form.set_values({"where": where})

    def _place(self) -> str:
        given = self.form.values()
        return str(given.get("other") or given.get("place") or "")

    def save(self) -> None:
        """F12: write the line down."""
        from desk.services import receptions

        if not self.keep.isEnabled():
            return
        QGuiApplication.inputMethod().commit()
        self.form.tidy()
        given = {id_: str(value) for id_, value in self.form.values().items()}
        self.keep.setEnabled(False)
        work = partial(
            receptions.note, self.session.office, self.session.viewer, given.get("kind", ""), given.get("about", ""),
            who=given.get("who", ""), place=self._place(), where=given.get("where", ""), key=self._key,
        )  # fmt: skip
        self.session.write(work, self._kept, self._refused)

    def _kept(self, visit: Any) -> None:
        self.keep.setEnabled(True)
        self.start_new()
        self.ask(visit.id)
        if visit.kind == "elsewhere":
            self.session.say(self.tr("已记下，指引单可以打印"), "good")
        else:
            self.session.say(self.tr("已记下"), "good")

    def _refused(self, error: Exception) -> None:
        self.keep.setEnabled(True)
        if not isinstance(error, DeskError):
            self.session.fail(error)
            return
        rest = self.form.show_problems([Problem(error.field, error.code, error.message, error.hint)])
        self.trouble.setText("　".join(f"✕ {one.message}　{one.hint}".strip() for one in rest))
        self.trouble.setProperty("problem", "error")
        self.trouble.style().polish(self.trouble)
        if error.field in self.form.ids:
            self.form.focus(error.field)

    # --- the day's lines ---

    def ask(self, chosen: str = "") -> None:
        """Ask for the day's lines; the one of this id is marked."""
        from desk.services import receptions

        office = self.session.office
        work = partial(receptions.listed, office, self.session.viewer, office.now().date())
        self.session.read(work, self._newest.only(partial(self._show, chosen)))

    def _listen(self, changes: Any) -> None:
        if "receptions" in changes.what:
            self.ask()

    def _show(self, chosen: str, visits: Any) -> None:
        current = self.lines.currentItem()
        before = chosen or (current.data(0, _VISIT).id if current is not None else "")
        self.lines.clear()
        for visit in visits:
            cells = [f"{visit.at:%H:%M}", visit.kind_name, visit.who, visit.about, visit.place]
            item = QTreeWidgetItem(cells)
            item.setData(0, _VISIT, visit)
            self.lines.addTopLevelItem(item)
            if visit.id == before:
                self.lines.setCurrentItem(item)
        self.count.setText(self.tr("今天 {n} 条").format(n=len(visits)))

    def _chose(self, item: QTreeWidgetItem | None, _before: Any = None) -> None:
        visit = item.data(0, _VISIT) if item is not None else None
        self.slip.setEnabled(visit is not None and bool(visit.place))

    def show_slip(self) -> None:
        """Preview the slip of the line that is marked."""
        from desk.services import receptions

        item = self.lines.currentItem()
        visit = item.data(0, _VISIT) if item is not None else None
        if visit is not None and visit.place:
            office, viewer = self.session.office, self.session.viewer
            self.slip_asked.emit(
                self.tr("来访指引单"), lambda: receptions.slip(office, viewer, visit.id).data
            )

    def take_focus(self) -> None:
        """Begin where typing begins, with the day's lines as they are now."""
        self.form.focus("about")
        self.ask()
