"""Who is told of a case: those to whom its level is reported, whoever asks how it stands."""

from argparse import Namespace
from typing import Any

from desk.cli.opened import opened
from desk.cli.output import Answer
from desk.cli.reading import moment


def add(commands: Any) -> None:
    """``report`` and ``status``."""
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
