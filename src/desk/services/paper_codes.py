"""The short code in a paper's square code: whoever holds the store's key can tell that the paper is ours."""

import base64
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from desk.domain.errors import DeskError
from desk.domain.viewer import Viewer
from desk.store import cases, papers
from desk.store.papers import PaperRow
from desk.store.transaction import Transaction

if TYPE_CHECKING:
    from desk.services.office import Office

_LETTERS = 8
_BETWEEN = " "


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a code: ``ours`` with the paper, ``void`` where it was made void since, or ``foreign``."""

    kind: Literal["ours", "void", "foreign"]
    words: str
    paper: PaperRow | None = None


def code_of(tx: Transaction, number: str) -> str:
    """What the square code says: the document number and eight letters that only this office can make."""
    digest = tx.cipher.digest("paper", number)
    return f"{number}{_BETWEEN}{base64.b32encode(digest).decode()[:_LETTERS]}"


def check(office: "Office", viewer: Viewer, scanned: str) -> Verdict:
    """Tell whether a scanned code is one of ours, and what became of the paper. Raises ``DeskError`` for no code at all."""
    number, space, letters = scanned.strip().rpartition(_BETWEEN)
    if not space or len(letters) != _LETTERS:
        raise DeskError("bad_code", "这不是本程序文书上的二维码内容", "请重新扫描，或按文号查找", "paper")
    with office.store.reading() as tx:
        if code_of(tx, number) != scanned.strip():
            return Verdict("foreign", "校验不符：这份文书不是本单位出的，或文号被改动过")
        found = papers.by_number(tx, viewer, number)
        is_form = found is None and cases.exists(tx, number, viewer)
    if is_form:
        return Verdict("ours", f"是本单位的登记表，案件编号 {number}")
    if found is None:
        return Verdict("foreign", "校验相符，但登记簿里没有这个文号，请核对是否恢复过旧备份")
    if found.state == "void":
        return Verdict("void", f"是本单位的文书，但已作废：{found.void_reason}", found)
    return Verdict("ours", "是本单位的文书，现行有效", found)
