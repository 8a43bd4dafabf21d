"""Paper through a real printing system: CUPS started by the test, whose printer writes files into a folder."""

import subprocess

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from tests.gui.print_queue import CLOSED, QUEUE, print_system, why_not
from tests.gui.test_intake_page import GOOD
from tests.gui.test_printing import DRAWN, dark_share_of

from desk.gui.papers import printing
from desk.gui.papers.printing import Target
from desk.services import cases, notices

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())


@pytest.fixture(scope="module")
def system(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cups")
    with print_system(folder / "system") as running:
        yield running


@pytest.fixture(autouse=True)
def queue(system, monkeypatch):
    monkeypatch.setenv("CUPS_SERVER", system.env["CUPS_SERVER"])
    for file in system.out.iterdir():
        file.unlink()
    return system


@pytest.fixture
def receipt(desk) -> bytes:
    number = desk.intake.registered(GOOD)
    return notices.preview(desk.session.office, desk.session.viewer, number, "receipt").data


def test_the_system_tells_its_printers_and_their_trays():
    assert printing.printers() == [CLOSED, QUEUE]
    assert printing.trays(QUEUE) == ["Auto", "Tray2"]


def test_the_very_bytes_reach_the_printer_with_copies_tray_and_sides(receipt, queue):
    target = Target(QUEUE, 2, tray="Tray2", sides="two-sided-long-edge")

    outcome = printing.print_out(receipt, "收件回执_1号", target, DRAWN, reprint=False)
    [job] = queue.jobs(1)

    assert (outcome.printer, outcome.copies) == (QUEUE, 2)
    assert job.data == receipt
    assert (job.title, job.copies) == ("收件回执_1号", 2)
    assert "InputSlot=Tray2" in job.options
    assert "sides=two-sided-long-edge" in job.options


def test_a_reprint_goes_the_same_way_and_bears_the_mark(receipt, queue):
    target = Target(QUEUE, 1, tray="Tray2", sides="one-sided")

    printing.print_out(receipt, "补打", target, DRAWN, reprint=True)
    [job] = queue.jobs(1)

    assert "InputSlot=Tray2" in job.options
    assert len(pypdfium2.PdfDocument(job.data)) == len(pypdfium2.PdfDocument(receipt))
    assert dark_share_of(job.data, 178, 8, 20, 9) > 0.02 > dark_share_of(receipt, 178, 8, 20, 9)


def test_a_printer_that_takes_nothing_says_so(receipt):
    with pytest.raises(subprocess.CalledProcessError):
        printing.print_out(receipt, "收件回执", Target(CLOSED), DRAWN, reprint=False)


def test_the_clerk_chooses_once_and_then_the_kind_of_paper_goes_the_same_way(desk, queue):
    number = desk.intake.registered(GOOD)
    desk.press(Qt.Key.Key_F8)
    desk.preview.wait_pages()
    desk.press(Qt.Key.Key_F8)
    preview = desk.preview.page

    assert preview.asked is not None
    preview.asked.form.set_typed({"printer": QUEUE, "copies": "2", "tray": "", "sides": "双面，长边翻转"})
    desk.press(Qt.Key.Key_F12)
    desk.wait_bar(f"已送到打印机 {QUEUE}")
    [job] = queue.jobs(1)

    assert job.copies == 2
    desk.quiet()
    [paper] = cases.show(desk.session.office, desk.session.viewer, number).papers
    assert paper.printed == 1
    desk.window.previewing.show_issued(number, paper)
    desk.preview.wait_pages()
    desk.quiet()
    assert QUEUE in preview.printer.text()
    desk.press(Qt.Key.Key_F8)
    assert len(queue.jobs(2)) == 2
    assert preview.asked is None


def test_a_printer_that_refuses_leaves_the_paper_as_a_file_and_says_so(desk, queue):
    desk.intake.registered(GOOD)
    desk.press(Qt.Key.Key_F8)
    desk.preview.wait_pages()
    desk.press(Qt.Key.Key_F8)

    desk.preview.page.asked.form.set_typed({"printer": CLOSED})
    desk.press(Qt.Key.Key_F12)

    desk.wait_bar("没有打印出来，已存为 PDF")
    assert list((desk.session.office.home / "待打印").glob("*.pdf"))
