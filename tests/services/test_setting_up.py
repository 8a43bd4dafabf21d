"""What an office sets about itself: its words, its hours and days, its users, the options of its manual, its recovery key."""

from datetime import date

import pytest
from tests.fixtures_office import NOON, make_office
from tests.services.test_main_job import complaint

from desk.domain.errors import DeskError, Forbidden
from desk.services import intake, office_calendar, proposals, recovery, settings, users
from desk.services.office import open_office


@pytest.fixture
def office(tmp_path):
    opened = make_office(tmp_path / "office", "R15")
    yield opened
    opened.close()


@pytest.fixture
def administrator(office):
    return office.viewer("administrator")


def reopened(office):
    again = open_office(office.home, now=NOON)
    again.close()
    return again


# --- words ---


def test_what_the_office_says_of_itself_is_kept(office, administrator):
    settings.change(office, administrator, {"office.phone": " 12345 ", "paper.notes": "no"})

    assert (office.words["office.phone"], office.prints_notes) == ("12345", False)
    assert (reopened(office).words["office.phone"], reopened(office).prints_notes) == ("12345", False)


@pytest.mark.parametrize("wrong", [{"office.name": " "}, {"practice": "no"}, {"rulebook": "R01"}])
def test_no_name_and_the_programs_own_settings_are_refused(office, administrator, wrong):
    with pytest.raises(DeskError):
        settings.change(office, administrator, wrong)

    assert office.practice


def test_only_who_may_configure_changes_settings(office):
    with pytest.raises(Forbidden):
        settings.change(office, office.viewer("counter"), {"office.phone": "1"})


# --- hours and days ---


def test_the_hours_of_the_week_are_kept_as_typed(office, administrator):
    office_calendar.set_hours(office, administrator, ["8:30-12:00 14:00-18:00"] * 5 + ["9:00-12:00", ""])

    assert office_calendar.hours_words(reopened(office))[4:] == ("08:30-12:00 14:00-18:00", "09:00-12:00", "")


@pytest.mark.parametrize("week", [[""] * 7, ["9:00-12:00"] * 6, ["12:00-9:00"] + [""] * 6])
def test_hours_that_are_none_are_refused(office, administrator, week):
    with pytest.raises(DeskError):
        office_calendar.set_hours(office, administrator, week)


def test_a_day_off_of_ones_own_can_be_made_and_unmade(office, administrator):
    day = date(2026, 11, 24)

    office_calendar.set_days(office, administrator, {day: False})
    off = office.calendar.is_workday(day)
    office_calendar.set_days(office, administrator, {day: None})

    assert (off, office.calendar.is_workday(day), office.calendar.reason(day)) == (False, True, "工作日")


# --- users ---


def test_a_user_gets_a_name_and_a_password(office, administrator):
    users.change(office, administrator, "counter", name="王小明")
    users.set_password(office, administrator, "counter", "8642")

    user = next(user for user in office.users() if user.id == "counter")
    assert (user.name, user.initials.lower(), user.has_password) == ("王小明", "wxm", True)
    assert office.sign_in("counter", "8642").name == "王小明"
    with pytest.raises(DeskError):
        office.sign_in("counter", "8643")


def test_a_user_who_has_left_is_let_in_no_more(office, administrator):
    users.change(office, administrator, "counter", active=False)

    with pytest.raises(DeskError):
        office.viewer("counter")


@pytest.mark.parametrize("change", [{"active": False}, {"role": "counter"}])
def test_somebody_who_may_configure_is_always_left(office, administrator, change):
    with pytest.raises(DeskError, match="至少要留一位"):
        users.change(office, administrator, "administrator", **change)


def test_everybody_changes_their_own_password_and_nobody_elses(office):
    counter = office.viewer("counter")

    users.set_password(office, counter, "counter", "1357")

    with pytest.raises(Forbidden):
        users.set_password(office, counter, "head", "1357")


def test_a_second_person_in_a_role_gets_an_id_of_their_own(office):
    assert (users.free_id(office, "counter"), users.free_id(office, "nobody")) == ("counter2", "nobody")


# --- the manual's options ---


def test_a_turned_switch_says_what_it_changes_and_keeps_the_others(office, administrator):
    intake.register(office, office.viewer("counter"), complaint())
    proposals.take(office, administrator, proposals.of_switches(office, administrator, {"last_day": "block"}))

    proposal = proposals.of_switches(office, administrator, {"recusal": "paused"})
    proposals.take(office, administrator, proposal)

    assert proposal.comparison.open_cases == 1
    assert {d.chapter for d in proposal.comparison.differences} == {"手册矛盾或未写明之处的处理"}
    assert (proposals.chosen(office.rulebook)["last_day"], proposals.chosen(office.rulebook)["recusal"]) == (
        "block",
        "paused",
    )
    assert sorted(version for _, version in proposals.versions(office)) == ["1", "1-2", "1-3"]


def test_an_earlier_version_comes_back_as_it_was(office, administrator):
    proposals.take(office, administrator, proposals.of_switches(office, administrator, {"last_day": "block"}))
    proposals.take(office, administrator, proposals.of_version(office, administrator, "R15", "1"))
    first = (office.rulebook.version, proposals.chosen(office.rulebook)["last_day"])

    proposals.take(office, administrator, proposals.of_version(office, administrator, "R15", "1-2"))

    assert first == ("1", "statutory")
    assert (office.rulebook.version, proposals.chosen(office.rulebook)["last_day"]) == ("1-2", "block")
    assert reopened(office).rulebook.version == "1-2"


def test_another_manual_gets_its_users_and_locks_nobody_out(office, administrator):
    proposals.take(office, administrator, proposals.of_source(office, administrator, "R01"))

    roles = {user.role for user in office.users()}
    assert {"reception", "service_head", "admin"} <= roles
    assert office.viewer("administrator").may("configure")
    assert reopened(office).rulebook.id == "R01"


def test_a_manual_that_is_not_there_is_told_with_its_place(office, administrator, tmp_path):
    with pytest.raises(DeskError) as told:
        proposals.of_source(office, administrator, str(tmp_path / "none"))

    assert str(tmp_path / "none" / "rules.toml") in told.value.message


# --- the recovery key ---


def test_the_recovery_key_is_read_printed_and_taken_away(office):
    key = recovery.key(office)

    page = recovery.sheet(office)
    recovery.remove(office)

    assert len(key.split("-")) == 9
    assert page.startswith(b"%PDF")
    assert (recovery.is_here(office), recovery.key(office)) == (False, "")
