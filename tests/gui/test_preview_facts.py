"""What a paper lacks can be typed in the preview: it stands on this paper, and the case stays as it was."""

import pytest
from PySide6.QtCore import Qt
from tests.fixtures_office import NOON
from tests.gui.test_today_page import desk_under  # noqa: F401
from tests.paper.papers import text_of
from tests.services.test_main_job import complaint

from desk.domain.draft import Draft
from desk.services import cases, intake, notices, stepping

TYPED = {"complainant.name": "欧阳慕", "complainant.address": "城西区某某路88号"}


def accepted_without_a_name(office) -> str:
    """A letter without a sender was accepted: its notice asks for a name and an address."""
    counter, book = office.viewer("counter"), office.rulebook
    values = {"subject": "道路积水", "narrative": "门前长期积水", "demand": "疏通"}
    draft = Draft(kind="petition", channel="letter", received_at=NOON, values=values)
    number = intake.register(office, counter, draft).case.number
    stepping.act(office, counter, number, "accept", {"department": book.departments[0].id, "told_by": "post"})
    return number


@pytest.fixture
def lacking(desk_under):  # noqa: F811
    """A desk with the preview of a paper that lacks facts a clerk can type."""
    desk, number = desk_under("R17", accepted_without_a_name, "counter")
    offers = notices.offers(desk.session.office, desk.session.viewer, number)
    offer = next(offer for offer in offers if offer.paper == "acceptance")
    desk.window.previewing.show_offer(number, offer)
    desk.preview.wait_pages()
    return desk, number, offer


def test_the_facts_are_asked_in_place_and_stand_on_the_paper_that_is_issued(lacking) -> None:
    desk, number, offer = lacking
    preview = desk.preview.page
    assert offer.asked == ("complainant.name", "complainant.address")
    assert all(title in preview.missing.text() for title in offer.missing)

    desk.qtbot.mouseClick(preview.fill_in, Qt.MouseButton.LeftButton)
    desk.wait(lambda: preview.asked is not None)
    preview.asked.form.set_typed(TYPED)
    desk.press(Qt.Key.Key_F12)
    desk.wait(lambda: "欧阳慕" in text_of(preview.data()))

    assert "还缺" not in preview.missing.text()
    office, viewer = desk.session.office, desk.session.viewer
    issued = notices.issue(office, viewer, number, offer.paper, TYPED)
    assert "欧阳慕" in text_of(issued.data)
    assert "complainant.name" not in cases.show(office, viewer, number).known


def test_what_is_left_empty_is_asked_for_at_its_field(lacking) -> None:
    desk, _, offer = lacking
    preview = desk.preview.page
    preview.ask_facts()
    desk.wait(lambda: preview.asked is not None)

    desk.press(Qt.Key.Key_F12)
    desk.quiet()

    assert preview.asked is not None
    assert preview.asked.form.problem(offer.asked[0]).message.startswith("请填写")


def test_that_a_substitute_stands_for_fangsong_is_said_once_on_a_computer(desk_under, monkeypatch):  # noqa: F811
    monkeypatch.setattr("desk.paper.fonts.fangsong", lambda: None)
    desk, number = desk_under(
        "R15",
        lambda office: intake.register(office, office.viewer("counter"), complaint()).case.number,
        "counter",
    )
    offer = next(
        one
        for one in notices.offers(desk.session.office, desk.session.viewer, number)
        if one.paper == "receipt"
    )

    desk.window.previewing.show_offer(number, offer)
    desk.wait_bar("思源宋体代替")
    desk.quiet()
    desk.session.say("别的")
    desk.window.previewing.show_offer(number, offer)
    desk.preview.wait_pages()
    desk.quiet()

    assert "思源宋体" not in desk.bar()
