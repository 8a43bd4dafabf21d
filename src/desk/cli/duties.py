"""What comes with time: the day's work, recurring duties, levels that rise."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from desk.cli.opened import opened
from desk.cli.output import Answer


def add(commands: Any) -> None:
    """``today``, ``duty`` and ``refresh``."""
    today = commands.add_parser(
        "today", help="今日", description="今天要办的：到期、待用印、未打印、未送达、例行工作、待批。"
    )
    today.add_argument("-o", dest="target", metavar="文件.xlsx|文件.csv|文件.pdf")
    today.set_defaults(run=_today)
    duty = commands.add_parser(
        "duty", help="例行工作", description="各本手册本期的例行工作做了几次；写上编号就记一次。"
    )
    duty.add_argument("id", nargs="?", metavar="编号")
    duty.add_argument("--note", default="", metavar="说明")
    duty.add_argument("--back", action="store_true", help="撤回本期最后一次")
    duty.set_defaults(run=_duty)
    refresh = commands.add_parser(
        "refresh", help="重新判定", description="日子过去以后，等级和到期日有无变化。"
    )
    refresh.set_defaults(run=_refresh)


def _today(args: Namespace) -> Answer:
    from desk.services.today import today

    with opened(args) as desk:
        found = today(desk.office, desk.viewer)
        if args.target:
            _take_along(desk, found, Path(args.target))
    document = {
        "at": found.at,
        "file": args.target,
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


def _take_along(desk: Any, found: Any, target: Path) -> None:
    from desk.services import registers, today_lines
    from desk.services.saving import save

    lines = today_lines.lines(desk.office, found)
    save(registers.written(desk.office, desk.viewer, lines, target.suffix.lower()).data, target)


def line_document(line: Any) -> dict[str, Any]:
    """One line of the day: what it is about, who is waited for, the moment that matters, and what it stands for."""
    return {
        "number": line.number,
        "about": line.words,
        "whom": line.whom,
        "at": line.at,
        "paper": line.paper.kind if line.paper else None,
        "document_number": line.paper.number if line.paper else None,
        "duty": line.duty.ref if line.duty else None,
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
            "id": state.ref,
            "name": state.duty.name,
            "manual": state.manual,
            "period": state.period,
            "progress": state.progress,
            "standing": state.standing,
            "done": [mark.at for mark in state.marks],
        }
        for state in found
    ]
    lines = [
        f"{row['id']}\t{row['progress']}\t{row['period']}\t{row['name']}\t{row['manual']}".rstrip()
        for row in rows
    ]
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
