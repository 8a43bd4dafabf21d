"""Days and moments in Chinese words, and days as people type them.

Everything a person reads is in the office's zone. ``strftime`` is not used: on Windows it refuses Chinese.
"""

import re
import unicodedata
from calendar import monthrange
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

OFFICE_ZONE = ZoneInfo("Asia/Shanghai")

END_OF_DAY = time(23, 59, 59)
"""The last second of a day; in words it is 24时, as Civil Code art. 203 says it."""

_WEEKDAYS = "一二三四五六日"


def office_time(moment: datetime, zone: ZoneInfo = OFFICE_ZONE) -> datetime:
    """``moment`` on the office's clock. Raises ValueError for a moment without a zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone is not a moment")
    return moment.astimezone(zone)


def date_words(day: date) -> str:
    """2026年1月5日: full year, no leading zeros (GB/T 9704-2012, 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"


def short_date_words(day: date) -> str:
    """1月5日, where the year is already said."""
    return f"{day.month}月{day.day}日"


def weekday_words(day: date) -> str:
    """星期一 to 星期日."""
    return "星期" + _WEEKDAYS[day.weekday()]


def time_words(clock: time) -> str:
    """16时40分, 16时 on the hour, 24时 for the last second of a day."""
    if clock.replace(microsecond=0) == END_OF_DAY:
        return "24时"
    return f"{clock.hour}时" + (f"{clock.minute}分" if clock.minute else "")


def moment_words(moment: datetime, zone: ZoneInfo = OFFICE_ZONE) -> str:
    """2026年1月5日16时40分, on the office's clock."""
    local = office_time(moment, zone)
    return date_words(local) + time_words(local.time())


def duration_words(length: timedelta) -> str:
    """2小时30分; whole minutes, a part of a minute is dropped; no days, as 26小时 is clearer than 1日2小时."""
    hours, minutes = divmod(int(length.total_seconds()) // 60, 60)
    return (f"{hours}小时" if hours else "") + (f"{minutes}分" if minutes or not hours else "")


_LATER = re.compile(r"(\d{1,3})[天日]后")
_NAMED_DAYS = {"今天": 0, "今日": 0, "昨天": -1, "昨日": -1, "前天": -2, "明天": 1, "明日": 1, "后天": 2}
_FULL = re.compile(r"(\d{4})(?:[-./年](\d{1,2})[-./月](\d{1,2})日?|(\d{2})(\d{2}))")
_SHORT = re.compile(r"(\d{1,2})[-./月](\d{1,2})[日号]?")


def parse_date(text: str, today: date) -> date | None:
    """The day meant by 2026-1-5, 2026.1.5, 2026/1/5, 20260105, 2026年1月5日, 1月5日, 1-5, 今天, 昨天, 3天后; else None.

    A day without a year is the nearest one: on 3 January, 12月30日 is last year's. Full-width digits are read.
    """
    typed = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    if typed in _NAMED_DAYS:
        return today + timedelta(days=_NAMED_DAYS[typed])
    if later := _LATER.fullmatch(typed):
        return today + timedelta(days=int(later[1]))
    if full := _FULL.fullmatch(typed):
        year, *rest = (int(part) for part in full.groups() if part)
        return _day(year, *rest)
    if short := _SHORT.fullmatch(typed):
        return _nearest(int(short[1]), int(short[2]), today)
    return None


_TIME = re.compile(r"(\d{1,2})(?:[:点时](\d{1,2})?分?|(?<=\d\d)(\d{2}))")


def parse_time(text: str) -> time | None:
    """The time meant by 9:05, 9点, 9时5分, 0905; 24:00 is the last second of the day; else None."""
    typed = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).replace("点半", "点30")
    found = _TIME.fullmatch(typed)
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or found[3] or 0)
    if (hour, minute) == (24, 0):
        return END_OF_DAY
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _nearest(month: int, day: int, today: date) -> date | None:
    found = [_day(year, month, day) for year in (today.year - 1, today.year, today.year + 1)]
    return min((d for d in found if d), key=lambda d: abs(d - today), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def months_before(moment: datetime, months: int) -> datetime:
    """The corresponding moment ``months`` earlier, or on the last day of a shorter month."""
    year, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    last = monthrange(year, month + 1)[1]
    return moment.replace(year=year, month=month + 1, day=min(moment.day, last))
