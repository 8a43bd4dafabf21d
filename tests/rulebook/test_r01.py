"""The property developer's manual: every number of the rulebook against the manual's own line.

The expected values are copied from the manual by hand; the last column of a table is its line.
"""

from typing import Any

import pytest

from desk.domain.grading import grade
from desk.rulebook.criteria import holds
from desk.rulebook.limits import Limit, parse_limit
from desk.rulebook.loading import BadRulebook, load, read_manual
from desk.rulebook.model import Rulebook, find

LEVELS = ("general", "important", "major", "crisis")


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load("R01")


def level(book: Rulebook, **facts: object) -> str:
    """The level for these facts; a double underscore stands for a dot."""
    known = {key.replace("__", "."): value for key, value in facts.items()}
    return grade(book, {"kind": "complaint", "reopened_levels": (), "escalated_levels": (), **known})[0].level


def limit(book: Rulebook, clock_id: str, level_id: str = "", class_id: str = "") -> str:
    """What the first fitting cell of a clock's table says."""
    clock = book.clock(clock_id)
    for cell in clock.cells:
        if (not cell.levels or level_id in cell.levels) and (not cell.classes or class_id in cell.classes):
            return cell.limit
    return clock.limit


@pytest.mark.parametrize(
    ("code", "words", "line"),
    [
        ("3.3.1", "合理化意见或建议", "002:47"),
        ("3.3.2", "误解或曲解", "002:49"),
        ("3.3.3", "没有明确的诉求或者没有真实准确的被投诉方", "002:51"),
        ("3.3.4", "私下交易或通过非法渠道", "002:53"),
        ("3.3.5", "在购买或接受之前已经知道或应该知道", "002:55"),
        ("3.3.6", "无依据或不可量化的要求及赔偿", "002:57"),
        ("3.3.7", "投诉人非该商品房权利人", "002:59"),
        ("3.3.8", "对象、内容不明确，无法进一步查实", "002:61"),
        ("3.3.9", "与事实情况严重不符", "002:63"),
        ("3.3.10", "超出了公司的服务承诺和范围", "002:65"),
        ("3.3.11", "不符合相关法律、法规规定", "002:67"),
        ("3.3.12", "非公司原因引发", "002:69"),
        ("3.3.13", "违反政策法规、违反法律法规、违反公司规定及口头的承诺", "002:71"),
    ],
)
def test_each_ground_of_invalidity_stands_under_its_clause(
    book: Rulebook, code: str, words: str, line: str
) -> None:
    ground = next(ground for ground in book.grounds if ground.code == code)

    assert words in ground.text
    assert (ground.validity, ground.source) == ("invalid", line)


def test_there_are_thirteen_grounds_of_invalidity_and_three_ways_to_close(book: Rulebook) -> None:
    invalid = [ground for ground in book.grounds if ground.validity == "invalid"]
    closing = [ground.code for ground in book.grounds if ground.step]

    assert len(invalid) == 13
    assert closing == ["3.6.1", "3.6.2", "3.6.3"]


@pytest.mark.parametrize(
    ("facts", "expected", "line"),
    [
        ({"people": 10}, "crisis", "002:229"),
        ({"people": 11}, "crisis", "002:229"),
        ({"people": 9}, "major", "002:245"),
        ({"people": 3}, "major", "002:245"),
        ({"people": 2}, "general", "002:269"),
        ({"major_loss": True}, "crisis", "002:231"),
        ({"people": 3, "lawsuit": True}, "crisis", "002:233"),
        ({"people": 3, "media": True}, "crisis", "002:233"),
        ({"people": 2, "media": True}, "major", "002:247"),
        ({"people": 1, "lawsuit": True}, "major", "002:247"),
        ({"brand_harm": True}, "crisis", "002:235"),
        ({"claimed": 10000}, "major", "002:239"),
        ({"claimed": 9999}, "general", "002:239"),
        ({"claimed": 10001}, "major", "002:239"),
        ({"same_matter": 3}, "major", "002:243"),
        ({"same_matter": 2}, "general", "002:243"),
        ({"reopened_levels": ("important",)}, "major", "002:249"),
        ({"reopened_levels": ("general",)}, "general", "002:249"),
        ({"escalated_levels": ("important",)}, "major", "002:251"),
        ({"escalated_levels": ("general", "important")}, "major", "002:251"),
        ({"escalated_levels": ("general",)}, "important", "002:265"),
        ({"same_object": 3}, "important", "002:257"),
        ({"same_object": 2}, "general", "002:257"),
        ({"government": True}, "important", "002:259"),
        ({"lawsuit_risk": True}, "important", "002:261"),
        ({"media_risk": True}, "important", "002:261"),
        ({"age_days": 7, "our_fault": True}, "important", "002:263"),
        ({"age_days": 6, "our_fault": True}, "general", "002:263"),
        ({"age_days": 30, "our_fault": False}, "general", "002:263"),
        ({"government": True, "people": 12}, "crisis", "002:227-259"),
        ({}, "general", "002:267-269"),
    ],
)
def test_each_criterion_gives_its_level(
    book: Rulebook, facts: dict[str, object], expected: str, line: str
) -> None:
    assert level(book, **facts) == expected, line


@pytest.mark.parametrize(
    ("id_", "level_id", "line"),
    [
        ("crisis_group", "crisis", "002:229"),
        ("crisis_loss", "crisis", "002:231"),
        ("crisis_public", "crisis", "002:233"),
        ("crisis_brand", "crisis", "002:235"),
        ("major_amount", "major", "002:239"),
        ("major_repeated", "major", "002:243"),
        ("major_group", "major", "002:245"),
        ("major_public", "major", "002:247"),
        ("major_recurred", "major", "002:249"),
        ("major_escalated", "major", "002:251"),
        ("important_object", "important", "002:257"),
        ("important_government", "important", "002:259"),
        ("important_risk", "important", "002:261"),
        ("important_week", "important", "002:263"),
        ("important_escalated", "important", "002:265"),
    ],
)
def test_each_criterion_cites_its_line(book: Rulebook, id_: str, level_id: str, line: str) -> None:
    criterion = find(book.scales[0].criteria, id_)

    assert (criterion.level, criterion.source) == (level_id, line)


def test_there_are_fifteen_criteria_and_general_is_the_rest(book: Rulebook) -> None:
    assert len(book.scales[0].criteria) == 4 + 6 + 5
    assert book.scales[0].otherwise == "general"


def test_an_unknown_number_of_people_is_a_question_and_not_a_no(book: Rulebook) -> None:
    found = grade(book, {"kind": "complaint", "media": True})[0]

    assert "people" in found.open


@pytest.mark.parametrize(
    ("amount", "expected"), [(1, "major"), (10000, "major"), (10001, "general"), (0, "general")]
)
def test_the_amount_can_be_read_as_the_manual_prints_it(amount: int, expected: str) -> None:
    book = load("R01", {"amount_direction": "at_most"})

    assert level(book, claimed=amount) == expected


@pytest.mark.parametrize(
    ("level_id", "transfer", "response", "plan", "line"),
    [
        ("general", "2h", "1h", "4h", "002:313"),
        ("important", "2h", "1h", "8h", "002:327"),
        ("major", "2h", "2h", "24h", "002:337"),
        ("crisis", "4h", "4h", "48h", "002:345"),
    ],
)
def test_transfer_response_and_plan_go_by_level(
    book: Rulebook, level_id: str, transfer: str, response: str, plan: str, line: str
) -> None:
    found = tuple(limit(book, clock, level_id) for clock in ("transfer", "response", "plan"))

    assert found == (transfer, response, plan), line


CLOSING = [
    ("engineering", ("unset", "unset", "unset", "unset"), "002:315, 327, 337, 345"),
    ("design", ("7d..15d", "7d..15d", "7d..15d", "7d..15d"), "002:317, 327, 337, 345"),
    ("property", ("3d", "3d", "3d", "5wd"), "002:319, 329, 337, 345"),
    ("marketing", ("3d", "3d", "3d", "5wd"), "002:321, 331, 339, 345"),
    ("leasing", ("3d", "3d", "3d", "5wd"), "002:323, 333, 341, 347"),
    ("other", ("7d..15d", "7d..15d", "7d", "7d"), "002:325, 335, 343, 349"),
]


@pytest.mark.parametrize(("class_id", "expected", "lines"), CLOSING)
def test_closing_goes_by_level_and_class(
    book: Rulebook, class_id: str, expected: tuple[str, ...], lines: str
) -> None:
    assert tuple(limit(book, "close", level_id, class_id) for level_id in LEVELS) == expected, lines


def test_seven_to_fifteen_days_are_a_target_and_a_limit() -> None:
    assert parse_limit("7d..15d") == Limit("d", 15, target=7)


def test_the_days_of_the_table_can_be_working_days() -> None:
    book = load("R01", {"day_unit": "working"})

    assert limit(book, "close", "general", "design") == "7wd..15wd"
    assert limit(book, "close", "major", "property") == "3wd"
    assert limit(book, "close", "crisis", "property") == "5wd"


@pytest.mark.parametrize(
    ("clock_id", "limit_text", "starts", "holidays", "line"),
    [
        ("response_overall", "24h", ("received",), "skipped", "002:103-105"),
        ("response_safety", "4h", ("received",), "counted", "002:105"),
        ("hand_over", "2h", ("received",), "counted", "002:293"),
        ("staff_conduct", "8h", ("accept", "take_on"), "counted", "002:299"),
        ("visit", "same_day", ("finish", "conclude", "judgment"), "counted", "002:295"),
    ],
)
def test_the_other_clocks_stand_as_the_manual_says(
    book: Rulebook, clock_id: str, limit_text: str, starts: tuple[str, ...], holidays: str, line: str
) -> None:
    clock = book.clock(clock_id)

    assert (clock.limit, clock.starts, clock.holidays, clock.source) == (limit_text, starts, holidays, line)


def test_the_safety_clock_runs_only_where_safety_is_in_question(book: Rulebook) -> None:
    when = book.clock("response_safety").when

    assert holds(when, {"safety": True})
    assert not holds(when, {"safety": False})
    assert not holds(when, {})


@pytest.mark.parametrize(
    ("code", "lead", "assist", "class_id", "line"),
    [
        ("4.1.2.1", "营销部", (), "营销类", "002:109"),
        ("4.1.2.2", "营销部", ("项目前期报建", "项目部"), "营销类", "002:113"),
        ("4.1.2.3", "项目工程部", ("营销部", "物业公司"), "工程类", "002:115"),
        ("4.1.2.4", "项目部", ("物业公司",), "设计类", "002:117"),
        ("4.1.2.5", "旅游商业运营中心", ("项目部", "物业公司"), "招商类", "002:119"),
        ("4.1.2.6", "物业公司", ("项目工程部",), "物业类", "002:121"),
        ("4.1.2.7", "物业公司", ("项目工程部",), "工程类", "002:123"),
        ("4.1.2.8", "", (), "其他类", "002:125"),
        ("4.1.2.9", "", (), "其他类", "002:127"),
    ],
)
def test_each_category_has_its_departments_and_clock_class(
    book: Rulebook, code: str, lead: str, assist: tuple[str, ...], class_id: str, line: str
) -> None:
    category = next(category for category in book.categories if category.code == code)
    names = {department.id: department.name for department in book.departments}

    assert names.get(category.lead, "") == lead
    assert tuple(names[id_] for id_ in category.assist) == assist
    assert find(book.clock_classes, category.clock_class).name == class_id
    assert category.choose_lead is (not lead)
    assert category.source == line


def test_there_are_nine_categories_and_six_clock_classes(book: Rulebook) -> None:
    assert sum(not entry.parent for entry in book.categories) == 9
    assert [entry.name for entry in book.clock_classes] == [
        "工程类",
        "设计类",
        "物业类",
        "营销类",
        "招商类",
        "其他类",
    ]


def test_the_service_class_has_no_limit_when_it_stands_alone() -> None:
    book = load("R01", {"service_class": "unset"})

    assert book.category("attitude").clock_class == "service"
    assert limit(book, "close", "general", "service") == ""


@pytest.mark.parametrize(
    ("level_id", "report", "to", "extension_by", "organiser", "lines"),
    [
        (
            "general",
            "部门负责人或客户服务部",
            ("department_head", "service"),
            "department_head",
            "",
            "002:309-311, 355",
        ),
        ("important", "客服部负责人", ("service_head",), "department_head", "", "002:327, 357"),
        (
            "major",
            "人力运营副总",
            ("operations_vice_gm", "gm"),
            "vice_gm",
            "service_head",
            "002:253, 337, 359, 363",
        ),
        ("crisis", "总经理", ("gm",), "gm", "operations_vice_gm", "002:345, 361, 363"),
    ],
)
def test_each_level_says_who_hears_of_it_who_extends_and_who_organises(
    book: Rulebook,
    level_id: str,
    report: str,
    to: tuple[str, ...],
    extension_by: str,
    organiser: str,
    lines: str,
) -> None:
    found = find(book.scales[0].levels, level_id)

    assert found.report.startswith(report)
    assert (found.report_to, found.extension_by, found.organiser) == (to, extension_by, organiser)
    assert found.source == lines


def test_plan_and_close_are_extended_by_the_approver_of_the_level(book: Rulebook) -> None:
    for clock_id in ("plan", "close"):
        (extension,) = book.clock(clock_id).extensions
        assert (extension.by, extension.approver, extension.source) == ("unset", "level", "002:353-361")


@pytest.mark.parametrize(
    ("id_", "who", "amount", "line"),
    [
        ("P1", "相应部门负责人", "300", "002:515-523"),
        ("P2", "相应部门负责人", "300", "002:525-533"),
        ("P3", "客服部相应责任人", "200", "002:369, 555"),
        ("P4", "相应责任人", "100", "002:371, 557-565"),
        ("P5", "相应责任人", "200", "002:373, 567"),
        ("P6c", "投诉处理责任人及相关领导", "500..1500", "002:577-579"),
        ("P7", "相关责任人（分管副总发文处分）、相应部门负责人", "500", "002:535-545"),
        ("P8", "相关责任人", "500，并降薪、降职", "002:547"),
        ("P9", "由客服部分管副总负责查处", "unset", "002:391, 549-553"),
        ("P10", "客服部负责人及项目总为第一责任人", "unset", "002:383"),
    ],
)
def test_each_penalty_has_its_person_and_amount(
    book: Rulebook, id_: str, who: str, amount: str, line: str
) -> None:
    penalty = find(book.penalties, id_)

    assert (penalty.who, penalty.amount, penalty.source) == (who, amount, line)


def test_late_closing_costs_by_the_day_in_two_brackets(book: Rulebook) -> None:
    penalty = find(book.penalties, "P6")

    found = [(band.range, band.amount, band.each) for band in penalty.bands]
    assert found == [("[1,7]", "100", "day"), ("[8,15]", "200", "day")]  # 002:377, 379
    assert (penalty.on, penalty.bracket) == ("close", "progressive")


def test_the_penalties_of_the_text_can_hold_instead_of_the_table() -> None:
    book = load("R01", {"penalty_source": "text"})

    assert find(book.penalties, "P2").who == "投诉处理责任人"  # 002:367
    assert find(book.penalties, "P6c").amount.endswith("降薪")  # 002:381
    assert find(book.penalties, "P8").source == "002:389"


def test_the_reward_is_seventy_parts_visit_and_thirty_parts_platform(book: Rulebook) -> None:
    (reward,) = book.rewards

    assert [(part.name, part.weight) for part in reward.parts] == [
        ("客户回访评分", 70),
        ("客服部平台客服评分", 30),
    ]
    assert reward.parts[0].questions == ("timeliness", "plan_score", "attitude_score")
    assert [(band.range, band.amount) for band in reward.bands] == [
        ("[90,95)", "200"),
        ("[95,98]", "300"),
        ("(98,100]", "500"),  # 002:585
    ]
    assert reward.excluded == ("service",)


@pytest.mark.parametrize(
    ("place", "type_", "reason_below", "words", "line"),
    [
        (0, "yes_no", 0, "是否接到我公司受理投诉的确认回复", "002:455"),
        (1, "yes_no", 0, "是否有工作人员与您沟通或上门核实查看", "002:457"),
        (2, "score", 6, "投诉处理的及时性", "002:459-461"),
        (3, "score", 6, "投诉处理方案", "002:463-465"),
        (4, "score", 6, "工作人员服务态度", "002:467-469"),
    ],
)
def test_the_return_visit_asks_five_questions(
    book: Rulebook, place: int, type_: str, reason_below: int, words: str, line: str
) -> None:
    question = book.survey.questions[place]

    assert len(book.survey.questions) == 5
    assert words in question.name
    assert (question.type, question.reason_below, question.source) == (type_, reason_below, line)


@pytest.mark.parametrize(("score", "needed"), [(5, True), (6, False), (0, True), (10, False)])
def test_a_score_below_six_needs_a_reason(book: Rulebook, score: int, needed: bool) -> None:
    assert holds(book.field("timeliness.reason").required_when, {"timeliness": score}) is needed


def test_the_closing_rate_counts_valid_complaints_only(book: Rulebook) -> None:
    rate = find(book.indicators, "closing_rate")

    assert holds(rate.base, {"validity": "valid"})
    assert not holds(rate.base, {"validity": "invalid"})
    assert holds(rate.hits, {"state": "closed"})
    assert not holds(rate.hits, {"state": "talking"})
    assert rate.source == "002:89-93"


def test_the_three_figures_of_the_monthly_ranking_have_no_formula(book: Rulebook) -> None:
    unset = [indicator.name for indicator in book.indicators if indicator.base == "unset"]

    assert unset == ["投诉处理完成率", "投诉处理效率", "投诉处理客户满意度"]  # 002:393
    assert find(book.duties, "ranking").every == "month"


def test_the_seven_ways_in_are_offered(book: Rulebook) -> None:
    names = [channel.name for channel in book.channels]  # 002:289, 485-487

    assert names == [
        "电话（含400）",
        "来访",
        "来信",
        "微信",
        "上级转发",
        "客户服务平台",
        "对客部门（营销、客服、物业）",
    ]


def test_the_projects_stand_as_on_the_form(book: Rulebook) -> None:
    names = [choice.name for choice in book.field("project").choices]  # 002:403

    assert names == ["实力五星彩园", "实力北岸", "实力上筑", "实力郡城", "书香大地", "实力锦城"]


def test_handing_over_needs_name_room_phone_and_demand(book: Rulebook) -> None:
    needs = book.step("hand_over").needs  # 002:293

    assert needs == ("complainant.name", "room", "complainant.phone", "demand")


def test_the_first_screen_has_ten_fields(book: Rulebook) -> None:
    assert sum(field.first for field in book.fields_at("register", "complaint")) == 10


CONFIRMED = {"ground": "confirmed", "customer_confirmed": "written"}


@pytest.mark.parametrize(
    ("facts", "closes", "line"),
    [
        ({**CONFIRMED, "category": "signing"}, True, "002:79"),
        ({"category": "signing"}, False, "002:79"),
        ({**CONFIRMED, "category": "repair"}, False, "002:297"),
        ({**CONFIRMED, "category": "repair", "property_confirmed": True}, True, "002:297"),
        ({"category": "repair", "property_confirmed": True, "ground": "confirmed"}, False, "002:297"),
        ({"ground": "no_agreement", "category": "repair"}, True, "002:85"),
        ({"ground": "lawsuit", "category": "repair"}, True, "002:87"),
    ],
)
def test_closing_needs_its_confirmation(
    book: Rulebook, facts: dict[str, object], closes: bool, line: str
) -> None:
    assert holds(book.step("close").when, facts) is closes, line


def test_the_property_company_alone_may_confirm_a_repair() -> None:
    book = load("R01", {"engineering_confirmation": "property"})

    assert holds(
        book.step("close").when, {"category": "repair", "property_confirmed": True, "ground": "confirmed"}
    )


def test_the_matter_waits_for_the_plan_about_the_person(book: Rulebook) -> None:
    when = book.step("verify").when  # 002:299

    assert not holds(when, {"respondent.staff": True, "did.confirm_conduct": False})
    assert holds(when, {"respondent.staff": True, "did.confirm_conduct": True})
    assert holds(when, {"respondent.staff": False, "did.confirm_conduct": False})


def test_the_first_round_goes_by_hand_over_and_place(book: Rulebook) -> None:
    def proposed(facts: dict[str, object]) -> list[str]:
        return [route.department for route in book.routes if holds(route.when, facts)]

    assert proposed({"handed_over": False, "reception": "sales"}) == ["sales"]  # 002:185
    assert proposed({"handed_over": True, "reception": "property"}) == ["property"]  # 002:193
    assert proposed({"handed_over": True, "reception": "sales"}) == []
    assert proposed({}) == []


def test_every_option_of_every_switch_gives_a_sound_rulebook(book: Rulebook) -> None:
    for switch in book.switches:
        for option in switch.options:
            found = load("R01", {switch.id: option})
            assert find(found.switches, switch.id).chosen == option
        assert switch.reason
        assert switch.about
        assert len(switch.words) == len(switch.options)


def test_an_option_that_is_not_there_is_refused() -> None:
    with pytest.raises(BadRulebook, match="amount_direction"):
        load("R01", {"amount_direction": "sometimes"})


def test_what_the_manual_says_cites_its_line(book: Rulebook) -> None:
    entries: list[Any] = [
        *book.channels,
        *book.departments,
        *book.categories,
        *book.clock_classes,
        *book.validities,
        *book.grounds,
        *book.scales[0].levels,
        *book.scales[0].criteria,
        *book.indicators,
        *book.penalties,
        *book.rewards,
        *book.duties,
        *book.principles,
        *book.routes,
        *book.repeats,
    ]

    assert [entry.id for entry in entries if not entry.source.startswith("002:")] == []


def test_the_rest_says_that_the_manual_is_silent(book: Rulebook) -> None:
    entries: list[Any] = [
        *book.roles,
        *book.states,
        *book.steps,
        *book.clocks,
        *book.papers,
        *book.series,
        *book.pauses,
    ]

    assert [entry.id for entry in entries if not entry.source and not entry.note] == []


F11 = [
    "投诉编号",
    "投诉接单部门",
    "工程技术部",
    "项目部",
    "设计部",
    "销售管理部",
    "销售部",
    "客户服务部",
    "物业公司",
    "其它",
    "项目名称",
    "投诉人姓名",
    "物业房号",
    "联系方式",
    "投诉主题",
    "投诉内容",
    "问题描述",
    "客户要求",
    "备注",
    "发单时间",
    "发单人",
    "规定响应时间",
    "责任部门投诉情况核实",
    "核实人签字",
    "投诉责任部门处理意见",
    "投诉处理方案",
    "进行修复",
    "进行更换",
    "业主自行修复",
    "沟通解决",
    "处理时间计划",
    "启动时间",
    "完成时间",
    "其他补充说明",
    "部门责任人签字",
    "客户确认",
    "投诉处理过程中使用",
]
F12 = [
    "投诉编号",
    "项目名称",
    "投诉人姓名",
    "物业编号",
    "投诉责任部门",
    "投诉处理结果确认",
    "处理情况",
    "已处理完成",
    "实际处理起止时间",
    "客户签字确认",
    "物管公司签字确认",
    "投诉客户调查",
    "是否接到我公司受理投诉的确认回复",
    "是否有工作人员与您沟通或上门核实查看",
    "及时性是否满意",
    "处理方案是否满意",
    "服务态度是否满意",
    "客户签字",
    "回访人签字",
    "投诉关闭确认",
    "备注",
    "投诉专员签字",
    "客服部经理审批",
    "特殊投诉填写",
]


F13 = [
    "序号", "部门", "投诉考核制度", "惩罚制度", "罚款300元", "扣罚相应部门负责人300元", "扣罚相应部门负责人500元", "扣罚500元、降薪、降职",
    "由客服部分管副总负责查处", "每次扣罚200元", "每次扣罚100元", "每延期一天扣罚投诉处理责任人100元",
    "每延期一天扣罚投诉处理责任人200元", "扣罚500至1500元", "最终解释权归客服部所有",
]  # fmt: skip
F14 = [
    "除客服部外所有投诉处理部门", "综合评分90-94分", "奖励200元", "综合评分95-98分", "奖励300元", "综合评分98分以上", "奖励500元",
    "客户回访评分占70%", "平台客服评分占30%",
]  # fmt: skip


@pytest.mark.parametrize(
    ("form", "labels"), [("dispatch", F11), ("result", F12), ("penalties", F13), ("rewards", F14)]
)
def test_the_forms_carry_every_label_of_the_manual(form: str, labels: list[str]) -> None:
    text = read_manual("R01").files[f"forms/{form}.toml"]  # 002:397-431, 435-479, 513-587

    assert [label for label in labels if label not in text] == []
