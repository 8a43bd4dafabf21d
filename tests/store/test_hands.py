"""In whose hands open cases are: all that are meant are found, by queries, however many there are."""

from datetime import timedelta

import pytest
from tests.fixtures_store import MORNING
from tests.store.builders import HEAD, register

from desk.domain.case import Happening
from desk.store import cases, hands
from desk.store.case_filter import ALL
from desk.store.engine import Store


def happened(store: Store, case_id: int, *steps: str, by: str = "clerk", undone: str = "") -> None:
    """These steps in this order, all in the same minute; ``undone`` is one that was taken back."""
    with store.writing() as tx:
        for step in steps:
            cases.happen(
                tx,
                case_id,
                Happening(step=step, at=MORNING + timedelta(hours=1), by=by, undone=step == undone),
            )


def sent_on(store: Store) -> set[int]:
    with store.reading() as tx:
        return {case_id for _, case_id in hands.sent_on(tx, HEAD, ALL, {"assign"}, "sign_for")}


@pytest.mark.parametrize(
    ("steps", "undone", "waits"),
    [
        ((), "", False),
        (("assign",), "", True),
        (("assign",), "assign", False),
        (("assign", "sign_for"), "", False),
        (("assign", "sign_for"), "sign_for", True),
        (("assign", "sign_for", "assign"), "", True),
        (("assign", "sign_for", "note"), "", False),
    ],
)
def test_a_sheet_waits_until_it_is_signed_for_and_again_when_sent_again(
    any_store: Store, steps: tuple[str, ...], undone: str, waits: bool
) -> None:
    case_id = register(any_store).id
    happened(any_store, case_id, *steps, undone=undone)

    assert (case_id in sent_on(any_store)) is waits


def test_the_last_to_act_is_who_did_the_last_thing_that_stands(any_store: Store) -> None:
    mine, passed_on, taken_back = (register(any_store).id for _ in range(3))
    happened(any_store, mine, "note", by="gone")
    happened(any_store, passed_on, "note", by="gone")
    happened(any_store, passed_on, "note", by="clerk")
    happened(any_store, taken_back, "note", by="gone")
    happened(any_store, taken_back, "accept", by="clerk", undone="accept")

    with any_store.reading() as tx:
        found = {case_id for _, case_id in hands.last_done_by(tx, HEAD, ALL, {"gone"})}

    assert found == {mine, taken_back}


def test_who_took_work_over_is_found(any_store: Store) -> None:
    taken, given = (register(any_store).id for _ in range(2))
    happened(any_store, taken, "passed:zhao:gone", by="head")
    happened(any_store, given, "passed:gone:zhao", by="head")

    with any_store.reading() as tx:
        found = {case_id for _, case_id in hands.passed_to(tx, HEAD, ALL, {"gone"})}

    assert found == {taken}


def test_who_is_named_in_the_open_facts_is_found_and_nobody_else(any_store: Store) -> None:
    named = register(any_store, facts={"handler": "赵工"}).id
    longer = register(any_store, facts={"handler": "赵工长"}).id

    with any_store.reading() as tx:
        found = {case_id for _, case_id in hands.mentioning(tx, HEAD, ALL, {"赵工"})}
        taken_in = {case_id for _, case_id in hands.received_by(tx, HEAD, ALL, {"clerk"})}

    assert found == {named}
    assert taken_in == {named, longer}
