"""A sample for an inspection: by chance and yet the same again, with what each file lacks."""

from datetime import timedelta

import pytest
from tests.fixtures_office import make_office
from tests.rulebook.market import MEDIATOR
from tests.services.rights_scene import ANYBODY, DAY, matter, person

from desk.domain.errors import DeskError, Forbidden
from desk.services import conflicts, intake, notices, samples, stepping


@pytest.fixture
def office(tmp_path):
    opened = make_office(tmp_path / "office", "R15")
    yield opened
    opened.close()


def taken_in(office, count: int) -> list[str]:
    return [
        intake.register(office, ANYBODY, matter(office, "complaint", *person())).case.number
        for _ in range(count)
    ]


def numbers(found) -> list[str]:
    return [one.number for one in found.cases]


def test_the_same_seed_draws_the_same_and_another_draws_others(office) -> None:
    taken_in(office, 12)
    head = office.viewer("head")

    first, again, other = (samples.draw(office, head, DAY, DAY, count=4, seed=seed) for seed in (7, 7, 8))

    assert numbers(first) == numbers(again) != numbers(other)
    assert (first.of, len(first.cases), first.seed) == (12, 4, 7)


def test_what_a_file_lacks_is_named(office) -> None:
    [number] = taken_in(office, 1)
    head = office.viewer("head")
    stepping.act(office, head, number, "accept", {"approver": "李局长", "approved_on": f"{DAY}"})
    notices.issue(office, head, number, "receipt")

    [one] = samples.draw(office, head, DAY, DAY).cases

    assert one.number == number
    assert any("未出具：" in lack and "受理" in lack for lack in one.lacks)
    assert any("未打印：" in lack for lack in one.lacks)


@pytest.mark.parametrize(
    ("made", "lacking", "not_due"),
    [("made", "投诉调解书", "调解记录"), ("off_site", "调解记录", "投诉调解书")],
)
def test_of_two_papers_only_the_one_that_is_due_is_missed(office, made, lacking, not_due) -> None:
    """R15 art. 24: a settlement paper, or where none is made a record; never both."""
    [number] = taken_in(office, 1)
    head = office.viewer("head")
    stepping.act(office, head, number, "accept", {"approver": "李局长", "approved_on": f"{DAY}"})
    stepping.act(office, head, number, "mediate", MEDIATOR)
    terms = {"settlement.paper": made, "agreement": "退货退款", "content": "要求退货"}
    stepping.act(office, head, number, "settle", terms)

    [one] = samples.draw(office, head, DAY, DAY).cases

    assert f"未出具：{lacking}" in one.lacks
    assert f"未出具：{not_due}" not in one.lacks


def test_a_case_of_conflict_is_not_drawn_and_not_counted(office) -> None:
    one, other = taken_in(office, 2)
    conflicts.keep_from(office, office.viewer("supervisor"), one, "head", "被投诉人是其近亲属")

    found = samples.draw(office, office.viewer("head"), DAY, DAY)

    assert (found.of, numbers(found)) == (1, [other])


def test_a_wrong_period_a_wrong_count_and_a_wrong_person_are_refused(office) -> None:
    head = office.viewer("head")
    with pytest.raises(DeskError, match="结束日期"):
        samples.draw(office, head, DAY, DAY - timedelta(days=1))
    with pytest.raises(DeskError, match="件数"):
        samples.draw(office, head, DAY, DAY, count=0)
    with pytest.raises(Forbidden):
        samples.draw(office, office.viewer("counter"), DAY, DAY)
