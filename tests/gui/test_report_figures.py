"""The indicators in the report tab: every number opens its cases."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLabel
from tests.capabilities.counter import act, take_in
from tests.fixtures_office import NOON, SETTINGS, make_office
from tests.gui.test_intake_page import GOOD

from desk.domain.behind import CasesBehind
from desk.domain.figures import Figure
from desk.domain.penalties import Line
from desk.services.figures import Figures, lines
from desk.services.figures_by_case import Ranking
from desk.services.setting_up import init_office
from desk.store import kept_counts

METRO = Path(__file__).parents[1] / "rulebook" / "unseen" / "metro"


def indicators(desk):
    """The figures of this month."""
    desk.report.open()
    page = desk.window.report
    page.views.setCurrentWidget(page.indicators)
    desk.quiet()
    desk.wait(lambda: page.indicators.lines is not None)
    return page.indicators


def test_every_number_of_a_row_opens_its_own_cases(desk) -> None:
    day = desk.session.office.now().date()
    closed = Figure("rate", "投诉关闭率", "", Fraction(1, 2), "50.00%", ("2",), ("1", "2"))
    ranked = Ranking("投诉关闭率", "department", (replace(closed, group="维修部"),), (1,))
    fined = Line("late", "逾期罚款", "1", "handler", 50, "逾期1天：50元", "000:1")
    found = Figures(day, day, (closed,), (ranked,), (fined,))
    part = indicators(desk)
    part.show_answer((found, lines(desk.session.office, found), {}, ()))

    opened = {}
    for row, column in ((0, 4), (0, 5), (1, 5), (2, 3)):
        part.table.activated.emit(part.table.model().index(row, column))
        opened[row, column] = part.behind.numbers()

    assert opened == {(0, 4): ["2"], (0, 5): ["1", "2"], (1, 5): ["1", "2"], (2, 3): ["1"]}


def test_a_figure_of_nothing_says_a_dash_and_opens_nothing(desk) -> None:
    part = indicators(desk)
    rows = [row for row in part.lines.words if row[3] == "—"]

    part.open(part.table.model().index(0, 5))

    assert rows
    assert part.behind.numbers() == []


def test_figures_are_told_by_what_the_clerk_chooses(open_desk, tmp_path) -> None:
    office = make_office(tmp_path / "office", "R01")
    for channel in ("phone", "letter"):
        act(
            office,
            "service",
            take_in(office, "reception", channel=channel).case.number,
            "accept",
            respondent__staff=False,
        )
    office.close()
    desk = open_desk(tmp_path / "office", "service")
    desk.session.office.clock = lambda: NOON
    desk.window.report.days.this_month()
    part = indicators(desk)

    part.by.setCurrentIndex(part.by.findData("channel"))
    desk.quiet()

    rows = [row for row in part.lines.words if row[0] == "投诉关闭率"]
    assert {"来信", "电话（含400）"} <= {row[1] for row in rows}


def test_the_figures_of_a_period_go_out_as_a_report_with_charts(desk, dialogs, tmp_path) -> None:
    desk.intake.registered(GOOD)
    indicators(desk)
    dialogs.answer("file", tmp_path / "月报.xlsx")

    desk.window.report.xlsx.click()
    desk.wait_bar("已导出")

    book = load_workbook(tmp_path / "月报.xlsx")
    assert book.sheetnames[1] == "图表"
    assert len(book["图表"]._charts) == 4  # the fifth, day by hour, is a shaded table


def test_a_rate_says_what_it_lacks_and_is_reckoned_once_somebody_has_entered_it(open_desk, tmp_path) -> None:
    """Article 6 and 8 of ``rulebook/unseen/metro/manual.txt``: complaints over the millions carried in the month."""
    home = tmp_path / "office"
    office = init_office(
        home, rulebook=str(METRO), name="某轨道交通公司", practice=True, now=NOON, settings=SETTINGS
    )
    number = take_in(
        office, "agent", channel="phone", category="staff", complainant__phone="13800138000"
    ).case.number
    act(office, "agent", number, "dispatch", department="station")
    act(office, "chief", number, "finish", validity="valid", result="已办")
    office.close()
    desk = open_desk(home, "chief")
    desk.session.office.clock = lambda: NOON
    desk.window.report.days.between(QDate(2026, 11, 1), QDate(2026, 11, 30))
    part = indicators(desk)

    def rate() -> str:
        return next(row[3] for row in part.lines.words if row[0] == "每百万人次乘客投诉率")

    desk.wait(lambda: rate() == "缺2026年11月客运量")
    assert "2026年11月客运量：未填 百万人次" in part.volumes.known.text()

    part.volumes.button.click()
    form = part.volumes.form
    assert form is not None
    assert form.form.values()["volume"] == "passengers"
    form.form.set_values({"amount": "许多"})
    form.save()
    desk.wait(lambda: "不是业务量的数" in "".join(problem_words(form)))
    form.form.set_values({"amount": "4"})
    form.save()

    desk.wait(lambda: rate() == "0.25")
    assert "2026年11月客运量：4 百万人次" in part.volumes.known.text()
    assert part.volumes.form is None


def problem_words(form) -> list[str]:  # type: ignore[no-untyped-def]
    return [label.text() for label in form.findChildren(QLabel) if label.isVisibleTo(form)]


def test_numbers_of_a_month_that_is_over_open_their_cases_which_are_read_beside_the_window(desk) -> None:
    number = desk.intake.registered(GOOD)
    later = desk.session.office.now() + timedelta(days=40)
    desk.session.office.clock = lambda: later
    page = desk.window.report
    part = indicators(desk)
    page.days.between(page.days.today().addDays(-70), page.days.today())
    desk.quiet()
    with desk.session.office.store.reading() as tx:
        assert [about.what for about, _ in kept_counts.every(tx)] == ["figures"]

    tally = next(row for row, words in enumerate(part.lines.words) if words[0] == "类别")
    part.open(part.table.model().index(tally, 4))
    assert "正在读取" in part.behind.words.text()
    desk.quiet()

    assert part.behind.numbers() == [number]
    assert part.behind.words.text().endswith("：1 件")


def test_a_case_that_left_the_number_meanwhile_is_told(desk) -> None:
    part = indicators(desk)
    part.behind.show_cases("关闭率：2 件", CasesBehind(2, lambda: ("1",)))
    desk.quiet()

    assert part.behind.numbers() == ["1"]
    assert "现在是 1 件" in part.behind.words.text()
