"""Month-end: the registers of a month are closed and kept as they were; what is put right later stands in the next ones."""

import hashlib
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from desk.domain.errors import DeskError, Forbidden, NotFound
from desk.domain.periods import period_of
from desk.domain.register import LineColumn, Lines, totals
from desk.domain.viewer import Viewer
from desk.services import corrections, own_registers, registers
from desk.services.changes import Changes
from desk.services.office import Office
from desk.store import audit, conflicts, daybook

_SHOWN = 12
NO_CHANGES = Changes()
EVERYTHING = Viewer("", "", "")
"""Who closes a register does not choose what stands in it: every case, nobody's name in full, since it outlives their keeping."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """A closed month: since when, by whom, how many lines its registers and its list of corrections have."""

    month: str
    at: datetime
    by: str
    lines: int
    corrections: int
    changes: Changes = NO_CHANGES


@dataclass(frozen=True, slots=True)
class Month:
    """A month that is over, and how it was closed, if it was."""

    month: str
    frozen: Frozen | None


@dataclass(frozen=True, slots=True)
class FrozenPaper:
    """The closed registers of a month as they were printed then."""

    month: str
    data: bytes
    sha256: str


def month_of(text: str) -> date:
    """The first day of a month written as 2026-10. Raises ``DeskError``."""
    try:
        year, month = (int(part) for part in text.strip().replace("/", "-").split("-"))
        return date(year, month, 1)
    except ValueError as error:
        raise DeskError("bad_month", f"月份“{text}”写法不对", "请写成 2026-10", "month") from error


def freeze(office: Office, viewer: Viewer, month: str) -> Frozen:
    """Close the registers of a month under the present rulebook: lines, bytes and their digest, never changed again.

    With them go the corrections made since the last month was closed. Raises ``DeskError`` for a month that is not over
    or closed already.
    """
    _require(viewer)
    first, last = period_of("month", month_of(month))
    if office.now().date() <= last:
        raise DeskError("not_over", f"{first:%Y-%m} 还没有过完，不能封存", "请在月末以后封存", "month")
    about = corrections.key(office.rulebook.id, f"{first:%Y-%m}")
    made = _made(office, first, last)
    with office.store.writing() as tx:
        if daybook.pages(tx, "frozen", about):
            raise DeskError(
                "frozen", f"{first:%Y-%m} 的台账已经封存", "以后的更正列在下一期的更正登记里", "month"
            )
        data = _drawn(office, made, frozenset())
        daybook.put(tx, "frozen", about, made, by=viewer.user, data=data)
        audit.append(tx, audit.Act(act="freeze", by=viewer.user, about=about))
    [page] = [one for one in listed(office, viewer) if one.month == f"{first:%Y-%m}"]
    return replace(page, changes=Changes(frozenset(), frozenset({"daybook"})))


def listed(office: Office, viewer: Viewer) -> tuple[Frozen, ...]:
    """The closed months of the present rulebook, the newest first."""
    before = f"{office.rulebook.id} "
    with office.store.reading() as tx:
        kept = conflicts.kept_from(tx, viewer)
        found = [page for page in daybook.pages(tx, "frozen") if page.about.startswith(before)]
    return tuple(
        Frozen(
            month=page.about.removeprefix(before), at=page.at, by=office.user_name(page.by),
            lines=sum(_left(book, kept) for book in page.content["books"]), corrections=_left(page.content["corrections"], kept),
        )
        for page in found
    )  # fmt: skip


def months(office: Office, viewer: Viewer) -> tuple[Month, ...]:
    """The last twelve months that are over, and all that are closed, the newest first."""
    closed = {one.month: one for one in listed(office, viewer)}
    over: list[str] = []
    first = office.now().date().replace(day=1)
    for _ in range(_SHOWN):
        first = (first - timedelta(days=1)).replace(day=1)
        over.append(f"{first:%Y-%m}")
    return tuple(Month(month, closed.get(month)) for month in sorted({*over, *closed}, reverse=True))


def paper(office: Office, viewer: Viewer, month: str) -> FrozenPaper:
    """The registers of a closed month as they were printed then; without lines of a case that is kept from the viewer.

    Raises ``NotFound`` where the month is not closed.
    """
    about = corrections.key(office.rulebook.id, f"{month_of(month):%Y-%m}")
    with office.store.reading() as tx:
        found = daybook.pages(tx, "frozen", about)
        if not found:
            raise NotFound("not_frozen", f"{month} 的台账没有封存", "请由督办或者审批人员封存", "month")
        [page] = found
        kept = conflicts.kept_from(tx, viewer) & _cases(page.content)
        data = _drawn(office, page.content, kept) if kept else daybook.data(tx, page, "frozen")
    return FrozenPaper(f"{month_of(month):%Y-%m}", data, hashlib.sha256(data).hexdigest())


def _require(viewer: Viewer) -> None:
    if not (viewer.may("supervise") or viewer.may("approve")):
        raise Forbidden("forbidden", f"{viewer.name}的岗位不能封存台账", "请由督办或者审批人员封存")


def _made(office: Office, first: date, last: date) -> dict[str, Any]:
    """The month's registers and what was put right since the last closing, as words with the case of each line."""
    books = [
        _kept(*registers.with_cases(office, EVERYTHING, register, first, last))
        for register in office.rulebook.registers
        if not register.public
    ]
    with office.store.reading() as tx:
        closed = corrections.closed_months(office, tx)
        head = audit.head(tx)
    found = corrections.corrections(office, EVERYTHING, max(closed.values()), office.now()) if closed else ()
    lines = own_registers.correction_lines(office, found, own_registers.days(first, last))
    return {
        "books": books, "corrections": _kept(lines, [one.case_id for one in found]), "head": f"{head.count}-{head.hash16}",
    }  # fmt: skip


def _kept(found: Lines, cases: Iterable[int]) -> dict[str, Any]:
    return {
        "title": found.title, "period": found.period, "unit": found.unit, "foot": found.foot, "rows": found.words,
        "transposed": found.transposed, "remark": found.remark, "cases": list(cases),
        "columns": [[one.title, one.group, one.width, one.kind] for one in found.columns], "total": totals(found),
    }  # fmt: skip


def _drawn(office: Office, made: Mapping[str, Any], without: Set[int]) -> bytes:
    from desk.paper.joining import joined

    books = [*made["books"], *([made["corrections"]] if made["corrections"]["rows"] else [])]
    return joined([
        registers.drawn(office, _lines(book, without), made["head"], total=tuple(book.get("total", ()))) for book in books
    ])  # fmt: skip


def _lines(book: Mapping[str, Any], without: Set[int]) -> Lines:
    rows = tuple(
        tuple(row) for row, case in zip(book["rows"], book["cases"], strict=True) if case not in without
    )
    return Lines(
        title=f"{book['title']}（封存）", period=book["period"], unit=book["unit"], foot=tuple(book["foot"]),
        columns=tuple(LineColumn(*column) for column in book["columns"]), words=rows, data=rows,
        transposed=book["transposed"], remark=book["remark"],
    )  # fmt: skip


def _left(book: Mapping[str, Any], kept: Set[int]) -> int:
    return sum(case not in kept for case in book["cases"])


def _cases(made: Mapping[str, Any]) -> frozenset[int]:
    return frozenset(case for book in (*made["books"], made["corrections"]) for case in book["cases"])
