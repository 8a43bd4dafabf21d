"""Cases that belong together, and mediation under R15: link, merge, split, joint and mass complaints."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.capabilities.counter import Opened, act, altered, clocks, look, set_time, steps
from tests.rulebook.market import MEDIATOR
from tests.services.test_main_job import DECISION, complaint, text_of
from tests.small_office import at

from desk.domain.errors import DeskError, Forbidden
from desk.services import intake, links, merging, notices, stepping
from desk.services.office import Office


def taken_in(office: Office, name: str = "曾建国", **values: object) -> str:
    draft = complaint(**{"complainant.name": name, **values})
    draft = replace(draft, received_at=office.now())
    return intake.register(office, office.viewer("counter"), draft).case.number


def mediating(office: Office, *, name: str = "曾建国") -> str:
    number = taken_in(office, name)
    act(office, "head", number, "accept", **DECISION)
    stepping.act(office, office.viewer("head"), number, "mediate", MEDIATOR)
    return number


# --- mass complaints ---


def test_what_is_decided_on_the_lead_is_told_to_each_complainant_on_a_paper_of_their_own(
    opened: Opened,
) -> None:
    """One refusal, three people: each decision has its own number, name and matter, and the ground of the lead."""
    office = opened("R15")
    officer = office.viewer("officer")
    lead, *others = [
        taken_in(office, name, subject=f"{name}的冰箱") for name in ("曾建国", "欧阳修", "诸葛明")
    ]
    for other in others:
        merging.merge(office, officer, lead, other, note="同一批冰箱")
    assert "refusal" not in {one.paper for one in notices.offers(office, officer, others[0])}

    act(office, "officer", lead, "refuse", ground="not_ours", reason="不属于本局职责", **DECISION)

    numbers = set()
    for number, name in zip([lead, *others], ("曾建国", "欧阳修", "诸葛明"), strict=True):
        assert "refusal" in {one.paper for one in notices.offers(office, officer, number)}
        printed = notices.issue(office, officer, number, "refusal")
        said = text_of(printed)
        assert name in said
        assert f"{name}的冰箱" in said
        assert "不属于市场监督管理部门职责" in said
        numbers.add(printed.number)
    assert len(numbers) == 3
    assert [len(look(office, "officer", number).papers) for number in (lead, *others)] == [1, 1, 1]
    states = [look(office, "officer", number).case.state for number in (lead, *others)]
    assert states == ["refused"] * 3  # they end with their lead


def test_parted_before_it_is_decided_a_case_has_only_papers_of_its_own(opened: Opened) -> None:
    """The control: what the former lead decides later is nothing to it."""
    office = opened("R15")
    officer = office.viewer("officer")
    lead, other = taken_in(office), taken_in(office, "欧阳修")
    merging.merge(office, officer, lead, other)
    merging.unmerge(office, officer, lead, other)

    act(office, "officer", lead, "refuse", ground="not_ours", reason="不属于本局职责", **DECISION)

    with pytest.raises(DeskError, match="不能出"):
        notices.issue(office, officer, other, "refusal")


def test_nobody_learns_another_complainant_from_a_paper(opened: Opened) -> None:
    """The lead's people stand on no paper of the others."""
    office = opened("R15")
    officer = office.viewer("officer")
    lead, other = taken_in(office), taken_in(office, "欧阳修")
    merging.merge(office, officer, lead, other)
    act(office, "officer", lead, "refuse", ground="not_ours", reason="不属于本局职责", **DECISION)

    assert "曾建国" not in text_of(notices.issue(office, officer, other, "refusal"))


# --- split ---


def test_a_mixed_matter_is_split_and_both_parts_go_their_own_way(opened: Opened) -> None:
    """R15 art. 9: 投诉举报混合的，分别登记、分别处理."""
    office = opened("R15")
    number = taken_in(office)

    part = links.split(
        office,
        office.viewer("counter"),
        number,
        "report",
        {"summary": "无证经营", "narrative": "没有营业执照"},
    ).case

    assert part.case.kind == "report"
    assert {"check", "acceptance"} & clocks(part).keys() != clocks(look(office, "officer", number)).keys()
    assert [(one.number, one.words) for one in links.related(office, office.viewer("officer"), number)] == [
        (part.number, "分自（对方）")
    ]
    act(office, "officer", number, "refuse", ground="not_ours", reason="不属于本局职责", **DECISION)
    view = act(office, "officer", part.number, "file_case", **DECISION)
    assert (look(office, "officer", number).case.state, view.case.state) == ("refused", "filed")


# --- mediation ---


def test_the_appointment_goes_to_both_parties_with_place_and_time(opened: Opened) -> None:
    """Art. 20: 现场调解的，应当提前告知投诉人和被投诉人调解的时间、地点、调解人员."""
    office = opened("R15")
    number = mediating(office)
    given = {"mediation.at": "2026-11-25 09:30", "mediation.place": "一楼调解室", "mediator.name": "赵六",
             "mediation.recusal_days": 3}  # fmt: skip
    with pytest.raises(DeskError, match="可以申请回避的天数"):
        stepping.act(
            office,
            office.viewer("mediator"),
            number,
            "call_mediation",
            {**given, "mediation.recusal_days": ""},
        )
    stepping.act(office, office.viewer("mediator"), number, "call_mediation", given)

    said = text_of(notices.issue(office, office.viewer("head"), number, "mediation"))

    assert said.count("一楼调解室") == 2  # one for each party
    assert "赵六" in said


@pytest.mark.parametrize(("phone", "told"), [("", "没有填写：调解人员电话"), ("0000-7654321", "")])
def test_an_appointment_without_the_mediators_phone_says_so_before_it_is_printed(
    opened: Opened, phone: str, told: str
) -> None:
    """文书式样七 note 2: 联系电话指主持调解的工作人员的联系电话; the office's own does not stand for it."""
    office = opened("R15")
    number = mediating(office)
    given = {"mediation.at": "2026-11-25 09:30", "mediation.place": "一楼调解室", "mediator.name": "赵六",
             "mediator.phone": phone, "mediation.recusal_days": 3}  # fmt: skip
    stepping.act(office, office.viewer("mediator"), number, "call_mediation", given)

    seen = notices.preview(office, office.viewer("head"), number, "mediation")

    assert (
        seen.warning.partition("。")[0].removesuffix("，文书上留了横线，请先在案件里补上，或打印后手写")
        == told
    )


@pytest.mark.parametrize(("option", "due"), [("runs", "2027-01-19"), ("paused", "2027-01-29")])
def test_a_recusal_suspends_and_the_switch_says_whether_the_sixty_days_pause(
    opened: Opened, tmp_path: Path, option: str, due: str
) -> None:
    """Art. 21: 中止调解; ten days of it. Accepted on 20 November, sixty days end on 19 January."""
    default = ('options = ["runs", "paused"]\nwords = ["不停算", "停算"]\ndefault = "runs"',
               f'options = ["runs", "paused"]\nwords = ["不停算", "停算"]\ndefault = "{option}"')  # fmt: skip
    office = opened(altered(tmp_path / "R15", "R15", default))
    number = mediating(office)
    stepping.act(office, office.viewer("mediator"), number, "ask_recusal",
              {"recusal.by": "complainant", "recusal.reason": "是被投诉人的亲属"})  # fmt: skip
    assert look(office, "mediator", number).case.state == "suspended"
    assert "settle" not in steps(look(office, "mediator", number))
    set_time(office, at("2026-11-30 12:00"))
    view = stepping.act(
        office,
        office.viewer("head"),
        number,
        "decide_recusal",
        {"recusal.result": "denied", "mediator.name": "赵六"},
    ).case

    assert view.case.state == "mediating"
    assert f"{clocks(view)['mediation'].due:%Y-%m-%d}" == due


def test_the_time_of_a_test_is_not_counted(opened: Opened) -> None:
    """Art. 22: 鉴定、检测期间不计算在调解期限内: thirty days of it."""
    office = opened("R15")
    number = mediating(office)
    before = clocks(look(office, "head", number))["mediation"].due
    act(office, "mediator", number, "start_test", test__body="市检测院")
    set_time(office, at("2026-12-20 12:00"))
    view = act(office, "mediator", number, "end_test", test__result="压缩机故障")

    assert before is not None
    assert (clocks(view)["mediation"].due - before).days == 30  # type: ignore[operator]


@pytest.mark.parametrize(
    "ground", ["withdrawn_or_settled", "absent", "no_agreement", "test_costs", "sixty_days", "found_later", "gone", "other_end"]
)  # fmt: skip
def test_each_of_eight_grounds_ends_the_mediation_and_stands_on_the_decision(
    opened: Opened, ground: str
) -> None:
    """Art. 23: 终止调解的八种情形."""
    office = opened("R15")
    number = mediating(office)
    entry = next(one for one in office.rulebook.grounds if one.id == ground)
    more = dict.fromkeys(entry.needs, "说明")

    with pytest.raises(DeskError, match="终止调解情形"):
        act(office, "officer", number, "terminate", **DECISION)
    if ground == "sixty_days":  # that they are over must be true
        set_time(office, at("2027-01-25 12:00"))
    view = act(office, "officer", number, "terminate", ground=ground, **more, **DECISION)

    assert clocks(view)["mediation"].standing == ("late_done" if ground == "sixty_days" else "done")
    said = text_of(notices.issue(office, office.viewer("head"), number, "termination"))
    assert entry.text[:12] in said


def test_delegation_needs_both_consents(opened: Opened) -> None:
    """Art. 18: 经投诉人和被投诉人同意，可以委托调解."""
    office = opened("R15")
    number = taken_in(office, delegate_consent=True)
    act(office, "head", number, "accept", **DECISION)

    assert "delegate" not in steps(look(office, "officer", number))
    with pytest.raises(Forbidden, match="都同意"):
        act(office, "officer", number, "delegate", delegate="消费者协会")
    act(
        office,
        "officer",
        number,
        "consent",
        complainant_agrees=True,
        respondent_agrees=True,
        respondent_delegates=True,
    )
    assert "delegate" in steps(look(office, "officer", number))


@pytest.mark.parametrize("unwilling", ["complainant_agrees", "respondent_agrees"])
def test_mediation_begins_only_where_nobody_has_refused(opened: Opened, unwilling: str) -> None:
    """Art. 23 (2): 明确拒绝调解的 ends it; with both consents it begins."""
    office = opened("R15")
    one, other = (taken_in(office) for _ in range(2))
    both = {"complainant_agrees": True, "respondent_agrees": True}
    for number, said in ((one, {**both, unwilling: False}), (other, both)):
        act(office, "head", number, "accept", **DECISION)
        act(office, "officer", number, "consent", **said)

    with pytest.raises(Forbidden, match="有一方不同意调解"):
        stepping.act(office, office.viewer("head"), one, "mediate", MEDIATOR)
    assert (
        stepping.act(office, office.viewer("head"), other, "mediate", MEDIATOR).case.case.state == "mediating"
    )
    assert act(office, "officer", one, "terminate", ground="absent", **DECISION).case.state == "terminated"


def test_the_settlement_is_drawn_in_three_originals(opened: Opened) -> None:
    """Art. 24: 投诉人、被投诉人各执一份，留存一份."""
    office = opened("R15")
    number = mediating(office)
    act(
        office,
        "mediator",
        number,
        "settle",
        settlement__paper="made",
        agreement="退货退款",
        content="冰箱不制冷",
    )

    printed = notices.issue(office, office.viewer("head"), number, "settlement")

    assert len(printed.copies) == 3
    assert [holder.split()[-1] for holder in printed.copies] == ["投诉人", "被投诉人", "归档"]
