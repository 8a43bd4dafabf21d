"""How the work was done: fines and bonuses with what people decide on each, files drawn for an inspection."""

from argparse import Namespace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from desk.cli.opened import Desk, opened
from desk.cli.output import Answer
from desk.cli.reading import day
from desk.domain.errors import DeskError


def add(commands: Any) -> None:
    """``assess`` and ``sample``."""
    assess = commands.add_parser(
        "assess", help="考核", description="考核奖惩：列出、核定（approve）、免予（waive）、评分（points）。"
    )
    assess.add_argument(
        "act", choices=("list", "approve", "waive", "points"), metavar="list|approve|waive|points"
    )
    assess.add_argument("rule", nargs="?", default="", metavar="条款")
    assess.add_argument("about", nargs="?", default="", metavar="编号|部门")
    assess.add_argument("amount", nargs="?", metavar="金额|评分")
    assess.add_argument("--part", default="", metavar="评分项目")
    assess.add_argument("--reason", default="", metavar="理由")
    assess.add_argument("--from", dest="first", metavar="日期", help="列出和奖励要写明起止日期")
    assess.add_argument("--to", dest="last", metavar="日期")
    assess.add_argument("-o", dest="target", metavar="文件.xlsx|文件.pdf|文件.csv")
    assess.set_defaults(run=_assess)
    sample = commands.add_parser(
        "sample",
        help="检查抽样",
        description="随机抽取一段时间登记的案件，列出案卷还缺什么；同一种子抽到同样的案件。",
    )
    sample.add_argument("--from", dest="since", metavar="日期", help="不写起止日期就是上个月")
    sample.add_argument("--to", dest="until", metavar="日期")
    sample.add_argument("--count", type=int, default=10, metavar="件数")
    sample.add_argument("--seed", type=int, metavar="种子")
    sample.set_defaults(run=_sample)


def _assess(args: Namespace) -> Answer:
    with opened(args) as desk:
        if args.act == "list":
            return _list(desk, args)
        _decide(desk, args)
        told = {"approve": "已核定", "waive": "已免予", "points": "已评分"}[args.act]
        return Answer(
            {"rule": args.rule, "about": args.about, "outcome": args.act}, f"{args.rule} {args.about}：{told}"
        )


def _decide(desk: Desk, args: Namespace) -> None:
    from desk.services import assessments

    office, viewer, book = desk.office, desk.viewer, desk.office.rulebook
    outcome: Any = "waived" if args.act == "waive" else "approved"
    if args.act == "points":
        first, last = _days(args)
        assessments.give_points(
            office, viewer, args.rule, args.part, args.about, first, last, args.amount or ""
        )
    elif any(reward.id == args.rule for reward in book.rewards):
        first, last = _days(args)
        assessments.rule_on_bonus(office, viewer, args.rule, args.about, first, last, outcome, args.reason)
    else:
        amount = _yuan(args.amount)
        assessments.rule_on_fine(office, viewer, args.rule, args.about, outcome, amount, args.reason)


def _list(desk: Desk, args: Namespace) -> Answer:
    from desk.services import assessments, registers
    from desk.services.saving import save

    first, last = _days(args)
    found = assessments.listed(desk.office, desk.viewer, first, last)
    rows = assessments.lines(desk.office, found, first, last)
    if args.target:
        target = Path(args.target)
        save(registers.written(desk.office, desk.viewer, rows, target.suffix.lower()).data, target)
    document = [
        {
            "rule": one.line.rule, "name": one.line.name, "about": one.line.about, "who": one.line.who,
            "amount": one.line.amount, "words": one.line.words, "source": one.line.source,
            "standing": one.ruling.outcome if one.ruling else "proposed",
            "decided_amount": one.ruling.amount if one.ruling else None,
            "reason": one.ruling.reason if one.ruling else "", "by": one.ruling.by if one.ruling else None,
        }
        for one in found
    ]  # fmt: skip
    return Answer(document, "\n".join("\t".join(row) for row in rows.words) or "这段时间没有考核")


def _days(args: Namespace) -> tuple[Any, Any]:
    if not args.first or not args.last:
        raise DeskError("usage", "请写明起止日期", "例：--from 2026-11-01 --to 2026-11-30", "from")
    return day(args.first, "from"), day(args.last, "to")


def _yuan(typed: str | None) -> int | None:
    if typed is not None and not typed.isdigit():
        raise DeskError("bad_amount", f"金额“{typed}”不对", "请写整数元，例：300", "amount")
    return int(typed) if typed else None


def _period(args: Namespace, today: date) -> tuple[date, date]:
    """From when to when files are drawn: last month where neither day is given."""
    if not (args.since or args.until):
        last = today.replace(day=1) - timedelta(days=1)
        return last.replace(day=1), last
    return day(args.since or "", "from"), day(args.until or "", "to")


def _sample(args: Namespace) -> Answer:
    from desk.services import samples

    with opened(args) as desk:
        first, last = _period(args, desk.office.now().date())
        found = samples.draw(desk.office, desk.viewer, first, last, count=args.count, seed=args.seed)
    lines = [f"从 {found.of} 件中抽取 {len(found.cases)} 件，种子 {found.seed}"]
    lines += [f"{one.number}\t{one.state}\t{'；'.join(one.lacks) or '齐全'}" for one in found.cases]
    return Answer(found, "\n".join(lines))
