"""What follows a case: orders to get on with it and their answers, return visits that did not come about."""

from argparse import Namespace
from typing import Any

from desk.cli.opened import opened
from desk.cli.output import Answer


def add(commands: Any) -> None:
    """``orders``, ``answer`` and ``tried``."""
    orders = commands.add_parser(
        "orders", help="待答复的催办、督办", description="有答复期限、还没有答复的催办和督办。"
    )
    orders.set_defaults(run=_orders)
    answer = commands.add_parser(
        "answer", help="答复催办、督办", description="记下承办方对催办、督办的答复。"
    )
    answer.add_argument("number", metavar="编号")
    answer.add_argument("order", nargs="?", default="", metavar="文号", help="只有一份待答复时可以不写")
    answer.add_argument("--note", default="", metavar="答复", help="必须写明")
    answer.set_defaults(run=_answer)
    tried = commands.add_parser("tried", help="回访未联系上", description="记一次没有联系上的回访。")
    tried.add_argument("number", metavar="编号")
    tried.add_argument("means", metavar="方式")
    tried.add_argument("--note", default="", metavar="说明")
    tried.set_defaults(run=_tried)


def _orders(args: Namespace) -> Answer:
    from desk.services import urging

    with opened(args) as desk:
        found = urging.waiting(desk.office, desk.viewer)
    lines = [
        "\t".join((one.case, one.words, one.number, one.department, f"{one.reply_by}前", "已逾期" if one.overdue else ""))
        for one in found
    ]  # fmt: skip
    return Answer(found, "\n".join(lines) or "没有待答复的催办、督办")


def _answer(args: Namespace) -> Answer:
    from desk.services import urging

    with opened(args) as desk:
        view = urging.answer(desk.office, desk.viewer, args.number, args.note, order=args.order)
    said = view.case.timeline[-1].note
    return Answer({"number": view.number, "answered": said}, f"已记下 {said}")


def _tried(args: Namespace) -> Answer:
    from desk.services import visits

    with opened(args) as desk:
        view = visits.tried(desk.office, desk.viewer, args.number, args.means, args.note)
    times = str(view.words["case.visit_tries"])
    return Answer({"number": view.number, "tried": times}, f"已记下，{args.number} 回访未联系上 {times}")
