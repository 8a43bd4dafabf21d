"""From receipt to the archive under every manual, through the services: states, papers, register, audit."""

from pathlib import Path

import pytest
from tests.capabilities.counter import desk_of
from tests.journeys.walking import Walked, ended, walk, who_may
from tests.journeys.ways import JOURNEYS, Journey

from desk.domain.archiving import archived_at
from desk.domain.endings import ENDED
from desk.domain.errors import DeskError
from desk.rulebook.loading import shipped
from desk.services import cases, checks, registers, stepping
from desk.services.office import Office


@pytest.fixture(scope="module", params=JOURNEYS, ids=str)
def gone(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    """An office in which one matter has gone its whole way."""
    journey: Journey = request.param
    with desk_of(Path(tmp_path_factory.mktemp("journey"))) as opens:
        office = opens(journey.regime)
        yield office, journey, walk(office, journey)


Gone = tuple[Office, Journey, Walked]


def test_it_ends_in_the_archive_and_is_read_only_from_then_on(gone: Gone) -> None:
    office, journey, done = gone
    view = ended(office, done)

    assert view.case.state == journey.ends
    assert office.rulebook.state(view.case.state).phase in ENDED
    assert archived_at(office.rulebook, view.case) is not None
    assert "archive.number" in view.known
    locked = [step for step in office.rulebook.steps if {"urge", "withdraw"} & set(step.effects)]
    for step in locked:
        with pytest.raises(DeskError):
            stepping.act(office, office.viewer(step.by[0]), done.number, step.id)
    assert ended(office, done).case == view.case


def test_every_paper_on_the_way_is_printed_with_its_words(gone: Gone) -> None:
    _, journey, done = gone

    assert journey.papers.keys() <= done.papers.keys()
    lost = {
        paper: [words for words in said if words.replace(" ", "") not in done.papers[paper].replace(" ", "")]
        for paper, said in journey.papers.items()
    }
    assert {paper: words for paper, words in lost.items() if words} == {}


def test_what_is_given_out_at_the_counter_names_the_case(gone: Gone) -> None:
    office, _, done = gone
    first = [
        paper.id for paper in office.rulebook.papers if "register" in paper.after and paper.id in done.papers
    ]

    assert first or not any("register" in paper.after for paper in office.rulebook.papers)
    assert all(done.number in done.papers[paper] for paper in first)


def test_no_running_clock_is_left_and_each_step_is_on_record(gone: Gone) -> None:
    office, journey, done = gone
    view = ended(office, done)

    taken = [
        entry.step for entry in view.case.timeline if entry.step in {step for step, _, _ in journey.acts}
    ]
    assert taken == [step for step, _, _ in journey.acts]
    assert [clock.id for clock in view.clocks if clock.is_running and clock.due] == []
    rows = cases.due(office, office.viewer(who_may(office, "handle")), "30wd")
    assert done.number not in {row.number for row in rows}


def test_the_register_has_the_line_and_the_audit_is_whole(gone: Gone) -> None:
    office, _, done = gone
    day = office.now().date()
    books = [
        registers.book(office, office.viewer(who_may(office, "see_identity")), one.id, day, day).words
        for one in office.rulebook.registers
    ]

    assert any(done.number in words for lines in books for words in lines)
    assert checks.verify(office).findings == ()


def test_every_manual_has_its_journey() -> None:
    assert {journey.regime for journey in JOURNEYS} == set(shipped())
