"""Rulebooks: what ships, what is wrong with one, what it holds."""

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from desk.cli.opened import opened
from desk.cli.output import Answer
from desk.domain.errors import DeskError
from desk.rulebook.loading import BadRulebook, load, shipped
from desk.rulebook.model import Rulebook


def add(commands: Any) -> None:
    """``rulebook`` and ``schema``."""
    rulebook = commands.add_parser("rulebook", help="规则簿", description="列出、检查规则簿，清点其内容。")
    rulebook.add_argument(
        "what",
        choices=("list", "check", "facts", "schema", "handbook", "compare", "adopt"),
        metavar="list|check|facts|schema|handbook|compare|adopt",
    )
    rulebook.add_argument("which", nargs="?", metavar="编号或文件")
    rulebook.add_argument("-o", dest="target", metavar="文件.pdf")
    rulebook.add_argument(
        "--option", action="append", default=[], metavar="开关=选项", help="采用时对手册矛盾之处的选择"
    )
    rulebook.set_defaults(run=_rulebook)
    schema = commands.add_parser("schema", help="登记内容的 JSON Schema")
    schema.add_argument("--kind", default="", metavar="类型")
    schema.set_defaults(run=_schema)


def _rulebook(args: Namespace) -> Answer:
    if args.what == "list":
        books = [load(name) for name in shipped()]
        rows = [
            {"id": book.id, "name": book.name, "version": book.version, "about": book.about} for book in books
        ]
        return Answer(
            rows,
            "\n".join(f"{row['id']}\t{row['name']}（{row['version']}）\n\t{row['about']}" for row in rows),
        )
    if args.what == "schema":
        return _file_schema(args.which or "rules", args.target)
    which = args.which or args.rulebook
    if not which:
        raise DeskError("usage", "请写明规则簿编号或文件", "例：desk rulebook check R04", "which")
    match args.what:
        case "check":
            return _check(which)
        case "facts":
            return _facts(loaded(which))
        case "handbook":
            return _handbook(loaded(which), args.target)
    return _compare(args, which) if args.what == "compare" else _adopt(args, which)


def _handbook(book: Rulebook, target: str | None) -> Answer:
    from desk.services.manuals import handbook
    from desk.services.saving import save

    if not target:
        raise DeskError(
            "usage", "请用 -o 写明手册存到哪个文件", "例：desk rulebook handbook R15 -o 手册.pdf", "o"
        )
    path = save(handbook(book), Path(target)).path
    return Answer({"id": book.id, "version": book.version, "file": str(path)}, f"手册已存为 {path}")


def _compare(args: Namespace, which: str) -> Answer:
    from desk.services.manuals import compare

    with opened(args) as desk:
        found = compare(desk.office, desk.viewer, loaded(which))
    rows = [
        {"chapter": d.chapter, "columns": d.titles, "before": d.before[1:], "after": d.after[1:]}
        for d in found.differences
    ]
    text = "\n".join(
        f"{chapter}：{name}：{before} → {after}"
        for chapter, name, before, after in (d.told for d in found.differences)
    )
    kept = f"在办 {found.open_cases} 件仍按原版本办理"
    return Answer(
        {"differences": rows, "open_cases": found.open_cases}, f"{text}\n{kept}" if text else "没有不同"
    )


def _adopt(args: Namespace, which: str) -> Answer:
    from desk.services.manuals import adopt

    options = dict(text.partition("=")[::2] for text in args.option)
    with opened(args) as desk:
        adopt(desk.office, desk.viewer, which, options)
        book = desk.office.rulebook
    return Answer({"id": book.id, "version": book.version}, f"新登记的案件按 {book.id} {book.version} 办理")


def _check(which: str) -> Answer:
    try:
        book = load(which)
    except BadRulebook as error:
        faults = [{"file": f.file, "key": f.key, "message": f.message, "hint": f.hint} for f in error.faults]
        raise BrokenRulebook(which, faults, str(error)) from error
    return Answer(
        {"id": book.id, "version": book.version, "problems": []}, f"规则簿 {book.id} {book.version} 没有问题"
    )


class BrokenRulebook(DeskError):
    """A rulebook with faults; the document lists every one of them."""

    def __init__(self, which: str, faults: list[dict[str, str]], text: str) -> None:
        super().__init__(
            "bad_rulebook",
            f"规则簿“{which}”有 {len(faults)} 处问题：\n{text}",
            "请按各处提示改正后再检查",
            "which",
        )
        self.faults = faults

    def document(self) -> dict[str, Any]:
        """The refusal with its list of problems."""
        return {**super().document(), "problems": self.faults}


def loaded(which: str) -> Rulebook:
    """The rulebook, or a refusal that names its faults."""
    from desk.services.manual_files import checked

    return checked(which)[0]


def _facts(book: Rulebook) -> Answer:
    from desk.rulebook.summary import COUNTED, facts, unset_values

    counts = facts(book)
    unset = [{"key": key, "words": words} for key, words in unset_values(book)]
    text = "\n".join(f"{COUNTED[name]}\t{count}" for name, count in counts.items())
    missing = "".join(f"\n未设定\t{entry['key']}\t{entry['words']}" for entry in unset)
    return Answer({"id": book.id, "version": book.version, **counts, "unset": unset}, text + missing)


def _file_schema(file: str, target: str | None) -> Answer:
    """The schema of a rulebook's own files, for the editor in which one is written."""
    from desk.rulebook.schema import FILES, schema
    from desk.services.saving import save

    if file not in FILES:
        raise DeskError("usage", f"没有“{file}”这种文件", "可用：" + "、".join(FILES), "which")
    document = schema(file)
    text = json.dumps(document, ensure_ascii=False, indent=1)
    if not target:
        return Answer(document, text)
    path = save(text.encode(), Path(target)).path
    return Answer({"file": str(path)}, f"已存为 {path}；在规则簿文件第一行写 #:schema {path.name}")


def _schema(args: Namespace) -> Answer:
    from desk.domain.draft_schema import draft_schema

    with opened(args) as desk:
        schema = draft_schema(desk.office.rulebook, args.kind)
    return Answer(schema, json.dumps(schema, ensure_ascii=False, indent=1))
