"""The property office's work instruction: three classes, one hour, twice a day.

The expected values are copied from the manual by hand; the last column of a table is its line.
"""

from typing import Any

import pytest

from desk.rulebook.criteria import holds
from desk.rulebook.loading import load, read_manual
from desk.rulebook.model import Rulebook, find


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load("R02")


def test_the_eight_ways_in_are_offered(book: Rulebook) -> None:
    names = [channel.name for channel in book.channels]  # 000:144

    assert names == ["来电", "来访", "来信", "e-mail", "媒体报道", "网站BBS", "网站留言板", "他人转告"]


@pytest.mark.parametrize("id_", ["media", "bbs", "board"])
def test_nobody_need_stand_behind_what_media_and_web_say(book: Rulebook, id_: str) -> None:
    assert not book.channel(id_).personal
    assert book.channel(id_).asks == ("outside.source",)


@pytest.mark.parametrize(
    ("id_", "name", "counts", "line"),
    [
        ("valid", "有效投诉", True, "000:145, 151"),
        ("to_improve", "待改进投诉", True, "000:146"),
        ("invalid", "无效投诉", False, "000:147"),
    ],
)
def test_each_class_stands_at_its_line(book: Rulebook, id_: str, name: str, counts: bool, line: str) -> None:
    validity = find(book.validities, id_)

    assert (validity.name, validity.counts, validity.source) == (name, counts, line)


def test_what_cannot_be_told_apart_is_valid(book: Rulebook) -> None:
    undecided = [validity.id for validity in book.validities if validity.when_undecidable]  # 000:151
    asked = [
        validity.id
        for validity in load("R02", {"undecidable": "ask"}).validities
        if validity.when_undecidable
    ]

    assert undecided == ["valid"]
    assert asked == []
    assert holds(book.step("pass_on").when, {})


@pytest.mark.parametrize(("id_", "words"), [("valid", "抱歉"), ("to_improve", "沟通"), ("invalid", "事实")])
def test_each_class_has_its_answer(book: Rulebook, id_: str, words: str) -> None:
    script = find(book.scripts, find(book.validities, id_).script)  # 000:150

    assert words in script.text
    assert holds(script.when, {"validity": id_})
    assert script.source == "000:150"


@pytest.mark.parametrize(
    ("validity", "explained", "passed"),
    [("valid", False, True), ("to_improve", False, True), ("invalid", True, False)],
)
def test_only_valid_and_to_be_improved_go_to_quality(
    book: Rulebook, validity: str, explained: bool, passed: bool
) -> None:
    facts = {"validity": validity}  # 000:150, 155-156

    assert holds(book.step("explain").when, facts) is explained
    assert holds(book.step("pass_on").when, facts) is passed
    assert holds(book.paper("order").when, facts) is passed


@pytest.mark.parametrize(
    ("clock_id", "limit", "starts", "line"),
    [
        ("record", "1h", ("registered",), "000:155"),
        ("pass_on", "1h", ("registered",), "000:155"),
        ("tell_specialist", "unset", ("received",), "000:152"),
        ("measures", "at_once", ("pass_on",), "000:156"),
    ],
)
def test_the_clocks_stand_as_the_manual_says(
    book: Rulebook, clock_id: str, limit: str, starts: tuple[str, ...], line: str
) -> None:
    clock = book.clock(clock_id)

    assert (clock.limit, clock.starts, clock.source) == (limit, starts, line)


def test_the_hour_can_be_read_as_the_record_only() -> None:
    book = load("R02", {"one_hour": "record"})

    assert (book.clock("record").limit, book.clock("pass_on").limit) == ("1h", "unset")


def test_the_web_site_is_looked_at_twice_a_day(book: Rulebook) -> None:
    (duty,) = book.duties

    assert (duty.every, duty.times, duty.source) == ("day", 2, "000:153")


@pytest.mark.parametrize(
    ("parent", "count", "line"), [("disrespect", 4, "000:279-281"), ("irresponsible", 4, "000:283-284")]
)
def test_the_causes_are_those_of_the_manual(book: Rulebook, parent: str, count: int, line: str) -> None:
    assert sum(category.parent == parent for category in book.categories) == count, line


def test_the_order_comes_before_the_measures_and_asks_all_three(book: Rulebook) -> None:
    step = book.step("measures")  # 000:156

    assert step.after == ("issue_order",)
    assert step.needs == ("cause", "corrective", "preventive")


def test_every_complaint_stands_in_the_record_book(book: Rulebook) -> None:
    assert book.register("cases").name == "投诉记录本"  # 000:154
    assert book.register("cases").where == ""
    assert book.register("duty").name == "值班记录"  # 000:155


@pytest.mark.parametrize("label", ["投诉内容", "原因", "纠正措施", "预防措施", "责任部门", "投诉类型"])
def test_the_order_has_room_for_what_the_manual_wants(label: str) -> None:
    assert label in read_manual("R02").files["forms/order.toml"]


def test_the_first_screen_has_at_most_ten_fields(book: Rulebook) -> None:
    assert sum(field.first for field in book.fields_at("register", "complaint")) <= 10


def test_every_option_of_every_switch_gives_a_sound_rulebook(book: Rulebook) -> None:
    for switch in book.switches:
        for option in switch.options:
            assert find(load("R02", {switch.id: option}).switches, switch.id).chosen == option


def test_every_entry_cites_its_line_or_says_that_the_manual_is_silent(book: Rulebook) -> None:
    entries: list[Any] = [
        *book.channels,
        *book.kinds,
        *book.departments,
        *book.categories,
        *book.validities,
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
