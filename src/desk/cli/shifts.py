"""What passes from shift to shift: the hand-over that both sign."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from desk.cli.opened import ask_password, opened
from desk.cli.output import Answer


def add(commands: Any) -> None:
    """``handover``."""
    handover = commands.add_parser(
        "handover",
        help="交接班",
        description="不带选项时列出要交接的和上次的交接；--to 接班人签收（从标准输入读口令），--note 不写接班人时是留言。",
    )
    handover.add_argument("--to", dest="taker", default="", metavar="接班人", help="姓名、首字母或用户")
    handover.add_argument("--note", default="", metavar="留言")
    handover.add_argument("--originals", metavar="原件", help="代管的原件；不写时照上次")
    handover.add_argument("-o", dest="target", default="", metavar="文件.pdf", help="交接班记录")
    handover.set_defaults(run=_handover)


def _handover(args: Namespace) -> Answer:
    from desk.services import handover_proposal, handovers
    from desk.services.saving import save

    with opened(args) as desk:
        office, viewer = desk.office, desk.viewer
        said = handover_proposal.proposed(office, viewer)
        if args.originals is not None:
            said["originals"] = args.originals
        if args.taker:
            password = ask_password("接班人的口令：")
            made = handovers.hand_over(
                office, viewer, {**said, "note": args.note}, taker=args.taker, password=password
            )
        elif args.note:
            made = handovers.leave_note(office, viewer, args.note)
        else:
            return _standing(handovers, said, handovers.listed(office, viewer))
        paper = handovers.paper(office, viewer, made.id)
    path = save(paper.data, Path(args.target)).path if args.target else None
    return Answer({**_plain(made), "file": str(path) if path else None}, f"已记下：{made.words}")


def _standing(handovers: Any, said: dict[str, str], found: Any) -> Answer:
    lines = [
        f"{title}\t{said[id_].replace(chr(10), '；')}"
        for id_, title in handovers.SECTIONS.items()
        if said[id_]
    ]
    if found:
        lines.append(f"上次\t{found[0].words}")
    return Answer({"proposed": said, "earlier": [_plain(one) for one in found]}, "\n".join(lines))


def _plain(one: Any) -> dict[str, Any]:
    return {
        "at": one.at,
        "giver": one.giver,
        "taker": one.taker,
        "said": dict(one.said),
        "sha256": one.sha256,
    }
