"""From what was typed to a fact's value: each type reads its own writing and says in place what is wrong with it."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation

from desk.domain import identifiers
from desk.domain.draft import Problem, Value
from desk.domain.masking import is_masked
from desk.domain.moments import OFFICE_ZONE, date_words, office_time, parse_date, parse_time
from desk.domain.money import parse_yuan
from desk.domain.texts import clean_text, tidy_name
from desk.rulebook.facts import FieldType
from desk.rulebook.intake import Choice, Column, Field

LONGEST: Mapping[FieldType, int] = {"text": 500, "note": 200_000}
"""How many characters a field takes where the rulebook sets no limit of its own."""

_YES = frozenset({"是", "有", "对", "y", "yes", "true", "1", "√"})
_NO = frozenset({"否", "无", "没有", "不是", "n", "no", "false", "0", "×"})


@dataclass(frozen=True, slots=True)
class Read:
    """What came of one entry: its value (None for nothing usable) and what is to be said about it."""

    value: Value | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What reading needs besides the text: today, the choices of the field, and the kind of identity paper."""

    today: date
    choices: Sequence[Choice] = ()
    id_type: str = ""


def read(field: Field, typed: object, setting: Setting) -> Read:
    """The value of ``field`` from what was typed or sent. An empty entry is no value and no problem.

    A day on the wrong side of today is kept and warned about: it may be meant, more often the year is wrong.
    """
    found = _read(field, typed, setting)
    warned = _other_side(field, found.value, setting.today)
    return Read(found.value, (*found.problems, warned)) if warned else found


def _other_side(field: Field, value: Value | None, today: date) -> Problem | None:
    day = office_time(value).date() if isinstance(value, datetime) else value
    if not isinstance(day, date):
        return None
    if field.tense == "past" and day > today:
        words = (f"{field.title}（{date_words(day)}）还没有到", "请核对年月日")
        return Problem(field.id, "still_to_come", *words, warning=True)
    if field.tense == "future" and day < today:
        words = (f"{field.title}（{date_words(day)}）已经过去", "请核对年月日")
        return Problem(field.id, "already_past", *words, warning=True)
    return None


def _read(field: Field, typed: object, setting: Setting) -> Read:
    if typed is None or typed in ("", ()):
        return Read(None)
    if isinstance(typed, str):
        if is_masked(typed) and field.is_identity:
            return _wrong(field, "masked", "这里是遮盖后的内容，不能保存", "请输入完整内容，或保持原值不动")
        cleaned = clean_text(typed)
        typed, removed = cleaned.text.strip(), cleaned.removed
        if not typed:
            return Read(None)
        found = _READERS[field.kind_of_value](field, typed, setting)
        return found if not removed else Read(found.value, (*found.problems, _removed(field, removed)))
    return _as_given(field, typed, setting)


def _as_given(field: Field, typed: object, setting: Setting) -> Read:
    """A value that is no text: already of the right type, or rows, or a list of choices."""
    match typed, field.kind_of_value:
        case bool(), "yes_no":
            return Read(typed)
        case int(), "count" | "money":
            return (
                Read(typed)
                if typed >= 0
                else _wrong(field, "negative", f"{field.title}不能是负数", "请输入 0 或更大的数")
            )
        case datetime(), "moment" | "date":
            return Read(typed if field.kind_of_value == "moment" else typed.date())
        case date(), "date":
            return Read(typed)
        case ((tuple() | list()), "choices"):
            return _choices(field, "、".join(map(str, typed)), setting)
        case ((tuple() | list()), "people" | "items" | "materials"):
            return _rows(field, typed)
        case ((int() | float()), _):
            return _read(field, str(typed), setting)
    return _wrong(field, "wrong_type", f"{field.title}的内容类型不对", "请按字段说明填写")


def _text(field: Field, typed: str, _setting: Setting) -> Read:
    limit = field.limit or LONGEST.get(field.kind_of_value, 500)
    if len(typed) > limit:
        message = f"{field.title}有 {len(typed)} 个字，最多 {limit} 个字"
        return _wrong(field, "too_long", message, "请删减，或把全文作为附件保存")
    return Read(tidy_name(typed) if field.id.endswith(".name") else typed)


def _by_code(choices: Sequence[Choice], typed: str) -> str | None:
    """The one choice whose name begins with this code (五 in “五 自投诉受理之日起……”)."""
    fitting = [choice.id for choice in choices if choice.name.startswith(f"{typed} ")]
    return fitting[0] if len(fitting) == 1 else None


def _choice(field: Field, typed: str, setting: Setting) -> Read:
    found = next((choice.id for choice in setting.choices if typed in (choice.id, choice.name)), None)
    found = found or _by_code(setting.choices, typed)
    if found is None and setting.choices:
        names = "、".join(choice.name for choice in setting.choices[:8])
        return _wrong(field, "unknown_choice", f"{field.title}没有“{typed[:20]}”这个选项", f"可选：{names}")
    return Read(found or typed)


def _choices(field: Field, typed: str, setting: Setting) -> Read:
    parts = [
        _choice(field, part.strip(), setting)
        for part in typed.replace("，", "、").split("、")
        if part.strip()
    ]
    problems = tuple(problem for part in parts for problem in part.problems)
    return Read(None, problems) if problems else Read(tuple(str(part.value) for part in parts))


def _date(field: Field, typed: str, setting: Setting) -> Read:
    day = parse_date(typed, setting.today)
    if day is None:
        return _wrong(
            field,
            "bad_date",
            f"{field.title}“{typed[:20]}”不是有效的日期",
            "请写成 2026-11-22、11月22日 或 今天",
        )
    return Read(day)


def _moment(field: Field, typed: str, setting: Setting) -> Read:
    try:
        iso = datetime.fromisoformat(typed)
        return Read(iso if iso.tzinfo else iso.replace(tzinfo=OFFICE_ZONE))
    except ValueError:
        pass
    day_text, _, time_text = typed.replace("T", " ").partition(" ")
    day, clock = parse_date(day_text, setting.today), parse_time(time_text) if time_text else time(0, 0)
    if day is None or clock is None:
        return _wrong(
            field, "bad_moment", f"{field.title}“{typed[:20]}”不是有效的时间", "请写成 2026-11-22 14:30"
        )
    return Read(datetime.combine(day, clock, OFFICE_ZONE))


def _count(field: Field, typed: str, _setting: Setting) -> Read:
    number = _whole(typed)
    if number is None:
        return _wrong(field, "bad_count", f"{field.title}“{typed[:20]}”不是整数", "请只写数字，例如 3")
    return Read(number)


def _whole(typed: str) -> int | None:
    number = unicodedata.normalize("NFKC", typed).replace(",", "")
    return int(number) if number.isascii() and number.isdigit() and len(number) <= 9 else None


def _money(field: Field, typed: str, _setting: Setting) -> Read:
    fen = parse_yuan(typed)
    if fen is None:
        return _wrong(
            field,
            "bad_money",
            f"{field.title}“{typed[:20]}”不是金额",
            "请以元为单位书写，例如 1200 或 1,200.50",
        )
    return Read(fen)


def _yes_no(field: Field, typed: str, _setting: Setting) -> Read:
    answer = yes_or_no(typed)
    if answer is None:
        return _wrong(field, "bad_yes_no", f"{field.title}只能填是或否", "请选择“是”或“否”，不知道就留空")
    return Read(answer)


def yes_or_no(word: str) -> bool | None:
    """What a word for yes or no says; None where it says neither."""
    plain = unicodedata.normalize("NFKC", word).lower()
    return True if plain in _YES else False if plain in _NO else None


def _identifier(field: Field, typed: str, setting: Setting) -> Read:
    check = identifiers.check(field.kind_of_value, typed, setting.id_type)
    problems = tuple(
        Problem(field.id, found.code, found.message, found.hint, warning=found.severity == "warning")
        for found in check.findings
    )
    return Read(check.value if check.is_usable else None, problems)


def _unreadable_rows(field: Field, _typed: str, _setting: Setting) -> Read:
    return _wrong(field, "wrong_type", f"{field.title}应当是一行一行的清单", "请在表格里逐行填写")


def _rows(field: Field, typed: Sequence[object]) -> Read:
    rows: list[Mapping[str, str]] = []
    for number, row in enumerate(typed, start=1):
        if not isinstance(row, Mapping):
            return _wrong(field, "wrong_type", f"{field.title}第 {number} 行内容不对", "请按列填写")
        words = {
            str(key): clean_text(str(value)).text.strip()
            for key, value in row.items()
            if value not in (None, "")
        }
        for column in field.columns:
            word = words.get(column.id, "")
            said = _cell(column, word) if word else ""
            if said is None:
                return _bad_cell(field, column, number, word)
            if said:
                words[column.id] = said
        lacking = [column.name for column in field.columns if column.required and not words.get(column.id)]
        if words and lacking:
            return _wrong(
                field, "missing", f"{field.title}第 {number} 行还缺：{'、'.join(lacking)}", "请补齐这一行"
            )
        if words:
            rows.append(words)
    for column in field.columns:
        if rows and column.total and (found := _sum(rows, column.id)) != column.total:
            said = "里有的不是数" if found is None else f"合计是 {found:f}，应为 {column.total}"
            return _wrong(field, "wrong_total", f"{field.title}的{column.name}{said}", "请核对每一行")
    denied = tuple(_denied(field, rows))
    refused = tuple(problem for problem in denied if not problem.warning)
    return Read(None, refused) if refused else Read(tuple(rows) or None, denied)


def _denied(field: Field, rows: Sequence[Mapping[str, str]]) -> Iterator[Problem]:
    """The rows that say no where the rulebook wants a yes: each complainant agrees to a joint complaint."""
    for column in field.columns:
        if column.if_no == "accepted":
            continue
        for number, row in enumerate(rows, start=1):
            if row.get(column.id) == "否":
                message = f"{field.title}第 {number} 行“{row.get('name', '')}”的{column.name}为“否”"
                hint = field.hint or "请先补齐，或另行登记"
                yield Problem(field.id, "denied", message, hint, warning=column.if_no == "warned")


def _cell(column: Column, word: str) -> str | None:
    """A cell as its column's type writes it; None where it cannot be read as that."""
    answer = yes_or_no(word) if column.type == "yes_no" else None
    match column.type:
        case "yes_no":
            return None if answer is None else "是" if answer else "否"
        case "count":
            return word if _whole(word) is not None or column.total else None
        case "money":
            return word if parse_yuan(word) is not None else None
    return word


def _bad_cell(field: Field, column: Column, number: int, word: str) -> Read:
    wanted, hint = _CELLS[column.type]
    message = f"{field.title}第 {number} 行的{column.name}“{word[:20]}”{wanted}"
    return _wrong(field, f"bad_{column.type}", message, hint)


_CELLS: dict[FieldType, tuple[str, str]] = {
    "yes_no": ("不是“是”或“否”", "请填“是”或“否”，不知道就留空"),
    "count": ("不是整数", "请只写数字，例如 3"),
    "money": ("不是金额", "请以元为单位书写，例如 1200 或 1,200.50"),
}


def _sum(rows: Sequence[Mapping[str, str]], column: str) -> Decimal | None:
    """What a column adds up to, with or without percent signs; None where something in it is no number."""
    try:
        numbers = [unicodedata.normalize("NFKC", row[column]).rstrip("%") for row in rows if row.get(column)]
        found = sum(map(Decimal, numbers), Decimal(0))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


_READERS: dict[FieldType, Callable[[Field, str, Setting], Read]] = {
    "text": _text,
    "note": _text,
    "choice": _choice,
    "choices": _choices,
    "date": _date,
    "moment": _moment,
    "count": _count,
    "money": _money,
    "yes_no": _yes_no,
    "phone": _identifier,
    "id_number": _identifier,
    "credit_code": _identifier,
    "people": _unreadable_rows,
    "items": _unreadable_rows,
    "materials": _unreadable_rows,
}


def _wrong(field: Field, code: str, message: str, hint: str) -> Read:
    return Read(None, (Problem(field.id, code, message, hint),))


def _removed(field: Field, removed: str) -> Problem:
    names = "、".join(sorted({f"U+{ord(char):04X}" for char in removed})[:5])
    return Problem(
        field.id,
        "characters_removed",
        f"{field.title}里有看不见的控制字符，已去掉（{names}）",
        "请核对内容",
        True,
    )
