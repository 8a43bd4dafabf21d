"""Setting an office up, practising, and opening the window's pictures."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk.cli.opened import ask_password, home_of, now_of, opened
from desk.cli.output import Answer
from desk.cli.reading import pairs
from desk.domain.errors import DeskError

if TYPE_CHECKING:
    from desk.services.office import Office


def add(commands: Any) -> None:
    """``init``, ``demo``, ``tour``, ``open`` and ``font``."""
    init = commands.add_parser("init", help="设立单位", description="不经向导设立一个单位。")
    init.add_argument("--office", required=True, metavar="名称", help="单位名称")
    init.add_argument("--store", metavar="地址", help="数据库地址（默认：本机加密文件）")
    init.add_argument("--practice", action="store_true", help="设为演示单位（不可改回）")
    init.add_argument(
        "--set",
        dest="settings",
        action="append",
        default=[],
        metavar="键=值",
        help="单位资料，例如 office.phone=…",
    )
    init.add_argument("--password", action="store_true", help="从标准输入读取管理员口令")
    init.set_defaults(run=_init)
    demo = commands.add_parser("demo", help="演示单位", description="设立演示单位，填入几百件逼真的案件。")
    demo.add_argument("--cases", type=int, default=300, metavar="件数", help="案件数量（默认 300）")
    demo.set_defaults(run=_demo)
    tour = commands.add_parser(
        "tour", help="逐个画出窗口", description="驱动真实窗口走一遍，每个窗口留一张图。"
    )
    tour.add_argument("folder", metavar="目录")
    tour.set_defaults(run=_tour)
    window = commands.add_parser(
        "open",
        help="打开窗口（不带命令的 desk 也一样）",
        description="打开办公窗口；没有显示器时在演示单位里演示。",
    )
    window.add_argument("--tour", metavar="目录", help="不开窗口，在演示单位里演示主要工作并留下图片")
    font = commands.add_parser(
        "font",
        help="仿宋字体",
        description="这台电脑上文书的仿宋用什么字体；没有仿宋的，可以指定一个字体文件。",
    )
    font.add_argument("file", nargs="?", metavar="文件.ttf", help="有中文、许可嵌入的 TrueType 字体")
    font.add_argument("--remove", action="store_true", help="不再用指定的字体文件")
    font.set_defaults(run=_font)


def _init(args: Namespace) -> Answer:
    from desk.services.setting_up import init_office

    if not args.rulebook:
        raise DeskError(
            "no_rulebook", "请用 --rulebook 写明采用哪部规则簿", "可用的见 desk rulebook list", "rulebook"
        )
    settings = pairs(args.settings)
    office = init_office(
        home_of(args),
        rulebook=args.rulebook,
        name=args.office,
        store_url=args.store,
        practice=args.practice,
        settings=settings,
        password=ask_password("管理员口令：") if args.password else None,
        now=now_of(args),
    )
    try:
        document = _set_up(office)
    finally:
        office.close()
    return Answer(document, _set_up_words(args.office, document))


def _set_up(office: "Office") -> dict[str, Any]:
    from desk.services import own_font

    return {
        "rulebook": office.rulebook.id,
        "version": office.rulebook.version,
        "store": office.store_words,
        "recovery_key_file": str(office.recovery_key_file),
        "practice": office.practice,
        "key_in_file": office.keeps_key_in_file,
        "fangsong": own_font.used(office).file,
    }


def _set_up_words(name: str, document: dict[str, Any]) -> str:
    from desk.services import own_font

    said = (
        f"已设立“{name}”，规则簿 {document['rulebook']}。"
        f"恢复密钥在 {document['recovery_key_file']}，请打印后妥善保管。"
    )
    if document["key_in_file"]:
        said += "\n这台电脑没有可用的系统钥匙串，资料库的钥匙存成了文件：请不要让别人读到资料目录。"
    if not document["fangsong"]:
        said += f"\n{own_font.FangSong().words}；用 desk font 可以指定字体文件。"
    return said


def _font(args: Namespace) -> Answer:
    from desk.services import own_font

    with opened(args) as desk:
        if args.remove:
            own_font.remove(desk.office, desk.viewer)
        elif args.file:
            own_font.put(desk.office, desk.viewer, Path(args.file))
        used = own_font.used(desk.office)
    return Answer({"file": used.file, "own": used.own}, used.words)


def _demo(args: Namespace) -> Answer:
    from desk.services.demo import practice_office

    office = practice_office(home_of(args), rulebook=args.rulebook or "", cases=args.cases, now=now_of(args))
    try:
        document = {"home": str(office.home), "rulebook": office.rulebook.id, "cases": args.cases}
    finally:
        office.close()
    return Answer(
        document,
        f"演示单位已备好：{document['home']}（{args.cases} 件）。打开窗口：desk open --home {document['home']}",
    )


def _tour(args: Namespace) -> Answer:
    from desk.app import pictures

    files = pictures(Path(args.folder), args.rulebook or "")
    return Answer([str(file) for file in files], "\n".join(str(file) for file in files))
