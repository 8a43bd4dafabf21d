"""How serious: levels by criteria, inclusive bounds, the highest wins, open facts stay questions (CAP-37..39)."""

from dataclasses import replace

import pytest
from tests.small_office import case, draft, small_rulebook

from desk.domain.circumstances import of_draft
from desk.domain.grading import governing_level, grade, levels, rank
from desk.domain.reporting import reports
from desk.rulebook.loading import load


@pytest.mark.parametrize(
    ("facts", "level"),
    [
        ({"people": 10}, "crisis"),
        ({"people": 9}, "general"),
        ({"people": 3, "media": True}, "crisis"),
        ({"people": 2, "media": True}, "general"),
        ({"people": 3, "media": False, "lawsuit": True}, "crisis"),
        ({"amount": 1_000_000}, "major"),
        ({"amount": 999_999}, "general"),
        ({"amount": 5_000_000, "people": 10}, "crisis"),
        ({}, "general"),
    ],
)
def test_the_highest_level_whose_line_holds_is_taken(facts, level):
    book = small_rulebook()

    found = grade(book, of_draft(book, draft(facts)))

    assert found[0].level == level


def test_every_line_that_holds_is_kept_in_the_manuals_words():
    book = small_rulebook()

    found = grade(book, of_draft(book, draft({"people": 12, "media": True, "amount": 2_000_000})))

    assert [line.text for line in found[0].matched] == ["十人以上", "三人以上且媒体曝光或诉讼", "一万元以上"]


def test_facts_that_could_still_raise_the_level_are_asked_and_never_taken_as_no():
    book = small_rulebook()

    found = grade(book, of_draft(book, draft({"people": 5})))

    assert found[0].level == "general"
    assert set(found[0].open) == {"media", "lawsuit", "amount"}


def test_nothing_is_asked_that_could_not_raise_the_level():
    book = small_rulebook()

    found = grade(book, of_draft(book, draft({"people": 10})))

    assert found[0].open == ()


def set_by_hand(level, lines, **facts):
    """The grade where a person set ``level`` while ``lines`` matched, and these facts are known now."""
    book = small_rulebook()
    known = of_draft(book, draft(facts))
    return grade(book, {**known, "level.gravity.set": level, "level.gravity.lines": lines})[0]


def test_a_level_set_by_a_person_holds_against_the_lines_that_were_known_then():
    found = set_by_hand("general", ("m1",), amount=2_000_000)

    assert (found.level, found.by_hand) == ("general", True)


def test_a_line_that_matches_later_and_stands_higher_raises_it_again():
    found = set_by_hand("general", (), amount=2_000_000)

    assert (found.level, found.by_hand) == ("major", False)


@pytest.mark.parametrize(("level", "by_hand"), [("major", True), ("crisis", True), ("general", False)])
def test_a_later_line_of_the_same_or_a_lower_level_leaves_it_alone(level, by_hand):
    assert set_by_hand(level, (), amount=2_000_000).by_hand is by_hand


def test_a_level_that_the_scale_does_not_know_is_no_level():
    found = set_by_hand("dreadful", ("m1",), amount=2_000_000)

    assert (found.level, found.by_hand) == ("major", False)


def test_without_a_person_nothing_is_by_hand():
    book = small_rulebook()

    assert grade(book, of_draft(book, draft({"people": 10})))[0].by_hand is False


def test_the_case_holds_the_level_of_each_scale_and_none_where_none_holds():
    book = load("R12")

    found = grade(book, {"kind": "complaint", "accident": "fire"})

    assert levels(found) == {"major": "major", "grade": "A"}
    assert levels(grade(book, {"kind": "complaint"})) == {"major": "ordinary"}


def test_a_scale_is_only_for_its_kinds():
    book = load("R01")

    assert [found.scale for found in grade(book, {"kind": "complaint"})] == ["severity"]
    assert grade(book, {"kind": "suggestion"}) == ()


def test_the_first_scale_governs_unless_another_is_named():
    book = load("R12")
    held = {"major": "major", "grade": "B"}

    assert governing_level(book, held).name == "重大客户投诉"
    assert governing_level(book, held, "grade").name == "B级（媒体投诉）"
    assert governing_level(book, {}) is None
    assert governing_level(load("R04"), held) is None


def test_lists_sort_by_the_governing_levels_rank():
    book = load("R01")

    assert [rank(book, {"severity": level}) for level in ("general", "important", "major", "crisis")] == [
        1,
        2,
        3,
        4,
    ]
    assert rank(book, {}) == 0


def test_each_level_is_reported_to_whom_the_manual_names():
    book = load("R01")

    def told(levels):
        return tuple(one.name for one in reports(book, replace(case(), levels=levels)))

    assert told({"severity": "crisis"}) == ("总经理",)  # 002:345
    assert told({"severity": "important"}) == ("客服部负责人（客服部经理）",)  # 002:327
    assert told({}) == ()


def test_on_no_level_every_open_line_is_a_question():
    book = load("R10")

    found = grade(book, {"kind": "service"})[0]

    assert found.level == ""
    assert {"nature", "economic_loss", "no_object"} <= set(found.open)
