"""A case that a colleague must not know of: set from the menu, gone from every page of the colleague, given back."""

from pathlib import Path

import pytest
from tests.gui.acting import do, see
from tests.services.rights_scene import matter

from desk.services import intake
from desk.services.setting_up import init_office


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "market"
    init_office(folder, rulebook="R15", name="某区市场监督管理局", practice=True).close()
    return folder


def taken_in(desk) -> str:
    office = desk.session.office
    draft = matter(office, "complaint", "诸葛云长", "13900001234")
    return intake.register(office, office.viewer("counter"), draft).case.number


def test_a_case_goes_from_the_colleagues_screen_and_comes_back(open_desk, home) -> None:
    head, counter = open_desk(home, "head"), open_desk(home, "counter")
    number = taken_in(counter)
    see(head, number)
    see(counter, number)

    do(counter, "回避", {"user": "部门负责人", "reason": "被投诉人是其近亲属"})
    told = counter.cases.text()
    head.cases.page.panel.ask(number)
    head.quiet()

    assert "今后看不到" in told
    assert head.cases.page.panel.view is None
    assert number not in head.window.windowTitle() + head.cases.text()


def test_a_superior_sees_from_whom_a_case_is_kept_and_gives_it_back(open_desk, home) -> None:
    supervisor, counter = open_desk(home, "supervisor"), open_desk(home, "counter")
    number = taken_in(counter)
    see(counter, number)
    do(counter, "回避", {"user": "部门负责人", "reason": "被投诉人是其近亲属"})
    see(supervisor, number)
    before = supervisor.cases.text()

    supervisor.cases.press("解除")
    supervisor.quiet()

    assert "被投诉人是其近亲属" in before
    assert "被投诉人是其近亲属" not in supervisor.cases.text()


def test_without_a_reason_the_form_asks_for_it_at_its_field(open_desk, home) -> None:
    counter = open_desk(home, "counter")
    see(counter, taken_in(counter))

    do(counter, "回避", {"user": "部门负责人"})

    form = counter.cases.page.panel.step_form.form
    assert "理由" in form.problem("reason").message
    assert form.values()["user"] == "head"
