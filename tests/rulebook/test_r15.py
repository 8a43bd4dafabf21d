"""The market regulator's rulebook: every number against the article of 总局令第121号 or the official form.

The expected values are copied from the text by hand; the last column of a table is the article.
"""

from datetime import date
from typing import Any

import pytest
from tests.rulebook.walking import as_role, begun, clocks, due, papers_after, walk
from tests.small_office import at

from desk.domain.circumstances import of_case
from desk.domain.errors import DeskError, Forbidden
from desk.domain.flow import hindrance
from desk.rulebook.criteria import parse
from desk.rulebook.layout import fields
from desk.rulebook.loading import load, read_manual
from desk.rulebook.model import Rulebook, find
from desk.rulebook.summary import facts, unset_values

MANUAL = read_manual("R15")
WHOLE = {
    "complainant.name": "张三",
    "complainant.phone": "13800000000",
    "complainant.address": "某路1号",
    "respondent.name": "某商店",
    "respondent.address": "某街2号",
    "subject": "购买的冰箱不制冷",
    "narrative": "2026年10月1日购买，使用三日后不制冷",
    "demand": "退货",
}
APPROVED = {"approver": "周局", "approved_on": date(2026, 11, 24)}
CONTACT = {"contact.name": "李四", "contact.phone": "62000000"}
MEDIATOR = {"mediation.way": "phone", "mediator.name": "赵六"}


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load(MANUAL)


def complaint(book: Rulebook, received: str = "2026-11-23 09:00", **values: Any) -> Any:
    return begun(book, "complaint", received, {**WHOLE, **values})


def report(book: Rulebook, received: str = "2026-11-23 09:00", **values: Any) -> Any:
    return begun(
        book, "report", received, {"subject": "销售过期食品", "narrative": "货架上有过期食品", **values}
    )


def accepted(book: Rulebook, day: str = "2026-11-24") -> Any:
    return walk(book, complaint(book), "officer", ("accept", f"{day} 10:00", {**APPROVED, **CONTACT}))


def mediating(book: Rulebook, day: str = "2026-11-24") -> Any:
    return walk(book, accepted(book, day), "officer", ("mediate", f"{day} 11:00", MEDIATOR))


# ---- what is what, who speaks, what is asked ----


@pytest.mark.parametrize(
    ("kind", "starts", "anonymity", "counts", "article"),
    [
        ("complaint", "received", "refuse", True, "第三条第一款"),
        ("report", "received", "allow", True, "第三条第二款"),
        ("enquiry", "asked", "allow", False, "第四十四条"),
    ],
)
def test_complaints_reports_and_other_matters_are_apart(
    book: Rulebook, kind: str, starts: str, anonymity: str, counts: bool, article: str
) -> None:
    entry = book.kind(kind)
    assert (entry.starts, entry.anonymity, entry.counts) == (starts, anonymity, counts)
    assert article in entry.source
    assert len({other.series for other in book.kinds}) == 3


@pytest.mark.parametrize(
    ("channel", "name"),
    [("platform", "全国12315平台"), ("hotline", "12315热线电话"), ("post", "邮寄"), ("window", "受理窗口")],
)
def test_the_channels_are_those_of_article_8(book: Rulebook, channel: str, name: str) -> None:
    assert (book.channel(channel).name, book.channel(channel).source) == (name, "第八条")


def test_only_the_reporters_identity_is_sealed(book: Rulebook) -> None:
    assert book.secrecy.sealed_kinds == ("report",)  # 第三十七条


def test_a_matter_that_is_both_can_be_split_at_any_time_while_it_is_open(book: Rulebook) -> None:
    step = book.step("split")

    assert (step.effects, step.source) == (("split",), "第九条")
    assert hindrance(book, step, complaint(book), {}, as_role(book, "counter")) == ""
    assert hindrance(book, step, report(book), {}, as_role(book, "counter")) == ""


# The ten forms of April 2026: which facts a form prints must be asked somewhere.
@pytest.mark.parametrize(
    ("kind", "fact", "form"),
    [
        ("complaint", "complainant.name", "一"),
        ("complaint", "complainant.phone", "一"),
        ("complaint", "complainant.id_type", "一"),
        ("complaint", "complainant.id_number", "一"),
        ("complaint", "complainant.address", "一"),
        ("complaint", "publish_consent", "一"),
        ("complaint", "delegate_consent", "一"),
        ("complaint", "respondent.name", "一"),
        ("complaint", "respondent.contact", "一"),
        ("complaint", "respondent.address", "一"),
        ("complaint", "respondent.phone", "一"),
        ("complaint", "narrative", "一"),
        ("complaint", "demand", "一"),
        ("report", "complainant.name", "二"),
        ("report", "complainant.phone", "二"),
        ("report", "complainant.address", "二"),
        ("report", "complainant.id_number", "二"),
        ("report", "respondent.name", "二"),
        ("report", "respondent.address", "二"),
        ("report", "narrative", "二"),
    ],
)
def test_the_forms_fields_are_asked_at_register(book: Rulebook, kind: str, fact: str, form: str) -> None:
    assert fact in {field.id for field in book.fields_at("register", kind)}


@pytest.mark.parametrize(
    "paper",
    [
        "complaint_form",
        "report_form",
        "transfer",
        "identity_proof",
        "acceptance",
        "refusal",
        "mediation",
        "termination",
        "settlement",
        "report_result",
        "receipt",
        "supplement",
    ],
)
def test_a_paper_prints_nothing_that_its_kind_of_matter_is_never_asked(book: Rulebook, paper: str) -> None:
    entry = book.paper(paper)
    printed = fields(book.layouts[entry.layout])
    asked = {field.id for field in book.fields if not field.kinds or set(field.kinds) & set(entry.kinds)}
    filled = ("case.", "office.", "paper.", "clerk.", "told.", "ground.", "number.", "addressee")

    assert {path for path in printed if not path.startswith(filled)} <= asked


@pytest.mark.parametrize("consent", ["publish_consent", "delegate_consent"])
def test_no_consent_is_ever_ticked_beforehand(book: Rulebook, consent: str) -> None:
    field = book.field(consent)

    assert (field.kind_of_value, field.default, field.required, field.remember) == (
        "yes_no",
        "",
        False,
        False,
    )


@pytest.mark.parametrize("kind", ["complaint", "report", "enquiry"])
def test_the_first_screen_asks_no_more_than_ten_things(book: Rulebook, kind: str) -> None:
    first = [field.id for field in book.fields_at("register", kind) if field.first]

    assert len(first) + len(("kind", "channel", "category")) <= 10


@pytest.mark.parametrize(
    ("speaker", "needs", "most", "article"),
    [
        ("self", (), 0, ""),
        ("guardian", ("proxy.name", "proxy.relation"), 0, ""),
        ("proxy", ("authority", "proxy.name", "proxy.id_type", "proxy.id_number"), 0, "第十一条"),
        ("unit", ("proxy.name",), 0, ""),
        ("representatives", ("complainants", "representatives"), 2, "第十二条第二款"),
    ],
)
def test_who_speaks_brings_what_the_article_asks(
    book: Rulebook, speaker: str, needs: tuple[str, ...], most: int, article: str
) -> None:
    entry = find(book.representations, speaker)
    assert (entry.needs, entry.most, entry.source) == (needs, most, article)


def test_the_senders_number_and_dates_are_kept(book: Rulebook) -> None:
    asked = {field.id for field in book.fields_at("register", "complaint")}

    assert {"outside.source", "outside.number", "outside.due", "outside.return_by"} <= asked
    given = complaint(
        book, **{"outside.due": at("2026-11-27 17:00"), "outside.return_by": at("2026-11-24 17:00")}
    )
    assert due(book, given, "outside_due") == "2026-11-27"
    assert due(book, given, "outside_return") == "2026-11-24"
    assert "outside_due" not in clocks(book, complaint(book), "2026-11-24 10:00")


# ---- grounds ----


@pytest.mark.parametrize(
    ("code", "words", "article"),
    [
        ("一", "不属于市场监督管理部门职责，或者本行政机关不具有处理权限", "第十六条第一项"),
        (
            "二",
            "法院、仲裁机构、市场监督管理部门或者其他行政机关、消费者协会已经受理或者处理过",
            "第十六条第二项",
        ),
        ("三", "不是为生活消费需要购买、使用商品或者接受服务", "第十六条第三项"),
        ("四", "之日起超过三年的", "第十六条第四项"),
        ("五", "未提供本办法第十条第一款、第十一条规定的材料，或者提供虚假材料的", "第十六条第五项"),
        ("六", "冒用他人名义或者拒不配合市场监督管理部门核验真实身份信息的", "第十六条第六项"),
        ("七", "法律、法规、规章规定不予受理的其他情形", "第十六条第七项"),
    ],
)
def test_there_are_seven_grounds_of_refusal_in_the_articles_words(
    book: Rulebook, code: str, words: str, article: str
) -> None:
    grounds = [ground for ground in book.grounds if ground.step == "refuse"]
    ground = next(ground for ground in grounds if ground.code == code)
    assert len(grounds) == 7
    assert words in ground.text
    assert article in ground.source


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("一", "投诉人撤回投诉或者双方自行和解的"),
        ("二", "无正当理由不参加调解，或者明确拒绝调解的"),
        ("三", "明确表示无法达成调解协议的"),
        ("四", "对鉴定、检测费用承担无法协商一致的"),
        ("五", "自投诉受理之日起六十日内投诉人和被投诉人未能达成调解协议的"),
        ("六", "发现存在本办法第十六条、第四十二条规定情形的"),
        ("七", "死亡或者主体资格灭失的"),
        ("八", "应当终止调解的其他情形"),
    ],
)
def test_there_are_eight_grounds_of_termination_in_article_23(book: Rulebook, code: str, words: str) -> None:
    grounds = [ground for ground in book.grounds if ground.step == "terminate"]
    ground = next(ground for ground in grounds if ground.code == code)
    assert len(grounds) == 8
    assert words in ground.text


@pytest.mark.parametrize(
    ("ground", "known", "hinted"),
    [
        ("not_ours", {"competent": False}, True),
        ("not_ours", {"competent": True}, False),
        ("not_ours", {}, None),
        ("elsewhere", {"handled_elsewhere": True}, True),
        ("not_consumer", {"daily_use": False, "art17": ()}, True),
        ("not_consumer", {"daily_use": True, "art17": ("shared_contact",)}, True),
        ("not_consumer", {"art17": ("quantity",)}, True),
        ("not_consumer", {"daily_use": True, "art17": ()}, False),
        ("three_years", {"known_on": date(2023, 11, 22), "received_on": date(2026, 11, 23)}, True),
        ("three_years", {"known_on": date(2023, 11, 23), "received_on": date(2026, 11, 23)}, False),
        ("three_years", {}, None),
        ("materials", {**WHOLE, "speaker": "self", "identity_check": "verified"}, False),
        ("materials", {**WHOLE, "speaker": "proxy", "authority": False, "identity_check": "verified"}, True),
        ("materials", {**WHOLE, "speaker": "self", "respondent.address": None}, True),
        ("materials", {**WHOLE, "speaker": "self", "identity_check": "false_papers"}, True),
        ("identity", {"identity_check": "refused"}, True),
        ("identity", {"identity_check": "another"}, True),
        ("identity", {"identity_check": "not_given"}, False),
    ],
)
def test_a_ground_is_hinted_at_by_the_facts_and_open_while_they_are_open(
    book: Rulebook, ground: str, known: dict[str, Any], hinted: bool | None
) -> None:
    assert parse(find(book.grounds, ground).hint_when).answer(known).verdict is hinted


def test_a_hint_never_refuses_by_itself(book: Rulebook) -> None:
    given = complaint(book, competent=False)

    assert (
        hindrance(
            book,
            book.step("accept"),
            given,
            of_case(book, given, at("2026-11-24 09:00")),
            as_role(book, "officer"),
        )
        == ""
    )
    with pytest.raises(DeskError, match="不予受理情形"):
        walk(book, given, "officer", ("refuse", "2026-11-24 09:00", APPROVED))


# ---- clocks ----


@pytest.mark.parametrize(
    ("clock", "starts", "done", "limit", "article"),
    [
        ("acceptance", "received", "tell_decision", "7wd", "第十五条第一款"),
        ("proof_due", "want_proof", "proof_given", "fact:due_on", "第十条第三款"),
        ("mediation", "accept", "settle", "60d", "第二十三条第一款第五项"),
        ("tell_both", "terminate", "tell_termination", "7wd", "第二十三条第二款"),
        ("clue_check", "find_clue", "clue_checked", "15wd", "第二十七条第一款"),
        ("report_check", "received", "file_case", "15wd", "第三十五条"),
        ("dispute_7wd", "dispute", "dispute_settled", "7wd", "第三十三条"),
        ("transfer_report", "transfer", "transfer_reported", "fact:report_back_on", "文书式样三"),
    ],
)
def test_each_clock_runs_as_its_article_says(
    book: Rulebook, clock: str, starts: str, done: str, limit: str, article: str
) -> None:
    entry = book.clock(clock)
    assert starts in entry.starts
    assert done in entry.done
    assert entry.limit == limit
    assert entry.first_day == "excluded"  # 第四十五条
    assert article in entry.source


@pytest.mark.parametrize("clock", ["clue_check", "report_check"])
def test_a_check_may_be_extended_once_by_the_head_by_fifteen_working_days(book: Rulebook, clock: str) -> None:
    (extension,) = book.clock(clock).extensions

    assert (extension.by, extension.times, extension.approver) == ("15wd", 1, "head")
    steps = [step for step in book.steps if step.extends == clock]
    assert [(step.by, step.once) for step in steps] == [(("head",), True)]


# Reckoned by hand over the published holidays of 2026.
@pytest.mark.parametrize(
    ("received", "day"),
    [
        ("2026-02-12", "2026-02-28"),  # 13 14 24 25 26 27 28, the two Saturdays are made up for
        ("2026-04-28", "2026-05-11"),  # 29 30, 6 7 8 9 (Saturday, made up for) 11
        ("2026-09-28", "2026-10-13"),  # 29 30, 8 9 10 (Saturday, made up for) 12 13
        ("2026-11-23", "2026-12-02"),  # 24 25 26 27 30 1 2
    ],
)
def test_seven_working_days_from_receipt(book: Rulebook, received: str, day: str) -> None:
    assert due(book, complaint(book, f"{received} 09:00"), "acceptance") == day


def test_sixty_days_of_mediation_are_calendar_days(book: Rulebook) -> None:
    # Accepted on Monday 2026-06-01: 29 days are left in June, 60 - 29 = 31, that is 31 July.
    assert due(book, accepted(book, "2026-06-01"), "mediation") == "2026-07-31"


@pytest.mark.parametrize(
    ("option", "day"),
    [
        ("statutory", "2026-10-04"),  # 1 to 3 October are the statutory days
        ("block", "2026-10-08"),  # the published block is 1 to 7 October
        ("day_off", "2026-10-08"),
    ],
)
def test_what_counts_as_a_statutory_holiday_on_the_last_day_is_a_switch(option: str, day: str) -> None:
    # Accepted on 2026-08-03: 28 days in August, 30 in September, the 60th is 2 October.
    other = load(MANUAL, {"last_day": option})

    assert due(other, accepted(other, "2026-08-03"), "mediation") == day


def test_an_ordinary_weekend_moves_the_last_day_only_under_the_widest_reading(book: Rulebook) -> None:
    # Accepted on 2026-06-02 the 60th day is Saturday 1 August.
    widest = load(MANUAL, {"last_day": "day_off"})

    assert due(book, accepted(book, "2026-06-02"), "mediation") == "2026-08-01"
    assert due(widest, accepted(widest, "2026-06-02"), "mediation") == "2026-08-03"


def test_the_time_of_a_test_is_not_counted(book: Rulebook) -> None:
    # Accepted 2026-06-01, due 07-31; tested from 06-10 to 06-20: ten days are not counted.
    given = walk(
        book,
        mediating(book, "2026-06-01"),
        "mediator",
        ("start_test", "2026-06-10 09:00", {"test.body": "某检测所"}),
    )
    assert clocks(book, given, "2026-06-15 09:00")["mediation"].standing == "paused"

    given = walk(book, given, "mediator", ("end_test", "2026-06-20 09:00", {}))
    assert due(book, given, "mediation", "2026-06-21 09:00") == "2026-08-10"


@pytest.mark.parametrize(("option", "day"), [("runs", "2026-07-31"), ("paused", "2026-08-10")])
def test_whether_a_recusal_pauses_the_sixty_days_is_a_switch(option: str, day: str) -> None:
    other = load(MANUAL, {"recusal": option})
    given = walk(
        other,
        mediating(other, "2026-06-01"),
        "mediator",
        ("ask_recusal", "2026-06-10 09:00", {"recusal.by": "respondent", "recusal.reason": "近亲属"}),
    )
    assert given.state == "suspended"  # 第二十一条：中止调解

    given = walk(
        other,
        given,
        "head",
        ("decide_recusal", "2026-06-20 09:00", {"recusal.result": "granted", "mediator.name": "钱七"}),
    )
    assert given.state == "mediating"
    assert due(other, given, "mediation", "2026-06-21 09:00") == day


@pytest.mark.parametrize(("option", "day"), [("runs", "2026-12-02"), ("paused", "2026-12-07")])
def test_the_request_for_identity_proof_pauses_nothing_unless_the_office_says_so(
    option: str, day: str
) -> None:
    # Received on Monday 11-23; asked on Tuesday the 24th, given on Friday the 27th: 25 26 27 are the paused days.
    other = load(MANUAL, {"proof": option})
    asked = walk(
        other,
        complaint(other),
        "officer",
        (
            "want_proof",
            "2026-11-24 09:00",
            {"due_on": date(2026, 12, 4), "proofs": ({"name": "居民身份证"},), **APPROVED},
        ),
    )
    assert due(other, asked, "proof_due") == "2026-12-04"

    given = walk(other, asked, "officer", ("proof_given", "2026-11-27 09:00", {"identity_check": "verified"}))
    assert due(other, given, "acceptance", "2026-11-28 09:00") == day


@pytest.mark.parametrize(("option", "standing"), [("told", "running"), ("decided", "done")])
def test_whether_telling_lies_within_the_seven_days_is_a_switch(option: str, standing: str) -> None:
    other = load(MANUAL, {"told": option})

    assert clocks(other, accepted(other), "2026-11-25 09:00")["acceptance"].standing == standing


def test_new_facts_start_the_check_of_a_report_anew(book: Rulebook) -> None:
    # 第三十五条第二款：自收到最后一次举报之日起重新计算。From 2026-11-23 fifteen working days end on 12-14.
    given = report(book)
    assert due(book, given, "report_check") == "2026-12-14"

    given = walk(book, given, "counter", ("add_facts", "2026-11-30 09:00", {"new_facts": "又发现一批"}))
    assert due(book, given, "report_check") == "2026-12-21"


def test_an_extended_check_ends_fifteen_working_days_later(book: Rulebook) -> None:
    given = walk(
        book, report(book, "2026-06-01 09:00"), "head", ("extend_check", "2026-06-18 09:00", APPROVED)
    )

    # 15 working days from 06-01: 2-5, 8-12, 15-18, 22, 23 (19 June is a holiday); 15 more from 06-23 end on 07-14.
    assert due(book, given, "report_check") == "2026-07-14"


# ---- the way of a complaint and of a report ----


def test_at_register_only_the_form_and_the_receipt_are_offered(book: Rulebook) -> None:
    assert papers_after(book, "register", "complaint") == {"complaint_form", "receipt"}
    assert papers_after(book, "register", "report") == {"report_form", "receipt"}
    assert papers_after(book, "register", "enquiry") == set()


def test_the_counter_cannot_accept_or_refuse(book: Rulebook) -> None:
    with pytest.raises(Forbidden, match="须由承办人员、部门负责人办理"):
        walk(book, complaint(book), "counter", ("accept", "2026-11-24 10:00", {**APPROVED, **CONTACT}))


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
            ("accept", "2026-11-24 10:00", {**APPROVED, **CONTACT}),
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
    given = walk(book, given, "officer", ("accept", "2026-11-24 10:00", {**APPROVED, **CONTACT}))
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
    assert papers_after(book, "settle", "complaint") == {"settlement"}
    assert clocks(book, given, "2026-12-02 09:00")["mediation"].standing == "done"


def test_the_settlement_has_three_originals_and_only_where_it_is_made(book: Rulebook) -> None:
    paper = book.paper("settlement")  # 第二十四条第一款：各执一份，留存一份归档

    assert (paper.originals, [copy.holder for copy in paper.copies]) == (3, ["投诉人", "被投诉人", "归档"])
    assert parse(paper.when).answer({"settlement.paper": "made"}).verdict is True
    assert parse(paper.when).answer({"settlement.paper": "performed"}).verdict is False
    choices = {choice.id for choice in book.field("settlement.paper").choices}
    assert choices == {"made", "performed", "waived", "off_site"}


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


# ---- the rest ----


@pytest.mark.parametrize(
    ("switch", "default", "article"),
    [
        ("recusal", "runs", "第二十一条"),
        ("last_day", "statutory", "第四十五条"),
        ("proof", "runs", "第十条第三款"),
        ("told", "told", "第十五条第一款"),
    ],
)
def test_where_the_text_is_silent_a_switch_says_what_holds_and_why(
    book: Rulebook, switch: str, default: str, article: str
) -> None:
    entry = find(book.switches, switch)
    assert entry.default == default
    assert article in entry.source
    assert len(entry.reason) > 15


def test_reports_can_be_opened_by_those_who_handle_them_only(book: Rulebook) -> None:
    assert {role.id for role in book.roles if "see_sealed" in role.rights} == {"officer", "head"}


def test_the_category_tree_names_no_department(book: Rulebook) -> None:
    leaves = [category for category in book.categories if category.parent]

    assert {category.parent for category in leaves} == {"goods", "services", "conduct"}
    assert all(category.choose_lead and not category.lead for category in leaves)
    assert book.departments == ()


@pytest.mark.parametrize(
    "title",
    [
        "序号",
        "登记编号",
        "登记日期",
        "来源渠道",
        "类型",
        "姓名",
        "电话",
        "名称",
        "统一社会信用代码",
        "类别",
        "主要内容",
        "涉及金额",
        "承办机构",
        "受理日期",
        "到期日",
        "办理结果",
        "挽回损失",
        "办结日期",
        "归档号",
        "备注",
    ],
)
def test_the_register_has_the_customary_columns(book: Rulebook, title: str) -> None:
    register = book.register("cases")

    assert title in {column.title for column in register.columns}
    assert register.kinds == ("complaint", "report")


def test_every_entry_names_its_article_or_says_what_it_is(book: Rulebook) -> None:
    for entry in (*book.grounds, *book.papers, *book.clocks, *book.steps, *book.switches, *book.kinds):
        assert entry.source or entry.note or getattr(entry, "derived", False), entry


def test_the_summary_counts_what_the_text_has(book: Rulebook) -> None:
    counts = facts(book)

    assert (counts["grounds"], counts["kinds"], counts["notices"], counts["forms"]) == (15, 3, 9, 3)
    assert dict(unset_values(book))["secrecy.retention_years"] == "保密与保存的保存年限"
