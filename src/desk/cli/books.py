"""Registers and figures out."""

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

from desk.cli.opened import opened
from desk.cli.output import Answer, plain, tell
from desk.cli.reading import day, read_json
from desk.domain.errors import DeskError
from desk.domain.periods import REPORTS, period_of


def add(commands: Any) -> None:
    """``book``, ``figures``, ``volume`` and ``signs``."""
    book = commands.add_parser("book", help="出台账", description="一段时间的登记簿，存为 PDF 或 xlsx。")
    book.add_argument("name", metavar="台账")
    book.add_argument("--from", dest="first", required=True, metavar="日期")
    book.add_argument("--to", dest="last", required=True, metavar="日期")
    book.add_argument("-o", dest="target", required=True, metavar="文件.xlsx|文件.pdf|文件.csv")
    book.add_argument("--template", metavar="模板.xlsx", help="填进本单位自己的工作簿：按表头的栏名对应")
    book.add_argument("--values", metavar="文件|-", help="期间文书里由人填写的内容，JSON")
    book.set_defaults(run=_book)
    figures = commands.add_parser(
        "figures", help="统计", description="指标、排名、考核，每个数字都有它的案件。"
    )
    _period(figures)
    figures.add_argument("--by", default="", metavar="分组", help="用逗号隔开，例：department,channel,month")
    figures.add_argument("-o", dest="target", metavar="文件.xlsx|文件.pdf|文件.csv")
    figures.set_defaults(run=_figures)
    volume = commands.add_parser(
        "volume", help="业务量", description="客运量、门诊人次等算比率用的数；写上编号、期间和数就记一次。"
    )
    volume.add_argument("name", nargs="?", metavar="编号")
    volume.add_argument("written", nargs="?", metavar="期间", help="例：2026-10，或期间里的任一天")
    volume.add_argument("amount", nargs="?", metavar="数")
    _period(volume)
    volume.set_defaults(run=_volume)
    signs = commands.add_parser(
        "signs", help="苗头", description="增长的类别、多件的对象、重复和雷同的事项、常逾期的部门，各有案件。"
    )
    _period(signs)
    signs.add_argument("-o", dest="target", metavar="文件.xlsx|文件.pdf|文件.csv")
    signs.set_defaults(run=_signs)


def _period(command: Any) -> None:
    """The options that say which days."""
    command.add_argument("--from", dest="first", metavar="日期")
    command.add_argument("--to", dest="last", metavar="日期")
    names = "|".join(REPORTS)
    command.add_argument(
        "--period", choices=tuple(REPORTS), metavar=names, help="整周、整月、整季、半年、全年"
    )
    command.add_argument("--on", metavar="日期", help="期间里的任一天（默认今天）")


def _book(args: Namespace) -> Answer:
    from desk.services import registers
    from desk.services.period_papers import period_papers
    from desk.services.saving import save

    target = Path(args.target)
    with opened(args) as desk:
        first, last = day(args.first, "from"), day(args.last, "to")
        if any(paper.id == args.name for paper in period_papers(desk.office.rulebook)):
            return _period_paper(desk, args, first, last, target)
        lines = registers.book(desk.office, desk.viewer, args.name, first, last, tell)
        if args.template:
            template = _template(args.template, target)
            data = registers.in_template(desk.office, desk.viewer, lines, template, Path(args.template).name)
        else:
            data = registers.written(desk.office, desk.viewer, lines, target.suffix.lower())
    saved = save(data.data, target)
    notices = [words for words in (data.notice, saved.notice) if words]
    document = {
        "rows": len(lines.words), "file": str(saved.path), "sha256": data.sha256, "notices": notices,
    }  # fmt: skip
    told = f"{lines.title}：{len(lines.words)} 行，已存为 {saved.path}"
    return Answer(document, "\n".join((told, *notices)))


def _template(path: str, target: Path) -> bytes:
    if target.suffix.lower() != ".xlsx":
        raise DeskError("bad_format", "套用模板只能存为 .xlsx 文件", "请把 -o 后面的文件名改成 .xlsx", "file")
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise DeskError("no_file", f"打不开模板“{path}”", "请检查文件名和权限", "template") from error


def _period_paper(desk: Any, args: Namespace, first: date, last: date, target: Path) -> Answer:
    from desk.services import period_papers
    from desk.services.saving import save

    if target.suffix.lower() != ".pdf":
        raise DeskError("bad_format", f"这张表不能存为“{target.suffix}”文件", "请用 .pdf", "file")
    typed = read_json(args.values) if args.values else {}
    path = save(period_papers.written(desk.office, desk.viewer, args.name, first, last, typed), target).path
    return Answer({"file": str(path)}, f"已存为 {path}")


def _figures(args: Namespace) -> Answer:
    from desk.services import figures, pictures
    from desk.services.saving import save

    with opened(args) as desk:
        first, last = _days(desk.office, args)
        by = tuple(filter(None, args.by.split(",")))
        found = figures.figures(desk.office, desk.viewer, first, last, by)
        shown = pictures.pictures(desk.office, desk.viewer, first, last)
        rows = figures.lines(desk.office, found)
        if args.target:
            target = Path(args.target)
            written = pictures.written(desk.office, desk.viewer, rows, shown, target.suffix.lower())
            save(written.data, target)
    text = "\n".join("\t".join(row) for row in rows.words)
    return Answer({**plain(found), "pictures": plain(shown), "file": args.target}, text)


def _volume(args: Namespace) -> Answer:
    from desk.services import volumes

    with opened(args) as desk:
        if args.name and not (args.written and args.amount):
            raise DeskError("usage", "请写明期间和数", "例：desk volume passengers 2026-10 1234.5", "amount")
        if args.name:
            volumes.put(desk.office, desk.viewer, args.name, args.written, args.amount)
        listed = args.period or args.first or args.last
        first, last = _days(desk.office, args) if listed else period_of("year", desk.office.now().date())
        found = [one for one in volumes.listed(desk.office, first, last) if one.amount or listed]
    text = "\n".join(
        f"{one.volume.id}\t{one.volume.name}\t{one.words}\t{one.amount or '未填'}\t{one.volume.unit}".rstrip()
        for one in found
    )
    return Answer({"volumes": plain(found)}, text or "没有填过业务量")


def _signs(args: Namespace) -> Answer:
    from desk.services import registers, signs
    from desk.services.saving import save

    with opened(args) as desk:
        first, last = _days(desk.office, args)
        found = signs.signs(desk.office, desk.viewer, first, last)
        rows = signs.lines(desk.office, found)
        if args.target:
            target = Path(args.target)
            save(registers.written(desk.office, desk.viewer, rows, target.suffix.lower()).data, target)
    text = "\n".join("\t".join(row) for row in rows.words) or "这段时间没有苗头"
    return Answer({**plain(found), "file": args.target}, text)


def _days(office: Any, args: Namespace) -> tuple[date, date]:
    """The days asked for: a whole period, or from one day to another."""
    if args.period:
        return period_of(args.period, day(args.on, "on") if args.on else office.now().date())
    if not args.first or not args.last:
        raise DeskError(
            "usage", "请写明期间", "例：--period month，或 --from 2026-11-01 --to 2026-11-30", "from"
        )
    return day(args.first, "from"), day(args.last, "to")
