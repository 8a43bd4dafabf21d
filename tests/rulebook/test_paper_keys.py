"""What a paper's keys do: originals are drawn and named, the printed manual says whose form each one is."""

import pytest
from tests.small_office import RULES

from desk.domain.handbook import chapters
from desk.rulebook.documents import Copy, Paper
from desk.rulebook.loading import BadRulebook, Manual, load

THREE = (
    Copy(name="第一份", holder="投诉人"),
    Copy(name="第二份", holder="被投诉人"),
    Copy(name="第三份", holder="归档", stub=True),
)


def paper(copies: tuple[Copy, ...] = (), originals: int = 0) -> Paper:
    return Paper(id="p", name="调解书", layout="p", nature="decision", copies=copies, originals=originals)


def drawn(one: Paper) -> list[tuple[str, str]]:
    return [(copy.name, copy.holder) for copy in one.sheets]


def test_the_first_copies_are_the_originals() -> None:
    assert drawn(paper(THREE, 2)) == [
        ("第一份（正本）", "投诉人"), ("第二份（正本）", "被投诉人"), ("第三份", "归档"),
    ]  # fmt: skip
    assert [copy.stub for copy in paper(THREE, 2).sheets] == [False, False, True]


def test_where_the_manual_says_nothing_no_copy_is_called_an_original() -> None:
    assert drawn(paper(THREE)) == [("第一份", "投诉人"), ("第二份", "被投诉人"), ("第三份", "归档")]
    assert paper().sheets == ()


def test_originals_without_named_holders_are_drawn_as_many_times() -> None:
    assert drawn(paper(originals=2)) == [("第1份（正本）", "共2份"), ("第2份（正本）", "共2份")]


def test_more_originals_than_copies_are_a_fault() -> None:
    broken = (
        RULES
        + '\n[[paper]]\nid = "x"\nname = "书"\nlayout = "office_receipt"\nnature = "notice"\noriginals = 2\n'
    )
    broken += 'copies = [{ name = "第一份", holder = "申请人" }]\n'

    with pytest.raises(BadRulebook) as refusal:
        load(Manual({"rules.toml": broken}))

    assert "paper(x).originals：正本 2 份，联次只有 1 份" in str(refusal.value)


@pytest.mark.parametrize(
    ("book", "chapter", "id_", "words"),
    [
        ("R15", "papers", "settlement", "文书式样九"),
        ("R01", "papers", "dispatch", "手册给定"),  # 002:397-431
        ("R01", "papers", "delay", "补拟：手册没有给表样"),  # 002:353-361
        ("R04", "papers", "acceptance", "补拟：手册没有给表样"),  # 000:343, named only
        ("R04", "registers", "cases", "补拟：手册没有给表样"),
    ],
)
def test_the_manual_read_back_says_whose_form_it_is(book: str, chapter: str, id_: str, words: str) -> None:
    rows = next(found.rows for found in chapters(load(book)) if found.id == chapter)

    assert next(row for row in rows if row[0] == id_)[-2] == words


def test_the_manual_read_back_has_numbers_and_originals() -> None:
    found = {chapter.id: chapter.rows for chapter in chapters(load("R15"))}

    assert next(row for row in found["papers"] if row[0] == "settlement")[4] == (
        "第一份（正本）投诉人、第二份（正本）被投诉人、第三份（正本）归档"
    )
    assert ("complaint", "投诉编号", "〈yyyy〉〈mm〉〈serial:4〉", "每月", "002:399, 437") in [
        row for chapter in chapters(load("R01")) if chapter.id == "series" for row in chapter.rows
    ]
