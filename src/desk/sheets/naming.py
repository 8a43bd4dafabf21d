"""What columns of old registers are called, and which fact that is: the words of offices, hotlines and open data.

The words are compared without spaces, brackets and case. They belong to the field at large, not to one office.
"""

import re
import unicodedata

_BRACKETS = re.compile(r"[(\[{【〔][^)\]}】〕]*[)\]}】〕]")
_AGAIN = re.compile(r"（第\d+个）$")
_NOT_WORDS = re.compile(r"[\s:：*＊、，,._\-]+")

NAMES: dict[str, str] = {
    "outside.number": "编号 登记编号 受理编号 登记号 受理号 案号 案件编号 工单号 工单编号 流水号 投诉编号 举报编号 信访编号 留言编号 单号 id case_no uniquekey complaintid",
    "received_at": "登记日期 登记时间 受理日期 受理时间 投诉日期 投诉时间 举报日期 举报时间 来访日期 来访时间 来信日期 来电时间 接件时间 接件日期 接待日期 接待时间 收到日期 收到时间 收件日期 "
    "收件时间 接收时间 留言时间 日期 时间 date datetime createddate datereceived receivedat",
    "channel": "来源 来源渠道 渠道 投诉渠道 投诉方式 信访方式 受理方式 受理渠道 来件方式 接收方式 来源方式 channel submittedvia",
    "kind": "类型 业务类型 登记类型 事项类型 举报类型 诉求类型 受理类型 type kind",
    "category": "类别 投诉类别 投诉类型 问题类别 问题分类 分类 一级分类 事项分类 投诉分类 category complainttype product",
    "complainant.name": "姓名 投诉人 投诉人姓名 投诉者 举报人 举报人姓名 信访人 信访人姓名 来访人 来访人姓名 反映人 诉求人 申请人 客户 客户姓名 客户名称 顾客 顾客姓名 留言用户 "
    "消费者 消费者姓名 当事人 业主 业主姓名 name customer",
    "complainant.phone": "电话 联系电话 手机 手机号 手机号码 电话号码 联系方式 联系手机 投诉人电话 投诉人联系电话 举报人电话 来电号码 客户电话 phone mobile tel",
    "complainant.id_type": "证件类型 证件种类 idtype",
    "complainant.id_number": "证件号 证件号码 身份证 身份证号 身份证号码 公民身份号码 idno idnumber",
    "complainant.address": "地址 住址 联系地址 家庭住址 投诉人地址 客户地址 通讯地址 通信地址 房号 address incidentaddress",
    "complainant.email": "邮箱 电子邮箱 电子邮件 email mail",
    "complainant.postcode": "邮编 邮政编码 incidentzip zip postcode",
    "respondent.name": "被投诉人 被投诉人名称 被投诉方 被投诉单位 被投诉对象 被举报人 被举报单位 被反映人 被诉方 商家 商家名称 企业 企业名称 单位名称 经营者 经营者名称 涉事单位 涉事主体 company",
    "respondent.contact": "被投诉单位联系人 企业联系人 商家联系人",
    "respondent.phone": "被投诉人电话 被投诉单位电话 被投诉方电话 商家电话 企业电话",
    "respondent.address": "被投诉人地址 被投诉单位地址 商家地址 企业地址 经营地址 经营场所",
    "respondent.credit_code": "统一社会信用代码 信用代码 社会信用代码 营业执照号 注册号",
    "subject": "标题 主题 事由 投诉主题 投诉事由 留言主题 案由 投诉标题 title subject issue descriptor",
    "narrative": "内容 主要内容 投诉内容 举报内容 反映内容 投诉问题 反映问题 问题描述 事实经过 情况描述 留言详情 诉求内容 详情 事情经过 投诉事项 text desc description summary narrative",
    "demand": "诉求 投诉请求 投诉诉求 客户要求 顾客要求 要求 请求 demands demand",
    "object": "投诉对象 商品名称 品名 产品名称 项目 项目名称 object",
    "place": "地点 事发地点 发生地点 乡镇 所在地 区域 city",
    "happened_on": "发生日期 发生时间 事发日期 事发时间 购货日期 购买日期 消费日期 交易时间",
    "amount": "金额 涉及金额 涉案金额 争议金额 消费金额 损失 损失金额 amount",
    "claimed": "索赔金额 要求赔偿金额",
    "people": "人数 涉及人数 来访人数 投诉人数",
    "department": "承办部门 承办单位 责任部门 责任科室 责任单位 办理单位 办理部门 处理部门 转办单位 department agencyname agency",
    "handler": "承办人 经办人 办理人 处理人 责任人 handler",
    "handed_on_at": "转办时间 转办日期 交办时间 交办日期 派单时间",
    "due_on": "限期 要求反馈日期",
    "case.accepted_on": "正式受理日期 决定受理日期 立案日期",
    "case.closed_on": "办结日期 办结时间 结案日期 结案时间 完成日期 完成时间 答复时间 答复日期 反馈日期 closeddate closedat",
    "case.state": "状态 办理状态 办理情况 处理状态 处理进度 受理情况 status",
    "result": "办理结果 处理结果 处理情况 处理意见 处理方式 答复意见 答复内容 调查结果 结果 result resolution resolutiondescription",
    "recovered": "挽回损失 挽回经济损失 挽回金额",
    "satisfied": "满意 是否满意 满意度 回访满意度 回访情况 satisfaction",
    "level": "等级 级别 投诉等级 严重程度 紧急程度 severity",
    "remark": "备注 说明 其他 remark remarks notes",
}
"""Names of each fact's column, best known first."""

LIMITS = frozenset(
    [
        "到期日",
        "到期日期",
        "办理期限",
        "应结办日期",
        "应办结日期",
        "限办日期",
        "办结期限",
        "期限",
        "截止日期",
        "时限",
        "dueat",
        "duedate",
    ]
)
"""Columns of days by which a matter was to be ended: the program reckons them anew."""

NO_FACT = {"序号", "序", "no", "行号", "件数", "row"}
"""Columns that only count the lines."""

_PARTS = {
    "respondent": ("被投诉", "被举报", "被反映", "被诉", "商家", "企业", "经营者", "单位"),
    "proxy": ("代理人", "委托人", "代表人"),
    "complainant": ("投诉人", "举报人", "信访人", "来访人", "客户", "顾客", "消费者"),
}
_PERSONAL = {"name", "phone", "address", "id_number", "id_type", "contact", "email", "postcode"}


def plain(header: str) -> str:
    """A heading as it is compared and remembered: 联系电话(必填)* is 联系电话."""
    text = unicodedata.normalize("NFKC", _AGAIN.sub("", header)).lower()
    without = _NOT_WORDS.sub("", _BRACKETS.sub("", text))
    return without or _NOT_WORDS.sub("", text)


def memory_key(header: str) -> str:
    """By what a heading is remembered; a second column of the same name is remembered apart."""
    again = _AGAIN.search(header)
    return plain(header) + (again[0] if again else "")


def by_name(header: str) -> tuple[str, float]:
    """The fact a heading names and how sure that is (0 to 1); no fact and 0 if it names none.

    投诉人/电话 and 被投诉人/电话 are told apart by the group heading before the stroke.
    """
    whole = plain(header)
    group, _, last = whole.rpartition("/")
    if exact := _EXACT.get(whole) or _of_whom(group, _EXACT.get(last, "")):
        return exact, 0.9
    for text in (last, whole):
        if holding := [word for word in _EXACT if len(word) > 1 and not word.isascii() and word in text]:
            return _of_whom(whole, _EXACT[max(holding, key=len)]), 0.6
    return "", 0.0


def _of_whom(said: str, fact: str) -> str:
    """The fact of the person that the words around it speak of."""
    _, _, part = fact.partition(".")
    if part in _PERSONAL:
        for person, signs in _PARTS.items():
            if any(sign in said for sign in signs) and f"{person}.{part}" in KNOWN:
                return f"{person}.{part}"
    return fact


_EXACT = {word: fact for fact, said in NAMES.items() for word in map(plain, said.split())}
KNOWN = frozenset(NAMES) | {"proxy.name", "proxy.phone", "proxy.address", "proxy.id_number", "proxy.id_type"}
"""Every fact that a column may become."""
