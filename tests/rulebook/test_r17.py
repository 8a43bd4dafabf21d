"""The petition reception: the days of the 信访工作条例, who speaks for many, what is refused and where matters go on.

The expected values are copied from the regulation by hand; the last column of a table is its article.
"""

from datetime import timedelta
from typing import Any

import pytest
from tests.paper.papers import text_of
from tests.rulebook.test_ways import MORNING, Act, opened, walked
from tests.rulebook.walking import as_role, clocks, due, papers_after

from desk.domain.circumstances import of_case
from desk.domain.draft import Draft, Value
from desk.domain.errors import DeskError
from desk.domain.filling import Values
from desk.domain.flow import open_steps
from desk.domain.intake import settle
from desk.domain.notice import compose
from desk.paper.drawing import draw
from desk.rulebook.loading import load
from desk.rulebook.model import Rulebook, find

LATER = "2027-03-31 09:00"
NAMED = {
    "complainant.name": "张三",
    "complainant.address": "某村",
    "subject": "道路损坏",
    "narrative": "多年未修",
}


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load("R17")


@pytest.mark.parametrize(
    ("form", "article"),
    [
        ("信息网络", "第十七条"),
        ("书信", "第十七条"),
        ("电话", "第十七条"),
        ("传真", "第十七条"),
        ("走访", "第十七条"),
    ],
)
def test_a_matter_comes_in_the_forms_of_the_regulation(book: Rulebook, form: str, article: str) -> None:
    assert next(channel for channel in book.channels if channel.name == form).source == article


@pytest.mark.parametrize(
    ("clock_id", "limit", "starts", "article"),
    [
        ("tell", "15d", ("received",), "第二十二条、第二十三条"),
        ("handle", "60d", ("accept",), "第三十四条"),
        ("review", "30d", ("received",), "第三十五条、第三十六条"),
        ("review_open", "30d", ("deliver",), "第三十五条"),
        ("objection", "5wd", ("received",), "第二十三条"),
        ("tell_on_spot", "same_day", ("received",), "第二十三条"),
    ],
)
def test_each_clock_has_the_days_of_its_article(
    book: Rulebook, clock_id: str, limit: str, starts: tuple[str, ...], article: str
) -> None:
    clock = book.clock(clock_id)

    assert (clock.limit, clock.starts, clock.source) == (limit, starts, article)
    assert (clock.first_day, clock.holidays) == ("excluded", "counted")


def test_handling_is_extended_once_by_thirty_days_by_the_head(book: Rulebook) -> None:
    (extension,) = book.clock("handle").extensions

    assert (extension.by, extension.approver, extension.times, extension.source) == (
        "30d",
        "head",
        1,
        "第三十四条",
    )


ACCEPT: Act = ("accept", "counter", {"department": "own", "told_by": "on_spot"})
EXTEND: Act = ("extend", "head", {"reason": "需要鉴定", "approver": "李主任"})


def petition(book: Rulebook, channel: str = "visit", kind: str = "petition", **values: Value) -> Any:
    return opened(book, kind, channel, "other", {**NAMED, **values})


def test_fifteen_sixty_and_ninety_days_are_calendar_days(book: Rulebook) -> None:
    received = MORNING.date()
    accepted = walked(book, petition(book), [ACCEPT])

    assert due(book, petition(book), "tell", LATER) == (received + timedelta(days=15)).isoformat()
    assert due(book, accepted, "handle", LATER) == (received + timedelta(days=60)).isoformat()
    assert (
        due(book, walked(book, accepted, [EXTEND]), "handle", LATER)
        == (received + timedelta(days=90)).isoformat()
    )


def test_a_second_extension_is_refused(book: Rulebook) -> None:
    with pytest.raises(DeskError, match="最多延期 1 次"):
        walked(book, petition(book), [ACCEPT, EXTEND, EXTEND])


def test_only_the_head_extends(book: Rulebook) -> None:
    with pytest.raises(DeskError, match="须由机关、单位负责人办理"):
        walked(book, petition(book), [ACCEPT, ("extend", "handler", EXTEND[2])])


def test_the_last_day_stays_unless_the_office_lets_it_move() -> None:
    assert load("R17").clock("handle").last_day == "stays"
    assert {
        load("R17", {"last_day": "moves"}).clock(id_).last_day for id_ in ("tell", "handle", "review")
    } == {"next_workday"}


def test_it_is_finished_when_the_opinion_is_delivered_or_when_it_is_made(book: Rulebook) -> None:
    decided = walked(book, petition(book), OPINION[:3])

    assert clocks(book, decided, LATER)["handle"].done_at is None
    assert clocks(load("R17", {"finished": "decided"}), decided, LATER)["handle"].done_at


OPINION: list[Act] = [
    ACCEPT,
    ("investigate", "handler", {"finding": "属实"}),
    (
        "decide",
        "chief",
        {"opinion": "support", "result": "限期维修", "basis": "有关规定", "review_organ": "上一级机关"},
    ),
    ("deliver", "counter", {"told_by": "post"}),
    ("archive", "counter", {}),
]


def test_a_petition_is_accepted_looked_into_decided_and_delivered(book: Rulebook) -> None:
    assert walked(book, petition(book), OPINION).state == "archived"
    with pytest.raises(DeskError, match="须先完成“听取陈述、调查核实”"):
        walked(book, petition(book), [OPINION[0], OPINION[2]])


def test_whoever_was_answered_has_thirty_days_for_a_review(book: Rulebook) -> None:
    answered = walked(book, petition(book), OPINION[:4])

    assert due(book, answered, "review_open", LATER) == (MORNING.date() + timedelta(days=30)).isoformat()
    assert book.clock("review_open").told


@pytest.mark.parametrize("kind", ["review", "recheck"])
def test_review_and_recheck_are_answered_within_thirty_days(book: Rulebook, kind: str) -> None:
    case = petition(book, "letter", kind, earlier_number="信处1号")
    decide: Act = (
        "review_decide",
        "head",
        {"review_result": "uphold", "result": "维持", "basis": "有关规定"},
    )

    assert due(book, case, "review", LATER) == (MORNING.date() + timedelta(days=30)).isoformat()
    assert walked(book, case, [decide]).state == "reviewed"
    assert "tell" not in clocks(book, case, LATER)


def test_an_accusation_goes_on_to_the_discipline_organ_and_is_never_accepted(book: Rulebook) -> None:
    """第二十二条: its identity is sealed."""
    case = petition(book, kind="accusation")
    transfer: Act = ("transfer", "chief", {"department": "discipline", "transfer_kind": "transfer"})

    assert "accusation" in book.secrecy.sealed_kinds
    assert book.kind("accusation").anonymity == "hide"
    assert walked(book, case, [transfer]).state == "transferred"
    with pytest.raises(DeskError, match="不适用于检举控告"):
        walked(book, case, [ACCEPT])


def test_only_what_was_sent_on_to_us_can_be_objected_to_within_five_working_days(book: Rulebook) -> None:
    forwarded = petition(book, "forwarded")
    act: Act = ("object", "chief", {"reason": "不属于本单位职权范围"})

    assert walked(book, forwarded, [act]).state == "returned"
    assert due(book, forwarded, "objection", LATER) == "2026-11-27"  # Friday to Friday, two days off between
    assert "objection" not in clocks(book, petition(book), LATER)
    with pytest.raises(DeskError, match="只有转送、交办来的事项"):
        walked(book, petition(book), [act])


@pytest.mark.parametrize(("count", "refused"), [(1, False), (5, False), (6, True)])
def test_many_visitors_send_no_more_than_five(book: Rulebook, count: int, refused: bool) -> None:
    """第二十条."""
    people = tuple({"name": f"代表{number}"} for number in range(count))
    values: dict[str, Value] = {
        **NAMED,
        "speaker": "representatives",
        "complainants": people,
        "representatives": people,
    }
    draft = Draft(kind="petition", channel="visit", received_at=MORNING, values=values)

    found = {problem.code for problem in settle(book, draft, MORNING).problems}
    assert ("too_many" in found) is refused
    assert find(book.representations, "representatives").most == 5


@pytest.mark.parametrize(
    ("code", "words", "article"),
    [
        ("一", "不属于本机关、单位或者本系统职权范围", "第二十三条"),
        ("二", "诉讼、仲裁、行政复议等法定途径", "第三十一条"),
        ("三", "已经受理或者正在办理", ""),
        ("四", "没有在规定期限内请求复查、复核", "第三十五条、第三十六条"),
        ("五", "对复核意见不服", "第三十六条"),
    ],
)
def test_what_is_not_accepted_has_its_ground(book: Rulebook, code: str, words: str, article: str) -> None:
    ground = next(ground for ground in book.grounds if ground.code == code)

    assert words in ground.text
    assert (ground.step, ground.source) == ("refuse", article)


def test_a_matter_is_not_refused_without_a_ground(book: Rulebook) -> None:
    with pytest.raises(DeskError, match="不予受理的理由"):
        walked(book, petition(book), [("refuse", "chief", {"told_by": "post"})])


@pytest.mark.parametrize(
    ("step", "kind", "papers"),
    [
        ("register", "petition", {"registration", "receipt"}),
        ("accept", "petition", {"acceptance"}),
        ("refuse", "petition", {"refusal"}),
        ("transfer", "petition", {"transfer", "transfer_notice"}),
        ("transfer", "accusation", {"transfer"}),
        ("extend", "petition", {"extension"}),
        ("decide", "petition", {"opinion"}),
        ("review_decide", "review", {"review_opinion"}),
    ],
)
def test_each_step_offers_its_paper(book: Rulebook, step: str, kind: str, papers: set[str]) -> None:
    assert papers_after(book, step, kind) == papers


def printed(book: Rulebook, name: str, values: Values | None = None, kind: str = "") -> str:
    def holds(text: str) -> bool:
        return not kind or text == f'kind == "{kind}"'

    return text_of(draw(compose(book.layouts[name], values or {}, holds)).data)


@pytest.mark.parametrize(
    ("name", "words", "article"),
    [
        ("acceptance", ["予以受理", "自受理之日起60日内办结", "延长不超过30日，并告知延期理由"], "第二十三条、第三十四条"),
        ("refusal", ["不予受理", "向有权处理的机关、单位提出"], "第二十三条"),
        ("transfer", ["自收到之日起5个工作日内提出异议，详细说明理由，并交还相关材料"], "第二十三条"),
        ("transfer_notice", ["已转送（交办）"], "第二十三条"),
        ("extension", ["经本单位负责人批准，延长办理期限30日"], "第三十四条"),
        ("opinion", ["一、投诉请求", "二、事实和理由", "三、处理意见及依据", "自收到本意见书之日起30日内", "请求复查"], "第三十二条、第三十五条"),
        ("registration", ["信访人姓名（名称）", "住址", "请求", "事实和理由"], "第十九条"),
    ],
)  # fmt: skip
def test_a_paper_says_what_its_article_asks(
    book: Rulebook, name: str, words: list[str], article: str
) -> None:
    text = printed(book, name)

    assert all(piece in text for piece in words), article


def test_a_review_opens_the_way_to_a_recheck_and_a_recheck_ends_it(book: Rulebook) -> None:
    values = {"result": "维持", "review_organ": "省级机关"}

    assert "请求复核" in printed(book, "review_opinion", values, "review")
    assert "不再受理" not in printed(book, "review_opinion", values, "review")
    assert "不再受理" in printed(book, "review_opinion", values, "recheck")


def test_a_grave_matter_is_reported_at_once(book: Rulebook) -> None:
    case = petition(book, urgent=True)

    assert book.clock("urgent").limit == "at_once"
    assert "urgent" in clocks(book, case, LATER)
    assert "urgent" not in clocks(book, petition(book), LATER)
    steps = open_steps(book, case, of_case(book, case, MORNING), as_role(book, "counter"))
    assert "report_up" in [entry.step.id for entry in steps]


def test_what_was_not_found_in_the_text_says_so(book: Rulebook) -> None:
    """Nothing from memory passes for the regulation."""
    noted = [clock.id for clock in book.clocks if "请核对" in clock.note]

    assert noted == ["objection", "urgent"]
    assert all(category.source or category.note == "推定" for category in book.categories)
