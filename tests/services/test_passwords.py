"""Passwords: argon2id, a delay that grows with wrong ones and outlives a restart, and no secret in any words (C6)."""

import dataclasses
import importlib
import pkgutil
from datetime import timedelta

import pytest
from argon2 import extract_parameters
from argon2.low_level import Type
from sqlalchemy import select, update
from tests.fixtures_office import NOON, make_office
from tests.services.rights_office import PASSWORD, hashed

import desk
from desk.domain.errors import DeskError
from desk.gui.setup.people import Person
from desk.services import users
from desk.services.office import Office, open_office
from desk.store import keys, schema
from desk.store.engine import open_store


@pytest.fixture
def office(tmp_path):
    """An office in which the counter has a password."""
    opened = make_office(tmp_path / "office", "R15")
    with opened.store.writing() as tx:
        mine = update(schema.clerk).where(schema.clerk.c.id == "counter")
        tx.connection.execute(mine.values(password_hash=hashed(PASSWORD)))
    opened.forget_users()
    yield opened
    opened.close()


def refused(office: Office, password: str = "猜的") -> str:
    with pytest.raises(DeskError) as told:
        office.sign_in("counter", password)
    return told.value.code


def test_ten_wrong_passwords_wait_longer_and_longer_up_to_a_quarter_of_an_hour(office) -> None:
    """Three are free; then 8, 16, 32 … seconds, at most 15 minutes."""
    at, waits = NOON, []
    for n in range(10):
        office.clock = lambda at=at: at
        assert refused(office) == "bad_password"
        wait = 0
        if n >= 2:
            wait = 2 ** (n + 1) if n < 9 else 900
            office.clock = lambda at=at, wait=wait: at + timedelta(seconds=wait - 1)
            assert refused(office, PASSWORD) == "locked"
        waits.append(wait)
        at += timedelta(seconds=wait)

    office.clock = lambda: at
    assert waits == [0, 0, 8, 16, 32, 64, 128, 256, 512, 900]
    assert office.sign_in("counter", PASSWORD).user == "counter"


def test_the_delay_outlives_a_restart_and_ends_with_a_right_password(office) -> None:
    for _ in range(3):
        refused(office)
    office.close()

    again = open_office(office.home, now=NOON + timedelta(seconds=7))
    waiting = refused(again, PASSWORD)
    again.clock = lambda: NOON + timedelta(seconds=8)
    again.sign_in("counter", PASSWORD)
    after = refused(again)
    again.close()

    assert (waiting, after) == ("locked", "bad_password")


def test_passwords_and_pins_are_argon2id_of_64_mebibytes_and_three_rounds(office) -> None:
    users.set_password(office, office.viewer("administrator"), "officer", PASSWORD)

    with office.store.reading() as tx:
        kept = tx.connection.execute(
            select(schema.clerk.c.password_hash).where(schema.clerk.c.id == "officer")
        ).scalar_one()
    found = extract_parameters(kept)

    assert (found.type, found.memory_cost, found.time_cost) == (Type.ID, 64 * 1024, 3)


def test_no_object_that_holds_a_secret_says_it(office, tmp_path) -> None:
    key = keys.unlock(office.home)
    store = open_store(f"sqlite:///{tmp_path / 'one.db'}", key, now=office.now, mark=tmp_path / "one.mark")
    with store.writing() as tx:
        told = "".join(
            map(repr, (office, office.store, store, store.cipher, store.highwater, tx, office.users()))
        )
    told += repr(Person("counter", "王小明", PASSWORD)) + str(Person("counter", "王小明", PASSWORD))
    derived = (store.cipher.file_key, store.cipher.mac_key, store.cipher.digest_key, store.cipher.mark_key)
    store.close()

    hidden = [
        PASSWORD,
        hashed(PASSWORD),
        *(form for one in (key, *derived) for form in (one.hex(), repr(one)[2:-1])),
    ]
    assert [one for one in hidden if one in told] == []


SECRETS = {"password", "secret", "pin", "recovery", "recovery_key", "url"}


def is_secret(name: str, what: str) -> bool:
    """A field that holds a password, an address with one, or a key: bytes, not the key of a table."""
    return name in SECRETS or (name.endswith("key") and "bytes" in what)


def test_no_field_of_that_name_anywhere_stands_in_the_words_of_its_object() -> None:
    """So that the next class with a secret is noticed as well."""
    loud = []
    for module in pkgutil.walk_packages(desk.__path__, "desk."):
        if ".migrations" in module.name or module.name.endswith("__main__"):
            continue
        for kind in vars(importlib.import_module(module.name)).values():
            if not isinstance(kind, type) or kind.__module__ != module.name:
                continue
            if dataclasses.is_dataclass(kind) and "__repr__" in vars(kind):
                told = [(one.name, str(one.type)) for one in dataclasses.fields(kind) if one.repr]
                loud += [f"{kind.__qualname__}.{name}" for name, what in told if is_secret(name, what)]
            loud += [
                f"{kind.__qualname__}.{name}" for name in getattr(kind, "_fields", ()) if is_secret(name, "")
            ]

    assert loud == []
