"""Files with a case, actual times, recurring duties (CAP-20, 53, 58)."""

import hashlib
from datetime import date
from pathlib import Path

import pytest
from tests.capabilities.counter import Opened, act, clocks, forward, look, take_in
from tests.services.test_main_job import text_of
from tests.small_office import at

from desk.domain.case import RETIMED
from desk.domain.errors import DeskError, Forbidden
from desk.rulebook.loading import load
from desk.services import attachments, checks, duties, notices, times
from desk.services.refresh import refresh
from desk.store import audit, papers


def test_a_file_is_copied_with_its_name_and_digest(opened: Opened, tmp_path: Path) -> None:
    """CAP-20: evidence copied and kept with the case (000:180)."""
    office = opened("R14")
    number = take_in(office, "specialist").case.number
    file = tmp_path / "发票.jpg"
    file.write_bytes(b"a picture")

    attachments.attach(office, office.viewer("specialist"), number, file, note="原件已退")
    file.unlink()

    [row] = attachments.attached(office, office.viewer("specialist"), number)
    assert (row.name, row.size, row.sha256) == ("发票.jpg", 9, hashlib.sha256(b"a picture").hexdigest())
    assert attachments.contents(office, office.viewer("specialist"), row.id) == b"a picture"
    assert checks.verify(office).findings == ()


def test_a_file_of_a_sealed_report_is_kept_from_others(opened: Opened, tmp_path: Path) -> None:
    """The control: what was handed in with a report may say who reported (000:214)."""
    office = opened("R05")
    number = take_in(office, "hotline").case.number
    file = tmp_path / "举报信.txt"
    file.write_text("亲笔", encoding="utf-8")
    attachments.attach(office, office.viewer("hotline"), number, file)

    assert "举报信" not in str(attachments.attached(office, office.viewer("team"), number))
    with pytest.raises(DeskError):
        attachments.contents(office, office.viewer("team"), 1)
    with pytest.raises(Forbidden):
        attachments.attach(office, office.viewer("admin"), number, file)


def test_an_empty_file_is_refused(opened: Opened, tmp_path: Path) -> None:
    office = opened("R14")
    number = take_in(office, "specialist").case.number
    (tmp_path / "空.txt").touch()

    with pytest.raises(DeskError) as refusal:
        attachments.attach(office, office.viewer("specialist"), number, tmp_path / "空.txt")

    assert refusal.value.code == "empty_file"


def test_the_consumers_checklist_names_eight_kinds_of_evidence() -> None:
    """CAP-20: voucher, contract, invoice, photographs (000:164), video, messages, mail, chats (001:133)."""
    assert [choice.name for choice in load("R07").field("evidence").choices] == CHECKLIST


CHECKLIST = ["购物凭证", "合同", "发票", "照片", "视频", "短信", "邮件", "聊天记录"]


def test_what_lacks_is_listed_on_the_request_for_supplements(opened: Opened) -> None:
    """CAP-20: what is asked for (001:145), and the whole checklist with what came in ticked and what lacks open."""
    office = opened("R07")
    held = {"voucher": "购物凭证", "photo": "照片"}
    number = take_in(office, "mediator", respondent__name="某商行", evidence=tuple(held)).case.number
    act(
        office,
        "mediator",
        number,
        "ask_more",
        lacking=({"name": "购买人与商行的聊天记录"}, {"name": "盖章的合同"}),
    )

    issued = notices.issue(office, office.viewer("mediator"), number, "supplement")

    with office.store.reading() as tx:
        said = papers.content(tx, issued.paper_id)["text"]
    assert "购买人与商行的聊天记录" in said
    assert "盖章的合同" in said
    for kind in CHECKLIST:
        assert f"{'☑' if kind in held.values() else '□'}{kind}" in said
    assert all(kind in text_of(issued) for kind in CHECKLIST)


def test_what_the_licence_applicant_lacks_stands_on_the_notice_apart_from_what_is_held(
    opened: Opened,
) -> None:
    """CAP-20: all that is to be supplied, at once (000:344)."""
    office = opened("R04")
    rows = [
        {"name": "申请表", "held": "是"},
        {"name": "质量标准", "held": "否", "lack": "缺第三页"},
        {"name": "厂房图纸", "held": "否"},
    ]
    number = take_in(office, "acceptor", kind="licence", materials=rows, complete=False).case.number
    way = next(f for f in office.rulebook.fields_at("correct", "licence") if f.id == "told_by").choices[0].id
    act(office, "acceptor", number, "correct", materials=rows, told_by=way)

    said = text_of(notices.issue(office, office.viewer("acceptor"), number, "correction"))

    assert "一、已具备的材料1. 申请表二、需要补正的材料1. 质量标准　缺第三页2. 厂房图纸" in said


def test_a_time_is_corrected_only_for_a_reason_and_stays_on_record(opened: Opened) -> None:
    """CAP-53: the time limit is judged by what happened (002:103-105), never typed in."""
    office = opened("R13a")
    number = take_in(office, "recipient", category="sales", plate="云A12345").case.number
    forward(office, minutes=50)
    late = act(office, "recipient", number, "hand_over")
    assert clocks(late)["hand_over"].standing == "late_done"

    with pytest.raises(DeskError) as refusal:
        times.correct(office, office.viewer("customer"), number, "hand_over", at("2026-11-20 12:20"), " ")
    assert refusal.value.field == "reason"
    view = times.correct(
        office, office.viewer("customer"), number, "hand_over", at("2026-11-20 12:20"), "当时停电，纸上记的"
    )

    assert clocks(view)["hand_over"].standing == "done"
    assert clocks(view)["hand_over"].done_at == at("2026-11-20 12:20")
    assert view.case.handed_on_at == at("2026-11-20 12:20")
    told = [entry.note for entry in view.case.timeline if entry.step == RETIMED]
    assert told == ["“交客户部”原记 2026年11月20日12时50分，改为 2026年11月20日12时20分：当时停电，纸上记的"]
    assert [entry.undone for entry in view.case.timeline if entry.step == "hand_over"] == [False, True]
    with office.store.reading() as tx:
        assert next(row.act for row in audit.records(tx, case_id=view.id)) == "retime"
    assert checks.verify(office).findings == ()


@pytest.mark.parametrize(
    ("moment", "code"), [("2026-11-21 09:00", "future"), ("2026-11-20 11:00", "too_early")]
)
def test_a_time_that_cannot_be_is_refused(opened: Opened, moment: str, code: str) -> None:
    office = opened("R13a")
    number = take_in(office, "recipient", plate="云A12345", category="sales").case.number
    act(office, "recipient", number, "hand_over")

    with pytest.raises(DeskError) as refusal:
        times.correct(office, office.viewer("customer"), number, "hand_over", at(moment), "写错")

    assert refusal.value.code == code


def test_what_the_program_put_on_record_by_itself_has_no_other_moment(opened: Opened) -> None:
    """The entry that says 更正时间 is no step of the manual: it is refused in words."""
    office = opened("R13a")
    number = take_in(office, "recipient", plate="云A12345", category="sales").case.number
    customer = office.viewer("customer")
    times.correct(office, customer, number, "received", at("2026-11-20 11:15"), "登记时才想起改")

    with pytest.raises(DeskError) as refusal:
        times.correct(office, customer, number, RETIMED, at("2026-11-20 11:30"), "写错")

    assert refusal.value.code == "no_step"


def test_the_moment_of_receipt_is_corrected_and_every_date_follows(opened: Opened) -> None:
    """CAP-53: 30 minutes from receipt (002:651)."""
    office = opened("R13a")
    number = take_in(office, "recipient", plate="云A12345", category="sales").case.number

    view = times.correct(
        office, office.viewer("customer"), number, "received", at("2026-11-20 11:15"), "登记时才想起改"
    )

    assert view.case.received_at == at("2026-11-20 11:15")
    assert clocks(view)["hand_over"].due == at("2026-11-20 11:45")
    assert clocks(view)["hand_over"].standing == "overdue"
    assert refresh(office, office.viewer("customer")).cases == frozenset()


def test_the_site_is_to_be_browsed_twice_a_day(opened: Opened) -> None:
    """CAP-58: at least twice a day (000:153): 0/2, 1/2, 2/2, and 0/2 again the next day."""
    office = opened("R02")
    clerk = office.viewer("specialist")
    seen = []
    for _ in range(2):
        seen.append(duties.listed(office)[0].progress)
        duties.mark_done(office, clerk, "browse", "没有新帖")
    seen.append(duties.listed(office)[0].progress)
    done = duties.listed(office)[0]
    forward(office, days=1)

    assert (*seen, duties.listed(office)[0].progress) == ("0/2", "1/2", "2/2", "0/2")
    assert (done.standing, done.marks[0].note, done.marks[0].by) == ("done", "没有新帖", "specialist")
    with pytest.raises(Forbidden):
        duties.mark_done(office, office.viewer("admin"), "browse")


def test_a_mark_that_was_a_mistake_is_taken_back_by_whoever_made_it(opened: Opened) -> None:
    """CAP-58. A colleague's is taken back by somebody who decides; where there is none, there is nothing to take back."""
    office = opened("R02")
    clerk, colleague = office.viewer("specialist"), office.viewer("staff")
    head = office.viewer("quality_head")
    duties.mark_done(office, clerk, "browse")
    with pytest.raises(Forbidden):
        duties.take_back(office, colleague, "browse")
    duties.take_back(office, clerk, "browse")
    mine = duties.listed(office)[0].progress
    duties.mark_done(office, clerk, "browse")
    duties.take_back(office, head, "browse")

    assert (mine, duties.listed(office)[0].progress) == ("0/2", "0/2")
    with pytest.raises(DeskError, match="还没有登记过"):
        duties.take_back(office, clerk, "browse")


@pytest.mark.parametrize(
    ("manual", "id_", "period", "line"),
    [
        ("R01", "ranking", "2026年11月1日至2026年11月30日", "002:393"),
        ("R03", "analysis", "2026年7月1日至2026年12月31日", "000:369"),
        ("R03", "notice", "2026年11月1日至2026年11月30日", "000:375"),
        ("R13a", "analysis", "2026年11月1日至2026年11月30日", "002:649"),
        ("R14", "survey", "2026年10月1日至2026年12月31日", "001:151"),
    ],
)
def test_reports_that_come_again_show_their_period_and_the_day_they_were_done(
    opened: Opened, manual: str, id_: str, period: str, line: str
) -> None:
    """CAP-58."""
    office = opened(manual)
    clerk = next(office.viewer(u.id) for u in office.users() if office.viewer(u.id).may("handle"))

    duties.mark_done(office, clerk, id_)

    state = next(state for state in duties.listed(office) if state.duty.id == id_)
    assert (state.period, state.standing) == (period, "done"), line
    assert state.marks[0].at.date() == date(2026, 11, 20)


def test_the_command_line_lists_and_marks_duties(opened: Opened, capsys) -> None:  # type: ignore[no-untyped-def]
    import json

    from desk.cli import main

    office = opened("R02")
    office.close()
    common = ["--home", str(office.home), "--as", "specialist", "--now", "2026-11-20T12:00", "--json"]

    assert main(["duty", "browse", *common]) == 0

    [row] = json.loads(capsys.readouterr().out)
    assert (row["id"], row["progress"], row["standing"]) == ("browse", "1/2", "due")
    assert main(["duty", "browse", "--back", *common]) == 0
    assert json.loads(capsys.readouterr().out)[0]["progress"] == "0/2"


def test_a_case_shows_where_its_times_were_corrected(opened: Opened) -> None:
    """A control: a case that nobody corrected has no such entry."""
    office = opened("R13a")
    number = take_in(office, "recipient", plate="云A12345").case.number

    assert RETIMED not in {entry.step for entry in look(office, "customer", number).case.timeline}
