"""Investigation, plan, approval, measures, liability, remedies and the legal track (CAP-66 to 76)."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from tests.capabilities.counter import Opened, act, altered, clocks, forward, look, set_time, steps, take_in
from tests.paper.papers import pages_of, text_of
from tests.small_office import at

from desk.domain.errors import DeskError, Forbidden
from desk.rulebook.loading import BadRulebook, load
from desk.services import notices
from desk.services.cases import CaseView
from desk.services.office import Office

PLAN = {"plan_kind": "repair", "plan_from": "2026-11-23", "plan_to": "2026-11-27"}


def refusal(*given: object, **values: object) -> DeskError:
    """What keeps the step from being taken."""
    with pytest.raises(DeskError) as refused:
        act(*given, **values)  # type: ignore[arg-type]
    return refused.value


def planned(office: Office, **plan: object) -> str:
    """A matter under R01 whose department may hand in its plan, or has handed in ``plan``."""
    number = take_in(office, "reception", category="repair", people=1, respondent__staff=False).case.number
    act(office, "service", number, "accept")
    act(office, "service", number, "judge", department="engineering", assisting="design")
    act(office, "service", number, "assign", handler="赵工")
    act(office, "handler", number, "verify", verified="墙面渗水", verified_by="赵工")
    if plan:
        act(office, "handler", number, "plan", **plan)
    return number


# --- CAP-66, 67: investigation and analysis ---


def investigated(office: Office, statements: object) -> str:
    number = take_in(office, "reception", category="quality", order_number="D1").case.number
    act(office, "reception", number, "classify", priority="first", complexity="complex")
    act(office, "reception", number, "assign", department="quality")
    act(office, "handler", number, "investigate", investigator="王调查", finding="内胆有裂纹", proposal="换货",
        statements=statements)  # fmt: skip
    return number


def test_three_interviewees_stand_on_the_investigation_form_each_with_room_to_sign(opened: Opened) -> None:
    """CAP-66: F-03 被调查人陈述 姓名 陈述 被调查人签名 调查人签名 (000:233)."""
    office = opened("R14")
    said = (("甲一", "当时没有开机"), ("乙二", "是我装的箱"), ("丙三", "收货时已破"))
    number = investigated(office, [{"name": name, "statement": words} for name, words in said])

    printed = notices.issue(office, office.viewer("specialist"), number, "investigation")

    (page,) = pages_of(printed.data)
    assert all(name in page and words in page for name, words in said)
    for title in ("被调查人签名", "调查人签名", "调查总结", "内胆有裂纹", "投诉处理建议", "换货", "王调查"):
        assert title in page, title


def test_a_long_statement_goes_on_on_the_next_page(opened: Opened) -> None:
    """CAP-66: continuation page when long."""
    office = opened("R14")
    long = "".join(f"第{n}句话说的是装箱的经过。" for n in range(150))
    number = investigated(
        office, [{"name": "甲一", "statement": long}, {"name": "乙二", "statement": "没有话"}]
    )

    pages = pages_of(notices.issue(office, office.viewer("specialist"), number, "investigation").data)

    assert len(pages) > 1
    assert "第149句话说的" in "".join(pages).replace("\n", "")
    assert "乙二" in "".join(pages)


def test_a_statement_without_the_name_of_who_made_it_is_refused(opened: Opened) -> None:
    office = opened("R14")

    with pytest.raises(DeskError) as refused:
        investigated(office, [{"statement": "没有名字的话"}])

    assert refused.value.field == "statements"


def test_the_analysis_form_is_filled_from_the_case(opened: Opened) -> None:
    """CAP-67: F-04 (000:233)."""
    office = opened("R14")
    number = investigated(office, [{"name": "甲一", "statement": "没有开机"}])
    said = {
        "contacts": "上门一次", "difficulties": "客户要求全额退款", "answers": "先行换货", "analysis": "运输受损",
        "measures": "加固包装", "supervisor_advice": "同意换货", "specialist_advice": "建议换货",
    }  # fmt: skip

    act(office, "specialist", number, "analyse", expectation="partly", **said)
    text = text_of(notices.issue(office, office.viewer("specialist"), number, "analysis").data)

    assert [words for words in (*said.values(), "部分达成") if words not in text] == []


# --- CAP-68: plan ---


@pytest.mark.parametrize("book", ["R01", "R14"])
def test_a_plan_does_not_end_before_it_starts(opened: Opened, book: str) -> None:
    """CAP-68: 启动时间 年 月 日，完成时间 年 月 日 (002:425); 时间表和责任人 (000:128)."""
    office = opened(book)
    if book == "R01":
        number, by, rest = planned(office), "handler", {"plan_kind": "repair"}
    else:
        number, by = investigated(office, []), "handler"
        rest = {"countermeasure": "换货", "remedy": "exchange", "plan_owner": "赵工"}

    refused = refusal(office, by, number, "plan", **rest, plan_from="2026-11-27", plan_to="2026-11-23")
    done = act(office, by, number, "plan", **rest, plan_from="2026-11-23", plan_to="2026-11-23")

    assert (refused.field, refused.message.partition("早于")[1]) == ("plan_to", "早于")
    assert done.case.state == "planned"
    assert done.case.values["plan_from"] == done.case.values["plan_to"] == date(2026, 11, 23)


def test_the_plan_clock_stops_when_the_plan_is_handed_in(opened: Opened) -> None:
    """CAP-68: 一般投诉 4小时内提供处理方案 (002:313)."""
    office = opened("R01")
    number = planned(office)
    forward(office, hours=3)

    before = clocks(look(office, "handler", number))["plan"]
    after = clocks(act(office, "handler", number, "plan", **PLAN))["plan"]

    assert (before.standing, before.limit.words) == ("running", "4小时")
    assert (after.standing, after.done_at) == ("done", office.now())


# --- CAP-69: returned ---


def test_a_returned_plan_reopens_the_clock_and_is_counted(opened: Opened) -> None:
    """CAP-69: 处理方案评审 (002:501); the date stays what it was."""
    office = opened("R01")
    number = planned(office, **PLAN)
    due = clocks(look(office, "service", number))["plan"].due

    missing = refusal(office, "service", number, "return_plan")
    back = act(office, "service", number, "return_plan", reason="没有写清材料")

    assert missing.field == "reason"
    assert (back.case.state, back.words["case.returned"]) == ("assigned", "1 次")
    assert (clocks(back)["plan"].standing, clocks(back)["plan"].due) == ("running", due)
    forward(office, hours=5)
    again = act(office, "handler", number, "plan", **PLAN)
    assert (clocks(again)["plan"].standing, clocks(again)["plan"].due) == ("late_done", due)
    twice = act(office, "service", number, "return_plan", reason="仍不清楚")
    assert (twice.words["case.returned"], twice.facts["returned"]) == ("2 次", 2)
    assert [e.values["reason"] for e in twice.case.timeline if e.step == "return_plan"] == [
        "没有写清材料",
        "仍不清楚",
    ]


def test_without_the_manuals_word_a_return_leaves_the_clock_done(tmp_path: Path, opened: Opened) -> None:
    """The control: the same manual with nothing configured."""
    office = opened(altered(tmp_path / "book", "R01", ('reopens = ["return_plan", "rework_plan"]\n', "")))
    number = planned(office, **PLAN)

    back = act(office, "service", number, "return_plan", reason="没有写清材料")

    assert clocks(back)["plan"].standing == "done"


@pytest.mark.parametrize(
    ("book", "steps_", "back", "line"),
    [
        ("R11a", ("review", "issue_sheet"), ("director", "return_sheet", "reviewed"), "002:635"),
        ("R13b", ("judge", "propose"), ("gm", "return_solution", "judged"), "002:673"),
    ],
)
def test_other_manuals_send_back_too(
    opened: Opened, book: str, steps_: tuple[str, ...], back: tuple[str, str, str], line: str
) -> None:
    """CAP-69: R11a 5.3.3 退回; R13b 总经理同意."""
    office = opened(book)
    given: Mapping[str, dict[str, object]] = {
        "review": {"by": "director", "details": "批号", "evidence_asked": True, "emergency": "停发"},
        "issue_sheet": {"by": "salesman"},
        "judge": {"by": "relations", "investigation": "已问", "reason_sound": True, "demand_sound": True, "department": office.rulebook.departments[0].id},
        "propose": {"by": "handler", "cause": "漏装", "person": "李四", "solution": "补装"},
    }  # fmt: skip
    first = {"R11a": "clerk", "R13b": "adviser"}[book]
    plate = {"plate": "京A12345"} if book == "R13b" else {}
    number = take_in(office, first, category=office.rulebook.categories[0].id, **plate).case.number
    for step in steps_:
        values = dict(given[step])
        act(office, str(values.pop("by")), number, step, **values)

    by, step, state = back
    view = act(office, by, number, step, reason="重做")

    assert (view.case.state, view.words["case.returned"]) == (state, "1 次"), line
    if book == "R13b":
        assert clocks(view)["solution"].standing == "running"


# --- CAP-70: who approves ---


@pytest.mark.parametrize(("major", "who"), [(True, {"vice"}), (False, {"director", "vice"})])
def test_a_major_sheet_is_approved_by_the_vice_manager_an_ordinary_one_by_the_director(
    opened: Opened, major: bool, who: set[str]
) -> None:
    """CAP-70: 经部门主任级以上人员批准（重大客户投诉需报营销副总审批）(002:635)."""
    office = opened("R11a")
    number = take_in(office, "clerk", category="product", major_complaint=major).case.number
    act(office, "director", number, "review", details="批号", evidence_asked=True, emergency="停发")
    act(office, "salesman", number, "issue_sheet")

    may = {
        by for by in ("salesman", "clerk", "director", "vice", "qe")
        if steps(look(office, by, number)) & {"approve", "approve_major"}
    }  # fmt: skip

    assert may == who
    if major:
        with pytest.raises(Forbidden, match="营销副总"):
            act(office, "director", number, "approve_major")


def combined(office: Office, **values: object) -> CaseView:
    number = take_in(office, "sales", category="quality").case.number
    sheet = {"order_number": "D1", "part_number": "P1", "quantity": "3", "shipped_on": "2026-11-01", "demand": "换",
             "reason_confirmed": "属实"}  # fmt: skip
    act(office, "sales", number, "fill_sheet", **sheet)
    act(office, "quality", number, "investigate", finding="裂", unit="一车间", shift="甲班", operator="孙六",
        produced_on="2026-10-01", responsible="孙六")  # fmt: skip
    act(office, "sales", number, "negotiate", negotiation="同意换货")
    act(office, "sales_manager", number, "send_back")
    return act(office, "management", number, "combine", combined="同意", **values)


DECIDERS = {"manager": "sales_manager", "vice": "vice", "gm": "gm"}


@pytest.mark.parametrize("chosen", ["manager", "vice", "gm"])
def test_while_the_thresholds_are_blank_the_office_says_who_decides(opened: Opened, chosen: str) -> None:
    """CAP-70: 依核决权限分送业务部经理、副总经理或总经理核决 (002:659); the table is not attached."""
    office = opened("R11b")
    number = combined(office, authority_level=chosen).number

    may = {
        by
        for by in DECIDERS.values()
        if steps(look(office, by, number)) & {f"decide_{one}" for one in DECIDERS}
    }

    assert may == {DECIDERS[chosen]}
    assert [line.range for line in office.rulebook.authorities[0].lines] == ["unset"] * 3


def test_while_the_thresholds_are_blank_somebody_must_say(opened: Opened) -> None:
    office = opened("R11b")

    with pytest.raises(DeskError) as refused:
        combined(office, loss="900")

    assert refused.value.field == "authority_level"


LIMITS = (("manager", "[0,1000)"), ("vice", "[1000,10000)"), ("gm", "[10000,)"))


@pytest.mark.parametrize(
    ("loss", "who"),
    [
        ("0", "sales_manager"),
        ("999.99", "sales_manager"),
        ("1000", "vice"),
        ("9999.99", "vice"),
        ("10000", "gm"),
    ],
)
def test_once_an_office_fills_its_thresholds_in_the_amount_decides(
    tmp_path: Path, opened: Opened, loss: str, who: str
) -> None:
    """The thresholds here are an office's own invention, since the manual gives none."""
    roles = {"manager": "sales_manager", "vice": "vice", "gm": "gm"}
    filled = [
        (f'{{ id = "{id_}", role = "{roles[id_]}", range = "unset" }}', f'{{ id = "{id_}", role = "{roles[id_]}", range = "{range_}" }}')
        for id_, range_ in LIMITS
    ]  # fmt: skip
    office = opened(altered(tmp_path / "book", "R11b", *filled))
    number = combined(office, loss=loss).number

    may = {
        by
        for by in DECIDERS.values()
        if steps(look(office, by, number)) & {f"decide_{one}" for one in DECIDERS}
    }

    assert may == {who}


def test_thresholds_that_overlap_are_a_fault_of_the_rulebook(tmp_path: Path) -> None:
    wrong = ('role = "vice", range = "unset"', 'role = "vice", range = "[0,10]"')
    other = ('role = "gm", range = "unset"', 'role = "gm", range = "[10,)"')

    with pytest.raises(BadRulebook, match=r"区间“\[0,10\]”和“\[10,\)”重叠"):
        load(altered(tmp_path / "book", "R11b", wrong, other))


# --- CAP-71: countersignature ---


def test_the_plan_is_approved_only_when_every_listed_department_has_signed(opened: Opened) -> None:
    """CAP-71: 组织相关部门会签 (002:189)."""
    office = opened("R01")
    number = planned(office, **PLAN, cosigners="设计部、成本采供部")

    assert "review" not in steps(look(office, "service", number))
    assert refusal(office, "service", number, "review").message == "还没有会签：设计部、成本采供部"
    act(office, "department_head", number, "countersign", signs_for="design")
    act(office, "department_head", number, "countersign", signs_for="engineering")  # not asked
    assert refusal(office, "service", number, "review").message == "还没有会签：成本采供部"
    act(office, "department_head", number, "countersign", signs_for="cost", countersign_note="同意")
    assert act(office, "service", number, "review").case.state == "talking"


def test_a_plan_handed_in_again_is_signed_again(opened: Opened) -> None:
    office = opened("R01")
    number = planned(office, **PLAN, cosigners="design")
    act(office, "department_head", number, "countersign", signs_for="design")
    act(office, "service", number, "return_plan", reason="改材料")

    act(office, "handler", number, "plan", **PLAN, cosigners="design")

    assert refusal(office, "service", number, "review").message == "还没有会签：设计部"


def test_a_plan_that_nobody_must_sign_is_reviewed_at_once(opened: Opened) -> None:
    office = opened("R01")

    assert "review" in steps(look(office, "service", planned(office, **PLAN)))


# --- CAP-72: measures ---


def test_a_major_complaint_has_two_dates_one_in_working_hours_one_in_working_days(opened: Opened) -> None:
    """CAP-72: 重大投诉8个工作小时内提出临时改善对策，2个工作日内回复永久对策 (002:635)."""
    office = opened("R11a")
    number = take_in(office, "clerk", category="product", major_complaint=True).case.number
    act(office, "director", number, "review", details="批号", evidence_asked=True, emergency="停发")
    act(office, "salesman", number, "issue_sheet")
    act(office, "vice", number, "approve_major")
    set_time(office, at("2026-11-20 14:00"))  # a Friday

    view = act(office, "quality_head", number, "sign", signed_by="周品管")

    found = {
        id_: clock.due for id_, clock in clocks(view).items() if id_ in ("interim", "permanent", "reply")
    }
    # Office hours 9:00-12:00 and 14:00-17:30 or as the office set them: 8 hours end on Monday; 2 days on Tuesday's end.
    assert set(found) == {"interim", "permanent"}
    assert found["interim"].date() == date(2026, 11, 23)  # type: ignore[union-attr]
    assert found["permanent"].date() == date(2026, 11, 24)  # type: ignore[union-attr]
    done = act(office, "qe", number, "interim", interim="全检在库")
    assert (clocks(done)["interim"].standing, clocks(done)["permanent"].standing) == ("done", "running")


def test_an_ordinary_complaint_has_one_date(opened: Opened) -> None:
    """一般投诉应在3个工作日内回复 (002:635)."""
    office = opened("R11a")
    number = take_in(office, "clerk", category="product", major_complaint=False).case.number
    act(office, "director", number, "review", details="批号", evidence_asked=True, emergency="停发")
    act(office, "salesman", number, "issue_sheet")
    act(office, "director", number, "approve")

    view = act(office, "quality_head", number, "sign", signed_by="周品管")

    found = {
        id_: clock.due for id_, clock in clocks(view).items() if id_ in ("interim", "permanent", "reply")
    }
    assert {id_: due.date() for id_, due in found.items() if due} == {"reply": date(2026, 11, 25)}


def test_the_effect_of_a_rectification_is_checked_in_the_next_month(opened: Opened) -> None:
    """CAP-72: 通过次月的服务质量检查，以客户感知为标准，检验整改效果 (002:685)."""
    office = opened("R13c")
    number = take_in(office, "dcrc", category="service").case.number
    act(office, "dcrc", number, "dispatch", department="service")
    act(office, "department", number, "feed_back", result="已道歉")
    act(
        office,
        "dcrc",
        number,
        "order_rectify",
        opinion="加强培训",
        rectify_by="2026-11-30",
        rectify_department="服务部",
    )

    too_soon = refusal(office, "dcrc", number, "check_effect", effect="good", effect_note="已回访")
    view = act(office, "department", number, "rectify", rectified="已培训", check_on="2026-12-15")

    assert "提交整改报告" in too_soon.message
    assert (clocks(view)["rectify"].standing, clocks(view)["effect"].standing) == ("done", "running")
    assert clocks(view)["effect"].due.date() == date(2026, 12, 15)  # type: ignore[union-attr]
    set_time(office, at("2026-12-15 10:00"))
    checked = act(office, "dcrc", number, "check_effect", effect="part", effect_note="两位客户满意")
    assert (clocks(checked)["effect"].standing, checked.words["effect"]) == ("done", "部分有效")
    assert [task.is_done for task in checked.tasks if task.id == "整改"] == [True]


# --- CAP-73: liability ---


@pytest.mark.parametrize(
    ("shares", "accepted"), [((60, 40), True), ((100,), True), ((60, 30), False), ((60, 41), False)]
)
def test_shares_of_liability_make_a_hundred(opened: Opened, shares: tuple[int, ...], accepted: bool) -> None:
    """CAP-73: 责任 归属部门 比率(%)，个人处罚 姓名 类别，损失金额 (000:233)."""
    office = opened("R14")
    number = investigated(office, [])
    split = [{"name": f"部门{n}", "percent": str(share)} for n, share in enumerate(shares)]
    given = {"liability": split, "loss": "1200.50", "punished": [{"name": "李四", "kind": "警告"}]}

    if not accepted:
        assert refusal(office, "supervisor", number, "settle_liability", **given).field == "liability"
        return
    view = act(office, "supervisor", number, "settle_liability", **given)

    assert view.words["liability.percent"] == "、".join(map(str, shares))
    assert (view.words["loss"], view.words["punished.name"], view.words["punished.kind"]) == (
        "1,200.50",
        "李四",
        "警告",
    )


# --- CAP-74: remedies ---


def test_money_for_a_repair_is_warned_about_and_goes_on_for_a_reason(opened: Opened) -> None:
    """CAP-74: 对于工程维修类投诉遵循“只修不赔”处理原则 (002:131)."""
    office = opened("R01")
    number = planned(office)

    warned = refusal(office, "handler", number, "plan", **PLAN, compensation="500")
    done = act(
        office,
        "handler",
        number,
        "plan",
        **PLAN,
        compensation="500",
        repair_only_reason="业主出院，总经理同意",
    )

    assert (warned.code, warned.field) == ("warned", "compensation")
    assert "只修不赔" in warned.message
    assert "不按只修不赔办理的理由" in (warned.hint or "")
    assert done.words["repair_only_reason"] == "业主出院，总经理同意"
    # 涉及费用时须经成本部进行核算 (002:183, 217)
    assert refusal(office, "service", number, "review").message == "涉及赔付，成本采供部还没有提供核算依据"
    act(office, "cost", number, "calculate", calculation="按两日租金")
    assert act(office, "service", number, "review").case.state == "talking"


def test_a_repair_without_money_is_not_warned_about(opened: Opened) -> None:
    office = opened("R01")

    assert act(office, "handler", planned(office), "plan", **PLAN).case.state == "planned"


@pytest.mark.parametrize(("amount", "accepted"), [("800", True), ("799.99", True), ("800.01", False)])
def test_a_special_case_is_not_paid_more_than_the_whole_repair(
    opened: Opened, amount: str, accepted: bool
) -> None:
    """CAP-74: 特案仅限于适当补偿，不得超过修理费用 (002:617)."""
    office = opened("R12")
    number = take_in(office, "centre", category="warranty").case.number
    act(office, "centre", number, "assign", department="technical")
    given = {"special_kind": "warranty", "repair_cost": "800", "compensation": amount, "authorised": True}

    if accepted:
        assert act(office, "technical", number, "special", **given).words["special_kind"] == "特案保修"
    else:
        assert refusal(office, "technical", number, "special", **given).field == "compensation"


# --- CAP-75, 76: others, and the court ---


def test_an_outside_firm_stands_in_the_case_with_contact_and_date(opened: Opened) -> None:
    """CAP-75: 管理下游单位(如施工单位、测绘公司等) (002:179); 其他公司，原物料供应商 (002:661)."""
    office = opened("R01")
    number = planned(office)
    firm = {
        "name": "恒远施工",
        "part": "施工单位",
        "contact": "马工",
        "phone": "13800138001",
        "since": "2026-11-20",
    }

    nobody = refusal(office, "service", number, "involve", outsiders=[{"name": "恒远施工"}])
    view = act(office, "service", number, "involve", outsiders=[firm])

    assert nobody.field == "outsiders"
    (row,) = view.words["outsiders"]
    assert (row["name"], row["contact"], row["phone"]) == ("恒远施工", "马工", "13800138001")  # type: ignore[index]
    assert "2026" in row["since"]  # type: ignore[index]


def test_the_unit_that_caused_it_is_spoken_to_by_somebody_on_some_day(opened: Opened) -> None:
    """CAP-75: 回复顾客将与造成问题的单位进行沟通争取解决 (000:150)."""
    office = opened("R02")
    number = take_in(office, "specialist").case.number
    caused = {"defect_from": "outside", "outside_unit": "电梯公司"}
    act(office, "specialist", number, "classify", validity="to_improve", **caused)
    unit = {"name": "电梯公司", "contact": "孙工", "since": "2026-11-20"}

    assert refusal(office, "specialist", number, "contact_unit").field == "outsiders"
    view = act(office, "specialist", number, "contact_unit", outsiders=[unit])

    assert [row["contact"] for row in view.words["outsiders"]] == ["孙工"]  # type: ignore[index]


def test_a_lawsuit_closes_with_the_papers_date_and_the_formalities_done(opened: Opened) -> None:
    """CAP-76: 法院判决书或调解书下达且客户相关手续办理完成的，视为关闭 (002:87)."""
    office = opened("R01")
    number = planned(office, **PLAN)
    sued = act(office, "legal", number, "sue")
    assert clocks(sued)["close"].limit.words  # runs, but is not counted on
    result = {"result": "判决驳回"}

    for lacking, given in (
        ("judgment_on", {"formalities_done": "2026-11-20"}),
        ("formalities_done", {"judgment_on": "2026-11-19"}),
    ):
        assert refusal(office, "legal", number, "judgment", **result, **given).field == lacking
    act(
        office, "legal", number, "judgment", judgment_on="2026-11-19", formalities_done="2026-11-20", **result
    )
    act(office, "service", number, "visit")
    closed = act(office, "service", number, "close")

    assert (closed.case.state, closed.case.values["ground"]) == ("closed", "lawsuit")
