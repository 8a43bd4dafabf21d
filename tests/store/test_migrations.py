"""Each revision leaves the tables that the program expects, on both databases."""

import ast
import contextlib
import json
import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import insert, inspect, text
from sqlalchemy.exc import IntegrityError
from tests.fixtures_store import KEY, OfficeClock, StoreMaker
from tests.store.builders import CLERK, register

from desk.domain.case import Happening
from desk.domain.progress import Stopped
from desk.store import audit, batches, cases, papers, registration, schema, upgrading
from desk.store.engine import Store
from desk.store.schema import metadata
from desk.store.transaction import Transaction


def test_the_revisions_make_the_tables_that_queries_see(any_store: Store) -> None:
    with any_store.reading() as tx:
        context = MigrationContext.configure(tx.connection, opts={"compare_type": False})
        differences = compare_metadata(context, metadata)

    ours = [
        entry for entry in differences if "search_pieces" not in str(entry) and "_grams" not in str(entry)
    ]
    assert ours == []


def test_the_revisions_make_the_same_columns_with_the_same_obligations(any_store: Store) -> None:
    with any_store.reading() as tx:
        found = inspect(tx.connection)
        for table in metadata.sorted_tables:
            columns = {column["name"]: column["nullable"] for column in found.get_columns(table.name)}
            wanted = {column.name: column.nullable for column in table.columns}
            assert {name: columns[name] for name in wanted} == wanted, table.name
            assert found.get_pk_constraint(table.name)["constrained_columns"] == [
                c.name for c in table.primary_key
            ], table.name


def test_an_upgraded_store_needs_no_upgrade(any_store: Store) -> None:
    with any_store.reading() as tx:
        assert upgrading.revision(tx.connection) == schema.REVISION
        assert not upgrading.needs_upgrade(tx.connection)


@pytest.mark.parametrize(
    "path", sorted((upgrading.MIGRATIONS / "versions").glob("r*.py")), ids=lambda path: path.stem
)
def test_no_revision_imports_anything_of_the_program(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    imported += [name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names]

    assert not [name for name in imported if name.startswith("desk")]


_NEXT = '''"""Adds a column, as a later release would."""

import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "next", "{newest}", None, None


def upgrade():
    op.add_column("office", sa.Column("note", sa.Text))
    {more}
'''


@pytest.fixture
def next_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes this program one release newer; what else its revision does is up to the test."""

    def install(more: str = "pass") -> None:
        folder = tmp_path / "migrations"
        shutil.copytree(upgrading.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "versions" / "r9999_next.py").write_text(
            _NEXT.format(more=more, newest=schema.REVISION), encoding="utf-8"
        )
        monkeypatch.setattr(upgrading, "MIGRATIONS", folder)
        monkeypatch.setattr(upgrading, "REVISION", "next")

    return install


def has_note(store: Store) -> bool:
    with store.reading() as tx:
        return "note" in [column["name"] for column in inspect(tx.connection).get_columns("office")]


def test_an_older_store_is_upgraded_with_all_it_holds(
    any_store: Store, reopened: StoreMaker, next_release: Callable[..., None]
) -> None:
    made = register(any_store)
    any_store.close()

    next_release()
    newer = reopened(any_store)

    assert has_note(newer)
    with newer.reading() as tx:
        assert cases.get(tx, made.number, CLERK).values["complainant.name"] == "曾建国"
        assert audit.verify(tx) == ()
    if any_store.path:
        assert any_store.path.with_name(f"desk.db.r{schema.REVISION}").exists()


def test_an_upgrade_that_fails_leaves_the_store_as_it_was(
    any_store: Store, reopened: StoreMaker, next_release: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = register(any_store)
    any_store.close()
    with monkeypatch.context() as newer:
        next_release("raise RuntimeError('half way')")
        with pytest.raises(RuntimeError, match="half way"):
            reopened(any_store)
        newer.undo()
    monkeypatch.undo()

    again = reopened(any_store)

    assert not has_note(again)
    assert register(again).id == made.id + 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("kills", [8, pytest.param(50, marks=pytest.mark.slow)])
def test_an_upgrade_killed_at_any_moment_leaves_the_old_store_or_the_new_one(
    sqlite_store: Store, reopened: StoreMaker, next_release: Callable[..., None], kills: int
) -> None:
    made = register(sqlite_store)
    sqlite_store.close()
    next_release("import time; time.sleep(0.02)")
    pick = random.Random(kills)
    import alembic.command  # noqa: F401 - so that the children are killed while they work, not while they import

    for _ in range(kills):
        child = os.fork()
        if child == 0:
            with contextlib.suppress(BaseException):
                reopened(sqlite_store)
            os._exit(0)
        time.sleep(pick.random() * 0.25)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)

    newer = reopened(sqlite_store)
    assert has_note(newer)
    with newer.reading() as tx:
        assert cases.get(tx, made.number, CLERK).id == made.id
        assert audit.verify(tx) == ()


def at_revision(store: Store, revision: str) -> None:
    """An empty store as an earlier release made it."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(upgrading.MIGRATIONS))
    with store.writer.connect() as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def test_the_triggers_of_the_first_release_hold_after_batches_were_added(
    tmp_path: Path, clock: OfficeClock
) -> None:
    from desk.store import engine

    url = f"sqlite:///{tmp_path / 'old.db'}"
    old = engine._file(url, KEY, clock, None)  # without its upgrade
    at_revision(old, "0001")
    with old.writer.connect() as connection, connection.begin():
        audit.begin(Transaction(connection, old.cipher, clock, writes=True))
    old.close()

    newer = engine.open_store(url, KEY, now=clock)
    made = register(newer)

    for words in ("DELETE FROM complaint", "DELETE FROM serial", "UPDATE audit SET about = 'x'"):
        with pytest.raises(IntegrityError, match="desk:"), newer.writing() as tx:
            tx.connection.execute(text(words))
    with newer.writing() as tx:
        batches.begin(tx, name="", sha256="", offered=1, by="clerk")
    with pytest.raises(IntegrityError, match="keeps its batch"), newer.writing() as tx:
        tx.connection.execute(text("UPDATE complaint SET batch = 1"))
    with newer.reading() as tx:
        assert cases.get(tx, made.number, CLERK).id == made.id
    newer.close()


MANUAL = {
    "rules.toml": """
[[paper]]
id = "notice"
nature = "notice"
[[paper]]
id = "decision"
nature = "decision"
seal = "公章"
[[paper]]
id = "receipt"
nature = "receipt"
"""
}


def test_what_papers_of_an_older_store_wait_for_is_found_when_it_is_upgraded(
    tmp_path: Path, clock: OfficeClock
) -> None:
    from desk.store import engine

    url = f"sqlite:///{tmp_path / 'old.db'}"
    old = engine._file(url, KEY, clock, None)  # without its upgrade
    at_revision(old, "0002")
    with old.writer.connect() as connection, connection.begin():
        audit.begin(Transaction(connection, old.cipher, clock, writes=True))
    with old.writing() as tx:  # today's writing looks here, too; the older store has no such table
        tx.connection.execute(text("CREATE TEMP TABLE kept_count (since INTEGER, until INTEGER)"))
    made = register(old)
    with old.writing() as tx:
        tx.connection.execute(
            text("INSERT INTO rulebook_text VALUES ('R', '1', 1, '', :text, 0, '', '')"),
            {"text": json.dumps(MANUAL)},
        )
        for id_, kind in enumerate(("decision", "decision", "notice", "receipt", "decision"), 1):
            tx.connection.execute(
                text("INSERT INTO paper VALUES (:id, :case, :kind, '', 1, 'issued', 0, 'c', '', 1, 1)"),
                {"id": id_, "case": made.id, "kind": kind},
            )
        tx.connection.execute(text("INSERT INTO print_log VALUES (1, 2, 0, 'c', 1, 0, '')"))
        tx.connection.execute(text("INSERT INTO paper_void VALUES (5, 'wrong', 0, 'c')"))
        for step in ("sealed:2", "delivered:1"):
            row = registration.happening_row(tx, made.id, Happening(step=step, at=tx.now(), by="c"))
            tx.connection.execute(insert(schema.happening), row)
    old.close()

    newer = engine.open_store(url, KEY, now=clock)
    with newer.reading() as tx:
        found = {
            what: [row.id for row in papers.waiting(tx, CLERK, what)] for what in ("print", "seal", "deliver")
        }
    newer.close()

    # Paper 5 is void, 2 printed and sealed, 1 delivered; the receipt is neither sealed nor delivered.
    assert found == {"print": [1, 3, 4], "seal": [1], "deliver": [2, 3]}


def as_before_0011(store: Store) -> None:
    """A store of the last release: without the index that 0011 adds."""
    with store.writer.connect() as connection, connection.begin():
        connection.execute(text("DROP INDEX repeat_key_case"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0010'"))
    store.close()


def test_an_upgrade_tells_its_steps_and_how_far_each_is(sqlite_store: Store, reopened: StoreMaker) -> None:
    made = register(sqlite_store)
    as_before_0011(sqlite_store)
    heard: list[tuple[str, int, int]] = []

    newer = reopened(sqlite_store, progress=lambda *word: heard.append(word) or True)

    assert list(dict.fromkeys(what for what, _, _ in heard)) == [
        "升级资料库：抄写一份", "升级资料库：改写表格", "升级资料库：检查", "升级资料库：留存原来的一份",
    ]  # fmt: skip
    assert [word[1:] for word in heard if "改写" in word[0]] == [(0, 1), (1, 1)]
    assert all(done == total > 0 for what, done, total in heard if "抄写" in what or "留存" in what)
    with newer.reading() as tx:
        assert cases.get(tx, made.number, CLERK).id == made.id

    heard.clear()
    newer.close()
    reopened(newer, progress=lambda *word: heard.append(word) or True)
    assert heard == []  # nothing to do, nothing to tell


@pytest.mark.parametrize("last", [0, 1, 2, 3, 4])
def test_an_upgrade_that_is_stopped_leaves_the_store_as_it_was(
    sqlite_store: Store, reopened: StoreMaker, last: int
) -> None:
    as_before_0011(sqlite_store)
    path = sqlite_store.path
    assert path is not None
    before, heard = path.read_bytes(), list[str]()

    with pytest.raises(Stopped):
        reopened(sqlite_store, progress=lambda what, *_: heard.append(what) or len(heard) <= last)

    assert path.read_bytes() == before
    assert not path.with_name(path.name + ".upgrade").exists()
    with reopened(sqlite_store).reading() as tx:
        assert upgrading.revision(tx.connection) == schema.REVISION
