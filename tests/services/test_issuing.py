"""A number is given out quickly, and the paper always carries the number that was given."""

from tests.services.test_main_job import DECISION, complaint, text_of

from desk.services import intake, notices, stepping
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
