"""Rulebooks: what ships, what is wrong with one, what it holds."""

from argparse import Namespace
from typing import Any

from desk.cli.opened import opened
from desk.cli.output import Answer
from desk.domain.errors import DeskError
from desk.rulebook.loading import BadRulebook, load, shipped
from desk.rulebook.model import Rulebook


def add(commands: Any) -> None:
    """``rulebook`` and ``schema``."""
    rulebook = commands.add_parser("rulebook", help="规则簿", description="列出、检查规则簿，清点其内容。")
    rulebook.add_argument("what", choices=("list", "check", "facts"), metavar="list|check|facts")
    rulebook.add_argument("which", nargs="?", metavar="编号或文件")
    rulebook.set_defaults(run=_rulebook)
    schema = commands.add_parser("schema", help="登记内容的 JSON Schema")
    schema.add_argument("--kind", default="", metavar="类型")
    schema.set_defaults(run=_schema)


def _rulebook(args: Namespace) -> Answer:
    if args.what == "list":
        books = [load(name) for name in shipped()]
        rows = [{"id": book.id, "name": book.name, "version": book.version, "about": book.about} for book in books]
        return Answer(rows, "\n".join(f"{row['id']}\t{row['name']}（{row['version']}）\n\t{row['about']}" for row in rows))
    which = args.which or args.rulebook
    if not which:
        raise DeskError("usage", "请写明规则簿编号或文件", "例：desk rulebook check R04", "which")
    return _check(which) if args.what == "check" else _facts(loaded(which))


def _check(which: str) -> Answer:
    try:
        book = load(which)
    except BadRulebook as error:
        faults = [{"file": f.file, "key": f.key, "message": f.message, "hint": f.hint} for f in error.faults]
        raise BrokenRulebook(which, faults, str(error)) from error
    return Answer({"id": book.id, "version": book.version, "problems": []}, f"规则簿 {book.id} {book.version} 没有问题")


class BrokenRulebook(DeskError):
    """A rulebook with faults; the document lists every one of them."""

    def __init__(self, which: str, faults: list[dict[str, str]], text: str) -> None:
        super().__init__("bad_rulebook", f"规则簿“{which}”有 {len(faults)} 处问题：\n{text}", "请按各处提示改正后再检查", "which")
        self.faults = faults

    def document(self) -> dict[str, Any]:
        """The refusal with its list of problems."""
        return {**super().document(), "problems": self.faults}


def loaded(which: str) -> Rulebook:
    """The rulebook, or a refusal that names its faults."""
    try:
        return load(which)
    except BadRulebook as error:
        raise DeskError("bad_rulebook", str(error), "请先用 desk rulebook check 检查", "rulebook") from error


def _facts(book: Rulebook) -> Answer:
    from desk.rulebook.summary import facts, unset_values

    counts = facts(book)
    unset = [{"key": key, "words": words} for key, words in unset_values(book)]
    text = "\n".join(f"{name}\t{count}" for name, count in counts.items())
    missing = "".join(f"\n未设定\t{entry['key']}\t{entry['words']}" for entry in unset)
    return Answer({"id": book.id, "version": book.version, **counts, "unset": unset}, text + missing)


def _schema(args: Namespace) -> Answer:
    import json

    from desk.domain.draft_schema import draft_schema

    with opened(args) as desk:
        schema = draft_schema(desk.office.rulebook, args.kind)
    return Answer(schema, json.dumps(schema, ensure_ascii=False, indent=1))
