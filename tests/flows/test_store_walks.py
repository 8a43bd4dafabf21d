"""Random walks of each flow through a store: each act leaves its row in the audit, and nothing else does.

A few run every time, two hundred through each flow with ``poe walks``, or as many as ``DESK_STORE_WALKS`` says.
"""

import os
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import text
from tests.capabilities.counter import desk_of
from tests.fixtures_office import NOON
from tests.flows.store_walking import audited, wander
from tests.flows.test_random_walks import FLOWS

from desk.services.checks import verify

WALKS = int(os.environ.get("DESK_STORE_WALKS", "200"))


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
    store_walks(tmp_path, book, kind, WALKS)


# --- and the store's own judge notices ---


@pytest.mark.parametrize(
    "harm",
    [
        "CREATE TRIGGER lost BEFORE INSERT ON audit BEGIN SELECT RAISE(IGNORE); END",  # an act without its row
        "CREATE TRIGGER shifted AFTER INSERT ON audit BEGIN UPDATE clock SET due_at = 0; END",  # after all else
        "CREATE TRIGGER strayed AFTER INSERT ON audit BEGIN UPDATE complaint SET state = 'nowhere'; END",
        "CREATE TRIGGER forgot AFTER INSERT ON audit BEGIN UPDATE happening SET at = at + 1; END",
    ],
)
def test_control_a_store_that_loses_or_shifts_what_was_written_is_noticed(tmp_path: Path, harm: str) -> None:
    with desk_of(tmp_path) as opened:
        office, rng = opened("R01"), Random("control")
        office.clock = lambda: NOON
        with office.store.writer.connect() as connection, connection.begin():
            connection.execute(text(harm))

        with pytest.raises((AssertionError, KeyError, LookupError)):
            [wander(office, "complaint", rng) for _ in range(3)]
