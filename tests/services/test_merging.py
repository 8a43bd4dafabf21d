"""Several cases under one, exactly as before once parted; one step on many; the end of keeping."""

from datetime import timedelta

import msgspec
import pytest
from tests.destroying import destroy
from tests.fixtures_office import NOON, make_office
from tests.services.rights_scene import ANYBODY, matter, said
from tests.services.test_main_job import complaint
from tests.services.test_undo import stands

from desk.domain.errors import DeskError, Forbidden, NotFound
from desk.services import (
    cases,
    checks,
    conflicts,
    erasing,
    intake,
    issued_papers,
    links,
    merging,
    notices,
    registers,
    searching,
    stepping,
)

DAY = NOON.date()


@pytest.fixture
def office(tmp_path):
    opened = make_office(tmp_path / "office", "R15")
    yield opened
    opened.close()


@pytest.fixture
def clerk(office):
    return office.viewer("officer")


def registered(office, name="曾建国", **changed):
    values = {"complainant.name": name, **changed}
    return intake.register(office, office.viewer("counter"), complaint(**values)).case.number


def due(office):
    return {row.number for row in cases.due(office, office.viewer("head"), "30wd")}


def steps(view):
    return [entry.step for entry in view.case.timeline]


def test_a_merged_case_has_no_running_clock_and_leaves_the_due_list_and_both_timelines_say_so(office, clerk):
    one, two = registered(office), registered(office, "欧阳修")

    merging.merge(office, clerk, one, two, note="同一批冰箱")

    first, second = (cases.show(office, clerk, number) for number in (one, two))
    assert due(office) == {one}
    assert second.clocks == ()
    assert (steps(first)[-1], first.case.timeline[-1].note) == ("took_in", f"{two} 并入本件")
    assert (steps(second)[-1], second.case.timeline[-1].note) == ("merged", f"并入 {one}：同一批冰箱")
    assert [(one.number, one.words) for one in links.related(office, clerk, two)] == [(one, "并入")]
    assert registers.counts(office, clerk, DAY, DAY).total == 2


def test_parted_again_the_case_stands_as_it_stood(office, clerk):
    one, two = registered(office), registered(office, "欧阳修")
    stepping.act(office, clerk, two, "review")
    before = [stands(office, number) for number in (one, two)]

    merging.merge(office, clerk, one, two)
    office.clock = lambda: NOON + timedelta(days=3)  # time goes on while it is merged
    merging.unmerge(office, clerk, one, two)
    office.clock = lambda: NOON

    def but_told(parts):
        return [
            parts[0],
            [entry for entry in parts[1] if entry.step not in ("parted", "took_in")],
            *parts[2:],
        ]

    assert [but_told(stands(office, number)) for number in (one, two)] == [
        but_told(parts) for parts in before
    ]
    assert links.related(office, clerk, one) == ()
    assert due(office) == {one, two}


def test_each_complainant_keeps_their_own_papers(office, clerk):
    one, two = registered(office), registered(office, "欧阳修")
    merging.merge(office, clerk, one, two)

    theirs = notices.issue(office, clerk, two, "receipt")

    assert "欧阳修" in said(theirs.data)
    assert [len(cases.show(office, clerk, number).papers) for number in (one, two)] == [0, 1]


def test_no_step_is_taken_on_a_merged_case(office, clerk):
    one, two = registered(office), registered(office)
    merging.merge(office, clerk, one, two)

    assert cases.show(office, clerk, two).steps == ()
    with pytest.raises(Forbidden, match="已并入另一件"):
        stepping.act(office, clerk, two, "review")


def test_no_chains_no_ended_cases_no_other_kinds_and_nothing_into_itself(office, clerk):
    one, two, three, ended = (registered(office) for _ in range(4))
    report = intake.register(office, ANYBODY, matter(office, "report", "线人", "13900000001")).case.number
    merging.merge(office, clerk, one, two)
    stepping.act(office, clerk, ended, "withdraw")

    for main, other in (
        (three, two),
        (two, three),
        (three, one),
        (three, three),
        (three, ended),
        (three, report),
    ):
        with pytest.raises(DeskError):
            merging.merge(office, clerk, main, other)
    with pytest.raises(DeskError, match="没有并入"):
        merging.unmerge(office, clerk, two, one)


def test_one_step_on_several_cases_is_taken_on_all(office, clerk):
    numbers = [registered(office) for _ in range(3)]

    done = stepping.act_all(office, clerk, numbers, "review", note="同一活动")

    assert [one.case.number for one in done] == numbers
    assert [steps(cases.show(office, clerk, number))[-1] for number in numbers] == ["review"] * 3


def test_where_one_of_them_cannot_be_dealt_with_none_is_and_the_refusal_names_it(office, clerk):
    numbers = [registered(office) for _ in range(3)]
    stepping.act(office, clerk, numbers[1], "withdraw")

    with pytest.raises(DeskError, match=f"{numbers[1]}.*都没有办理"):
        stepping.act_all(office, clerk, numbers, "review")
    with pytest.raises(NotFound, match="都没有办理"):
        stepping.act_all(office, clerk, [numbers[0], "投209900001"], "review")

    assert steps(cases.show(office, clerk, numbers[0])) == ["register"]


def keeping(office, years):
    office.rulebook = msgspec.structs.replace(
        office.rulebook, secrecy=msgspec.structs.replace(office.rulebook.secrecy, retention_years=years)
    )


def test_where_the_manual_sets_no_retention_nothing_is_erased(office, clerk):
    number, admin = registered(office), office.viewer("administrator")
    stepping.act(office, clerk, number, "withdraw")

    with pytest.raises(DeskError, match="没有设定保存年限"):
        destroy(office, admin, number, "到期")
    with pytest.raises(DeskError, match="没有设定保存年限"):
        erasing.ripe(office, admin)


@pytest.mark.parametrize(("days_after", "is_ripe"), [(0, False), (1, True)])
def test_a_case_is_ripe_on_the_day_after_its_years_are_over(office, clerk, days_after, is_ripe):
    number, admin = registered(office), office.viewer("administrator")
    stepping.act(office, clerk, number, "withdraw")
    keeping(office, "3")
    # Ended on 20 November 2026, kept for three years: until 20 November 2029.
    office.clock = lambda: NOON.replace(year=2029) + timedelta(days=days_after)

    assert (number in {one.number for one in erasing.ripe(office, admin)}) is is_ripe


def test_erased_means_nothing_of_the_person_is_left_and_the_number_stays(office, clerk):
    number, still_open, admin = (
        registered(office, "曾建国"),
        registered(office),
        office.viewer("administrator"),
    )
    issued = notices.issue(office, clerk, number, "receipt").paper_id
    stepping.act(office, clerk, number, "withdraw")
    keeping(office, "3")
    office.clock = lambda: NOON.replace(year=2030)
    with pytest.raises(DeskError, match="依据"):
        destroy(office, admin, number, " ")
    with pytest.raises(DeskError, match="还没有办结"):
        destroy(office, admin, still_open, "到期")

    destroy(office, admin, number, "保存期限已满（档案管理办法第八条）")

    view = cases.show(office, clerk, number)
    assert (view.case.number, view.case.state, dict(view.case.values)) == (number, "withdrawn", {})
    assert number not in str(searching.find(office, clerk, "曾建国").rows)
    assert registers.counts(office, clerk, DAY, DAY).total == 2
    assert [one.number for one in erasing.ripe(office, admin)] == []
    with pytest.raises(NotFound, match="销毁"):
        issued_papers.reprint(office, clerk, issued)
    with pytest.raises(DeskError, match="已经销毁"):
        destroy(office, admin, number, "再来一次")
    assert checks.verify(office).findings == ()


def test_a_kept_case_is_not_on_the_list_of_somebody_concerned(office, clerk):
    number, admin = registered(office), office.viewer("administrator")
    stepping.act(office, clerk, number, "withdraw")
    keeping(office, "0")
    office.clock = lambda: NOON + timedelta(days=1)

    assert [one.number for one in erasing.ripe(office, admin)] == [number]
    conflicts.keep_from(office, office.viewer("head"), number, "administrator", "被投诉人是本人")
    assert erasing.ripe(office, admin) == ()
