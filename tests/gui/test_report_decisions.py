"""The report tab's further tabs: what is noticed, fines decided in place, papers of a period."""

from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from tests.capabilities.counter import act, take_in
from tests.fixtures_office import NOON, make_office
from tests.gui.pages import DeskPage

from desk.services import assessments


@pytest.fixture
def desk_of(open_desk, tmp_path: Path):
    """A desk three weeks after the cases came in, under a shipped manual, for one of its users."""

    def open_(rulebook: str, user: str, fill=lambda office: None) -> DeskPage:
        home = tmp_path / rulebook
        office = make_office(home, rulebook)
        fill(office)
        office.close()
        desk = open_desk(home, user)
        desk.session.office.clock = lambda: NOON + timedelta(days=9)
        return desk

    return open_


def three_cases(office) -> None:
    for _ in range(3):
        number = take_in(office, "reception", category="signing", subject="合同约定不退定金").case.number
        act(office, "service", number, "accept", respondent__staff=False)
        act(office, "service", number, "judge", department="sales")


def part_of(desk: DeskPage, name: str):
    desk.report.open()
    page = desk.window.report
    page.views.setCurrentWidget(getattr(page, name))
    desk.quiet()
    return getattr(page, name)


def tabs(desk: DeskPage) -> list[str]:
    views = desk.window.report.views
    return [views.tabText(n) for n in range(views.count())]


def test_what_is_noticed_opens_its_cases(desk_of) -> None:
    part = part_of(desk_of("R01", "service", three_cases), "signs")
    [row] = [n for n, words in enumerate(part.lines.words) if words[0] == "事由雷同"]

    part.table.activated.emit(part.shown.index(row, 1))

    assert part.behind.numbers() == ["2026110001", "2026110002", "2026110003"]


def test_a_fine_is_waived_in_place_and_only_with_a_reason(desk_of) -> None:
    desk = desk_of("R01", "service_head", three_cases)
    part = part_of(desk, "assessments")
    [row] = [n for n, words in enumerate(part.lines.words) if words[:3:2] == ("P6", "2026110001")]
    part.table.selectRow(row)

    part.decide.click()
    part.form.form.set_typed({"outcome": "waived"})
    desk.press(Qt.Key.Key_F12)
    desk.quiet()
    refused = set(part.form.form._problems)
    part.form.form.set_typed({"reason": "业主要求改期"})
    desk.press(Qt.Key.Key_F12)
    desk.quiet()

    assert refused == {"reason"}
    assert part.form is None
    assert part.lines.words[row][6] == "已免予：业主要求改期"


def test_a_fine_that_no_clock_finds_is_entered_by_hand(desk_of) -> None:
    desk = desk_of("R01", "service_head", three_cases)
    part = part_of(desk, "assessments")

    part.by_hand.click()
    part.form.form.set_typed({"rule": "P1", "number": "2026110002", "amount": "300"})
    desk.press(Qt.Key.Key_F12)
    desk.quiet()

    office, gm = desk.session.office, desk.session.office.viewer("gm")
    day = NOON.date()
    found = assessments.listed(office, gm, day, day)
    assert [(one.line.about, one.standing) for one in found if one.line.rule == "P1"] == [
        ("2026110002", "已核定 300元")
    ]


def test_escape_leaves_the_form_and_changes_nothing(desk_of) -> None:
    desk = desk_of("R01", "service_head", three_cases)
    part = part_of(desk, "assessments")
    part.table.selectRow(0)
    part.decide.click()

    desk.press(Qt.Key.Key_Escape)
    desk.quiet()

    assert part.form is None
    assert desk.window.pages.currentWidget() is desk.window.report
    assert part.lines.words[0][6] == "待核定"


def test_the_counter_has_no_tab_of_fines_and_sees_none(desk_of) -> None:
    desk = desk_of("R01", "reception", three_cases)

    part = part_of(desk, "indicators")

    assert "考核" not in tabs(desk)
    assert not any("逾期" in "".join(words) for words in part.lines.words)


def test_a_paper_of_a_period_is_written_with_what_people_type(desk_of, dialogs, tmp_path: Path) -> None:
    desk = desk_of("R14", "supervisor", lambda office: take_in(office, "reception", category="quality"))
    part = part_of(desk, "papers")
    part.form.set_typed({"summary_quality": "划伤"})

    dialogs.answer("file", tmp_path / "总结表.pdf")
    desk.window.report.pdf.click()
    desk.wait_bar("已导出")

    pdf = pypdfium2.PdfDocument(tmp_path / "总结表.pdf")
    text = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert "划伤" in text
    assert part.title() == "投诉处理总结表"


def test_a_fine_that_somebody_else_decided_meanwhile_stands_there_twice(desk_of) -> None:
    desk = desk_of("R01", "service_head", three_cases)
    part = part_of(desk, "assessments")
    [row] = [n for n, words in enumerate(part.lines.words) if words[:3:2] == ("P6", "2026110001")]
    part.table.selectRow(row)
    part.decide.click()
    form = part.form
    form.form.set_typed({"outcome": "waived", "reason": "业主要求改期"})
    office = desk.session.office
    assessments.rule_on_fine(office, office.viewer("gm"), "P6", "2026110001", "approved")

    form.save()
    desk.quiet()
    asked = form.clash_box.isVisible()
    form.clash_box.choose("outcome", theirs=False)
    form.save()
    desk.quiet()

    day = NOON.date()
    found = assessments.listed(office, office.viewer("gm"), day, day)
    [one] = [one for one in found if (one.line.rule, one.line.about) == ("P6", "2026110001")]
    assert (asked, one.standing) == (True, "已免予：业主要求改期")


def test_the_cases_behind_a_row_are_as_wide_as_what_stands_above_them(desk_of) -> None:
    """Buttons may be wider than the list, in another language or larger letters; the name of a row widens nothing."""
    part = part_of(desk_of("R01", "service", three_cases), "assessments")
    width = part.behind.width()
    part.behind.show_cases("未按要求配合给出投诉处理方案" * 9, ())
    part.layout().activate()
    assert part.behind.width() == part.behind.list.width() == width
    assert part.behind.geometry().right() < part.width()  # in sight

    part.decide.setText("时限算不出、须由人认定的条款另立一条" * 2)
    part.layout().activate()

    assert part.behind.width() == part.behind.list.width() == part.beside.geometry().width() > width
