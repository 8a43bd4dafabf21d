"""Criteria answer yes, no or open; an open part never counts as no, and the order of the parts does not matter."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.rulebook.criteria import Answer, BadCriterion, holds, parse

Verdict = bool | None


def answer(text: str, **facts: Any) -> Answer:
    return parse(text).answer(facts)


# Kleene's strong logic, as printed in any table of it: (a, b, a and b, a or b).
KLEENE: list[tuple[Verdict, Verdict, Verdict, Verdict]] = [
    (True, True, True, True),
    (True, None, None, True),
    (True, False, False, True),
    (None, True, None, True),
    (None, None, None, None),
    (None, False, False, None),
    (False, True, False, True),
    (False, None, False, None),
    (False, False, False, False),
]


@pytest.mark.parametrize(("a", "b", "both", "either"), KLEENE)
def test_and_and_or_follow_kleenes_table(a: Verdict, b: Verdict, both: Verdict, either: Verdict) -> None:
    assert answer("media and lawsuit", media=a, lawsuit=b).verdict is both
    assert answer("media or lawsuit", media=a, lawsuit=b).verdict is either


@pytest.mark.parametrize(("a", "negated"), [(True, False), (None, None), (False, True)])
def test_not_leaves_an_open_fact_open(a: Verdict, negated: Verdict) -> None:
    assert answer("not media", media=a).verdict is negated


@pytest.mark.parametrize(
    ("text", "facts", "verdict"),
    [
        ("people >= 10", {"people": 10}, True),
        ("people >= 10", {"people": 9}, False),
        ("people >= 10", {}, None),
        ("5 <= people < 10", {"people": 5}, True),
        ("5 <= people < 10", {"people": 10}, False),
        ("5 <= people < 10", {}, None),
        ('channel in ("phone", "web")', {"channel": "web"}, True),
        ('channel not in ("phone", "web")', {"channel": "web"}, False),
        ('channel in ("phone", "web")', {}, None),
        ('help_given in ("read", "write")', {"help_given": ("write",)}, True),
        ('help_given in ("read", "write")', {"help_given": ("sign",)}, False),
        ("known(amount)", {"amount": 0}, True),
        ("known(amount)", {}, False),
        ("not known(amount)", {"amount": None}, True),
        ("count(materials) > 2", {"materials": (1, 2, 3)}, True),
        ("count(materials) > 2", {"materials": (1, 2)}, False),
        ("count(materials) > 2", {}, None),
        ('complainant.name == "甲"', {"complainant.name": "甲"}, True),
        ("people >= 10", {"people": "十"}, None),
    ],
)
def test_a_comparison_is_yes_no_or_open(text: str, facts: dict[str, Any], verdict: Verdict) -> None:
    assert parse(text).answer(facts).verdict is verdict


# 民法典第二百零一条：开始的当日不计入。第三年的同一日还没有超过三年，次日超过。
@pytest.mark.parametrize(
    ("known_on", "received_on", "over"),
    [
        (date(2023, 5, 1), date(2026, 4, 30), False),
        (date(2023, 5, 1), date(2026, 5, 1), False),
        (date(2023, 5, 1), date(2026, 5, 2), True),
        (date(2024, 2, 29), date(2027, 2, 28), False),
        (date(2024, 2, 29), date(2027, 3, 1), True),
        (date(2025, 12, 31), date(2026, 1, 1), False),
    ],
)
def test_three_years_are_over_only_on_the_day_after_the_third_anniversary(
    known_on: date, received_on: date, over: bool
) -> None:
    verdict = answer("years(known_on) >= 3", known_on=known_on, received_on=received_on).verdict
    assert verdict is over


def test_years_are_open_while_either_day_is_not_known() -> None:
    assert answer("years(known_on) >= 3", known_on=date(2020, 1, 1)).verdict is None
    assert answer("years(known_on) >= 3", received_on=date(2026, 1, 1)).verdict is None


def test_open_facts_are_named_only_while_they_matter() -> None:
    assert answer("media or lawsuit").open == {"media", "lawsuit"}
    assert answer("media or lawsuit", media=False).open == {"lawsuit"}
    assert answer("media or lawsuit", media=True).open == frozenset()
    assert answer("people > 3 and complainant.age >= 60").open == {"people", "complainant.age"}


def test_an_open_criterion_does_not_hold_and_an_empty_one_does() -> None:
    assert not holds("media", {})
    assert not holds("not media", {})
    assert holds("", {})


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("people >=", "写法不对"),
        ("people > 3 and (media", "写法不对"),
        ("people + 1 > 3", "people + 1"),
        ("open('x')", "不能使用"),
        ("__import__('os').system('ls')", "不能使用"),
        ("people[0] > 1", "不能使用"),
        ("lambda: 1", "不能使用"),
        ("count(materials, 2) > 1", "不能使用"),
        ("known(3)", "不能使用"),
        ("(media or lawsuit) == True", "不能使用"),
        ("people is 3", "不能使用"),
        ("media if lawsuit else injury", "不能使用"),
        ("None", "不能使用"),
        ("people > \x00", "写法不对"),
    ],
)
def test_anything_but_a_plain_criterion_is_refused_in_chinese(text: str, says: str) -> None:
    with pytest.raises(BadCriterion, match="判断条件") as refused:
        parse(text)
    assert says in str(refused.value)


NAMES = ("media", "lawsuit", "injury", "urgent")
verdicts = st.sampled_from([True, False, None])
parts = st.lists(
    st.one_of(
        st.sampled_from(NAMES),
        st.sampled_from([f"not {name}" for name in NAMES]),
        st.sampled_from(["people >= 10", "known(amount)", 'channel in ("web", "post")', "3 < people"]),
    ),
    min_size=2,
    max_size=5,
)
known = st.fixed_dictionaries(
    dict.fromkeys(NAMES, verdicts),
    optional={
        "people": st.integers(0, 20),
        "amount": st.integers(0, 9),
        "channel": st.sampled_from(["web", "phone"]),
    },
)


@given(parts=parts, sign=st.sampled_from([" and ", " or "]), facts=known, data=st.data())
def test_the_order_of_operands_changes_neither_verdict_nor_questions(
    parts: list[str], sign: str, facts: dict[str, Any], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(parts))

    one, other = parse(sign.join(parts)).answer(facts), parse(sign.join(shuffled)).answer(facts)

    assert one == other


@given(parts=parts, facts=known)
def test_de_morgan_holds_with_open_facts_too(parts: list[str], facts: dict[str, Any]) -> None:
    negated = " or ".join(f"not ({part})" for part in parts)

    assert parse(f"not ({' and '.join(parts)})").answer(facts) == parse(negated).answer(facts)


@given(
    parts=parts,
    sign=st.sampled_from([" and ", " or "]),
    facts=known,
    late=st.fixed_dictionaries({n: st.booleans() for n in NAMES}),
)
def test_learning_an_open_fact_never_turns_a_decided_answer_round(
    parts: list[str], sign: str, facts: dict[str, Any], late: dict[str, bool]
) -> None:
    before = parse(sign.join(parts)).answer(facts).verdict
    learned = {**facts, **{name: late[name] for name in NAMES if facts[name] is None}}

    after = parse(sign.join(parts)).answer(learned).verdict

    assert before is None or before is after


def test_pythons_own_logic_would_fail_these_promises() -> None:
    """The control: with ``None`` as no, an open fact decides, and it decides otherwise once it is known."""
    media, lawsuit = None, None

    assert (not (media or lawsuit)) is True  # Python says: certainly neither
    assert answer("not (media or lawsuit)").verdict is None


@pytest.mark.parametrize(
    ("criterion", "day", "verdict"),
    [
        # ten days counted from the 9th of November, that day not counted, end on the 19th; over on the 20th
        ("days(known_on) >= 10", date(2026, 11, 19), False),
        ("days(known_on) >= 10", date(2026, 11, 20), True),
        ("days(known_on) < 10", date(2026, 11, 19), True),
        ("months(known_on) >= 3", date(2027, 2, 9), False),
        ("months(known_on) >= 3", date(2027, 2, 10), True),
        ("years(known_on) >= 1", date(2027, 11, 9), False),
        ("years(known_on) >= 1", date(2027, 11, 10), True),
    ],
)
def test_a_period_is_over_on_the_day_after_its_last(criterion: str, day: date, verdict: bool) -> None:
    assert answer(criterion, known_on=date(2026, 11, 9), received_on=day).verdict is verdict


def test_the_day_of_a_moment_is_what_periods_are_counted_from() -> None:
    at = datetime(2026, 11, 9, 23, 59, tzinfo=UTC)

    assert answer("days(known_on) >= 10", known_on=at, received_on=date(2026, 11, 20)).verdict is True


def test_what_nobody_answered_is_no_yes() -> None:
    """Control: the fact by itself stays open."""
    assert answer("yes(frozen)").verdict is False
    assert answer("not yes(frozen)").verdict is True
    assert answer("yes(frozen)", frozen=True).verdict is True
    assert answer("not frozen").verdict is None
