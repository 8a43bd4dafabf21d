"""Manuals that nobody here had seen, written as rulebooks by somebody who only read docs/rulebook.md, at the counter.

The hospital's articles stand in ``unseen/hospital/manual.txt``; the expected values are written from them.
"""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from tests.capabilities.counter import (
    Opened,
    act,
    clocks,
    desk_of,
    draft,
    look,
    refused,
    set_time,
    steps,
    take_in,
)
from tests.paper.papers import pages_of

from desk.domain.errors import DeskError
from desk.domain.moments import OFFICE_ZONE
from desk.services import cases, manuals, notices, outlook, registers

UNSEEN = Path(__file__).parent / "unseen"


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    with desk_of(tmp_path) as opens:
        yield opens


@pytest.fixture
def hospital(opened):  # type: ignore[no-untyped-def]
    office = opened(str(UNSEEN / "hospital"))
    set_time(office, at("2026-11-20 09:00"))
    return office


@pytest.fixture(scope="module")
def empty_hospital(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    """One for questions that leave nothing behind."""
    with desk_of(tmp_path_factory.mktemp("hospital")) as opens:
        yield opens(str(UNSEEN / "hospital"))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OFFICE_ZONE)


def due(view, clock: str) -> str:  # type: ignore[no-untyped-def]
    return f"{clocks(view)[clock].due:%m-%d %H:%M}"


def matter(office, by: str = "desk", **given):  # type: ignore[no-untyped-def]
    values = {"speaker": "self", "patient": "王大明", "object": "心内科", "harm": "none", **given}
    return take_in(office, by, **{"category": "care", **values})


LEVELS = [
    ({"harm": "death", "died_at": "2026-11-19T22:00"}, "red"),  # 第六条
    ({"harm": "disabled"}, "red"),
    ({"people": 10}, "red"),
    ({"people": 9}, "orange"),
    ({"people": 5}, "orange"),
    ({"people": 4}, "green"),
    ({"harm": "extra"}, "orange"),
    ({"media": True}, "orange"),
    ({"claimed": "10000"}, "yellow"),
    ({"claimed": "9999.99"}, "green"),
    ({"harm": "extra", "claimed": "10000"}, "orange"),  # 就高定级
]


@pytest.mark.parametrize(("facts", "level"), LEVELS)
def test_the_colours_are_those_of_article_six(empty_hospital, facts, level) -> None:  # type: ignore[no-untyped-def]
    given = {"speaker": "self", "object": "心内科", "harm": "none", **facts}
    office = empty_hospital
    seen = outlook.of(office, office.viewer("desk"), draft(office, category="care", **given))

    assert [grade.level for grade in seen.grades] == [level]


@pytest.mark.parametrize(
    ("facts", "contact"),
    [
        ({}, "11-23 17:30"),  # one working day after Friday
        ({"claimed": "10000"}, "11-23 17:30"),
        ({"harm": "extra"}, "11-20 13:00"),  # four hours
        ({"harm": "disabled"}, "11-20 09:30"),  # thirty minutes
    ],
)
def test_whoever_complained_is_called_by_the_times_of_article_seven(hospital, facts, contact) -> None:  # type: ignore[no-untyped-def]
    seen = matter(hospital, **facts).case

    assert due(seen, "contact") == contact
    assert ("report" in clocks(seen)) is (contact == "11-20 09:30")


def test_a_red_case_is_reported_and_has_its_team_at_once(hospital) -> None:  # type: ignore[no-untyped-def]
    seen = matter(hospital, harm="disabled").case

    assert (due(seen, "report"), due(seen, "team")) == ("11-20 09:30", "11-20 11:00")
    assert seen.report_to == ("president",) or "院长" in str(seen.report_to)


def test_the_autopsy_is_told_within_48_hours_of_death_not_of_the_complaint(hospital) -> None:  # type: ignore[no-untyped-def]
    """第九条: the clock begins at a moment that is a fact of the case; where the body can be frozen, seven days."""
    died = {"harm": "death", "died_at": "2026-11-19T22:00"}

    assert due(matter(hospital, **died).case, "autopsy") == "11-21 22:00"
    frozen = matter(hospital, frozen=True, **died).case
    assert "autopsy" not in clocks(frozen)
    assert due(frozen, "autopsy_frozen") == "11-26 17:30"
    assert "autopsy" not in clocks(matter(hospital, harm="extra").case)


def test_the_answer_takes_five_working_days_or_ten_and_is_put_off_first_by_one_then_by_another(
    hospital,
) -> None:  # type: ignore[no-untyped-def]
    """第八条: five, with two departments ten; five more by the vice president, ten more by the president, no third time."""
    number = matter(hospital, category="treatment", harm="extra").case.case.number
    seen = act(hospital, "head", number, "accept", department="medical")
    assert due(seen, "answer") == "12-04 17:30"

    assert due(act(hospital, "vice", number, "extend_first", reason="复杂"), "answer") == "12-11 17:30"
    for by in ("vice", "head"):
        with pytest.raises(DeskError):
            act(hospital, by, number, "extend_first", reason="复杂")
    seen = act(hospital, "president", number, "extend_second", reason="很复杂")
    assert due(seen, "answer") == "12-25 17:30"
    with pytest.raises(DeskError, match="最多延期 2 次"):
        act(hospital, "president", number, "extend_second", reason="再等等")

    other = matter(hospital).case.case.number
    assert due(act(hospital, "head", other, "accept", department="nursing"), "answer") == "11-27 17:30"


def test_the_days_of_an_expert_opinion_do_not_count(hospital) -> None:  # type: ignore[no-untyped-def]
    """第八条: of the five days from Friday, 23 26 27 30 and 1; 24 and 25 were waited for the opinion."""
    number = matter(hospital).case.case.number
    act(hospital, "head", number, "accept", department="nursing")
    set_time(hospital, at("2026-11-23 09:00"))
    act(hospital, "head", number, "start_expert")
    set_time(hospital, at("2026-11-25 09:00"))

    assert due(act(hospital, "head", number, "end_expert"), "answer") == "12-01 17:30"


@pytest.mark.parametrize(
    ("when", "until"), [("2026-12-03T14:00", "11-30 17:30"), ("2026-12-09T09:00", "12-06 23:59")]
)
def test_both_sides_hear_of_the_discussion_three_days_before_it(hospital, when, until) -> None:  # type: ignore[no-untyped-def]
    """第十一条: counted backwards, the day itself not counted; on a day off to its end."""
    number = matter(hospital).case.case.number
    act(hospital, "head", number, "accept", department="nursing")

    assert due(act(hospital, "head", number, "call_discussion", discussion_at=when), "invite") == until


@pytest.mark.parametrize(
    ("facts", "step", "by"),
    [
        ({}, "decide_green", "ward_head"),
        ({"claimed": "10000"}, "decide_yellow", "head"),
        ({"harm": "extra"}, "decide_orange", "vice"),
        ({"harm": "disabled"}, "decide_red", "president"),
    ],
)
def test_each_colour_is_signed_by_its_own(hospital, facts, step, by) -> None:  # type: ignore[no-untyped-def]
    """第十条."""
    number = matter(hospital, **facts).case.case.number
    act(hospital, "head", number, "accept", department="nursing")
    act(hospital, "desk", number, "draft_answer", result="已查明")

    signing = {
        (who, one)
        for who in ("desk", "ward_head", "head", "vice", "president")
        for one in steps(look(hospital, who, number))
        if one.startswith("decide_")
    }
    assert signing == {(by, step)}


def test_an_unnamed_complaint_is_filed_and_nobody_is_called(hospital) -> None:  # type: ignore[no-untyped-def]
    """第四条; a control: one with a name is not filed away."""
    seen = matter(hospital, complainant__name=None, complainant__phone=None).case
    named = matter(hospital).case

    assert "contact" not in clocks(seen)
    assert ("file_away" in steps(seen), "file_away" in steps(named)) == (True, False)


def test_numbers_papers_and_register_are_the_hospitals(hospital) -> None:  # type: ignore[no-untyped-def]
    """第十四条: cases 诉2026…, the answers of red and orange by their own number; the register names patient and colour."""
    number = matter(hospital, harm="extra").case.case.number
    act(hospital, "head", number, "accept", department="nursing")
    act(hospital, "desk", number, "draft_answer", result="已查明")
    act(hospital, "vice", number, "decide_orange", validity="valid")

    issued = notices.issue(hospital, hospital.viewer("head"), number, "answer")
    book = registers.book(hospital, hospital.viewer("head"), "cases", date(2026, 11, 1), date(2026, 11, 30))

    assert (number, issued.number) == ("诉20260001", "二院诉复〔2026〕1号")
    assert tuple(book.words[0][place] for place in (1, 3, 4)) == ("王大明", "心内科", "橙色")


def test_what_comes_back_within_three_months_is_yellow(hospital) -> None:  # type: ignore[no-untyped-def]
    matter(hospital)
    set_time(hospital, at("2027-02-20 09:00"))
    assert matter(hospital).case.case.levels == {"colour": "yellow"}
    set_time(hospital, at("2027-06-20 09:00"))
    assert matter(hospital).case.case.levels == {"colour": "green"}


def test_the_hospitals_manual_prints_with_what_it_leaves_blank(hospital) -> None:  # type: ignore[no-untyped-def]
    printed = "".join("".join(page.split()) for page in pages_of(manuals.handbook(hospital.rulebook)))

    for words in (
        "批准：未设定",
        "可延5个工作日（分管院长批准）；可延10个工作日（院长批准）",
        "约定日期前3日",
        "死亡时间",
    ):
        assert words in printed


@pytest.fixture
def university(opened):  # type: ignore[no-untyped-def]
    office = opened(str(UNSEEN / "university"))
    set_time(office, at("2026-11-20 09:00"))
    return office


def appeal(office, **given):  # type: ignore[no-untyped-def]
    known = {"student_number": "2023001", "delivered_on": "2026-11-10"}
    return take_in(office, "secretary", **{"channel": "portal", "category": "expel", **known, **given})


def test_a_student_gives_the_name(university) -> None:  # type: ignore[no-untyped-def]
    assert "complainant.name" in refused(
        university, "secretary", student_number="1", delivered_on="2026-11-10", complainant__name=None
    )


@pytest.mark.parametrize(("delivered", "late"), [("2026-11-10", False), ("2026-11-09", True)])
def test_an_appeal_after_ten_days_is_pointed_out(university, delivered, late) -> None:  # type: ignore[no-untyped-def]
    """Ten days from the delivery, that day not counted: the tenth is the 20th for what was delivered on the 10th."""
    number = appeal(university, delivered_on=delivered).case.case.number
    refusing = next(one for one in look(university, "chair", number).steps if one.step.id == "refuse")

    assert any("超过十日" in str(hint) for hint in refusing.hints) is late


@pytest.mark.parametrize(
    ("present", "uphold", "change", "open_"),
    [(6, 4, 2, "uphold"), (5, 4, 1, ""), (7, 3, 4, "send_back"), (6, 3, 3, "")],
)
def test_the_committee_decides_by_more_than_half_of_six_at_least(
    university, present, uphold, change, open_
) -> None:  # type: ignore[no-untyped-def]
    number = appeal(university).case.case.number
    act(university, "chair", number, "accept")
    act(
        university,
        "secretary",
        number,
        "vote",
        present=present,
        votes_for=uphold,
        votes_change=change,
        votes_abstain=0,
    )

    assert steps(look(university, "chair", number)) & {"uphold", "send_back"} == ({open_} - {""})


def test_the_decision_is_due_after_fifteen_days_moved_to_a_workday_and_once_put_off(university) -> None:  # type: ignore[no-untyped-def]
    number = appeal(university).case.case.number
    assert (
        due(act(university, "chair", number, "accept"), "review") == "12-07 17:30"
    )  # 5 December is a Saturday

    assert due(act(university, "chair", number, "extend", reason="难"), "review") == "12-22 17:30"
    with pytest.raises(DeskError, match="最多延期 1 次"):
        act(university, "chair", number, "extend", reason="难")


def test_numbers_written_where_words_are_kept_are_taken_as_written(university) -> None:  # type: ignore[no-untyped-def]
    assert (university.rulebook.version, university.rulebook.control.effective) == ("2026", "2026-09-01")
    assert [ground.code for ground in university.rulebook.grounds] == ["1", "2"]
    assert cases.count(university, university.viewer("chair")).n == 0
