"""Which column is which fact: by its heading, its contents, its place, and by what was decided last time."""

import json
from datetime import date

import pytest
from tests.sheets.books import clock

from desk.domain.moments import OFFICE_ZONE
from desk.rulebook.facts import COMPUTED, FACTS
from desk.sheets.mapping import entries, propose, remember
from desk.sheets.naming import KNOWN
from desk.sheets.reading import Row, Table


def table(header: str, *rows: tuple) -> Table:
    return Table(
        "台账", (), tuple(header.split()), tuple(Row(number, row) for number, row in enumerate(rows, start=2))
    )


def facts(found: Table, remembered=None) -> list[str]:
    return [proposal.fact for proposal in propose(found, remembered)]


def test_the_customary_register_is_recognised():
    """The columns that registers usually have, in their usual order."""
    header = (
        "序号 登记编号 登记日期 来源渠道 类型 投诉人 电话 证件号 地址 被投诉人 统一社会信用代码 地址（第2个） 类别 诉求 主要内容 "
        "涉及金额 承办部门/人 受理日期 受理情况 到期日 办理结果 挽回损失 办结日期 回访/满意度 归档号 备注"
    )

    assert facts(table(header)) == [
        "", "outside.number", "received_at", "channel", "kind", "complainant.name", "complainant.phone", "complainant.id_number",
        "complainant.address", "respondent.name", "respondent.credit_code", "respondent.address", "category", "demand", "narrative",
        "amount", "department", "case.accepted_on", "case.state", "", "result", "recovered", "case.closed_on", "satisfied", "", "remark",
    ]  # fmt: skip


def test_the_day_by_which_a_matter_was_to_end_is_no_agreed_day_of_the_case():
    (found,) = propose(table("应结办日期", ("2019-06-24",)))

    assert (found.fact, found.reason) == ("", "办理期限由程序按规则簿计算")


@pytest.mark.parametrize(("heading", "fact"), [("type", ""), ("来源", ""), ("办理情况", "result")])
def test_a_column_named_like_a_list_whose_words_all_differ_is_none(heading, fact):
    texts = [(f"第{number}款 豪华导航版",) for number in range(20)]

    assert facts(table(heading, *texts)) == [fact]
    assert facts(table(heading, *[("来电",), ("来访",)] * 10)) != [fact]  # the control: words of a list


def test_headings_are_compared_without_brackets_stars_and_spaces():
    assert facts(table("联系电话（必填）* 姓名：")) == ["complainant.phone", "complainant.name"]


def test_a_group_heading_says_whose_telephone_it_is():
    found = facts(table("投诉人/姓名 投诉人/电话 被投诉人/姓名 被投诉人/电话 代理人/姓名"))

    assert found == [
        "complainant.name",
        "complainant.phone",
        "respondent.name",
        "respondent.phone",
        "proxy.name",
    ]


def test_no_fact_is_proposed_twice():
    found = facts(table("投诉类型 投诉分类 类别"))

    assert found == ["category", "", ""]


def test_contents_tell_what_a_strange_heading_hides():
    found = propose(
        table("甲 乙", ("13800000000", "110101199003078515"), ("021-62790000", "11010519491231002X"))
    )

    assert [proposal.fact for proposal in found] == ["complainant.phone", "complainant.id_number"]
    assert not any(proposal.sure for proposal in found)
    assert found[0].reason == "内容是电话号码"


def test_contents_that_agree_make_a_proposal_surer():
    bare, filled = propose(table("电话"))[0], propose(table("电话", (13800000000,)))[0]

    assert filled.confidence > bare.confidence


def test_contents_that_do_not_agree_make_it_unsure():
    (found,) = propose(table("登记日期", ("张三",), ("李四",)))

    assert not found.sure
    assert "不像日期" in found.reason


def test_what_was_decided_last_time_goes_before_everything_else():
    old = table("编号 姓名 地址 地址（第2个）")
    kept = json.loads(json.dumps(remember(old, ["", "respondent.name", "place", "respondent.address"])))

    assert facts(old, kept) == ["", "respondent.name", "place", "respondent.address"]
    assert facts(old) != facts(old, kept)


def test_every_proposed_fact_is_one_the_program_knows():
    own = {
        "received_at",
        "channel",
        "kind",
        "category",
        "level",
        "case.accepted_on",
        "case.closed_on",
        "case.state",
    }

    assert {*FACTS, *COMPUTED, *own} >= KNOWN


def test_entries_are_days_as_days_and_all_else_as_text():
    found = table(
        "电话 登记日期 金额 办结日期",
        (13800000000, "2020/1/6 12:09:38", 3.5, "1970-01-01"),
        ("001", 43836, None, "等通知"),
    )

    assert list(entries(found, facts(found))) == [
        (2, {"complainant.phone": "13800000000", "received_at": clock("2020-01-06 12:09:38").replace(tzinfo=OFFICE_ZONE), "amount": "3.5"}),
        (3, {"complainant.phone": "001", "received_at": date(2020, 1, 6), "case.closed_on": "等通知"}),
    ]  # fmt: skip


def test_a_column_that_is_not_taken_in_says_nothing():
    assert list(entries(table("a b", ("1", "2")), ["", "subject"])) == [(2, {"subject": "2"})]


def test_mistyped_identity_numbers_are_not_taken_for_a_firms_code():
    """Eighteen digits with a date that is none look like a credit code; the heading says what they are."""
    found = table("姓名 身份证号", ("张三", "110101196513301234"), ("李四", "110101198013011234"))

    assert facts(found) == ["complainant.name", "complainant.id_number"]
