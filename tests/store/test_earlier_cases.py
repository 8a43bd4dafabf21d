"""Earlier cases beside the form: the visitor's own first, then those about the same firm."""

from datetime import timedelta

from tests.fixtures_store import MORNING
from tests.store.builders import CALLER, CLERK, STRANGER, new_case, register

from desk.store import repeated


def test_the_visitors_own_cases_come_before_newer_ones_about_the_same_firm(any_store):
    other = {"complainant.name": "李四", "complainant.phone": "13900000001", "complainant.id_number": None}
    own = register(any_store, new_case(facts={"respondent.name": "别家"}))
    about_firm = register(any_store, new_case(MORNING + timedelta(hours=1), facts=other))
    both = register(any_store, new_case(MORNING + timedelta(hours=2)))

    with any_store.reading() as tx:
        seen = [row.number for row in repeated.rows(tx, CLERK, CALLER)]
        blind = [row.number for row in repeated.rows(tx, STRANGER, CALLER)]

    assert seen == [both.number, own.number, about_firm.number]
    assert own.number not in blind
