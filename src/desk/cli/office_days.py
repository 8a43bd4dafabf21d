"""The office's calendar on the command line."""

from argparse import Namespace
from typing import Any

from desk.cli.opened import opened
from desk.cli.output import Answer
from desk.cli.reading import day
from desk.domain.errors import DeskError


def add(commands: Any) -> None:
    """``calendar``."""
    calendar = commands.add_parser(
        "calendar", help="办公日历", description="查看、设定某日上班或休息，导入下一年的通知。"
    )
    calendar.add_argument("what", choices=("show", "set", "import"), metavar="show|set|import")
    calendar.add_argument("day", nargs="?", metavar="日期|年份|文件")
    calendar.add_argument("value", nargs="?", choices=("work", "off"), metavar="work|off")
    calendar.add_argument("--name", default="", metavar="名称", help="假日名称")
    calendar.set_defaults(run=_calendar)


def _calendar(args: Namespace) -> Answer:
    from desk.services import office_calendar

    with opened(args) as desk:
        if args.what == "set":
            if not args.day or not args.value:
                raise DeskError(
                    "usage", "请写明日期和 work 或 off", "例：desk calendar set 2026-12-31 off", "day"
                )
            office_calendar.set_day(
                desk.office, desk.viewer, day(args.day, "day"), works=args.value == "work", name=args.name
            )
        elif args.what == "import":
            office_calendar.import_year(desk.office, desk.viewer, args.day or "")
        shown = office_calendar.show(desk.office, args.day if args.what == "show" else None)
    lines = [f"官方日历至 {shown['official_until']}，之后的日期为预估"]
    lines += [
        f"{entry['day']}\t{'上班' if entry['works'] else '休息'}\t{entry['name']}"
        for entry in shown["special_days"]
    ]
    return Answer(shown, "\n".join(lines))
