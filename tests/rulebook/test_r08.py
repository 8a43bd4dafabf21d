"""The employees' manual: five groups with sixteen items, real names, no promises before the facts are known.

The expected values are copied from the manual by hand; the last column of a table is its line.
"""

from datetime import UTC, datetime
from typing import Any

import pytest

from desk.domain.draft import Draft
from desk.domain.intake import settle
from desk.rulebook.criteria import holds
from desk.rulebook.loading import load
from desk.rulebook.model import Rulebook, find

NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load("R08")


@pytest.mark.parametrize(
    ("group", "items", "line"),
    [
        ("rules", ["违反国家法律法规的", "违反公司规章制度的"], "000:287"),
        (
            "harm",
            [
                "故意涂改公司文件或损毁公司设备物资的",
                "故意以言论、行为等方式恶意中伤公司形象的",
                "其他损坏公司利益及形象的行为",
            ],
            "000:288",
        ),
        (
            "rights",
            [
                "在工作过程中受到骚扰、虐待或体罚",
                "工作时间超过法律规定时间",
                "工资和福利与公司规定不符",
                "对于工作职责范围内相关事务咨询不予以积极答复（公司保密信息除外）",
            ],
            "000:289",
        ),
        (
            "relations",
            [
                "故意挑拨员工之间关系",
                "对同事恶意谩骂、陷害，制造事端",
                "利用职权任人唯亲、拉帮结伙或对同事进行打击报复",
            ],
            "000:290",
        ),
        (
            "decisions",
            [
                "上级存在滥用职权、处事不公、以权谋私、弄虚作假等行为",
                "上级违章指挥造成严重事故隐患",
                "上级对其行政处分侵犯员工合法权益",
                "其他严重、不合理行为",
            ],
            "000:291",
        ),
    ],
)
def test_each_group_holds_its_items(book: Rulebook, group: str, items: list[str], line: str) -> None:
    found = [category for category in book.categories if category.parent == group]

    assert [category.name for category in found] == items
    assert {category.source for category in found} == {line}


def test_there_are_five_groups_and_sixteen_items(book: Rulebook) -> None:
    assert sum(not category.parent for category in book.categories) == 5
    assert sum(bool(category.parent) for category in book.categories) == 16


def test_the_five_ways_in_are_offered(book: Rulebook) -> None:
    assert [channel.name for channel in book.channels] == [
        "电话",
        "信函",
        "面谈",
        "传真",
        "电子邮件",
    ]  # 000:295
    assert [station.name for station in book.stations] == ["人力资源部门", "直接上级"]  # 001:127


def found_without_a_name(book: Rulebook) -> set[str]:
    draft = Draft(kind="complaint", channel="phone", received_at=NOON, values={"subject": "工资"})
    return {problem.field for problem in settle(book, draft, NOON).problems if not problem.warning}


def test_a_complaint_without_a_name_is_not_taken_in(book: Rulebook) -> None:
    assert book.kind("complaint").anonymity == "refuse"  # 000:294-295
    assert "complainant.name" in found_without_a_name(book)


def test_without_a_name_it_can_be_left_to_the_department() -> None:
    assert "complainant.name" not in found_without_a_name(load("R08", {"anonymous": "allow"}))


def test_nothing_is_promised_before_the_facts_are_known(book: Rulebook) -> None:
    early = ("register", "accept", "confirm_facts", "investigate")  # 000:296

    assert "promised" not in {field.id for step in early for field in book.fields_at(step)}
    assert "promised" in {field.id for field in book.fields_at("solve")}
    assert "promised" in {field.id for field in load("R08", {"promises": "any_time"}).fields_at("register")}


def test_a_promise_once_made_is_a_deadline(book: Rulebook) -> None:
    clock = book.clock("promised")

    assert clock.limit == "fact:promised"
    assert holds(clock.when, {"promised": NOON})
    assert not holds(clock.when, {})


@pytest.mark.parametrize("id_", ["empathy", "law", "company", "promise"])
def test_the_four_principles_of_acceptance_are_shown(book: Rulebook, id_: str) -> None:
    assert find(book.principles, id_).source == "000:296"


@pytest.mark.parametrize(
    ("step", "before", "after", "line"),
    [
        ("accept", "received", "accepted", "000:296, 001:127"),
        ("confirm_facts", "accepted", "confirmed", "001:127"),
        ("investigate", "confirmed", "", "001:127"),
        ("analyse", "confirmed", "analysed", "001:127"),
        ("solve", "analysed", "solved", "001:129"),
        ("feed_back", "solved", "fed_back", "001:129"),
        ("summarise", "fed_back", "closed", "001:129"),
    ],
)
def test_the_seven_steps_follow_each_other(
    book: Rulebook, step: str, before: str, after: str, line: str
) -> None:
    found = book.step(step)

    assert (found.starting, found.to, found.source) == ((before,), after, line)


@pytest.mark.parametrize(
    ("truth", "solved", "explained"),
    [("true", True, False), ("partly", True, False), ("false", False, True), ("malicious", False, True)],
)
def test_an_untrue_complaint_is_explained_and_not_solved(
    book: Rulebook, truth: str, solved: bool, explained: bool
) -> None:
    assert holds(book.step("solve").when, {"truth": truth}) is solved  # 000:293
    assert holds(book.step("explain_untrue").when, {"truth": truth}) is explained
    assert holds(book.penalties[0].when, {"truth": truth}) is explained


def test_no_limit_and_no_fine_is_made_up(book: Rulebook) -> None:
    assert book.clock("handle").limit == "unset"
    assert book.penalties[0].amount == "unset"


def test_the_first_screen_has_at_most_ten_fields(book: Rulebook) -> None:
    assert sum(field.first for field in book.fields_at("register", "complaint")) <= 10


def test_every_option_of_every_switch_gives_a_sound_rulebook(book: Rulebook) -> None:
    for switch in book.switches:
        for option in switch.options:
            assert find(load("R08", {switch.id: option}).switches, switch.id).chosen == option


def test_every_entry_cites_its_line_or_says_that_the_manual_is_silent(book: Rulebook) -> None:
    entries: list[Any] = [
        *book.channels,
        *book.kinds,
        *book.departments,
        *book.categories,
        *book.grounds,
        *book.roles,
        *book.states,
        *book.steps,
        *book.clocks,
        *book.series,
        *book.papers,
        *book.registers,
        *book.principles,
        *book.scripts,
    ]

    assert [entry.id for entry in entries if not entry.source and not entry.note] == []
