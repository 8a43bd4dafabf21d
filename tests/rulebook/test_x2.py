"""The house style over a manual: its sizes and fonts, the parts of a document, who checks and signs, and how fast.

The expected values are copied from the company's rules on documents by hand; the last column of a table is its line.
"""

from datetime import timedelta
from typing import Any

import pytest
from tests.paper.papers import text_of
from tests.rulebook.test_ways import MORNING, Act, opened, walked
from tests.rulebook.walking import clocks, due

from desk.domain.errors import DeskError
from desk.domain.filling import Values
from desk.domain.notice import compose
from desk.domain.numbering import number
from desk.paper.drawing import draw
from desk.rulebook.layout import load_profile
from desk.rulebook.loading import load, shipped
from desk.rulebook.model import Rulebook, find

LATER = "2026-12-10 09:00"
DRAFT: dict[str, Any] = {
    "document_kind": "letter", "document_title": "关于张三投诉处理情况的函", "document_to": "某某公司",
    "document_body": "经核实，情况属实。", "document_urgency": "usual",
}  # fmt: skip


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load("R14+X2")


@pytest.mark.parametrize("id_", shipped())
def test_the_style_lies_over_every_manual(id_: str) -> None:
    book = load(f"{id_}+X2")

    assert book.profile == "group-office"
    assert book.layouts["document"].profile == "group-office"


@pytest.mark.parametrize(
    ("style", "font", "size", "align", "line"),
    [
        ("title", "hei", 18, "center", "002:607"),  # 小2号黑体，居中
        ("number", "song", 10.5, "center", "002:607"),  # 5号宋体，居中
        ("body", "fangsong", 15, "justify", "002:607"),  # 小3号仿宋
    ],
)
def test_title_number_and_body_have_the_fonts_of_the_rule(
    book: Rulebook, style: str, font: str, size: float, align: str, line: str
) -> None:
    found = load_profile(book.profile).styles[style]

    assert (found.font, found.size, found.align) == (font, size, align), line


def test_a_paragraph_begins_two_characters_in_and_goes_on_at_the_edge(book: Rulebook) -> None:
    body = load_profile(book.profile).styles["body"]

    assert (body.indent, body.hanging) == (2, 0)  # 002:607


@pytest.mark.parametrize(
    ("clock", "limit", "line"),
    [
        ("document", "2wd", "002:665"),
        ("document_urgent", "at_once", "002:665"),
        ("document_check", "1wd", "002:665"),
        ("document_sign", "1wd", "002:665"),
        ("document_pass_on", "30min", "002:665"),
    ],
)
def test_a_document_is_handled_as_fast_as_the_rule_says(
    book: Rulebook, clock: str, limit: str, line: str
) -> None:
    found = book.clock(clock)

    assert (found.limit, found.source) == (limit, line)


@pytest.mark.parametrize(("urgency", "runs"), [("usual", "document"), ("urgent", "document_urgent"), ("very_urgent", "document_urgent")])  # fmt: skip
def test_an_urgent_document_has_no_two_days(book: Rulebook, urgency: str, runs: str) -> None:
    case = opened(book, "complaint", "visit", "quality", {})
    found = clocks(
        book,
        walked(book, case, [("draft_document", "specialist", {**DRAFT, "document_urgency": urgency})]),
        LATER,
    )

    assert {"document", "document_urgent"} & set(found) == {runs}


def test_two_working_days_pass_over_the_weekend(book: Rulebook) -> None:
    case = walked(
        book, opened(book, "complaint", "visit", "quality", {}), [("draft_document", "specialist", DRAFT)]
    )

    assert MORNING.weekday() == 4  # a Friday
    assert due(book, case, "document", LATER) == (MORNING.date() + timedelta(days=4)).isoformat()


SIGNED: list[Act] = [
    ("draft_document", "specialist", DRAFT),
    ("check_document", "supervisor", {}),
    ("sign_document", "gm", {"document_signer": "李总"}),
    ("send_document", "specialist", {}),
]


def test_a_document_is_sealed_only_after_drafting_checking_and_signing(book: Rulebook) -> None:
    """002:711, 4.2.4."""
    case = opened(book, "complaint", "visit", "quality", {})

    assert walked(book, case, SIGNED).state == "received"
    for left_out in range(3):
        with pytest.raises(DeskError):
            walked(book, case, [*SIGNED[:left_out], SIGNED[3]])


@pytest.mark.parametrize(
    ("brackets", "expected"), [("round", "某办（2026）3号"), ("hexagonal", "某办〔2026〕3号")]
)
def test_the_number_of_a_document_has_issuer_year_and_serial(brackets: str, expected: str) -> None:
    """D-46; 002:607: the year in full."""
    book = load("R14+X2", {"document_brackets": brackets})

    assert number(find(book.series, "document"), MORNING.date(), 3, "某办") == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [("company", ["普通", "机密", "绝密"]), ("state", ["不定密", "秘密", "机密", "绝密"])],
)
def test_the_grades_of_secrecy_bear_the_names_of_the_house(names: str, expected: list[str]) -> None:
    """D-46; 002:665, 691."""
    book = load("R14+X2", {"document_secrecy": names})

    assert [choice.name for choice in book.field("document_secrecy").choices] == expected


PARTS: Values = {
    "document_copy": "000001", "document_secrecy": "机密", "document_secret_for": "1年", "document_urgency": "特急",
    "office.name": "某某公司", "paper.number": "某办（2026）3号", "document_signer": "李总", "document_title": "关于某事的报告",
    "document_to": "某某集团", "document_body": "正文第一句。", "document_annexes": ({"name": "调查表"}, {"name": "照片"}),
    "paper.date": "2026年11月20日", "document_note": "此件公开", "document_cc": "质量部",
}  # fmt: skip


def printed(book: Rulebook, values: Values) -> str:
    return text_of(draw(compose(book.layouts["document"], values)).data)


def test_the_parts_of_a_document_stand_in_their_order(book: Rulebook) -> None:
    """002:691, art. 9."""
    text = printed(book, PARTS)
    order = [
        "000001", "机密", "1年", "特急", "某某公司文件", "某办（2026）3号", "签发人：李总", "关于某事的报告", "某某集团：",
        "正文第一句。", "附件：1.调查表", "2.照片", "某某公司", "2026年11月20日", "（此件公开）", "抄送：质量部。",
    ]  # fmt: skip

    place = 0
    for words in order:
        place = text.index(words, place) + len(words)


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("document_copy", "000001"),
        ("document_secrecy", "机密"),
        ("document_urgency", "特急"),
        ("document_signer", "签发人"),
        ("document_annexes", "附件"),
        ("document_note", "此件公开"),
        ("document_cc", "抄送"),
    ],
)
def test_a_part_that_is_not_filled_in_is_not_printed(book: Rulebook, part: str, words: str) -> None:
    values = {name: value for name, value in PARTS.items() if name != part}

    assert words in printed(book, PARTS)
    assert words not in printed(book, values)


def test_the_approval_sheet_asks_for_three_signatures(book: Rulebook) -> None:
    text = text_of(draw(compose(book.layouts["document_approval"], {})).data)

    assert book.layouts["document_approval"].title == "公司公文审批表"  # 002:665
    assert book.layouts["document_approval"].derived
    assert [text.count(words) for words in ("拟稿人", "部门负责人", "领导签发意见", "签名：")] == [1, 1, 1, 3]


def test_whoever_handles_a_case_drafts_and_only_who_approves_signs(book: Rulebook) -> None:
    """The overlay knows no roles of the manual: it asks for their rights."""
    case = walked(book, opened(book, "complaint", "visit", "quality", {}), SIGNED[:2])

    with pytest.raises(DeskError, match="“领导签发公文”须由客户投诉主管、审核人、财务部、销售部、总经理办理"):
        walked(book, case, [("sign_document", "specialist", {"document_signer": "李总"})])
