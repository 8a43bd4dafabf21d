"""Originals that lie with the office, boxes of archived files, and incidents without a case, in the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from tests.fixtures_office import make_office
from tests.gui.acting import see
from tests.paper.papers import text_of
from tests.services.rights_scene import ANYBODY, matter, person
from tests.services.test_originals import ends_in_the_archive

from desk.domain.originals import held
from desk.services import cases, incidents, intake, originals, stepping


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    office = make_office(tmp_path / "R15", "R15")
    intake.register(office, ANYBODY, matter(office, "complaint", *person()))
    office.close()
    return tmp_path / "R15"


@pytest.fixture
def desk(open_desk, folder: Path):
    """An officer who looks at the one case."""
    opened = open_desk(folder, "officer")
    see(opened, number(opened))
    return opened


def number(desk) -> str:
    [row] = cases.page(desk.session.office, ANYBODY)
    return row.number


def case(desk):
    return cases.show(desk.session.office, ANYBODY, number(desk)).case


def take(desk, act: str, **typed: str):
    desk.cases.page.panel.case_acts.open(act)
    form = desk.cases.page.panel.step_form
    form.form.set_values({id_.replace("__", "."): value for id_, value in typed.items()})
    desk.press(Qt.Key.Key_F12)
    desk.quiet()
    return form


def test_an_original_is_taken_in_shown_and_given_back_from_its_line(desk) -> None:
    take(desk, "original", what="购车发票原件 1 张", brought_by="王五")
    desk.preview.wait_pages()
    receipt = text_of(desk.preview.page.data())
    desk.press(Qt.Key.Key_Escape)
    desk.quiet()
    shown = desk.cases.text()
    desk.cases.press("退还…")
    form = desk.cases.page.panel.step_form
    chosen = form.form.values()["original"]
    form.form.set_values({"to": "李四", "note": "当面"})
    desk.press(Qt.Key.Key_F12)
    desk.quiet()

    assert "代管的原件" in shown
    assert "购车发票原件 1 张（" in shown
    assert chosen == "1"
    assert held(case(desk)) == ()
    desk.preview.wait_pages()
    assert ("原件收据" in receipt, "王五" in receipt) == (True, True)
    assert "原件领取签收单" in text_of(desk.preview.page.data())
    desk.press(Qt.Key.Key_Escape)
    desk.quiet()
    assert (len(desk.cases.buttons("退还…")), len(desk.cases.buttons("签收单"))) == (0, 1)
    assert "退还原件" in desk.cases.text()


def test_nothing_to_give_back_is_not_offered(desk) -> None:
    assert "original_back" not in desk.cases.page.panel.case_acts.offered()
    assert "original" in desk.cases.page.panel.case_acts.offered()


def test_the_step_that_ends_the_case_reminds_before_and_after(desk) -> None:
    originals.keep(desk.session.office, ANYBODY, number(desk), "合同原件 2 份")
    desk.cases.page.panel.ask(number(desk))
    desk.quiet()
    desk.cases.page.panel.open_step("withdraw")
    before = desk.cases.text()

    desk.press(Qt.Key.Key_F12)

    assert "还有原件没有退还：合同原件 2 份" in before
    assert "合同原件 2 份" in desk.wait_bar("还有原件没有退还")


def test_an_archived_file_gets_its_box(open_desk, folder) -> None:
    desk = open_desk(folder, "officer")
    ends_in_the_archive(desk.session.office)
    stepping.act(desk.session.office, ANYBODY, number(desk), "withdraw")
    see(desk, number(desk))

    take(desk, "box", archive__box="2026-投诉-012")

    assert case(desk).values["archive.box"] == "2026-投诉-012"


# --- incidents ---


def test_an_incident_without_a_case_is_written_down_and_listed(open_desk, folder) -> None:
    desk = open_desk(folder, "counter")
    desk.window.acts.do("incidents")
    desk.quiet()
    page = desk.window.pages.currentWidget()
    page.form.form.set_values({"note": "门口有人砸玻璃", "called": "110"})

    desk.press(Qt.Key.Key_F12)
    desk.wait_bar("已另行记下")
    desk.quiet()

    [one] = incidents.listed(desk.session.office, desk.session.viewer)
    assert (one.number, one.called) == ("", "110")
    assert "门口有人砸玻璃" in page.listed.item(0).text()
    assert page.form.form.values().get("note") is None


def test_with_a_number_it_belongs_to_the_case_and_leads_there(open_desk, folder) -> None:
    desk = open_desk(folder, "counter")
    desk.window.acts.do("incidents")
    page = desk.window.pages.currentWidget()
    page.form.form.set_values({"note": "拍打柜台", "number": number(desk)})
    desk.press(Qt.Key.Key_F12)
    desk.wait_bar("已另行记下")
    desk.quiet()

    page.listed.setCurrentRow(0)
    page.listed.itemActivated.emit(page.listed.item(0))
    desk.wait(lambda: desk.cases.page.panel.view is not None)

    assert desk.cases.page.panel.view.number == number(desk)


def test_what_is_missing_is_told_at_its_field_and_what_was_typed_stays(open_desk, folder) -> None:
    desk = open_desk(folder, "counter")
    desk.window.acts.do("incidents")
    page = desk.window.pages.currentWidget()
    page.form.form.set_values({"called": "110"})

    desk.press(Qt.Key.Key_F12)
    desk.wait(lambda: page.form.form.problem("note") is not None)

    assert page.form.form.values()["called"] == "110"


def test_whose_business_it_is_not_is_told_so(open_desk, folder) -> None:
    desk = open_desk(folder, "administrator")
    desk.window.acts.do("incidents")
    desk.quiet()
    page = desk.window.pages.currentWidget()

    assert "不办理安全事件" in page.listed.item(0).text()
    assert not page.form.isEnabled()
