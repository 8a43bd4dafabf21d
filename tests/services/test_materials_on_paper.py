"""Receipts name what was handed in and nothing else (R04 000:344-347); the sheets go with those papers."""

from datetime import date

import pytest
from tests.capabilities.counter import act, take_in
from tests.fixtures_office import make_office
from tests.services.test_main_job import text_of

from desk.domain.errors import DeskError
from desk.services import notices

LISTED = (
    {"name": "申请书", "original": "1", "held": "是"},
    {"name": "营业执照", "copies": "1", "held": "是"},
    {"name": "平面图", "held": "否"},
    {"name": "检验报告"},
)


@pytest.fixture
def window(tmp_path):
    opened = make_office(tmp_path / "office", "R04")
    yield opened
    opened.close()


def taken(window, rows):
    number = take_in(
        window, "acceptor", kind="licence", channel="window", materials=rows, speaker="self"
    ).case.number
    act(window, "acceptor", number, "take_papers", materials=rows)
    return number


def paper(window, number, name):
    return text_of(notices.issue(window, window.viewer("acceptor"), number, name))


@pytest.mark.parametrize("name", ["papers_receipt", "handover_1"])
def test_the_papers_of_the_window_list_what_was_handed_in(window, name):
    words = paper(window, taken(window, LISTED), name)

    assert "申请书" in words
    assert "营业执照" in words
    assert "平面图" not in words
    assert "检验报告" not in words


def test_no_receipt_of_papers_without_a_paper(window):
    number = taken(window, ({"name": "申请书"},))

    with pytest.raises(DeskError, match="已收材料"):
        paper(window, number, "papers_receipt")


def test_the_second_sheet_has_its_own_limit_and_not_that_of_the_supplements(window):
    number = take_in(
        window,
        "acceptor",
        kind="licence",
        channel="window",
        materials=LISTED[:2],
        speaker="self",
        complete=True,
    ).case.number
    act(window, "acceptor", number, "accept")
    act(
        window, "acceptor", number, "hand_over_2", handover__to="李审", handover__from="王受", department="药品处",
        handover__at=date(2026, 11, 20), handover__due_on=date(2026, 12, 18),
    )  # fmt: skip

    assert "2026年12月18日" in paper(window, number, "handover_2")  # 000:350


def test_the_shared_receipt_leaves_out_what_was_only_listed(tmp_path):
    office = make_office(tmp_path / "office", "R01")
    rows = ({"name": "购房合同"}, {"name": "收据", "held": "否"})
    number = take_in(office, "service", materials=rows).case.number

    words = text_of(notices.issue(office, office.viewer("service"), number, "receipt"))
    office.close()

    assert "购房合同" in words
    assert "收据" not in words
