"""One matter of each of these manuals from the counter to the shelf, and short cuts that are refused."""

from typing import Any

import pytest
from tests.rulebook.test_ways import MORNING, TODAY, Act, opened, walked

from desk.domain.errors import DeskError
from desk.rulebook.loading import load
from desk.rulebook.model import find

MANUALS = ("R03", "R06", "R07", "R09", "R11a", "R11b", "R11c", "R11d", "R13b", "R13c")

WAYS: list[tuple[str, str, str, str, dict[str, Any], list[Act], str]] = [
    (
        "R03", "report", "phone", "drug_use", {"major_case": True},
        [
            ("accept", "acceptor", {"handling": "transfer"}),
            ("transfer", "officer", {"counterpart": "市局", "department": "city"}),
            ("review", "officer", {"urged": "看了调查材料"}),
            ("finish", "unit", {"result": "已查处"}),
            ("feed_back", "acceptor", {"told_by": "phone"}),
            ("visit", "acceptor", {"satisfied": True}),
        ],
        "closed",
    ),
    (
        "R03", "ad_filing", "applied", "ad_drug", {"complainant.name": "某药厂"},
        [("ad_first_pass", "ad_first", {}), ("ad_second_pass", "ad_second", {}), ("ad_approve", "ad_approver", {})],
        "ad_approved",
    ),
    (
        "R03", "ad_violation", "city_monitor", "ad_device", {"own_firm": True},
        [
            ("ad_warn", "head", {"correction": "责令停止发布"}),
            ("ad_hand_over", "monitor", {"counterpart": "工商部门"}),
            ("ad_announce", "officer", {"announcement": "第3期"}),
            ("ad_close", "officer", {}),
        ],
        "ad_handled",
    ),
    (
        "R06", "complaint", "oral", "quality_product", {"narrative": "锅裂了"},
        [
            ("sign_record", "clerk", {"signed": "signed", "signed_on": TODAY}),
            ("precheck", "officer", {"first_finding": "有发票"}),
            ("investigate", "officer", {"finding": "确有裂纹"}),
            ("analyse", "officer", {"cause": "材料", "truth": "true"}),
            ("decide", "officer", {"measures": "责令退货"}),
            ("feed_back", "clerk", {"result": "已退货"}),
            ("summarise", "officer", {"lessons": "抽检同批"}),
        ],
        "closed",
    ),
    (
        "R06", "report", "web", "fraud_ad", {"narrative": "虚假广告"},
        [
            ("precheck", "officer", {"first_finding": "有截图"}),
            ("investigate", "officer", {"finding": "没有这条广告"}),
            ("analyse", "officer", {"cause": "看错", "truth": "untrue"}),
            ("revoke", "leader", {"explanation": "已解释", "reason": "不属实"}),
        ],
        "revoked",
    ),
    (
        "R06", "complaint", "letter", "hygiene_noise", {"narrative": "噪音"},
        [
            ("precheck", "officer", {"first_finding": "属实"}),
            ("hand_over", "officer", {"department": "concerned", "notified": "written"}),
            ("finish_transfer", "concerned", {"result": "已停工"}),
            ("return_transfer", "officer", {"reason": "夜间仍施工"}),
            ("finish_transfer", "concerned", {"result": "已停工整改"}),
            ("verify_result", "officer", {"result_check": "有效"}),
            ("feed_back", "clerk", {"result": "已停工整改"}),
            ("summarise", "officer", {"lessons": "列入巡查"}),
        ],
        "closed",
    ),
    (
        "R07", "complaint", "phone", "goods", {"complainant.name": "陈芳"},
        [
            ("ask_more", "clerk", {"lacking": ({"name": "发票"},)}),
            ("supplied", "clerk", {"evidence": ("invoice",)}),
            ("accept", "mediator", {}),
            ("investigate", "mediator", {"finding": "确有质量问题"}),
            ("coordinate", "mediator", {"talks": "电话两次"}),
            ("propose", "mediator", {"judgment": "应退货", "outcome": ("refund",), "proposal": "退款"}),
            ("further", "mediator", {"reason": "要求检测"}),
            ("coordinate", "mediator", {"talks": "已检测"}),
            ("settle", "mediator", {"result": "退款三百元"}),
        ],
        "settled",
    ),
    ("R07", "enquiry", "wechat", "", {}, [("answer", "clerk", {"answer": "七日内可以退货"})], "answered"),
    (
        "R09", "complaint", "branch_line", "service", {"beyond_area": True},
        [
            ("fax", "recipient", {"faxed_to": "分公司"}),
            ("assign", "order", {"department": "concerned", "opinion": "请调查"}),
            ("investigate", "investigator", {"handler": "赵强"}),
            ("conclude", "investigator", {"finding": "漏送一单", "nature": "mistake"}),
            ("correct_at_once", "head", {"sanction": "扣绩效", "corrective": "当日补送"}),
            ("feed_back", "order", {"result": "已补送"}),
            ("verify", "order", {"verified": "客户确认"}),
        ],
        "closed",
    ),
    (
        "R09", "enquiry", "county_line", "goods", {"direct": False},
        [
            ("consult", "recipient", {"department": "concerned", "opinion": "问货源"}),
            ("answer", "recipient", {"answer": "周三到货"}),
        ],
        "answered",
    ),
    (
        "R11a", "complaint", "phone", "product", {"major_complaint": True},
        [
            ("review", "director", {"details": "批号已核", "evidence_asked": True, "emergency": "停发同批"}),
            ("issue_sheet", "salesman", {}),
            ("approve_major", "vice", {}),
            ("sign", "quality_head", {"signed_by": "周敏"}),
            ("qe_register", "qe", {"qe": "吴刚"}),
            ("interim", "qe", {"interim": "全检"}),
            ("find_department", "qe", {"finding": "尺寸超差", "department": "production"}),
            ("plan", "department", {"root_cause": "刀具磨损", "corrective": "缩短换刀"}),
            ("fail_review", "qe", {"reason": "没有验证"}),
            ("plan", "department", {"root_cause": "刀具磨损", "corrective": "换刀并首检"}),
            ("pass_review", "qe", {"permanent": "换刀并首检"}),
            ("approve_measures", "representative", {}),
            ("reply", "salesman", {"result": "八D报告"}),
            ("follow_up", "qe", {"follow": "三批合格"}),
            ("close", "qe", {"effective": True}),
        ],
        "closed",
    ),
    (
        "R11b", "complaint", "phone", "quality", {},
        [
            (
                "fill_sheet", "sales",
                {"order_number": "D1", "part_number": "L1", "quantity": "300", "shipped_on": TODAY, "demand": "退货",
                 "reason_confirmed": "属实"},
            ),
            (
                "investigate", "quality",
                {"finding": "漏镀", "unit": "一厂", "shift": "夜班", "operator": "王", "produced_on": TODAY, "responsible": "王"},
            ),
            ("negotiate", "sales", {"negotiation": "同意退货"}),
            ("send_back", "sales_manager", {}),
            ("combine", "management", {"combined": "同意", "authority_level": "vice"}),
            ("decide_vice", "vice", {"decision": "照办"}),
            ("judge", "office", {"own_fault": True, "negligence": False, "tracked": True, "standing": "yes", "treatment": "退货", "loss": 250000}),
            ("approve_penalty", "gm", {"penalty_decision": "照罚"}),
            ("follow", "quality", {"followed": "已改善"}),
            ("tell", "sales", {"result": "退货"}),
            ("close", "office", {}),
        ],
        "closed",
    ),
    (
        "R11c", "complaint", "fax", "quality", {},
        [
            ("confirm", "salesman", {"confirmed": True}),
            ("visit", "salesman", {"visited_at": TODAY, "visit_note": "现场看过", "cause_kind": "quality"}),
            ("pass_on", "service", {"department": "inspection"}),
            ("inspect", "inspector", {"rework": "返修二件", "defect_cause": "焊点虚"}),
            ("propose_improvement", "inspector", {"improvement": "增加检测"}),
            ("order_improvement", "vice", {"due_on": TODAY}),
            ("submit", "service", {"handling": "换货"}),
            ("inform_representative", "service", {"informed_how": "书面"}),
            ("inform_gm", "service", {"informed_how": "书面"}),
            ("approve_reply", "vice", {"decision": "同意", "approver": "钱副总"}),
            ("reply", "salesman", {"result": "已换货"}),
            ("close", "service", {}),
        ],
        "closed",
    ),
    (
        "R11d", "complaint", "phone", "quality", {"replaced": "part"},
        [
            ("find_valid", "service", {}),
            ("assess", "quality", {"cost_graded": True, "lawsuit_risk": False}),
            ("assign", "service", {"department": "quality"}),
            ("propose", "quality", {"measures": "更换接线盒"}),
            ("reply", "service", {"result": "已更换"}),
            ("close", "service", {"satisfied": True}),
        ],
        "closed",
    ),
    (
        "R11d", "complaint", "phone", "service", {},
        [("find_need", "service", {"explanation": "不在承诺范围"})], "need_found",
    ),
    (
        "R13b", "complaint", "visit", "service", {"plate": "云A1", "narrative": "异响"},
        [
            ("judge", "relations", {"investigation": "属实", "reason_sound": True, "demand_sound": True, "department": "concerned"}),
            ("propose", "handler", {"cause": "装配", "person": "李", "solution": "返修"}),
            ("approve", "gm", {}),
            ("tell", "adviser", {"reaction": "接受"}),
            ("satisfaction", "relations", {"satisfied": True}),
            ("summarise", "relations", {"evaluation": "及时", "improvement": "加强自检"}),
        ],
        "closed",
    ),
    (
        "R13b", "complaint", "phone", "service", {"plate": "云A1", "narrative": "失火", "major_complaint": True},
        [
            ("pass_on", "relations", {"department": "concerned"}),
            ("meet", "gm", {"met_at": MORNING, "solution": "换车"}),
            ("negotiate", "manager", {"negotiated": "已谈妥"}),
            ("satisfaction", "relations", {"satisfied": True}),
            ("summarise", "relations", {"evaluation": "妥善", "improvement": "排查线束"}),
        ],
        "closed",
    ),
    (
        "R13c", "complaint", "visit", "service", {"over_level": True},
        [
            ("dispatch", "dcrc", {"department": "service", "handler": "刘"}),
            ("track", "dcrc", {"tracked": "上门一次"}),
            ("inquire", "dcrc", {"found": "返修三次", "responsible": "维修班组"}),
            ("order_rectify", "dcrc", {"opinion": "增设复检", "rectify_by": TODAY, "rectify_department": "服务部"}),
            ("feed_back", "department", {"result": "已修复"}),
            ("rectify", "department", {"rectified": "已设复检岗", "check_on": TODAY}),
            ("visit", "dcrc", {"satisfied": True}),
            ("check_effect", "dcrc", {"effect": "good", "effect_note": "回访十人均满意"}),
            ("close", "dcrc", {}),
        ],
        "closed",
    ),
]  # fmt: skip

SHORT_CUTS: list[tuple[str, str, str, str, dict[str, Any], list[Act], str]] = [
    (
        "R03", "report", "phone", "drug_use", {},
        [("accept", "acceptor", {"handling": "own"}), ("transfer", "officer", {"counterpart": "市局"})], "承办部门",
    ),
    ("R03", "ad_violation", "city_monitor", "ad_drug", {}, [("ad_close", "officer", {})], "须先完成“移送”"),
    ("R03", "ad_filing", "applied", "ad_drug", {}, [("ad_approve", "ad_approver", {})], "待初审"),
    ("R06", "complaint", "letter", "after_sales", {}, [("refuse", "officer", {})], "理由"),
    ("R06", "complaint", "letter", "after_sales", {}, [("sign_record", "clerk", {"signed": "signed"})], "口头提出"),
    ("R06", "complaint", "letter", "after_sales", {}, [("investigate", "officer", {"finding": "x"})], "已登记"),
    ("R07", "complaint", "phone", "goods", {}, [("propose", "mediator", {})], "已提交申请"),
    ("R07", "complaint", "phone", "goods", {}, [("ask_more", "clerk", {})], "需要补充的材料"),
    ("R09", "complaint", "branch_line", "service", {}, [("fax", "recipient", {"faxed_to": "分公司"})], "超出本单位范围"),
    ("R09", "suggestion", "branch_line", "service", {}, [("reply", "order", {"adopted": "adopted"})], "已登记"),
    ("R09", "enquiry", "branch_line", "service", {}, [("answer", "order", {})], "答复结果"),
    (
        "R11a", "complaint", "phone", "product", {"major_complaint": True},
        [("issue_sheet", "salesman", {}), ("approve", "director", {})], "营销副总",
    ),
    ("R11a", "complaint", "phone", "product", {}, [("issue_sheet", "salesman", {}), ("sign", "quality_head", {})], "待批准"),
    (
        "R11b", "complaint", "phone", "quality", {},
        [("fill_sheet", "sales", {"order_number": "D1", "reason_confirmed": "属实"})], "料号",
    ),
    ("R11c", "complaint", "fax", "service", {}, [("visit", "salesman", {"visit_note": "x"})], "待确认登记"),
    (
        "R11c", "complaint", "fax", "service", {},
        [("confirm", "salesman", {"confirmed": True}), ("visit", "salesman", {"visited_at": TODAY, "visit_note": "x"})],
        "责任界定",
    ),
    (
        "R11d", "complaint", "phone", "quality", {},
        [("find_valid", "service", {}), ("assign", "service", {"department": "quality"})], "按八条原则分级",
    ),
    ("R11d", "need", "phone", "help", {}, [("find_valid", "service", {})], "不适用于客户需求"),
    (
        "R13b", "complaint", "visit", "service", {"plate": "云A1", "narrative": "异响"},
        [("pass_on", "relations", {"department": "concerned"})], "只有重大客户投诉",
    ),
    (
        "R13b", "complaint", "visit", "", {},
        [("judge", "relations", {"investigation": "x", "reason_sound": True, "demand_sound": True, "department": "concerned"})],
        "首先确定客户投诉的类别",
    ),
    (
        "R13c", "complaint", "visit", "service", {},
        [("dispatch", "dcrc", {"department": "service"}), ("inquire", "dcrc", {"found": "x", "responsible": "y"})], "只对重复",
    ),
    (
        "R13c", "complaint", "visit", "service", {},
        [("dispatch", "dcrc", {"department": "service"}), ("rectify", "department", {"rectified": "x", "check_on": TODAY})],
        "限期整改",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("id_", "kind", "channel", "category", "values", "acts", "ends"), WAYS)
def test_a_matter_comes_to_its_end(
    id_: str, kind: str, channel: str, category: str, values: dict[str, Any], acts: list[Act], ends: str
) -> None:
    book = load(id_)
    case = opened(book, kind, channel, category, values)

    assert walked(book, case, acts).state == ends


@pytest.mark.parametrize(("id_", "kind", "channel", "category", "values", "acts", "words"), SHORT_CUTS)
def test_a_short_cut_is_refused_with_its_reason(
    id_: str, kind: str, channel: str, category: str, values: dict[str, Any], acts: list[Act], words: str
) -> None:
    book = load(id_)
    case = opened(book, kind, channel, category, values)

    with pytest.raises(DeskError, match=words):
        walked(book, case, acts)


@pytest.mark.parametrize("id_", MANUALS)
def test_every_entry_cites_its_line_or_says_that_the_manual_is_silent(id_: str) -> None:
    book = load(id_)
    entries: list[Any] = [
        *book.channels, *book.kinds, *book.departments, *book.categories, *book.routes, *book.scales, *book.roles,
        *book.states, *book.steps, *book.clocks, *book.duties, *book.series, *book.papers, *book.registers,
        *book.indicators, *book.principles, *book.scripts, *book.grounds, *book.representations, *book.repeats,
    ]  # fmt: skip

    assert [entry.id for entry in entries if not entry.source and not entry.note] == []


@pytest.mark.parametrize("id_", MANUALS)
def test_every_option_of_every_switch_gives_a_sound_rulebook(id_: str) -> None:
    for switch in load(id_).switches:
        for option in switch.options:
            assert find(load(id_, {switch.id: option}).switches, switch.id).chosen == option
