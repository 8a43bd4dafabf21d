"""Seals as pictures (pressed by ``desk issue … --seal``), and the signatures that papers must bear."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from desk.cli.opened import opened
from desk.cli.output import Answer
from desk.cli.reading import day
from desk.domain.errors import DeskError
from desk.domain.system_words import reason_of


def add(commands: Any) -> None:
    """``seal-image`` and ``sign``."""
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
    sign = commands.add_parser(
        "sign",
        help="登记签字",
        description="记录文书已签字（日期或扫描件）；不写文书列出这件的签字，不写编号列出待签的案件。",
    )
    sign.add_argument("number", nargs="?", default="", metavar="编号")
    sign.add_argument("paper", nargs="?", default="", metavar="文书")
    sign.add_argument("signature", nargs="*", metavar="签字", help="不写就是这份文书还缺的全部签字")
    sign.add_argument("--on", default="", metavar="日期", help="签字日期，例如 2026-11-20")
    sign.add_argument("--scan", default="", metavar="文件", help="签过字的扫描件，附到案件上")
    sign.set_defaults(run=_sign)


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


def _sign(args: Namespace) -> Answer:
    from desk.services import signing

    with opened(args) as desk:
        if not args.number:
            return _waiting(signing.waiting(desk.office, desk.viewer))
        if args.paper:
            on = day(args.on, "signed_on") if args.on else None
            scan = Path(args.scan) if args.scan else None
            signing.sign(desk.office, desk.viewer, args.number, args.paper, args.signature, on=on, scan=scan)
        found = signing.of_case(desk.office, desk.viewer, args.number)
    document = [{**_signature(one), "signed_on": one.on, "scan": one.scan or None} for one in found]
    lines = "\n".join(f"{one.words}\t{one.on or ('扫描件' if one.scan else '待签')}" for one in found)
    return Answer({"number": args.number, "signatures": document}, lines or "这件没有须签字的文书")


def _waiting(found: Any) -> Answer:
    document = [
        {"number": one.case.number, "signatures": [_signature(signature) for signature in one.signatures]}
        for one in found
    ]
    lines = "\n".join(
        f"{one.case.number}\t{'、'.join(signature.words for signature in one.signatures)}" for one in found
    )
    return Answer({"cases": document}, lines or "没有待签的案件")


def _signature(one: Any) -> dict[str, Any]:
    return {"paper": one.paper.id, "signature": one.signing.id, "name": one.signing.name}
