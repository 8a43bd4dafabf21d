"""The end of keeping: which cases may go, and erasing what they say of people; numbers and counts stay."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desk.domain.archiving import kept_until, outlasting, years_kept
from desk.domain.case import Case
from desk.domain.draft import Value
from desk.domain.endings import ENDED, ended_at
from desk.domain.errors import DeskError
from desk.domain.moments import date_words
from desk.domain.viewer import Viewer
from desk.rulebook.model import Rulebook
from desk.services.rights import require
from desk.store import audit, case_list, cases, identities
from desk.store import erasing as store
from desk.store.case_filter import CaseFilter
from desk.store.transaction import Transaction

if TYPE_CHECKING:
    from desk.services.office import Office


@dataclass(frozen=True, slots=True)
class Ripe:
    """A case whose time of keeping is over: when it ended, and until when it had to be kept."""

    number: str
    ended_on: date
    kept_until: date


def ripe(office: "Office", viewer: Viewer) -> tuple[Ripe, ...]:
    """The destruction list: ended cases past their retention that were not erased yet. Raises where none is set."""
    require(viewer, "configure", "查看销毁清单")
    _want_years(office.rulebook)
    ends = frozenset(state.id for state in office.rulebook.states if state.phase in ENDED)
    which = CaseFilter(rulebooks=frozenset({office.rulebook.id}), states=ends)
    today, found = office.now().date(), []
    with office.store.reading() as tx:
        for case in case_list.lines(tx, viewer, which):
            book = office.rulebook_of(case)
            ended, until = ended_at(book, case), kept_until(book, case, office.rulebook)
            if ended and until and until < today and not cases.is_erased(tx, case.id):
                found.append(Ripe(case.number, ended.date(), until))
    return tuple(found)


def permit(office: "Office", tx: Transaction, viewer: Viewer, number: str) -> tuple[Case, Ripe]:
    """The case, if it may be erased by now. Raises ``DeskError`` before its time of keeping is over, or where it is gone."""
    case = cases.judged(tx, number, viewer)
    rulebook = office.rulebook_of(case)
    _want_years(rulebook, office.rulebook)
    ended, until = ended_at(rulebook, case), kept_until(rulebook, case, office.rulebook)
    if ended is None or until is None:
        raise DeskError("open", f"{number}还没有办结，不能销毁", "保存年限从办结之日起算", "number")
    if until >= office.now().date():
        raise DeskError("kept", f"{number}须保存到{date_words(until)}", "到期后再销毁", "number")
    if cases.is_erased(tx, case.id):
        raise DeskError("erased", f"{number}的内容已经销毁", "编号和办理结果仍在登记簿中", "number")
    return case, Ripe(case.number, ended.date(), until)


def erase_within(office: "Office", tx: Transaction, viewer: Viewer, number: str, reason: str) -> int:
    """Erase what the case says of people, for good; its id. ``store.erasing.rewrite_index`` must follow the last one."""
    case, _ = permit(office, tx, viewer, number)
    store.erase(tx, case.id, by=viewer.user, reason=reason, kept=_counted(office, tx, case))
    audit.append(tx, audit.Act(act="erase", by=viewer.user, case_id=case.id, about=number))
    return case.id


def _counted(office: "Office", tx: Transaction, case: Case) -> dict[str, Value]:
    """What figures count by in the case, as far as it is nobody's identity."""
    book = office.rulebook_of(case)
    named = frozenset(field.id for field in book.fields if field.is_identity)
    opened, _ = identities.split(case.values, sealed=cases.is_sealed(tx, case.id), named=named)
    return {fact: value for fact, value in opened.items() if fact in outlasting(book)}


def _want_years(*rulebooks: Rulebook) -> None:
    """Raise ``DeskError`` where none of these versions of a manual says how long its cases are kept."""
    if all(years_kept(one) is None for one in rulebooks):
        raise DeskError(
            "no_retention",
            "规则簿没有设定保存年限，不能销毁",
            "请先在规则簿“保密与保存”中写明保存年限及依据",
            "number",
        )
