"""What comes with time: the day's work, recurring duties, levels that rise, corrected times, matters that turn out otherwise."""

from argparse import Namespace
from datetime import datetime
from typing import Any

from desk.cli.opened import opened
from desk.cli.output import Answer
from desk.domain.errors import DeskError


def add(commands: Any) -> None:
    """``today``, ``duty``, ``refresh``, ``retime`` and ``reclassify``."""
    today = commands.add_parser(
        "today", help="今日", description="今天要办的：到期、待用印、未打印、未送达、例行工作、待批。"
    )
    today.set_defaults(run=_today)
    duty = commands.add_parser(
        "duty", help="例行工作", description="本期例行工作做了几次；写上编号就记一次。"
    )
    duty.add_argument("id", nargs="?", metavar="编号")
    duty.add_argument("--note", default="", metavar="说明")
    duty.add_argument("--back", action="store_true", help="撤回本期最后一次")
    duty.set_defaults(run=_duty)
    refresh = commands.add_parser(
        "refresh", help="重新判定", description="日子过去以后，等级和到期日有无变化。"
    )
    refresh.set_defaults(run=_refresh)
    retime = commands.add_parser(
        "retime", help="更正时间", description="某一步（或 received 收到）的实际时间。"
    )
    retime.add_argument("number", metavar="编号")
    retime.add_argument("step", metavar="步骤")
    retime.add_argument("at", metavar="时间")
    retime.add_argument("--note", default="", metavar="理由", help="必须写明")
    retime.set_defaults(run=_retime)
    sample = commands.add_parser(
        "sample",
        help="检查抽样",
        description="随机抽取一段时间登记的案件，列出案卷还缺什么；同一种子抽到同样的案件。",
    )
    sample.add_argument("--from", dest="since", required=True, metavar="日期")
    sample.add_argument("--to", dest="until", required=True, metavar="日期")
    sample.add_argument("--count", type=int, default=10, metavar="件数")
    sample.add_argument("--seed", type=int, metavar="种子")
    sample.set_defaults(run=_sample)
    other = commands.add_parser(
        "reclassify", help="改类型、类别", description="类型在受理前可改，类别在办结前可改。"
    )
    other.add_argument("number", metavar="编号")
    other.add_argument("--kind", default="", metavar="类型")
    other.add_argument("--category", default="", metavar="类别")
    other.add_argument("--note", default="", metavar="说明")
    other.set_defaults(run=_reclassify)


def _sample(args: Namespace) -> Answer:
    from desk.cli.books import day
    from desk.services import samples

    with opened(args) as desk:
        first, last = day(args.since, "from"), day(args.until, "to")
        found = samples.draw(desk.office, desk.viewer, first, last, count=args.count, seed=args.seed)
    lines = [f"从 {found.of} 件中抽取 {len(found.cases)} 件，种子 {found.seed}"]
    lines += [f"{one.number}\t{one.state}\t{'；'.join(one.lacks) or '齐全'}" for one in found.cases]
    return Answer(found, "\n".join(lines))


def _today(args: Namespace) -> Answer:
    from desk.services.today import today

    with opened(args) as desk:
        found = today(desk.office, desk.viewer)
    document = {
        "at": found.at,
        "parts": [
            {
                "id": part.id,
                "name": part.title,
                "count": part.count.n if part.count.exact else {"at_least": part.count.n},
                "lines": [line_document(line) for line in part.lines],
            }
            for part in found.parts
        ],
    }
    return Answer(document, "\n".join(line for part in found.parts for line in _part_lines(part)))


def line_document(line: Any) -> dict[str, Any]:
    """One line of the day: what it is about, who is waited for, the moment that matters, and what it stands for."""
    return {
        "number": line.number,
        "about": line.words,
        "whom": line.whom,
        "at": line.at,
        "paper": line.paper.kind if line.paper else None,
        "document_number": line.paper.number if line.paper else None,
        "duty": line.duty.duty.id if line.duty else None,
    }


def _part_lines(part: Any) -> list[str]:
    more = "" if part.count.exact else "以上"
    told = [f"{part.title}　{part.count.n}{more}"]
    for line in part.lines:
        when = f"{line.at:%Y-%m-%d %H:%M}" if line.at else ""
        told.append("  " + "\t".join(word for word in (line.number, when, line.words, line.whom) if word))
    return told


def _duty(args: Namespace) -> Answer:
    from desk.services import duties

    with opened(args) as desk:
        if args.id and args.back:
            duties.take_back(desk.office, desk.viewer, args.id)
        elif args.id:
            duties.mark_done(desk.office, desk.viewer, args.id, args.note)
        found = duties.listed(desk.office)
    rows = [
        {
            "id": state.duty.id,
            "name": state.duty.name,
            "period": state.period,
            "progress": state.progress,
            "standing": state.standing,
            "done": [mark.at for mark in state.marks],
        }
        for state in found
    ]
    lines = [f"{row['id']}\t{row['progress']}\t{row['period']}\t{row['name']}" for row in rows]
    return Answer(rows, "\n".join(lines) or "规则簿里没有例行工作")


def _refresh(args: Namespace) -> Answer:
    from desk.services import cases
    from desk.services.refresh import refresh
    from desk.store.case_filter import CaseFilter

    with opened(args) as desk:
        changed = refresh(desk.office, desk.viewer).cases
        rows = cases.page(desk.office, desk.viewer, CaseFilter(ids=changed)) if changed else ()
    numbers = [row.number for row in rows]
    return Answer({"changed": numbers}, "\n".join(numbers) or "没有变化")


def _retime(args: Namespace) -> Answer:
    from desk.services import times

    try:
        at = datetime.fromisoformat(args.at)
    except ValueError as error:
        raise DeskError("bad_date", f"时间“{args.at}”写法不对", "请写成 2026-11-20T09:20", "at") from error
    with opened(args) as desk:
        moment = at if at.tzinfo else at.replace(tzinfo=desk.office.zone)
        view = times.correct(desk.office, desk.viewer, args.number, args.step, moment, args.note)
    return Answer(
        {"number": view.number, "corrected": view.case.timeline[-1].note}, view.case.timeline[-1].note
    )


def _reclassify(args: Namespace) -> Answer:
    from desk.cli.cases import clock_document
    from desk.services.reclassifying import reclassify

    with opened(args) as desk:
        view = reclassify(
            desk.office, desk.viewer, args.number, kind=args.kind, category=args.category, note=args.note
        )
    document = {
        "number": view.number,
        "kind": view.case.kind,
        "category": view.case.category,
        "level": dict(view.case.levels),
        "clocks": [clock_document(clock) for clock in view.clocks],
    }
    return Answer(document, view.case.timeline[-1].note)
