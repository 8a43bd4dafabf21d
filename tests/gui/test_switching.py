"""Clerks switch at an open window by initials and PIN, and come back to where they were."""

import resource

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import update
from tests.services.rights_office import PASSWORD, PIN, hashed

from desk.domain.draft import Draft
from desk.gui.remember import Remembered
from desk.services import intake, users
from desk.services.office import open_office
from desk.store import schema

PATIENCE = 20_000
TYPED = {"complainant.name": "欧阳修文", "complainant.phone": "13800001234"}


@pytest.fixture
def starting(start, qtbot, home):
    """The clerk has opened the window by password; a colleague has a password and a PIN, too."""
    office = open_office(home)
    users.change(office, office.viewer("administrator"), "hall_head", name="单田芳")
    with office.store.writing() as tx:
        row = {"password_hash": hashed(PASSWORD), "pin_hash": hashed(PIN)}
        mine = schema.clerk.c.id.in_(["acceptor", "hall_head", "administrator"])
        tx.connection.execute(update(schema.clerk).where(mine).values(row))
    office.close()
    Remembered(home).keep("user", "acceptor")
    begun = start(home)
    qtbot.waitUntil(lambda: hasattr(begun.page, "who"), timeout=PATIENCE)
    assert not begun.page.is_by_pin()  # nobody has opened the window yet
    enter(begun, qtbot, PASSWORD)
    return begun


def enter(starting, qtbot, secret: str) -> None:
    starting.page.password.setText(secret)
    with qtbot.waitSignal(starting.ready, timeout=PATIENCE):
        starting.page.sign_in()


def by_pin(starting) -> bool:
    return starting.page.is_by_pin()


def switch(starting, qtbot, user: str, secret: str = PIN) -> None:
    """Ctrl+L, the clerk, the secret, Enter."""
    before = starting.page
    starting.window.acts.do("switch")
    qtbot.waitUntil(lambda: starting.page is not before, timeout=PATIENCE)
    starting.page.choose(user)
    enter(starting, qtbot, secret)


def test_initials_enter_pin_enter_and_the_colleague_sits_there(starting, qtbot) -> None:
    starting.window.acts.do("switch")
    qtbot.waitUntil(lambda: by_pin(starting), timeout=PATIENCE)
    page = starting.page

    QTest.keyClicks(page.who, "stf")
    QTest.keyClick(page.who, Qt.Key.Key_Return)
    QTest.keyClicks(page.password, PIN)
    with qtbot.waitSignal(starting.ready, timeout=PATIENCE):
        QTest.keyClick(page.password, Qt.Key.Key_Return)

    assert starting.window.session.viewer.user == "hall_head"


def test_a_switch_takes_less_than_two_seconds_of_the_processor(starting, qtbot) -> None:
    starting.window.acts.do("switch")
    qtbot.waitUntil(lambda: by_pin(starting), timeout=PATIENCE)
    starting.page.who.set_value("hall_head")
    before = resource.getrusage(resource.RUSAGE_SELF)

    enter(starting, qtbot, PIN)

    after = resource.getrusage(resource.RUSAGE_SELF)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 2


def test_a_wrong_pin_is_told_and_the_third_asks_for_the_password(starting, qtbot) -> None:
    starting.window.acts.do("switch")
    qtbot.waitUntil(lambda: by_pin(starting), timeout=PATIENCE)
    page, told = starting.page, []

    for typed in ("1111", "2222", "3333"):
        page.trouble.clear()
        page.password.setText(typed)
        page.sign_in()
        qtbot.waitUntil(lambda: bool(page.trouble.text()), timeout=PATIENCE)
        told.append(page.trouble.text())

    assert "还可以试 2 次" in told[0]
    assert "改用口令" in told[2]
    assert (page.is_by_pin(), page.password_label.text()) == (False, "口令")
    enter(starting, qtbot, PASSWORD)


def test_the_password_may_be_asked_for_instead(starting, qtbot) -> None:
    starting.window.acts.do("switch")
    qtbot.waitUntil(lambda: by_pin(starting), timeout=PATIENCE)

    starting.page.by_password.click()

    enter(starting, qtbot, PASSWORD)


def test_draft_and_cursor_are_there_again_and_the_colleague_saw_neither(starting, qtbot) -> None:
    form = starting.window.intake.form
    form.set_typed({"values": TYPED})
    starting.window.intake.drafting.touch()
    form.focus("complainant.phone")

    switch(starting, qtbot, "hall_head")
    theirs = dict(starting.window.intake.form.typed()["values"])
    switch(starting, qtbot, "acceptor")

    assert "欧阳修文" not in str(theirs)
    again = starting.window.intake.form
    assert {id_: again.typed()["values"][id_] for id_ in TYPED} == TYPED
    assert (starting.window.in_sight, again.focused()) == ("intake", "complainant.phone")


@pytest.fixture
def at_case(starting, qtbot):
    """The clerk looks at a case, with the form of an enquiry open."""
    window = starting.window
    number = register(starting.office)
    window.show_case(number)
    qtbot.waitUntil(lambda: window.cases.panel.view is not None, timeout=PATIENCE)
    window.cases.panel.case_acts.open("enquiry")
    return number


def register(office) -> str:
    values = {
        "complainant.name": "欧阳修文",
        "complainant.phone": "13800005678",
        "subject": "食品经营许可证延续",
    }
    draft = Draft(
        kind=office.rulebook.kinds[0].id,
        channel="window",
        received_at=office.now(),
        values=values | {"complete": True},
    )
    return intake.register(office, office.viewer("acceptor"), draft).case.number


def test_a_half_filled_form_of_a_case_is_open_again_with_what_was_typed(starting, at_case, qtbot) -> None:
    panel = starting.window.cases.panel
    field = panel.step_form.form.ids[0]
    panel.step_form.form.set_typed({field: "问到哪一步了"})
    panel.step_form.form.focus(field)
    opener = panel._opener

    switch(starting, qtbot, "hall_head")
    switch(starting, qtbot, "acceptor")

    panel = starting.window.cases.panel
    qtbot.waitUntil(lambda: panel.step_form is not None, timeout=PATIENCE)
    assert panel._opener == opener
    assert panel.step_form.form.typed()[field] == "问到哪一步了"
    assert panel.view.number == at_case


def test_a_desk_with_a_half_filled_form_does_not_lock(starting, at_case, qtbot) -> None:
    panel = starting.window.cases.panel
    empty = starting._is_typing()
    panel.step_form.form.set_typed({panel.step_form.form.ids[0]: "问到哪一步了"})

    assert (empty, starting._is_typing()) == (False, True)


def test_a_locked_desk_opens_by_pin_and_for_a_colleague_too(starting, qtbot) -> None:
    starting.lock.lock()
    qtbot.waitUntil(lambda: starting.lock.is_locked, timeout=PATIENCE)
    page = starting.lock._page
    assert page.is_by_pin()
    page.choose("hall_head")
    page.password.setText(PIN)

    page.sign_in()
    qtbot.waitUntil(lambda: not starting.lock.is_locked, timeout=PATIENCE)

    assert starting.window.session.viewer.user == "hall_head"


# --- one's own password and PIN ---


def own_page(starting, **typed):
    page = starting.window.show_aside("own")
    page.form.form.set_typed(typed)
    return page


def test_a_clerk_sets_a_pin_of_ones_own(starting, qtbot) -> None:
    page = own_page(starting, password=PASSWORD, pin="5093", pin_again="5093")
    first = page.form

    page.save()
    qtbot.waitUntil(lambda: page.form is not first, timeout=PATIENCE)

    assert page.form.form.typed().get("pin", "") == ""
    switch(starting, qtbot, "hall_head")
    switch(starting, qtbot, "acceptor", "5093")


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [({"password": "错的", "pin": "5093", "pin_again": "5093"}, "password", "口令不对"),
     ({"password": PASSWORD, "pin": "1234", "pin_again": "1234"}, "pin", "容易猜"),
     ({"password": PASSWORD, "pin": "5093", "pin_again": "5039"}, "pin_again", "不一样"),
     ({"password": PASSWORD}, "new", "请至少填一项")],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_field(starting, qtbot, typed, field, words) -> None:
    page = own_page(starting, **typed)

    page.save()
    qtbot.waitUntil(
        lambda: page.form.do.isEnabled() and page.form.form.problem(field) is not None, timeout=PATIENCE
    )

    problem = page.form.form.problem(field)
    assert words in problem.message + problem.hint


# --- what is half typed on other pages ---


def half_typed_handover(window):
    page = window.show_aside("handover")
    yield lambda: page.form is not None
    page.form.form.set_typed({"note": "三号柜钥匙在抽屉", "taker": "单田芳", "password": "秘密"})


def half_typed_incident(window):
    page = window.show_aside("incidents")
    yield lambda: page.form is not None
    page.form.form.set_typed({"note": "来访人摔门"})


def half_typed_visit(window):
    page = window.show_aside("reception")
    yield lambda: True
    page.form.set_typed({"about": "问公积金", "who": "老李"})


ASIDE = {
    "handover": (half_typed_handover, {"note": "三号柜钥匙在抽屉", "taker": "单田芳"}),
    "incidents": (half_typed_incident, {"note": "来访人摔门"}),
    "reception": (half_typed_visit, {"about": "问公积金", "who": "老李"}),
}


@pytest.mark.parametrize("name", ASIDE)
def test_what_is_half_typed_on_another_page_is_there_again_and_never_shown_to_the_colleague(
    starting, qtbot, name
) -> None:
    type_, typed = ASIDE[name]
    typing = type_(starting.window)
    qtbot.waitUntil(next(typing), timeout=PATIENCE)
    next(typing, None)

    switch(starting, qtbot, "hall_head")
    page = starting.window.show_aside(name)
    qtbot.waitUntil(lambda: page.form is not None, timeout=PATIENCE)
    theirs = fields(page).typed()
    switch(starting, qtbot, "acceptor")
    window = starting.window
    qtbot.waitUntil(
        lambda: window.in_sight == name and window.asides[name].form is not None, timeout=PATIENCE
    )

    again = fields(window.asides[name]).typed()
    assert not set(typed.values()) & set(theirs.values())
    assert {id_: again.get(id_) for id_ in typed} == typed
    assert "password" not in again


def fields(page):
    return getattr(page.form, "form", page.form)


def test_settings_that_are_not_kept_yet_are_there_again(starting, qtbot) -> None:
    switch(starting, qtbot, "administrator")
    page = starting.window.show_aside("settings")
    page.open("office").edit("office.phone").setText("0000-7654321")

    switch(starting, qtbot, "hall_head")
    theirs = starting.window.show_aside("settings").open("office").edit("office.phone").text()
    switch(starting, qtbot, "administrator")

    assert theirs != "0000-7654321"
    assert starting.window.asides["settings"].open("office").edit("office.phone").text() == "0000-7654321"
