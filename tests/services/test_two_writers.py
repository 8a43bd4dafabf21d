"""Two people write about the office: what one left alone stays as the other left it, the same thing is asked, nothing is lost."""

from datetime import date

import pytest
from tests.fixtures_office import make_office

from desk.domain.errors import Conflict, DeskError
from desk.services import office_calendar, settings, users
from desk.services.office import Office, open_office


@pytest.fixture
def two(tmp_path, store_url):
    """One office opened at two desks, each with what it knew when it was opened."""
    here = make_office(tmp_path / "office", "R15", store_url)
    there = open_office(tmp_path / "office", now=here.now())
    here.users()
    there.users()
    yield here, there
    there.close()
    here.close()


def administrator(office: Office):
    return office.viewer("administrator")


def again(office: Office) -> Office:
    return open_office(office.home, now=office.now())


# --- the office's words ---


def test_different_settings_merge(two) -> None:
    here, there = two
    seen = dict(here.settings)
    settings.change(
        there, administrator(there), {"office.phone": "010-1", "office.code": "示市监"}, seen=seen
    )

    settings.change(
        here, administrator(here), {"office.phone": "010-12345678", "office.code": "新市监"}, seen=seen
    )

    kept = again(here)
    assert (kept.settings["office.phone"], kept.settings["office.code"]) == ("010-1", "新市监")
    assert here.settings["office.phone"] == "010-1"
    kept.close()


def test_the_same_setting_is_refused_with_both_versions_and_nothing_is_written(two) -> None:
    here, there = two
    seen = dict(here.settings)
    settings.change(there, administrator(there), {"office.phone": "010-1"}, seen=seen)

    with pytest.raises(Conflict) as told:
        settings.change(
            here, administrator(here), {"office.phone": "010-2", "office.address": "新地址"}, seen=seen
        )

    [clash] = told.value.clashes
    kept = again(here)
    assert (clash.field, clash.title, clash.theirs, clash.mine, clash.value) == (
        "office.phone", "联系电话", "010-1", "010-2", "010-1",
    )  # fmt: skip
    assert clash.by == here.user_name("administrator")
    assert (kept.settings["office.phone"], kept.settings["office.address"]) == ("010-1", "示范区人民路1号")
    kept.close()


def test_who_has_seen_the_other_version_may_decide(two) -> None:
    here, there = two
    seen = dict(here.settings)
    settings.change(there, administrator(there), {"office.phone": "010-1"}, seen=seen)

    settings.change(
        here, administrator(here), {"office.phone": "010-2"}, seen={**seen, "office.phone": "010-1"}
    )

    assert here.settings["office.phone"] == "010-2"


def test_two_who_want_the_same_are_not_asked(two) -> None:
    here, there = two
    seen = dict(here.settings)
    settings.change(there, administrator(there), {"mask.strength": "strong"}, seen=seen)

    settings.change(here, administrator(here), {"mask.strength": "strong"}, seen=seen)

    assert here.settings["mask.strength"] == "strong"


def test_masks_are_told_by_their_strength_in_words(two) -> None:
    here, there = two
    seen = dict(here.settings)
    settings.change(there, administrator(there), {"mask.strength": "strong"}, seen=seen)

    with pytest.raises(Conflict, match="别人刚刚改了同一处") as told:
        settings.change(here, administrator(here), {"mask.strength": "light"}, seen=seen)

    assert (told.value.clashes[0].theirs, told.value.clashes[0].mine) == ("重", "轻")


def test_control_without_what_was_seen_the_last_writer_wins(two) -> None:
    here, there = two
    settings.change(there, administrator(there), {"office.phone": "010-1"})

    settings.change(here, administrator(here), {"office.phone": "010-2"})

    assert here.settings["office.phone"] == "010-2"


# --- accounts ---


def account(office: Office, id_: str):
    office.forget_users()
    return next(user for user in office.users() if user.id == id_)


def test_a_name_and_a_role_altered_by_two_merge(two) -> None:
    here, there = two
    seen = account(here, "counter")
    users.change(
        there, administrator(there), "counter", name="诸葛云长", role="counter", active=True, seen=seen
    )

    users.change(
        here, administrator(here), "counter", name=seen.name, role="mediator", active=True, seen=seen
    )

    kept = account(here, "counter")
    assert (kept.name, kept.role) == ("诸葛云长", "mediator")


def test_a_name_altered_by_two_is_refused_with_both(two) -> None:
    here, there = two
    seen = account(here, "counter")
    users.change(
        there, administrator(there), "counter", name="诸葛云长", role="counter", active=True, seen=seen
    )

    with pytest.raises(Conflict) as told:
        users.change(
            here, administrator(here), "counter", name="欧阳震", role="counter", active=True, seen=seen
        )

    [clash] = told.value.clashes
    assert (clash.title, clash.theirs, clash.mine) == ("姓名", "诸葛云长", "欧阳震")
    assert account(here, "counter").name == "诸葛云长"


def test_whom_a_colleague_let_go_does_not_come_back_by_a_new_name(two) -> None:
    here, there = two
    seen = account(here, "counter")
    users.change(there, administrator(there), "counter", active=False)

    users.change(here, administrator(here), "counter", name="欧阳震", role="counter", active=True, seen=seen)

    kept = account(here, "counter")
    assert (kept.name, kept.active) == ("欧阳震", False)


def test_a_command_that_says_one_thing_leaves_what_another_desk_wrote(two) -> None:
    here, there = two
    users.change(there, administrator(there), "counter", name="诸葛云长")

    users.change(here, administrator(here), "counter", active=False)

    assert account(here, "counter").name == "诸葛云长"


def test_the_last_two_who_may_configure_do_not_both_go(two) -> None:
    here, there = two
    users.add(here, administrator(here), id_="second", name="第二位", role="administrator")
    there.forget_users()
    there.users()
    users.change(here, administrator(here), "administrator", active=False)

    with pytest.raises(DeskError, match="至少要留一位"):
        users.change(there, there.viewer("second"), "second", active=False)


def test_an_id_that_another_desk_has_just_given_is_refused_in_words(two) -> None:
    here, there = two
    users.add(there, administrator(there), id_="wang", name="王一", role="counter")

    with pytest.raises(DeskError, match="已有用户“wang”"):
        users.add(here, administrator(here), id_="wang", name="王二", role="counter")


def test_a_user_for_a_role_gets_an_id_that_another_desk_has_not_given_meanwhile(two) -> None:
    here, there = two
    role = next(role for role in here.rulebook.roles if role.id == "counter")

    users.join(there, administrator(there), role)
    users.join(here, administrator(here), role)

    assert {user.id for user in here.users()} >= {"counter", "counter2", "counter3"}


# --- days and hours ---


MONDAY = date(2026, 12, 7)


def test_days_of_two_merge_and_the_same_day_is_refused_with_both(two) -> None:
    here, there = two
    tuesday = date(2026, 12, 8)
    office_calendar.set_days(there, administrator(there), {MONDAY: False}, seen={MONDAY: None})
    office_calendar.set_days(here, administrator(here), {tuesday: False}, seen={tuesday: None})

    with pytest.raises(Conflict) as told:
        office_calendar.set_days(here, administrator(here), {MONDAY: True}, seen={MONDAY: None})

    [clash] = told.value.clashes
    assert (clash.title, clash.theirs, clash.mine) == ("2026-12-07", "休息", "上班")
    assert (here.calendar.is_workday(MONDAY), here.calendar.is_workday(tuesday)) == (False, False)


def test_hours_of_two_merge_by_day_and_the_same_day_is_refused(two) -> None:
    here, there = two
    seen = office_calendar.hours_words(here)
    office_calendar.set_hours(there, administrator(there), ("8:00-12:00", *seen[1:]), seen=seen)
    office_calendar.set_hours(here, administrator(here), (*seen[:4], "9:00-24:00", *seen[5:]), seen=seen)

    with pytest.raises(Conflict) as told:
        office_calendar.set_hours(here, administrator(here), ("10:00-12:00", *seen[1:]), seen=seen)

    [clash] = told.value.clashes
    assert (clash.title, clash.theirs, clash.mine) == ("星期一", "08:00-12:00", "10:00-12:00")
    assert office_calendar.hours_words(here)[0] == "08:00-12:00"
    assert office_calendar.hours_words(here)[4] == "09:00-24:00"
