"""What the second reading of manuals found, taken step by step; the line or article stands beside it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.rulebook.test_ways import MORNING, Act, opened, walked
from tests.rulebook.walking import begun, clocks, due, walk
from tests.small_office import CALENDAR

from desk.domain.circumstances import of_case
from desk.domain.clocks import clocks_of
from desk.domain.errors import DeskError, Forbidden
from desk.rulebook.criteria import holds
from desk.rulebook.loading import load, shipped
from desk.rulebook.model import find

LATER = MORNING + timedelta(hours=2)

# --- R02, the estate office ---


@pytest.mark.parametrize(
    ("given", "lacks"),
    [
        ({"defect_from": "legacy"}, ""),  # 000:146 公司历史遗留问题: there is no outside unit
        ({"defect_from": "outside", "outside_unit": "施工单位"}, ""),  # 外部单位造成的物业缺陷
        ({"defect_from": "outside"}, "外部单位"),
        ({}, "来由"),
    ],
)
def test_a_defect_that_waits_is_an_outsiders_or_a_legacy(given: dict[str, str], lacks: str) -> None:
    book = load("R02")
    case = opened(book, "complaint", "visit", "objective", {})
    act: Act = ("classify", "specialist", {"validity": "to_improve", **given})

    if lacks:
        with pytest.raises(DeskError, match=lacks):
            walked(book, case, [act])
    else:
        assert walked(book, case, [act]).state == "classified"


def test_who_complained_for_nothing_is_told_the_truth_of_it() -> None:
    """000:150 对于无效投诉应说明事实的真相，并进行有针对性的解释: the words of the answer have it to say."""
    book = load("R02")
    case = opened(book, "complaint", "visit", "objective", {})
    invalid: Act = ("classify", "specialist", {"validity": "invalid"})

    with pytest.raises(DeskError, match="事实的真相"):
        walked(book, case, [invalid, ("explain", "specialist", {})])
    assert "{reason}" in find(book.scripts, "facts").text
    ended = walked(book, case, [invalid, ("explain", "specialist", {"reason": "停水是市政检修"})])
    assert (ended.state, ended.values["reason"]) == ("explained", "停水是市政检修")


def test_the_duty_record_proves_its_hour() -> None:
    """000:155 应当在1小时内将投诉内容记录在值班记录中，并将……转告品质部主管."""
    columns = {column.value for column in load("R02").register("duty").columns}

    assert {"case.received_at", "at.record", "at.pass_on"} <= columns


# --- R03, food and drug: complaints and advertising ---


def test_the_outcome_can_be_told_in_writing() -> None:
    """000:362 及时回馈投诉举报人受理案件结果."""
    book = load("R03")

    assert "reply" in book.step("feed_back").papers
    assert book.paper("reply").derived


@pytest.mark.parametrize(
    ("kind", "origin", "refused"),
    [
        ("ad_approval", "own", False),  # 000:263 本省生产的审批
        ("ad_filing", "other", False),  # 异地生产的备案
        ("ad_approval", "other", True),
        ("ad_filing", "own", True),
        ("ad_filing", None, False),
    ],
)
def test_an_advertisement_is_approved_or_filed_by_where_the_product_is_made(
    kind: str, origin: str | None, refused: bool
) -> None:
    check = find(load("R03").checks, "ad_own_province")

    assert holds(check.when, {"kind": kind, "origin": origin}) is refused


# --- R04, the licence window ---


def test_a_licence_is_made_public_before_it_is_issued() -> None:
    """000:261 发证前的公示; what is finished in one sitting (000:262) is handed over at once."""
    book = load("R04")
    given = begun(book, "licence", "2026-11-23 09:00", {"complete": True, "decision": "granted"})
    made = replace(given, state="made")
    take = ("collect", "2026-11-24 09:00", {"collected_by": "张三"})
    public = ("publicise", "2026-11-23 12:00", {})
    excused = ("collect", "2026-11-24 09:00", {"collected_by": "张三", "not_publicised": "涉密"})

    with pytest.raises(DeskError, match="发证前还没有公示"):
        walk(book, made, "hall_head", take)
    assert walk(book, made, "hall_head", public, take).state == "collected"
    assert walk(book, made, "hall_head", excused).state == "collected"


def test_what_was_withdrawn_is_owed_to_nobody() -> None:
    """000:346-347: same day, five working days and the next day are for matters that still go on."""
    book = load("R04")
    given = begun(book, "licence", "2026-11-23 09:00", {"materials": ({"name": "执照", "held": "是"},)})
    gone = walk(
        book, given, "acceptor",
        ("take_papers", "2026-11-23 09:30", {}), ("withdraw", "2026-11-23 09:40", {}),
    )  # fmt: skip

    assert not [one for one in clocks(book, gone, "2026-12-31 09:00").values() if one.standing == "overdue"]


# --- R07, the consumers' association ---


def test_more_is_asked_for_while_the_application_is_looked_at() -> None:
    """001:145: in the stage of 初步受理和审核; what was accepted is not accepted a second time."""
    book = load("R07")
    case = opened(book, "complaint", "phone", "goods", {"complainant.name": "陈芳"})
    accepted = walked(book, case, [("accept", "mediator", {})])

    with pytest.raises(Forbidden):
        walked(book, accepted, [("ask_more", "clerk", {"lacking": ({"name": "发票"},)})])


def test_the_proposal_can_be_given_in_writing() -> None:
    """000:165 给予回复; 001:145 提出解决问题的建议."""
    book = load("R07")

    assert book.paper("reply").after == ("propose", "settle", "no_agreement")
    assert "reply" in book.step("propose").papers


# --- R08, employees ---


def test_the_feedback_names_what_may_be_improved() -> None:
    """001:129 告知投诉人问题的解决情况、采取的措施以及可能的改进措施."""
    field = load("R08").field("improvement")

    assert (field.at, field.source) == (("feed_back",), "001:129")


def test_the_sixteen_items_are_chosen_and_not_their_five_groups() -> None:
    """000:287-291: a group without a department of its own only holds the items together."""
    from desk.gui.inputs.making import category_items

    assert len(category_items(load("R08"), "complaint")) == 16


# --- R11c, the sales-led manufacturer ---


def test_a_visit_after_passing_on_still_counts() -> None:
    """002:611 4.2 two working days for the visit; 4.3 the service department passes on: neither waits for the other."""
    book = load("R11c")
    case = opened(book, "complaint", "phone", "quality", {"complainant.name": "甲厂"})
    acts: list[Act] = [
        ("confirm", "salesman", {"confirmed": True}),
        ("pass_on", "service", {"department": "inspection"}),
        (
            "visit_later",
            "salesman",
            {"visited_at": date(2026, 11, 20), "visit_note": "看过", "cause_kind": "misuse"},
        ),
    ]

    visited = walked(book, case, acts)

    assert visited.state == "passed"
    found = {one.id: one for one in clocks_of(book, visited, of_case(book, visited, LATER), CALENDAR, LATER)}
    assert found["visit"].standing == "done"


# --- R16, the hotline: 答复被退回重办的，原来的期限照算 ---


def test_an_answer_that_was_sent_back_is_still_owed() -> None:
    book = load("R16")

    assert book.clock("handle").reopens == ("send_back",)
    assert book.clock("agreed_due").reopens == ("send_back",)


# --- R17, petitions: 《信访工作条例》 ---


@pytest.mark.parametrize(
    ("step", "kinds", "article"),
    [
        ("mediate", ("petition",), "第三十三条"),
        ("settle_power", (), "第二十四条"),
        ("hearing_begins", ("recheck",), "第三十六条"),
        ("hearing_ends", ("recheck",), "第三十六条"),
    ],
)
def test_the_regulations_ways_are_there(step: str, kinds: tuple[str, ...], article: str) -> None:
    found = load("R17").step(step)

    assert (found.kinds, found.source) == (kinds, article)
    assert "请核对" in found.note  # written from general knowledge


def test_a_hearing_does_not_eat_the_days_of_the_recheck() -> None:
    """第三十六条：听证所需时间不计算在期限内. Thirty days from 2026-11-02, eleven from the day after it began to that on which it ended."""
    book = load("R17")
    given = begun(book, "recheck", "2026-11-02 09:00", {"earlier_number": "1"})
    heard = walk(
        book, given, "chief",
        ("hearing_begins", "2026-11-10 09:00", {}), ("hearing_ends", "2026-11-21 09:00", {"hearing": "已举行"}),
    )  # fmt: skip

    assert due(book, given, "review", "2026-11-22 09:00") == "2026-12-02"
    assert due(book, heard, "review", "2026-11-22 09:00") == "2026-12-13"


# --- X1 and X3, laid over any manual ---


def test_what_is_over_owes_nothing_by_an_agreement_or_to_another_office() -> None:
    """000:52-53: hours of an agreement run while the matter does; X3: so does another office's day."""
    book = load("R14+X1")
    case = opened(book, "complaint", "visit", "quality", {"complainant.name": "张三"})
    gone = walked(
        book, case,
        [
            ("sign_agreement", "reception", {
                "agreement_signed_on": date(2026, 11, 20), "agreed_reply_hours": 1, "agreed_verify_hours": 2,
                "agreed_result_hours": 3,
            }),
            ("withdraw", "specialist", {"reason": "不投诉了"}),
        ],
    )  # fmt: skip
    late = LATER + timedelta(days=9)

    found = {one.id: one for one in clocks_of(book, gone, of_case(book, gone, late), CALENDAR, late)}

    assert {found[id_].standing for id_ in ("agreed_reply", "agreed_verify", "agreed_result")} == {"done"}


@pytest.mark.parametrize("book", [*shipped(), "R02+X3", "R14+X1"])
def test_every_clock_of_a_shipped_manual_can_end(book: str) -> None:
    assert [clock.id for clock in load(book).clocks if not clock.done] == []
