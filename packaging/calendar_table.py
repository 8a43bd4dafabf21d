"""Write resources/calendars/cn.toml: the State Council's days off and make-up working days, year by year.

The days come from the package chinesecalendar. It does not say which days of a holiday are statutory; those
are set here by hand after 《全国年节及纪念日放假办法》 (State Council orders 644 and, from 2025, 795), art. 2.

    python packaging/calendar_table.py [--check]

Not named calendar.py: a script's own folder comes first in the module search, and the standard library has
a module of that name.
"""

import sys
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from chinese_calendar.constants import holidays, workdays

TABLE = Path(__file__).resolve().parent.parent / "resources" / "calendars" / "cn.toml"

NOTICES = {
    2023: "国务院办公厅关于2023年部分节假日安排的通知（国办发明电〔2022〕16号）",
    2024: "国务院办公厅关于2024年部分节假日安排的通知（国办发明电〔2023〕7号）",
    2025: "国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）",
    2026: "国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）",
}

# Day and month of the festivals that move. Order 795 added the eve of the Spring Festival and the second of May.
MOVING = {
    2023: {"春节": (1, 22, 3), "清明节": (4, 5, 1), "端午节": (6, 22, 1), "中秋节": (9, 29, 1)},
    2024: {"春节": (2, 10, 3), "清明节": (4, 4, 1), "端午节": (6, 10, 1), "中秋节": (9, 17, 1)},
    2025: {"春节": (1, 28, 4), "清明节": (4, 4, 1), "端午节": (5, 31, 1), "中秋节": (10, 6, 1)},
    2026: {"春节": (2, 16, 4), "清明节": (4, 5, 1), "端午节": (6, 19, 1), "中秋节": (9, 25, 1)},
}

HEAD = """\
# 国家放假调休日历。来源见每年的 source；由 packaging/calendar_table.py 生成，请勿手改。
# 新一年的通知公布后，单位可在程序中自行录入，不必等新版本。
# statutory：《全国年节及纪念日放假办法》规定的全体公民放假的节日当天；first 至 last：通知公布的整个假期。
format = 1
"""


def festivals(year: int) -> Iterator[tuple[str, tuple[date, ...]]]:
    """The statutory days of ``year`` by festival, in the order of the year."""
    fixed = {"元旦": (1, 1, 1), "劳动节": (5, 1, 2 if year >= 2025 else 1), "国庆节": (10, 1, 3)}
    for name, (month, day, length) in sorted((fixed | MOVING[year]).items(), key=lambda entry: entry[1]):
        yield name, tuple(date(year, month, day) + timedelta(days=n) for n in range(length))


def blocks(days: Iterable[date]) -> Iterator[tuple[date, date]]:
    """Runs of days without a gap."""
    ordered = sorted(days)
    first = previous = ordered[0]
    for day in ordered[1:]:
        if day - previous > timedelta(days=1):
            yield first, previous
            first = day
        previous = day
    yield first, previous


def holiday_lines(year: int) -> Iterator[str]:
    """One line for each holiday that holds a statutory day of ``year``; one may begin in the year before."""
    for first, last in blocks(holidays):
        held = [(name, [d for d in days if first <= d <= last]) for name, days in festivals(year)]
        held = [(name, days) for name, days in held if days]
        if held:
            name = "、".join(name for name, _ in held)
            statutory = ", ".join(str(day) for _, days in held for day in days)
            yield f'  {{ name = "{name}", first = {first}, last = {last}, statutory = [{statutory}] }},'


def table() -> str:
    """The whole file."""
    parts = [HEAD]
    for year, notice in NOTICES.items():
        make_up = ", ".join(str(day) for day in sorted(workdays) if day.year == year)
        lines = "\n".join(holiday_lines(year))
        parts.append(
            f'\n[[years]]\nyear = {year}\nsource = "{notice}"\n'
            f"make_up_days = [{make_up}]\nholidays = [\n{lines}\n]\n"
        )
    return "".join(parts)


def main() -> int:
    if "--check" in sys.argv:
        return int(TABLE.read_text(encoding="utf-8") != table())
    TABLE.parent.mkdir(parents=True, exist_ok=True)
    TABLE.write_text(table(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
