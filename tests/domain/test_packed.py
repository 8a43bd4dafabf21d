"""A long sequence kept small is the same sequence."""

import tracemalloc
from collections.abc import Sequence
from datetime import datetime
from types import MappingProxyType

import pytest

from desk.domain.case import Happening
from desk.domain.moments import OFFICE_ZONE
from desk.domain.packed import Packed, Without

MANY = 1000


@pytest.mark.parametrize("many", [0, 1, 255, 256, 257, MANY])
def test_it_holds_what_was_put_in_in_its_order(many: int) -> None:
    items = [(n, f"第{n}行", None) for n in range(many)]

    packed = Packed(items)

    assert (len(packed), list(packed), bool(packed)) == (many, items, many > 0)
    assert packed == items
    assert packed[250:260] == tuple(items[250:260])


def test_items_are_found_by_their_place_from_both_ends() -> None:
    packed = Packed(range(MANY))

    assert [packed[place] for place in (0, 255, 256, 999, -1, -MANY)] == [0, 255, 256, 999, 999, 0]
    with pytest.raises(IndexError):
        packed[MANY]
    with pytest.raises(IndexError):
        packed[-MANY - 1]


def test_two_may_go_through_it_at_once() -> None:
    packed = Packed(range(MANY))

    assert list(zip(packed, packed, strict=True)) == [(n, n) for n in range(MANY)]


def test_facts_and_moments_come_back_as_they_were() -> None:
    entry = Happening(step="register", at=datetime(2026, 3, 1, 9, tzinfo=OFFICE_ZONE), by="counter")
    facts = MappingProxyType({"subject": "漏水", "happened_on": entry.at.date()})

    assert list(Packed([(entry, facts)])) == [(entry, facts)]


def test_without_some_items_the_rest_is_as_it_was() -> None:
    rest: Sequence[int] = Without(Packed(range(0, 60, 10)), {0, 40}, lambda item: item)

    assert (len(rest), list(rest), rest[:2], rest[1], rest[-1]) == (4, [10, 20, 30, 50], (10, 20), 20, 50)
    assert not Without(Packed([7]), {7}, lambda item: item)


def test_rows_alike_take_a_fifth_of_what_they_would() -> None:
    tracemalloc.start()
    plain = [tuple(f"值{n}{column}" for column in range(20)) for n in range(5000)]
    before, _ = tracemalloc.get_traced_memory()
    packed = Packed(plain)
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert after - before < before / 5
    assert len(packed) == 5000
