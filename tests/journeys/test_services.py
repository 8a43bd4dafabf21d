"""From receipt to the archive under every manual, through the services: states, papers, register, audit."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.capabilities.counter import desk_of
from tests.journeys.books import lines_with, lost, said_after_all
from tests.journeys.walking import Walked, ended, walk, who_may
from tests.journeys.ways import JOURNEYS, Journey

from desk.domain.archiving import archived_at
from desk.domain.endings import ENDED
from desk.domain.errors import DeskError
from desk.rulebook.loading import shipped
from desk.services import cases, checks, figures, registers, stepping
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

    assert lost(journey.papers, done.papers) == {}
    assert said_after_all(journey.unsaid, done.papers) == []


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


def test_the_register_names_it_once_and_the_figures_count_it_once(gone: Gone) -> None:
    office, _, done = gone
    day, viewer = office.now().date(), office.viewer(who_may(office, "see_identity"))
    lines = registers.book(office, viewer, office.rulebook.registers[0].id, day, day)
    told = figures.figures(office, viewer, day, day, by=("month",))

    assert lines_with(registers.written(office, viewer, lines, ".xlsx").data, done.number) == 1
    assert registers.counts(office, viewer, day, day).total == 1
    counted = [*told.indicators, *(one for ranking in told.rankings for one in ranking.figures)]
    assert max(one.base.count(done.number) for one in counted) == 1
    assert checks.verify(office).findings == ()


def test_every_manual_has_its_journey() -> None:
    assert {journey.regime for journey in JOURNEYS} == set(shipped())


def test_control_a_paper_without_its_words_and_a_line_too_many_are_noticed(gone: Gone) -> None:
    office, journey, done = gone
    day, viewer = office.now().date(), office.viewer(who_may(office, "see_identity"))
    lines = registers.book(office, viewer, office.rulebook.registers[0].id, day, day)
    doubled = replace(lines, words=lines.words * 2, data=lines.data * 2, outward=None)

    assert lost(journey.papers, {}) == {paper: list(said) for paper, said in journey.papers.items()}
    forbidden = {paper: "".join(said) for paper, said in journey.unsaid.items()}
    assert len(said_after_all(journey.unsaid, forbidden)) == sum(map(len, journey.unsaid.values()))
    assert lines_with(registers.written(office, viewer, doubled, ".xlsx").data, done.number) == 2
