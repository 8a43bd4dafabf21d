"""The counter beside its cases: visits that become none, and pads for when the computer is not there."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desk.cli.opened import opened
from desk.cli.output import Answer
from desk.cli.reading import day


def add(commands: Any) -> None:
    """``reception`` and ``pads``."""
    visit = commands.add_parser(
        "reception",
        help="接待记录",
        description="咨询、走错门、没有登记的来访，一行记下；不写事由就列出当天的。",
    )
    visit.add_argument("about", nargs="?", default="", metavar="事由", help="问什么、说什么")
    visit.add_argument(
        "--kind",
        default="question",
        metavar="情况",
        help="question 咨询、elsewhere 走错门、unregistered 未登记",
    )
    visit.add_argument("--who", default="", metavar="来访人")
    visit.add_argument("--to", default="", metavar="指引到", help="例如 petition 信访部门，也可以自己写")
    visit.add_argument("--where", default="", metavar="地址电话")
    visit.add_argument("--day", default="", metavar="日期", help="列出哪一天的，例如 2026-11-20")
    visit.add_argument("-o", dest="target", default="", metavar="文件.pdf", help="来访指引单")
    visit.set_defaults(run=_reception)
    pads = commands.add_parser(
        "pads",
        help="预印补录登记单",
        description="停电、高峰时先写在纸上的登记单，带单号；补录时填收到时间和单号。",
    )
    pads.add_argument("--count", type=int, default=20, metavar="张数", help="默认 20")
    pads.add_argument("-o", dest="target", required=True, metavar="文件.pdf")
    pads.set_defaults(run=_pads)


def _reception(args: Namespace) -> Answer:
    from desk.services import receptions
    from desk.services.saving import save

    with opened(args) as desk:
        office, viewer = desk.office, desk.viewer
        if not args.about:
            on = day(args.day, "day") if args.day else office.now().date()
            return _visits(receptions.listed(office, viewer, on))
        where = args.where or (receptions.where_before(office, viewer, args.to) if args.to else "")
        visit = receptions.note(
            office, viewer, args.kind, args.about, who=args.who, place=args.to, where=where
        )
        slip = receptions.slip(office, viewer, visit.id).data if args.target else b""
    if args.target:
        save(slip, Path(args.target))
    return Answer({"visit": visit, "file": args.target}, f"已记下：{visit.kind_name}　{visit.about}")


def _visits(found: Sequence[Any]) -> Answer:
    lines = (f"{one.at:%H:%M}\t{one.kind_name}\t{one.who}\t{one.about}\t{one.place}" for one in found)
    return Answer(found, "\n".join(lines) or "这一天没有接待记录")


def _pads(args: Namespace) -> Answer:
    from desk.services import pads
    from desk.services.saving import save

    with opened(args) as desk:
        made = pads.printed(desk.office, desk.viewer, args.count)
    save(made.data, Path(args.target))
    return Answer(
        {"first": made.first, "last": made.last, "file": args.target},
        f"{made.first} 到 {made.last}，已存为 {args.target}",
    )
