"""Counting from frames alone gives the same figures as judging case by case, for whoever looks."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from desk.domain.assessment import may_see
from desk.domain.figures import by_group, figure
from desk.domain.penalties import penalties
from desk.domain.words import case_words
from desk.rulebook.loading import load, shipped
from desk.services import assessments, counted, demo, figures, groupings, registers, today
from desk.services.demo import practice_office
from desk.services.office import Office
from desk.store import case_list
from desk.store.case_filter import CaseFilter

ALL = CaseFilter()
BOOKS = ("R01", "R03", "R07", "R11d", "R13a", "R15")
CASES = 40


@pytest.fixture(scope="module", params=BOOKS)
def office(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Invented cases under a shipped manual, moved on at random."""
    opened = practice_office(
        tmp_path_factory.mktemp(request.param) / "office", rulebook=request.param, cases=CASES
    )
    yield opened
    opened.close()


def test_both_ways_give_the_same_figures_to_every_user(office: Office) -> None:
    for user in office.users():
        viewer = office.viewer(user.id)
        brief = list(counted.judged(office, viewer, [ALL]))
        whole = list(counted.whole(office, viewer, ALL))
        for indicator in office.rulebook.indicators:
            assert figure(indicator, brief, 30) == figure(indicator, whole, 30), (user.id, indicator.id)
            for by in ("department", "channel", "category", "level", "kind", "month", "clerk", *indicator.by):
                groups = groupings.grouping(office, by)
                assert by_group(indicator, brief, 30, groups) == by_group(indicator, whole, 30, groups), by


def test_the_database_counts_as_one_counts_case_by_case(office: Office) -> None:
    viewer = office.viewer(office.users()[0].id)
    whole = list(counted.whole(office, viewer, ALL))
    words = [case_words(office.rulebook, one.case) for one in whole]
    days = sorted(one.case.registered_at.date() for one in whole)

    found = registers.counts(office, viewer, days[0], days[-1])

    assert found.total == len(whole) == CASES
    for place, counts in (("kind", found.by_kind), ("channel", found.by_channel), ("state", found.by_state)):
        assert counts == dict(Counter(str(entry[f"case.{place}"]) or "未填" for entry in words)), place
    late = Counter(one.closed for one in whole if any(clock.standing == "overdue" for clock in one.clocks))
    assert (found.overdue, found.left) == (late[False], late[True])
    behind = [len(registers.behind(office, viewer, days[0], days[-1], by)) for by in ("overdue", "left")]
    assert behind == [late[False], late[True]]
    assert found.overdue == today.today(office, viewer).part("overdue").count.n  # as on the page of the day
    assert sum(found.by_phase.values()) == sum(found.by_category.values()) == CASES


def test_the_fixture_has_something_to_count(office: Office) -> None:
    viewer = office.viewer(office.users()[0].id)
    found = list(counted.judged(office, viewer, [ALL]))

    assert len(found) == CASES
    assert any(figure(one, found, 30).base for one in office.rulebook.indicators)


def test_the_manuals_that_are_counted_briefly() -> None:
    """Control: the comparison would prove nothing where both ways are the same one."""
    brief = {id_ for id_ in shipped() if counted.is_brief(load(id_))}

    assert set(BOOKS) - brief <= {"R15"}
    assert len(brief) >= 10


@pytest.mark.parametrize("rulebook", ["R01", "R13b"])
def test_fines_from_the_late_cases_alone_are_those_of_every_case(rulebook: str, tmp_path: Path) -> None:
    office = practice_office(tmp_path / "office", rulebook=rulebook, cases=CASES)
    leader = next(one for one in map(office.viewer, (user.id for user in office.users())) if may_see(one))
    every = penalties(office.rulebook.penalties, list(counted.whole(office, leader, ALL)), office.now())
    days = date(2000, 1, 1), office.now().date()

    found = figures.figures(office, leader, *days).penalties
    listed = assessments.listed(office, leader, *days)

    assert every
    assert found == every
    assert tuple(one.line for one in listed if not one.period) == every
    office.close()


@pytest.mark.parametrize("seed", range(4))
def test_a_random_year_recounted_by_hand_gives_the_same_rates_and_departments(
    seed: int, tmp_path: Path
) -> None:
    # 002:89-93: closed valid complaints by valid complaints, of those received in the days.
    office = practice_office(tmp_path / "office", rulebook="R01", cases=0)
    demo.fill(office, 30, seed)
    leader = next(one for one in map(office.viewer, (user.id for user in office.users())) if may_see(one))
    first, last = office.now().date() - timedelta(days=60 + 10 * seed), office.now().date()
    with office.store.reading() as tx:
        rows = list(case_list.lines(tx, leader, ALL))
    mine = [one for one in rows if first <= one.received_at.date() <= last]
    names = {entry.id: entry.name for entry in office.rulebook.departments}
    valid, closed = Counter[str](), Counter[str]()
    for one in mine:
        if one.values.get("validity") == "valid":
            department = names.get(str(one.values.get("department")), "未填")
            valid[department] += 1
            closed[department] += one.state in ("closed", "archived")

    found = figures.figures(office, leader, first, last, ("department",))

    rate = next(one for one in found.indicators if one.indicator == "closing_rate")
    assert (len(rate.hits), len(rate.base)) == (sum(closed.values()), sum(valid.values()))
    [ranking] = [one for one in found.rankings if (one.indicator, one.by) == (rate.name, "department")]
    said = {one.group: (len(one.hits), len(one.base)) for one in ranking.figures if one.base}
    assert said == {name: (closed[name], valid[name]) for name in valid}
    assert sum(len(one.hits) for one in found.rankings if one.by == "count" for one in one.figures) >= len(
        mine
    )
    office.close()
