"""Periods of the calendar in which offices report and do again and again what is due: a day, a week … a year."""

from datetime import date, timedelta
from typing import Literal

Every = Literal["day", "week", "month", "quarter", "half_year", "year"]
_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
REPORTS = {"week": "周报", "month": "月报", "quarter": "季报", "half_year": "半年报", "year": "年报"}


def period_of(every: Every, day: date) -> tuple[date, date]:
    """The first and the last day of the period in which ``day`` lies; a week begins on Monday."""
    if every == "day":
        return day, day
    if every == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    length = _MONTHS[every]
    first = date(day.year, (day.month - 1) // length * length + 1, 1)
    following = first.month + length
    after = date(first.year + (following > 12), (following - 1) % 12 + 1, 1)
    return first, after - timedelta(days=1)


def report_name(first: date, last: date) -> str:
    """What a report of these days is called: 周报, 月报 … where they are just that, else 报告."""
    return next((name for every, name in REPORTS.items() if period_of(every, first) == (first, last)), "报告")  # type: ignore[arg-type]
