"""What a draft looks like beside what the office has: earlier matters, repetitions, levels, grounds (CAP-23 to 26)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from desk.domain import grading
from desk.domain.circumstances import Circumstances
from desk.domain.draft import Draft
from desk.domain.grading import Grade
from desk.domain.intake import settle
from desk.domain.viewer import Viewer
from desk.rulebook.criteria import holds, parse
from desk.rulebook.intake import Ground
from desk.rulebook.model import Rulebook
from desk.services.intake import new_case
from desk.services.office import Office
from desk.services.repetitions import Earlier, Repetition, earlier_of, marks_of, repetitions_of
from desk.store import repeated
from desk.store.case_list import CaseRow


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a draft looks like beside what the office has: related cases, repetitions, the level it would be on.

    ``own`` are earlier cases of the same person, ``others`` those of other people about the same object, ``counted``
    what became of the cases behind each repetition, by its id. ``grounds`` are those that the facts speak for; a person
    decides (CAP-25). ``marks`` are what was put on record about these matters (捏造、恶意), by case number (CAP-26).
    """

    own: tuple[Earlier, ...] = ()
    others: tuple[Earlier, ...] = ()
    repetitions: tuple[Repetition, ...] = ()
    counted: Mapping[str, tuple[Earlier, ...]] = field(default_factory=dict)
    grades: tuple[Grade, ...] = ()
    grounds: tuple[Ground, ...] = ()
    marks: Mapping[str, str] = field(default_factory=dict)

    @property
    def similar(self) -> tuple[CaseRow, ...]:
        """The earlier cases as rows."""
        return tuple(one.row for one in (*self.own, *self.others))


def similar(office: Office, viewer: Viewer, draft: Draft) -> tuple[CaseRow, ...]:
    """Earlier cases of the same complainant or about the same respondent, as far as the viewer may know of them."""
    values = settle(office.rulebook, draft, office.now()).draft.values
    with office.store.reading() as tx:
        return repeated.rows(tx, viewer, values)


def of(office: Office, viewer: Viewer, draft: Draft) -> Outlook:
    """The same with what follows from it: second complaints, clusters and the scale's lines that they meet (CAP-23, 24)."""
    settled = settle(office.rulebook, draft, office.now(), office.calendar).draft
    try:
        office.rulebook.kind(settled.kind)
    except KeyError:
        return Outlook()
    received = office.zone_of(settled.received_at)
    with office.store.reading() as tx:
        case = new_case(tx, office, viewer, replace(settled, received_at=received))
        facts = office.facts(office.rulebook, case, repeated.counts(tx, office.rulebook, case))
        found = repeated.related(tx, viewer, settled.values)
        # Who may not see identities is not told that a person has come before, or else any phone could be tried.
        repetitions = tuple(
            one
            for one in repetitions_of(tx, viewer, office.rulebook, case, facts)
            if viewer.may("see_identity") or not one.by_person
        )
        return Outlook(
            earlier_of(tx, office, viewer, found.own),
            earlier_of(tx, office, viewer, found.others),
            repetitions,
            {one.id: earlier_of(tx, office, viewer, one.earlier) for one in repetitions},
            grading.grade(office.rulebook, facts),
            _grounds(office.rulebook, settled.kind, facts),
            marks_of(tx, office.rulebook, (*found.own, *found.others)),
        )


def _grounds(rulebook: Rulebook, kind: str, facts: Circumstances) -> tuple[Ground, ...]:
    """The grounds that the facts of the draft speak for; what has not been typed yet speaks for none."""
    known = {fact for fact, value in facts.items() if value is not None}
    return tuple(
        ground
        for ground in rulebook.grounds
        if ground.hint_when
        and (not ground.kinds or kind in ground.kinds)
        and parse(ground.hint_when).facts <= known
        and holds(ground.hint_when, facts)
    )
