"""A decision does not go out with a line where the office's telephone should stand; a receipt does, and says so."""

from dataclasses import replace

import pytest
from tests.fixtures_office import SETTINGS
from tests.services.test_main_job import DECISION, complaint

from desk.domain.errors import DeskError
from desk.services import cases, intake, notices, stepping
from desk.services.setting_up import init_office


@pytest.fixture
def founded(tmp_path):
    """Sets up a real office with these settings."""
    opened = []

    def found(**settings):
        office = init_office(
            tmp_path / f"office{len(opened)}", rulebook="R15", name="示范区市场监督管理局",
            settings=settings, password="秘密口令",
        )  # fmt: skip
        opened.append(office)
        return office

    yield found
    for office in opened:
        office.close()


def accepted(office):
    draft = replace(complaint(), received_at=office.now())
    number = intake.register(office, office.viewer("counter"), draft).case.number
    stepping.act(office, office.viewer("head"), number, "accept", DECISION)
    return number


def test_a_decision_of_an_office_that_has_not_said_its_mark_is_refused_with_where_to_say_it(founded):
    office = founded()
    number = accepted(office)

    with pytest.raises(DeskError) as refusal:
        notices.issue(office, office.viewer("head"), number, "acceptance")

    assert (refusal.value.code, refusal.value.field) == ("office_data", "office.phone")
    assert "单位电话、发文机关代字" in refusal.value.message
    assert "单位设置" in refusal.value.hint
    assert "--set office.code=…" in refusal.value.hint
    assert cases.show(office, office.viewer("head"), number).papers == ()


def test_a_receipt_without_the_telephone_is_issued_and_warned_about(founded):
    office = founded()

    printed = notices.issue(office, office.viewer("counter"), accepted(office), "receipt")

    assert printed.paper_id
    assert "单位电话" in printed.warning


def test_an_office_that_has_said_everything_hears_nothing(founded):
    office = founded(**SETTINGS)
    number = accepted(office)

    assert notices.issue(office, office.viewer("head"), number, "acceptance").warning == ""
    assert notices.issue(office, office.viewer("counter"), number, "receipt").warning == ""


def test_a_practice_office_may_leave_everything_blank(tmp_path):
    office = init_office(tmp_path / "practice", rulebook="R15", name="演示局", practice=True)
    number = accepted(office)

    printed = notices.issue(office, office.viewer("head"), number, "acceptance")
    office.close()

    assert printed.paper_id
