"""Destruction after the years of keeping: asked for with its ground, approved by a second person, done at once, certified.

The certificate (销毁清册) holds numbers, dates and counts and names no complainant; it is kept with its bytes and digest.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from desk.domain.errors import DeskError, Forbidden, NotFound
from desk.domain.moments import date_words
from desk.domain.viewer import Viewer
from desk.services import backups, erasing, own_registers
from desk.services.changes import Changes
from desk.services.office import STORE_FILE
from desk.services.registers import drawn
from desk.services.rights import require
from desk.store import attachments, audit, cases, conflicts, daybook, papers
from desk.store import erasing as store
from desk.store import office as office_settings
from desk.store.transaction import Transaction

if TYPE_CHECKING:
    from desk.services.office import Office

MOST = 200
"""Cases in one request: they go in one transaction, and the counter waits for it."""
_EARLIER = re.compile(rf"{re.escape(STORE_FILE)}\.(r\d+|before-restore)")
"""How the store calls the file that it was before an upgrade, or before a backup took its place."""
_SINCE = timedelta(days=30)
"""So long nobody else's account may have been altered before one person decides alone."""
_MANY = 10_000
"""Requests that are listed: each is of many cases, so there will never be as many."""
NAME = "销毁清册"
_COLUMNS: own_registers.Columns = (
    ("序号", 4, "ordinal"), ("登记编号", 14, "text"), ("类型", 8, "text"), ("办结日期", 10, "date"),
    ("保存到", 10, "date"), ("文书份数", 6, "count"), ("页数", 6, "count"), ("附件数", 6, "count"),
)  # fmt: skip
CHANGED = Changes(what=frozenset({"daybook"}))


@dataclass(frozen=True, slots=True)
class Line:
    """One case of a request: what goes with it, counted."""

    number: str
    kind: str
    ended_on: date
    kept_until: date
    papers: int
    pages: int
    files: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Destruction:
    """A request with its ground (``reason``), and what came of it: nothing yet, destroyed, or refused (``note``)."""

    id: int
    at: datetime
    by: str
    reason: str
    lines: tuple[Line, ...]
    decided_at: datetime | None = None
    decided_by: str = ""
    granted: bool = False
    note: str = ""
    changes: Changes = CHANGED

    @property
    def waits(self) -> bool:
        """Whether nobody has decided yet."""
        return self.decided_at is None

    @property
    def words(self) -> str:
        """What came of it."""
        return "待批准" if self.waits else "已销毁" if self.granted else "未批准"


def ask(office: "Office", viewer: Viewer, numbers: Sequence[str], reason: str) -> Destruction:
    """Ask for the destruction of these cases. Where nobody else works (``_is_alone``), it is done at once and says so.

    Raises ``DeskError`` without a ground, for a case whose time is not over, or one that waits already.
    """
    require(viewer, "configure", "申请销毁")
    wanted = tuple(dict.fromkeys(numbers))
    if not reason.strip():
        raise DeskError("no_reason", "销毁个人信息必须写明依据", "例如：保存期限已满（制度条款）", "reason")
    if not 0 < len(wanted) <= MOST:
        raise DeskError("how_many", f"一次申请 1 到 {MOST} 件", "请分几次申请", "number")
    with office.store.writing() as tx:
        office_settings.hold(tx)
        waiting = {line.number for one in _every(office, tx) if one.waits for line in one.lines}
        if double := next((number for number in wanted if number in waiting), ""):
            raise DeskError("waiting", f"{double}已在待批准的销毁申请里", "请先决定那一项申请", "number")
        lines = [_written(_line(office, tx, viewer, one)) for one in wanted]
        content = {"reason": reason.strip(), "lines": lines}
        id_ = daybook.put(tx, "destruction", f"{office.now():%Y-%m-%d}", content, by=viewer.user)
        audit.append(tx, audit.Act(act="destruction_asked", by=viewer.user, about=str(id_)))
    if _is_alone(office, viewer):
        return decide(office, viewer, id_, granted=True, note="一人单位自行决定")
    return _found(office, viewer, id_)


def decide(office: "Office", viewer: Viewer, id_: int, *, granted: bool, note: str = "") -> Destruction:
    """Grant somebody else's request, which destroys at once, or refuse it with a word why. Raises ``DeskError``."""
    _require(viewer)
    asked = _found(office, viewer, id_)
    if asked.by == viewer.user and not _is_alone(office, viewer):
        hint = f"请由另一位有审批权限的同事批准；只剩一个用户的单位，别的用户停用满 {_SINCE.days} 天后可以自行决定"
        raise Forbidden("own_request", "不能批准自己的销毁申请", hint, "request")
    if not granted and not note.strip():
        raise DeskError("missing", "请写明不批准的理由", "例：3 号涉诉，暂缓销毁", "note")
    made = replace(asked, decided_at=office.now(), decided_by=viewer.user, granted=granted, note=note.strip())
    with office.store.writing() as tx:
        office_settings.hold(tx)
        if daybook.pages(tx, "destroyed", str(id_)):
            raise DeskError("decided", "这项销毁申请已经决定", "请刷新后再看", "request")
        if granted and not store.may_erase(tx):
            raise DeskError(
                "not_here", "这台电脑的登录不能销毁", "请到管理员的电脑上批准，两位一起办", "request"
            )
        numbers = [line.number for line in asked.lines] if granted else []
        made = replace(made, lines=tuple(_line(office, tx, viewer, one) for one in numbers) or made.lines)
        data = _drawn(office, viewer, made) if granted else b""
        gone = {erasing.erase_within(office, tx, viewer, number, asked.reason) for number in numbers}
        if gone:
            store.rewrite_index(tx)
        content = {"request": id_, "granted": granted, "note": made.note}
        daybook.put(tx, "destroyed", str(id_), content, by=viewer.user, data=data)
        act = "destruction_granted" if granted else "destruction_refused"
        audit.append(tx, audit.Act(act=act, by=viewer.user, about=str(id_)))
    if gone:
        office.store.checkpoint()
    return replace(made, changes=CHANGED.and_also(Changes(frozenset(gone), frozenset({"cases", "papers"}))))


def listed(office: "Office", viewer: Viewer) -> tuple[Destruction, ...]:
    """All requests, the newest first; one with a case that is kept from the viewer is left out."""
    _require(viewer)
    with office.store.reading() as tx:
        return _all(office, tx, viewer)


def certificate(office: "Office", viewer: Viewer, id_: int) -> bytes:
    """The certificate as it was drawn when the cases were destroyed. Raises ``NotFound`` where they were not."""
    _require(viewer)
    _found(office, viewer, id_)
    with office.store.reading() as tx:
        pages = [page for page in daybook.pages(tx, "destroyed", str(id_)) if page.content["granted"]]
        if not pages:
            raise NotFound("not_destroyed", "这项申请没有销毁清册", "批准并销毁以后才有", "request")
        return daybook.data(tx, pages[0], "destroyed")


def _is_alone(office: "Office", viewer: Viewer) -> bool:
    """Whether nobody else works here, and not only since somebody has let the others' accounts rest for this."""
    if sum(user.active for user in office.users()) > 1:
        return False
    with office.store.reading() as tx:
        changed = audit.records(tx, acts=("user_change",))
    since = office.now() - _SINCE
    return all(row.about == viewer.user or row.at < since for row in changed)


def _require(viewer: Viewer) -> None:
    if not (viewer.may("approve") or viewer.may("configure")):
        raise Forbidden("forbidden", f"{viewer.name}的岗位不能办理销毁", "请由审批人员或者管理员办理")


def _found(office: "Office", viewer: Viewer, id_: int) -> Destruction:
    found = next((one for one in listed(office, viewer) if one.id == id_), None)
    if found is None:
        raise NotFound("no_request", "没有这项销毁申请", "请刷新后再看", "request")
    return found


def _all(office: "Office", tx: Transaction, viewer: Viewer) -> tuple[Destruction, ...]:
    kept = {cases.whole(tx, case_id).number for case_id in conflicts.kept_from(tx, viewer)}
    return tuple(one for one in _every(office, tx) if not kept & {line.number for line in one.lines})


def _every(office: "Office", tx: Transaction) -> tuple[Destruction, ...]:
    """All requests, whoever may know of them."""
    decided = {page.about: page for page in daybook.pages(tx, "destroyed", limit=_MANY)}
    asked = daybook.pages(tx, "destruction", limit=_MANY)
    return tuple(_told(office, page, decided.get(str(page.id))) for page in asked)


def _told(office: "Office", page: daybook.Page, decided: daybook.Page | None) -> Destruction:
    asked = Destruction(
        id=page.id, at=page.at.astimezone(office.zone), by=page.by, reason=page.content["reason"],
        lines=tuple(_read(line) for line in page.content["lines"]),
    )  # fmt: skip
    if decided is None:
        return asked
    return replace(
        asked, decided_at=decided.at.astimezone(office.zone), decided_by=decided.by,
        granted=decided.content["granted"], note=decided.content["note"],
    )  # fmt: skip


def _line(office: "Office", tx: Transaction, viewer: Viewer, number: str) -> Line:
    """What would go with the case at this moment. Raises ``DeskError`` where it may not be destroyed."""
    case, ripe = erasing.permit(office, tx, viewer, number)
    issued = [row for row in papers.of_case(tx, case.id) if row.state == "issued"]
    return Line(
        number=ripe.number, kind=office.rulebook_of(case).kind(case.kind).name, ended_on=ripe.ended_on,
        kept_until=ripe.kept_until, papers=len(issued), pages=sum(row.pages for row in issued),
        files=attachments.count(tx, case.id),
    )  # fmt: skip


def _written(line: Line) -> dict[str, Any]:
    days = {name: getattr(line, name).isoformat() for name in ("ended_on", "kept_until")}
    return {**asdict(line), **days}


def _read(line: Mapping[str, Any]) -> Line:
    days = {name: date.fromisoformat(line[name]) for name in ("ended_on", "kept_until")}
    return Line(**{**line, **days})


def _drawn(office: "Office", viewer: Viewer, made: Destruction) -> bytes:
    rows = [
        (one.number, one.kind, one.ended_on, one.kept_until, one.papers, one.pages, one.files)
        for one in made.lines
    ]
    foot = (
        f"申请人：{office.user_name(made.by)}", f"批准人：{office.user_name(made.decided_by)}", "监销人：", "日期：",
    )  # fmt: skip
    lines = own_registers.lines_of(office, NAME, date_words(office.now().date()), _COLUMNS, rows, foot)
    with office.store.reading() as tx:
        head = audit.head(tx)
    return drawn(
        office,
        replace(lines, note=_note(office, viewer, made), note_layout="destruction_note"),
        f"{head.count}-{head.hash16}",
    )


def _note(office: "Office", viewer: Viewer, made: Destruction) -> str:
    """What the sheet behind the list says: the ground, what went, what stays, and which backups still hold it."""
    papers_, pages, files = (
        sum(getattr(one, part) for one in made.lines) for part in ("papers", "pages", "files")
    )
    told = [
        f"销毁依据：{made.reason}",
        f"本清册共 {len(made.lines)} 件，文书 {papers_} 份 {pages} 页，附件 {files} 个。",
        "姓名、电话、证件号码、住址、经过、附件和文书内容已从资料库中清除，不能恢复；编号、办理结果和统计所需的选项、数量、金额、日期留存。",
        "已封存的台账照封存时的样子保存，姓名、电话已遮盖，事由、被投诉人照登。",
    ]
    if made.note:
        told.append(f"批准意见：{made.note}")
    old = backups.listed(office, viewer)
    still = [one for one in old if not one.is_over]
    if over := len(old) - len(still):
        told.append(f"此前的备份 {over} 份保存期已满，应当已经删除。")
    told += [f"此前的备份 {len(still)} 份仍含上述内容，到期应当删除："] if still else []
    told += map(_backup, still)
    if beside := _files_beside(office):
        told.append(f"资料目录里的旧文件也含上述内容，核对后请删除：{'、'.join(beside)}。")
    return "\n".join(told)


def _files_beside(office: "Office") -> list[str]:
    """Earlier stores in the office's folder: from before an upgrade, before a restore, before the move to a server."""
    earlier = [path.name for path in office.home.glob(f"{STORE_FILE}.*")]
    moved = [] if office.store.path else [path.name for path in office.home.glob(STORE_FILE)]
    return sorted([*moved, *(name for name in earlier if _EARLIER.fullmatch(name))])


def _backup(one: backups.Kept) -> str:
    return f"{one.at:%Y-%m-%d %H:%M}　摘要 {one.head}　保存到 {one.kept_until:%Y-%m-%d}"
