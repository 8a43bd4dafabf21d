"""The licence window's manual: every fact of the rulebook against the manual's own line.

The expected values are copied from the manual by hand; the last column of a table is its line.
"""

import pytest
from tests.rulebook.licences import MANUAL, MONDAY, application
from tests.rulebook.walking import begun, clocks, due, papers_after, walk
from tests.small_office import at

from desk.rulebook.loading import load
from desk.rulebook.model import Rulebook
from desk.rulebook.summary import facts, unset_values


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load(MANUAL)


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

    assert (counts["grounds"], counts["kinds"], counts["notices"], counts["forms"]) == (
        2,
        2,
        5,  # 000:343-348 has four; the fifth, 不予行政许可决定书, is derived from 行政许可法第三十八条
        4,
    )  # receipt, two hand-over sheets, progress slip
    assert (counts["levels"], counts["criteria"]) == (0, 0)
