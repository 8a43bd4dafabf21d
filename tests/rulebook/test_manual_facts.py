"""What the manuals of R09 to R17 say, entry by entry: the value, and beside it the line or article that says it.

The rows are written from the manuals: regime, table and id, key, value, line. Lists are told by their names.
"""

from collections.abc import Iterable
from typing import Any

import pytest

from desk.rulebook.loading import load
from desk.rulebook.model import Rulebook, find
from desk.rulebook.summary import unset_values

FACTS: list[tuple[str, str, str, Any, str]] = [
    # 002:597-599, tobacco branch
    ("R09", "channels.branch_line", "name", "分公司免费投诉监督电话", "002:597"),
    ("R09", "clocks.answer", "limit", "24h", "002:599"),
    ("R09", "clocks.at_once", "limit", "at_once", "002:599"),
    ("R09", "clocks.consult", "limit", "at_once", "002:599"),
    ("R09", "clocks.reply", "limit", "fact:promised", "002:599"),
    ("R09", "clocks.correct", "limit", "at_once", "002:599"),
    ("R09", "steps.fax", "needs", ("faxed_to",), "002:599"),
    ("R09", "steps.verify", "needs", ("verified",), "002:597"),
    ("R09", "papers.record", "name", "客户投诉记录表", "002:599"),
    ("R09", "papers.register_form", "name", "客户投诉登记表", "002:599"),
    ("R09", "principles.rule", "text", "实行“分级负责、属地管理、三线互控”的原则", "002:597"),
    ("R09", "principles.classified", "departments", ("concerned",), "002:599"),
    # 002:619-623, airport group
    ("R10", "repeats.second", "within", "3mo", "002:621"),
    ("R10", "repeats.second", "times", 2, "002:621"),
    ("R10", "clocks.notify", "limit", "at_once", "002:623"),
    ("R10", "clocks.investigate", "limit", "at_once", "002:623"),
    ("R10", "steps.issue_order", "when", 'level.grade in ("class1", "class2")', "002:623"),
    ("R10", "registers.cases", "name", "投诉处理台帐", "002:623"),
    ("R10", "registers.opinions", "where", 'channel in ("box", "book")', "002:623"),
    (
        "R10",
        "principles.means_second",
        "text",
        "客户就同一事件在三个月内，再次向集团公司或向上级部门投诉的",
        "002:621",
    ),
    # 002:633-635, QE
    ("R11a", "clocks.issue", "limit", "1h", "002:635"),
    ("R11a", "clocks.review", "limit", "at_once", "002:635"),
    ("R11a", "clocks.reply", "limit", "3wd", "002:635"),
    ("R11a", "clocks.interim", "limit", "8wh", "002:635"),
    ("R11a", "clocks.permanent", "limit", "2wd", "002:635"),
    ("R11a", "steps.approve", "by", ("director", "vice"), "002:635"),
    ("R11a", "steps.approve_major", "by", ("vice",), "002:635"),
    ("R11a", "steps.sign", "by", ("quality_head",), "002:635"),
    ("R11a", "steps.fail_review", "to", "planning", "002:635"),
    ("R11a", "registers.cases", "name", "客户投诉登记表", "002:635"),
    # 002:653-661, GM office
    ("R11b", "series.complaint", "pattern", "{yy}{mm}{serial:2}", "002:657"),
    ("R11b", "clocks.combine", "limit", "1d", "002:659"),
    ("R11b", "clocks.combine", "starts", ("send_back",), "002:659"),
    ("R11b", "steps.send_back", "by", ("sales_manager",), "002:659"),
    ("R11b", "steps.approve_penalty", "needs", ("penalty_decision",), "002:661"),
    ("R11b", "steps.outside", "by", ("office",), "002:661"),
    # 002:609-611, sales-led
    ("R11c", "clocks.visit", "limit", "2wd", "002:611"),
    ("R11c", "clocks.improve", "limit", "fact:due_on", "002:611"),
    ("R11c", "steps.approve_reply", "by", ("vice",), "002:611"),
    ("R11c", "papers.feedback", "name", "客户投诉登记反馈表", "002:611"),
    ("R11c", "principles.take_in", "text", "销售员和公司服务部电话承接辖区客户的各类投诉事件", "002:611"),
    # 002:637-641, graded
    ("R11d", "fields.need_kind", "at", ("find_need",), "002:641"),
    # 002:613-617, 699-705, car maker
    ("R12", "channels.media", "personal", False, "002:705"),
    ("R12", "validities.valid", "name", "有效客户投诉（经销商责任）", "002:617"),
    ("R12", "steps.special", "by", ("technical", "centre_head"), "002:617"),
    # 002:647-651, dealer A
    ("R13a", "clocks.hand_over", "limit", "30min", "002:651"),
    ("R13a", "clocks.hand_over_major", "limit", "at_once..30min", "002:651"),
    ("R13a", "clocks.dispatch", "limit", "30min", "002:651"),
    ("R13a", "duties.analysis", "every", "month", "002:649"),
    ("R13a", "papers.analysis", "period", True, "002:649"),
    ("R13a", "papers.feedback", "once", True, "002:651"),
    ("R13a", "steps.decide", "by", ("gm",), "002:651"),
    # 002:667-679, dealer B
    ("R13b", "clocks.solution", "limit", "1wd", "002:673"),
    ("R13b", "clocks.meet", "limit", "at_once", "002:677"),
    ("R13b", "clocks.pass_on", "limit", "at_once", "002:677"),
    ("R13b", "steps.approve", "by", ("gm",), "002:673"),
    ("R13b", "steps.approve_measures", "needs", ("measures", "supervisor"), "002:669"),
    ("R13b", "principles.measures", "text", "预防纠正措施的制定和落实", "002:669"),
    # 002:681-685, dealer C
    ("R13c", "clocks.rectify", "limit", "fact:rectify_by", "002:685"),
    ("R13c", "duties.inspection", "every", "month", "002:685"),
    ("R13c", "papers.rectification", "name", "投诉整改报告", "002:685"),
    ("R13c", "papers.survey", "name", "客户满意度回访表", "002:685"),
    ("R13c", "principles.powers", "departments", ("dcrc",), "002:683"),
    # the generic company, 000:25-46, 80-141, 172-188, 231-256 and 001
    ("R14", "clocks.first_reply", "limit", "24h", "000:186, 250; 001:103"),
    ("R14", "clocks.acknowledge", "limit", "at_once", "000:249"),
    ("R14", "clocks.promised", "limit", "fact:promised", "000:232"),
    ("R14", "categories.quality", "lead", "quality", "000:94, 181; 001:109, 115, 155"),
    ("R14", "categories.technical", "lead", "technical", "000:92"),
    ("R14", "steps.meet", "by", ("supervisor", "gm"), "000:254"),
    ("R14", "steps.solve", "when", 'complexity == "simple"', "001:111; 000:232"),
    ("R14", "clocks.expected", "limit", "fact:expected_on", "000:186; 001:151"),
    ("R14", "fields.steps_told", "required", True, "000:46"),
    # the market regulator, by article of 总局令第121号
    ("R15", "steps.ask_superior", "needs", ("superior.name", "superior.reason"), "第十三条第四款"),
    ("R15", "steps.superior_takes", "to", "taken_up", "第十三条第四款"),
    ("R15", "checks.represented_agree", "field", "represented_agree", "第十二条第二款"),
    ("R15", "checks.settlement_on_site", "field", "settlement.paper", "第二十四条第一款"),
    ("R15", "checks.proxy_papers", "field", "authority", "第十一条、第十六条第五项"),
    ("R15", "fields.test.costs", "label", "鉴定、检测费用的承担", "第二十二条第二款"),
    ("R15", "fields.test.chosen", "label", "鉴定、检测机构怎样确定", "第二十二条第一款"),
    ("R15", "fields.mediation.helpers", "label", "邀请协助调解的人员", "第二十一条第一款"),
    ("R15", "fields.mediation.course", "at", ("settle", "terminate"), "第二十四条第二款"),
    ("R15", "principles.branch_offices", "about", "procedure", "第三十条"),
    ("R15", "principles.no_abuse", "name", "不得滥用", "第七条第二款"),
    ("R15", "principles.fair", "name", "公正、高效", "第五条"),
    ("R15", "principles.truthful", "name", "对真实性负责", "第十条、第二十八条第一款"),
    ("R15", "principles.settling", "name", "自行和解", "第六条、第十八条第二款"),
    ("R15", "principles.recusal", "name", "回避", "第二十一条第二款"),
    ("R15", "principles.testing", "name", "鉴定、检测", "第二十二条"),
    ("R15", "principles.other_rules", "about", "scope", "第四十三条第二款、第三款"),
    ("R15", "clocks.acceptance", "limit", "7wd", "第十五条第一款"),
    ("R15", "clocks.mediation", "limit", "60d", "第二十三条第一款第五项、第二十二条第三款"),
    ("R15", "clocks.tell_both", "limit", "7wd", "第二十三条第二款"),
    ("R15", "clocks.clue_check", "limit", "15wd", "第二十七条第一款"),
    ("R15", "clocks.report_check", "limit", "15wd", "第三十五条；行政处罚程序规定第十八条"),
    ("R15", "clocks.penalty_case", "limit", "90d", "行政处罚程序规定第六十四条"),
    ("R15", "clocks.dispute_7wd", "limit", "7wd", "第三十三条"),
    ("R15", "representations.representatives", "most", 2, "第十二条第二款"),
    ("R15", "papers.settlement", "originals", 3, "第二十四条第一款；文书式样九"),
    ("R15", "papers.mediation_record", "nature", "form", "第二十四条第二款"),
    ("R15", "registers.public", "public", True, "第三十八条、第三十九条"),
    ("R15", "registers.not_on_platform", "where", "not known(outside.number)", "第四十条"),
    # the hotline, by the national opinions and one place's usage
    ("R16", "clocks.dispatch", "limit", "at_once", "指导意见"),
    ("R16", "clocks.give_back", "limit", "2wd", "一地做法"),
    ("R16", "clocks.handle", "limit", "7d", "一地做法"),
    ("R16", "steps.merge", "to", "merged", "规范意见"),
    ("R16", "principles.first_asked", "about", "procedure", "一地做法"),
    # petitions, by article of 《信访工作条例》
    ("R17", "clocks.tell", "limit", "15d", "第二十二条、第二十三条"),
    ("R17", "clocks.handle", "limit", "60d", "第三十四条"),
    ("R17", "clocks.review", "limit", "30d", "第三十五条、第三十六条"),
    ("R17", "clocks.review_open", "limit", "30d", "第三十五条"),
    ("R17", "clocks.recheck_open", "limit", "30d", "第三十六条"),
    ("R17", "grounds.late", "kinds", ("review", "recheck"), "第三十五条、第三十六条"),
    ("R17", "representations.representatives", "most", 5, "第二十条"),
]

NAMES: list[tuple[str, str, list[str]]] = [
    ("R09", "kinds", ["咨询", "建议", "投诉"]),  # 002:599
    ("R10", "kinds", ["服务投诉", "对投诉处理的投诉", "媒体批评性报道"]),  # 002:621
    ("R11a", "channels", ["电话", "口头", "书面"]),  # 002:635
    ("R11c", "channels", ["口头", "电话", "传真"]),  # 002:611 5.2.2
    ("R11c", "categories", ["客户服务行为的投诉", "营业人员专业工作事务投诉", "产品质量投诉"]),  # 002:611
    ("R12", "channels", ["客户中心系统", "电话", "传真", "电子邮件", "媒体", "信件", "口头"]),  # 002:705
    ("R13c", "categories", ["销售部投诉", "服务部投诉", "其他各业务部门投诉"]),  # 002:683
    ("R15", "kinds", ["投诉", "举报", "咨询及其他途径事项"]),  # art. 3, 44
    ("R16", "kinds", ["咨询", "求助", "投诉", "举报", "建议"]),  # 国办发〔2020〕53号
]

BLANK: list[tuple[str, str]] = [
    ("R09", "clock(fax).limit"),  # 002:599 及时
    ("R09", "clock(transfer).limit"),  # 002:599 及时
    ("R09", "clock(handle).limit"),
    ("R09", "principle(rest).text"),  # 002:599, cut off
    ("R10", "principle(annex).text"),  # 002:621 《客户投诉等级认定标准》
    ("R10", "principle(assessment).text"),  # 002:623, cut off
    ("R10", "clock(close).limit"),
    ("R11a", "principle(major).text"),  # 002:635
    ("R11b", "penalty(department_loss).amount"),  # 002:661 客户投诉损失金额核算基准
    ("R11b", "penalty(person).amount"),  # 002:661 客户投诉罚扣判定基准
    ("R11b", "penalty(discipline).amount"),  # 002:661 客户投诉行政处理原则
    ("R11b", "clock(handle).limit"),  # 002:661 （十）
    ("R11b", "principle(missing).text"),
    ("R11c", "principle(authority).text"),  # 002:611 1.2, 3.2
    ("R11d", "principle(amounts).text"),  # 002:641 A
    ("R11d", "principle(quantities).text"),  # 002:641 B
    ("R11d", "principle(levels).text"),
    ("R12", "principle(lower).text"),  # 002:617 C …
    ("R12", "clock(close).limit"),
    ("R13a", "principle(rest).text"),  # 002:651 1.4
    ("R13b", "penalty(loss).amount"),  # 002:679
    ("R13b", "penalty(delay).amount"),  # 002:679
    ("R13b", "principle(step_six).text"),  # 002:675
    ("R13c", "clock(feed_back).limit"),  # 002:685 规定时间
    ("R13c", "principle(rest).text"),
    ("R14", "clock(result).limit"),  # 000:188 尽快
    ("R14", "principle(report_body).text"),  # 000:233 F-10
]


def entry(book: Rulebook, where: str) -> Any:
    table, _, id_ = where.partition(".")
    found: Iterable[Any] = getattr(book, table)
    return find(tuple(found), id_)


@pytest.mark.parametrize(("regime", "where", "key", "value", "line"), FACTS)
def test_the_entry_says_it_and_names_its_line(
    regime: str, where: str, key: str, value: object, line: str
) -> None:
    found = entry(load(regime), where)

    assert (getattr(found, key), found.source) == (value, line)


@pytest.mark.parametrize(("regime", "table", "names"), NAMES)
def test_the_list_is_the_manuals(regime: str, table: str, names: list[str]) -> None:
    assert [found.name for found in getattr(load(regime), table)] == names


@pytest.mark.parametrize(("regime", "key"), BLANK)
def test_what_the_manual_leaves_blank_is_listed_as_unset(regime: str, key: str) -> None:
    assert key in dict(unset_values(load(regime)))
