"""Several computers on one server: a login for each, on the command line."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from desk.cli.opened import opened
from desk.cli.output import Answer
from desk.domain.errors import DeskError


def add(commands: Any) -> None:
    """``server``."""
    server = commands.add_parser(
        "server",
        help="几台电脑合用时，各台电脑的登录",
        description="资料在服务器上时：列出各台电脑的登录；给一台新电脑设登录并备好它的资料目录；撤销一台的登录。",
    )
    server.add_argument("--add", metavar="登录名", help="小写字母、数字、下划线，例：desk2；写明 --folder")
    server.add_argument("--folder", metavar="目录", help="备好的资料目录，拷到新电脑上用")
    server.add_argument("--remove", metavar="登录名", help="这台电脑不再能连")
    server.set_defaults(run=_server)


def _server(args: Namespace) -> Answer:
    from desk.services import server_logins

    with opened(args) as desk:
        if args.add:
            if not args.folder:
                raise DeskError("missing", "请用 --folder 写明目录", "例：--folder 二号窗口", "folder")
            server_logins.add(desk.office, desk.viewer, args.add, Path(args.folder))
            said = (
                f"已设登录 {args.add}。请把 {args.folder} 拷到那台电脑作资料目录（desk open --home 目录），"
                "第一次打开输入口令或恢复密钥；拷完请删除这里的一份。"
            )
            return Answer({"login": args.add, "folder": args.folder}, said)
        if args.remove:
            server_logins.remove(desk.office, desk.viewer, args.remove)
            return Answer({"login": args.remove, "removed": True}, f"登录 {args.remove} 已撤销")
        found = server_logins.listed(desk.office, desk.viewer)
    return Answer(found, "\n".join(found) or "还没有设过登录，各台电脑用的是数据库所有者的地址")
