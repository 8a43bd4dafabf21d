"""From the approval to the signature of whoever took the paper, on both kinds of store."""

from datetime import date, timedelta

import pytest
from tests.capabilities.counter import act, take_in
from tests.fixtures_office import make_office
from tests.services.test_main_job import DECISION, complaint, text_of
from tests.small_office import at

from desk.domain.errors import DeskError, Forbidden
from desk.services import (
    approvals,
    cases,
    deliveries,
    intake,
    issued_papers,
    notices,
    seals,
    shared_forms,
    stepping,
)


@pytest.fixture
def petitions(tmp_path, store_url):
    """An office for petitions, whose manual asks nobody for an approver when a petition is refused."""
    office = make_office(tmp_path / "petitions", "R17", store_url)
    yield office
    office.close()


@pytest.fixture
def number(petitions):
    """A refused petition: its notice wants an approval (R17, refusal)."""
    number = take_in(petitions, "counter").case.number
    act(petitions, "chief", number, "refuse", ground="no_competence", told_by="post")
    return number


@pytest.fixture
def decided(market_office):
    """An accepted complaint with its decision issued: the office, its head, the case's number, the paper."""
    head = market_office.viewer("head")
    number = intake.register(market_office, market_office.viewer("counter"), complaint()).case.number
    stepping.act(market_office, head, number, "accept", DECISION)
    return market_office, head, number, notices.issue(market_office, head, number, "acceptance")


def content_of(office, paper_id):
    from desk.store import papers

    with office.store.reading() as tx:
        return papers.content(tx, paper_id)


def test_a_paper_that_wants_approval_is_not_issued_without_one(petitions, number):
    counter = petitions.viewer("counter")

    with pytest.raises(DeskError) as refusal:
        notices.issue(petitions, counter, number, "refusal")

    assert (refusal.value.code, refusal.value.field) == ("not_approved", "approver")
    assert cases.show(petitions, counter, number).papers == ()


def test_the_approval_sheet_on_paper_is_put_on_record_and_the_paper_issued(petitions, number):
    counter = petitions.viewer("counter")
    given = {"approver": "李局长", "approved_on": date(2026, 11, 20)}

    approvals.approve(petitions, counter, number, "refusal", **given)
    printed = notices.issue(petitions, counter, number, "refusal")

    assert printed.paper_id
    assert content_of(petitions, printed.paper_id)["approval"] == {"approver": "李局长", "on": "2026-11-20"}
    entry = cases.show(petitions, counter, number).case.timeline[-1]
    assert (entry.step, entry.values["approver"]) == ("approved:refusal", "李局长")


def test_a_clerk_names_who_approved_and_when(petitions, number):
    counter = petitions.viewer("counter")

    for given, field in (
        ({}, "approver"),
        ({"approver": "李局长"}, "approved_on"),
        ({"approver": "李局长", "approved_on": date(2026, 11, 21)}, "approved_on"),
    ):
        with pytest.raises(DeskError) as refusal:
            approvals.approve(petitions, counter, number, "refusal", **given)
        assert refusal.value.field == field


def test_the_approval_of_one_paper_is_none_of_another(petitions, number):
    counter = petitions.viewer("counter")

    approvals.approve(
        petitions, counter, number, "transfer_notice", approver="李局长", approved_on=date(2026, 11, 20)
    )

    with pytest.raises(DeskError) as refusal:
        notices.issue(petitions, counter, number, "refusal")
    assert refusal.value.code == "not_approved"


def test_whoever_may_approve_does_so_by_issuing(petitions, number):
    chief = petitions.viewer("chief")

    printed = notices.issue(petitions, chief, number, "refusal")

    assert content_of(petitions, printed.paper_id)["approval"] == {"approver": chief.name, "on": "2026-11-20"}
    assert "approved:refusal" in {e.step for e in cases.show(petitions, chief, number).case.timeline}


def test_a_decision_stands_on_the_approval_that_decided_the_case(decided):
    office, head, number, printed = decided

    assert content_of(office, printed.paper_id)["approval"] == {"approver": "李局长", "on": "2026-11-20"}
    steps = {entry.step for entry in cases.show(office, head, number).case.timeline}
    assert "approved:acceptance" not in steps


def test_a_delivery_is_on_record_with_means_moment_and_person(decided):
    office, head, number, printed = decided
    before = cases.show(office, head, number)

    deliveries.deliver(
        office, head, printed.paper_id, "直接送达", at=at("2026-11-20 11:30"), person="欧阳𠮷", note="当面"
    )

    after = cases.show(office, head, number)
    found = deliveries.deliveries(after.case, printed.paper_id)[0]
    assert (found.means, found.at, found.person, found.by) == (
        "直接送达", at("2026-11-20 11:30"), "欧阳𠮷", head.user
    )  # fmt: skip
    assert deliveries.undelivered(before)[0].id == printed.paper_id
    assert deliveries.undelivered(after) == ()
    assert dict(after.case.values) == dict(before.case.values)
    assert [clock.due for clock in after.clocks] == [clock.due for clock in before.clocks]


@pytest.mark.parametrize(
    ("means", "given", "field"),
    [
        ("托人捎去", {"person": "甲"}, "means"),
        ("直接送达", {}, "person"),
        ("留置送达", {"person": "  "}, "person"),
        ("邮寄送达", {"at": "2026-11-21 09:00"}, "at"),
        ("邮寄送达", {"at": "2026-11-19 09:00"}, "at"),
    ],
)
def test_a_delivery_that_cannot_be_is_refused(decided, means, given, field):
    office, head, number, printed = decided
    given = {**given, "at": at(given["at"])} if "at" in given else given

    with pytest.raises(DeskError) as refusal:
        deliveries.deliver(office, head, printed.paper_id, means, **given)

    assert refusal.value.field == field
    assert deliveries.deliveries(cases.show(office, head, number).case, printed.paper_id) == ()


def test_a_void_paper_is_not_delivered(decided):
    office, head, _, printed = decided
    issued_papers.void(office, head, printed.paper_id, "收件人写错")

    with pytest.raises(DeskError) as refusal:
        deliveries.deliver(office, head, printed.paper_id, "邮寄送达")

    assert refusal.value.code == "void"


LABELS = (
    "送达回证", "案号（编号）", "案由", "送达文书名称", "受送达人", "送达文书份数", "送达地址", "送达方式",
    "签名或者盖章", "代收人签名及", "代收理由", "见证人", "送达人", "备注", "直接送达", "留置送达", "委托送达",
    "邮寄送达", "电子送达", "转交送达", "公告送达", "当场交付",
)  # fmt: skip


def test_the_receipt_of_delivery_names_the_paper_and_its_addressee(decided):
    office, head, number, printed = decided

    words = text_of(deliveries.receipt(office, head, printed.paper_id)).replace(" ", "")

    for label in (*LABELS, number, "《投诉受理决定书》示市监投受﹝2026﹞第1号", "欧阳𠮷", "购买冰箱不制冷"):
        assert label in words
    assert "2026年11月20日" not in words


def test_after_the_delivery_its_receipt_says_how_and_when(decided):
    office, head, _, printed = decided
    deliveries.deliver(office, head, printed.paper_id, "直接送达", at=at("2026-11-20 11:30"), person="欧阳𠮷")

    words = text_of(deliveries.receipt(office, head, printed.paper_id))

    assert "2026年11月20日11时30分" in words
    assert head.name in words


def test_the_empty_receipt_of_delivery_has_every_label_and_one_page(market_office):
    printed = shared_forms.blank(market_office, "delivery_receipt")

    words = text_of(printed)
    assert printed.pages == 1
    assert all(label in words for label in LABELS)


def test_what_was_issued_and_not_printed_is_listed_until_it_is(decided):
    office, head, _, printed = decided

    before = [row.number for row in issued_papers.unprinted(office, head)]
    issued_papers.log_print(office, head, printed.paper_id, "一号打印机", 1, reprinted=False)

    assert before == [printed.number]
    assert issued_papers.unprinted(office, head) == ()


POWER = (
    "授权委托书", "委托人", "受托人", "姓名", "联系电话", "证件类型", "证件号码", "联系地址", "委托事项", "委托权限", "一般代理",
    "特别授权", "承认", "放弃", "变更请求", "和解、达成调解协议", "委托期限",
)  # fmt: skip
EXTENSION = (
    "延期审批表", "承办单位", "编号", "收到日期", "事由", "申请延长的期限", "原到期日", "延长后到期日", "承办人", "延期理由",
    "承办部门负责人意见", "批准人意见", "签名",
)  # fmt: skip
RECORD = (
    "编号", "时间", "地点", "被记录人", "联系电话", "证件类型及号码", "联系地址", "记录人", "在场人", "内容", "请求",
    "以上笔录我看过", "签名或者按指印", "未签名的，写明原因",
)  # fmt: skip
SHARED = [("power_of_attorney", POWER), ("extension_approval", EXTENSION), ("oral_record", RECORD)]


@pytest.mark.parametrize(("form", "labels"), SHARED)
def test_a_shared_form_has_its_labels_empty_and_filled(market_office, form, labels):
    counter = market_office.viewer("counter")
    number = intake.register(market_office, counter, complaint()).case.number

    empty = text_of(shared_forms.blank(market_office, form)).replace(" ", "")
    full = text_of(shared_forms.of_case(market_office, counter, number, form)).replace(" ", "")

    assert [label for label in labels if label not in empty or label not in full] == []
    assert number in full or "欧阳𠮷" in full
    assert number not in empty


def test_a_shared_form_of_two_long_stories_loses_no_word(market_office):
    counter = market_office.viewer("counter")
    story = "".join(f"〈{number}〉半夜仍有异响；" for number in range(300))
    number = intake.register(market_office, counter, complaint(narrative=story)).case.number

    printed = shared_forms.of_case(market_office, counter, number, "oral_record")

    assert printed.pages > 1
    assert all(f"〈{number}〉" in text_of(printed) for number in range(300))


def test_a_seal_is_on_record_with_its_name_and_who_put_it_on_when(decided):
    office, head, number, printed = decided

    seals.put_seal(office, head, printed.paper_id)

    done = seals.sealings(cases.show(office, head, number).case, printed.paper_id)
    assert done == (seals.Sealing("单位印章", head.user, office.now()),)
    with pytest.raises(DeskError) as refusal:
        seals.put_seal(office, head, printed.paper_id)
    assert refusal.value.code == "only_once"


def test_a_seal_that_somebody_else_pressed_earlier_is_on_record_so(decided):
    office, head, number, printed = decided
    earlier = office.now()
    office.clock = lambda: earlier + timedelta(hours=2)
    waiting = seals.waiting(office.rulebook, cases.show(office, head, number))

    seals.put_seal(office, head, printed.paper_id, person="王保管", at=earlier)

    view = cases.show(office, head, number)
    [done] = seals.sealings(view.case, printed.paper_id)
    assert (done.person, done.at, done.by) == ("王保管", earlier, head.user)
    assert [row.id for row in waiting] == [printed.paper_id]
    assert seals.waiting(office.rulebook, view) == ()


@pytest.mark.parametrize(("days", "code"), [(1, "future"), (-1, "too_early")])
def test_a_seal_at_a_moment_that_cannot_be_is_refused(decided, days, code):
    office, head, _, printed = decided

    with pytest.raises(DeskError) as refusal:
        seals.put_seal(office, head, printed.paper_id, at=office.now() + timedelta(days=days))

    assert (refusal.value.code, refusal.value.field) == (code, "at")


def test_a_paper_without_a_seal_is_not_sealed(market_office):
    counter = market_office.viewer("counter")
    number = intake.register(market_office, counter, complaint()).case.number
    printed = notices.issue(market_office, counter, number, "complaint_form")

    with pytest.raises(DeskError) as refusal:
        seals.put_seal(market_office, counter, printed.paper_id)

    assert refusal.value.code == "no_seal"


# --- who takes a matter in gives the receipt out ---


def test_who_takes_matters_in_gives_out_the_receipt_and_no_other_paper(tmp_path):
    """R01's reception registers (002:289-293); a receipt needs nobody's decision, the dispatch sheet is 客服部's (002:397-431)."""
    office = make_office(tmp_path / "office", "R01")
    reception = office.viewer("reception")
    taken = take_in(office, "reception", channel="visit", category="repair", within_remit=False)
    number = taken.case.number

    printed = notices.issue(office, reception, number, "receipt")

    assert [offer.paper for offer in taken.offers] == ["receipt"]
    assert "张三" in text_of(printed)
    act(office, "reception", number, "screen", preliminary_validity="valid")
    act(office, "reception", number, "hand_over", room="3-1204")
    act(office, "service", number, "accept", respondent__staff=False)
    act(office, "service", number, "judge", department="property")
    act(office, "service", number, "assign")
    with pytest.raises(Forbidden):
        notices.issue(office, reception, number, "dispatch")
    office.close()


def test_who_may_not_see_the_person_is_not_offered_the_receipt(tmp_path):
    """Under R08 a superior takes a complaint in and hears no more of it (001:127)."""
    office = make_office(tmp_path / "office", "R08")
    taken = take_in(office, "superior", channel="interview")

    assert taken.offers == ()
    with pytest.raises(Forbidden):
        notices.issue(office, office.viewer("superior"), taken.case.number, "receipt")
    assert notices.issue(office, office.viewer("hr"), taken.case.number, "receipt").paper_id
    office.close()
