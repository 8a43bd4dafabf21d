"""Days and moments as old registers have them: real ones, numbers, and words in every shape people and programs write.

A register's day is the office's: a moment without a zone is on the office's clock.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from desk.domain.moments import OFFICE_ZONE, office_time
from desk.sheets.grid import Cell

_DAY_ZERO = datetime(1899, 12, 30, tzinfo=OFFICE_ZONE)
_SERIALS = range(18_264, 73_051)  # 1950-01-01 to 2100-01-01
_NO_DAYS = {date(1970, 1, 1), date(1900, 1, 1), date(1899, 12, 30), date(1899, 12, 31), date(1, 1, 1)}
"""What programs write for 'no day': the beginning of their own calendars."""

_NO_WORDS = {"-", "--", "—", "——", "/", "\\", "无", "未", "null", "none", "nan", "n/a", "#n/a", "待定", "空"}
_HAN_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_HAN_NUMBER = re.compile("[〇零○一二三四五六七八九十]+")
_WEEKDAY = re.compile(r"[(（]?(星期|周|礼拜)[一二三四五六日天][)）]?")

_YEARS = {"199", "200", "201", "202", "203"}
"""How a text begins that does not end with its year."""

_TIGHT = re.compile(r"\s*([年月日号时点分秒:.\-/]|上午|下午|晚上|中午|凌晨)\s*")

_LONG_DASH = re.compile(r"(?<=\d) ?[—–―−、]+ ?(?=\d)")
"""What stands between year, month and day where a Chinese keyboard made it."""

_CLOCK = (
    r"(?:(?:[日号t ]+|(?=[上下晚中凌]))(?P<half>上午|下午|晚上|中午|凌晨)?(?P<hour>\d{1,2})[:时点](?:(?P<minute>\d{1,2})[:分]?)?"
    r"(?:(?P<second>\d{1,2})(?:\.\d+)?秒?)? ?(?P<after>am|pm)?(?P<zone>z|[+-]\d\d:?\d\d)?|[日号]?)"
)
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4}|\d{2}(?=年))[-./年](?P<month>\d{1,2})[-./月](?P<day>\d{1,2})" + _CLOCK
)
_YEAR_LAST = re.compile(r"(?P<one>\d{1,2})[-./](?P<two>\d{1,2})[-./](?P<year>\d{4})" + _CLOCK)
_REMEMBERED = 4096
"""A register says the same days again and again, and each is looked at three times."""

_DIGITS = re.compile(
    r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})(?:(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?)?"
)


def read_day(value: Cell, *, month_first: bool = True) -> date | datetime | None:
    """The day or moment a cell means, None when it means none or cannot be read (``is_no_day`` tells which).

    ``month_first`` decides 3/4/2020, which only other countries write; see ``month_comes_first``.
    """
    if isinstance(value, datetime):
        return _kept(value if value.tzinfo else value.replace(tzinfo=OFFICE_ZONE))
    if isinstance(value, date):
        return None if value in _NO_DAYS else value
    if isinstance(value, bool) or value is None or isinstance(value, time):
        return None
    if isinstance(value, (int, float)):
        return _from_number(value)
    return _from_words(_plain(value), month_first=month_first)


def is_no_day(value: Cell) -> bool:
    """Whether a cell says that there is no day: empty, a dash, or the day a program's calendar begins."""
    if value is None:
        return True
    if isinstance(value, str):
        plain = _plain(value)
        return (
            plain in _NO_WORDS
            or plain.startswith("0000-00-00")
            or _is_beginning(_from_words(plain, keep=True))
        )
    return isinstance(value, date) and _is_beginning(value)


def is_year_last(value: Cell) -> bool:
    """Whether a cell may be a day that ends with its year, so that the column must tell which number is the month."""
    return isinstance(value, str) and value[:3] not in _YEARS and bool(_YEAR_LAST.fullmatch(_plain(value)))


def month_comes_first(values: Iterable[Cell]) -> bool:
    """Whether a column writes 12/31/2020 and not 31/12/2020; the first sure one decides."""
    for value in values:
        found = (
            _YEAR_LAST.fullmatch(_plain(value)) if is_year_last(value) and isinstance(value, str) else None
        )
        if (
            found
            and int(found["one"]) != int(found["two"])
            and max(int(found["one"]), int(found["two"])) > 12
        ):
            return int(found["two"]) > 12
    return True


def share_of_days(values: Iterable[Cell]) -> float:
    """How much of what is written in a column are days; 0 for an empty column. Numbers alone do not count."""
    written = [value for value in values if not is_no_day(value)]
    days = sum(not isinstance(value, (int, float)) and read_day(value) is not None for value in written)
    return days / len(written) if written else 0.0


@lru_cache(maxsize=_REMEMBERED)
def _plain(text: str) -> str:
    """Half-width, small, without weekdays and needless spaces, Chinese numerals as digits."""
    plain = _WEEKDAY.sub(" ", unicodedata.normalize("NFKC", text).lower()).replace(",", " ")
    if not plain.isascii():
        plain = _LONG_DASH.sub("-", plain)
    plain = _TIGHT.sub(r"\1", " ".join(plain.split()))
    return _HAN_NUMBER.sub(_digits, plain) if _HAN_NUMBER.match(plain) and "年" in plain else plain


def _digits(found: re.Match[str]) -> str:
    """二〇二〇 is 2020, 十二 is 12, 二十 is 20, 三十一 is 31."""
    tens, ten, ones = found[0].partition("十")
    if not ten:
        return found[0].translate(_HAN_DIGITS)
    return (tens.translate(_HAN_DIGITS) or "1") + (ones.translate(_HAN_DIGITS) or "0")


def _from_number(value: float) -> date | datetime | None:
    """The day of a serial number, or of a number like 20200106."""
    if int(value) in _SERIALS:
        return _kept(_DAY_ZERO + timedelta(days=int(value), seconds=round(value % 1 * 86_400)))
    return _from_words(str(value)) if isinstance(value, int) and value > _SERIALS.stop else None


@lru_cache(maxsize=_REMEMBERED)
def _from_words(plain: str, *, month_first: bool = True, keep: bool = False) -> date | datetime | None:
    if plain.isascii() and plain.isdigit() and len(plain) == 5 and int(plain) in _SERIALS:
        return _from_number(int(plain))
    found = _YEAR_FIRST.fullmatch(plain) or _DIGITS.fullmatch(plain) or _YEAR_LAST.fullmatch(plain)
    if not found:
        return None
    parts = found.groupdict()
    if "one" in parts:
        order = ("one", "two") if month_first else ("two", "one")
        parts["month"], parts["day"] = (parts[part] for part in order)
    try:
        moment = _moment(parts)
    except ValueError:
        return None
    return moment if keep else _kept(moment)


def _moment(parts: dict[str, str | None]) -> date | datetime:
    year = parts["year"] or ""
    day = date(
        int(year) if len(year) == len("2026") else 2000 + int(year),
        int(parts["month"] or 0),
        int(parts["day"] or 0),
    )
    if parts["hour"] is None:
        return day
    clock = time(_hour(parts), int(parts["minute"] or 0), int(parts.get("second") or 0))
    zone = parts.get("zone")
    if not zone:
        return datetime.combine(day, clock, OFFICE_ZONE)
    return office_time(datetime.fromisoformat(f"{datetime.combine(day, clock).isoformat()}{zone.upper()}"))


def _hour(parts: dict[str, str | None]) -> int:
    hour = int(parts["hour"] or 0)
    if parts.get("after") == "am" or parts.get("half") == "凌晨":
        return hour % 12 if hour == 12 else hour
    late = parts.get("after") == "pm" or parts.get("half") in {"下午", "晚上"}
    noon = parts.get("half") == "中午" and hour < 3
    return hour + 12 if (late or noon) and hour < 12 else hour


def _kept(moment: date | datetime) -> date | datetime | None:
    """None for the beginning of a calendar; a moment at midnight is its day."""
    if _is_beginning(moment):
        return None
    if isinstance(moment, datetime) and moment.time() == time(0):
        return moment.date()
    return moment


def _is_beginning(moment: date | datetime | None) -> bool:
    day = moment.date() if isinstance(moment, datetime) else moment
    return day in _NO_DAYS
