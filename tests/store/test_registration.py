"""Numbers have no gaps and no doubles, whoever registers beside whom; what was acknowledged is there."""

import os
import random
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from tests.fixtures_store import KEY, MORNING, StoreMaker
from tests.store.builders import NUMBERING, new_case, register

from desk.store import audit, counters, registration
from desk.store.engine import Store, open_store
from desk.store.failures import NumberTwice


class Abandoned(Exception):
    """A clerk who goes away in the middle."""


def together(works: list[Callable[[], None]]) -> list[BaseException]:
    """Runs all at the same time; what went wrong."""
    wrong: list[BaseException] = []

    def guarded(work: Callable[[], None]) -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001 - the test looks at them
            wrong.append(error)

    threads = [threading.Thread(target=guarded, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return wrong


def unfinished(store: Store, *, gives_up: bool = True) -> None:
    with store.writing() as tx:
        registration.insert(tx, new_case(), NUMBERING)
        if gives_up:
            raise Abandoned


def numbers(store: Store) -> list[int]:
    with store.reading() as tx:
        return list(
            tx.connection.execute(text("SELECT n FROM serial WHERE series = 'case' ORDER BY n")).scalars()
        )


def two_desks(store: Store, reopened: StoreMaker, each: int) -> list[BaseException]:
    """Two desks with connections of their own; every twentieth registration is given up before its commit."""

    def work(desk: Store, seed: int) -> None:
        pick = random.Random(seed)
        done = 0
        while done < each:
            with suppress(Abandoned):
                unfinished(desk, gives_up=pick.random() < 0.05)
                done += 1

    desks = [reopened(store), reopened(store)]
    return together([lambda: work(desks[0], 1), lambda: work(desks[1], 2)])


def test_two_desks_at_once_leave_no_gap_and_never_find_the_store_busy(
    any_store: Store, reopened: StoreMaker
) -> None:
    wrong = two_desks(any_store, reopened, 100)

    assert wrong == []
    assert numbers(any_store) == list(range(1, 201))


@pytest.mark.slow
def test_two_desks_register_a_thousand_each(any_store: Store, reopened: StoreMaker) -> None:
    wrong = two_desks(any_store, reopened, 1000)

    assert wrong == []
    assert numbers(any_store) == list(range(1, 2001))
    with any_store.reading() as tx:
        assert counters.gaps(tx) == ()


def test_control_the_highest_number_plus_one_makes_doubles(
    postgres_store: Store, reopened: StoreMaker
) -> None:
    highest = text("SELECT coalesce(max(n), 0) + 1 FROM serial")
    insert = text(
        "INSERT INTO serial(rulebook, series, period, n, text, at, \"by\") VALUES ('R', 'case', '', :n, :t, 0, 'x')"
    )

    def work(desk: Store) -> None:
        for _ in range(100):
            with desk.writing() as tx:
                n = tx.connection.execute(highest).scalar_one()
                tx.connection.execute(insert, {"n": n, "t": str(n)})

    desks = [reopened(postgres_store, mark=None), reopened(postgres_store, mark=None)]
    wrong = together([lambda: work(desks[0]), lambda: work(desks[1])])

    assert any(isinstance(error, DBAPIError) for error in wrong)


def test_control_a_sequence_of_the_server_leaves_gaps(postgres_store: Store, reopened: StoreMaker) -> None:
    with postgres_store.writer.connect() as connection, connection.begin():
        connection.execute(text("CREATE SEQUENCE numbers"))
    insert = text(
        'INSERT INTO serial(rulebook, series, period, n, text, at, "by")'
        " SELECT 'R', 'case', '2026', n, n::text, 0, 'x' FROM nextval('numbers') n"
    )

    def work(desk: Store, seed: int) -> None:
        pick = random.Random(seed)
        for _ in range(100):
            with suppress(Abandoned), desk.writing() as tx:
                tx.connection.execute(insert)
                if pick.random() < 0.05:
                    raise Abandoned

    desks = [reopened(postgres_store, mark=None), reopened(postgres_store, mark=None)]
    wrong = together([lambda: work(desks[0], 1), lambda: work(desks[1], 2)])

    given = numbers(postgres_store)
    assert wrong == []
    assert given != list(range(1, len(given) + 1))


def test_control_reading_first_and_writing_later_finds_the_file_busy(sqlite_store: Store) -> None:
    from desk.store import sqlite

    assert sqlite_store.path is not None
    first, second = (sqlite.connect(sqlite_store.path, sqlite_store.cipher.file_key) for _ in range(2))
    for connection in (first, second):
        connection.execute("PRAGMA busy_timeout=100")
        connection.execute("BEGIN")
        connection.execute("SELECT * FROM office").fetchall()
    first.execute("INSERT INTO office VALUES('a', 'b')")
    first.execute("COMMIT")

    with pytest.raises(Exception, match="locked"):
        second.execute("INSERT INTO office VALUES('c', 'd')")
    first.close()
    second.close()


def test_the_same_key_from_two_desks_at_once_makes_one_case(any_store: Store, reopened: StoreMaker) -> None:
    new, made = new_case(), []
    desks = [reopened(any_store), reopened(any_store)]

    wrong = together([lambda desk=desk: made.append(register(desk, new)) for desk in desks])

    assert wrong == []
    assert len({(one.id, one.number) for one in made}) == 1
    assert sorted(one.earlier for one in made) == [False, True]


def register_until_killed(url: str, acknowledged: int) -> None:
    store = open_store(url, KEY, now=lambda: MORNING)
    while True:
        made = register(store)
        os.write(acknowledged, f"{made.number}\n".encode())


def acknowledge_too_early(url: str, acknowledged: int) -> None:
    """What no desk may do: the number is told before its transaction is committed."""
    store = open_store(url, KEY, now=lambda: MORNING)
    while True:
        with store.writing() as tx:
            made = registration.insert(tx, new_case(), NUMBERING)
            os.write(acknowledged, f"{made.number}\n".encode())
            time.sleep(0.005)


def _killed_once(
    url: str, pick: random.Random, works: Callable[[str, int], None] = register_until_killed
) -> set[str]:
    """A desk in a process of its own, killed at a random moment; the numbers that it had acknowledged."""
    read, write = os.pipe()
    desk = os.fork()
    if desk == 0:
        try:
            works(url, write)
        finally:
            os._exit(1)
    os.close(write)
    with os.fdopen(read) as told:
        first = told.readline()
        time.sleep(pick.random() * 0.06)
        os.kill(desk, signal.SIGKILL)
        os.waitpid(desk, 0)
        return {line.strip() for line in (first, *told) if line.endswith("\n")}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("kills", [10, pytest.param(100, marks=pytest.mark.slow)])
def test_a_desk_killed_at_any_moment_loses_nothing_it_acknowledged(tmp_path: Path, kills: int) -> None:
    url = f"sqlite:///{tmp_path / 'desk.db'}"
    open_store(url, KEY, now=lambda: MORNING).close()
    pick = random.Random(kills)

    acknowledged = set().union(*(_killed_once(url, pick) for _ in range(kills)))

    store = open_store(url, KEY, now=lambda: MORNING)
    register(store)
    with store.reading() as tx:
        there = set(tx.connection.execute(text("SELECT number FROM complaint")).scalars())
        void = set(tx.connection.execute(text("SELECT n FROM serial_void")).scalars())
        assert acknowledged <= there
        assert counters.gaps(tx) == ()
        assert len(there) + len(void) == len(numbers(store))
        assert audit.verify(tx) == ()
    store.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_control_a_desk_that_acknowledges_before_its_commit_is_found_out(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'desk.db'}"
    open_store(url, KEY, now=lambda: MORNING).close()

    acknowledged = set().union(
        *(_killed_once(url, random.Random(n), acknowledge_too_early) for n in range(8))
    )

    store = open_store(url, KEY, now=lambda: MORNING)
    with store.reading() as tx:
        there = set(tx.connection.execute(text("SELECT number FROM complaint")).scalars())
    store.close()
    assert acknowledged - there


def test_a_number_that_may_stand_on_paper_is_jumped_over_and_void(
    any_store: Store, reopened: StoreMaker
) -> None:
    register(any_store)
    assert any_store.highwater is not None
    any_store.highwater.raise_to({("R", "case", "2026"): 4}, (9, "00"))  # written, and then the power went

    made = register(reopened(any_store))

    assert made.number == "投诉〔2026〕5号"
    with any_store.reading() as tx:
        void = tx.connection.execute(text("SELECT n, reason FROM serial_void ORDER BY n")).all()
        assert [n for n, _ in void] == [2, 3, 4]
        assert {reason for _, reason in void} == {counters.SKIPPED}
        assert counters.gaps(tx) == ()


def test_what_is_given_up_before_the_commit_leaves_nothing(any_store: Store) -> None:
    with pytest.raises(Abandoned):
        unfinished(any_store)

    made = register(any_store)

    assert made.number == "投诉〔2026〕1号"


def test_a_full_series_of_a_year_does_not_touch_the_next(any_store: Store) -> None:
    register(any_store)
    next_year = registration.Numbering("case", "2027", lambda n: f"投诉〔2027〕{n}号")

    assert register(any_store, numbering=next_year).number == "投诉〔2027〕1号"
    assert register(any_store).number == "投诉〔2026〕2号"


def test_a_pattern_that_repeats_a_number_in_the_next_year_is_refused_in_words(any_store: Store) -> None:
    def without_year(period: str) -> registration.Numbering:
        return registration.Numbering("case", period, lambda n: f"投诉{n}号")

    register(any_store, numbering=without_year("2026"))

    with pytest.raises(NumberTwice, match="编号") as told:
        register(any_store, numbering=without_year("2027"))
    assert "年份" in told.value.hint
