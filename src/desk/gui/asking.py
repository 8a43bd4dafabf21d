"""What a form asks: the rulebook's fields as labels and inputs, in the manual's order."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt

from desk.gui.form import Asked
from desk.gui.inputs.choice import Choice, Choices, Item
from desk.gui.inputs.line import Line, read_moment
from desk.gui.inputs.making import Input, field_items, make_input
from desk.rulebook.criteria import holds
from desk.rulebook.intake import Field, Kind
from desk.rulebook.model import Rulebook

_IN_A_LINE = 24
"""So many characters of a hint are in sight in a line of the narrowest form."""

FRAME = ("kind", "channel", "category", "station", "received_at")
"""What every draft has besides the rulebook's fields."""


def frame_of(rulebook: Rulebook) -> list[Asked]:
    """The head of the form: kind, way in, category, station and the moment of receipt."""

    def tr(words: str) -> str:
        return QCoreApplication.translate("Intake", words)

    # Which categories there are depends on the kind, and so does the list: under some manuals each belongs to a kind.
    return [
        Asked("kind", tr("类型"), Choice(_named(rulebook.kinds)), required=True),
        Asked("channel", tr("渠道"), Choice(_named(rulebook.channels)), required=True),
        *([Asked("category", tr("类别"), Choice())] if rulebook.categories else []),
        *([Asked("station", tr("窗口"), Choice(_named(rulebook.stations)))] if rulebook.stations else []),
        Asked("received_at", tr("收到时间"), Line(read_moment, "moment"), required=True),
        Asked("registered_at", tr("登记时间"), _automatic(tr("保存时自动记下"))),
    ]


def _automatic(words: str) -> Line:
    line = Line(read_moment, "moment")
    line.setPlaceholderText(words)
    line.setReadOnly(True)
    line.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return line


def channels_for(rulebook: Rulebook, kind: Kind | None) -> tuple[Item, ...]:
    """The ways in that are open to a kind."""
    return _named(
        one for one in rulebook.channels if not kind or not kind.channels or one.id in kind.channels
    )


def asked_fields(
    rulebook: Rulebook, fields: Iterable[Field], kind: str, *, later: bool = False, step: str = ""
) -> list[Asked]:
    """The fields as a form asks them; ``later`` says under each what suffers while it is missing."""
    return [_asked(rulebook, field, kind, later=later, step=step) for field in fields]


def _asked(rulebook: Rulebook, field: Field, kind: str, *, later: bool, step: str) -> Asked:
    made = make_input(rulebook, field, kind)
    below = _hint_stands_below(made, field.hint)
    if isinstance(made, (Choice, Choices)):
        made.set_items(field_items(rulebook, field, kind, step))
    elif field.hint and not below:
        made.setPlaceholderText(field.hint)
    if field.default:
        made.set_typed(_default(rulebook, field))
    note = field.loss if later and field.loss else field.hint if below else ""
    return Asked(field.id, field.title, made, required=field.required, help=note)


def _hint_stands_below(made: Input, hint: str) -> bool:
    """Not in the field itself: where that shows what can be chosen, has no room for words, or would cut them off."""
    if isinstance(made, (Choice, Choices)) or not hasattr(made, "setPlaceholderText"):
        return True
    return isinstance(made, Line) and len(hint) > _IN_A_LINE


def _default(rulebook: Rulebook, field: Field) -> Any:
    if field.kind_of_value == "yes_no":
        return {"true": True, "yes": True, "是": True, "false": False, "no": False, "否": False}.get(
            field.default
        )
    names = {item.id: item.name for item in field_items(rulebook, field)}
    return names.get(field.default, field.default)


def hidden_fields(rulebook: Rulebook, fields: Iterable[Field], values: Mapping[str, Any]) -> set[str]:
    """The fields about somebody who speaks for the complainant, while nobody does."""
    chosen = next((one for one in rulebook.representations if one.id == values.get("speaker")), None)
    needs = chosen.needs if chosen else ()
    someone = any(need.startswith("proxy.") or need == "authority" for need in needs)
    hidden = set()
    for field in fields:
        if field.id == "representatives":
            shown = bool(chosen and chosen.most) or field.id in needs
        elif field.id.startswith("proxy."):
            shown = someone
        elif field.id == "authority":
            shown = field.id in needs
        else:
            continue
        if not shown and not (field.required_when and holds(field.required_when, dict(values))):
            hidden.add(field.id)
    return hidden if any(one.id == "speaker" for one in rulebook.fields) else set()


def _named(entries: Iterable[Any]) -> tuple[Item, ...]:
    return tuple(Item(entry.id, entry.name) for entry in entries)
