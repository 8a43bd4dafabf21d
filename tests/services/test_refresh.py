"""Days pass and calendars are mended: levels rise, dates move, and the timeline says so (CAP-41, 48)."""

from datetime import date, timedelta

from tests.fixtures_office import NOON, make_office
from tests.services.test_main_job import complaint

from desk.domain.case import RECOUNTED, REGRADED
from desk.domain.draft import Draft
from desk.services import cases, intake, office_calendar
from desk.services.refresh import refresh


def due_of(office, number):
    view = cases.show(office, office.viewer("head"), number)
    return {clock.id: f"{clock.due:%Y-%m-%d}" for clock in view.clocks if clock.due}


def entries(office, number, step):
    timeline = cases.show(office, office.viewer("administrator"), number).case.timeline
    return [entry.note for entry in timeline if entry.step == step]


def test_a_day_off_moves_the_open_dates_and_the_old_date_stays_in_the_timeline(market_office):
    number = intake.register(market_office, market_office.viewer("counter"), complaint()).case.number
    assert due_of(market_office, number)["acceptance"] == "2026-12-01"

    changes = office_calendar.set_day(
        market_office, market_office.viewer("administrator"), date(2026, 11, 25), works=False, name="系统停用"
    )

    assert due_of(market_office, number)["acceptance"] == "2026-12-02"
    [told] = entries(market_office, number, RECOUNTED)
    assert "2026年12月1日" in told
    assert "2026年12月2日" in told
    assert "cases" in changes.what


def test_a_refresh_that_changes_nothing_leaves_no_trace(market_office):
    number = intake.register(market_office, market_office.viewer("counter"), complaint()).case.number

    changes = refresh(market_office, market_office.viewer("administrator"))

    assert changes.cases == frozenset()
    assert entries(market_office, number, RECOUNTED) == []


def test_a_complaint_not_handled_for_a_week_by_our_fault_becomes_important(tmp_path):
    # 002:263: not handled one week after the complaint for our reasons → important.
    office = make_office(tmp_path / "office", "R01")
    book = office.rulebook
    fields = {field.id for field in book.fields_at("register", "complaint")}
    values = {
        "complainant.name": "张三",
        "complainant.phone": "13800138000",
        "subject": "墙面渗水",
        "our_fault": True,
        "room": "1-101",
        "demand": "维修",
        "narrative": "渗水",
        "project": "p1",
    }
    project = next((f for f in book.fields if f.id == "project"), None)
    if project is not None and project.choices:
        values["project"] = project.choices[0].id
    draft = Draft(
        kind="complaint",
        channel=book.channels[0].id,
        received_at=NOON,
        values={k: v for k, v in values.items() if k in fields},
    )
    clerk = next(office.viewer(user.id) for user in office.users() if office.viewer(user.id).may("register"))
    number = intake.register(office, clerk, draft).case.number
    before = cases.show(office, clerk, number).case.levels

    office.clock = lambda: NOON + timedelta(days=8)
    refresh(office, clerk)

    after = cases.show(office, clerk, number).case
    assert (list(before.values()), list(after.levels.values())) == (["general"], ["important"])
    assert [entry.note for entry in after.timeline if entry.step == REGRADED]
    office.close()
