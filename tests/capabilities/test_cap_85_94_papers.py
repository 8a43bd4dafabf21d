"""Papers at the desk (CAP-85 to 94): what a clerk gets, through the services; the engine's own proofs stand in tests/paper."""

import re

import pytest
from tests.capabilities.counter import Opened, act, look, take_in
from tests.paper.papers import WORDS, pages_of, text_of

from desk.domain.notice import compose
from desk.paper.drawing import draw, draw_many
from desk.paths import resource
from desk.rulebook.layout import fields, load_layout
from desk.rulebook.loading import load
from desk.services import issued_papers, notices

DECISION = {"approver": "李局长", "approved_on": "2026-11-20"}
COMPLAINT = {
    "complainant__address": "示范区人民路1号", "respondent__name": "鑫源电器商行", "respondent__address": "解放街8号",
}  # fmt: skip


@pytest.mark.parametrize(
    ("office", "form"),
    [(path.parts[-3], path.stem) for path in sorted(resource("rulebooks").glob("*/forms/*.toml"))],
)
def test_every_form_is_drawn_empty_and_filled_without_a_missing_character(office: str, form: str) -> None:
    """CAP-85: no tofu; the empty form has room to write in: ruled lines, or ruled cells."""
    layout = load(office).layouts[form]

    empty = compose(layout, {})

    assert draw(empty).missing == draw(compose(layout, WORDS)).missing == ()
    assert empty.blanks or not fields(layout)


def test_each_kind_of_notice_counts_for_itself_and_apart_from_the_case(opened: Opened) -> None:
    """CAP-88: two kinds have independent counters; a reprint keeps its number (002:607)."""
    office = opened("R15")
    head = office.viewer("head")
    first, second = (take_in(office, "counter", channel="window", **COMPLAINT).case.number for _ in range(2))
    act(office, "head", first, "accept", **DECISION)
    act(office, "head", second, "refuse", ground="not_ours", **DECISION)

    accepted = notices.issue(office, head, first, "acceptance")
    refused = notices.issue(office, head, second, "refusal")

    assert [re.search(r"第(\d+)号", paper.number)[1] for paper in (accepted, refused)] == ["1", "1"]  # type: ignore[index]
    assert accepted.number != refused.number
    assert {accepted.number, refused.number}.isdisjoint({first, second})
    assert issued_papers.reprint(office, head, accepted.paper_id).number == accepted.number


@pytest.mark.parametrize(
    ("paper", "seal"),
    [
        ("acceptance", "受理专用章"),
        ("papers_receipt", "受理专用章"),
        ("correction", "行政许可专用章"),
        ("refusal", "行政许可专用章"),
    ],
)
def test_each_notice_of_the_licence_window_names_its_seal(paper: str, seal: str) -> None:
    """CAP-89: 000:349."""
    book = load("R04")
    entry = book.paper(paper)

    assert entry.seal == seal
    assert f"盖{seal}" in text_of(draw(compose(book.layouts[entry.layout], WORDS)).data)


def test_the_agreement_has_room_for_the_seals_of_both_sides() -> None:
    """CAP-89: 000:65."""
    text = text_of(draw(compose(load_layout(resource("overlays", "X1", "forms", "agreement.toml")), {})).data)

    assert "甲方：（盖章）" in text
    assert "乙方：（盖章）" in text


def test_the_sheet_comes_in_as_many_copies_as_its_manual_says() -> None:
    """CAP-91: 002:661 第一联质量管理部."""
    book = load("R11b")
    paper = book.paper("sheet")

    papers = [compose(book.layouts[paper.layout], WORDS, copy=copy) for copy in paper.copies]
    pages = pages_of(draw_many(papers).data)

    assert [copy.holder for copy in paper.copies] == ["质量管理部", "制造部"]
    assert ["第一联质量管理部" in page for page in pages] == [True, False]
    assert ["第二联制造部" in page for page in pages] == [False, True]


def test_every_printing_is_on_record_and_a_void_number_is_gone(opened: Opened) -> None:
    """CAP-93."""
    office = opened("R15")
    head = office.viewer("head")
    number = take_in(office, "counter", channel="window", **COMPLAINT).case.number
    act(office, "head", number, "accept", **DECISION)
    first = notices.issue(office, head, number, "acceptance")

    issued_papers.log_print(office, head, first.paper_id, "一号打印机", 2, reprinted=False)
    issued_papers.log_print(office, head, first.paper_id, "一号打印机", 1, reprinted=True)
    issued_papers.void(office, head, first.paper_id, "收件人写错")
    second = notices.issue(office, head, number, "acceptance")

    rows = look(office, "head", number).papers
    assert [(row.printed, row.state) for row in rows] == [(2, "void"), (0, "issued")]
    assert first.number != second.number
    with office.store.reading() as tx:
        from sqlalchemy import text

        log = tx.connection.execute(
            text("SELECT paper_id, by, copies, reprint, note FROM print_log ORDER BY id")
        ).all()
    assert [tuple(row) for row in log] == [
        (first.paper_id, head.user, 2, 0, "一号打印机"),
        (first.paper_id, head.user, 1, 1, "一号打印机"),
    ]
