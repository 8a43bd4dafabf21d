"""Seals as pictures: put one in, name its keepers, see and remove them. A paper is sealed by ``desk issue … --seal``."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from desk.cli.opened import opened
from desk.cli.output import Answer
from desk.domain.errors import DeskError
from desk.domain.system_words import reason_of


def add(commands: Any) -> None:
    """``seal-image``."""
    whole = commands.add_parser(
        "seal-image",
        help="电子印章",
        description="电子印章（扫描图片）：列出、存入（add）、指定保管人（keepers）、删去（remove）。加盖：desk issue … --seal。",
    )
    whole.add_argument(
        "act", nargs="?", default="list", choices=tuple(_ACTS), metavar="list|add|keepers|remove"
    )
    whole.add_argument("seal", nargs="?", default="", metavar="印章", help="规则簿里的名称，例如 受理专用章")
    whole.add_argument("file", nargs="?", default="", metavar="图片", help="PNG（透明或白底）或 JPEG")
    whole.add_argument("--width", type=float, default=42, metavar="毫米", help="印章的宽度（默认 42）")
    whole.add_argument(
        "--keeper", action="append", default=[], metavar="用户", help="保管人的用户编号，可以写几次"
    )
    whole.add_argument(
        "--keeper-role", action="append", default=[], metavar="岗位", help="这个岗位的人都能加盖"
    )
    whole.set_defaults(run=lambda args: _ACTS[args.act](args))


def _listed(args: Namespace) -> Answer:
    from desk.services import seal_images

    with opened(args) as desk:
        kept = seal_images.listed(desk.office, desk.viewer)
        zone = desk.office.zone
    document = [
        {
            "seal": one.name, "width_mm": one.width, "height_mm": one.height, "keepers": one.users,
            "keeper_roles": one.roles, "at": one.at.astimezone(zone), "by": one.by, "sha256": one.sha256,
        }
        for one in kept
    ]  # fmt: skip
    lines = "\n".join(
        f"{one.name}\t{one.width:g}×{one.height:g} 毫米\t保管：{'、'.join((*one.users, *one.roles))}"
        for one in kept
    )
    return Answer({"seals": document}, lines or "没有电子印章")


def _add(args: Namespace) -> Answer:
    from desk.services import seal_images

    try:
        data = Path(args.file).read_bytes()
    except OSError as error:
        raise DeskError(
            "no_file", f"打不开文件“{args.file}”：{reason_of(error)}", "请检查文件名和权限", "file"
        ) from error
    with opened(args) as desk:
        seal_images.add(
            desk.office,
            desk.viewer,
            args.seal,
            data,
            width=args.width,
            keepers=args.keeper,
            roles=args.keeper_role,
        )
    return Answer(_document(args), f"已存入“{args.seal}”的电子印章。图片原件请另行妥善保管或删去")


def _entrust(args: Namespace) -> Answer:
    from desk.services import seal_images

    with opened(args) as desk:
        seal_images.entrust(desk.office, desk.viewer, args.seal, keepers=args.keeper, roles=args.keeper_role)
    return Answer(
        _document(args), f"“{args.seal}”的保管人已改为：{'、'.join((*args.keeper, *args.keeper_role))}"
    )


def _remove(args: Namespace) -> Answer:
    from desk.services import seal_images

    with opened(args) as desk:
        seal_images.remove(desk.office, desk.viewer, args.seal)
    return Answer({"seal": args.seal, "removed": True}, f"已删去“{args.seal}”的电子印章")


def _document(args: Namespace) -> dict[str, Any]:
    return {"seal": args.seal, "keepers": args.keeper, "keeper_roles": args.keeper_role}


_ACTS = {"list": _listed, "add": _add, "keepers": _entrust, "remove": _remove}
