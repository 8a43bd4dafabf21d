"""A line of an old register becomes a matter of today's: read under the rulebook, with what does not fit said of it."""

import copyreg
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any, Protocol, TypeVar

from desk.domain.calendar import Calendar
from desk.domain.case import Happening
from desk.domain.draft import NOTHING, Draft, Problem, Values
from desk.domain.grams import fold
from desk.domain.intake import REGISTER, read_values, settle
from desk.domain.moments import OFFICE_ZONE
from desk.domain.texts import clean_text
from desk.rulebook.facts import FACTS
from desk.rulebook.flow import Step
from desk.rulebook.intake import Field
from desk.rulebook.kept import kept
from desk.rulebook.model import Rulebook

OLD = "旧"
"""Stands before the numbers of an old register, so that none reads like a number of today's series (CAP-05)."""

OUTSIDE = "outside.number"
_MATTER = ("subject", "narrative", "demand", "object", "respondent.name", "complainant.name")
_FRAME = {"kind", "channel", "category", "received_at", "level", "handed_on_at"}
_LACKING = {"missing", "real_name"}
"""What an old register did not ask cannot be asked any more: told, but no reason to leave the matter out."""

_ASKS = "请填写"
_TOO_LONG = "too_long"
_NO_END = ("未办", "未结", "不予", "在办", "正在")
_END = ("办结", "结案", "完结", "已完成", "已答复", "已回复", "已处理", "closed", "resolved")
_REFUSED = ("不予受理", "不受理")
_UNUSUAL = {"withdraw", "archive", "reopen", "split"}
_WAYS = (
    ("来访", "现场", "当面", "窗口", "前台", "到访"), ("来电", "电话", "热线"), ("来信", "信函", "信件", "邮寄", "书信"),
    ("邮件", "邮箱"), ("网络", "网上", "互联网", "网站", "在线", "公众号", "微信", "平台"),
)  # fmt: skip
"""Words of old registers for the same way of coming in."""


@dataclass(frozen=True, slots=True)
class Habits:
    """What holds where a line does not say it itself: the kind of matter and the way it came in, as ids."""

    kind: str
    channel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OldMatter:
    """A line that was read. ``problems`` that are no warnings keep it out. ``state`` is where it stands today."""

    row: int
    number: str
    draft: Draft
    state: str
    timeline: tuple[Happening, ...]
    ended: bool
    problems: tuple[Problem, ...]

    @property
    def blocking(self) -> tuple[Problem, ...]:
        """Why it cannot be taken in."""
        return tuple(problem for problem in self.problems if not problem.warning)


class _Named(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...


_N = TypeVar("_N", bound=_Named)


def read_line(
    rulebook: Rulebook, row: int, said: Mapping[str, object], habits: Habits, now: datetime, by: str,
    calendar: Calendar | None = None,
) -> OldMatter:  # fmt: skip
    """What the line in ``row`` says, by fact, as a matter under ``rulebook``; ``by`` takes it in."""
    told: list[Problem] = []
    kind = _chosen(rulebook, said, "kind", habits.kind, told)
    channel = _chosen(rulebook, said, "channel", habits.channel, told)
    received = _received(said, now, told)
    category = _category(rulebook, said, told)
    asked = _asked(rulebook, kind, channel)
    typed: Any = {fact: value for fact, value in said.items() if fact in asked}  # entries, which settle reads
    draft = Draft(kind=kind, channel=channel, category=category, received_at=received, values=typed)
    settled = settle(rulebook, draft, now, calendar)
    told += (_eased(problem) for problem in settled.problems if problem.code != "long_ago")
    later = _later(rulebook, said, asked, now, told)
    if not any(said.get(fact) for fact in (*_MATTER, OUTSIDE)):
        told.append(
            Problem("subject", "nothing", "这一行没有事由、内容或人名", "请检查是否为空行，或列的对应有误")
        )
    values = {**settled.draft.values, **_long_texts(settled.problems, typed), **later}
    whole = replace(settled.draft, values=values)
    state, timeline, ended = _way(rulebook, whole, said, now, by, told)
    return OldMatter(
        row=row, number=str(said.get(OUTSIDE, "")).strip(), draft=whole, state=state, timeline=timeline, ended=ended,
        problems=tuple(told),
    )  # fmt: skip


def likeness(matter: OldMatter) -> tuple[str, str, date] | None:
    """By what two lines are the same matter: person, subject and day; None where one of them is not known."""
    values = matter.draft.values
    person = values.get("complainant.name") or values.get("complainant.phone")
    subject = values.get("subject")
    if not isinstance(person, str) or not isinstance(subject, str):
        return None
    return fold(person), fold(subject), matter.draft.received_at.date()


def _long_texts(problems: Sequence[Problem], typed: Mapping[str, object]) -> dict[str, str]:
    """What is longer than one may write today: nobody can shorten what was written then."""
    long = [problem.field for problem in problems if problem.code == _TOO_LONG]
    return {fact: clean_text(str(typed[fact])).text.strip() for fact in long}


@lru_cache(maxsize=1000)
def _eased(problem: Problem) -> Problem:
    """The same problem is the same object, however many lines have it."""
    if problem.code == _TOO_LONG:
        return replace(problem, message=f"{problem.message}，照原样导入", hint="", warning=True)
    if problem.code not in _LACKING:
        return problem
    lacking = problem.message.removeprefix(_ASKS)
    if lacking == problem.message:
        return replace(problem, warning=True)
    return replace(problem, message=f"没有{lacking}，导入后留空", hint="", warning=True)


@kept
def _asked(rulebook: Rulebook, kind: str, channel: str) -> frozenset[str]:
    return frozenset(field.id for field in rulebook.fields_at(REGISTER, kind, channel))


def _chosen(
    rulebook: Rulebook, said: Mapping[str, object], fact: str, otherwise: str, told: list[Problem]
) -> str:
    """The entry that the line names, else the usual one, which is then told."""
    words = str(said.get(fact, "")).strip()
    found = _kind_meant(rulebook, words) if fact == "kind" else _channel_meant(rulebook, words)
    if words and not found:
        entries = rulebook.kinds if fact == "kind" else rulebook.channels
        usual = next((entry.name for entry in entries if entry.id == otherwise), otherwise)
        told.append(
            Problem(
                fact,
                "usual",
                f"规则簿里没有“{words[:20]}”，按“{usual}”导入",
                "需要时请导入后更正",
                warning=True,
            )
        )
    return found or otherwise


@kept
def _kind_meant(rulebook: Rulebook, words: str) -> str:
    return _named(rulebook.kinds, words)


@kept
def _channel_meant(rulebook: Rulebook, words: str) -> str:
    return _named(rulebook.channels, words) or _way_in(rulebook.channels, words)


def _named(entries: Sequence[_N], words: str) -> str:
    """The entry with this id or name; else the only one whose name holds the words, or is held by them."""
    if not words:
        return ""
    exact = next((entry.id for entry in entries if words in (entry.id, entry.name)), "")
    near = [entry.id for entry in entries if words in entry.name or entry.name in words]
    return exact or (near[0] if len(near) == 1 else "")


def _way_in(entries: Sequence[_N], words: str) -> str:
    """The channel that old registers mean by other words (来访 for 窗口)."""
    signs = next((group for group in _WAYS if any(sign in words for sign in group)), ())
    return next((entry.id for sign in signs for entry in entries if sign in entry.name), "")


def _category(rulebook: Rulebook, said: Mapping[str, object], told: list[Problem]) -> str:
    words = str(said.get("category", "")).strip()
    found = _category_meant(rulebook, words) if words else ""
    if words and not found:
        told.append(
            Problem(
                "category",
                "unknown",
                f"规则簿里没有类别“{words[:20]}”，类别留空",
                "需要时请导入后更正",
                warning=True,
            )
        )
    return found


@kept
def _category_meant(rulebook: Rulebook, words: str) -> str:
    in_use = [entry for entry in rulebook.categories if entry.enabled]
    coded = next((entry.id for entry in in_use if entry.code == words), "")
    return coded or _named(in_use, words) or _named(in_use, words.rpartition("/")[2].strip())


def _received(said: Mapping[str, object], now: datetime, told: list[Problem]) -> datetime:
    found = said.get("received_at")
    moment = _moment(found)
    if moment is None:
        words = f"“{found}”不是能读出的日期" if found else "没有收到（登记）日期"
        told.append(Problem("received_at", "bad_date", words, "请在原表中更正后再导入"))
        return now
    return moment


def _moment(value: object) -> datetime | None:
    """A day or moment of an old register on the office's clock."""
    match value:
        case datetime():
            return value.astimezone(OFFICE_ZONE) if value.tzinfo else value.replace(tzinfo=OFFICE_ZONE)
        case date():
            return datetime.combine(value, time(0, 0), OFFICE_ZONE)
    return None


def _later(
    rulebook: Rulebook, said: Mapping[str, object], asked: frozenset[str], now: datetime, told: list[Problem]
) -> Values:
    """What the line says of later steps (承办部门, 办理结果 …), as far as the rulebook has such a field at all."""
    later = {
        fact: value
        for fact, value in said.items()
        if fact not in asked and fact not in _FRAME and not fact.startswith("case.") and fact != OUTSIDE
    }
    known = _fields(rulebook)
    fields = tuple(known[fact] for fact in later if fact in known)
    values, problems = read_values(rulebook, fields, {field.id: later[field.id] for field in fields}, now)
    told += (replace(problem, warning=True) for problem in problems)
    for fact in sorted(set(later) - set(known)):
        label = FACTS[fact].label if fact in FACTS else fact
        told.append(Problem(fact, "not_kept", f"规则簿没有“{label}”这一项，没有导入", warning=True))
    return values or NOTHING


@kept
def _fields(rulebook: Rulebook) -> dict[str, Field]:
    return {field.id: field for field in rulebook.fields}


def _way(
    rulebook: Rulebook, draft: Draft, said: Mapping[str, object], now: datetime, by: str, told: list[Problem]
) -> tuple[str, tuple[Happening, ...], bool]:
    """The state in which the matter stands, how it got there, and whether that is an end."""
    received = draft.received_at
    starts = next((kind.starts for kind in rulebook.kinds if kind.id == draft.kind), "")
    timeline = [Happening(step="register", at=received, by=by)]
    accepted = _moment(said.get("case.accepted_on"))
    accepting = _accepting(rulebook, draft.kind) if accepted else None
    if accepted and accepting and received <= accepted <= now:
        timeline.append(Happening(step=accepting.id, at=accepted, by=by))
    phase, at = _end(said)
    if not phase:
        return starts, tuple(timeline), False
    if at and not received.date() <= at.date() <= now.date():
        told.append(
            Problem("case.closed_on", "bad_end", "办结日期早于收到日期，或晚于今天", "请在原表中更正后再导入")
        )
    step = _ending(rulebook, draft.kind, phase)
    if step is None:
        told.append(Problem("case.state", "no_end", "规则簿没有相应的办结步骤，按未办结导入", warning=True))
        return starts, tuple(timeline), False
    timeline.append(Happening(step=step.id, at=max(at or received, received), by=by))
    return step.to, tuple(timeline), True


def _end(said: Mapping[str, object]) -> tuple[str, datetime | None]:
    """The phase in which the line says that it ended, empty while it is open, and when."""
    words, at = str(said.get("case.state", "")).lower(), _moment(said.get("case.closed_on"))
    if any(word in words for word in _REFUSED):
        return "refused", at
    if any(word in words for word in _NO_END):
        return "", None
    return ("closed", at) if at or any(word in words for word in _END) else ("", None)


@kept
def _accepting(rulebook: Rulebook, kind: str) -> Step | None:
    return next((step for step in _steps(rulebook, kind) if "accept" in step.effects), None)


@kept
def _ending(rulebook: Rulebook, kind: str, phase: str) -> Step | None:
    phases = {state.id: state.phase for state in rulebook.states}
    found = [step for step in _steps(rulebook, kind) if phases.get(step.to) == phase]
    return next((step for step in found if not _UNUSUAL & set(step.effects)), None)


def _steps(rulebook: Rulebook, kind: str) -> Iterator[Step]:
    return (step for step in rulebook.steps if not step.kinds or kind in step.kinds)


def _flat(matter: OldMatter) -> tuple[Any, ...]:
    """How a matter is packed: as few things as will do, since there are a hundred thousand."""
    draft = matter.draft
    frame = (draft.kind, draft.channel, draft.category, draft.station, draft.received_at, dict(draft.values))
    entries = tuple((entry.step, entry.at, entry.by) for entry in matter.timeline)
    return _whole, (matter.row, matter.number, frame, matter.state, entries, matter.ended, matter.problems)


def _whole(
    row: int, number: str, frame: Any, state: str, entries: Any, ended: bool, problems: Any
) -> OldMatter:
    kind, channel, category, station, received, values = frame
    return OldMatter(
        row=row, number=number, state=state, ended=ended, problems=problems,
        draft=Draft(kind=kind, channel=channel, category=category, station=station, received_at=received, values=values),
        timeline=tuple(Happening(step=step, at=at, by=by) for step, at, by in entries),
    )  # fmt: skip


copyreg.pickle(OldMatter, _flat)
