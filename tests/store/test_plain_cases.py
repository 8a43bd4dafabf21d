"""Frames for figures hold the facts that are asked as they were given, on both databases, and name nobody."""

from datetime import date, datetime, timedelta

from tests.fixtures_store import MORNING
from tests.store.builders import CLERK, kept_from, register

from desk.domain.case import Happening
from desk.domain.clocks import ClockState
from desk.domain.frame import Taken
from desk.rulebook.limits import parse_limit
from desk.store import plain_cases
from desk.store.case_filter import CaseFilter
from desk.store.engine import Store

LATER = MORNING + timedelta(days=3)
GIVEN = {
    "department": "one", "own.shelf": "甲：\"乙\"\\丙", "solved": True, "score": 7, "amount": 120050,
    "seen_on": date(2026, 4, 2), "seen_at": datetime(2026, 4, 2, 9, 30, tzinfo=MORNING.tzinfo), "tags": ("a", "b"),
}  # fmt: skip
ASKED = frozenset({*GIVEN, "respondent.name", "unknown", "complainant.name"})
ALL = CaseFilter()


def test_each_fact_that_is_asked_comes_back_as_it_was_given_and_no_person(any_store: Store) -> None:
    register(any_store, facts=GIVEN)

    with any_store.reading() as tx:
        [(frame, sealed)] = plain_cases.plain(tx, CLERK, ALL, ASKED, frozenset())

    assert frame.values == {**GIVEN, "respondent.name": "鑫源健身中心"}
    assert not sealed
    assert frame.timeline == ()


def test_cases_alike_share_their_facts_and_come_the_oldest_registered_first(any_store: Store) -> None:
    ids = [
        register(any_store, registered_at=MORNING + timedelta(days=day), facts={"solved": day > 1}).id
        for day in (3, 1, 2)
    ]

    with any_store.reading() as tx:
        found = [frame for frame, _ in plain_cases.plain(tx, CLERK, ALL, frozenset({"solved"}), frozenset())]

    assert [one.id for one in found] == [ids[1], ids[2], ids[0]]
    assert [one.values["solved"] for one in found] == [False, True, True]
    assert found[1].values is found[2].values
    assert found[0].levels is found[1].levels


def test_of_the_timeline_only_the_steps_that_are_asked_are_told(any_store: Store) -> None:
    way = [("register", MORNING, False), ("accept", LATER, False), ("close", LATER, True)]
    register(
        any_store,
        timeline=tuple(Happening(step=s, at=at, by="clerk", undone=undone) for s, at, undone in way),
    )

    with any_store.reading() as tx:
        [(frame, _)] = plain_cases.plain(tx, CLERK, ALL, frozenset(), frozenset({"accept", "close"}))

    assert frame.timeline == (Taken("accept", LATER),)


def test_only_cases_that_may_be_fined_are_read_whole_and_none_that_is_kept_from_somebody(
    any_store: Store,
) -> None:
    def clock(name: str, done: datetime | None) -> ClockState:
        return ClockState(
            id=name, name=name, owner="", starts=MORNING, limit=parse_limit("1d"), due=MORNING + timedelta(days=1),
            target=None, done_at=done, standing="done" if done else "running", steps=(),
        )  # fmt: skip

    late = register(any_store, clocks=(clock("plan", LATER),)).id
    hidden = register(any_store, clocks=(clock("plan", LATER),)).id
    register(any_store, clocks=(clock("plan", MORNING),))
    register(any_store, clocks=(clock("other", LATER),))
    judged = register(any_store, timeline=(Happening(step="judge", at=LATER, by="clerk"),)).id
    viewer = kept_from(any_store, hidden)

    with any_store.reading() as tx:
        found = plain_cases.fineable(tx, viewer, ALL, frozenset({"plan"}), frozenset({"judge"}))
        clocks_only = plain_cases.fineable(tx, CLERK, ALL, frozenset({"plan"}), frozenset())

    assert found == [late, judged]
    assert clocks_only == [late, hidden]
