"""What went to which department, and what complainants were told: dispatches and contacts."""

from argparse import Namespace
from typing import Any

from desk.cli.opened import opened
from desk.cli.output import Answer
from desk.cli.reading import moment
from desk.domain.moments import moment_words


def add(commands: Any) -> None:
    """``dispatches``, ``contact`` and ``silent``."""
    sheets = commands.add_parser(
        "dispatches",
        help="派单和签收",
        description="派到各部门的件，谁在什么时候签收；可以只列未签收的、一个部门的。",
    )
    sheets.add_argument("--department", default="", metavar="部门", help="只列这个部门的")
    sheets.add_argument("--unsigned", action="store_true", help="只列未签收的")
    sheets.add_argument("--departed", action="store_true", help="改列离岗人员手上的件")
    sheets.set_defaults(run=_dispatches)
    contact = commands.add_parser(
        "contact", help="登记联系", description="与投诉人的一次联系；不写方式就列出已有的联系。"
    )
    contact.add_argument("number", metavar="编号")
    contact.add_argument("means", nargs="?", default="", metavar="方式", help="电话、当面、微信……")
    contact.add_argument("content", nargs="?", default="", metavar="内容")
    contact.add_argument("--person", default="", metavar="联系对象")
    contact.add_argument("--at", metavar="时间", help="实际联系的时间（默认现在）")
    contact.set_defaults(run=_contact)
    silent = commands.add_parser(
        "silent", help="久未告知", description="多少天没有告知过进展的在办件，最久的在前。"
    )
    silent.add_argument("--days", type=int, default=7, metavar="天数", help="默认 7")
    silent.set_defaults(run=_silent)


def _dispatches(args: Namespace) -> Answer:
    from desk.services import dispatches

    with opened(args) as desk:
        if args.departed:
            return _departed(dispatches.left_behind(desk.office, desk.viewer))
        found = dispatches.sheets(
            desk.office, desk.viewer, department=args.department, unsigned=args.unsigned
        )
        rows = [
            {
                "number": one.case.number,
                "subject": one.case.subject,
                "department": one.sheet.department,
                "name": one.name,
                "part": "主办" if one.sheet.lead else "协办",
                "sent_at": one.sheet.sent_at,
                "sent_by": desk.office.user_name(one.sheet.sent_by),
                "asks": one.sheet.asks,
                "signed_at": one.sheet.signed_at,
                "signed_by": desk.office.user_name(one.sheet.signed_by),
            }
            for one in found
        ]
    return Answer(rows, "\n".join(_sheet_line(row) for row in rows) or "没有这样的派单")


def _sheet_line(row: dict[str, Any]) -> str:
    signed = (
        f"{row['signed_by']} {moment_words(row['signed_at'])}签收"
        if row["signed_at"]
        else ("未签收" if row["asks"] else "")
    )
    return f"{row['number']}\t{row['name']}（{row['part']}）\t{moment_words(row['sent_at'])}派\t{signed}\t{row['subject']}"


def _departed(found: Any) -> Answer:
    rows = [
        {"number": one.case.number, "user": one.user.id, "name": one.user.name, "how": list(one.how)}
        for one in found
    ]
    text = "\n".join(f"{row['number']}\t{row['name']}\t{'、'.join(row['how'])}" for row in rows)
    return Answer(rows, text or "没有离岗人员手上的在办件")


def _contact(args: Namespace) -> Answer:
    from desk.services import contacts

    with opened(args) as desk:
        if args.means or args.content:
            at = moment(args.at, "at") if args.at else None
            contacts.log(
                desk.office, desk.viewer, args.number,
                means=args.means, content=args.content, person=args.person, at=at,
            )  # fmt: skip
        found = contacts.of_case(desk.office, desk.viewer, args.number)
        rows = [
            {
                "at": one.at, "act": one.what, "means": one.means, "person": one.person, "content": one.content,
                "by": desk.office.user_name(one.by),
            }
            for one in found
        ]  # fmt: skip
    lines = (
        "\t".join(filter(None, (moment_words(one.at), one.what, one.means, one.person, one.content)))
        for one in found
    )
    return Answer(rows, "\n".join(lines) or "还没有联系记录")


def _silent(args: Namespace) -> Answer:
    from desk.services import contacts

    with opened(args) as desk:
        found = contacts.silent(desk.office, desk.viewer, args.days)
    rows = [
        {"number": one.case.number, "subject": one.case.subject, "since": one.since, "days": one.days}
        for one in found
    ]
    text = "\n".join(
        f"{one.case.number}\t{one.days} 天\t{moment_words(one.since)}\t{one.case.subject}" for one in found
    )
    return Answer(rows, text or f"没有超过 {args.days} 天未告知的在办件")
