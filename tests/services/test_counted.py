"""Counting from frames alone gives the same figures as judging case by case, for whoever looks."""

from collections import Counter
from collections.abc import Iterator

import pytest

from desk.domain.figures import by_group, figure
from desk.domain.words import case_words
from desk.rulebook.loading import load, shipped
from desk.services import counted, registers
from desk.services.demo import practice_office
from desk.services.office import Office
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
                groups = counted.grouping(office, by)
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
    assert found.overdue == sum(any(clock.standing == "overdue" for clock in one.clocks) for one in whole)
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
