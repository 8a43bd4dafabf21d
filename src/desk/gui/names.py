"""What the ids in lists mean: one look-up for each row, prepared once for a rulebook."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Literal, NamedTuple

from PySide6.QtCore import QCoreApplication

from desk.domain.calendar import Calendar
from desk.domain.clocks import SOON
from desk.domain.workdays import working_days_left
from desk.rulebook.model import Rulebook

Tone = Literal["plain", "good", "warn", "danger"]


class Due(NamedTuple):
    """How a date is shown: in words, with a tone and an icon, so that colour is never alone."""

    words: str
    tone: Tone
    icon: str


class Names:
    """Names by id; an id that the rulebook does not know stands for itself."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._kinds = _by_id(rulebook.kinds)
        self._channels = _by_id(rulebook.channels)
        self._categories = _by_id(rulebook.categories)
        self._states = _by_id(rulebook.states)
        self._departments = _by_id(rulebook.departments)
        self._stations = _by_id(rulebook.stations)
        self._clocks = _by_id(rulebook.clocks)
        self._levels = {level.id: level.name for scale in rulebook.scales for level in scale.levels}
        self._phases = {state.id: state.phase for state in rulebook.states}

    def kind(self, id_: str) -> str:
        """The name of a kind."""
        return self._kinds.get(id_, id_)

    def channel(self, id_: str) -> str:
        """The name of a way in."""
        return self._channels.get(id_, id_)

    def category(self, id_: str) -> str:
        """The name of a category."""
        return self._categories.get(id_, id_)

    def state(self, id_: str) -> str:
        """The name of a state."""
        return self._states.get(id_, id_)

    def phase(self, id_: str) -> str:
        """The phase of a state: open, waiting, closed or refused."""
        return self._phases.get(id_, "open")

    def department(self, id_: str) -> str:
        """The name of a department."""
        return self._departments.get(id_, id_)

    def station(self, id_: str) -> str:
        """The name of a window."""
        return self._stations.get(id_, id_)

    def level(self, id_: str) -> str:
        """The name of a level."""
        return self._levels.get(id_, id_)

    def clock(self, id_: str) -> str:
        """The name of a clock."""
        return self._clocks.get(id_, id_)


def _by_id(entries: Iterable[Any]) -> dict[str, str]:
    return {entry.id: entry.name for entry in entries}


class Dates:
    """Says how long cases still have; days once counted are kept, as a list asks for the same ones again and again."""

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar
        self._left: dict[tuple[date, date], int] = {}

    def due(self, due: datetime | None, phase: str, now: datetime) -> Due:
        """What a list says about a case's next date."""
        if phase in ("closed", "refused"):
            return Due(_tr("已办结"), "good", "done")
        if due is None:
            return Due(_tr("无时限"), "plain", "none")
        guess = "" if self._calendar.is_official(due.date()) else _tr("（预估）")
        day = f"{due:%m-%d}{guess}"
        left = self._days_left(now, due)
        if now > due:
            words = _tr("逾期 {n} 个工作日").format(n=-left) if left else _tr("已逾期")
            return Due(f"{words}　{day}", "danger", "overdue")
        if left == 0:
            return Due(_tr("今日到期 {time}").format(time=f"{due:%H:%M}"), "warn", "soon")
        is_soon = left <= SOON
        words = _tr("还剩 {n} 个工作日").format(n=left)
        return Due(f"{words}　{day}", "warn" if is_soon else "plain", "soon" if is_soon else "running")

    def _days_left(self, now: datetime, due: datetime) -> int:
        key = (now.date(), due.date())
        if key not in self._left:
            self._left[key] = working_days_left(now, due, self._calendar)
        return self._left[key]


def _tr(words: str) -> str:
    return QCoreApplication.translate("Due", words)
