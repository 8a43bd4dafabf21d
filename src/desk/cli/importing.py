"""Old registers in, line by line, and a whole batch back out."""

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from desk.cli.opened import opened
from desk.cli.output import Answer, tell
from desk.domain.errors import DeskError
from desk.domain.import_problems import together

_MOST, _SHOWN = 1000, 20
"""So many problems are listed in a document, and shown; the report holds all."""

STATES = {"staged": "没有导完", "visible": "已导入", "undone": "已撤销"}


def add(commands: Any) -> None:
    """``import``."""
    command = commands.add_parser(
        "import",
        help="导入旧登记簿",
        description="导入 xls、xlsx、ods、csv 的旧登记簿；先试后导，可整批撤销；中断的可继续或放弃。",
    )
    command.add_argument("file", metavar="文件", nargs="?")
    command.add_argument("--mapping", metavar="文件.json", help="哪一列是什么；不写则自动对应，并记住")
    command.add_argument("--dry-run", action="store_true", help="只核对，不导入")
    command.add_argument("--undo", type=int, metavar="批号", help="撤销整批导入（其中任何一件都还没办理时）")
    command.add_argument(
        "--go-on", type=int, metavar="批号", help="继续没有导完的一批（同一个文件）；放弃用 --undo"
    )
    command.add_argument("--batches", action="store_true", help="列出导入过的批次")
    command.add_argument("-o", dest="target", metavar="文件.xlsx", help="逐行报告")
    command.set_defaults(run=_import)


def _import(args: Namespace) -> Answer:
    if args.undo is not None:
        return _undo(args)
    if args.batches:
        return _batches(args)
    if not args.file:
        raise DeskError("usage", "请写明要导入的文件", "例：desk import 台账.xlsx --dry-run", "file")
    from desk.services import import_batches, import_files, imports

    data, matching = import_files.read_file(Path(args.file)), import_files.matching_of(_mapping(args.mapping))
    with opened(args) as desk:
        office, viewer = desk.office, desk.viewer
        if args.go_on:
            read = import_batches.reopened(office, viewer, args.go_on, data)
        else:
            read = import_files.open_file(office, data, Path(args.file).name, matching)
        checked = imports.check(office, viewer, read, tell)
        if args.target:
            _report(desk, checked, Path(args.target))
        done = None if args.dry_run else _bring_in(desk, checked, args.go_on or 0)
        document = _document(checked, imports.problems(checked), done)
    fit, twice = len(checked.fit), len(checked.duplicates)
    verb = f"已导入 {done.imported} 件，批号 {done.batch}" if done else f"可导入 {fit} 件"
    out = len(checked.matters) - fit - twice
    told = f"共 {len(checked.matters)} 行：{verb}，重复 {twice} 行，不能导入 {out} 行"
    return Answer(document, "\n".join((*_columns(read), *_told(checked), told)))


def _bring_in(desk: Any, checked: Any, batch: int) -> Any:
    from desk.services import imports

    return imports.bring_in(desk.office, desk.viewer, checked, tell, batch=batch)


def _columns(read: Any) -> list[str]:
    """What each column was taken for."""
    named = [f"{one.header} → {one.fact}" for one in read.proposals if one.fact]
    left = [one.header for one in read.proposals if not one.fact]
    others = f"另有工作表：{'、'.join(read.others)}" if read.others else ""
    lines = [f"对应：{'；'.join(named)}", f"不导入的列：{'、'.join(left)}" if left else "", others]
    return [line for line in (*lines, *(note.message for note in read.table.notes)) if line]


def _told(checked: Any) -> list[str]:
    """What is wrong, like lines together."""
    from desk.services import imports

    total = len(checked.matters)
    told = together(imports.problems(checked))
    lines = [f"{one.where(total)}　{one.column}　{one.words}" for one in told[:_SHOWN]]
    lines += [f"{one.row}　重复　{one.reason}" for one in list(checked.duplicates.values())[:_SHOWN]]
    return [*lines, f"另有 {len(told) - _SHOWN} 种问题，见 -o 的逐行报告"] if len(told) > _SHOWN else lines


def _document(checked: Any, problems: Any, done: Any) -> dict[str, Any]:
    read = checked.opened
    listed = [
        {"row": row, "column": column, "code": one.code, "message": one.message, "warning": one.warning}
        for row, column, one in problems
    ]
    listed.sort(key=lambda one: bool(one["warning"]))
    return {
        "batch": done.batch if done else None,
        "offered": len(checked.matters),
        "fit": len(checked.fit),
        "imported": done.imported if done else 0,
        "duplicates": [
            {"row": one.row, "of_row": one.of_row or None, "number": one.number or None, "message": one.reason}
            for one in checked.duplicates.values()
        ],
        "problems": listed[:_MOST],
        "problem_count": len(listed),
        "mapping": {"columns": {one.header: one.fact for one in read.proposals}, "sheet": read.table.name,
                    "kind": read.habits.kind, "channel": read.habits.channel},
        "reasons": {one.header: one.reason for one in read.proposals},
        "notes": [note.message for note in read.table.notes],
        "other_sheets": list(read.others),
    }  # fmt: skip


def _undo(args: Namespace) -> Answer:
    from desk.services import import_batches

    with opened(args) as desk:
        done = import_batches.undo(desk.office, desk.viewer, args.undo)
    return Answer(
        {"batch": done.batch, "undone": done.count}, f"第 {done.batch} 批 {done.count} 件已撤销，编号作废"
    )


def _batches(args: Namespace) -> Answer:
    """The batches, the newest first, and why one cannot be taken back."""
    from desk.services import import_batches

    with opened(args) as desk:
        office, viewer = desk.office, desk.viewer
        found = [
            (one, office.user_name(one.by), import_batches.refusal(office, viewer, one.id))
            for one in import_batches.history(office)
        ]
    listed = [
        {"batch": one.id, "at": office.zone_of(one.at).isoformat(timespec="minutes"), "by": one.by, "file": one.name,
         "offered": one.offered, "imported": one.imported, "state": one.state, "undo_refused": why or None}
        for one, _, why in found
    ]  # fmt: skip
    lines = [
        f"第 {one.id} 批　{office.zone_of(one.at):%Y-%m-%d %H:%M}　{by}　{one.name}　{one.offered} 行　{one.imported} 件　"
        f"{STATES[one.state]}{f'　{why}' if why and one.state != 'undone' else ''}"
        for one, by, why in found
    ]
    return Answer({"batches": listed}, "\n".join(lines) or "还没有导入过旧登记簿")


def _mapping(path: str | None) -> Any:
    from desk.services.import_files import read_file

    if not path:
        return {}
    try:
        return json.loads(read_file(Path(path)).decode("utf-8-sig"))
    except ValueError as error:
        raise DeskError(
            "bad_mapping", f"“{path}”不是 JSON", "可从 --dry-run --json 的 mapping 改起", "mapping"
        ) from error


def _report(desk: Any, checked: Any, target: Path) -> None:
    from desk.services import imports, registers
    from desk.services.saving import save

    lines = imports.report(desk.office, checked)
    save(registers.written(desk.office, desk.viewer, lines, target.suffix.lower()).data, target)
