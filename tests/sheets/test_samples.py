"""Public files of real offices and programs, where they lie on this machine (DESK_SAMPLES); without them nothing is tested here."""

import os
import random
from pathlib import Path

import pytest

from desk.domain.errors import DeskError
from desk.sheets.days import read_day, share_of_days
from desk.sheets.mapping import propose
from desk.sheets.opening import open_grids
from desk.sheets.reading import Table, read_tables

SAMPLES = Path(os.environ.get("DESK_SAMPLES", ""))
pytestmark = pytest.mark.skipif(
    not os.environ.get("DESK_SAMPLES") or not SAMPLES.is_dir(),
    reason="DESK_SAMPLES names no folder of sample files",
)


def sample(name: str, sheet: int = 0) -> Table:
    (file,) = SAMPLES.rglob(name)
    return read_tables(file.read_bytes(), file.name)[sheet]


@pytest.mark.parametrize(
    ("name", "width", "rows"),
    [
        ("附件3.xlsx", 7, 30), ("附件4.xlsx", 7, 120), ("car_complaint.csv", 8, 60), ("car_complaint.xlsx", 8, 60), ("311_Animals_short.csv", 31, 4969),
        ("complaints-subset.csv", 5, 280), ("信访台账_html-as-xls_gbk.xls", 15, 40), ("Chinese_Family_Name_1k.xlsx", 2, 1074),
        ("easyexcel__compatibility__t02.xlsx", 18, 1), ("easyexcel__bom__office_bom.csv", 2, 10), ("waimai_10k_masked.csv", 2, 11987), ("streets.csv", 5, 41352),
        ("multiline-headers.xlsx", 4, 1), ("hutool__aaa.xls", 4, 4),
    ],
)  # fmt: skip
def test_every_case_is_read_and_nothing_else(name, width, rows):
    found = sample(name)

    assert (len(found.header), len(found.rows)) == (width, rows)


def test_a_petition_register_saved_as_a_web_page_is_read():
    found = sample("信访台账_html-as-xls_gbk.xls")

    assert found.titles == ("信访台账",)
    assert found.header == (
        "编号",
        "责任科室",
        "信访方式",
        "标题",
        "接件时间",
        "举报类型",
        "类型",
        "乡镇",
        "转办时间",
        "应结办日期",
        "办理情况",
        "办结时间",
        "接件人",
        "科室接办人",
        "办理人",
    )
    assert found.rows[-1].values[11] == "1970-01-01"
    assert read_day(found.rows[-1].values[11]) is None


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("附件3.xlsx", 3),
        ("附件4.xlsx", 3),
        ("附件4.xlsx", 6),
        ("car_complaint.csv", 6),
        ("311_Animals_short.csv", 1),
    ],
)
def test_every_day_is_recognised(name, column):
    assert share_of_days(sample(name).column(column)) == 1.0


def test_long_digits_are_exact():
    assert sample("hutool__read_row_npe.xlsx").rows[0].values == ("20220331215854083057",)


def test_headings_in_three_rows_below_a_title_are_joined():
    found = sample("issue-320.xlsx")

    assert found.titles[0] == "Afghanistan"
    assert found.header[:7] == (
        "Country", "Level 1 Name", "Area", "Analysis Name", "Date of Analysis", "Country Population", "Current/Population Analysed/#",
    )  # fmt: skip


def test_the_columns_of_a_message_board_are_mapped():
    assert [proposal.fact for proposal in propose(sample("附件4.xlsx"))] == [
        "outside.number", "complainant.name", "subject", "received_at", "narrative", "result", "case.closed_on",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name", ["hutool__aaa.xls", "easyexcel__dataformat__dataformat.xls", "easyexcel__extra__extra.xlsx"]
)
def test_a_damaged_workbook_is_read_or_refused_in_words_and_nothing_else(name):
    (file,) = SAMPLES.rglob(name)
    whole, chance = file.read_bytes(), random.Random(20260301)

    for _ in range(150):
        data = bytearray(whole[: chance.randrange(600, len(whole))] if chance.random() < 0.2 else whole)
        for _ in range(chance.randrange(1, 40)):
            data[chance.randrange(8, len(data))] = chance.randrange(256)
        assert says_something(bytes(data))


def says_something(data: bytes) -> bool:
    try:
        return bool(open_grids(data, "a.xls"))
    except DeskError as told:
        return bool(told.message and told.hint)
