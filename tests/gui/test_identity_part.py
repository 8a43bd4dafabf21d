"""Who stands behind a sealed case, in the window: asked, granted, a countdown, shut again, and a clean clipboard."""

import sys
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget
from tests.gui.acting import see
from tests.services.rights_scene import ANYBODY, matter, person

from desk.gui import shielding
from desk.gui.case.identity_part import IdentityPart
from desk.gui.copied import Copied
from desk.services import intake, looks, notices
from desk.services.setting_up import init_office

NAME, PHONE = "诸葛云长", "13900001234"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "market"
    init_office(folder, rulebook="R15", name="某区市场监督管理局", practice=True).close()
    return folder


@pytest.fixture
def officer(open_desk, home):
    """An officer's desk with a sealed case chosen."""
    desk = open_desk(home, "officer")
    office = desk.session.office
    intake.register(office, office.viewer("counter"), matter(office, "report", NAME, PHONE))
    see(desk, intake_number(desk))
    return desk


def intake_number(desk) -> str:
    from desk.services import cases

    [row] = cases.page(desk.session.office, desk.session.viewer)
    return row.number


def part(desk) -> IdentityPart:
    return desk.cases.page.panel.findChildren(IdentityPart)[-1]


def granted(desk, dialogs) -> None:
    """Asked in the window, granted by the head."""
    dialogs.answer("reason", "核实举报内容")
    desk.cases.press("申请查看…")
    desk.wait_bar("等待批准")
    desk.quiet()
    office = desk.session.office
    [request] = looks.waiting(office, office.viewer("head"))
    looks.decide(office, office.viewer("head"), request.id, granted=True)
    desk.cases.page.panel.ask(intake_number(desk))
    desk.quiet()


def later(desk, **by) -> None:
    office = desk.session.office
    now = office.now() + timedelta(**by)
    office.clock = lambda: now


def test_while_nobody_has_decided_the_panel_says_that_it_waits(officer, dialogs) -> None:
    dialogs.answer("reason", "核实举报内容")
    officer.cases.press("申请查看…")
    officer.wait_bar("等待批准")
    officer.quiet()

    assert "已提出申请，等待批准" in officer.cases.text()
    assert NAME not in officer.cases.text()


def test_a_refusal_is_told_with_who_refused(officer, dialogs) -> None:
    dialogs.answer("reason", "好奇")
    officer.cases.press("申请查看…")
    officer.wait_bar("等待批准")
    office = officer.session.office
    [request] = looks.waiting(office, office.viewer("head"))
    looks.decide(office, office.viewer("head"), request.id, granted=False, note="理由不足")

    officer.cases.page.panel.ask(intake_number(officer))
    officer.quiet()

    assert "没有批准（部门负责人）理由不足" in officer.cases.text()


def test_a_countdown_runs_and_at_its_end_the_identity_is_masked_again_with_the_window_open(
    officer, dialogs
) -> None:
    granted(officer, dialogs)
    officer.cases.press("查看身份")
    officer.quiet()
    shown, counted = NAME in officer.cases.text(), "还可查看 14 分" in officer.cases.text()

    later(officer, minutes=15, seconds=1)
    part(officer)._tick()
    officer.quiet()

    assert (shown, counted) == (True, True)
    assert NAME not in officer.cases.text()
    assert "申请查看…" in [button.text() for button in part(officer).findChildren(QPushButton)]


def test_who_has_seen_enough_shuts_it_before_its_time(officer, dialogs) -> None:
    granted(officer, dialogs)
    officer.cases.press("查看身份")
    officer.quiet()

    officer.cases.press("结束查看")
    officer.quiet()

    assert NAME not in officer.cases.text()
    office = officer.session.office
    assert not looks.standing(office, officer.session.viewer, intake_number(officer)).is_live(office.now())


@pytest.fixture
def flags(monkeypatch) -> list[int]:
    """What a Windows would have been told about its window, in order."""
    told: list[int] = []

    def affinity(handle: int, flag: int) -> bool:
        told.append(flag)
        return handle > 0

    monkeypatch.setattr(shielding, "of_windows", lambda: affinity)
    return told


def test_no_picture_of_the_screen_shows_the_window_while_an_identity_is_open(flags, officer, dialogs) -> None:
    granted(officer, dialogs)
    while_open = flags[-1]
    officer.cases.press("结束查看")
    officer.quiet()

    assert while_open == shielding.LEFT_OUT == 0x11  # WDA_EXCLUDEFROMCAPTURE
    assert flags[-1] == shielding.SHOWN


def previewed(desk, kind: str) -> None:
    """The receipt of a matter that the counter took in today, in the preview."""
    office = desk.session.office
    number = intake.register(office, desk.session.viewer, matter(office, kind, NAME, PHONE)).case.number
    offer = next(one for one in notices.offers(office, desk.session.viewer, number) if one.paper == "receipt")
    desk.window.previewing.show_offer(number, offer)
    desk.preview.wait_pages()
    desk.quiet()


def test_no_picture_of_the_screen_shows_a_paper_of_a_case_that_hides_people(flags, open_desk, home) -> None:
    desk = open_desk(home, "counter")
    previewed(desk, "report")
    while_in_sight = flags[-1]

    desk.window.preview.back()
    desk.quiet()

    assert (while_in_sight, flags[-1]) == (shielding.LEFT_OUT, shielding.SHOWN)


def test_control_a_paper_of_a_case_that_hides_nobody_may_be_filmed(flags, open_desk, home) -> None:
    """Nor does the shield of a paper that was looked at before stay up."""
    desk = open_desk(home, "counter")
    previewed(desk, "report")

    previewed(desk, "complaint")

    assert flags[-1] == shielding.SHOWN


def test_a_form_of_a_case_that_hides_people_is_kept_out_of_pictures_too(flags, officer, dialogs) -> None:
    granted(officer, dialogs)
    officer.window.go(officer.window.intake)
    officer.quiet()
    outside = flags[-1]
    officer.cases.page.panel.made_asked.emit("授权委托书", lambda: blank_pdf(officer), True)
    officer.preview.wait_pages()
    officer.quiet()

    assert (outside, flags[-1]) == (shielding.SHOWN, shielding.LEFT_OUT)


def blank_pdf(desk) -> bytes:
    return notices.blank(desk.session.office, "receipt").data


def test_a_windows_that_cannot_leave_a_window_out_blackens_it(qtbot) -> None:
    told: list[int] = []
    window = QWidget()
    qtbot.addWidget(window)

    shielding.shield(window, lambda _handle, flag: told.append(flag) or flag == 0x01)

    assert told == [0x11, 0x01]  # WDA_EXCLUDEFROMCAPTURE is not known there, WDA_MONITOR is


def test_control_a_case_that_hides_nobody_may_be_filmed(flags, officer) -> None:
    """Its identity is not open: the window is as any other."""
    assert set(flags) <= {shielding.SHOWN}


def test_elsewhere_than_on_windows_there_is_nothing_to_set() -> None:
    assert sys.platform == "win32" or shielding.of_windows() is None


def test_what_was_copied_of_an_identity_goes_from_the_clipboard(officer, dialogs) -> None:
    granted(officer, dialogs)
    officer.cases.press("查看身份")
    officer.quiet()
    clipboard, copied = QGuiApplication.clipboard(), Copied.of(officer.session)

    clipboard.setText(f"姓名 {NAME}")
    marked = any("ExcludeClipboardContent" in format_ for format_ in clipboard.mimeData().formats())
    waits = copied._timer.isActive()
    copied.clear()
    gone = clipboard.text()
    clipboard.setText(PHONE)
    clipboard.setText("别的内容")
    copied.clear()

    assert (marked, waits, gone) == (True, True, "")
    assert clipboard.text() == "别的内容"


def test_at_the_end_of_the_session_nothing_of_it_stays_on_the_clipboard(officer, dialogs) -> None:
    granted(officer, dialogs)
    officer.cases.press("查看身份")
    officer.quiet()
    QGuiApplication.clipboard().setText(PHONE)

    officer.close()

    assert QGuiApplication.clipboard().text() == ""


def test_control_what_says_nothing_of_an_identity_stays(officer) -> None:
    copied = Copied.of(officer.session)
    QGuiApplication.clipboard().setText(intake_number(officer))

    assert not copied._timer.isActive()


def test_the_superior_goes_through_the_record_of_looks(officer, dialogs, open_desk, home) -> None:
    granted(officer, dialogs)
    supervisor = open_desk(home, "supervisor")

    supervisor.window.acts.do("looks")
    supervisor.quiet()

    page = supervisor.window.pages.currentWidget()
    cells = [
        page.table.item(row, column).text() for row in range(page.table.rowCount()) for column in range(6)
    ]
    assert [cells[n] for n in range(3, len(cells), 6)] == ["查看身份", "批准查看", "申请查看"]
    assert "核实举报内容" in cells
    assert not page.do.isEnabled()


def test_who_may_not_read_the_record_is_told_so_in_place(officer) -> None:
    officer.window.acts.do("looks")
    officer.quiet()

    page = officer.window.pages.currentWidget()
    assert "岗位不能查看" in page.trouble.text()
    assert page.table.rowCount() == 0


def test_where_no_retention_is_set_the_destruction_list_says_so(open_desk, home) -> None:
    desk = open_desk(home, "administrator")

    desk.window.acts.do("destruction")
    desk.quiet()

    assert "没有设定保存年限" in desk.window.pages.currentWidget().trouble.text()


def test_an_inspection_draws_files_with_what_they_lack_and_draws_others(open_desk, home) -> None:
    desk = open_desk(home, "supervisor")
    office = desk.session.office
    taken = [intake.register(office, ANYBODY, matter(office, "complaint", *person())).case for _ in range(15)]
    now = office.now() + timedelta(days=31)
    office.clock = lambda: now
    desk.window.acts.do("sample")
    desk.quiet()
    page = desk.window.pages.currentWidget()

    first = [page.table.item(row, 0).text() for row in range(page.table.rowCount())]
    page.do.click()
    desk.quiet()
    other = [page.table.item(row, 0).text() for row in range(page.table.rowCount())]

    assert {*first, *other} <= {case.number for case in taken}
    assert len(first) == len(other) == 10
    assert first != other


def test_a_month_is_closed_and_looked_at_as_it_was(open_desk, home, dialogs) -> None:
    desk = open_desk(home, "supervisor")
    office = desk.session.office
    intake.register(office, ANYBODY, matter(office, "complaint", *person()))
    now = office.now() + timedelta(days=31)
    office.clock = lambda: now
    desk.window.acts.do("freezing")
    desk.quiet()
    page = desk.window.pages.currentWidget()
    before = [page.table.item(0, column).text() for column in (0, 1)]

    dialogs.answer("confirm", False)
    page.do.click()
    desk.quiet()
    assert page.table.item(0, 1).text() == "未封存"
    dialogs.answer("confirm", True)
    page.do.click()
    desk.quiet()
    assert page.do.text() == "看封存的台账"
    after = [page.table.item(0, column).text() for column in (0, 1)]
    page.do.click()
    desk.quiet()

    month = f"{now.replace(day=1) - timedelta(days=1):%Y-%m}"
    assert (before, after) == ([month, "未封存"], [month, "已封存"])
    assert desk.window.in_sight == "preview"
    assert desk.window.preview.title.text() == f"{month} 封存的台账"
    assert desk.window.preview.print.isEnabled()
