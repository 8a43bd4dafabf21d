"""Signs are counts over thresholds: what is below them is not told, and each names its cases."""

from collections import Counter

import msgspec
import pytest
from tests.small_office import small_rulebook

from desk.domain.signs import USUAL, Matter, noticed, rules
from desk.rulebook.accounts import Sign

BOOK = small_rulebook()


def matter(number: int, **given: object) -> Matter:
    usual = {"category": "", "department": "", "respondent": "", "subject": ""}
    return Matter(number=str(number), **{**usual, **given})  # type: ignore[arg-type]


def found(
    rule: Sign, now: list[Matter], before: list[Matter] | None = None
) -> list[tuple[str, str, tuple[str, ...]]]:
    others = tuple(
        Sign(id=one.form, name=one.form, form=one.form, least=10_000)
        for one in USUAL
        if one.form != rule.form
    )
    book = msgspec.structs.replace(BOOK, signs=(rule, *others))
    return [
        (one.about, one.words, one.cases)
        for one in noticed(book, now, Counter(one.category for one in before or []))
    ]


@pytest.mark.parametrize(
    ("was", "now", "words"),
    [
        (4, 6, "本期6件，上期4件，增长50%"),
        (5, 7, None),  # 40 %
        (0, 5, "本期5件，上期0件，上期没有"),
        (1, 4, None),  # fewer than five
        (6, 6, None),
    ],
)
def test_a_category_grows_by_half_and_has_at_least_five(was: int, now: int, words: str | None) -> None:
    rule = Sign(id="g", name="增长", form="growth", least=5, percent=50)
    of = [matter(n, category="goods") for n in range(100)]

    told = [entry[1] for entry in found(rule, of[:now], [*of[50 : 50 + was], matter(99)])]

    assert told == ([words] if words else [])


def test_an_office_without_an_earlier_time_has_nothing_that_grows() -> None:
    rule = Sign(id="g", name="增长", form="growth", least=5, percent=50)

    assert found(rule, [matter(n, category="goods") for n in range(9)], []) == []


@pytest.mark.parametrize(("count", "told"), [(2, False), (3, True)])
def test_three_matters_about_one_respondent_are_told_with_their_numbers(count: int, told: bool) -> None:
    rule = Sign(id="r", name="多件", form="respondent", least=3)
    others = [matter(n, respondent=f"店{n}") for n in range(50, 60)]
    sealed = [matter(99)]

    got = found(rule, [*(matter(n, respondent="甲店") for n in range(count)), *others, *sealed])

    assert got == ([("甲店", "3件", ("0", "1", "2"))] if told else [])


def test_one_person_with_two_numbers_is_told_once_and_not_named() -> None:
    rule = Sign(id="p", name="多件", form="repeat", least=3)
    both = frozenset({b"phone", b"card"})

    got = found(rule, [matter(n, persons=both) for n in range(3)])

    assert got == [("同一投诉人", "3件", ("0", "1", "2"))]


def test_the_same_wording_is_seen_through_points_and_width_and_other_wording_is_not() -> None:
    rule = Sign(id="w", name="雷同", form="wording", least=3, percent=70)
    subjects = [
        "某健身房跑路不退卡",
        "某健身房，跑路不退卡！",
        "某健身房跑路不退卡金",
        "食品里有异物",
        "退卡",
        "",
    ]

    got = found(rule, [matter(n, subject=subject) for n, subject in enumerate(subjects)])

    assert got == [("某健身房跑路不退卡", "3件事由相同或相近", ("0", "1", "2"))]


@pytest.mark.parametrize(("late", "whole", "told"), [(3, 10, True), (3, 11, False), (2, 4, False)])
def test_a_department_is_often_late_by_number_and_share(late: int, whole: int, told: bool) -> None:
    rule = Sign(id="l", name="逾期", form="late", least=3, percent=30)

    got = found(rule, [matter(n, department="repair", late=n < late) for n in range(whole)])

    assert got == ([("维修部", "10件中3件逾期，30%", ("0", "1", "2"))] if told else [])


def test_the_rulebooks_sign_takes_the_place_of_the_usual_one_of_its_form() -> None:
    own = Sign(id="own", name="本局的", form="late", least=1, percent=1, source="1:1")
    book = msgspec.structs.replace(BOOK, signs=(own,))

    assert [rule.id for rule in rules(book)] == ["own", "growth", "respondent", "repeat", "wording"]
