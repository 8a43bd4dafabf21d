"""Clocks: from which moment, how long, in which unit, for whom, and what a manual says about holidays and pauses."""

from typing import Literal

from desk.rulebook.base import Entry, Named

Holidays = Literal["counted", "skipped", "deferred"]
"""``counted``: hours and days run on; ``skipped``: days off do not count; ``deferred``: a due time on a day off moves on."""

LastDay = Literal["stays", "next_workday", "after_statutory", "after_holiday_block"]


class Cell(Entry, frozen=True, kw_only=True):
    """One cell of a limit table: the limit for these levels and clock classes (none: for all)."""

    limit: str
    levels: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()


class Extension(Entry, frozen=True, kw_only=True):
    """How far a clock may be extended, how often, and by whose approval (a role id; ``level``: as the level says).

    Of several the first holds for the first time, and so on; then only the approver may take the step.
    """

    by: str
    approver: str
    times: int = 1
    agreed: bool = False


class Clock(Named, frozen=True, kw_only=True):
    """A time limit (时限). ``starts`` and ``done`` name steps, or received, registered, handed_on; ``done`` also
    reported (everybody to whom the case's level is reported has been told) and ended (the case has, in whatever way).

    It may also start at a date or moment that is a fact of the case: ``fact:died_at`` (死亡后四十八小时内).

    ``limit`` is written ``7wd``, ``24h``, ``8wh``, ``30min``, ``60d``, ``1mo``, ``same_day``, ``next_day``, ``next_wd``,
    ``at_once``, ``7d..15d`` (target and limit), a date fact as ``fact:promised`` or
    so long before it as ``fact:hearing_on-3d``, or ``unset``; ``same_day@17:00`` ends at that time of its last day.
    ``statutory``: a law's clock that stands beside the manual's (``beside``). ``told``: may be named to the complainant.
    ``reopens`` are steps after which it is no longer done (a plan sent back): the same date holds, what came before does
    not count.
    """

    starts: tuple[str, ...]
    done: tuple[str, ...] = ()
    limit: str = ""
    cells: tuple[Cell, ...] = ()
    scale: str = ""
    owner: str = ""
    kinds: tuple[str, ...] = ()
    when: str = ""
    first_day: Literal["excluded", "included"] = "excluded"
    holidays: Holidays = "counted"
    last_day: LastDay = "stays"
    pauses: tuple[str, ...] = ()
    extensions: tuple[Extension, ...] = ()
    statutory: bool = False
    beside: str = ""
    told: bool = False
    overdue: str = ""
    restarts: bool = False
    reopens: tuple[str, ...] = ()


class Duty(Named, frozen=True, kw_only=True):
    """A recurring duty of the office (browse the site twice a day, a report each half-year)."""

    every: Literal["day", "week", "month", "quarter", "half_year", "year"]
    times: int = 1
    owner: str = ""
