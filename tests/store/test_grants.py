"""A sealed identity opens for one viewer, for one case, for a quarter of an hour, and never by the asker alone."""

import pytest
from tests.fixtures_store import OfficeClock
from tests.store.builders import CALLER, CLERK, HEAD, register

from desk.domain.errors import DeskError, Forbidden
from desk.domain.viewer import RIGHTS, Viewer
from desk.store import case_list, cases, grants, search
from desk.store.engine import Store

OFFICER = Viewer("officer", "承办", "officer", frozenset({"handle", "see_identity", "see_sealed"}))


@pytest.fixture
def sealed(any_store: Store) -> int:
    return register(any_store, sealed=True, facts={"summary": "反映预付卡"}).id


def seen(store: Store, case_id: int, viewer: Viewer = OFFICER) -> str:
    with store.reading() as tx:
        rows = case_list.page(tx, viewer)
        return str([dict(cases.get(tx, case_id, viewer).values), rows, list(case_list.lines(tx, viewer))])


def shows(text: str) -> bool:
    return any(str(value) in text for fact, value in CALLER.items() if fact != "amount")


def granted(store: Store, case_id: int, **decision: object) -> int:
    with store.writing() as tx:
        asked = grants.ask(tx, OFFICER, case_id, "核实举报线索")
        grants.decide(tx, HEAD, asked, **{"granted": True, **decision})  # type: ignore[arg-type]
    return asked


def test_a_grant_opens_the_identity_for_fifteen_minutes(
    any_store: Store, sealed: int, clock: OfficeClock
) -> None:
    before = shows(seen(any_store, sealed))
    granted(any_store, sealed)
    during = shows(seen(any_store, sealed))
    clock.forward(minutes=15)

    assert (before, during, shows(seen(any_store, sealed))) == (False, True, False)


def test_a_grant_is_for_its_asker_and_its_case_alone(any_store: Store, sealed: int) -> None:
    other = register(any_store, sealed=True).id
    granted(any_store, sealed)

    assert not shows(seen(any_store, sealed, HEAD))
    with any_store.reading() as tx:
        assert not shows(str(dict(cases.get(tx, other, OFFICER).values)))


def test_a_refused_or_revoked_request_opens_nothing(any_store: Store, sealed: int) -> None:
    granted(any_store, sealed, granted=False)
    refused = shows(seen(any_store, sealed))
    asked = granted(any_store, sealed)
    with any_store.writing() as tx:
        grants.revoke(tx, asked)

    assert (refused, shows(seen(any_store, sealed))) == (False, False)


def test_asking_needs_the_right_and_a_reason_and_deciding_a_second_person(
    any_store: Store, sealed: int
) -> None:
    with any_store.writing() as tx:
        asked = grants.ask(tx, OFFICER, sealed, "核实")
        with pytest.raises(Forbidden):
            grants.ask(tx, CLERK, sealed, "核实")
        with pytest.raises(DeskError, match="理由"):
            grants.ask(tx, OFFICER, sealed, "  ")
        with pytest.raises(Forbidden, match="自己"):
            grants.decide(tx, OFFICER, asked, granted=True)
        assert [grant.id for grant in grants.waiting(tx, HEAD)] == [asked]
        alone = grants.decide(tx, OFFICER, asked, granted=True, alone=True, note="本所只有一人")
        with pytest.raises(DeskError, match="处理过"):
            grants.decide(tx, HEAD, asked, granted=True)

    assert alone.is_live(tx.now())


def test_even_with_a_grant_a_sealed_case_is_not_found_by_identity(any_store: Store, sealed: int) -> None:
    granted(any_store, sealed)

    with any_store.reading() as tx:
        assert search.find(tx, OFFICER, str(CALLER["complainant.name"]), 5).ids == ()


def test_control_without_the_seal_everything_shows(any_store: Store) -> None:
    register(any_store)

    with any_store.reading() as tx:
        assert shows(str(list(case_list.lines(tx, Viewer("x", "x", "x", RIGHTS)))))
