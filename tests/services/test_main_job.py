"""From the counter to the paper to the register, as one clerk does it, on both kinds of store."""

from datetime import date
from uuid import uuid4

import pytest
from tests.fixtures_office import NOON
from tests.small_office import at

from desk.domain.draft import Draft
from desk.domain.errors import DeskError, Forbidden, NotFound
from desk.services import (
    cases,
    intake,
    issued_papers,
    notices,
    outlook,
    registers,
    searching,
    stepping,
)
from desk.services.checks import verify
from desk.services.intake import BadDraft

COMPLAINT = {
    "complainant.name": "欧阳𠮷",
    "complainant.phone": "13800138000",
    "complainant.id_type": "居民身份证",
    "complainant.id_number": "11010519491231002X",
    "complainant.address": "示范区人民路1号",
    "respondent.name": "鑫源电器商行",
    "respondent.address": "解放街8号",
    "subject": "购买冰箱不制冷",
    "narrative": "2026年11月1日购买冰箱一台，付款3999元，三天后不制冷，要求退货被拒。",
    "demand": "退货退款3999元",
}
DECISION = {"approver": "李局长", "approved_on": "2026-11-20"}


def complaint(**changed):
    values = {**COMPLAINT, **changed}
    return Draft(kind="complaint", channel="window", received_at=at("2026-11-20 09:00"), values=values)


def application(**changed):
    values = {"complainant.name": "康达药业有限公司", "subject": "药品经营许可证换证", **changed}
    return Draft(
        kind="licence", channel="window", station="general", received_at=at("2026-11-20 09:00"), values=values
    )


def text_of(printed):
    import pypdfium2

    pdf = pypdfium2.PdfDocument(printed.data)
    return "".join(page.get_textpage().get_text_bounded() for page in pdf).replace("\r", "").replace("\n", "")


def test_a_complaint_is_registered_numbered_and_its_clock_runs(market_office):
    counter = market_office.viewer("counter")

    done = intake.register(market_office, counter, complaint())

    assert done.case.number == "投202600001"
    assert done.case.case.state == "received"
    # Seven working days after Friday 20 November (art. 15, 45): 23 24 25 26 27 30 November, 1 December.
    assert {clock.id: f"{clock.due:%Y-%m-%d}" for clock in done.case.clocks} == {"acceptance": "2026-12-01"}


def test_at_the_window_only_the_form_and_the_receipt_are_offered(market_office):
    done = intake.register(market_office, market_office.viewer("counter"), complaint())

    assert [offer.name for offer in done.offers] == ["投诉登记表", "收件回执"]


def test_the_receipt_names_the_person_and_never_says_accepted(market_office):
    counter = market_office.viewer("counter")
    number = intake.register(market_office, counter, complaint()).case.number

    printed = notices.issue(market_office, counter, number, "receipt")

    assert "欧阳𠮷" in text_of(printed)
    assert "不表示投诉、举报已经受理" in text_of(printed)
    assert printed.missing == ()


def test_a_decision_is_not_to_be_had_before_it_is_made(market_office):
    counter = market_office.viewer("counter")
    number = intake.register(market_office, counter, complaint()).case.number

    with pytest.raises(DeskError) as refusal:
        notices.issue(market_office, counter, number, "acceptance")

    assert refusal.value.code == "not_now"


def test_the_counter_may_not_accept_and_the_head_may(market_office):
    number = intake.register(market_office, market_office.viewer("counter"), complaint()).case.number

    with pytest.raises(Forbidden):
        stepping.act(market_office, market_office.viewer("counter"), number, "accept", DECISION)
    done = stepping.act(market_office, market_office.viewer("head"), number, "accept", DECISION)

    assert done.case.case.state == "accepted"
    assert [offer.paper for offer in done.offers] == ["acceptance"]


def test_an_accepted_complaint_gets_its_decision_and_sixty_days(market_office):
    head = market_office.viewer("head")
    number = intake.register(market_office, market_office.viewer("counter"), complaint()).case.number
    view = stepping.act(market_office, head, number, "accept", DECISION).case

    printed = notices.issue(market_office, head, number, "acceptance")

    assert printed.number == "示市监投受﹝2026﹞第1号"
    assert "购买冰箱不制冷" in text_of(printed)
    # Sixty calendar days after 20 November 2026, the first not counted: 19 January 2027 (art. 23(5), 45).
    assert f"{next(c.due for c in view.clocks if c.id == 'mediation'):%Y-%m-%d}" == "2027-01-19"


def test_a_reprint_is_the_very_same_bytes(market_office):
    head = market_office.viewer("head")
    number = intake.register(market_office, market_office.viewer("counter"), complaint()).case.number
    stepping.act(market_office, head, number, "accept", DECISION)
    printed = notices.issue(market_office, head, number, "acceptance")

    again = issued_papers.reprint(market_office, head, printed.paper_id)

    assert (again.data, again.sha256) == (printed.data, printed.sha256)


def test_a_void_paper_stays_on_record_and_its_number_is_not_used_again(market_office):
    head = market_office.viewer("head")
    number = intake.register(market_office, market_office.viewer("counter"), complaint()).case.number
    stepping.act(market_office, head, number, "accept", DECISION)
    first = notices.issue(market_office, head, number, "acceptance")

    issued_papers.void(market_office, head, first.paper_id, "收件人写错")
    second = notices.issue(market_office, head, number, "acceptance")

    papers = cases.show(market_office, head, number).papers
    assert [(row.number, row.state) for row in papers] == [(first.number, "void"), (second.number, "issued")]
    assert first.number != second.number


def test_the_same_key_registers_once(market_office):
    counter, key = market_office.viewer("counter"), uuid4()

    first = intake.register(market_office, counter, complaint(), key)
    again = intake.register(market_office, counter, complaint(), key)

    assert (first.case.id, first.case.number) == (again.case.id, again.case.number)
    assert cases.count(market_office, counter).n == 1


def test_of_several_drafts_all_are_registered_or_none(market_office):
    counter = market_office.viewer("counter")

    with pytest.raises(BadDraft):
        intake.register_all(
            market_office, counter, [(complaint(), uuid4()), (complaint(subject=""), uuid4())]
        )

    assert cases.count(market_office, counter).n == 0


def test_a_refused_draft_takes_no_number(market_office):
    counter = market_office.viewer("counter")
    with pytest.raises(BadDraft) as refusal:
        intake.register(market_office, counter, complaint(**{"complainant.id_number": "110105194912310021"}))

    assert [problem.field for problem in refusal.value.problems] == ["complainant.id_number"]
    assert intake.register(market_office, counter, complaint()).case.number == "投202600001"


def test_an_earlier_case_of_the_same_person_is_shown_beside(market_office):
    counter = market_office.viewer("counter")
    first = intake.register(market_office, counter, complaint()).case.number

    assert [row.number for row in outlook.similar(market_office, counter, complaint(subject="又坏了"))] == [
        first
    ]


@pytest.mark.parametrize("text", ["不制冷", "欧阳", "oy", "8000", "鑫源电器", "投202600001", "002X", "1"])
def test_the_case_is_found_by_any_part_of_what_is_known(market_office, text):
    counter = market_office.viewer("counter")
    number = intake.register(market_office, counter, complaint()).case.number

    found = searching.find(market_office, counter, text)

    assert [row.number for row in found.rows] == [number]


def test_a_report_hides_who_reported(market_office):
    counter = market_office.viewer("counter")
    values = {
        "complainant.name": "匿名线人",
        "complainant.phone": "13900139000",
        "respondent.name": "鑫源电器商行",
        "respondent.address": "解放街8号",
        "subject": "无照经营",
        "summary": "鑫源电器商行无照经营",
        "narrative": "该店没有营业执照，我是隔壁店主。",
        "demand": "查处",
    }
    fields = {f.id for f in market_office.rulebook.fields_at("register", "report", "window")}
    draft = Draft(
        kind="report",
        channel="window",
        received_at=NOON,
        values={k: v for k, v in values.items() if k in fields},
    )

    view = intake.register(market_office, counter, draft).case

    assert "complainant.name" not in view.case.values
    assert "隔壁店主" not in str(view.case.values)
    assert view.case.values["summary"] == "鑫源电器商行无照经营"
    assert [row.subject for row in searching.find(market_office, counter, "无照经营").rows] == [
        "鑫源电器商行无照经营"
    ]
    assert searching.find(market_office, counter, "匿名线人").total == 0
    assert "匿名线人" not in str(cases.page(market_office, counter))


def test_the_register_of_the_day_holds_the_case_once(market_office):
    counter = market_office.viewer("counter")
    number = intake.register(market_office, counter, complaint()).case.number

    found = registers.book(market_office, counter, "cases", date(2026, 11, 20), date(2026, 11, 20))

    titles = [column.title for column in found.columns]
    assert [row[titles.index("登记编号")] for row in found.words] == [number]
    assert registers.book(market_office, counter, "cases", date(2026, 11, 21), date(2026, 11, 21)).words == ()


def test_the_workbook_holds_real_dates_and_numbers_as_text(market_office):
    import io

    import openpyxl

    counter = market_office.viewer("counter")
    intake.register(market_office, counter, complaint(subject="=1+1"))
    found = registers.book(market_office, counter, "cases", date(2026, 11, 1), date(2026, 11, 30))

    data = registers.written(market_office, counter, found, ".xlsx").data

    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    cells = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert cells["=1+1"].data_type == "s"
    assert any(cell.is_date for cell in cells.values())


def test_an_application_goes_each_of_its_branches_to_its_own_paper(licence_office):
    acceptor = licence_office.viewer("acceptor")
    whole = intake.register(licence_office, acceptor, application(complete="是")).case
    lacking = intake.register(licence_office, acceptor, application(complete="否")).case

    def ways(view):
        return {found.step.id for found in view.steps} & {"accept", "correct", "take_papers", "refuse"}

    assert "accept" in ways(whole)
    assert ways(lacking) == {"correct", "take_papers", "refuse"}


def test_a_refused_application_says_why_and_where_to_turn(licence_office):
    acceptor = licence_office.viewer("acceptor")
    number = intake.register(licence_office, acceptor, application()).case.number
    ground = licence_office.rulebook.grounds[0].id

    stepping.act(
        licence_office,
        acceptor,
        number,
        "refuse",
        {"ground": ground, "reason": "不属于本机关职权范围", "proper_organ": "市市场监督管理局"},
    )
    printed = notices.issue(licence_office, acceptor, number, "refusal")

    words = text_of(printed)
    assert all(part in words for part in ("不属于本机关职权范围", "行政复议", "行政诉讼"))


def test_a_case_that_nobody_has_is_not_found(licence_office):
    with pytest.raises(NotFound):
        cases.show(licence_office, licence_office.viewer("acceptor"), "没有的编号")


@pytest.mark.parametrize("text", ["投受﹝2026﹞第1号", "投受〔2026〕1号", "投受[2026]1", "示市监投受"])
def test_a_paper_is_traced_by_its_own_number_whatever_the_brackets(market_office, text):
    head = market_office.viewer("head")
    number = intake.register(market_office, market_office.viewer("counter"), complaint()).case.number
    stepping.act(market_office, head, number, "accept", DECISION)
    notices.issue(market_office, head, number, "acceptance")

    found = searching.find(market_office, head, text)

    assert [row.number for row in found.rows] == [number]
    assert verify(market_office).findings == ()
