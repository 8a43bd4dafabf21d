"""Levels that rise by themselves as days pass: done beside the clerk's work, told in the bar, at one of several desks."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from tests.fixtures_office import NOON, make_office

from desk.domain.case import REGRADED
from desk.services import cases, refresh
from desk.store import kept_counts

GOOD = {
    "complainant.name": "张三", "complainant.phone": "13800138000", "room": "1-101", "subject": "墙面渗水", "narrative": "渗水",
    "demand": "维修", "our_fault": True,
}  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An office of the property developer, who lets a level rise after a week (002:263)."""
    folder = tmp_path / "office"
    make_office(folder, "R01").close()
    return folder


def days_later(desk, days: int) -> None:
    moment = NOON + timedelta(days=days)
    desk.session.office.clock = lambda: moment
    desk.session.office.store.clock = lambda: moment


def entries(desk, number: str) -> list[str]:
    timeline = cases.show(desk.session.office, desk.session.viewer, number).case.timeline
    return [entry.note for entry in timeline if entry.step == REGRADED]


@pytest.fixture
def old_case(open_desk, home):
    """A desk with a case a week and a day old."""

    def made(**more):
        desk = open_desk(home)
        days_later(desk, 0)
        desk.window.intake.start_new()
        number = desk.intake.registered(GOOD | more)
        desk.window.close_bar.click()
        days_later(desk, 8)
        return desk, number

    return made


def test_a_level_that_rose_is_told_in_the_bar_and_stands_in_the_case(old_case) -> None:
    # 002:263: not handled one week after the complaint for our reasons: general → important
    desk, number = old_case()

    desk.window.beside.raising.look()

    words = desk.wait_bar("自动重新定级")
    assert number in words
    assert "一般投诉 → 重要投诉" in words
    desk.quiet()
    assert entries(desk, number) == ["等级变化：一般投诉 → 重要投诉"]


def test_the_window_begins_by_itself_after_the_start(old_case) -> None:
    desk, number = old_case()

    desk.window.beside.raising._soon.start(10)

    assert number in desk.wait_bar("自动重新定级")


def test_within_the_hour_nobody_begins_again_and_after_it_somebody_does(old_case) -> None:
    desk, _ = old_case()
    office = desk.session.office

    assert [refresh.begin(office), refresh.begin(office)] == [True, False]
    moment = NOON + timedelta(days=8, minutes=59)
    office.clock = lambda: moment
    assert not refresh.begin(office)
    later = NOON + timedelta(days=8, minutes=61)
    office.clock = lambda: later
    assert refresh.begin(office)


def test_two_desks_at_the_same_moment_raise_once(old_case, open_desk, home) -> None:
    desk, number = old_case()
    other = open_desk(home)
    days_later(other, 8)

    desk.window.beside.raising.look()
    other.window.beside.raising.look()

    desk.wait(lambda: "自动重新定级" in desk.bar() + other.bar())
    desk.quiet()
    assert len(entries(desk, number)) == 1
    assert [number in one.bar() for one in (desk, other)].count(True) == 1


def test_the_paper_that_is_offered_stays_and_the_news_comes_afterwards(old_case) -> None:
    desk, number = old_case()
    desk.intake.registered(GOOD | {"complainant.phone": "13900139000"})
    offered = desk.bar_buttons()

    desk.window.beside.raising.look()
    desk.quiet()

    assert desk.bar_buttons() == offered
    desk.press(Qt.Key.Key_Escape)
    assert number in desk.wait_bar("自动重新定级")


def test_the_clerk_types_and_saves_while_it_goes_on(old_case) -> None:
    desk, number = old_case()

    desk.window.beside.raising.look()
    again = desk.intake.registered(GOOD | {"complainant.phone": "13900139000"})

    desk.quiet()
    assert again != number
    assert len(entries(desk, number)) == 1


def test_when_the_cases_have_been_judged_the_months_that_are_over_are_counted_before_anybody_asks(
    old_case,
) -> None:
    desk, _ = old_case()
    days_later(desk, 40)
    store = desk.session.office.store

    def kept() -> set[str]:
        with store.reading() as tx:
            return {about.what for about, _ in kept_counts.every(tx)}

    before = kept()
    desk.window.beside.raising.look()
    ways = ("department", "category", "channel", "kind", "level", "station", "clerk", "month")
    desk.wait(lambda: kept() == {"figures", "pictures", *(f"figures,{way}" for way in ways)})

    assert before == set()
