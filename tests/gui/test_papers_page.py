"""Papers beside the cases: those never printed go out in their order, and every form is there empty."""

import pytest
from PySide6.QtCore import Qt
from tests.gui.print_queue import QUEUE, print_system, why_not
from tests.gui.test_intake_page import GOOD

from desk.services import cases, issued_papers, notices


@pytest.fixture
def waiting(desk):
    """Three receipts that were issued and not printed; the numbers of their cases."""
    office, viewer = desk.session.office, desk.session.viewer
    numbers = [desk.intake.registered(GOOD) for _ in range(3)]
    for number in numbers:
        notices.issue(office, viewer, number, "receipt")
    desk.window.do("papers")
    desk.wait(lambda: page(desk).waiting.count() == 3)
    return numbers


def page(desk):
    return desk.window.asides["papers"]


def test_each_paper_says_of_which_case_it_is(desk, waiting) -> None:
    listed = page(desk).waiting
    shown = [listed.item(place).text() for place in range(listed.count())]

    assert [number in words for number, words in zip(waiting, shown, strict=True)] == [True] * 3


def printed(desk, numbers) -> list[int]:
    shown = [cases.show(desk.session.office, desk.session.viewer, number) for number in numbers]
    return [paper.printed for view in shown for paper in view.papers]


def test_without_a_printer_all_are_kept_as_files_in_order_and_wait_on(desk, waiting, monkeypatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:9")
    page(desk).check_all.click()

    desk.press(Qt.Key.Key_F8)

    desk.wait_bar("3 份没有打印，已存为 PDF")
    desk.quiet()
    kept = sorted(
        (desk.session.office.home / "待打印").glob("*.pdf"), key=lambda file: file.stat().st_mtime_ns
    )
    assert len(kept) == 3
    assert printed(desk, waiting) == [0, 0, 0]
    assert page(desk).waiting.count() == 3


def test_nothing_ticked_is_told(desk, waiting) -> None:
    desk.press(Qt.Key.Key_F8)

    assert "请先勾选" in desk.bar()


def test_every_form_of_the_manual_is_offered_empty_and_found_by_its_initials(desk, waiting) -> None:
    blanks = page(desk).blanks
    names = [blanks.item(place).text() for place in range(blanks.count())]
    named = {paper.name for paper in desk.session.rulebook.papers}

    assert {name.partition("　（补拟）")[0] for name in names} >= named | {"送达回证", "笔录"}

    page(desk).sought.setText("jdtzs")
    assert [blanks.item(place).text() for place in range(blanks.count())] == []
    page(desk).sought.setText("sdhz")
    assert blanks.item(0).text() == "送达回证　（补拟）"
    page(desk).sought.setFocus()
    desk.press(Qt.Key.Key_Return)
    assert desk.preview.wait_pages() == 1
    desk.press(Qt.Key.Key_Escape)
    assert desk.window.pages.currentWidget() is page(desk)


@pytest.mark.skipif(bool(why_not()), reason=why_not())
def test_ticked_papers_reach_the_printer_in_their_order_and_leave_the_list(
    desk, waiting, tmp_path_factory, monkeypatch
) -> None:
    with print_system(tmp_path_factory.mktemp("cups") / "system") as system:
        monkeypatch.setenv("CUPS_SERVER", system.env["CUPS_SERVER"])
        page(desk).ask()
        desk.quiet()
        page(desk).waiting.item(0).setCheckState(Qt.CheckState.Checked)
        page(desk).waiting.item(2).setCheckState(Qt.CheckState.Checked)

        desk.press(Qt.Key.Key_F8)
        page(desk).asked.form.set_typed({"printer": QUEUE})
        desk.press(Qt.Key.Key_F12)
        desk.wait_bar("已打印 2 份")
        jobs = system.jobs(2)

    papers = [cases.show(desk.session.office, desk.session.viewer, number).papers[0] for number in waiting]
    office, viewer = desk.session.office, desk.session.viewer
    assert [job.data for job in jobs] == [
        issued_papers.reprint(office, viewer, paper.id).data for paper in (papers[0], papers[2])
    ]
    assert [paper.printed for paper in papers] == [1, 0, 1]
    desk.wait(lambda: page(desk).waiting.count() == 1)
