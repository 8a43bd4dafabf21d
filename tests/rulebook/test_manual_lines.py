"""Every entry of R01 to R08 and of the overlays against its line of the manual, both ways.

``lines/<book>.tsv``: table, id, the manual's lines, words that stand there (``-``: the name is ours), and the number where
there is one. An entry without a row fails as a row without its entry does. What comes from nowhere in a manual has no row.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from desk.rulebook.loading import load
from desk.rulebook.model import Rulebook
from desk.rulebook.summary import unset_values

BOOKS = {f"R0{n}": f"R0{n}" for n in range(1, 9)} | {"X1": "R14+X1", "X2": "R14+X2"}
TABLES = {
    "station": "stations", "channel": "channels", "kind": "kinds", "department": "departments", "stage": "stages",
    "category": "categories", "clock_class": "clock_classes", "representation": "representations",
    "validity": "validities", "ground": "grounds", "role": "roles", "clock": "clocks", "duty": "duties",
    "indicator": "indicators", "penalty": "penalties", "register": "registers", "paper": "papers",
    "principle": "principles",
}  # fmt: skip
_MANUAL = re.compile(r"00\d:\d")


class Row(NamedTuple):
    table: str
    id: str
    line: str
    words: str
    number: str = ""


def rows_of(book: str) -> list[Row]:
    text = Path(__file__).with_name("lines").joinpath(f"{book}.tsv").read_text("utf-8")
    return [Row(*line.split("\t")) for line in text.splitlines()]


@cache
def loaded(book: str) -> Rulebook:
    return load(BOOKS[book])


def entries(book: Rulebook, table: str) -> Iterator[Any]:
    match table:
        case "scale.criteria":
            yield from (criterion for scale in book.scales for criterion in scale.criteria)
        case "survey.questions":
            yield from book.survey.questions
        case _:
            yield from getattr(book, TABLES[table])


def entry_of(book: Rulebook, table: str, id_: str) -> Any:
    return next(entry for entry in entries(book, table) if entry.id == id_)


def plain(text: str) -> str:
    return re.sub(r"\W", "", text)


def said(entry: Any) -> str:
    return plain(f"{getattr(entry, 'name', '')} {getattr(entry, 'text', '')}")


def number_of(table: str, entry: Any) -> str:
    match table:
        case "clock":
            return entry.limit or " ".join(cell.limit for cell in entry.cells)
        case "duty":
            return f"{entry.every}*{entry.times}"
        case "indicator":
            return "unset" if entry.base == "unset" else entry.target
        case "penalty":
            return entry.amount or " ".join(f"{band.range}={band.amount}" for band in entry.bands)
    return ""


@pytest.mark.parametrize(
    ("book", "row"),
    [pytest.param(book, row, id=f"{book}-{row.table}-{row.id}") for book in BOOKS for row in rows_of(book)],
)
def test_each_entry_says_what_stands_at_its_line(book: str, row: Row) -> None:
    entry = entry_of(loaded(book), row.table, row.id)

    assert entry.source == row.line
    assert row.words == "-" or (entry.text == "unset" if row.words == "unset" else row.words in said(entry))
    assert number_of(row.table, entry) == row.number


@pytest.mark.parametrize("book", [book for book in BOOKS if book.startswith("R")])
def test_no_entry_from_the_manual_is_without_its_row(book: str) -> None:
    listed = {(row.table, row.id) for row in rows_of(book)}
    held = {
        (table, entry.id)
        for table in (*TABLES, "scale.criteria", "survey.questions")
        for entry in entries(loaded(book), table)
        if _MANUAL.search(entry.source) and not entry.variant
    }

    assert held == listed


@pytest.mark.parametrize(
    ("book", "blank"),
    [
        ("R01", "principle(repair_standard).text"),  # 002:315
        ("R01", "penalty(P9).amount"),  # 002:391
        ("R01", "indicator(efficiency).base"),  # 002:393
        ("R02", "principle(first_receiver).text"),  # 000:275
        ("R02", "principle(objective_causes).text"),  # 000:279
        ("R02", "principle(visits).text"),  # 000:275
        ("R02", "clock(close).limit"),  # 000:156, cut off
        ("R03", "principle(chart_12331).text"),  # 000:377
        ("R03", "clock(close).limit"),  # 000:362
        ("R04", "clock(acceptance_limit).limit"),  # 000:350
        ("R04", "principle(guides).text"),  # 000:342
        ("R05", "clock(announce).limit"),  # 000:216
        ("R06", "principle(complaint_annex).text"),  # 000:67
        ("R07", "clock(reply).limit"),  # 001:135
        ("R08", "principle(channels_table).text"),  # 000:296
        ("R08", "penalty(untrue).amount"),  # 000:293
        *((f"R0{n}", "secrecy.retention_years") for n in range(1, 9)),
    ],
)
def test_what_the_manual_leaves_blank_is_listed(book: str, blank: str) -> None:
    assert blank in {key for key, _ in unset_values(loaded(book))}
