"""A category's code: cases are found by it, and registers, figures, the printed manual and old registers know it."""

from datetime import date

import pytest
from tests.capabilities.counter import take_in
from tests.fixtures_office import make_office

from desk.domain.handbook import chapters
from desk.domain.old_register import Habits, read_line
from desk.services import figures, registers, searching

TODAY = date(2026, 11, 20)


@pytest.fixture
def staff_office(tmp_path):
    opened = make_office(tmp_path / "office", "R08")
    for category in ("rights_hours", "rights_abuse", "rules_law"):
        take_in(opened, "hr", category=category)
    yield opened
    opened.close()


def found(office, code):
    rows = searching.find(office, office.viewer("hr"), code, field="code").rows
    return [row.category for row in rows]


def test_a_code_finds_the_cases_of_its_category(staff_office):
    assert found(staff_office, "（三）2") == ["rights_hours"]  # 000:289 工作时间超过法律规定时间


def test_the_code_of_a_group_finds_what_lies_below_it(staff_office):
    assert found(staff_office, "（三）") == ["rights_abuse", "rights_hours"]  # 000:289


@pytest.mark.parametrize("code", ["（六）", "", "三"])
def test_a_code_that_there_is_not_finds_nothing(staff_office, code):
    assert found(staff_office, code) == []


def test_the_register_has_the_code_in_a_column(staff_office):
    lines = registers.book(staff_office, staff_office.viewer("hr"), "cases", TODAY, TODAY)
    place = [column.title for column in lines.columns].index("条目")

    assert sorted(row[place] for row in lines.words) == ["（一）1", "（三）1", "（三）2"]  # 000:287-289


def test_counts_and_figures_name_categories_with_their_codes(staff_office):
    counted = registers.counts(staff_office, staff_office.viewer("hr"), TODAY, TODAY)

    assert set(counted.by_group) == {
        "（一） 对他人违反公司现行管理制度的投诉",
        "（三） 对员工自身权益造成影响的投诉",
    }
    assert "（一）1 对他人违反公司现行管理制度的投诉—违反国家法律法规的" in counted.by_category


def test_the_ranking_by_category_has_the_code_before_the_name(tmp_path):
    office = make_office(tmp_path / "office", "R06")
    take_in(office, "officer", category="fraud")

    ranked = figures.figures(office, office.viewer("leader"), TODAY, TODAY).rankings
    office.close()

    assert [one.group for ranking in ranked if ranking.by == "case.category" for one in ranking.figures] == [
        "2.3 诈骗"  # 000:10
    ]


def test_an_old_registers_code_is_the_category(staff_office):
    said = {"category": "（四）2", "subject": "谩骂", "received_at": "2025-06-03"}

    read = read_line(
        staff_office.rulebook, 2, said, Habits("complaint", "phone"), staff_office.now(), "counter"
    )

    assert read.draft.category == "relations_abuse"  # 000:290


def test_the_printed_manual_shows_the_codes(staff_office):
    rows = next(chapter.rows for chapter in chapters(staff_office.rulebook) if chapter.id == "categories")

    assert "（五）4 其他严重、不合理行为" in [row[2] for row in rows]  # 000:291
