"""A layout file beside the editor, in the rulebook's page."""

import os

import pytest
from tests.gui.setup_pages import ManualDesk

from desk.paths import resource


@pytest.fixture
def manual(open_desk, home) -> ManualDesk:
    """The rulebook's page."""
    return ManualDesk(open_desk(home, "administrator"))


@pytest.fixture
def file(tmp_path):
    """A copy of a shipped layout, as somebody would begin."""
    copy = tmp_path / "acceptance.toml"
    copy.write_text(resource("rulebooks", "R15", "forms", "acceptance.toml").read_text("utf-8"), "utf-8")
    return copy


def save(file, text: str) -> None:
    """Save as an editor does: at a later moment than before."""
    before = file.stat().st_mtime_ns
    file.write_text(text, "utf-8")
    os.utime(file, ns=(before + 10**9, before + 10**9))


def test_a_chosen_file_is_drawn_and_drawn_again_at_each_save(manual, file, dialogs):
    part = manual.open("layout")
    dialogs.answer("open", file)
    part.choose.click()
    manual.desk.wait(lambda: part.pages() == 1)
    first = part.column.itemAt(0).widget().pixmap().toImage()
    assert "已画：1 页" in part.told.text()

    text = file.read_text("utf-8")
    save(file, text.replace("投诉受理决定书", "投诉受理告知书"))

    manual.desk.wait(lambda: part.column.itemAt(0).widget().pixmap().toImage() != first)


def test_a_fault_is_told_with_its_line_and_the_last_good_page_stays(manual, file):
    part = manual.open("layout")
    part.show_file(file)
    manual.desk.wait(lambda: part.pages() == 1)
    text = file.read_text("utf-8")
    line = text[: text.index("center = 140.3")].count("\n") + 1

    save(file, text.replace("center = 140.3", 'center = "中间"'))

    manual.desk.wait(lambda: "acceptance.toml" in part.told.text())
    assert "第" in part.told.text()
    assert "行" in part.told.text()
    assert abs(int(part.told.text().split("第 ")[1].split(" 行")[0]) - line) <= 10
    assert part.pages() == 1

    save(file, text)
    manual.desk.wait(lambda: "已画" in part.told.text())


def test_a_page_that_nobody_looks_at_does_not_ask(manual, file):
    part = manual.open("layout")
    part.show_file(file)
    manual.desk.wait(lambda: part.pages() == 1)

    manual.open("flow")

    assert not part._timer.isActive()
