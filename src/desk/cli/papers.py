"""Papers: approve, issue, reprint, void, deliver, seal; what was not printed yet; fill in a form, print a blank one."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from desk.cli.opened import ask_password, opened
from desk.cli.output import Answer, written
from desk.cli.reading import moment, read_json
from desk.domain.errors import DeskError


def add(commands: Any) -> None:
    """``issue``, ``approve``, ``deliver``, ``seal``, ``unprinted`` and ``form``."""
    issue = commands.add_parser("issue", help="出文书", description="签发一份文书，或补打、作废。")
    issue.add_argument("number", metavar="编号")
    issue.add_argument("paper", metavar="文书")
    issue.add_argument("-o", dest="target", metavar="文件.pdf")
    issue.add_argument("--values", metavar="文件|-", help="文书上另填的内容（JSON）")
    issue.add_argument("--reprint", action="store_true", help="补打已签发的同一份")
    issue.add_argument(
        "--seal", action="store_true", help="加盖电子印章；从标准输入读取保管人自己的口令（每次都要）"
    )
    issue.add_argument("--void", metavar="理由", help="作废已签发的文书")
    issue.add_argument(
        "--reason", metavar="理由", default="", help="同一种文书已经出过、现行有效，确需再出的理由"
    )
    issue.set_defaults(run=_issue)
    form = commands.add_parser("form", help="出表单", description="打印登记类表单，已填或空白。")
    form.add_argument("number", metavar="编号", help="案件编号；空白表写 -")
    form.add_argument(
        "paper",
        metavar="表单",
        help="规则簿的表单或（空白时）台账，或 power_of_attorney 授权委托书、extension_approval 延期审批表、oral_record 笔录、withdrawal 撤回申请书、"
        "delivery_receipt 送达回证、level_report 投诉上报单、urging_order 催办（督办）单、original_receipt 原件收据、original_return 原件领取签收单",
    )
    form.add_argument("-o", dest="target", required=True, metavar="文件.pdf")
    form.add_argument("--blank", action="store_true", help="空白表")
    form.add_argument(
        "--watch",
        action="store_true",
        help="表单写版式文件（.toml）：每存一次就重画一次，错误指明行；按 Ctrl+C 停止",
    )
    form.set_defaults(run=_form)
    _add_life(commands)


def _add_life(commands: Any) -> None:
    approve = commands.add_parser(
        "approve", help="批准文书", description="记录文书的批准人和日期；无审批权限的照审批表填写。"
    )
    approve.add_argument("number", metavar="编号")
    approve.add_argument("paper", metavar="文书")
    approve.add_argument("--by", metavar="姓名", default="", help="审批表上的批准人；不写就是本人")
    approve.add_argument("--on", metavar="日期", default="", help="批准日期，例如 2026-11-20")
    approve.set_defaults(run=_approve)
    deliver = commands.add_parser(
        "deliver", help="送达", description="记录文书何时、怎样送达、谁签收；出送达回证。"
    )
    deliver.add_argument("number", metavar="编号")
    deliver.add_argument("paper", metavar="文书")
    deliver.add_argument("--means", metavar="方式", help="直接送达、邮寄送达……；不写只出送达回证")
    deliver.add_argument("--at", metavar="时间", help="例如 2026-11-20T15:00；不写就是现在")
    deliver.add_argument("--person", metavar="姓名", default="", help="签收人；留置送达写见证人")
    deliver.add_argument("--note", metavar="说明", default="", help="例如挂号单号、代收关系")
    deliver.add_argument("-o", dest="target", metavar="文件.pdf", help="送达回证")
    deliver.set_defaults(run=_deliver)
    seal = commands.add_parser("seal", help="用印", description="记录文书何时由谁盖印；印章名称依规则簿。")
    seal.add_argument("number", metavar="编号")
    seal.add_argument("paper", metavar="文书")
    seal.add_argument("--person", default="", metavar="姓名", help="由别人盖印的，写明是谁")
    seal.add_argument("--at", default="", metavar="时间", help="例如 2026-11-20T09:20；不写是现在")
    seal.set_defaults(run=_seal)
    unprinted = commands.add_parser("unprinted", help="未打印", description="已签发、还没有打印过的文书。")
    unprinted.add_argument("-o", dest="target", metavar="文件夹", help="依次存为 PDF，文件名以序号开头")
    unprinted.add_argument("--printed", metavar="打印机", help="存好并打印之后：记下已在这台打印机打印")
    unprinted.set_defaults(run=_unprinted)


def _approve(args: Namespace) -> Answer:
    from desk.domain.moments import date_words, parse_date
    from desk.services import approvals

    with opened(args) as desk:
        on = parse_date(args.on, desk.office.now().date()) if args.on else None
        if args.on and on is None:
            raise DeskError("bad_date", f"日期“{args.on}”写法不对", "请写成 2026-11-20", "approved_on")
        given = approvals.approve(
            desk.office, desk.viewer, args.number, args.paper, approver=args.by, approved_on=on
        )
    return Answer(
        {"approver": given.approver, "approved_on": given.on},
        f"{given.approver} {date_words(given.on)}批准",
    )


def _deliver(args: Namespace) -> Answer:
    from desk.services import deliveries, issued_papers

    with opened(args) as desk:
        paper = issued_papers.latest(desk.office, desk.viewer, args.number, args.paper)
        if args.means:
            at = moment(args.at, "at") if args.at else None
            deliveries.deliver(
                desk.office, desk.viewer, paper.id, args.means, at=at, person=args.person, note=args.note
            )
        if args.target or not args.means:
            return written(deliveries.receipt(desk.office, desk.viewer, paper.id), args.target)
    return Answer(
        {"document_number": paper.number, "means": args.means}, f"{paper.number} {args.means}，已记录"
    )


def _seal(args: Namespace) -> Answer:
    from desk.services import cases, issued_papers, seals

    with opened(args) as desk:
        paper = issued_papers.latest(desk.office, desk.viewer, args.number, args.paper)
        at = moment(args.at, "at") if args.at else None
        seals.put_seal(desk.office, desk.viewer, paper.id, person=args.person, at=at)
        done = seals.sealings(cases.show(desk.office, desk.viewer, args.number).case, paper.id)[-1]
    document = {"document_number": paper.number, "seal": done.seal, "by": done.by, "at": done.at}
    return Answer(document, f"{paper.number} 盖{done.seal}，已记录")


def _unprinted(args: Namespace) -> Answer:
    from desk.services import issued_papers

    with opened(args) as desk:
        zone = desk.office.zone
        rows = issued_papers.unprinted(desk.office, desk.viewer)
        names = {paper.id: paper.name for paper in desk.office.rulebook.papers}
        files = _kept_in_order(desk, rows, names, Path(args.target)) if args.target else {}
        for row in rows if args.printed else ():
            issued_papers.log_print(desk.office, desk.viewer, row.id, args.printed, 1, reprinted=False)
    document = [
        {
            "kind": row.kind, "document_number": row.number, "number": row.case_number, "at": row.at.astimezone(zone), "by": row.by,
            "file": files.get(row.id),
        }
        for row in rows
    ]  # fmt: skip
    lines = "\n".join(
        f"{names.get(row.kind, row.kind)}\t{row.number}\t{row.case_number}\t{row.at.astimezone(zone):%Y-%m-%d %H:%M}"
        for row in rows
    )
    return Answer({"papers": document}, lines or "没有未打印的文书")


def _kept_in_order(desk: Any, rows: Any, names: dict[str, str], folder: Path) -> dict[int, str]:
    """Each paper as a file whose name sorts as it was issued."""
    from desk.services import issued_papers
    from desk.services.saving import save

    folder.mkdir(parents=True, exist_ok=True)
    files = {}
    for place, row in enumerate(rows, 1):
        data = issued_papers.reprint(desk.office, desk.viewer, row.id).data
        name = f"{place:03}_{names.get(row.kind, row.kind)}_{row.number}".translate(_NO_FILE_NAME)
        files[row.id] = str(save(data, folder / f"{name}.pdf").path)
    return files


_NO_FILE_NAME = str.maketrans(dict.fromkeys('\\/:*?"<>|', "_"))


def _issue(args: Namespace) -> Answer:
    from desk.services import intake, issued_papers, notices

    with opened(args) as desk:
        if args.void is not None:
            paper = issued_papers.latest(desk.office, desk.viewer, args.number, args.paper)
            issued_papers.void(desk.office, desk.viewer, paper.id, args.void)
            return Answer({"document_number": paper.number, "void": True}, f"{paper.number} 已作废")
        if args.reprint:
            paper = issued_papers.latest(desk.office, desk.viewer, args.number, args.paper)
            printed = issued_papers.reprint(desk.office, desk.viewer, paper.id)
        else:
            values = intake.typed(desk.office.rulebook, read_json(args.values) if args.values else {})
            password = ask_password("加盖电子印章，请输入自己的口令：") if args.seal else None
            with _naming_approve(args):
                printed = notices.issue(
                    desk.office,
                    desk.viewer,
                    args.number,
                    args.paper,
                    values,
                    reason=args.reason,
                    seal_password=password,
                )
    return written(printed, args.target)


@contextmanager
def _naming_approve(args: Namespace) -> Iterator[None]:
    """A paper that lacks its approval is refused with the command that puts it on record."""
    try:
        yield
    except DeskError as error:
        if error.code != "not_approved":
            raise
        command = f"desk approve {args.number} {args.paper} --by 批准人 --on 批准日期"
        raise DeskError(error.code, error.message, f"{error.hint}：{command}", error.field) from None


def _form(args: Namespace) -> Answer:
    from desk.services import blank_forms, notices, shared_forms

    if args.paper.endswith(".toml"):
        return _sketched(args)
    with opened(args) as desk:
        if args.blank:
            printed = blank_forms.blank(desk.office, args.paper)
        elif args.paper in shared_forms.FORMS and args.paper not in desk.office.rulebook.layouts:
            printed = shared_forms.of_case(desk.office, desk.viewer, args.number, args.paper)
        else:
            printed = notices.preview(desk.office, desk.viewer, args.number, args.paper)
    return written(printed, args.target)


def _sketched(args: Namespace) -> Answer:
    """A layout file drawn as it stands, again and again while it is being written."""
    from desk.services import layout_preview
    from desk.services.saving import save

    last = layout_preview.Sketch()
    with opened(args) as desk, suppress(KeyboardInterrupt):
        for last in layout_preview.watched(desk.office, Path(args.paper), once=not args.watch):
            if last.data:
                save(last.data, Path(args.target))
            if args.watch:
                print(last.fault or f"已画：{last.pages} 页，{args.target}", flush=True)
    if last.fault:
        raise DeskError("bad_layout", last.fault, "改好后再存一次", f"line {last.line}" if last.line else "")
    return Answer({"pages": last.pages, "file": args.target}, f"已画：{last.pages} 页，{args.target}")
