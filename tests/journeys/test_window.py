"""The same ways in the window: each person at a desk of their own, as clerks would, papers on the disk at the end."""

from collections.abc import Callable, Container
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from tests.capabilities.counter import sign_up
from tests.fixtures_office import NOON, make_office
from tests.gui.conftest import dialogs, dressed, open_desk  # noqa: F401
from tests.gui.pages import DeskPage, ScriptedDialogs
from tests.journeys.books import lines_with, lost, said_after_all, words_of
from tests.journeys.walking import who_may
from tests.journeys.ways import JOURNEYS, Journey

from desk.gui.case.case_papers import waiting_offers
from desk.gui.inputs.choice import Choice
from desk.services.checks import verify

IN_SIGHT = ("R01-complaint", "R04-licence", "R15-complaint")
WAYS = [
    pytest.param(one, marks=() if str(one) in IN_SIGHT else pytest.mark.slow, id=str(one)) for one in JOURNEYS
]


class Desks:
    """One desk for each person who takes part, opened when they are first needed."""

    def __init__(self, home: Path, open_: Callable[[Path, str], DeskPage]) -> None:
        self.home, self._open, self.now = home, open_, NOON
        self._desks: dict[str, DeskPage] = {}

    def of(self, user: str) -> DeskPage:
        if user not in self._desks:
            desk = self._desks[user] = self._open(self.home, user)
            desk.session.office.clock = lambda: self.now
        return self._desks[user]

    def see(self, user: str, number: str) -> DeskPage:
        """The desk of this person with the case as it stands now."""
        desk = self.of(user)
        with desk.qtbot.waitActive(desk.window):  # keys reach the window in front
            desk.window.activateWindow()
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
    dialogs: ScriptedDialogs,  # noqa: F811
) -> None:
    home = tmp_path / "office"
    office = make_office(home, journey.regime)
    book, issuer = office.rulebook, who_may(office, "issue")
    clerk = who_may(
        office, "register", "see_identity"
    )  # who takes in and gives the receipt out at the counter
    handler, approver = who_may(office, "handle"), who_may(office, "issue", "decide")
    office.close()
    desks = Desks(home, open_desk)
    number = registered(desks.of(clerk), journey)
    print_all(desks.of(clerk))

    for step, who, given in journey.acts:
        desks.now += timedelta(minutes=1)
        desk = desks.see(who, number)
        sign_up(desk.session.office, number, step)
        desk = desks.see(who, number)
        panel = desk.cases.page.panel
        panel.open_step(step)
        fill(panel.step_form.form, given, panel.view.known)
        desk.cases.page.save()
        desk.quiet()
        assert desk.cases.page.panel.step_form is None, (step, desk.cases.step_problems())
        print_all(desk)
        if not desk.session.viewer.may("issue"):
            print_asked(desks, approver, number, journey.papers)

    seen = desks.see(issuer, number)
    assert seen.cases.page.panel.view.case.state == journey.ends
    assert seen.cases.state().startswith(book.state(journey.ends).name)
    printed = on_disk(home, {paper: book.paper(paper).name for paper in journey.papers})
    assert lost(journey.papers, printed) == {}
    assert said_after_all(journey.unsaid, printed) == []
    assert lines_with(workbook(desks.of(handler), dialogs, tmp_path / "登记簿.xlsx"), number) == 1
    assert desks.of(handler).report.page.counts.total == 1
    assert verify(seen.session.office).findings == ()


def print_all(desk: DeskPage) -> None:
    """Every paper that the bar offers, one after the other under F8: looked at, then out of the printer."""
    while desk.window.bar.isVisible() and (offer := desk.window.saved.first_paper()):
        desk.press(Qt.Key.Key_F8)
        print_looked_at(desk, offer.name)


def print_asked(desks: Desks, issuer: str, number: str, papers: Container[str]) -> None:
    """What its people may not give out themselves: somebody who may finds it with the case."""
    while True:
        desk = desks.see(issuer, number)
        panel = desk.cases.page.panel
        waiting = [one for one in waiting_offers(panel.offers) if one.paper in papers and not one.missing]
        if not waiting:
            return
        panel.case_acts.on_paper("preview", waiting[0])
        print_looked_at(desk, waiting[0].name)


def print_looked_at(desk: DeskPage, name: str) -> None:
    """The paper on the screen comes out of the printer."""
    desk.wait(lambda: desk.page() == "文书")
    desk.preview.wait_pages()
    desk.quiet()
    desk.press(Qt.Key.Key_F8)
    desk.wait(lambda: name in desk.bar() and "已存为 PDF" in desk.bar())
    desk.quiet()


def on_disk(home: Path, names: dict[str, str]) -> dict[str, str]:
    """The words of each paper as it last came out, by its id; where there is no printer they lie in a folder as PDF."""
    files = sorted((home / "待打印").glob("*.pdf"), key=lambda file: file.stat().st_mtime_ns)
    return {
        paper: words_of(file.read_bytes())
        for file in files
        for paper, name in names.items()
        if file.name.startswith(f"{name}_")
    }


def workbook(desk: DeskPage, dialogs: ScriptedDialogs, target: Path) -> bytes:  # noqa: F811
    """The register of the day as its page saves it."""
    page, day = desk.report.page, QDate(NOON.year, NOON.month, NOON.day)
    desk.report.open()
    page.days.between(day, day)
    desk.quiet()
    dialogs.answer("file", target)
    page.along.save_as(".xlsx")
    desk.wait_bar("已导出")
    desk.quiet()
    return target.read_bytes()


def registered(desk: DeskPage, journey: Journey) -> str:
    """The matter taken in at the window."""
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
