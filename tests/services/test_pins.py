"""Light at the counter: a PIN switches clerks at an open window, and nothing else."""

import resource
from datetime import timedelta

import pytest
from sqlalchemy import update
from tests.fixtures_office import NOON, make_office
from tests.services.rights_office import PASSWORD, PIN, hashed

from desk.domain.errors import DeskError
from desk.services import pins, users
from desk.store import audit, keys, schema


@pytest.fixture
def office(tmp_path):
    """Clerk and head with a password each; the clerk with a PIN."""
    opened = make_office(tmp_path / "office", "R15")
    with opened.store.writing() as tx:
        for user, pin in (("counter", hashed(PIN)), ("head", "")):
            row = {"password_hash": hashed(PASSWORD), "pin_hash": pin}
            tx.connection.execute(update(schema.clerk).where(schema.clerk.c.id == user).values(row))
    yield opened
    opened.close()


def take_seat(office, pin, user="counter"):
    return pins.take_seat(office, office.viewer("head"), user, pin)


def acts(office):
    with office.store.reading() as tx:
        return [(one.act, one.by, one.about) for one in audit.records(tx, limit=5)]


def test_the_right_pin_seats_its_clerk_and_is_put_on_record_with_who_sat_there(office) -> None:
    assert take_seat(office, PIN).user == "counter"
    assert acts(office)[0] == ("switch", "counter", "head")


def test_a_pin_is_no_password(office) -> None:
    with pytest.raises(DeskError) as told:
        office.sign_in("counter", PIN)

    assert told.value.code == "bad_password"


def test_after_three_wrong_tries_the_right_pin_rests_until_the_password(office) -> None:
    codes = []
    for typed in ("1111", "2222", "3333", PIN):
        with pytest.raises(DeskError) as told:
            take_seat(office, typed)
        codes.append(told.value.code)
    office.clock = lambda: NOON + timedelta(days=1)  # waiting does not help
    with pytest.raises(DeskError, match="暂停使用"):
        take_seat(office, PIN)

    assert codes == ["bad_pin", "bad_pin", "pin_rests", "pin_rests"]
    assert office.sign_in("counter", PASSWORD).user == "counter"
    assert take_seat(office, PIN).user == "counter"


def test_two_wrong_tries_and_a_right_one_begin_anew(office) -> None:
    for typed in ("1111", "2222", PIN, "1111", "2222", PIN):
        if typed == PIN:
            assert take_seat(office, PIN)
        else:
            with pytest.raises(DeskError, match="PIN 码不对"):
                take_seat(office, typed)


def test_wrong_passwords_and_wrong_pins_are_counted_together(office) -> None:
    for _ in range(2):
        with pytest.raises(DeskError):
            office.sign_in("counter", "猜的口令")
    with pytest.raises(DeskError, match="暂停使用"):
        take_seat(office, "1111")


@pytest.mark.parametrize(
    ("pin", "code"),
    [("407", "bad_pin"), ("407140714", "bad_pin"), ("40a1", "bad_pin"), ("4０71", "bad_pin"), ("", "bad_pin"),
     ("7777", "easy_pin"), ("1234", "easy_pin"), ("98765432", "easy_pin")],
)  # fmt: skip
def test_a_pin_that_is_none_or_easily_guessed_is_refused(office, pin, code) -> None:
    with pytest.raises(DeskError) as told:
        pins.set_pin(office, office.viewer("counter"), pin, password=PASSWORD)

    assert (told.value.code, told.value.field) == (code, "pin")
    assert take_seat(office, PIN)  # the one before stays


def test_a_pin_is_set_under_the_password_only(office) -> None:
    with pytest.raises(DeskError, match="口令不对"):
        pins.set_pin(office, office.viewer("counter"), "5093", password=PIN)

    assert acts(office)[0][0] == "sign_in_failed"
    assert take_seat(office, PIN)


def test_who_has_no_password_has_no_pin(office) -> None:
    with pytest.raises(DeskError, match="不能设 PIN 码"):
        pins.set_pin(office, office.viewer("officer"), PIN, password="")


def test_a_password_from_somebody_else_takes_the_pin_away_ones_own_does_not(office) -> None:
    users.change_own_password(office, office.viewer("counter"), old=PASSWORD, new="换了的口令")
    assert take_seat(office, PIN)

    users.set_password(office, office.viewer("administrator"), "counter", "管理员设的")

    with pytest.raises(DeskError, match="还没有设 PIN 码"):
        take_seat(office, PIN)


def test_without_its_password_a_pin_goes_and_it_goes_on_wish(office) -> None:
    pins.drop_pin(office, office.viewer("counter"))
    pins.set_pin(office, office.viewer("head"), "5093", password=PASSWORD)
    users.set_password(office, office.viewer("head"), "head", "")

    assert not any(user.has_pin for user in office.users())


def test_who_has_left_sits_down_no_more(office) -> None:
    users.change(office, office.viewer("administrator"), "counter", active=False)

    with pytest.raises(DeskError):
        take_seat(office, PIN)


def test_only_the_digest_is_kept(office) -> None:
    pins.set_pin(office, office.viewer("counter"), "5093", password=PASSWORD)
    with office.store.reading() as tx:
        kept = [row.pin_hash for row in tx.connection.execute(schema.clerk.select()) if row.pin_hash]

    assert [one.startswith("$argon2id$v=19$m=65536,t=3,p=1$") for one in kept] == [True]


def test_sitting_down_takes_less_than_two_seconds_of_the_processor(office) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF)
    take_seat(office, PIN)
    after = resource.getrusage(resource.RUSAGE_SELF)

    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 2


# --- passwords open the store ---


def without_machine(home) -> None:
    (home / "desk.keyfile").unlink()


def test_a_long_password_opens_the_store_on_a_computer_without_the_key(office) -> None:
    users.set_password(office, office.viewer("head"), "head", "海边的八只白鸟")
    users.set_password(office, office.viewer("head"), "head", "海边的八只白鸟呀")
    key = keys.unlock(office.home)
    without_machine(office.home)

    assert keys.unlock(office.home, password="海边的八只白鸟呀") == key
    for other in ("海边的八只白鸟", PASSWORD):  # too short, both
        with pytest.raises(DeskError):
            keys.unlock(office.home, password=other)


@pytest.mark.parametrize("act", ["changed", "left"])
def test_the_password_of_who_changed_it_or_left_opens_nothing_more(office, act) -> None:
    admin = office.viewer("administrator")
    users.set_password(office, admin, "counter", "海边的八只白鸟呀")
    if act == "left":
        users.change(office, admin, "counter", active=False)
    else:
        users.set_password(office, admin, "counter", "短口令")
    without_machine(office.home)

    with pytest.raises(DeskError):
        keys.unlock(office.home, password="海边的八只白鸟呀")
