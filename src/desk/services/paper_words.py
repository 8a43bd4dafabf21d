"""What a paper of a case says: the case, the office, who acts and the paper itself in words, for each addressee and copy."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from desk.domain.case import Case
from desk.domain.clocks import ClockState
from desk.domain.document import Document
from desk.domain.draft import Values
from desk.domain.errors import DeskError
from desk.domain.intake import read_values
from desk.domain.moments import date_words
from desk.domain.notice import compose
from desk.domain.place_titles import title_of_place
from desk.domain.viewer import Viewer
from desk.domain.words import Words, fact_words
from desk.rulebook.criteria import holds
from desk.rulebook.documents import Copy, Paper
from desk.rulebook.layout import Layout, fields
from desk.rulebook.model import Rulebook
from desk.services import joined
from desk.services.cases import CaseView
from desk.services.office import Office
from desk.services.office_gaps import BINDING
from desk.services.paper_codes import code_of
from desk.store import cases, identities
from desk.store.papers import PaperRow
from desk.store.transaction import Transaction

_ADDRESSEES = {
    "complainant": ("complainant.name",),
    "respondent": ("respondent.name",),
    "both": ("complainant.name", "respondent.name"),
}


class Again(NamedTuple):
    """Which paper another of its kind stands for, and why; none where it is the first."""

    replaced: PaperRow | None = None
    reason: str = ""

    @property
    def words(self) -> Mapping[str, Words]:
        """What its layout may say about that."""
        return {
            "replaced.number": self.replaced.number if self.replaced else "",
            "replaced.reason": self.reason if self.replaced else "",
        }


_FIRST = Again()
_NO_COPIES: tuple[Copy | None, ...] = (None,)


def documents(
    office: Office,
    viewer: Viewer,
    tx: Transaction,
    view: CaseView,
    paper: Paper,
    values: Mapping[str, object],
    number: str,
    again: Again = _FIRST,
) -> tuple[Document, ...]:
    """The composed copies for every addressee, in the rulebook's order. ``values`` are what is filled in besides."""
    case = _printable(office, viewer, tx, view, paper)
    rulebook = office.rulebook_of(case)
    words = {
        **_words(office, rulebook, case, view.clocks, viewer),
        **_of_paper(office, paper, number, view.clocks, view.papers),
        **again.words,
        **filled(office, rulebook, values),
    }
    facts = view.facts
    layout = rulebook.layouts[paper.layout]
    code = code_of(tx, number or case.number) if paper.code else None
    return tuple(
        compose(
            layout,
            {**words, **own},
            lambda text: holds(text, facts),
            notes=office.prints_notes,
            copy=copy,
            code=code,
            practice=office.practice,
        )
        for own in _made_out(paper, layout, case, words)
        for copy in paper.sheets or _NO_COPIES
    )


def _made_out(
    paper: Paper, layout: Layout, case: Case, words: Mapping[str, Words]
) -> tuple[Mapping[str, Words], ...]:
    """What each sheet has for itself: whom it is made out to, one after the other.

    A paper that addresses nobody is drawn once for all; a receipt for each who complains together with others.
    """
    if paper.nature == "receipt" and len(people := _together(case)) > 1:
        return tuple({"complainant.name": name} for name in people)
    named = _ADDRESSEES.get(paper.to, ("",))
    named = named if "addressee" in fields(layout) else named[:1]
    return tuple({"addressee": words.get(name, "")} if name else {} for name in named)


def _together(case: Case) -> tuple[str, ...]:
    """The names of those who complain jointly (令121 art. 12): whom the case names first, then its list; nobody twice."""
    rows = case.values.get("complainants", ())
    names = (
        (row.get("name", "") for row in rows if isinstance(row, Mapping)) if isinstance(rows, tuple) else ()
    )
    first = str(case.values.get("complainant.name", ""))
    return tuple(dict.fromkeys(name for name in (first, *names) if name))


def _printable(office: Office, viewer: Viewer, tx: Transaction, view: CaseView, paper: Paper) -> Case:
    """The case as it may stand on paper.

    A paper names its people in full for whoever may issue it or see them; of a sealed case only for those to whom the
    identity is open, and for the clerk who took it in, on the same day, for the papers that registration calls for.
    """
    return joined.whole(office, tx, view.id) if may_read(office, viewer, tx, view.case, paper) else view.case


def may_read(office: Office, viewer: Viewer, tx: Transaction, case: Case, paper: Paper | None) -> bool:
    """Whether the viewer may read a paper of the case with its people in full; None is a paper no manual knows now."""
    viewer = office.in_role(viewer, case)
    if not cases.is_sealed(tx, case.id):
        return viewer.may("issue") or viewer.may("see_identity")
    at_the_counter = (
        case.first_receiver == viewer.user
        and case.registered_at.date() == office.now().date()
        and paper is not None
        and "register" in paper.after
    )
    return at_the_counter or case.id in identities.granted(tx, viewer)


def _words(
    office: Office, rulebook: Rulebook, case: Case, clocks: Sequence[ClockState], viewer: Viewer
) -> dict[str, Words]:
    return {
        **office.words,
        **office.words_of(rulebook, case, clocks),
        "clerk.name": viewer.name,
        "contact.name": office.words.get("contact.name", viewer.name),
        "contact.phone": office.words.get("contact.phone", office.words.get("office.phone", "")),
    }


def _of_paper(
    office: Office, paper: Paper, number: str, clocks: Sequence[ClockState], issued: Sequence[PaperRow]
) -> dict[str, Words]:
    """The paper's own number and date, the numbers of the case's other papers, and the date that it may promise."""
    told = next(
        (clock for clock in clocks if clock.id == paper.told_clock and clock.due and not clock.provisional),
        None,
    )
    today = office.now().date()
    return {
        **{f"number.{row.kind}": row.number for row in issued if row.state == "issued"},
        "paper.number": number,
        "paper.date": date_words(today),
        "paper.year": str(today.year),
        "paper.serial": _serial(number),
        "told.due_on": date_words(told.due.date()) if told and told.due else "",
    }


def lines_left(rulebook: Rulebook, paper: Paper, case: Case, composed: Sequence[Document]) -> str:
    """Which of the case's facts a decision or a notice leaves a line for, in words; what it needs is refused elsewhere."""
    if paper.nature not in BINDING:
        return ""
    own = {field.id for field in rulebook.fields} - set(paper.needs)
    blanks = dict.fromkeys(place for document in composed for place in document.blanks if place in own)
    titles = "、".join(title_of_place(rulebook, place, case.kind) for place in blanks)
    return f"没有填写：{titles}。文书上留了横线，请先在案件里补上，或打印后手写。" if titles else ""


def filled(office: Office, rulebook: Rulebook, values: Mapping[str, object]) -> dict[str, Words]:
    """What is filled in besides, in words. Raises ``DeskError`` where it cannot be read."""
    return fact_words(rulebook, _given(office, rulebook, values))


def _given(office: Office, rulebook: Rulebook, values: Mapping[str, object]) -> Values:
    given, problems = read_values(rulebook, rulebook.fields, values, office.now())
    wrong = [problem for problem in problems if not problem.warning]
    if wrong:
        raise DeskError(wrong[0].code, wrong[0].message, wrong[0].hint, wrong[0].field)
    return given


def _serial(number: str) -> str:
    """The last run of digits in a number: what stands between 第 and 号."""
    digits = "".join(char if char.isdigit() else " " for char in number).split()
    return digits[-1] if digits else ""
