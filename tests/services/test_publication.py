"""What everybody may read: complaints put up with consent (R15 art. 38), results told (R05, R06), and nobody named in them."""

from datetime import date
from io import BytesIO

import pytest
from tests.fixtures_office import make_office
from tests.services.test_main_job import DECISION, complaint, text_of
from tests.small_office import at

from desk.domain.draft import Draft
from desk.services import intake, registers, stepping
from desk.services.registers import Written

DAY = date(2026, 11, 20)
PUBLIC = {
    "publish_consent": True,
    "respondent.credit_code": "91350100M000100Y43",
    "subject": "欧阳女士（13800138000，住示范区人民路1号）购买冰箱不制冷",
}
MEDIATOR = {
    "mediation.way": "phone",
    "mediator.name": "赵六",
    "complainant_agrees": True,
    "respondent_agrees": True,
}
SETTLED = {"settlement.paper": "performed", "agreement": "退货退款。"}


def ended(office, **changed):
    """A complaint that was accepted and settled."""
    number = intake.register(office, office.viewer("counter"), complaint(**{**PUBLIC, **changed})).case.number
    for step, given in (("accept", DECISION), ("mediate", MEDIATOR), ("settle", SETTLED)):
        stepping.act(office, office.viewer("head"), number, step, given)
    return number


def shown(office, who="counter", name="public"):
    return registers.book(office, office.viewer(who), name, DAY, DAY)


def test_what_is_put_up_is_the_operator_the_matter_and_the_outcome(market_office):
    ended(market_office)

    assert [column.title for column in shown(market_office).columns] == [
        "序号", "被投诉人", "统一社会信用代码", "类别", "投诉事由", "收到日期", "办理情况", "办结日期",
    ]  # fmt: skip
    assert shown(market_office).words[0][1:3] == ("鑫源电器商行", "91350100M000100Y43")
    assert shown(market_office).words[0][5:] == ("2026-11-20", "达成调解协议", "2026-11-20")


def test_people_and_their_numbers_are_taken_out_of_what_was_typed(market_office):
    ended(market_office)

    assert shown(market_office).words[0][4] == "***（***，住***）购买冰箱不制冷"


def test_nothing_of_the_offices_own_business_stands_at_its_foot(market_office):
    """Numbers that are missing, and cases kept elsewhere, are for the register of the desk."""
    ended(market_office)
    day = market_office.now().date()
    viewer = market_office.viewer("head")

    assert registers.book(market_office, viewer, "public", day, day).remark == ""
    assert registers.book(market_office, viewer, "cases", day, day).remark == registers.NOT_CONTINUOUS


@pytest.mark.parametrize("who", ["counter", "head", "supervisor"])
def test_it_names_nobody_whoever_makes_it(market_office, who):
    ended(
        market_office, subject="欧阳𠮷投诉，电话010-87654321，身份证11010519491231002X，邮箱a.b@example.com"
    )

    assert shown(market_office, who).words[0][4] == "***投诉，电话***，身份证***，邮箱***"
    assert shown(market_office, who).outward is None


@pytest.mark.parametrize(
    "changed",
    [{"publish_consent": False}, {"publish_consent": None}, {"respondent.credit_code": None}],
    ids=["refused", "not asked", "perhaps a person"],
)
def test_without_a_clear_yes_or_a_clear_operator_nothing_is_put_up(market_office, changed):
    kept = {key: value for key, value in {**PUBLIC, **changed}.items() if value is not None}
    dropped = {key for key, value in changed.items() if value is None}
    draft = complaint(**{key: value for key, value in kept.items() if key not in dropped})
    number = intake.register(market_office, market_office.viewer("counter"), draft).case.number
    for step, given in (("accept", DECISION), ("mediate", MEDIATOR), ("settle", SETTLED)):
        stepping.act(market_office, market_office.viewer("head"), number, step, given)

    assert shown(market_office).words == ()
    assert len(shown(market_office, name="cases").words) == 1


def test_a_complaint_that_has_not_ended_is_not_put_up(market_office):
    intake.register(market_office, market_office.viewer("counter"), complaint(**PUBLIC))

    assert shown(market_office).words == ()


@pytest.mark.parametrize("suffix", [".pdf", ".xlsx", ".csv"])
def test_it_goes_out_as_paper_workbook_and_text_and_leaves_a_trace(market_office, suffix):
    ended(market_office)
    viewer = market_office.viewer("head")

    out = registers.written(market_office, viewer, shown(market_office, "head"), suffix)
    said = _text(out, suffix)

    assert "鑫源电器商行" in said
    assert not [part for part in ("欧阳", "13800138000", "人民路") if part in said]


def _text(out: Written, suffix: str) -> str:
    if suffix == ".pdf":
        return text_of(out)
    if suffix == ".csv":
        return out.data.decode("utf-8-sig")
    from openpyxl import load_workbook

    sheet = load_workbook(BytesIO(out.data)).active
    return "".join(str(cell.value or "") for row in sheet.iter_rows() for cell in row)


def test_the_result_of_a_sealed_report_is_told_without_the_informant(tmp_path):
    office = make_office(tmp_path / "office", "R05")  # 000:214, 216
    values = {
        "complainant.name": "林小满",
        "narrative": "违规收费",
        "subject": "收费",
        "public_interest": True,
    }
    draft = Draft(kind="report", channel="phone", received_at=at("2026-11-20 09:00"), values=values)
    number = intake.register(office, office.viewer("hotline"), draft).case.number
    for step, given in ANNOUNCING:
        stepping.act(office, office.viewer("officer"), number, step, given)

    words = shown(office, "hotline", "announcements").words
    office.close()

    assert [line[2] for line in words] == ["***反映的某局收费问题属实，已责令退还。"]


ANNOUNCING = (
    ("first_check", {"first_finding": "属实", "department": "team"}),
    ("send_team", {"team": "调查组"}),
    ("submit", {"finding": "属实", "proposal": "立案"}),
    ("file", {}),
    ("finish", {"result": "责令退还"}),
    ("announce", {"announcement": "林小满反映的某局收费问题属实，已责令退还。"}),
    ("visit", {}),
)
