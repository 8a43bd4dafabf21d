"""Cases come back as they were saved, and only as far as the viewer may see them."""

from datetime import date

import pytest
from tests.fixtures_store import MORNING
from tests.store.builders import CALLER, CLERK, HEAD, STRANGER, kept_from, new_case, register

from desk.domain.errors import NotFound
from desk.store import cases
from desk.store.engine import Store


def test_a_case_comes_back_with_every_fact_as_it_was_given(any_store: Store) -> None:
    facts = {
        "happened_on": date(2026, 3, 1), "outside.due": MORNING, "urgent": True, "help_given": ("read", "written"),
        "materials": ({"name": "合同", "copies": "1"},), "own.field": "自定",
    }  # fmt: skip

    made = register(any_store, facts=facts)

    with any_store.reading() as tx:
        case = cases.get(tx, made.number, CLERK)
    assert dict(case.values) == {**CALLER, **facts}
    assert (case.number, case.received_at, case.version) == ("投诉〔2026〕1号", MORNING, 1)


def test_a_viewer_without_the_right_sees_masks_in_place_of_identities(any_store: Store) -> None:
    made = register(any_store)

    with any_store.reading() as tx:
        case = cases.get(tx, made.id, STRANGER)

    shown = str(dict(case.values))
    assert not [
        CALLER[fact] for fact in CALLER if fact.startswith("complainant.") and str(CALLER[fact]) in shown
    ]
    assert case.values["subject"] == CALLER["subject"]


def test_a_case_of_conflict_is_told_like_one_that_does_not_exist(any_store: Store) -> None:
    made = register(any_store)
    partial = kept_from(any_store, made.id)

    with any_store.reading() as tx:
        with pytest.raises(NotFound) as kept:
            cases.get(tx, made.number, partial)
        with pytest.raises(NotFound) as absent:
            cases.get(tx, "投诉〔2026〕99号", partial)

    assert kept.value.code == absent.value.code


def test_of_a_sealed_case_others_read_the_summary_alone(any_store: Store) -> None:
    made = register(any_store, sealed=True, facts={"summary": "反映预付卡问题"})

    with any_store.reading() as tx:
        case = cases.get(tx, made.id, HEAD)
        whole = cases.whole(tx, made.id)

    assert set(case.values) == {"summary", "amount"}
    assert whole.values["narrative"] == CALLER["narrative"]


def test_the_same_key_again_is_the_same_case(any_store: Store) -> None:
    new = new_case()

    first, second = register(any_store, new), register(any_store, new)

    assert (first.id, first.number, second.earlier) == (second.id, second.number, True)
