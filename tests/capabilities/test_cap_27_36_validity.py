"""Validity, refusal and correction (CAP-27 to 36)."""

from datetime import date
from pathlib import Path

import pytest
from tests.capabilities.counter import Opened, act, look, steps, take_in
from tests.fixtures_office import SETTINGS
from tests.paper.papers import pages_of
from tests.services.test_main_job import text_of

from desk.domain.errors import DeskError
from desk.rulebook.loading import load
from desk.services import figures, notices, registers
from desk.services.cases import CaseView
from desk.services.office import Office
from desk.services.setting_up import init_office

DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("manual", "classes", "line"),
    [
        ("R02", ["有效投诉", "待改进投诉", "无效投诉"], "000:145-147"),
        ("R01", ["有效投诉", "无效投诉"], "002:43-73"),
    ],
)
def test_each_manual_has_its_classes_of_validity(manual: str, classes: list[str], line: str) -> None:
    """CAP-27."""
    assert [entry.name for entry in load(manual).validities] == classes, line


def test_at_the_car_maker_valid_means_the_dealers_fault(opened: Opened) -> None:
    """CAP-27: 002:617."""
    assert "经销商" in load("R12").validities[0].name
    assert [entry.id for entry in load("R11d").validities] == ["valid", "need"]


def test_thirteen_grounds_make_a_complaint_invalid_and_one_is_wanted(opened: Opened) -> None:
    """CAP-28: 002:47-71."""
    office = opened("R01")
    grounds = [ground for ground in office.rulebook.grounds if ground.validity == "invalid"]
    number = take_in(office, "reception").case.number

    with pytest.raises(DeskError) as refusal:
        act(office, "service", number, "refuse")

    assert (len(grounds), refusal.value.field) == (13, "ground")
    assert [ground.code for ground in grounds] == [f"3.3.{n}" for n in range(1, 14)]
    assert look(office, "service", number).case.state == "new"
    view = act(office, "service", number, "refuse", ground="not_right_holder")
    assert view.words["ground.text"] == "投诉指向为所购公司商品房时，投诉人非该商品房权利人"  # 002:59
    assert view.words["case.validity"] == "无效投诉"


def test_grounds_are_printed_in_the_register_and_counted_in_the_report(opened: Opened) -> None:
    """CAP-28: two suggestions (002:47), one matter that cannot be found out (002:61), one that nobody has judged."""
    office = opened("R01")
    clerk = office.viewer("service")
    judged = [
        (take_in(office, "reception").case.number, ground)
        for ground in ("suggestion", "unclear", "suggestion")
    ]
    take_in(office, "reception")
    for number, ground in judged:
        act(office, "service", number, "refuse", ground=ground)

    found = figures.figures(office, clerk, DAY, DAY)
    book = registers.book(office, clerk, "invalid", DAY, DAY)
    printed = "".join("".join(pages_of(registers.written(office, clerk, book, ".pdf").data)).split())

    [counted] = [ranking for ranking in found.rankings if ranking.indicator == "理由"]
    assert [(figure.group, figure.hits, len(figure.base)) for figure in counted.figures] == [
        ("3.3.1 客户提供的合理化意见或建议", (judged[0][0], judged[2][0]), 4),
        ("3.3.8 投诉人所投诉的对象、内容不明确，无法进一步查实的", (judged[1][0],), 4),
    ]
    assert printed.count("客户提供的合理化意见或建议") == 2
    assert printed.count("3.3.8") == 1


def test_the_notice_of_a_refusal_prints_its_ground(opened: Opened) -> None:
    """CAP-28: not within the department's powers (000:348)."""
    office = opened("R04")
    number = take_in(office, "acceptor", kind="licence").case.number
    act(office, "acceptor", number, "refuse", ground="authority", reason="归市局办理", proper_organ="市局")

    printed = text_of(notices.issue(office, office.viewer("acceptor"), number, "refusal"))

    assert "申请事项不属于本部门职权范围" in printed


@pytest.mark.parametrize(("manual", "number", "line"), [("R04", 2, "000:348"), ("R06", 3, "000:222")])
def test_the_grounds_for_not_taking_a_matter_on_are_all_there(manual: str, number: int, line: str) -> None:
    """CAP-28."""
    assert sum(ground.step == "refuse" for ground in load(manual).grounds) == number, line


def test_what_cannot_be_decided_is_valid_at_the_property_office(opened: Opened) -> None:
    """CAP-29: 000:151."""
    office = opened("R02")
    number = take_in(office, "specialist").case.number

    view = act(office, "specialist", number, "classify")

    assert view.words["case.validity"] == "有效投诉"
    assert "无法判定" in str(view.case.values["reason"])


@pytest.mark.parametrize(
    ("validity", "step", "word"),
    [("valid", "reply", "歉"), ("to_improve", "reply", "沟通"), ("invalid", "explain", "事实")],
)
def test_each_class_brings_its_own_words_and_they_stay_with_the_contact(
    opened: Opened, validity: str, step: str, word: str
) -> None:
    """CAP-30: apology and thanks; the causing unit; the facts (000:150)."""
    office = opened("R02")
    number = take_in(office, "specialist").case.number
    values = {"defect_from": "outside", "outside_unit": "电梯公司"} if validity == "to_improve" else {}
    told_why = {} if validity == "valid" else {"reason": "电梯停运由厂家检修，已恢复"}
    view = act(office, "specialist", number, "classify", validity=validity, **values)

    [said] = next(open_.scripts for open_ in view.steps if open_.step.id == step)[:1]
    told = act(office, "specialist", number, step, note=said.text, **told_why)

    own = next(entry.script for entry in office.rulebook.validities if entry.id == validity)
    assert said.id == own
    assert told.case.timeline[-1].note == said.text
    assert word in said.text, said.text


def test_the_words_of_a_script_name_the_ground(opened: Opened) -> None:
    """CAP-30: 002:149, 497."""
    office = opened("R01")
    number = take_in(office, "reception").case.number

    [refuse] = [open_ for open_ in look(office, "service", number).steps if open_.step.id == "refuse"]

    assert refuse.scripts[0].id == "explain_invalid"
    assert "{" not in refuse.scripts[0].text


@pytest.mark.parametrize(
    ("valid", "closed", "invalid", "rate"),
    [(4, 3, 1, "75.00"), pytest.param(40, 34, 5, "85.00", marks=pytest.mark.slow)],
)
def test_invalid_cases_stay_registered_and_do_not_count(
    opened: Opened, valid: int, closed: int, invalid: int, rate: str
) -> None:
    """CAP-31: closing rate = closed valid ÷ received valid (002:91): 34 of 40 valid, 5 invalid → 85.00 %."""
    office = opened("R01")
    numbers = [take_in(office, "reception", category="signing").case.number for _ in range(valid + invalid)]
    for number in numbers[:invalid]:
        act(office, "service", number, "refuse", ground=office.rulebook.grounds[0].id)
    for place, number in enumerate(numbers[invalid:]):
        act(office, "service", number, "accept", respondent__staff=False)
        if place < closed:
            close(office, number)

    found = figures.figures(office, office.viewer("service"), DAY, DAY)
    found_rate = next(one for one in found.indicators if one.indicator == "closing_rate")

    assert (len(found_rate.hits), len(found_rate.base)) == (closed, valid)
    assert rate in found_rate.words
    book = registers.book(office, office.viewer("service"), office.rulebook.registers[0].id, DAY, DAY)
    assert len(book.words) == valid + invalid


def close(office: Office, number: str) -> None:
    """Take an accepted matter to its closing in the manual's order (002:289-297)."""
    plan = {"plan_kind": ("talk",), "plan_from": "2026-11-20", "plan_to": "2026-11-20"}
    act(office, "service", number, "judge", department="sales")
    act(office, "service", number, "assign")
    act(office, "service", number, "verify", verified="属实")
    act(office, "service", number, "plan", **plan)
    for step in ("review", "agree"):
        act(office, "service", number, step)
    act(office, "service", number, "finish", result="已退款")
    act(office, "service", number, "confirm", customer_confirmed="recorded")
    act(office, "service", number, "visit")
    act(office, "service", number, "close")


PAPERS = ({"name": "申请表", "held": "是"}, {"name": "质量标准", "held": "否", "lack": "缺页"})
WHOLE = ({"name": "申请表", "held": "是"}, {"name": "质量标准", "held": "是"})


@pytest.mark.parametrize(
    ("step", "paper", "state"),
    [
        ("accept", "受理通知书", "accepted"),
        ("correct", "补正材料通知书", "correcting"),
        ("take_papers", "接受材料凭证", "papers_taken"),
        ("refuse", "不予受理通知书", "refused"),
    ],
)
def test_each_branch_of_acceptance_makes_its_own_paper_and_state(
    opened: Opened, step: str, paper: str, state: str
) -> None:
    """CAP-32: 000:343-348."""
    office = opened("R04")
    number = take_in(
        office, "acceptor", kind="licence", materials=PAPERS, complete=step == "accept"
    ).case.number
    values: dict[str, object] = {
        "correct": {"materials": PAPERS, "told_by": ""},
        "take_papers": {"materials": PAPERS},
        "refuse": {"ground": "authority", "reason": "不属于本机关职权", "proper_organ": "市局"},
    }.get(step, {})  # type: ignore[assignment]

    view = act(office, "acceptor", number, step, **given(office, step, values))

    offers = notices.offers(office, office.viewer("acceptor"), number, after=step)
    decisions = {"受理通知书", "补正材料通知书", "接受材料凭证", "不予受理通知书"}
    assert view.case.state == state
    assert {offer.name for offer in offers} & decisions == {paper}
    assert notices.issue(office, office.viewer("acceptor"), number, offers[0].paper).name == paper


def given(office: Office, step: str, values: dict[str, object]) -> dict[str, object]:
    """The values, with the first way of telling that the manual knows."""
    if "told_by" in values:
        way = next(f for f in office.rulebook.fields_at(step, "licence") if f.id == "told_by").choices[0].id
        return {**values, "told_by": way}
    return values


def correction(office: Office) -> str:
    """An application whose applicant was told once what lacks."""
    number = take_in(office, "acceptor", kind="licence", materials=PAPERS, complete=False).case.number
    values: dict[str, object] = {"materials": PAPERS, "told_by": ""}
    act(office, "acceptor", number, "correct", **given(office, "correct", values))
    notices.issue(office, office.viewer("acceptor"), number, "correction")
    return number


def test_supplements_are_asked_for_once_and_again_only_for_a_reason(opened: Opened) -> None:
    """CAP-33: 一次告知 (000:344)."""
    office = opened("R04")
    number = correction(office)

    with pytest.raises(DeskError) as refusal:
        notices.issue(office, office.viewer("acceptor"), number, "correction")
    with pytest.raises(DeskError) as step:
        act(
            office,
            "acceptor",
            number,
            "correct",
            **given(office, "correct", {"materials": PAPERS, "told_by": ""}),
        )

    assert (refusal.value.code, step.value.code) == ("only_once", "only_once")
    again = notices.issue(office, office.viewer("acceptor"), number, "correction", reason="上次漏列一项")
    assert again.name == "补正材料通知书"


def test_ticking_off_the_last_material_opens_acceptance(opened: Opened) -> None:
    """CAP-34: 000:344-347."""
    office = opened("R04")
    number = correction(office)
    assert "accept" not in steps(look(office, "acceptor", number))

    still = act(office, "acceptor", number, "supplement", materials=PAPERS)
    assert [row["name"] for row in still.words["materials_missing"]] == ["质量标准"]  # type: ignore[index]
    assert "accept" not in steps(still)
    whole = act(office, "acceptor", number, "supplement", materials=WHOLE)

    assert "accept" in steps(whole)
    act(office, "acceptor", number, "accept")
    offers = notices.offers(office, office.viewer("acceptor"), number, after="accept")
    assert offers[0].name == "受理通知书"


REMEDIES = {
    "office.reconsideration_organ": "示范市人民政府",
    "office.court": "示范市中级人民法院",
    "office.complaint_channel": "监督电话12345",
}


def refused_licence(office: Office) -> str:
    """An application that was not taken on."""
    number = take_in(office, "acceptor", kind="licence").case.number
    given = {"ground": "authority", "reason": "不属于本机关职权", "proper_organ": "市局"}
    act(office, "acceptor", number, "refuse", **given)
    return number


def test_a_refusal_names_reason_remedies_and_where_to_complain(tmp_path: Path) -> None:
    """CAP-35: the reason, reconsideration and court with their names, and where to complain (000:348)."""
    office = init_office(
        tmp_path / "office", rulebook="R04", name="示范局", practice=True, settings={**SETTINGS, **REMEDIES}
    )
    number = refused_licence(office)

    words = text_of(notices.issue(office, office.viewer("acceptor"), number, "refusal"))
    office.close()

    assert "理由：不属于本机关职权" in words
    assert "向示范市人民政府申请行政复议" in words
    assert "向示范市中级人民法院提起行政诉讼" in words
    assert "可以通过以下渠道投诉：监督电话12345" in words


@pytest.mark.parametrize("reason", [None, "", "　"])
def test_without_a_reason_nothing_is_refused_and_nothing_printed(opened: Opened, reason: str | None) -> None:
    """CAP-35: 000:348."""
    office = opened("R04")
    number = take_in(office, "acceptor", kind="licence").case.number

    with pytest.raises(DeskError) as step:
        act(office, "acceptor", number, "refuse", ground="authority", proper_organ="市局", reason=reason)
    with pytest.raises(DeskError) as paper:
        notices.issue(office, office.viewer("acceptor"), number, "refusal", {"reason": reason})

    assert (step.value.code, step.value.field) == ("missing", "reason")
    assert paper.value.code == "not_now"
    assert look(office, "acceptor", number).papers == ()


def test_a_real_office_sends_no_refusal_without_its_remedies(tmp_path: Path) -> None:
    """CAP-35: a line where reconsideration, court or complaint channel should stand is no remedy (000:348)."""
    office = init_office(
        tmp_path / "office", rulebook="R04", name="示范局", settings=SETTINGS, password="秘密口令"
    )
    number = refused_licence(office)

    with pytest.raises(DeskError) as refusal:
        notices.issue(office, office.viewer("acceptor"), number, "refusal")
    office.close()

    assert refusal.value.code == "office_data"
    assert all(word in refusal.value.message for word in ("行政复议机关", "行政诉讼法院", "投诉渠道"))


def test_what_is_untrue_is_revoked_with_an_explanation(opened: Opened) -> None:
    """CAP-36: 000:225."""
    office = opened("R06")
    number = take_in(office, "clerk", kind="complaint").case.number
    act(office, "officer", number, "precheck", first_finding="材料齐")
    act(office, "officer", number, "investigate", finding="与事实不符")
    act(office, "officer", number, "analyse", cause="误解", truth="untrue")

    assert "decide" not in steps(look(office, "officer", number))
    with pytest.raises(DeskError) as refusal:
        act(office, "officer", number, "revoke", reason="不属实")
    assert refusal.value.field == "explanation"
    view = act(office, "officer", number, "revoke", reason="不属实", explanation="已当面说明查证经过")
    assert view.words["case.state"] == "不属实，已撤销"


SAMPLES: dict[str, object] = {
    "text": "甲", "note": "如实填写", "date": "2026-11-20", "moment": "2026-11-20 12:00", "count": 1, "money": "1",
    "yes_no": True,
}  # fmt: skip


def taken(office: Office, by: str, number: str, step: str, **decided: object) -> CaseView:
    """The step taken with whatever it still asks filled in anyhow, but for what the test decides."""
    view = look(office, by, number)
    [open_] = [one for one in view.steps if one.step.id == step]
    filled = {
        field.id: field.choices[0].id if field.choices else SAMPLES.get(field.kind_of_value, "甲")
        for field in open_.missing
    }
    return act(office, by, number, step, **{**filled, **decided})


def test_a_complaint_that_does_not_stand_leads_to_collection_or_a_petition(opened: Opened) -> None:
    """CAP-36: the receivable is collected, or put to the superior by a petition (002:661)."""
    office = opened("R11b")
    number = take_in(office, "sales").case.number
    taken(office, "sales", number, "fill_sheet")
    taken(office, "quality", number, "investigate")
    taken(office, "sales", number, "negotiate")
    taken(office, "sales_manager", number, "send_back")
    taken(office, "office", number, "combine", authority_level="manager")
    taken(office, "sales_manager", number, "decide_manager")
    taken(office, "office", number, "judge", standing="no", own_fault=False)

    assert "tell" not in steps(look(office, "sales", number))
    view = taken(office, "sales", number, "no_case")

    assert {"collect", "petition"} <= steps(view)
    taken(office, "sales", number, "petition")
    offers = notices.offers(office, office.viewer("sales"), number, after="petition")
    assert [offer.name for offer in offers] == ["签呈"]
