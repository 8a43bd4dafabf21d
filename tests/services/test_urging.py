"""How often a department was urged and supervised stands in words with the case; what was undone does not count."""

import pytest
from tests.fixtures_office import make_office
from tests.services.test_main_job import application

from desk.services import cases, intake, stepping, undo


@pytest.fixture
def office(tmp_path):
    opened = make_office(tmp_path / "office", "R04")
    yield opened
    opened.close()


def test_urging_and_supervising_are_counted_against_the_department_in_words(office):
    acceptor, head = office.viewer("acceptor"), office.viewer("hall_head")
    number = intake.register(office, acceptor, application(complete="是")).case.number
    said = {"urged_whom": "药品科", "urged_about": "审批将到期", "urge.number": "催2026-1"}
    before = cases.show(office, head, number).words["case.urged"]

    for _ in range(2):
        stepping.act(office, acceptor, number, "urge", said)
    stepping.act(office, head, number, "supervise", said)
    after = cases.show(office, head, number).words["case.urged"]
    undo.undo(office, head, number)

    assert (before, after) == ("", "催办 2 次，督办 1 次")
    assert cases.show(office, head, number).words["case.urged"] == "催办 2 次"
