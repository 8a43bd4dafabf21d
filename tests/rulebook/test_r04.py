"""The licence window's manual: every fact of the rulebook against the manual's own line.

The expected values are copied from the manual by hand; the last column of a table is its line.
"""

from typing import Any

import pytest
from tests.rulebook.walking import as_role, begun, clocks, due, papers_after, walk
from tests.small_office import at

from desk.domain.circumstances import of_case
from desk.domain.errors import DeskError, Forbidden
from desk.domain.flow import hindrance
from desk.rulebook.loading import load, read_manual
from desk.rulebook.model import Rulebook
from desk.rulebook.summary import facts, unset_values

MANUAL = read_manual("R04")
LIST = ({"name": "申请书", "held": "是"}, {"name": "营业执照", "held": "否", "lack": "复印件未盖章"})
MONDAY = "2026-11-23"
SIGNED = {"handover.from": "王芳", "handover.to": "赵审", "department": "药品注册处"}
BACK = {"materials": LIST, "return.from": "赵审", "return.to": "王芳"}


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load(MANUAL)


def application(book: Rulebook, **values: Any) -> Any:
    return begun(
        book,
        "licence",
        f"{MONDAY} 09:00",
        {"complete": False, "needs_review": True, "materials": LIST, **values},
    )


def handed(day: str) -> dict[str, Any]:
    return {**SIGNED, "handover.at": at(f"{day} 16:00").date()}


def returned(day: str) -> dict[str, Any]:
    return {**BACK, "return.at": at(f"{day} 10:00").date()}


@pytest.mark.parametrize(
    ("id_", "name", "line"),
    [
        ("general", "综合受理窗口", "000:356"),
        ("instant", "及时受理窗口", "000:356"),
        ("registration", "注册窗口", "000:356"),
        ("enquiry", "咨询窗口", "000:356"),
        ("licences", "制证、领证窗口", "000:356-357"),
    ],
)
def test_the_hall_has_the_windows_that_the_manual_sets_up(
    book: Rulebook, id_: str, name: str, line: str
) -> None:
    assert len(book.stations) == 5
    assert next(station.name for station in book.stations if station.id == id_) == name


@pytest.mark.parametrize(
    ("code", "words", "line"),
    [("一", "不属于本部门职权范围", "000:348"), ("二", "不需要行政许可", "000:348")],
)
def test_the_manual_knows_two_grounds_of_refusal(book: Rulebook, code: str, words: str, line: str) -> None:
    assert len(book.grounds) == 2
    ground = next(ground for ground in book.grounds if ground.code == code)
    assert words in ground.text
    assert (ground.step, ground.source) == ("refuse", line)


@pytest.mark.parametrize(
    ("paper", "name", "seal", "line"),
    [
        ("acceptance", "受理通知书", "受理专用章", "000:349"),
        ("papers_receipt", "接受材料凭证", "受理专用章", "000:349"),
        ("correction", "补正材料通知书", "行政许可专用章", "000:349"),
        ("refusal", "不予受理通知书", "行政许可专用章", "000:349"),
        ("handover_1", "行政许可移送表（一）", "", "000:346"),
        ("handover_2", "行政许可移送表（二）", "", "000:350"),
    ],
)
def test_each_notice_bears_the_seal_that_the_manual_names(
    book: Rulebook, paper: str, name: str, seal: str, line: str
) -> None:
    entry = book.paper(paper)
    assert (entry.name, entry.seal) == (name, seal)
    assert line[-3:] in entry.source


@pytest.mark.parametrize(
    "paper", ["receipt", "acceptance", "papers_receipt", "correction", "refusal", "handover_1", "handover_2"]
)
def test_each_paper_has_a_number_series_of_its_own_by_the_year(book: Rulebook, paper: str) -> None:
    series = {entry.id: entry for entry in book.series}[book.paper(paper).series]

    assert series.resets == "year"
    assert [other.id for other in book.papers if other.series == series.id] == [paper]


@pytest.mark.parametrize(
    ("clock", "starts", "done", "limit", "line"),
    [
        ("hand_over_same_day", "take_papers", "hand_over_1", "same_day", "000:346"),
        ("return_5wd", "hand_over_1", "return_correction", "5wd", "000:347"),
        ("tell_next", "return_correction", "tell_correction", "next_wd", "000:347"),
        ("statutory_5wd", "received", "tell_correction", "5wd", "行政许可法第三十二条"),
        ("acceptance_limit", "received", "hand_over_2", "unset", "000:350"),
        ("approval_limit", "accept", "decide", "unset", "000:352"),
        ("issue_limit", "decide", "collect", "unset", "000:372"),
    ],
)
def test_each_clock_runs_as_the_manual_says(
    book: Rulebook, clock: str, starts: str, done: str, limit: str, line: str
) -> None:
    entry = book.clock(clock)
    assert starts in entry.starts
    assert done in entry.done
    assert entry.limit == limit
    assert line in entry.source


def test_no_other_clock_is_invented(book: Rulebook) -> None:
    assert len(book.clocks) == 7
    assert [clock.id for clock in book.clocks if clock.told] == ["statutory_5wd"]


def test_at_register_only_the_receipt_is_offered(book: Rulebook) -> None:
    assert papers_after(book, "register", "licence") == {"receipt"}
    assert book.paper("receipt").code
    assert book.paper("receipt").told_clock == "statutory_5wd"


@pytest.mark.parametrize("kind", ["licence", "enquiry"])
def test_the_first_screen_asks_no_more_than_ten_things(book: Rulebook, kind: str) -> None:
    first = [field.id for field in book.fields_at("register", kind) if field.first]

    assert len(first) + len(("kind", "channel", "category")) <= 10


# 000:343-348: the four branches, each with its notice and its state.
def test_complete_papers_are_accepted_with_the_acceptance_notice(book: Rulebook) -> None:
    given = walk(book, application(book, complete=True), "acceptor", ("accept", f"{MONDAY} 09:30", {}))

    assert given.state == "accepted"
    assert papers_after(book, "accept", "licence") >= {"acceptance", "handover_2"}


def test_incomplete_papers_cannot_be_accepted(book: Rulebook) -> None:
    with pytest.raises(Forbidden, match="材料不齐全或者不符合形式审查要求"):
        walk(book, application(book), "acceptor", ("accept", f"{MONDAY} 09:30", {}))


def test_what_is_missing_is_told_once_on_the_spot(book: Rulebook) -> None:
    tell = ("correct", f"{MONDAY} 09:30", {"materials": LIST, "told_by": "on_spot"})
    given = walk(book, application(book), "acceptor", tell)

    assert given.state == "correcting"
    assert papers_after(book, "correct", "licence") == {"correction"}
    with pytest.raises(DeskError) as refused:
        walk(book, given, "acceptor", tell)
    assert refused.value.code == "only_once"


def test_supplements_are_ticked_off_and_then_accepted(book: Rulebook) -> None:
    whole = ({"name": "申请书", "held": "是"}, {"name": "营业执照", "held": "是"})
    given = walk(
        book,
        application(book),
        "acceptor",
        ("correct", f"{MONDAY} 09:30", {"materials": LIST, "told_by": "on_spot"}),
        ("supplement", "2026-11-26 09:30", {"materials": whole, "complete": True}),
        ("accept", "2026-11-26 09:40", {}),
    )

    assert given.state == "accepted"


def test_what_cannot_be_told_on_the_spot_goes_to_the_office_and_back(book: Rulebook) -> None:
    assert papers_after(book, "take_papers", "licence") == {"papers_receipt", "handover_1"}
    taken = walk(book, application(book), "acceptor", ("take_papers", f"{MONDAY} 09:30", {"materials": LIST}))
    assert (taken.state, due(book, taken, "hand_over_same_day")) == ("papers_taken", "2026-11-23")

    over = walk(book, taken, "acceptor", ("hand_over_1", f"{MONDAY} 16:00", handed(MONDAY)))
    assert (over.state, due(book, over, "return_5wd")) == ("with_office", "2026-11-30")  # 24 25 26 27 30

    back = walk(book, over, "reviewer", ("return_correction", "2026-11-27 10:00", returned("2026-11-27")))
    assert (back.state, due(book, back, "tell_next")) == ("correction_back", "2026-11-30")  # Friday to Monday

    told = walk(
        book,
        back,
        "acceptor",
        ("tell_correction", "2026-11-30 09:00", {"told_at": at("2026-11-30 09:00"), "told_by": "phone"}),
    )
    assert told.state == "correcting"
    assert clocks(book, told, "2026-11-30 10:00")["tell_next"].standing == "done"


def test_the_next_day_may_be_read_as_the_calendars_next_day() -> None:
    other = load(MANUAL, {"tell_day": "next_day"})
    given = begun(other, "licence", f"{MONDAY} 09:00", {"complete": False, "materials": LIST})
    back = walk(
        other,
        given,
        "hall_head",
        ("take_papers", f"{MONDAY} 09:30", {"materials": LIST}),
        ("hand_over_1", f"{MONDAY} 16:00", handed(MONDAY)),
        ("return_correction", "2026-11-27 10:00", returned("2026-11-27")),
    )

    assert due(other, back, "tell_next") == "2026-11-28"


def test_the_statutory_clock_governs_where_the_manuals_chain_is_longer(book: Rulebook) -> None:
    # Received on Monday the 23rd: five working days end on the 30th, whatever the hand-overs add (counter-day).
    given = walk(
        book,
        application(book),
        "hall_head",
        ("take_papers", f"{MONDAY} 09:30", {"materials": LIST}),
        ("hand_over_1", f"{MONDAY} 16:00", handed(MONDAY)),
        ("return_correction", "2026-11-30 10:00", returned("2026-11-30")),
    )

    states = clocks(book, given, "2026-11-30 11:00")

    assert due(book, given, "statutory_5wd") == "2026-11-30"
    assert due(book, given, "tell_next") == "2026-12-01"
    assert states["statutory_5wd"].statutory
    assert book.clock("statutory_5wd").beside == "return_5wd"
    assert "即为受理" in book.clock("statutory_5wd").overdue


def test_refusal_needs_a_ground_and_a_reason(book: Rulebook) -> None:
    refuse = f"{MONDAY} 09:30"
    with pytest.raises(DeskError, match="不予受理的理由"):
        walk(book, application(book), "acceptor", ("refuse", refuse, {"ground": "no_licence_needed"}))

    given = walk(
        book,
        application(book),
        "acceptor",
        ("refuse", refuse, {"ground": "no_licence_needed", "reason": "无需许可"}),
    )
    assert given.state == "refused"
    assert papers_after(book, "refuse", "licence") == {"refusal"}
    assert book.paper("refusal").needs == ("ground", "reason")


# 000:352: 按照标准分别进行审核，复审、审定; 000:261: 制证、发放; 000:357: 领证.
def test_an_accepted_matter_is_examined_three_times_and_the_licence_collected(book: Rulebook) -> None:
    given = walk(book, application(book, complete=True), "acceptor", ("accept", f"{MONDAY} 09:30", {}))
    given = walk(book, given, "acceptor", ("hand_over_2", f"{MONDAY} 16:00", handed(MONDAY)))
    given = walk(book, given, "reviewer", ("examine", "2026-11-25 09:00", {"opinion": "符合"}))
    given = walk(
        book, given, "second_reviewer", ("reexamine", "2026-11-26 09:00", {"second_opinion": "同意"})
    )
    given = walk(
        book, given, "approver", ("decide", "2026-11-27 09:00", {"decision": "granted", "approver": "周局"})
    )
    given = walk(
        book,
        given,
        "licence_clerk",
        ("make_licence", "2026-11-27 10:00", {}),
        ("collect", "2026-11-30 10:00", {"collected_by": "张三"}),
    )

    assert given.state == "collected"
    assert given.handed_on_at == at(f"{MONDAY} 16:00")


def test_only_the_named_post_may_examine(book: Rulebook) -> None:
    given = walk(
        book,
        application(book, complete=True),
        "acceptor",
        ("accept", f"{MONDAY} 09:30", {}),
        ("hand_over_2", f"{MONDAY} 16:00", handed(MONDAY)),
    )

    with pytest.raises(Forbidden, match="须由业务处审核人员办理"):
        walk(book, given, "acceptor", ("examine", "2026-11-25 09:00", {"opinion": "符合"}))


# 000:262: 即时办结不需要进行技术审评和现场检查的许可项目.
def test_what_needs_no_review_is_finished_in_one_sitting(book: Rulebook) -> None:
    given = walk(
        book,
        application(book, complete=True, needs_review=False),
        "hall_head",
        ("accept", f"{MONDAY} 09:10", {}),
        ("finish_at_once", f"{MONDAY} 09:20", {"decision": "granted"}),
        ("make_licence", f"{MONDAY} 09:30", {}),
        ("collect", f"{MONDAY} 09:40", {"collected_by": "张三"}),
    )

    assert given.state == "collected"


@pytest.mark.parametrize("needs_review", [True, None])
def test_what_needs_review_or_is_not_yet_known_cannot_be_finished_at_once(
    book: Rulebook, needs_review: bool | None
) -> None:
    given = walk(
        book,
        application(book, complete=True, needs_review=needs_review),
        "acceptor",
        ("accept", f"{MONDAY} 09:10", {}),
    )

    reason = hindrance(
        book,
        book.step("finish_at_once"),
        given,
        of_case(book, given, at(f"{MONDAY} 09:20")),
        as_role(book, "acceptor"),
    )
    assert "不能即时办结" in reason


# 000:354: 对已超时限的受理行政许可事项有权进行督办、催办.
@pytest.mark.parametrize(
    ("step", "role"), [("urge", "acceptor"), ("urge", "hall_head"), ("supervise", "hall_head")]
)
def test_the_hall_may_urge_and_supervise_while_a_matter_is_open(book: Rulebook, step: str, role: str) -> None:
    given = walk(
        book,
        application(book),
        role,
        (step, "2026-12-08 09:00", {"urged_whom": "注册处", "urged_about": "已逾期"}),
    )

    assert given.state == "received"


def test_the_limits_that_the_manual_leaves_blank_stay_blank(book: Rulebook) -> None:
    blank = dict(unset_values(book))

    assert blank["clock(acceptance_limit).limit"] == "时限“受理时限”的时长"
    assert blank["clock(approval_limit).limit"] == "时限“审批时限”的时长"
    assert blank["secrecy.retention_years"] == "保密与保存的保存年限"
    given = walk(book, application(book, complete=True), "acceptor", ("accept", f"{MONDAY} 09:30", {}))
    state = clocks(book, given, "2027-11-23 10:00")["approval_limit"]
    assert (state.due, state.standing) == (None, "unset")


@pytest.mark.parametrize(
    ("switch", "default", "lines"),
    [
        ("return_reading", "within", "000:347"),  # D-25
        ("tell_day", "next_wd", "000:347"),  # D-26
        ("instant_window", "as_written", "000:356"),  # D-27
        ("second_sheet", "sheet_2", "000:350"),  # D-27
        ("acceptance_limit", "unset", "000:350"),  # D-28
        ("approval_limit", "unset", "000:352"),  # D-28
    ],
)
def test_each_contradiction_is_a_switch_with_its_default_and_its_reason(
    book: Rulebook, switch: str, default: str, lines: str
) -> None:
    entry = next(entry for entry in book.switches if entry.id == switch)
    assert entry.default == default
    assert lines[-3:] in entry.source
    assert len(entry.reason) > 15


def test_a_guides_limit_can_be_filled_in_case_by_case() -> None:
    other = load(MANUAL, {"acceptance_limit": "by_guide"})
    given = begun(other, "licence", f"{MONDAY} 09:00", {"accept_by": at("2026-12-04 00:00").date()})

    assert due(other, given, "acceptance_limit") == "2026-12-04"
    assert "accept_by" in {field.id for field in other.fields_at("register", "licence")}


def test_the_five_working_days_hold_by_the_calendar_and_not_by_the_weekday(book: Rulebook) -> None:
    # Received on 2026-02-12 before the Spring Festival: the make-up Saturdays 14 and 28 February are working days.
    given = begun(book, "licence", "2026-02-12 10:00")

    assert due(book, given, "statutory_5wd") == "2026-02-26"  # 13 14 24 25 26


def test_an_enquiry_is_answered_and_does_not_count(book: Rulebook) -> None:
    given = begun(book, "enquiry", f"{MONDAY} 09:00")
    told = {"told_at": at(f"{MONDAY} 09:05"), "told_by": "on_spot", "result": "请到三号窗口"}

    assert walk(book, given, "acceptor", ("answer", f"{MONDAY} 09:05", told)).state == "answered"
    assert not book.kind("enquiry").counts


def test_the_register_of_cases_leaves_enquiries_out(book: Rulebook) -> None:
    register = book.register("cases")

    assert register.kinds == ("licence",)
    assert [column.title for column in register.columns][:3] == ["序号", "登记编号", "收到日期"]


def test_a_notice_is_offered_only_in_the_states_where_it_is_right(book: Rulebook) -> None:
    for paper in book.papers:
        ends = {book.step(step).to for step in paper.after if step != "register"}
        assert paper.nature == "receipt" or ends - {""} <= set(paper.states), paper.id


def test_a_step_and_its_papers_name_each_other(book: Rulebook) -> None:
    for step in book.steps:
        assert set(step.papers) == {paper.id for paper in book.papers if step.id in paper.after}, step.id


def test_every_entry_that_is_not_in_the_manual_says_so(book: Rulebook) -> None:
    for entry in (*book.grounds, *book.papers, *book.clocks, *book.steps, *book.switches, *book.stations):
        assert entry.source or "推定" in entry.note or entry.note, entry


def test_the_summary_counts_what_the_manual_has(book: Rulebook) -> None:
    counts = facts(book)

    assert (counts["grounds"], counts["kinds"], counts["notices"], counts["forms"]) == (2, 2, 4, 3)
    assert (counts["levels"], counts["criteria"]) == (0, 0)
