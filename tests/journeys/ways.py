"""One way from receipt to the archive for each manual: who does what, where it ends, and what its papers must say."""

from dataclasses import dataclass, field
from typing import Any

from tests.rulebook import test_r14, test_r16, test_r17, test_ways, test_ways_more
from tests.rulebook.test_ways import Act
from tests.services.test_main_job import COMPLAINT, DECISION

HELD = ({"name": "申请书", "held": "是"},)
HANDED = {
    "handover.from": "王芳",
    "handover.to": "赵审",
    "department": "药品注册处",
    "handover.at": "2026-11-20",
}
ARCHIVE = "归档"
BOTH_AGREE = {"complainant_agrees": True, "respondent_agrees": True}
"""Art. 18: nobody is mediated against their will."""
RECEIVED = ("收件回执", "已经收到并登记")


@dataclass(frozen=True)
class Journey:
    """``papers`` are those that the way prints, each with words that its latest version must hold.

    ``unsaid``: what must not stand on them. A receipt is of the desk itself, for every manual (it says 收到, never 受理).
    """

    regime: str
    kind: str
    channel: str
    category: str
    values: dict[str, Any]
    acts: list[Act]
    ends: str
    papers: dict[str, tuple[str, ...]]
    unsaid: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.regime}-{self.kind}"


def _walked(
    regime: str,
    kind: str,
    papers: dict[str, tuple[str, ...]],
    *more: Act,
    unsaid: dict[str, tuple[str, ...]] | None = None,
    **values: Any,
) -> Journey:
    """The first way of this kind that the rules' own tests walk, and what comes after it."""
    told = unsaid or {}
    found = next(way for way in (*test_ways.WAYS, *test_ways_more.WAYS) if way[:2] == (regime, kind))
    _, _, channel, category, given, acts, ends = found
    return Journey(regime, kind, channel, category, {**given, **values}, [*acts, *more], ends, papers, told)


JOURNEYS = (
    _walked(
        "R01", "complaint",
        {  # F-11, F-12 (002:397-479)
            "receipt": RECEIVED, "dispatch": ("客户投诉处理通知单", "杨桂兰", "3-1204", "进行修复"),
            "result": ("客户投诉处理结果确认表", "杨桂兰", "修好", "物管公司签字确认"),
        },
        unsaid={"receipt": ("1小时", "受理")},  # the hour to respond is the office's own affair (002:327)
        **{"complainant.name": "杨桂兰"},
    ),
    _walked("R02", "complaint", {"order": ("投诉处理单", "张三", "13800138000")}),
    _walked("R03", "report", {"transfer": ("投诉举报转办单", "市局", "药品使用")}),
    Journey(
        "R04", "licence", "window", "", {"complainant.name": "康达药业", "materials": HELD, "complete": True},
        [
            ("accept", "acceptor", {}),
            ("hand_over_2", "acceptor", HANDED),
            ("examine", "reviewer", {"opinion": "符合"}),
            ("reexamine", "second_reviewer", {"second_opinion": "同意"}),
            ("decide", "approver", {"decision": "granted", "approver": "周局"}),
            ("publicise", "licence_clerk", {}),
            ("make_licence", "licence_clerk", {}),
            ("collect", "licence_clerk", {"collected_by": "张三"}),
            ("archive", "licence_clerk", {}),
        ],
        "collected",
        {"acceptance": ("受理通知书", "康达药业"), "handover_2": ("移送表（二）", "康达药业", "移送人（受理窗口签字）")},
    ),
    _walked("R05", "report", {"slip": ("举报受理告知单", "2026年11月20日12时", "20260001")}),
    _walked("R06", "complaint", {"record": ("投诉举报笔录", "锅裂了"), "reply": ("处理结果告知书", "已退货")}),
    _walked(
        "R07", "complaint",
        {  # the application with its list of materials (000:162-164, 001:133), supplements asked for (001:145)
            "application": ("投诉申请", "陈芳", "某商店", "解放街8号", "购物凭证", "合同", "发票", "照片"),
            "supplement": ("补充材料告知书", "陈芳", "发票", "补充下列材料"),
        },
        ("archive", "clerk", {}),
        **{"respondent.name": "某商店", "respondent.address": "解放街8号"},
    ),
    _walked(
        "R08", "complaint", {"receipt": (*RECEIVED, "李明")},
        unsaid={"receipt": ("工作日", "天内", "日内", "解决方案")},  # no promise before it is verified (000:296)
    ),
    _walked(
        "R09", "complaint",
        {"record": ("客户投诉记录表", "传真到 分公司"), "register_form": ("客户投诉登记表", "请调查")},
    ),
    _walked("R10", "service", {"order": ("客户投诉处理单", "投诉电话")}),
    _walked("R11a", "complaint", {"order": ("客户投诉处理单", "停发同批")}),
    _walked("R11b", "complaint", {"sheet": ("客户抱怨处理表", "漏镀", "同意退货", "第一联")}),
    _walked("R11c", "complaint", {"feedback": ("客户投诉登记反馈表", "2026年11月20日")}, ("improve", "department", {"improved": "已增加检测"}),),
    _walked("R11d", "complaint", {"receipt": (*RECEIVED, "诉20260001")}),  # the manual's own text is cut off (002:641)
    _walked("R12", "complaint", {"receipt": (*RECEIVED, "客户中心系统")}),  # the first of its channels (002:705)
    _walked("R13a", "complaint", {"feedback": ("客户投诉信息反馈单", "云L1", "异响")}),
    _walked("R13b", "complaint", {"table": ("客户投诉处理表", "装配", "返修")}),
    _walked(
        "R13c", "complaint",
        {"order": ("投诉处理工单",), "rectification": ("投诉整改报告", "增设复检"), "survey": ("满意度回访表", "已修复")},
    ),
    Journey(
        "R14", "complaint", "visit", "quality", dict(test_r14.NEEDED), [("acknowledge", "reception", {"told_by": "phone"}), *test_r14.WHOLE], "archived",
        {
            "registration": ("客户投诉登记表", "到货有划伤"), "acknowledgement": ("投诉收到确认函", "钢板划伤"),
            "investigation": ("客户投诉调查表", "属实"), "analysis": ("客户投诉分析表", "运输划伤"),
            "notification": ("投诉处理通知表",), "survey": ("满意度回访表", "已换货"),
            "report": ("客户投诉报告表", "已换货"), "thanks": ("感谢函", "张三"),
        },
    ),
    Journey(
        "R15", "complaint", "window", "", dict(COMPLAINT),
        [
            ("accept", "head", DECISION),
            ("tell_decision", "officer", {"told_at": "2026-11-20 12:00", "told_by": "phone"}),
            ("mediate", "mediator", {"mediation.way": "phone", "mediator.name": "赵六", **BOTH_AGREE}),
            ("settle", "head", {"settlement.paper": "made", "agreement": "退货退款", "content": "冰箱不制冷"}),
            ("archive", "officer", {"archive.number": "示投2026-001"}),
        ],
        "settled",
        {
            "complaint_form": ("投诉登记表", "鑫源电器商行"), "receipt": ("收件回执", "不表示投诉、举报已经受理"),
            "acceptance": ("投诉受理决定书", "购买冰箱不制冷"), "settlement": ("投诉调解书", "退货退款"),
        },
    ),
    Journey(
        "R15", "report", "window", "", {"summary": "反映一家商行", "narrative": "没有执照", "complainant.name": "李四"},
        [
            ("file_case", "head", DECISION),
            ("conclude", "officer", {"result": "罚款"}),
            ("archive", "officer", {}),
        ],
        "concluded",
        {"report_form": ("举报登记表",)},
    ),
    Journey(
        "R16", "complaint", "phone", "city", {**test_r16.NAMED, "complainant.name": "周芳"},
        [*test_r16.LOOP, ("archive", "dispatcher", {})], "closed",
        {"work_order": ("热线工单", "周芳", "路灯不亮", "城市管理部门", "12345电话")},
    ),
    Journey(
        "R17", "petition", "visit", "other", {**test_r17.NAMED}, test_r17.OPINION, "archived",
        {  # 《信访工作条例》 arts. 23, 34, 35: sixty days, thirty days to ask for a review
            "registration": ("信访登记表", "走访", "某村"), "acceptance": ("受理告知书", "张三", "60日内办结"),
            "opinion": ("信访处理意见书", "限期维修", "30日内", "复查"),
        },
    ),
)  # fmt: skip
