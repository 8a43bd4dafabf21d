"""Who is told of a case: those to whom its level is reported."""

from argparse import Namespace
from typing import Any

from desk.cli.opened import moment_of, opened
from desk.cli.output import Answer


def add(commands: Any) -> None:
    """``report``."""
    report = commands.add_parser(
        "report", help="按等级上报", description="本件须报告给谁、报了没有；写上岗位就记一次已上报。"
    )
    report.add_argument("number", metavar="编号")
    report.add_argument("role", nargs="?", default="", metavar="岗位", help="例如 gm；不写只列出")
    report.add_argument("--means", default="", metavar="方式", help="当面、电话、书面、会议……")
    report.add_argument("--at", default="", metavar="时间", help="例如 2026-11-20T09:20；不写是现在")
    report.add_argument("--note", default="", metavar="备注")
    report.set_defaults(run=_report)


def _report(args: Namespace) -> Answer:
    from desk.services import cases, reporting

    with opened(args) as desk:
        office, viewer = desk.office, desk.viewer
        if args.role:
            at = moment_of(args.at)
            view = reporting.report(office, viewer, args.number, args.role, args.means, at=at, note=args.note)
        else:
            view = cases.show(office, viewer, args.number)
    document = {"number": view.number, "level": view.case.levels, "reports": view.reports}
    return Answer(document, "\n".join(map(_line, view.reports)) or "按手册，这个等级不须上报")


def _line(one: Any) -> str:
    told = f"已上报\t{one.at:%Y-%m-%d %H:%M}\t{one.means}\t{one.note}" if one.at else "未上报"
    return f"{one.role}\t{one.name}\t{told}".rstrip()
