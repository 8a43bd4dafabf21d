"""Taking in: what a draft becomes once it is read, and everything that still keeps it from being registered."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from desk.domain.calendar import Calendar
from desk.domain.circumstances import Circumstances, of_draft
from desk.domain.draft import Draft, Problem, Value, Values, is_named
from desk.domain.entry import Setting, read
from desk.domain.words import choices_of
from desk.rulebook.criteria import holds
from desk.rulebook.facts import FACTS
from desk.rulebook.intake import Field
from desk.rulebook.kept import kept
from desk.rulebook.model import Rulebook, find

REGISTER = "register"
_CLOCK_SLACK = timedelta(minutes=5)
_LONG_AGO = timedelta(days=366)
_EMPTY = (None, "", ())
_MANY = 12
"""So many fields are named where one is not known."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A draft with its entries read into values, and what is to be said about it. Warnings do not block."""

    draft: Draft
    problems: tuple[Problem, ...]

    @property
    def blocking(self) -> tuple[Problem, ...]:
        """The problems that keep it from being registered."""
        return tuple(problem for problem in self.problems if not problem.warning)


def settle(rulebook: Rulebook, draft: Draft, now: datetime, calendar: Calendar | None = None) -> Settled:
    """Read every entry of the draft and check it against the rulebook; what was typed wrongly stays out of the values.

    Without the office's calendar nothing is asked that only holds outside its hours.
    """
    frame = tuple(_frame(rulebook, draft, now))
    if any(problem.field == "kind" for problem in frame):
        return Settled(draft, frame)
    values, problems = read_values(rulebook, fields_for(rulebook, draft), draft.values, now)
    settled = replace(draft, values=values)
    wrong = {problem.field for problem in problems if not problem.warning}
    rules = (_real_name, _speaker, _stage)
    found = [*_required(rulebook, settled, calendar), *(p for rule in rules for p in rule(rulebook, settled))]
    found = [problem for problem in found if problem.field not in wrong]
    return Settled(settled, (*frame, *problems, *found))


def fields_for(rulebook: Rulebook, draft: Draft) -> tuple[Field, ...]:
    """The intake fields for the draft's kind and channel."""
    return rulebook.fields_at(REGISTER, draft.kind, draft.channel)


def read_values(
    rulebook: Rulebook, fields: tuple[Field, ...], typed: Mapping[str, object], now: datetime
) -> tuple[Values, tuple[Problem, ...]]:
    """The values of ``fields`` from what was typed; entries for fields that are not asked here are a problem each."""
    values: dict[str, Value] = {}
    problems: list[Problem] = []
    said = {id_ for id_, value in typed.items() if value not in _EMPTY}
    today = now.date()
    for field in [field for field in fields if field.id in said]:
        owner = field.id.rpartition(".")[0]
        setting = Setting(today, choices_of(rulebook, field), str(typed.get(f"{owner}.id_type", "")))
        found = read(field, typed[field.id], setting)
        problems += found.problems
        if found.value is not None:
            values[field.id] = found.value
    unknown = said.difference(values)
    if unknown:
        unknown.difference_update(field.id for field in fields)
    open_ = [field for field in fields if field.id not in said]
    problems += [_unknown(id_, open_) for id_ in typed if id_ in unknown]
    return values, tuple(problems)


def _unknown(id_: str, open_: Sequence[Field]) -> Problem:
    """An entry for a field that is not asked here, with those that are and were not filled in."""
    called = f"（{FACTS[id_].label}）" if id_ in FACTS else ""
    listed = "、".join(f"{field.id}（{field.title}）" for field in open_[:_MANY])
    more = " 等" if len(open_) > _MANY else ""
    hint = f"还可以填：{listed}{more}" if open_ else "请去掉这一项"
    return Problem(id_, "unknown_field", f"这里没有字段“{id_}”{called}", hint)


def _frame(rulebook: Rulebook, draft: Draft, now: datetime) -> Iterator[Problem]:
    """Kind, channel, category, station and the moment of receipt."""
    yield from _chosen(rulebook, draft.kind, draft.channel, draft.category, draft.station)
    if draft.received_at > now + _CLOCK_SLACK:
        yield Problem("received_at", "future", "收到时间晚于现在", "请改为实际收到的时间，或检查电脑时钟")
    elif draft.received_at < now - _LONG_AGO:
        yield Problem("received_at", "long_ago", "收到时间在一年以前", "请确认日期没有写错", warning=True)


@kept
def _chosen(rulebook: Rulebook, kind: str, channel: str, category: str, station: str) -> tuple[Problem, ...]:
    """What is wrong with what was chosen of the rulebook's tables."""
    return (*_known(rulebook, kind, channel, category, station), *_fitting(rulebook, kind, channel, category))


def _known(rulebook: Rulebook, kind: str, channel: str, category: str, station: str) -> Iterator[Problem]:
    tables = (
        ("kind", "类型", rulebook.kinds, kind, True),
        ("channel", "渠道", rulebook.channels, channel, True),
        ("category", "类别", rulebook.categories, category, False),
        ("station", "窗口", rulebook.stations, station, False),
    )
    for field, title, entries, chosen, required in tables:
        if any(entry.id == chosen for entry in entries) or not (chosen or required):
            continue
        hint = "可选：" + "、".join(entry.name for entry in entries[:12])
        if chosen:
            yield Problem(field, "unknown", f"没有“{chosen[:20]}”这个{title}", hint)
        else:
            yield Problem(field, "missing", f"请选择{title}", hint)


def _fitting(rulebook: Rulebook, kind_: str, channel: str, category_: str) -> Iterator[Problem]:
    """Whether channel and category belong to the kind, and the category is in use."""
    kind = next((entry for entry in rulebook.kinds if entry.id == kind_), None)
    category = next((entry for entry in rulebook.categories if entry.id == category_), None)
    if kind and channel and kind.channels and channel not in kind.channels:
        yield Problem("channel", "not_for_kind", f"{kind.name}不能从这个渠道提出", "请改选渠道或类型")
    if kind and category and category.kinds and kind.id not in category.kinds:
        yield Problem("category", "not_for_kind", f"“{category.name}”不是{kind.name}的类别", "请改选类别")
    if category and not category.enabled:
        yield Problem("category", "not_in_use", f"类别“{category.name}”已停用", "请改选其他类别")


def _required(rulebook: Rulebook, draft: Draft, calendar: Calendar | None) -> Iterator[Problem]:
    lacking = [f for f in _demanded(rulebook, draft.kind, draft.channel) if f.id not in draft.values]
    if not lacking:
        return
    needs_person, channel = _needs_person(rulebook, draft), _channel_asks(rulebook, draft.channel)
    facts: Circumstances | None = None
    for field in lacking:
        if field.personal and not needs_person:
            continue
        if not (field.required or field.id in channel):
            facts = facts or of_draft(rulebook, draft, calendar)
            if not holds(field.required_when, facts):
                continue
        yield Problem(field.id, "missing", f"请填写{field.title}", field.hint or field.loss)


@kept
def _demanded(rulebook: Rulebook, kind: str, channel: str) -> tuple[Field, ...]:
    """The fields that may be required at all."""
    asks = _channel_asks(rulebook, channel)
    fields = rulebook.fields_at(REGISTER, kind, channel)
    return tuple(field for field in fields if field.required or field.required_when or field.id in asks)


def _channel_asks(rulebook: Rulebook, channel: str) -> tuple[str, ...]:
    try:
        return rulebook.channel(channel).asks
    except KeyError:
        return ()


def _needs_person(rulebook: Rulebook, draft: Draft) -> bool:
    """Personal fields are asked unless nobody stands behind the matter, or the complainant stays unnamed and may."""
    channel = next((entry for entry in rulebook.channels if entry.id == draft.channel), None)
    unnamed = not is_named(draft.values) and not _wants_name(rulebook, draft)
    return bool(channel is None or channel.personal) and not unnamed


def _wants_name(rulebook: Rulebook, draft: Draft) -> bool:
    """Whether the matter is not taken in without a name; an exception is made for a reason (CAP-18)."""
    return rulebook.kind(draft.kind).anonymity == "refuse" and "anonymity_reason" not in draft.values


def _real_name(rulebook: Rulebook, draft: Draft) -> Iterator[Problem]:
    if "complainant.name" in draft.values or not _wants_name(rulebook, draft):
        return
    channel = next((entry for entry in rulebook.channels if entry.id == draft.channel), None)
    field = next((field for field in fields_for(rulebook, draft) if field.id == "complainant.name"), None)
    if field is not None and not field.required and (channel is None or channel.personal):
        kind, name = rulebook.kind(draft.kind), rulebook.word("投诉人")
        yield Problem(
            "complainant.name",
            "real_name",
            f"{kind.name}须实名，请填写{name}姓名",
            "不愿具名的，请说明不能按此受理",
        )


def _speaker(rulebook: Rulebook, draft: Draft) -> Iterator[Problem]:
    """Whoever speaks for another brings what the rulebook names (original power of attorney, own identity)."""
    try:
        kind = find(rulebook.representations, str(draft.values.get("speaker", "")))
    except KeyError:
        return
    for fact in kind.needs:
        if draft.values.get(fact) in (None, False):
            title = _title(rulebook, fact)
            yield Problem(
                fact,
                "missing",
                f"由{kind.name}提出的，还需要：{title}",
                "现场没有的，请先登记并告知补交",
                warning=True,
            )
    people = draft.values.get("representatives", ())
    if kind.most and isinstance(people, tuple) and len(people) > kind.most:
        yield Problem("representatives", "too_many", f"{kind.name}最多 {kind.most} 人", "请按规定推选代表")


def _stage(rulebook: Rulebook, draft: Draft) -> Iterator[Problem]:
    """Product × stage: the category, or a group above it, says which stages there are (CAP-15)."""
    stage, category = draft.values.get("stage"), draft.category
    while stage and category:
        entry = next((entry for entry in rulebook.categories if entry.id == category), None)
        if entry is None:
            return
        if entry.stages and stage not in entry.stages:
            names = "、".join(one.name for one in rulebook.stages if one.id in entry.stages)
            name = next((one.name for one in rulebook.stages if one.id == stage), str(stage))
            yield Problem("stage", "not_for_category", f"“{entry.name}”没有“{name}”环节", f"可选：{names}")
            return
        category = entry.parent


def _title(rulebook: Rulebook, fact: str) -> str:
    field = next((field for field in rulebook.fields if field.id == fact), None) or Field(id=fact)
    return field.title


Rule = Callable[[Rulebook, Draft], Iterator[Problem]]
