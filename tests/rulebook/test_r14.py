"""The company manual with its library of forms: every label and number against the manuals' own lines.

The expected values are copied from the manuals by hand; the last column of a table is its line.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from tests.paper.papers import text_of
from tests.rulebook.test_ways import Act, opened, walked
from tests.small_office import CALENDAR

from desk.domain.circumstances import of_case
from desk.domain.clocks import clocks_of
from desk.domain.draft import Draft, Value
from desk.domain.errors import DeskError
from desk.domain.filling import Values
from desk.domain.intake import read_values, settle
from desk.domain.notice import compose
from desk.domain.register import Lines, Source, lines
from desk.domain.words import case_dates, case_words, fact_words
from desk.paper.drawing import draw
from desk.rulebook.criteria import holds
from desk.rulebook.limits import parse_limit
from desk.rulebook.loading import load
from desk.rulebook.model import Rulebook, find
from desk.rulebook.summary import unset_values

NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)
GOODS = ("品名规格", "加工别", "颜色", "单价", "交易量", "交易额", "投诉量", "投诉额", "备注")


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load("R14")


def squeezed(text: str) -> str:
    """Without white space, as the text of a PDF is compared."""
    return "".join(text.split())


def printed(book: Rulebook, name: str, values: Values | None = None) -> str:
    return text_of(draw(compose(book.layouts[name], values or {})).data)


CHANNELS = [
    ("客服热线电话", "000:86, 105, 175, 238; 001:89, 115, 139, 149"),
    ("电子邮件", "000:87, 105, 176, 239; 001:17, 83, 89, 101, 109, 139, 149, 155"),
    ("网上投诉表格、在线平台", "000:105, 177, 240; 001:109, 139"),
    ("在线客服、在线聊天", "001:115, 155"),
    ("社交媒体", "001:83, 89, 101, 139, 149"),
    ("信函", "001:17"),
    ("来访面谈", "000:232; 001:17-19"),
    ("向销售代表、客服人员当面提出", "000:88"),
]


def test_the_channels_are_those_of_all_the_manuals(book: Rulebook) -> None:
    assert [(channel.name, channel.source) for channel in book.channels] == CHANNELS


def test_a_short_message_is_a_means_of_reply_and_no_channel(book: Rulebook) -> None:
    assert not any("短信" in channel.name for channel in book.channels)
    assert "短信" in [choice.name for choice in book.field("told_by").choices]  # 000:249; 001:83


@pytest.mark.parametrize(
    ("category", "lead", "line"),
    [
        ("技术问题", "技术支持团队", "000:92"),
        ("客户服务", "服务质量管理部门", "000:93, 181; 001:115, 155"),
        ("产品质量", "质量管理部门", "000:94, 181; 001:109, 115, 155"),
        ("服务态度", "服务质量管理部门", "001:109"),
        ("交付延迟、物流延误", "", "000:181; 001:155"),
        ("售后问题", "", "001:115"),
        ("其他", "", "000:181"),
    ],
)
def test_each_category_goes_to_its_department_or_asks_for_one(
    book: Rulebook, category: str, lead: str, line: str
) -> None:
    found = next(entry for entry in book.categories if entry.name == category)

    assert found.source == line
    assert (find(book.departments, found.lead).name if found.lead else "") == lead
    assert found.choose_lead is (not lead)


def test_the_two_departments_can_bear_the_names_of_the_other_manual() -> None:
    book = load("R14", {"department_names": "control"})

    names = [find(book.departments, id_).name for id_ in ("quality", "service_quality")]
    assert names == ["质量控制部门", "客服部门"]  # 001:155


@pytest.mark.parametrize(
    ("clock_id", "limit", "line"),
    [
        ("acknowledge", "at_once", "000:249"),
        ("first_reply", "24h", "000:186, 250; 001:103"),
        ("verify", "unset", "000:187"),
        ("result", "unset", "000:188"),
        ("plan", "fact:plan_to", "000:128; 001:117"),
        ("promised", "fact:promised", "000:232"),
        ("expected", "fact:expected_on", "000:186; 001:151"),
    ],
)
def test_only_the_first_reply_has_a_number_of_hours(
    book: Rulebook, clock_id: str, limit: str, line: str
) -> None:
    clock = book.clock(clock_id)

    assert (clock.limit, clock.source) == (limit, line)
    assert len(book.clocks) == 7


def test_only_what_was_said_to_the_customer_may_be_told_to_him_again(book: Rulebook) -> None:
    """000:232 商定的最后期限; 000:186 告知客户预计解决时间. Nothing that is the office's own."""
    assert [clock.id for clock in book.clocks if clock.told] == ["promised", "expected"]


@pytest.mark.parametrize(
    ("fact", "step", "line"),
    [
        ("progress_told", "first_reply", "000:186"),  # 处理进展; 000:250 后续处理步骤
        ("expected_on", "first_reply", "000:186"),  # 预计解决时间
        ("expected_on", "report_progress", "001:151"),  # 预计的解决时间，并定时更新进展情况
        ("steps_told", "explain_escalation", "000:46"),  # 投诉升级的具体步骤和时间
        ("truth", "investigate", "000:247"),  # 投诉内容的真实性和合理性
        ("reasonable", "investigate", "001:141"),  # 客户诉求的合理性
        ("course_told", "confirm", "001:31"),  # 投诉处理的流程和大致的时间安排
    ],
)
def test_what_is_to_be_said_or_found_out_is_asked_at_its_step(
    book: Rulebook, fact: str, step: str, line: str
) -> None:
    field = book.field(fact)

    assert step in field.at
    assert line.partition(":")[2] in field.source


def test_what_was_told_as_the_expected_day_becomes_a_date(book: Rulebook) -> None:
    case = opened(book, "complaint", "visit", "quality", dict(NEEDED))
    day = (NOON + timedelta(days=3)).date()
    said: Act = ("first_reply", "reception", {"told_by": "phone", "expected_on": day})

    told = walked(book, case, [said])
    found = {one.id: one for one in clocks_of(book, told, of_case(book, told, NOON), CALENDAR, NOON)}
    due = found["expected"].due
    assert due
    assert due.date() == day


def test_a_complaint_that_was_shelved_can_be_dealt_with_again(book: Rulebook) -> None:
    """000:44-45, 001:121: who is still not satisfied is dealt with again."""
    case = opened(book, "complaint", "visit", "quality", dict(NEEDED))

    again = walked(book, case, [*WHOLE, ("reanalyse", "specialist", {"reason": "又坏了"})])

    assert again.state == "assigned"


def test_at_once_is_no_number_unless_the_office_sets_one() -> None:
    assert not parse_limit("at_once").amount
    assert load("R14", {"at_once": "30min"}).clock("acknowledge").limit == "at_once..30min"


@pytest.mark.parametrize("holidays", ["skipped", "deferred"])
def test_the_twenty_four_hours_run_through_days_off_unless_the_office_says_otherwise(
    book: Rulebook, holidays: str
) -> None:
    assert book.clock("first_reply").holidays == "counted"
    assert load("R14", {"reply_days_off": holidays}).clock("first_reply").holidays == holidays


NEEDED = {
    "complainant.name": "张三",
    "complainant.phone": "13900000000",
    "subject": "钢板划伤",
    "narrative": "到货有划伤",
}


def problems(book: Rulebook, channel: str, values: Mapping[str, Value]) -> set[str]:
    draft = Draft(kind="complaint", channel=channel, received_at=NOON, values=values)
    return {problem.field for problem in settle(book, draft, NOON).blocking}


@pytest.mark.parametrize("missing", ["complainant.phone", "subject", "narrative"])
def test_a_complaint_without_what_must_be_registered_is_refused(book: Rulebook, missing: str) -> None:
    """000:178: name, contact, content and channel."""
    assert problems(book, "hotline", NEEDED) == set()
    assert problems(book, "hotline", {id_: value for id_, value in NEEDED.items() if id_ != missing}) == {
        missing
    }
    assert problems(book, "", NEEDED) == {"channel"}


@pytest.mark.parametrize(
    "field",
    [
        "order_number",
        "contract_number",
        "materials",
        "happened_on",
        "place",
        "product",
        "promised",
        "restated",
    ],
)
def test_what_the_manuals_ask_besides_can_be_entered(book: Rulebook, field: str) -> None:
    """000:30, 179-180, 232, 245."""
    assert field in [entry.id for entry in book.fields_at("register", "complaint", "hotline")]


# --- the library of forms (000:232-233) ---


FORMS = [
    (
        "registration", "客户投诉登记表",
        ["编号", "投诉时间", "客户姓名", "联系电话", "合同编号", "购买日期", "制造部门", "生产日期", *GOODS, "投诉内容", "理由",
         "要求", "赔款", "元", "折价", "%", "退货", "其他", "经办人", "审核人"],
        "000:232",
    ),
    (
        "investigation", "客户投诉调查表",
        ["编号", "日期", "投诉客户", "投诉日期", "投诉类型", "投诉内容", "投诉调查人", "被调查人陈述", "姓名", "陈述", "被调查人签名",
         "调查人签名", "调查总结", "签名", "投诉处理建议", "填表人", "审核人", "审核日期"],
        "000:233",
    ),
    (
        "analysis", "客户投诉分析表",
        ["客户名称", "受理日期", "投诉种类", "承诺期限", "投诉原由", "客户要求", "客户投诉发生后公司与客户的接触情况",
         "投诉处理可能的难点", "投诉处理难点应对方法", "投诉调查的结果分析", "客户期望是否达成", "采取主要措施", "客户投诉主管建议",
         "客户投诉专员建议", "制表", "审核"],
        "000:233",
    ),
    (
        "handling", "客户投诉处理表",
        ["编号", "填写日期", "客户姓名", "订单编号", "制造部门", "交运日期", "产品名称", "产品规格", "交货数量", "金额", "投诉理由",
         "处理建议", "填表人", "审核人"],
        "000:233",
    ),
    (
        "notification", "投诉处理通知表",
        ["编号", "日期", "客户姓名", "联系电话", "投诉接待人", "联系地址", "订单号", "购买数量", "交货日期", "被投诉部门", "投诉原因",
         "客户问题", "调查结果", "客户要求的处理方法", "退货", "换货", "打折扣", "免费修复", "其他", "公司处理对策", "填表人", "审核人",
         "客户", "执行人"],
        "000:233",
    ),
    (
        "summary", "投诉处理总结表",
        ["投诉次数", "每天投诉次数", "已解决投诉次数", "解决比例", "涉及产品质量的次数", "主要质量问题", "具体对策",
         "运输环节问题及其对策", "加工环节问题及其对策", "管理环节问题及其对策", "其他环节问题及其对策", "备注", "制表", "审核"],
        "000:233",
    ),
    ("report", "客户投诉报告表", ["时间", "经理：", "本部门自", "接到客户投诉，已于", "将案件办结，现将结果报告如下。"], "000:233"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "title", "labels", "line"), FORMS)
def test_a_form_prints_every_label_of_the_manual_in_its_order(
    book: Rulebook, name: str, title: str, labels: list[str], line: str
) -> None:
    text = printed(book, name)

    assert book.layouts[name].title == title
    assert find(book.papers, name).source == line
    place = text.index(title) + len(title)
    for label in labels:
        place = text.index(label, place) + len(label)


def test_a_label_that_is_not_on_the_form_is_missed(book: Rulebook) -> None:
    """The control of the test above."""
    assert "审核日期" not in printed(book, "registration")


def test_the_analysis_has_no_number(book: Rulebook) -> None:
    assert "编号" not in printed(book, "analysis")  # 000:233
    assert "编号" in printed(book, "handling")


def rows(count: int, *columns: str) -> tuple[dict[str, str], ...]:
    return tuple({column: f"{column}{number}" for column in columns} for number in range(1, count + 1))


@pytest.mark.parametrize(
    ("form", "field", "columns"),
    [
        (
            "registration",
            "goods",
            ("name", "process", "colour", "price", "traded", "traded_amount", "complained"),
        ),
        ("investigation", "statements", ("name", "statement")),
    ],
)
def test_thirty_lines_are_all_printed_over_several_pages(
    book: Rulebook, form: str, field: str, columns: tuple[str, ...]
) -> None:
    values = {field: rows(30, *columns)}
    drawn = draw(compose(book.layouts[form], values))

    text = text_of(drawn.data)
    assert drawn.pages > 1
    assert all(squeezed(f"{column}{number}") in text for column in columns for number in range(1, 31))


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ("registration", "narrative"), ("investigation", "finding"), ("analysis", "analysis"), ("handling", "cause"),
        ("notification", "countermeasure"), ("summary", "summary_quality"), ("report", "result"),
    ],
)  # fmt: skip
def test_a_long_story_is_printed_whole(book: Rulebook, form: str, field: str) -> None:
    story = "".join(f"〈{number}〉" for number in range(700))

    text = printed(book, form, {field: story})

    assert all(f"〈{number}〉" in text for number in range(700))


def test_the_lines_of_the_registration_are_added_up(book: Rulebook) -> None:
    lines_ = (
        {"name": "冷轧板", "traded_amount": "104000", "complained_amount": "15600"},
        {"name": "热轧板", "traded_amount": "1000.5"},
    )

    text = printed(book, "registration", fact_words(book, {"goods": lines_}))

    assert "合计105,000.5015,600.00" in text


def test_the_boxes_of_the_notification_are_ticked_as_the_customer_asks(book: Rulebook) -> None:
    values = fact_words(book, {"wanted": ("return", "repair")})

    ticks = compose(book.layouts["notification"], values).text
    assert "☑退货　□换货　□打折扣　☑免费修复　□其他" in ticks  # 000:233


@pytest.mark.parametrize(
    ("register", "titles", "line"),
    [
        ("reception", ["序号", "客户姓名", "联系电话", "投诉问题", "客户要求", "接待人", "备注"], "000:232"),
        (
            "statistics",
            ["日期", "编号", "客户名称", "商品名称", "购货日期", "投诉内容", "责任部门", "处理方式/退货", "处理方式/换货",
             "处理方式/折扣", "处理方式/维修", "处理方式/其他", "损失（元）"],
            "000:233",
        ),
        (
            "tracking",
            ["件数", "受理日期", "编号", "客户名称", "销售单号", "品名、规格", "交货/日期", "交货/数量", "交货/金额", "不良品数量",
             "投诉内容", "制造单位", "处理方式", "损失金额", "责任/归属部门", "责任/比率（%）", "个人处罚/姓名", "个人处罚/类别",
             "处理时效/主管", "处理时效/财务部", "处理时效/销售部", "处理时效/总经理", "处理时效/结束", "处理时效/合计",
             "督促记录（日期文号）", "结案编号"],
            "000:233",
        ),
    ],
)  # fmt: skip
def test_a_register_has_the_columns_of_the_manual(
    book: Rulebook, register: str, titles: list[str], line: str
) -> None:
    found = book.register(register)

    assert [f"{column.group}/{column.title}".strip("/") for column in found.columns] == titles
    assert found.source == line


def test_the_tracking_sheet_has_one_column_for_each_complaint(book: Rulebook) -> None:
    assert [register.id for register in book.registers if register.transposed] == ["tracking"]


@pytest.mark.parametrize(
    ("register", "foot"),
    [("reception", ("填表人：", "审核人：", "审核日期：")), ("statistics", ("制表：", "审核："))],
)
def test_a_register_is_signed_as_the_manual_prints_it(
    book: Rulebook, register: str, foot: tuple[str, ...]
) -> None:
    assert book.register(register).foot == foot  # 000:232-233; 审核日前 stands for 审核日期


@pytest.mark.parametrize(
    ("register", "head"), [("reception", ("编号：", "填写日期：")), ("statistics", ("投诉种类：",))]
)
def test_a_register_is_headed_as_the_manual_prints_it(
    book: Rulebook, register: str, head: tuple[str, ...]
) -> None:
    """000:232-233."""
    found = lined(book, register, NEEDED, [])

    assert book.register(register).head == head
    assert found.unit.startswith("某某公司")
    assert all(label in found.unit for label in head)


def lined(book: Rulebook, register: str, values: dict[str, Any], acts: list[Act]) -> Lines:
    case = walked(book, opened(book, "complaint", "visit", "quality", values), acts)
    source = Source(
        {**case_words(book, case), "clerk.name": "王芳"}, {**case.values, **case_dates(book, case)}
    )
    return lines(book, book.register(register), [source], title="", period="", unit="某某公司")


def test_what_could_not_be_solved_face_to_face_shows_its_last_day_in_the_remarks(book: Rulebook) -> None:
    agreed = datetime(2026, 11, 25, 9, tzinfo=UTC)

    with_day = lined(book, "reception", {**NEEDED, "promised": agreed}, [])
    assert with_day.words[0][-1].startswith("2026-11-25")  # 000:232
    assert lined(book, "reception", NEEDED, []).words[0][-1] == ""


def test_the_kind_of_remedy_is_ticked_in_its_own_column(book: Rulebook) -> None:
    acts = [*WHOLE[:4], ("settle_liability", "supervisor", {"loss": 1_280_000, "liability": SHARES})]

    (line,) = lined(book, "statistics", NEEDED, acts).data

    assert line[7:] == (None, "√", None, None, None, 12800.0)


def test_the_tracking_sheet_says_who_is_liable_and_when_each_signed(book: Rulebook) -> None:
    acts = [
        *WHOLE[:4],
        (
            "settle_liability",
            "supervisor",
            {"liability": SHARES, "punished": ({"name": "赵", "kind": "警告"},)},
        ),
        ("sign_finance", "finance", {}),
        ("urge", "supervisor", {"urged": "请三日内提交方案", "urge.number": "督字1号"}),
    ]

    found = lined(book, "tracking", {**NEEDED, "goods": rows(2, "name")}, acts)
    line = dict(
        zip([f"{column.group}/{column.title}" for column in found.columns], found.words[0], strict=True)
    )

    assert line["/品名、规格"] == "name1、name2"
    assert (line["责任/归属部门"], line["责任/比率（%）"]) == ("质量管理部门、制造部门", "70、30")
    assert (line["个人处罚/姓名"], line["个人处罚/类别"]) == ("赵", "警告")
    assert line["处理时效/财务部"].startswith("2026-11-20 ")
    assert line["处理时效/总经理"] == ""
    assert line["/督促记录（日期文号）"] == "2026年11月20日 催办 督字1号"


# --- the way of a complaint ---


SHARES = ({"name": "质量管理部门", "percent": "70"}, {"name": "制造部门", "percent": "30"})
PLAN = {
    "countermeasure": "换货",
    "remedy": "exchange",
    "plan_to": (NOON + timedelta(days=7)).date(),
    "plan_owner": "赵",
}
WHOLE: list[Act] = [
    ("classify", "reception", {"priority": "first", "complexity": "complex"}),
    ("assign", "reception", {"department": "quality"}),
    ("investigate", "handler", {"investigator": "赵", "finding": "属实"}),
    ("plan", "handler", PLAN),
    ("approve_plan", "supervisor", {}),
    ("renegotiate", "specialist", {"reason": "客户要求加赔"}),
    ("analyse", "specialist", {"analysis": "运输划伤"}),
    ("plan", "handler", PLAN),
    ("approve_plan", "reviewer", {}),
    ("agree", "reception", {"told_by": "phone"}),
    ("carry_out", "handler", {"result": "已换货"}),
    ("visit", "reception", {"satisfied": True, "told_by": "phone"}),
    ("close", "specialist", {}),
    ("archive", "specialist", {}),
]


def test_a_complaint_goes_from_the_counter_to_the_archive(book: Rulebook) -> None:
    case = opened(book, "complaint", "visit", "quality", dict(NEEDED))

    assert walked(book, case, WHOLE).state == "archived"


def test_a_simple_complaint_is_solved_by_whoever_took_it(book: Rulebook) -> None:
    """001:111: simple ones are solved by the acceptor, complex ones need the departments."""
    case = opened(book, "complaint", "visit", "quality", dict(NEEDED))
    simple: list[Act] = [("classify", "reception", {"priority": "usual", "complexity": "simple"})]
    solve: Act = ("solve", "reception", {"remedy": "exchange", "result": "当场换货"})

    assert walked(book, case, [*simple, solve]).state == "solved"
    with pytest.raises(DeskError, match="复杂的投诉"):
        walked(book, case, [WHOLE[0], solve])


def unhappy(**found: object) -> list[Act]:
    """The way to a customer who says on the return visit that he is not satisfied."""
    return [
        *WHOLE[:3],
        ("analyse", "specialist", {"analysis": "运输划伤", **found}),
        *WHOLE[3:5],
        *WHOLE[9:11],
        ("visit", "reception", {"satisfied": False, "told_by": "phone"}),
    ]


def test_a_dissatisfied_customer_is_not_closed_but_negotiated_with_again(book: Rulebook) -> None:
    """000:44-45; 001:103, 121."""
    case = opened(book, "complaint", "visit", "quality", dict(NEEDED))

    with pytest.raises(DeskError, match="客户不满意"):
        walked(book, case, [*unhappy(), ("close", "specialist", {})])
    again = walked(book, case, [*unhappy(), ("reanalyse", "specialist", {"reason": "要求加赔"})])
    assert (again.state, of_case(book, again, NOON)["reopened"]) == ("assigned", 1)
    assert book.survey.dissatisfied == "reanalyse"


def test_an_unreasonable_demand_is_explained_and_closed(book: Rulebook) -> None:
    """001:155."""
    case = opened(book, "complaint", "visit", "quality", dict(NEEDED))

    assert walked(book, case, [*unhappy(unreasonable=True), ("close", "specialist", {})]).state == "closed"


def test_an_office_may_close_although_the_customer_is_dissatisfied() -> None:
    book = load("R14", {"dissatisfied_close": "allowed"})
    case = opened(book, "complaint", "visit", "quality", dict(NEEDED))

    assert walked(book, case, [*unhappy(), ("close", "specialist", {})]).state == "closed"


def test_a_plan_has_a_day_and_somebody_who_answers_for_it(book: Rulebook) -> None:
    """000:128."""
    case = opened(book, "complaint", "visit", "quality", dict(NEEDED))

    for lacking in ("plan_to", "plan_owner"):
        given = {id_: value for id_, value in PLAN.items() if id_ != lacking}
        with pytest.raises(DeskError):
            walked(book, case, [*WHOLE[:3], ("plan", "handler", given)])


# --- figures ---


def test_the_summary_counts_as_the_form_asks(book: Rulebook) -> None:
    """000:233: how many, how many a day, how many solved, the share, how many about quality."""
    figures = {indicator.id: indicator for indicator in book.indicators}

    assert [figures[id_].name for id_ in ("count", "per_day", "solved", "solved_share", "quality")] == [
        "投诉次数", "每天投诉次数", "已解决投诉次数", "解决比例", "涉及产品质量的次数",
    ]  # fmt: skip
    assert [figures[id_].per_day for id_ in ("count", "per_day")] == [False, True]
    assert figures["solved_share"].percent
    assert not any(figures[id_].percent for id_ in ("count", "per_day", "solved", "quality"))


def test_twenty_eight_of_thirty_one_are_solved(book: Rulebook) -> None:
    states = ["closed"] * 20 + ["solved"] * 8 + ["assigned"] * 3
    case = opened(book, "complaint", "visit", "quality", dict(NEEDED))
    facts = [of_case(book, replace(case, state=state), NOON) for state in states]
    share = find(book.indicators, "solved_share")

    based = [fact for fact in facts if holds(share.base, fact)]
    assert (len(based), sum(holds(share.hits, fact) for fact in based)) == (31, 28)


def test_solved_can_mean_closed() -> None:
    book = load("R14", {"solved": "closed"})
    case = opened(book, "complaint", "visit", "quality", dict(NEEDED))
    hits = find(book.indicators, "solved_share").hits

    assert not holds(hits, of_case(book, replace(case, state="solved"), NOON))
    assert holds(hits, of_case(book, replace(case, state="closed"), NOON))


def test_what_the_manuals_leave_blank_is_listed(book: Rulebook) -> None:
    blank = {key for key, _ in unset_values(book)}

    assert {
        "clock(verify).limit",
        "clock(result).limit",
        "secrecy.retention_years",
        "indicator(targets).base",
    } <= blank
    assert "clock(first_reply).limit" not in blank


@pytest.mark.parametrize(
    ("shares", "says"),
    [
        (("70", "30"), ""),
        (("33.3", "66.7"), ""),
        (("70%", "３０％"), ""),
        (("100",), ""),
        (("70", "20"), "比率（%）合计是 90，应为 100"),
        (("70", "30.5"), "比率（%）合计是 100.5，应为 100"),
        (("70", "三成"), "比率（%）里有的不是数"),
        (("NaN",), "比率（%）里有的不是数"),
    ],
)
def test_the_shares_of_those_who_are_liable_add_up_to_a_hundred(
    book: Rulebook, shares: tuple[str, ...], says: str
) -> None:
    """000:233: 责任归属部门、比率(%)."""
    typed = {"liability": [{"name": f"部门{share}", "percent": share} for share in shares]}

    values, problems = read_values(book, book.fields_at("settle_liability"), typed, NOON)

    assert [problem.message for problem in problems] == ([f"责任的{says}"] if says else [])
    assert ("liability" in values) is (not says)
