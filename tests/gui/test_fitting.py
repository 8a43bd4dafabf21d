"""Tables of the report tab fit in a small window: words give way, days and numbers do not."""

from PySide6.QtWidgets import QTableView

from desk.domain.register import LineColumn, Lines
from desk.gui.report.fitting import squeezed, widened
from desk.gui.report.lines_table import SeenLines


def test_what_fits_stays_as_it_wishes():
    assert squeezed([100, 200], [False, False], 300) == [100, 200]


def test_the_widest_words_give_way_first_and_numbers_never():
    assert squeezed([280, 280, 120], [False, True, False], 600) == [200, 280, 120]


def test_a_table_that_cannot_be_read_so_narrow_goes_on_sideways_with_nothing_cut():
    assert squeezed([280, 280], [False, False], 2 * 84) == [84, 84]
    assert squeezed([280, 280], [False, False], 2 * 84 - 1) == [280, 280]


def test_what_is_left_of_the_width_goes_to_the_columns_that_are_cut():
    assert widened([100, 280, 280], [100, 300, 900], 800) == [100, 300, 400]
    assert widened([280, 280], [900, 900], 500) == [280, 280]  # goes on sideways already


def test_a_table_fits_again_after_the_window_changed_and_a_tip_says_what_is_cut(qtbot):
    words = "未按时完成投诉处理，超期15天以上" * 3
    columns = (LineColumn("事由", "", 24, "text"), LineColumn("对象", "", 24, "text"))
    table = QTableView()
    qtbot.addWidget(table)
    shown = SeenLines(table)
    table.setModel(shown)
    table.resize(700, 200)
    table.show()
    shown.show_lines(Lines("表", "", "", columns, ((words, words),), ((words, words),)))
    before = table.columnWidth(0)

    table.resize(400, 200)

    qtbot.waitUntil(lambda: table.columnWidth(0) + table.columnWidth(1) <= table.viewport().width())
    assert table.columnWidth(0) < before
    assert shown.index(0, 0).data(3) == words  # the tip
