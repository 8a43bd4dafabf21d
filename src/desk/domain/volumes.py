"""How much business there was (业务量): numbers from outside the cases, entered by people, that complaints are set against."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from desk.domain.periods import Every, period_of
from desk.rulebook.accounts import Volume

_WRITTEN = re.compile(r"(\d{4})(?:[-年./](\d{1,2})(?:[-月./](\d{1,2}))?[日月]?)?年?")
_QUARTERS = "一二三四"


@dataclass(frozen=True, slots=True)
class Against:
    """What cases are set against: ``amount`` of the volume in the days; None where ``lacks`` says what is missing."""

    amount: Fraction | None
    lacks: str = ""


def spans(every: Every, first: date, last: date) -> Iterator[tuple[date, date]]:
    """The periods that have a day between ``first`` and ``last``, in their order."""
    day = first
    while day <= last:
        span = period_of(every, day)
        yield span
        day = span[1] + timedelta(days=1)


def span_words(every: Every, first: date) -> str:
    """A period as people call it: 2026年10月, 2026年第四季度, 2026年上半年, 2026年, 2026-10-05起一周, 2026-10-05."""
    match every:
        case "month":
            return f"{first.year}年{first.month}月"
        case "quarter":
            return f"{first.year}年第{_QUARTERS[first.month // 3]}季度"
        case "half_year":
            return f"{first.year}年{'上' if first.month == 1 else '下'}半年"
        case "year":
            return f"{first.year}年"
    return f"{first}起一周" if every == "week" else f"{first}"


def span_written(every: Every, typed: str) -> tuple[date, date] | None:
    """The period that holds what was typed: 2026-10, 2026年10月, a day of it, 2026; None where that is no date."""
    found = _WRITTEN.fullmatch(typed.strip())
    if not found:
        return None
    try:
        day = date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return None
    return period_of(every, day)


def against(volume: Volume, entered: Mapping[date, Fraction], first: date, last: date) -> Against:
    """The volume of the days, added up from the periods that make them up; nothing is guessed where one is missing.

    ``entered`` holds what people gave, by the first day of its period.
    """
    found = list(spans(volume.every, first, last))
    if not found or found[0][0] != first or found[-1][1] != last:
        return Against(None, f"{volume.name}按{EVERY[volume.every]}填写，请选整{EVERY[volume.every]}")
    if missing := [start for start, _ in found if start not in entered]:
        return Against(None, f"缺{span_words(volume.every, missing[0])}{volume.name}")
    total = sum((entered[start] for start, _ in found), Fraction(0))
    return Against(total) if total else Against(None, f"{volume.name}为零")


EVERY: Mapping[Every, str] = {
    "day": "日",
    "week": "周",
    "month": "月",
    "quarter": "季",
    "half_year": "半年",
    "year": "年",
}
"""What the periods are called."""
