"""The way of an application: the four branches at the window, the three examinations, the licence (000:342-357)."""

import pytest
from tests.rulebook.licences import LIST, MANUAL, MONDAY, application, handed, returned
from tests.rulebook.walking import as_role, begun, clocks, due, papers_after, walk
from tests.small_office import at

from desk.domain.circumstances import of_case
from desk.domain.errors import DeskError, Forbidden
from desk.domain.flow import hindrance
from desk.rulebook.loading import load
from desk.rulebook.model import Rulebook


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load(MANUAL)


# 000:343-348: the four branches, each with its notice and its state.
def test_complete_papers_are_accepted_with_the_acceptance_notice(book: Rulebook) -> None:
    given = walk(book, application(book, complete=True), "acceptor", ("accept", f"{MONDAY} 09:30", {}))

    assert given.state == "accepted"
    assert papers_after(book, "accept", "licence") >= {"acceptance", "handover_2"}


def test_incomplete_papers_cannot_be_accepted(book: Rulebook) -> None:
    with pytest.raises(Forbidden, match="材料不齐全或者不符合形式审查要求"):
        walk(book, application(book), "acceptor", ("accept", f"{MONDAY} 09:30", {}))


def test_what_is_missing_is_told_once_on_the_spot(book: Rulebook) -> None:
    tell = ("correct", f"{MONDAY} 09:30", {"materials": LIST, "told_by": "on_spot"})
    given = walk(book, application(book), "acceptor", tell)

    assert given.state == "correcting"
    assert papers_after(book, "correct", "licence") == {"correction"}
    with pytest.raises(DeskError) as refused:
        walk(book, given, "acceptor", tell)
    assert refused.value.code == "only_once"


def test_supplements_are_ticked_off_and_then_accepted(book: Rulebook) -> None:
    whole = ({"name": "申请书", "held": "是"}, {"name": "营业执照", "held": "是"})
    given = walk(
        book,
        application(book),
        "acceptor",
        ("correct", f"{MONDAY} 09:30", {"materials": LIST, "told_by": "on_spot"}),
        ("supplement", "2026-11-26 09:30", {"materials": whole, "complete": True}),
        ("accept", "2026-11-26 09:40", {}),
    )

    assert given.state == "accepted"


def test_what_cannot_be_told_on_the_spot_goes_to_the_office_and_back(book: Rulebook) -> None:
    assert papers_after(book, "take_papers", "licence") == {"papers_receipt", "handover_1"}
    taken = walk(book, application(book), "acceptor", ("take_papers", f"{MONDAY} 09:30", {"materials": LIST}))
    assert (taken.state, due(book, taken, "hand_over_same_day")) == ("papers_taken", "2026-11-23")

    over = walk(book, taken, "acceptor", ("hand_over_1", f"{MONDAY} 16:00", handed(MONDAY)))
    assert (over.state, due(book, over, "return_5wd")) == ("with_office", "2026-11-30")  # 24 25 26 27 30

    back = walk(book, over, "reviewer", ("return_correction", "2026-11-27 10:00", returned("2026-11-27")))
    assert (back.state, due(book, back, "tell_next")) == ("correction_back", "2026-11-30")  # Friday to Monday

    told = walk(
        book,
        back,
        "acceptor",
        ("tell_correction", "2026-11-30 09:00", {"told_at": at("2026-11-30 09:00"), "told_by": "phone"}),
    )
    assert told.state == "correcting"
    assert clocks(book, told, "2026-11-30 10:00")["tell_next"].standing == "done"


def test_the_next_day_may_be_read_as_the_calendars_next_day() -> None:
    other = load(MANUAL, {"tell_day": "next_day"})
    given = begun(other, "licence", f"{MONDAY} 09:00", {"complete": False, "materials": LIST})
    back = walk(
        other,
        given,
        "hall_head",
        ("take_papers", f"{MONDAY} 09:30", {"materials": LIST}),
        ("hand_over_1", f"{MONDAY} 16:00", handed(MONDAY)),
        ("return_correction", "2026-11-27 10:00", returned("2026-11-27")),
    )

    assert due(other, back, "tell_next") == "2026-11-28"


def test_the_statutory_clock_governs_where_the_manuals_chain_is_longer(book: Rulebook) -> None:
    # Received on Monday the 23rd: five working days end on the 30th, whatever the hand-overs add (counter-day).
    given = walk(
        book,
        application(book),
        "hall_head",
        ("take_papers", f"{MONDAY} 09:30", {"materials": LIST}),
        ("hand_over_1", f"{MONDAY} 16:00", handed(MONDAY)),
        ("return_correction", "2026-11-30 10:00", returned("2026-11-30")),
    )

    states = clocks(book, given, "2026-11-30 11:00")

    assert due(book, given, "statutory_5wd") == "2026-11-30"
    assert due(book, given, "tell_next") == "2026-12-01"
    assert states["statutory_5wd"].statutory
    assert book.clock("statutory_5wd").beside == "return_5wd"
    assert "即为受理" in book.clock("statutory_5wd").overdue


def test_refusal_needs_a_ground_and_a_reason(book: Rulebook) -> None:
    refuse = f"{MONDAY} 09:30"
    with pytest.raises(DeskError, match="不予受理的理由"):
        walk(book, application(book), "acceptor", ("refuse", refuse, {"ground": "no_licence_needed"}))

    given = walk(
        book,
        application(book),
        "acceptor",
        ("refuse", refuse, {"ground": "no_licence_needed", "reason": "无需许可"}),
    )
    assert given.state == "refused"
    assert papers_after(book, "refuse", "licence") == {"refusal"}
    assert book.paper("refusal").needs == ("ground", "reason")


# 000:352: 按照标准分别进行审核，复审、审定; 000:261: 制证、发放; 000:357: 领证.
def test_an_accepted_matter_is_examined_three_times_and_the_licence_collected(book: Rulebook) -> None:
    given = walk(book, application(book, complete=True), "acceptor", ("accept", f"{MONDAY} 09:30", {}))
    given = walk(book, given, "acceptor", ("hand_over_2", f"{MONDAY} 16:00", handed(MONDAY)))
    given = walk(book, given, "reviewer", ("examine", "2026-11-25 09:00", {"opinion": "符合"}))
    given = walk(
        book, given, "second_reviewer", ("reexamine", "2026-11-26 09:00", {"second_opinion": "同意"})
    )
    given = walk(
        book, given, "approver", ("decide", "2026-11-27 09:00", {"decision": "granted", "approver": "周局"})
    )
    given = walk(
        book,
        given,
        "licence_clerk",
        ("publicise", "2026-11-27 09:30", {}),  # 000:261 发证前的公示
        ("make_licence", "2026-11-27 10:00", {}),
        ("collect", "2026-11-30 10:00", {"collected_by": "张三"}),
    )

    assert given.state == "collected"
    assert given.handed_on_at == at(f"{MONDAY} 16:00")


def test_only_the_named_post_may_examine(book: Rulebook) -> None:
    given = walk(
        book,
        application(book, complete=True),
        "acceptor",
        ("accept", f"{MONDAY} 09:30", {}),
        ("hand_over_2", f"{MONDAY} 16:00", handed(MONDAY)),
    )

    with pytest.raises(Forbidden, match="须由业务处审核人员办理"):
        walk(book, given, "acceptor", ("examine", "2026-11-25 09:00", {"opinion": "符合"}))


# 000:262: 即时办结不需要进行技术审评和现场检查的许可项目.
def test_what_needs_no_review_is_finished_in_one_sitting(book: Rulebook) -> None:
    given = walk(
        book,
        application(book, complete=True, needs_review=False),
        "hall_head",
        ("accept", f"{MONDAY} 09:10", {}),
        ("finish_at_once", f"{MONDAY} 09:20", {"decision": "granted"}),
        ("make_licence", f"{MONDAY} 09:30", {}),
        ("collect", f"{MONDAY} 09:40", {"collected_by": "张三"}),
    )

    assert given.state == "collected"


@pytest.mark.parametrize("needs_review", [True, None])
def test_what_needs_review_or_is_not_yet_known_cannot_be_finished_at_once(
    book: Rulebook, needs_review: bool | None
) -> None:
    given = walk(
        book,
        application(book, complete=True, needs_review=needs_review),
        "acceptor",
        ("accept", f"{MONDAY} 09:10", {}),
    )

    reason = hindrance(
        book,
        book.step("finish_at_once"),
        given,
        of_case(book, given, at(f"{MONDAY} 09:20")),
        as_role(book, "acceptor"),
    )
    assert "不能即时办结" in reason


# 000:354: 对已超时限的受理行政许可事项有权进行督办、催办.
@pytest.mark.parametrize(
    ("step", "role"), [("urge", "acceptor"), ("urge", "hall_head"), ("supervise", "hall_head")]
)
def test_the_hall_may_urge_and_supervise_while_a_matter_is_open(book: Rulebook, step: str, role: str) -> None:
    given = walk(
        book,
        application(book),
        role,
        (step, "2026-12-08 09:00", {"urged_whom": "注册处", "urged_about": "已逾期"}),
    )

    assert given.state == "received"
