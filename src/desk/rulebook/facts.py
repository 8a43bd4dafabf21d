"""The closed list of facts that the program understands by itself.

A rulebook's intake field either names one of these facts or brings its own id with a type. Whether a fact is identity
(and so lies apart, masked, under rights) is decided here for the known ones and cannot be weakened by a rulebook.
"""

from dataclasses import dataclass
from typing import Literal

FieldType = Literal[
    "text",
    "note",
    "choice",
    "choices",
    "date",
    "moment",
    "count",
    "money",
    "yes_no",
    "phone",
    "id_number",
    "credit_code",
    "people",
    "items",
    "materials",
]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that may be known of a case: its label for people, its type, and whether it is identity."""

    label: str
    type: FieldType
    identity: bool = False


def _person(title: str) -> dict[str, Fact]:
    return {
        "name": Fact(f"{title}姓名", "text", identity=True),
        "phone": Fact("联系电话", "phone", identity=True),
        "id_type": Fact("证件类型", "choice"),
        "id_number": Fact("证件号码", "id_number", identity=True),
        "address": Fact("联系地址", "text", identity=True),
        "email": Fact("电子邮箱", "text", identity=True),
        "postcode": Fact("邮政编码", "text", identity=True),
        "relation": Fact("与投诉人关系", "text"),
    }


def _respondent() -> dict[str, Fact]:
    return {
        "name": Fact("名称（姓名）", "text"),
        "contact": Fact("联系人", "text"),
        "phone": Fact("联系电话", "text"),
        "address": Fact("地址", "text"),
        "credit_code": Fact("统一社会信用代码", "credit_code"),
        "staff": Fact("涉及工作人员", "yes_no"),
    }


FACTS: dict[str, Fact] = {
    **{f"complainant.{key}": fact for key, fact in _person("投诉人").items()},
    **{f"proxy.{key}": fact for key, fact in _person("代理人").items()},
    **{f"respondent.{key}": fact for key, fact in _respondent().items()},
    "complainants": Fact("共同投诉人", "people", identity=True),
    "representatives": Fact("代表人", "people", identity=True),
    "speaker": Fact("由谁提出", "choice"),
    "authority": Fact("授权委托书原件", "yes_no"),
    "subject": Fact("事由", "text"),
    "summary": Fact("内容摘要（不含举报人信息）", "note"),
    "narrative": Fact("事实经过", "note"),
    "demand": Fact("诉求", "note"),
    "object": Fact("投诉对象", "text"),
    "place": Fact("地点", "text"),
    "stage": Fact("环节", "choice"),
    "happened_on": Fact("发生日期", "date"),
    "known_on": Fact("知道权益受侵害之日", "date"),
    "amount": Fact("涉及金额", "money"),
    "claimed": Fact("索赔金额", "money"),
    "people": Fact("涉及人数", "count"),
    "materials": Fact("材料清单", "materials"),
    "items": Fact("明细", "items"),
    "outside.source": Fact("外部来源", "text"),
    "outside.number": Fact("外部编号", "text"),
    "outside.due": Fact("外部限期", "moment"),
    "outside.return_by": Fact("退单期限", "moment"),
    "post.number": Fact("挂号号", "text"),
    "post.stamped_on": Fact("邮戳日期", "date"),
    "handed_on_at": Fact("交承办时间", "moment"),
    "pad_number": Fact("补录纸号", "text"),
    "queue_number": Fact("叫号", "text"),
    "help_given": Fact("提供的帮助", "choices"),
    "restated": Fact("已复述确认", "yes_no"),
    "media": Fact("媒体曝光", "yes_no"),
    "media_risk": Fact("可能引起媒体曝光", "yes_no"),
    "lawsuit": Fact("已提起诉讼", "yes_no"),
    "lawsuit_risk": Fact("可能引起诉讼", "yes_no"),
    "government": Fact("已向政府部门投诉", "yes_no"),
    "injury": Fact("人身伤害", "yes_no"),
    "major_loss": Fact("重大人身伤害或财产损失", "yes_no"),
    "safety": Fact("可能造成财产损失或人身伤害", "yes_no"),
    "brand_harm": Fact("严重影响品牌声誉", "yes_no"),
    "our_fault": Fact("因我方原因", "yes_no"),
    "publish_consent": Fact("是否同意公示投诉信息", "yes_no"),
    "delegate_consent": Fact("是否同意委托调解", "yes_no"),
    "urgent": Fact("紧急", "yes_no"),
    "anonymity_reason": Fact("未具名仍登记的理由", "note"),
    "ground": Fact("理由", "choice"),
    "reason": Fact("说明", "note"),
    "validity": Fact("有效性", "choice"),
    "department": Fact("承办部门", "choice"),
    "assisting": Fact("协办部门", "choices"),
    "cosigners": Fact("会签部门", "choices"),
    "signs_for": Fact("代表哪个部门签字", "choice"),
    "signed_by": Fact("签收人", "text"),
    "outsiders": Fact("外部单位", "items"),
    "handler": Fact("承办人", "text"),
    "approver": Fact("审批人", "text"),
    "approved_on": Fact("审批日期", "date"),
    "result": Fact("办理结果", "note"),
    "recovered": Fact("挽回损失", "money"),
    "satisfied": Fact("是否满意", "yes_no"),
    "told_by": Fact("告知方式", "choice"),
    "told_at": Fact("告知时间", "moment"),
    "delivery.means": Fact("送达方式", "text"),
    "delivery.at": Fact("送达时间", "moment"),
    "delivery.person": Fact("签收人", "text", identity=True),
    "seal.at": Fact("用印时间", "moment"),
    "seal.person": Fact("用印人", "text"),
    "signed.on": Fact("签字日期", "date"),
    "signed.scan": Fact("签字扫描件", "text"),
    "report.means": Fact("上报方式", "text"),
    "report.at": Fact("上报时间", "moment"),
    "told_to": Fact("联系对象", "text", identity=True),
    "due_on": Fact("限期", "date"),
    "promised": Fact("承诺期限", "moment"),
    "remark": Fact("备注", "note"),
    "urge.number": Fact("催办、督办文号", "text"),
    "urge.reply_by": Fact("限期答复", "date"),
    "archive.number": Fact("档号", "text"),
    "archive.holder": Fact("档案保管", "text"),
    "archive.box": Fact("盒号", "text"),
}
"""Every known fact by id. Ids are used in rulebooks, criteria, papers and registers alike."""

COMPUTED: dict[str, Fact] = {
    "age_days": Fact("受理后天数", "count"),
    "same_person": Fact("同一投诉人的投诉次数", "count"),
    "same_object": Fact("同一对象的投诉次数", "count"),
    "same_matter": Fact("不同投诉人反映同一问题的次数", "count"),
    "same_event": Fact("同一投诉人就同一事件的投诉次数", "count"),
    "reopened": Fact("重新办理次数", "count"),
    "returned": Fact("退回次数", "count"),
    "ended_days": Fact("办结后天数", "count"),
    "escalated": Fact("因处理不当升级", "yes_no"),
    "escalated_levels": Fact("因处理不当升级时的等级", "choices"),
    "reopened_levels": Fact("重新办理时的等级", "choices"),
    "lacking_materials": Fact("还缺的材料数", "count"),
    "after_hours": Fact("工作时间之外收到", "yes_no"),
    "anonymous": Fact("匿名", "yes_no"),
    "received_on": Fact("收到日期", "date"),
    "channel": Fact("渠道", "choice"),
    "kind": Fact("类型", "choice"),
    "category": Fact("类别", "choice"),
    "level": Fact("等级", "choice"),
    "state": Fact("状态", "choice"),
}
"""What the program itself works out about a case; criteria may use it, nobody types it."""
