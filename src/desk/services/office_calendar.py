"""The office's calendar: the published years, the days and hours of its own, and how far it is official."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk.domain.calendar import (
    USUAL_WEEK,
    Calendar,
    CalendarError,
    Hours,
    OfficeDays,
    office_calendar,
    parse_hours,
    parse_years,
)
from desk.domain.errors import DeskError
from desk.domain.moments import END_OF_DAY
from desk.domain.viewer import Viewer
from desk.services.changes import Changes
from desk.services.overwriting import Matter, altered
from desk.services.refresh import refresh
from desk.services.rights import require
from desk.store import audit, calendar_days
from desk.store import office as office_settings
from desk.store.transaction import Transaction

if TYPE_CHECKING:
    from desk.services.office import Office

HOURS, YEAR = "calendar.hours", "calendar.year."
CHANGED = Changes(what=frozenset({"calendar"}))


def calendar_of(tx: Transaction) -> Calendar:
    """The calendar as the office has set it."""
    settings = office_settings.read(tx)
    days = calendar_days.own_days(tx)
    hours = settings.get(HOURS)
    return office_calendar(
        OfficeDays(
            years=tuple(year for text in _notices(settings) for year in parse_years(text)),
            closed=frozenset(entry.day for entry in days if not entry.working),
            opened=frozenset(entry.day for entry in days if entry.working),
            week=tuple(parse_hours(day) for day in hours.split("|")) if hours else USUAL_WEEK,
        )
    )


def _notices(settings: Mapping[str, str]) -> list[str]:
    """The imported notices' texts, the earliest years first."""
    return [settings[key] for key in sorted(settings) if key.startswith(YEAR)]


def show(office: "Office", year: str | None = None) -> Mapping[str, Any]:
    """The year's days that are not what their weekday says, and until when the calendar is official."""
    calendar, wanted = office.calendar, int(year) if year and year.isdigit() else office.now().year
    own = office.calendar.office
    special = sorted(
        day
        for day in {*calendar.holiday_names, *calendar.make_up_days, *own.closed, *own.opened}
        if day.year == wanted
    )
    return {
        "year": wanted,
        "official_until": calendar.official_until,
        "special_days": [
            {"day": day, "works": calendar.is_workday(day), "name": calendar.reason(day)} for day in special
        ],
    }


def set_day(office: "Office", viewer: Viewer, day: date, *, works: bool, name: str = "") -> Changes:
    """Make ``day`` a working day or a day off of this office."""
    require(viewer, "configure", "设定办公日历")
    with office.store.writing() as tx:
        calendar_days.put(tx, day, working=works, name=name, source="本单位")
        audit.append(
            tx, audit.Act(act="calendar", by=viewer.user, about=f"{day} {'上班' if works else '休息'}")
        )
        calendar = calendar_of(tx)
    office.calendar = calendar
    return CHANGED.and_also(refresh(office, viewer))


_DAY_WORDS = {True: "上班", False: "休息", None: "照国家日历"}
_DAYS = Matter(
    title=lambda day: day,
    words=lambda _, works: _DAY_WORDS[works],
    acts=("calendar",),
    wrote=lambda row, day: row.about.startswith(day),
)


def own(calendar: Calendar, day: date) -> bool | None:
    """Whether the office itself has made ``day`` a working day (True) or a day off (False); None where it has not."""
    office = calendar.office
    return False if day in office.closed else True if day in office.opened else None


def set_days(
    office: "Office",
    viewer: Viewer,
    days: Mapping[date, bool | None],
    *,
    seen: Mapping[date, bool | None] | None = None,
) -> Changes:
    """Make several days working days (True), days off (False) or ordinary again (None), and judge the cases once.

    ``seen`` is what the office said of these days before: where somebody else has turned one meanwhile, ``Conflict``.
    """
    require(viewer, "configure", "设定办公日历")
    with office.store.writing() as tx:
        office_settings.hold(tx)
        before = calendar_of(tx)
        now = {str(day): own(before, day) for day in days}
        known = None if seen is None else {str(day): works for day, works in seen.items()}
        wanted = {str(day): works for day, works in sorted(days.items())}
        for day, works in altered(office, tx, _DAYS, seen=known, now=now, wanted=wanted).items():
            if works is None:
                calendar_days.drop(tx, date.fromisoformat(day))
            else:
                calendar_days.put(tx, date.fromisoformat(day), working=works, source="本单位")
            audit.append(tx, audit.Act(act="calendar", by=viewer.user, about=f"{day} {_DAY_WORDS[works]}"))
        calendar = calendar_of(tx)
    office.calendar = calendar
    return CHANGED.and_also(refresh(office, viewer))


_WEEKDAYS = ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日")
_HOURS = Matter(
    title=lambda n: _WEEKDAYS[int(n)],
    words=lambda _, day: day or "休息",
    acts=("calendar_hours",),
    wrote=lambda row, n: not row.fields or n in row.fields,
)


def hours_words(office: "Office") -> tuple[str, ...]:
    """The office's hours from Monday to Sunday as people write them; empty is a closed day."""
    return tuple(map(_hours_words, office.calendar.office.week))


def _hours_words(day: Hours) -> str:
    return " ".join(
        f"{opens:%H:%M}-{'24:00' if closes == END_OF_DAY else f'{closes:%H:%M}'}" for opens, closes in day
    )


def set_hours(
    office: "Office", viewer: Viewer, week: Sequence[str], *, seen: Sequence[str] | None = None
) -> Changes:
    """The office's hours from Monday to Sunday, as typed (``9:00-12:00 13:30-17:30``). Raises ``CalendarError``.

    ``seen`` are those that stood there before: where somebody else altered the same day meanwhile, ``Conflict``.
    """
    require(viewer, "configure", "设定办公时间")
    read = [parse_hours(day) for day in week]
    if len(read) != len(USUAL_WEEK) or not any(read):
        raise CalendarError("office_hours", "没有办公时间", "请至少为一个工作日写上办公时间", "hours")
    with office.store.writing() as tx:
        office_settings.hold(tx)
        now = _numbered(calendar_of(tx).office.week)
        known = None if seen is None else _numbered(map(parse_hours, seen))
        changed = altered(office, tx, _HOURS, seen=known, now=now, wanted=_numbered(read))
        office_settings.write(tx, {HOURS: "|".join({**now, **changed}.values())})
        audit.append(tx, audit.Act(act="calendar_hours", by=viewer.user, fields=tuple(changed)))
        calendar = calendar_of(tx)
    office.calendar = calendar
    return CHANGED.and_also(refresh(office, viewer))


def _numbered(week: Iterable[Hours]) -> dict[str, str]:
    """The hours by weekday, 0 is Monday, each written in the one way."""
    return {str(n): _hours_words(day) for n, day in enumerate(week)}


def import_year(office: "Office", viewer: Viewer, file: str) -> Changes:
    """Take over a year's notice from a calendar file (the shape of ``resources/calendars/cn.toml``)."""
    require(viewer, "configure", "导入放假通知")
    try:
        text = Path(file).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise DeskError("no_file", f"打不开日历文件“{file}”", "请检查文件名", "file") from error
    years = parse_years(text)
    with office.store.writing() as tx:
        words = "、".join(str(year.year) for year in years)
        office_settings.write(tx, {YEAR + words: text})
        audit.append(tx, audit.Act(act="calendar_import", by=viewer.user, about=words))
        calendar = calendar_of(tx)
    office.calendar = calendar
    return CHANGED.and_also(refresh(office, viewer))
