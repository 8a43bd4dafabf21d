"""How long a large register takes, beside openpyxl's own streaming on the same machine at the same moment."""

import time
from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook
from tests.sheets.books import column, register

from desk.domain.register import Lines
from desk.sheets.workbook import write_lines

ROWS = 10_000
AT_LEAST = 4
"""How many times faster than openpyxl; measured at 100,000 cases of 20 columns it was eight times."""


@pytest.mark.slow
def test_a_large_register_is_written_several_times_faster_than_by_openpyxl():
    lines = large_register()

    ours, theirs = seconds(lambda: write_lines(lines)), seconds(lambda: by_openpyxl(lines))

    print(
        f"\n{ROWS} x {len(lines.columns)}: {ours:.2f} s, openpyxl {theirs:.2f} s, {theirs / ours:.1f} times"
    )
    assert theirs / ours > AT_LEAST


def large_register() -> Lines:
    row = (
        "13800000000",
        "110101199003078515",
        "张三",
        "某路某号某室",
        "噪声扰民",
        "夜间施工至凌晨两点，影响老人和孩子休息。" * 3,
    ) * 3
    columns = [column("序号", "count"), column("日期", "date"), *[column(f"列{n}") for n in range(len(row))]]
    return register(columns, [(number, date(2026, 3, 1), *row) for number in range(ROWS)])


def by_openpyxl(lines: Lines) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in lines.data:
        sheet.append(row)
    book.save(BytesIO())


def seconds(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before
