"""A case in words: the same for paper, register and window."""

import pytest
from tests.small_office import CALENDAR, at, case, happened, small_rulebook

from desk.domain.circumstances import of_case
from desk.domain.clocks import clocks_of, next_due
from desk.domain.register import Source, lines
from desk.domain.words import OF_ALL_CLOCKS, OF_NEXT_CLOCK, case_dates, case_words, say

BOOK = small_rulebook()


@pytest.mark.parametrize(
    ("value", "type_", "words"),
    [
        (True, "yes_no", "是"),
        (False, "yes_no", "否"),
        (120050, "money", "1,200.50"),
        (3, "count", "3"),
        (at("2026-01-05 09:05").date(), "date", "2026年1月5日"),
        (("a", "b"), "choices", "a、b"),
        ("<b>冰箱</b>", "text", "<b>冰箱</b>"),
    ],
)
def test_a_value_is_said_as_the_office_writes_it(value, type_, words):
    assert say(value, type_) == words


def test_ids_of_the_rulebook_are_said_by_name():
    words = case_words(BOOK, case(category="goods_broken"))

    assert words["case.category"] == "商品—损坏"
    assert (words["case.kind"], words["case.channel"], words["case.state"]) == ("投诉", "来访", "已登记")
    assert words["case.level"] == "一般"


def test_the_ground_is_said_with_its_number_and_text():
    words = case_words(BOOK, case({"ground": "g1"}))

    assert (words["ground.code"], words["ground.text"]) == ("一", "不属于本单位职责")


def test_materials_are_told_apart_by_what_is_held_and_what_is_missing():
    rows = ({"name": "发票", "held": "是"}, {"name": "合同", "held": "否"})

    words = case_words(BOOK, case({"materials": rows}))

    assert [row["name"] for row in words["materials_held"]] == ["发票"]
    assert [row["name"] for row in words["materials_missing"]] == ["合同"]


def test_a_case_is_closed_on_the_day_of_the_step_that_ended_it():
    ended = case(
        state="closed", timeline=happened(("accept", "2026-11-21 10:00"), ("close", "2026-11-25 15:00"))
    )

    assert case_words(BOOK, ended)["case.closed_on"] == "2026年11月25日"
    assert case_words(BOOK, case())["case.closed_on"] == ""


def test_the_register_says_and_holds_the_same():
    given = case({"amount": 120050})
    now = at("2026-11-20 10:00")
    clocks = clocks_of(BOOK, given, of_case(BOOK, given, now), CALENDAR, now)
    source = Source(case_words(BOOK, given, clocks), {**given.values, **case_dates(BOOK, given, clocks)})

    found = lines(
        BOOK, BOOK.register("cases"), [source, source], title="登记簿", period="2026年11月", unit="测试局"
    )

    assert found.words[0] == ("1", "261101", "2026-11-20", "张三", "1,200.50", "已登记")
    assert found.data[1] == (2, "261101", at("2026-11-20 00:00").date(), "张三", 1200.5, "已登记")
    assert [column.kind for column in found.columns] == ["ordinal", "text", "date", "text", "money", "text"]


def busy():
    """A case with a list, materials, a ground, a clock that is done and one that was extended; what is known of it, and now."""
    given = case(
        {
            "amount": 120050,
            "ground": "g1",
            "representatives": ({"name": "李四", "phone": "70"}, {"name": "王五", "phone": "30"}),
            "materials": ({"name": "发票", "held": "是"}, {"name": "合同", "held": "否"}),
        },
        state="accepted",
        timeline=happened(("accept", "2026-11-24 10:00"), ("extend", "2026-11-25 10:00")),
    )
    now = at("2026-11-26 10:00")
    return given, of_case(BOOK, given, now), now


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("amount", "1,200.50"),
        ("case.received_on", "2026年11月20日"),
        ("at.accept", "2026年11月24日10时"),
        ("ground.code", "一"),
        ("representatives.name", "李四、王五"),
    ],
)
def test_a_register_of_one_column_says_what_the_whole_case_says(place, words):
    given, _, _ = busy()

    assert case_words(BOOK, given, (), frozenset({place}))[place] == words
    assert case_words(BOOK, given)[place] == words


def test_whatever_is_asked_alone_is_said_as_among_everything():
    given, facts, now = busy()
    clocks = clocks_of(BOOK, given, facts, CALENDAR, now)
    whole = case_words(BOOK, given, clocks)

    alone = {place: case_words(BOOK, given, clocks, frozenset({place})).get(place, "") for place in whole}

    assert alone == whole
    assert "narrative" not in case_words(BOOK, given, clocks, frozenset({"amount"}))


def test_the_places_that_need_clocks_are_known():
    """One that is forgotten would stand empty in every register."""
    given, facts, now = busy()
    clocks = clocks_of(BOOK, given, facts, CALENDAR, now)
    told, untold = case_words(BOOK, given, clocks), case_words(BOOK, given)

    differing = {place for place in told if told[place] != untold.get(place, "")}

    assert differing == OF_NEXT_CLOCK | OF_ALL_CLOCKS


def test_what_is_still_to_be_done_governs_without_what_is_done():
    given, facts, now = busy()
    every = clocks_of(BOOK, given, facts, CALENDAR, now)
    left = clocks_of(BOOK, given, facts, CALENDAR, now, done=False)

    assert {state.standing for state in every} > {state.standing for state in left}
    assert [state for state in every if not state.done_at] == list(left)
    assert next_due(left) == next_due(every)
    assert {place: case_words(BOOK, given, left)[place] for place in OF_NEXT_CLOCK} == {
        place: case_words(BOOK, given, every)[place] for place in OF_NEXT_CLOCK
    }
