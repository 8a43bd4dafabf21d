"""The same decision once more: the window asks why, both stay on record, and the case says which one the second stands for."""

import pytest
from PySide6.QtCore import Qt
from tests.gui.test_seals import accepted
from tests.gui.test_today_page import desk_under  # noqa: F401

from desk.services import cases, notices


@pytest.fixture
def issued(desk_under, monkeypatch):  # noqa: F811
    """Under R15 a decision to accept stands; there is no printer."""
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:9")

    def open_(user: str):
        desk, number = desk_under("R15", with_decision, user)
        desk.cases.choose(number)
        desk.quiet()
        return desk, number

    return open_


def with_decision(office) -> str:
    number = accepted(office)
    notices.issue(office, office.viewer("head"), number, "acceptance")
    return number


def papers(desk, number):
    return cases.show(desk.session.office, desk.session.viewer, number)


def press_f12(desk) -> None:
    desk.press(Qt.Key.Key_F12)
    desk.quiet()


def test_a_second_decision_is_issued_for_a_reason_and_both_stay(issued) -> None:
    desk, number = issued("head")
    [first] = [paper for paper in papers(desk, number).papers if paper.kind == "acceptance"]
    desk.cases.press("重新出具…")
    page = desk.preview.page
    desk.wait(lambda: page.asked is not None and "reason" in page.asked.form.ids)
    assert first.number in page.asked.title.text()
    desk.preview.wait_pages()
    desk.wait(page.print.isEnabled)

    page.print_out()
    desk.quiet()
    assert "请写明" in page.asked.form.problem("reason").message
    page.asked.form.set_typed({"reason": "原决定写错了承办机构"})
    press_f12(desk)
    desk.preview.wait_pages()
    page.print_out()

    desk.wait(lambda: len([p for p in papers(desk, number).papers if p.kind == "acceptance"]) == 2)
    view = papers(desk, number)
    both = [paper for paper in view.papers if paper.kind == "acceptance"]
    assert [paper.state for paper in both] == ["issued", "issued"]
    assert both[0].number == first.number != both[1].number
    entry = view.case.timeline[-1]
    assert entry.note == f"{both[1].number}，替代{first.number}：原决定写错了承办机构"


def test_a_refusal_at_printing_offers_the_reason_too(issued) -> None:
    """The offer was read before another desk issued the decision: the refusal asks instead of sending back."""
    desk, number = issued("head")
    [offer] = [one for one in notices.offers(desk.session.office, desk.session.viewer, number) if one.again]
    stale = type(offer)(offer.paper, offer.name, offer.nature)
    desk.window.previewing.show_offer(number, stale)
    desk.preview.wait_pages()
    page = desk.preview.page
    page.print_out()

    desk.wait(lambda: page.asked is not None and "reason" in page.asked.form.ids)
    assert len(papers(desk, number).papers) == 1


def test_who_may_not_decide_is_not_offered_a_second_one(issued) -> None:
    desk, _ = issued("officer")

    assert desk.cases.buttons("补打") or desk.cases.buttons("打印")
    assert not desk.cases.buttons("重新出具…")
