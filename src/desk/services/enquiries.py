"""Somebody asks how a matter stands, or has lost the receipt: who they are is checked, what they are told is put on record."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.domain.case import ENQUIRED, Case, Happening
from desk.domain.clocks import ClockState, clocks_of
from desk.domain.enquiry import Said, is_known, sentence
from desk.domain.errors import DeskError
from desk.domain.viewer import Viewer
from desk.services.approvals import tell
from desk.services.changes import Changes
from desk.services.paper_codes import opens
from desk.services.rights import require
from desk.store import audit, cases, repeated
from desk.store.transaction import Transaction

if TYPE_CHECKING:
    from desk.services.office import Office

MEANS = ("当面", "电话", "信函", "网络")
"""How somebody asks."""
_NOTHING = "也不要说有没有这件事"


@dataclass(frozen=True, slots=True)
class Told:
    """What may be read to the person, word for word; empty where they are not known, and ``why`` says what to do."""

    number: str
    sentence: str
    why: str
    changes: Changes

    @property
    def is_known(self) -> bool:
        """Whether the person was who they said."""
        return bool(self.sentence)


def ask(
    office: "Office", viewer: Viewer, number: str, said: Said, *, code: str = "", means: str = "当面"
) -> Told:
    """Check who asks and give the words to be read. Asked in vain or not, it is put on record, never what was said.

    A sealed matter is opened by the code on its papers alone. Raises ``NotFound``, ``Forbidden``, ``DeskError``.
    """
    _permit(office.in_role_at(viewer, number))
    if not (said.titles or code.strip()):
        hint = "请问姓名，再问电话或者证件号码的最后四位；举报问查询码"
        raise DeskError("missing", "还没有核对是谁在问", hint, "name")
    if means not in MEANS:
        raise DeskError("bad_means", "请选择查询方式", f"可用：{'、'.join(MEANS)}", "means")
    with office.store.writing() as tx:
        case = cases.judged(tx, number, viewer)
        return _answered(office, viewer, tx, case, said, code.strip(), means)


def _permit(viewer: Viewer) -> None:
    if not viewer.may("handle"):
        require(viewer, "register", "答复状态查询")


def _answered(
    office: "Office", viewer: Viewer, tx: Transaction, case: Case, said: Said, code: str, means: str
) -> Told:
    sealed = cases.is_sealed(tx, case.id)
    by_code = bool(code) and opens(tx, case.number, code)
    known = by_code or (not sealed and not code and is_known(case, said))
    text = sentence(office.rulebook_of(case), case, _clocks(office, tx, case)) if known else ""
    by = "查询码" if by_code else "、".join(said.titles)
    note = f"{means}查询，已核对{by}，告知：{text}" if known else f"{means}查询，没有核实身份，未告知"
    entry = Happening(step=ENQUIRED, at=office.now(), by=viewer.user, note=note)
    tell(office, tx, case, entry)
    act = audit.Act(
        act="enquiry" if known else "enquiry_refused", by=viewer.user, case_id=case.id, about=case.number
    )
    audit.append(tx, act)
    why = "" if known else _why(sealed=sealed, code=bool(code))
    return Told(case.number, text, why, Changes(frozenset({case.id}), frozenset({"cases"})))


def _clocks(office: "Office", tx: Transaction, case: Case) -> tuple[ClockState, ...]:
    rulebook = office.rulebook_of(case)
    facts = office.facts(rulebook, case, repeated.counts(tx, rulebook, case))
    return clocks_of(rulebook, case, facts, office.calendar, office.now())


def _why(*, sealed: bool, code: bool) -> str:
    if code:
        return f"查询码不对，{_NOTHING}。请核对回执上的查询码"
    if sealed:
        return f"这一件身份密封，没有查询码的什么也不告知，{_NOTHING}"
    return f"与登记的不符，{_NOTHING}。请再问姓名，和电话或者证件号码的最后四位"
