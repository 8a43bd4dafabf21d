"""From the agreement to the settlement paper (R15 art. 24), and what still may be done when a complaint has ended."""

from datetime import date

import pytest
from tests.rulebook.market import MEDIATOR
from tests.services.test_main_job import DECISION, complaint, text_of

from desk.domain.errors import DeskError
from desk.domain.step_form import begun
from desk.services import cases, intake, notices, signing, stepping
from desk.services.offers import lacking, paper_named
from desk.services.paper_words import filled

MADE = {"settlement.paper": "made", "agreement": "退货退款，三日内付清。"}


@pytest.fixture
def mediated(market_office):
    """A complaint in mediation, and its mediator."""
    number = intake.register(market_office, market_office.viewer("counter"), complaint()).case.number
    head = market_office.viewer("head")
    stepping.act(market_office, head, number, "accept", DECISION)
    stepping.act(market_office, head, number, "mediate", MEDIATOR)
    return number


def settle(office, number, **more):
    return stepping.act(office, office.viewer("head"), number, "settle", {**MADE, **more})


def test_a_settlement_on_paper_wants_its_contents(market_office, mediated):
    with pytest.raises(DeskError) as refusal:
        settle(market_office, mediated)

    assert (refusal.value.code, refusal.value.field) == ("missing", "content")


def test_a_settlement_without_paper_wants_none(market_office, mediated):
    done = settle(market_office, mediated, **{"settlement.paper": "performed"})

    assert done.case.case.state == "settled"


def test_the_contents_start_from_what_was_complained_of_and_asked_for(market_office, mediated):
    view = cases.show(market_office, market_office.viewer("head"), mediated)
    fields = next(step.fields for step in view.steps if step.step.id == "settle")

    given = begun(fields, view.case.values)

    assert given == {"content": f"{view.case.values['narrative']}\n{view.case.values['demand']}"}
    assert begun(fields, {"content": "冰箱不制冷", **view.case.values}) == {}
    assert begun(fields, {"narrative": "张*的经过"}) == {}


def test_the_settlement_paper_is_issued_with_what_was_agreed(market_office, mediated):
    settle(market_office, mediated, content="冰箱不制冷，要求退货。")

    printed = notices.issue(market_office, market_office.viewer("head"), mediated, "settlement")

    assert "冰箱不制冷，要求退货。" in text_of(printed)


@pytest.mark.parametrize("fill", [{}, {"lacking": [{"name": "购物小票"}]}])
def test_a_fact_that_is_given_with_the_paper_is_not_lacking(market_office, fill):
    number = intake.register(market_office, market_office.viewer("counter"), complaint()).case.number
    view = cases.show(market_office, market_office.viewer("head"), number)
    book = market_office.rulebook
    given = filled(market_office, book, fill)

    assert list(lacking(book, paper_named(book, "supplement"), view, given)) == (
        [] if fill else ["需要补充的材料"]
    )


def test_what_was_registered_may_still_be_put_right_after_the_settlement(market_office, mediated):
    settle(market_office, mediated, content="冰箱不制冷")

    amended = stepping.act(
        market_office,
        market_office.viewer("counter"),
        mediated,
        "amend",
        {"respondent.phone": "010-88888888"},
    )

    assert amended.case.case.values["respondent.phone"]
    assert amended.case.case.state == "settled"


def test_that_it_was_accepted_may_be_told_after_the_end_and_stops_the_clock(market_office, mediated):
    settle(market_office, mediated, content="冰箱不制冷")

    told = stepping.act(
        market_office, market_office.viewer("head"), mediated, "tell_decision",
        {"told_by": "phone", "told_at": "2026-11-20 11:00"},
    )  # fmt: skip

    assert {clock.id: clock.is_running for clock in told.case.clocks}["acceptance"] is False


def test_the_settlement_is_drawn_once_for_each_of_its_three_originals(market_office, mediated):
    settle(market_office, mediated, content="冰箱不制冷，要求退货。")

    printed = notices.issue(market_office, market_office.viewer("head"), mediated, "settlement")

    assert printed.copies == ("第一份（正本） 投诉人", "第二份（正本） 被投诉人", "第三份（正本） 归档")
    assert printed.pages == 3
    assert text_of(printed).count("冰箱不制冷，要求退货。") == 3


def test_a_settlement_goes_to_the_archive_once_both_have_signed_it(market_office, mediated):
    """第二十四条第一款: signed or sealed by both, one of the three is filed."""
    settle(market_office, mediated, content="冰箱不制冷，要求退货。")
    head = market_office.viewer("head")

    with pytest.raises(DeskError) as refusal:
        stepping.act(market_office, head, mediated, "archive", {})
    signing.sign(market_office, head, mediated, "settlement", ["complainant"], on=date(2026, 11, 20))
    waits = [one.words for one in signing.of_case(market_office, head, mediated) if not one.is_given]
    signing.sign(market_office, head, mediated, "settlement", ["respondent"], on=date(2026, 11, 20))
    stepping.act(market_office, head, mediated, "archive", {})

    assert "《投诉调解书》投诉人签字（盖章）、《投诉调解书》被投诉人签字（盖章）" in refusal.value.message
    assert waits == ["《投诉调解书》被投诉人签字（盖章）"]
    view = cases.show(market_office, head, mediated)
    assert "archive" in [entry.step for entry in view.case.timeline]


def test_what_was_performed_at_once_is_signed_on_no_settlement(market_office, mediated):
    settle(market_office, mediated, **{"settlement.paper": "performed"})

    assert signing.of_case(market_office, market_office.viewer("head"), mediated) == ()
