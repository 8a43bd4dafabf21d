"""Cases: taken in, looked at, moved on."""

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from desk.cli.case_documents import clock_document, following_words, outcome, repeat_document
from desk.cli.opened import Desk, opened
from desk.cli.output import Answer
from desk.cli.reading import numbers, read_json
from desk.domain.step_form import OpenStep

if TYPE_CHECKING:
    from desk.domain.draft import Draft, Problem
    from desk.rulebook.intake import Route
    from desk.rulebook.model import Rulebook
    from desk.services.cases import CaseView
    from desk.services.intake import Registered


def add(commands: Any) -> None:
    """The commands that take in, look at and move cases."""
    register = commands.add_parser(
        "register", help="登记", description="登记一件（或一个 JSON 列表：要么全部成功，要么全不登记）。"
    )
    register.add_argument("file", metavar="文件|-")
    register.set_defaults(run=_register)
    show = commands.add_parser("show", help="查看案件")
    show.add_argument("number", metavar="编号")
    show.set_defaults(run=_show)
    act = commands.add_parser(
        "act", help="办理一步", description="按规则簿办理一步，例如 accept、refuse、close。"
    )
    act.add_argument("number", metavar="编号", help="几件一起办的，用逗号隔开：全部办成或全部不办")
    act.add_argument("step", metavar="步骤")
    act.add_argument("file", nargs="?", metavar="文件|-")
    act.add_argument(
        "--seen",
        type=int,
        metavar="版本",
        help="办理前看到的版本（show --json 的 version）；别人改过同一处的，会并列给出",
    )
    act.add_argument("--note", default="", metavar="说明")
    act.set_defaults(run=_act)
    undo = commands.add_parser(
        "undo", help="撤销刚才的一步", description="只能在30秒内撤销自己刚办的、无后果的一步。"
    )
    undo.add_argument("number", metavar="编号")
    undo.set_defaults(run=_undo)
    following = commands.add_parser("next", help="下一步", description="现在能办理的步骤，以及各步还缺什么。")
    following.add_argument("number", metavar="编号")
    following.add_argument("--all", action="store_true", help="连同现在还不能办的步骤和原因")
    following.set_defaults(run=_next)
    explain = commands.add_parser("explain", help="为什么是这个日期、这个等级")
    explain.add_argument("number", metavar="编号")
    explain.set_defaults(run=_explain)


def _register(args: Namespace) -> Answer:
    from desk.services import intake

    document = read_json(args.file)
    with opened(args) as desk:
        several = isinstance(document, list)
        drafts = [intake.from_document(desk.office, entry) for entry in (document if several else [document])]
        warned = [intake.check(desk.office, draft) for draft, _ in drafts]
        done = intake.register_all(desk.office, desk.viewer, drafts)
        answers = [
            _registered_answer(desk, draft, registered, warnings)
            for (draft, _), registered, warnings in zip(drafts, done, warned, strict=True)
        ]
    text = "\n".join(_registered_words(answer) for answer in answers)
    return Answer(answers if several else answers[0], text)


def _registered_answer(
    desk: Desk, draft: "Draft", registered: "Registered", warnings: Sequence["Problem"]
) -> dict[str, Any]:
    from desk.services import outlook

    case = registered.case
    similar = [row for row in outlook.similar(desk.office, desk.viewer, draft) if row.number != case.number]
    code = {"code": registered.code} if registered.code else {}
    return {**outcome(case, similar=similar, warnings=warnings), **code}


def _registered_words(answer: dict[str, Any]) -> str:
    named = [f"{found['name']}（第 {found['count']} 次）" for found in answer["repeats"] if found["reached"]]
    code = (f"查询码 {answer['code']}（请告知举报人）",) if "code" in answer else ()
    return "\n".join(("　".join((f"已登记 {answer['number']}", *code, *named)), *following_words(answer)))


def _show(args: Namespace) -> Answer:
    from desk.services import cases, looks

    with opened(args) as desk:
        view = cases.show(desk.office, desk.viewer, args.number)
        if view.sealed and looks.is_open(desk.office, desk.viewer, args.number):
            looks.look(desk.office, desk.viewer, args.number)  # what is shown now goes on record
        case = view.case
        lines = tuple(_titled(desk.office.rulebook_of(case), view))
    document = {
        "number": case.number,
        "kind": case.kind,
        "channel": case.channel,
        "category": case.category,
        "state": case.state,
        "levels": case.levels,
        "received_at": case.received_at,
        "registered_at": case.registered_at,
        "handed_on_at": case.handed_on_at,
        "rulebook": case.rulebook,
        "rulebook_version": case.rulebook_version,
        "version": case.version,
        "values": case.values,
        "words": view.words,
        "timeline": [
            {"step": e.step, "at": e.at, "by": e.by, "note": e.note, "undone": e.undone}
            for e in case.timeline
        ],
        "clocks": [clock_document(clock) for clock in view.clocks],
        "papers": view.papers,
        "repeats": [repeat_document(found) for found in view.repetitions],
        "tasks": view.tasks,
        "report_to": list(view.report_to),
        "reports": view.reports,
    }
    return Answer(document, "\n".join(lines))


def _titled(rulebook: "Rulebook", view: "CaseView") -> Iterator[str]:
    """What is known of the case, line by line: its places first, then its facts, each under its title."""
    from desk.domain.place_titles import titles_on
    from desk.rulebook.places import PLACES

    order = {place: n for n, place in enumerate(PLACES)}
    places = sorted(view.words, key=lambda place: order.get(place, len(order)))
    for place, title in titles_on(rulebook, places, view.case).items():
        if title and (said := view.words[place]):
            yield f"{title}\t{said if isinstance(said, str) else _rows_line(said)}"


def _rows_line(rows: Sequence[Mapping[str, str]]) -> str:
    return "；".join("，".join(word for word in row.values() if word) for row in rows)


def _act(args: Namespace) -> Answer:
    from desk.services import intake, stepping

    given = read_json(args.file) if args.file else {}
    wanted = numbers(args.number)
    with opened(args) as desk:
        values = intake.typed(desk.office.rulebook, given)
        if len(wanted) > 1:
            several = stepping.act_all(desk.office, desk.viewer, wanted, args.step, values, note=args.note)
            answers = [
                outcome(one.case, changed=sorted(one.changes.what), warnings=one.warnings) for one in several
            ]
            return Answer(answers, f"{len(answers)} 件都已办理")
        done = stepping.act(
            desk.office, desk.viewer, args.number, args.step, values, note=args.note, seen_version=args.seen
        )
    why = {"led_back": done.led_back} if done.led_back else {}
    answer = outcome(done.case, changed=sorted(done.changes.what), warnings=done.warnings) | why
    told = (f"{args.number} 现为“{done.case.standing}”", *why.values())
    text = "\n".join((*told, *following_words(answer)))
    return Answer(answer, text)


def _undo(args: Namespace) -> Answer:
    from desk.services import undo

    with opened(args) as desk:
        named = undo.offered(desk.office, desk.viewer, args.number)
        view = undo.undo(desk.office, desk.viewer, args.number)
    return Answer(outcome(view, changed=["cases"]), f"已{named}，{args.number} 现为“{view.standing}”")


def _next(args: Namespace) -> Answer:
    from desk.services import cases

    with opened(args) as desk:
        view = cases.show(desk.office, desk.viewer, args.number)
        departments = {one.id: one.name for one in desk.office.rulebook_of(view.case).departments}
    rows = [
        {
            "step": open_.step.id,
            "name": open_.step.name,
            "papers": list(open_.step.papers),
            "fields": [field.id for field in open_.fields],
            "missing": [{"field": field.id, "name": field.title} for field in open_.missing],
            "hints": [{"ground": ground.id, "text": ground.text} for ground in open_.hints],
            **({"route": _route(open_.route)} if open_.route else {}),
            "scripts": [{"name": script.name, "text": script.text} for script in open_.scripts],
        }
        for open_ in view.steps
    ]
    lines = [_step_line(open_, departments) for open_ in view.steps]
    if args.all:
        rows += [{"step": step.id, "name": step.name, "closed": reason} for step, reason in view.closed]
        lines += [f"{step.id}\t{step.name}\t还不能办：{reason}" for step, reason in view.closed]
    nothing = f"{args.number} 现为“{view.standing}”，现在没有您能办的步骤"
    return Answer(rows, "\n".join(lines) or nothing)


def _route(route: "Route") -> dict[str, str]:
    return {"department": route.department, "role": route.role, "name": route.name, "text": route.text}


def _step_line(open_: OpenStep, departments: Mapping[str, str]) -> str:
    lacking = "、".join(field.title for field in open_.missing)
    whose = departments.get(open_.route.department, "") if open_.route else ""
    advice = f"\t建议由{whose}办理" if whose else ""
    return f"{open_.step.id}\t{open_.step.name}" + (f"\t还缺：{lacking}" if lacking else "") + advice


def _explain(args: Namespace) -> Answer:
    from desk.services import cases

    with opened(args) as desk:
        view = cases.show(desk.office, desk.viewer, args.number)
        scales = desk.office.rulebook_of(view.case).scales
    levels = {
        (scale.id, level.id): f"{scale.name}　{level.name}" for scale in scales for level in scale.levels
    }
    grades = [
        {
            "scale": g.scale,
            "level": g.level,
            "because": [line.text for line in g.matched],
            "open": list(g.open),
        }
        for g in view.grades
    ]
    clocks = [clock_document(clock) for clock in view.clocks]
    lines = [
        f"{levels[g.scale, g.level]}："
        + ("；".join(line.text for line in g.matched) or "没有符合其他等级的情形")
        for g in view.grades
        if g.level
    ]
    lines += [f"{clock['name']}（{clock['limit']}）\n  " + "\n  ".join(clock["steps"]) for clock in clocks]
    return Answer({"number": view.number, "grades": grades, "clocks": clocks}, "\n".join(lines))
