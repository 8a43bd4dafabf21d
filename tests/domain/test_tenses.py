"""A day on the wrong side of today is warned about and kept: what happened lies behind us, an appointment ahead."""

import pytest
from tests.small_office import at

from desk.domain.intake import read_values
from desk.rulebook.loading import load, read_manual

BOOKS = {name: load(read_manual(name)) for name in ("R04", "R15")}
NOW = at("2026-11-20 10:00")


def told(book, step, kind, field, typed):
    fields = BOOKS[book].fields_at(step, kind)
    values, problems = read_values(BOOKS[book], fields, {field: typed}, NOW)
    return field in values, [(problem.field, problem.code, problem.warning) for problem in problems]


@pytest.mark.parametrize(("book", "step", "kind", "field", "typed", "code"), [
    ("R15", "register", "complaint", "happened_on", "2026-11-21", "still_to_come"),
    ("R15", "register", "complaint", "known_on", "2027-01-05", "still_to_come"),
    ("R15", "call_mediation", "complaint", "mediation.at", "2026-11-19 14:30", "already_past"),
    ("R15", "want_proof", "complaint", "due_on", "2026-11-19", "already_past"),
    ("R04", "correct", "licence", "due_on", "2026-11-19", "already_past"),
    ("R04", "hand_over_1", "licence", "handover.at", "2026-11-21", "still_to_come"),
])  # fmt: skip
def test_a_day_on_the_wrong_side_is_warned_about_and_kept(book, step, kind, field, typed, code):
    assert told(book, step, kind, field, typed) == (True, [(field, code, True)])


@pytest.mark.parametrize(("book", "step", "kind", "field", "typed"), [
    ("R15", "register", "complaint", "happened_on", "2026-11-20"),
    ("R15", "call_mediation", "complaint", "mediation.at", "2026-11-20 14:30"),
    ("R04", "correct", "licence", "due_on", "2026-11-20"),
])  # fmt: skip
def test_today_is_on_neither_side(book, step, kind, field, typed):
    assert told(book, step, kind, field, typed) == (True, [])


def test_the_warning_names_the_field_and_the_day():
    fields = BOOKS["R15"].fields_at("register", "complaint")
    _, problems = read_values(BOOKS["R15"], fields, {"happened_on": "2026-11-21"}, NOW)

    assert problems[0].message == "购买、使用商品或者接受服务的日期（2026年11月21日）还没有到"
    assert problems[0].hint
