"""What is put on file: the whole of a case, the registers of a month."""

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

from desk.cli.opened import opened
from desk.cli.output import Answer
from desk.domain.errors import DeskError


def add(commands: Any) -> None:
    """``file``, ``freeze``, ``transfer-list`` and ``box``."""
    file = commands.add_parser(
        "file",
        help="整卷",
        description="一件案件的整卷：卷内目录、全部文书、附件（图片和 PDF 成页，其他列入目录）、备考表，合成一个 PDF。",
    )
    file.add_argument("number", metavar="编号")
    file.add_argument("-o", dest="target", required=True, metavar="文件.pdf")
    file.set_defaults(run=_file)
    freeze = commands.add_parser(
        "freeze",
        help="台账封存",
        description="月末封存当月台账，此后不变，更正列入下一期；不写月份时列出已封存的，带 -o 取出封存的台账。",
    )
    freeze.add_argument("month", nargs="?", default="", metavar="月份", help="例：2026-10")
    freeze.add_argument("-o", dest="target", default="", metavar="文件.pdf", help="取出封存的台账")
    freeze.set_defaults(run=_freeze)
    transfer = commands.add_parser(
        "transfer-list",
        help="移交清单",
        description="一年里归档的案件，按档号和盒号，后附备考表，供向档案室移交。",
    )
    transfer.add_argument("year", metavar="年份", help="例：2026")
    transfer.add_argument("-o", dest="target", required=True, metavar="文件.pdf|文件.xlsx")
    transfer.set_defaults(run=_transfer_list)
    box = commands.add_parser(
        "box", help="装盒（盒号）", description="已归档的案件放在哪个盒里；归档时没写的、换了盒的，以后写。"
    )
    box.add_argument("numbers", metavar="编号", help="几件用逗号隔开：全部写上或全部不写")
    box.add_argument("box", metavar="盒号")
    box.add_argument("--seen", type=int, metavar="版本", help="您看到的版本；别人之后写过别的盒号就先告知")
    box.set_defaults(run=_box)


def _transfer_list(args: Namespace) -> Answer:
    from desk.services import registers
    from desk.services.saving import save

    target, year = Path(args.target), _year(args.year)
    with opened(args) as desk:
        lines = registers.book(desk.office, desk.viewer, "transfer", date(year, 1, 1), date(year, 12, 31))
        written = registers.written(desk.office, desk.viewer, lines, target.suffix.lower())
    path = save(written.data, target).path
    document = {"year": year, "rows": len(lines.words), "file": str(path), "sha256": written.sha256}
    return Answer(document, f"{year} 年移交清单：{len(lines.words)} 件，已存为 {path}")


def _year(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1900 <= int(text) <= 9998):
        raise DeskError("bad_year", f"年份“{text}”写法不对", "请写成 2026", "year")
    return int(text)


def _freeze(args: Namespace) -> Answer:
    from desk.services import freezing
    from desk.services.saving import save

    with opened(args) as desk:
        if not args.month:
            found = freezing.listed(desk.office, desk.viewer)
            lines = [
                f"{one.month}\t{one.at:%Y-%m-%d %H:%M}\t{one.by}\t{one.lines} 行\t更正 {one.corrections} 项"
                for one in found
            ]
            return Answer([_closed(one) for one in found], "\n".join(lines) or "还没有封存的月份")
        if args.target:
            paper = freezing.paper(desk.office, desk.viewer, args.month)
            path = save(paper.data, Path(args.target)).path
            document = {"month": paper.month, "sha256": paper.sha256, "file": str(path)}
            return Answer(document, f"{paper.month} 封存的台账，已存为 {path}")
        made = freezing.freeze(desk.office, desk.viewer, args.month)
    return Answer(_closed(made), f"已封存 {made.month}：{made.lines} 行，更正 {made.corrections} 项")


def _closed(one: Any) -> dict[str, Any]:
    return {
        "month": one.month,
        "at": one.at,
        "by": one.by,
        "lines": one.lines,
        "corrections": one.corrections,
    }


def _file(args: Namespace) -> Answer:
    from desk.services import case_file
    from desk.services.saving import save

    with opened(args) as desk:
        made = case_file.bound(desk.office, desk.viewer, args.number)
    path = save(made.printed.data, Path(args.target)).path
    pieces = [
        {"number": one.number, "name": one.name, "on": one.on, "pages": one.place, "remark": one.remark}
        for one in made.pieces
    ]
    document = {
        "number": args.number, "pages": made.pages, "sha256": made.printed.sha256, "contents": pieces, "file": str(path),
    }  # fmt: skip
    lines = ["\t".join(filter(None, one.values())) for one in pieces]
    lines.append(f"{args.number} 案卷：{len(pieces)} 件 {made.pages} 页，已存为 {path}")
    return Answer(document, "\n".join(lines))


def _box(args: Namespace) -> Answer:
    from desk.services import boxing

    numbers = args.numbers.replace("，", ",").split(",")
    with opened(args) as desk:
        done = boxing.put_in_box(desk.office, desk.viewer, numbers, args.box, seen_version=args.seen)
    return Answer({"box": args.box, "files": len(done.cases)}, f"已写盒号 {args.box}：{len(done.cases)} 件")
