"""The market regulator's clocks: each number against its article, each date reckoned by hand over the published calendar."""

from datetime import date

import pytest
from tests.rulebook.market import APPROVED, MANUAL, accepted, complaint, mediating, report
from tests.rulebook.walking import clocks, due, walk

from desk.rulebook.loading import load
from desk.rulebook.model import Rulebook


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load(MANUAL)


@pytest.mark.parametrize(
    ("clock", "starts", "done", "limit", "article"),
    [
        ("acceptance", "received", "tell_decision", "7wd", "第十五条第一款"),
        ("proof_due", "want_proof", "proof_given", "fact:due_on", "第十条第三款"),
        ("mediation", "accept", "settle", "60d", "第二十三条第一款第五项"),
        ("tell_both", "terminate", "tell_termination", "7wd", "第二十三条第二款"),
        ("clue_check", "find_clue", "clue_checked", "15wd", "第二十七条第一款"),
        ("report_check", "received", "file_case", "15wd", "第三十五条"),
        ("dispute_7wd", "dispute", "dispute_settled", "7wd", "第三十三条"),
        ("transfer_report", "transfer", "transfer_reported", "fact:report_back_on", "文书式样三"),
    ],
)
def test_each_clock_runs_as_its_article_says(
    book: Rulebook, clock: str, starts: str, done: str, limit: str, article: str
) -> None:
    entry = book.clock(clock)
    assert starts in entry.starts
    assert done in entry.done
    assert entry.limit == limit
    assert entry.first_day == "excluded"  # 第四十五条
    assert article in entry.source


@pytest.mark.parametrize("clock", ["clue_check", "report_check"])
def test_a_check_may_be_extended_once_by_the_head_by_fifteen_working_days(book: Rulebook, clock: str) -> None:
    (extension,) = book.clock(clock).extensions

    assert (extension.by, extension.times, extension.approver) == ("15wd", 1, "head")
    steps = [step for step in book.steps if step.extends == clock]
    assert [(step.by, step.once) for step in steps] == [(("head",), True)]


# Reckoned by hand over the published holidays of 2026.
@pytest.mark.parametrize(
    ("received", "day"),
    [
        ("2026-02-12", "2026-02-28"),  # 13 14 24 25 26 27 28, the two Saturdays are made up for
        ("2026-04-28", "2026-05-11"),  # 29 30, 6 7 8 9 (Saturday, made up for) 11
        ("2026-09-28", "2026-10-13"),  # 29 30, 8 9 10 (Saturday, made up for) 12 13
        ("2026-11-23", "2026-12-02"),  # 24 25 26 27 30 1 2
    ],
)
def test_seven_working_days_from_receipt(book: Rulebook, received: str, day: str) -> None:
    assert due(book, complaint(book, f"{received} 09:00"), "acceptance") == day


def test_sixty_days_of_mediation_are_calendar_days(book: Rulebook) -> None:
    # Accepted on Monday 2026-06-01: 29 days are left in June, 60 - 29 = 31, that is 31 July.
    assert due(book, accepted(book, "2026-06-01"), "mediation") == "2026-07-31"


@pytest.mark.parametrize(
    ("option", "day"),
    [
        ("statutory", "2026-10-04"),  # 1 to 3 October are the statutory days
        ("block", "2026-10-08"),  # the published block is 1 to 7 October
        ("day_off", "2026-10-08"),
    ],
)
def test_what_counts_as_a_statutory_holiday_on_the_last_day_is_a_switch(option: str, day: str) -> None:
    # Accepted on 2026-08-03: 28 days in August, 30 in September, the 60th is 2 October.
    other = load(MANUAL, {"last_day": option})

    assert due(other, accepted(other, "2026-08-03"), "mediation") == day


def test_an_ordinary_weekend_moves_the_last_day_only_under_the_widest_reading(book: Rulebook) -> None:
    # Accepted on 2026-06-02 the 60th day is Saturday 1 August.
    widest = load(MANUAL, {"last_day": "day_off"})

    assert due(book, accepted(book, "2026-06-02"), "mediation") == "2026-08-01"
    assert due(widest, accepted(widest, "2026-06-02"), "mediation") == "2026-08-03"


def test_the_time_of_a_test_is_not_counted(book: Rulebook) -> None:
    # Accepted 2026-06-01, due 07-31; tested from 06-10 to 06-20: ten days are not counted.
    given = walk(
        book,
        mediating(book, "2026-06-01"),
        "mediator",
        ("start_test", "2026-06-10 09:00", {"test.body": "某检测所"}),
    )
    assert clocks(book, given, "2026-06-15 09:00")["mediation"].standing == "paused"

    given = walk(book, given, "mediator", ("end_test", "2026-06-20 09:00", {}))
    assert due(book, given, "mediation", "2026-06-21 09:00") == "2026-08-10"


@pytest.mark.parametrize(("option", "day"), [("runs", "2026-07-31"), ("paused", "2026-08-10")])
def test_whether_a_recusal_pauses_the_sixty_days_is_a_switch(option: str, day: str) -> None:
    other = load(MANUAL, {"recusal": option})
    given = walk(
        other,
        mediating(other, "2026-06-01"),
        "mediator",
        ("ask_recusal", "2026-06-10 09:00", {"recusal.by": "respondent", "recusal.reason": "近亲属"}),
    )
    assert given.state == "suspended"  # 第二十一条：中止调解

    given = walk(
        other,
        given,
        "head",
        ("decide_recusal", "2026-06-20 09:00", {"recusal.result": "granted", "mediator.name": "钱七"}),
    )
    assert given.state == "mediating"
    assert due(other, given, "mediation", "2026-06-21 09:00") == day


@pytest.mark.parametrize(("option", "day"), [("runs", "2026-12-02"), ("paused", "2026-12-07")])
def test_the_request_for_identity_proof_pauses_nothing_unless_the_office_says_so(
    option: str, day: str
) -> None:
    # Received on Monday 11-23; asked on Tuesday the 24th, given on Friday the 27th: 25 26 27 are the paused days.
    other = load(MANUAL, {"proof": option})
    asked = walk(
        other,
        complaint(other),
        "officer",
        (
            "want_proof",
            "2026-11-24 09:00",
            {"due_on": date(2026, 12, 4), "proofs": ({"name": "居民身份证"},), **APPROVED},
        ),
    )
    assert due(other, asked, "proof_due") == "2026-12-04"

    given = walk(other, asked, "officer", ("proof_given", "2026-11-27 09:00", {"identity_check": "verified"}))
    assert due(other, given, "acceptance", "2026-11-28 09:00") == day


@pytest.mark.parametrize(("option", "standing"), [("told", "running"), ("decided", "done")])
def test_whether_telling_lies_within_the_seven_days_is_a_switch(option: str, standing: str) -> None:
    other = load(MANUAL, {"told": option})

    assert clocks(other, accepted(other), "2026-11-25 09:00")["acceptance"].standing == standing


def test_new_facts_start_the_check_of_a_report_anew(book: Rulebook) -> None:
    # 第三十五条第二款：自收到最后一次举报之日起重新计算。From 2026-11-23 fifteen working days end on 12-14.
    given = report(book)
    assert due(book, given, "report_check") == "2026-12-14"

    given = walk(book, given, "counter", ("add_facts", "2026-11-30 09:00", {"new_facts": "又发现一批"}))
    assert due(book, given, "report_check") == "2026-12-21"


def test_an_extended_check_ends_fifteen_working_days_later(book: Rulebook) -> None:
    given = walk(
        book, report(book, "2026-06-01 09:00"), "head", ("extend_check", "2026-06-18 09:00", APPROVED)
    )

    # 15 working days from 06-01: 2-5, 8-12, 15-18, 22, 23 (19 June is a holiday); 15 more from 06-23 end on 07-14.
    assert due(book, given, "report_check") == "2026-07-14"
