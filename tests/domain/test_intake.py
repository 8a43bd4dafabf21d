"""Taking in: what keeps a draft from being registered, said at its field (CAP-08, 10, 18, 19)."""

from datetime import date, timedelta

import pytest
from tests.small_office import at, draft, small_rulebook

from desk.domain.draft import Draft
from desk.domain.intake import settle

BOOK = small_rulebook()
NOW = at("2026-11-20 10:00")


def problems(given: Draft, *, warnings: bool = False) -> list[tuple[str, str]]:
    """Field and code of every problem."""
    found = settle(BOOK, given, NOW).problems
    return [(problem.field, problem.code) for problem in found if problem.warning == warnings]


def test_a_whole_draft_has_no_problems():
    assert problems(draft()) == []


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"kind": ""}, ("kind", "missing")),
        ({"kind": "petition"}, ("kind", "unknown")),
        ({"channel": ""}, ("channel", "missing")),
        ({"channel": "telepathy"}, ("channel", "unknown")),
        ({"category": "nothing"}, ("category", "unknown")),
        ({"category": "old"}, ("category", "not_in_use")),
        ({"station": "nine"}, ("station", "unknown")),
        ({"kind": "named", "channel": "media"}, ("channel", "not_for_kind")),
    ],
)
def test_the_frame_must_be_the_rulebooks(changed, expected):
    assert expected in problems(draft(**changed))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"subject": ""}, ("subject", "missing")),
        ({"subject": "  \u3000"}, ("subject", "missing")),
        ({"bought_on": "2026-02-30"}, ("bought_on", "bad_date")),
        ({"people": "三个"}, ("people", "bad_count")),
        ({"amount": "一些"}, ("amount", "bad_money")),
        ({"media": "也许"}, ("media", "bad_yes_no")),
        ({"speaker": "nobody"}, ("speaker", "unknown_choice")),
        ({"subject": "冰" * 501}, ("subject", "too_long")),
        ({"narrative": "长" * 1_000_000}, ("narrative", "too_long")),
        ({"representatives": "张三"}, ("representatives", "wrong_type")),
        ({"representatives": ({"phone": "1"},)}, ("representatives", "missing")),
        ({"complainant.name": "张*"}, ("complainant.name", "masked")),
        ({"no.such": "x"}, ("no.such", "unknown_field")),
    ],
)
def test_what_cannot_be_read_is_a_problem_at_its_field(values, expected):
    assert expected in problems(draft(values))


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("bought_on", "2026年1月5日", date(2026, 1, 5)),
        ("bought_on", "2026.1.5", date(2026, 1, 5)),
        ("bought_on", "昨天", date(2026, 11, 19)),
        ("amount", "1,200.50", 120050),
        ("amount", "3999元", 399900),
        ("people", "１２", 12),
        ("media", "是", True),
        ("media", "否", False),
        ("speaker", "本人", "self"),
    ],
)
def test_people_may_write_as_they_are_used_to(field, typed, value):
    assert settle(BOOK, draft({field: typed}), NOW).draft.values[field] == value


def test_what_is_wrong_stays_out_of_the_values():
    assert "amount" not in settle(BOOK, draft({"amount": "一些"}), NOW).draft.values


def test_invisible_characters_are_taken_out_and_said():
    settled = settle(BOOK, draft({"subject": "冰箱\u202e不制冷\x00"}), NOW)

    assert settled.draft.values["subject"] == "冰箱不制冷"
    assert [(p.field, p.code, p.warning) for p in settled.problems] == [
        ("subject", "characters_removed", True)
    ]


def test_a_rulebooks_condition_can_make_a_field_required():
    assert problems(draft(category="goods_broken")) == [("plate", "missing")]
    assert problems(draft({"plate": "京A12345"}, category="goods_broken")) == []


def test_a_matter_without_a_complainant_needs_no_personal_fields_but_its_source():
    found = problems(draft({"complainant.name": ""}, channel="media"))

    assert found == [("remark", "missing")]


def test_where_names_are_optional_a_complainant_may_stay_unnamed():
    assert problems(draft({"complainant.name": ""})) == []


def test_where_real_names_are_ruled_nobody_stays_unnamed():
    assert ("complainant.name", "missing") in problems(draft({"complainant.name": ""}, kind="named"))


def test_a_proxy_without_the_original_authority_is_warned_about_and_not_stopped():
    found = draft({"speaker": "proxy", "proxy.name": "李四"})

    assert problems(found) == []
    assert ("authority", "missing") in problems(found, warnings=True)


def test_more_representatives_than_ruled_are_refused():
    three = tuple({"name": name} for name in ("甲", "乙", "丙"))

    assert ("representatives", "too_many") in problems(
        draft({"speaker": "several", "representatives": three})
    )
    assert problems(draft({"speaker": "several", "representatives": three[:2]})) == []


def test_a_matter_cannot_be_received_in_the_future():
    later = Draft(
        kind="complaint", channel="visit", received_at=NOW + timedelta(hours=1), values=draft().values
    )

    assert problems(later) == [("received_at", "future")]


def test_every_problem_says_what_and_what_to_do():
    broken = draft({"amount": "一些", "bought_on": "x", "subject": ""}, channel="", category="old")

    for problem in settle(BOOK, broken, NOW).problems:
        assert problem.message
        assert problem.hint or problem.code == "missing"


def test_an_unknown_entry_is_answered_with_those_that_are_asked():
    [told] = [one for one in settle(BOOK, draft({"no.such": "x"}), NOW).problems if one.field == "no.such"]

    assert "“no.such”" in told.message
    assert told.hint.startswith("还可以填：")
    assert "（" in told.hint
