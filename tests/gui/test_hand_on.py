"""All work of somebody who leaves is handed on from the page of the day, or beside the account in the settings."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from tests.fixtures_office import make_office
from tests.services.rights_scene import ANYBODY, matter, person

from desk.services import cases, intake, users


@pytest.fixture
def office_folder(tmp_path: Path) -> Path:
    """An officer has taken a case in and left."""
    office = make_office(tmp_path / "R15", "R15")
    admin = office.viewer("administrator")
    users.add(office, admin, id_="leaver", name="张离岗", role="officer")
    users.add(office, admin, id_="taker", name="李接手", role="officer")
    intake.register(office, office.viewer("leaver"), matter(office, "complaint", *person()))
    users.change(office, admin, "leaver", active=False)
    office.close()
    return tmp_path / "R15"


def handed_on(desk) -> list[str]:
    [row] = cases.page(desk.session.office, ANYBODY)
    timeline = cases.show(desk.session.office, ANYBODY, row.number).case.timeline
    return [entry.step for entry in timeline if entry.step.startswith("passed:")]


def last_of_left(page):
    heads = [page.lines.topLevelItem(n) for n in range(page.lines.topLevelItemCount())]
    head = next(head for head in heads if head.text(0).startswith("离岗人员手上的件"))
    return head.child(head.childCount() - 1)


def test_the_head_hands_on_from_the_page_of_the_day(open_desk, office_folder) -> None:
    desk = open_desk(office_folder, "head")
    page = desk.window.day.page
    desk.window.go(page)
    desk.quiet()
    page.lines.setCurrentItem(last_of_left(page))

    desk.press(Qt.Key.Key_Return)
    proposed = page.form.form.values()["giver"]
    page.form.form.set_typed({"taker": "ljs", "reason": "调离本岗位"})
    desk.press(Qt.Key.Key_F12)

    assert "已移交 1 件" in desk.wait_bar("已移交")
    assert (proposed, handed_on(desk)) == ("leaver", ["passed:leaver:taker"])
    desk.quiet()
    assert page.today.part("left").count.n == 0
    assert page.form is None


def test_what_is_missing_is_told_at_its_field_and_nothing_moves(open_desk, office_folder) -> None:
    desk = open_desk(office_folder, "head")
    page = desk.window.day.page
    desk.window.go(page)
    desk.quiet()
    page._chose(last_of_left(page))
    page.form.form.set_values({"taker": "taker"})

    page.save()
    desk.wait(lambda: page.form.form.problem("reason") is not None)

    assert "请写明理由" in page.form.form.problem("reason").message
    assert handed_on(desk) == []


def test_who_may_not_hand_on_is_not_offered_it(open_desk, office_folder) -> None:
    desk = open_desk(office_folder, "counter")
    desk.window.go(desk.window.day.page)
    desk.quiet()

    assert "移交" not in last_of_left(desk.window.day.page).text(2)


def test_the_administrator_hands_on_beside_the_account(open_desk, office_folder) -> None:
    desk = open_desk(office_folder, "administrator")
    settings = desk.window.show_aside("settings")
    part = settings.open("users")
    part.choose("leaver")

    part.hand_on.click()
    part.form.form.set_values({"taker": "taker", "reason": "调离本岗位"})
    desk.press(Qt.Key.Key_F12)

    assert "已移交 1 件" in desk.wait_bar("已移交")
    assert handed_on(desk) == ["passed:leaver:taker"]
    assert part.form is None
