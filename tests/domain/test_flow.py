"""What may be done now, by whom, and why not (CAP-60, 61)."""

import pytest
from tests.small_office import COUNTER, HEAD, at, case, happened, small_rulebook

from desk.domain.circumstances import of_case
from desk.domain.errors import DeskError, Forbidden
from desk.domain.flow import open_steps, take

BOOK = small_rulebook()
NOW = at("2026-11-23 10:00")


def open_to(viewer, given):
    return [found.step.id for found in open_steps(BOOK, given, of_case(BOOK, given, NOW), viewer)]


def taken(step, given, viewer=HEAD, values=None, note=""):
    return take(BOOK, step, given, of_case(BOOK, given, NOW), viewer, values or {}, NOW, note)


def test_only_the_steps_of_state_and_role_are_offered():
    assert open_to(HEAD, case()) == ["accept", "refuse"]
    assert open_to(COUNTER, case()) == []


def test_a_step_moves_the_case_and_stands_in_its_timeline():
    after = taken("accept", case())

    assert after.state == "accepted"
    assert (after.timeline[-1].step, after.timeline[-1].by, after.timeline[-1].at) == ("accept", "li", NOW)


def test_the_case_before_the_step_stays_as_it_was():
    before = case()

    taken("accept", before)

    assert (before.state, before.timeline) == ("new", ())


@pytest.mark.parametrize(
    ("step", "given", "viewer", "reason"),
    [
        ("close", case(), HEAD, "当前状态“已登记”不能“办结”"),
        ("accept", case(), COUNTER, "“受理”须由负责人办理"),
        ("close", case(state="accepted"), HEAD, "须先完成“受理”才能“办结”"),
    ],
)
def test_a_step_that_is_not_open_is_refused_with_the_reason(step, given, viewer, reason):
    with pytest.raises(Forbidden) as refusal:
        taken(step, given, viewer, {"result": "好"})

    assert refusal.value.message == reason


def test_a_step_says_what_it_still_needs():
    with pytest.raises(DeskError) as refusal:
        taken("refuse", case())

    assert (refusal.value.field, refusal.value.message) == ("ground", "“不予受理”还缺：理由")


def test_a_required_field_of_the_step_must_be_given_anew():
    accepted = case(state="accepted", timeline=happened(("accept", "2026-11-21 09:00")))

    with pytest.raises(DeskError) as refusal:
        taken("close", accepted)

    assert refusal.value.field == "result"


def test_a_step_that_is_done_once_needs_a_reason_the_second_time():
    steps = happened(("accept", "2026-11-21 09:00"), ("extend", "2026-11-22 09:00"))
    extended = case(state="accepted", timeline=steps)

    with pytest.raises(DeskError, match="只能办理一次"):
        taken("extend", extended)

    assert taken("extend", extended, note="案情复杂，经批准").timeline[-1].note == "案情复杂，经批准"


def test_a_closed_case_offers_nothing():
    assert open_to(HEAD, case(state="closed")) == []
