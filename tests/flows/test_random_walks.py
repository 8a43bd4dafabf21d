"""Thousands of random walks through each flow: no state that the manual forbids, clocks and counters that agree.

A few run every time, four thousand through each flow with ``-m slow``, or as many as ``DESK_WALKS`` says. Two hundred
walks of each flow go through the store, where each act leaves its row in the audit and nothing else does.
"""

import os
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import func, select, text
from tests.capabilities.counter import desk_of, draft
from tests.fixtures_office import NOON
from tests.flows import roaming
from tests.flows.roaming import Walk, answers, viewer_of
from tests.rulebook.walking import as_role, begun
from tests.small_office import CALENDAR, at

from desk.domain.case import Case, Happening
from desk.domain.circumstances import of_case
from desk.domain.clocks import ClockState, clocks_of
from desk.domain.errors import DeskError
from desk.paths import resource
from desk.rulebook.loading import load
from desk.services import cases, contacts, intake, stepping, undo
from desk.services.checks import verify
from desk.services.intake import BadDraft
from desk.services.office import Office
from desk.store import cases as rows
from desk.store import repeated, schema

manual_of = cache(load)
"""Each manual is read once."""

BOOKS = sorted(path.parent.name for path in resource("rulebooks").glob("*/rules.toml"))
FLOWS = [(book, kind.id) for book in BOOKS for kind in manual_of(book).kinds]
WALKS = int(os.environ.get("DESK_WALKS", "4000"))
"""Walks of the slow set through each flow: ten minutes for all of them on a quiet machine, ten thousand take half an hour."""

STEPS = 25
"""So many attempts in one walk: enough to come from the counter to the shelf and back."""


def walk(book: str, kind: str, seed: int) -> Walk:
    """One walk to its end; fails at the first thing that does not hold."""
    rng, manual = Random(f"{book} {kind} {seed}"), manual_of(book)
    case = replace(begun(manual, kind, "2026-11-20 09:00"), channel=rng.choice(manual.channels).id)
    fitting = [one.id for one in manual.categories if not one.kinds or kind in one.kinds] or [""]
    on_the_way = Walk(manual, replace(case, category=rng.choice(fitting)), case.registered_at, rng)
    for _ in range(STEPS):
        wrong = on_the_way.go_on()
        assert not wrong, (book, kind, seed, wrong, [entry.step for entry in on_the_way.case.timeline])
    return on_the_way


@pytest.mark.parametrize(("book", "kind"), FLOWS)
def test_a_few_random_walks_through_each_flow(book: str, kind: str) -> None:
    walked = [walk(book, kind, seed) for seed in range(4)]

    assert sum(one.taken for one in walked) > 0


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize(("book", "kind"), FLOWS)
def test_thousands_of_random_walks_through_each_flow(book: str, kind: str) -> None:
    ends = {walk(book, kind, seed).case.state for seed in range(WALKS)}

    phases = {state.id: state.phase for state in load(book).states}
    assert {phases[state] for state in ends} & {"closed", "refused"}


# --- the judge notices ---


@pytest.mark.parametrize(
    ("step", "role", "changed", "told"),
    [
        ("close", "service", {"state": "closed"}, "must not be taken by service in new"),
        ("accept", "reception", {"state": "accepted"}, "must not be taken by reception in new"),
        ("accept", "service", {"state": "closed"}, "led from new to closed"),
        ("screen", "service", {"state": "new", "first_receiver": "somebody"}, "changed first_receiver"),
        ("screen", "service", {"state": "new", "timeline": ()}, "left 0 entries behind 0"),
    ],
)
def test_control_what_a_broken_flow_would_do_is_noticed(
    step: str, role: str, changed: dict, told: str
) -> None:
    book = load("R01")
    before = begun(book, "complaint", "2026-11-20 09:00")
    entry = Happening(step=step, at=before.received_at, by=role)
    after = replace(before, **{"timeline": (entry,), **changed})

    assert told in roaming.broken(
        book, before, after, book.step(step), as_role(book, role), before.received_at
    )


@cache
def decided() -> tuple[Case, dict[str, object], tuple[ClockState, ...], datetime]:
    """A case under R01 that was returned once and whose acceptance is done: with its facts and clocks, and the moment."""
    book, now = manual_of("R01"), at("2026-11-20 15:00")
    case = begun(book, "complaint", "2026-11-20 09:00")
    entries = [
        Happening(step=step, at=at(f"2026-11-20 {10 + n}:00"), by="service")
        for n, step in enumerate(("hand_over", "accept", "return_plan"))
    ]
    case = replace(case, timeline=(*case.timeline, *entries))
    facts = of_case(book, case, now, calendar=CALENDAR)
    return case, facts, clocks_of(book, case, facts, CALENDAR, now), now


def test_the_judge_has_nothing_against_counters_and_clocks_that_are_right() -> None:
    case, facts, clocks, now = decided()

    assert list(roaming.counter_faults(manual_of("R01"), case, facts)) == []
    assert list(roaming.clock_faults(manual_of("R01"), case, clocks, now)) == []
    assert any(clock.done_at for clock in clocks)
    assert any(not clock.done_at and clock.due for clock in clocks)


@pytest.mark.parametrize("fact", ["returned", "reopened", "escalated"])
def test_control_a_count_that_is_wrong_is_noticed(fact: str) -> None:
    case, facts, _, _ = decided()

    assert list(roaming.counter_faults(manual_of("R01"), case, {**facts, fact: 7}))


@pytest.mark.parametrize(
    ("is_done", "wrong", "told"),
    [
        (True, {"done_at": at("2026-11-20 09:01")}, "by nothing"),
        (True, {"done_at": None, "standing": "running"}, "though something did it"),
        (True, {"standing": "running"}, "is running and done at"),
        (False, {"done_at": at("2026-11-20 12:30"), "standing": "done"}, "by nothing"),
        (False, {"due": at("2026-11-20 09:05")}, "is running, due"),
        (False, {"standing": "overdue"}, "is overdue, due"),
    ],
)
def test_control_a_clock_that_is_wrong_is_noticed(is_done: bool, wrong: dict, told: str) -> None:
    case, _, clocks, now = decided()
    clock = next(one for one in clocks if bool(one.done_at) == is_done and one.due)

    faults = list(roaming.clock_faults(manual_of("R01"), case, [replace(clock, **wrong)], now))

    assert any(told in fault for fault in faults), faults


# --- through the store ---


def audited(office: Office) -> int:
    with office.store.reading() as tx:
        return int(tx.connection.execute(select(func.count()).select_from(schema.audit)).scalar_one())


def wander(office: Office, kind: str, rng: Random) -> int:
    """A matter from the counter through twelve attempts by anybody; how many acts there were."""
    taken = _registered(office, kind, rng)
    if taken is None:
        return 0
    number, acts = taken, 1
    for _ in range(12):
        moved = office.now() + timedelta(minutes=rng.choice((1, 20, 90, 600, 1440)))
        office.clock = lambda moved=moved: moved  # type: ignore[misc]
        acts += _attempt(office, number, rng)
        _agrees(office, number)
    return acts


def _registered(office: Office, kind: str, rng: Random) -> str | None:
    who = replace(viewer_of(office.rulebook, rng), rights=frozenset({"register", "decide", "see_identity"}))
    channel = rng.choice(
        office.rulebook.kind(kind).channels or tuple(one.id for one in office.rulebook.channels)
    )
    fields = {field.id: field for field in office.rulebook.fields_at("register", kind, channel)}
    categories = [one.id for one in office.rulebook.categories if not one.kinds or kind in one.kinds] or [""]
    category, wanted = rng.choice(categories), {id_ for id_, field in fields.items() if field.required}
    for _ in range(4):  # what the desk says is missing is filled in, as a clerk would
        typed = {
            id_: roaming.answer(office.rulebook, fields[id_], rng, office.now())
            for id_ in wanted & fields.keys()
        }
        given = draft(office, kind=kind, channel=channel, category=category, **typed)
        try:
            return intake.register(office, who, given).case.number
        except BadDraft as refusal:
            wanted = wanted | {problem.field for problem in refusal.problems}
    return None


def _attempt(office: Office, number: str, rng: Random) -> int:
    """A step, now and then an undoing or a contact; how many acts came of it."""
    with office.store.reading() as tx:
        state = rows.whole(tx, number).state
    who = replace(viewer_of(office.rulebook, rng, state), user=rng.choice(office.users()).id)
    before = audited(office)
    try:
        if rng.random() < 0.1:
            contacts.log(office, who, number, means="电话", content="告知进展")
        else:
            steps = cases.show(office, who, number).steps
            if not steps:
                return 0
            chosen = rng.choice(steps)
            stepping.act(
                office,
                who,
                number,
                chosen.step.id,
                answers(office.rulebook, chosen, rng, office.now()),
                note="说明",
            )
            if rng.random() < 0.3 and undo.offered(office, who, number):
                undo.undo(office, who, number)
                assert audited(office) == before + 2
                return 2
    except DeskError:
        assert audited(office) == before  # what was refused left nothing
        return 0
    assert audited(office) == before + 1
    return 1


def _agrees(office: Office, number: str) -> None:
    """What lists and clocks of the store say is what the rules say of the whole case."""
    with office.store.reading() as tx:
        case = rows.whole(tx, number)
        kept = {row.id: (row.starts, row.due, row.done_at) for row in rows.clocks(tx, case.id)}
        counts = repeated.counts(tx, office.rulebook, case)
    facts = office.facts(office.rulebook, case, counts)
    now = {
        state.id: (state.starts, state.due, state.done_at)
        for state in clocks_of(office.rulebook, case, facts, office.calendar, office.now())
    }
    assert kept == now
    assert case.first_receiver in {role.id for role in office.rulebook.roles}
    assert [entry.at for entry in case.timeline] == sorted(entry.at for entry in case.timeline)


def store_walks(folder: Path, book: str, kind: str, walks: int) -> None:
    """So many walks of one flow through an office; at its end the whole store is sound and the audit holds every act."""
    with desk_of(folder) as opened:
        office, rng = opened(book), Random(f"{book} {kind}")
        office.clock = lambda: NOON
        before = audited(office)
        acts = sum(wander(office, kind, rng) for _ in range(walks))

        assert audited(office) - before == acts
        assert acts > walks
        assert not verify(office).findings


@pytest.mark.parametrize(("book", "kind"), [("R01", "complaint"), ("R15", "complaint"), ("R15", "report")])
def test_a_few_walks_go_through_the_store(tmp_path: Path, book: str, kind: str) -> None:
    store_walks(tmp_path, book, kind, 3)


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize(("book", "kind"), FLOWS)
def test_two_hundred_walks_go_through_the_store(tmp_path: Path, book: str, kind: str) -> None:
    store_walks(tmp_path, book, kind, 200)


# --- and the store's own judge notices ---


@pytest.mark.parametrize(
    "harm",
    [
        "CREATE TRIGGER lost BEFORE INSERT ON audit BEGIN SELECT RAISE(IGNORE); END",  # an act without its row
        "CREATE TRIGGER shifted AFTER INSERT ON audit BEGIN UPDATE clock SET due_at = 0; END",  # after all else
    ],
)
def test_control_a_store_that_loses_audit_rows_or_shifts_clocks_is_noticed(tmp_path: Path, harm: str) -> None:
    with desk_of(tmp_path) as opened:
        office, rng = opened("R01"), Random("control")
        office.clock = lambda: NOON
        with office.store.writer.connect() as connection, connection.begin():
            connection.execute(text(harm))

        with pytest.raises(AssertionError):
            [wander(office, "complaint", rng) for _ in range(3)]
