"""Files on paper: the whole file of a case."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from desk.cli.opened import opened
from desk.cli.output import Answer


def add(commands: Any) -> None:
    """``file``."""
    file = commands.add_parser(
        "file",
        help="整卷",
        description="一件案件的整卷：卷内目录、全部文书、附件（图片和 PDF 成页，其他列入目录）、备考表，合成一个 PDF。",
    )
    file.add_argument("number", metavar="编号")
    file.add_argument("-o", dest="target", required=True, metavar="文件.pdf")
    file.set_defaults(run=_file)


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
