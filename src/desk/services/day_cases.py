"""Which cases a day's work begins with: filters made from the manual, so that the store counts and nobody reads them all."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal

from desk.domain.clocks import SOON
from desk.domain.endings import ENDED
from desk.domain.terms import Term, Unit
from desk.domain.workdays import reckon
from desk.rulebook.criteria import holds
from desk.rulebook.model import Rulebook
from desk.store import rulebooks
from desk.store.case_filter import CaseFilter

if TYPE_CHECKING:
    from desk.services.office import Office

CasePart = Literal["overdue", "today", "soon", "approve", "outside", "receipt", "record"]
Tab = Literal["all", "waiting", "running", "soon", "overdue", "ended"]
OUTSIDE = "outside.number"
_NONE = frozenset({"-"})


def filters(
    office: "Office", roles: Iterable[tuple[Rulebook, str]]
) -> Mapping[CasePart, tuple[CaseFilter, ...]]:
    """The cases of each part, for somebody with these ``roles`` under the office's manuals.

    A part of which no manual says anything is left out.
    """
    found: dict[CasePart, tuple[CaseFilter, ...]] = {
        part: (which,) for part, which in _due(open_states(office), office).items()
    }
    for book, role in roles:
        for part, which in _by_manual(book, role):
            found[part] = (*found.get(part, ()), which)
    return found


def _by_manual(book: Rulebook, role: str) -> Iterator[tuple[CasePart, CaseFilter]]:
    """The parts that only the manual's own cases can be in."""
    mine = frozenset({book.id})
    if states := _approving(book, role):
        yield "approve", CaseFilter(rulebooks=mine, states=states)
    if channels := _numbered_channels(book):
        open_ = frozenset(state.id for state in book.states if state.phase not in ENDED)
        yield "outside", CaseFilter(rulebooks=mine, states=open_, channels=channels, has_outside_number=False)
    if states := _awaiting_receipt(book):
        yield "receipt", CaseFilter(rulebooks=mine, states=states)
    for step in (step for step in book.steps if "sign_record" in step.effects):
        channels = frozenset(one.id for one in book.channels if holds(step.when, {"channel": one.id}))
        if channels:
            yield (
                "record",
                CaseFilter(
                    rulebooks=mine, channels=channels, states=frozenset(step.starting), without_steps=frozenset({step.id})
                ),
            )  # fmt: skip


def of_tab(office: "Office", tab: Tab, text: str = "") -> CaseFilter:
    """What a quick filter of the list finds, under whichever manual a case was taken in."""
    open_ = open_states(office)
    starts = frozenset(kind.starts for book in books(office) for kind in book.kinds)
    match tab:
        case "waiting":
            return CaseFilter(text=text, states=open_ & starts or _NONE)
        case "running":
            return CaseFilter(text=text, states=open_ - starts or _NONE)
        case "ended":
            every = frozenset(state.id for book in books(office) for state in book.states)
            return CaseFilter(text=text, states=every - open_ or _NONE)
        case "soon":
            return CaseFilter(text=text, states=open_, due_before=soon_ends(office), overdue=False)
        case "overdue":
            return CaseFilter(text=text, states=open_, overdue=True)
    return CaseFilter(text=text)


def open_states(office: "Office") -> frozenset[str]:
    """The states in which a case is open under one of the manuals that the office has ever used."""
    return frozenset(state.id for book in books(office) for state in book.states if state.phase not in ENDED)


def books(office: "Office") -> tuple[Rulebook, ...]:
    """Every manual that the office has ever used, the latest first."""
    with office.store.reading() as tx:
        adopted = rulebooks.versions(tx)
    return tuple(office.manual(*key) for key in adopted)


def _due(open_: frozenset[str], office: "Office") -> Mapping[CasePart, CaseFilter]:
    now = office.now()
    midnight = _midnight(now)
    return {
        "overdue": CaseFilter(states=open_, due_before=now),
        "today": CaseFilter(states=open_, due_from=now, due_before=midnight),
        "soon": CaseFilter(states=open_, due_from=midnight, due_before=soon_ends(office)),
    }


def soon_ends(office: "Office") -> datetime:
    """The moment from which a date lies further away than 将到期: the end of the second working day after today."""
    return _midnight(reckon(office.now(), Term(unit=Unit.WORKING_DAY, amount=SOON), office.calendar).due)


def _midnight(moment: datetime) -> datetime:
    """The moment at which the day after begins."""
    return moment.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)


def _approving(book: Rulebook, role: str) -> frozenset[str]:
    """The states from which the main line goes on only when one of those who may approve says so, the viewer's role among them."""
    approvers = {entry.id for entry in book.roles if "approve" in entry.rights}
    return frozenset(
        state
        for step in book.steps
        if step.primary and role in step.by and approvers.issuperset(step.by)
        for state in step.starting
    )


def _numbered_channels(book: Rulebook) -> frozenset[str]:
    """The ways in that bring a number from outside: those that ask for it, or those for which alone the field is there."""
    asking = {channel.id for channel in book.channels if OUTSIDE in channel.asks}
    return frozenset(asking.union(*(field.channels for field in book.fields if field.id == OUTSIDE)))


def _awaiting_receipt(book: Rulebook) -> frozenset[str]:
    """The states that only end when somebody signs for the sheet; not those that a signature has just begun."""
    signing = [step for step in book.steps if step.effects == ("sign_receipt",) and step.primary]
    signed = {step.to for step in book.steps if "sign_receipt" in step.effects}
    return frozenset(state for step in signing for state in step.starting) - signed
