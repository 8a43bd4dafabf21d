"""The audit grows only, names no personal value, and whoever changes it is found."""

import random

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2 as sqlcipher3
from tests.store.builders import CALLER, register

from desk.store import audit
from desk.store.audit import Act, Head
from desk.store.engine import Store
from desk.store.transaction import Transaction

KEPT = ("rulebook_text", "serial", "serial_void", "paper_void", "print_log", "audit", "erasure")


def filled(store: Store, rows: int = 12) -> Head:
    for i in range(rows):
        with store.writing() as tx:
            audit.append(
                tx, Act(act="look", by=f"clerk{i % 3}", case_id=i, values={"complainant.name": "曾建国"})
            )
    with store.reading() as tx:
        return audit.head(tx)


def unlocked(store: Store, *statements: str) -> None:
    """What somebody does who has the file and its key: takes the triggers off first."""
    with store.writer.connect() as connection, connection.begin():
        if store.path:
            names = (
                connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
                .scalars()
                .all()
            )
            for name in names:
                connection.execute(text(f"DROP TRIGGER {name}"))
        else:
            connection.execute(text("SET session_replication_role = replica"))
        for statement in statements:
            connection.execute(text(statement))
        if not store.path:
            connection.execute(text("SET session_replication_role = DEFAULT"))


def codes(store: Store, paper: Head | None = None) -> list[tuple[str, str]]:
    with store.reading() as tx:
        return [(finding.code, finding.where) for finding in audit.verify(tx, paper)]


def test_an_untouched_chain_has_nothing_to_find(any_store: Store) -> None:
    head = filled(any_store)

    assert head.count == 12
    assert codes(any_store, head) == []


def test_rows_hold_digests_and_no_personal_values(any_store: Store) -> None:
    filled(any_store)
    register(any_store)

    with any_store.reading() as tx:
        rows = str(tx.connection.execute(text("SELECT * FROM audit")).all())

    assert not [value for value in CALLER.values() if str(value) in rows]


TAMPERINGS = {
    "a row changed": ("UPDATE audit SET \"by\" = 'somebody' WHERE n = 5",),
    "a field list changed": ("UPDATE audit SET fields = '[\"x\"]' WHERE n = 5",),
    "a row taken out": ("DELETE FROM audit WHERE n = 5",),
    "two rows exchanged": (
        "UPDATE audit SET n = 99 WHERE n = 5", "UPDATE audit SET n = 5 WHERE n = 6", "UPDATE audit SET n = 6 WHERE n = 99",
    ),
}  # fmt: skip


@pytest.mark.parametrize("statements", TAMPERINGS.values(), ids=TAMPERINGS.keys())
def test_tampering_is_found_and_the_first_bad_row_is_named(
    any_store: Store, statements: tuple[str, ...]
) -> None:
    filled(any_store)

    unlocked(any_store, *statements)

    assert codes(any_store) == [("audit_chain", "5")]


def test_a_tail_cut_off_is_found(any_store: Store) -> None:
    filled(any_store)

    unlocked(any_store, "DELETE FROM audit WHERE n > 9")

    assert codes(any_store) == [("audit_head", "10")]


def _rehashed(store: Store, forged_from: int) -> None:
    """Rewrites the chain so that it is whole again, with everything but the MAC's key."""
    with store.writer.connect() as connection, connection.begin():
        digest = audit.START
        for row in connection.execute(text("SELECT * FROM audit ORDER BY n")).mappings().all():
            values = dict(row)
            if row["n"] == forged_from:
                values["by"] = "somebody"
            digest = audit._chained(digest, values)
            connection.execute(
                text('UPDATE audit SET "by" = :by, hash = :hash WHERE n = :n'),
                {"by": values["by"], "hash": digest, "n": row["n"]},
            )
        connection.execute(text("UPDATE audit_head SET hash = :hash"), {"hash": digest})


def test_a_chain_rewritten_without_the_key_is_found_by_its_mac_and_by_paper(sqlite_store: Store) -> None:
    filled(sqlite_store)

    unlocked(sqlite_store)
    _rehashed(sqlite_store, 5)

    assert codes(sqlite_store) == [("audit_mac", "12")]


def test_an_older_copy_is_found_by_the_head_on_paper(any_store: Store) -> None:
    filled(any_store)

    assert codes(any_store, Head(20, "0" * 16)) == [("audit_anchor", "20")]


def test_random_changes_are_all_found(sqlite_store: Store) -> None:
    filled(sqlite_store, 30)
    unlocked(sqlite_store)
    pick = random.Random(3)
    columns = ["at", "by", "act", "case_id", "about", "fields", "salt", "digests"]

    for _ in range(60):
        n, column = pick.randint(1, 30), pick.choice(columns)
        with sqlite_store.writer.connect() as connection:
            change = connection.begin()
            connection.execute(text(f"UPDATE audit SET \"{column}\" = '7' WHERE n = {n}"))
            tx = Transaction(connection, sqlite_store.cipher, sqlite_store.clock, writes=False)
            found = audit.verify(tx)
            change.rollback()
        assert [(finding.code, finding.where) for finding in found] == [("audit_chain", str(n))]


def test_anyone_can_check_the_chain_with_a_small_program(any_store: Store) -> None:
    import hashlib
    import json

    filled(any_store)
    before = bytes(32)
    with any_store.reading() as tx:
        rows = tx.connection.execute(text("SELECT * FROM audit ORDER BY n")).mappings().all()

    for row in rows:  # written from the module's description alone
        array = [row["n"], row["at"], row["by"], row["act"], row["case_id"], row["paper_id"], row["about"],
                 json.loads(row["fields"]), row["salt"], json.loads(row["digests"])]  # fmt: skip
        canonical = json.dumps(array, ensure_ascii=False, separators=(",", ":")).encode()
        before = hashlib.sha256(before + canonical).digest()
        assert before == bytes(row["hash"])


@pytest.mark.parametrize("table", KEPT)
@pytest.mark.parametrize("change", ["UPDATE {} SET {} = {}", "DELETE FROM {}"])
def test_what_only_grows_refuses_to_change(any_store: Store, table: str, change: str) -> None:
    filled(any_store, 1)
    made = register(any_store)
    prepare = {
        "rulebook_text": "INSERT INTO rulebook_text VALUES('R', '1', 1, '', '', 0, '', '')",
        "serial_void": "INSERT INTO serial_void VALUES('R', 'case', '2026', 1, '', 0, '')",
        "paper_void": "INSERT INTO paper_void VALUES(1, '', 0, '')",
        "print_log": "INSERT INTO print_log VALUES(1, 1, 0, '', 1, false, '')",
        "erasure": f"INSERT INTO erasure VALUES({made.id}, 0, '', '')",
    }
    column = {"audit": "act", "serial": "text", "rulebook_text": "text"}.get(table, "reason")
    column = "note" if table == "print_log" else column
    with any_store.writing() as tx:
        if table in ("paper_void", "print_log"):
            tx.connection.execute(
                text("INSERT INTO paper VALUES(1, NULL, '', '', 1, 'issued', 0, '', '', 1, 1)")
            )
        if table in prepare:
            tx.connection.execute(text(prepare[table]))

    with pytest.raises(DBAPIError, match="desk: "), any_store.writing() as tx:
        tx.connection.execute(text(change.format(table, column, "'x'")))


PERSONAL = ("content", "identity", "search_text", "repeat_key")


@pytest.mark.parametrize("table", PERSONAL)
def test_personal_content_goes_only_with_an_erasure(any_store: Store, table: str) -> None:
    made = register(any_store)
    with pytest.raises(DBAPIError, match="needs an erasure"), any_store.writing() as tx:
        tx.connection.execute(text(f"DELETE FROM {table} WHERE case_id = {made.id}"))

    with any_store.writing() as tx:
        tx.connection.execute(text(f"INSERT INTO erasure VALUES({made.id}, 0, 'head', '保存期满')"))
        tx.connection.execute(text(f"DELETE FROM {table} WHERE case_id = {made.id}"))


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM complaint", "DELETE FROM series_counter", "UPDATE series_counter SET last = last - 1",
     "UPDATE audit_head SET count = count - 1", "UPDATE paper SET sha256 = 'x'", "DELETE FROM paper"],
)  # fmt: skip
def test_counters_only_rise_and_issued_papers_stay(any_store: Store, statement: str) -> None:
    register(any_store)
    with any_store.writing() as tx:
        tx.connection.execute(text("INSERT INTO paper VALUES(1, NULL, '', '', 1, 'issued', 0, '', '', 1, 1)"))

    with pytest.raises(DBAPIError, match="desk: "), any_store.writing() as tx:
        tx.connection.execute(text(statement))


def test_control_without_its_guards_the_same_table_changes(any_store: Store) -> None:
    filled(any_store, 1)

    unlocked(any_store, "UPDATE audit SET act = 'x'", "DELETE FROM serial")

    assert codes(any_store) == [("audit_chain", "1")]


def test_a_table_that_only_grows_cannot_be_emptied_at_once(postgres_store: Store) -> None:
    with pytest.raises(DBAPIError, match="desk: "), postgres_store.writing() as tx:
        tx.connection.execute(text("TRUNCATE audit"))


def test_an_act_that_cannot_be_put_on_record_is_not_done(any_store: Store) -> None:
    made = register(any_store)

    def act() -> None:
        with any_store.writing() as tx:
            tx.connection.execute(text(f"UPDATE complaint SET state = 'gone' WHERE id = {made.id}"))
            audit.append(tx, Act(act="x", by=None))  # type: ignore[arg-type]

    with pytest.raises((sqlcipher3.IntegrityError, psycopg.IntegrityError)):
        act()

    with any_store.reading() as tx:
        assert tx.connection.execute(text("SELECT state FROM complaint")).scalar_one() == "registered"
