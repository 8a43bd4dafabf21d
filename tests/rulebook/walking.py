"""Taking a case through a rulebook step by step, as the office would."""

from collections.abc import Mapping
from dataclasses import replace

from tests.small_office import CALENDAR, at, case

from desk.domain.case import Case, Happening
from desk.domain.circumstances import of_case
from desk.domain.clocks import ClockState, clocks_of
from desk.domain.draft import Value
from desk.domain.flow import take
from desk.domain.signing import SIGNED, lacking
from desk.domain.viewer import Viewer
from desk.rulebook.model import Rulebook


def begun(book: Rulebook, kind: str, received: str, values: Mapping[str, Value] | None = None) -> Case:
    """A case of this kind as it stands when it has been registered."""
    return case(
        values,
        rulebook=book.id,
        kind=kind,
        state=book.kind(kind).starts,
        category="",
        levels={},
        received_at=at(received),
        registered_at=at(received),
    )


def as_role(book: Rulebook, role: str) -> Viewer:
    """Somebody of this role."""
    return Viewer(role, role, role, frozenset(book.role(role).rights))


def signed(book: Rulebook, given: Case, step: str, moment: str) -> Case:
    """The case with the papers signed for which the step waits (CAP-90)."""
    missing = lacking(book, book.step(step), given, of_case(book, given, at(moment)))
    entries = (
        Happening(
            step=f"{SIGNED}{one.paper.id}:{one.signing.id}",
            at=at(moment),
            by="clerk",
            values={"signed.on": at(moment).date()},
        )
        for one in missing
    )
    return replace(given, timeline=(*given.timeline, *entries))


def walk(book: Rulebook, given: Case, role: str, *steps: tuple[str, str, Mapping[str, Value]]) -> Case:
    """The case after these steps (step, moment, what is filled in), all taken by one role."""
    for step, moment, values in steps:
        given = signed(book, given, step, moment)
        facts = of_case(book, given, at(moment))
        given = take(book, step, given, facts, as_role(book, role), values, at(moment))
    return given


def clocks(book: Rulebook, given: Case, now: str) -> dict[str, ClockState]:
    """The clocks of the case that have started, by id."""
    return {
        state.id: state for state in clocks_of(book, given, of_case(book, given, at(now)), CALENDAR, at(now))
    }


def due(book: Rulebook, given: Case, clock: str, now: str = "2026-01-01 00:00") -> str:
    """The day on which a clock of the case is due, as 2026-02-28; empty where the manual sets no limit."""
    moment = clocks(book, given, now)[clock].due
    return f"{moment:%Y-%m-%d}" if moment else ""


def papers_after(book: Rulebook, step: str, kind: str) -> set[str]:
    """The papers that are the right ones to offer after a step."""
    return {
        paper.id for paper in book.papers if step in paper.after and (not paper.kinds or kind in paper.kinds)
    }
