"""The number of a paper of its own series, which is not the case's (CAP-88); a working form keeps the one it has."""

from desk.domain.case import Case
from desk.domain.numbering import period
from desk.rulebook.documents import Paper
from desk.rulebook.model import Rulebook, find
from desk.services.numbers import number_of
from desk.services.offers import ALWAYS
from desk.services.office import Office
from desk.store import counters, papers
from desk.store.transaction import Transaction


def take(office: Office, tx: Transaction, by: str, case: Case, rulebook: Rulebook, paper: Paper) -> str:
    """The paper's own number, taken for it in the name of the user ``by``; a working form printed again keeps the one it has."""
    kept = _kept(tx, case, paper)
    if kept is not None:
        return kept
    series, day = find(rulebook.series, paper.series), office.now().date()
    _, text = counters.take(
        tx,
        rulebook.id,
        f"paper:{series.id}",
        period(series, day),
        number_of(office, rulebook, series, day),
        by=by,
        at=office.now(),
        ref=counters.Reference(case.id, paper.id),
    )
    return text


def expected(office: Office, tx: Transaction, case: Case, rulebook: Rulebook, paper: Paper) -> str:
    """The number that it will get unless another desk comes first; none is taken."""
    kept = _kept(tx, case, paper)
    if kept is not None:
        return kept
    series, day = find(rulebook.series, paper.series), office.now().date()
    serial = counters.following(tx, rulebook.id, f"paper:{series.id}", period(series, day))
    return number_of(office, rulebook, series, day)(serial)


def _kept(tx: Transaction, case: Case, paper: Paper) -> str | None:
    """The number that needs not be taken: none for a paper without a series, the old one for a working paper."""
    if not paper.series:
        return ""
    issued = [row for row in papers.of_case(tx, case.id) if row.kind == paper.id and row.state == "issued"]
    return issued[-1].number if issued and paper.nature in ALWAYS else None
