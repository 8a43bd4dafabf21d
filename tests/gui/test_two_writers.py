"""Two administrators at the settings: the same thing stands there twice, nothing typed is lost, one version is chosen."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel
from tests.gui.setup_pages import SettingsDesk

from desk.services import office_calendar, settings, users
from desk.services.office import open_office


@pytest.fixture
def desk(open_desk, home) -> SettingsDesk:
    return SettingsDesk(open_desk(home, "administrator"))


@pytest.fixture
def colleague(home):
    """Another desk of the same office."""
    office = open_office(home)
    yield office
    office.close()


def boss(office):
    return office.viewer("administrator")


def told(desk) -> str:

    return "　".join(label.text() for label in desk.page.clashes.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize(("theirs", "kept"), [(True, "010-1"), (False, "010-2")])
def test_a_word_of_two_stands_there_twice_and_the_chosen_one_stays(desk, colleague, theirs, kept) -> None:
    part = desk.open("office")
    settings.change(colleague, boss(colleague), {"office.phone": "010-1", "office.code": "某监"})
    part.edit("office.phone").setText("010-2")
    part.edit("office.address").setText("新地址")

    desk.save()
    words = told(desk)
    refused = desk.save()
    desk.page.clashes.choose("office.phone", theirs=theirs)
    desk.save()

    office = desk.desk.session.office
    assert all(word in words for word in ("联系电话", "010-1", "010-2"))
    assert "请先选定" in refused
    assert [office.settings[f"office.{key}"] for key in ("phone", "address", "code")] == [
        kept,
        "新地址",
        "某监",
    ]
    assert not desk.page.clashes.isVisible()
    assert part.edit("office.code").text() == "某监"


def test_an_account_of_two_is_asked_and_what_was_typed_stays(desk, colleague) -> None:
    part = desk.open("users")
    id_ = next(user.id for user in colleague.users() if user.id != "administrator")
    part.choose(id_)
    users.change(colleague, boss(colleague), id_, name="诸葛云长")
    part.name.setText("欧阳震")

    desk.save()
    words, typed = told(desk), part.name.text()
    desk.page.clashes.choose("name", theirs=True)
    desk.save()

    assert "诸葛云长" in words
    assert "欧阳震" in words
    assert typed == "欧阳震"
    assert any("诸葛云长" in line for line in desk.users())


def test_days_and_hours_of_two_are_asked(desk, colleague) -> None:
    part = desk.open("calendar")
    day = part.picture.today + timedelta(days=3)
    office_calendar.set_days(colleague, boss(colleague), {day: not part.picture.works(day)})
    part.picture.put(day, part.picture.works(day))

    desk.save()
    words = told(desk)
    desk.page.clashes.choose(str(day), theirs=True)
    desk.save()

    assert str(day) in words
    assert part.picture.kept(day) is not None
    hours = desk.open("hours")
    office_calendar.set_hours(colleague, boss(colleague), ("8:00-12:00", *hours.week()[1:]))
    hours.days[0].setText("10:00-12:00")
    desk.save()
    assert "星期一" in told(desk)
    desk.page.clashes.choose("0", theirs=False)
    desk.save()
    assert office_calendar.hours_words(desk.desk.session.office)[0] == "10:00-12:00"


def test_a_question_left_open_is_asked_again(desk, colleague) -> None:
    part = desk.open("secrecy")
    settings.change(colleague, boss(colleague), {"mask.strength": "strong"})
    part.take("mask.strength", "light")

    desk.save()
    desk.open("papers")
    gone = desk.page.clashes.isVisible()
    desk.open("secrecy")
    desk.save()

    assert not gone
    assert "遮盖程度" in told(desk)
    assert open_settings(colleague)["mask.strength"] == "strong"


def open_settings(office) -> dict[str, str]:
    from desk.store import office as office_settings

    with office.store.reading() as tx:
        return office_settings.read(tx)
