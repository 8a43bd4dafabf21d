"""Decisions on fines are rows that are only ever added, on both databases."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from tests.store.builders import CLERK, register

from desk.domain.assessment import Ruling
from desk.domain.moments import OFFICE_ZONE
from desk.store import assessments
from desk.store.case_filter import CaseFilter
from desk.store.engine import Store


def ruled(store: Store, about: str, outcome: str, amount: str) -> Ruling:
    with store.writing() as tx:
        ruling = Ruling(
            rule="P6", about=about, outcome=outcome, amount=amount, by="head", reason="理由",  # type: ignore[arg-type]
            at=tx.now().astimezone(OFFICE_ZONE),
        )  # fmt: skip
        assessments.add(tx, ruling)
    return ruling


def test_what_was_decided_comes_back_the_oldest_first_and_of_nobody_else(any_store: Store) -> None:
    first, later = (
        ruled(any_store, "2026110001", "waived", ""),
        ruled(any_store, "2026110001", "approved", "1300"),
    )
    ruled(any_store, "2026110002", "approved", "200")

    with any_store.reading() as tx:
        assert assessments.of(tx, ["2026110001"], OFFICE_ZONE) == (first, later)


@pytest.mark.parametrize("act", ["UPDATE assessment SET amount = '0'", "DELETE FROM assessment"])
def test_a_decision_is_neither_changed_nor_deleted(any_store: Store, act: str) -> None:
    ruled(any_store, "2026110001", "approved", "1300")

    with pytest.raises(DBAPIError, match="only grows"), any_store.writing() as tx:
        tx.connection.execute(text(act))


def test_decisions_about_the_cases_of_a_filter_leave_out_others_and_departments(any_store: Store) -> None:
    number = register(any_store).number
    mine = ruled(any_store, number, "approved", "200")
    ruled(any_store, "销售部", "approved", "200")

    with any_store.reading() as tx:
        assert assessments.of_cases(tx, CLERK, CaseFilter(), OFFICE_ZONE) == (mine,)
        assert assessments.of_cases(tx, CLERK, CaseFilter(kinds=frozenset({"report"})), OFFICE_ZONE) == ()
