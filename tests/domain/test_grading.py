"""How serious: levels by criteria, inclusive bounds, the highest wins, open facts stay questions (CAP-37..39)."""

import pytest
from desk.domain.circumstances import of_draft
from desk.domain.grading import grade

from tests.small_office import draft, small_rulebook


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
