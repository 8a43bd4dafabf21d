"""What was put on record wrongly, put right: a moment, the kind or category of a matter."""

from argparse import Namespace
from collections.abc import Iterable
from typing import Any

from desk.cli.case_documents import clock_document
from desk.cli.opened import opened
from desk.cli.output import Answer
from desk.cli.reading import moment


def add(commands: Any) -> None:
    """``retime``, ``reclassify`` and ``contact-change``."""
    retime = commands.add_parser(
        "retime", help="更正时间", description="某一步（或 received 收到）的实际时间。"
    )
    retime.add_argument("number", metavar="编号")
    retime.add_argument("step", metavar="步骤")
    retime.add_argument("at", metavar="时间")
    retime.add_argument("--note", default="", metavar="理由", help="必须写明")
    _seen(retime)
    retime.set_defaults(run=_retime)
    other = commands.add_parser(
        "reclassify", help="改类型、类别", description="类型在受理前可改，类别在办结前可改。"
    )
    other.add_argument("number", metavar="编号")
    other.add_argument("--kind", default="", metavar="类型")
    other.add_argument("--category", default="", metavar="类别")
    other.add_argument("--note", default="", metavar="说明")
    _seen(other)
    other.set_defaults(run=_reclassify)
    fresh = commands.add_parser(
        "contact-change",
        help="变更联系方式、补充",
        description="投诉人换了电话、地址，或者亲属送来补充材料；原来的内容留在案件里。",
    )
    fresh.add_argument("number", metavar="编号")
    for name, title in (("phone", "电话"), ("address", "地址"), ("email", "邮箱"), ("postcode", "邮编")):
        fresh.add_argument(f"--{name}", default="", metavar=title)
    fresh.add_argument("--brought", default="", metavar="补充", help="送来了什么")
    fresh.add_argument("--by", dest="brought_by", default="", metavar="谁", help="谁送来的，例：王五（丈夫）")
    fresh.add_argument("--note", default="", metavar="理由", help="必须写明")
    _seen(fresh)
    fresh.set_defaults(run=_contact_change)


def _seen(command: Any) -> None:
    """The version that was looked at before writing: what somebody else wrote since is told, not overwritten."""
    command.add_argument(
        "--seen",
        type=int,
        metavar="版本",
        help="您看到的版本（desk show --json 里的 version）；别人之后改过同一处就先告知",
    )


def _contact_change(args: Namespace) -> Answer:
    from desk.services import contact_changes

    given = {fact: getattr(args, fact.partition(".")[2]) for fact in contact_changes.FACTS}
    with opened(args) as desk:
        office, viewer = desk.office, desk.viewer
        view = contact_changes.change(
            office,
            viewer,
            args.number,
            given,
            reason=args.note,
            brought=args.brought,
            brought_by=args.brought_by,
            seen_version=args.seen,
        )
        former = contact_changes.former(office, viewer, args.number)
    return Answer(
        {"number": view.number, "former": former}, f"已记下 {view.number}：{view.case.timeline[-1].note}"
    )


def _retime(args: Namespace) -> Answer:
    from desk.services import times

    with opened(args) as desk:
        view = times.correct(
            desk.office, desk.viewer, args.number, args.step, moment(args.at, "at"), args.note,
            seen_version=args.seen,
        )  # fmt: skip
    return Answer(
        {"number": view.number, "corrected": view.case.timeline[-1].note}, view.case.timeline[-1].note
    )


def _id_of(entries: Iterable[Any], typed: str) -> str:
    """The id that is meant by an id or a name; what is neither stays as it is and is refused."""
    return next((one.id for one in entries if typed and typed in (one.id, one.name)), typed)


def _reclassify(args: Namespace) -> Answer:
    from desk.services import cases
    from desk.services.reclassifying import reclassify

    with opened(args) as desk:
        book = desk.office.rulebook_of(cases.show(desk.office, desk.viewer, args.number).case)
        kind, category = _id_of(book.kinds, args.kind), _id_of(book.categories, args.category)
        view = reclassify(
            desk.office, desk.viewer, args.number, kind=kind, category=category, note=args.note,
            seen_version=args.seen,
        )  # fmt: skip
    document = {
        "number": view.number,
        "kind": view.case.kind,
        "category": view.case.category,
        "level": dict(view.case.levels),
        "clocks": [clock_document(clock) for clock in view.clocks],
    }
    return Answer(document, view.case.timeline[-1].note)
