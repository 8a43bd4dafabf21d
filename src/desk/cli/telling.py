"""Who is told of a case: those to whom its level is reported, whoever asks how it stands; and visits that become none."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desk.cli.opened import opened
from desk.cli.output import Answer
from desk.cli.reading import day, moment


def add(commands: Any) -> None:
    """``report``, ``status``, ``pads`` and ``reception``."""
    report = commands.add_parser(
        "report", help="按等级上报", description="本件须报告给谁、报了没有；写上岗位就记一次已上报。"
    )
    report.add_argument("number", metavar="编号")
    report.add_argument("role", nargs="?", default="", metavar="岗位", help="例如 gm；不写只列出")
    report.add_argument("--means", default="", metavar="方式", help="当面、电话、书面、会议……")
    report.add_argument("--at", default="", metavar="时间", help="例如 2026-11-20T09:20；不写是现在")
    report.add_argument("--note", default="", metavar="备注")
    report.set_defaults(run=_report)
    status = commands.add_parser(
        "status", help="状态查询", description="有人来问办到哪里：先核对身份，再给出可以告知的话。"
    )
    status.add_argument("number", metavar="编号")
    status.add_argument("--name", default="", metavar="姓名")
    status.add_argument("--phone", default="", metavar="电话", help="完整的，或最后四位")
    status.add_argument("--id", dest="id_number", default="", metavar="证件号码", help="完整的，或最后四位")
    status.add_argument("--code", default="", metavar="查询码", help="回执上的；举报只凭它")
    status.add_argument("--means", default="当面", metavar="方式", help="当面、电话、信函、网络")
    status.set_defaults(run=_status)
    pads = commands.add_parser(
        "pads",
        help="预印补录登记单",
        description="停电、高峰时先写在纸上的登记单，带单号；补录时填收到时间和单号。",
    )
    pads.add_argument("--count", type=int, default=20, metavar="张数", help="默认 20")
    pads.add_argument("-o", dest="target", required=True, metavar="文件.pdf")
    pads.set_defaults(run=_pads)
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


def _report(args: Namespace) -> Answer:
    from desk.services import cases, reporting

    with opened(args) as desk:
        office, viewer = desk.office, desk.viewer
        if args.role:
            at = moment(args.at, "at") if args.at else None
            view = reporting.report(office, viewer, args.number, args.role, args.means, at=at, note=args.note)
        else:
            view = cases.show(office, viewer, args.number)
    document = {"number": view.number, "level": view.case.levels, "reports": view.reports}
    return Answer(document, "\n".join(map(_line, view.reports)) or "按手册，这个等级不须上报")


def _line(one: Any) -> str:
    told = f"已上报\t{one.at:%Y-%m-%d %H:%M}\t{one.means}\t{one.note}" if one.at else "未上报"
    return f"{one.role}\t{one.name}\t{told}".rstrip()


def _status(args: Namespace) -> Answer:
    from desk.domain.enquiry import Said
    from desk.services import enquiries

    said = Said(args.name, args.phone, args.id_number)
    with opened(args) as desk:
        told = enquiries.ask(desk.office, desk.viewer, args.number, said, code=args.code, means=args.means)
    document = {"number": told.number, "known": told.is_known, "sentence": told.sentence, "why": told.why}
    return Answer(document, told.sentence or f"不能告知：{told.why}")


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
