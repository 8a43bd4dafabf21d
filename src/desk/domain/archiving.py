"""The archive: since when a case lies in it, and what may still be done with it there."""

from calendar import isleap
from datetime import date, datetime

from desk.domain.case import FILED, Case
from desk.domain.circumstances import facts_of_type
from desk.domain.endings import ended_at
from desk.domain.errors import Forbidden
from desk.domain.moments import date_words
from desk.rulebook.base import is_unset
from desk.rulebook.facts import FieldType
from desk.rulebook.flow import Effect, Step
from desk.rulebook.kept import kept
from desk.rulebook.model import Rulebook


def archived_at(rulebook: Rulebook, case: Case) -> datetime | None:
    """The moment since which the case has lain in the archive; None where it does not, or was taken up again."""
    effects = _effects(rulebook)
    since = None
    for entry in case.timeline:
        taken = () if entry.undone else effects.get(entry.step, ())
        if "archive" in taken:
            since = entry.at
        elif "reopen" in taken:
            since = None
    return since


@kept
def _effects(rulebook: Rulebook) -> dict[str, tuple[Effect, ...]]:
    return {FILED: ("archive",), **{step.id: step.effects for step in rulebook.steps}}


def locked(rulebook: Rulebook, case: Case, step: Step) -> str:
    """Why the step may not be taken on an archived case; empty where nothing locks it.

    What takes the case up again may be done, and what the manual itself has done in the state that archiving leads to.
    """
    since = archived_at(rulebook, case)
    if since is None or "reopen" in step.effects:
        return ""
    if case.state in _ends(rulebook) and case.state in step.starting:
        return ""
    return _said(case, since)


@kept
def _ends(rulebook: Rulebook) -> frozenset[str]:
    """The states to which archiving leads."""
    return frozenset(step.to for step in rulebook.steps if "archive" in step.effects)


def permit_change(rulebook: Rulebook, case: Case) -> None:
    """Raise ``Forbidden`` where the case lies in the archive: it is read and printed, not changed (002:167, 511)."""
    if since := archived_at(rulebook, case):
        raise Forbidden(
            "archived", _said(case, since), "可以查看、打印；确需再办的，先按手册重新办理", "number"
        )


def _said(case: Case, since: datetime) -> str:
    return f"{case.number}已于{date_words(since.date())}归档，只能查看"


_COUNTED: frozenset[FieldType] = frozenset(
    {"choice", "choices", "yes_no", "count", "money", "date", "moment"}
)

_PEOPLE = frozenset({"complainant", "proxy"})


@kept
def outlasting(rulebook: Rulebook) -> frozenset[str]:
    """The facts that stay when a case is destroyed, since figures count by them: what was chosen, amounts and days.

    No words, and nothing about the complainant or who acts for them.
    """
    counted = facts_of_type(rulebook, _COUNTED)
    return frozenset(fact for fact in counted if fact.partition(".")[0] not in _PEOPLE)


def years_kept(rulebook: Rulebook) -> int | None:
    """How many years the manual has its cases kept; None where it does not say."""
    years = rulebook.secrecy.retention_years
    plain = years.removesuffix("y")
    return int(plain) if not is_unset(years) and plain.isdigit() else None


def kept_until(rulebook: Rulebook, case: Case, in_force: Rulebook | None = None) -> date | None:
    """The last day of its keeping, counted from its end; None while it is open, or where no manual sets years.

    Years that the version ``in_force`` of the same manual sets hold for older cases, too; of two times the longer.
    """
    ended = ended_at(rulebook, case)
    versions = [rulebook, *([in_force] if in_force and in_force.id == rulebook.id else [])]
    known = [years for version in versions if (years := years_kept(version)) is not None]
    if ended is None or not known:
        return None
    day, year = ended.date(), ended.year + max(known)
    no_such_day = (day.month, day.day) == (2, 29) and not isleap(year)
    return date(year, 2, 28) if no_such_day else day.replace(year=year)
