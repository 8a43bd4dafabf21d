"""Criteria read back to people who do not read expressions, in the words of the first manual (R01)."""

import pytest

from desk.domain.criterion_words import criterion_words
from desk.rulebook.criteria import parse
from desk.rulebook.loading import load, shipped


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("people >= 10", "投诉人数不少于10"),
        ("people >= 3 and (lawsuit or media)", "投诉人数不少于3，且（已引发法律诉讼或已被媒体曝光）"),
        ('validity == "valid"', "有效性为“有效投诉”"),
        ("not media", "不是“已被媒体曝光”"),
        ("known(outside.due)", "转发单位要求的办结时间已填写"),
        ("not known(outside.due)", "转发单位要求的办结时间没有填写"),
        ('level.severity == "major"', "投诉等级为“重大投诉”"),
        ('"important" in reopened_levels', "重新办理时的等级包括“重要投诉”"),
        ('channel in ("phone", "visit")', "渠道为“电话（含400）”或“来访”"),
        ('channel not in ("phone", "visit")', "渠道不为“电话（含400）”或“来访”"),
        ("count(materials) > 2", "材料清单的件数多于2"),
        ("years(known_on) >= 3", "知道权益受侵害之日至收到之日的整年数不少于3"),
        ("did.screen", "已办“初步甄别”"),
        ("not did.screen", "没有办“初步甄别”"),
        ("False", "从不"),
        ("", ""),
    ],
)
def test_a_criterion_is_said_in_the_offices_words(text, words):
    assert criterion_words(load("R01"), text) == words


@pytest.mark.parametrize("which", shipped())
def test_every_criterion_of_every_shipped_manual_is_said_without_an_id(which):
    book = load(which)
    written = [line.when for scale in book.scales for line in scale.criteria] + [
        step.when for step in book.steps
    ]

    for text in written:
        if text and text != "unset":
            words = criterion_words(book, text)
            named = {fact for fact in parse(text).facts if fact.isascii()}
            assert not [fact for fact in named if fact in words], (text, words)
