"""What belongs to a case: files and related cases."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from desk.cli.opened import opened
from desk.cli.output import Answer, written
from desk.cli.reading import read_json
from desk.domain.errors import DeskError


def add(commands: Any) -> None:
    """``original``, ``attach``, ``link``, ``merge`` and ``split``."""
    _add_original(commands)
    _add_attach(commands)
    _add_links(commands)


def _add_original(commands: Any) -> None:
    original = commands.add_parser(
        "original",
        help="代管的原件",
        description="收存、退还原件；不写编号列出全部代管的，只写编号列出这一件的。",
    )
    original.add_argument("number", nargs="?", default="", metavar="编号")
    original.add_argument(
        "what", nargs="?", default="", metavar="什么", help="收存了什么，例：购车发票原件 1 张"
    )
    original.add_argument("--returned", type=int, default=0, metavar="第几份", help="这一份已退还")
    original.add_argument("--person", default="", metavar="谁", help="谁交来的、退给谁；本人不用写")
    original.add_argument("--note", default="", metavar="说明", help="怎样退的，例：挂号信")
    original.add_argument(
        "-o",
        dest="target",
        metavar="文件.pdf",
        help="原件收据；已退还的是原件领取签收单（不写第几份就是最近一份）",
    )
    original.set_defaults(run=_original)


def _add_attach(commands: Any) -> None:
    attach = commands.add_parser("attach", help="附件", description="给案件添加附件；不带文件时列出附件。")
    attach.add_argument("number", metavar="编号")
    attach.add_argument("file", nargs="?", metavar="文件")
    attach.add_argument("--note", default="", metavar="说明")
    attach.add_argument(
        "--black", type=int, metavar="附件", help="把一件图片附件的几处涂黑，另存为新附件；原件不变"
    )
    attach.add_argument(
        "--area",
        action="append",
        default=[],
        metavar="左,上,宽,高",
        help="涂黑的地方，占图片的百分之几，可写几次",
    )
    attach.set_defaults(run=_attach)


def _add_links(commands: Any) -> None:
    link = commands.add_parser("link", help="关联", description="关联两件案件；不带另一件时列出关联。")
    link.add_argument("number", metavar="编号")
    link.add_argument("other", nargs="?", metavar="另一件")
    link.add_argument(
        "--kind", choices=("repeats", "same_event", "merged_into"), default="same_event", metavar="关系"
    )
    link.add_argument("--remove", action="store_true", help="取消关联")
    link.set_defaults(run=_link)
    merge = commands.add_parser(
        "merge", help="合并", description="另一件并入前一件一起办，时限停止；可以取消。"
    )
    merge.add_argument("number", metavar="编号")
    merge.add_argument("other", metavar="并入的一件")
    merge.add_argument("--note", default="", metavar="说明")
    merge.add_argument("--undo", action="store_true", help="取消合并，恢复原样")
    merge.set_defaults(run=_merge)
    split = commands.add_parser("split", help="分案", description="把其中一部分分出，另登记一件。")
    split.add_argument("number", metavar="编号")
    split.add_argument("kind", metavar="类型")
    split.add_argument("file", nargs="?", metavar="文件|-")
    split.set_defaults(run=_split)


def _original(args: Namespace) -> Answer:
    from desk.services import original_papers, originals

    with opened(args) as desk:
        office, viewer = desk.office, desk.viewer
        if args.returned:
            originals.give_back(office, viewer, args.number, args.returned, to=args.person, note=args.note)
        elif args.what:
            originals.keep(office, viewer, args.number, args.what, brought_by=args.person)
        if args.target:
            return written(original_papers.receipt(office, viewer, args.number, args.returned), args.target)
        found = [one for one in originals.lying(office, viewer) if args.number in ("", one.number)]
    rows = [
        {"number": one.number, "n": one.original.n, "what": one.original.what, "since": one.original.since}
        for one in found
    ]
    lines = (f"{one.number}\t第 {one.original.n} 份\t{one.original.words}" for one in found)
    return Answer(rows, "\n".join(lines) or "没有代管的原件")


def _attach(args: Namespace) -> Answer:
    from desk.services import attachments

    with opened(args) as desk:
        if args.file:
            attachments.attach(desk.office, desk.viewer, args.number, Path(args.file), note=args.note)
        if args.black:
            areas = [_area(words) for words in args.area]
            attachments.blacken(desk.office, desk.viewer, args.black, areas)
        found = attachments.attached(desk.office, desk.viewer, args.number)
    rows = [{"id": one.id, "name": one.name, "size": one.size, "sha256": one.sha256} for one in found]
    return Answer(rows, "\n".join(f"{one.id}\t{one.name}\t{one.size} 字节" for one in found) or "没有附件")


def _area(words: str) -> Any:
    from desk.paper.blacking import Area

    try:
        left, top, width, height = (float(part) / 100 for part in words.replace("，", ",").split(","))
    except ValueError as error:
        raise DeskError(
            "bad_area", f"“{words}”写法不对", "请写成 左,上,宽,高（百分比），例：10,20,30,5", "area"
        ) from error
    return Area(left, top, width, height)


def _link(args: Namespace) -> Answer:
    from desk.services import links

    with opened(args) as desk:
        if args.other:
            act = links.unlink if args.remove else links.link
            act(desk.office, desk.viewer, args.number, args.other, args.kind)
        found = links.related(desk.office, desk.viewer, args.number)
    return Answer(found, "\n".join(f"{one.words}\t{one.number}" for one in found) or "没有关联的案件")


def _merge(args: Namespace) -> Answer:
    from desk.services import merging

    with opened(args) as desk:
        if args.undo:
            merging.unmerge(desk.office, desk.viewer, args.number, args.other)
        else:
            merging.merge(desk.office, desk.viewer, args.number, args.other, note=args.note)
    said = f"{args.other} 已恢复单独办理" if args.undo else f"{args.other} 已并入 {args.number}"
    return Answer({"number": args.number, "other": args.other, "merged": not args.undo}, said)


def _split(args: Namespace) -> Answer:
    from desk.services import intake, links

    given = read_json(args.file) if args.file else {}
    with opened(args) as desk:
        changed = intake.typed(desk.office.rulebook, given)
        done = links.split(desk.office, desk.viewer, args.number, args.kind, changed)
    return Answer({"number": done.case.number, "split_from": args.number}, f"已分出 {done.case.number}")
