"""At the licence window: a correction names what lacks, and a receipt what was handed in."""

import pytest
from tests.services.test_main_job import application, text_of

from desk.domain.errors import DeskError
from desk.services import intake, notices, stepping

TOLD = {"told_by": "on_spot"}


def corrected(office, rows):
    number = intake.register(office, office.viewer("acceptor"), application(materials=rows)).case.number
    stepping.act(office, office.viewer("acceptor"), number, "correct", {"materials": rows, **TOLD})
    return number


def test_a_correction_names_the_paper_that_was_not_ticked(licence_office):
    number = corrected(licence_office, [{"name": "申请书", "held": True}, {"name": "营业执照"}])

    words = text_of(notices.issue(licence_office, licence_office.viewer("acceptor"), number, "correction"))

    held, lacking = words.index("一、已具备的材料"), words.index("二、需要补正的材料")
    assert held < words.index("申请书", held) < lacking < words.index("营业执照")


def test_a_correction_of_nothing_is_not_issued(licence_office):
    number = corrected(licence_office, [{"name": "申请书", "held": True}])

    with pytest.raises(DeskError) as refusal:
        notices.issue(licence_office, licence_office.viewer("acceptor"), number, "correction")

    assert refusal.value.code == "missing"
    assert "需补正材料" in refusal.value.message


def test_the_receipt_lists_only_what_was_handed_in(licence_office):
    number = corrected(licence_office, [{"name": "申请书", "held": True}, {"name": "营业执照"}])

    words = text_of(notices.issue(licence_office, licence_office.viewer("acceptor"), number, "receipt"))

    assert "申请书" in words
    assert "营业执照" not in words
