"""The licence window and advertising: windows, hand-over sheets, three examinations, notices and rates (CAP-81 to 84)."""

from datetime import date

import pytest
from tests.capabilities.counter import Opened, act, clocks, forward, look, set_time, steps, take_in
from tests.services.test_main_job import text_of
from tests.small_office import at

from desk.domain.errors import DeskError, Forbidden
from desk.services import cases, figures, notices, registers
from desk.services.office import Office

HELD = ({"name": "申请书", "held": "是"}, {"name": "营业执照", "held": "是"})
LACKING = ({"name": "申请书", "held": "是"}, {"name": "营业执照", "held": "否", "lack": "复印件未盖章"})
SIGNED = {"handover__from": "王芳", "handover__to": "赵审", "department": "药品注册处"}
BACK = {"materials": LACKING, "return__from": "赵审", "return__to": "王芳"}
MONDAY = "2026-11-23"


def applied(office: Office, station: str = "general", **values: object) -> str:
    from desk.domain.draft import Draft
    from desk.services import intake

    given = {
        "complainant.name": "康达药业有限公司", "complainant.phone": "13800138000", "subject": "药品经营许可证换证",
        "materials": HELD, "complete": True, **values,
    }  # fmt: skip
    draft = Draft(kind="licence", channel="window", station=station, received_at=office.now(), values=given)  # type: ignore[arg-type]
    return intake.register(office, office.viewer("acceptor"), draft).case.number


def test_an_application_comes_in_at_any_of_five_windows(opened: Opened) -> None:
    """CAP-81: 综合受理窗口、及时受理窗口，注册窗口，咨询窗口，制证、领证窗口 (000:356-357)."""
    office = opened("R04")

    numbers = {station.id: applied(office, station.id) for station in office.rulebook.stations}

    found = registers.book(
        office, office.viewer("hall_head"), "cases", office.now().date(), office.now().date()
    )
    at_ = [column.title for column in found.columns].index("窗口")
    assert [words[at_] for words in found.words] == [
        "综合受理窗口", "及时受理窗口", "注册窗口", "咨询窗口", "制证、领证窗口",
    ]  # fmt: skip
    assert len(set(numbers.values())) == 5


def test_what_needs_no_technical_review_is_finished_in_one_sitting(opened: Opened) -> None:
    """CAP-81: 即时办结不需要进行技术审评和现场检查的许可项目 (000:262)."""
    office = opened("R04")
    number, other = (
        applied(office, "instant", needs_review=False),
        applied(office, "instant", needs_review=True),
    )
    for one in (number, other):
        act(office, "acceptor", one, "accept")

    with pytest.raises(Forbidden, match="不能即时办结"):
        act(office, "acceptor", other, "finish_at_once", decision="granted")
    act(office, "acceptor", number, "finish_at_once", decision="granted")
    act(office, "licence_clerk", number, "make_licence")
    view = act(office, "licence_clerk", number, "collect", collected_by="张三")

    assert view.case.state == "collected"
    assert {entry.at.date() for entry in view.case.timeline} == {office.now().date()}


def test_materials_are_ticked_off_before_acceptance(opened: Opened) -> None:
    """CAP-81: 材料齐全、符合形式审查要求的受理 (000:343)."""
    office = opened("R04")
    number = applied(office, materials=LACKING, complete=False)

    assert look(office, "acceptor", number).words["materials_missing"][0]["name"] == "营业执照"  # type: ignore[index]
    with pytest.raises(Forbidden, match="材料不齐全"):
        act(office, "acceptor", number, "accept")
    act(office, "acceptor", number, "correct", materials=LACKING, told_by="on_spot")
    act(office, "acceptor", number, "supplement", materials=HELD, complete=True)
    assert act(office, "acceptor", number, "accept").case.state == "accepted"


def handed_over(office: Office) -> str:
    number = applied(office, materials=LACKING, complete=False)
    act(office, "acceptor", number, "take_papers", materials=LACKING)
    return number


def test_the_three_clocks_run_on_the_three_dates_of_the_sheet(opened: Opened) -> None:
    """CAP-82: 于当日转；于5个工作日返至；次日告知，填写移送表（一） (000:346-347)."""
    office = opened("R04")
    set_time(office, at(f"{MONDAY} 09:30"))
    number = handed_over(office)
    due = {"hand_over_same_day": "11-23"}

    set_time(office, at(f"{MONDAY} 16:00"))
    act(office, "acceptor", number, "hand_over_1", handover__at=MONDAY, **SIGNED)
    due["return_5wd"] = "11-30"  # 24 25 26 27 30
    set_time(office, at("2026-11-27 10:00"))
    act(office, "reviewer", number, "return_correction", return__at="2026-11-27", **BACK)
    due["tell_next"] = "11-30"  # the working day after Friday
    set_time(office, at("2026-11-30 09:00"))
    view = act(office, "acceptor", number, "tell_correction", told_at=at("2026-11-30 09:00"), told_by="phone")

    found = clocks(view)
    assert {id_: f"{found[id_].due:%m-%d}" for id_ in due} == due
    assert {found[id_].standing for id_ in due} == {"done"}
    sheet = text_of(notices.issue(office, office.viewer("acceptor"), number, "handover_1"))
    for words in ("王芳", "赵审", "2026年11月23日", "2026年11月27日", "2026年11月30日"):
        assert words in sheet


@pytest.mark.parametrize(
    ("until", "late"),
    [("taken", "hand_over_same_day"), ("over", "return_5wd"), ("back", "tell_next")],
)
def test_a_late_hand_over_stands_in_the_overdue_list(opened: Opened, until: str, late: str) -> None:
    """CAP-82."""
    office = opened("R04")
    set_time(office, at(f"{MONDAY} 09:30"))
    number = handed_over(office)
    if until != "taken":
        act(office, "acceptor", number, "hand_over_1", handover__at=MONDAY, **SIGNED)
    if until == "back":
        act(office, "reviewer", number, "return_correction", return__at=MONDAY, **BACK)
    due = clocks(look(office, "acceptor", number))[late].due
    assert due is not None
    set_time(office, due)
    assert clocks(look(office, "acceptor", number))[late].standing == "running"

    forward(office, minutes=1)

    assert clocks(look(office, "acceptor", number))[late].standing == "overdue"
    rows = cases.due(office, office.viewer("acceptor"), "1d")
    assert number in {row.number for row in rows if row.next_due_at <= office.now()}


def test_an_accepted_matter_goes_over_with_the_second_sheet(opened: Opened) -> None:
    """CAP-82: 交接双方须填写《行政许可移送表》 (000:350)."""
    office = opened("R04")
    number = applied(office)
    act(office, "acceptor", number, "accept")
    act(office, "acceptor", number, "hand_over_2", handover__at="2026-11-20", **SIGNED)

    sheet = text_of(notices.issue(office, office.viewer("acceptor"), number, "handover_2"))

    assert all(words in sheet for words in ("移送表（二）", "王芳", "赵审", "2026年11月20日"))


def test_the_progress_slip_prints_steps_and_dates(opened: Opened) -> None:
    """CAP-83: 分别进行审核，复审、审定 (000:352); 办理进度查询 (000:267)."""
    office = opened("R04")
    set_time(office, at(f"{MONDAY} 09:30"))
    number = applied(office)
    act(office, "acceptor", number, "accept")
    act(office, "acceptor", number, "hand_over_2", handover__at=MONDAY, **SIGNED)
    act(office, "acceptor", number, "urge", urged_whom="注册处", urged_about="内部催促")
    days = {"examine": "2026-11-25", "reexamine": "2026-11-26", "decide": "2026-11-27"}
    given = {
        "examine": ("reviewer", {"opinion": "符合"}),
        "reexamine": ("second_reviewer", {"second_opinion": "同意"}),
        "decide": ("approver", {"decision": "granted", "approver": "周局"}),
    }
    for step, day in days.items():
        set_time(office, at(f"{day} 10:00"))
        assert step in steps(look(office, given[step][0], number))
        act(office, given[step][0], number, step, **given[step][1])
    set_time(office, at("2026-11-30 10:00"))
    act(office, "licence_clerk", number, "make_licence")
    act(office, "licence_clerk", number, "answer_progress")

    printed = text_of(notices.issue(office, office.viewer("licence_clerk"), number, "progress")).replace(
        " ", ""
    )

    rows = [
        "受理2026年11月23日",
        "审核2026年11月25日",
        "复审2026年11月26日",
        "审定2026年11月27日",
        "制证2026年11月30日",
    ]
    assert [row for row in rows if row not in printed] == []
    assert number in printed
    assert "催" not in printed  # the office's own pressing is nobody else's business
    act(office, "licence_clerk", number, "publicise")  # 000:261
    act(office, "licence_clerk", number, "collect", collected_by="张三")
    assert look(office, "licence_clerk", number).case.state == "collected"


@pytest.mark.parametrize(
    ("passes", "fails", "by"),
    [
        ("ad_first_pass", "ad_first_fail", "ad_first"),
        ("ad_second_pass", "ad_second_fail", "ad_second"),
        ("ad_approve", "ad_disapprove", "ad_approver"),
    ],
)
def test_an_advertisement_passes_or_fails_each_of_three_examinations(
    opened: Opened, passes: str, fails: str, by: str
) -> None:
    """CAP-84: 初审→复审→审批，通过、未通过 (000:378-384)."""
    office = opened("R03")
    way = {"ad_first_pass": "ad_first", "ad_second_pass": "ad_second", "ad_approve": "ad_approver"}
    [category, *_] = [entry.id for entry in office.rulebook.categories if "ad_filing" in entry.kinds]
    one, other = (
        take_in(office, "acceptor", kind="ad_filing", channel="applied", category=category).case.number
        for _ in range(2)
    )
    for step in list(way)[: list(way).index(passes)]:
        for number in (one, other):
            act(office, way[step], number, step)

    passed = act(office, by, one, passes, **({"ad_number": "备案1"} if passes == "ad_approve" else {}))
    failed = act(office, by, other, fails, reason="内容与批准的不一致")

    assert failed.case.state == "ad_failed"
    assert passed.case.state == {"ad_first_pass": "ad_second", "ad_second_pass": "ad_third"}.get(
        passes, "ad_approved"
    )


def found_ad(office: Office, day: str, **values: object) -> str:
    set_time(office, at(f"{day} 10:00"))
    [category, *_] = [entry.id for entry in office.rulebook.categories if "ad_violation" in entry.kinds]
    given = {"advertiser": "某药厂", "ad_medium": "晚报", **values}
    return take_in(
        office, "monitor", kind="ad_violation", channel="daily_monitor", category=category, **given
    ).case.number


def test_the_month_exports_its_notices_and_the_rate_is_handed_over_by_found(opened: Opened) -> None:
    """CAP-84: 违法广告移送率 (000:374); 公告每月按时发布 (000:375)."""
    office = opened("R03")
    first, last = date(2026, 11, 1), date(2026, 11, 30)
    found = [found_ad(office, f"2026-11-0{n}", subject=f"神药{n}号") for n in range(2, 6)]
    for number in found[:3]:
        act(office, "monitor", number, "ad_hand_over", counterpart="市工商局")
    act(office, "officer", found[0], "ad_announce", announcement="含有不科学的功效断言")
    found_ad(office, "2026-12-01", subject="下月的")

    listed = registers.book(office, office.viewer("officer"), "ad_notice", first, last)
    rate = next(
        one
        for one in figures.figures(office, office.viewer("officer"), first, last).indicators
        if one.indicator == "handover_rate"
    )

    assert [words[2] for words in listed.words] == ["神药2号"]
    assert "含有不科学的功效断言" in listed.words[0]
    assert (rate.words, len(rate.hits), len(rate.base)) == ("75.00%", 3, 4)


def test_a_denied_licence_gets_its_decision_with_reasons_and_both_remedies(opened: Opened) -> None:
    """行政许可法第三十八条第二款: in writing, with reasons, and the rights to reconsideration and to suit; not in the manual."""
    office = opened("R04")
    number = applied(office)
    act(office, "acceptor", number, "accept")
    act(office, "acceptor", number, "hand_over_2", handover__at="2026-11-20", **SIGNED)
    act(office, "reviewer", number, "examine", opinion="仓储条件不符")
    act(office, "second_reviewer", number, "reexamine", second_opinion="同意")
    with pytest.raises(DeskError) as silent:
        act(office, "approver", number, "decide", decision="denied", approver="周局")
    reason = "仓库面积不足，不符合《药品经营许可证管理办法》规定的条件"
    act(office, "approver", number, "decide", decision="denied", approver="周局", denial_reason=reason)

    [offer] = [
        one for one in notices.offers(office, office.viewer("acceptor"), number) if one.paper == "denial"
    ]
    words = text_of(notices.issue(office, office.viewer("acceptor"), number, "denial")).replace("\n", "")
    act(office, "acceptor", number, "deny")

    assert silent.value.field == "denial_reason"
    assert (offer.name, offer.missing) == ("不予行政许可决定书", ())
    for said in (
        "决定不予行政许可",
        reason[:20],
        "六十日内向",
        "申请行政复议",
        "六个月内",
        "提起行政诉讼",
        "行政许可专用章",
    ):
        assert said in words
    assert look(office, "acceptor", number).case.state == "not_granted"


def test_a_second_decision_says_which_one_it_replaces_where_its_form_has_the_place(opened: Opened) -> None:
    office = opened("R04")
    number = applied(office)
    act(office, "acceptor", number, "refuse", ground="no_licence_needed", reason="本事项无须许可")
    head = office.viewer("hall_head")
    first = notices.issue(office, head, number, "refusal")

    second = notices.issue(office, head, number, "refusal", reason="理由表述有误")

    assert f"本通知书替代{first.number}《不予受理通知书》" in text_of(second).replace("\n", "")
    assert "替代" not in text_of(first)
    papers = look(office, "hall_head", number).papers
    assert [(one.number, one.state) for one in papers] == [
        (first.number, "issued"),
        (second.number, "issued"),
    ]


def test_a_licence_that_is_granted_is_not_offered_its_denial(opened: Opened) -> None:
    office = opened("R04")
    number = applied(office, "instant", needs_review=False)
    act(office, "acceptor", number, "accept")
    act(office, "acceptor", number, "finish_at_once", decision="granted")

    assert "denial" not in {one.paper for one in notices.offers(office, office.viewer("acceptor"), number)}


def test_who_decides_is_proposed_as_who_decided_and_nobody_else(opened: Opened) -> None:
    office = opened("R04")
    number = applied(office)
    act(office, "acceptor", number, "accept")
    act(office, "acceptor", number, "hand_over_2", handover__at="2026-11-20", **SIGNED)
    act(office, "reviewer", number, "examine", opinion="符合")
    act(office, "second_reviewer", number, "reexamine", second_opinion="同意")

    view = look(office, "approver", number)

    [decide] = [one for one in view.steps if one.step.id == "decide"]
    assert decide.proposed["approver"] == office.viewer("approver").name
