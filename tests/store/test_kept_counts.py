"""Kept counts go with every write that they might contradict, on both databases."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from tests.fixtures_store import MORNING
from tests.store.builders import CLERK, register

from desk.domain.case import Happening
from desk.store import batches, cases, changes, erasing, kept_counts, links, plain_cases
from desk.store.case_filter import CaseFilter
from desk.store.engine import Store
from desk.store.kept_counts import Counted
from desk.store.transaction import Transaction

FEBRUARY = datetime(2026, 2, 1, tzinfo=MORNING.tzinfo)
MARCH = datetime(2026, 3, 1, tzinfo=MORNING.tzinfo)
APRIL = datetime(2026, 4, 1, tzinfo=MORNING.tzinfo)
MAY = datetime(2026, 5, 1, tzinfo=MORNING.tzinfo)
MONTHS = ((FEBRUARY, MARCH), (MARCH, APRIL), (APRIL, MAY))
LATER = APRIL + timedelta(days=9)


def keep(store: Store) -> None:
    """Counts of three months, made from nothing."""
    for since, until in MONTHS:
        with store.writing() as tx:
            claimed = kept_counts.claim(tx, Counted("R", "figures", since, until, "words"))
        with store.writing() as tx:
            assert kept_counts.keep(tx, claimed, "[1]")


def kept(store: Store) -> list[datetime]:
    with store.reading() as tx:
        return sorted(kept_counts.kept(tx, "R", "figures", "words"))


def test_what_is_kept_is_read_again_by_what_it_was_made_from(any_store: Store) -> None:
    keep(any_store)

    with any_store.reading() as tx:
        assert kept_counts.kept(tx, "R", "figures", "words") == dict.fromkeys((FEBRUARY, MARCH, APRIL), "[1]")
        assert kept_counts.kept(tx, "R", "figures", "other words") == {}
        assert kept_counts.kept(tx, "R", "pictures", "words") == {}
        assert [about.since for about, _ in kept_counts.every(tx)] == [FEBRUARY, MARCH, APRIL]


def test_a_claim_alone_is_not_read_and_falls_to_a_write(any_store: Store) -> None:
    with any_store.writing() as tx:
        claimed = kept_counts.claim(tx, Counted("R", "figures", MARCH, APRIL, "words"))
    assert kept(any_store) == []

    register(any_store, at=MORNING)

    with any_store.writing() as tx:
        assert not kept_counts.keep(tx, claimed, "[1]")
    assert kept(any_store) == []


def test_registering_takes_away_the_month_of_receipt_alone(any_store: Store) -> None:
    keep(any_store)

    register(any_store, at=MORNING)

    assert kept(any_store) == [FEBRUARY, APRIL]


def told(tx: Transaction, case_id: int) -> None:
    case = cases.whole(tx, case_id)
    entry = Happening(step="regraded", at=LATER, by="")
    changes.tell(tx, case, (entry,), (), rank=0)


def retimed(tx: Transaction, case_id: int) -> None:
    from dataclasses import replace

    case = replace(cases.whole(tx, case_id), received_at=LATER)
    changes.retime(tx, case, "", (), (), rank=0, field="received_at", seen_version=case.version, by="clerk")


def linked(tx: Transaction, case_id: int) -> None:
    links.join(tx, case_id, 2, "merged_into", by="clerk")


def erased(tx: Transaction, case_id: int) -> None:
    erasing.erase(tx, case_id, by="admin", reason="期满")


@pytest.mark.parametrize(
    ("write", "left"),
    [(told, [FEBRUARY]), (retimed, [FEBRUARY]), (linked, [FEBRUARY, APRIL]), (erased, [FEBRUARY, APRIL])],
)
def test_a_write_takes_away_the_months_before_it_and_after_it(
    any_store: Store, write: Callable[[Transaction, int], None], left: list[datetime]
) -> None:
    case_id = register(any_store, at=MORNING).id
    register(any_store, at=MORNING)
    keep(any_store)

    with any_store.writing() as tx:
        write(tx, case_id)

    assert kept(any_store) == left


def test_a_batch_that_comes_or_goes_takes_all(any_store: Store) -> None:
    with any_store.writing() as tx:
        batch = batches.begin(tx, name="旧", sha256="", offered=1, by="clerk")
    for act in (
        lambda tx: batches.show(tx, batch, digest="", imported=1),
        lambda tx: batches.hide(tx, batch, reason="错", by="clerk"),
    ):
        keep(any_store)
        with any_store.writing() as tx:
            act(tx)
        assert kept(any_store) == []


def test_what_is_left_undone_takes_nothing_away(any_store: Store) -> None:
    """Control: a transaction that fails leaves what is kept as the cases are."""
    keep(any_store)

    def fails() -> None:
        with any_store.writing() as tx:
            kept_counts.forget_all(tx)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()

    assert kept(any_store) == [FEBRUARY, MARCH, APRIL]


def test_cases_alike_come_as_one_with_their_number_and_the_steps_that_are_asked(any_store: Store) -> None:
    way = (Happening(step="register", at=MORNING, by="clerk"), Happening(step="close", at=LATER, by="clerk"))
    for timeline, solved in ((way, True), (way, True), (way[:1], True), (way, False)):
        register(any_store, timeline=timeline, facts={"solved": solved})
    ended = CaseFilter(with_steps=frozenset({"close"}), stepped_from=APRIL, stepped_to=MAY)

    with any_store.reading() as tx:
        found = [
            (frame.values["solved"], [taken.step for taken in frame.timeline], mark, n)
            for which in (CaseFilter(), ended)
            for frame, mark, n in plain_cases.alike(
                tx, CLERK, [which], frozenset({"solved"}), frozenset({"close"}), lambda *_: ["x"]
            )
        ]

    whole = [(True, ["close"], "x", 2), (True, [], "x", 1), (False, ["close"], "x", 1)]
    assert sorted(found, key=str) == sorted([*whole, whole[0], whole[2]], key=str)
