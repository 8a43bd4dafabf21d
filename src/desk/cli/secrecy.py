"""Who may not know of a case, and who looks behind a sealed one."""

from argparse import Namespace
from typing import Any

from desk.cli.opened import opened
from desk.cli.output import Answer
from desk.cli.reading import moment


def add(commands: Any) -> None:
    """``conflict``, ``incident``, ``look`` and ``looks``."""
    conflict = commands.add_parser(
        "conflict",
        help="回避",
        description="不让有利害关系的用户看到某件投诉；不带编号时列出现有的回避（督办、审批人员）。",
    )
    conflict.add_argument("number", nargs="?", default="", metavar="编号")
    conflict.add_argument("colleague", nargs="?", default="", metavar="用户")
    conflict.add_argument("--reason", default="", metavar="理由")
    conflict.add_argument("--lift", action="store_true", help="解除回避")
    conflict.set_defaults(run=_conflict)
    look = commands.add_parser("look", help="查看密封的身份信息", description="申请、批准、查看。")
    look.add_argument("number", metavar="编号")
    look.add_argument("--reason", metavar="理由", help="提出申请")
    look.add_argument("--grant", type=int, metavar="申请", help="批准申请")
    look.add_argument("--refuse", type=int, metavar="申请", help="不批准申请")
    look.add_argument("--close", action="store_true", help="看完了，提前结束")
    look.set_defaults(run=_look)
    incident = commands.add_parser(
        "incident",
        help="安全事件",
        description="记一次安全事件，另行保存，不进文书和查找；不写经过时列出已记的。",
    )
    incident.add_argument("number", nargs="?", default="", metavar="编号", help="与案件无关的不写")
    incident.add_argument("--note", default="", metavar="经过")
    incident.add_argument("--called", default="", metavar="叫了谁", help="保安、110……")
    incident.add_argument("--recording", default="", metavar="录像编号")
    incident.add_argument("--at", default="", metavar="时间", help="不写就是现在")
    incident.set_defaults(run=_incident)
    looks = commands.add_parser(
        "looks",
        help="身份查看记录",
        description="谁申请、批准、看过保密身份；--review 复核一人单位自批的申请。",
    )
    looks.add_argument("--review", type=int, metavar="申请")
    looks.set_defaults(run=_looks)


def _conflict(args: Namespace) -> Answer:
    from desk.services import conflicts

    with opened(args) as desk:
        office, viewer, user = desk.office, desk.viewer, args.colleague
        if user and args.lift:
            conflicts.lift(office, viewer, args.number, user)
            return Answer(_kept(args, lifted=True), f"{user} 可以重新看到 {args.number}")
        if user:
            conflicts.keep_from(office, viewer, args.number, user, args.reason)
            return Answer(_kept(args), f"{user} 今后看不到 {args.number}")
        found = conflicts.listed(office, viewer, args.number)
    lines = (f"{one.number}\t{one.name}\t{one.reason}\t{one.at:%Y-%m-%d %H:%M}" for one in found)
    return Answer(found, "\n".join(lines) or "没有设定回避")


def _incident(args: Namespace) -> Answer:
    from desk.services import incidents

    with opened(args) as desk:
        office, viewer = desk.office, desk.viewer
        if args.note:
            incidents.record(
                office, viewer, args.note, number=args.number, at=moment(args.at, "at") if args.at else None, called=args.called,
                recording=args.recording,
            )  # fmt: skip
        found = (
            incidents.of_case(office, viewer, args.number)
            if args.number
            else incidents.listed(office, viewer)
        )
    lines = ("\t".join(filter(None, (one.number, one.words))) for one in found)
    return Answer(found, "\n".join(lines) or "没有安全事件")


def _kept(args: Namespace, *, lifted: bool = False) -> dict[str, Any]:
    return {"number": args.number, "user": args.colleague, "kept": not lifted}


def _look(args: Namespace) -> Answer:
    from desk.services import looks

    with opened(args) as desk:
        office, viewer = desk.office, desk.viewer
        if args.reason:
            request = looks.ask(office, viewer, args.number, args.reason)
            mine = looks.standing(office, viewer, args.number)
            until = mine.until if mine else None
            told = f"已开放到 {until:%H:%M}，留待以后复核" if until else "请另一位有权限的同事批准"
            return Answer({"request": request, "until": until}, f"已提出申请 {request}，{told}")
        if args.close:
            looks.close(office, viewer, args.number)
            return Answer({"number": args.number, "closed": True}, f"{args.number} 的身份信息已不再对您开放")
        if args.grant or args.refuse:
            decided = looks.decide(office, viewer, args.grant or args.refuse, granted=bool(args.grant))
            return Answer(
                {"request": decided.id, "granted": decided.granted, "until": decided.until},
                f"已批准，开放到 {decided.until:%H:%M}" if decided.until else "未批准",
            )
        found = looks.look(office, viewer, args.number)
    return Answer(found, "\n".join(f"{fact}\t{value}" for fact, value in found.items()))


def _looks(args: Namespace) -> Answer:
    from desk.services import looks

    with opened(args) as desk:
        if args.review:
            looks.review(desk.office, desk.viewer, args.review)
        found = looks.record(desk.office, desk.viewer)
    lines = (
        f"{one.at:%Y-%m-%d %H:%M}\t{one.who}\t{one.number}\t{one.words}\t{one.reason}"
        + ("\t待复核" if one.to_review else "")
        for one in found
    )
    return Answer(found, "\n".join(lines) or "还没有人查看过")
