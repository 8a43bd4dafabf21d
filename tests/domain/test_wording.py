"""Texts are put together as if each had been compared with each, whatever they are; the comparison here is made so."""

import random

import pytest

from desk.domain.wording import Groups, Pairs, pairs_of, resembles

LETTERS = "退卡健身房跑路噪声施工夜间食品过期"


def one_by_one(every: list[Pairs], percent: int) -> list[int]:
    """The place of each text's group, by comparing it with the first text of every group in turn."""
    firsts: list[Pairs] = []
    places = []
    for pairs in every:
        shared = [len(first & pairs) * 100 >= percent * min(len(first), len(pairs)) for first in firsts]
        places.append(shared.index(True) if True in shared else len(firsts))
        if places[-1] == len(firsts):
            firsts.append(pairs)
    return places


def together(every: list[Pairs], percent: int) -> list[int]:
    groups = Groups(every, percent)
    return [groups.join(pairs) for pairs in every]


@pytest.mark.parametrize("percent", [1, 34, 50, 70, 75, 99, 100])
@pytest.mark.parametrize("seed", range(6))
def test_nothing_that_resembles_is_missed_and_the_earliest_group_is_joined(percent: int, seed: int) -> None:
    dice = random.Random(seed)
    texts = ["".join(dice.choices(LETTERS[: 3 + 3 * seed], k=dice.randrange(4, 16))) for _ in range(300)]
    every = [pairs_of(text) for text in texts]

    assert together(every, percent) == one_by_one(every, percent)
    assert len(set(together(every, percent))) < len(every), (
        "nothing was alike: the comparison would prove nothing"
    )


def test_few_of_many_texts_are_compared() -> None:
    """Control: two thousand texts of which none resembles another; each with each would be two million comparisons."""
    dice = random.Random(1)
    every = [pairs_of("".join(chr(0x4E00 + dice.randrange(3000)) for _ in range(8))) for _ in range(2000)]
    groups = Groups(every, 70)
    looked_at = 0
    for pairs in every:
        looked_at += len(groups._near(pairs))
        groups.join(pairs)

    assert looked_at < 2000


def test_a_short_text_within_a_long_one_resembles_it_both_ways() -> None:
    short, long = pairs_of("跑路不退卡"), pairs_of("某健身房跑路不退卡，也不接电话")

    assert resembles(short, long, 100)
    assert together([short, long], 100) == together([long, short], 100) == [0, 0]


def test_what_says_too_little_has_no_pairs() -> None:
    assert pairs_of("退卡！") == pairs_of("") == frozenset()
    assert pairs_of("Ａ-１ 退卡") == pairs_of("a1退卡")
