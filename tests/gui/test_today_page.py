"""The page of the day in the window: read in the morning, each line leads to what it is about, all by keys."""

from datetime import timedelta
from pathlib import Path
from time import perf_counter
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from tests.capabilities.counter import set_time
from tests.fixtures_office import NOON, make_office
from tests.services.test_main_job import DECISION
from tests.services.test_main_job import complaint as draft

from desk.services import drafts, duties, intake, notices, stepping


@pytest.fixture
def desk_under(open_desk, tmp_path: Path):
    """A desk under a shipped manual, at noon, in whose office ``before`` has happened."""

    def opened(rulebook: str, before=lambda office: None, user: str = "", now=NOON):
        folder = tmp_path / rulebook
        office = make_office(folder, rulebook)
        made = before(office)
        office.close()
        desk = open_desk(folder, user)
        set_time(desk.session.office, now)
        desk.window.go(desk.window.day.page)
        desk.quiet()
        return desk, made

    return opened


def page(desk):
    return desk.window.day.page


def lines(desk) -> dict[str, list[tuple[str, ...]]]:
    """Every part with its lines, as they are shown."""
    shown = page(desk).lines
    found = {}
    for place in range(shown.topLevelItemCount()):
        head = shown.topLevelItem(place)
        rows = [head.child(n) for n in range(head.childCount())]
        found[head.text(0).partition("　")[0]] = [tuple(row.text(c) for c in range(4)) for row in rows]
    return found


def put_on(desk, part: str) -> None:
    """The cursor on the first line of a part, as its chip puts it there."""
    chip = next(chip for chip in page(desk)._chips.values() if chip.text().startswith(part))
    desk.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)


def complaint(office, **changed: str) -> str:
    return intake.register(office, office.viewer("counter"), draft(**changed)).case.number


def test_an_overdue_case_is_told_in_words_with_a_picture_and_opens_at_enter(desk_under) -> None:
    # R15 第十五条: seven working days from 20 November 2026 end on 1 December
    desk, number = desk_under("R15", complaint, now=NOON + timedelta(days=12))

    row = lines(desk)["已逾期"][0]
    put_on(desk, "已逾期")
    item = page(desk).lines.currentItem()
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.cases.page.panel.view is not None)

    assert row[:2] == (number, "逾期 1 个工作日　12-01")
    assert not item.icon(1).isNull()
    assert desk.page() == "案件"
    assert desk.cases.page.panel.view.number == number


def test_tab_and_title_carry_counts_and_nobodys_name(desk_under) -> None:
    desk, number = desk_under("R15", complaint, now=NOON + timedelta(days=12))

    assert desk.window.tab_today.text() == "今日 1"
    assert desk.window.windowTitle().endswith("逾期 1")
    assert "欧阳𠮷" not in desk.window.windowTitle()
    assert number not in desk.window.windowTitle()


def test_the_page_follows_what_happens_at_the_desk(desk_under) -> None:
    desk, number = desk_under("R15", complaint, user="head", now=NOON + timedelta(days=12))
    before = lines(desk)["已逾期"][0][0]

    desk.cases.choose(number)
    desk.cases.take("withdraw", {})
    desk.wait(lambda: "已逾期" not in lines(desk))
    assert before == number


def test_a_duty_is_marked_with_a_note_and_taken_back(desk_under) -> None:
    # 000:153: the company's site is browsed twice a day
    desk, _ = desk_under("R02", user="specialist")
    first = lines(desk)["例行工作"][0][1]

    put_on(desk, "例行工作")
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: page(desk).form is not None)
    desk.type("上午已看，没有新投诉")
    desk.press(Qt.Key.Key_F12)
    desk.wait(lambda: lines(desk)["例行工作"][0][1] == "已做 1/2")
    marked = duties.listed(desk.session.office)[0].marks

    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: page(desk).form is not None)
    back = next(b for b in page(desk).form.findChildren(QPushButton) if b.text() == "撤回最后一次")
    desk.qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    desk.wait(lambda: lines(desk)["例行工作"][0][1] == "已做 0/2")

    assert first == "已做 0/2"
    assert [mark.note for mark in marked] == ["上午已看，没有新投诉"]


def test_esc_closes_the_form_of_a_duty_before_it_leaves_the_page(desk_under) -> None:
    desk, _ = desk_under("R02", user="specialist")
    put_on(desk, "例行工作")
    desk.press(Qt.Key.Key_Return)

    desk.press(Qt.Key.Key_Escape)
    after_one = (page(desk).form, desk.window.in_sight)
    desk.press(Qt.Key.Key_Escape)

    assert after_one == (None, "today")
    assert desk.page() == "登记"


def test_a_parked_draft_is_told_by_the_surname_and_goes_on_at_enter(desk_under) -> None:
    def before(office) -> None:
        content = {
            "kind": "投诉",
            "values": {"complainant.name": "欧阳小红", "subject": "退款", "queue_number": "A17"},
        }
        drafts.keep(office, office.viewer("counter"), uuid4(), content, parked=True)

    desk, _ = desk_under("R15", before, user="counter")
    row = lines(desk)["没有登记完的草稿"][0]
    put_on(desk, "没有登记完的草稿")
    desk.press(Qt.Key.Key_Return)
    desk.quiet()

    assert row[2] == "A17号　欧阳　退款"
    assert desk.page() == "登记"
    assert desk.intake.typed()["complainant.name"] == "欧阳小红"


def test_drafts_beside_the_form_are_known_by_queue_number_and_surname(desk_under) -> None:
    def before(office) -> None:
        for queue, name in (("A17", "欧阳小红"), ("A18", "")):
            values = {"complainant.name": name, "queue_number": queue, "subject": "退款"}
            drafts.keep(
                office, office.viewer("counter"), uuid4(), {"kind": "投诉", "values": values}, parked=True
            )

    desk, _ = desk_under("R15", before, user="counter")
    desk.wait(lambda: len(desk.intake.waiting()) == 2)

    titles = {words.partition("　退款")[0] for words in desk.intake.waiting()}
    assert titles == {"A17号　欧阳", "A18号　未填姓名"}


def test_a_paper_to_be_delivered_opens_its_case_with_the_form(desk_under) -> None:
    def before(office) -> str:
        number = complaint(office)
        stepping.act(office, office.viewer("head"), number, "accept", DECISION)
        notices.issue(office, office.viewer("head"), number, "acceptance")
        return number

    desk, number = desk_under("R15", before, user="head")
    put_on(desk, "未送达")
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.cases.page.panel.step_form is not None)

    assert desk.cases.page.panel.view.number == number
    assert "送达" in desk.cases.page.panel.step_form.title.text()


def test_the_day_comes_first_on_the_next_morning_and_only_then(open_desk, tmp_path) -> None:
    folder = tmp_path / "office"
    make_office(folder, "R02").close()
    remembered = "today/staff"
    first = open_desk(folder, "staff")
    first_page = first.window.in_sight
    first.session.remembered.keep(remembered, "2020-01-01")
    first.close()

    second = open_desk(folder, "staff")
    second_page = second.window.in_sight
    second.close()
    third = open_desk(folder, "staff")

    assert (first_page, second_page, third.window.in_sight) == ("intake", "today", "intake")


def test_a_long_part_is_cut_and_opens_at_its_last_line(desk_under) -> None:
    def before(office) -> None:
        for number in range(20):
            complaint(office, subject=f"第{number}件")

    desk, _ = desk_under("R15", before, now=NOON + timedelta(days=12))
    cut = lines(desk)["已逾期"]
    head = page(desk).lines.topLevelItem(0)
    page(desk).lines.setCurrentItem(head.child(head.childCount() - 1))
    desk.press(Qt.Key.Key_Return)

    assert len(cut) == 13
    assert cut[-1][2] == "还有 8 件…"
    assert len(lines(desk)["已逾期"]) == 20


def test_a_full_page_is_shown_within_a_tenth_of_a_second(desk_under) -> None:
    def before(office) -> None:
        for number in range(60):
            complaint(office, subject=f"第{number}件")

    desk, _ = desk_under("R15", before, now=NOON + timedelta(days=12))
    page(desk).shown.whole.add("overdue")
    took = []
    for _ in range(3):
        start = perf_counter()
        page(desk).show_today(page(desk).today)
        took.append(perf_counter() - start)

    assert len(lines(desk)["已逾期"]) == 51
    assert min(took) < 0.1
