"""The electronic seal in the window: put in by whoever configures, pressed by its keeper with the password each time."""

import pytest
from PySide6.QtCore import Qt
from tests.capabilities.counter import act, altered, take_in
from tests.fixtures_office import NOON, SETTINGS
from tests.gui.setup_pages import SettingsDesk
from tests.gui.test_today_page import desk_under  # noqa: F401
from tests.services.test_main_job import DECISION, complaint
from tests.services.test_seal_images import PASSWORD, SEAL, scan

from desk.services import (
    cases,
    intake,
    issued_papers,
    notices,
    seal_images,
    seals,
    stepping,
    users,
)
from desk.services.setting_up import init_office


@pytest.fixture
def settings(open_desk, home) -> SettingsDesk:
    """The settings as who may configure sees them."""
    return SettingsDesk(open_desk(home, "administrator"))


def test_a_seal_is_put_in_with_its_keepers_and_taken_out_again(settings, tmp_path, dialogs):
    office, viewer = settings.desk.session.office, settings.desk.session.viewer
    file = tmp_path / "章.png"
    file.write_bytes(scan())
    part = settings.open("seals")
    settings.desk.quiet()
    assert "盖实物印章" in part.state.text()
    assert "请先选择" in settings.save()

    part.show_file(file)
    assert "保管人" in settings.save()
    part.choose_keepers("受理大厅负责人")
    assert "已保存" in settings.save()

    (kept,) = seal_images.listed(office, viewer)
    assert (kept.name, kept.width, kept.users) == ("受理专用章", 42, ("hall_head",))
    settings.desk.wait(lambda: "已存：42×42 毫米" in part.state.text())
    dialogs.answer("confirm", True)
    part.remove.click()
    settings.desk.wait(lambda: seal_images.listed(office, viewer) == ())


def accepted(office) -> str:
    """A decided complaint; the head keeps the seal and has a password."""
    head, administrator = office.viewer("head"), office.viewer("administrator")
    number = intake.register(office, office.viewer("counter"), complaint()).case.number
    stepping.act(office, head, number, "accept", DECISION)
    users.set_password(office, administrator, "head", PASSWORD)
    seal_images.add(office, administrator, SEAL, scan(), keepers=["head"])
    return number


@pytest.fixture
def preview(desk_under, monkeypatch):  # noqa: F811
    """The keeper's preview of a decision; there is no printer."""
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:9")
    desk, number = desk_under("R15", accepted, "head")
    offers = notices.offers(desk.session.office, desk.session.viewer, number)
    desk.window.previewing.show_offer(number, next(offer for offer in offers if offer.paper == "acceptance"))
    desk.preview.wait_pages()
    return desk, number


def give(desk, password: str) -> None:
    page = desk.preview.page
    desk.qtbot.mouseClick(page.seal, Qt.MouseButton.LeftButton)
    if not (page.asked and "password" in page.asked.form.ids):  # the first time: where it comes out
        desk.press(Qt.Key.Key_F12)
        desk.wait(lambda: page.asked is not None and "password" in page.asked.form.ids)
    page.asked.form.set_typed({"password": password})
    desk.press(Qt.Key.Key_F12)
    desk.quiet()


def test_the_keeper_seals_with_the_password_and_the_wrong_one_is_refused_at_its_field(preview):
    desk, number = preview
    office, viewer, page = desk.session.office, desk.session.viewer, desk.preview.page
    assert page.seal.isVisible()

    give(desk, "猜的")

    assert "口令不对" in page.asked.form.problem("password").message
    assert cases.show(office, viewer, number).papers == ()

    give(desk, PASSWORD)

    desk.wait(lambda: cases.show(office, viewer, number).papers != ())
    view = cases.show(office, viewer, number)
    assert b"/Subtype /Image" in issued_papers.reprint(office, viewer, view.papers[0].id).data
    assert seals.sealings(view.case, view.papers[0].id)[0].by == "head"


def test_who_keeps_no_seal_is_not_offered_it(desk_under, monkeypatch):  # noqa: F811
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:9")
    desk, number = desk_under("R15", accepted, "officer")
    offers = notices.offers(desk.session.office, desk.session.viewer, number)
    desk.window.previewing.show_offer(number, next(offer for offer in offers if offer.paper == "acceptance"))
    desk.preview.wait_pages()

    assert not desk.preview.page.seal.isVisible()


def refused_petition(folder, manual) -> str:
    """A petition refused under a manual whose notice bears a seal; a clerk who may not approve keeps that seal."""
    office = init_office(folder, rulebook=manual, name="示范区局", practice=True, now=NOON, settings=SETTINGS)
    administrator = office.viewer("admin")
    number = take_in(office, "counter").case.number
    act(office, "chief", number, "refuse", ground="no_competence", told_by="post")
    users.set_password(office, administrator, "counter", PASSWORD)
    seal_images.add(office, administrator, "单位印章", scan(), keepers=["counter"])
    office.close()
    return number


def test_sealing_a_paper_that_nobody_approved_leads_to_the_approval_and_back_to_the_seal(
    open_desk, tmp_path, monkeypatch
):
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:9")
    sealed = (
        'needs = ["complainant.name", "ground"]\n',
        'needs = ["complainant.name", "ground"]\nseal = "单位印章"\n',
    )
    number = refused_petition(tmp_path / "office", altered(tmp_path / "R17s", "R17", sealed))
    desk = open_desk(tmp_path / "office", "counter")
    office, viewer, page = desk.session.office, desk.session.viewer, desk.preview.page
    offers = notices.offers(office, viewer, number)
    desk.window.previewing.show_offer(number, next(offer for offer in offers if offer.paper == "refusal"))
    desk.preview.wait_pages()

    give(desk, PASSWORD)

    desk.wait(lambda: page.asked is not None and "approver" in page.asked.form.ids)
    assert cases.show(office, viewer, number).papers == ()
    page.asked.form.set_typed({"approver": "李局长", "approved_on": "今天"})
    desk.press(Qt.Key.Key_F12)
    desk.wait(lambda: page.asked is not None and "password" in page.asked.form.ids)
    give(desk, PASSWORD)
    desk.wait(lambda: cases.show(office, viewer, number).papers != ())
    view = cases.show(office, viewer, number)
    assert b"/Subtype /Image" in issued_papers.reprint(office, viewer, view.papers[0].id).data
    assert "李局长" in [entry.values.get("approver") for entry in view.case.timeline]
