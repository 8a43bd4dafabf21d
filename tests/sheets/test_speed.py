"""How long a large register takes, beside openpyxl's own streaming and beside the least that it can cost, in the same run."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from tests.sheets.books import column, register

from desk.domain.register import Lines
from desk.sheets.workbook import write_lines

ROWS = 10_000
AT_LEAST = 4
"""How many times faster than openpyxl; measured at 100,000 cases of 20 columns it was eight times."""

MOST_OF_FLOOR = 1.5
"""How many times the floor's work, reading the rows included."""

MOST_MEMORY_MB = 60
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_a_hundred_thousand_cases_are_read_and_written_within_half_more_than_the_floor_and_sixty_megabytes():
    """In a process of its own, whose highest memory is known."""
    words = [sys.executable, "-m", "tests.perf.register_speed"]
    run = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True, timeout=600)
    found = json.loads(run.stdout)

    print(found)
    assert found["ratio"] <= MOST_OF_FLOOR
    assert 0 < found["memory_mb"] <= MOST_MEMORY_MB


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
