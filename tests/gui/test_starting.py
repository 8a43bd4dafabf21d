"""The first start, the clerk at the desk, one program for one folder, and what happens when it breaks."""

import sys
import traceback
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import text
from tests.fixtures_office import make_office

from desk.gui import crash
from desk.gui.first_start import FirstStart
from desk.gui.instance import OneInstance
from desk.gui.remember import Remembered
from desk.gui.setup.book_choice import Book
from desk.gui.starting import Starting
from desk.services import users
from desk.services.office import open_office

PATIENCE = 20_000


def test_a_fresh_folder_asks_for_rulebook_and_name(start, qtbot, tmp_path) -> None:
    starting = start(tmp_path / "fresh")

    qtbot.waitUntil(
        lambda: isinstance(starting.page, FirstStart) and starting.page.choice.books.count() > 0,
        timeout=PATIENCE,
    )

    assert starting.page.choice.book_about.text()


def test_an_office_without_a_name_is_not_set_up(qtbot) -> None:
    page = FirstStart()
    qtbot.addWidget(page)
    page.show_books(([Book("X", "某规则簿", "说明", "")], ()))
    wishes: list[object] = []
    page.chosen.connect(wishes.append)

    page.start.click()

    assert (wishes, "单位名称" in page.trouble.text()) == ([], True)


def test_a_practice_office_is_set_up_and_a_clerk_gets_to_work(start, qtbot, tmp_path) -> None:
    starting = start(tmp_path / "fresh")
    qtbot.waitUntil(
        lambda: isinstance(starting.page, FirstStart) and starting.page.choice.books.count() > 0,
        timeout=PATIENCE,
    )
    names = [starting.page.choice.books.item(n).text() for n in range(starting.page.choice.books.count())]
    starting.page.choice.books.setCurrentRow(next(n for n, name in enumerate(names) if "许可" in name))
    starting.page.practice.setChecked(True)

    with qtbot.waitSignal(starting.ready, timeout=60_000):
        starting.page.start.click()

    assert starting.window.session.viewer.name == "受理人员"
    assert starting.window.demo.isVisible()


def test_the_clerk_of_last_time_is_proposed(start, qtbot, home) -> None:
    Remembered(home).keep("user", "hall_head")

    starting = start(home)
    qtbot.waitUntil(lambda: hasattr(starting.page, "who"), timeout=PATIENCE)

    assert starting.page.who.value() == "hall_head"


# --- typed before there is anything to type into ---


def type_ahead(qtbot, starting: Starting, text: str) -> None:
    """Key by key, while the window says that it is opening."""
    assert starting.page is None
    for letter in text:
        key = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}.get(letter)
        if key is None:
            qtbot.keyClicks(starting.window, letter)
        else:
            qtbot.keyClick(starting.window, key)


def test_who_types_while_the_office_is_being_opened_is_let_in_by_it(start, qtbot, home) -> None:
    """Enter lets in the clerk of last time, what follows stands in the first field: nothing typed is lost."""
    Remembered(home).keep("user", "acceptor")
    starting = start(home)

    with qtbot.waitSignal(starting.ready, timeout=PATIENCE):
        type_ahead(qtbot, starting, "\r")

    assert starting.window.session.viewer.user == "acceptor"


def test_a_clerk_who_needs_not_be_asked_for_finds_the_words_in_the_form(start, qtbot, home) -> None:
    office = open_office(home)
    admin = office.viewer("administrator")
    for user in office.users():
        if user.id != "administrator":
            users.change(office, admin, user.id, active=False)
    office.close()
    starting = start(home)

    with qtbot.waitSignal(starting.ready, timeout=PATIENCE):
        type_ahead(qtbot, starting, "13800138000")

    assert "13800138000" in str(starting.window.intake.form.typed())


def test_keys_at_an_office_that_does_not_open_go_nowhere(start, qtbot, tmp_path) -> None:
    starting = start(tmp_path / "fresh")
    type_ahead(qtbot, starting, "abc")

    qtbot.waitUntil(lambda: isinstance(starting.page, FirstStart), timeout=PATIENCE)

    assert "abc" not in starting.page.name.text()


def test_a_name_that_nobody_has_is_told(start, qtbot, home) -> None:
    starting = start(home)
    qtbot.waitUntil(lambda: hasattr(starting.page, "who"), timeout=PATIENCE)
    starting.page.who.set_typed("无此人")

    starting.page.sign_in()

    assert "没有这位经办人" in starting.page.trouble.text()


def test_another_clerk_sits_down_and_the_office_stays_open(start, qtbot, home) -> None:
    Remembered(home).keep("user", "acceptor")
    starting = start(home)
    qtbot.waitUntil(lambda: hasattr(starting.page, "who"), timeout=PATIENCE)
    with qtbot.waitSignal(starting.ready, timeout=PATIENCE):
        starting.page.sign_in()
    first = starting.page

    starting.window.acts.do("switch")
    qtbot.waitUntil(lambda: starting.page is not first, timeout=PATIENCE)
    starting.page.who.set_value("hall_head")
    with qtbot.waitSignal(starting.ready, timeout=PATIENCE):
        starting.page.sign_in()

    assert starting.window.session.viewer.user == "hall_head"


@pytest.mark.parametrize(
    ("act", "key", "value"), [("dark", "look/scheme", "dark"), ("larger", "look/scale", 115)]
)
def test_the_look_is_kept(start, qtbot, tmp_path, qapp, act, key, value) -> None:
    from desk.gui import look

    starting = start(tmp_path / "fresh")
    qtbot.waitUntil(lambda: starting.page is not None, timeout=PATIENCE)

    starting.change_look(act)

    assert Remembered(starting.home).get(key, type(value)()) == value
    look.dress(qapp, scheme="light", families=look.load_fonts())


# --- an unwatched desk ---


@pytest.fixture
def at_work(start, qtbot, home):
    """A clerk with a password at work."""
    with_password(home, "acceptor", "s3cret")
    Remembered(home).keep("user", "acceptor")
    starting = start(home)
    qtbot.waitUntil(lambda: hasattr(starting.page, "who"), timeout=PATIENCE)
    starting.page.password.setText("s3cret")
    with qtbot.waitSignal(starting.ready, timeout=PATIENCE):
        starting.page.sign_in()
    return starting


def test_a_desk_left_alone_locks_and_opens_at_the_same_place(at_work, qtbot) -> None:
    window = at_work.window
    window.intake.form.focus("complainant.phone")

    at_work.lock.lock()
    qtbot.waitUntil(lambda: at_work.lock.is_locked, timeout=PATIENCE)
    window.acts.do("cases")
    in_sight = window.in_sight
    unlock(at_work, qtbot, "s3cret")

    assert in_sight == "intake"
    assert window.intake.form.focused() == "complainant.phone"


def test_a_wrong_password_keeps_it_locked(at_work, qtbot) -> None:
    at_work.lock.lock()
    qtbot.waitUntil(lambda: at_work.lock.is_locked, timeout=PATIENCE)
    page = at_work.lock._page

    page.password.setText("wrong")
    page.sign_in()
    qtbot.waitUntil(lambda: bool(page.trouble.text()), timeout=PATIENCE)

    assert at_work.lock.is_locked
    assert not at_work.window.centralWidget().isEnabled()


def test_a_desk_with_a_draft_on_it_does_not_lock(at_work, qtbot) -> None:
    at_work.window.intake.form.set_typed({"values": {"complainant.name": "欧阳修文"}})

    at_work.lock._idle()
    qtbot.wait(100)

    assert not at_work.lock.is_locked


def test_a_desk_that_is_minimised_locks(at_work, qtbot) -> None:
    at_work.window.showMinimized()

    qtbot.waitUntil(lambda: at_work.lock.is_locked, timeout=PATIENCE)
    at_work.window.showNormal()

    assert not at_work.window.centralWidget().isEnabled()


def test_control_one_with_a_draft_on_it_does_not_lock_when_it_is_minimised(at_work, qtbot) -> None:
    at_work.window.intake.form.set_typed({"values": {"complainant.name": "欧阳修文"}})

    at_work.window.showMinimized()
    qtbot.wait(100)

    assert not at_work.lock.is_locked


def with_password(home: Path, user: str, password: str) -> None:
    from desk.domain.viewer import RIGHTS, Viewer
    from desk.services import users
    from desk.services.office import open_office

    office = open_office(home)
    users.set_password(office, Viewer("administrator", "", "administrator", RIGHTS), user, password)
    office.close()


def unlock(starting, qtbot, password: str) -> None:
    starting.lock._page.password.setText(password)
    starting.lock._page.sign_in()
    qtbot.waitUntil(lambda: not starting.lock.is_locked, timeout=PATIENCE)


# --- a computer without the key ---


def test_a_computer_without_the_key_is_let_in_by_the_recovery_key_and_stays_in(start, qtbot, home) -> None:
    printed = next(home.glob("恢复密钥*")).read_text("utf-8").strip().splitlines()[-1].strip()
    (home / "desk.keyfile").unlink()
    first = start(home)
    qtbot.waitUntil(lambda: hasattr(first.page, "secret"), timeout=PATIENCE)
    first.page.secret.setText("不是口令")
    first.page.open.click()
    qtbot.waitUntil(lambda: bool(first.page.trouble.text()), timeout=PATIENCE)
    refused = first.page.trouble.text()

    first.page.secret.setText(printed.lower().replace("-", " "))
    first.page.open.click()
    qtbot.waitUntil(lambda: hasattr(first.page, "who"), timeout=PATIENCE)
    second = start(home)
    qtbot.waitUntil(lambda: second.page is not None, timeout=PATIENCE)

    assert "打不开资料库" in refused
    assert hasattr(second.page, "who")


# --- one program ---


def test_a_second_start_brings_the_first_window_up(qtbot, tmp_path) -> None:
    raised: list[str] = []
    first, second = OneInstance(tmp_path), OneInstance(tmp_path)

    took = (first.take(lambda: raised.append("up")), second.take(lambda: None))
    called = second.call_first()
    qtbot.waitUntil(lambda: raised == ["up"])
    first.release()

    assert (took, called) == ((True, False), True)


def test_another_folder_has_a_program_of_its_own(tmp_path) -> None:
    first, second = OneInstance(tmp_path / "a"), OneInstance(tmp_path / "b")

    took = (first.take(lambda: None), second.take(lambda: None))
    first.release()
    second.release()

    assert took == (True, True)


def test_after_the_first_has_gone_the_next_one_gets_in(tmp_path) -> None:
    first = OneInstance(tmp_path)
    first.take(lambda: None)
    first.release()

    assert OneInstance(tmp_path).take(lambda: None)


# --- defects ---


def test_a_defect_is_written_down_without_what_people_typed(tmp_path, monkeypatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    crash.report_defects(tmp_path, told.append)
    secret = "欧阳修文"

    try:
        break_with(f"cannot read {secret}")
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)

    log = (tmp_path / "log" / "defects.txt").read_text("utf-8")
    assert ("ValueError" in log, "test_starting.py" in log, secret in log) == (True, True, False)
    assert "程序出了一点问题" in told[0]


def test_an_ordinary_traceback_would_have_told() -> None:
    try:
        break_with("欧阳修文")
    except ValueError:
        assert "欧阳修文" in traceback.format_exc()


def break_with(words: str) -> None:
    raise ValueError(words)


def test_the_upgrade_of_an_older_store_says_how_far_it_is_in_the_window(start, qtbot, tmp_path) -> None:
    office = make_office(tmp_path / "older", "R01")
    with office.store.writer.connect() as connection, connection.begin():  # as the last release left it
        connection.execute(text("DROP INDEX repeat_key_case"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0010'"))
    office.close()
    seen: list[str] = []

    starting = start(tmp_path / "older")
    shown = starting.window.show_word
    starting.window.show_word = lambda words: seen.append(words) or shown(words)
    qtbot.waitUntil(lambda: starting.office is not None, timeout=PATIENCE)

    assert any(words.startswith("升级资料库：改写表格 1/1") for words in seen), seen
    assert "请不要关机" in seen[0]
