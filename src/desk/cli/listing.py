"""Cases found: the list as somebody wants to see it, by any words, by what is due soon."""

from argparse import Namespace
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any, get_args

from desk.cli.opened import opened
from desk.cli.output import Answer
from desk.cli.reading import day
from desk.domain.errors import DeskError

_CHOSEN = ("kind", "channel", "category", "state", "level", "department", "station")


def add(commands: Any) -> None:
    """``list``, ``search`` and ``due``."""
    found = commands.add_parser(
        "list", help="按条件列出案件", description="按条件、次序和栏目列出案件，可存为 xlsx、csv 或 PDF。"
    )
    names = ("类型", "渠道", "类别", "状态", "等级", "部门", "窗口")
    for option, name in zip(_CHOSEN, names, strict=True):
        found.add_argument(f"--{option}", action="append", default=[], metavar=name)
    found.add_argument("--text", default="", metavar="文字")
    found.add_argument("--open", dest="is_open", action="store_true", help="只列未办结的")
    found.add_argument("--overdue", action="store_true", help="只列未办结且已逾期的")
    found.add_argument("--from", dest="first", metavar="日期", help="收到日期")
    found.add_argument("--to", dest="last", metavar="日期")
    found.add_argument(
        "--sort", default="newest", metavar="次序", help="number、due、state 等，前面加 - 为倒序"
    )
    found.add_argument("--columns", default="", metavar="栏目", help="用逗号隔开，例：number,due,subject")
    found.add_argument("-o", dest="target", metavar="文件.xlsx|文件.csv|文件.pdf")
    found.set_defaults(run=_list)
    search = commands.add_parser("search", help="查找", description="任意连续文字、电话片段、拼音首字母。")
    search.add_argument("text", metavar="文字")
    search.add_argument("--limit", type=int, default=50, metavar="件数")
    search.add_argument(
        "--field",
        default="",
        choices=("", "number", "subject", "matter", "name", "people", "phone", "code"),
        metavar="字段",
        help="只在一处找：number subject matter name people phone；code 是类别代码",
    )
    search.set_defaults(run=_search)
    due = commands.add_parser("due", help="到期清单")
    due.add_argument("--within", default="2wd", metavar="期限", help="例如 2wd、3d（默认 2wd）")
    due.set_defaults(run=_due)


def _list(args: Namespace) -> Answer:
    from desk.services import case_listing, registers
    from desk.services.saving import save

    with opened(args) as desk:
        which, order = _filter(desk.office, args), _order(args.sort)
        columns = tuple(filter(None, args.columns.split(","))) or case_listing.USUAL
        lines = case_listing.listed(desk.office, desk.viewer, which, order=order, columns=columns)
        saved = None
        if args.target:
            target = Path(args.target)
            data = registers.written(desk.office, desk.viewer, lines, target.suffix.lower()).data
            saved = save(data, target)
    rows = [dict(zip(columns, row, strict=True)) for row in lines.data]
    document = {"rows": rows, "file": saved.path if saved else None, "notice": saved.notice if saved else ""}
    if saved:
        return Answer(document, saved.notice or f"{len(rows)} 件，已存为 {saved.path}")
    return Answer(document, "\n".join("\t".join(row) for row in lines.words) or "没有符合条件的案件")


def _filter(office: Any, args: Namespace) -> Any:
    from desk.services.day_cases import open_states
    from desk.store.case_filter import CaseFilter

    def midnight(text: str, field: str, later: int = 0) -> datetime:
        return datetime.combine(day(text, field) + timedelta(days=later), time(0, 0), office.zone)

    states = frozenset(args.state)
    if args.is_open or args.overdue:
        open_ = open_states(office)
        states = (states & open_ if states else open_) or frozenset({"-"})
    return CaseFilter(
        text=args.text, kinds=frozenset(args.kind), channels=frozenset(args.channel),
        categories=frozenset(args.category), states=states, levels=frozenset(args.level),
        departments=frozenset(args.department), stations=frozenset(args.station),
        received_from=midnight(args.first, "from") if args.first else None,
        received_to=midnight(args.last, "to", 1) if args.last else None, overdue=args.overdue or None,
    )  # fmt: skip


def _order(text: str) -> Any:
    from desk.store.case_list import By, Order

    by, falls = text.removeprefix("-"), text.startswith("-") or text == "newest"
    if by not in get_args(By):
        raise DeskError("bad_order", f"不能按“{by}”排序", f"可用：{'、'.join(get_args(By))}", "sort")
    return Order(by, falls)  # type: ignore[arg-type]


def _search(args: Namespace) -> Answer:
    from desk.services import searching

    with opened(args) as desk:
        found = searching.find(
            desk.office, desk.viewer, args.text, limit=args.limit, field=args.field or None
        )
    total = found.total if found.exact else {"at_least": found.total}
    text = "\n".join(f"{row.number}\t{row.complainant}\t{row.subject}" for row in found.rows)
    return Answer({"total": total, "cases": found.rows}, text or "没有找到")


def _due(args: Namespace) -> Answer:
    from desk.services import cases

    with opened(args) as desk:
        rows = cases.due(desk.office, desk.viewer, args.within)
    return Answer(
        rows,
        "\n".join(f"{row.number}\t{row.next_due_at:%Y-%m-%d %H:%M}\t{row.subject}" for row in rows)
        or "没有到期案件",
    )
