"""The same ways in the window: each person at a desk of their own, as clerks would, papers on the disk at the end."""

from collections.abc import Callable, Container
from pathlib import Path
from typing import Any

import pytest
from tests.capabilities.counter import sign_up
from tests.fixtures_office import NOON, make_office
from tests.gui.conftest import dialogs, dressed, open_desk  # noqa: F401
from tests.gui.pages import DeskPage
from tests.journeys.walking import who_may
from tests.journeys.ways import JOURNEYS, Journey

from desk.gui.inputs.choice import Choice

IN_SIGHT = ("R01-complaint", "R04-licence", "R15-complaint")
WAYS = [
    pytest.param(one, marks=() if str(one) in IN_SIGHT else pytest.mark.slow, id=str(one)) for one in JOURNEYS
]


class Desks:
    """One desk for each person who takes part, opened when they are first needed."""

    def __init__(self, home: Path, open_: Callable[[Path, str], DeskPage]) -> None:
        self.home, self._open = home, open_
        self._desks: dict[str, DeskPage] = {}

    def of(self, user: str) -> DeskPage:
        if user not in self._desks:
            desk = self._desks[user] = self._open(self.home, user)
            desk.session.office.clock = lambda: NOON
        return self._desks[user]

    def see(self, user: str, number: str) -> DeskPage:
        """The desk of this person with the case as it stands now."""
        desk = self.of(user)
        desk.window.go(desk.cases.page)
        desk.window.acts.do("refresh")
        desk.quiet()
        desk.cases.choose(number)
        desk.cases.page.panel.ask(number)  # what other desks have done since
        desk.quiet()
        return desk


def fill(form: Any, given: dict[str, Any], known: Container[str]) -> None:
    """What a clerk types, and what is chosen from lists; what the case knows already is not asked again."""
    for fact, value in given.items():
        if fact not in form.ids:
            assert fact in known, fact
            continue
        form.set_values({fact: value}) if not isinstance(value, str) else form.set_typed({fact: value})
        if isinstance(form.input(fact), Choice) and isinstance(value, str):
            choose(form.input(fact), value)


def choose(field: Choice, value: str) -> None:
    """By id or by the words of the list."""
    by_id = next((item.name for item in field.items if item.id == value), value)
    field.set_typed(by_id)
    field.tidy()


@pytest.mark.timeout(180)
@pytest.mark.parametrize("journey", WAYS)
def test_a_matter_goes_from_receipt_to_the_archive_in_the_window(
    journey: Journey,
    tmp_path: Path,
    open_desk: Callable[[Path, str], DeskPage],  # noqa: F811
) -> None:
    home = tmp_path / "office"
    office = make_office(home, journey.regime)
    book, clerk, issuer = office.rulebook, who_may(office, "register"), who_may(office, "issue")
    office.close()
    desks = Desks(home, open_desk)
    number = registered(desks.of(clerk), journey)

    for step, who, given in journey.acts:
        desk = desks.see(who, number)
        sign_up(desk.session.office, number, step)
        desk = desks.see(who, number)
        panel = desk.cases.page.panel
        panel.open_step(step)
        fill(panel.step_form.form, given, panel.view.known)
        desk.cases.page.save()
        desk.quiet()
        assert desk.cases.page.panel.step_form is None, (step, desk.cases.step_problems())

    seen = desks.see(issuer, number)
    assert seen.cases.page.panel.view.case.state == journey.ends
    assert seen.cases.state().startswith(book.state(journey.ends).name)


def registered(desk: DeskPage, journey: Journey) -> str:
    """The matter taken in at the window; the receipt printed where there is one."""
    book = desk.session.office.rulebook
    usual = {
        "complainant.name": "张三", "complainant.phone": "13800138000", "subject": "反映的事项",
        "narrative": "事情的经过", "demand": "请予处理",
    }  # fmt: skip
    frame = {
        "kind": book.kind(journey.kind).name,
        "channel": book.channel(journey.channel).name,
        "received_at": "2026-11-20 12:00",
    }
    if journey.category:
        frame["category"] = book.category(journey.category).name
    desk.window.go(desk.window.intake)
    asked = {one.id for one in book.fields_at("register", journey.kind, journey.channel)}
    values = {fact: said for fact, said in {**usual, **journey.values}.items() if fact in asked}
    desk.intake.fill({**frame, **values})
    desk.intake.save()
    desk.quiet()
    assert desk.intake.problems() == [], desk.intake.messages()
    number = desk.wait_bar("已登记").split()[1]
    desk.quiet()
    return number
