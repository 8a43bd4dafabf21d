"""A case in words: every fact and place as papers, registers and windows say it, so that they cannot disagree."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache

from desk.domain.archiving import archived_at, kept_until
from desk.domain.case import VISIT_TRIED, Case
from desk.domain.clocks import ClockState, next_due
from desk.domain.draft import Value
from desk.domain.endings import ended_at
from desk.domain.materials import told_apart
from desk.domain.moments import date_words, moment_words
from desk.domain.money import parse_yuan, yuan_words
from desk.domain.urging import record
from desk.rulebook.facts import FACTS, FieldType
from desk.rulebook.intake import Choice, Field
from desk.rulebook.kept import kept
from desk.rulebook.model import Rulebook, find
from desk.rulebook.places import ROWS_OF

Words = str | Sequence[Mapping[str, str]]
"""A text, or rows of texts by column."""

YES, NO = "是", "否"

_TABLES = {
    "department": "departments", "assisting": "departments", "cosigners": "departments", "signs_for": "departments",
    "speaker": "representations", "validity": "validities", "stage": "stages",
}  # fmt: skip
"""Facts that stand for an entry of a table of the rulebook."""


OF_NEXT_CLOCK = frozenset({"case.due_on", "case.clock"})
"""Places that hang on the clock that is due next."""
OF_ALL_CLOCKS = frozenset({"case.on_time", "extended.clock", "extended.first_due", "extended.due"})
"""Places that hang on all clocks, those that are done, too."""


def say(value: Value, type_: FieldType, choices: Sequence[Choice] = ()) -> Words:
    """One value in words: 2026年1月5日, 1,200.50, 是, the name of a choice; rows stay rows."""
    names = {choice.id: choice.name for choice in choices}
    match value:
        case bool():
            return YES if value else NO
        case datetime():
            return moment_words(value)
        case date():
            return date_words(value)
        case int() if type_ == "money":
            return yuan_words(value)
        case tuple() if value and isinstance(value[0], Mapping):
            return rows_of(value)
        case tuple():
            return "、".join(names.get(str(one), str(one)) for one in value)
    return names.get(str(value), str(value))


def rows_of(value: object) -> tuple[Mapping[str, str], ...]:
    """The rows of a value that holds rows (people, items, materials), else none."""
    return tuple(row for row in value if isinstance(row, Mapping)) if isinstance(value, tuple) else ()


def choices_of(rulebook: Rulebook, field: Field) -> tuple[Choice, ...]:
    """What can be chosen: the field's own choices, or the rulebook's table that the fact stands for."""
    if field.choices:
        return field.choices
    if field.id == "ground":
        fitting = (g for g in rulebook.grounds if not g.step or g.step in field.at)
        return tuple(Choice(id=g.id, name=f"{g.code} {g.text}".strip()) for g in fitting)
    table = _TABLES.get(field.id)
    return tuple(Choice(id=entry.id, name=entry.name) for entry in getattr(rulebook, table)) if table else ()


def fact_words(rulebook: Rulebook, values: Mapping[str, Value]) -> dict[str, Words]:
    """Every known fact in words, by id."""
    fields = _fields(rulebook)
    spoken: dict[str, Words] = {}
    for id_, value in values.items():
        field = fields.get(id_) or (Field(id=id_) if id_ in FACTS else Field(id=id_, label=id_, type="text"))
        spoken[id_] = say(value, field.kind_of_value, choices_of(rulebook, field))
    return {
        **_columns(rulebook, values),
        **spoken,
        **_materials(rulebook, values),
        **_ground(rulebook, values),
    }


@kept
def _fields(rulebook: Rulebook) -> dict[str, Field]:
    return {field.id: field for field in rulebook.fields}


def case_words(
    rulebook: Rulebook, case: Case, clocks: Sequence[ClockState] = (), asked: frozenset[str] | None = None
) -> dict[str, Words]:
    """A case's facts and the places that hang on it (``desk.rulebook.places``): all of them, or those ``asked``."""
    values = case.values
    if asked is not None:
        values = {id_: value for id_, value in values.items() if id_ in _behind(asked)}
    return {
        **fact_words(rulebook, values),
        **{place: told(rulebook, case) for place, told in _OF_CASE.items() if _is_asked(place, asked)},
        **{place: _said(moment) for place, moment in case_dates(rulebook, case, clocks, asked).items()},
        **_of_clocks(rulebook, case, clocks),
    }


def _is_asked(place: str, asked: frozenset[str] | None) -> bool:
    return asked is None or place in asked


@lru_cache(maxsize=64)
def _behind(asked: frozenset[str]) -> frozenset[str]:
    """The facts behind the places: of ``people.share.sum``, a sum of a column, each beginning of it may be the fact."""
    parts = [ROWS_OF.get(place, place).split(".") for place in asked]
    return frozenset(".".join(one[:end]) for one in parts for end in range(1, len(one) + 1))


def _urged(rulebook: Rulebook, case: Case) -> str:
    """How often the department was urged and supervised: 催办 2 次，督办 1 次; empty where it never was (CAP-78)."""
    counted = []
    for name, effect in (("催办", "urge"), ("督办", "supervise")):
        times = sum(len(case.when(step.id)) for step in rulebook.steps if effect in step.effects)
        counted += [f"{name} {times} 次"] if times else []
    return "，".join(counted)


def _returned(rulebook: Rulebook, case: Case) -> str:
    """How often something was sent back: 2 次; empty where it never was (CAP-69)."""
    times = sum(len(case.when(step.id)) for step in rulebook.steps if "return" in step.effects)
    return f"{times} 次" if times else ""


def _progress(rulebook: Rulebook, case: Case) -> tuple[Mapping[str, str], ...]:
    """What has moved the case so far, as whoever asks is told: each step and its day (000:267, 352)."""
    moving = {step.id: step.name for step in rulebook.steps if step.to}
    taken = ((moving[one.step], one.at) for one in case.timeline if one.step in moving and not one.undone)
    return tuple(
        {"name": name, "on": date_words(at.date())} for name, at in (("登记", case.registered_at), *taken)
    )


def _tries(case: Case) -> str:
    """How often nobody was reached for the return visit: 2 次; empty where somebody was at once."""
    times = len(case.when(VISIT_TRIED))
    return f"{times} 次" if times else ""


def category_words(rulebook: Rulebook, category: str) -> str:
    """The category with the groups above it: 食品—流通环节."""
    names: list[str] = []
    while category and len(names) < 8:
        entry = next((entry for entry in rulebook.categories if entry.id == category), None)
        if entry is None:
            return category
        names.insert(0, entry.name)
        category = entry.parent
    return "—".join(names)


def category_code(rulebook: Rulebook, category: str) -> str:
    """The manual's code of the category; empty where it has none."""
    return next((entry.code for entry in rulebook.categories if entry.id == category), "")


def category_title(rulebook: Rulebook, category: str) -> str:
    """The category with its code before it, as figures name it."""
    return f"{category_code(rulebook, category)} {category_words(rulebook, category)}".strip()


def level_words(rulebook: Rulebook, levels: Mapping[str, str]) -> str:
    """The levels on all scales: 重大投诉、A级."""
    found = [
        level.name for scale in rulebook.scales for level in scale.levels if levels.get(scale.id) == level.id
    ]
    return "、".join(found)


def case_dates(
    rulebook: Rulebook, case: Case, clocks: Sequence[ClockState] = (), asked: frozenset[str] | None = None
) -> dict[str, date | datetime | None]:
    """The days and moments of a case by place, all or those ``asked``; None for what has not come about."""
    governing = next_due(clocks)
    return {
        **{place: of(rulebook, case) for place, of in _DATES.items() if _is_asked(place, asked)},
        "case.due_on": governing.due.date() if governing and governing.due else None,
        **{
            place: entry.at
            for entry in case.timeline
            if not entry.undone and _is_asked(place := f"at.{entry.step}", asked)
        },
    }


def _accepted(rulebook: Rulebook, case: Case) -> datetime | None:
    steps = {step.id for step in rulebook.steps if "accept" in step.effects}
    return max(
        (entry.at for entry in case.timeline if entry.step in steps and not entry.undone), default=None
    )


_DATES: Mapping[str, Callable[[Rulebook, Case], date | datetime | None]] = {
    "case.received_on": lambda _, case: case.received_at.date(),
    "case.received_at": lambda _, case: case.received_at,
    "case.registered_on": lambda _, case: case.registered_at.date(),
    "case.registered_at": lambda _, case: case.registered_at,
    "case.handed_on_at": lambda _, case: case.handed_on_at,
    "case.accepted_on": lambda book, case: _day(_accepted(book, case)),
    "case.closed_on": lambda book, case: _day(ended_at(book, case)),
    "case.archived_on": lambda book, case: _day(archived_at(book, case)),
    "case.kept_until": kept_until,
}
"""The days and moments of a case that no clock tells, and how each is found."""


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _days(rulebook: Rulebook, case: Case) -> str:
    """How many days the case took, the day of receipt not counted; nothing while it is open."""
    ended = ended_at(rulebook, case)
    return str((ended.date() - case.received_at.date()).days) if ended else ""


_OF_CASE: Mapping[str, Callable[[Rulebook, Case], Words]] = {
    "case.number": lambda _, case: case.number,
    "case.kind": lambda book, case: name_of(book.kinds, case.kind),
    "case.channel": lambda book, case: name_of(book.channels, case.channel),
    "case.category": lambda book, case: category_words(book, case.category),
    "case.category_code": lambda book, case: category_code(book, case.category),
    "case.level": lambda book, case: level_words(book, case.levels),
    "case.state": lambda book, case: name_of(book.states, case.state),
    "case.station": lambda book, case: name_of(book.stations, case.station),
    "case.department_names": lambda book, case: _department_names(
        book, str(case.values.get("department", ""))
    ),
    "case.department": lambda book, case: name_of(book.departments, str(case.values.get("department", ""))),
    "case.validity": lambda book, case: name_of(book.validities, str(case.values.get("validity", ""))),
    "case.first_receiver": lambda _, case: case.first_receiver,
    "case.days": _days,
    "case.urged": _urged,
    "case.returned": _returned,
    "case.urgings": record,
    "progress": _progress,
    "case.visit_tries": lambda _, case: _tries(case),
}
"""What hangs on a case beside its facts, days and clocks, and how each is said."""


def _said(moment: date | datetime | None) -> str:
    match moment:
        case None:
            return ""
        case datetime():
            return moment_words(moment)
    return date_words(moment)


def name_of(entries: Sequence[object], id_: str) -> str:
    """The name of the entry with this id; an id that is not there stands for itself."""
    try:
        return str(find(entries, id_).name)  # type: ignore[arg-type]
    except KeyError:
        return id_


def _department_names(rulebook: Rulebook, department: str) -> str:
    """Name and other names of a department: forms tick their boxes by whichever they print (D-09)."""
    found = next((entry for entry in rulebook.departments if entry.id == department), None)
    return "、".join((found.name, *found.aliases)) if found else department


def _on_time(clocks: Sequence[ClockState]) -> str:
    judged = [state for state in clocks if state.due]
    if not judged:
        return ""
    return NO if any(state.standing in ("late_done", "overdue") for state in judged) else YES


def _of_clocks(rulebook: Rulebook, case: Case, clocks: Sequence[ClockState]) -> dict[str, Words]:
    governing = next_due(clocks)
    return {
        "case.clock": governing.name if governing else "",
        "case.on_time": _on_time(clocks),
        **_extended(rulebook, case, clocks),
    }


def _extended(rulebook: Rulebook, case: Case, clocks: Sequence[ClockState]) -> dict[str, Words]:
    """The clock that was extended last, with the date before and the date now (CAP-54)."""
    extends = _extends(rulebook)
    granted = [extends[entry.step] for entry in case.timeline if entry.step in extends and not entry.undone]
    clock = next((state for state in clocks if granted and state.id == granted[-1]), None)
    if clock is None:
        return {}
    return {
        "extended.clock": clock.name,
        "extended.first_due": _said(clock.first_due),
        "extended.due": _said(clock.due),
    }


@kept
def _extends(rulebook: Rulebook) -> dict[str, str]:
    return {step.id: step.extends for step in rulebook.steps if step.extends}


def _columns(rulebook: Rulebook, values: Mapping[str, Value]) -> dict[str, Words]:
    """Every column of every list by itself: the shares of those who are liable, one after the other; and its total."""
    lists = {id_: rows for id_, value in values.items() if (rows := rows_of(value))}
    return _totals(rulebook, lists) | {
        f"{id_}.{column}": "、".join(filter(None, (row.get(column, "") for row in rows)))
        for id_, rows in lists.items()
        for column in dict.fromkeys(column for row in rows for column in row)
    }


def _totals(rulebook: Rulebook, lists: Mapping[str, Sequence[Mapping[str, str]]]) -> dict[str, Words]:
    """The sum of every column of amounts or counts (CAP-12): ``<list>.<column>.sum``. Phones look like numbers, too."""
    summed = _summed(rulebook)
    totals: dict[str, Words] = {}
    for id_, rows in lists.items():
        for column in dict.fromkeys(column for row in rows for column in row if (id_, column) in summed):
            amounts = [parse_yuan(row[column]) for row in rows if row.get(column)]
            if None not in amounts:
                totals[f"{id_}.{column}.sum"] = yuan_words(sum(amount or 0 for amount in amounts))
    return totals


@kept
def _summed(rulebook: Rulebook) -> frozenset[tuple[str, str]]:
    return frozenset(
        (field.id, column.id)
        for field in rulebook.fields
        for column in field.columns
        if column.total or column.type in ("money", "count")
    )


def _materials(rulebook: Rulebook, values: Mapping[str, Value]) -> dict[str, Words]:
    if not rows_of(values.get("materials")):
        return {}
    held, lacking = told_apart(rulebook, values["materials"])
    return {"materials_held": held, "materials_missing": lacking}


def _ground(rulebook: Rulebook, values: Mapping[str, Value]) -> dict[str, Words]:
    chosen = values.get("ground")
    ground = next((entry for entry in rulebook.grounds if entry.id == chosen), None)
    return {"ground": ground.text, "ground.code": ground.code, "ground.text": ground.text} if ground else {}
