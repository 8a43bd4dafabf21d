"""A hidden identity in the printing system: its queue, its job titles, its files and logs (C2 of the confidentiality promises)."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.fixtures_office import NOON, make_office
from tests.gui.print_queue import QUEUE, print_system, why_not
from tests.journeys.books import words_of
from tests.services.rights_scene import ANYBODY
from tests.services.test_canaries import canary, found, report

from desk.gui.papers import printing
from desk.gui.papers.printing import Target
from desk.services import drawn_papers, intake, notices

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())
DRAWN = printing.Drawn(drawn_papers.pictures, drawn_papers.bands)
SEALED = 8


@pytest.fixture(scope="module")
def system(tmp_path_factory):
    folder = tmp_path_factory.mktemp("spool") / "system"
    with print_system(folder) as running:
        yield running, folder


@pytest.fixture
def sealed(tmp_path, monkeypatch, system):
    """An office with reports by canaries, and the queue of the printing system for it."""
    running, _ = system
    monkeypatch.setenv("CUPS_SERVER", running.env["CUPS_SERVER"])
    for file in running.out.iterdir():
        file.unlink()
    office = make_office(tmp_path / "office", "R15")
    numbers = [intake.register(office, ANYBODY, report(office, n)).case.number for n in range(SEALED)]
    yield office, numbers
    office.close()


def print_all(office, viewer, numbers, *, reprint: bool = False) -> None:
    """The receipt of each, as the window would send it: its words, and a name for the queue."""
    for number in numbers:
        printed = notices.issue(office, viewer, number, "receipt")
        name = f"{printed.name}_{printed.number or number}"
        printing.print_out(printed.data, name, Target(QUEUE, 1), DRAWN, reprint=reprint)


def spooled(folder: Path) -> dict[str, bytes]:
    """Every file that the printing system keeps: spool, cache, logs, state, and what came out."""
    return {str(file): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_no_canary_lies_in_the_printing_system_for_whom_it_is_not(sealed, system) -> None:
    office, numbers = sealed
    running, folder = system
    office.clock = lambda: NOON + timedelta(days=1)  # the day on which its clerk may print it in full is over

    print_all(office, office.viewer("head"), numbers)
    jobs = running.jobs(SEALED)

    assert [marks for job in jobs if (marks := found(words_of(job.data)))] == []
    assert [marks for job in jobs if (marks := found(job.title + job.options))] == []
    assert {name: marks for name, data in spooled(folder).items() if (marks := found(data))} == {}


def test_control_the_clerks_own_print_names_the_person_on_the_page_alone(sealed, system) -> None:
    """Who took the report in prints the receipt with its name; the queue's lists and logs do not get it even then."""
    office, numbers = sealed
    running, folder = system

    print_all(office, ANYBODY, numbers)
    jobs = running.jobs(SEALED)

    assert all(found(words_of(job.data)) for job in jobs)
    assert [marks for job in jobs if (marks := found(job.title + job.options))] == []
    told = {name: data for name, data in spooled(folder).items() if not data.startswith(b"%PDF")}
    assert {name: marks for name, data in told.items() if (marks := found(data))} == {}


def test_control_a_title_with_a_name_would_be_found_in_the_queue(sealed, system) -> None:
    office, numbers = sealed
    running, folder = system
    printed = notices.issue(office, ANYBODY, numbers[0], "receipt")

    printing.print_out(printed.data, f"收件回执_{canary(0)[0]}", Target(QUEUE, 1), DRAWN, reprint=False)
    [job] = running.jobs(1)

    assert found(job.title)
    assert any(found(data) for data in spooled(folder).values())
