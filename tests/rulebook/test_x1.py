"""The agreement over a manual: its hours are agreed case by case and go before the manual's, with their own source.

The expected values are copied from the agreement's text by hand; the last column of a table is its line.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from tests.paper.papers import text_of
from tests.rulebook.test_ways import MORNING, Act, opened, walked
from tests.rulebook.walking import clocks, due

from desk.domain.case import Case
from desk.domain.clocks import ClockState
from desk.domain.errors import DeskError
from desk.domain.filling import Values
from desk.domain.notice import compose
from desk.paper.drawing import draw
from desk.rulebook.limits import parse_limit
from desk.rulebook.loading import load, overlays, shipped
from desk.rulebook.model import Rulebook, find

LATER = "2026-11-30 09:00"
NAMED = {
    "complainant.name": "张三",
    "complainant.phone": "13900000000",
    "subject": "划伤",
    "narrative": "到货划伤",
}


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load("R14+X1")


def signed(book: Rulebook, **agreed: int) -> Case:
    """A complaint whose parties have signed the agreement with these numbers in its blanks."""
    given: dict[str, Any] = {"agreement_signed_on": MORNING.date(), **agreed}
    return walked(
        book,
        opened(book, "complaint", "visit", "quality", dict(NAMED)),
        [("sign_agreement", "reception", given)],
    )


def hours(state: ClockState) -> float:
    """From the start of a clock to its due time."""
    assert state.due
    return (state.due - state.starts) / timedelta(hours=1)


@pytest.mark.parametrize("id_", shipped())
def test_the_agreement_lies_over_every_manual(id_: str) -> None:
    book = load(f"{id_}+X1")

    assert book.version.endswith("+X1.1")
    assert book.paper("agreement").layout in book.layouts
    assert "X1" in overlays()


def test_without_an_agreement_the_manual_holds(book: Rulebook) -> None:
    found = clocks(book, opened(book, "complaint", "visit", "quality", dict(NAMED)), LATER)

    assert hours(found["first_reply"]) == 24  # 000:186
    assert not {"agreed_reply", "agreed_verify", "agreed_result"} & set(found)


def test_twelve_hours_of_the_agreement_go_before_the_twenty_four_of_the_manual(book: Rulebook) -> None:
    found = clocks(book, signed(book, agreed_reply_hours=12), LATER)

    assert hours(found["agreed_reply"]) == 12
    assert "first_reply" not in found
    assert book.clock("agreed_reply").source == "000:52"


@pytest.mark.parametrize(
    ("blank", "clock", "line"),
    [
        ("agreed_reply_hours", "agreed_reply", "000:52"),
        ("agreed_verify_hours", "agreed_verify", "000:52"),
        ("agreed_result_hours", "agreed_result", "000:53"),
    ],
)
def test_each_blank_of_the_agreement_has_its_clock(book: Rulebook, blank: str, clock: str, line: str) -> None:
    found = book.clock(clock)

    assert (found.limit, found.starts, found.source) == (f"{{{blank}}}h", ("received",), line)
    assert found.told
    assert hours(clocks(book, signed(book, **{blank: 36}), LATER)[clock]) == 36
    assert clock not in clocks(book, signed(book), LATER)


def test_a_blank_left_open_leaves_the_manuals_hours(book: Rulebook) -> None:
    """D-03 of another kind: only what was agreed is changed."""
    found = clocks(book, signed(book, agreed_result_hours=72), LATER)

    assert hours(found["first_reply"]) == 24
    assert hours(found["agreed_result"]) == 72


def test_the_manuals_clock_cites_both(book: Rulebook) -> None:
    clock = book.clock("first_reply")

    assert (clock.limit, clock.source) == ("24h", "000:52；手册 000:186, 250; 001:103")
    assert clock.note == "依“投诉处理协议”"
    assert load("R14").clock("first_reply").source == "000:186, 250; 001:103"


def test_one_of_the_two_replies_can_be_taken_and_never_both(book: Rulebook) -> None:
    reply: Act = ("first_reply", "reception", {"told_by": "phone"})
    agreed: Act = ("agreement_reply", "reception", {})

    with pytest.raises(DeskError, match="已签投诉处理协议"):
        walked(book, signed(book, agreed_reply_hours=12), [reply])
    with pytest.raises(DeskError, match="请照手册办理"):
        walked(book, signed(book), [agreed])
    found = clocks(book, walked(book, signed(book, agreed_reply_hours=12), [agreed]), LATER)
    assert found["agreed_reply"].standing == "done"


def test_what_cannot_be_solved_in_time_is_explained_and_agreed_anew(book: Rulebook) -> None:
    """000:54: the reason is said, and the extension is agreed, not approved."""
    later = MORNING.date() + timedelta(days=10)
    extend: Act = ("agreement_extend", "reception", {"agreement_delay": "等待检测", "due_on": later})
    extended = walked(book, signed(book, agreed_result_hours=48), [extend])

    state = clocks(book, extended, LATER)["agreed_result"]
    assert due(book, extended, "agreed_result", LATER) == later.isoformat()
    assert any(step.startswith("与投诉人商定延期：原到期 ") for step in state.steps)
    with pytest.raises(DeskError):
        walked(
            book, signed(book, agreed_result_hours=48), [("agreement_extend", "reception", {"due_on": later})]
        )


def test_an_agreement_can_be_extended_more_than_once(book: Rulebook) -> None:
    days = [MORNING.date() + timedelta(days=days) for days in (10, 20)]
    acts: list[Act] = [
        ("agreement_extend", "reception", {"agreement_delay": "等待检测", "due_on": day}) for day in days
    ]

    extended = walked(book, signed(book, agreed_result_hours=48), acts)

    assert due(book, extended, "agreed_result", LATER) == days[-1].isoformat()


# --- the paper (000:48-65) ---


def agreement(book: Rulebook, values: Values | None = None, known: tuple[str, ...] = ()) -> str:
    def holds(text: str) -> bool:
        return not any(text == f"not known({fact})" for fact in known)

    return text_of(draw(compose(book.layouts["agreement"], values or {}, holds)).data)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("甲方：（全称）", "000:48"),
        ("乙方：（全称）", "000:48"),
        ("鉴于甲方为投诉处理方，乙方为投诉方，双方为平等的主体", "000:48"),
        ("《中华人民共和国消费者权益保护法》等法律法规的规定，甲乙双方经协商一致，订立本协议书。", "000:48"),
        ("本协议书适用于乙方对甲方提供的产品或服务的投诉。", "000:49"),
        ("应确保投诉内容真实、准确、完整。", "000:50"),
        ("应在第一时间内向甲方提出投诉。", "000:51"),
        ("小时内回复乙方，告知已收到投诉，并会在", "000:52"),
        ("小时内进行调查核实。", "000:52"),
        ("小时内将投诉处理结果告知乙方。", "000:53"),
        ("甲方应向乙方说明原因，并商定延长处理时间。", "000:54"),
        ("不得泄露乙方个人信息及投诉内容。", "000:55"),
        ("应遵循公平、公正、公开的原则。", "000:56"),
        ("充分听取乙方的意见和诉求。", "000:57"),
        ("进行归档，保存期限为", "000:58"),
        ("乙方有权要求甲方承担违约责任。", "000:59"),
        ("乙方应承担相应的赔偿责任。", "000:60"),
        ("应首先通过友好协商解决。", "000:61"),
        ("任何一方均有权向合同签订地人民法院提起诉讼。", "000:62"),
        ("本协议书一式两份，甲乙双方各执一份。", "000:63"),
        ("本协议书自双方签字（或盖章）之日起生效。", "000:64"),
        ("甲方：（盖章）", "000:65"),
        ("乙方：（盖章）", "000:65"),
        ("签订日期：", "000:65"),
        ("1.相关法律法规", "000:65"),
        ("2.投诉处理表格", "000:65"),
    ],
)
def test_the_empty_agreement_says_what_the_model_says(book: Rulebook, words: str, line: str) -> None:
    assert words in agreement(book), line


def test_the_agreed_numbers_are_printed_in_the_blanks(book: Rulebook) -> None:
    numbers = {
        "agreed_reply_hours": "12",
        "agreed_verify_hours": "36",
        "agreed_result_hours": "72",
        "agreed_years": "3",
    }

    text = agreement(book, numbers)

    assert "应在12小时内回复乙方，告知已收到投诉，并会在36小时内进行调查核实。" in text
    assert "应在72小时内将投诉处理结果告知乙方。" in text
    assert "保存期限为3年。" in text


def test_a_neutral_mediator_makes_it_an_agreement_of_three(book: Rulebook) -> None:
    two, three = agreement(book), agreement(book, {"mediator": "某某调解中心"}, ("mediator",))

    assert "丙方" not in two
    assert "甲乙丙三方经协商一致" in three  # 000:66
    assert "甲乙双方经协商一致" not in three
    assert "丙方：（全称）某某调解中心" in three


def test_the_law_is_the_one_in_force_unless_the_office_prints_the_old_text(book: Rulebook) -> None:
    """D-45: the model cites the Contract Law, repealed with the Civil Code."""
    printed = load("R14+X1", {"agreement_law": "contract_law"})

    assert "《中华人民共和国民法典》" in agreement(book)
    assert book.field("agreement_law").default == "《中华人民共和国民法典》"
    assert printed.field("agreement_law").default == "《中华人民共和国合同法》"
    assert "根据《中华人民共和国合同法》、" in agreement(book, {"agreement_law": "《中华人民共和国合同法》"})


def test_two_copies_one_for_each_party(book: Rulebook) -> None:
    paper = find(book.papers, "agreement")

    assert [copy.holder for copy in paper.copies] == ["甲方", "乙方"]  # 000:63
    assert [copy.name for copy in paper.sheets] == ["第一份（正本）", "第二份（正本）"]  # 000:63 一式两份
    assert (paper.originals, paper.seal, paper.to) == (2, "甲方印章、乙方印章", "both")  # 000:63-65


def test_a_number_agreed_is_a_number_of_its_unit() -> None:
    assert parse_limit("{agreed_reply_hours}h").fact == "agreed_reply_hours"


def test_the_agreement_fits_a_case_of_any_time(book: Rulebook) -> None:
    """The control: the agreed clock runs from receipt and not from the signing."""
    case = replace(signed(book, agreed_reply_hours=12), received_at=datetime(2026, 11, 19, 1, tzinfo=UTC))

    assert clocks(book, case, LATER)["agreed_reply"].starts == datetime(2026, 11, 19, 1, tzinfo=UTC)
