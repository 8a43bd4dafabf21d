"""Two desks on one case: the same field shows both versions side by side, and what was typed stays until one is chosen."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from tests.gui.test_case_acts import see
from tests.services.rights_scene import ANYBODY, matter

from desk.services import cases, intake, stepping
from desk.services.office import init_office


@pytest.fixture
def desk(open_desk, tmp_path: Path):
    """An officer who has opened the form in which a case is amended, while a colleague amends the same."""
    home = tmp_path / "market"
    init_office(home, rulebook="R15", name="某区市场监督管理局", practice=True).close()
    opened = open_desk(home, "officer")
    office = opened.session.office
    number = intake.register(
        office, ANYBODY, matter(office, "complaint", "诸葛云长", "13900001234")
    ).case.number
    see(opened, number)
    opened.cases.page.panel.open_step("amend")
    stepping.act(office, office.viewer("counter"), number, "amend", {"subject": "冰箱漏电"})
    return opened


def form(desk):
    return desk.cases.page.panel.step_form


def save(desk) -> None:
    desk.press(Qt.Key.Key_F12)
    desk.quiet()


def values(desk):
    office = desk.session.office
    [row] = cases.page(office, desk.session.viewer)
    return cases.show(office, desk.session.viewer, row.number).case.values


def amend(desk, **typed) -> None:
    form(desk).form.set_typed(typed)
    save(desk)


def test_another_field_is_saved_beside_theirs(desk) -> None:
    amend(desk, demand="只要换货")

    assert (values(desk)["subject"], values(desk)["demand"]) == ("冰箱漏电", "只要换货")


def test_the_same_field_stands_there_twice_and_nothing_is_saved_before_one_is_chosen(desk) -> None:
    amend(desk, subject="冰箱和洗衣机")
    told = desk.cases.text()

    save(desk)

    assert "冰箱漏电" in told
    assert "冰箱和洗衣机" in told
    assert "请先选定" in form(desk).form.problem("subject").message
    assert (values(desk)["subject"], form(desk).form.values()["subject"]) == ("冰箱漏电", "冰箱和洗衣机")


@pytest.mark.parametrize(("theirs", "kept"), [(True, "冰箱漏电"), (False, "冰箱和洗衣机")])
def test_the_version_that_is_chosen_stays_with_what_else_was_typed(desk, theirs, kept) -> None:
    amend(desk, subject="冰箱和洗衣机", demand="只要换货")

    form(desk).clash_box.choose("subject", theirs=theirs)
    save(desk)

    assert (values(desk)["subject"], values(desk)["demand"]) == (kept, "只要换货")
    assert form(desk) is None
