"""On a server the database itself holds a clerk back, whatever program is used."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.exc import DBAPIError
from tests.fixtures_store import KEY, MORNING
from tests.store.builders import CLERK, NUMBERING, new_case, register

from desk.domain.errors import DeskError, StoreError
from desk.store import cases, registration, schema, server_roles
from desk.store.engine import Store, open_store

pytestmark = pytest.mark.postgres


@pytest.fixture
def roles(postgres_store: Store) -> Iterator[Store]:
    with postgres_store.writing() as tx:
        server_roles.set_up(tx)
        server_roles.add_login(tx, "counter_wang", "it's 100% secret", sees_identity=False)
        server_roles.add_login(tx, "officer_li", "secret", sees_identity=True)
    yield postgres_store
    with postgres_store.writing() as tx:
        server_roles.remove_login(tx, "counter_wang")
        server_roles.remove_login(tx, "officer_li")


def address(store: Store, login: str) -> str:
    return store.url.replace("app@", f"{login}@")


@pytest.fixture
def counter(roles: Store) -> Iterator[Connection]:
    engine = create_engine(address(roles, "counter_wang"))
    with engine.connect() as connection:
        yield connection
    engine.dispose()


FORBIDDEN = [
    "serial",
    "serial_void",
    "audit",
    "paper_bytes",
    "print_log",
    "rulebook_text",
    "erasure",
    "paper_void",
]


@pytest.mark.parametrize("table", FORBIDDEN)
@pytest.mark.parametrize("words", ["UPDATE {0} SET {1} = {1}", "DELETE FROM {0}", "TRUNCATE {0}"])
def test_a_clerk_has_no_right_to_change_what_only_grows(counter: Connection, table: str, words: str) -> None:
    column = next(iter(schema.metadata.tables[table].columns)).name

    with pytest.raises(DBAPIError, match="permission denied"):
        counter.execute(text(words.format(table, column)))


@pytest.mark.parametrize("words", ["DROP TABLE audit", "ALTER TABLE audit DISABLE TRIGGER ALL", "DELETE FROM complaint",
                                   "ALTER TABLE identity DISABLE ROW LEVEL SECURITY"])  # fmt: skip
def test_a_clerk_cannot_take_the_guards_away(counter: Connection, words: str) -> None:
    with pytest.raises(DBAPIError, match=r"must be owner|permission denied"):
        counter.execute(text(words))


def test_a_clerk_registers_with_their_own_login_but_reads_no_identity(roles: Store) -> None:
    desk = open_store(address(roles, "counter_wang"), KEY, now=lambda: MORNING, upgrade=False)
    made = register(desk)

    with desk.reading() as tx:
        assert tx.connection.execute(text("SELECT count(*) FROM identity")).scalar_one() == 0
        assert "complainant.name" not in cases.whole(tx, made.id).values
    desk.close()
    officer = open_store(address(roles, "officer_li"), KEY, now=lambda: MORNING, upgrade=False)
    with officer.reading() as tx:
        assert cases.get(tx, made.id, CLERK).values["complainant.name"] == "曾建国"
    officer.close()


def test_two_users_with_logins_of_their_own_count_together(roles: Store) -> None:
    desks = [
        open_store(address(roles, login), KEY, now=lambda: MORNING)
        for login in ("counter_wang", "officer_li")
    ]

    numbers = [register(desk).number for desk in (*desks, *desks)]

    assert numbers == [f"投诉〔2026〕{n}号" for n in range(1, 5)]
    for desk in desks:
        desk.close()


def test_rights_may_be_set_up_again_and_taken_away(roles: Store) -> None:
    with roles.writing() as tx:
        server_roles.set_up(tx)
        server_roles.add_login(tx, "officer_li", "other", sees_identity=False)
        members = tx.connection.execute(
            text("SELECT pg_has_role('officer_li', current_database() || '_identity', 'member')")
        )
        assert members.scalar_one() is False


def test_a_login_that_could_be_more_than_a_name_is_refused(postgres_store: Store) -> None:
    with postgres_store.writing() as tx, pytest.raises(DeskError, match="不能用"):
        server_roles.add_login(tx, "a; DROP TABLE audit", "x", sees_identity=False)


def test_control_the_owner_has_the_rights(roles: Store) -> None:
    with roles.writing() as tx:
        registration.insert(tx, new_case(), NUMBERING)
        assert tx.connection.execute(text("SELECT count(*) FROM identity")).scalar_one() > 0


def test_a_single_machine_has_no_server_logins(sqlite_store: Store) -> None:
    with sqlite_store.writing() as tx, pytest.raises(StoreError, match="单机"):
        server_roles.set_up(tx)
