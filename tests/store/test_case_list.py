"""Lists hold the right cases in the right order, page by page, and never more than the viewer may know."""

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event
from tests.fixtures_store import MORNING
from tests.store.builders import CALLER, CLERK, HEAD, NUMBERING, STRANGER, kept_from, new_case, register

from desk.domain.clocks import ClockState
from desk.domain.viewer import Viewer
from desk.rulebook.limits import parse_limit
from desk.store import case_list, cases, hands, registration
from desk.store.case_filter import CaseFilter
from desk.store.case_list import CaseRow, Order
from desk.store.engine import Store


def running(days: int | None, name: str = "decide") -> ClockState:
    due = None if days is None else MORNING + timedelta(days=days)
    return ClockState(
        id=name, name=name, owner="", starts=MORNING, limit=parse_limit("7wd"), due=due, target=None, done_at=None,
        standing="unset" if due is None else "running", steps=("收到次日起算",),
    )  # fmt: skip


@pytest.fixture
def filled(any_store: Store) -> Store:
    """Sixty cases of every sort."""
    pick = random.Random(5)
    with any_store.writing() as tx:
        for i in range(60):
            new = new_case(
                MORNING + timedelta(hours=pick.randint(0, 500)), kind=pick.choice(["complaint", "report"]),
                channel=pick.choice(["visit", "phone"]), category=pick.choice(["a", "b", "c"]),
                state=pick.choice(["registered", "accepted", "closed"]), levels={"severity": pick.choice(["low", "high"])},
                level_rank=pick.randint(0, 2), clocks=(running(pick.choice([None, 1, 5, 9])),), sealed=i % 7 == 0,
                facts={"department": pick.choice(["", "one", "two"]), "subject": f"事由{pick.randint(0, 9)}", "own.shelf": i % 3},
            )  # fmt: skip
            registration.insert(tx, new, NUMBERING)
    return any_store


def pages(
    store: Store, order: Order, which: CaseFilter = case_list.ALL, viewer: Viewer = CLERK, size: int = 7
) -> list[CaseRow]:
    """The whole list, fetched page by page by key."""
    rows: list[CaseRow] = []
    with store.reading() as tx:
        while fetched := case_list.page(
            tx, viewer, which, order=order, after=rows[-1].id if rows else None, limit=size
        ):
            rows += fetched
    return rows


KEYS: dict[str, Callable[[CaseRow], Any]] = {
    "newest": lambda row: (row.registered_at, row.id), "received": lambda row: row.received_at, "state": lambda row: row.state,
    "department": lambda row: row.department, "kind": lambda row: row.kind, "channel": lambda row: row.channel,
    "category": lambda row: row.category, "subject": lambda row: row.subject,
    "number": lambda row: int(row.number.partition("〕")[2][:-1]), "respondent": lambda row: row.respondent,
    "due": lambda row: (row.next_due_at is None, row.next_due_at),
}  # fmt: skip


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("by", KEYS)
def test_pages_by_key_hold_every_case_once_and_in_order(filled: Store, by: Any, descending: bool) -> None:
    rows = pages(filled, Order(by, descending))

    keys = [KEYS[by](row) for row in rows]
    assert len({row.id for row in rows}) == 60
    if by == "due":
        keys = [(none, at or MORNING) for none, at in keys]
    assert keys == sorted(keys, reverse=descending)


def test_a_page_further_down_is_the_same_as_the_rows_skipped_to(filled: Store) -> None:
    whole = pages(filled, Order("received"))

    with filled.reading() as tx:
        skipped = case_list.page(tx, CLERK, order=Order("received"), skip=31, limit=10)
        later = case_list.page(tx, CLERK, order=Order("received"), after=whole[20].id, skip=10, limit=10)

    assert list(skipped) == list(later) == whole[31:41]


FILTERS: dict[str, tuple[CaseFilter, Callable[[CaseRow], bool]]] = {
    "kind": (CaseFilter(kinds=frozenset({"report"})), lambda row: row.kind == "report"),
    "two states": (
        CaseFilter(states=frozenset({"accepted", "closed"})),
        lambda row: row.state != "registered",
    ),
    "level and channel": (
        CaseFilter(levels=frozenset({"high"}), channels=frozenset({"visit"})),
        lambda row: row.level == "high" and row.channel == "visit",
    ),
    "received": (
        CaseFilter(received_from=MORNING + timedelta(hours=100), received_to=MORNING + timedelta(hours=300)),
        lambda row: MORNING + timedelta(hours=100) <= row.received_at < MORNING + timedelta(hours=300),
    ),
    "due": (
        CaseFilter(due_before=MORNING + timedelta(days=6)),
        lambda row: row.next_due_at is not None and row.next_due_at < MORNING + timedelta(days=6),
    ),
    "department": (CaseFilter(departments=frozenset({"two"})), lambda row: row.department == "two"),
    "sealed": (CaseFilter(sealed=True), lambda row: row.sealed),
    "not sealed": (CaseFilter(sealed=False), lambda row: not row.sealed),
    "own field": (CaseFilter(facts={"own.shelf": 1}), lambda row: (row.id - 1) % 3 == 1),
    "not overdue": (CaseFilter(overdue=False), lambda row: True),
    "text": (CaseFilter(text="事由3"), lambda row: row.subject == "事由3" and not row.sealed),
}


@pytest.mark.parametrize(("which", "holds"), FILTERS.values(), ids=FILTERS.keys())
def test_a_filter_leaves_exactly_what_it_says(
    filled: Store, which: CaseFilter, holds: Callable[[CaseRow], bool]
) -> None:
    everything = pages(filled, case_list.NEWEST)
    wanted = [row for row in everything if holds(row)]

    with filled.reading() as tx:
        counted = case_list.count(tx, CLERK, which)
        streamed = [case.id for case in case_list.lines(tx, CLERK, which)]

    assert pages(filled, case_list.NEWEST, which) == wanted
    assert (counted.n, counted.exact) == (len(wanted), True)
    assert streamed == [row.id for row in reversed(wanted)]


def test_a_count_stops_where_it_is_told_and_says_at_least(filled: Store) -> None:
    with filled.reading() as tx:
        assert case_list.count(tx, CLERK, CaseFilter(sealed=False), at_most=10) == case_list.Count(
            10, exact=False
        )


def test_what_is_due_comes_in_the_order_of_urgency(filled: Store) -> None:
    with filled.reading() as tx:
        rows = case_list.due(tx, CLERK, MORNING + timedelta(days=6), frozenset())

    dues = [row.next_due_at for row in rows]
    assert dues == sorted(dues, key=lambda at: at or MORNING)
    assert {row.due_clock for row in rows} == {"decide"}


def test_a_row_shows_names_by_right_and_never_a_whole_phone(any_store: Store) -> None:
    register(any_store)

    with any_store.reading() as tx:
        known, unknown = case_list.page(tx, CLERK)[0], case_list.page(tx, STRANGER)[0]

    assert (known.complainant, known.phone) == ("曾建国", "138****5678")
    assert (unknown.complainant, unknown.phone) == ("曾**", "138****5678")


def test_a_sealed_row_shows_nobody_and_only_the_summary(any_store: Store) -> None:
    register(any_store, sealed=True, facts={"summary": "卡类问题"})

    with any_store.reading() as tx:
        row = case_list.page(tx, HEAD)[0]

    assert (row.complainant, row.phone, row.subject, row.respondent) == ("", "", "卡类问题", "")


def test_cases_of_conflict_are_in_no_list_no_count_and_no_stream(filled: Store) -> None:
    partial = kept_from(filled, *range(1, 31))

    with filled.reading() as tx:
        counted = case_list.count(tx, partial)
        streamed = {case.id for case in case_list.lines(tx, partial)}
        several = cases.all_of(tx, [3, 40, 5], partial)

    assert counted.n == 30
    assert (
        streamed == {row.id for row in pages(filled, case_list.NEWEST, viewer=partial)} == set(range(31, 61))
    )
    assert [case.id for case in several] == [40]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from(["narrative", "demand", "own.note", "complainant.name", "remark"]),
        st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=60), min_size=1,
    )
)  # fmt: skip
def test_any_text_comes_back_as_it_was_given(any_store: Store, values: dict[str, str]) -> None:
    made = register(any_store, values=values)

    with any_store.reading() as tx:
        assert dict(cases.get(tx, made.id, HEAD).values) == values


def test_a_million_characters_come_back(any_store: Store) -> None:
    text = "投诉人反映，" * 170_000
    made = register(any_store, values={"narrative": text})

    with any_store.reading() as tx:
        assert cases.get(tx, made.id, HEAD).values["narrative"] == text


def test_canaries_of_sealed_cases_are_nowhere_for_those_without_a_grant(any_store: Store) -> None:
    register(any_store, sealed=True, facts={"summary": "摘要"})
    register(any_store, new_case(values={"subject": "路灯"}))
    canaries = [str(CALLER[fact]) for fact in CALLER if fact != "amount"]

    with any_store.reading() as tx:
        shown = ""
        for viewer in (CLERK, STRANGER, HEAD):
            shown += str(list(case_list.lines(tx, viewer))) + str(case_list.page(tx, viewer))
            for canary in canaries:
                shown += str(case_list.page(tx, viewer, CaseFilter(text=canary)))
                assert case_list.count(tx, viewer, CaseFilter(text=canary)).n == 0

    assert not [canary for canary in canaries if canary in shown]


def plan(store: Store, run: Callable[..., Any]) -> str:
    """How SQLite goes about the longest question that ``run`` asks."""
    asked: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, words: str, given: Any, *_more: Any) -> None:
        asked.append((words, given))

    with store.reading() as tx:
        event.listen(tx.connection, "before_cursor_execute", note)
        run(tx)
        event.remove(tx.connection, "before_cursor_execute", note)
        words, given = max(asked, key=lambda one: len(one[0]))
        rows = tx.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {words}", given).all()
    return "\n".join(str(row[-1]) for row in rows)


OPEN = frozenset(f"open {n}" for n in range(10))


def test_what_is_due_is_looked_up_by_its_day_however_many_cases_are_open(sqlite_store: Store) -> None:
    soonest = Order("due", descending=False)
    due = CaseFilter(states=OPEN, due_before=MORNING)

    found = plan(sqlite_store, lambda tx: case_list.page(tx, HEAD, due, order=soonest))
    without = plan(sqlite_store, lambda tx: case_list.page(tx, HEAD, CaseFilter(states=OPEN), order=Order()))

    assert "complaint_due" in found
    assert "complaint_state" not in found
    assert "complaint_state" in without


def test_cases_with_a_choice_are_looked_up_by_the_choice(sqlite_store: Store) -> None:
    chosen = CaseFilter(rulebooks=frozenset({"R"}), states=OPEN, facts={"own.paper": "made"})

    found = plan(sqlite_store, lambda tx: hands.meant(tx, HEAD, chosen))

    assert "value_key_text (fact=? AND text=?)" in found
    assert "complaint_state" not in found
