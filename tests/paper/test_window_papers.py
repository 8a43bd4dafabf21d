"""The licence window's papers: what its manual (000:340-350) asks each of them to say and to be sealed with."""

import pytest
from tests.paper.papers import WORDS, form, glyphs, text_of

from desk.domain.document import Signature
from desk.domain.notice import compose
from desk.paper.drawing import draw
from desk.rulebook.documents import Copy

VALUES = {
    **WORDS,
    "materials_held": ({"name": "申请书"}, {"name": "营业执照复印件"}),
    "materials_missing": ({"name": "场所平面图"}, {"name": "法定代表人身份证明"}),
    "reason": "不属于本部门职权范围。",
    "ground.text": "申请事项不属于本部门职权范围",
    "office.complaint_channel": "12345",
    "office.reconsideration_organ": "某某市人民政府",
    "office.court": "某某市中级人民法院",
    "handover.from": "赵六",
    "department": "注册处",
}

# 000:349: 《受理通知书》《接受材料凭证》加盖受理专用章，《补正材料通知书》《不予受理通知书》加盖行政许可专用章，均注明日期
SEALS = {
    "acceptance": "受理专用章",
    "papers_received": "受理专用章",
    "correction": "行政许可专用章",
    "refusal": "行政许可专用章",
}


def text(name: str) -> str:
    """The composed words of a paper."""
    return compose(form("R04", name), VALUES).text


@pytest.mark.parametrize(("name", "seal"), SEALS.items())
def test_each_notice_is_dated_and_names_its_own_seal_in_the_margin(name, seal):
    paper = compose(form("R04", name), VALUES)
    (signature,) = [block for block in paper.blocks if isinstance(block, Signature)]
    margin = "".join(glyph.char for glyph in glyphs(draw(paper).data) if glyph.x > 184)

    assert signature.seal == seal
    assert signature.date.text == "2026年4月22日"
    assert seal in margin
    assert seal not in paper.text


def test_the_acceptance_serves_as_proof():
    # 000:343: 将《受理通知书》交与申请人作为受理凭证
    assert "本通知书为受理凭证" in text("acceptance")
    assert "决定予以受理" in text("acceptance")


def test_the_correction_lists_at_once_what_is_there_and_what_is_missing():
    # 000:344-345: 当场一次告知；注明已具备和需要补正的内容
    words = text("correction")

    assert "一次告知如下" in words
    held, missing = words.index("已具备的材料"), words.index("需要补正的材料")
    assert (
        held
        < words.index("1. 申请书")
        < words.index("2. 营业执照复印件")
        < missing
        < words.index("1. 场所平面图")
    )


def test_the_proof_of_papers_is_not_an_acceptance_and_names_the_same_day():
    # 000:346: 不能当场告知的，填写《接受材料凭证》，于当日将申请材料转有关业务处
    words = text("papers_received")

    assert "不表示申请已经受理" in words
    assert "当日转交" in words
    assert "申请书" in words
    assert "营业执照复印件" in words
    assert "场所平面图" not in words


def test_the_refusal_says_why_and_where_to_turn():
    # 000:348: 说明理由，告知行政复议或者行政诉讼的权利以及投诉渠道
    words = text("refusal")

    assert "理由：不属于本部门职权范围。" in words
    assert "向某某市人民政府申请行政复议" in words
    assert "向某某市中级人民法院提起行政诉讼" in words
    assert "投诉：12345" in words


@pytest.mark.parametrize("name", ["handover_1", "handover_2"])
def test_the_handover_sheets_are_signed_by_both_sides(name):
    # 000:347, 350: 双方在《行政许可移送表》签字；交接双方须填写
    words = text(name)

    assert "移送人（受理窗口签字）：赵六" in words
    assert "接收人（业务处签字）" in words


def test_the_first_handover_sheet_has_its_return_and_the_day_the_applicant_was_told():
    # 000:347: 返至受理人员，双方签字；次日告知申请人
    words = text("handover_1")

    for label in (
        "业务处\n审查意见",
        "返还人（业务处签字）",
        "接收人（受理窗口签字）",
        "告知申请人",
        "告知方式",
    ):
        assert label in words


def test_the_empty_form_shows_every_label_and_only_lines_to_write_on():
    for name in (*SEALS, "receipt", "handover_1", "handover_2"):
        drawn = draw(compose(form("R04", name), {}))

        assert drawn.missing == ()
        assert form("R04", name).title in text_of(drawn.data)
        assert "{" not in text_of(drawn.data)


def test_the_stub_is_signed_for_by_the_applicant():
    stub = Copy(name="第二联", holder="受理窗口", stub=True)

    for name in (*SEALS, "receipt"):
        assert "签收人（签字）" in compose(form("R04", name), VALUES, copy=stub).text
