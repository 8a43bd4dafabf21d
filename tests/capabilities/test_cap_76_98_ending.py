"""How a case ends: lawsuit, confirmation, return visit, archive, destruction (CAP-76, 98, and the end of CAP-100)."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from tests.capabilities.counter import (
    Opened,
    act,
    altered,
    clocks,
    forward,
    look,
    set_time,
    sign_up,
    steps,
    take_in,
)
from tests.capabilities.developer import SCORES, agreed, assigned, closed, handled
from tests.destroying import destroy
from tests.small_office import at

from desk.domain.errors import DeskError, Forbidden
from desk.domain.penalties import reward
from desk.rulebook.loading import load
from desk.services import attachments, cases, erasing, merging, notices, reclassifying, times, visits

# --- CAP-76: the closing conditions of R01 (002:77-87) ---


def test_a_lawsuit_is_closed_only_with_the_date_of_its_paper_and_the_formalities_done(opened: Opened) -> None:
    """CAP-76: 判决书或调解书下达，并且客户相关手续办理完成 (002:87)."""
    office = opened("R01")
    number = assigned(office)
    act(office, "legal", number, "sue")

    with pytest.raises(DeskError, match="判决书或调解书下达日期"):
        act(office, "legal", number, "judgment", result="驳回", formalities_done="2026-11-20")
    with pytest.raises(DeskError, match="手续办理完成"):
        act(office, "legal", number, "judgment", result="驳回", judgment_on="2026-11-19")
    act(
        office,
        "legal",
        number,
        "judgment",
        result="驳回",
        judgment_on="2026-11-19",
        formalities_done="2026-11-20",
    )
    act(office, "service", number, "visit", **SCORES)

    view = act(office, "service", number, "close")
    assert view.case.state == "closed"
    assert view.words["ground.code"] == "3.6.3"


def test_a_repair_is_closed_only_with_both_confirmations(opened: Opened) -> None:
    """002:79, 297: 客户书面或录音确认，工程类还须物业公司书面确认维修时间及结果."""
    office = opened("R01")
    number = agreed(office, category="repair")
    act(office, "service", number, "finish", result="已修")
    act(office, "service", number, "visit", **SCORES)

    with pytest.raises(Forbidden, match="客户确认"):
        act(office, "service", number, "close")
    act(office, "service", number, "confirm", customer_confirmed="recorded")
    with pytest.raises(Forbidden, match="物业公司"):
        act(office, "service", number, "close")
    act(office, "service", number, "confirm", customer_confirmed="recorded", property_confirmed=True)

    assert act(office, "service", number, "close").words["ground.code"] == "3.6.1"


def test_without_agreement_a_plan_must_have_been_given(opened: Opened) -> None:
    """002:85: 公司已出具明确处理方案，而与客户无法达成一致意见."""
    office = opened("R01")
    number = assigned(office)
    act(office, "handler", number, "verify", verified="属实")

    assert "conclude" not in steps(look(office, "service", number))
    with pytest.raises(Forbidden):
        act(office, "service", number, "conclude", result="无法达成一致")


# --- CAP-98: 回访 ---


def test_the_visit_asks_the_questions_of_the_manual(opened: Opened) -> None:
    """CAP-98: five questions, three of them scored, and a reason for each low score (002:453-471)."""
    office = opened("R01")
    number = handled(office)

    [visit] = [open_ for open_ in look(office, "service", number).steps if open_.step.id == "visit"]

    assert [field.id for field in visit.fields] == [
        "acknowledged", "contacted", "timeliness", "timeliness.reason", "plan_score", "plan_score.reason",
        "attitude_score", "attitude_score.reason",
    ]  # fmt: skip


def test_questions_that_have_no_field_of_their_own_are_asked_all_the_same(
    opened: Opened, tmp_path: Path
) -> None:
    """CAP-98: a manual only names its questions; fields, bounds and reasons follow."""
    fields = """[[field]]
id = "plan_score"
label = "处理方案（0至10分）"
type = "count"
at = ["visit"]
source = "002:463"

[[field]]
id = "plan_score.reason"
label = "处理方案低于6分的原因"
type = "note"
at = ["visit"]
required_when = "plan_score < 6"
source = "002:463-465"

"""
    office = opened(altered(tmp_path / "R01", "R01", (fields, "")))
    number = handled(office)

    with pytest.raises(DeskError, match="低于6分的原因"):
        act(office, "service", number, "visit", **{**SCORES, "plan_score": 5})
    assert act(office, "service", number, "visit", **{**SCORES, "plan_score": 6}).case.state == "visited"


@pytest.mark.parametrize("question", ["timeliness", "plan_score", "attitude_score"])
def test_five_without_a_reason_is_refused_and_six_accepted(opened: Opened, question: str) -> None:
    """CAP-98: 低于6分的请说明原因 (002:459-469)."""
    office = opened("R01")
    number = handled(office)

    with pytest.raises(DeskError) as refusal:
        act(office, "service", number, "visit", **{**SCORES, question: 5})
    assert refusal.value.field == f"{question}.reason"
    with pytest.raises(DeskError, match="最高 10 分"):
        act(office, "service", number, "visit", **{**SCORES, question: 11})

    assert act(office, "service", number, "visit", **{**SCORES, question: 6}).case.state == "visited"


def test_the_visit_is_due_on_the_day_on_which_the_matter_was_dealt_with(opened: Opened) -> None:
    """CAP-98: 当日回访 (002:295)."""
    office = opened("R01")
    set_time(office, at("2026-11-18 16:00"))
    number = handled(office)

    visit = clocks(look(office, "service", number))["visit"]
    assert (visit.limit.words, f"{visit.due:%m-%d}") == ("当日", "11-18")
    forward(office, hours=20)
    assert clocks(look(office, "service", number))["visit"].standing == "overdue"


def test_attempts_are_logged_and_counted(opened: Opened) -> None:
    """CAP-98: attempts, with means and what happened; none where no visit is due."""
    office = opened("R01")
    service, number = office.viewer("service"), handled(office)
    early = assigned(office)

    visits.tried(office, service, number, "电话", "无人接听")
    view = visits.tried(office, service, number, "上门", "不在家")

    told = [(entry.step, entry.note) for entry in view.case.timeline[-2:]]
    assert told == [("visit_tried", "电话　无人接听"), ("visit_tried", "上门　不在家")]
    assert view.words["case.visit_tries"] == "2 次"
    assert clocks(view)["visit"].done_at is None
    with pytest.raises(DeskError, match="不用回访"):
        visits.tried(office, service, early, "电话")


def test_ninety_from_the_visit_and_ninety_five_from_the_platform_are_two_hundred_yuan() -> None:
    """CAP-98: 70 % and 30 % (002:585-587): 90 × 0.7 + 95 × 0.3 = 91.5, and [90,95) brings 200."""
    [composite] = load("R01").rewards

    score, yuan = reward(composite, {"visit": Fraction(90), "platform": Fraction(95)})

    assert (score, yuan) == (Fraction(183, 2), 200)


# --- archive and destruction ---


def test_an_archived_case_is_read_only(opened: Opened, tmp_path: Path) -> None:
    """资料存档 (002:167, 479, 511): no other time, kind, file or decision; it is seen and printed as before.

    What recurs after it was dealt with (002:249 处理后再次发生) can be taken up again, for a reason.
    """
    office = opened("R01")
    service, number = office.viewer("service"), closed(office)
    view = act(office, "service", number, "archive", archive__holder="档案室 3 柜")
    file = tmp_path / "照片.txt"
    file.write_text("补拍", encoding="utf-8")

    assert (view.words["archive.number"], view.words["archive.holder"]) == (number, "档案室 3 柜")
    assert view.words["case.archived_on"] == "2026年11月20日"
    assert [step.step.id for step in view.steps] == ["reopen"]
    refusals: dict[str, Callable[[], object]] = {
        "step": lambda: act(office, "service", number, "set_level", note="改判", level__severity="major"),
        "urge": lambda: act(office, "service", number, "urge"),
        "retime": lambda: times.correct(office, service, number, "close", at("2026-11-20 10:00"), "停电"),
        "kind": lambda: reclassifying.reclassify(office, service, number, category="repair"),
        "file": lambda: attachments.attach(office, service, number, file),
        "merge": lambda: merging.merge(office, service, number, assigned(office)),
        "visit": lambda: visits.tried(office, service, number, "电话"),
    }  # fmt: skip
    for what, act_ in refusals.items():
        with pytest.raises(DeskError) as refusal:
            act_()
        assert number in refusal.value.message or "已存档" in refusal.value.message, what
    assert cases.show(office, service, number).case == view.case
    assert notices.preview(office, service, number, "result").pages >= 1


def test_an_archived_case_whose_state_stays_is_locked_all_the_same(opened: Opened) -> None:
    """R15: archiving leaves the state; amending and answering, open in that state before, are closed."""
    office = opened("R15")
    number = settled(office)
    assert {"amend", "visit"} <= steps(look(office, "officer", number))

    view = act(office, "officer", number, "archive", archive__number="示投2026-001")

    assert view.case.state == "settled"
    assert view.steps == ()
    assert view.words["archive.number"] == "示投2026-001"
    with pytest.raises(Forbidden, match="已于2026年11月20日归档，只能查看"):
        act(office, "counter", number, "amend", subject="改")
    with pytest.raises(Forbidden, match="归档"):
        notices.issue(office, office.viewer("officer"), number, "settlement")


def settled(office) -> str:  # type: ignore[no-untyped-def]
    from tests.services.test_main_job import DECISION, complaint

    from desk.services import intake

    number = intake.register(office, office.viewer("counter"), complaint()).case.number
    act(office, "head", number, "accept", **DECISION)
    act(
        office,
        "head",
        number,
        "mediate",
        mediation__way="phone",
        mediator__name="赵六",
        complainant_agrees=True,
        respondent_agrees=True,
    )
    act(
        office, "head", number, "settle", settlement__paper="made", agreement="退货退款", content="冰箱不制冷"
    )
    sign_up(office, number, "archive")
    return number


def test_what_is_taken_up_again_leaves_the_archive_and_keeps_its_file_number(opened: Opened) -> None:
    """R02: 回访 archives (000:156), 重新办理 opens again."""
    office = opened("R02")
    number = take_in(office, "specialist", kind="complaint", channel="phone", category="cleaning").case.number
    for step, who, given in (
        ("classify", "specialist", {"validity": "valid"}), ("record", "specialist", {}), ("reply", "specialist", {}),
        ("pass_on", "specialist", {}), ("issue_order", "specialist", {"department": "office"}),
        ("measures", "office_head", {"cause": "漏扫", "corrective": "补扫", "preventive": "加班次"}),
        ("finish", "quality_head", {"result": "已补扫"}), ("visit", "specialist", {"archive__number": "档1"}),
    ):  # fmt: skip
        act(office, who, number, step, **given)
    assert steps(look(office, "specialist", number)) == {"reopen"}

    view = act(office, "specialist", number, "reopen", reason="又漏扫")

    assert view.words["case.archived_on"] == ""
    assert view.words["archive.number"] == "档1"
    times.correct(office, office.viewer("specialist"), number, "reopen", at("2026-11-20 12:00"), "停电")


def test_file_numbers_come_from_the_series_of_the_manual(opened: Opened, tmp_path: Path) -> None:
    """A manual with a series for its files (or orders): one number after the other, none twice."""
    series = '[[step]]\nid = "archive"\nname = "资料存档"\n'
    more = '[[series]]\nid = "files"\nname = "档号"\npattern = "档{yyyy}-{serial:3}"\n\n'
    office = opened(altered(tmp_path / "R01", "R01", (series, more + series + 'series = "files"\n')))

    views = [act(office, "service", closed(office), "archive") for _ in range(2)]

    assert [view.words["archive.number"] for view in views] == ["档2026-001", "档2026-002"]


def test_the_destruction_list_names_a_case_only_after_its_period(opened: Opened, tmp_path: Path) -> None:
    """CAP-100: kept from the day on which it ended; 29 February ends on the 28th; unset years destroy nothing."""
    kept = altered(tmp_path / "R01", "R01", ('retention_years = "unset"', 'retention_years = "5"'))
    office, silent = opened(kept), opened("R01")
    number = closed(office)
    view = act(office, "service", number, "archive")
    admin = office.viewer("admin")

    assert view.words["case.kept_until"] == "2031年11月20日"
    set_time(office, at("2031-11-20 12:00"))
    assert erasing.ripe(office, admin) == ()
    with pytest.raises(DeskError, match="须保存到2031年11月20日"):
        destroy(office, admin, number, "到期")
    set_time(office, at("2031-11-21 12:00"))
    assert [(one.number, one.ended_on, one.kept_until) for one in erasing.ripe(office, admin)] == [
        (number, date(2026, 11, 20), date(2031, 11, 20))
    ]
    destroy(office, admin, number, "保存期满")
    assert erasing.ripe(office, admin) == ()
    with pytest.raises(DeskError, match="没有设定保存年限"):
        erasing.ripe(silent, silent.viewer("admin"))


def test_years_that_are_set_later_hold_for_the_cases_that_were_there_before(
    opened: Opened, tmp_path: Path
) -> None:
    """No manual of the seeds sets years: an office sets them one day, and what it took in before must not stay for ever."""
    from desk.services import manuals

    office = opened("R01")
    number = closed(office)
    admin = office.viewer("admin")
    kept = altered(tmp_path / "R01", "R01", ('retention_years = "unset"', 'retention_years = "5"'))
    with pytest.raises(DeskError, match="没有设定保存年限"):
        destroy(office, admin, number, "到期")

    manuals.adopt(office, admin, kept)

    set_time(office, at("2031-11-20 12:00"))
    with pytest.raises(DeskError, match="须保存到2031年11月20日"):
        destroy(office, admin, number, "到期")
    set_time(office, at("2031-11-21 12:00"))
    assert [one.number for one in erasing.ripe(office, admin)] == [number]
    destroy(office, admin, number, "保存期满")
