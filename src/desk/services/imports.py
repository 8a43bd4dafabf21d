"""Old registers in: read, matched to the rulebook's facts, checked line by line, brought in as one batch."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from operator import attrgetter

from desk.domain.draft import Problem
from desk.domain.errors import DeskError
from desk.domain.old_register import OldMatter, read_line
from desk.domain.packed import Packed, Without
from desk.domain.register import LineColumn, Lines, spoken
from desk.domain.viewer import Viewer
from desk.services import import_batches
from desk.services.changes import Changes
from desk.services.import_doubles import Duplicate, Seen
from desk.services.import_files import REMEMBERED, Opened
from desk.services.import_staging import Staging
from desk.services.office import Office
from desk.services.rights import require
from desk.sheets.mapping import entries, remember
from desk.store import audit, batches
from desk.store import office as office_settings
from desk.store.transaction import Transaction

AT_ONCE = 300
"""Lines of one transaction: the counter waits no longer than these take. Twice as many cost a tenth less in all."""

_LONGEST_NUMBER = 60
Progress = Callable[[str, int, int], bool]
"""Told what is being done, how far and of how much; the answer False stops it."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A file after the dry run: what would come in (``fit``), what is there twice, what cannot come in; packed."""

    opened: Opened
    matters: Sequence[OldMatter]
    duplicates: Mapping[int, Duplicate]
    fit: Sequence[OldMatter]


@dataclass(frozen=True, slots=True)
class Imported:
    """What was done: the batch and how many cases it has."""

    batch: int
    imported: int
    changes: Changes


def _permit(viewer: Viewer) -> None:
    """Who takes cases in may bring a register in, and so may who sets the office up."""
    if not viewer.may("configure"):
        require(viewer, "register", "导入旧登记簿")


def check(office: Office, viewer: Viewer, opened: Opened, progress: Progress | None = None) -> Checked:
    """The dry run: every line read under the rulebook, looked for in the file and in the store; nothing is written."""
    _permit(viewer)
    seen, blocked = Seen(), set[int]()

    def judged() -> Iterator[OldMatter]:
        for matter in _read(office, viewer, opened, progress):
            if matter.blocking:
                blocked.add(matter.row)
            else:
                seen.look(matter)
            yield matter

    matters = Packed(judged())
    with office.store.reading() as tx:
        twice = seen.there_already(tx, viewer)
    return Checked(opened, matters, twice, Without(matters, blocked.union(twice), attrgetter("row")))


def _read(office: Office, viewer: Viewer, opened: Opened, progress: Progress | None) -> Iterator[OldMatter]:
    now, total = office.now(), len(opened.table.rows)
    for n, (row, said) in enumerate(entries(opened.table, opened.facts), 1):
        matter = read_line(office.rulebook, row, said, opened.habits, now, viewer.user, office.calendar)
        yield _with_sound_number(matter)
        if n % AT_ONCE == 0:
            _go_on(progress, "核对", n, total)


def _with_sound_number(matter: OldMatter) -> OldMatter:
    if len(matter.number) <= _LONGEST_NUMBER:
        return matter
    problem = Problem("outside.number", "too_long", "编号太长，不像编号", "请检查列的对应")
    return replace(matter, problems=(*matter.problems, problem))


def _go_on(progress: Progress | None, what: str, done: int, total: int) -> None:
    if progress and not progress(what, done, total):
        raise DeskError("cancelled", "已取消导入，没有任何一行留下", "")


def bring_in(
    office: Office, viewer: Viewer, checked: Checked, progress: Progress | None = None, *, batch: int = 0
) -> Imported:
    """Bring the fit lines in: in short transactions that nobody sees, then all at once. Stopped, nothing stays.

    ``batch`` is one that broke off: what it has is kept, and the rest of the same file follows.
    """
    _permit(viewer)
    opened, fit = checked.opened, checked.fit
    if not fit:
        raise DeskError("nothing_fit", "没有一行可以导入", "请看逐行报告里的原因，更正后再导入", opened.name)
    taken = 0
    with office.store.writing() as tx:
        if batch:
            taken = _kept_lines(tx, viewer, batch, checked)
        else:
            batch = _begun(tx, viewer, checked)
    staging = Staging(office, viewer, batch)
    try:
        done = _stage(office, batch, staging.ready(fit), taken, len(fit), progress)
        _switch(office, viewer, batch, opened, staging.digest, done)
    except BaseException:
        _give_up(office, viewer, batch)
        raise
    return Imported(batch, done, Changes(what=frozenset({"cases"})))


def _begun(tx: Transaction, viewer: Viewer, checked: Checked) -> int:
    opened = checked.opened
    batch = batches.begin(
        tx, name=opened.name, sha256=opened.sha256, offered=len(checked.matters), by=viewer.user
    )
    import_batches.keep_matching(tx, batch, opened)
    return batch


def _kept_lines(tx: Transaction, viewer: Viewer, batch: int, checked: Checked) -> int:
    """How many lines a batch that broke off has already: the first ones that are still fit, or it cannot go on."""
    import_batches.permit_going_on(tx, viewer, batch, checked.opened.sha256)
    kept = batches.rows_of(tx, batch)
    if kept != [matter.row for matter in islice(checked.fit, len(kept))]:
        raise DeskError(
            "other_lines", f"第 {batch} 批已存的行与现在核对的结果对不上", "请放弃这一批，再重新导入", "batch"
        )
    return len(kept)


def _give_up(office: Office, viewer: Viewer, batch: int) -> None:
    """Nothing of a batch that was stopped stays in sight; where even that cannot be written, it waits unseen."""
    with suppress(DeskError), office.store.writing() as tx:
        held = batches.of_id(tx, batch)
        if held.state == "staged":
            import_batches.take_back(tx, viewer, held, "导入没有完成")


def _stage(
    office: Office,
    batch: int,
    cases: Iterator[batches.Ready],
    taken: int,
    total: int,
    progress: Progress | None,
) -> int:
    """Writes them piece by piece; while one piece goes to the disk the next is made ready. How many there were.

    The first ``taken`` are there already; they are gone through for the digest alone.
    """

    def write(taken: int, chunk: list[batches.Ready]) -> int:
        with office.store.writing() as tx:
            batches.stage(tx, batch, taken, chunk)
        return taken + len(chunk)

    for done in range(taken):
        next(cases)
        if done % AT_ONCE == 0:
            _go_on(progress, "继续", done, total)
    done = taken
    with ThreadPoolExecutor(1, "import") as writer:
        under_way: Future[int] | None = None
        while chunk := list(islice(cases, AT_ONCE)):
            if under_way:
                done = under_way.result()
                _go_on(progress, "导入", done, total)
            under_way = writer.submit(write, done, chunk)
        done = under_way.result() if under_way else done
    _go_on(progress, "导入", done, total)
    return done


def _switch(office: Office, viewer: Viewer, batch: int, opened: Opened, digest: str, done: int) -> None:
    """All cases of the batch appear, with one row of the audit and the columns remembered."""
    columns = {
        **json.loads(office.settings.get(REMEMBERED, "{}")), **remember(opened.table, opened.facts)
    }  # fmt: skip
    kept = {REMEMBERED: json.dumps(columns, ensure_ascii=False)}
    with office.store.writing() as tx:
        keyed = tx.cipher.digest("import", digest).hex()
        batches.show(tx, batch, digest=keyed, imported=done)
        office_settings.write(tx, kept)
        import_batches.forget_matching(tx, batch)
        about = f"第 {batch} 批 {done} 件 {keyed}"
        audit.append(tx, audit.Act(act="import", by=viewer.user, about=about))
    office.settings = {**office.settings, **kept}


def problems(checked: Checked) -> Iterator[tuple[int, str, Problem]]:
    """Row, heading of the column and problem, in the order of the file."""
    for matter in checked.matters:
        for problem in matter.problems:
            yield matter.row, checked.opened.column(problem.field), problem


def report(office: Office, checked: Checked) -> Lines:
    """What became of each line, as a table for a workbook."""
    columns = (
        LineColumn("行", "", 6, "count"), LineColumn("编号", "", 18, "text"), LineColumn("结果", "", 10, "text"),
        LineColumn("原因与提示", "", 60, "text"),
    )  # fmt: skip
    data = tuple((m.row, m.number, *_outcome(checked, m)) for m in checked.matters)
    return Lines(
        title="旧登记簿导入报告", period=checked.opened.name, unit=office.name, columns=columns,
        words=spoken(data), data=data,
    )  # fmt: skip


def _outcome(checked: Checked, matter: OldMatter) -> tuple[str, str]:
    if matter.row in checked.duplicates:
        return "重复", checked.duplicates[matter.row].reason
    told = "；".join(
        f"{checked.opened.column(one.field) or one.field}：{one.message}" for one in matter.problems
    )
    return ("不能导入", told) if matter.blocking else ("可以导入", told)
