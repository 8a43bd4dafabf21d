"""Keeping an office safe: backups, the way back, moving to a server, the proof that all is whole, the end of keeping."""

from argparse import Namespace
from datetime import datetime
from pathlib import Path
from typing import Any

from desk.cli.opened import Desk, ask_password, home_of, now_of, opened
from desk.cli.output import Answer, tell
from desk.cli.reading import numbers
from desk.domain.errors import DeskError
from desk.domain.moments import moment_words


def add(commands: Any) -> None:
    """``backup``, ``restore``, ``move``, ``verify`` and ``erase``."""
    backup = commands.add_parser("backup", help="备份", description="写一份加密备份，写完即试开核验。")
    backup.add_argument("file", nargs="?", metavar="文件")
    backup.add_argument("--list", dest="listed", action="store_true", help="备份记录：各保存到哪一天")
    backup.set_defaults(run=_backup)
    restore = commands.add_parser(
        "restore", help="恢复", description="从备份恢复；已印出的号自动跳过并作废。"
    )
    restore.add_argument("file", metavar="文件")
    restore.add_argument("--recovery", action="store_true", help="从标准输入读取恢复密钥")
    restore.set_defaults(run=_restore)
    move = commands.add_parser("move", help="迁到服务器", description="把整个单位迁到服务器上的空数据库。")
    move.add_argument("--store", required=True, metavar="地址")
    move.set_defaults(run=_move)
    verify = commands.add_parser("verify", help="核验", description="核对数据完整、审计链、编号无缺无重。")
    verify.add_argument("--head", metavar="摘要", help="日登记簿页脚印的审计摘要，如 128-0a1b2c3d4e5f6071")
    verify.add_argument("--paper", metavar="二维码内容", help="文书是不是本单位出的")
    verify.set_defaults(run=_verify)
    erase = commands.add_parser(
        "erase",
        help="销毁到期内容",
        description="保存年限已满的案件：一人申请，另一人批准，随即销毁个人内容；编号和结果留在登记簿，留下销毁清册。",
    )
    erase.add_argument("number", nargs="?", default="", metavar="编号", help="申请销毁；几件之间用逗号")
    erase.add_argument("--reason", default="", metavar="依据")
    erase.add_argument("--list", dest="listed", action="store_true", help="销毁清单：哪些案件已到期")
    erase.add_argument("--requests", action="store_true", help="列出申请和决定")
    erase.add_argument("--grant", type=int, metavar="申请", help="批准并销毁")
    erase.add_argument("--refuse", type=int, metavar="申请", help="不批准，写明 --note")
    erase.add_argument("--note", default="", metavar="意见")
    erase.add_argument("--certificate", type=int, metavar="申请", help="销毁清册，写明 -o")
    erase.add_argument("-o", dest="target", metavar="文件.pdf")
    erase.set_defaults(run=_erase)


def _backup(args: Namespace) -> Answer:
    from desk.services.backups import back_up, listed

    if not args.listed and not args.file:
        raise DeskError("missing", "请写明备份文件", "例：desk backup 备份.desk", "file")
    with opened(args) as desk:
        if args.listed:
            found = listed(desk.office, desk.viewer)
            lines = (
                f"{one.at:%Y-%m-%d %H:%M}\t{one.by}\t{one.head}\t保存到 {one.kept_until}{'（已到期）' if one.is_over else ''}\t以后销毁 {one.destroyed_since} 件"
                for one in found
            )
            return Answer(found, "\n".join(lines) or "还没有做过备份")
        contents = back_up(desk.office, desk.viewer, Path(args.file), tell)
    text = f"已备份 {contents.cases} 件，试开核验通过；审计摘要 {contents.audit_rows}-{contents.audit_head}"
    return Answer({"file": args.file, **_plain(contents)}, text)


def _restore(args: Namespace) -> Answer:
    from desk.services.backups import restore

    recovery = ask_password("恢复密钥：") if args.recovery else None
    restored = restore(home_of(args), Path(args.file), recovery=recovery, now=now_of(args), told=tell)
    contents = restored.contents
    again = "、".join(restored.undestroyed)
    return Answer(
        {**_plain(contents), "undestroyed": list(restored.undestroyed)},
        f"已恢复到{moment_words(datetime.fromisoformat(contents.made_at))}备份时的样子：{contents.cases} 件。此后已用的号将跳过并作废。"
        + (f"\n备份以后销毁的案件又在了，请重新申请销毁：{again}" if again else ""),
    )


def _move(args: Namespace) -> Answer:
    from desk.services.backups import move

    with opened(args) as desk:
        moved = move(desk.office, desk.viewer, args.store)
        place = moved.store_words
        moved.close()
    return Answer({"store": place}, f"已迁移到 {place}；原来的文件留在原处")


def _verify(args: Namespace) -> Answer:
    from desk.services import checks, paper_codes

    with opened(args) as desk:
        if args.paper:
            verdict = paper_codes.check(desk.office, desk.viewer, args.paper)
            number = verdict.paper.number if verdict.paper else None
            return Answer(
                {
                    "verdict": verdict.kind,
                    "message": verdict.words,
                    "document_number": number,
                    "number": verdict.case or None,
                },
                verdict.words,
            )
        report = checks.verify(desk.office, head=args.head, told=tell)
    findings = [{"check": f.code, "where": f.where, "message": f.message} for f in report.findings]
    document = {
        "ok": not findings,
        "head": report.head,
        "count": report.count,
        "checked": report.checked,
        "findings": findings,
    }
    if findings:
        raise Unsound(document)
    return Answer(document, f"核验通过：审计 {report.count} 条，摘要 {report.head}")


class Unsound(DeskError):
    """The store did not prove whole; the document tells every finding."""

    def __init__(self, document: dict[str, Any]) -> None:
        lines = "\n".join(f"{entry['where']}：{entry['message']}" for entry in document["findings"])
        super().__init__("not_sound", f"核验发现问题：\n{lines}", "请停止登记，保留现场并从最近的备份核对")
        self._document = document

    def document(self) -> dict[str, Any]:
        """The refusal with all findings."""
        return {**super().document(), **self._document}


def _erase(args: Namespace) -> Answer:
    from desk.services import destruction, erasing

    with opened(args) as desk:
        office, viewer = desk.office, desk.viewer
        if args.certificate:
            return _certificate(args, destruction.certificate(office, viewer, args.certificate))
        if request := args.grant or args.refuse:
            decided = destruction.decide(office, viewer, request, granted=bool(args.grant), note=args.note)
            return Answer(_request(decided), _request_words(desk, decided))
        if args.requests:
            found = destruction.listed(office, viewer)
            lines = [_request_words(desk, one) for one in found]
            return Answer([_request(one) for one in found], "\n".join(lines) or "还没有申请过销毁")
        if args.number and not args.listed:
            asked = destruction.ask(office, viewer, numbers(args.number), args.reason)
            return Answer(_request(asked), _request_words(desk, asked))
        ripe = erasing.ripe(office, viewer)
    told = (f"{one.number}\t{one.ended_on} 办结\t保存到 {one.kept_until}" for one in ripe)
    return Answer(ripe, "\n".join(told) or "没有到期的案件")


def _certificate(args: Namespace, data: bytes) -> Answer:
    from desk.services.saving import save

    if not args.target:
        raise DeskError("missing", "请用 -o 写明文件", "例：-o 销毁清册.pdf", "target")
    path = save(data, Path(args.target)).path
    return Answer({"file": str(path)}, f"销毁清册已写入 {path}")


def _request(one: Any) -> dict[str, Any]:
    return {
        "request": one.id, "at": one.at.isoformat(timespec="minutes"), "by": one.by, "reason": one.reason,
        "numbers": [line.number for line in one.lines], "waits": one.waits, "granted": one.granted,
        "decided_by": one.decided_by, "note": one.note,
    }  # fmt: skip


def _request_words(desk: Desk, one: Any) -> str:
    who = desk.office.user_name
    told = [f"{one.id}", f"{one.at:%Y-%m-%d %H:%M} {who(one.by)} 申请", one.reason, one.words]
    told += [f"{who(one.decided_by)} {one.note}".strip()] if one.decided_by else []
    return "\t".join([*told, "、".join(line.number for line in one.lines)])


def _plain(contents: Any) -> dict[str, Any]:
    return {
        "made_at": contents.made_at,
        "cases": contents.cases,
        "sha256": contents.sha256,
        "head": f"{contents.audit_rows}-{contents.audit_head}",
    }
