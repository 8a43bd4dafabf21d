"""The State Council's notices on holidays, year by year: as shipped, and as an office enters a new one."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from desk.domain.errors import DeskError
from desk.paths import resource


class CalendarError(DeskError):
    """A calendar or its hours cannot be used."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """One published holiday: the whole block ``first`` to ``last`` and the statutory days (法定节假日) within."""

    name: str
    first: date
    last: date
    statutory: tuple[date, ...]

    def days(self) -> Iterator[date]:
        """Every day of the block, weekends included."""
        return (self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))


@dataclass(frozen=True, slots=True)
class Year:
    """One year's notice of the State Council: holidays and the weekend days that are worked (调休上班)."""

    year: int
    source: str
    holidays: tuple[Holiday, ...]
    make_up_days: frozenset[date]


@cache
def shipped_years() -> tuple[Year, ...]:
    """The years of ``resources/calendars/cn.toml``, in order."""
    return parse_years(resource("calendars", "cn.toml").read_text(encoding="utf-8"))


def parse_years(text: str) -> tuple[Year, ...]:
    """The years written in a calendar file (TOML, format 1). Raises CalendarError that says where it is wrong."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise _faulty(f"日历文件{f'第{line[1]}行' if line else '末尾'}写法有误。") from error
    if table.get("format") != 1:
        raise CalendarError(
            "calendar_format", "日历文件的格式号不是 1，本程序读不懂。", "请改用本版本的日历文件。"
        )
    try:
        return tuple(_year(entry) for entry in table["years"])
    except KeyError as error:
        raise _faulty(f"日历文件缺少“{error.args[0]}”一项。") from error
    except (TypeError, AttributeError) as error:
        raise _faulty("日历文件里有的年份不是数字，或有的日期没有写成 2027-01-01 的样子。") from error


def _year(entry: Mapping[str, Any]) -> Year:
    holidays = tuple(
        Holiday(one["name"], _day(one["first"]), _day(one["last"]), tuple(map(_day, one["statutory"])))
        for one in entry["holidays"]
    )
    year = Year(
        _number(entry["year"]), entry["source"], holidays, frozenset(map(_day, entry["make_up_days"]))
    )
    for holiday in holidays:
        if holiday.last < holiday.first or not set(holiday.statutory) <= set(holiday.days()):
            raise _faulty(f"{year.year}年{holiday.name}的起止日期有误。")
    return year


def _number(value: object) -> int:
    if type(value) is not int:
        raise TypeError(value)
    return value


def _day(value: object) -> date:
    if type(value) is not date:
        raise TypeError(value)
    return value


def _faulty(message: str) -> CalendarError:
    return CalendarError("calendar_file", message, "请对照原通知改正后再导入。")
