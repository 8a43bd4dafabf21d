"""Registers of a period: the same lines as table, paper, workbook and counts, so that they cannot disagree."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from desk.domain.case import Case
from desk.domain.clocks import ClockState
from desk.domain.endings import ended_at, is_ended
from desk.domain.errors import DeskError, NotFound
from desk.domain.figures import top_categories
from desk.domain.moments import date_words
from desk.domain.pictures import Picture
from desk.domain.progress import Told, go_on
from desk.domain.publication import may_be_published, nameless
from desk.domain.register import ALIGNMENT, Lines, Source, lines, places, totals, turned
from desk.domain.viewer import IDENTITIES, Viewer
from desk.domain.words import OF_ALL_CLOCKS, OF_NEXT_CLOCK, Words, case_dates, category_title, name_of
from desk.rulebook.criteria import holds
from desk.rulebook.documents import Register
from desk.rulebook.model import Rulebook
from desk.services import own_registers
from desk.services.drawn_papers import Printed
from desk.services.judging import Standing, standings
from desk.services.office import Office
from desk.services.shared_forms import draw_form, shared_layout
from desk.store import audit, case_list
from desk.store import cases as stored
from desk.store.case_filter import CaseFilter
from desk.store.plain_cases import Heap, heaps, in_heaps

if TYPE_CHECKING:
    from desk.domain.document import Table

FIRST_MOMENT = time(0, 0)
_TOLD_EVERY = 100
NOT_CONTINUOUS = "编号不连续处：作废的见作废登记，须回避的由上级另行保管"
"""Stands under every register but those put up for everybody, which have no numbers, whoever prints it: a missing number
is explained and tells nobody that there is a case."""


@dataclass(frozen=True, slots=True)
class Written:
    """A register as a file's bytes; ``notice`` says what people should know about it."""

    data: bytes
    sha256: str
    notice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many cases of a period, by what people ask for. The keys are the rulebook's names.

    ``overdue`` are open cases whose governing date has passed, as on the page of the day and in the list; ``left`` are
    ended ones in which something that follows the end (telling, archiving) is past its date.
    """

    total: int
    by_kind: Mapping[str, int]
    by_channel: Mapping[str, int]
    by_category: Mapping[str, int]
    by_group: Mapping[str, int]
    by_state: Mapping[str, int]
    by_phase: Mapping[str, int]
    overdue: int
    left: int


def book(
    office: Office, viewer: Viewer, name: str, first: date, last: date, told: Told | None = None
) -> Lines:
    """The register's lines of the days ``first`` to ``last``, masked by the viewer's right. Raises ``NotFound``.

    Whoever sees names but may not export them carries masked lines for workbooks beside the plain ones (``outward``).
    A public register is the same for every viewer: cases that may be put up, without any person. Raises ``Stopped``
    where ``told`` says so.
    """
    if name in own_registers.NAMES:
        return own_registers.made(office, viewer, name, first, last)
    register = _register(office.rulebook, name)
    masked = viewer.without(*IDENTITIES)
    if register.public:
        return _book(office, masked, register, first, last, told)
    plain = _book(office, viewer, register, first, last, told)
    if viewer.may("export") or not viewer.may("see_identity"):
        return plain
    return replace(plain, outward=_book(office, masked, register, first, last, told))


def _book(
    office: Office, viewer: Viewer, register: Register, first: date, last: date, told: Told | None
) -> Lines:
    return with_cases(office, viewer, register, first, last, told)[0]


def with_cases(
    office: Office, viewer: Viewer, register: Register, first: date, last: date, told: Told | None = None
) -> tuple[Lines, tuple[int, ...]]:
    """The lines, and the case that each is about."""
    rulebook = office.rulebook
    made, asked = (_public_source if register.public else _source), places(register)
    cases = _cases(office, viewer, first, last, register.by, told)
    belonging = (one for one in cases if _belongs(register, one))
    found = [(one.case.id, made(office, one, asked)) for one in belonging]
    chosen = [source for _, source in found]
    period = date_words(first) if first == last else f"{date_words(first)}至{date_words(last)}"
    made_of = lines(rulebook, register, chosen, title=register.name, period=period, unit=office.name)
    remark = "" if register.public else NOT_CONTINUOUS
    return replace(made_of, remark=remark), tuple(case_id for case_id, _ in found)


def listed(office: Office) -> tuple[tuple[str, str], ...]:
    """Every register that can be asked for, id and name: the rulebook's, then those that every office has."""
    theirs = tuple((one.id, one.name) for one in office.rulebook.registers)
    return (*theirs, *((id_, name) for id_, name in own_registers.NAMES.items() if id_ not in dict(theirs)))


def _belongs(register: Register, one: Standing) -> bool:
    """Whether the register is about this case."""
    of_kind = not register.kinds or one.case.kind in register.kinds
    allowed = not register.public or may_be_published(one.rulebook, one.case)
    return of_kind and allowed and (not register.where or holds(register.where, one.facts))


def counts(office: Office, viewer: Viewer, first: date, last: date) -> Counts:
    """The counts of the same days."""
    with office.store.reading() as tx:
        found = heaps(tx, viewer, _of_days(office, first, last))

    def by(name: str) -> Mapping[str, int]:
        piles = _piled(office, found, _PILES[name])
        return dict(Counter({key: sum(heap.n for heap in pile) for key, pile in piles.items()}).most_common())

    return Counts(
        total=sum(heap.n for heap in found),
        by_kind=by("kind"),
        by_channel=by("channel"),
        by_category=by("category"),
        by_group=by("group"),
        by_state=by("state"),
        by_phase=by("phase"),
        overdue=sum(heap.n for heap in _late(office, found, ended=False)),
        left=sum(heap.n for heap in _late(office, found, ended=True)),
    )


def behind(
    office: Office, viewer: Viewer, first: date, last: date, by: str, names: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """The numbers of the cases behind a count of the same days, the newest first.

    ``by`` is ``total``, ``overdue``, ``left`` or what is counted by (``kind``, ``channel``, ``phase`` …), there with the ``names``
    that are counted together.
    """
    which = _of_days(office, first, last)
    with office.store.reading() as tx:
        found = heaps(tx, viewer, which)
        if by in _PILES:
            chosen = [
                heap
                for name, pile in _piled(office, found, _PILES[by]).items()
                if name in names
                for heap in pile
            ]
        else:
            chosen = list(found) if by == "total" else _late(office, found, ended=by == "left")
        return in_heaps(tx, viewer, which, frozenset(chosen))


_PILES: Mapping[str, Callable[[Rulebook, Heap], str]] = {
    "kind": lambda book, heap: name_of(book.kinds, heap.kind),
    "channel": lambda book, heap: name_of(book.channels, heap.channel),
    "category": lambda book, heap: category_title(book, heap.category),
    "group": lambda book, heap: category_title(book, top_categories(book).get(heap.category, "")),
    "state": lambda book, heap: name_of(book.states, heap.state),
    "phase": lambda book, heap: book.state(heap.state).phase,
}
"""What is counted by, each with the name under which a heap of cases counts."""


def _late(office: Office, found: Sequence[Heap], *, ended: bool) -> list[Heap]:
    """The heaps past their date: of ended cases, or of open ones."""
    books = {heap.version: office.manual(office.rulebook.id, heap.version) for heap in found if heap.late}
    return [heap for heap in found if heap.late and is_ended(books[heap.version], heap.state) == ended]


def _piled(
    office: Office, found: Sequence[Heap], of: Callable[[Rulebook, Heap], str]
) -> Mapping[str, Sequence[Heap]]:
    """The heaps by a name of theirs, in the words of the manual under which each was registered."""
    books = {heap.version: office.manual(office.rulebook.id, heap.version) for heap in found}
    piles: dict[str, list[Heap]] = {}
    for heap in found:
        piles.setdefault(of(books[heap.version], heap) or "未填", []).append(heap)
    return piles


def _of_days(office: Office, first: date, last: date) -> CaseFilter:
    return CaseFilter(rulebooks=frozenset({office.rulebook.id}), **_registered(office, first, last))


def _registered(office: Office, first: date, last: date) -> dict[str, Any]:
    """The days as bounds of a filter. Raises ``DeskError``."""
    if last < first:
        raise DeskError("bad_period", "结束日期早于开始日期", "请调换两个日期", "to")
    since = datetime.combine(first, FIRST_MOMENT, office.zone)
    until = datetime.combine(last + timedelta(days=1), FIRST_MOMENT, office.zone)
    return {"registered_from": since, "registered_to": until}


def written(office: Office, viewer: Viewer, found: Lines, suffix: str) -> Written:
    """The register as a file: ``.pdf``, ``.xlsx`` or ``.csv``. An export is put on record.

    The paper register names people; a workbook goes out of the office, masked by whoever may not export names.
    """
    writers: dict[str, Callable[[Office, Lines], bytes]] = {".pdf": pdf, ".xlsx": _xlsx, ".csv": _csv}
    if suffix not in writers:
        raise DeskError("bad_format", f"不能存为“{suffix}”文件", "请用 .xlsx、.pdf 或 .csv", "file")
    outward = found if suffix == ".pdf" else found.outward or found
    data = writers[suffix](office, outward)
    with office.store.writing() as tx:
        audit.append(
            tx, audit.Act(act=f"book:{suffix[1:]}", by=viewer.user, about=f"{found.title} {found.period}")
        )
    return Written(data, hashlib.sha256(data).hexdigest())


def in_template(office: Office, viewer: Viewer, found: Lines, template: bytes, name: str) -> Written:
    """The register in an office's own workbook ``template``; an export, put on record. Raises ``DeskError``.

    ``notice`` names the headings of the workbook for which the register has nothing.
    """
    from desk.sheets.template import fill

    filled = fill(template, name, found.outward or found)
    with office.store.writing() as tx:
        audit.append(tx, audit.Act(act="book:xlsx", by=viewer.user, about=f"{found.title} {found.period}"))
    unknown = "、".join(filled.unknown)
    titles = "、".join(f"{one.group}{one.title}" for one in found.columns)
    notice = f"模板里的这些栏没有对应的内容，留空：{unknown}。台账有这些栏：{titles}" if unknown else ""
    return Written(filled.data, hashlib.sha256(filled.data).hexdigest(), notice)


def pdf(office: Office, found: Lines, pictures: Sequence[Picture] = ()) -> bytes:
    """A register on paper, with pictures behind it."""
    with office.store.reading() as tx:
        head = audit.head(tx)
    return drawn(office, found, f"{head.count}-{head.hash16}", pictures)


def drawn(
    office: Office, found: Lines, head: str, pictures: Sequence[Picture] = (), total: tuple[str, ...] | None = None
) -> bytes:  # fmt: skip
    """The same with this audit head at the foot, and with sums that were reckoned before (``total``) where they are given."""
    from desk.paper.joining import joined
    from desk.paper.registers import draw_table

    table, *more = _tables(office, found, head)
    made = draw_table(table if total is None else replace(table, total=total), pictures, more).data
    return joined([made, _note(office, found)]) if found.note else made


def _note(office: Office, found: Lines) -> bytes:
    """The sheet behind a list that says what it holds and who signs for it."""
    words: dict[str, Words] = {"list.name": f"{found.title}　{found.period}", "list.said": found.note}
    return draw_form(office, shared_layout(found.note_layout), {**office.words, **words}).data


def blank(office: Office, name: str) -> Printed:
    """The empty register with rows to write in, for an office day without power. Raises ``NotFound``."""
    from desk.paper.registers import draw_table

    register = _register(office.rulebook, name)
    empty = lines(office.rulebook, register, (), title=register.name, period="年　　月", unit="")
    if not register.transposed:
        empty = replace(empty, words=(("",) * len(empty.columns),) * _ROWS_TO_WRITE)
    drawn = draw_table(_tables(office, empty, "")[0])
    return Printed(
        paper_id=0, number="", name=register.name, data=drawn.data, pages=drawn.pages, sha256=drawn.sha256
    )


_ROWS_TO_WRITE = 16


def _tables(office: Office, found: Lines, head: str) -> list["Table"]:
    """The register as it is drawn: one table, or one for each sheet of a transposed register."""
    sheets = turned(found) if found.transposed else (found,)
    return [_table(office, sheet, head) for sheet in sheets]


def _table(office: Office, found: Lines, head: str) -> "Table":
    from desk.domain.document import Table, TableColumn

    return Table(
        title=found.title,
        unit=found.unit,
        period=found.period,
        foot=found.foot,
        rows=found.words,
        total=() if found.transposed else totals(found),
        labelled=found.transposed,
        columns=tuple(
            TableColumn(column.title, column.width, ALIGNMENT[column.kind], column.group)
            for column in found.columns
        ),
        audit_head=head,
        remark=found.remark,
        stamp="演　示" if office.practice else "",
    )


def _xlsx(_office: Office, found: Lines) -> bytes:
    from desk.sheets.workbook import write_lines

    return write_lines(found)


def _csv(_office: Office, found: Lines) -> bytes:
    from desk.sheets.comma import write_comma

    return write_comma(found)


def _register(rulebook: Rulebook, name: str) -> Register:
    try:
        return rulebook.register(name)
    except KeyError:
        every = (*((one.id, one.name) for one in rulebook.registers), *own_registers.NAMES.items())
        names = "、".join(f"{id_}（{title}）" for id_, title in every)
        raise NotFound("no_register", f"规则簿里没有台账“{name}”", f"可用：{names}", "name") from None


def _cases(
    office: Office, viewer: Viewer, first: date, last: date, by: str, told: Told | None
) -> Iterator[Standing]:
    """The cases of the days ``first`` to ``last``, by the day on which they were received, registered or closed."""
    if last < first:
        raise DeskError("bad_period", "结束日期早于开始日期", "请调换两个日期", "to")
    since = datetime.combine(first, FIRST_MOMENT, office.zone)
    until = datetime.combine(last + timedelta(days=1), FIRST_MOMENT, office.zone)
    books = frozenset({office.rulebook.id})
    match by:
        case "received":
            which = CaseFilter(rulebooks=books, received_from=since, received_to=until)
        case "closed":
            which = CaseFilter(rulebooks=books, registered_to=until)
        case _:
            which = CaseFilter(rulebooks=books, registered_from=since, registered_to=until)
    for one in _telling(office, viewer, which, told):
        if by != "closed" or ((at := ended_at(one.rulebook, one.case)) and since <= at < until):
            yield one


def _telling(office: Office, viewer: Viewer, which: CaseFilter, told: Told | None) -> Iterator[Standing]:
    """The cases of the filter; every now and then it is told how many of them were read."""
    total = 0
    if told:
        with office.store.reading() as tx:
            total = case_list.count(tx, viewer, which).n
    for done, one in enumerate(standings(office, viewer, which)):
        if done % _TOLD_EVERY == 0:
            go_on(told, "汇总登记簿", done, total)
        yield one


def _source(office: Office, one: Standing, asked: frozenset[str]) -> Source:
    return _said(office, one.rulebook, one.case, _clocks(one, asked), asked)


def _public_source(office: Office, one: Standing, asked: frozenset[str]) -> Source:
    """The case as everybody may read it: its own words, also where they are sealed, without any person it knows."""
    with office.store.reading() as tx:
        whole = stored.whole(tx, one.case.id)
    found = _said(office, one.rulebook, whole, _clocks(one, asked), asked)
    return Source(nameless(one.rulebook, whole, found.words), found.values)


def _clocks(one: Standing, asked: frozenset[str]) -> Sequence[ClockState]:
    """As many of the clocks as the places hang on: most registers name none, and of the others most only the next date."""
    if asked & OF_ALL_CLOCKS:
        return one.clocks
    return one.undone if asked & OF_NEXT_CLOCK else ()


def _said(
    office: Office, rulebook: Rulebook, case: Case, clocks: Sequence[ClockState], asked: frozenset[str]
) -> Source:
    words = {**office.words, **office.words_of(rulebook, case, clocks, asked)}
    words["clerk.name"] = words["case.first_receiver"]
    return Source(words, {**case.values, **case_dates(rulebook, case, clocks, asked)})
