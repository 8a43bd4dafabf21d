"""The rulebook as the office reads it: tables, blanks first, readings to choose from, the flow, comparing, the handbook."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from tests.gui.setup_pages import ManualDesk, keys
from tests.rulebook.faults import FAULTS, untold, write

from desk.domain.handbook import BLANK
from desk.domain.handbook_changes import Difference
from desk.gui.manual.flow_picture import FlowPicture
from desk.gui.manual.flow_ways import facts_of, stops
from desk.paths import resource
from desk.rulebook.loading import load, shipped
from desk.rulebook.summary import unset_values


@pytest.fixture
def manual(open_desk, home) -> ManualDesk:
    """The page as who may configure sees it."""
    return ManualDesk(open_desk(home, "administrator"))


# --- reading ---


def test_what_the_manual_leaves_blank_is_listed_first(manual):
    rows = manual.rows()

    assert manual.chapters()[0].startswith("⚠ 未设定的内容")
    assert [key for _, key in rows] == [key for key, _ in unset_values(load("R04"))]


def test_a_chapter_shows_its_rows_with_the_blank_ones_on_top(manual):
    manual.open("clocks")

    blank = [any(BLANK in cell for cell in row) for row in manual.rows()]
    assert blank == sorted(blank, reverse=True)
    assert (any(blank), all(blank)) == (True, False)


def test_the_filter_narrows_every_chapter_and_says_how_many_fit(manual):
    manual.open("papers")
    whole = len(manual.rows())

    manual.filter("回执")

    assert 0 < len(manual.rows()) < whole
    assert all("回执" in "".join(row) for row in manual.rows())
    assert any(f" / {whole}" in words for words in manual.chapters())


def test_a_filter_that_fits_nothing_says_so(manual):
    manual.open("papers")

    manual.filter("没有这种文书")

    assert manual.rows()[0][0] == "（没有）"


def test_a_blank_value_leads_to_its_chapter(manual):
    keys_ = [key for _, key in manual.rows()]
    row = next(n for n, key in enumerate(keys_) if key.startswith("clock("))

    manual.page.table.activated.emit(manual.page.table.rows.index(row, 0))

    assert manual.page.chapters.currentItem().text().startswith("时限")


def test_about_the_rulebook_names_who_made_and_approved_it(manual):
    part = manual.open("about")

    words = [label.text() for label in part.findChildren(QLabel)]
    for title in ("编制", "审阅", "审核", "批准", "施行", "版本"):
        assert title in words
    assert BLANK in words
    assert any("R04" in text for text in words)


# --- readings ---


def test_a_switch_says_its_options_in_words_and_why(manual):
    part = manual.open("switches")

    assert [words.partition("　")[0] for words in manual.options()] == [
        "不迟于第5个工作日",
        "约定在第5个工作日",
    ]
    assert "漏了“内”字" in part.reason.text()


def test_turning_a_switch_shows_what_changes_and_adopts_a_version_of_its_own(manual):
    manual.turn("return_reading", "约定在第5个工作日")
    changed = manual.changes()

    manual.adopt()

    assert ("不迟于第5个工作日", "约定在第5个工作日") in [row[2:] for row in changed]
    assert manual.desk.session.rulebook.version.endswith("-2")
    assert "已采用" in manual.desk.bar()
    assert manual.desk.session.office.rulebook.version in manual.page.title.text()


def test_without_the_typed_word_nothing_is_adopted(manual):
    before = manual.desk.session.rulebook.version
    manual.turn("return_reading", "约定在第5个工作日")

    manual.box().word.setText("好")
    manual.box().take()
    manual.desk.quiet()

    assert not manual.box().adopt.isEnabled()
    assert manual.desk.session.rulebook.version == before


def test_the_word_to_type_is_known_in_both_languages(manual, qapp):
    from desk.gui import languages

    manual.turn("return_reading", "约定在第5个工作日")
    languages.speak(qapp, "en")
    english = manual.box().tr("采用")

    accepted = []
    for word in ("采用", english, "yes"):
        manual.box().word.setText(word)
        accepted.append(manual.box().adopt.isEnabled())
    languages.speak_chinese_again(qapp)

    assert accepted == [True, True, False]


def test_another_reading_is_chosen_and_adopted_by_keyboard_alone(manual):
    desk = manual.desk
    manual.page.take_focus()
    desk.press(Qt.Key.Key_Down)
    desk.quiet()
    desk.press(Qt.Key.Key_Tab)
    first = desk.focus().objectName()
    desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_Down)
    desk.wait(lambda: "处不同" in manual.box().heading.text())
    desk.press(Qt.Key.Key_Tab, times=2)
    desk.type("采用")
    desk.press(Qt.Key.Key_Return)
    desk.quiet()

    assert first == "switches"
    assert "已采用" in desk.bar()


def test_open_cases_that_stay_under_the_old_version_are_counted(open_desk, home):
    from desk.services.demo import fill
    from desk.services.office import open_office

    office = open_office(home)
    fill(office, 3)
    office.close()
    manual = ManualDesk(open_desk(home, "administrator"))

    manual.turn("return_reading", "约定在第5个工作日")

    assert "件仍按登记时的版本办" in manual.box().kept.text()


def test_turning_it_back_proposes_nothing(manual):
    manual.turn("return_reading", "约定在第5个工作日")

    manual.page.part().choose("return_reading", "within")

    assert manual.box().heading.text().startswith("选另一种读法")
    assert not manual.box().adopt.isVisible()


def test_who_may_not_configure_reads_but_does_not_choose(open_desk, home):
    manual = ManualDesk(open_desk(home))

    part = manual.open("switches")

    assert not any(button.isEnabled() for button in part._buttons)
    assert "系统管理员" in part.box.who.text()


# --- the flow ---


def test_every_step_of_the_manual_stands_in_the_picture(manual):
    part = manual.open("flow")

    assert set(part.picture.step_names()) == {step.name for step in load("R04").steps}


def test_a_click_on_a_step_says_who_what_is_needed_and_which_papers(manual):
    part = manual.open("flow")
    box = part.picture.box_of("accept")

    manual.desk.qtbot.mouseClick(part.picture, Qt.MouseButton.LeftButton, pos=box.center())

    step = load("R04").step("accept")
    words = dict(part.words())
    assert part.step.text() == step.name
    assert words["由谁办"] == "、".join(load("R04").role(role).name for role in step.by)
    assert "文书和表单" in words


def test_arrows_go_from_step_to_step_and_enter_follows_the_way(manual):
    part = manual.open("flow")
    part.take_focus()
    part.picture.choose("accept")

    keys(part.picture, Qt.Key.Key_Return)
    there = part.picture.current
    keys(part.picture, Qt.Key.Key_Down, Qt.Key.Key_Up)

    assert load("R04").step("accept").to in there.starting
    assert part.picture.current is there


def test_the_keyboard_scrolls_a_long_flow(manual):
    part = manual.open("flow")
    part.take_focus()

    keys(part.picture, Qt.Key.Key_End)

    assert part.area.verticalScrollBar().value() > 0


@pytest.mark.parametrize("book", ["R01", "R04", "R12", "R13a", "R15"])
def test_states_are_numbered_from_where_a_case_begins(book):
    rules = load(book)

    for kind in rules.kinds:
        found = stops(rules, kind.id)
        assert found[0].state.id == kind.starts
        assert [stop.number for stop in found if stop.state] == list(
            range(1, len([s for s in found if s.state]) + 1)
        )


@pytest.mark.parametrize("which", shipped())
def test_the_way_of_every_shipped_manual_can_be_drawn_and_told(qtbot, which):
    book = load(which)
    picture = FlowPicture(book)
    qtbot.addWidget(picture)
    picture.resize(760, 600)

    picture.grab()

    drawn = {place.step.id for place in picture._places}
    assert {step.id for step in book.steps} - drawn == set()
    assert all(dict(facts_of(book, step))["由谁办"] for step in book.steps)


def test_a_matter_of_one_kind_does_not_meet_the_steps_of_another():
    book = load("R15")
    own = {step.id for step in book.steps if not step.kinds or "complaint" in step.kinds}

    met = {step.id for stop in stops(book, "complaint") for step in stop.steps}

    assert met <= own
    assert own < {step.id for step in book.steps}


# --- comparing, printing ---


def test_another_shipped_manual_is_compared_row_by_row(manual):
    part = manual.open("compare")

    part.compare("R15")
    manual.desk.wait(lambda: "处不同" in part.box.heading.text())

    assert len(part.box.table.words()) > 50


def test_an_earlier_version_of_ones_own_can_be_chosen(manual):
    manual.turn("return_reading", "约定在第5个工作日")
    manual.adopt()
    part = manual.open("compare")
    manual.desk.wait(lambda: part.books.count() > 0)
    before = next(n for n in range(part.books.count()) if "采用过" in part.books.itemText(n))
    part.books.setCurrentIndex(before)

    part.compare_book.click()
    manual.desk.wait(lambda: "处不同" in part.box.heading.text())

    assert ("约定在第5个工作日", "不迟于第5个工作日") in [row[2:] for row in part.box.table.words()]


def test_the_same_manual_has_no_differences(manual):
    part = manual.open("compare")

    part.compare("R04")
    manual.desk.wait(lambda: "没有不同" in part.box.heading.text())

    assert not part.box.adopt.isVisible()


def test_a_manual_from_a_folder_is_compared_and_taken_into_use(manual, dialogs, tmp_path):
    folder = tmp_path / "own"
    shutil.copytree(resource("rulebooks", "R04"), folder)
    rules = folder / "rules.toml"
    name = load("R04").channels[0].name
    rules.write_text(rules.read_text("utf-8").replace(f'name = "{name}"', 'name = "大厅窗口"', 1), "utf-8")
    dialogs.answer("folder", folder)
    part = manual.open("compare")

    part.choose_folder.click()
    manual.desk.wait(lambda: "处不同" in part.box.heading.text())
    manual.adopt()

    assert manual.desk.session.rulebook.channels[0].name == "大厅窗口"


def test_a_broken_manual_is_told_whole_with_file_and_line(manual, tmp_path):
    part, lacking = manual.open("compare"), {}
    for n, made in enumerate(FAULTS):
        part.faults.hide()
        part.compare(str(write(tmp_path / str(n), made)))
        manual.desk.wait(part.faults.isVisible)
        if missing := untold(made, part.faults.words()):
            lacking[made.name] = missing

    assert lacking == {}


def test_a_difference_names_only_the_cells_that_differ():
    titles = ("时限", "类型", "期限", "出处")
    before = ("a", "受理", "全部", "5个工作日", "第一条")

    one = Difference("时限", before, ("a", "受理", "全部", "7个工作日", "第一条"), titles)
    two = Difference("时限", before, ("a", "受理", "全部", "7个工作日", "第二条"), titles)

    assert one.told == ("时限", "受理　全部", "5个工作日", "7个工作日")
    assert two.told == (
        "时限", "受理　全部", "期限：5个工作日；出处：第一条", "期限：7个工作日；出处：第二条",
    )  # fmt: skip


def test_a_row_that_is_new_or_gone_is_told_with_the_titles_of_its_columns():
    titles, row = ("时限", "类型", "期限", "出处"), ("a", "受理", "", "7个工作日", "第一条")

    new, gone = Difference("时限", (), row, titles), Difference("时限", row, (), titles)

    assert new.told == ("时限", "受理", "—", "期限：7个工作日；出处：第一条")
    assert gone.told == ("时限", "受理", "期限：7个工作日；出处：第一条", "—")


def test_the_handbook_is_shown_and_saved(manual, dialogs, tmp_path):
    dialogs.answer("file", tmp_path / "手册.pdf")

    manual.page.print_book.click()
    manual.desk.preview.wait_pages()
    manual.desk.preview.page.save_pdf()
    manual.desk.quiet()

    assert (tmp_path / "手册.pdf").read_bytes().startswith(b"%PDF")


def test_escape_leads_back_to_the_manual_from_its_handbook(manual):
    manual.page.print_book.click()
    manual.desk.preview.wait_pages()

    manual.desk.window.do("back")

    assert manual.desk.window.pages.currentWidget() is manual.page


def test_everything_on_the_page_is_plain_text_with_a_name(manual):
    from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit

    for leaf in ("switches", "flow", "compare", "about"):
        manual.open(leaf)

    assert {label.textFormat() for label in manual.page.findChildren(QLabel)} <= {Qt.TextFormat.PlainText}
    inputs = [w for kind in (QLineEdit, QComboBox, QAbstractItemView) for w in manual.page.findChildren(kind)]
    unnamed = [
        w
        for w in inputs
        if not w.accessibleName() and w.isVisibleTo(manual.page) and not isinstance(w.parent(), QComboBox)
    ]
    assert [w.objectName() for w in unnamed if w.objectName() not in ("", "qt_spinbox_lineedit")] == []
