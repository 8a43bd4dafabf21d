"""更正: what was put right in cases of a month whose register is closed, with the old and the new, the reason and by whom."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desk.domain.case import RECLASSIFIED, RETIMED, Case, Happening
from desk.domain.draft import Value
from desk.domain.place_titles import title_of_place
from desk.domain.viewer import Viewer
from desk.domain.words import fact_words
from desk.rulebook.model import Rulebook
from desk.services import reclassifying, times
from desk.store import cases, daybook, happenings_since, identities, masks, papers

if TYPE_CHECKING:
    from desk.services.office import Office
    from desk.store.transaction import Transaction

WITHHELD = "（保密）"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One thing put right after the register of ``month`` (2026-10) was closed. ``by`` is a name."""

    case_id: int
    number: str
    month: str
    at: datetime
    what: str
    old: str
    new: str
    reason: str
    by: str


def key(rulebook: str, month: str) -> str:
    """Under which the closed register of a month stands in the daybook."""
    return f"{rulebook} {month}"


def closed_months(office: "Office", tx: "Transaction") -> Mapping[str, datetime]:
    """The months of the present rulebook whose registers are closed, and since when."""
    before = f"{office.rulebook.id} "
    found = daybook.pages(tx, "frozen", limit=5000)
    return {page.about.removeprefix(before): page.at for page in found if page.about.startswith(before)}


def corrections(office: "Office", viewer: Viewer, since: datetime, until: datetime) -> tuple[Correction, ...]:
    """What was put right from ``since`` until before ``until``, the oldest first; people masked, kept cases left out."""
    with office.store.reading() as tx:
        closed = closed_months(office, tx)
        if not closed:
            return ()
        touched = happenings_since.cases_touched(tx, max(closed.values()), since, until)
        found: list[Correction] = []
        for case in cases.all_of(tx, touched, viewer):
            month = f"{case.registered_at.astimezone(office.zone):%Y-%m}"
            if case.rulebook == office.rulebook.id and month in closed:
                begin = max(since, closed[month])
                found += _of_case(office, tx, viewer, case, month, begin, until)
    return tuple(sorted(found, key=lambda one: (one.at, one.number)))


def _of_case(
    office: "Office", tx: "Transaction", viewer: Viewer, case: Case, month: str, since: datetime, until: datetime
) -> Iterator[Correction]:  # fmt: skip
    book, whole = office.rulebook_of(case), cases.whole(tx, case.id)
    secret = cases.is_sealed(tx, case.id) and case.id not in identities.granted(tx, viewer)
    for entry, plain in zip(case.timeline, whole.timeline, strict=True):
        if since <= entry.at < until and not entry.undone:
            for what, old, new, reason in _told(book, case, entry, plain, secret=secret):
                yield Correction(
                    case_id=case.id, number=case.number, month=month, at=entry.at, what=what, old=old, new=new, reason=reason,
                    by=office.user_name(entry.by),
                )  # fmt: skip
    names = {paper.id: paper.name for paper in book.papers}
    for row, void in papers.voided(tx, case.id):
        at = void.at.astimezone(office.zone)
        if since <= at < until and row.at < since:
            yield Correction(
                case_id=case.id, number=case.number, month=month, at=at, what="文书作废", new="作废", by=office.user_name(void.by),
                old=f"{names.get(row.kind, row.kind)} {row.number}".strip(), reason=WITHHELD if secret else void.reason,
            )  # fmt: skip


def _told(
    book: Rulebook, case: Case, entry: Happening, plain: Happening, *, secret: bool
) -> Iterator[tuple[str, str, str, str]]:
    """What an entry put right: what, old, new, reason."""
    if entry.step == RETIMED:
        yield times.read_note(plain.note) if not secret else ("时间更正", WITHHELD, WITHHELD, WITHHELD)
    elif entry.step == RECLASSIFIED:
        yield from reclassifying.read_note(plain.note if not secret else "")
    else:
        yield from _changed(book, case, entry, plain, secret=secret)


def _changed(
    book: Rulebook, case: Case, entry: Happening, plain: Happening, *, secret: bool
) -> Iterator[tuple[str, str, str, str]]:
    """Facts of the registration that a step without a new state, or an act beside the steps, wrote anew."""
    moves = {step.id for step in book.steps if step.to and step.to not in step.starting}
    registered = {field.id for field in book.fields_at("register", case.kind, case.channel)}
    if entry.step in moves or entry.step == "register":
        return
    for fact, value in plain.values.items():
        old = plain.before.values.get(fact) if plain.before else None
        if fact in registered and old not in (None, "", ()) and old != value:
            title = title_of_place(book, fact, case.kind)
            yield title, _words(book, fact, old, secret), _words(book, fact, value, secret), entry.note


def _words(book: Rulebook, fact: str, value: Value, secret: bool) -> str:
    """A value as a register may say it for years: identities masked whoever asks, of a sealed case nothing."""
    named = book.identity_fields
    if identities.is_identity(fact, value, sealed=secret, named=named):
        value = WITHHELD if secret else masks.masked(fact, value)
    said = fact_words(book, {fact: value}).get(fact, "")
    return said if isinstance(said, str) else "；".join("，".join(row.values()) for row in said)
