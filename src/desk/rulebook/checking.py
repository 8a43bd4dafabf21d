"""Does a rulebook hold together? Every reference, criterion, limit and way through the flow is looked at."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from desk.rulebook.accounts import Band, Indicator
from desk.rulebook.deciding_check import deciding_faults
from desk.rulebook.facts import FACTS
from desk.rulebook.flow_check import flow_faults
from desk.rulebook.intake_check import intake_faults
from desk.rulebook.layout import Items, Layout, Listing, Place, fields, parse
from desk.rulebook.patterns import BadPattern, read_pattern
from desk.rulebook.places import PROGRESS, ROWS_OF
from desk.rulebook.ranges import overlapping, read_range
from desk.rulebook.references import Found, Names
from desk.rulebook.timing import Cell

if TYPE_CHECKING:
    from desk.rulebook.model import Rulebook


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a rulebook: in which file, at which key, what it is, and what to write instead."""

    file: str
    key: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        where = f"{self.file}：{self.key}：" if self.key else f"{self.file}："
        return where + self.message + (f"（{self.hint}）" if self.hint else "")


def check(rulebook: "Rulebook") -> tuple[Fault, ...]:
    """Every fault of the rulebook, in the order of its tables; none for one that can be used."""
    names = Names(rulebook)
    parts = (
        _unique,
        _switches,
        intake_faults,
        _scales,
        _steps,
        deciding_faults,
        _clocks,
        _papers,
        _registers,
        _public,
        _accounts,
    )
    faults = [Fault("rules.toml", *found) for part in parts for found in part(rulebook, names)]
    return (*faults, *(Fault("rules.toml", *found) for found in flow_faults(rulebook)))


def layout_faults(rulebook: "Rulebook", layouts: Mapping[str, Layout]) -> Iterator[Fault]:
    """Places in layouts, by their file, that no fact of the rulebook and no known place fills."""
    names = Names(rulebook)
    for file, layout in layouts.items():
        lists = [block for block in layout.blocks if isinstance(block, Items | Listing)]
        for field in sorted((fields(layout) | {block.field for block in lists}) - names.printable):
            hint = "请改用规则簿的字段，或先在 [[field]] 中定义"
            yield Fault(file, field, f"版式用了不存在的字段“{field}”", hint)
        for one in lists:
            yield from _row_faults(rulebook, file, one)
        for number, block in enumerate(layout.blocks):
            yield from (Fault(file, *found) for found in names.criterion(f"block[{number}].when", block.when))


def _row_faults(rulebook: "Rulebook", file: str, block: Items | Listing) -> Iterator[Fault]:
    """A list prints the rows of a field: the field must hold rows, with the columns that the list names."""
    asked = [field for field in rulebook.fields if field.id == ROWS_OF.get(block.field, block.field)]
    tables = _table_columns(rulebook, block.field)
    columns = {column.id for field in asked for column in field.columns} | tables | {"n"}
    texts = [block.text] if isinstance(block, Items) else [column.text for column in block.columns]
    named = {part.path for text in texts for part in parse(text) if isinstance(part, Place) and part.path}
    if asked and not any(field.columns for field in asked):
        yield Fault(
            file, block.field, f"“{block.field}”不是一行一行的清单", "请给这个字段写 columns，或改用段落"
        )
    elif asked or tables:
        for column in sorted(named - columns):
            yield Fault(file, block.field, f"清单没有“{column}”这一列", "可用：" + "、".join(sorted(columns)))


def _table_columns(rulebook: "Rulebook", field: str) -> set[str]:
    """The columns of a table that no field holds: a case's progress, or of a period a register's values, or a ranking's groups."""
    if field == "progress":
        return set(PROGRESS)
    table, _, which = field.partition(".")
    if table == "register":
        return {c.value for register in rulebook.registers if register.id == which for c in register.columns}
    ranked = {indicator.id for indicator in rulebook.indicators if which in indicator.by}
    return {"name", *ranked, *(f"{id_}.place" for id_ in ranked)} if table == "ranking" and ranked else set()


def _unique(book: "Rulebook", _names: Names) -> Iterator[Found]:
    """Nothing is written twice under one id. Fields may be: for different kinds, channels and steps."""
    several = {"field", "overlay"}
    for table in msgspec.structs.fields(book):
        entries = getattr(book, table.name)
        if not isinstance(entries, tuple) or table.encode_name in several:
            continue
        for id, count in Counter(entry.id for entry in entries).items():
            if count > 1:
                yield f"{table.encode_name}({id})", f"编号“{id}”出现了 {count} 次", "每个编号只能用一次"


def _switches(book: "Rulebook", _names: Names) -> Iterator[Found]:
    for switch in book.switches:
        options = "、".join(switch.options)
        if switch.default not in switch.options:
            yield f"switch({switch.id}).default", f"默认值“{switch.default}”不在选项之内", options
        if switch.chosen and switch.chosen not in switch.options:
            yield f"switch({switch.id})", f"选定的“{switch.chosen}”不在选项之内", options
        for change in switch.changes:
            if change.option not in switch.options:
                yield f"switch({switch.id}).change", f"选项“{change.option}”不存在", options


def _scales(book: "Rulebook", names: Names) -> Iterator[Found]:
    for scale in book.scales:
        levels = {level.id for level in scale.levels}
        yield from names.refer(f"scale({scale.id}).otherwise", levels, scale.otherwise)
        for level in scale.levels:
            named = (*level.report_to, level.extension_by, level.organiser)
            yield from names.refer(f"scale({scale.id}).levels({level.id})", names.roles, *named)
        for line in scale.criteria:
            key = f"scale({scale.id}).criteria({line.id})"
            yield from names.refer(f"{key}.level", levels, line.level)
            yield from names.criterion(f"{key}.when", line.when)


def _steps(book: "Rulebook", names: Names) -> Iterator[Found]:
    for step in book.steps:
        key = f"step({step.id})"
        yield from names.refer(f"{key}.from", names.states, *step.starting)
        yield from names.refer(f"{key}.to", names.states, step.to)
        yield from names.refer(f"{key}.by", names.roles, *step.by)
        yield from names.refer(f"{key}.kinds", names.kinds, *step.kinds)
        yield from names.refer(f"{key}.after", names.steps, *step.after)
        yield from names.refer(f"{key}.completes", names.steps, *step.completes)
        yield from names.refer(f"{key}.papers", names.papers, *step.papers)
        yield from names.refer(f"{key}.needs", names.facts, *step.needs)
        yield from names.refer(f"{key}.sets", names.facts, *step.sets)
        yield from names.refer(f"{key}.pauses", names.pauses, step.pauses)
        yield from names.refer(f"{key}.resumes", names.pauses, step.resumes)
        yield from names.refer(f"{key}.extends", names.clocks, step.extends)
        yield from names.refer(f"{key}.series", names.series, step.series)
        yield from names.criterion(f"{key}.when", step.when)


def _clocks(book: "Rulebook", names: Names) -> Iterator[Found]:
    for clock in book.clocks:
        key = f"clock({clock.id})"
        yield from names.refer(f"{key}.starts", names.beginnings, *clock.starts)
        yield from names.refer(f"{key}.done", names.endings, *clock.done)
        yield from names.refer(f"{key}.kinds", names.kinds, *clock.kinds)
        yield from names.refer(f"{key}.scale", names.scales, clock.scale)
        yield from names.refer(f"{key}.reopens", names.steps, *clock.reopens)
        yield from names.refer(f"{key}.pauses", names.pauses, *clock.pauses)
        yield from names.refer(f"{key}.beside", names.clocks, clock.beside)
        yield from names.criterion(f"{key}.when", clock.when)
        if not clock.limit and not clock.cells:
            yield f"{key}.limit", "没有写时限", "写 limit 或 cells；手册没有规定时写 unset"
        if clock.limit:
            yield from names.limit(f"{key}.limit", clock.limit)
        for place, cell in enumerate(clock.cells):
            yield from names.limit(f"{key}.cells[{place}].limit", cell.limit)
            yield from names.refer(f"{key}.cells[{place}].levels", names.levels, *cell.levels)
            yield from names.refer(f"{key}.cells[{place}].classes", names.classes, *cell.classes)
            yield from names.refer(f"{key}.cells[{place}].categories", names.categories, *cell.categories)
            yield from names.refer(f"{key}.cells[{place}].kinds", names.kinds, *cell.kinds)
            yield from names.refer(f"{key}.cells[{place}].channels", names.channels, *cell.channels)
            if hidden := _hidden_by(cell, clock.cells[:place]):
                yield (
                    f"{key}.cells[{place}]",
                    f"永远用不到：前面的“{hidden.limit}”已经包括了它",
                    "从上往下第一个符合的算，请把范围小的写在前面，或删去",
                )
        for extension in clock.extensions:
            yield from names.limit(f"{key}.extensions.by", extension.by)
            yield from names.refer(f"{key}.extensions.approver", names.roles | {"level"}, extension.approver)


def _hidden_by(cell: Cell, earlier: Iterable[Cell]) -> Cell | None:
    """The cell before this one that fits every case that this one fits."""
    return next((other for other in earlier if _covers(other, cell)), None)


def _covers(wide: Cell, narrow: Cell) -> bool:
    pairs = (
        (wide.levels, narrow.levels),
        (wide.classes, narrow.classes),
        (wide.categories, narrow.categories),
        (wide.kinds, narrow.kinds),
        (wide.channels, narrow.channels),
    )
    return all(not more or (less and set(less) <= set(more)) for more, less in pairs)


def _papers(book: "Rulebook", names: Names) -> Iterator[Found]:
    for series in book.series:
        try:
            read_pattern(series.pattern)
        except BadPattern as error:
            yield f"series({series.id}).pattern", str(error), "例：{yyyy}{mm}{serial:4}"
    for paper in book.papers:
        key = f"paper({paper.id})"
        yield from names.refer(f"{key}.layout", names.layouts, paper.layout)
        yield from names.refer(f"{key}.series", names.series, paper.series)
        yield from names.refer(f"{key}.after", names.steps, *paper.after)
        yield from names.refer(f"{key}.states", names.states, *paper.states)
        yield from names.refer(f"{key}.kinds", names.kinds, *paper.kinds)
        yield from names.refer(f"{key}.needs", names.printable, *paper.needs)
        yield from names.criterion(f"{key}.when", paper.when)
        yield from names.refer(f"{key}.told_clock", names.clocks, paper.told_clock)
        for signing in paper.signatures:
            own = f"{key}.signature({signing.id})"
            yield from names.refer(f"{own}.before", names.steps - {"register"}, *signing.before)
            yield from names.criterion(f"{own}.when", signing.when)
            yield from names.refer(f"{own}.fact", names.dates, signing.fact)
            if not signing.before:
                yield f"{own}.before", "没有写哪一步须先有签字", '例：before = ["archive"]'
        if paper.copies and paper.originals > len(paper.copies):
            yield (
                f"{key}.originals",
                f"正本 {paper.originals} 份，联次只有 {len(paper.copies)} 份",
                "请补齐 copies，或改正 originals",
            )


def _registers(book: "Rulebook", names: Names) -> Iterator[Found]:
    for register in book.registers:
        key = f"register({register.id})"
        yield from names.refer(f"{key}.kinds", names.kinds, *register.kinds)
        yield from names.criterion(f"{key}.where", register.where)
        for column in register.columns:
            yield from names.refer(
                f"{key}.columns({column.title})", names.printable, column.value.partition("?")[0]
            )


def _public(book: "Rulebook", names: Names) -> Iterator[Found]:
    """What may be put up for everybody is named once, is no identity, and is all that a public register shows."""
    allowed = set(book.secrecy.public_fields)
    own = {field.id for field in book.fields if field.is_identity}
    known = {id for id, fact in FACTS.items() if fact.identity}
    yield from names.refer("secrecy.public_fields", names.printable, *book.secrecy.public_fields)
    for id in sorted(allowed & (own | known)):
        yield "secrecy.public_fields", f"“{id}”是身份信息，不能公示", "请去掉，只留事项和结果"
    shown = [register for register in book.registers if register.public]
    if allowed and not shown:
        yield "secrecy.public_fields", "没有登记簿用它", "在公示用的 [[register]] 里写 public = true"
    for register in shown:
        for column in register.columns:
            if column.value not in allowed | {"row.number"}:
                key = f"register({register.id}).columns({column.title})"
                yield (
                    key,
                    f"“{column.value}”不在可以公示的字段之内",
                    "请写进 secrecy.public_fields，或去掉这一栏",
                )


def _accounts(book: "Rulebook", names: Names) -> Iterator[Found]:
    for indicator in book.indicators:
        yield from names.criterion(f"indicator({indicator.id}).base", indicator.base)
        yield from names.criterion(f"indicator({indicator.id}).hits", indicator.hits)
        yield from _over(indicator, names)
    for penalty in book.penalties:
        yield from names.criterion(f"penalty({penalty.id}).when", penalty.when)
        yield from names.refer(f"penalty({penalty.id}).on", names.clocks | names.steps, penalty.on)
        yield from _bands(f"penalty({penalty.id}).bands", penalty.bands)
        if penalty.bands and penalty.on not in names.clocks:
            yield (
                f"penalty({penalty.id}).bands",
                "分档数的是逾期天数，on 却不是时限",
                "请让 on 写一个时限，或去掉 bands、写 amount",
            )
    questions = {question.id for question in book.survey.questions}
    for reward in book.rewards:
        key = f"reward({reward.id})"
        if sum(part.weight for part in reward.parts) != 100:
            yield f"{key}.parts", "各部分的权重合计不是 100", "请核对 weight"
        yield from _bands(f"{key}.bands", reward.bands)
        for part in reward.parts:
            yield from names.refer(f"{key}.parts({part.id}).questions", questions, *part.questions)
            yield from names.refer(f"{key}.parts({part.id}).by", names.roles, part.by)
    yield from names.refer("survey.dissatisfied", names.steps, book.survey.dissatisfied)
    yield from names.criterion("survey.dissatisfied_when", book.survey.dissatisfied_when)


def _over(indicator: Indicator, names: Names) -> Iterator[Found]:
    """A figure over a volume of business: the volume is there, and nothing else is asked that it cannot say."""
    key = f"indicator({indicator.id})"
    yield from names.refer(f"{key}.over", names.volumes, indicator.over)
    if indicator.over and (indicator.mean or indicator.per_day or indicator.by):
        yield f"{key}.over", "按业务量算的，不能同时写 mean、per_day、by", "业务量只有总数，没有分组的数"
    if indicator.per < 1:
        yield f"{key}.per", "每多少业务量要写正整数", "例：per = 10000"


def _bands(key: str, bands: Iterable[Band]) -> Iterator[Found]:
    """One amount for one number: bands that overlap would leave it to chance which of them holds."""
    try:
        ranges = [band.range for band in bands]
        empty = [text for text in ranges if read_range(text).is_empty]
        doubled = list(overlapping(ranges))
    except ValueError as error:
        yield key, str(error), "方括号含端点，圆括号不含"
        return
    for text in empty:
        yield key, f"区间“{text}”里一个数也没有", "小的写前面，例：[90,95)"
    for one, other in doubled:
        yield key, f"区间“{one}”和“{other}”重叠", "同一个数只能落在一档里；相接的写成 [90,95) 和 [95,98)"
