"""Looking at cases: pages of the list, one case whole, what is due."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from msgspec.structs import replace as replace_struct

from desk.domain import grading
from desk.domain.archiving import archived_at
from desk.domain.case import Case
from desk.domain.circumstances import Circumstances
from desk.domain.clocks import ClockState, clocks_of, next_due
from desk.domain.draft import is_named
from desk.domain.errors import DeskError
from desk.domain.filling import row_text
from desk.domain.flow import closed_steps, open_steps
from desk.domain.grading import Grade
from desk.domain.reporting import Report, reports
from desk.domain.side_tasks import SideTask, side_tasks
from desk.domain.signing import Signed, signatures
from desk.domain.step_form import OpenStep
from desk.domain.terms import Term, Unit
from desk.domain.viewer import Viewer
from desk.domain.words import Words
from desk.domain.workdays import reckon
from desk.rulebook.flow import Step
from desk.rulebook.intake import Script
from desk.rulebook.limits import parse_limit
from desk.rulebook.model import Rulebook
from desk.services.day_cases import open_states
from desk.services.office import Office
from desk.services.repetitions import Repetition, repetitions_of
from desk.store import case_list, cases, papers, repeated
from desk.store.case_filter import ALL, CaseFilter
from desk.store.case_list import NEWEST, CaseRow, Count, Order
from desk.store.papers import PaperRow
from desk.store.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """All about one case that this viewer may see, as it stands at this moment.

    ``facts`` are what rules judge by, and never shown. ``known`` names the facts and places that have words, also those that the viewer is not shown. ``closed`` are
    steps that the viewer cannot take yet, with the reason. ``reports`` are those to whom a case of this level is
    reported, each with the latest report; ``signatures`` what its papers must bear, with what is on record of each.
    """

    id: int
    number: str
    case: Case
    words: Mapping[str, Words]
    known: frozenset[str]
    facts: Circumstances = field(repr=False)
    sealed: bool
    grades: tuple[Grade, ...]
    clocks: tuple[ClockState, ...]
    papers: tuple[PaperRow, ...]
    steps: tuple[OpenStep, ...]
    closed: tuple[tuple[Step, str], ...] = ()
    repetitions: tuple[Repetition, ...] = ()
    tasks: tuple[SideTask, ...] = ()
    reports: tuple[Report, ...] = ()
    signatures: tuple[Signed, ...] = ()
    in_archive: bool = False
    is_erased: bool = False

    @property
    def standing(self) -> str:
        """Where the case stands, in words: its state, whether it lies in the archive, whether its content is destroyed."""
        state = str(self.words.get("case.state", ""))
        archived = "，已归档" if self.in_archive and "归档" not in state else ""
        return f"{state}{archived}{'，个人内容已销毁' if self.is_erased else ''}"

    @property
    def report_to(self) -> tuple[str, ...]:
        """To whom a case of this level is reported, by what they are called."""
        return tuple(one.name for one in self.reports)

    @property
    def next_due(self) -> ClockState | None:
        """The clock that governs the case's colour."""
        return next_due(self.clocks)


def page(
    office: Office,
    viewer: Viewer,
    which: CaseFilter = ALL,
    *,
    order: Order = NEWEST,
    skip: int = 0,
    limit: int = 128,
) -> tuple[CaseRow, ...]:
    """Rows ``skip`` to ``skip + limit`` of the list, masked for the viewer."""
    with office.store.reading() as tx:
        return case_list.page(tx, viewer, which, order=order, skip=skip, limit=limit)


def count(office: Office, viewer: Viewer, which: CaseFilter = ALL) -> Count:
    """How many cases the filter finds, exactly or at least."""
    with office.store.reading() as tx:
        return case_list.count(tx, viewer, which)


def show(office: Office, viewer: Viewer, number: str) -> CaseView:
    """One case. Raises ``NotFound`` where there is none for this viewer."""
    with office.store.reading() as tx:
        return show_within(office, viewer, tx, number)


def show_within(office: Office, viewer: Viewer, tx: Transaction, number: str) -> CaseView:
    """The same within a transaction that is already open: judged by all facts, shown as the viewer may see them."""
    seen, whole = cases.seen_and_whole(tx, number, viewer)
    own = office.in_role(viewer, whole)
    if own is not viewer:
        seen = cases.get(tx, number, own)
    return shown(office, own, tx, seen, whole)


def shown(office: Office, viewer: Viewer, tx: Transaction, seen: Case, whole: Case) -> CaseView:
    """All about ``whole`` that this viewer may see, ``seen`` being its masked facts."""
    rulebook, now, erased = office.rulebook_of(whole), office.now(), cases.is_erased(tx, seen.id)
    facts = office.facts(rulebook, whole, repeated.counts(tx, rulebook, whole))
    clocks = clocks_of(rulebook, whole, facts, office.calendar, now)
    told = office.words_of(rulebook, seen, clocks)
    words = {**told, **_unnamed(rulebook, whole)}
    all_told = told if _sees_all(seen, whole) else office.words_of(rulebook, whole, clocks)
    return CaseView(
        id=seen.id,
        number=seen.number,
        case=seen,
        words=words,
        known=frozenset(place for place, words in all_told.items() if words),
        facts=facts,
        sealed=cases.is_sealed(tx, seen.id),
        grades=grading.grade(rulebook, facts),
        clocks=clocks,
        papers=tuple(papers.quiet(tx, viewer, row) for row in papers.of_case(tx, seen.id)),
        steps=tuple(
            replace(open_, scripts=with_words(open_.scripts, words))
            for open_ in (() if erased else open_steps(rulebook, whole, facts, viewer))
        ),
        closed=() if erased else closed_steps(rulebook, whole, facts, viewer),
        repetitions=repetitions_of(tx, viewer, rulebook, whole),
        tasks=side_tasks(rulebook, whole, facts),
        reports=reports(rulebook, whole),
        signatures=tuple(signatures(rulebook, whole, facts)),
        in_archive=archived_at(rulebook, whole) is not None,
        is_erased=erased,
    )


def with_words(scripts: Sequence[Script], words: Mapping[str, Words]) -> tuple[Script, ...]:
    """Scripts with their places filled, as far as the viewer knows them."""
    if not scripts:
        return ()
    plain = {place: said for place, said in words.items() if isinstance(said, str)}
    return tuple(replace_struct(script, text=row_text(script.text, plain, 0)) for script in scripts)


def _sees_all(seen: Case, whole: Case) -> bool:
    """Whether nothing that words are made of is kept from who sees the case so."""
    pairs = zip(seen.timeline, whole.timeline, strict=True)
    return seen.values == whole.values and all(
        one.values == other.values and one.note == other.note for one, other in pairs
    )


def _unnamed(rulebook: Rulebook, case: Case) -> dict[str, Words]:
    """The word that stands where the name would, of somebody who stayed unnamed (CAP-18)."""
    named = is_named(case.values)
    stands_behind = any(channel.id == case.channel and channel.personal for channel in rulebook.channels)
    return {} if named or not stands_behind else {"complainant.name": "匿名"}


def due(office: Office, viewer: Viewer, within: str) -> tuple[CaseRow, ...]:
    """The cases whose next clock is due within ``2wd``, ``3d`` … from now, the overdue ones first."""
    units = {"wd": Unit.WORKING_DAY, "d": Unit.DAY, "h": Unit.HOUR}
    try:
        limit = parse_limit(within)
        term = Term(unit=units[limit.unit], amount=limit.amount)
    except (ValueError, KeyError) as error:
        raise DeskError("bad_limit", f"期限“{within}”写法不对", "请写成 2wd、3d 或 4h", "within") from error
    until = reckon(office.now(), term, office.calendar).due
    states = open_states(office)  # an ended case may have a clock that nobody stopped
    with office.store.reading() as tx:
        return case_list.due(tx, viewer, until, states)
