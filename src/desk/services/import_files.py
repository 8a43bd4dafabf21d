"""The file of an old register: read, and its columns matched to the rulebook's facts."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from desk.domain.errors import DeskError
from desk.domain.old_register import Habits
from desk.rulebook.model import Rulebook
from desk.services.office import Office
from desk.sheets.mapping import Proposal, propose
from desk.sheets.reading import Table, read_tables

REMEMBERED = "import.columns"
"""The setting that keeps which heading is which fact, as JSON."""


@dataclass(frozen=True, slots=True)
class Matching:
    """Which column is which fact, and what holds where lines do not say it. Empty: proposed by the program."""

    columns: Mapping[str, str] = field(default_factory=dict)
    kind: str = ""
    channel: str = ""
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as it was read: the register in it, what each column probably is, and whatever else was found."""

    name: str
    sha256: str
    table: Table
    proposals: tuple[Proposal, ...]
    habits: Habits
    others: tuple[str, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """The fact of each column, empty where it is not taken in."""
        return tuple(proposal.fact for proposal in self.proposals)

    def column(self, fact: str) -> str:
        """The heading above a fact."""
        return next((one.header for one in self.proposals if one.fact == fact), "")


def matching_of(document_: object) -> Matching:
    """A mapping from its JSON document. Raises ``DeskError``."""
    if not isinstance(document_, Mapping) or set(document_) - {"columns", "kind", "channel", "sheet"}:
        hint = '例：{"columns": {"投诉人": "complainant.name"}, "kind": "complaint", "channel": "phone"}'
        raise DeskError("bad_mapping", "列的对应应当是一个 JSON 对象", hint, "mapping")
    columns = document_.get("columns", {})
    if not isinstance(columns, Mapping):
        hint = '例：{"columns": {"投诉人": "complainant.name"}}'
        raise DeskError("bad_mapping", "columns 应当写成“列名: 事项”的对照", hint, "mapping")
    words = {name: str(document_.get(name, "")) for name in ("kind", "channel", "sheet")}
    return Matching({str(header): str(fact or "") for header, fact in columns.items()}, **words)


def read_file(path: Path) -> bytes:
    """The bytes of a clerk's own file. Raises ``DeskError`` where another program holds it, or it is not there."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise DeskError(
            "no_file", f"打不开“{path}”", "请检查路径，或先关闭正在使用它的程序", "file"
        ) from error


def open_file(office: Office, data: bytes, name: str, matching: Matching | None = None) -> Opened:
    """Read a file and propose what its columns are. Raises ``DeskError`` for what cannot be read."""
    given = matching or Matching()
    tables = read_tables(data, name)
    table = _table(tables, given.sheet)
    others = tuple(one.name for one in tables if one is not table)
    digest = hashlib.sha256(data).hexdigest()
    return _opened(office, Opened(name, digest, table, (), _habits(office.rulebook, given), others), given)


def matched(office: Office, opened: Opened, matching: Matching) -> Opened:
    """The same sheet of the same file with columns chosen otherwise; the file is not read again."""
    return _opened(office, replace(opened, habits=_habits(office.rulebook, matching)), matching)


def _opened(office: Office, opened: Opened, given: Matching) -> Opened:
    table = opened.table
    headers = set(table.header)
    if strange := [header for header in given.columns if header not in headers]:
        raise DeskError(
            "no_column", f"表里没有“{strange[0]}”这一列", f"有：{'、'.join(table.header)}", "mapping"
        )
    remembered = json.loads(office.settings.get(REMEMBERED, "{}"))
    proposals = tuple(
        Proposal(one.column, one.header, given.columns[one.header], 1.0, "指定")
        if one.header in given.columns
        else one
        for one in propose(table, remembered)
    )
    return replace(opened, proposals=proposals)


def _table(tables: Sequence[Table], sheet: str) -> Table:
    if not sheet:
        return max(tables, key=lambda one: len(one.rows))
    for table in tables:
        if table.name == sheet:
            return table
    names = "、".join(one.name for one in tables)
    raise DeskError("no_sheet", f"没有名为“{sheet}”的工作表", f"有：{names}", "sheet")


def _habits(rulebook: Rulebook, given: Matching) -> Habits:
    def one(field_: str, entries_: Any, asked: str) -> str:
        found = [entry.id for entry in entries_ if not asked or asked in (entry.id, entry.name)]
        if not found:
            names = "、".join(entry.name for entry in entries_)
            raise DeskError("unknown", f"规则簿里没有“{asked}”", f"可选：{names}", field_)
        return str(found[0])

    kind = one("kind", rulebook.kinds, given.kind)
    allowed = rulebook.kind(kind).channels
    channels = [entry for entry in rulebook.channels if not allowed or entry.id in allowed]
    return Habits(kind, one("channel", channels, given.channel))
