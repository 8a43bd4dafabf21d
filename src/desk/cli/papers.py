"""Papers: issue, reprint, void, fill in a form, print a blank one."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from desk.cli.cases import read_json
from desk.cli.opened import opened
from desk.cli.output import Answer


def add(commands: Any) -> None:
    """``issue`` and ``form``."""
    issue = commands.add_parser("issue", help="出文书", description="签发一份文书，或补打、作废。")
    issue.add_argument("number", metavar="编号")
    issue.add_argument("paper", metavar="文书")
    issue.add_argument("-o", dest="target", metavar="文件.pdf")
    issue.add_argument("--values", metavar="文件|-", help="文书上另填的内容（JSON）")
    issue.add_argument("--reprint", action="store_true", help="补打已签发的同一份")
    issue.add_argument("--void", metavar="理由", help="作废已签发的文书")
    issue.set_defaults(run=_issue)
    form = commands.add_parser("form", help="出表单", description="打印登记类表单，已填或空白。")
    form.add_argument("number", metavar="编号", help="案件编号；空白表写 -")
    form.add_argument("paper", metavar="表单")
    form.add_argument("-o", dest="target", required=True, metavar="文件.pdf")
    form.add_argument("--blank", action="store_true", help="空白表")
    form.set_defaults(run=_form)


def _issue(args: Namespace) -> Answer:
    from desk.services import intake, notices

    with opened(args) as desk:
        if args.void:
            paper = notices.latest(desk.office, desk.viewer, args.number, args.paper)
            notices.void(desk.office, desk.viewer, paper.id, args.void)
            return Answer({"document_number": paper.number, "void": True}, f"{paper.number} 已作废")
        if args.reprint:
            paper = notices.latest(desk.office, desk.viewer, args.number, args.paper)
            printed = notices.reprint(desk.office, desk.viewer, paper.id)
        else:
            values = intake.typed(desk.office.rulebook, read_json(args.values) if args.values else {})
            printed = notices.issue(desk.office, desk.viewer, args.number, args.paper, values)
    return _written(printed, args.target)


def _form(args: Namespace) -> Answer:
    from desk.services import notices

    with opened(args) as desk:
        if args.blank:
            printed = notices.blank(desk.office, args.paper)
        else:
            printed = notices.preview(desk.office, desk.viewer, args.number, args.paper)
    return _written(printed, args.target)


def _written(printed: Any, target: str | None) -> Answer:
    from desk.services.saving import save

    path = save(printed.data, Path(target)).path if target else None
    document = {
        "document_number": printed.number,
        "copies": printed.copies,
        "pages": printed.pages,
        "sha256": printed.sha256,
        "missing_glyphs": [{"field": gap.field, "character": gap.char} for gap in printed.missing],
        "file": str(path) if path else None,
    }
    return Answer(
        document, f"{printed.number or '表单'}：{printed.pages} 页" + (f"，已存为 {path}" if path else "")
    )
