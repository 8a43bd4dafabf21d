"""On a server the database itself holds a clerk back, whatever program is used."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.exc import DBAPIError
from tests.fixtures_store import KEY, MORNING
from tests.store.builders import NUMBERING, new_case, register

from desk.domain.errors import DeskError, StoreError
from desk.store import cases, erasing, registration, schema, server_roles
from desk.store.engine import Store, open_store
from desk.store.upgrading import REVISION

pytestmark = pytest.mark.postgres


@pytest.fixture
def roles(postgres_store: Store) -> Iterator[Store]:
    with postgres_store.writing() as tx:
        server_roles.set_up(tx)
        server_roles.add_login(tx, "counter_wang", "it's 100% secret")
        server_roles.add_login(tx, "officer_li", "secret")
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


PEOPLE = ("曾建国", "13800001111")


def test_who_has_a_login_alone_reads_no_word_about_people(roles: Store, counter: Connection) -> None:
    """Names, stories, notes and papers are sealed by the office's key: a login without it sees only what is sealed."""
    desk = open_store(address(roles, "counter_wang"), KEY, now=lambda: MORNING)
    made = register(desk)

    told = "".join(
        str([bytes(cell) if isinstance(cell, memoryview) else cell for cell in row])
        for table in ("identity", "content", "happening", "value_key", "repeat_key", "draft", "paper_content")
        for row in counter.execute(text(f"SELECT * FROM {table}"))
    )

    with desk.reading() as tx:
        assert (
            cases.whole(tx, made.id).values["complainant.name"] in PEOPLE
        )  # control: with the key it is read
        rows = counter.execute(text("SELECT count(*) FROM identity")).scalar_one()
    desk.close()
    assert rows > 0
    assert [word for word in PEOPLE if word in told or str(word.encode())[2:-1] in told] == []


def test_an_older_desk_of_its_own_login_leaves_the_upgrade_to_the_administrator(roles: Store) -> None:
    with roles.writing() as tx:
        tx.connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    with pytest.raises(StoreError, match="旧版本的结构"):
        open_store(address(roles, "counter_wang"), KEY, now=lambda: MORNING)
    with roles.writing() as tx:
        tx.connection.execute(text("UPDATE alembic_version SET version_num = :now"), {"now": REVISION})


def test_two_users_with_logins_of_their_own_count_together(roles: Store) -> None:
    desks = [
        open_store(address(roles, login), KEY, now=lambda: MORNING)
        for login in ("counter_wang", "officer_li")
    ]

    numbers = [register(desk).number for desk in (*desks, *desks)]

    assert numbers == [f"投诉〔2026〕{n}号" for n in range(1, 5)]
    for desk in desks:
        desk.close()


def test_rights_may_be_set_up_again_and_a_lost_computer_is_shut_out_alone(roles: Store) -> None:
    with roles.writing() as tx:
        server_roles.set_up(tx)
        server_roles.add_login(tx, "officer_li", "other")
        before = server_roles.logins(tx)
        server_roles.remove_login(tx, "counter_wang")
        after = server_roles.logins(tx)
        server_roles.add_login(tx, "counter_wang", "secret")

    assert (before, after) == (("counter_wang", "officer_li"), ("officer_li",))


def test_a_login_of_somebody_else_is_neither_altered_nor_removed(roles: Store) -> None:
    with roles.writing() as tx:
        with pytest.raises(DeskError, match="不是这里设的"):
            server_roles.add_login(tx, "app", "mine")
        with pytest.raises(DeskError, match="没有登录"):
            server_roles.remove_login(tx, "app")


def test_whatever_the_program_takes_away_a_desk_may_take_away() -> None:
    """Every table from which the store deletes is one whose rows a desk may replace; only the owner erases."""
    source = "".join(file.read_text("utf-8") for file in Path(server_roles.__file__).parent.glob("*.py"))
    deleted = set(re.findall(r"delete\(schema\.(\w+)", source)) | {
        "calendar_day",
        "draft",
        "link",
        "seal_image",
    }

    assert deleted - set(server_roles._REPLACED) == {"search_text"}  # goes with an erasure alone


def test_a_login_that_could_be_more_than_a_name_is_refused(postgres_store: Store) -> None:
    with postgres_store.writing() as tx, pytest.raises(DeskError, match="不能用"):
        server_roles.add_login(tx, "a; DROP TABLE audit", "x")


def test_control_the_owner_has_the_rights(roles: Store) -> None:
    with roles.writing() as tx:
        registration.insert(tx, new_case(), NUMBERING)
        assert tx.connection.execute(text("SELECT count(*) FROM identity")).scalar_one() > 0


def test_a_single_machine_has_no_server_logins(sqlite_store: Store) -> None:
    with sqlite_store.writing() as tx, pytest.raises(StoreError, match="单机"):
        server_roles.set_up(tx)


def test_only_the_administrators_computer_destroys(roles: Store) -> None:
    desk = open_store(address(roles, "counter_wang"), KEY, now=lambda: MORNING)

    with desk.writing() as tx, roles.reading() as owner:
        assert (erasing.may_erase(tx), erasing.may_erase(owner)) == (False, True)
    desk.close()
