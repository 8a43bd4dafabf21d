"""The consumers' association's manual: an application with its evidence, a proposal, and what a consumer may answer.

The expected values are copied from the manuals by hand; the comment or the last column of a table is the line.
"""

from datetime import UTC, datetime

import pytest
from tests.rulebook.walking import begun, due, walk

from desk.rulebook.criteria import holds
from desk.rulebook.loading import load, read_manual
from desk.rulebook.model import Rulebook


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load("R07")


@pytest.mark.parametrize(
    ("channel", "name", "line"),
    [
        ("phone", "电话", "000:163"),
        ("web", "网上投诉", "000:163"),
        ("written", "书面", "000:163"),
        ("email", "电子邮件", "001:145"),
        ("wechat", "微信公众号", "000:170"),
    ],
)
def test_consumers_come_by_these_ways(book: Rulebook, channel: str, name: str, line: str) -> None:
    entry = book.channel(channel)

    assert (entry.name, entry.source) == (name, line)


def test_the_checklist_has_the_four_papers_of_one_manual_and_the_four_of_the_other(book: Rulebook) -> None:
    names = [choice.name for choice in book.field("evidence").choices]

    assert names[:4] == ["购物凭证", "合同", "发票", "照片"]  # 000:164
    assert names[4:] == ["视频", "短信", "邮件", "聊天记录"]  # 001:133


@pytest.mark.parametrize("name", ["购物凭证", "合同", "发票", "照片", "视频", "短信", "邮件", "聊天记录"])
def test_the_application_has_a_box_for_each(name: str) -> None:
    text = read_manual("R07").files["forms/application.toml"]

    assert f"{{evidence?{name}}}" in text
    assert "消费者签字" in text


@pytest.mark.parametrize(
    ("step", "before", "after", "line"),
    [
        ("ask_more", "applied", "supplementing", "001:145"),
        ("supplied", "supplementing", "applied", "001:145"),
        ("accept", "applied", "accepted", "001:145"),
        ("investigate", "accepted", "investigated", "000:165"),
        ("coordinate", "investigated", "coordinating", "000:162, 165"),
        ("propose", "coordinating", "proposed", "001:145"),
        ("settle", "proposed", "settled", "001:135, 145"),
        ("further", "proposed", "accepted", "001:145"),
        ("appeal", "proposed", "appealed", "001:145"),
    ],
)
def test_the_way_leads_from_application_to_answer(
    book: Rulebook, step: str, before: str, after: str, line: str
) -> None:
    entry = book.step(step)

    assert before in entry.starting
    assert (entry.to, entry.source) == (after, line)


def test_a_proposal_says_on_what_it_rests(book: Rulebook) -> None:
    assert book.step("propose").needs == ("judgment", "outcome", "proposal")  # 001:145


def test_the_consumer_may_urge_without_changing_anything(book: Rulebook) -> None:
    step = book.step("urge")

    assert ("urge" in step.effects, step.harmless, step.to) == (True, True, "")  # 001:135


@pytest.mark.parametrize(
    ("option", "names"),
    [
        ("all", ["调解", "协商", "退款", "赔偿", "合同解除", "道歉", "其他"]),  # 000:167; 001:145
        ("association", ["退款", "赔偿", "合同解除", "其他"]),  # 000:167
    ],
)
def test_the_outcomes_are_those_of_both_texts_or_of_one(option: str, names: list[str]) -> None:
    outcome = load("R07", {"outcomes": option}).field("outcome")

    assert [choice.name for choice in outcome.choices] == names


@pytest.mark.parametrize(
    ("evidence", "may"), [(("invoice",), True), (("photo", "contract"), True), (("photo",), False)]
)
def test_an_office_may_want_a_proof_of_purchase_first(evidence: tuple[str, ...], may: bool) -> None:
    strict = load("R07", {"materials": "must"}).step("accept").when  # 000:164 does not say

    assert holds(strict, {"evidence": evidence}) is may
    assert holds(load("R07").step("accept").when, {"evidence": evidence})


def test_the_set_time_is_not_written_down(book: Rulebook) -> None:
    assert [clock.limit for clock in book.clocks] == ["unset", "unset"]  # 001:135 规定的时间
    assert load("R07", {"reply_time": "promised"}).clock("reply").limit == "fact:promised"


def test_a_promised_day_becomes_the_limit() -> None:
    book = load("R07", {"reply_time": "promised"})
    case = begun(book, "complaint", "2026-01-05 09:00")
    promised = datetime(2026, 1, 15, 8, tzinfo=UTC)
    case = walk(book, case, "mediator", ("accept", "2026-01-05 10:00", {"promised": promised}))

    assert due(book, case, "reply", "2026-01-06 09:00") == "2026-01-15"


def test_waiting_for_papers_stops_the_clock_only_where_the_office_says_so(book: Rulebook) -> None:
    assert book.clock("reply").pauses == ()
    assert load("R07", {"waiting": "paused"}).clock("reply").pauses == ("supplementing",)


def test_model_cases_name_neither_side(book: Rulebook) -> None:
    shown = {column.value for column in book.register("examples").columns}  # 000:168

    assert not {value for value in shown if value.startswith(("complainant.", "respondent."))}
