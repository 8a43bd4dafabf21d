"""Numbers of cases and papers: the period in which a series counts, and the text of a number (CAP-16, 17, 88)."""

from datetime import date

from desk.domain.errors import DeskError
from desk.rulebook.documents import Series
from desk.rulebook.patterns import read_pattern


def period(series: Series, day: date) -> str:
    """The period that ``day`` falls in for this series: ``2026``, ``2026-11``, ``2026-11-20`` or empty for ever."""
    words = {"never": "", "year": f"{day:%Y}", "month": f"{day:%Y-%m}", "day": f"{day:%Y-%m-%d}"}
    return words[series.resets]


def number(series: Series, day: date, serial: int, code: str = "") -> str:
    """The number's text. ``code`` is the office's abbreviation (代字). Raises ``DeskError`` when the series is full."""
    pattern = read_pattern(series.pattern)
    if pattern.digits and serial >= 10**pattern.digits and series.overflow == "refuse":
        full = 10**pattern.digits - 1
        raise DeskError(
            "series_full",
            f"“{series.name}”本期编号已用到 {full}，没有号可用了",
            "请在规则簿中加宽流水号，或改为自动加宽",
        )
    return pattern.number(day, serial, code)
