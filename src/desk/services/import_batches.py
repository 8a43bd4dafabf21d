"""What became of imported files: the batches, why one cannot be taken back, taking back, and those that broke off."""

import json
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from desk.domain.errors import DeskError
from desk.domain.viewer import Viewer
from desk.services.changes import Changes
from desk.services.import_files import Opened, matching_of, open_file
from desk.services.office import Office
from desk.services.rights import require
from desk.store import audit, batches
from desk.store import office as office_settings
from desk.store.batches import Batch
from desk.store.transaction import Transaction

_UNFINISHED = "import.unfinished."
"""Which column is what, kept while a batch comes in (``import.unfinished.<batch>``): one that broke off can go on."""

_LONG_ENOUGH = timedelta(minutes=15)
"""On a server another desk may be bringing a batch in at this moment; none takes so long."""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What was done: the batch and how many cases it had."""

    batch: int
    count: int
    changes: Changes


def history(office: Office) -> tuple[Batch, ...]:
    """The batches that came in, the newest first; ``imported`` of one that is not whole is what it has so far."""
    with office.store.reading() as tx:
        return batches.all_of(tx)


def broken_off(office: Office, viewer: Viewer) -> tuple[Batch, ...]:
    """Batches that nobody brings in any more and that are not whole, as far as this user may go on with them."""
    waits = office.now() - _LONG_ENOUGH
    return tuple(
        one
        for one in history(office)
        if one.state == "staged" and _is_for(viewer, one) and (office.store.path or one.at < waits)
    )


def refusal(office: Office, viewer: Viewer, batch: int) -> str:
    """Why this user cannot take the batch back now; empty where nothing is in the way."""
    with office.store.reading() as tx:
        try:
            _permit_undo(tx, viewer, batches.of_id(tx, batch))
        except DeskError as error:
            return f"{error.message}，{error.hint}" if error.hint else error.message
    return ""


def undo(office: Office, viewer: Viewer, batch: int) -> TakenBack:
    """Take a whole batch back; its numbers become void. Raises ``DeskError`` once one of its cases was acted on."""
    with office.store.writing() as tx:
        held = batches.of_id(tx, batch)
        _permit_undo(tx, viewer, held)
        count = take_back(tx, viewer, held, "整批撤销" if held.state == "visible" else "没有导完，放弃")
    return TakenBack(batch, count, Changes(what=frozenset({"cases"})))


def take_back(tx: Transaction, viewer: Viewer, held: Batch, reason: str) -> int:
    """Within a transaction that asked for the right: nothing of the batch stays in sight, with one row of the audit."""
    count = batches.hide(tx, held.id, reason=f"导入第 {held.id} 批：{reason}", by=viewer.user)
    forget_matching(tx, held.id)
    about = f"第 {held.id} 批 {count} 件 {held.digest}"
    audit.append(tx, audit.Act(act="import_undo", by=viewer.user, about=about))
    return count


def keep_matching(tx: Transaction, batch: int, opened: Opened) -> None:
    """Keep how the file of a batch that begins is read."""
    columns = {one.header: one.fact for one in opened.proposals}
    habits, sheet = opened.habits, opened.table.name
    said = {"columns": columns, "kind": habits.kind, "channel": habits.channel, "sheet": sheet}
    office_settings.write(tx, {f"{_UNFINISHED}{batch}": json.dumps(said, ensure_ascii=False)})


def forget_matching(tx: Transaction, batch: int) -> None:
    """The batch is whole, or gone."""
    office_settings.forget(tx, f"{_UNFINISHED}{batch}")


def reopened(office: Office, viewer: Viewer, batch: int, data: bytes) -> Opened:
    """The file of a batch that broke off, read as it was then. Raises ``DeskError`` where it is another file."""
    with office.store.reading() as tx:
        held = permit_going_on(tx, viewer, batch, sha256(data).hexdigest())
        said = office_settings.read(tx).get(f"{_UNFINISHED}{batch}", "{}")
    return open_file(office, data, held.name, matching_of(json.loads(said)))


def permit_going_on(tx: Transaction, viewer: Viewer, batch: int, digest: str) -> Batch:
    """The batch that broke off, if this user may go on with it from the file of this digest. Raises ``DeskError``."""
    held = batches.of_id(tx, batch)
    _permit_mine(viewer, held)
    if held.state != "staged":
        raise DeskError("not_open", f"第 {batch} 批已经导完，或已撤销", "请看导入过的批次", "batch")
    if held.sha256 != digest:
        raise DeskError(
            "other_file",
            "这不是上次导入的那个文件，或后来改过",
            f"请选原来的“{held.name}”，或放弃这一批",
            "file",
        )
    return held


def _permit_undo(tx: Transaction, viewer: Viewer, held: Batch) -> None:
    _permit_mine(viewer, held)
    if held.state == "undone":
        raise DeskError("undone", f"第 {held.id} 批已经撤销", "要重新导入，请再选一次文件", "batch")
    if held.state == "visible" and (number := batches.acted_on(tx, held.id)):
        raise DeskError(
            "acted_on", f"第 {held.id} 批里的 {number} 已经办理过，不能整批撤销", "请逐件处理", "batch"
        )


def _permit_mine(viewer: Viewer, held: Batch) -> None:
    if held.by != viewer.user:
        require(viewer, "configure", "撤销别人的导入")


def _is_for(viewer: Viewer, held: Batch) -> bool:
    return held.by == viewer.user or viewer.may("configure")
