"""What a paper leaves out because there is nothing to say, and what the empty form keeps to write on."""

import pytest
from tests.paper.papers import WORDS, form

from desk.domain.document import Signature
from desk.domain.notice import compose

HELD = {"materials_held": ({"name": "购物小票", "copies": "1"},), "materials": ({"name": "购物小票"},)}
RECEIVED = {**WORDS, "case.first_receiver": "王芳", "clerk.name": "李四", "paper.date": "2026年4月22日"}


def without(*paths):
    return {path: said for path, said in RECEIVED.items() if path not in paths}


def test_a_mediation_notice_with_nothing_more_to_bring_asks_for_the_identity_papers_alone():
    words = compose(form("R15", "mediation_notice"), without("mediation.bring")).text

    assert "请携带以下材料：身份证明材料。" in words
    assert "；2." not in words
    assert "……" not in words


def test_a_mediation_notice_names_what_else_to_bring():
    words = compose(form("R15", "mediation_notice"), {**RECEIVED, "mediation.bring": "购物小票"}).text

    assert "1. 身份证明材料；2. 购物小票。" in words


def test_the_empty_mediation_notice_keeps_the_line_to_write_on():
    assert "……" in compose(form("R15", "mediation_notice"), {}).text


@pytest.mark.parametrize("book", ["R04", "R15"])
def test_a_receipt_for_nothing_but_words_has_no_table_and_says_so(book):
    paper = compose(form(book, "receipt"), without("materials", "materials_held"))

    assert "没有随附材料" in paper.text
    assert "上列材料" not in paper.text
    assert "材料名称" not in paper.text


@pytest.mark.parametrize("book", ["R04", "R15"])
def test_a_receipt_lists_what_was_handed_in(book):
    words = compose(form(book, "receipt"), {**RECEIVED, **HELD}).text

    assert "购物小票" in words
    assert "上列材料" in words
    assert "没有随附" not in words


@pytest.mark.parametrize("book", ["R04", "R15"])
def test_the_empty_receipt_keeps_its_table_and_one_sentence(book):
    words = compose(form(book, "receipt"), {}).text

    assert "上列材料" in words
    assert "没有随附" not in words


@pytest.mark.parametrize("book", ["R04", "R15"])
def test_a_receipt_names_who_received_and_bears_the_day_it_was_issued(book):
    paper = compose(form(book, "receipt"), {**RECEIVED, "case.received_on": "2026年4月20日"})
    (signature,) = [block for block in paper.blocks if isinstance(block, Signature)]

    assert "收件人：王芳" in paper.text
    assert "李四" not in paper.text
    assert signature.date.text == "2026年4月22日"


@pytest.mark.parametrize("kind", ["投诉", "举报"])
def test_the_notice_of_handing_down_says_which_of_the_two_it_is(kind):
    words = compose(form("R15", "referral"), {**RECEIVED, "case.kind": kind}).text

    assert f"要求退款的{kind}。" in words
    assert "的投诉/举报。" in compose(form("R15", "referral"), {}).text


@pytest.mark.parametrize(
    ("ground", "told"), [("legal_route", True), ("no_competence", False), ("final", False)]
)
def test_only_who_has_a_legal_way_left_is_sent_there(ground, told):
    """《信访工作条例》第三十一条; after 复核 (第三十六条) there is no organ to turn to any more."""
    paper = compose(form("R17", "refusal"), RECEIVED, lambda when: when == f'ground == "{ground}"')

    assert ("请您依照法定途径" in paper.text) == told
