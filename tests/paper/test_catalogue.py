"""The forms of the manuals, one by one: their labels as the manuals print them, on the empty form and on the filled one.

The labels are written from the manuals' lines, which stand beside them; where a manual only names a form, its title and
the few fields that its text asks for.
"""

from collections.abc import Iterator
from functools import cache
from itertools import count
from typing import TypeVar

import pytest
from tests.paper.papers import text_of

from desk.domain.document import Table, TableColumn
from desk.domain.notice import compose
from desk.paper.drawing import draw
from desk.paper.registers import draw_table
from desk.paths import resource
from desk.rulebook.layout import (
    Grid,
    Items,
    Layout,
    Listing,
    Place,
    Text,
    Tick,
    fields,
    load_layout,
    parse,
    texts,
)
from desk.rulebook.loading import load
from desk.rulebook.sentences import Stressed

GIVEN = [
    ("F-01", "R14", "registration", "000:232", ("客户投诉登记表 编号 投诉时间 客户姓名 联系电话 合同编号 购买日期 制造部门 生产日期 "
     "品名规格 加工别 颜色 单价 交易量 交易额 投诉量 投诉额 备注 投诉内容 理由 要求 赔款 折价 退货 其他 经办人 审核人")),
    ("F-03", "R14", "investigation", "000:233", ("客户投诉调查表 编号 日期 投诉客户 投诉日期 投诉类型 投诉内容 投诉调查人 被调查人陈述 "
     "姓名 陈述 被调查人签名 调查人签名 调查总结 投诉处理建议 填表人 审核人 审核日期")),
    ("F-04", "R14", "analysis", "000:233", ("客户投诉分析表 客户名称 受理日期 投诉种类 承诺期限 投诉原由 客户要求 "
     "客户投诉发生后公司与客户的接触情况 投诉处理可能的难点 投诉处理难点应对方法 投诉调查的结果分析 客户期望是否达成 采取主要措施 "
     "客户投诉主管建议 客户投诉专员建议 制表 审核")),
    ("F-05", "R14", "handling", "000:233", ("客户投诉处理表 编号 填写日期 客户姓名 订单编号 制造部门 交运日期 产品名称 产品规格 交货数量 "
     "金额 投诉理由 处理建议 填表人 审核人")),
    ("F-06", "R14", "notification", "000:233", ("投诉处理通知表 编号 日期 客户姓名 联系电话 投诉接待人 联系地址 订单号 购买数量 交货日期 "
     "被投诉部门 投诉原因 客户问题 调查结果 客户要求的处理方法 退货 换货 打折扣 免费修复 其他 公司处理对策 填表人 审核人 客户 执行人")),
    ("F-09", "R14", "summary", "000:233", ("投诉处理总结表 投诉次数 每天投诉次数 已解决投诉次数 解决比例 涉及产品质量的次数 主要质量问题 "
     "具体对策 运输环节问题及其对策 加工环节问题及其对策 管理环节问题及其对策 其他环节问题 备注 制表 审核")),
    ("F-10", "R14", "report", "000:233", "客户投诉报告表 时间 经理 接到客户投诉 将案件办结，现将结果报告如下"),
    ("F-11", "R01", "dispatch", "002:397-431", ("客户投诉处理通知单 投诉编号 投诉接单部门 工程技术部 项目部 设计部 销售管理部 销售部 "
     "客户服务部 物业公司 其它 项目名称 实力五星彩园 实力北岸 实力上筑 实力郡城 书香大地 实力锦城 投诉人姓名 物业房号 联系方式 投诉主题 "
     "投诉内容 问题描述 客户要求 备注 发单时间 发单人 规定响应时间 责任部门投诉情况核实 核实人签字 投诉责任部门处理意见 投诉处理方案 "
     "进行修复 进行更换 业主自行修复 沟通解决 处理时间计划 启动时间 完成时间 其他补充说明 部门责任人签字 客户确认")),
    ("F-12", "R01", "result", "002:435-479", ("客户投诉处理结果确认表 投诉编号 项目名称 投诉人姓名 物业编号 投诉责任部门 工程技术部 项目部 "
     "设计部 销售管理部 客户服务部 销售部 物业公司 其它 投诉处理结果确认 处理情况 已处理完成 实际处理起止时间 其他 客户签字确认 "
     "物管公司签字确认 投诉客户调查 客户签字 回访人签字 投诉关闭确认 备注 投诉专员签字 客服部经理审批")),
    ("F-13", "R01", "penalties", "002:513-581", "序号 部门 投诉考核制度 惩罚制度 扣罚内容如上，但不限于此表内容"),
    ("F-14", "R01", "rewards", "002:583-587", "90-94分奖励200元 95-98分奖励300元 98分以上奖励500元 70% 30%"),
    ("F-15", "R01", "delay", "002:353-361", "投诉编号 投诉等级 原时限 原因 延期至 签字"),
    ("F-20", "R04", "acceptance", "000:343", "受理通知书 联系人 联系电话 受理专用章"),
    ("F-21", "R04", "correction", "000:344", "补正材料通知书 已具备的材料 需要补正的材料 行政许可专用章"),
    ("F-22", "R04", "papers_received", "000:345", "接受材料凭证 材料名称 受理专用章"),
    ("F-23", "R04", "refusal", "000:346", "不予受理通知书 理由 行政复议 行政诉讼 投诉 行政许可专用章"),
    ("F-24", "R04", "handover_1", "000:347", "行政许可移送表（一） 移送人 接收人 返还人 告知申请人"),
    ("F-25", "R04", "handover_2", "000:350", "行政许可移送表（二） 移送人 接收人"),
    ("F-47", "X1", "agreement", "000:48-65", "协议书 甲方 乙方"),
]  # fmt: skip
NAMED = [
    ("F-32", "R02", "order", "000:156", "投诉处理单 有效投诉 待改进投诉 责任部门"),
    ("F-33", "R11a", "order", "002:635", "客户投诉处理单 主任级以上人员 营销副总 品管部负责人"),
    ("F-34", "R09", "register_form", "002:599", "客户投诉登记表 客户姓名 联系电话"),
    ("F-35", "R09", "record", "002:599", "客户投诉记录表 客户姓名 接诉时间"),
    ("F-36", "R11b", "sheet", "002:657-661", ("客户抱怨处理表 编号 订单编号 料号 数量 交运日期 客户要求 投诉理由 生产单位 班别 生产人员 "
     "生产日期 调查情况 交涉结果 综合意见 核决 损失金额")),
    ("F-37", "R11b", "petition", "002:661", "签呈 批示"),
    ("F-38", "R11c", "feedback", "002:611", "客户投诉登记反馈表"),
    ("F-39", "R13a", "feedback", "002:651", "客户投诉信息反馈单 客户姓名 车牌号码 联系方式 复述确认 责任部门"),
    ("F-40", "R13b", "table", "002:673", "客户投诉处理表 投诉时间 投诉内容 投诉人 车牌号 投诉类别 理由充分 要求合理 责任 部门"),
    ("F-41", "R13c", "order", "002:685", "工单 客户姓名 责任部门"),
    ("F-41", "R13c", "rectification", "002:685", "投诉整改报告"),
    ("F-42", "R10", "order", "002:623", "客户投诉处理单 一类投诉 二类投诉 责任部门"),
    ("F-42", "R10", "opinion_book", "002:623", "客户意见簿 日期 客户姓名 联系方式 意见内容 要求 答复 答复人"),
    ("F-43", "R06", "record", "000:15", "笔录 签字"),
    ("F-44", "R07", "application", "000:162", "投诉申请 消费者 经营者 请求 证据材料 签字"),
    ("F-45", "R14", "acknowledgement", "000:249", "投诉收到确认函 我们已经收到"),
    ("F-46", "R14", "apology", "000:256", "致歉函"),
    ("F-46", "R14", "thanks", "000:256", "感谢函"),
    ("F-48", "X2", "document_approval", "002:665", "公司公文审批表"),
    ("F-49", "R14", "survey", "000:131; 001:141", "客户满意度回访表 是否满意 客户签字 回访人签字"),
    ("F-50", "R13a", "analysis", "002:649", "回访信息分析报告 统计期间 投诉和回访情况 不满意的原因 漏洞和不足 改正和弥补"),
    ("F-51", "R03", "ad_notice", "000:375", "广告公告 广告类别 产品名称 发布企业 媒介 公告内容"),
    ("F-51", "R03", "analysis", "000:369", "汇总分析表 转办率 办结比例 主要问题 原因分析 措施建议"),
    ("F-52", "R14", "summary_report", "001:73", "投诉处理总结报告 投诉情况 趋势和主要原因"),
    ("F-53", "R01", "ranking", "002:393", "排名通报 项目名称 处理完成率 处理效率 客户满意度 名次"),
    ("F-54", "R05", "slip", "000:214", "举报受理告知单 受理时间 编号"),
]  # fmt: skip
BOOKS = [
    ("F-02", "R14", "reception", "000:232", "投诉接待统计表 序号 客户姓名 联系电话 投诉问题 客户要求 接待人 备注"),
    ("F-07", "R14", "tracking", "000:233", ("投诉处理追踪表 件数 受理日期 编号 客户名称 销售单号 品名、规格 交货 日期 数量 金额 不良品数量 "
     "投诉内容 制造单位 处理方式 损失金额 责任 归属部门 比率（%） 个人处罚 姓名 类别 处理时效 主管 财务部 销售部 总经理 结束 合计 "
     "督促记录（日期文号） 结案编号")),
    ("F-08", "R14", "statistics", "000:233", ("客户投诉统计表 日期 编号 客户名称 商品名称 购货日期 投诉内容 责任部门 处理方式 退货 换货 折扣 "
     "维修 其他 损失（元） 制表 审核")),
    ("F-30", "R02", "cases", "000:154", "投诉记录本"),
    ("F-31", "R02", "duty", "000:155", "值班记录"),
    ("F-42", "R10", "cases", "002:623", "投诉处理台帐"),
]  # fmt: skip
CATALOGUE = [*range(1, 16), *range(20, 26), *range(30, 55)]
"""The numbers of the catalogue: F-01 to F-15, F-20 to F-25, F-30 to F-54."""
SHARED = [
    (
        "送达回证",
        "delivery_receipt",
        "案由 送达文书名称 受送达人 送达地址 送达方式 签名或者盖章 代收人 见证人 送达人 备注",
    ),
    (
        "撤回申请书",
        "withdrawal",
        "撤回申请书 现申请撤回 撤回的理由 申请人（签名或者盖章） 代理人（签名） 经办人",
    ),
    (
        "授权委托书",
        "power_of_attorney",
        "授权委托书 委托人 受托人 委托事项 委托权限 一般代理 特别授权 承认 放弃 委托期限",
    ),
    (
        "延期审批表",
        "extension_approval",
        "编号 延期理由 原到期日 延长后到期日 承办人 承办部门负责人意见 批准人意见",
    ),
    ("笔录", "oral_record", "时间 地点 被记录人 记录人 内容 与我所说的一致 未签名的，写明原因"),
]
LONG = "".join(f"〈{number}〉半夜仍有异响；" for number in range(30))

book = cache(load)
Kind = TypeVar("Kind")


def layout_of(office: str, name: str) -> Layout:
    """The layout of a manual or of an overlay."""
    if office.startswith("X"):
        return load_layout(resource("overlays", office, "forms", f"{name}.toml"))
    return book(office).layouts[name]


def filled(layout: Layout) -> dict[str, object]:
    """A value of its own for every place, the first option for every box, three rows for every list."""
    number = count(1)
    values: dict[str, object] = {path: f"值{next(number)}值" for path in sorted(fields(layout))}
    for tick in parts(layout, Tick):
        values[tick.path] = tick.option
    for block in layout.blocks:
        if isinstance(block, Items | Listing):
            columns = (
                [column.text for column in block.columns] if isinstance(block, Listing) else [block.text]
            )
            names = {part.path for text in columns for part in parse(text) if isinstance(part, Place)} - {
                "n",
                "",
            }
            values[block.field] = tuple(
                {name: f"行{next(number)}行" for name in sorted(names)} for _ in range(3)
            )
    return values


def parts(layout: Layout, kind: type[Kind]) -> Iterator[Kind]:
    """All pieces of one kind in a layout's texts."""
    for block in layout.blocks:
        for text in texts(block):
            yield from (part for part in parse(text) if isinstance(part, kind))


def printed(layout: Layout, values: dict[str, object] | None = None) -> str:
    """The text of the drawn form."""
    return text_of(draw(compose(layout, values or {}, notes=True)).data)  # type: ignore[arg-type]


def lacking(text: str, labels: str) -> list[str]:
    """The labels that do not stand on the paper."""
    return [label for label in labels.split() if label not in text]


@pytest.mark.parametrize(("form", "office", "name", "line", "labels"), GIVEN + NAMED)
@pytest.mark.parametrize("with_values", [False, True], ids=["blank", "filled"])
def test_a_form_has_every_label_of_its_manual(
    form: str, office: str, name: str, line: str, labels: str, with_values: bool
) -> None:
    layout = layout_of(office, name)

    text = printed(layout, filled(layout) if with_values else None)

    assert lacking(text, labels) == [], (form, line)


@pytest.mark.parametrize(("form", "office", "name", "line", "labels"), NAMED)
def test_a_form_that_its_manual_only_names_says_so(
    form: str, office: str, name: str, line: str, labels: str
) -> None:
    assert layout_of(office, name).derived, form


def test_every_form_of_the_catalogue_is_drawn_by_somebody() -> None:
    drawn = {form for form, *_ in (*GIVEN, *NAMED, *BOOKS)}

    assert sorted(drawn) == [f"F-{number:02}" for number in CATALOGUE]


def test_a_paper_and_its_layout_agree_on_what_the_manual_gives() -> None:
    books = [book(path.name) for path in sorted(resource("rulebooks").iterdir())]

    told = [
        (one.id, paper.id)
        for one in books
        for paper in one.papers
        if paper.derived != one.layouts[paper.layout].derived
    ]

    assert told == []


@pytest.mark.parametrize(("title", "name", "labels"), SHARED)
def test_a_form_of_any_case_has_its_labels_and_says_that_it_is_derived(
    title: str, name: str, labels: str
) -> None:
    layout = load_layout(resource("layouts", f"{name}.toml"))

    for values in (None, filled(layout)):
        text = printed(layout, values)
        assert lacking(text, f"{title} {labels}") == []
    assert layout.derived


def test_a_label_that_a_form_does_not_have_is_missed() -> None:
    assert lacking(printed(layout_of("R14", "handling")), "编号 督促记录") == ["督促记录"]


@pytest.mark.parametrize(("form", "office", "name", "line", "labels"), BOOKS)
@pytest.mark.parametrize("rows", [0, 2])
def test_a_register_has_every_heading_of_its_manual(
    form: str, office: str, name: str, line: str, labels: str, rows: int
) -> None:
    register = book(office).register(name)
    columns = tuple(TableColumn(one.title, one.width, "left", one.group) for one in register.columns)
    lines = tuple(tuple(f"{row}行{column}" for column in range(len(columns))) for row in range(rows))

    text = text_of(
        draw_table(Table(title=register.name, columns=columns, rows=lines, foot=register.foot)).data
    )

    assert lacking(text, labels) == [], (form, line)


def own_words(layout: Layout) -> Iterator[str]:
    """The words that a layout prints whatever is filled in: of its grids, its lists, its unconditional texts."""
    for block in layout.blocks:
        if (
            block.only
            or block.when
            or block.needs
            or block.unless
            or (isinstance(block, Text) and block.blank)
        ):
            continue
        if isinstance(block, Listing):
            yield from (column.title for column in block.columns)
        elif isinstance(block, Text | Grid):
            for text in set(texts(block)) - set(_by_turns(block)):
                for part in parse(text):
                    yield part if isinstance(part, str) else part.text if isinstance(part, Stressed) else ""


def _by_turns(block: Text | Grid) -> Iterator[str]:
    """Texts of which only one of two stands on the paper: with its values, or the empty form's."""
    lines = [line for cell in block.cells for line in cell.lines] if isinstance(block, Grid) else []
    for line in lines:
        yield from (line.text, line.blank) if line.blank else ("",)


def layouts() -> Iterator[tuple[str, str]]:
    """Every layout of every shipped manual."""
    for path in sorted(resource("rulebooks").glob("*/forms/*.toml")):
        yield path.parts[-3], path.stem


@pytest.mark.parametrize(("office", "name"), list(layouts()))
def test_no_word_of_a_form_and_no_value_is_lost(office: str, name: str) -> None:
    layout = layout_of(office, name)
    values = filled(layout)

    empty, full = printed(layout), printed(layout, values)

    words = ["".join(word.split()) for word in own_words(layout)]
    assert [word for word in words if word not in empty or word not in full] == []
    shown = {
        place.path: values[place.path]
        for place in parts(layout, Place)
        if isinstance(values.get(place.path), str)
    }
    assert {path: value for path, value in shown.items() if value not in full} == {}
    rows = [row for value in values.values() if isinstance(value, tuple) for row in value]
    assert [value for row in rows for value in row.values() if value not in full] == []


def tells(office: str, name: str) -> bool:
    """Whether a form has room for what happened."""
    return "narrative" in fields(load_layout(resource("rulebooks", office, "forms", f"{name}.toml")))


def test_the_words_of_another_form_are_missed() -> None:
    text = printed(layout_of("R14", "report"))

    assert [word for word in own_words(layout_of("R14", "handling")) if "".join(word.split()) not in text]


@pytest.mark.parametrize(("office", "name"), [entry for entry in layouts() if tells(*entry)])
def test_a_story_of_thirty_lines_is_printed_whole(office: str, name: str) -> None:
    layout = layout_of(office, name)

    text = printed(layout, {**filled(layout), "narrative": LONG})

    assert [number for number in range(30) if f"〈{number}〉半夜仍有异响；" not in text] == []
