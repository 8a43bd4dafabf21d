"""The short code in a paper's square code: whoever holds the store's key can tell that the paper is ours.

A scanner types what it reads. Many cannot type Chinese: of a number only the digits arrive, and the letters tell which is meant.
"""

import base64
import re
from dataclasses import dataclass
from hmac import compare_digest
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


_SCANNED = re.compile(r"\d.*\s([A-Z2-7]{8})\s*", re.DOTALL | re.IGNORECASE)
"""A scanned code, whatever became of the characters between its digits."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a code: ``ours`` with the paper, ``void`` where it was made void since, or ``foreign``.

    ``case`` is the number of the case that the paper belongs to, where it belongs to one.
    """

    kind: Literal["ours", "void", "foreign"]
    words: str
    paper: PaperRow | None = None
    case: str = ""


def looks_scanned(text: str) -> bool:
    """Whether ``text`` may have come from a paper's square code: digits, and eight letters at the end."""
    return _SCANNED.search(text) is not None


def code_of(tx: Transaction, number: str) -> str:
    """What the square code says: the document number and eight letters that only this office can make."""
    return f"{number}{_BETWEEN}{_letters(tx, number)}"


def _letters(tx: Transaction, number: str) -> str:
    return base64.b32encode(tx.cipher.digest("paper", number)).decode()[:_LETTERS]


def letters_of(tx: Transaction, number: str) -> str:
    """The letters alone, to be said or typed."""
    return _letters(tx, number)


def opens(tx: Transaction, number: str, typed: str) -> bool:
    """Whether somebody who says this code holds a paper of the case ``number``: the letters, or the code as scanned."""
    said = typed.strip().upper().rpartition(_BETWEEN)[2]
    return compare_digest(said.encode(), _letters(tx, number).encode())


def check(office: "Office", viewer: Viewer, scanned: str) -> Verdict:
    """Tell whether a scanned code is one of ours, and what became of the paper. Raises ``DeskError`` for no code at all."""
    if not looks_scanned(scanned):
        raise DeskError("bad_code", "这不是本程序文书上的二维码内容", "请重新扫描，或按文号查找", "paper")
    with office.store.reading() as tx:
        number = _number(tx, scanned)
        if not number:
            return Verdict("foreign", "校验不符：这份文书不是本单位出的，或文号被改动过")
        found = papers.by_number(tx, viewer, number)
        case_id = found.case_id if found else None
        ref = number if case_id is None else case_id
        case = cases.number_of(tx, ref, viewer) if cases.exists(tx, ref, viewer) else ""
    return _verdict(number, found, case)


def _number(tx: Transaction, scanned: str) -> str:
    """The number that the code was made of: as it was typed, else one of ours with the same digits; none for a foreign code."""
    typed, _, letters = scanned.strip().rpartition(_BETWEEN)
    candidates = (typed, *papers.numbers_with(tx, "".join(re.findall(r"\d", typed, re.ASCII))))
    return next((number for number in candidates if _letters(tx, number) == letters.upper()), "")


def _verdict(number: str, found: PaperRow | None, case: str) -> Verdict:
    if found is None and case:
        return Verdict("ours", f"是本单位的登记表，案件编号 {number}", case=case)
    if found is None:
        return Verdict("foreign", "校验相符，但登记簿里没有这个文号，请核对是否恢复过旧备份")
    if found.state == "void":
        return Verdict("void", f"是本单位的文书 {number}，但已作废：{found.void_reason}", found, case)
    return Verdict("ours", f"是本单位的文书 {number}，现行有效", found, case)
