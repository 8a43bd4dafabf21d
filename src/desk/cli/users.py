"""Who works here: users with their roles, passwords and PINs, who has left."""

from argparse import Namespace
from typing import Any

from desk.cli.opened import Desk, ask_password, opened
from desk.cli.output import Answer


def add(commands: Any) -> None:
    """``user``."""
    user = commands.add_parser(
        "user",
        help="用户、口令、PIN 码",
        description="列出、增加用户；设口令和自己的 PIN 码；登记离岗、回岗。",
    )
    user.add_argument("--add", metavar="编号", help="增加用户，写明 --name 和 --role")
    user.add_argument("--name", metavar="姓名", default="")
    user.add_argument("--role", metavar="角色", default="")
    user.add_argument("--password", metavar="编号", help="给这位用户设口令：从标准输入读一行，空行是不用口令")
    user.add_argument(
        "--pin", action="store_true", help="给自己设 PIN 码：从标准输入读口令和 PIN 码，空行是不再用"
    )
    user.add_argument("--left", metavar="编号", help="这位用户离岗了，不再登录")
    user.add_argument(
        "--hand-on",
        nargs=2,
        metavar=("谁", "给谁"),
        help="手上的在办件全部移交给另一位，写明 --note；可与 --left 同用",
    )
    user.add_argument("--note", default="", metavar="理由")
    user.add_argument("--returned", metavar="编号", help="这位用户回岗")
    user.set_defaults(run=_user)


def _user(args: Namespace) -> Answer:
    from desk.services import users

    with opened(args) as desk:
        office, viewer = desk.office, desk.viewer
        if args.add:
            users.add(office, viewer, id_=args.add, name=args.name or args.add, role=args.role)
        if args.password:
            users.set_password(office, viewer, args.password, ask_password("新口令："))
        if args.pin:
            _pin(desk)
        for id_, active in ((args.left, False), (args.returned, True)):
            if id_:
                users.change(office, viewer, id_, active=active)
        if args.hand_on:
            return _hand_on(desk, (args.hand_on[0], args.hand_on[1]), args.note)
        rows = [
            {
                "id": user.id, "name": user.name, "initials": user.initials, "role": user.role, "active": user.active,
                "password": user.has_password, "pin": user.has_pin,
            }
            for user in office.users()
        ]  # fmt: skip
    return Answer(rows, "\n".join(_line(row) for row in rows))


def _hand_on(desk: Desk, both: tuple[str, str], note: str) -> Answer:
    from desk.services import handing_on

    passed = handing_on.hand_on(desk.office, desk.viewer, *both, note)
    told = [f"已移交 {len(passed.numbers)} 件：{'、'.join(passed.numbers)}" if passed.numbers else "没有移交"]
    if passed.held_back:
        told.append(f"接手人须回避，没有移交 {len(passed.held_back)} 件：{'、'.join(passed.held_back)}")
    return Answer({"passed": passed.numbers, "held_back": passed.held_back}, "\n".join(told))


def _pin(desk: Desk) -> None:
    """The password again, though the command was let in by it: a PIN is set by who knows it, at an open window, too."""
    from desk.services import pins

    password, pin = ask_password("口令："), ask_password("新 PIN 码：")
    if pin:
        pins.set_pin(desk.office, desk.viewer, pin, password=password)
    else:
        pins.drop_pin(desk.office, desk.viewer)


def _line(row: dict[str, Any]) -> str:
    marks = [
        words
        for words, on in (("离岗", not row["active"]), ("有口令", row["password"]), ("有 PIN 码", row["pin"]))
        if on
    ]
    return "\t".join(filter(None, (row["id"], row["name"], row["role"], "、".join(marks))))
