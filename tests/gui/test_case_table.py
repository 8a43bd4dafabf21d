"""The list knows how many there are and fetches only what comes in sight."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QTableView

from desk.domain.calendar import office_calendar
from desk.domain.moments import OFFICE_ZONE
from desk.gui.cases.case_table import KEPT, PAGE, ROW, CaseTable
from desk.gui.cases.columns import COLUMNS, Reading
from desk.rulebook.loading import load

NOW = datetime(2026, 4, 15, 9, 30, tzinfo=OFFICE_ZONE)


@dataclass
class Row:
    number: str
    next_due_at: datetime | None = None
    state: str = ""
    received_at: datetime = NOW
    registered_at: datetime = NOW
    complainant: str = "张三"
    phone: str = "138****0000"
    subject: str = "=1+1\t两列\n两行"
    respondent: str = ""
    category: str = ""
    department: str = ""
    kind: str = ""
    level: str = ""
    channel: str = ""
    station: str = ""
    due_clock: str = ""
    rulebook: str = ""


@dataclass
class Count:
    n: int
    exact: bool = True


class Shelf:
    """So many rows behind the table; it answers when it is told to, and remembers what was asked."""

    def __init__(self, n: int) -> None:
        self.n = self.counted = n
        self.exact = True
        self.asked: list[int] = []
        self.waiting: list[Callable[[], None]] = []

    def count(self, _question: Any, then: Callable[[Any], None]) -> None:
        self.waiting.append(lambda n=self.counted, exact=self.exact: then(Count(n, exact)))

    def page(self, _question: Any, first: int, count: int, then: Callable[[Any], None]) -> None:
        self.asked.append(first // PAGE)
        rows = [Row(f"{number:07d}") for number in range(first, min(first + count, self.n))]
        self.waiting.append(lambda: then(rows))

    def answer(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


@pytest.fixture(scope="module")
def reading() -> Reading:
    return Reading(load("R04"), office_calendar(), lambda: NOW)


@pytest.fixture
def table_of(reading, qapp):
    def make(n: int) -> tuple[CaseTable, Shelf]:
        shelf = Shelf(n)
        table = CaseTable(reading, shelf.count, shelf.page)
        table.show("all")
        shelf.waiting.pop(0)()
        return table, shelf

    return make


def test_the_model_keeps_the_rules_of_qt(table_of, qtmodeltester) -> None:
    table, shelf = table_of(300)
    table.data(table.index(0, 0))
    shelf.answer()

    qtmodeltester.check(table)


def test_a_cell_is_a_placeholder_until_its_page_is_there(table_of) -> None:
    table, shelf = table_of(1000)

    before = table.data(table.index(130, 0))
    shelf.answer()

    assert (before, table.data(table.index(130, 0)), shelf.asked) == ("…", "0000130", [0, 1])


def test_the_first_rows_are_there_before_all_are_counted(reading, qapp) -> None:
    shelf = Shelf(1000)
    table = CaseTable(reading, shelf.count, shelf.page)
    table.show("all")

    shelf.waiting.pop()()
    first = (table.rowCount(), table.data(table.index(0, 0)))
    shelf.answer()

    assert first == (PAGE, "0000000")
    assert (table.rowCount(), table.data(table.index(0, 0)), shelf.asked) == (1000, "0000000", [0])


def test_a_million_rows_are_known_but_only_what_is_in_sight_is_fetched(table_of, qtbot) -> None:
    table, shelf = table_of(1_000_000)
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(table)
    view.resize(800, 400)
    view.show()
    qtbot.waitExposed(view)
    view.grab()

    shelf.answer()

    assert table.rowCount() == 1_000_000
    assert shelf.asked == [0]


def test_scrolling_far_and_fast_fetches_where_one_stops_first(table_of) -> None:
    table, shelf = table_of(1_000_000)
    for row in range(0, 100_000, 1000):
        table.data(table.index(row, 0))
    asked_while_scrolling = len(shelf.asked)

    shelf.answer()

    assert asked_while_scrolling == 2
    assert shelf.asked[2] == 99_000 // PAGE
    assert len(shelf.asked) < 10


def test_pages_long_unseen_are_forgotten(table_of) -> None:
    table, shelf = table_of(PAGE * (KEPT + 5))
    for page in range(KEPT + 5):
        table.data(table.index(page * PAGE, 0))
        shelf.answer()

    assert table.row(0) is None
    assert table.row(PAGE * (KEPT + 4)).number == f"{PAGE * (KEPT + 4):07d}"


def test_a_list_that_is_only_counted_so_far_goes_on_at_its_end(table_of) -> None:
    table, shelf = table_of(PAGE * 10 + 5)
    shelf.counted, shelf.exact = PAGE * 2, False
    table.refresh()
    shelf.answer()
    before = table.rowCount()

    while table.row(table.rowCount() - 1) is None:
        table.data(table.index(table.rowCount() - 1, 0))
        shelf.answer()

    assert (before, table.rowCount()) == (PAGE * 2, PAGE * 10 + 5)


def test_an_answer_to_an_earlier_question_is_dropped(table_of) -> None:
    table, shelf = table_of(1000)
    table.data(table.index(0, 0))
    late = shelf.waiting.pop()

    table.show("another")
    late()

    assert table.row(0) is None


def test_what_was_chosen_stays_chosen_when_a_case_comes_in_above(table_of, qtbot) -> None:
    table, shelf = table_of(10)
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(table)
    table.data(table.index(3, 0))
    shelf.answer()
    view.selectRow(3)

    shelf.n = shelf.counted = 11
    table.refresh()
    shelf.answer()

    assert view.currentIndex().row() == 4


@pytest.mark.parametrize(
    ("days", "words", "icon"),
    [
        (-2, "逾期", "overdue"),
        (1, "还剩 1 个工作日", "soon"),
        (9, "还剩", "running"),
        (None, "无时限", "none"),
    ],
)
def test_how_long_a_case_has_is_told_in_words_and_by_an_icon(reading, days, words, icon) -> None:
    row = Row("1", next_due_at=None if days is None else NOW + timedelta(days=days))

    due = reading.due(row)

    assert (words in due.words, due.icon) == (True, icon)


def test_rows_are_copied_with_their_headings_and_one_line_each(table_of) -> None:
    table, shelf = table_of(3)
    table.data(table.index(0, 0))
    shelf.answer()
    columns = [n for n, column in enumerate(COLUMNS) if column.id in ("number", "subject")]

    text = table.as_text([0, 1], columns)

    # What people wrote is pasted as words, never as a formula.
    assert text == "编号\t事由\n0000000\t'=1+1 两列 两行\n0000001\t'=1+1 两列 两行\n"


def test_the_whole_row_is_given_under_one_role(table_of) -> None:
    table, shelf = table_of(3)
    table.data(table.index(2, 0))
    shelf.answer()

    assert table.index(2, 5).data(ROW).number == "0000002"
