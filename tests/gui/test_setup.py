"""Setting an office up in a few small pages, and changing afterwards what it has set."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit
from tests.gui.setup_pages import FirstDesk, Pressed, SettingsDesk, keys
from tests.rulebook.faults import FAULTS, untold, write
from tests.rulebook.manuals import RULES, SLIP

from desk.gui.setup.recovery_part import RecoveryPart
from desk.gui.setup.words import KEYS
from desk.paths import resource
from desk.store import keys as store_keys

LICENCE = {
    "complainant.name": "某某餐饮有限公司", "complainant.phone": "13800138000", "subject": "食品经营许可新办",
}  # fmt: skip


@pytest.fixture
def first(qtbot, dialogs, tmp_path):
    """The program on an empty folder."""
    desk = FirstDesk(qtbot, tmp_path / "fresh", dialogs)
    yield desk
    desk.close()


@pytest.fixture
def settings(open_desk, home) -> SettingsDesk:
    """The settings as who may configure sees them."""
    return SettingsDesk(open_desk(home, "administrator"))


def reopened(home: Path):
    """The office as the next start finds it."""
    from desk.services.office import open_office

    office = open_office(home)
    office.users()
    office.close()
    return office


# --- the first start ---


def test_from_an_empty_folder_to_the_first_case(first):
    first.choose("许可", "某省行政受理大厅")
    titles = [first.go_on()]
    first.write({"office.phone": "010-12345678", "office.code": "某行受"})
    titles.append(first.go_on())
    first.page.hours.days[5].setText("9:00-12:00")
    titles.append(first.go_on())
    first.page.people.fill("acceptor", "王小明")
    first.begin()
    first.put_key_away()
    desk = first.desk()

    number = desk.intake.registered({"channel": "窗口递交", "category": "食品", **LICENCE})

    assert titles == ["单位资料", "办公时间和窗口", "人员"]
    assert desk.session.viewer.name == "王小明"
    assert desk.page() == "登记"
    assert number
    assert not (first.home / store_keys.RECOVERY_FILE).exists()
    office = desk.session.office
    assert (office.name, office.code, office.words["office.phone"]) == (
        "某省行政受理大厅",
        "某行受",
        "010-12345678",
    )
    assert office.calendar.office.week[5]


def test_one_page_is_enough(first):
    first.choose("许可", "某省行政受理大厅")

    first.begin()
    key = first.page.key.text()
    first.page.later.click()
    clerk = first.desk().session.viewer.name
    first.window.do("switch")
    first.wait(lambda: hasattr(first.page, "who"))
    first.page.who.setFocus()
    first.qtbot.keyClicks(first.page.who, "dtfz")
    keys(first.page.who, Qt.Key.Key_Return)
    first.wait(lambda: first.window.session is not None)

    assert len([group for group in key.replace("\n", " ").split(" - ") if group.strip(" -")]) == 9
    assert (first.home / store_keys.RECOVERY_FILE).exists()
    assert not first.starting.office.practice
    assert clerk == "受理人员"


def test_going_back_loses_nothing(first):
    first.choose("许可", "某省行政受理大厅")
    first.go_on()
    first.write({"office.address": "人民路1号", "office.name": "某省行政受理大厅第二窗口"})
    first.go_on()

    first.page.back.click()
    first.page.back.click()

    assert first.page.name.text() == "某省行政受理大厅第二窗口"
    assert first.page.wish().settings["office.address"] == "人民路1号"


@pytest.mark.parametrize("hours", ["9点到5点半", "12:00-9:00", "9:00-12:00 11:00-13:00"])
def test_hours_that_cannot_be_read_stop_at_their_page(first, hours):
    first.choose("许可", "某省行政受理大厅")
    first.go_on()
    first.go_on()
    first.page.hours.days[0].setText(hours)

    first.go_on()

    assert first.page.title.text() == "办公时间和窗口"
    assert first.page.hours.trouble.text()
    assert first.page.hours.days[0].text() == hours


def test_without_a_name_the_second_page_does_not_come(first):
    first.choose("许可", " ")

    title = first.go_on()

    assert (title, "单位名称" in first.page.trouble.text()) == ("建立办公点", True)


def test_another_rulebook_asks_for_its_own_people(first):
    first.choose("许可", "某单位")
    licence = {edit.accessibleName() for edit in first.page.people.findChildren(QLineEdit)}

    first.choose("市场监管", "某单位")

    market = {
        edit.accessibleName() for edit in first.page.people.findChildren(QLineEdit) if not edit.isHidden()
    }
    assert "受理人员的姓名" in licence
    assert "调解人员的姓名" in market


def test_a_password_asks_at_the_login(first, qtbot):
    first.choose("许可", "某单位")
    first.page.people.fill("acceptor", "王小明", "8642")

    first.begin()
    first.put_key_away()
    first.wait(lambda: hasattr(first.page, "who"))
    first.page.choose("acceptor")
    first.page.password.setText("8643")
    first.page.sign_in()
    first.wait(lambda: "口令不对" in first.page.trouble.text())
    first.page.password.setText("8642")
    first.page.sign_in()

    assert first.desk().session.viewer.name == "王小明"


def test_by_keyboard_alone(first, qtbot):
    first.choose("许可", "")
    window = first.window
    window.activateWindow()
    first.page.name.setFocus()
    qtbot.keyClicks(first.page.name, "Office A")

    keys(first.page.name, Qt.Key.Key_Return)
    first.wait(lambda: isinstance(first.page, RecoveryPart), 60_000)
    for key in (
        Qt.Key.Key_Tab,
        Qt.Key.Key_Space,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Return,
    ):
        keys(window.focusWidget(), key)

    assert first.desk().session.viewer.name == "受理人员"
    assert not (first.home / store_keys.RECOVERY_FILE).exists()


def test_a_newcomer_registers_the_first_case_with_forty_keys(first, qtbot):
    """Nothing but keys from the first pixel on; typing takes two minutes only if there is little of it."""
    pressed = Pressed(first.window)
    pressed.keys(*[Qt.Key.Key_Down] * 3, Qt.Key.Key_Return)
    pressed.words("某某大厅")
    pressed.keys(Qt.Key.Key_Return)
    first.wait(lambda: isinstance(first.page, RecoveryPart), 60_000)
    pressed.keys(*[Qt.Key.Key_Tab] * 3, Qt.Key.Key_Return)
    desk = first.desk()
    desk.quiet()

    pressed.keys(*[Qt.Key.Key_Return] * 3)
    pressed.words("王小明")
    pressed.keys(Qt.Key.Key_Return)
    pressed.words("13800138000")
    pressed.keys(Qt.Key.Key_Return)
    pressed.words("办理许可")
    pressed.keys(Qt.Key.Key_F12)
    desk.wait_bar("已登记")

    assert pressed.count <= 40


# --- the second rulebook, what lies over one, and one of one's own ---


def test_every_shipped_rulebook_says_for_whom_it_is_and_what_is_in_it(first):
    choice = first.page.choice

    said = [(book.id, book.made_for, book.what) for book in choice._all]

    assert len(said) == 22
    assert [
        id_ for id_, made_for, what in said if not 3 <= len(made_for) <= 20 or not 20 <= len(what) <= 70
    ] == []


def test_what_lies_over_the_rulebook_is_chosen_with_it(first):
    """X1 and X2 both (000:47-66, 002:607); the version says so, and the agreement's step is there."""
    first.choose("客户投诉处理手册", "某公司")
    first.page.choice.tick("X1")
    first.page.choice.tick("X2")

    first.begin()
    first.page.later.click()

    book = first.desk().session.rulebook
    assert (book.id, book.version) == ("R14", "1+X1.1+X2.1")
    assert book.step("sign_agreement").name
    assert book.profile == "group-office"


def test_a_rulebook_of_ones_own_is_offered_from_its_folder(first, dialogs, tmp_path):
    folder = tmp_path / "own"
    (folder / "forms").mkdir(parents=True)
    (folder / "rules.toml").write_text(RULES, "utf-8")
    (folder / "forms" / "slip.toml").write_text(SLIP, "utf-8")
    dialogs.answer("folder", folder)

    first.page.choice.own_book.click()
    first.wait(lambda: first.page.choice.book_name.text() == "小店投诉办法")
    first.page.name.setText("某小店")
    first.begin()
    first.page.later.click()

    assert first.desk().session.rulebook.id == "T01"


def test_a_broken_rulebook_of_ones_own_is_told_whole(first, dialogs, tmp_path):
    choice, lacking = first.page.choice, {}
    for n, made in enumerate(FAULTS):
        dialogs.answer("folder", write(tmp_path / f"own{n}", made))
        choice.faults.hide()
        choice.own_book.click()
        first.wait(choice.faults.isVisible)
        if missing := untold(made, choice.faults.words()):
            lacking[made.name] = missing

    assert lacking == {}


# --- the recovery key ---


def test_a_key_left_for_later_is_remembered_at_the_next_login(first):
    first.choose("许可", "某单位")
    first.begin()
    first.page.later.click()
    first.desk().window.do("switch")
    first.wait(lambda: hasattr(first.page, "who"))

    first.page.who.set_value("administrator")
    first.page.sign_in()

    assert "恢复密钥还在这台电脑上" in first.desk().bar()


def test_the_key_is_saved_as_a_page_and_only_then_removed(settings, dialogs, tmp_path):
    part = settings.open("recovery")
    dialogs.answer("file", tmp_path / "密钥.pdf")
    ready = part.done.isEnabled()

    part.save_key.click()
    settings.desk.quiet()
    part.copied.setChecked(True)
    part.done.click()
    settings.desk.quiet()

    assert not ready
    assert (tmp_path / "密钥.pdf").read_bytes().startswith(b"%PDF")
    assert not settings.desk.session.office.recovery_key_file.exists()
    assert not part.card.isVisible()


def test_the_key_stays_where_the_clerk_wants_it(settings):
    part = settings.open("recovery")
    part.copied.setChecked(True)
    part.remove.setChecked(False)

    part.done.click()
    settings.desk.quiet()

    assert settings.desk.session.office.recovery_key_file.exists()


def test_who_may_not_configure_does_not_see_the_key(open_desk, home):
    settings = SettingsDesk(open_desk(home))

    part = settings.open("recovery")

    assert "恢复密钥" in part.text()
    assert "-" not in part.text()


# --- words, hours, papers ---


def test_every_word_of_the_office_has_its_line_and_is_kept(settings, home):
    part = settings.open("office")
    for number, key in enumerate(KEYS):
        part.edit(key).setText(f"某{number}")

    told = settings.save()

    assert "已保存" in told
    assert settings.desk.window.office.text() == "某0"
    kept = reopened(home).settings
    assert [kept[key] for key in KEYS] == [f"某{number}" for number in range(len(KEYS))]


def test_a_file_for_fangsong_is_chosen_told_and_given_up_again(settings, dialogs, tmp_path):
    from desk.services import own_font

    office = settings.desk.session.office
    part = settings.open("papers")
    settings.desk.quiet()
    before = part.fangsong.text()
    assert "仿宋" in before
    assert not part.remove_font.isVisible()

    wrong = tmp_path / "坏.ttf"
    wrong.write_bytes(b"x")
    dialogs.answer("open", wrong)
    part.choose_font.click()
    settings.desk.wait_bar("不能当仿宋用")
    dialogs.answer("open", resource("fonts", "DeskKai-Common.ttf"))
    part.choose_font.click()
    settings.desk.wait(lambda: part.fangsong.text() == "仿宋用本单位的字体文件")
    assert own_font.used(office).own

    part.remove_font.click()
    settings.desk.wait(lambda: part.fangsong.text() == before)
    assert not own_font.used(office).own


def test_an_office_without_a_name_is_not_saved(settings, home):
    part = settings.open("office")
    part.name.setText("  ")

    told = settings.save()

    assert "不能为空" in told
    assert reopened(home).name == "某省行政受理大厅"


def test_hours_are_kept(settings, home):
    part = settings.open("hours")
    part.days[0].setText("8:30-12:00 14:00-18:00")
    part.like_monday.click()

    settings.save()

    week = reopened(home).calendar.office.week
    assert [len(day) for day in week] == [2, 2, 2, 2, 2, 0, 0]
    assert f"{week[4][0][0]:%H:%M}" == "08:30"


def test_notes_on_official_forms_can_be_left_out(settings, home):
    settings.open("papers").notes.setChecked(False)

    settings.save()

    assert not reopened(home).prints_notes


# --- the calendar ---


def test_a_click_makes_a_day_off_and_saving_keeps_it(settings, home):
    day = date(2026, 11, 24)
    before = settings.day(day)

    settings.click_day(day)
    waiting = settings.day(day)
    settings.save()

    assert ("上班" in before, "休息　未保存" in waiting) == (True, True)
    assert not reopened(home).calendar.is_workday(day)
    assert "本单位休息" in settings.day(day)


def test_a_second_click_takes_it_back(settings):
    day = date(2026, 11, 24)

    settings.click_day(day)
    settings.click_day(day)

    assert settings.open("calendar").picture.changes == {}


def test_a_saved_day_of_ones_own_can_be_given_back(settings, home):
    day = date(2026, 11, 24)
    settings.click_day(day)
    settings.save()

    settings.click_day(day)
    settings.save()

    assert reopened(home).calendar.reason(day) == "工作日"


def test_days_are_turned_by_keyboard(settings):
    picture = settings.open("calendar").picture
    picture.show_year(2026)
    start = picture.day

    keys(picture, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space)

    assert picture.day == start.fromordinal(start.toordinal() + 8)
    assert picture.day in picture.changes


def test_holidays_and_make_up_days_are_told_in_words(settings):
    # 2026: 国庆节 1 to 7 October; Sunday 20 September is worked (notice of the State Council for 2026)
    assert "休息　国庆节假期" in settings.day(date(2026, 10, 1))
    assert "上班　调休上班" in settings.day(date(2026, 9, 20))
    assert "预估" in settings.day(date(2031, 3, 3))


def test_next_years_notice_is_imported(settings, dialogs, tmp_path):
    notice = tmp_path / "2027.toml"
    notice.write_text(
        'format = 1\n[[years]]\nyear = 2027\nsource = "通知"\nmake_up_days = []\n'
        '[[years.holidays]]\nname = "元旦"\nfirst = 2027-01-01\nlast = 2027-01-03\nstatutory = [2027-01-01]\n',
        "utf-8",
    )
    part = settings.open("calendar")
    dialogs.answer("open", notice)

    part.import_year.click()
    settings.desk.quiet()

    assert "2027-12-31" in part.until.text()
    assert "元旦假期" in settings.day(date(2027, 1, 2))


def test_a_notice_that_cannot_be_read_is_told(settings, dialogs, tmp_path):
    (tmp_path / "x.toml").write_text("format = 2", "utf-8")
    part = settings.open("calendar")
    dialogs.answer("open", tmp_path / "x.toml")

    part.import_year.click()

    assert "格式号" in settings.desk.wait_bar("格式号")


# --- users ---


def test_a_new_user_is_added_and_may_work(settings, home):
    part = settings.open("users")
    part.another.click()
    settings.desk.type("李四")
    part.role.setCurrentIndex(part.role.findData("acceptor"))
    part.password.setText("8642")

    settings.save()

    assert "李四　受理人员　（有口令）" in settings.users()
    assert reopened(home).viewer("acceptor2").may("register")


def test_a_user_gets_a_name_another_role_and_rests(settings, home):
    part = settings.open("users")
    part.choose("reviewer")
    part.name.setText("赵六")
    part.active.setChecked(False)

    settings.save()

    user = next(user for user in reopened(home).users() if user.id == "reviewer")
    assert (user.name, user.active) == ("赵六", False)


def test_one_does_not_shut_oneself_out(settings):
    part = settings.open("users")
    part.choose("administrator")
    part.active.setChecked(False)

    assert "不能停用自己" in settings.save()


def test_the_last_one_who_may_configure_stays(settings):
    part = settings.open("users")
    part.choose("administrator")
    part.role.setCurrentIndex(part.role.findData("acceptor"))

    assert "至少要留一位" in settings.save()


def test_a_password_is_taken_away(settings):
    part = settings.open("users")
    part.choose("acceptor")
    part.password.setText("1234")
    settings.save()
    part.no_password.setChecked(True)

    settings.save()

    assert not any("有口令" in words for words in settings.users())


def test_what_a_role_may_do_stands_beside_it(settings):
    part = settings.open("users")
    part.choose("administrator")

    assert part.rights.text() == "这个岗位可以：改设置"


# --- for everybody ---


def test_who_may_not_configure_changes_nothing(open_desk, home):
    settings = SettingsDesk(open_desk(home))
    settings.open("office").phone.setText("1")
    told = settings.save()
    settings.click_day(date(2026, 11, 24))

    assert "系统管理员" in told
    assert "office.phone" not in reopened(home).settings
    assert settings.open("calendar").picture.day == date(2026, 11, 24)
    assert "上班　工作日" in settings.day(date(2026, 11, 24))


def test_every_input_has_a_name_and_every_label_is_plain(settings):
    for section in ("office", "hours", "calendar", "users", "papers", "recovery"):
        settings.open(section)

    inputs = [w for kind in (QLineEdit, QComboBox) for w in settings.page.findChildren(kind)]
    assert [w.objectName() for w in inputs if not w.accessibleName()] == []
    assert {label.textFormat() for label in settings.page.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


def test_long_names_and_marks_break_no_page(settings):
    """A page that must be pushed sideways is broken for a clerk."""
    office = settings.open("office")
    office.name.setText("某某省某某自治州某某市行政审批服务管理局" * 6)
    office.address.setText("<b>人民路</b>" * 60)
    settings.save()
    part = settings.open("users")
    part.choose("acceptor")
    part.name.setText("<i>欧阳</i>" * 40)
    settings.save()

    for section in ("office", "users", "calendar", "recovery"):
        shown = settings.open(section)
        settings.desk.quiet()
        assert shown.width() <= settings.page.parts.width(), section
    assert settings.desk.window.width() == 1366
    assert part.heading.text().startswith("<i>欧阳")
