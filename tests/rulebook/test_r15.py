"""The market regulator's rulebook: what it asks, its grounds and registers, against 总局令第121号 and the official forms.

The expected values are copied from the text by hand; the last column of a table is the article.
"""

from datetime import date
from typing import Any

import pytest
from tests.rulebook.market import APPROVED, MANUAL, WHOLE, complaint, report
from tests.rulebook.walking import as_role, clocks, due, walk
from tests.small_office import at

from desk.domain.circumstances import of_case
from desk.domain.errors import DeskError
from desk.domain.flow import hindrance
from desk.rulebook.criteria import parse
from desk.rulebook.layout import fields
from desk.rulebook.loading import load
from desk.rulebook.model import Rulebook, find
from desk.rulebook.summary import facts, unset_values


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load(MANUAL)


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
    filled = (
        "case.",
        "office.",
        "paper.",
        "clerk.",
        "contact.",
        "told.",
        "ground.",
        "number.",
        "addressee",
        "materials_",
    )

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


def test_the_three_dates_and_the_senders_numbers_have_a_register_of_their_own(book: Rulebook) -> None:
    shown = {column.value for column in book.register("incoming").columns}

    assert {"case.received_at", "case.registered_at", "case.handed_on_at"} <= shown
    assert {"outside.source", "outside.number", "outside.due", "outside.return_by", "post.number"} <= shown


def test_every_entry_names_its_article_or_says_what_it_is(book: Rulebook) -> None:
    for entry in (*book.grounds, *book.papers, *book.clocks, *book.steps, *book.switches, *book.kinds):
        assert entry.source or entry.note or getattr(entry, "derived", False), entry


def test_the_summary_counts_what_the_text_has(book: Rulebook) -> None:
    counts = facts(book)

    assert (counts["grounds"], counts["kinds"], counts["notices"], counts["forms"]) == (15, 3, 9, 4)
    assert dict(unset_values(book))["secrecy.retention_years"] == "保密与保存的保存年限"
