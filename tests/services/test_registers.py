"""A register names its cases by the day that its manual says, each under the manual it was taken in under."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.fixtures_office import NOON, make_office
from tests.paper.papers import text_of
from tests.services.test_main_job import DECISION, complaint

from desk.domain.progress import Stopped
from desk.rulebook.loading import Manual, read_manual
from desk.services import figures, intake, manuals, registers, stepping


@pytest.fixture
def office(tmp_path):
    opened = make_office(tmp_path / "office", "R15")
    yield opened
    opened.close()


def rows(office, name, day):
    return len(registers.book(office, office.viewer("head"), name, day, day).words)


def test_a_register_by_receipt_holds_a_case_on_the_day_it_was_received(office):
    received = replace(complaint(), received_at=NOON - timedelta(days=2))
    intake.register(office, office.viewer("counter"), received)

    by_receipt = next(one.id for one in office.rulebook.registers if one.by == "received" and not one.where)

    assert [rows(office, by_receipt, date(2026, 11, day)) for day in (18, 20)] == [1, 0]
    assert [rows(office, "cases", date(2026, 11, day)) for day in (18, 20)] == [0, 1]


def test_after_a_state_was_renamed_old_cases_stay_in_register_and_counts(office):
    number = intake.register(office, office.viewer("counter"), complaint()).case.number
    stepping.act(office, office.viewer("head"), number, "accept", DECISION)
    manual = read_manual("R15")
    renamed = manual.files["rules.toml"].replace('"accepted"', '"taken_on"')
    manuals.adopt(office, office.viewer("administrator"), Manual({**manual.files, "rules.toml": renamed}))

    assert rows(office, "cases", date(2026, 11, 20)) == 1
    assert registers.counts(office, office.viewer("head"), date(2026, 11, 20), date(2026, 11, 20)).total == 1


def test_statistics_and_signs_say_nothing_of_numbers_that_are_missing(office):
    head, day = office.viewer("head"), date(2026, 11, 20)
    found = figures.lines(office, figures.figures(office, head, day, day))

    assert registers.book(office, head, "cases", day, day).remark == registers.NOT_CONTINUOUS
    assert registers.NOT_CONTINUOUS not in text_of(registers.pdf(office, found))


def test_a_register_tells_how_far_it_is_and_stops_when_told_to(office):
    head, day = office.viewer("head"), date(2026, 11, 20)
    for _ in range(2):
        intake.register(office, office.viewer("counter"), complaint())
    heard = []

    def on(what, done, total):
        heard.append((what, done, total))
        return True

    found = registers.book(office, head, "cases", day, day, on)

    assert len(found.words) == 2
    assert heard == [("汇总登记簿", 0, 2)]
    with pytest.raises(Stopped):
        registers.book(office, head, "cases", day, day, lambda *_: False)
