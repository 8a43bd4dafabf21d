"""The way of a complaint and of a report: who may do what when, and which paper is right."""

from datetime import date
from typing import Any

import pytest
from tests.rulebook.market import APPROVED, MANUAL, MEDIATOR, accepted, complaint, mediating, report
from tests.rulebook.walking import as_role, begun, clocks, due, papers_after, walk
from tests.small_office import at

from desk.domain.circumstances import of_case
from desk.domain.errors import DeskError, Forbidden
from desk.domain.flow import hindrance
from desk.rulebook.criteria import parse
from desk.rulebook.loading import load
from desk.rulebook.model import Rulebook


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load(MANUAL)


def test_at_register_only_the_form_and_the_receipt_are_offered(book: Rulebook) -> None:
    assert papers_after(book, "register", "complaint") == {"complaint_form", "receipt"}
    assert papers_after(book, "register", "report") == {"report_form", "receipt"}
    assert papers_after(book, "register", "enquiry") == set()


def test_the_counter_cannot_accept_or_refuse(book: Rulebook) -> None:
    with pytest.raises(Forbidden, match="须由承办人员、部门负责人办理"):
        walk(book, complaint(book), "counter", ("accept", "2026-11-24 10:00", APPROVED))


@pytest.mark.parametrize(
    "fact",
    [
        "complainant.name",
        "complainant.phone",
        "complainant.address",
        "respondent.name",
        "respondent.address",
        "demand",
        "narrative",
    ],
)
def test_a_complaint_is_not_accepted_while_article_10_is_not_met(book: Rulebook, fact: str) -> None:
    with pytest.raises(DeskError) as refused:
        walk(
            book,
            complaint(book, **{fact: ""}),
            "officer",
            ("accept", "2026-11-24 10:00", APPROVED),
        )

    assert (refused.value.code, refused.value.field) == ("missing", fact)


def test_what_was_left_for_later_is_filled_in_by_a_step_of_its_own(book: Rulebook) -> None:
    given = complaint(book, **{"complainant.address": ""})
    for step in ("amend", "review"):
        assert {field.id for field in book.fields_at("register", "complaint", "window")} <= {
            field.id for field in book.fields_at(step, "complaint", "window")
        }
        assert not any(field.required for field in book.fields_at(step, "complaint"))

    given = walk(
        book,
        given,
        "counter",
        ("amend", "2026-11-23 15:00", {"complainant.address": "某路1号"}),
    )
    given = walk(book, given, "officer", ("accept", "2026-11-24 10:00", APPROVED))
    assert given.state == "accepted"


@pytest.mark.parametrize(
    "step",
    ["accept", "refuse", "terminate", "want_proof", "transfer", "file_case", "not_file", "tell_result"],
)
def test_a_decision_records_who_approved_it_and_when(book: Rulebook, step: str) -> None:
    asked = {field.id for field in book.fields_at(step) if field.required}

    assert {"approver", "approved_on"} <= asked


def test_a_complaint_is_accepted_mediated_and_settled(book: Rulebook) -> None:
    terms = {"settlement.paper": "made", "agreement": "退货退款", "content": "冰箱不制冷，要求退货"}
    given = walk(book, mediating(book), "mediator", ("settle", "2026-12-01 10:00", terms))

    assert given.state == "settled"
    assert papers_after(book, "settle", "complaint") == {"settlement", "mediation_record"}
    assert clocks(book, given, "2026-12-02 09:00")["mediation"].standing == "done"


def test_the_settlement_has_three_originals_and_only_where_it_is_made(book: Rulebook) -> None:
    paper = book.paper("settlement")  # 第二十四条第一款：各执一份，留存一份归档

    assert (paper.originals, [copy.holder for copy in paper.copies]) == (3, ["投诉人", "被投诉人", "归档"])
    assert parse(paper.when).answer({"settlement.paper": "made"}).verdict is True
    record = book.paper("mediation_record").when  # 第二十四条第二款：没有制作调解书的，作调解记录
    met = {"did.mediate": True, "did.call_mediation": False, "did.delegate": False}
    assert parse(record).answer({**met, "settlement.paper": "made"}).verdict is False
    assert parse(record).answer({**met, "settlement.paper": "off_site"}).verdict is True
    assert parse(paper.when).answer({"settlement.paper": "performed"}).verdict is False
    choices = {choice.id for choice in book.field("settlement.paper").choices}
    assert choices == {"made", "performed", "waived", "off_site"}


@pytest.mark.parametrize(("met", "kept"), [(True, True), (False, False)])
def test_mediation_that_came_to_nothing_is_on_record_too(book: Rulebook, met: bool, kept: bool) -> None:
    """第二十四条第二款：未制作调解书的，应当做好调解记录备查 — also where no agreement was reached."""
    given = mediating(book) if met else accepted(book)
    ended = walk(
        book, given, "officer", ("terminate", "2026-12-01 10:00", {"ground": "no_agreement", **APPROVED})
    )
    paper = book.paper("mediation_record")

    assert "terminate" in paper.after
    assert parse(paper.when).answer(of_case(book, ended, at("2026-12-01 11:00"))).verdict is kept


@pytest.mark.parametrize(("way", "paper", "says"), [
    ("on_site", "off_site", "应当制作调解书"),
    ("on_site", "waived", ""),  # 双方同意不制作调解书的除外
    ("on_site", "performed", ""),  # 已经即时履行的除外
    ("phone", "off_site", ""),
])  # fmt: skip
def test_what_was_settled_on_the_spot_has_its_paper(book: Rulebook, way: str, paper: str, says: str) -> None:
    """第二十四条第一款."""
    given = walk(
        book, accepted(book), "officer", ("mediate", "2026-11-24 11:00", {**MEDIATOR, "mediation.way": way})
    )
    act = ("settle", "2026-12-01 10:00", {"settlement.paper": paper, "agreement": "退货"})

    if says:
        with pytest.raises(DeskError, match=says):
            walk(book, given, "officer", act)
    else:
        assert walk(book, given, "officer", act).state == "settled"


def test_whoever_is_called_to_the_office_is_mediated_on_site(book: Rulebook) -> None:
    """第二十条第二款 is about 现场调解: the record then says so without anybody filling it in."""
    called = {
        "mediation.at": at("2026-11-27 10:00"), "mediation.place": "调解室", "mediation.recusal_days": 2,
        "mediator.name": "赵六",
    }  # fmt: skip

    given = walk(book, accepted(book), "officer", ("call_mediation", "2026-11-24 11:00", called))

    assert given.values["mediation.way"] == "on_site"


@pytest.mark.parametrize(
    ("agrees", "says"), [(True, ""), (False, "被代表的投诉人同意"), (None, "被代表的投诉人同意")]
)
def test_representatives_settle_with_the_consent_of_those_they_speak_for(
    book: Rulebook, agrees: bool | None, says: str
) -> None:
    """第十二条第二款."""
    given = complaint(book, speaker="representatives")
    given = walk(
        book, given, "officer",
        ("accept", "2026-11-24 10:00", APPROVED), ("mediate", "2026-11-24 11:00", MEDIATOR),
    )  # fmt: skip
    terms = {"settlement.paper": "off_site", "agreement": "退货"}
    act = ("settle", "2026-12-01 10:00", terms if agrees is None else {**terms, "represented_agree": agrees})

    if says:
        with pytest.raises(DeskError, match=says):
            walk(book, given, "officer", act)
    else:
        assert walk(book, given, "officer", act).state == "settled"


@pytest.mark.parametrize(("held", "open_"), [(True, True), (False, False), (None, False)])
def test_a_proxy_without_the_original_authority_is_not_accepted(
    book: Rulebook, held: bool | None, open_: bool
) -> None:
    """第十一条; without it the office refuses by 第十六条第五项."""
    known = {} if held is None else {"authority": held}
    given = complaint(book, speaker="proxy", **known)
    act = ("accept", "2026-11-24 10:00", APPROVED)

    if open_:
        assert walk(book, given, "officer", act).state == "accepted"
    else:
        with pytest.raises(DeskError, match="授权委托书原件"):
            walk(book, given, "officer", act)


def test_a_superior_may_take_a_complaint_up(book: Rulebook) -> None:
    """第十三条第四款: asked by the lower office, or by itself; the seven working days are then its own."""
    asked = ("ask_superior", "2026-11-24 10:00", {"superior.name": "市局", "superior.reason": "涉及多县"})
    taken = ("superior_takes", "2026-11-25 10:00", {"superior.name": "市局"})

    given = walk(book, complaint(book), "officer", asked, taken)

    assert book.state(given.state).phase == "closed"
    assert clocks(book, given, "2026-12-31 09:00")["acceptance"].standing == "done"


@pytest.mark.parametrize(("kind", "clock"), [("complaint", "acceptance"), ("report", "report_check")])
def test_what_the_lower_office_sends_back_is_to_be_decided_again_by_the_same_day(
    book: Rulebook, kind: str, clock: str
) -> None:
    """第十五条, 第三十五条: the days run from the receipt, whoever had it in between (第四十一条第二款)."""
    given = complaint(book) if kind == "complaint" else report(book)
    sent = {"receiver.name": "某县局", "report_back_on": date(2026, 12, 20), **APPROVED}
    out = walk(book, given, "officer", ("transfer", "2026-11-24 10:00", sent))
    back = walk(book, out, "officer", ("transfer_back", "2026-11-26 10:00", {"returned_why": "不在本县"}))

    assert clocks(book, out, "2026-11-27 09:00")[clock].standing == "done"
    assert clocks(book, back, "2026-11-27 09:00")[clock].standing == "running"
    assert due(book, back, clock) == due(book, given, clock)


def test_a_terminated_complaint_stays_open_until_both_parties_are_told(book: Rulebook) -> None:
    given = walk(
        book,
        mediating(book),
        "officer",
        ("terminate", "2026-12-01 10:00", {"ground": "no_agreement", **APPROVED}),
    )
    assert book.state(given.state).phase == "open"
    assert due(book, given, "tell_both") == "2026-12-10"  # 2 3 4 7 8 9 10

    told = {"told_at": at("2026-12-03 10:00"), "told_by": "phone"}
    with pytest.raises(DeskError, match="告知被投诉人时间"):
        walk(book, given, "officer", ("tell_termination", "2026-12-03 10:00", told))
    given = walk(
        book,
        given,
        "officer",
        ("tell_termination", "2026-12-03 10:00", {**told, "told_respondent_at": at("2026-12-03 11:00")}),
    )
    assert given.state == "ended"


@pytest.mark.parametrize(
    ("paper", "to", "form"),
    [
        ("identity_proof", "complainant", "四"),
        ("acceptance", "complainant", "五"),
        ("refusal", "complainant", "六"),
        ("mediation", "both", "七"),
        ("termination", "both", "八"),
        ("settlement", "both", "九"),
        ("report_result", "complainant", "十"),
        ("transfer", "department", "三"),
    ],
)
def test_each_official_form_goes_to_whom_it_concerns(book: Rulebook, paper: str, to: str, form: str) -> None:
    entry = book.paper(paper)
    assert (entry.to, entry.official) == (to, f"文书式样{form}")
    assert [other.id for other in book.papers if other.series == entry.series] == [paper]


def test_delegation_needs_both_consents(book: Rulebook) -> None:
    step, given = book.step("delegate"), accepted(book)

    def hindered(**values: Any) -> str:
        return hindrance(
            book,
            step,
            given,
            {**of_case(book, given, at("2026-11-25 09:00")), **values},
            as_role(book, "officer"),
        )

    assert "都同意" in hindered(delegate_consent=True)
    assert "都同意" in hindered(delegate_consent=True, respondent_delegates=False)
    assert hindered(delegate_consent=True, respondent_delegates=True) == ""


def test_a_clue_found_in_mediation_is_checked_even_after_the_settlement(book: Rulebook) -> None:
    given = walk(book, mediating(book), "mediator", ("find_clue", "2026-11-25 09:00", {"clue": "无证经营"}))
    assert due(book, given, "clue_check") == "2026-12-16"  # 26 27 30, 1-4, 7-11, 14 15 16

    terms = {"settlement.paper": "waived", "agreement": "退款", "content": "退款"}
    given = walk(book, given, "mediator", ("settle", "2026-12-01 10:00", terms))
    given = walk(book, given, "officer", ("clue_checked", "2026-12-02 10:00", {"clue_result": "filed"}))
    assert clocks(book, given, "2026-12-03 09:00")["clue_check"].standing == "done"


def test_a_report_is_checked_filed_and_concluded(book: Rulebook) -> None:
    given = walk(
        book,
        report(book),
        "officer",
        ("file_case", "2026-12-01 10:00", APPROVED),
        ("conclude", "2027-01-20 10:00", {"result": "罚款"}),
    )

    assert given.state == "concluded"


def test_the_result_of_a_report_is_told_only_under_a_named_law_and_never_to_nobody(book: Rulebook) -> None:
    told = {"told_at": at("2026-12-02 10:00"), "told_by": "phone", "result": "已立案", **APPROVED}
    named = walk(
        book,
        report(book, **{"complainant.name": "李四"}),
        "officer",
        ("file_case", "2026-12-01 10:00", APPROVED),
    )
    nameless = walk(
        book,
        begun(book, "report", "2026-11-23 09:00", {"complainant.name": ""}),
        "officer",
        ("file_case", "2026-12-01 10:00", APPROVED),
    )

    with pytest.raises(DeskError, match="规定应当告知的法律"):
        walk(book, named, "officer", ("tell_result", "2026-12-02 10:00", told))
    with pytest.raises(Forbidden, match="匿名举报无从告知"):
        walk(
            book,
            nameless,
            "officer",
            ("tell_result", "2026-12-02 10:00", {**told, "law.name": "某法", "law.article": "十"}),
        )
    walk(
        book,
        named,
        "officer",
        ("tell_result", "2026-12-02 10:00", {**told, "law.name": "某法", "law.article": "十"}),
    )
    when = parse(book.paper("report_result").when)
    assert when.answer({"law.name": "某法"}).verdict is False
    assert when.answer({"law.name": "某法", "law.article": "十"}).verdict is True


def test_a_notice_or_decision_is_offered_only_in_the_states_where_it_is_right(book: Rulebook) -> None:
    for paper in book.papers:
        assert bool(paper.states) == (paper.nature in ("decision", "notice")), paper.id
        ends = {book.step(step).to for step in paper.after if step != "register"}
        assert not paper.states or ends - {""} <= set(paper.states), paper.id


def test_a_step_and_its_papers_name_each_other(book: Rulebook) -> None:
    for step in book.steps:
        assert set(step.papers) == {paper.id for paper in book.papers if step.id in paper.after}, step.id


def test_what_else_is_missing_is_asked_for_by_a_letter_of_our_own(book: Rulebook) -> None:
    # 限期提供身份证明材料通知书 is about identity only (第十条第三款); the letter stops no clock.
    given = walk(
        book,
        complaint(book),
        "counter",
        ("want_more", "2026-11-24 09:00", {"lacking": ({"name": "授权委托书原件"},), "told_by": "in_person"}),
    )

    assert given.state == "received"
    assert papers_after(book, "want_more", "complaint") == {"supplement"}
    assert book.step("want_more").pauses == ""
    assert book.paper("identity_proof").kinds == ("complaint",)


def test_no_acceptance_or_refusal_exists_for_reports(book: Rulebook) -> None:
    for id_ in ("acceptance", "refusal", "identity_proof", "mediation", "termination", "settlement"):
        assert book.paper(id_).kinds == ("complaint",)
    for id_ in ("accept", "refuse", "terminate"):
        assert book.step(id_).kinds == ("complaint",)


def test_a_matter_sent_down_comes_back_with_its_result_or_unhandled(book: Rulebook) -> None:
    sent = {"receiver.name": "某县局", "report_back_on": date(2026, 12, 31), **APPROVED}
    given = walk(book, report(book), "officer", ("transfer", "2026-11-24 10:00", sent))
    assert (given.state, due(book, given, "transfer_report")) == ("transferred", "2026-12-31")
    assert given.handed_on_at == at("2026-11-24 10:00")

    done = walk(book, given, "counter", ("transfer_reported", "2026-12-20 10:00", {"result": "已处理"}))
    back = walk(book, given, "counter", ("transfer_back", "2026-12-01 10:00", {"returned_why": "不在辖区"}))
    assert (done.state, back.state) == ("transfer_done", "received")


def test_a_dispute_over_competence_is_settled_within_seven_working_days(book: Rulebook) -> None:
    given = walk(
        book, complaint(book), "officer", ("dispute", "2026-11-24 10:00", {"dispute_with": "邻县局"})
    )

    assert due(book, given, "dispute_7wd") == "2026-12-03"  # 25 26 27 30 1 2 3


# --- mediation whole ---


@pytest.mark.parametrize("fact", ["complainant_agrees", "respondent_agrees"])
def test_nobody_is_mediated_without_the_consent_of_both(book: Rulebook, fact: str) -> None:
    """Art. 18: with the consent of both sides; one that refuses leads to termination (art. 23(2))."""
    said = {key: value for key, value in MEDIATOR.items() if key != fact}

    with pytest.raises(DeskError, match="同意调解"):
        walk(book, accepted(book), "officer", ("mediate", "2026-11-24 11:00", said))
    with pytest.raises(DeskError, match="不同意调解，不能开始调解"):
        walk(book, accepted(book), "officer", ("mediate", "2026-11-24 11:00", {**MEDIATOR, fact: False}))


def test_the_fifth_ground_waits_for_the_sixty_days(book: Rulebook) -> None:
    """Art. 23(5): sixty days since acceptance; the day before, the complaint is not even sixty days old."""
    given = {"ground": "sixty_days", **APPROVED}

    with pytest.raises(DeskError, match="还不到六十日"):
        walk(book, mediating(book), "officer", ("terminate", "2027-01-21 10:00", given))
    walk(book, mediating(book), "officer", ("terminate", "2027-01-25 10:00", given))
