"""From a field of the rulebook to the input that asks for it."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from desk.domain.words import choices_of
from desk.gui.inputs.choice import Choice, Choices, Item
from desk.gui.inputs.line import (
    Line,
    Reader,
    read_code,
    read_count,
    read_date,
    read_moment,
    read_money,
    read_words,
)
from desk.gui.inputs.note import Note
from desk.gui.inputs.rows import Heading, Rows
from desk.gui.inputs.yes_no import YesNo
from desk.rulebook.intake import Category, Field
from desk.rulebook.model import Rulebook

Input = Any
"""One of the inputs; they share their words, not an ancestor (Qt's classes cannot have two)."""

_READERS: dict[str, Reader] = {
    "date": read_date, "moment": read_moment, "count": read_count, "money": read_money,
    "phone": read_code, "id_number": read_code, "credit_code": read_code,
}  # fmt: skip
_EXAMPLES = {"date": "2026-1-5、昨天", "moment": "2026-1-5 9:30", "money": "元"}


def make_input(rulebook: Rulebook, field: Field, kind: str = "") -> Input:
    """The input for ``field``."""
    type_ = field.kind_of_value
    match type_:
        case "note":
            return Note(3)
        case "yes_no":
            return YesNo()
        case "choice":
            return Choice(field_items(rulebook, field, kind))
        case "choices":
            return Choices(field_items(rulebook, field, kind))
        case "people" | "items" | "materials":
            return Rows(_headings(field), type_)
    line = Line(_READERS.get(type_, read_words), type_)
    line.setPlaceholderText(_EXAMPLES.get(type_, ""))
    return line


def field_items(rulebook: Rulebook, field: Field, kind: str = "", step: str = "") -> tuple[Item, ...]:
    """What can be chosen for a field; grounds are those of the step and kind."""
    if field.id == "ground" and not field.choices:
        fitting = [
            g
            for g in rulebook.grounds
            if (not g.kinds or kind in g.kinds) and (not step or g.step in ("", step))
        ]
        return tuple(Item(ground.id, f"{ground.code} {ground.text}".strip()) for ground in fitting)
    return tuple(Item(choice.id, choice.name) for choice in choices_of(rulebook, field))


def category_items(rulebook: Rulebook, kind: str, kept: str = "") -> tuple[Item, ...]:
    """The categories that may be chosen for a kind, each with the groups above it.

    A group may be chosen itself where the manual says whose it is; one without a department only holds others together.
    ``kept``, which a case stands in already, may stay although it is chosen for no other case any more.
    """
    parents = {entry.parent for entry in rulebook.categories}
    fitting = (
        entry for entry in rulebook.categories
        if entry.id == kept or (
            (entry.id not in parents or entry.lead or entry.choose_lead)
            and entry.enabled and (not entry.kinds or kind in entry.kinds)
        )
    )  # fmt: skip
    return tuple(Item(entry.id, entry.name, _above(rulebook, entry)) for entry in fitting)


def _above(rulebook: Rulebook, entry: Category) -> str:
    by_id = {one.id: one for one in rulebook.categories}
    names: list[str] = []
    while entry.parent in by_id and len(names) < 8:
        entry = by_id[entry.parent]
        names.insert(0, entry.name)
    return "—".join(names)


def _headings(field: Field) -> tuple[Heading, ...]:
    if field.columns:
        return tuple(
            Heading(c.id, c.name + ("＊" if c.required else ""), c.type, _yes_no(c.type))
            for c in field.columns
        )

    def tr(words: str) -> str:
        return QCoreApplication.translate("Rows", words)

    if field.kind_of_value == "people":
        return (
            Heading("name", tr("姓名")), Heading("phone", tr("联系电话"), "phone"),
            Heading("id_number", tr("证件号码"), "id_number"), Heading("address", tr("联系地址")),
        )  # fmt: skip
    if field.kind_of_value == "materials":
        return (
            Heading("name", tr("材料名称")), Heading("form", tr("原件或复印件"), "choice", _named("原件", "原件核验退还", "复印件")),
            Heading("copies", tr("份数"), "count"), Heading("pages", tr("页数"), "count"),
            Heading("held", tr("已收到"), "choice", _named("是", "否")),
        )  # fmt: skip
    return (Heading("name", tr("名称")), Heading("amount", tr("数量"), "text"), Heading("remark", tr("说明")))


def _yes_no(type_: str) -> tuple[Item, ...]:
    return _named("是", "否") if type_ == "yes_no" else ()


def _named(*names: str) -> tuple[Item, ...]:
    return tuple(Item(name, name) for name in names)
