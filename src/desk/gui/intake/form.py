"""The three groups of the intake form and how they change with kind, way in and speaker."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QSizePolicy

from desk.domain.card_reader import parse_card
from desk.domain.draft import Draft, Problem
from desk.domain.surnames import surname
from desk.gui.asking import FRAME, asked_fields, channels_for, frame_of, hidden_fields
from desk.gui.form import Form, chain
from desk.gui.forms.ui_intake import Ui_IntakePage
from desk.gui.inputs.making import category_items
from desk.gui.remember import Remembered
from desk.rulebook.intake import Field
from desk.rulebook.model import Rulebook, find

_USUAL = ("channel", "station")


class IntakeForm(QObject):
    """Head, first screen and the rest. What was typed survives every change of the fields."""

    edited = Signal(str)
    left = Signal(str)
    finished = Signal()

    def __init__(self, place: Ui_IntakePage, rulebook: Rulebook, remembered: Remembered) -> None:
        super().__init__()
        self._place, self._rulebook, self._remembered = place, rulebook, remembered
        self.frame, self.first, self.more = Form(), Form(), Form()
        self._groups = (self.frame, self.first, self.more)
        self._fields: tuple[Field, ...] = ()
        self._aside: dict[str, Any] = {}
        self._blank: dict[str, Any] = {}
        place.frame_layout.addWidget(self.frame)
        place.first_layout.addWidget(self.first)
        place.more_layout.addWidget(self.more)
        place.more_about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.frame.ask(frame_of(rulebook))
        self._connect()

    def _connect(self) -> None:
        for group in self._groups:
            group.edited.connect(self._edited)
            group.left.connect(self.left)
        self._place.more.toggled.connect(self._open_more)
        self.frame.finished.connect(self.first.focus_first)
        self.first.went_before.connect(self.frame.focus_last)
        self.first.finished.connect(self._after_first)
        self.more.went_before.connect(self.first.focus_last)
        self.more.finished.connect(self.finished)
        self.frame.input("kind").chosen.connect(self._kind_chosen)
        self.frame.input("channel").chosen.connect(lambda _: self._ask_fields())

    # --- starting and filling ---

    def start(self, now: datetime) -> None:
        """Empty, with the rulebook's first kind, the usual way in and window, and the present time."""
        self._aside = {}
        self.first.clear()
        self.more.clear()
        self.frame.show_problems(())
        self._place.more.setChecked(False)
        usual = {key: self._remembered.get(f"usual/{key}", "") for key in _USUAL}
        kind = self._rulebook.kinds[0].id  # never the last one: clerks type on without looking up
        self.frame.set_values({"kind": kind})
        self._narrow_lists()
        open_ = {item.id for item in channels_for(self._rulebook, self._kind())}
        channel = usual["channel"] if usual["channel"] in open_ else self._likely_channel(kind)
        self.frame.set_values(
            {"channel": channel, "station": usual["station"], "category": None, "received_at": now}
        )
        self._ask_fields()
        self._blank = self.typed()["values"]

    def keep_usual(self) -> None:
        """Remember for the next form what rarely changes at one window."""
        values = self.frame.values()
        for key in _USUAL:
            self._remembered.keep(f"usual/{key}", str(values.get(key, "")))

    def typed(self) -> dict[str, Any]:
        """What stands there, as typed: it can be kept and put back."""
        return {**self.frame.typed(), "values": {**self._aside, **self.first.typed(), **self.more.typed()}}

    def set_typed(self, typed: Mapping[str, Any]) -> None:
        """Put back what was typed."""
        for keys in (("kind",), FRAME):  # the kind first: the lists of the others follow it
            self.frame.set_typed({key: typed[key] for key in keys if key in typed})
            self.frame.tidy()
            self._narrow_lists()
        values = dict(typed.get("values", {}))
        self._aside |= values
        self._ask_fields()
        self.first.set_typed(values)
        self.more.set_typed(values)
        self._show_speaker()
        if self.more.typed():
            self._place.more.setChecked(True)

    # --- values ---

    @property
    def ids(self) -> tuple[str, ...]:
        """Everything asked, in order."""
        return tuple(id_ for group in self._groups for id_ in group.ids)

    def draft(self, now: datetime) -> Draft:
        """What stands there, as a value. A moment of receipt that cannot be read is told by ``misread``."""
        frame = self.frame.values()
        received = frame.get("received_at")
        return Draft(
            kind=frame.get("kind", ""), channel=frame.get("channel", ""), category=frame.get("category", ""),
            station=frame.get("station", ""), received_at=received if isinstance(received, datetime) else now,
            values={**self.first.values(), **self.more.values()},
        )  # fmt: skip

    def misread(self) -> list[Problem]:
        """A moment of receipt that cannot be read, or is missing."""
        received = self.frame.values().get("received_at")
        if isinstance(received, datetime):
            return []
        words = (
            self.tr("“{typed}”不是日期和时间").format(typed=str(received)[:24])
            if received
            else self.tr("请填写收到时间")
        )
        return [Problem("received_at", "bad_moment", words, self.tr("例：2026-1-5 9:30、昨天 14:00、9:30"))]

    def has_content(self) -> bool:
        """Whether the clerk typed anything into the fields, beyond what stands there from the start."""
        return self.typed()["values"] != self._blank

    def title(self) -> str:
        """A line by which the clerk knows the draft again: who, what, and when it was received."""
        return title_of(self.typed())

    # --- problems and moving ---

    def name_of(self, id_: str) -> str:
        """The title of a field, empty where it is not asked."""
        return self._group(id_).title(id_) if id_ in self.ids else ""

    def problem(self, id_: str) -> Problem | None:
        """What is shown at a field."""
        return self._group(id_).problem(id_)

    def show_problem(self, id_: str, problem: Problem | None) -> None:
        """Show it at its field."""
        self._group(id_).show_problem(id_, problem)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show all of them, each at its field; the rest opens where one of them lies there."""
        for group in self._groups:
            group.show_problems(problems)
        if any(problem.field in self.more.ids for problem in problems):
            self._place.more.setChecked(True)

    def focus(self, id_: str, *, again: bool = False) -> None:
        """Go to a field, ``again`` to where the cursor was in it; to the first one where the field is not here."""
        if id_ in self.more.ids:
            self._place.more.setChecked(True)
        if id_ in self.ids:
            self._group(id_).focus(id_, again=again)
        else:
            self.frame.focus_first()

    def focused(self) -> str:
        """The field with the cursor."""
        return next((id_ for group in self._groups if (id_ := group.focused())), "")

    def focus_first_empty(self) -> None:
        """Where the clerk starts typing."""
        empty = [
            id_ for group in (self.frame, self.first) for id_ in group.visible() if id_ not in group.values()
        ]
        self.focus(next((id_ for id_ in empty if id_ != "station"), "kind"))

    def move_on(self, id_: str) -> None:
        """To the field after this one."""
        self._group(id_).input(id_).advanced.emit()

    def tidy(self) -> None:
        """Finish what is being typed."""
        for group in self._groups:
            group.tidy()

    def split_burst(self, id_: str) -> None:
        """A card reader types name, number and address into one field: put each where it belongs."""
        owner, _, part = id_.partition(".")
        if id_ not in self.ids or owner not in ("complainant", "proxy") or part not in ("name", "id_number"):
            return
        card = parse_card(str(self._group(id_).input(id_).typed()))
        if card is None or not (card.name or part == "name"):
            return
        read = {"name": card.name, "id_number": card.number, "address": card.address}
        found = {f"{owner}.{key}": text for key, text in read.items() if text or key == "name"}
        self._aside |= found
        self.first.set_typed(found)
        self.more.set_typed(found)

    # --- changing fields ---

    def _edited(self, id_: str) -> None:
        if id_ == "speaker":
            self._show_speaker()
        self.edited.emit(id_)

    def _kind_chosen(self, _kind: str) -> None:
        self._narrow_lists()
        self._ask_fields()

    def _narrow_lists(self) -> None:
        kind = self._kind()
        shown = self.frame.input("kind")
        shown.setProperty("unusual", kind is not None and kind.id != self._rulebook.kinds[0].id)
        shown.style().unpolish(shown)
        shown.style().polish(shown)
        self.frame.input("channel").set_items(channels_for(self._rulebook, kind))
        if "category" in self.frame.ids:
            self.frame.input("category").set_items(category_items(self._rulebook, kind.id if kind else ""))

    def _ask_fields(self) -> None:
        frame = self.frame.values()
        fields = self._rulebook.fields_at(
            "register", str(frame.get("kind", "")), str(frame.get("channel", ""))
        )
        if fields == self._fields:
            return
        self._aside |= {**self.first.typed(), **self.more.typed()}
        self._fields = fields
        kind = str(frame.get("kind", ""))
        hidden = hidden_fields(self._rulebook, fields, self._aside)
        self.first.ask(asked_fields(self._rulebook, [field for field in fields if field.first], kind), hidden)
        self.more.ask(
            asked_fields(self._rulebook, [field for field in fields if not field.first], kind, later=True),
            hidden,
        )
        self.first.set_typed(self._aside)
        self.more.set_typed(self._aside)
        place = self._place
        place.more_card.setVisible(bool(self.more.ids))
        chain(
            [
                *self.frame.inputs, *self.first.inputs, place.more, *self.more.inputs,
                place.save_button, place.park_button, place.repeat_button,
            ]
        )  # fmt: skip
        self._show_speaker()
        self._open_more(self._place.more.isChecked())

    def _show_speaker(self) -> None:
        values = {**self.first.values(), **self.more.values()}
        hidden = hidden_fields(self._rulebook, self._fields, values)
        self.first.show_only(hidden)
        self.more.show_only(hidden)

    def _open_more(self, is_open: bool) -> None:
        self._place.more_place.setVisible(is_open)
        self._place.more.setText(
            self.tr("▾ 更多（可以以后补）") if is_open else self.tr("▸ 更多（可以以后补）")
        )
        names = "、".join(self.more.title(id_) for id_ in self.more.visible()[:9])
        self._place.more_about.setText("" if is_open else names)

    def _after_first(self) -> None:
        if self._place.more.isChecked() and self.more.visible():
            self.more.focus_first()
        else:
            self.finished.emit()

    def _group(self, id_: str) -> Form:
        return next((group for group in self._groups if id_ in group.ids), self.frame)

    def _kind(self) -> Any:
        try:
            return find(self._rulebook.kinds, str(self.frame.values().get("kind", "")))
        except KeyError:
            return None

    def _likely_channel(self, kind: str) -> str:
        open_ = [
            c
            for c in self._rulebook.channels
            if not find(self._rulebook.kinds, kind).channels
            or c.id in find(self._rulebook.kinds, kind).channels
        ]
        return next((channel.id for channel in open_ if channel.on_site), open_[0].id if open_ else "")


def title_of(typed: Mapping[str, Any]) -> str:
    """A line or two by which the clerk knows a draft again: queue number and surname, what, and when it was received."""
    values = typed.get("values", {})
    name = str(values.get("complainant.name") or "")
    who = (surname(name) or name[:1]) if name else QCoreApplication.translate("IntakeForm", "未填姓名")
    if queue := str(values.get("queue_number") or ""):
        who = QCoreApplication.translate("IntakeForm", "{queue}号　{who}").format(queue=queue[:8], who=who)
    what = str(values.get("subject") or values.get("narrative") or "")[:16]
    return f"{who}　{what}\n{typed.get('kind', '')}　{str(typed.get('received_at', ''))[-5:]}"
