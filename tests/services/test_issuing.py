"""A number is given out quickly, and the paper always carries the number that was given."""

import pytest
from tests.capabilities.counter import forward
from tests.services.test_main_job import DECISION, complaint, text_of

from desk.domain.errors import DeskError
from desk.services import intake, issued_papers, notices, stepping
from desk.store import counters


def accepted(office):
    number = intake.register(office, office.viewer("counter"), complaint()).case.number
    stepping.act(office, office.viewer("head"), number, "accept", DECISION)
    return number


def test_where_another_desk_was_first_the_paper_is_drawn_with_its_real_number(market_office, monkeypatch):
    # The other desk: between drawing and numbering somebody else takes the number that was expected.
    one, two = accepted(market_office), accepted(market_office)
    head = market_office.viewer("head")
    late = counters.following

    def and_then_another_desk(*given):
        expected = late(*given)
        monkeypatch.setattr(counters, "following", late)
        notices.issue(market_office, head, one, "acceptance")
        return expected

    monkeypatch.setattr(counters, "following", and_then_another_desk)
    printed = notices.issue(market_office, head, two, "acceptance")

    assert printed.number == "示市监投受﹝2026﹞第2号"
    assert "第2号" in text_of(printed)
    assert "第1号" not in text_of(printed)


def test_a_decision_that_stands_is_not_issued_again_without_a_reason_of_somebody_who_decides(market_office):
    number, head = accepted(market_office), market_office.viewer("head")
    first = notices.issue(market_office, head, number, "acceptance")

    for viewer, reason in ((head, ""), (head, "  "), (market_office.viewer("officer"), "原件淋湿")):
        with pytest.raises(DeskError) as refusal:
            notices.issue(market_office, viewer, number, "acceptance", reason=reason)
        assert refusal.value.code == "only_once"
        assert f"已经出过{first.number}，现行有效" in refusal.value.message

    second = notices.issue(market_office, head, number, "acceptance", reason="原件淋湿")
    issued_papers.void(market_office, head, first.paper_id, "重出")
    issued_papers.void(market_office, head, second.paper_id, "重出")
    assert notices.issue(market_office, head, number, "acceptance").number == "示市监投受﹝2026﹞第3号"


def test_a_step_that_is_taken_again_calls_for_a_new_notice(market_office):
    officer = market_office.viewer("officer")
    number = intake.register(market_office, market_office.viewer("counter"), complaint()).case.number
    wanted = {"due_on": "2026-12-10", "proofs": [{"name": "居民身份证"}], **DECISION}

    def stands() -> bool:
        (offer,) = [
            one for one in notices.offers(market_office, officer, number) if one.paper == "identity_proof"
        ]
        return offer.stands

    stepping.act(market_office, officer, number, "want_proof", wanted)
    assert not stands()
    first = notices.issue(market_office, officer, number, "identity_proof")
    assert stands()
    forward(market_office, hours=2)
    stepping.act(market_office, officer, number, "proof_given", {"identity_check": "verified"})
    forward(market_office, hours=2)
    stepping.act(market_office, officer, number, "want_proof", wanted)
    assert not stands()

    assert notices.issue(market_office, officer, number, "identity_proof").number != first.number
    assert stands()
